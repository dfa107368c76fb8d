"""Read one document of any supported kind."""

import sys
from collections.abc import Callable
from pathlib import Path

from ahcextract.errors import InputError
from ahcextract.reading.decoding import decode
from ahcextract.reading.front_matter import read_front_matter
from ahcextract.reading.source import Source

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx"})


def read(path: str | Path, *, name: str | None = None) -> Source:
    """Read the document at `path`; "-" is standard input, read as plain text or Markdown.

    Args:
        path: the file.
        name: name of the document instead of the file's.

    Raises:
        InputError: it cannot be opened, holds no text, is damaged or of no known kind.
    """
    if str(path) == "-":
        return read_bytes(sys.stdin.buffer.read(), name or "stdin", "")
    path = Path(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError("no such file", where=str(path), hint="check the path") from None
    except IsADirectoryError:
        raise InputError("is a folder, not a file", where=str(path)) from None
    except PermissionError:
        raise InputError(
            "no permission to read it", where=str(path), hint="check its permissions"
        ) from None
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error})", where=str(path)) from None
    return _read(data, name or path.stem, path.suffix, str(path), path)


def read_bytes(
    data: bytes, name: str, suffix: str, *, where: str | None = None, path: Path | None = None
) -> Source:
    """Read a document held in memory.

    Args:
        data: the whole file.
        name: name of the document.
        suffix: its ending with the dot (".pdf"); "" for plain text or Markdown.
        where: what messages call it; name and suffix by default.
        path: the file it came from, if it did.

    Raises:
        InputError: as `read`.
    """
    return _read(data, name, suffix, where or f"{name}{suffix}", path)


def from_text(text: str, name: str = "text") -> Source:
    """A document from a string, which may open with YAML front matter.

    Raises:
        InputError: `text` is empty or only white space, or its front matter is no YAML.
    """
    if not text.strip():
        raise InputError("holds no text", where=name, hint="give a text")
    return _text(text, name, name, None, ())


def _read(data: bytes, name: str, suffix: str, where: str, path: Path | None) -> Source:
    suffix = suffix.lower()
    if suffix and suffix not in SUFFIXES:
        raise InputError(
            f"unknown kind of file {suffix!r}",
            where=where,
            hint=f"readable endings are {', '.join(sorted(SUFFIXES))}",
        )
    if not data:
        raise InputError("is empty", where=where, hint="give a file with text")
    convert = _converter(suffix)
    if convert is not None:
        return convert(data, name, where, path)
    text, warnings = decode(data, where)
    return _text(text, name, where, path, warnings)


_Convert = Callable[[bytes, str, str, Path | None], Source]


def _converter(suffix: str) -> _Convert | None:
    # Each reader's library is slow to import: only the one that is needed is.
    if suffix in {".html", ".htm"}:
        from ahcextract.reading.html import read_html

        return read_html
    if suffix == ".pdf":
        from ahcextract.reading.pdf import read_pdf

        return read_pdf
    if suffix == ".docx":
        from ahcextract.reading.docx import read_docx

        return read_docx
    return None


def _text(text: str, name: str, where: str, path: Path | None, warnings: tuple[str, ...]) -> Source:
    front = read_front_matter(text, where)
    return Source(name, text, front.title, front.day, path, warnings, front.end, front.profile)
