"""Calendar days in headings, title lines and file names."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Literal

NumberOrder = Literal["day first", "month first"]

_MONTH = (
    r"(?-i:(?=[A-Z]))(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"(?:\s*(?:[-–—/&]|to|and)\s*(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b)?"
)
_TH = r"(?:st|nd|rd|th)?"
_TO = r"\s*(?:[-–—‑−/&]|\bto\b|\band\b|\buntil\b)\s*"
_YEAR = r"(?:(?:19|20)\d\d)(?!\d)"
# Neither "14,3 May" nor "1.5 March": a date's first number stands free.
_FREE = r"(?<![\w.,/–-])"

_DAY_FIRST = re.compile(
    rf"{_FREE}(?:(?P<weekday>{_WEEKDAY}),?\s+)?(?:the\s+)?(?P<day>\d{{1,2}}){_TH}"
    rf"(?:{_TO}\d{{1,2}}{_TH})?\s+(?:of\s+)?(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?"
    rf"(?:{_TO}(?:{_WEEKDAY},?\s+)?\d{{1,2}}{_TH}\s+(?:of\s+)?(?P<month2>{_MONTH})"
    rf"(?:,?\s+(?P<year2>{_YEAR}))?)?(?!\w)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"{_FREE}(?:(?P<weekday>{_WEEKDAY}),?\s+)?(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}){_TH}(?![\d:])"
    rf"(?:{_TO}(?:(?P<month2>{_MONTH})\s+)?\d{{1,2}}{_TH}(?![\d:]))?"
    rf"(?:,?\s+(?P<year>{_YEAR}))?(?!\w)",
    re.IGNORECASE,
)
_ISO = re.compile(
    r"(?<![\w./-])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>\d\d)(?![\w/-])"
)
_NUMERIC = re.compile(
    r"(?<![\w./-])(?P<one>\d{1,2})(?P<sep>[./])(?P<two>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?![\w/-])"
)
# "article 24 May …": a number that a reference owns.
_OWNED = re.compile(
    r"\b(?:art(?:icle)?s?|para(?:graph)?s?|chapters?|sections?|resolutions?|annex(?:es)?)\.?\s*$",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(\d\d)(?!\d)")
_FILE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as written; of a range, its first day.

    Attributes:
        start: offset of its first character in the searched string.
        end: offset behind its last.
        day: day of the month, or the first number of "05.08.2024".
        month: name of the month as written, or the number in the middle.
        year: None where it is not written.
        weekday: index from 0 (Monday) where one is written before it, of a range the first.
        numeric: written in two numbers that could be day and month either way.
    """

    start: int
    end: int
    day: str
    month: str
    year: int | None
    weekday: int | None = None
    numeric: bool = False

    def resolve(self, year: int | None = None, order: NumberOrder | None = None) -> date | None:
        """The calendar day; None where it has no year, no such day exists or it is ambiguous.

        Args:
            year: taken where none is written.
            order: how the document writes numeric dates, where known.
        """
        year = self.year or year
        if year is None:
            return None
        if not self.numeric:
            return parse_day(f"{self.day} {self.month} {year}")
        first, second = int(self.day), int(self.month)
        order = self.order or order
        if order is None and first != second:
            return None
        day, month = (second, first) if order == "month first" else (first, second)
        return parse_day(f"{year}-{month:02}-{day:02}") if 1 <= month <= 12 else None

    @property
    def order(self) -> NumberOrder | None:
        """How a numeric date must be read, where only one reading exists."""
        if not self.numeric:
            return None
        if int(self.day) > 12:
            return "day first"
        return "month first" if int(self.month) > 12 else None


@lru_cache(maxsize=4096)
def parse_day(written: str) -> date | None:
    """The day that `written` ("5 August 2024", "2024-08-05") names; None if there is none."""
    plain = _plain_day(written)
    if plain is not None:
        return plain
    import dateparser  # late: a quarter of a second until its first answer

    found: datetime | None = dateparser.parse(
        written,
        languages=["en"],
        settings={"STRICT_PARSING": True, "DATE_ORDER": "YMD" if written[:4].isdigit() else "DMY"},
    )
    return found.date() if found else None


def _plain_day(written: str) -> date | None:
    """The day of "2024-08-05" or "5 August 2024" without any parser; None for all else."""
    try:
        if written[:4].isdigit():
            return date.fromisoformat(written)
        day, month, year = written.split()
        return date(int(year), _MONTHS.index(month[:3].title()) + 1, int(day))
    except ValueError:
        return None


def find_dates(text: str) -> list[FoundDate]:
    """Dates in a heading, in text order, without overlaps.

    Only what has a month in letters, an ISO date or three numbers with a year counts: "14,3",
    "article 24" and "paragraphs 6–9" are no dates.

    Args:
        text: a short string such as a heading; its length is not limited, but a body text has
            dates that say nothing about the issue.
    """
    found = [*_named(text), *_numeric(text)]
    found.sort(key=lambda item: (item.start, -item.end))
    kept: list[FoundDate] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def _named(text: str) -> list[FoundDate]:
    found = []
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            if _OWNED.search(text, 0, match.start("day")) and not match["weekday"]:
                continue
            year = _first_year(match)
            month = match["month"].rstrip(".")
            item = FoundDate(
                match.start(), match.end(), match["day"], month, year, _weekday(match["weekday"])
            )
            # Without a year, 29 February must be allowed to exist.
            if item.resolve(2024):
                found.append(item)
    return found


def _first_year(match: re.Match[str]) -> int | None:
    """Year of the first day: of "30 December – 2 January 2025" it is 2024."""
    groups = match.groupdict()
    if groups["year"] and "year2" in groups:
        return int(groups["year"])
    year = groups["year"] or groups.get("year2")
    if year is None:
        return None
    wraps = (
        groups["month2"]
        and _is_month(groups["month"], "dec")
        and _is_month(groups["month2"], "jan")
    )
    return int(year) - 1 if wraps else int(year)


def _is_month(written: str, short: str) -> bool:
    return written.lower().startswith(short)


def _weekday(written: str | None) -> int | None:
    if not written:
        return None
    return next(i for i, name in enumerate(_WEEKDAYS) if name.startswith(written[:3].lower()))


def _numeric(text: str) -> list[FoundDate]:
    found = [
        FoundDate(m.start(), m.end(), m["day"], _MONTHS[int(m["month"]) - 1], int(m["year"]))
        for m in _ISO.finditer(text)
    ]
    found += [
        FoundDate(m.start(), m.end(), m["one"], m["two"], int(m["year"]), numeric=True)
        for m in _NUMERIC.finditer(text)
    ]
    return [item for item in found if item.resolve(order=item.order or "day first")]


def date_in_file_name(name: str) -> date | None:
    """The day in a file name such as "2024-08-05-xyz" or "20240805"; None without one."""
    match = _FILE_NAME.search(name)
    return parse_day(f"{match[1]}-{match[3]}-{match[4]}") if match else None


def year_in_file_name(name: str) -> int | None:
    """The year in a file name such as "bulletin-2024-07"; None without one, or with several."""
    years = set(_FILE_YEAR.findall(name))
    return int(years.pop()) if len(years) == 1 else None
