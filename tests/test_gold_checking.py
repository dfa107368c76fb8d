"""`gold check` on small gold folders, each with one thing wrong."""

import json
from pathlib import Path

import pytest

from ahcextract.errors import InputError
from ahcextract.gold import read_index
from ahcextract.gold.checking import check_gold
from ahcextract.gold.codes import Codes
from ahcextract.gold.documents import text_hash
from ahcextract.gold.sources import SourceText

TEXT = "Intro.\nMali opposed article 5. Peru agreed.\n"
ISSUES = {0: (0, 7), 1: (7, len(TEXT))}
LINE = {
    "document": "d", "issue": 1, "actor": "MLI", "actor_type": "state", "stance": "oppose",
    "target": "article:5", "evidence_start": 7, "evidence_end": 30, "cue_start": 12,
    "cue_end": 19, "point_start": None, "point_end": None,
    "evidence": "Mali opposed article 5.", "cue": "opposed",
}  # fmt: skip
CODES = Codes.of(["EU"], ["title"])


def folder(tmp_path: Path, *lines: object, wordless: bool = False, **changes: object) -> Path:
    gold = tmp_path / "gold"
    gold.mkdir()
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "d.md").write_text(TEXT, "utf-8")
    entry = {
        "sha256": f'"{text_hash(TEXT)}"', "source": '"corpus/d.md"', "profile": '"ahc"',
        "wordless": str(wordless).lower(), "issues": '{1 = "dev", 0 = "test"}', **changes,
    }  # fmt: skip
    body = "".join(f"{key} = {value}\n" for key, value in entry.items())
    (gold / "documents.toml").write_text(f'[documents."d"]\n{body}', "utf-8")
    text = "".join((x if isinstance(x, str) else json.dumps(x)) + "\n" for x in lines)
    (gold / "d.jsonl").write_text(text, "utf-8")
    return gold


def load(path: Path, profile: str) -> SourceText:
    return SourceText(path.stem, path.read_text("utf-8"), ISSUES)


def check(gold: Path):
    return check_gold(gold, codes_of=lambda profile: CODES, load=load)


def test_right_gold_has_no_problem(tmp_path):
    other = {**LINE, "evidence_start": 31, "evidence_end": 43, "actor": "PER", "cue_start": 36}
    other |= {"cue_end": 42, "cue": "agreed", "evidence": "Peru agreed.", "proposal_by": "MLI"}
    checked = check(folder(tmp_path, LINE, other))
    assert (checked.problems, checked.notes) == ([], [])
    assert (checked.files, checked.records) == (1, 2)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"document": "e"}, "document: is 'e' in the file of 'd'"),
        ({"issue": 2}, "issue: 2 is not listed in documents.toml"),
        ({"actor": "MAL"}, "actor: 'MAL' is no ISO 3166-1 alpha-3 code"),
        ({"actor": "G7", "actor_type": "group"}, "actor: 'G7' is no group of the profile"),
        ({"actor_type": "chair"}, "actor: of a chair is CHAIR, not 'MLI'"),
        ({"proposal_by": "Mali"}, "proposal_by: 'Mali' is no state, group or organization"),
        ({"target": "topic:tilte"}, "target: 'tilte' is no topic of the profile"),
        ({"topics": ["other", "name"]}, "topics: 'name' is no topic of the profile"),
        ({"target": "article 5"}, "target: 'article 5' is not well formed"),
        ({"stance": "against"}, "stance: "),
        ({"issue": "1"}, "issue: Input should be a valid integer, not '1'"),
        ({"confidence": 1}, "confidence: is not a field"),
        ({"evidence": "Mali opposed"}, "evidence: 7 to 30 slices to 'Mali opposed article 5.'"),
        ({"cue_start": 31, "cue_end": 35}, "cue: 31 to 35 is not inside the evidence"),
        ({"cue_end": 12}, "cue_end 12 is not behind cue_start 12"),
        ({"evidence": None}, "evidence: is missing"),
        ({"point": "x"}, "point: has no offsets"),
        ({"point_start": 0, "point_end": 5}, "point: 0 to 5 is not inside issue 1"),
    ],
)
def test_what_is_wrong_with_a_line(tmp_path, changes, problem):
    gold = folder(tmp_path, {**LINE, **changes})
    first = check(gold).problems[0]
    assert first.startswith(f"{gold}/d.jsonl:1: {problem}")


