"""What a line has to look like to open an issue."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ahcextract.splitting.dates import FoundDate, find_dates
from ahcextract.splitting.lines import Line
from ahcextract.splitting.markup import is_rule, unmark

# A heading is short; a longer line is prose, whatever it begins with.
_LONGEST = 200
_MOST_WORDS = 25
_SEPARATORS = " \t\u00a0:;,|/·•-–—‒―"

_WORDS = tuple("one two three four five six seven eight nine ten eleven twelve".split())
_ROMAN = tuple("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split())
_SIGN = r"(?:no|nr|number)\b\.?|#|№|nº|n°"
_SERIES = (
    r"(?:(?:daily|weekly|special)\s+)?"
    r"(?:issue|bulletin|update|edition|dispatch|newsletter|report|briefing|day)\b"
)
_NUMBER = rf"(?P<number>\d{{1,3}}|(?:{'|'.join(_WORDS)})\b|(?-i:(?=[IVX])[IVX]+\b))"
_TOTAL = r"(?:\s*(?:/|of)\s*\d{1,3})?"
_NUMBERED = re.compile(
    rf"(?P<key>{_SIGN}|{_SERIES})\s*(?:{_SIGN})?\s*{_NUMBER}{_TOTAL}(?!\w|[.,]\d|-\w)",
    re.IGNORECASE,
)
# "Treaty Watch, No. 3 | 5 August 2024": the series' name first.
_NAMED_SERIES = re.compile(
    rf"(?P<series>[^\d:.!?]{{3,60}}?)[\s,|–—-]+(?P<key>{_SIGN}|issue\b|bulletin\b)\s*(?:{_SIGN})?\s*"
    rf"{_NUMBER}{_TOTAL}(?!\w|[.,]\d|-\w)",
    re.IGNORECASE,
)
# Without a digit, or a number in letters behind a series' name, no number and no date: most lines
# are prose, and this spares them the finer patterns.
_DIGIT = re.compile(r"\d")
_PROMISING = re.compile(rf"\d|(?:{_SERIES}|{_SIGN})\s*(?:{'|'.join(_WORDS)}|[IVX])", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"(?P<number>\d{1,3})\s*[:.)|–—-](?=\s)")
_EMPHASIS = re.compile(r"\*{1,3}|__")
_AFTER_NUMBER = re.compile(r"\s*(?:$|[:|.)\]–—,•·/-](?:\s|$|[\[(])|\s[\[(])")
_BRACKETED = re.compile(r"[\[(](?P<inside>[^\[\]()]*)[\])]\s*$")
# "The vote on 5 August": a day the title speaks of.
_SPOKEN_OF = re.compile(
    r"\b(?:on|of|since|until|till|by|from|before|after|in|to|for|the|between)\s*$", re.IGNORECASE
)
_PLACE = re.compile(r"(?:[A-Z][\w.'’-]*(?:[\s,]+|$)){0,4}$")
_DATE_WORD = re.compile(r"(?:date|published|posted|updated)\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line, or two, that may open an issue.

    Attributes:
        start: offset of the first character, any "## " included.
        end: behind the last line that belongs to it.
        family: what is alike in the headings of one bulletin: "#", "issue", "profile", "date 2".
        number: as printed; None for a heading with nothing but a date.
        title: its words without number and date; None without any.
        date: as written; None without one.
    """

    start: int
    end: int
    family: str
    number: int | None
    title: str | None
    date: FoundDate | None


def heading_at(
    lines: Sequence[Line], index: int, profile: Sequence[re.Pattern[str]] = ()
) -> Heading | None:
    """The heading that begins on `lines[index]`, a date line below it included; None if none."""
    line = lines[index]
    if line.blank or len(line.text) > _LONGEST:
        return None
    content, level = unmark(line.text)
    content = _EMPHASIS.sub("", content)
    if not content or len(content.split()) > _MOST_WORDS:
        return None
    found = _by_profile(line, content, profile)
    free = bool(level) or _stands_free(lines, index)
    promising = found is None and bool(_PROMISING.search(content))
    if promising and (free or _is_crowded(lines[index - 1].text, content)):
        found = _numbered(line, content) or (_bare_number(line, content) if level else None)
    if found is None and promising and free:
        found = _dated(line, content, level)
    if found is None:
        return _title_above_date(lines, index, content, level)
    return _with_next_line(lines, index, found)


