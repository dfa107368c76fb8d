"""doccano: examples for a project of type "Sequence Labeling", and back.

A position is a span over its cue with the label `STANCE | ACTOR | TARGET`; correcting it is
giving it another label (a new one is made by typing it). doccano gives spans no name that lasts,
so `read` finds a span's record by its place and label. Offsets in doccano are UTF-16 code units
(its issue 2290), unless the project counts grapheme clusters, which must stay off.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ahcextract.errors import InputError
from ahcextract.export.corrections import Corrected, Imported, Reviewed, records_of, to_gold
from ahcextract.export.passages import Passage, passages
from ahcextract.export.units import Utf16
from ahcextract.position import Position
from ahcextract.whole import whole_file

_Span = tuple[int, int, str]


def write(positions: Iterable[Position], path: Path, texts: str | Path | None = None) -> list[Path]:
    """One example a line; see `registry.export`."""
    with whole_file(path) as temporary, temporary.open("w", encoding="utf-8") as stream:
        for passage in passages(positions, texts):
            stream.write(json.dumps(_example(passage), ensure_ascii=False) + "\n")
    return [path]


def label(record: Position) -> str:
    """The label of a record's span."""
    return f"{record.stance} | {record.actor} | {record.target}"


def _example(passage: Passage) -> dict[str, Any]:
    utf16 = Utf16(passage.text)
    spans = [(*passage.anchor(record), label(record)) for record in passage.records]
    # All but "text" and "label" is metadata to doccano, which gives it back as it is.
    return {
        "text": passage.text,
        "label": [[utf16.units(start), utf16.units(end), name] for start, end, name in spans],
        "title": passage.title,
        "document": passage.document,
        "issue": passage.issue,
        "offset": passage.offset,
        "records": [record.model_dump(mode="json") for record in passage.records],
    }


def read(path: Path, *, wordless: bool = False) -> Imported:
    """Corrected examples, exported from doccano as JSONL, as gold.

    Raises:
        InputError: it is no such export, or a label is not `STANCE | ACTOR | TARGET`.
    """
    try:
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read ({error})", where=str(path)) from None
    reviewed = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            reviewed.append(_reviewed(line, f"{path}:{number}"))
    return to_gold(reviewed, wordless=wordless)


def _reviewed(line: str, where: str) -> Reviewed:
    try:
        example = json.loads(line)
        text = example.get("text", example.get("data"))
        example = {**(example.get("meta") or {}), **example}
        document, issue, offset = example["document"], example["issue"], example["offset"]
        spans = _spans(example, text)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputError(
            "is no example of ours", where=where, hint='export as "JSONL" from doccano'
        ) from None
    records = records_of(example.get("records") or [], where)
    ids = _match(spans, records, offset)
    positions = [_position(span, name, where) for span, name in zip(spans, ids, strict=True)]
    return Reviewed(document, issue, offset, text, records, tuple(positions))


def _spans(example: dict[str, Any], text: str) -> list[_Span]:
    utf16 = Utf16(text)
    found: list[_Span] = []
    for key in ("label", "labels", "entities"):
        for span in example.get(key) or []:
            if isinstance(span, dict):
                span = (span["start_offset"], span["end_offset"], span["label"])
            start, end, name = span
            found.append((utf16.points(int(start)), utf16.points(int(end)), str(name)))
    return found


def _match(spans: list[_Span], records: dict[str, Position], offset: int) -> list[str | None]:
    """For each span the record it was: same place and label, then same place and most alike."""
    places = {}
    for name, record in records.items():
        cue = record.cue_start, record.cue_end
        at = cue if None not in cue else (record.evidence_start, record.evidence_end)
        places[name] = (int(at[0] or 0) - offset, int(at[1] or 0) - offset)
    ids: list[str | None] = [None] * len(spans)
    free = set(records)
    for alike in (3, 2, 1):
        for index, (start, end, name) in enumerate(spans):
            if ids[index] is not None:
                continue
            fits = [
                r
                for r in records
                if r in free
                and places[r] == (start, end)
                and _common(name, label(records[r])) == alike
            ]
            if fits:
                ids[index] = fits[0]
                free.discard(fits[0])
    return ids


def _common(a: str, b: str) -> int:
    pairs = zip(a.split("|"), b.split("|"), strict=False)
    return sum(x.strip() == y.strip() for x, y in pairs)


def _position(span: _Span, record_id: str | None, where: str) -> Corrected:
    start, end, name = span
    parts = [part.strip() for part in name.split("|")]
    where = f'{where}, label "{name}"'
    if len(parts) != 3 or not all(parts):
        raise InputError("is not of the form STANCE | ACTOR | TARGET", where=where)
    return Corrected(where, record_id, start, end, *parts)
