"""Whoever chairs: "the Chair", "Co-Chair Rivas", "the facilitators"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Doc

from ahcextract.pipeline.names import name_end

_DETERMINERS = frozenset(
    """the a an its their his her our this that each both two new current former""".split()
)
_NOT_BEFORE_TITLE = frozenset("""to will would shall should""".split())


def find_chairs(
    doc: Doc,
    words: Sequence[str],
    titles: Iterable[tuple[int, int, Any]],
    names: Mapping[int, tuple[int, str | None]],
) -> Iterator[tuple[int, int]]:
    """Token ranges of titles with the personal names behind them.

    A title in small letters needs a determiner or a name, for "chair" and "chairs" are verbs
    too. Whoever chairs a state or a group ("the President of A", "A's Chair") does not chair.

    Args:
        doc: the block.
        words: its tokens in lower case.
        titles: matched titles as token ranges; they may overlap.
        names: first token of each known name to the token behind it and the type of actor.
    """
    name_ends = dict(names.values())
    done = -1
    for start, end in _longest((s, e) for s, e, _ in titles):
        if start < done:
            continue
        behind = _names_end(doc, words, end, names)
        if not _stands(doc, words, start, end, behind > end):
            continue
        if name_ends.get(start) in {"state", "group"} or _of_others(words, behind, names):
            continue
        done = behind
        yield start, behind


def _longest(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without ranges inside others ("chair" in "co-chair"), in text order."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(ranges), key=lambda r: (r[0], -r[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _names_end(
    doc: Doc, words: Sequence[str], start: int, names: Mapping[int, tuple[int, str | None]]
) -> int:
    """Token behind the personal name, or after a plural the names joined by "and"."""
    end = name_end(doc, start, names.__contains__)
    plural = words[start - 1].endswith("s")
    while plural and end > start and end < len(words) and words[end] in {"and", ","}:
        more = name_end(doc, end + 1, names.__contains__)
        if more == end + 1:
            break
        end = more
    return end


def _stands(doc: Doc, words: Sequence[str], start: int, end: int, named: bool) -> bool:
    """Whether the title is a noun here."""
    before = words[start - 1] if start > 0 else ""
    capital = doc[start].text[0].isupper()
    if capital:
        return before not in _NOT_BEFORE_TITLE
    if named and before not in _NOT_BEFORE_TITLE:
        return True
    if before in _DETERMINERS or (start > 1 and words[start - 2] in _DETERMINERS):
        return True
    return words[end - 1].endswith("s") and words[end - 1] != "chairs"


def _of_others(words: Sequence[str], at: int, names: Mapping[int, tuple[int, str | None]]) -> bool:
    """Whether "of" and a state or a group follow."""
    if at >= len(words) or words[at] != "of":
        return False
    first = at + 2 if at + 1 < len(words) and words[at + 1] == "the" else at + 1
    return names.get(first, (0, None))[1] in {"state", "group"}
