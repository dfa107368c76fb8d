"""Label Studio: tasks with predictions, the labelling set-up beside them, and back.

A position is a region over its cue, labelled with its stance, whose text areas hold actor, target,
proposal_by and point. The region's id is the record's id: Label Studio keeps it when a prediction
becomes an annotation. Offsets in Label Studio are code points since its version 1.4
(label-studio-frontend pull request 308); older versions counted UTF-16 code units, which `read`
notices by the words of the region.
"""

import json
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

from ahcextract.errors import InputError
from ahcextract.export.corrections import Corrected, Imported, Reviewed, records_of, to_gold
from ahcextract.export.passages import Passage, passages
from ahcextract.export.units import Utf16
from ahcextract.position import Position
from ahcextract.whole import whole_file

_AREAS = ("actor", "target", "proposal_by", "point")


def write(positions: Iterable[Position], path: Path, texts: str | Path | None = None) -> list[Path]:
    """Tasks, and `FILE.config.xml` beside them; see `registry.export`."""
    config = path.with_name(path.name.removesuffix(".json") + ".config.xml")
    with whole_file(path) as temporary, temporary.open("w", encoding="utf-8") as stream:
        stream.write("[\n")
        for place, passage in enumerate(passages(positions, texts)):
            stream.write(",\n" if place else "")
            json.dump(_task(passage), stream, ensure_ascii=False)
        stream.write("\n]\n")
    with whole_file(config) as temporary:
        source = files("ahcextract.export").joinpath("labelstudio.xml")
        temporary.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    return [path, config]


def _task(passage: Passage) -> dict[str, Any]:
    result: list[dict[str, Any]] = []
    for record in passage.records:
        start, end = passage.anchor(record)
        region = {"id": record.id, "to_name": "text"}
        where = {"start": start, "end": end}
        result.append(
            {
                **region,
                "from_name": "stance",
                "type": "labels",
                "value": where | {"text": passage.text[start:end], "labels": [record.stance]},
            }
        )
        for area in _AREAS:
            if value := getattr(record, area):
                filled = {"from_name": area, "type": "textarea", "value": where | {"text": [value]}}
                result.append(region | filled)
    return {
        "data": {
            "text": passage.text,
            "title": passage.title,
            "document": passage.document,
            "issue": passage.issue,
            "offset": passage.offset,
            "records": [record.model_dump(mode="json") for record in passage.records],
        },
        "predictions": [{"model_version": "ahcextract", "result": result}],
    }


def read(path: Path, *, wordless: bool = False) -> Imported:
    """Corrected tasks, exported from Label Studio as JSON (not JSON-MIN), as gold.

    Of several annotations of a task the last one counts, cancelled ones aside. Tasks that nobody
    submitted are left out and named in `Imported.skipped`.

    Raises:
        InputError: it is no such export, or a value in it cannot stand in a record.
    """
    try:
        tasks = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read as JSON ({error})", where=str(path)) from None
    if not isinstance(tasks, list) or not all(isinstance(t, dict) and "data" in t for t in tasks):
        raise InputError(
            "is no list of tasks", where=str(path), hint='export as "JSON" from Label Studio'
        )
    reviewed, skipped = [], []
    for number, task in enumerate(tasks, start=1):
        where = f"{path}: task {task.get('id', number)}"
        done = [a for a in task.get("annotations") or [] if not a.get("was_cancelled")]
        if not done:
            skipped.append(str(task["data"].get("title", where)))
            continue
        reviewed.append(_reviewed(task["data"], done[-1].get("result") or [], where))
    imported = to_gold(reviewed, wordless=wordless)
    imported.skipped = skipped
    return imported


def _reviewed(data: dict[str, Any], result: list[dict[str, Any]], where: str) -> Reviewed:
    records = records_of(data.get("records") or [], where)
    regions: dict[str, dict[str, Any]] = {}
    for item in result:
        # "ID#ANNOTATION": the part behind the sign is Label Studio's own.
        name = str(item.get("id", "")).partition("#")[0]
        if "value" in item:
            regions.setdefault(name, {})[item.get("from_name", "")] = item["value"]
    try:
        text, offset = data["text"], data["offset"]
        positions = [_position(text, name, r, records, where) for name, r in regions.items()]
        return Reviewed(data["document"], data["issue"], offset, text, records, tuple(positions))
    except KeyError as error:
        raise InputError(f"has no {error}", where=where, hint="was it exported by us?") from None


def _position(
    text: str, name: str, areas: dict[str, Any], records: dict[str, Position], where: str
) -> Corrected:
    where = f"{where}, region {name}"
    region = areas.get("stance")
    if region is None or not region.get("labels"):
        raise InputError(
            "has no stance", where=where, hint="label it in Label Studio, or delete it"
        )
    start, end = _offsets(text, region, where)
    written = {area: _written(areas.get(area)) for area in _AREAS}
    for area in ("actor", "target"):
        if not written[area]:
            raise InputError(f"has no {area}", where=where, hint="fill it in in Label Studio")
    return Corrected(
        where=where,
        record_id=name if name in records else None,
        start=start,
        end=end,
        stance=region["labels"][0],
        actor=str(written["actor"]),
        target=str(written["target"]),
        proposal_by=written["proposal_by"],
        point=written["point"],
    )


def _written(value: dict[str, Any] | None) -> str | None:
    """The text of a text area: its last line, as one that is corrected comes behind."""
    texts = (value or {}).get("text") or []
    texts = [texts] if isinstance(texts, str) else texts
    return str(texts[-1]).strip() or None if texts else None


def _offsets(text: str, region: dict[str, Any], where: str) -> tuple[int, int]:
    """The region in code points: as given, or counted in UTF-16 where its words say so."""
    start, end = int(region["start"]), int(region["end"])
    words = region.get("text")
    if not words or _same(text[start:end], words):
        return start, end
    utf16 = Utf16(text)
    first, last = utf16.points(start), utf16.points(end)
    if _same(text[first:last], words):
        return first, last
    raise InputError(f'its words "{words[:40]}" do not stand at {start} to {end}', where=where)


def _same(a: str, b: str) -> bool:
    # Label Studio writes line ends in a region's words as "\\n".
    return "".join(a.split()) == "".join(b.replace("\\n", " ").split())
