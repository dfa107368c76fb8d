"""The lexicon: inflection, refusals, and readings that do not contradict one another."""

import tomllib
from collections.abc import Iterable
from importlib import resources

import pytest

from ahcextract.errors import InputError
from ahcextract.lexicon import OPERATIONS, STANCES, Cue, compile_cues, inflect_verb, load_cues

SHIPPED = tomllib.loads(
    resources.files("ahcextract").joinpath("data/cues.toml").read_text(encoding="utf-8")
)
# Verb forms that data/cues.toml reads in more than one stance, and why that is meant.
CONTRADICTORY: dict[str, str] = {}


def table(**entry: object) -> dict[str, tuple[Cue, ...]]:
    return compile_cues([entry], {}, "mine.toml")


# ---------------------------------------------------------------- inflection
@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("support", ["support", "supports", "supporting", "supported"]),
        ("propose", ["propose", "proposes", "proposing", "proposed"]),
        ("agree", ["agree", "agrees", "agreeing", "agreed"]),
        ("query", ["query", "queries", "querying", "queried"]),
        ("employ", ["employ", "employs", "employing", "employed"]),
        ("stress", ["stress", "stresses", "stressing", "stressed"]),
        ("scratch", ["scratch", "scratches", "scratching", "scratched"]),
        ("axe", ["axe", "axes", "axing", "axed"]),
        ("echo", ["echo", "echoes", "echoing", "echoed"]),
        ("dye", ["dye", "dyes", "dyeing", "dyed"]),
    ],
)
def test_regular_verbs(word: str, forms: list[str]) -> None:
    assert list(inflect_verb(word, {})) == list(zip(forms, ["base", "s", "ing", "ed"], strict=True))


def test_irregular_verbs() -> None:
    forms = SHIPPED["forms"]
    assert list(inflect_verb("see", forms)) == [
        ("see", "base"),
        ("sees", "s"),
        ("seeing", "ing"),
        ("saw", "ed"),
        ("seen", "ed"),
    ]
    # "put" is its own past.
    assert list(inflect_verb("put", forms)) == [
        ("put", "base"),
        ("puts", "s"),
        ("putting", "ing"),
        ("put", "ed"),
    ]


def test_only_the_first_word_inflects() -> None:
    found = table(stance="oppose", kind="verb", words=["take issue with"])
    assert list(found) == [
        "take issue with",
        "takes issue with",
        "taking issue with",
        "taked issue with",  # "take" is irregular, but no table was given
    ]


def test_nouns_have_plurals_and_judgements_do_not_change() -> None:
    nouns = table(stance="concern", kind="noun", words=["worry", "vote against", "crutch"])
    assert list(nouns) == [
        "worry",
        "worries",
        "vote against",
        "votes against",
        "crutch",
        "crutches",
    ]
    assert list(table(stance="oppose", kind="evaluation", words=["premature"])) == ["premature"]
    assert list(table(stance="oppose", kind="predicative", words=["opposed to"])) == ["opposed to"]


def test_operations_as_nouns() -> None:
    found = table(stance="oppose", kind="operation", op="delete", words=["deletion"], noun=True)
    assert {surface: [cue.form for cue in cues] for surface, cues in found.items()} == {
        "deletion": ["singular"],
        "deletions": ["plural"],
    }


def test_blanks_stand_for_pronouns() -> None:
    own = table(stance="support", kind="predicative", words=["on one's own terms"])
    assert set(own) == {
        f"on {word} own terms"
        for word in ("its", "their", "his", "her", "our", "full", "considerable")
    }
    reflexive = table(stance="oppose", kind="predicative", words=["beside oneself"])
    assert set(reflexive) == {
        "beside itself", "beside themselves", "beside himself", "beside herself",
    }  # fmt: skip


