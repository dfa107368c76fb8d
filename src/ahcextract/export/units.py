"""Offsets in UTF-16 code units, as JavaScript and Java count, and in code points."""

from itertools import accumulate


class Utf16:
    """Takes offsets of one text from code points to UTF-16 code units and back.

    Args:
        text: the text; characters beyond U+FFFF are one code point and two units.
    """

    def __init__(self, text: str) -> None:
        self._units: list[int] | None = None
        if any(character > "\uffff" for character in text):
            widths = (2 if character > "\uffff" else 1 for character in text)
            self._units = list(accumulate(widths, initial=0))

    def units(self, point: int) -> int:
        """Code points to units."""
        return point if self._units is None else self._units[point]

    def points(self, unit: int) -> int:
        """Units to code points; a unit within a character counts as the character's start."""
        if self._units is None:
            return unit
        from bisect import bisect_right

        return bisect_right(self._units, unit) - 1