def _stands_free(lines: Sequence[Line], index: int) -> bool:
    return index == 0 or lines[index - 1].blank or is_rule(lines[index - 1].text)


def _is_crowded(above: str, content: str) -> bool:
    """Whether a line right below a finished sentence still has the full form of a heading."""
    return (
        bool(_BRACKETED.search(content))
        and (content[0].isupper() or not content[0].isalnum())
        and above.endswith((".", "!", "?", ".”", ".’", '."', "]", ")"))
    )


def _by_profile(line: Line, content: str, patterns: Sequence[re.Pattern[str]]) -> Heading | None:
    for pattern in patterns:
        match = pattern.match(content) or pattern.match(line.text)
        if match is None:
            continue
        groups = match.groupdict()
        dates = find_dates(groups.get("date") or "")
        number = _to_number(groups["number"]) if groups.get("number") else None
        title = _trim(groups.get("title") or "")
        return Heading(line.start, line.end, "profile", number, title, dates[0] if dates else None)
    return None


def _numbered(line: Line, content: str) -> Heading | None:
    match = _NUMBERED.match(content)
    if match:
        rest = content[match.end() :]
        date, title = take_date(rest)
        set_apart = _AFTER_NUMBER.match(rest) or (date and date.start == 1)
        # "#3 Title [5 August 2024]" needs its date; "Day 3 saw …" is prose.
        if not set_apart and (match["key"] not in "#№" or date is None):
            return None
        return _heading(line, match, title, date)
    match = _NAMED_SERIES.match(content)
    if match:
        rest = content[match.end() :]
        date, title = take_date(rest)
        if date is not None and (_AFTER_NUMBER.match(rest) or date.start <= 2):
            return _heading(line, match, title or _trim(match["series"]), date)
    return None


def _bare_number(line: Line, content: str) -> Heading | None:
    """A Markdown heading such as "## 3: Title [5 August 2024]"."""
    match = _BARE_NUMBER.match(content)
    date, title = take_date(content[match.end() :]) if match else (None, None)
    if match is None or date is None:
        return None
    return Heading(line.start, line.end, "bare", int(match["number"]), title, date)


def _heading(
    line: Line, match: re.Match[str], title: str | None, date: FoundDate | None
) -> Heading | None:
    number = _to_number(match["number"])
    if number is None or (date is None and title and title.endswith((".", ";"))):
        return None
    key = match["key"].lower().rstrip(". ").split()[-1]
    return Heading(line.start, line.end, key, number, title, date)


def _dated(line: Line, content: str, level: int) -> Heading | None:
    """A heading with a date and no number: a date line, or a title with its date set off."""
    family = f"date {level}"
    alone = date_line(content)
    if alone is not None:
        return Heading(line.start, line.end, family, None, None, alone)
    date, title = take_date(content)
    if date is None or title is None or title.endswith((".", ";", ",")):
        return None
    if not set_off(content, date):
        return None
    return Heading(line.start, line.end, family, None, title, date)


def set_off(content: str, date: FoundDate) -> bool:
    """Whether brackets or a strong separator part the date from the words."""
    before, after = content[: date.start].rstrip(), content[date.end :].lstrip()
    if not before:
        return after.startswith((":", "|", "–", "—", "- "))
    return before.endswith(("[", "(", "|", "–", "—", ":", " -"))


