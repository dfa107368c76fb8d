"""`ahcextract report` as a person runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

import synthetic
from ahcextract.cli import report
from ahcextract.errors import InputError


@pytest.fixture
def app() -> typer.Typer:
    app = typer.Typer()
    report.register(app)
    return app


def run(app: typer.Typer, *arguments: object) -> str:
    """What it says on stderr; errors for people pass through."""
    result = CliRunner().invoke(app, [str(a) for a in arguments], catch_exceptions=False)
    assert result.exit_code == 0
    assert result.stdout == ""
    return result.stderr


def test_page_figures_and_texts(app: typer.Typer, tmp_path: Path) -> None:
    made = synthetic.make(120, actors=10, provisions=6, issues=2)
    records = made.write(tmp_path / "positions.jsonl")
    (tmp_path / "texts").mkdir()
    made.write_texts(tmp_path / "texts")
    page, figures = tmp_path / "page.html", tmp_path / "figures"
    said = run(
        app,
        records,
        "-o",
        page,
        "--figures",
        figures,
        "--texts",
        tmp_path / "texts",
        "--title",
        "T",
    )
    assert said == f"{page}: 120 positions\n{figures}: 10 files\n"
    html = page.read_text(encoding="utf-8")
    assert "<h1>T</h1>" in html
    assert '"texts":{"invented-talks":"#1: Day 1 of' in html
    assert page.stat().st_mode & 0o777 == 0o666 & ~_umask()
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "figures",
        "page.html",
        "positions.jsonl",
        "texts",
    ]


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_text_that_does_not_fit_is_left_out(app: typer.Typer, tmp_path: Path) -> None:
    made = synthetic.make(20, actors=10, provisions=6, issues=2)
    records = made.write(tmp_path / "positions.jsonl")
    text = tmp_path / "invented-talks.txt"
    text.write_text("Another text altogether.", encoding="utf-8")
    said = run(app, records, "-o", tmp_path / "p.html", "--texts", text)
    assert said.splitlines()[0] == (
        f"warning: {text} is not the text that “invented-talks” was read from, left out"
    )
    other = tmp_path / "other.txt"
    text.rename(other)
    said = run(app, records, "-o", tmp_path / "p.html", "--texts", other)
    assert said.splitlines()[0] == (
        "warning: no text of “invented-talks” found; its sentences stand alone"
    )
    assert '"texts":{}' in (tmp_path / "p.html").read_text(encoding="utf-8")


def _line(**changes: object) -> str:
    position = synthetic.make(1, issues=1).positions[0]
    return position.model_copy(update=changes).model_dump_json()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (None, ""),
        (b"no json\n", ":1"),
        (_line().encode() + b"\n\n{}\n", ":3"),
        (_line(stance="shrug").encode() + b"\n", ":1"),
        (_line(confidence=2).encode() + b"\n", ":1"),
        (_line().encode() + b"\n" + _line().encode() + b"\n", ":2"),
        (b"\xff\xfe{}\n", ":1"),
        (b'{"id": "\\ud800"}\n', ":1"),
    ],
)
def test_faulty_records_are_named_and_nothing_is_written(
    app: typer.Typer, tmp_path: Path, content: bytes | None, line: str
) -> None:
    records, page = tmp_path / "positions.jsonl", tmp_path / "page.html"
    page.write_text("the page of yesterday", encoding="utf-8")
    if content is not None:
        records.write_bytes(content)
    with pytest.raises(InputError, match=r"^[^\n]+$") as caught:
        run(app, records, "-o", page)
    assert str(caught.value).startswith(f"{records}{line}: ")
    assert page.read_text(encoding="utf-8") == "the page of yesterday"


def test_a_place_that_cannot_be_written_to(app: typer.Typer, tmp_path: Path) -> None:
    records = synthetic.make(5, issues=1).write(tmp_path / "positions.jsonl")
    nowhere = records / "page.html"
    with pytest.raises(InputError, match="cannot be written") as caught:
        run(app, records, "-o", nowhere)
    assert caught.value.where == str(nowhere)
    below = tmp_path / "pages" / "page.html"
    run(app, records, "-o", below)
    assert [path.name for path in below.parent.iterdir()] == ["page.html"]
    with pytest.raises(InputError, match="cannot be written"):
        run(app, records, "-o", tmp_path / "page.html", "--figures", records)


def test_program_says_one_line_and_exits_with_2(tmp_path: Path) -> None:
    missing = tmp_path / "none.jsonl"
    done = subprocess.run(
        [sys.executable, "-c", "from ahcextract.cli import main; main()", "report", missing],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"error: {missing}: no such file; `ahcextract run` writes one\n"
    assert list(tmp_path.iterdir()) == []
