"""Pinning quotes to offsets, by hand-worked offsets."""

import pytest

from ahcextract.cleaning import clean
from ahcextract.errors import InputError
from ahcextract.gold import GoldRecord, Reading
from ahcextract.gold.pinning import Pinner, find_quote

TEXT = (
    "Preface.\n"  # 0-9
    "Mali  said \u201cno\u201d to\u00a0article\n14. "  # 9-40
    "Peru agreed. Peru agreed. Peruvian views. They said so and said so.\n"
)
ISSUES = {0: (0, 9), 3: (9, len(TEXT))}


def reading(**changes: object) -> Reading:
    values: dict[str, object] = {
        "document": "d", "issue": 3, "actor": "MLI", "actor_type": "state", "stance": "oppose",
        "target": "article:14", "evidence": "Mali said \"no\" to article 14.", "cue": "said \"no\"",
        "point": "article 14",
    }  # fmt: skip
    return Reading.model_validate({**values, **changes})


def pin(*readings: Reading | InputError, wordless: bool = False):
    pinner = Pinner("d", TEXT, ISSUES, wordless=wordless)
    return pinner.pin(enumerate(readings, 1), "r.jsonl")


def test_white_space_and_quotation_marks_need_not_be_the_same():
    pinned = pin(reading())
    assert pinned.problems == []
    assert pinned.records == [
        GoldRecord(
            document="d", issue=3, actor="MLI", actor_type="state", stance="oppose",
            target="article:14", evidence_start=9, evidence_end=39, cue_start=15, cue_end=24,
            point_start=28, point_end=38, evidence=TEXT[9:39], cue="said \u201cno\u201d",
            point="article\n14",
        )
    ]  # fmt: skip


def test_wordless_keeps_no_words():
    [record] = pin(reading(on_behalf_of="nine states"), wordless=True).records
    assert record.to_line() == (
        '{"document": "d", "issue": 3, "actor": "MLI", "actor_type": "state", "stance": "oppose", '
        '"target": "article:14", "evidence_start": 9, "evidence_end": 39, "cue_start": 15, '
        '"cue_end": 24, "point_start": 28, "point_end": 38}'
    )


def test_quotes_match_whole_words_only():
    assert find_quote(clean(TEXT, *ISSUES[3]), "Peru") == [(40, 44), (53, 57)]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"document": "e"}, "r.jsonl:2: document: is 'e', the text is 'd'"),
        ({"issue": 4}, "r.jsonl:2: issue: no 4 in the text; it has 0, 3"),
        (
            {"evidence": "Preface."},
            'r.jsonl:2: evidence: not found: "Preface."; quote it as it stands in the issue',
        ),
        (
            {"evidence": "Peru agreed.", "cue": "agreed", "point": None},
            'r.jsonl:2: evidence: stands 2 times: "Peru agreed."; add occurrence, 1 to 2',
        ),
        (
            {"evidence": "Peru agreed.", "cue": "agreed", "point": None, "occurrence": 3},
            'r.jsonl:2: evidence: occurrence 3 of 2: "Peru agreed."',
        ),
        (
            {"cue": "agreed"},
            'r.jsonl:2: cue in the sentence: not found: "agreed"; '
            "quote it as it stands in the issue",
        ),
    ],
)
def test_what_cannot_be_pinned_names_its_line_and_stops_nothing(changes, message):
    pinned = pin(reading(), reading(**changes), reading())
    assert [str(problem) for problem in pinned.problems] == [message]
    assert len(pinned.records) == 2


def test_occurrence_chooses_the_sentence():
    [record] = pin(reading(evidence="Peru agreed.", cue="agreed", point=None, occurrence=2)).records
    assert record.span("evidence") == (53, 65)
    assert record.span("cue") == (58, 64)
    assert record.span("point") == (None, None)


def test_a_cue_that_stands_twice_is_told():
    sentence = "They said so and said so."
    pinned = pin(
        reading(evidence=sentence, cue="said so", point=None),
        reading(evidence=sentence, cue="said so", point=None, cue_occurrence=2),
    )
    start = TEXT.index(sentence)
    assert [r.cue_start for r in pinned.records] == [start + 5, start + 17]
    assert pinned.notes == ['r.jsonl:1: cue: "said so" stands 2 times, the first taken']


def test_a_point_may_stand_elsewhere_in_the_issue():
    [record] = pin(reading(evidence="Peruvian views.", cue="views", point="article 14")).records
    assert record.span("point") == (28, 38)
