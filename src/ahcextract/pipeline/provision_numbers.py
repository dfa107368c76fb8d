"""Reads the numbers of provisions: "14,3(b)(ii)", "XIV", "3 bis", "6–9", "(a) and (b)"."""

import re
from dataclasses import dataclass, replace

_LATIN = r"bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies"
_NUMBER = re.compile(
    rf"""
    (?P<number>\d{{1,3}}|[IVXLC]{{1,7}})
    (?:\s?(?P<latin>{_LATIN})\b)?
    (?:
        [.,](?P<para>\d{{1,2}})(?!\d)(?:\s?(?P<paralatin>{_LATIN})\b)?
        (?:\.(?P<third>\d{{1,2}})(?!\d))?
    )?+
    (?P<letter>[a-h]|(?<=\d)[A-Z])?
    (?=and\b|(?!\w|,\d{{3}}|:\d|/(?:\d{{3}}|[A-Z]+[./])|\.\d{{3}}|\s?%|-[A-Za-z]))
    """,
    re.VERBOSE,
)
# Three or more numbers strung by commas without a space are a list, not paragraphs.
_CHAIN = re.compile(r"\d{1,2}(?:,\d{1,2}){2,}(?!\w|,\d)")
_SUB = re.compile(
    r"\s?\((?P<sub>(?P<double>[a-z])(?P=double)?|[ivx]{1,5}|\d{1,2})\)|\s?(?P<open>[a-z])\)"
)
_SUB_RANGE = re.compile(r"\s?\((?P<low>[a-z])\s?[-–]\s?(?P<high>[a-z])\)")
_SUB_SEPARATOR = re.compile(r"\s*(?:(?P<range>[-–—]|\bto\b)|,?\s*(?:and/or|and|or|&)|,)\s*(?=\()")
_ROMAN = re.compile(r"(?:C{1,3}|XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_WIDEST_RANGE = 60


@dataclass(frozen=True, slots=True)
class Item:
    """One number as written, for an article with its paragraph or for a paragraph alone.

    Attributes:
        number: "14", "3bis", "17a"; Roman numerals converted.
        para: paragraph that the number itself gives ("14,3", "14(3)"), else None.
        subs: sub-paragraphs without parentheses, outermost first.
        start: offset of the words that name it, in characters of the scanned text.
        end: offset behind them.
    """

    number: str
    para: str | None
    subs: tuple[str, ...]
    start: int
    end: int

    @property
    def path(self) -> str:
        """Paragraph and sub-paragraphs as a target id writes them: `.3(b)`."""
        subs = "".join(f"({sub})" for sub in self.subs)
        return f".{self.para}{subs}" if self.para else subs


def roman_value(numeral: str) -> int | None:
    """Value of a well-formed Roman numeral in capitals; None for any other word.

    Args:
        numeral: letters I, V, X, L, C.
    """
    if not numeral or not _ROMAN.fullmatch(numeral):
        return None
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-v if v < f else v for v, f in zip(values, following, strict=True))


def read_number(text: str, pos: int, *, paragraph: bool = False) -> list[Item]:
    """The item at `pos`, with its sub-paragraph list expanded; empty where none stands.

    Several items come of "3(a) and (b)", "2 (a)–(c)" and "5,7,8"; `[-1].end` is where it ends.

    Args:
        text: the text scanned.
        pos: offset at which the number must start.
        paragraph: whether the number counts paragraphs, so that "3b" is 3(b).
    """
    chain = _CHAIN.match(text, pos)
    if chain:
        return [
            Item(str(int(m.group())), None, (), m.start(), m.end())
            for m in re.compile(r"\d+").finditer(text, pos, chain.end())
        ]
    match = _NUMBER.match(text, pos)
    if not match:
        return []
    number = match.group("number")
    value = int(number) if number.isdigit() else roman_value(number)
    if not value or (not number.isdigit() and number in {"C", "L"}):
        return []
    subs: list[str] = []
    number = f"{value}{match.group('latin') or ''}"
    para = match.group("para")
    if para:
        para = f"{int(para)}{match.group('paralatin') or ''}"
    if match.group("third"):
        subs.append(match.group("third"))
    letter = match.group("letter")
    if letter and letter.islower() and (para or paragraph):
        subs.append(letter)
    elif letter:
        number += letter.lower()
    item = Item(number, para, tuple(subs), pos, match.end())
    return _with_subs(text, item, paragraph=paragraph)


