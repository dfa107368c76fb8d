"""Writing files whole or not at all."""

import os
import tempfile
from pathlib import Path

from ahcextract.errors import InputError


def write_page(path: Path, page: str) -> None:
    """Write the page.

    Raises:
        InputError: it cannot be written; what stood there before still does.
    """
    try:
        replace_file(path, page.encode("utf-8"))
    except OSError as error:
        raise InputError(
            f"cannot be written ({error.strerror or error})",
            where=str(path),
            hint="give another place with -o",
        ) from None


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` to `path` by way of a temporary file beside it, so that no half is ever seen.

    Raises:
        OSError: it cannot be written; nothing is left behind.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        # A temporary file is for its owner's eyes only: give it what a new file would have.
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
