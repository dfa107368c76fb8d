"""What annotation tools, spaCy and Discourse Network Analyzer get to see."""

import base64
import hashlib
import json
import sqlite3
from xml.etree import ElementTree

import pytest
import spacy
from spacy.tokens import DocBin

from ahcextract.errors import InputError
from ahcextract.export import export
from ahcextract.export.dna_schema import PASSWORD, TABLES
from ahcextract.export.inert import one_line_ends
from ahcextract.export.passages import passages
from ahcextract.export.units import Utf16
from export_records import ALPHA, BETA, RECORDS, TEXTS, hostile


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_bytes(text.encode())
    return folder


def test_passages_with_texts_are_issues_and_cover_the_documents(texts):
    made = passages(RECORDS, texts)
    assert [(p.name, p.issue, len(p.records)) for p in made] == [
        ("alpha-issue-1", 1, 3),
        ("alpha-issue-2", 2, 1),
        ("beta-issue-0", 0, 2),
    ]
    assert "".join(p.text for p in made[:2]) == one_line_ends(ALPHA)
    assert made[2].text == BETA
    assert made[1].text.startswith("#2: Second day")


def test_passages_without_texts_are_sentences():
    made = passages(RECORDS)
    assert [(p.document, p.offset, p.text, len(p.records)) for p in made] == [
        (r.document, r.evidence_start, r.evidence, n)
        for r, n in ((RECORDS[0], 2), (RECORDS[2], 1), (RECORDS[3], 1), (RECORDS[4], 2))
    ]


def test_a_text_that_is_not_the_records_is_refused(texts):
    (texts / "alpha.txt").write_bytes(ALPHA.replace("\r\n", "\n").encode())
    with pytest.raises(InputError, match=r"alpha.txt: is not the text that record \w+ was made"):
        passages(RECORDS, texts)
    (texts / "alpha.txt").unlink()
    with pytest.raises(InputError, match=r"alpha\.txt: no such file"):
        passages(RECORDS, texts)
    with pytest.raises(InputError, match="is no folder"):
        passages(RECORDS, texts / "none")


def test_utf16_goes_there_and_back():
    text = "a😀b𝒞c"
    utf16 = Utf16(text)
    assert [utf16.units(n) for n in range(len(text) + 1)] == [0, 1, 3, 4, 6, 7]
    assert [utf16.points(utf16.units(n)) for n in range(len(text) + 1)] == [0, 1, 2, 3, 4, 5]
    assert Utf16("plain").units(3) == 3


@pytest.mark.parametrize("with_texts", [True, False])
def test_labelstudio_regions_stand_on_their_words(tmp_path, texts, with_texts):
    path = tmp_path / "tasks.json"
    options = {"texts": texts} if with_texts else {}
    written = export(RECORDS, "labelstudio", path, **options)
    assert written == [path, tmp_path / "tasks.config.xml"]
    tasks = json.loads(path.read_text(encoding="utf-8"))
    found = {}
    for task in tasks:
        text = task["data"]["text"]
        for item in task["predictions"][0]["result"]:
            value = item["value"]
            if item["type"] == "labels":
                assert text[value["start"] : value["end"]] == value["text"]
                start = value["start"] + task["data"]["offset"]
                found[item["id"]] = [start, value["text"], value["labels"]]
            else:
                found[item["id"]].append((item["from_name"], value["text"]))
    expected = {}
    for r in RECORDS:
        areas = [(n, [getattr(r, n)]) for n in ("actor", "target", "point") if getattr(r, n)]
        expected[r.id] = [r.cue_start, r.cue, [r.stance], *areas]
    assert found == expected


def test_labelstudio_set_up_has_the_names_of_the_tasks(tmp_path):
    _, config = export(RECORDS, "labelstudio", tmp_path / "tasks.json")
    view = ElementTree.parse(config).getroot()
    labels = [label.get("value") for label in view.iter("Label")]
    assert labels == ["support", "oppose", "propose", "concern", "neutral"]
    assert [area.get("name") for area in view.iter("TextArea")] == [
        "actor",
        "target",
        "proposal_by",
        "point",
    ]
    assert view.find("Text").attrib == {"name": "text", "value": "$text", "granularity": "word"}


