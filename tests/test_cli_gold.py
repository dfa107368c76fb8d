"""`ahcextract gold` from end to end."""

import json
import sys

import pytest

from ahcextract.cli import main
from ahcextract.scoring.calibration import confidence, smoothed, table
from gold_folder import CHAD, FIJI, HALL, MALI, PERU, line, make, sentence, write


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    make(tmp_path)
    monkeypatch.chdir(tmp_path)

    def call(*args: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["ahcextract", "gold", *map(str, args)])
        with pytest.raises(SystemExit) as caught:
            main()
        out, err = capsys.readouterr()
        return caught.value.code or 0, out, err

    return call


def test_check_of_right_gold(run):
    code, out, err = run("check")
    assert (code, out) == (0, "5 positions in 3 files: no problem\n")
    assert err == (
        'note: gold/documents.toml: documents."real": source ../shared/real.txt is not there; '
        "its offsets are not checked\n"
    )


def test_check_tells_every_problem_and_fails(run, tmp_path):
    write(tmp_path / "gold" / "hall.jsonl", {**MALI, "actor": "MAL"}, MALI, MALI, {**PERU, "x": 1})
    code, out, err = run("check", "gold")
    assert (code, out) == (2, "")
    assert err.splitlines()[1:] == [
        "gold/hall.jsonl:1: actor: 'MAL' is no ISO 3166-1 alpha-3 code",
        "gold/hall.jsonl:3: the same position as in line 2",
        "gold/hall.jsonl:4: x: is not a field",
        "error: gold: 3 problems in gold; see above",
    ]


def test_pin_writes_a_gold_file(run, tmp_path):
    quote = line(
        "hall", 1, "MLI oppose article:5", evidence="Mali  opposed article 5.", cue="opposed"
    )
    raw, out = write(tmp_path / "raw.jsonl", quote), tmp_path / "new" / "hall.jsonl"
    code, printed, err = run("pin", raw, "--text", "corpus/hall.md", "-o", out)
    assert (code, printed) == (0, "")
    assert err.startswith("1 positions; sha256 ")
    start = HALL.index("Mali")
    assert json.loads(out.read_text("utf-8")) == {
        **line("hall", 1, "MLI oppose article:5"), **sentence(HALL, "Mali opposed article 5."),
        "cue": "opposed", "cue_start": start + 5, "cue_end": start + 12,
        "point_start": None, "point_end": None,
    }  # fmt: skip


def test_pin_writes_nothing_when_a_line_fails_unless_told(run, tmp_path):
    good = line("hall", 1, "MLI oppose article:5", evidence="Mali opposed article 5.")
    bad = {**good, "evidence": "Mali opposed nothing."}
    raw, out = write(tmp_path / "raw.jsonl", good, bad), tmp_path / "hall.jsonl"
    code, _, err = run("pin", raw, "--text", "corpus/hall.md", "-o", out)
    assert (code, out.exists()) == (2, False)
    assert err.splitlines() == [
        f'{raw}:2: evidence: not found: "Mali opposed nothing."; '
        "quote it as it stands in the issue",
        f"error: {raw}: 1 of 2 positions could not be pinned; mend the lines above",
    ]
    code, _, _ = run("pin", raw, "--text", "corpus/hall.md", "-o", out, "--wordless", "--partial")
    assert code == 2
    assert [json.loads(text)["actor"] for text in out.read_text("utf-8").splitlines()] == ["MLI"]
    assert "Mali" not in out.read_text("utf-8")


def test_agree_prints_fields_and_differences(run, tmp_path):
    first, second = tmp_path / "gold" / "readings" / "ann", tmp_path / "gold" / "readings" / "ben"
    write(first / "hall.jsonl", {**MALI, "proposal_by": "TCD"}, PERU)
    write(first / "notes.jsonl", FIJI)
    write(second / "hall.jsonl", MALI, {**PERU, "stance": "concern"}, {**PERU, "actor": "BRA"})
    code, out, _ = run("agree", first, second, "--json", tmp_path / "a.json")
    assert code == 0
    assert out.startswith(f"A: {first}, B: {second}: 1 issues that both have read\n")
    assert out.split("Differences (2)\n")[1].splitlines() == [
        "  hall #1 [56–68] actor: A PER oppose article:5, B BRA oppose article:5",
        "  hall #1 [56–68] only B: PER concern article:5",
    ]
    found = json.loads((tmp_path / "a.json").read_text("utf-8"))
    headline = found["scores"]["headline"]
    assert (headline["tp"], headline["fp"], headline["fn"], headline["f1"]) == (1, 2, 1, 0.4)
    assert found["others"]["proposal_by"] == {
        "right": 0, "total": 1, "share": 0, "interval": None,
    }  # fmt: skip
    assert found["others"]["spoken_by"]["share"] == 1


