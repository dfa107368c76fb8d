"""Actors as agents, owners, sources and members of a roll: whole lists of stands in small texts."""

from functools import cache
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ahcextract.extractor import Extractor


@cache
def extractor() -> "Extractor":
    from ahcextract.extractor import Extractor
    from ahcextract.profile import load_profile

    return Extractor(load_profile("ahc"))


def stands(text: str) -> list[str]:
    """`actor stance target`, with `< owner` where a proposal is somebody's, sorted."""
    found = []
    for r in extractor().extract(text):
        owner = f" < {r.proposal_by}" if r.proposal_by else ""
        found.append(f"{r.actor} {r.stance} {r.target.removeprefix('article:')}{owner}")
    return sorted(found)


def check(text: str, expected: str) -> None:
    assert stands(text) == sorted(x.strip() for x in expected.split(";") if x.strip())


# ---------------------------------------------------------------- agents
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 9 was deemed insufficient by Peru.", "PER concern 9"),
        ("Article 9 was regarded as too low by Peru.", "PER concern 9"),
        ("Article 9 was found to be excessive by Peru and Togo.", "PER concern 9; TGO concern 9"),
        (
            "Article 9 was viewed as a step forward by Peru, and as premature by Togo.",
            "PER support 9; TGO oppose 9",
        ),
        ("Article 9 was supported in the strongest terms by Peru.", "PER support 9"),
        ("Article 9 was opposed by Peru but not by Togo.", "PER oppose 9; TGO support 9"),
        ("The deletion of article 9 was opposed by Peru.", "PER support 9"),
        ("It was argued by Peru that article 9 was premature.", "PER oppose 9"),
        ("The hope that article 9 would be retained was expressed by Peru.", "PER support 9"),
        ("The argument that article 9 is vague was put forward by Peru.", "PER concern 9"),
        ("Article 9 is important, as stated by Peru.", "PER support 9"),
        ("Exception was taken to article 9 by Peru.", "PER oppose 9"),
        ("No objection to article 9 was raised by Peru.", "PER support 9"),
        ("Statements on article 9 were made by Peru.", ""),
    ],
)
def test_agents(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru's concern about article 9 was echoed by Togo.",
            "PER concern 9; TGO concern 9",
        ),
        ("Togo backed Peru's objection to article 9.", "PER oppose 9; TGO oppose 9"),
        ("Togo shared Peru's concern about article 9.", "PER concern 9; TGO concern 9"),
        (
            "A proposal by Peru to shorten article 9 was backed by Togo.",
            "PER propose 9; TGO support 9 < PER",
        ),
        (
            "A proposal to delete article 9, put forward by Peru, was rejected by Togo.",
            "PER oppose 9; TGO support 9 < PER",
        ),
    ],
)
def test_backing_of_what_is_anothers(text: str, expected: str) -> None:
    check(text, expected)


# ---------------------------------------------------------------- what is taken back or to come
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru withdrew its objection to article 9.", "PER support 9"),
        ("The deletion of article 9 was withdrawn by Peru.", "PER support 9"),
        ("The amendment to article 9 was withdrawn by Peru.", ""),
        (
            "Peru would drop its opposition to article 9 if Togo gave way.",
            "PER oppose 9",
        ),
        ("Peru proposed new text, pending approval by Togo, on article 9.", "PER propose 9"),
        ("If Togo dropped its insistence on article 8, the text was ready.", "TGO support 8"),
        ("Peru's agreement is contingent on deleting article 9.", "PER oppose 9"),
    ],
)
def test_withdrawn_supposed_and_pending(text: str, expected: str) -> None:
    check(text, expected)


# ---------------------------------------------------------------- sources and owners
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There was no support for article 9 from Peru.", "PER oppose 9"),
        ("Article 9 lacks the support of Peru.", "PER oppose 9"),
        ("The removal of article 9 had the support of Peru.", "PER oppose 9"),
        ("Article 9 found favour with Peru.", "PER support 9"),
        ("Article 9 met with resistance from Peru.", "PER oppose 9"),
        ("Article 9 was kept over the objections of Peru.", "PER oppose 9"),
        ("At the request of Peru, article 9 was deleted.", "PER oppose 9"),
        ("At the request of Peru, article 9 was shortened.", "PER propose 9"),
        ("In the view of Peru, article 9 is superfluous.", "PER oppose 9"),
        ("In Peru's view, article 9 is superfluous.", "PER oppose 9"),
        (
            "Peru's support for article 9 and its opposition to article 8 stand.",
            "PER support 9; PER oppose 8",
        ),
        ("Peru's insistence on article 9 was noted.", "PER support 9"),
    ],
)
def test_sources(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo supported Peru's amendment to article 9.", "PER propose 9; TGO support 9 < PER"),
        (
            "Togo supported the amendment to article 9 made by Peru.",
            "PER propose 9; TGO support 9 < PER",
        ),
        ("Togo welcomed a paper by Peru on article 9.", "PER propose 9; TGO support 9 < PER"),
        ("The proposal that Peru had made on article 9 failed.", "PER propose 9"),
        ("The text from Peru was long.", ""),
        ("The Swiss proposal of marriage delighted everyone.", ""),
        ("Spanish versions of article 9 were handed out.", ""),
        ("Support staff from Poland carried article 9 in.", ""),
    ],
)
def test_owners(text: str, expected: str) -> None:
    check(text, expected)


def test_an_owner_proposes_only_at_the_first_mention() -> None:
    text = "Togo backed Peru's proposal on article 9. Chad opposed Peru's proposal on article 9."
    check(text, "PER propose 9; TGO support 9 < PER; TCD oppose 9 < PER")


# ---------------------------------------------------------------- rolls and clefts
@pytest.mark.parametrize(
    "text",
    [
        "Among those opposing article 9 were Peru and Togo.",
        "Opposed to article 9 were Peru and Togo.",
        "Objecting to article 9 were Peru and Togo.",
        "Those against article 9 were Peru and Togo.",
        "The only delegations to oppose article 9 were Peru and Togo.",
        "Critics of article 9 included Peru and Togo.",
        "The chief opponents of article 9 were Peru and Togo.",
        "It was Peru and Togo who objected to article 9.",
        "Peru and Togo were among the opponents of article 9.",
        "Peru was joined by Togo in opposing article 9.",
    ],
)
def test_rolls(text: str) -> None:
    check(text, "PER oppose 9; TGO oppose 9")


# ---------------------------------------------------------------- plain nouns with their verb
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru sees no need for article 9.", "PER oppose 9"),
        ("Peru failed to see the need for article 9.", "PER oppose 9"),
        ("Peru saw no reason to delete article 9.", "PER support 9"),
        ("Peru has nothing against article 9.", "PER support 9"),
        ("Peru saw nothing wrong with article 9.", "PER support 9"),
        ("Peru raised its voice against article 9.", "PER oppose 9"),
        ("Peru cast its vote against article 9.", "PER oppose 9"),
        ("Peru led the opposition to article 9.", "PER oppose 9"),
        ("Peru was alone in opposing article 9.", "PER oppose 9"),
        ("Peru was prepared to go along with article 9.", "PER support 9"),
        ("Peru remains the chief opponent of article 9.", "PER oppose 9"),
        ("Peru expressed the hope that article 9 would be deleted.", "PER oppose 9"),
        ("Peru repeated its call for a longer article 9.", "PER propose 9"),
        ("Peru made a statement on article 9.", "PER neutral 9"),
        ("Peru had no preference on article 9.", ""),
    ],
)
def test_nouns_with_their_verb(text: str, expected: str) -> None:
    check(text, expected)
