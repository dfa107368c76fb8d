"""Where actors, cues, provisions and topics stand in a sentence, as a person is shown them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span

from ahcextract.explaining.tracing import Traced
from ahcextract.linking.relative import is_relative
from ahcextract.position import Position

MarkKind = Literal["actor", "cue", "target", "topic"]
# Of two marks that overlap, the one whose kind stands first here is shown.
_RANK: tuple[MarkKind, ...] = ("actor", "target", "cue", "topic")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a sentence.

    Attributes:
        kind: what it was taken for.
        value: actor id, stance, target ids or topic slug.
        start: offset into the document, in code points.
        end: offset behind it.
        used: whether a record of the sentence rests on it.
    """

    kind: MarkKind
    value: str
    start: int
    end: int
    used: bool


def marks_of(traced: Traced, records: Sequence[Position]) -> tuple[Mark, ...]:
    """Marks of one sentence, none overlapping, in text order; what records rest on comes first."""
    s = traced.sentence
    found = [*_used(records)]
    for group in ("actors", "provisions", "cues", "topics"):
        for span in s.doc.spans.get(group, ()):
            if s.start <= span.start and span.end <= s.end:
                found.append(_seen(group, span, *s.place(span.start, span.end), records))
    return _apart(found)


def _used(records: Sequence[Position]) -> Iterable[Mark]:
    """What the records rest on."""
    for record in records:
        if record.actor_start is not None and record.actor_end is not None:
            yield Mark("actor", record.actor, record.actor_start, record.actor_end, True)
        if record.target_start is not None and record.target_end is not None:
            kind: MarkKind = "topic" if record.target_kind == "topic" else "target"
            same = [r.target for r in records if r.target_start == record.target_start]
            value = ", ".join(dict.fromkeys(same)).removeprefix("topic:" if kind == "topic" else "")
            yield Mark(kind, value, record.target_start, record.target_end, True)
        if record.cue_start is not None and record.cue_end is not None:
            same = [r.stance for r in records if r.cue_start == record.cue_start]
            value = "/".join(dict.fromkeys(same))
            yield Mark("cue", value, record.cue_start, record.cue_end, True)


def _seen(group: str, span: Span, start: int, end: int, records: Sequence[Position]) -> Mark:
    """What a matcher found."""
    if group == "actors":
        return Mark("actor", span._.actor.id, start, end, False)
    if group == "topics":
        return Mark("topic", span.label_, start, end, False)
    if group == "cues":
        stances = dict.fromkeys(reading.stance for reading in span._.cue)
        return Mark("cue", "/".join(stances), start, end, False)
    inside = [
        r.target
        for r in records
        if r.target_start is not None and start <= r.target_start and (r.target_end or 0) <= end
    ]
    named = [t for t in span._.provision.targets if not (is_relative(t) and inside)]
    return Mark("target", ", ".join(dict.fromkeys((*inside, *named))), start, end, bool(inside))


def _apart(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Without overlaps: what a record rests on wins, then the kind, then the longer."""
    kept: list[Mark] = []
    order = sorted(marks, key=lambda m: (not m.used, _RANK.index(m.kind), m.start - m.end, m.start))
    for mark in order:
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return tuple(sorted(kept, key=lambda m: m.start))
