"""What is quoted is said, not spoken of."""

from collections.abc import Iterable

from spacy.tokens import Span

from ahcextract.linking.parse import Sentence

_MARKS = frozenset("'\"‘“’”")


def outside_quotes(s: Sentence, spans: Iterable[Span]) -> list[Span]:
    """Those of `spans` that stand in no quotation."""
    spans, texts = list(spans), s.block.texts
    if not spans or _MARKS.isdisjoint(texts[s.start : s.end]):
        return spans
    marks = [k for k in range(s.start, s.end) if texts[k] in _MARKS]
    if len(marks) < 2:
        return spans
    quoted: set[int] = set()
    opened: int | None = None
    for k in marks:
        if opened is None:
            opened = k if not s.doc[k].whitespace_ else None
        elif k > s.start and not s.doc[k - 1].whitespace_:
            quoted.update(range(opened, k))
            opened = None
    return [t for t in spans if t.start not in quoted]
