"""Word documents: paragraphs, headings, list items and tables in the order of the document."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ahcextract.errors import InputError
from ahcextract.reading.source import Source

_HEADING = re.compile(r"heading (\d)|(title|subtitle)$", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list(?: bullet| number| paragraph)?(?: (\d))?$", re.IGNORECASE)
_OWN_MARKER = re.compile(r"[•·–—*-]\s|\(?\w{1,3}[.)]\s")


def read_docx(data: bytes, name: str, where: str, path: Path | None) -> Source:
    """Read a Word document.

    Headings become "## " lines, list items "- " lines indented by depth, table rows lines with
    " | " between the cells.

    Raises:
        InputError: it is damaged, encrypted or without text.
    """
    import docx
    import docx.opc.exceptions

    try:
        document = docx.Document(io.BytesIO(data))
        lines = list(_lines(document))
    except (zipfile.BadZipFile, docx.opc.exceptions.PackageNotFoundError, KeyError, ValueError):
        raise InputError(
            "no readable Word document (damaged, encrypted or of the old .doc kind)",
            where=where,
            hint="save it anew as .docx",
        ) from None
    text = "\n\n".join(lines)
    if not text.strip():
        raise InputError("document without text", where=where, hint="give a file with text")
    title = " ".join((document.core_properties.title or "").split()) or None
    # "Created" and "modified" say when a file was touched, not which day it reports on.
    return Source(name, text + "\n", title, None, path)


def _lines(document: Any) -> Iterator[str]:
    from docx.table import Table

    for item in document.iter_inner_content():
        if isinstance(item, Table):
            yield from _rows(item)
        else:
            yield from _paragraph(item)


def _rows(table: Any) -> Iterator[str]:
    for row in table.rows:
        cells: list[str] = []
        seen: set[Any] = set()
        for cell in row.cells:
            # A merged cell comes once for each column that it spans.
            if cell._tc not in seen:
                seen.add(cell._tc)
                cells.append(" ".join(cell.text.split()))
        if any(cells):
            yield " | ".join(cells)


def _paragraph(paragraph: Any) -> Iterator[str]:
    text = "\n".join(line.strip(" \t") for line in paragraph.text.splitlines()).strip()
    if not text:
        return
    style = paragraph.style.name if paragraph.style is not None else ""
    heading = _HEADING.match(style)
    if heading:
        level = int(heading[1]) if heading[1] else 1
        yield "#" * min(level, 6) + " " + " ".join(text.split("\n"))
        return
    depth = _list_depth(paragraph, style)
    if depth and not _OWN_MARKER.match(text):
        margin = "  " * (depth - 1)
        text = f"{margin}- " + text.replace("\n", f"\n{margin}  ")
    yield text


def _list_depth(paragraph: Any, style: str) -> int:
    """Depth of a list item from 1; 0 for what is none.

    The numbering properties of the paragraph or its style decide; style names alone do where a
    converter left the properties out ("List Bullet 2").
    """
    for element in (paragraph._p, getattr(paragraph.style, "element", None)):
        properties = None if element is None else element.pPr
        numbering = None if properties is None else properties.numPr
        if numbering is not None:
            if numbering.numId is not None and numbering.numId.val == 0:
                return 0  # numbering switched off
            level = numbering.ilvl.val if numbering.ilvl is not None else 0
            named = _LIST_STYLE.match(style)
            return max(level + 1, int(named[1]) if named and named[1] else 1)
    named = _LIST_STYLE.match(style)
    if named is None or style.lower() == "list paragraph":
        return 0
    return int(named[1] or 1)