def take_date(rest: str) -> tuple[FoundDate | None, str | None]:
    """Part a heading's date from its title.

    The date stands in brackets at the end, or at the end or beginning of the heading; one in
    the midst of the title, or governed by it ("the vote on 5 August"), is left there.

    Returns:
        The date and the title without it; each None where there is none.
    """
    brackets = _BRACKETED.search(rest)
    dates = find_dates(rest)
    if brackets:
        inside = [date for date in dates if date.start >= brackets.start()]
        if inside:
            return inside[0], _trim(rest[: brackets.start()])
    for date in reversed(dates):
        before, after = rest[: date.start], rest[date.end :]
        if _SPOKEN_OF.search(before):
            continue
        if not after.strip(_SEPARATORS + ")]"):
            return date, _trim(before.rstrip(_SEPARATORS + "(["))
        if before.strip(_SEPARATORS) and _PLACE.match(after.strip(_SEPARATORS)) and date.year:
            return date, _trim(before)
        if not before.strip(_SEPARATORS + "(["):
            return date, _trim(after.lstrip(_SEPARATORS + ")]"))
    return None, _trim(rest)


def _trim(title: str) -> str | None:
    title = " ".join(title.strip(_SEPARATORS).split())
    return unmark(title)[0].strip(_SEPARATORS).removeprefix(". ") or None


def _to_number(written: str) -> int | None:
    if written.isdecimal():
        return int(written)
    if written.lower() in _WORDS:
        return _WORDS.index(written.lower()) + 1
    return _ROMAN.index(written) + 1 if written in _ROMAN else None


def date_line(content: str) -> FoundDate | None:
    """The date, if a line says nothing else ("Monday, 5 August 2024", "New York, 5 August")."""
    content = _EMPHASIS.sub("", content).strip("[]()_ ")
    label = _DATE_WORD.match(content)
    content = content[label.end() :] if label else content
    if len(content.split()) > 14 or content.endswith((":", ";")):
        return None
    dates = find_dates(content)
    if len(dates) != 1:
        return None
    before = content[: dates[0].start].strip(_SEPARATORS)
    after = content[dates[0].end :].strip(_SEPARATORS)
    if _SPOKEN_OF.search(before) or after == ".":
        return None
    around = f"{before} {after}".strip()
    return dates[0] if _PLACE.match(around) and not around.lower().startswith("on ") else None


def _with_next_line(lines: Sequence[Line], index: int, heading: Heading) -> Heading:
    """Add the date line below a heading without date, or the title right below one without."""
    if heading.date is None:
        below = _next_visible(lines, index)
        if below is not None:
            date = date_line(unmark(below.text)[0])
            if date is not None:
                return Heading(
                    heading.start, below.end, heading.family, heading.number, heading.title, date
                )
        return heading
    if heading.title is None and index + 1 < len(lines):
        below = lines[index + 1]
        alone = index + 2 >= len(lines) or lines[index + 2].blank
        if alone and is_title(below.text):
            return Heading(
                heading.start,
                below.end,
                heading.family,
                heading.number,
                _trim(unmark(below.text)[0]),
                heading.date,
            )
    return heading


def _title_above_date(
    lines: Sequence[Line], index: int, content: str, level: int
) -> Heading | None:
    """A title without number, its date on the very next line."""
    if not (level or _stands_free(lines, index)) or index + 1 >= len(lines):
        return None
    below = lines[index + 1]
    if not _DIGIT.search(below.text) or not is_title(lines[index].text):
        return None
    date = date_line(unmark(below.text)[0])
    if date is None:
        return None
    return Heading(lines[index].start, below.end, f"date {level}", None, _trim(content), date)


def is_title(text: str) -> bool:
    """Whether a line could be a title: short, capitalized, not a sentence."""
    content, _ = unmark(text)
    if not content or len(content) > _LONGEST or len(content.split()) > _MOST_WORDS:
        return False
    first = content.lstrip("‘“'\"«")[:1]
    return (first.isupper() or first.isdigit()) and not content.endswith((".", ";", ":", ","))


def _next_visible(lines: Sequence[Line], index: int) -> Line | None:
    """The next line, or the one behind a single blank line."""
    for line in lines[index + 1 : index + 3]:
        if not line.blank:
            return line
    return None
