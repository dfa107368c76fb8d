"""Notes, answers, companions and pairs: who, which stance, on what, by which rule."""

from functools import cache
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ahcextract.extractor import Extractor

pytestmark = pytest.mark.model


@cache
def extractor() -> "Extractor":
    from ahcextract.extractor import Extractor
    from ahcextract.profile import load_profile

    return Extractor(load_profile("ahc"))


def rows(text: str) -> list[tuple[str, str, str, str]]:
    """(actor, stance, target, rule) of every record, in text order."""
    return [(r.actor, r.stance, r.target, r.rule) for r in extractor().extract(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana: delete article 9.", [("GHA", "oppose", "article:9", "would")]),
        ("Ghana: no to article 9.", [("GHA", "oppose", "article:9", "note")]),
        ("Ghana: article 9 too long.", [("GHA", "concern", "article:9", "note")]),
        ("Ghana on article 9: good.", [("GHA", "support", "article:9", "note")]),
        ("Ghana on article 9: good grief.", []),
        ("• Art. 9: Ghana: no.", [("GHA", "oppose", "article:9", "note")]),
        ("Ghana wary of article 9.", [("GHA", "concern", "article:9", "verbless")]),
        ("• Art. 9: Ghana for the moment without a view.", []),
        (
            "Against article 9: Ghana, Togo.",
            [("GHA", "oppose", "article:9", "roll"), ("TGO", "oppose", "article:9", "roll")],
        ),
        ("• Art. 9: deletion sought by Ghana.", [("GHA", "oppose", "article:9", "note-by")]),
        ("Article 9 came next. Superfluous, Ghana said.",
         [("GHA", "oppose", "article:9", "judged-first")]),
        ("Superfluous, Ghana said nothing.", []),
    ],
)  # fmt: skip
def test_notes(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("So did Togo.", [("TGO", "oppose", "article:9", "short-answer")]),
        ("Togo, ditto.", [("TGO", "oppose", "article:9", "short-answer")]),
        ("Togo did not.", [("TGO", "support", "article:9", "short-answer")]),
        ("The same goes for Togo.", [("TGO", "oppose", "article:9", "short-answer")]),
        ("Togo was with Ghana.", [("TGO", "oppose", "article:9", "short-answer")]),
        ("Togo was with Fiji.", []),
        ("Togo did the dishes.", []),
        (
            "Togo did not. Fiji did not either.",
            [
                ("TGO", "support", "article:9", "short-answer"),
                ("FJI", "support", "article:9", "short-answer"),
            ],
        ),
    ],
)
def test_answers(second: str, expected: list[tuple[str, str, str, str]]) -> None:
    first = ("GHA", "oppose", "article:9", "verb")
    assert rows(f"Ghana opposed article 9. {second}") == [first, *expected]


def test_an_answer_to_nothing_is_none() -> None:
    assert rows("So did Togo. Not so Fiji. Mali, ditto.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Along with Togo, Ghana opposed article 9.",
            [("GHA", "oppose", "article:9", "verb"), ("TGO", "oppose", "article:9", "aside-with")],
        ),
        (
            "Supported by Togo, Ghana proposed a new article 9.",
            [
                ("GHA", "propose", "article:9", "verb"),
                ("TGO", "support", "article:9", "aside-support"),
            ],
        ),
        ("Unlike Togo, Ghana opposed article 9.", [("GHA", "oppose", "article:9", "verb")]),
        ("With Togo absent, Ghana opposed article 9.", [("GHA", "oppose", "article:9", "verb")]),
        (
            "Seated between Fiji and Togo, Ghana opposed article 9.",
            [("GHA", "oppose", "article:9", "verb")],
        ),
    ],
)
def test_companions_before_the_subject(
    text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert sorted(rows(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("second", "actors"),
    [
        ("Both opposed article 9.", ["GHA", "TGO"]),
        ("The two countries opposed article 9.", ["GHA", "TGO"]),
        ("The latter opposed article 9.", ["TGO"]),
        ("The former opposed article 9.", ["GHA"]),
    ],
)
def test_pairs(second: str, actors: list[str]) -> None:
    found = list(extractor().extract(f"Ghana and Togo took the floor. {second}"))
    assert [(r.actor, r.stance, r.target) for r in found] == [
        (actor, "oppose", "article:9") for actor in actors
    ]
    assert [r.context_start for r in found] == [0] * len(actors)


def test_both_of_three_is_nobody() -> None:
    assert rows("Ghana, Fiji and Togo took the floor. Both opposed article 9.") == []


def test_gapping_names_what_the_remnant_names() -> None:
    assert rows("Ghana supported article 9; Togo, article 10.") == [
        ("GHA", "support", "article:9", "verb"),
        ("TGO", "support", "article:10", "gapping"),
    ]


def test_holders_in_parentheses_stand_behind_their_provision() -> None:
    found = rows("There was opposition to articles 9 (Ghana) and 10 (Togo).")
    assert found == [
        ("GHA", "oppose", "article:9", "parenthesis"),
        ("TGO", "oppose", "article:10", "parenthesis"),
    ]
