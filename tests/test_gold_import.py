"""Out to an annotation tool and back: nothing lost, offsets equal, edits kept."""

import json
from dataclasses import dataclass

import pytest
import typer
from typer.testing import CliRunner

from ahcextract.cli.gold_import import register_gold
from ahcextract.errors import InputError
from ahcextract.export import brat, doccano, export, labelstudio
from ahcextract.gold import GoldRecord
from export_records import ALPHA, RECORDS, TEXTS

TOOLS = ("labelstudio", "doccano", "brat")
READ = {"labelstudio": labelstudio.read, "doccano": doccano.read, "brat": brat.read}


@dataclass
class Trip:
    """An exported file, and a way to change it as the tool would and read it back."""

    tool: str
    path: object

    def back(self, **options):
        return READ[self.tool](self.path, **options)

    def submit(self, edit=lambda result, data: result):
        """Label Studio: what a person submits is a copy of the prediction, edited."""
        tasks = json.loads(self.path.read_text(encoding="utf-8"))
        for number, task in enumerate(tasks, start=1):
            result = edit(task["predictions"][0]["result"], task["data"])
            task |= {"id": number, "annotations": [{"id": number, "result": result}]}
        self.path.write_text(json.dumps(tasks), encoding="utf-8")

    def relabel(self, edit):
        """doccano: lines with their spans sorted, ids of its own, and edited."""
        lines = [json.loads(x) for x in self.path.read_text(encoding="utf-8").splitlines()]
        for number, line in enumerate(lines, start=1):
            line["id"] = number
            line["Comments"] = []
            line["label"] = edit(sorted(line["label"]), line)
        self.path.write_text("".join(json.dumps(x) + "\n" for x in lines), encoding="utf-8")


