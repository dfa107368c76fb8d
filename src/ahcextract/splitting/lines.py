"""Lines of a text with their offsets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"([^\r\n\f\v\u0085\u2028\u2029]*)(?:\r\n|[\r\n\f\v\u0085\u2028\u2029]|\Z)")
# What shows nothing: white space, zero-width characters, soft hyphens.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_LEADING = re.compile(rf"[\s{INVISIBLE}]*")
_TAB = 4
# Characters; nobody wraps text to fewer, so a shorter line was meant to end.
NARROWEST = 45


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its margins.

    Attributes:
        start: offset of its first visible character; of a blank line, its beginning.
        end: behind the last visible character.
        text: what stands between.
        indent: columns before `start`, a tab counting up to the next multiple of four.
    """

    start: int
    end: int
    text: str
    indent: int

    @property
    def blank(self) -> bool:
        """Whether nothing is to be seen on it."""
        return not self.text


def lines_of(text: str, start: int, end: int) -> Iterator[Line]:
    """The lines of `text[start:end]`, blank ones included."""
    at = start
    while at < end:
        match = _LINE.match(text, at, end)
        if match is None:  # the pattern matches anywhere
            raise AssertionError(at)
        raw = match[1]
        margin = len(_LEADING.match(raw)[0])  # type: ignore[index]
        content = _strip_end(raw[margin:])
        first = at + margin if content else at
        yield Line(first, first + len(content), content, _columns(raw[:margin]))
        at = match.end()


def _strip_end(content: str) -> str:
    # Two kinds of invisible characters may alternate: strip until nothing changes.
    while content and (content[-1].isspace() or content[-1] in INVISIBLE):
        content = content.rstrip().rstrip(INVISIBLE)
    return content


def _columns(margin: str) -> int:
    columns = 0
    for char in margin:
        if char == "\t":
            columns += _TAB - columns % _TAB
        elif char not in INVISIBLE:
            columns += 1
    return columns
