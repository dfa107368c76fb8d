"""Cleaned text for matching and parsing, with the way back to the document's offsets."""

import re
from dataclasses import dataclass

_STRAIGHT = str.maketrans(
    {
        "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "´": "'", "`": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "−": "-", "―": "—",
    }
)  # fmt: skip
_DROPPED = "\u00ad\u200b-\u200d\u2060\ufeff"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Runs of white space and of what is dropped, but for a single space; ligatures.
_ODD = re.compile(rf"[\s{_DROPPED}]{{2,}}|[^\S ]|[{_DROPPED}]|[ﬀ-ﬆ]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A stretch of a document made fit for matching.

    Attributes:
        text: the cleaned text.
        start: offset of the stretch in the document.
        offsets: for each character of `text`, and one past the end, its offset in the
            document; None where cleaning moved nothing, so that offset is `start` + index.
    """

    text: str
    start: int
    offsets: tuple[int, ...] | None

    def at(self, index: int) -> int:
        """Offset in the document of character `index` of the cleaned text."""
        return self.start + index if self.offsets is None else self.offsets[index]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the document of the cleaned text's [start, end), end exclusive."""
        if end <= start:
            return self.at(start), self.at(start)
        return self.at(start), self.at(end - 1) + 1


def clean(text: str, start: int, end: int) -> Cleaned:
    """Clean `text[start:end]`.

    White space runs become one space, curly quotes straight, ligatures letters; soft hyphens
    and zero-width characters go. The document itself is never changed.

    Args:
        text: the whole document.
        start: offset of the first character, in code points.
        end: offset behind the last character.
    """
    piece = text[start:end].translate(_STRAIGHT)
    pieces: list[str] = []
    offsets: list[int] = []
    behind = 0
    for odd in _ODD.finditer(piece):
        run, at = odd[0], odd.start()
        pieces.append(piece[behind:at])
        offsets.extend(range(start + behind, start + at))
        letters = _LIGATURES.get(run)
        if letters is None:
            # White space and what is dropped: the first space of them stays.
            at += next((k for k, char in enumerate(run) if char.isspace()), 0)
            letters = " " if piece[at].isspace() else ""
        pieces.append(letters)
        offsets.extend([start + at] * len(letters))
        behind = odd.end()
    if not pieces:
        return Cleaned(piece, start, None)
    pieces.append(piece[behind:])
    offsets.extend(range(start + behind, end + 1))
    return Cleaned("".join(pieces), start, tuple(offsets))
