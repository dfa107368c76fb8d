"""Paragraphs, bullets and headings of a stretch of text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ahcextract.bulletin import Block, BlockKind
from ahcextract.splitting.labels import find_label, is_clause, is_label, names_provision
from ahcextract.splitting.lines import NARROWEST, Line, lines_of
from ahcextract.splitting.markup import hashes, is_rule, unmark

_CERTAIN = r"[•·●○▪▫■□◦‣⁃∙➢➤►✓]"
_ENUMERATED = r"\(?\d{1,2}\)|\d{1,2}\.|\(?[a-z]\)|\(?(?:ii|iii|iv|vi|vii|viii|ix)\)"
# "10:14 Japan opens": the time opens an entry of a log.
_CLOCK = r"\d{1,2}:\d{2}(?:\s?[ap]\.?m\b\.?)?"
_BULLET = re.compile(rf"(?P<mark>{_CERTAIN}|[-–—*+o]|{_ENUMERATED}|{_CLOCK})[^\S\r\n]+(?=\S)")
_TIGHT_BULLET = re.compile(rf"(?P<mark>{_CERTAIN})(?=\S)")
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_SETEXT = re.compile(r"=+$|-+$")
# A few words with a colon between two sentences of a paragraph, a whole sentence behind them:
# "… agreed. Forests: On Friday, delegates met"; "For: Mali. Against: Chad." are answers.
_RUN_IN = re.compile(
    r"(?P<closed>[.!?][’”\"')\]]*)\s+(?P<label>[A-Z][^.:;!?]{2,70}?)\s?:\s+"
    r"(?=[A-Z\d‘“\"'](?:[^.:;!?]|[.:](?=\S)){40})"
)
_HEADING_WORDS = 12
_COLON_HEADING_WORDS = 6
# Converters put "###" before whole paragraphs that open with bold words.
_LONGEST_HEADING_WORDS = 25
_SENTENCE_WORDS = 9
_DEEPEST = 6


@dataclass(slots=True)
class _Piece:
    """A block being put together; its label is looked for when all pieces are known."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    lines: int = 1
    indent: int = 0
    mark: str = ""
    last_line: str = ""
    capitals: bool = False  # a short first line all in capitals
    loose: bool = True  # a blank line, rule or heading follows


def find_blocks(text: str, start: int, end: int) -> tuple[Block, ...]:
    """The blocks of `text[start:end]`, in order, without overlaps.

    Between them stand only white space and markers ("• ", "## ", "**", rules).

    Args:
        text: the whole document.
        start: offset where to begin.
        end: offset where to stop.
    """
    pieces = _pieces(list(lines_of(text, start, end)))
    _level_bullets(pieces)
    _promote_headings(text, pieces)
    blocks = (_block(text, piece, following) for piece, following in _with_next(pieces))
    return tuple(part for block in blocks for part in _parted(text, block))


def _parted(text: str, block: Block) -> Iterator[Block]:
    """Cut a paragraph where a run-in heading stands in it ("… agreed. Forests: On Friday, …")."""
    if block.kind == "paragraph":
        for found in _RUN_IN.finditer(text, block.body_start, block.end):
            start, label_end, body = find_label(text, found.start("label"), block.end, False)
            if label_end is not None and text[label_end - 2 : label_end] != "ed":
                yield replace(block, end=found.end("closed"))
                block = replace(block, start=start, label_end=label_end, body_start=body)
    yield block


def _pieces(lines: Sequence[Line]) -> list[_Piece]:
    pieces: list[_Piece] = []
    current: _Piece | None = None
    for line in lines:
        if line.blank or is_rule(line.text):
            if current is not None and _is_setext(line, current):
                current.kind, current.level = "heading", 1 if line.text[0] == "=" else 2
            current = None
            continue
        piece = _opens(line, current)
        if piece is None and current is not None and _is_cap_line(current, line):
            current.kind, current.level = "heading", 1
            piece = _Piece("paragraph", line.start, line.end, indent=line.indent)
            piece.last_line = line.text
        if piece is None and current is not None:
            current.end, current.lines = line.end, current.lines + 1
            current.last_line = line.text
            continue
        if current is not None:
            current.loose = False
        current = piece
        if piece is not None:
            pieces.append(piece)
            if piece.kind == "heading":
                current = None
    return pieces


def _is_cap_line(current: _Piece, line: Line) -> bool:
    """Whether what stands above the line is a heading in capitals without a blank line below."""
    return (
        current.kind == "paragraph"
        and current.lines == 1
        and current.capitals
        and not _is_capitals(line.text)
        and (line.text[0].isupper() or line.text[0] in "‘“\"'(")
    )


def _is_setext(line: Line, current: _Piece) -> bool:
    return (
        bool(_SETEXT.match(line.text))
        and current.kind == "paragraph"
        and current.lines == 1
        and not line.blank
    )


