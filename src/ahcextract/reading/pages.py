"""Lines on pages become paragraphs, bullets and headings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ahcextract.reading.hyphens import Joiner
from ahcextract.splitting.headings import heading_at
from ahcextract.splitting.lines import Line

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": "-"}
)
_SPACE = re.compile(r"[ \t\u00a0]+")
_BULLET = re.compile(
    r"[•·●○▪■◦‣∙–—*-]\s*(?=\S)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s+|\d{1,2}\.\s+(?=[A-Z])"
)
_PAGE_NUMBER = re.compile(r"(?:page\s+|p\.\s*)?[-–— ]*\d{1,4}[-–— ]*(?:(?:/|of)\s*\d{1,4})?$", re.I)
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*$")
# Shares of the page's own measures; chosen on PDFs made by a browser, a word processor, by hand.
_GAP = 1.25
_LARGER = 1.12
_FULL_LINE = 0.8
_HEADING_WORDS = 25
_REPEATS = 3


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page.

    Attributes:
        text: its characters.
        page: index of the page.
        x: left end, in points.
        y: base line, in points from below.
        size: height of the type, in points.
        bold: whether all of it is set bold.
    """

    text: str
    page: int
    x: float
    y: float
    size: float
    bold: bool = False


def join_lines(lines: Sequence[PageLine]) -> Iterator[str]:
    """Blocks of text in reading order, to be joined by blank lines.

    A block ends where the gap is wide, the type changes, a bullet or issue heading begins, or
    a line that had room for the next word ends a sentence.
    """
    tidy = [_tidied(line) for line in _without_furniture(lines)]
    if not tidy:
        return
    page = _Measures(tidy)
    joiner = Joiner(line.text for line in tidy)
    block = [tidy[0]]
    for before, line in pairwise(tidy):
        if _parts(before, line, page):
            yield _written(block, page, joiner)
            block = []
        block.append(line)
    yield _written(block, page, joiner)


class _Measures:
    """What is usual in the document: type, gap between lines, length of a full line, margin."""

    def __init__(self, lines: Sequence[PageLine]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        self.size = sizes.most_common(1)[0][0]
        body = [line for line in lines if abs(line.size - self.size) < 0.2]
        gaps = [
            one.y - two.y for one, two in pairwise(body) if one.page == two.page and one.y > two.y
        ]
        # Most lines follow another of their paragraph: the lower half of the gaps is theirs.
        self.gap = median(sorted(gaps)[: len(gaps) // 2 + 1]) if gaps else self.size * 1.2
        lengths = sorted(len(line.text) for line in body)
        self.full = lengths[-1 - len(lengths) // 50]
        self.margin = Counter(round(line.x) for line in body).most_common(1)[0][0]
        self.bold_body = sum(line.bold for line in body) * 2 > len(body)

    def is_heading(self, line: PageLine) -> bool:
        """Whether its type sets a line off from the body."""
        return line.size > self.size * _LARGER or (line.bold and not self.bold_body)


def _tidied(line: PageLine) -> PageLine:
    return replace(line, text=_SPACE.sub(" ", line.text.translate(_LIGATURES)).strip())


def _without_furniture(lines: Sequence[PageLine]) -> list[PageLine]:
    """Leave out page numbers and running heads at the top and bottom of pages."""
    pages: dict[int, list[PageLine]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = {
        id(line)
        for members in pages.values()
        for line in (*members[:2], *members[-2:])
        if not _is_issue(line)
    }
    shapes = Counter(
        shape
        for members in pages.values()
        for shape in {_shape(line) for line in members if id(line) in edges}
    )
    return [
        line
        for line in lines
        if not (
            id(line) in edges
            and len(pages) > 1
            and (_PAGE_NUMBER.match(line.text.strip()) or shapes[_shape(line)] >= _REPEATS)
        )
    ]


def _shape(line: PageLine) -> str:
    return re.sub(r"\d+", "0", " ".join(line.text.split()))


def _parts(before: PageLine, line: PageLine, page: _Measures) -> bool:
    """Whether `line` begins a new block."""
    if before.text.count("[") > before.text.count("]") and not _BULLET.match(line.text):
        return False  # "#3: A long title [5 August" and "2024]"
    if _is_issue(before) or _is_issue(line) or _BULLET.match(line.text):
        return True
    if page.is_heading(before) != page.is_heading(line) or abs(before.size - line.size) > 1:
        # A bold word may open a paragraph whose first line it fills.
        return not (before.bold and line.text[:1].islower())
    ended = bool(_SENTENCE_END.search(before.text))
    if before.page != line.page or line.y > before.y:
        return ended or (page.is_heading(before) and line.text[:1].isupper())
    if before.y - line.y > page.gap * _GAP * max(1.0, before.size / page.size):
        return True
    if ended and line.x - before.x > page.size * 0.8:
        return True
    room = page.full * _FULL_LINE - len(before.text) - len(line.text.split(" ")[0])
    indent = max(0.0, before.x - page.margin) / (page.size * 0.5)
    return ended and room > indent


def _is_issue(line: PageLine) -> bool:
    found = heading_at([Line(0, len(line.text), line.text, 0)], 0)
    return found is not None and found.number is not None and found.date is not None


def _written(block: Sequence[PageLine], page: _Measures, joiner: Joiner) -> str:
    text = joiner.join([line.text for line in block])
    first = block[0]
    words = len(text.split())
    set_off = page.is_heading(first) and not _is_issue(first) and not _BULLET.match(text)
    if set_off and words <= _HEADING_WORDS and not text.endswith((".", ";", ",")):
        return ("# " if first.size > page.size * 1.6 else "## ") + text
    if _BULLET.match(text):
        # Two columns of margin a step of indentation, a step being about two characters' width.
        steps = round(max(0.0, first.x - page.margin) / (page.size * 1.5))
        return "  " * min(steps, 6) + re.sub(r"^([•·●○▪■◦‣∙–—*-])(?=\S)", r"\1 ", text)
    return text
