"""Errors meant for the person who runs the program."""


class AhcError(Exception):
    """A failure of the program itself or of its surroundings; exit code 1."""

    exit_code = 1


class InputError(AhcError):
    """Something the person can mend: a file, a profile, an option; exit code 2.

    Args:
        message: what is wrong, in one line, without a full stop.
        where: file, line or field it is about, put before the message.
        hint: what to do about it, put after the message.
    """

    exit_code = 2

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        self.message, self.where, self.hint = message, where, hint
        line = f"{where}: {message}" if where else message
        super().__init__(f"{line}; {hint}" if hint else line)
