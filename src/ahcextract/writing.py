"""Records as JSON Lines, and files that take their place only when they are whole."""

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Protocol

import jsonlines

from ahcextract.errors import InputError
from ahcextract.position import Position

STDOUT = "-"


class Sink(Protocol):
    """Where output goes."""

    def write(self, data: bytes, /) -> object:
        """Append bytes."""


def lines(positions: Iterable[Position]) -> bytes:
    """Records as JSON Lines: every field, in the order of the schema, compact, UTF-8."""
    buffer = io.BytesIO()
    with jsonlines.Writer(buffer, compact=True) as writer:
        writer.write_all(position.model_dump() for position in positions)
    return buffer.getvalue()


@contextlib.contextmanager
def whole_output(target: str) -> Iterator[Sink]:
    """An output that replaces what is at `target` when the block ends well, and else does not.

    Args:
        target: a path; "-" for standard output; a URL that fsspec opens. Devices and pipes are
            written to directly.

    Raises:
        InputError: it cannot be written, or another run is writing it.
    """
    if target == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif "://" in target:
        from ahcextract.running.remote import whole_url

        with whole_url(target) as stream:
            yield _Checked(stream, target)
    else:
        path = Path(os.path.realpath(target))
        if path.exists() and not path.is_file() and not path.is_dir():
            with _device(path, target) as stream:
                yield _Checked(stream, target)
        else:
            with _whole_file(path, target) as stream:
                yield _Checked(stream, target)


@contextlib.contextmanager
def _device(path: Path, shown: str) -> Iterator[IO[bytes]]:
    # Unbuffered, so that it fails where it is written to and not when it is closed.
    try:
        stream = path.open("wb", buffering=0)
    except OSError as error:
        raise unwritable(error, shown) from None
    with stream:
        yield stream


@contextlib.contextmanager
def _whole_file(path: Path, shown: str) -> Iterator[IO[bytes]]:
    if path.is_dir():
        raise InputError("is a folder", where=shown, hint="give the name of a file")
    if not path.parent.is_dir():
        raise InputError(
            "its folder does not exist",
            where=shown,
            hint=f"make the folder: mkdir -p {path.parent}",
        )
    # A fixed name: what a killed run leaves behind is overwritten by the next one.
    temporary = path.with_name(f".{path.name}.part")
    with _opened(temporary, shown, "ab") as stream:
        _lock(stream, shown)
        try:
            stream.truncate(0)
            yield stream
            stream.flush()
            if path.exists():
                shutil.copymode(path, temporary)
            temporary.replace(path)
        except OSError as error:
            raise unwritable(error, shown) from None
        finally:
            temporary.unlink(missing_ok=True)


def _opened(path: Path, shown: str, mode: str) -> IO[bytes]:
    try:
        return path.open(mode)
    except OSError as error:
        raise unwritable(error, shown) from None


def _lock(stream: IO[bytes], shown: str) -> None:
    """Refuse to write where another run does; where there are no locks, last one wins."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise InputError(
            "another run is writing it", where=shown, hint="wait for it, or give another output"
        ) from None
    except OSError:
        return  # a file system without locks


class _Checked:
    """A stream whose failures are told to the person."""

    def __init__(self, stream: IO[bytes], shown: str) -> None:
        self._stream, self._shown = stream, shown

    def write(self, data: bytes, /) -> None:
        try:
            self._stream.write(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise unwritable(error, self._shown) from None


def unwritable(error: OSError, shown: str) -> InputError:
    """The error for a file that cannot be written."""
    hint = None
    if isinstance(error, PermissionError) or error.errno == 30:
        hint = "check the permissions of the folder, or give another one"
    return InputError(f"cannot be written ({error.strerror or error})", where=shown, hint=hint)


def save_text(folder: Path, name: str, text: str, source: str) -> None:
    """Write a document's text to `folder`/`name`.txt, exactly as offsets point into it.

    Args:
        folder: made where it does not exist.
        name: of the document; a "/" in it makes a folder.
        text: in UTF-8, line ends as they are.
        source: the document's own file, which is never overwritten.

    Raises:
        InputError: it cannot be written, or is the document's own file.
    """
    path = folder / f"{name}.txt"
    if ".." in Path(name).parts:
        raise InputError("its name leads out of the folder", where=source, hint="rename it")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and Path(source).exists() and path.samefile(source):
            raise InputError(
                "--save-text would overwrite this input", where=source, hint="give another folder"
            )
        temporary = path.with_name(f".{path.name}.part")
        try:
            temporary.write_text(text, "utf-8", errors="surrogatepass", newline="")
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(error, str(path)) from None
