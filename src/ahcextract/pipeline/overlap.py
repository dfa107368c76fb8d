"""Policy for matches that overlap, shared by the matching components."""

from collections.abc import Iterable

from spacy.tokens import Span


def longest_first(spans: Iterable[Span]) -> list[Span]:
    """Keep the longest of overlapping spans, the leftmost of equally long ones; text order."""
    kept: list[Span] = []
    taken: set[int] = set()
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        if taken.isdisjoint(range(span.start, span.end)):
            kept.append(span)
            taken.update(range(span.start, span.end))
    return sorted(kept, key=lambda s: s.start)