# ---------------------------------------------------------------- flags
def test_flags() -> None:
    (cue,) = table(stance="oppose", kind="noun", words=["critic"], light=False)["critic"]
    assert (cue.light, cue.bare) == (False, False)
    (cue,) = table(stance="oppose", kind="verb", words=["demur"], bare=True)["demur"]
    assert cue == Cue("oppose", "verb", None, "demur", "base", True, True)
    (cue,) = table(stance="oppose", kind="verb", words=["resist"])["resist"]
    assert (cue.light, cue.bare) == (True, False)


def flagged(surface: str, kind: str) -> list[tuple[str, bool, bool]]:
    return [(c.stance, c.light, c.bare) for c in load_cues()[surface] if c.kind == kind]


def test_flags_of_the_shipped_cues() -> None:
    assert flagged("disagreed", "verb") == [("oppose", True, True)]
    assert flagged("rejected", "verb") == [("oppose", True, False)]
    assert flagged("opposition", "noun") == [("oppose", True, False)]
    assert flagged("opponents", "noun") == [("oppose", False, False)]
    assert flagged("text", "noun") == [("propose", False, False)]


def test_one_reading_once() -> None:
    entry = {"stance": "oppose", "kind": "verb", "words": ["resist"]}
    assert len(compile_cues([entry, entry], {})["resist"]) == 1


# ---------------------------------------------------------------- refusals
@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            {"stance": "oppose", "kind": "verb", "words": ["resist"], "tone": "harsh"},
            "mine.toml: unknown key 'tone' in [[cue]]; "
            "known keys: bare, kind, light, negated, noun, op, stance, words",
        ),
        (
            {"stance": "hate", "kind": "verb", "words": ["resist"]},
            "mine.toml: [[cue]] stance is 'hate'; "
            "use one of concern, neutral, oppose, propose, support, with",
        ),
        (
            {"stance": "oppose", "words": ["resist"]},
            "mine.toml: [[cue]] kind is None; "
            "use one of effect, evaluation, impact, noun, operation, predicative, verb",
        ),
        (
            {"stance": "oppose", "kind": "operation", "op": "burn", "words": ["burn"]},
            "mine.toml: [[cue]] op is 'burn'; "
            "use one of able, bracket, change, clarify, delete, denied, prefer, retain, "
            "unbracket, vote",
        ),
        (
            {"stance": "oppose", "kind": "verb", "words": []},
            "mine.toml: [[cue]] has no words; list at least one",
        ),
    ],
)
def test_refusals(entry: dict[str, object], message: str) -> None:
    with pytest.raises(InputError) as error:
        compile_cues([entry], {}, "mine.toml")
    assert str(error.value) == message
    assert error.value.exit_code == 2


# ---------------------------------------------------------------- the shipped data
def test_stances_and_operations_all_occur() -> None:
    cues = [cue for readings in load_cues().values() for cue in readings]
    assert {cue.stance for cue in cues} == STANCES
    assert {cue.op for cue in cues} == OPERATIONS | {None}


def verb_stances(readings: Iterable[Cue]) -> list[str]:
    """Directions that the verb readings of one form give; `neutral` and a denial give none."""
    said = [c for c in readings if c.kind == "verb" and c.op != "denied"]
    found = {c.stance for c in said} - {"neutral", "with"}
    return sorted(found)


def test_no_verb_form_says_two_things() -> None:
    found = {
        surface: verb_stances(readings)
        for surface, readings in load_cues().items()
        if len(verb_stances(readings)) > 1
    }
    assert {s: v for s, v in found.items() if s not in CONTRADICTORY} == {}
    assert sorted(set(CONTRADICTORY) - set(found)) == []


def test_extra_cues_stand_behind_the_shipped() -> None:
    extra = [{"stance": "oppose", "kind": "noun", "words": ["support", "cold water"]}]
    found = load_cues(extra, "mine.toml")
    assert found["cold water"] == (Cue("oppose", "noun", None, "cold water", "singular"),)
    assert found["support"] == (
        *load_cues()["support"],
        Cue("oppose", "noun", None, "support", "singular"),
    )
    assert "cold water" not in load_cues()
