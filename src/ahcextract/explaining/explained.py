"""Puts together what was marked, what came of it, from where, and why not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ahcextract.bulletin import Bulletin, Issue
from ahcextract.explaining.marks import Mark, marks_of
from ahcextract.explaining.reasons import Reason, reasons_of
from ahcextract.explaining.tracing import Traced, TracedBlock, Tracer
from ahcextract.linking.context import Place
from ahcextract.linking.drafts import Draft
from ahcextract.linking.parse import Sentence
from ahcextract.position import Position

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an actor or a target comes from.

    Attributes:
        how: "named here", or where it was carried over from ("from the label").
        start: offset of the words it was carried over from, in code points; None for none.
        end: offset behind them.
        text: those words.
    """

    how: str
    start: int | None = None
    end: int | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A record and where its actor and its target come from."""

    position: Position
    actor: Provenance
    target: Provenance


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence or a heading.

    Attributes:
        document: name of the bulletin.
        issue: number of the issue.
        kind: `sentence` or `heading`.
        start: offset into the document, in code points.
        end: offset behind it.
        text: its words, as written.
        marks: what was found in it.
        records: what came of it.
        reasons: why an actor in it gave nothing.
        sets: what a heading, or the label of the sentence's block, is on.
    """

    document: str
    issue: int
    kind: str
    start: int
    end: int
    text: str
    marks: tuple[Mark, ...] = ()
    records: tuple[Record, ...] = ()
    reasons: tuple[Reason, ...] = ()
    sets: tuple[str, ...] = ()


def explain(tracer: Tracer, bulletin: Bulletin, issue: Issue) -> Iterator[Explained]:
    """Sentences and headings of one issue, in text order.

    Args:
        tracer: an extractor that keeps what it saw.
        bulletin: the issue's.
        issue: to be read.
    """
    by_sentence: dict[Span, list[Position]] = {}
    for position in tracer.issue(bulletin, issue):
        place = position.evidence_start, position.evidence_end
        by_sentence.setdefault(place, []).append(position)
    blocks = tracer.blocks
    where = _Where(bulletin, blocks)
    for block in blocks:
        if block.matched.block.kind == "heading":
            yield _heading(bulletin, issue, block)
        for traced in block.sentences:
            s = traced.sentence
            start, end = s.place(s.start, s.end)
            positions = by_sentence.get((start, end), [])
            yield Explained(
                bulletin.name,
                issue.number,
                "sentence",
                start,
                end,
                bulletin.text[start:end],
                marks_of(traced, positions),
                tuple(where.record(traced, position, block) for position in positions),
                reasons_of(traced),
                _named(block.matched.label),
            )


def _heading(bulletin: Bulletin, issue: Issue, block: TracedBlock) -> Explained:
    start, end = block.matched.block.start, block.matched.block.end
    return Explained(
        bulletin.name, issue.number, "heading", start, end, bulletin.text[start:end],
        sets=_named(block.matched.label),
    )  # fmt: skip


def _named(place: Place) -> tuple[str, ...]:
    return (*place.targets, *(f"topic:{slug}" for slug in place.topics))


class _Where:
    """Says from where something was carried over."""

    def __init__(self, bulletin: Bulletin, blocks: Sequence[TracedBlock]) -> None:
        self._text = bulletin.text
        self._blocks = [block.matched.block for block in blocks]

    def record(self, traced: Traced, position: Position, block: TracedBlock) -> Record:
        """The record with the provenance of its actor and its target."""
        draft = _draft(traced.drafts, position)
        s = traced.sentence
        actor = self.of(draft.inherited if draft else None, s, block)
        if draft is None:
            return Record(position, actor, Provenance("unknown"))
        target = draft.target
        if target.context is not None:
            how = self.of(target.context, s, block)
            if target.span is not None:
                # "paragraph 2", whose article stands elsewhere.
                how = Provenance(f"named here, completed {how.how}", how.start, how.end, how.text)
            return Record(position, actor, how)
        if target.span is not None:
            return Record(position, actor, Provenance("named here"))
        return Record(position, actor, Provenance("not named, and nothing to take it from"))

    def of(self, span: Span | None, s: Sentence, own: TracedBlock) -> Provenance:
        """Where `span` lies, as seen from a sentence of the block `own`."""
        if span is None:
            return Provenance("named here")
        return Provenance(self._how(span, s, own), *span, self._text[slice(*span)])

    def _how(self, span: Span, s: Sentence, own: TracedBlock) -> str:
        here = own.matched.block
        start, end = s.place(s.start, s.end)
        if start <= span[0] and span[1] <= end:
            return "from elsewhere in the sentence"
        for block in self._blocks:
            if not block.start <= span[0] < block.end:
                continue
            if block.kind == "heading":
                return "from the heading"
            labelled = block.label_end is not None and span[1] <= block.label_end
            if block == here:
                return "from the label" if labelled else f"from earlier in the {block.kind}"
            return f"from the label of another {block.kind}" if labelled else "from another block"
        return "from elsewhere"


def _draft(drafts: Sequence[Draft], position: Position) -> Draft | None:
    """The draft that the record was made of: the first of its kind, as records are."""
    wanted = (position.actor, position.stance, position.target)
    for draft in drafts:
        if (draft.member.ref.id, draft.stance, draft.target.id) == wanted:
            return draft
    return None
