"""CSV, Parquet, SQLite, XLSX and edges: what stands in them, and that nothing in them runs."""

import csv
import json
import sqlite3

import duckdb
import openpyxl
import pytest

from ahcextract.errors import AhcError, InputError
from ahcextract.export import FORMATS, export
from ahcextract.export.fields import DESCRIPTIONS, FIELDS, flat
from ahcextract.export.inert import cell, one_line_ends, xml_text
from ahcextract.export.targets import target_name
from ahcextract.position import Position
from export_records import FORMULAS, MARKUP, RECORDS, hostile, many


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def as_text(position):
    row = flat(position)
    row["negated"] = str(row["negated"]).lower()
    return {name: "" if value is None else str(value) for name, value in row.items()}


def test_every_field_is_described_once():
    assert list(DESCRIPTIONS) == list(Position.model_fields)
    assert [name for name, about in DESCRIPTIONS.items() if len(about) < 20] == []


def test_csv_holds_every_field_of_every_record(tmp_path):
    path = tmp_path / "positions.csv"
    assert export(RECORDS, "csv", path) == [path, tmp_path / "datapackage.json"]
    assert rows_of(path) == [as_text(record) for record in RECORDS]


def test_parquet_has_types(tmp_path):
    path = tmp_path / "positions.parquet"
    export(RECORDS, "parquet", path)
    relation = duckdb.read_parquet(str(path))
    types = dict(zip(relation.columns, map(str, relation.types), strict=True))
    assert list(types) == list(FIELDS)
    assert {types[n] for n in ("issue", "count", "cue_start")} == {"INTEGER"}
    assert (types["issue_date"], types["negated"]) == ("DATE", "BOOLEAN")
    assert (types["confidence"], types["topics"]) == ("DOUBLE", "VARCHAR[]")
    read = [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]
    for row in read:
        row["issue_date"] = row["issue_date"] and row["issue_date"].isoformat()
    assert [Position.model_validate(row) for row in read] == list(RECORDS)


