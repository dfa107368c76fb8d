"""Saved web pages: trafilatura finds the article, and nothing in it may be lost."""

import datetime
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ahcextract.errors import InputError
from ahcextract.reading.decoding import decode
from ahcextract.reading.elements import SKIPPED, blocks_of, texts_of
from ahcextract.reading.source import Source

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096
_DATE_METAS = (
    "article:published_time", "datepublished", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.issued", "citation_date", "pubdate", "date",
)  # fmt: skip
_TITLE_METAS = ("og:title", "dc.title", "dcterms.title", "twitter:title")
# Long enough not to stand in a menu by chance: such a block shows where the article is.
_TELLING_WORDS = 6


def read_html(data: bytes, name: str, where: str, path: Path | None) -> Source:
    """Read a web page.

    Headings become "## " lines, list items "- " lines indented by depth, table rows lines with
    " | " between the cells. Menus, footers, scripts and sharing buttons go.

    Raises:
        InputError: the page holds no text.
    """
    import trafilatura

    text, warnings = _decode(data, where)
    # A declaration of the encoding, now wrong, would make the parser refuse the decoded text.
    tree = trafilatura.load_html(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    blocks = [] if tree is None else _article(tree, text)
    body = "\n\n".join(blocks)
    if tree is None or not body.strip():
        raise InputError("page without text", where=where, hint="save the page with its text")
    return Source(name, body + "\n", _title(tree), _date(tree), path, warnings)


def _decode(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    declared = _CHARSET.search(data[:_HEAD])
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if declared and b"\0" not in data:
            encoding = declared[1].decode("ascii").lower()
            # Browsers take these two for cp1252, and so do the people who declare them.
            encoding = "cp1252" if encoding in {"iso-8859-1", "latin1", "us-ascii"} else encoding
            try:
                return data.decode(encoding), (f"{where}: not UTF-8, read as {encoding}",)
            except (LookupError, UnicodeDecodeError):
                pass
    return decode(data, where)


def _article(tree: Any, page: str) -> list[str]:
    """The article's blocks: trafilatura's, or the page's own where those leave something out.

    Trafilatura knows well where an article is; what it drops there (very short paragraphs,
    some list items) it drops for good reasons of its own, which are not ours.
    """
    kept = _trafilatura(page)
    kept_text = _squeezed(" ".join(texts_of(kept))) if kept is not None else ""
    region = _region(tree, kept_text)
    if kept is not None and not any(_lost(region, kept_text)):
        return list(blocks_of(kept))
    return list(blocks_of(region))


def _trafilatura(page: str) -> Any:
    import trafilatura

    # It reports pages without text on its own; the message for people is ours.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document: Any = trafilatura.bare_extraction(
        page,
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        with_metadata=False,
    )
    return document.body if document is not None else None


def _region(tree: Any, kept: str) -> Any:
    """The smallest element that holds everything telling that trafilatura kept."""
    body = tree if tree.tag == "body" else tree.find(".//body")
    body = tree if body is None else body
    common: list[Any] | None = None
    for element in body.iter("p", "li", "h1", "h2", "h3", "h4", "blockquote"):
        words = element.text_content().split()
        if len(words) < _TELLING_WORDS or "".join(words) not in kept:
            continue
        ancestors = [*reversed(list(element.iterancestors())), element]
        if common is None:
            common = ancestors[:-1]
        else:
            shared = zip(common, ancestors, strict=False)
            common = [one for one, other in shared if one is other]
    return common[-1] if common else body


def _lost(region: Any, kept: str) -> Iterator[str]:
    """Blocks of the region that are not in what was kept."""
    for text in texts_of(region):
        squeezed = _squeezed(text)
        if squeezed and squeezed not in kept:
            yield text


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if meta.get("content"):
            found.setdefault(key.lower(), " ".join(meta.get("content").split()))
    return found


def _title(tree: Any) -> str | None:
    first = [element for element in tree.iter("h1") if not _skipped(element)]
    if len(first) == 1 and first[0].text_content().strip():
        return " ".join(first[0].text_content().split())
    metas = _metas(tree)
    for key in _TITLE_METAS:
        if metas.get(key):
            return metas[key]
    title = tree.find(".//title")
    return (" ".join(title.text_content().split()) or None) if title is not None else None


def _skipped(element: Any) -> bool:
    return any(parent.tag in SKIPPED for parent in element.iterancestors())


def _date(tree: Any) -> datetime.date | None:
    """The day of publication, where the page states it; never guessed from its text."""
    metas = _metas(tree)
    for key in _DATE_METAS:
        match = re.match(r"\d{4}-\d\d-\d\d", metas.get(key, ""))
        if match:
            try:
                return datetime.date.fromisoformat(match[0])
            except ValueError:
                continue
    return None