def read_subs(text: str, pos: int) -> list[Item]:
    """Sub-paragraphs at `pos` ("(a) and (b)") as items whose number is empty."""
    items = _with_subs(text, Item("", None, (), pos, pos), paragraph=True)
    return items if items[0].subs else []


def expand_range(first: Item, last: Item) -> list[Item] | None:
    """All items from `first` to `last`; None if they are no ascending range of at most 60.

    Args:
        first: left end, "6" or "6.1".
        last: right end, "9", "6.4", or "4" where it only carries on the paragraph.
    """
    start, end = first.start, last.end
    if first.subs or last.subs:
        return None
    if first.para is None and last.para is None:
        return _counted(first.number, last.number, first, start, end, para=False)
    if first.para is None:
        return None
    if last.para is None:
        return _counted(first.para, last.number, first, start, end, para=True)
    if first.number == last.number:
        return _counted(first.para, last.para, first, start, end, para=True)
    return None


def _counted(
    low: str, high: str, item: Item, start: int, end: int, *, para: bool
) -> list[Item] | None:
    if not (low.isdigit() and high.isdigit() and 0 < int(high) - int(low) <= _WIDEST_RANGE):
        return None
    numbers = [str(n) for n in range(int(low), int(high) + 1)]
    if para:
        return [Item(item.number, n, (), start, end) for n in numbers]
    return [Item(n, None, (), start, end) for n in numbers]


def _with_subs(text: str, item: Item, *, paragraph: bool) -> list[Item]:
    """Read the parentheses behind a number, then further ones that share its beginning."""
    end = item.end
    inner = _SUB_RANGE.match(text, end)
    if inner and inner["low"] < inner["high"]:
        codes = range(ord(inner["low"]), ord(inner["high"]) + 1)
        return [replace(item, subs=(*item.subs, chr(c)), end=inner.end()) for c in codes]
    while match := _SUB.match(text, end):
        sub = match.group("sub") or match.group("open")
        if sub.isdigit() and item.para is None and not item.subs and not paragraph:
            item = replace(item, para=str(int(sub)), end=match.end())
        else:
            item = replace(item, subs=(*item.subs, sub), end=match.end())
        end = match.end()
    items = [item]
    while items[-1].para or items[-1].subs:
        separator = _SUB_SEPARATOR.match(text, items[-1].end)
        match = _SUB.match(text, separator.end()) if separator else None
        if not (separator and match and match.group("sub")):
            break
        following = _sibling(items[-1], match.group("sub"), separator.end(), match.end())
        while match := _SUB.match(text, following.end):
            sub = match.group("sub") or match.group("open")
            following = replace(following, subs=(*following.subs, sub), end=match.end())
        if separator.group("range"):
            between = _between(items[-1], following)
            if between is None:
                break
            items.extend(between)
        items.append(following)
    return items


def _sibling(item: Item, sub: str, start: int, end: int) -> Item:
    """`(ii)` behind `3(b)(i)` is `3(b)(ii)`, `(c)` is `3(c)`; `(4)` behind `14(3)` is `14(4)`."""
    if sub.isdigit() and item.para and not any(s.isdigit() for s in item.subs):
        return Item(item.number, sub, (), start, end)
    roman = set(sub) <= set("ivx")
    depth = len(item.subs) - 1
    if depth > 0 and not (roman and set(item.subs[-1]) <= set("ivx")):
        depth = 0
    return Item(item.number, item.para, (*item.subs[: max(depth, 0)], sub), start, end)


def _between(first: Item, last: Item) -> list[Item] | None:
    """Items strictly between `(a)` and `(d)`, or between `14(1)` and `(3)`."""
    if not first.subs and not last.subs and first.para and last.para:
        numbers = _counted(first.para, last.para, first, last.start, last.end, para=True)
        return numbers[1:-1] if numbers else None
    low, high = first.subs[-1], last.subs[-1]
    if first.subs[:-1] != last.subs[:-1]:
        return None
    if len(low) == len(high) == 1 and low.isalpha() and high.isalpha() and low < high:
        subs = [chr(code) for code in range(ord(low) + 1, ord(high))]
        return [replace(last, subs=(*last.subs[:-1], sub)) for sub in subs]
    return [] if {*low, *high} <= set("ivx") else None
