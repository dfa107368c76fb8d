"""PDF files: lines with their places on the page, mended to paragraphs before offsets exist."""

import io
import logging
import re
from pathlib import Path
from typing import Any

from ahcextract.errors import InputError
from ahcextract.reading.pages import PageLine, join_lines
from ahcextract.reading.source import Source

_FILE_NAME = re.compile(
    r"\.(?:docx?|odt|rtf|indd|pdf|pages|txt)$|^(?:microsoft word|untitled)\b", re.I
)


def read_pdf(data: bytes, name: str, where: str, path: Path | None) -> Source:
    """Read a PDF file with a text layer.

    Ligatures become letters, words parted at line ends whole, lines of a paragraph one line;
    running heads and page numbers go; larger or bold short lines become "## " headings.

    Raises:
        InputError: it is damaged, needs a password, or has no text (a scan).
    """
    # pypdf reports each oddity of a file as a warning; what stops reading is raised.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = _open(data, where)
        lines = [line for number, page in enumerate(reader.pages) for line in _lines(page, number)]
        title = _title(reader)
    except InputError:
        raise
    except RecursionError:
        raise _damaged(where, "nested too deep") from None
    except Exception as error:
        # A damaged file can fail anywhere inside pypdf, with errors of any kind.
        raise _damaged(where, type(error).__name__) from None
    text = "\n\n".join(join_lines(lines))
    if not text.strip():
        raise InputError(
            "PDF without text (a scan?)", where=where, hint="run text recognition on it first"
        )
    return Source(name, text + "\n", title, None, path)


def _damaged(where: str, reason: str) -> InputError:
    return InputError(f"damaged PDF ({reason})", where=where, hint="save or download it anew")


def _open(data: bytes, where: str) -> Any:
    import pypdf
    from pypdf.errors import DependencyError

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        try:
            opened = reader.decrypt("")
        except (DependencyError, NotImplementedError):
            opened = None
        if not opened:
            raise InputError("encrypted PDF", where=where, hint="save it without a password")
    return reader


def _title(reader: Any) -> str | None:
    title = " ".join(str(reader.metadata.title or "").split()) if reader.metadata else ""
    return title if title and not _FILE_NAME.search(title) else None


def _lines(page: Any, number: int) -> list[PageLine]:
    """The lines of a page in the order of its content, with place, size and weight."""
    lines: list[PageLine] = []
    parts: list[str] = []
    place: list[Any] = []

    def flush() -> None:
        text = "".join(parts)
        if text.strip() and place:
            x, y, size, bold = place[0]
            lines.append(
                PageLine(text.rstrip(), number, x, y, size, all(p[3] for p in place) and bold)
            )
        parts.clear()
        place.clear()

    def visit(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        for index, part in enumerate(re.split(r"\r\n|[\r\n]", text)):
            if index:
                flush()
            if not part.strip():
                if parts:
                    parts.append(part)
                continue
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = abs(tm[3] * cm[3] - tm[2] * cm[1]) or 1.0
            base = str((font or {}).get("/BaseFont", ""))
            place.append((float(x), float(y), float(size * scale), "bold" in base.lower()))
            parts.append(part)

    page.extract_text(visitor_text=visit)
    flush()
    return lines