def test_doccano_counts_utf16_units(tmp_path, texts):
    path = tmp_path / "examples.jsonl"
    export(RECORDS, "doccano", path, texts=texts)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    units = lines[0]["text"].encode("utf-16-le")
    words = [(units[2 * a : 2 * b].decode("utf-16-le"), name) for a, b, name in lines[0]["label"]]
    assert words == [
        ("rejected", "oppose | IRN | article:6.2"),
        ("backed", "support | BRA | article:6.2"),
        ("suggested", "propose | BRA | topic:title"),
    ]
    # One emoji stands before them: two units, one code point.
    assert lines[0]["label"][0][0] == RECORDS[0].cue_start + 1


def test_brat_standoff_slices_to_its_words(tmp_path, texts):
    folder = tmp_path / "brat"
    assert export(RECORDS, "brat", folder, texts=texts) == [folder]
    text = (folder / "alpha-issue-1.txt").read_bytes().decode()
    bounds, events, notes = {}, [], []
    for line in (folder / "alpha-issue-1.ann").read_text(encoding="utf-8").splitlines():
        name, rest = line.split("\t", 1)
        if name[0] == "T":
            (kind, start, end), words = rest.split("\t")[0].split(" "), rest.split("\t")[1]
            assert text[int(start) : int(end)] == words
            bounds[name] = (kind, words)
        elif name[0] == "E":
            events.append([bounds[part.split(":")[1]] for part in rest.split(" ")])
        else:
            notes.append(rest.split("\t")[1])
    assert events == [
        [("Oppose", "rejected"), ("Actor", "Iran"), ("Target", "paragraph 2")],
        [("Support", "backed"), ("Actor", "Brazil"), ("Target", "it")],
        [("Propose", "suggested"), ("Actor", "Brazil")],
    ]
    assert notes[0] == f"actor=IRN target=article:6.2 id={RECORDS[0].id}"
    config = (folder / "annotation.conf").read_text(encoding="utf-8")
    assert [
        config.count(f"\n{s}\t") for s in ("Support", "Oppose", "Propose", "Concern", "Neutral")
    ] == [1] * 5


def test_brat_cuts_a_span_at_the_end_of_a_line(tmp_path):
    text = "Mali spoke\r\nagainst it."
    record = RECORDS[0].model_copy(
        update={
            "evidence": text,
            "evidence_start": 0,
            "evidence_end": len(text),
            "cue": "spoke\r\nagainst",
            "cue_start": 5,
            "cue_end": 19,
        }
        | {f"{part}_{edge}": None for part in ("actor", "target") for edge in ("start", "end")}
    )
    export([record], "brat", tmp_path / "brat")
    (ann,) = (tmp_path / "brat").glob("*.ann")
    assert ann.read_text(encoding="utf-8").splitlines()[0] == (
        "T1\tOppose 5 11;12 19\tspoke  against"
    )


def test_brat_never_writes_over_corrections(tmp_path):
    folder = tmp_path / "brat"
    export(RECORDS, "brat", folder)
    with pytest.raises(InputError, match="is there already"):
        export(RECORDS, "brat", folder)


def test_docbin_has_span_groups_and_records(tmp_path, texts):
    path = tmp_path / "train.spacy"
    export(RECORDS, "spacy", path, texts=texts)
    nlp = spacy.blank("en")
    docs = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    assert [len(doc.spans["cues"]) for doc in docs] == [3, 1, 2]
    first = docs[0]
    assert [(s.text, s.label_, s.kb_id_, s.id_) for s in first.spans["actors"]] == [
        ("Iran", "state", "IRN", RECORDS[0].id),
        ("Brazil", "state", "BRA", RECORDS[1].id),
        ("Brazil", "state", "BRA", RECORDS[2].id),
    ]
    assert [(s.text, s.label_) for s in first.spans["cues"]] == [
        ("rejected", "oppose"),
        ("backed", "support"),
        ("suggested", "propose"),
    ]
    assert {s.label_ for s in first.spans["sc"]} == {"ACTOR", "CUE", "TARGET"}
    assert [r["id"] for r in first.user_data["records"]] == [r.id for r in RECORDS[:3]]
    assert [doc.user_data["places"] for doc in docs] == [
        ((0, 0),),
        ((0, ALPHA.index("#2")),),
        ((0, 0),),
    ]
    cues = [cue.start_char for cue in first.spans["cues"]]
    assert cues == [record["cue_start"] for record in first.user_data["records"]]


