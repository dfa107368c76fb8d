"""Policy for matches that overlap, shared by the matching components."""

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import TypeVar

from spacy.tokens import Span

T = TypeVar("T")


def longest(finds: Iterable[tuple[int, int, T]]) -> list[tuple[int, int, T]]:
    """Keep the longest of overlapping finds, the leftmost of equally long ones; text order.

    Args:
        finds: first token, token behind the last, and whatever was found there.
    """
    kept = sorted(finds, key=itemgetter(0))
    if _apart(kept):
        return kept
    ordered = sorted(kept, key=lambda find: find[0] - find[1])
    kept = []
    taken: set[int] = set()
    for find in ordered:
        tokens = range(find[0], find[1])
        if taken.isdisjoint(tokens):
            kept.append(find)
            taken.update(tokens)
    return sorted(kept, key=itemgetter(0))


def _apart(finds: Sequence[tuple[int, int, T]]) -> bool:
    """Whether none of the finds, which are in text order, overlaps the next: most do not."""
    behind = 0
    for start, end, _ in finds:
        if start < behind:
            return False
        behind = end
    return True


def longest_first(spans: Iterable[Span]) -> list[Span]:
    """Keep the longest of overlapping spans, the leftmost of equally long ones; text order."""
    return [span for _, _, span in longest((s.start, s.end, s) for s in spans)]