def _opens(line: Line, current: _Piece | None) -> _Piece | None:
    """The block that begins on this line; None where it goes on with `current`."""
    if hashes(line.text):
        return _marked_heading(line)
    last = line.text[-1]
    match = _BULLET.match(line.text) or _TIGHT_BULLET.match(line.text)
    if match and _may_open(match["mark"], current, line):
        start = line.start + match.end()
        return _Piece(
            "bullet", start, line.end, indent=line.indent, mark=match["mark"], last_line=line.text
        )
    if current is not None:
        return None
    quoted = _QUOTED.match(line.text)
    start = line.start + (quoted.end() if quoted and quoted.end() < len(line.text) else 0)
    words = len(line.text.split())
    capitals = words <= _HEADING_WORDS and last not in ".,;:-" and _is_capitals(line.text)
    return _Piece(
        "paragraph", start, line.end, indent=line.indent, last_line=line.text, capitals=capitals
    )


def _may_open(mark: str, current: _Piece | None, line: Line) -> bool:
    """Whether a marker opens a bullet here; "- 36" or "(b)" may also begin a wrapped line."""
    if current is None or re.match(f"{_CERTAIN}|{_CLOCK}", mark):
        return True
    if current.kind == "bullet":
        if mark == current.mark or line.indent < current.indent:
            return True
        if mark[-1] not in ").o":
            return True
    # A line that was wrapped is full and goes on; this one ended, or was never full.
    return current.last_line[-1] in ":;.!?" or len(current.last_line) < NARROWEST


def _marked_heading(line: Line) -> _Piece:
    """A "## " line; one that holds a whole sentence is a paragraph that was marked by mistake."""
    match = hashes(line.text)
    marker = match.end() if match else 0
    content, level = unmark(line.text)
    offset = line.text.find(content, marker)
    start = line.start + (offset if offset >= 0 else marker)
    words = len(content.split())
    if words > _LONGEST_HEADING_WORDS or (words > _SENTENCE_WORDS and content.endswith(".")):
        return _Piece("paragraph", start, line.start + len(line.text.rstrip("# ")))
    return _Piece("heading", start, start + len(content), level)


def _level_bullets(pieces: Sequence[_Piece]) -> None:
    """Nesting depth from indentation, within each run of bullets."""
    stack: list[int] = []
    for piece in pieces:
        if piece.kind != "bullet":
            # A bullet's own second paragraph is indented and does not end the list.
            if not (stack and piece.kind == "paragraph" and piece.indent > stack[0]):
                stack = []
            continue
        while stack and piece.indent < stack[-1]:
            stack.pop()
        if not stack or piece.indent > stack[-1]:
            stack.append(piece.indent)
        piece.level = min(len(stack), _DEEPEST)


def _promote_headings(text: str, pieces: Sequence[_Piece]) -> None:
    """Short lines that stand alone above other text are headings, Markdown or not."""
    for piece, following in _with_next(pieces):
        if piece.kind != "paragraph" or piece.lines != 1 or following is None:
            continue
        if not piece.loose and following.kind != "bullet":
            continue
        line = text[piece.start : piece.end]
        if _reads_as_heading(line, following.kind):
            piece.kind = "heading"
            piece.level = 1 if _is_capitals(line) else 2


def _with_next(pieces: Sequence[_Piece]) -> Iterator[tuple[_Piece, _Piece | None]]:
    for index, piece in enumerate(pieces):
        yield piece, pieces[index + 1] if index + 1 < len(pieces) else None


def _reads_as_heading(line: str, following: BlockKind) -> bool:
    content, _ = unmark(line)
    words = content.split()
    if not words or len(words) > _HEADING_WORDS or "|" in content:
        return False
    first = content.lstrip("‘“'\"«(")[:1]
    if not (first.isupper() or first.isdigit()) or not any(char.isalpha() for char in content):
        return False
    if content.endswith((".", "!", "?", ";", ",", "…", "”", "’", '"')):
        return content.endswith("?") and content != line
    if content.endswith(":"):
        if following == "bullet":
            return names_provision(content[:-1])
        return (
            len(words) <= _COLON_HEADING_WORDS
            and following == "paragraph"
            and not is_clause(content[:-1])
        )
    return _is_capitals(content) or content != line or not is_clause(content)


def _is_capitals(line: str) -> bool:
    letters = [char for char in line if char.isalpha()]
    return len(letters) > 3 and all(char.isupper() for char in letters)


def _block(text: str, piece: _Piece, following: _Piece | None) -> Block:
    start, end = piece.start, piece.end
    if piece.kind == "heading":
        content, _ = unmark(text[start:end])
        offset = text.find(content, start, end)
        if content and offset >= 0:
            start, end = offset, offset + len(content)
        return Block("heading", start, end, piece.level)
    if piece.kind == "bullet" and following is not None and following.level > piece.level:
        label = text[start:end].rstrip(": ")
        short = text[end - 1] == ":" or len(label.split()) <= _COLON_HEADING_WORDS
        if names_provision(label) or (short and text[end - 1] not in ".;!?" and is_label(label)):
            # "- Article 14" over nested bullets: all label, no body.
            return Block("bullet", start, end, piece.level, start + len(label), end)
    start, label_end, body = find_label(text, start, end, piece.kind == "bullet")
    return Block(piece.kind, start, end, piece.level, label_end, body)
