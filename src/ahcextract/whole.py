"""Writing a file or folder in one step, so that a failure leaves nothing half-written."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ahcextract.errors import InputError


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place when the block ends well.

    Args:
        path: where the file is to be; one that is there is replaced.

    Yields:
        The temporary path; no file is there yet.

    Raises:
        InputError: `path` cannot be written.
    """
    if path.is_dir():
        raise InputError("is a folder", where=str(path), hint="give the name of a file")
    with _beside(path) as folder:
        temporary = folder / path.name
        yield temporary
        _take_place(temporary, path)


@contextlib.contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A temporary folder beside `path` that takes its place when the block ends well.

    Args:
        path: where the folder is to be.

    Raises:
        InputError: something is there already (it may hold somebody's corrections), or it
            cannot be written.
    """
    if path.is_file() or (path.is_dir() and any(path.iterdir())):
        raise InputError(
            "is there already", where=str(path), hint="give a new folder, or remove it first"
        )
    with _beside(path) as folder:
        temporary = folder / path.name
        temporary.mkdir()
        yield temporary
        _take_place(temporary, path)


def _take_place(temporary: Path, path: Path) -> None:
    try:
        temporary.replace(path)
    except OSError as error:
        raise InputError(_reason(error), where=str(path)) from None


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[Path]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}."))
    except OSError as error:
        raise InputError(_reason(error), where=str(path)) from None
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _reason(error: OSError) -> str:
    return f"cannot be written ({error.strerror or error})"
