"""What was read in a sentence, where it came from, and why nothing came of it."""

import re
from pathlib import Path

import pytest

from ahcextract.explaining import Explained, Mark, Provenance, Tracer, explain
from ahcextract.explaining.catalogue import OnGold, as_markdown
from ahcextract.explaining.output import extras, rule_sentence, to_dict, where, why_lines
from ahcextract.explaining.reasons import REASONS
from ahcextract.linking.rules import Rule
from ahcextract.position import Position
from ahcextract.profile import load_profile
from ahcextract.reading import from_text
from ahcextract.splitting import split

BULLETIN = """#1: Rain [5 March 2031]

## Article 14

Iran opposed paragraph 3. Peru agreed.

• 20,1: Togo would like to see this deleted.

• Chad supported the title. It was silent.
"""


@pytest.fixture(scope="module")
def tracer() -> Tracer:
    return Tracer(load_profile("ahc"))


def read(tracer: Tracer, text: str) -> list[Explained]:
    bulletin = split(from_text(text, "rain"))
    return [one for issue in bulletin.issues for one in explain(tracer, bulletin, issue)]


def reasons(found: list[Explained]) -> list[tuple[str, str | None]]:
    return [(reason.code, reason.actor) for one in found for reason in one.reasons]


def plain(one: Explained) -> list[tuple[str, str, str]]:
    records = [record.position for record in one.records]
    return [(r.actor, r.stance, r.target) for r in records]


