"""Libraries that an export needs and an extra brings."""

from ahcextract.errors import AhcError


def missing(library: str, extra: str) -> AhcError:
    """The error for a library of an extra that is not installed."""
    return AhcError(f"{library} is not installed; pip install 'ahcextract[{extra}]'")
