"""How a document opens: its title, its day, and where its body begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ahcextract.reading.source import Source
from ahcextract.splitting.dates import date_in_file_name, find_dates
from ahcextract.splitting.headings import Heading, date_line, is_title
from ahcextract.splitting.lines import NARROWEST, Line
from ahcextract.splitting.markup import unmark

_LONGEST_TITLE_WORDS = 16
_HEADING_WORDS = 8


@dataclass(frozen=True, slots=True)
class Opening:
    """What is known about a document before its body.

    Attributes:
        title: from front matter, else the title line; None without either.
        date: from front matter, else the title, the date line or the file name; None otherwise.
        start: offset of the title line, or of the first visible character.
        body: offset behind the title and date lines.
        headed: the title is a few words without a day, as the heading of a section is.
    """

    title: str | None
    date: date | None
    start: int
    body: int
    headed: bool = False


def read_opening(source: Source, lines: Sequence[Line], found: Sequence[Heading]) -> Opening:
    """Read the lines before the first issue heading for title and day.

    Args:
        source: the document.
        lines: those of its body, blank ones included.
        found: its issue headings.
    """
    stop = found[0].start if found else len(source.text)
    visible = [line for line in lines if not line.blank and line.start < stop]
    start = visible[0].start if visible else min(source.body_start, stop)
    title, body, day, headed = source.title, start, source.date, False
    if visible and _is_title_line(source, lines, visible):
        headed = title is None and len(visible[0].text.split()) <= _HEADING_WORDS
        title = title or unmark(visible[0].text)[0]
        body = visible[0].end
        day = day or _only_day(visible[0].text)
        visible = visible[1:]
    day = day or (_only_day(title) if title else None)
    if visible and (body > start or source.title):
        written = date_line(unmark(visible[0].text)[0])
        if written is not None:
            body = visible[0].end
            day = day or written.resolve()
    return Opening(
        title, day or date_in_file_name(source.name), start, body, headed and day is None
    )


def _is_title_line(source: Source, lines: Sequence[Line], visible: Sequence[Line]) -> bool:
    """Whether the first visible line is the document's title and not a section's heading."""
    first = visible[0]
    content, level = unmark(first.text)
    if source.title:
        return " ".join(content.split()).casefold() == source.title.casefold()
    if len(visible) < 2 or not is_title(first.text):
        return False
    if level:
        return level == 1 and sum(unmark(line.text)[1] == 1 for line in visible) == 1
    if _only_day(content) and len(content.split()) <= 2 * _LONGEST_TITLE_WORDS:
        return _stands_alone(lines, first)
    return len(content.split()) <= _LONGEST_TITLE_WORDS and _stands_alone(lines, first)


def _stands_alone(lines: Sequence[Line], first: Line) -> bool:
    below = lines[next(i for i, line in enumerate(lines) if line is first) + 1 :][:1]
    if not below or below[0].blank or date_line(unmark(below[0].text)[0]) is not None:
        return True
    # A subtitle: the line above it had room for its first word, so it was not wrapped.
    line = below[0].text
    fits = len(first.text) + len(line.split()[0]) < NARROWEST
    return fits and (line[0].isupper() or line[0] in "(‘“\"'*_")


def _only_day(title: str) -> date | None:
    """The day that a title names, where it names one."""
    dates = find_dates(title)
    return dates[0].resolve() if len(dates) == 1 else None