@pytest.fixture(params=[True, False], ids=["texts", "sentences"])
def trip(request, tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in TEXTS.items():
        (texts / f"{name}.txt").write_bytes(text.encode())

    def make(tool, records=RECORDS):
        path = tmp_path / tool
        export(records, tool, path, **({"texts": texts} if request.param else {}))
        return Trip(tool, path)

    return make


def gold_of(record, **changed):
    """The gold that a record is, worked out by hand."""
    names = set(GoldRecord.model_fields) & set(type(record).model_fields)
    values = {name: getattr(record, name) for name in names}
    if record.point:
        start = TEXTS[record.document].index(record.point)
        values |= {"point_start": start, "point_end": start + len(record.point)}
    if "record_id" in GoldRecord.model_fields:
        values["record_id"] = record.id
    return GoldRecord.model_validate(values | changed)


@pytest.mark.parametrize("tool", TOOLS)
def test_an_unedited_trip_loses_nothing(trip, tool):
    out = trip(tool)
    if tool == "labelstudio":
        out.submit()
    imported = out.back()
    assert imported.records == [gold_of(record) for record in RECORDS]
    assert imported.changes == [(record.id, "kept", ()) for record in RECORDS]
    for record in imported.records:
        text = TEXTS[record.document]
        assert text[record.evidence_start : record.evidence_end] == record.evidence
        assert text[record.cue_start : record.cue_end] == record.cue


@pytest.mark.parametrize("tool", TOOLS)
def test_a_record_without_a_cue_of_its_own_stays_so(trip, tool):
    carried = RECORDS[3].model_copy(update={"cue_start": None, "cue_end": None})
    out = trip(tool, [carried])
    if tool == "labelstudio":
        out.submit()
    imported = out.back()
    assert imported.records == [gold_of(carried)]
    assert imported.changes == [(carried.id, "kept", ())]


def _labelstudio_edit(result, data):
    """Another stance for the first, another target for the second, the third deleted, one added."""
    first, second, third = (record.id for record in RECORDS[:3])
    edited = []
    for item in result:
        # Label Studio gives regions ids of the form ID#ANNOTATION.
        item = {**item, "id": item["id"] + "#x"}
        if item["id"].startswith(third):
            continue
        if item["id"].startswith(first) and item["type"] == "labels":
            item["value"] = {**item["value"], "labels": ["concern"]}
        if item["id"].startswith(second) and item["from_name"] == "target":
            item["value"] = {**item["value"], "text": ["article:6.2", "article:6.3"]}
        edited.append(item)
    if "paragraph." in data["text"]:
        start = data["text"].index("live with")
        where = {"start": start, "end": start + 9}
        edited += [
            {
                "id": "new1",
                "from_name": "stance",
                "type": "labels",
                "value": {**where, "text": "live with", "labels": ["neutral"]},
            },
            {
                "id": "new1",
                "from_name": "actor",
                "type": "textarea",
                "value": {**where, "text": ["EU"]},
            },
            {
                "id": "new1",
                "from_name": "target",
                "type": "textarea",
                "value": {**where, "text": ["topic:scope"]},
            },
        ]
    return edited


def _doccano_edit(spans, line):
    edited = []
    for start, end, name in spans:
        if name.startswith("propose"):
            continue
        if name.startswith("oppose"):
            name = name.replace("oppose", "concern")
        elif name == "support | BRA | article:6.2":
            name = "support|BRA|article:6.3"
        edited.append([start, end, name])
    if "paragraph." in line["text"]:
        start = len(line["text"][: line["text"].index("live with")].encode("utf-16-le")) // 2
        edited.append([start, start + 9, "neutral | EU | topic:scope"])
    return edited


def _brat_edit(folder):
    for ann in folder.glob("*.ann"):
        text = ann.with_suffix(".txt").read_bytes().decode()
        lines = ann.read_text(encoding="utf-8").splitlines()
        third = next((x.split("\t")[1].split()[1] for x in lines if RECORDS[2].id in x), None)
        edited = []
        for line in lines:
            if third and (line.startswith(third + "\t") or f" {third}\t" in line):
                continue
            line = line.replace("Oppose", "Concern")
            if RECORDS[1].id in line:
                line = line.replace("article:6.2", "article:6.3")
            edited.append(line)
        if "paragraph." in text:
            start = text.index("live with")
            edited += [
                f"T90\tNeutral {start} {start + 9}\tlive with",
                "E90\tNeutral:T90",
                "#90\tAnnotatorNotes E90\tactor=EU target=topic:scope",
            ]
        ann.write_text("".join(line + "\n" for line in edited), encoding="utf-8")


@pytest.mark.parametrize("tool", TOOLS)
def test_edits_by_a_person_survive(trip, tool):
    out = trip(tool)
    if tool == "labelstudio":
        out.submit(_labelstudio_edit)
    elif tool == "doccano":
        out.relabel(_doccano_edit)
    else:
        _brat_edit(out.path)
    imported = out.back()
    start = ALPHA.index("live with")
    added = GoldRecord(
        document="alpha",
        issue=2,
        actor="EU",
        actor_type="group",
        stance="neutral",
        target="topic:scope",
        evidence=RECORDS[3].evidence,
        evidence_start=RECORDS[3].evidence_start,
        evidence_end=RECORDS[3].evidence_end,
        cue="live with",
        cue_start=start,
        cue_end=start + 9,
    )
    assert imported.records == [
        gold_of(RECORDS[0], stance="concern"),
        gold_of(RECORDS[1], target="article:6.3"),
        gold_of(RECORDS[3]),
        added,
        gold_of(RECORDS[4]),
        gold_of(RECORDS[5]),
    ]
    assert sorted(imported.changes, key=str) == sorted(
        [
            (RECORDS[0].id, "changed", ("stance",)),
            (RECORDS[1].id, "changed", ("target",)),
            (RECORDS[2].id, "deleted", ()),
            (RECORDS[3].id, "kept", ()),
            (None, "added", ()),
            (RECORDS[4].id, "kept", ()),
            (RECORDS[5].id, "kept", ()),
        ],
        key=str,
    )


def test_another_actor_drops_what_was_said_of_the_first(trip):
    out = trip("doccano", [RECORDS[4]])
    out.relabel(
        lambda spans, line: [[a, b, "concern | NOR | topic:safeguards"] for a, b, _ in spans]
    )
    (record,) = out.back().records
    assert (record.actor, record.actor_type, record.count) == ("NOR", "state", None)


def test_a_new_sentence_is_found_around_new_words(tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "alpha.txt").write_bytes(ALPHA.encode())
    path = tmp_path / "examples.jsonl"
    export(RECORDS[:2], "doccano", path, texts=texts)
    out = Trip("doccano", path)

    def add(spans, line):
        start = line["text"].find("suggested")
        return (
            [*spans, [start + 1, start + 10, "propose | BRA | topic:title"]] if start > 0 else spans
        )

    out.relabel(add)
    record = out.back().records[-1]
    assert (record.cue, record.issue) == ("suggested", 1)
    assert ALPHA[record.evidence_start : record.evidence_end] == record.evidence
    assert "Brazil suggested calling the text «a pact»." in record.evidence
    assert "rejected" not in record.evidence


def test_labelstudio_of_old_counted_utf16_units(trip):
    out = trip("labelstudio")

    def shift(result, data):
        for item in result:
            if "😀" in data["text"][: item["value"]["start"]]:
                value = item["value"]
                item["value"] = {**value, "start": value["start"] + 1, "end": value["end"] + 1}
        return result

    out.submit(shift)
    assert out.back().records == [gold_of(record) for record in RECORDS]


def test_labelstudio_tasks_that_nobody_submitted_are_named(trip):
    out = trip("labelstudio")
    imported = out.back()
    assert imported.records == []
    assert imported.changes == []
    assert imported.skipped[0] == "alpha, issue 1, 2024-08-05"


def test_wordless_gold_has_offsets_alone(trip):
    imported = trip("doccano").back(wordless=True)
    assert [(r.evidence, r.cue, r.point) for r in imported.records] == [(None, None, None)] * 6
    assert imported.records[2].point_start == ALPHA.index("calling")
    assert imported.count("kept") == 6


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("oppose | IRN", "is not of the form STANCE | ACTOR | TARGET"),
        ("oppose | IRN | article 6", 'target "article 6" is none of a record'),
        ("dislike | IRN | article:6", 'stance "dislike" is none of a record'),
    ],
)
def test_a_label_that_says_no_position_is_named(trip, label, says):
    out = trip("doccano")
    out.relabel(lambda spans, line: [[a, b, label] for a, b, _ in spans])
    with pytest.raises(InputError) as error:
        out.back()
    assert says in str(error.value)
    assert f'{out.path}:1, label "{label}"' in str(error.value)


