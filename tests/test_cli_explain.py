"""`ahcextract explain`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ahcextract.cli import build_app
from ahcextract.errors import InputError

TEXT = """Welcome back to the hall.

#1: Dry [5 March 2031]

## Article 14

Iran opposed paragraph 3,
as the rain fell. Peru left.

• 20,1: Togo would like to see this deleted.

#2: Wet [6 March 2031]

They said nothing. Chad, for AOSIS, could not accept the title.
"""
PLAIN = """
=== hall, issue 0

Welcome back to the hall.
  - no actor is named

=== hall, issue 1

# Article 14  (article:14)

[actor:IRN Iran] [cue:oppose opposed] [target:article:14.3 paragraph 3], as the rain fell.
  > IRN oppose article:14.3
    rule verb: The actor is the subject of a verb that carries a stance, and its object is the target.
    target named here, completed from the heading "Article 14"

[actor:PER? Peru] left.
  - PER: no word that carries a stance

label: article:20.1
[actor:TGO Togo] would [cue:oppose like to see] this [cue:oppose? deleted].
  > TGO oppose article:20.1
    rule delete-operation: The actor wants text deleted: opposition to that text, or its support where it resists.
    target from the label "20,1"
"""  # noqa: E501


@pytest.fixture
def bulletin(tmp_path: Path) -> Path:
    path = tmp_path / "hall.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(build_app(), ["explain", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.model
def test_brackets_in_a_pipe(bulletin: Path) -> None:
    shown = run(bulletin)
    assert shown[: shown.index("\n=== hall, issue 2")] == PLAIN


@pytest.mark.model
def test_one_issue(bulletin: Path) -> None:
    lines = run(bulletin, "--issue", "2").splitlines()
    assert lines[1] == "=== hall, issue 2"
    assert "  > AOSIS oppose topic:title, negated, spoken by TCD" in lines
    assert [line for line in lines if line.startswith("===")] == ["=== hall, issue 2"]


@pytest.mark.model
def test_grep_folds_case_and_white_space(bulletin: Path) -> None:
    shown = run(bulletin, "--grep", "PARAGRAPH 3, as  the")
    assert [line for line in shown.splitlines() if line.startswith("[")] == [
        "[actor:IRN Iran] [cue:oppose opposed] [target:article:14.3 paragraph 3], as the rain fell."
    ]
    assert run(bulletin, "--grep", "no such words") == ""


@pytest.mark.model
def test_json(bulletin: Path) -> None:
    found = json.loads(run(bulletin, "--json", "--issue", "1", "--grep", "Iran"))
    assert [(one["text"], one["records"][0]["target"]) for one in found] == [
        ("Iran opposed paragraph 3,\nas the rain fell.", "article:14.3")
    ]
    assert json.loads(run(bulletin, "--json", "--grep", "no such words")) == []


@pytest.mark.model
def test_why_is_what_the_scorer_reads(bulletin: Path, tmp_path: Path) -> None:
    from ahcextract.gold.lines import read_lines
    from ahcextract.scoring.mistakes import WhyLine

    path = tmp_path / "why.jsonl"
    assert run(bulletin, "--why", "-o", path) == ""
    found = [(TEXT[w.evidence_start : w.evidence_end], w.why) for w in read_lines(path, WhyLine)]
    assert found == [
        ("Welcome back to the hall.", "no actor is named"),
        ("Peru left.", "no word that carries a stance"),
        ("They said nothing.", "not known whom the pronoun means"),
    ]


@pytest.mark.model
def test_into_a_file(bulletin: Path, tmp_path: Path) -> None:
    path = tmp_path / "shown.txt"
    assert run(bulletin, "--issue", "0", "-o", path) == ""
    assert path.read_text(encoding="utf-8") == PLAIN[: PLAIN.index("\n=== hall, issue 1")]


@pytest.mark.model
def test_front_matter_chooses_the_profile_as_for_run(tmp_path: Path) -> None:
    # Only the climate profile knows the group.
    path = tmp_path / "climate.md"
    path.write_text("---\nprofile: unfccc\n---\n\nThe EIG opposed article 4.\n", "utf-8")
    assert "  > EIG oppose article:4\n" in run(path)
    assert "EIG oppose" not in run(path, "--profile", "ahc")


def raised(*arguments: str | Path) -> str:
    result = CliRunner().invoke(build_app(), ["explain", *map(str, arguments)])
    assert isinstance(result.exception, InputError)
    return str(result.exception)


def test_mistakes(bulletin: Path, tmp_path: Path) -> None:
    assert raised(bulletin, "--issue", "7") == (f"{bulletin}: no issue 7; its issues are 0, 1, 2")
    assert raised(tmp_path / "none.txt").startswith(f"{tmp_path / 'none.txt'}: no such file")
    assert raised(bulletin, "--profile", "plastics").startswith("no profile 'plastics'")


def test_one_output_at_a_time(bulletin: Path) -> None:
    result = CliRunner().invoke(build_app(), ["explain", str(bulletin), "--json", "--why"])
    assert result.exit_code == 2
    assert "two outputs" in result.output
