"""The passages of gold/passages/ and their scorer."""

import json
from collections import Counter

import pytest
from pydantic import TypeAdapter
from scripts.passages import FOLDER, Passage, errors, figures, is_named, read_passages

from ahcextract.position import Stance, Target
from ahcextract.profile import load_profile
from ahcextract.scoring.counts import PRF

LINES = [
    (path.stem, json.loads(line))
    for path in sorted(FOLDER.glob("*.jsonl"))
    for line in path.read_text("utf-8").splitlines()
]
EXPECTED = [(line, item) for _, line in LINES for item in line["expected"]]


def test_there_are_passages_of_both_profiles_and_splits() -> None:
    groups = Counter((p.profile, p.split) for p in read_passages())
    assert set(groups) == {(p, s) for p in ("ahc", "unfccc") for s in ("dev", "test")}
    assert min(groups.values()) >= 70


def test_ids_are_unique_and_name_their_file() -> None:
    ids = [line["id"] for _, line in LINES]
    assert len(set(ids)) == len(ids)
    assert [line["id"] for name, line in LINES if not line["id"].startswith(f"{name}-")] == []


def test_every_cue_stands_in_its_text() -> None:
    assert len(EXPECTED) > 1000
    assert [line["id"] for line, item in EXPECTED if item["cue"] not in line["text"]] == []


def test_stances_and_targets_are_those_of_records() -> None:
    stance, target = TypeAdapter(Stance), TypeAdapter(Target)
    for _, item in EXPECTED:
        stance.validate_python(item["stance"])
        target.validate_python(item["target"])


@pytest.mark.parametrize("name", ["ahc", "unfccc"])
def test_topics_are_those_of_the_profile(name: str) -> None:
    known = {topic.slug for topic in load_profile(name).topics} | {"other", "process"}
    topics = {
        item["target"].removeprefix("topic:")
        for file, line in LINES
        for item in line["expected"]
        if file.startswith(f"{name}-") and item["target"].startswith("topic:")
    }
    assert len(topics) > 10
    assert topics - known == set()


def test_figures_are_counted_by_profile_and_split() -> None:
    one = ("PER", "oppose", "article:4")
    other = ("PER", "oppose", "article:5")
    passages = [
        (Passage("a-1", "ahc", "x", "dev", "", frozenset({one})), [one, other]),
        (Passage("a-2", "ahc", "x", "test", "", frozenset({one})), [other]),
        (Passage("a-3", "ahc", "x", "dev", "", frozenset({other})), []),
    ]
    assert list(figures(passages)) == [
        ("ahc, dev", PRF(1, 1, 1), PRF(1, 0, 1)),
        ("ahc, test", PRF(0, 1, 1), PRF(1, 0, 0)),
    ]


def test_errors_name_the_rule_of_what_is_spurious() -> None:
    one, other = ("PER", "oppose", "article:4"), ("PER", "support", "article:4")
    passage = Passage("a-1", "ahc", "a hand", "dev", "One.\n\nTwo.", frozenset({one}))
    assert list(errors(passage, {one: "verb"})) == []
    assert list(errors(passage, {other: "verb"})) == [
        "a-1 (a hand): One. ¶ Two.",
        "    missed    PER oppose article:4",
        "    spurious  PER support article:4 (verb)",
    ]


def test_states_and_groups_are_scored() -> None:
    assert [a for a in ("PER", "G77", "CHAIR", "COLLECTIVE", "microsoft") if is_named(a)] == [
        "PER",
        "G77",
    ]