def test_xlsx_has_the_records_and_their_meaning(tmp_path):
    path = tmp_path / "positions.xlsx"
    export(RECORDS, "xlsx", path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["positions", "fields"]
    head, *rows = book["positions"].iter_rows(values_only=True)
    assert head == FIELDS
    read = [dict(zip(head, row, strict=True)) for row in rows]
    expected = [{n: None if v == "" else v for n, v in flat(r).items()} for r in RECORDS]
    assert read == expected
    assert [row[0] for row in book["fields"].iter_rows(min_row=2, values_only=True)] == list(FIELDS)


def test_sqlite_has_tables_keys_and_full_text(tmp_path):
    path = tmp_path / "positions.db"
    export(RECORDS, "sqlite", path)
    database = sqlite3.connect(path)
    count = {
        name: database.execute(f"select count(*) from {name}").fetchone()[0]
        for name in ("positions", "actors", "provisions", "issues", "sentences")
    }
    assert count == {"positions": 6, "actors": 4, "provisions": 3, "issues": 3, "sentences": 4}
    assert database.execute("pragma foreign_key_check").fetchall() == []
    keys = database.execute("pragma foreign_key_list(positions)").fetchall()
    assert {(row[3], row[2]) for row in keys} == {
        ("issue", "issues"),
        ("actor", "actors"),
        ("target", "provisions"),
        ("sentence", "sentences"),
    }
    assert database.execute(
        "select label, positions from provisions order by position"
    ).fetchall() == [
        ("Article 6.2", 3),
        ("safeguards", 2),
        ("title", 1),
    ]
    actors = database.execute("select id, name, type, positions from actors order by id").fetchall()
    assert actors == [
        ("BRA", "Brazil", "state", 2),
        ("COLLECTIVE", "Unnamed groups", "collective", 1),
        ("IRN", "Iran", "state", 2),
        ("KEN", "Kenya", "state", 1),
    ]
    found = database.execute(
        "select s.text from sentences_fts f join sentences s on s.id = f.rowid"
        " where sentences_fts match 'suggest'"
    ).fetchall()
    assert found == [("Brazil suggested calling the text «a pact».",)]
    topics = database.execute("select topics from positions where stance = 'propose'").fetchone()
    assert json.loads(topics[0]) == ["title", "terminology"]


def test_edges_have_sign_and_date(tmp_path):
    path = tmp_path / "edges.csv"
    export(RECORDS, "edges", path)
    read = [(r["source"], r["target"], r["sign"], r["date"]) for r in rows_of(path)]
    assert read == [
        ("IRN", "article:6.2", "-1.0", "2024-08-05"),
        ("BRA", "article:6.2", "1.0", "2024-08-05"),
        ("BRA", "topic:title", "0.0", "2024-08-05"),
        ("IRN", "article:6.2", "1.0", "2024-08-06"),
        ("COLLECTIVE", "topic:safeguards", "-0.5", ""),
        ("KEN", "topic:safeguards", "0.0", ""),
    ]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_gets_an_apostrophe(text):
    assert cell(text).startswith("'")


@pytest.mark.parametrize("value", ["article:6.2", "(a) x = y", "Iran", 5, None, 0.5, ""])
def test_other_cells_stay(value):
    assert cell(value) == value


def test_hostile_csv_cells_are_inert(tmp_path):
    for to in ("csv", "edges"):
        path = tmp_path / f"{to}.csv"
        export(hostile(), to, path)
        cells = [value for row in rows_of(path) for value in row.values()]
        assert len(cells) > 100
        assert [
            c
            for c in cells
            if c.lstrip().startswith(("=", "+", "-", "@", "＝")) and c not in {"-1.0", "-0.5"}
        ] == []
        assert [c for c in cells if c.startswith(("\t", "\r", "\n"))] == []
        assert "\x00" not in path.read_text(encoding="utf-8")


def test_hostile_xlsx_cells_are_text(tmp_path):
    path = tmp_path / "hostile.xlsx"
    export(hostile(), "xlsx", path)
    sheet = openpyxl.load_workbook(path)["positions"]
    column = FIELDS.index("evidence") + 1
    cells = [sheet.cell(row, column) for row in range(2, len(FORMULAS) + 4)]
    assert {c.data_type for c in cells} == {"s"}
    assert [c.hyperlink for c in cells] == [None] * len(cells)
    assert cells[0].value == FORMULAS[0]
    assert "<script>" in cells[len(FORMULAS)].value
    assert "\x0b" not in cells[len(FORMULAS)].value
    assert len(cells[-1].value) == 32_767


def test_hostile_text_survives_where_the_format_can_hold_it(tmp_path):
    records = hostile()
    export(records, "sqlite", tmp_path / "hostile.db")
    database = sqlite3.connect(tmp_path / "hostile.db")
    texts = [row[0] for row in database.execute("select evidence from positions order by id")]
    assert texts == [record.evidence for record in records]
    export(records, "parquet", tmp_path / "hostile.parquet")
    read = duckdb.read_parquet(str(tmp_path / "hostile.parquet")).order("id").fetchall()
    at = FIELDS.index("evidence")
    # A zero character is the one thing that DuckDB's reader cannot take.
    assert [row[at] for row in read] == [r.evidence.replace("\x00", "\ufffd") for r in records]


def test_replacing_keeps_offsets():
    assert xml_text(MARKUP).count("\ufffd") == 4
    assert len(xml_text(MARKUP)) == len(MARKUP)
    assert one_line_ends("a\r\nb\rc\n") == "a \nb\nc\n"


def test_datapackage_describes_each_table_once(tmp_path):
    for to, name in (
        ("csv", "p.csv"),
        ("parquet", "p.parquet"),
        ("sqlite", "p.db"),
        ("csv", "p.csv"),
    ):
        export(RECORDS, to, tmp_path / name)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert [(r["name"], r["path"]) for r in package["resources"]] == [
        ("actors-sqlite", "sqlite:///p.db"),
        ("issues-sqlite", "sqlite:///p.db"),
        ("positions-csv", "p.csv"),
        ("positions-parquet", "p.parquet"),
        ("positions-sqlite", "sqlite:///p.db"),
        ("provisions-sqlite", "sqlite:///p.db"),
        ("sentences-sqlite", "sqlite:///p.db"),
    ]
    for described in package["resources"]:
        fields = described["schema"]["fields"]
        assert fields
        assert [f["name"] for f in fields if not f["description"]] == []
    by_name = {r["name"]: r for r in package["resources"]}
    fields = {f["name"]: f for f in by_name["positions-csv"]["schema"]["fields"]}
    assert list(fields) == list(FIELDS)
    assert fields["issue_date"]["type"] == "date"
    assert fields["stance"]["constraints"]["enum"] == [
        "support",
        "oppose",
        "propose",
        "concern",
        "neutral",
    ]
    assert by_name["positions-sqlite"]["schema"]["foreignKeys"][1] == {
        "fields": ["actor"],
        "reference": {"resource": "actors-sqlite", "fields": ["id"]},
    }


def test_a_datapackage_of_somebody_else_is_left_alone(tmp_path):
    other = tmp_path / "datapackage.json"
    other.write_text('{"name": "theirs"}')
    written = export(RECORDS, "csv", tmp_path / "p.csv")
    assert other.read_text() == '{"name": "theirs"}'
    assert written == [tmp_path / "p.csv", tmp_path / "p.csv.datapackage.json"]


@pytest.mark.parametrize(
    "to", ["csv", "parquet", "sqlite", "xlsx", "edges", "graphml", "doccano", "dna"]
)
def test_a_failure_leaves_what_was_there(tmp_path, to):
    def broken():
        yield RECORDS[0]
        raise InputError("line 2 is broken")

    path = tmp_path / "out"
    path.write_text("before")
    with pytest.raises(InputError, match="line 2 is broken"):
        export(broken(), to, path)
    assert path.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(
    ("to", "module"),
    [
        ("parquet", "duckdb"),
        ("xlsx", "xlsxwriter"),
        ("sqlite", "sqlite_utils"),
        ("graphml", "networkx"),
    ],
)
def test_a_missing_library_is_named_with_its_extra(tmp_path, monkeypatch, to, module):
    monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(AhcError, match=r"is not installed; pip install 'ahcextract\[export\]'"):
        export(RECORDS, to, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_wrong_format_and_option_are_refused(tmp_path):
    with pytest.raises(InputError, match='no format "foo"; one of csv, parquet'):
        export(RECORDS, "foo", tmp_path / "x")
    with pytest.raises(InputError, match='takes no option "mode"'):
        export(RECORDS, "csv", tmp_path / "x", mode="actors")
    with pytest.raises(InputError, match="is a folder"):
        export(RECORDS, "csv", tmp_path)


@pytest.mark.parametrize("to", [name for name in FORMATS if name not in {"brat", "sqlite", "xlsx"}])
def test_the_same_records_give_the_same_bytes(tmp_path, to):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        export(RECORDS, to, tmp_path / name / "out")
    assert (tmp_path / "a" / "out").read_bytes() == (tmp_path / "b" / "out").read_bytes()


def test_no_records_give_an_empty_table(tmp_path):
    export([], "csv", tmp_path / "p.csv")
    export([], "parquet", tmp_path / "p.parquet")
    export([], "xlsx", tmp_path / "p.xlsx")
    export([], "sqlite", tmp_path / "p.db")
    assert rows_of(tmp_path / "p.csv") == []
    assert duckdb.read_parquet(str(tmp_path / "p.parquet")).fetchall() == []
    assert openpyxl.load_workbook(tmp_path / "p.xlsx")["positions"].max_row == 1
    database = sqlite3.connect(tmp_path / "p.db")
    assert database.execute("select count(*) from positions").fetchone() == (0,)


def test_many_records_stream_to_csv(tmp_path):
    export(iter(many(5000)), "csv", tmp_path / "p.csv")
    assert len(rows_of(tmp_path / "p.csv")) == 5000


@pytest.mark.parametrize(
    ("target", "label", "parent"),
    [
        ("article:14.3(b)", "Article 14.3(b)", "article:14"),
        ("article:6@budapest", "Article 6 (budapest)", "article:6@budapest"),
        ("article:6.2@budapest", "Article 6.2 (budapest)", "article:6@budapest"),
        ("preamble:10", "Preamble, paragraph 10", "preamble:10"),
        ("preamble", "Preamble", "preamble"),
        ("chapter:5", "Chapter 5", "chapter:5"),
        ("topic:human-rights", "human rights", "topic:human-rights"),
        ("actor:IRN", "stand of IRN", "actor:IRN"),
    ],
)
def test_targets_have_names(target, label, parent):
    name = target_name(target)
    assert (name.label, name.parent) == (label, parent)


def test_targets_sort_as_the_text_does():
    targets = ["topic:a", "article:14", "article:6.10", "article:6.2", "preamble:3", "article:6@b"]
    assert sorted(targets, key=lambda t: target_name(t).order) == [
        "preamble:3",
        "article:6.2",
        "article:6.10",
        "article:14",
        "article:6@b",
        "topic:a",
    ]
