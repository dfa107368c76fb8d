"""`ahcextract issues`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ahcextract.cli import build_app
from ahcextract.errors import InputError

TEXT = (
    "Welcome back to the hall.\n\n#1: Dry [5 March 2031]\n\nPeru objected.\n\n"
    "#3: Wet [6 March 2031]\n\nNobody did so.\n"
)


@pytest.fixture
def bulletin(tmp_path: Path) -> Path:
    path = tmp_path / "hall.txt"
    path.write_text(TEXT)
    return path


def test_tab_separated_values_and_warnings(bulletin: Path) -> None:
    result = CliRunner().invoke(build_app(), ["issues", str(bulletin)])
    assert result.exit_code == 0
    assert [line.split("\t") for line in result.stdout.splitlines()] == [
        ["document", "number", "title", "date", "words", "start", "end"],
        ["hall", "0", "", "", "5", "0", "27"],
        ["hall", "1", "Dry", "2031-03-05", "2", "27", "67"],
        ["hall", "3", "Wet", "2031-03-06", "3", "67", str(len(TEXT))],
    ]
    assert result.stderr == "warning: hall: issue 3 follows issue 1\n"


def test_json(bulletin: Path) -> None:
    result = CliRunner().invoke(build_app(), ["issues", "--json", str(bulletin)])
    assert json.loads(result.stdout)[1] == {
        "document": "hall", "number": 1, "title": "Dry", "date": "2031-03-05", "words": 2,
        "start": 27, "end": 67,
    }  # fmt: skip


def test_bad_input(tmp_path: Path) -> None:
    result = CliRunner().invoke(build_app(), ["issues", str(tmp_path / "none.txt")])
    assert isinstance(result.exception, InputError)
    assert result.stdout == ""
