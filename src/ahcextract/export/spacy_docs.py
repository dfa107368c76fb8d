"""spaCy's DocBin: documents with span groups, for training.

`doc.spans` has `actors` (label: actor type, `kb_id_`: actor), `cues` (label: stance) and `targets`
(label: target kind, `kb_id_`: target), `id_` the record's id in each; and `sc`, the key that
`spancat` learns from, with the labels ACTOR, CUE and TARGET, each span once.
`doc.user_data["records"]` has the records, with offsets into `doc.text` plus
`doc.user_data["offset"]`.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ahcextract.export.files import whole_file
from ahcextract.export.passages import Passage, passages
from ahcextract.position import Position

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
    for passage in passages(positions, texts):
        bin_.add(_doc(nlp, passage))
    with whole_file(path) as temporary:
        bin_.to_disk(temporary)
    return [path]


def _doc(nlp: "Language", passage: Passage) -> "Doc":
    doc = nlp.make_doc(passage.text)
    groups: dict[str, list[Span]] = {name: [] for name in _GROUPS}
    once: dict[tuple[int, int, str], Span] = {}
    for record in passage.records:
        for name, part in _GROUPS.items():
            place = getattr(record, f"{part}_start"), getattr(record, f"{part}_end")
            span = passage.span(*place)
            if span is None:
                continue
            label, entity = {
                "actor": (record.actor_type, record.actor),
                "cue": (record.stance, ""),
                "target": (record.target_kind, record.target),
            }[part]
            # "expand": a token that the words end within is taken whole; offsets stay in records.
            made = doc.char_span(
                *span, label=label, kb_id=entity, span_id=record.id, alignment_mode="expand"
            )
            if made is None:
                continue
            groups[name].append(made)
            plain = part.upper()
            key = (made.start, made.end, plain)
            once.setdefault(key, doc[made.start : made.end])
            once[key].label_ = plain
    for name, spans in groups.items():
        doc.spans[name] = spans
    doc.spans["sc"] = [once[key] for key in sorted(once)]
    user_data: dict[str, Any] = {
        "document": passage.document,
        "issue": passage.issue,
        "offset": passage.offset,
        "records": [record.model_dump(mode="json") for record in passage.records],
    }
    doc.user_data.update(user_data)
    return doc
