"""`ahcextract export` as it is typed."""

import pytest
import typer
from typer.testing import CliRunner

from ahcextract.cli import export as command
from ahcextract.errors import InputError
from ahcextract.export import FORMATS
from export_records import RECORDS, TEXTS, jsonl


@pytest.fixture
def run(tmp_path, monkeypatch):
    app = typer.Typer()
    app.callback()(lambda: None)
    command.register(app)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "positions.jsonl").write_text(jsonl(RECORDS), encoding="utf-8", newline="\n")
    (tmp_path / "texts").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "texts" / f"{name}.txt").write_bytes(text.encode())

    def run_(*arguments, **options):
        return CliRunner().invoke(app, ["export", *arguments], **options)

    return run_


@pytest.mark.parametrize("to", list(FORMATS))
def test_writes_beside_the_input_and_names_what_it_wrote(run, tmp_path, to):
    result = run("positions.jsonl", "--to", to)
    assert result.exception is None
    written = result.stdout.splitlines()
    assert written[0] == f"positions{FORMATS[to].ending or '.' + to}"
    assert [name for name in written if not (tmp_path / name).exists()] == []


@pytest.mark.parametrize("to", [name for name, form in FORMATS.items() if "texts" in form.options])
def test_takes_texts(run, to):
    assert run("positions.jsonl", "--to", to, "--text", "texts", "-o", "out").exception is None


def test_takes_a_mode_and_standard_input(run, tmp_path):
    result = run("-", "--to", "graphml", "--mode", "actors", input=jsonl(RECORDS))
    assert result.stdout == "positions.graphml\n"
    assert 'edgedefault="undirected"' in (tmp_path / "positions.graphml").read_text()


def test_makes_folders_on_the_way(run, tmp_path):
    assert run("positions.jsonl", "--to", "csv", "-o", "a/b/c.csv").exception is None
    assert (tmp_path / "a" / "b" / "c.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--to", "foo"], '--to: no format "foo"; one of csv, parquet,'),
        (["--to", "csv", "--mode", "actors"], "--mode: does nothing for csv; leave it out"),
        (["--to", "xlsx", "--text", "texts"], "--text: does nothing for xlsx; leave it out"),
        (["--to", "brat", "--text", "none"], "none: is no folder"),
        (["--to", "csv", "-o", "texts"], "texts: is a folder; give the name of a file"),
    ],
)
def test_says_what_is_wrong(run, arguments, says):
    error = run("positions.jsonl", *arguments).exception
    assert isinstance(error, InputError)
    assert str(error).startswith(says)


def test_help_names_every_format():
    assert command._FORMATS.replace(" or ", ", ").split(", ") == list(FORMATS)
