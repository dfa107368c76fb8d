"""Numbers and dates of the issues, and what is odd about them."""

from collections.abc import Iterator, Sequence
from datetime import date

from ahcextract.splitting.dates import FoundDate, NumberOrder
from ahcextract.splitting.headings import Heading

_HALF_A_YEAR = 183
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def settle_dates(headings: Sequence[Heading], default_year: int | None) -> list[date | None]:
    """The day of each heading; a missing year is the nearest neighbour's.

    Neighbours above come first; a day that would then lie more than half a year before its
    neighbour is in the next year ("30 December 2024", then "2 January").

    Args:
        headings: in text order.
        default_year: taken where no heading has a year.
    """
    orders = {item.date.order for item in headings if item.date} - {None}
    order: NumberOrder | None = orders.pop() if len(orders) == 1 else None
    days = [_full(item.date, order) for item in headings]
    for index, item in enumerate(headings):
        if days[index] is None and item.date is not None and item.date.year is None:
            days[index] = _by_neighbour(item.date, days, index, default_year)
    return days


def _full(found: FoundDate | None, order: NumberOrder | None) -> date | None:
    return found.resolve(order=order) if found is not None else None


def _by_neighbour(
    found: FoundDate, days: Sequence[date | None], index: int, default_year: int | None
) -> date | None:
    before = next((day for day in reversed(days[:index]) if day), None)
    if before is not None:
        same, later = found.resolve(before.year), found.resolve(before.year + 1)
        return later if same and later and (before - same).days > _HALF_A_YEAR else same or later
    after = next((day for day in days[index + 1 :] if day), None)
    if after is not None:
        same, earlier = found.resolve(after.year), found.resolve(after.year - 1)
        wraps = same and earlier and (same - after).days > _HALF_A_YEAR
        return earlier if wraps else same or earlier
    return found.resolve(default_year) if default_year else None


def settle_numbers(headings: Sequence[Heading]) -> list[int]:
    """The number of each issue as printed; headings without one count on from the last."""
    numbers: list[int] = []
    for item in headings:
        last = numbers[-1] if numbers else 0
        numbers.append(last + 1 if item.number is None else item.number)
    return numbers


def oddities(
    headings: Sequence[Heading], numbers: Sequence[int], days: Sequence[date | None]
) -> Iterator[str]:
    """Warnings, one line each: jumps, repeats, days that run backwards, dates in doubt."""
    seen: set[int] = set()
    before: int | None = None
    last: tuple[int, date] | None = None
    for item, number, day in zip(headings, numbers, days, strict=True):
        if number in seen:
            yield f"issue {number} comes twice"
        elif before is not None and number != before + 1:
            yield f"issue {number} follows issue {before}"
        seen.add(number)
        before = number
        yield from _odd_date(item, number, day)
        if day is not None:
            if last is not None and day < last[1]:
                yield f"issue {number} ({day}) is dated before issue {last[0]} ({last[1]})"
            last = (number, day)


def _odd_date(item: Heading, number: int, day: date | None) -> Iterator[str]:
    if item.date is None:
        yield f"issue {number} has no date"
    elif day is None and item.date.numeric:
        yield f"issue {number}: its date could be read as day or month first; left out"
    elif day is None:
        yield f"issue {number}: its date has no year; left out"
    elif item.date.weekday is not None and item.date.weekday != day.weekday():
        yield (
            f"issue {number}: {day} is a {_DAYS[day.weekday()]}, "
            f"its heading says {_DAYS[item.date.weekday]}"
        )
