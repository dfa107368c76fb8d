"""Topics are found by the profile's phrases."""

import pytest
import spacy
from spacy.language import Language

from ahcextract.pipeline.phrases import capitals_agree
from ahcextract.pipeline.topics import TopicMatcher, phrase_forms
from ahcextract.profile import load_profile


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


@pytest.fixture(scope="module")
def ahc(nlp: Language) -> TopicMatcher:
    return TopicMatcher(nlp, load_profile("ahc"))


@pytest.fixture(scope="module")
def unfccc(nlp: Language) -> TopicMatcher:
    return TopicMatcher(nlp, load_profile("unfccc"))


# The topics that the annotation guidelines name for the cybercrime convention.
GUIDELINES = """convention title scope terminology criminalization child-protection human-rights
safeguards procedural-powers international-cooperation data-protection gender protocols
ratification-threshold preamble resolution interpretative-notes intent implementation participation
process""".split()


def test_the_cybercrime_profile_has_the_topics_of_the_guidelines() -> None:
    slugs = {topic.slug for topic in load_profile("ahc").topics}
    assert set(GUIDELINES) - slugs == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doubts about the title of the convention.", [("title of the convention", "title")]),
        ("THE TITLE OF THE CONVENTION", [("TITLE OF THE CONVENTION", "title")]),
        ("the number of ratifications", [("number of ratifications", "ratification-threshold")]),
        ("CSAM, not csam", [("CSAM", "child-protection")]),
        ("two additional protocols", [("additional protocols", "protocols")]),
        (
            "real-time collection of traffic data without right",
            [
                ("real-time collection of traffic data", "procedural-powers"),
                ("without right", "intent"),
            ],
        ),
        ("Gender mainstreaming", [("Gender mainstreaming", "gender")]),
        ("human rights safeguards", [("human rights safeguards", "safeguards")]),
        ("a multi stakeholder", [("multi stakeholder", "participation")]),
        ("They spoke at length.", []),
    ],
)  # fmt: skip
def test_topics_of_the_cybercrime_convention(
    ahc: TopicMatcher, nlp: Language, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(span.text, span.label_) for span in ahc.match(nlp(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On LULUCF, the text was short.", ["lulucf"]),
        ("capacity building and CAPACITY-BUILDING", ["capacity-building", "capacity-building"]),
        ("loss and damage, and adaptation", ["loss-and-damage", "adaptation"]),
        ("the CDM, JI and emissions trading", ["cdm", "joint-implementation", "emissions-trading"]),
        ("bunker fuels and response measures", ["bunker-fuels", "response-measures"]),
        ("the Kyoto Protocol", ["protocol"]),
        ("national communications from non-Annex I Parties", ["non-annex-i-communications"]),
        ("They can, ji.", []),
    ],
)
def test_topics_of_the_climate_convention(
    unfccc: TopicMatcher, nlp: Language, text: str, expected: list[str]
) -> None:
    assert [span.label_ for span in unfccc.match(nlp(text))] == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("additional protocol", ["additional protocol", "additional protocols"]),
        ("safeguards", ["safeguards"]),
        ("criminal penalty", ["criminal penalty", "criminal penalties"]),
        ("CSAM", ["CSAM", "CSAMs"]),
        ("CCS", ["CCS"]),
        ("sectoral approach", ["sectoral approach", "sectoral approaches"]),
        ("multi-stakeholder", [
            "multi-stakeholder", "multi stakeholder", "multi-stakeholders", "multi stakeholders",
        ]),
    ],
)  # fmt: skip
def test_forms_of_a_phrase(phrase: str, expected: list[str]) -> None:
    assert list(phrase_forms(phrase)) == expected


@pytest.mark.parametrize(
    ("written", "phrase", "agree"),
    [
        ("US", "US", True),
        ("us", "US", False),
        ("AfricanGroup", "AfricanGroup", True),
        ("AFRICANGROUP", "AfricanGroup", True),
        ("africangroup", "AfricanGroup", False),
        ("Scope", "scope", True),
        ("scopes", "scope", False),
    ],
)
def test_capitals_must_be_capitals(written: str, phrase: str, agree: bool) -> None:
    assert capitals_agree(written, phrase) is agree


def test_the_component_fills_its_group() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("ahc_topics")
    doc = nlp("Title and scope of the convention")
    assert [(s.text, s.label_) for s in doc.spans["topics"]] == [
        ("Title", "title"),
        ("scope of the convention", "scope"),
    ]
