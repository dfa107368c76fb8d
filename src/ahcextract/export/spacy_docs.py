"""spaCy's DocBin: documents with span groups, for training.

`doc.spans` has `actors` (label: actor type, `kb_id_`: actor), `cues` (label: stance) and `targets`
(label: target kind, `kb_id_`: target), `id_` the record's id in each; and `sc`, the key that
`spancat` learns from, with the labels ACTOR, CUE and TARGET, each span once.
A document is an issue; without texts it has only the sentences with records, one a line.
`doc.user_data["records"]` has the records; `doc.user_data["places"]` says where each stretch of
`doc.text` starts, there and in the bulletin's text, as offsets in records count.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ahcextract.export.passages import Passage, by_issue, joined, passages
from ahcextract.position import Position
from ahcextract.whole import whole_file

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

_GROUPS = {"actors": "actor", "cues": "cue", "targets": "target"}


def write(positions: Iterable[Position], path: Path, texts: str | Path | None = None) -> list[Path]:
    """One document a passage; see `registry.export`."""
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("en")
    # Long issues: the limit is about memory of the parser, which does not run here.
    nlp.max_length = 100_000_000
    bin_ = DocBin(store_user_data=True)
    # Few long documents: each costs DocBin milliseconds, whatever its length.
    for group in by_issue(passages(positions, texts)):
        bin_.add(_doc(nlp, group))
    with whole_file(path) as temporary:
        bin_.to_disk(temporary)
    return [path]


def _doc(nlp: "Language", group: list[Passage]) -> "Doc":
    text, starts = joined(group)
    doc = nlp.make_doc(text)
    groups: dict[str, list[Span]] = {name: [] for name in _GROUPS}
    once: dict[tuple[int, int, str], Span] = {}
    for passage, start in zip(group, starts, strict=True):
        for record in passage.records:
            for name, span in _spans(doc, passage, start, record):
                groups[name].append(span)
                plain = _GROUPS[name].upper()
                once.setdefault(
                    (span.start, span.end, plain), _plain(doc, span.start, span.end, plain)
                )
    for name, spans in groups.items():
        doc.spans[name] = spans
    doc.spans["sc"] = [once[key] for key in sorted(once)]
    places = [[start, passage.offset] for passage, start in zip(group, starts, strict=True)]
    user_data: dict[str, Any] = {
        "document": group[0].document,
        "issue": group[0].issue,
        "places": places,
        "records": [r.model_dump(mode="json") for passage in group for r in passage.records],
    }
    doc.user_data.update(user_data)
    return doc


def _plain(doc: "Doc", start: int, end: int, label: str) -> "Span":
    from spacy.tokens import Span

    return Span(doc, start, end, label=label)


def _spans(
    doc: "Doc", passage: Passage, start: int, record: Position
) -> Iterator[tuple[str, "Span"]]:
    """Group and span for each of a record's actor, cue and target that stands in the passage."""
    kinds = {
        "actor": (record.actor_type, record.actor),
        "cue": (record.stance, ""),
        "target": (record.target_kind, record.target),
    }
    for name, part in _GROUPS.items():
        place = passage.span(getattr(record, f"{part}_start"), getattr(record, f"{part}_end"))
        if place is None:
            continue
        label, entity = kinds[part]
        # "expand": a token that the words end within is taken whole; offsets stay in records.
        span = doc.char_span(
            start + place[0],
            start + place[1],
            label=label,
            kb_id=entity,
            span_id=record.id,
            alignment_mode="expand",
        )
        if span is not None:
            yield name, span