def test_missing_field_no_json_and_duplicate_name_their_lines(tmp_path):
    short = {key: value for key, value in LINE.items() if key != "actor"}
    gold = folder(tmp_path, LINE, "", short, '{"document": ', LINE)
    problems = check(gold).problems
    assert problems[0] == f"{gold}/d.jsonl:3: actor: is missing"
    assert problems[1].startswith(f"{gold}/d.jsonl:4: Invalid JSON")
    assert problems[2:] == [f"{gold}/d.jsonl:5: the same position as in line 1"]


def test_one_fact_in_two_sentences_is_no_duplicate(tmp_path):
    again = {**LINE, "evidence_start": 31, "evidence_end": 43, "evidence": "Peru agreed."}
    again |= {"cue_start": 36, "cue_end": 42, "cue": "agreed"}
    assert check(folder(tmp_path, LINE, again)).problems == []


@pytest.mark.parametrize("name", ["evidence", "cue", "point", "on_behalf_of"])
def test_wordless_gold_holds_no_words(tmp_path, name):
    bare = {key: value for key, value in LINE.items() if key not in ("evidence", "cue")}
    gold = folder(tmp_path, bare, wordless=True)
    assert check(gold).problems == []
    (gold / "d.jsonl").write_text(json.dumps({**bare, name: "Mali"}), "utf-8")
    told = f"{name}: holds words of a document that is annotated by offsets alone"
    assert f"{gold}/d.jsonl:1: {told}" in check(gold).problems


def test_changed_text_is_told(tmp_path):
    gold = folder(tmp_path, LINE)
    (tmp_path / "corpus" / "d.md").write_text(TEXT + "\n", "utf-8")
    [problem] = check(gold).problems
    assert problem.startswith(f'{gold}/documents.toml: documents."d": sha256 of corpus/d.md is ')


def test_a_text_of_others_may_be_missing_a_text_of_ours_may_not(tmp_path):
    bare = {key: value for key, value in LINE.items() if key not in ("evidence", "cue")}
    gold = folder(tmp_path, bare, wordless=True)
    (tmp_path / "corpus" / "d.md").unlink()
    checked = check(gold)
    assert checked.problems == []
    told = f'{gold}/documents.toml: documents."d": source corpus/d.md is not there'
    assert checked.notes == [f"{told}; its offsets are not checked"]
    index = gold / "documents.toml"
    index.write_text(index.read_text("utf-8").replace("true", "false"), "utf-8")
    assert check(gold).problems == [told, f"{gold}/d.jsonl:1: evidence: is missing"]


def test_files_and_index_agree(tmp_path):
    gold = folder(tmp_path, LINE, issues='{1 = "dev", 7 = "dev"}')
    (gold / "e.jsonl").write_text("", "utf-8")
    (gold / "readings" / "ann").mkdir(parents=True)
    (gold / "readings" / "ann" / "d.jsonl").write_text("{}", "utf-8")
    (tmp_path / "corpus" / "new.md").write_text("x", "utf-8")
    (gold / "d.jsonl").unlink()
    assert check(gold).problems == [
        f'{gold}/e.jsonl: no [documents."e"] in documents.toml',
        f"{gold}/documents.toml: no gold for corpus/new.md",
        f'{gold}/documents.toml: documents."d": no issue 7 in the text',
        f"{gold}/d.jsonl: is missing, documents.toml lists it",
        f"{gold}/readings/ann/d.jsonl:1: document: is missing",
    ]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("x = ", "no TOML: "),
        ('[documents.d]\nsha256 = "0"', "documents.d.sha256: "),
        ("[other]", "documents: Field required"),
    ],
)
def test_a_broken_index_is_one_error(tmp_path, body, told):
    (tmp_path / "documents.toml").write_text(body, "utf-8")
    with pytest.raises(InputError) as caught:
        read_index(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path}/documents.toml: {told}")


def test_no_index_is_one_error(tmp_path):
    with pytest.raises(InputError, match="give --gold a gold folder"):
        read_index(tmp_path)
