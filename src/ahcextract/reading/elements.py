"""An element tree, of a web page or of trafilatura, as lines of plain text."""

import re
from collections.abc import Iterator
from typing import Any

SKIPPED = frozenset(
    "script style noscript template head nav footer aside form button select svg iframe figure"
    " object audio video canvas input textarea dialog".split()
)
# Parts of an article that are none of its text.
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|cookies?|breadcrumbs?|newsletter|subscribe|related-posts"
    r"|comments?|sidebar|menu|advert|skip-link)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu", "list"})
_ITEMS = frozenset({"li", "item", "dd"})
_ROWS = frozenset({"tr", "row"})
_CELLS = frozenset({"td", "th", "cell"})
_BREAKS = frozenset({"br", "lb"})
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font hi i ins kbd label mark q ref s samp small"
    " span strong sub sup time tt u var wbr graphic".split()
)
_SPACE = re.compile(r"[ \t\r\n\f]+")


def blocks_of(root: Any) -> Iterator[str]:
    """The blocks under `root` in order: paragraphs, "## " headings, "- " items, table rows.

    Blocks are meant to be joined by blank lines.
    """
    for kind, depth, text in _walk(root, 0):
        if kind == "heading":
            yield "#" * depth + " " + text.replace("\n", " ")
        elif kind == "item":
            lines = text.split("\n")
            margin = "  " * (depth - 1)
            yield margin + "- " + f"\n{margin}  ".join(lines)
        elif kind == "in item":
            yield "  " * depth + text.replace("\n", "\n" + "  " * depth)
        else:
            yield text


def texts_of(root: Any) -> Iterator[str]:
    """The same blocks without markers."""
    for _, _, text in _walk(root, 0):
        yield text


def _walk(element: Any, depth: int) -> Iterator[tuple[str, int, str]]:
    """Kind, heading level or list depth, and text of each block under `element`."""
    words: list[str] = []
    first = element.tag in _ITEMS

    def flush() -> Iterator[tuple[str, int, str]]:
        nonlocal first
        for text in _paragraphs("".join(words)):
            yield ("item" if first else "in item" if depth else "paragraph", depth, text)
            first = False
        words.clear()

    words.append(element.text or "")
    for child in element:
        if not isinstance(child.tag, str) or _is_furniture(child):
            pass
        elif child.tag in _BREAKS:
            words.append("\v")
        elif child.tag in _INLINE and not _holds_blocks(child):
            words.append(_inline(child))
        else:
            # A paragraph that opens a list item is the item itself.
            if first and child.tag in {"p", "div"} and not "".join(words).strip():
                words.append(_inline(child) if not _holds_blocks(child) else "")
                if words[-1].strip():
                    yield from flush()
                    words.append(child.tail or "")
                    continue
            yield from flush()
            yield from _block(child, depth)
        words.append(child.tail or "")
    yield from flush()


def _block(child: Any, depth: int) -> Iterator[tuple[str, int, str]]:
    tag = child.tag
    level = _HEADINGS.get(tag) or (
        _HEADINGS.get(child.get("rend", "h2"), 2) if tag == "head" else 0
    )
    if level:
        text = _paragraphs(_inline(child))
        if text:
            yield "heading", level, " ".join(text)
    elif tag in _LISTS:
        yield from _walk(child, depth + 1)
    elif tag in _ROWS:
        cells = [" ".join(_paragraphs(_inline(cell))) for cell in child if cell.tag in _CELLS]
        if any(cells):
            yield "paragraph", 0, " | ".join(cell.replace("\n", " ") for cell in cells)
    else:
        yield from _walk(child, depth)


def _holds_blocks(element: Any) -> bool:
    return any(
        isinstance(inner.tag, str) and inner.tag not in _INLINE and inner.tag not in _BREAKS
        for inner in element.iterdescendants()
    )


def _inline(element: Any) -> str:
    """Text of an element with nothing but words in it; a line break stands as a vertical tab."""
    if not isinstance(element.tag, str) or _is_furniture(element):
        return ""
    parts = [element.text or ""]
    for child in element:
        parts.append("\v" if child.tag in _BREAKS else _inline(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _is_furniture(element: Any) -> bool:
    if element.tag in SKIPPED or element.get("hidden") is not None:
        return True
    marks = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_FURNITURE.search(marks))


def _paragraphs(words: str) -> list[str]:
    """White space as a browser shows it; two line breaks part paragraphs."""
    found = []
    for part in re.split(r"\v\s*\v[\s\v]*", words):
        lines = [_SPACE.sub(" ", line).strip(" ") for line in part.split("\v")]
        text = "\n".join(line for line in lines if line)
        if text.strip():
            found.append(text)
    return found