def test_docbin_without_texts_has_the_sentences_of_an_issue(tmp_path):
    path = tmp_path / "train.spacy"
    export(RECORDS, "spacy", path)
    docs = list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))
    assert docs[0].text == f"{RECORDS[0].evidence}\n{RECORDS[2].evidence}"
    assert docs[0].user_data["places"] == (
        (0, RECORDS[0].evidence_start),
        (len(RECORDS[0].evidence) + 1, RECORDS[2].evidence_start),
    )
    assert [span.text for span in docs[0].spans["cues"]] == ["rejected", "backed", "suggested"]


def statements(path, kind):
    """Statements of one type, joined as DNA joins them."""
    database = sqlite3.connect(path)
    columns = ", ".join(
        f"(select e.Value from DATASHORTTEXT d join ENTITIES e on e.ID = d.Entity"
        f" join VARIABLES v on v.ID = d.VariableId"
        f" where d.StatementId = s.ID and v.Variable = '{name}')"
        for name in ("person", "organization", "concept", "proposal by")
    )
    return database.execute(
        f"select {columns}, b.Value, s.Start, s.Stop, d.ID, date(d.Date, 'unixepoch'), d.Text"
        " from STATEMENTS s join STATEMENTTYPES t on t.ID = s.StatementTypeId"
        " join DOCUMENTS d on d.ID = s.DocumentId"
        " left join DATABOOLEAN b on b.StatementId = s.ID"
        " where t.Label = ? order by s.ID",
        (kind,),
    ).fetchall()


@pytest.mark.parametrize("with_texts", [True, False])
def test_dna_has_statements_by_type_on_their_words(tmp_path, texts, with_texts):
    path = tmp_path / "positions.dna"
    export(RECORDS, "dna", path, **({"texts": texts} if with_texts else {}))
    rows = statements(path, "DNA Statement")
    assert [(*row[:5], row[8]) for row in rows] == [
        ("", "Iran", "Article 6.2", "", 0, "2024-08-05"),
        ("", "Brazil", "Article 6.2", "", 1, "2024-08-05"),
        ("", "Iran", "Article 6.2", "", 1, "2024-08-06"),
    ]
    words = []
    for *_, start, stop, _, _, text in rows:
        units = text.encode("utf-16-le")
        words.append(units[2 * start : 2 * stop].decode("utf-16-le"))
    assert words == ["rejected", "backed", "could live with"]
    assert [row[1:5] for row in statements(path, "Proposal")] == [("Brazil", "title", "", None)]
    assert [row[1] for row in statements(path, "Concern")] == ["three delegations"]
    assert [row[1] for row in statements(path, "Neutral")] == ["Kenya"]


def test_dna_database_is_whole(tmp_path):
    path = tmp_path / "positions.dna"
    export([*RECORDS, *hostile()], "dna", path)
    database = sqlite3.connect(path)
    assert database.execute("pragma foreign_key_check").fetchall() == []
    assert database.execute("pragma integrity_check").fetchone() == ("ok",)
    tables = {
        row[0] for row in database.execute("select name from sqlite_master where type = 'table'")
    }
    assert tables == set(TABLES)
    assert database.execute("select count(*) from STATEMENTS").fetchone() == (17,)
    # Every statement has a value for every variable of its type: DNA expects no gaps.
    gaps = database.execute(
        "select s.ID, v.Variable from STATEMENTS s join VARIABLES v"
        " on v.StatementTypeId = s.StatementTypeId where not exists ("
        " select 1 from (select StatementId, VariableId from DATASHORTTEXT union all"
        " select StatementId, VariableId from DATALONGTEXT union all"
        " select StatementId, VariableId from DATABOOLEAN) d"
        " where d.StatementId = s.ID and d.VariableId = v.ID)"
    ).fetchall()
    assert gaps == []
    permissions = [
        r[1] for r in database.execute("pragma table_info(CODERS)") if r[1].startswith("Perm")
    ]
    assert len(permissions) == 16


def test_dna_password_is_as_jasypt_checks_it(tmp_path):
    path = tmp_path / "positions.dna"
    export(RECORDS, "dna", path)
    (stored,) = sqlite3.connect(path).execute("select Password from CODERS").fetchone()
    raw = base64.b64decode(stored)
    salt, digest = raw[:16], raw[16:]
    again = hashlib.sha256(salt + PASSWORD.encode()).digest()
    for _ in range(99_999):
        again = hashlib.sha256(again).digest()
    assert digest == again
