"""A source becomes a bulletin."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from ahcextract.bulletin import Block, Bulletin, Issue
from ahcextract.errors import InputError
from ahcextract.reading.source import Source
from ahcextract.splitting.blocks import find_blocks
from ahcextract.splitting.choosing import choose
from ahcextract.splitting.dates import year_in_file_name
from ahcextract.splitting.headings import Heading, heading_at
from ahcextract.splitting.lines import Line, lines_of
from ahcextract.splitting.numbering import oddities, settle_dates, settle_numbers
from ahcextract.splitting.opening import Opening, read_opening


def split(source: Source, headings: Sequence[str] = ()) -> Bulletin:
    """Split a document into its issues and their blocks.

    Args:
        source: the document as read.
        headings: regular expressions of a profile for issue headings of unusual form, with
            groups named number, title and date (each may be missing).

    Raises:
        InputError: a pattern of `headings` is no regular expression.
    """
    lines = list(lines_of(source.text, source.body_start, len(source.text)))
    found = _issue_headings(lines, _compile(headings))
    opening = read_opening(source, lines, found)
    issues, warnings = _issues(source, opening, found)
    return Bulletin(
        source.name,
        source.text,
        issues,
        opening.title,
        opening.date,
        (*source.warnings, *warnings),
    )


def _compile(patterns: Sequence[str]) -> list[re.Pattern[str]]:
    compiled = []
    for pattern in patterns:
        try:
            compiled.append(re.compile(pattern))
        except re.error as error:
            raise InputError(
                f"heading pattern {pattern!r} is no regular expression ({error})",
                hint="mend it in the profile",
            ) from None
    return compiled


def _issue_headings(lines: Sequence[Line], profile: Sequence[re.Pattern[str]]) -> list[Heading]:
    candidates: list[Heading] = []
    behind = -1
    for index, line in enumerate(lines):
        if line.start < behind:
            continue
        heading = heading_at(lines, index, profile)
        if heading is not None:
            candidates.append(heading)
            behind = heading.end
    starts = [line.start for line in lines if not line.blank]
    ends = [item.start for item in candidates[1:]] + [len(lines) and lines[-1].end + 1]
    has_text = [
        bisect_left(starts, item.end) < bisect_left(starts, end)
        for item, end in zip(candidates, ends, strict=False)
    ]
    return choose(candidates, has_text)


def _issues(
    source: Source, opening: Opening, found: Sequence[Heading]
) -> tuple[tuple[Issue, ...], list[str]]:
    text = source.text
    if not found:
        blocks = _passage(text, opening)
        issue = Issue(1, opening.title, opening.date, opening.start, len(text), blocks)
        return (issue,), []
    default_year = opening.date.year if opening.date else year_in_file_name(source.name)
    days = settle_dates(found, default_year)
    numbers = settle_numbers(found)
    issues = _preface(text, opening, found[0].start)
    bounds = [item.start for item in found] + [len(text)]
    for item, number, day, (start, end) in zip(found, numbers, days, pairwise(bounds), strict=True):
        blocks = find_blocks(text, item.end, end)
        issues.append(Issue(number, item.title, day, start, end, blocks))
    return tuple(issues), list(oddities(found, numbers, days))


def _passage(text: str, opening: Opening) -> tuple[Block, ...]:
    """The blocks of a document without issues: an excerpt may open with a section's heading."""
    if opening.headed:
        blocks = find_blocks(text, opening.start, len(text))
        if blocks[0].kind == "heading":
            return blocks
    return find_blocks(text, opening.body, len(text))


def _preface(text: str, opening: Opening, end: int) -> list[Issue]:
    """Issue 0, where more than headings stands before the first issue."""
    blocks = find_blocks(text, opening.body, end)
    if all(block.kind == "heading" for block in blocks):
        return []
    return [Issue(0, None, None, opening.start, end, blocks)]