# ---------------------------------------------------------------- why not
@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks went on.", [("no-actor", None)]),
        ("Iran left the room.", [("no-cue", "IRN")]),
        ("Iran and Peru left the room.", [("no-cue", "IRN, PER")]),
        ("If Togo opposed article 9, rain would fall.", [("hypothetical", "TGO")]),
        ("Nobody knew whether Togo supported article 9.", [("hypothetical", "TGO")]),
        ("Togo urged Peru to support article 9.", [("addressee", "PER")]),
        ("Togo praised article 9 in Chad.", [("place", "TCD")]),
        (
            "Peru's capital is Lima, and Togo supported article 9.",
            [("possessor", "PER")],
        ),
        ("The Peruvian diplomat said that the talks are open.", [("modifier", "PER")]),
        ("Peru was thanked, and Togo opposed article 9.", [("passive-subject", "PER")]),
        ("Togo slept while Peru opposed article 9.", [("verb-without-cue", "TGO")]),
        (
            "The list (Peru, Togo) was read, and Chad opposed article 9.",
            [("aside", "PER, TGO")],
        ),
        ('He read "Peru opposed it" aloud.', [("quoted", "PER")]),
        ("They opposed article 9.", [("pronoun", None)]),
        ("So did Togo.", [("answers-nothing", "TGO")]),
        (
            "Peru proposed a new title. Togo recalled Peru's proposal.",
            [("first-mention", "PER")],
        ),
        # Everybody speaks: a spokesman, an aside, "others", and a list.
        ("Peru, on behalf of AOSIS, opposed article 9.", []),
        ("Peru, supported by Togo and others, proposed a new title.", []),
    ],
)
def test_reasons(tracer: Tracer, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert reasons(read(tracer, text)) == expected


@pytest.mark.model
def test_reasons_speak_with_the_words_of_the_sentence(tracer: Tracer) -> None:
    (one,) = read(tracer, "Togo urged Peru to support article 9.")
    (reason,) = one.reasons
    assert reason.detail == 'the actor is the object of "urged"'
    assert reason.why == REASONS["addressee"]
    assert one.text[reason.start : reason.end] == "Peru"


@pytest.mark.model
def test_no_actor_is_left_unexplained(tracer: Tracer) -> None:
    """However odd the sentence, an actor that took no position in it has a reason."""
    found = read(
        tracer,
        "Peru, said the Chair of the talks of Togo, opposed to oppose. Iran: Chad! The Malian "
        'note and "the Kenyan idea" fell (Fiji, for Niue, asleep). Oh, Cuba, Cuba.',
    )
    assert len(found) == 4
    silent = [{m.value for m in one.marks if m.kind == "actor" and not m.used} for one in found]
    named = [
        {actor for reason in one.reasons for actor in (reason.actor or "").split(", ")}
        for one in found
    ]
    assert [a - b for a, b in zip(silent, named, strict=True)] == [set()] * 4
    assert silent[2:] == [{"MLI", "KEN", "FJI", "NIU"}, {"CUB"}]


# ---------------------------------------------------------------- where from
@pytest.mark.model
def test_sentences_and_headings_in_text_order(tracer: Tracer) -> None:
    found = read(tracer, BULLETIN)
    assert [(one.kind, one.text, one.sets) for one in found] == [
        ("heading", "Article 14", ("article:14",)),
        ("sentence", "Iran opposed paragraph 3.", ()),
        ("sentence", "Peru agreed.", ()),
        ("sentence", "Togo would like to see this deleted.", ("article:20.1",)),
        ("sentence", "Chad supported the title.", ()),
        ("sentence", "It was silent.", ()),
    ]
    assert all(BULLETIN[one.start : one.end] == one.text for one in found)


@pytest.mark.model
def test_provenance(tracer: Tracer) -> None:
    found = [one for one in read(tracer, BULLETIN) if one.records]
    assert [plain(one) for one in found] == [
        [("IRN", "oppose", "article:14.3")],
        [("PER", "oppose", "article:14.3")],
        [("TGO", "oppose", "article:20.1")],
        [("TCD", "support", "topic:title")],
    ]
    heading, statement, label = (
        BULLETIN.index(words) for words in ("Article 14", "Iran opposed", "20,1")
    )
    assert [one.records[0].target for one in found] == [
        Provenance("named here, completed from the heading", heading, heading + 10, "Article 14"),
        Provenance(
            "from earlier in the paragraph", statement, statement + 25, "Iran opposed paragraph 3."
        ),
        Provenance("from the label", label, label + 4, "20,1"),
        Provenance("named here"),
    ]
    assert [one.records[0].actor for one in found] == [Provenance("named here")] * 4


@pytest.mark.model
def test_provenance_of_a_carried_actor(tracer: Tracer) -> None:
    *_, last = read(
        tracer,
        "Peru and Togo took the floor on the title and opposed it. They objected to article 9.",
    )
    assert plain(last) == [("PER", "oppose", "article:9"), ("TGO", "oppose", "article:9")]
    assert last.records[0].actor.how == "from earlier in the paragraph"
    assert last.records[0].target == Provenance("named here")


@pytest.mark.model
def test_unresolved_targets_say_so(tracer: Tracer) -> None:
    (one,) = read(tracer, "Togo opposed the moon.")
    assert plain(one) == [("TGO", "oppose", "topic:other")]
    assert one.records[0].target == Provenance("not named, and nothing to take it from")


# ---------------------------------------------------------------- marks
@pytest.mark.model
def test_marks(tracer: Tracer) -> None:
    (one,) = read(tracer, "Iran opposed article 9 before anybody spoke of the title in Chad.")
    assert [(m.kind, m.value, one.text[m.start : m.end], m.used) for m in one.marks] == [
        ("actor", "IRN", "Iran", True),
        ("cue", "oppose", "opposed", True),
        ("target", "article:9", "article 9", True),
        ("cue", "neutral", "spoke of", False),
        ("topic", "title", "title", False),
        ("actor", "TCD", "Chad", False),
    ]
    assert one.marks[-1] == Mark("actor", "TCD", 60, 64, False)


@pytest.mark.model
def test_marks_do_not_overlap_and_name_all_targets(tracer: Tracer) -> None:
    (one,) = read(tracer, "Iran, with Togo, could not accept articles 9 and 10.")
    assert [(m.kind, m.value, one.text[m.start : m.end]) for m in one.marks if m.used] == [
        ("actor", "IRN", "Iran"),
        ("actor", "TGO", "Togo"),
        ("cue", "oppose", "accept"),
        ("target", "article:9, article:10", "articles 9 and 10"),
    ]


@pytest.mark.model
def test_tracing_changes_nothing(tracer: Tracer) -> None:
    from ahcextract.extractor import Extractor

    bulletin = split(from_text(BULLETIN, "rain"))
    traced = [
        r.position for i in bulletin.issues for one in explain(tracer, bulletin, i)
        for r in one.records
    ]  # fmt: skip
    assert traced == list(Extractor(load_profile("ahc")).bulletin(bulletin))


# ---------------------------------------------------------------- output
def position(**values: object) -> Position:
    known = {
        "id": "1", "document": "rain", "issue": 1, "actor": "AOSIS", "actor_type": "group",
        "actor_name": "AOSIS", "stance": "oppose", "target": "article:9", "target_kind": "article",
        "cue": "opposed", "predicate": "opposed", "evidence": "x", "evidence_start": 0,
        "evidence_end": 1, "rule": "verb", "confidence": 0.5,
    }  # fmt: skip
    return Position.model_validate(known | values)


def test_extras() -> None:
    assert extras(position()) == []
    assert extras(position(negated=True, spoken_by="TUV", proposal_by="PER", count=3)) == [
        "negated", "proposal by PER", "spoken by TUV", "count 3",
    ]  # fmt: skip


def test_where_cuts_long_contexts_between_words() -> None:
    assert where(Provenance("named here")) == "named here"
    assert where(Provenance("from the label", 0, 9, "14,\n  3")) == 'from the label "14, 3"'
    long = where(Provenance("from the heading", 0, 99, "word " * 30))
    assert long == f'from the heading "{" ".join(["word"] * 13)} …"'


def test_rule_sentences() -> None:
    assert rule_sentence("owner").startswith("The actor owns a proposal")
    assert rule_sentence("no-such") == "the catalogue of rules has no such entry."


@pytest.mark.model
def test_json(tracer: Tracer) -> None:
    (one,) = read(tracer, "Togo opposed the moon.")
    values = to_dict(one)
    assert set(values) == {
        "document", "issue", "kind", "start", "end", "text", "sets", "marks", "records", "reasons",
    }  # fmt: skip
    (record,) = values["records"]
    assert record["construction"] == rule_sentence("verb")
    assert record["actor_from"] == {"how": "named here", "start": None, "end": None, "text": None}
    beside = {"construction", "actor_from", "target_from"}
    Position.model_validate({k: v for k, v in record.items() if k not in beside})


@pytest.mark.model
def test_why_lines_are_for_sentences_without_records(tracer: Tracer) -> None:
    lines = list(why_lines(read(tracer, "Togo opposed the moon. Iran left. Rain fell.")))
    assert lines == [
        '{"document": "rain", "issue": 1, "evidence_start": 23, "evidence_end": 33, '
        '"why": "no word that carries a stance"}\n',
        '{"document": "rain", "issue": 1, "evidence_start": 34, "evidence_end": 44, '
        '"why": "no actor is named"}\n',
    ]


def test_documented_reasons() -> None:
    page = (Path(__file__).parents[1] / "docs" / "explain.md").read_text(encoding="utf-8")
    assert dict(re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", page, re.M)) == REASONS


# ---------------------------------------------------------------- the page of rules
def test_page_of_rules() -> None:
    rules = [
        Rule("wink", "The actor winks at it.", "Peru winked.", (("PER", "support", "topic:x"),)),
        Rule("nod", "The actor nods.", "Togo nodded.", (("TGO", "support", "topic:x"),)),
    ]  # fmt: skip
    page = as_markdown(rules, {"wink": OnGold(3, 1), "nod": OnGold(0, 0)})
    assert (
        "| [`wink`](#wink) | 3 | 1 | 0.75 |\n| [`nod`](#nod) | 0 | 0 | not seen on gold |" in page
    )
    assert page.endswith(
        "## wink\n\nThe actor winks at it.\n\n> Peru winked.\n\n- `PER` support `topic:x`\n\n"
        "On gold: 3 right, 1 wrong, precision 0.75.\n\n"
        "## nod\n\nThe actor nods.\n\n> Togo nodded.\n\n- `TGO` support `topic:x`\n\n"
        "On gold: not seen on gold.\n"
    )