def test_agreement_is_the_same_both_ways(run, tmp_path):
    first = write(tmp_path / "a" / "hall.jsonl", MALI, PERU)
    second = write(tmp_path / "b" / "hall.jsonl", MALI, {**PERU, "stance": "concern"})
    scores = []
    for pair in ((first, second), (second, first)):
        scores.append(json.loads(run("agree", *pair, "--json", "-")[1])["scores"]["headline"]["f1"])
    assert scores == [0.5, 0.5]


def test_agree_leaves_issues_aside_that_one_has_not_read(run, tmp_path):
    folder = tmp_path / "gold" / "readings" / "ann"
    write(folder / "notes.jsonl", FIJI)
    (folder / "issues.toml").write_text("notes = [1]\n", "utf-8")
    code, out, _ = run("agree", "gold", folder, "--json", "-")
    assert code == 0
    assert json.loads(out)["scores"]["headline"]["f1"] == 1
    (folder / "issues.toml").write_text("notes = [1, 2]\n", "utf-8")
    found = json.loads(run("agree", "gold", folder, "--json", "-")[1])
    assert found["scores"]["headline"]["recall"] == 0.5
    (folder / "issues.toml").write_text("notes = 1\n", "utf-8")
    code, _, err = run("agree", "gold", folder)
    assert code == 2
    assert err.startswith(f"error: {folder}/issues.toml: malformed: ")


def test_agree_needs_a_document_in_common(run, tmp_path):
    first = write(tmp_path / "a" / "hall.jsonl", MALI)
    second = write(tmp_path / "b" / "notes.jsonl", FIJI)
    code, _, err = run("agree", first, second)
    assert (code, err) == (2, "error: the two have no document in common\n")


def test_stats(run):
    code, out, _ = run("stats", "--json", "-")
    found = json.loads(out)
    empty = {"issues": 0, "positions": 0, "headline": 0, "sentences": 0}
    one = {"issues": 1, "positions": 1, "headline": 1, "sentences": 1}
    assert code == 0
    assert found["documents"] == {
        "hall": {
            "profile": "ahc",
            "dev": {"issues": 2, "positions": 2, "headline": 2, "sentences": 2},
            "test": empty,
        },
        "notes": {"profile": "ahc", "dev": one, "test": one},
        "real": {"profile": "ahc", "dev": one, "test": empty},
    }
    assert found["fields"]["stance"] == {
        "oppose": {"dev": 3, "test": 1},
        "support": {"dev": 1, "test": 0},
    }
    assert found["fields"]["target_kind"] == {
        "article": {"dev": 4, "test": 0},
        "topic": {"dev": 0, "test": 1},
    }
    sums = next(x for x in run("stats")[1].splitlines() if x.startswith("  all"))
    assert sums.split() == ["all", "4", "4", "4", "4", "1", "1", "1", "1"]


def test_calibrate_counts_development_issues_only(run, tmp_path):
    pred = tmp_path / "p.jsonl"
    write(
        pred,
        {**MALI, "rule": "verb"}, {**FIJI, "rule": "verb"}, {**CHAD, "rule": "verb"},
        {**PERU, "actor": "BRA", "rule": "list"}, {**PERU, "actor": "BRA", "rule": "list"},
    )  # fmt: skip
    code, out, err = run("calibrate", pred)
    assert (code, err) == (0, "2 rules over 3 development issues\n")
    assert json.loads(out) == {
        "prior": [0.5, 0.5],
        "rules": {"list": {"right": 0, "wrong": 1}, "verb": {"right": 2, "wrong": 0}},
    }
    assert table(json.loads(out)) == ({"list": 0.25, "verb": 2.5 / 3}, 0.5)


def test_confidence():
    assert smoothed(0, 0) == 0.5
    assert smoothed(1, 0) == 0.75
    assert smoothed(95, 5) == pytest.approx(95.5 / 101)
    assert confidence("no such rule") == 0.5
