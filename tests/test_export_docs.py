"""The examples of docs/exports.md run, on files as the exports write them."""

import re
from pathlib import Path

import pytest

from ahcextract.export import FORMATS, export
from ahcextract.serving import FACETS
from ahcextract.serving.queries import QUERIES
from export_records import RECORDS, jsonl

DOCS = Path(__file__).parents[1] / "docs"
EXPORTS = (DOCS / "exports.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```", EXPORTS, flags=re.MULTILINE | re.DOTALL)


def test_every_format_has_its_row_and_section():
    for name, form in FORMATS.items():
        assert EXPORTS.count(f"| [`{name}`](#{name}) |") == 1
        assert len(re.findall(rf"^##+ {name}$", EXPORTS, flags=re.MULTILINE)) == 1
        assert not form.ending or f"`{form.ending}`" in EXPORTS
    assert len(EXAMPLES) == 8


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.split("\n", 1)[0])
def test_example_runs(example, tmp_path, monkeypatch, capsys):
    if "import pandas" in example:
        pytest.importorskip("pandas", reason="pandas is not among our dependencies")
    monkeypatch.chdir(tmp_path)
    Path("positions.jsonl").write_text(jsonl(RECORDS), encoding="utf-8")
    for name, form in FORMATS.items():
        if form.ending:
            export(RECORDS, name, f"positions{form.ending}")
    export(RECORDS, "graphml", "actors.graphml", mode="actors")
    scope: dict[str, object] = {}
    exec(compile(example, "example", "exec"), scope)
    if "written" in scope:
        assert scope["written"] == [Path("positions.csv"), Path("datapackage.json")]
    else:
        assert capsys.readouterr().out.strip()


def test_every_question_and_facet_of_the_site_is_told():
    text = (DOCS / "serve.md").read_text(encoding="utf-8")
    assert [name for name in QUERIES if f"/records/{name}" not in text] == []
    assert len(FACETS) == 7
    assert "stance, actor, provision, issue, kind of actor, kind of target and topic" in text
