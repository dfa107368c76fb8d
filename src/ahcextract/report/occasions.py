"""The issues of the records, in the order in which they appeared."""

from collections.abc import Iterable
from dataclasses import dataclass

from ahcextract.position import Position


@dataclass(frozen=True, slots=True)
class Occasion:
    """One issue of one document.

    Attributes:
        document: name of the bulletin.
        number: of the issue; 0 is the preface.
        title: as in the record, or None.
        date: ISO 8601, or None.
    """

    document: str
    number: int
    title: str | None
    date: str | None


def occasion(position: Position) -> Occasion:
    """The issue that a record belongs to."""
    return Occasion(position.document, position.issue, position.issue_title, position.issue_date)


def occasions(positions: Iterable[Position]) -> list[Occasion]:
    """All issues, by date; one without a date follows the issue before it in its document."""
    found = {occasion(position) for position in positions}
    by_place = sorted(found, key=lambda o: (o.document, o.number, o.date or "", o.title or ""))
    first: dict[str, str] = {}
    for one in by_place:
        if one.date:
            first[one.document] = min(one.date, first.get(one.document, one.date))
    when: dict[Occasion, str] = {}
    last: dict[str, str] = {}
    for one in by_place:
        # A preface without a date stands with the first dated issue of its document.
        date = one.date or last.get(one.document) or first.get(one.document) or "9999"
        last[one.document] = date
        when[one] = date
    return sorted(found, key=lambda o: (when[o], o.document, o.number, o.date or "", o.title or ""))


def occasion_labels(found: list[Occasion]) -> list[str]:
    """Short names, distinct: "#3 · 5 Aug", with year or document's name where there are several."""
    several = len({one.document for one in found}) > 1
    years = len({one.date[:4] for one in found if one.date}) > 1
    labels: list[str] = []
    for one in found:
        label = "preface" if one.number == 0 else f"#{one.number}"
        if one.date:
            label += f" · {long_date(one.date) if years else short_date(one.date)}"
        if several:
            label += f" · {one.document}"
        while label in labels:
            label += "′"
        labels.append(label)
    return labels


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def short_date(date: str) -> str:
    """`2024-08-05` as "5 Aug"; anything that is no date stays as it is."""
    _, month, day = date.split("-")
    if not 1 <= int(month) <= 12:
        return date
    return f"{int(day)} {_MONTHS[int(month) - 1]}"


def long_date(date: str) -> str:
    """`2024-08-05` as "5 Aug 2024"."""
    return f"{short_date(date)} {date[:4]}"