@pytest.mark.parametrize(
    ("tool", "content", "says"),
    [
        ("labelstudio", "{", "cannot be read as JSON"),
        ("labelstudio", '{"a": 1}', 'is no list of tasks; export as "JSON"'),
        (
            "labelstudio",
            '[{"data": {"text": "x"}, "annotations": [{"result": []}]}]',
            "has no 'offset'",
        ),
        ("doccano", '{"text": "x", "label": []}\n', "is no example of ours"),
    ],
)
def test_foreign_files_are_refused(tmp_path, tool, content, says):
    path = tmp_path / "file"
    path.write_text(content)
    with pytest.raises(InputError, match=says.replace("(", r"\(")):
        READ[tool](path)
    with pytest.raises(InputError, match="give the folder that `export --to brat` wrote"):
        brat.read(tmp_path)


def test_the_command_writes_gold_and_what_changed(trip, tmp_path):
    out = trip("doccano")
    out.relabel(_doccano_edit)
    app = typer.Typer()
    app.callback()(lambda: None)
    register_gold(app)
    gold, changes = tmp_path / "gold.jsonl", tmp_path / "changes.jsonl"
    arguments = ["import", str(out.path), "--from", "doccano", "-o", str(gold)]
    result = CliRunner().invoke(app, [*arguments, "--changes", str(changes)])
    assert result.exit_code == 0
    assert result.stderr == "6 positions: 3 kept, 2 changed, 1 added, 1 deleted\n"
    lines = gold.read_text(encoding="utf-8").splitlines()
    assert [GoldRecord.model_validate_json(line) for line in lines] == out.back().records
    told = [json.loads(line) for line in changes.read_text().splitlines()]
    assert {"record_id": RECORDS[0].id, "change": "changed", "fields": ["stance"]} in told
    refused = CliRunner().invoke(app, ["import", str(out.path), "--from", "prodigy"])
    assert isinstance(refused.exception, InputError)
