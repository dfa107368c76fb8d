"""Stances composed, negated and related, by hand against the annotation guidelines, part 4."""

import pytest

from ahcextract.lexicon import OPERATIONS
from ahcextract.linking.stand import Stand, compose, negate, relate

OUTER = ("support", "prefer", "oppose", "propose", "concern")


# Each line: who says yes, prefers, says no, proposes or doubts; what is done to the text; stance.
@pytest.mark.parametrize(
    ("outer", "operation", "expected", "rule"),
    [
        ("propose", "delete", "oppose", "1: deletion is opposition, never a proposal"),
        ("prefer", "delete", "oppose", "1 and 7: would prefer to have X removed"),
        ("support", "delete", "oppose", "11: backing a deletion opposes the text"),
        ("oppose", "delete", "support", "11: resisting a deletion supports the text"),
        ("propose", "change", "propose", "2: change is proposal"),
        ("prefer", "change", "propose", "14: a wording that is not in the text"),
        ("support", "change", "support", "11: backing a change is support"),
        ("oppose", "change", "oppose", "11: resisting a change is opposition"),
        ("propose", "retain", "support", "5: retaining is support"),
        ("prefer", "retain", "support", "5: prefer to retain"),
        ("support", "retain", "support", "5 and 11"),
        ("oppose", "retain", "oppose", "11: resisting what is kept"),
        ("propose", "bracket", "concern", "13: asking for brackets"),
        ("prefer", "bracket", "concern", "13"),
        ("support", "bracket", "concern", "13"),
        ("oppose", "bracket", "support", "13: against brackets is for the text"),
        ("propose", "unbracket", "support", "13: asking to lift brackets"),
        ("prefer", "unbracket", "support", "13"),
        ("support", "unbracket", "support", "13"),
        ("oppose", "unbracket", "concern", "13: wants the brackets to stay"),
        ("propose", "vote", "oppose", "8: asking for a vote on provisions"),
        ("propose", "clarify", "concern", "16: asking for clarification"),
        ("prefer", "clarify", "concern", "16"),
        ("support", "clarify", "concern", "16"),
        *(
            ("concern", op, "concern", "doubt is doubt")
            for op in sorted(OPERATIONS - {"prefer", "denied", "able"})
        ),
    ],
)
def test_compose(outer: str, operation: str, expected: str, rule: str) -> None:
    assert compose(outer, operation) == expected, rule


def test_compose_knows_all_operations() -> None:
    known = {op for op in OPERATIONS if all(compose(outer, op) is not None for outer in OUTER)}
    # "denied" (as in "would not hear of") and "able" ("could work with") are none on a text.
    assert known == OPERATIONS - {"prefer", "denied", "able"}


@pytest.mark.parametrize(
    ("outer", "operation", "expected"),
    [
        # "proposed not deleting X" keeps it, "asked not to keep X" deletes it.
        ("propose", "delete", "support"),
        ("support", "delete", "support"),
        ("oppose", "delete", "oppose"),
        ("propose", "retain", "oppose"),
        ("propose", "bracket", "support"),
        # "suggested not changing X": the change is resisted.
        ("propose", "change", "oppose"),
        ("prefer", "change", "oppose"),
        ("support", "change", "oppose"),
        ("oppose", "change", None),
        # "regretted that X was not amended": the text as it is.
        ("concern", "change", "concern"),
    ],
)
def test_compose_under_negation(outer: str, operation: str, expected: str | None) -> None:
    assert compose(outer, operation, negated_operation=True) == expected


def test_compose_of_what_takes_no_stance() -> None:
    assert compose("neutral", "delete") is None
    assert compose("propose", "read aloud") is None


@pytest.mark.parametrize(
    ("stance", "expected"),
    [
        ("support", "oppose"),  # 6: could not accept
        ("oppose", "support"),  # 6: did not object
        ("concern", "support"),  # had no concerns
        ("propose", None),  # did not propose: no position
        ("neutral", "neutral"),
    ],
)
def test_negate(stance: str, expected: str | None) -> None:
    assert negate(stance) == expected


@pytest.mark.parametrize(
    ("relation", "stance", "expected"),
    [
        # 11: the stance is towards the text, not towards the last speaker.
        ("support", "support", "support"),
        ("support", "propose", "support"),
        ("support", "oppose", "oppose"),
        ("support", "concern", "concern"),
        ("support", "neutral", "support"),
        ("oppose", "support", "oppose"),
        ("oppose", "propose", "oppose"),
        ("oppose", "oppose", "support"),
        ("oppose", "concern", "support"),
        ("oppose", "neutral", "oppose"),
        # "with" shares the stance whole; anything else is a stance of its own.
        ("with", "propose", "propose"),
        ("with", "oppose", "oppose"),
        ("with", "neutral", "neutral"),
        ("concern", "propose", "concern"),
        ("concern", "oppose", "concern"),
    ],
)
def test_relate(relation: str, stance: str, expected: str) -> None:
    assert relate(relation, stance) == expected


def test_stand_by_a_rule_is_the_same_stand() -> None:
    stand = Stand("oppose", (2, 4), 3, (5, 6), negated=True, rule="verb")
    named = stand.by("owner")
    assert named.rule == "owner"
    assert named.by("verb") == stand
    assert stand.rule == "verb"
