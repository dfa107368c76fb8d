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
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_ODD = re.compile(r"[^\S ]|\s\s|[\u00ad\u200b-\u200d\u2060\ufeffﬀ-ﬆ]")


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
    if not _ODD.search(piece):
        return Cleaned(piece, start, None)
    chars: list[str] = []
    offsets: list[int] = []
    for index, char in enumerate(piece, start):
        if char in _DROPPED:
            continue
        if char.isspace():
            if chars and chars[-1] == " ":
                continue
            char = " "
        for letter in _LIGATURES.get(char, char):
            chars.append(letter)
            offsets.append(index)
    offsets.append(end)
    return Cleaned("".join(chars), start, tuple(offsets))
