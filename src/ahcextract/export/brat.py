r"""brat standoff: a folder of `.txt` and `.ann` with their set-up, and back.

A position is an event: its trigger is the cue, its type the stance, its arguments the words for
actor and target where they stand in the passage. The event's note holds `actor=…`, `target=…`
and `id=…`, which are what counts; people correct it there. The records as they were stay beside in
`ahcextract.json`. Offsets in `.ann` files are code points, as brat's server counts; its page
in the browser misplaces what is *newly* marked behind characters beyond U+FFFF (brat issue 1115).
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from ahcextract.errors import InputError
from ahcextract.export.corrections import Corrected, Imported, Reviewed, records_of, to_gold
from ahcextract.export.passages import Passage, passages
from ahcextract.position import Position, Stance
from ahcextract.whole import whole_folder

_SIDE = "ahcextract.json"
_STANCES: tuple[str, ...] = get_args(Stance)
_NOTE = re.compile(r"(\w+)=(\S*)")
_CONFIG = "[entities]\nActor\nTarget\n\n[relations]\n\n[attributes]\n\n[events]\n" + "".join(
    f"{stance.capitalize()}\tActor?:Actor, Target?:Target\n" for stance in _STANCES
)
_VISUAL = """[labels]

[drawing]
Actor\tbgColor:#9ecae9
Target\tbgColor:#a1d9c4
Support\tbgColor:#66c2a5
Oppose\tbgColor:#f0a17a
Propose\tbgColor:#7fb8de
Concern\tbgColor:#f5d67b
Neutral\tbgColor:#c9d1d8
"""


def write(positions: Iterable[Position], path: Path, texts: str | Path | None = None) -> list[Path]:
    """A folder with two files a passage; see `registry.export`."""
    made = passages(positions, texts)
    with whole_folder(path) as folder:
        (folder / "annotation.conf").write_text(_CONFIG, encoding="utf-8", newline="\n")
        (folder / "visual.conf").write_text(_VISUAL, encoding="utf-8", newline="\n")
        side = {}
        for passage in made:
            for ending, text in ((".txt", passage.text), (".ann", _standoff(passage))):
                file = folder / f"{passage.name}{ending}"
                file.write_text(text, encoding="utf-8", newline="\n")
            side[passage.name] = {
                "document": passage.document,
                "issue": passage.issue,
                "offset": passage.offset,
                "records": [record.model_dump(mode="json") for record in passage.records],
            }
        text = json.dumps(side, ensure_ascii=False, indent=1)
        (folder / _SIDE).write_text(text + "\n", encoding="utf-8")
    return [path]


def _standoff(passage: Passage) -> str:
    lines: list[str] = []
    names: dict[tuple[str, int, int], str] = {}

    def bound(kind: str, span: tuple[int, int]) -> str:
        key = (kind, *span)
        if key not in names:
            names[key] = f"T{len(names) + 1}"
            places, words = _fragments(passage.text, *span)
            lines.append(f"{names[key]}\t{kind} {places}\t{words}")
        return names[key]

    for number, record in enumerate(passage.records, start=1):
        kind = record.stance.capitalize()
        event = f"E{number}\t{kind}:{bound(kind, passage.anchor(record))}"
        for role in ("actor", "target"):
            start, end = getattr(record, f"{role}_start"), getattr(record, f"{role}_end")
            if span := passage.span(start, end):
                event += f" {role.capitalize()}:{bound(role.capitalize(), span)}"
        lines.append(event)
        note = f"actor={record.actor} target={record.target}"
        if record.proposal_by:
            note += f" proposal_by={record.proposal_by}"
        lines.append(f"#{number}\tAnnotatorNotes E{number}\t{note} id={record.id}")
    return "".join(line + "\n" for line in lines)


def _fragments(text: str, start: int, end: int) -> tuple[str, str]:
    """Places and words of a span; brat wants a piece a line."""
    pieces = [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\n]+", text[start:end])]
    places = ";".join(f"{a} {b}" for a, b in pieces)
    return places, " ".join(text[a:b] for a, b in pieces)


def read(path: Path, *, wordless: bool = False) -> Imported:
    """A corrected folder as gold.

    Raises:
        InputError: it is no folder that `write` made, or an event in it is not complete.
    """
    side = path / _SIDE
    try:
        passages_before = json.loads(side.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(
            f"cannot be read ({error})",
            where=str(side),
            hint="give the folder that `export --to brat` wrote",
        ) from None
    reviewed, skipped = [], []
    for name, before in passages_before.items():
        ann = path / f"{name}.ann"
        if not ann.exists():
            skipped.append(name)
            continue
        text = (path / f"{name}.txt").read_bytes().decode("utf-8")
        records = records_of(before["records"], str(side))
        lines = ann.read_bytes().decode("utf-8").split("\n")
        positions = tuple(_positions(lines, records, str(ann)))
        reviewed.append(
            Reviewed(
                before["document"], before["issue"], before["offset"], text, records, positions
            )
        )
    imported = to_gold(reviewed, wordless=wordless)
    imported.skipped = skipped
    return imported


def _positions(lines: list[str], records: dict[str, Position], where: str) -> Iterator[Corrected]:
    triggers: dict[str, tuple[int, int]] = {}
    events: dict[str, tuple[int, str, str]] = {}
    notes: dict[str, dict[str, str]] = {}
    for number, line in enumerate(lines, start=1):
        name, _, rest = line.partition("\t")
        try:
            if name.startswith("T"):
                places = re.findall(r"\d+", rest.partition("\t")[0].partition(" ")[2])
                triggers[name] = (int(places[0]), int(places[-1]))
            elif name.startswith("E"):
                kind, _, trigger = rest.split()[0].partition(":")
                events[name] = (number, kind.lower(), trigger)
            elif name.startswith("#"):
                about, _, note = rest.partition("\t")
                notes.setdefault(about.split()[-1], {}).update(_NOTE.findall(note))
        except (IndexError, ValueError):
            raise InputError("is no standoff", where=f"{where}:{number}") from None
    taken: set[str] = set()
    for name, (number, stance, trigger) in events.items():
        place = f"{where}:{number}"
        told = notes.get(name, {})
        if trigger not in triggers or not told.get("actor") or not told.get("target"):
            raise InputError(
                f"event {name} has no actor and target",
                where=place,
                hint="write them into its note: actor=IRN target=article:6.2",
            )
        record_id = told.get("id")
        known = record_id if record_id in records and record_id not in taken else None
        taken.add(known or "")
        yield Corrected(
            place,
            known,
            *triggers[trigger],
            stance,
            told["actor"],
            told["target"],
            told.get("proposal_by"),
        )
