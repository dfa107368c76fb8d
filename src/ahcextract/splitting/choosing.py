"""Which of the lines that look like headings do open issues."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ahcextract.splitting.headings import Heading

# Words that number issues even where no heading of the document is dated.
_STRONG = frozenset({"issue", "bulletin", "edition", "dispatch", "newsletter", "day"})
_FEWEST_UNDATED = 2
_FEWEST_UNNUMBERED = 2
# Days between two issues of one series; events announced for next year are no issues.
_LONGEST_GAP = 60


def choose(candidates: Sequence[Heading], has_text: Sequence[bool]) -> list[Heading]:
    """Pick the issue headings of a document.

    Numbered and dated headings count; numbered ones without date only beside dated ones of the
    same family, or where a whole family of them numbers the document. Headings with a date
    alone count where there are several alike and none is numbered.

    Args:
        candidates: lines that look like headings, in text order.
        has_text: for each, whether text other than headings follows before the next.
    """
    profile = [item for item in candidates if item.family == "profile"]
    if profile:
        return profile
    numbered = [item for item in candidates if item.number is not None]
    families = {item.family for item in numbered if item.date is not None}
    if not families:
        families = _undated_families(numbered)
    chosen = [item for item in numbered if item.family in families]
    if chosen:
        return _without_contents(chosen, candidates, has_text)
    return _unnumbered(candidates)


def _undated_families(numbered: Sequence[Heading]) -> set[str]:
    counts = Counter(item.family for item in numbered if item.family in _STRONG)
    return {
        family
        for family, count in counts.items()
        if count >= _FEWEST_UNDATED
        and next(item.number for item in numbered if item.family == family) == 1
    }


def _without_contents(
    chosen: list[Heading], candidates: Sequence[Heading], has_text: Sequence[bool]
) -> list[Heading]:
    """Drop the lines of a table of contents: no text below, and the same number again later."""
    texts = {item.start: text for item, text in zip(candidates, has_text, strict=True)}
    last = {item.number: item.start for item in chosen}
    return [item for item in chosen if texts[item.start] or last[item.number] == item.start]


def _unnumbered(candidates: Sequence[Heading]) -> list[Heading]:
    families: dict[str, list[Heading]] = {}
    for item in candidates:
        if item.number is None and item.date is not None:
            families.setdefault(item.family, []).append(item)
    for _, items in sorted(families.items()):
        if len(items) >= _FEWEST_UNNUMBERED and _is_run(items):
            return items
    return []


def _is_run(items: Sequence[Heading]) -> bool:
    """Whether the dates go forward, day by day or week by week."""
    year = next((item.date.year for item in items if item.date and item.date.year), 2024)
    days = [item.date.resolve(year) for item in items if item.date]
    known = [day for day in days if day]
    return len(known) == len(items) and all(
        0 < (later - earlier).days <= _LONGEST_GAP for earlier, later in pairwise(known)
    )
