"""Joining lines that a page broke, words parted at line ends included."""

import re
from collections.abc import Iterable, Sequence

_PARTED = re.compile(r"([^\W\d_]+)[-‐]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OPEN_END = re.compile(r"\w[-–—/]$")
# Longer than any word; looking at the end alone keeps joining linear.
_TAIL = 60
# Before these a hyphen belongs to the word.
_PREFIXES = frozenset(
    "self non co ex anti pro cross multi well all half quasi vice e e-mail third two three four"
    " long short high low ad child human".split()
)


class Joiner:
    """Joins broken lines; whether a hyphen stays is read off the document itself.

    Args:
        lines: all lines of the document, to learn its words from.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        for line in lines:
            words = [word.lower() for word in _WORD.findall(line)]
            # A word at a line's end may be half a word.
            self._words.update(words[:-1] if _PARTED.search(line) else words)

    def join(self, lines: Sequence[str]) -> str:
        """One line of all; "conven-", "tion" become "convention", "self-", "made" "self-made"."""
        text = lines[0] if lines else ""
        for line in lines[1:]:
            tail = text[-_TAIL:]
            parted, follows = _PARTED.search(tail), _FIRST_WORD.match(line)
            if parted and follows and follows[0][0].islower():
                text = text if self._keeps_hyphen(parted[1], follows[0]) else text[:-1]
                text += line
            elif _OPEN_END.search(tail):
                text += line  # "6–" and "9", "and/" and "or", "non-" and "EU"
            else:
                text += " " + line
        return text

    def _keeps_hyphen(self, first: str, second: str) -> bool:
        first, second = first.lower(), second.lower()
        if first + second in self._words:
            return False
        return f"{first}-{second}" in self._words or first in _PREFIXES
