"""What the report works out, against numbers worked by hand."""

from typing import Any

import pytest

import synthetic
from ahcextract.agreement import Pair
from ahcextract.position import Position
from ahcextract.report.analysis import analyse
from ahcextract.report.display import visible
from ahcextract.report.network import CLEAR, blocs, drawn, layout, shared_minimum
from ahcextract.report.occasions import Occasion, occasion_labels, occasions
from ahcextract.report.ordering import actor_order, camp_axis, mean_signs, target_order
from ahcextract.report.regions import regions
from ahcextract.report.rows import agreement_rows, contested_rows, matrix_rows, timeline_rows
from ahcextract.report.shifts import Shift, shifts
from ahcextract.report.summary import facts, lead
from ahcextract.report.vocabulary import STANCES, number_order, target_label, whole


def position(actor: str, stance: str, target: str, issue: int = 1, **fields: Any) -> Position:
    """A record of one short sentence, at an offset of its own."""
    evidence = f"{actor} {stance} {target}."
    start = fields.pop("start", 100 * issue)
    values: dict[str, Any] = {
        "id": f"{actor}-{stance}-{target}-{issue}-{start}",
        "document": "talks",
        "issue": issue,
        "issue_date": f"2031-01-{issue:02d}" if issue else None,
        "actor": actor,
        "actor_type": "state",
        "actor_name": f"Name of {actor}",
        "stance": stance,
        "target": target,
        "target_kind": target.partition(":")[0],
        "cue": stance,
        "predicate": stance,
        "evidence": evidence,
        "evidence_start": start,
        "evidence_end": start + len(evidence),
        "rule": "made-up",
        "confidence": 0.9,
    }
    return Position(**{**values, **fields})


def pair(a: str, b: str, weight: float, shared: int = 2) -> Pair:
    return Pair(a, b, 0, 0, shared, weight, (), ())


@pytest.mark.parametrize(
    ("target", "full", "short", "part_of"),
    [
        ("article:14.3(b)", "article 14.3(b)", "14.3(b)", "article:14"),
        ("article:40.22", "article 40.22", "40.22", "article:40"),
        ("article:6@budapest", "article 6 (budapest)", "6 (budapest)", "article:6@budapest"),
        ("article:6.2@budapest", "article 6.2 (budapest)", "6.2 (budapest)", "article:6@budapest"),
        ("preamble:10", "preamble 10", "Pre. 10", "preamble"),
        ("preamble", "preamble", "Pre.", "preamble"),
        ("resolution:6", "resolution 6", "Res. 6", "resolution"),
        ("chapter:5", "chapter 5", "Ch. 5", "chapter:5"),
        ("topic:human-rights", "human rights", "human rights", "topic:human-rights"),
        ("actor:IRN", "stand of Iran", "→ IRN", "actor:IRN"),
        (
            "topic:unresolved",
            "a provision that was not identified",
            "not identified",
            "topic:unresolved",
        ),
    ],
)
def test_target_in_words(target: str, full: str, short: str, part_of: str) -> None:
    assert (*target_label(target, {"IRN": "Iran"}), whole(target)) == (full, short, part_of)


def test_targets_in_the_order_of_the_treaty() -> None:
    shuffled = [
        "topic:title",
        "article:6@budapest",
        "article:14",
        "article:6.10",
        "resolution:2",
        "article:6.2",
        "actor:IRN",
        "article:6",
        "article:6.2(b)",
        "preamble:10",
        "preamble:9",
        "chapter:5",
        "article:6bis",
    ]
    assert sorted(shuffled, key=number_order) == [
        "preamble:9",
        "preamble:10",
        "chapter:5",
        "article:6",
        "article:6.2",
        "article:6.2(b)",
        "article:6.10",
        "article:6bis",
        "article:14",
        "resolution:2",
        "topic:title",
        "actor:IRN",
        "article:6@budapest",
    ]


def test_every_stance_has_its_own_symbol_shape_and_colours() -> None:
    looks = [(s.symbol, s.shape, s.light, s.dark) for s in STANCES]
    assert [len(set(column)) for column in zip(*looks, strict=True)] == [5, 5, 5, 5]
    assert [s.id for s in STANCES] == ["support", "propose", "concern", "oppose", "neutral"]


def test_regions_hold_each_member_state_once() -> None:
    united_nations = [r.members for r in regions() if r.id != "eu-members"]
    assert [len(members) for members in united_nations] == [54, 54, 23, 33, 29]
    assert len(frozenset().union(*united_nations)) == 193
    assert [len(r.members) for r in regions() if r.id == "eu-members"] == [27]


def test_issues_by_date_and_those_without_one_after_the_issue_before() -> None:
    def at(document: str, issue: int, date: str | None) -> Position:
        return position("AAA", "support", "article:1", issue, document=document, issue_date=date)

    found = occasions(
        [
            at("b", 2, "2031-01-09"),
            at("a", 3, None),
            at("b", 1, "2031-01-01"),
            at("a", 0, None),
            at("a", 2, "2031-01-05"),
        ]
    )
    assert [(o.document, o.number) for o in found] == [
        ("b", 1),
        ("a", 0),
        ("a", 2),
        ("a", 3),
        ("b", 2),
    ]
    assert occasion_labels(found) == [
        "#1 · 1 Jan · b",
        "preface · a",
        "#2 · 5 Jan · a",
        "#3 · a",
        "#2 · 9 Jan · b",
    ]


def test_issue_labels_are_distinct() -> None:
    same = [Occasion("a", 1, title, None) for title in ("x", "y", None)]
    assert occasion_labels(same) == ["#1", "#1′", "#1′′"]
    years = [Occasion("a", n, None, f"203{n}-05-06") for n in (1, 2)]
    assert occasion_labels(years) == ["#1 · 6 May 2031", "#2 · 6 May 2032"]


def test_mean_signs_by_hand() -> None:
    records = [
        position("AAA", "support", "article:1"),
        position("AAA", "oppose", "article:1", 2),
        position("AAA", "concern", "article:1", 3),
        position("AAA", "propose", "article:2"),
        position("BBB", "oppose", "article:2"),
    ]
    # (1 - 1 - 0.5) / 3
    assert mean_signs(records) == {
        "AAA": {"article:1": pytest.approx(-1 / 6), "article:2": 0.0},
        "BBB": {"article:2": -1.0},
    }


def test_camp_axis_puts_opponents_at_the_ends() -> None:
    table = {
        "one": {"x": 1.0, "y": -1.0},
        "two": {"x": 1.0, "y": -1.0},
        "foe": {"x": -1.0, "y": 1.0},
        "mute": {"x": 0.0},
    }
    rows, columns = camp_axis(table)
    # All rows are multiples of (1, -1): the left vector is (1, 1, -1, 0) / sqrt(3).
    third, half = 3**-0.5, 2**-0.5
    assert rows == pytest.approx({"foe": -third, "mute": 0.0, "one": third, "two": third})
    assert columns == pytest.approx({"x": half, "y": -half})
    assert actor_order(rows, [["one", "two"]]) == ["one", "two", "mute", "foe"]
    assert target_order(columns) == ["x", "y"]
    assert camp_axis({"mute": {"x": 0.0}}) == ({"mute": 0.0}, {"x": 0.0})


def test_shared_minimum_falls_where_hardly_any_pair_shares_two() -> None:
    assert shared_minimum([pair("a", "b", 1, 2)] * 3) == 2
    assert shared_minimum([pair("a", "b", 1, 2)] * 2 + [pair("a", "c", 1, 1)] * 9) == 1


def test_blocs_are_the_two_cliques() -> None:
    cliques = [*"abc"], [*"xyz"]
    inside = [pair(p, q, 2) for c in cliques for n, p in enumerate(c) for q in c[n + 1 :]]
    across = [pair("a", "x", -2), pair("b", "y", 0.1)]
    assert blocs([*inside, *across], 2) == [["a", "b", "c"], ["x", "y", "z"]]
    assert blocs([pair("a", "x", -2)], 1) == []
    places = layout([*inside, *across], 2, {})
    assert sorted(places) == ["a", "b", "c", "x", "y", "z"]
    assert places == layout([*inside, *across], 2, {})
    assert {min(p[0] for p in places.values()), max(p[0] for p in places.values())} == {0.0, 1.0}


def test_lines_are_the_strongest_of_each_actor() -> None:
    star = [pair("hub", f"x{n}", weight) for n, weight in enumerate((3, 2, 1, -1, -2, -3))]
    # The hub keeps one of each sign; every x has but the one pair, which it keeps.
    assert drawn(star, 2, each=1) == star
    triangle = [pair("a", "b", 3), pair("a", "c", 2), pair("b", "c", 1)]
    assert drawn(triangle, 2, each=1) == triangle[:2]
    assert drawn([pair("a", "b", 3, shared=1)], 2) == []


def test_shifts_by_hand() -> None:
    records = [
        position("AAA", "oppose", "article:1", 1),  # 0
        position("AAA", "support", "article:1", 2),  # 1: reversal
        position("AAA", "support", "article:1", 3, start=300),  # 2
        position("AAA", "propose", "article:1", 3, start=350),  # 3: still supports
        position("BBB", "concern", "article:1", 1),  # 4
        position("BBB", "neutral", "article:1", 2),  # 5: says nothing of where it stands
        position("BBB", "propose", "article:1", 3),  # 6: shift, no reversal
        position("CCC", "oppose", "article:1", 1),  # 7
        position("CCC", "support", "article:1", 2, proposal_by="AAA"),  # 8: another thing
        position("DDD", "support", "article:2", 1),  # 9
        position("DDD", "support", "article:2", 2),  # 10
        position("COLLECTIVE", "support", "article:1", 1, actor_type="collective"),
        position("COLLECTIVE", "oppose", "article:1", 2, actor_type="collective"),
        position("EEE", "propose", "article:3", 1),  # 13: its own proposal
        position("EEE", "oppose", "article:3", 2, proposal_by="EEE"),  # 14: gives it up
    ]
    assert shifts(records, occasions(records)) == [
        Shift("AAA", "article:1", (0,), (1,), True),
        Shift("EEE", "article:3", (13,), (14,), False),
        Shift("BBB", "article:1", (4,), (6,), False),
    ]


@pytest.fixture
def small() -> list[Position]:
    return [
        position("AAA", "support", "article:1"),
        position("BBB", "support", "article:1"),
        position("CCC", "oppose", "article:1"),
        position("CCC", "concern", "article:1", 2),
        position("AAA", "oppose", "article:2", 2),
        position("BBB", "oppose", "article:2", 2),
        position("AAA", "neutral", "article:3", 2),
    ]


def test_tables_behind_the_plots(small: list[Position]) -> None:
    found = analyse(small)
    assert timeline_rows(found) == [
        {"issue": "#1 · 1 Jan", "stance": "▼ oppose", "n": 1},
        {"issue": "#1 · 1 Jan", "stance": "▲ support", "n": 2},
        {"issue": "#2 · 2 Jan", "stance": "■ concern", "n": 1},
        {"issue": "#2 · 2 Jan", "stance": "● neutral", "n": 1},
        {"issue": "#2 · 2 Jan", "stance": "▼ oppose", "n": 2},
    ]
    assert [(r["target"], r["stance"], r["x0"], r["x1"]) for r in contested_rows(found)] == [
        ("article 1", "▲ support", 0, 2),
        ("article 1", "▼ oppose", -1, 0),
        ("article 1", "■ concern", -2, -1),
        ("article 2", "▼ oppose", -2, 0),
    ]
    # CCC's mean sign on article 1 is (-1 - 0.5) / 2. No three pairs share two things: one will do.
    assert [(r["a"], r["b"], r["value"], r["sign"]) for r in agreement_rows(found)] == [
        ("AAA", "BBB", 1.0, "+"),
        ("BBB", "AAA", 1.0, "+"),
        ("AAA", "CCC", -0.75, "−"),
        ("CCC", "AAA", -0.75, "−"),
        ("BBB", "CCC", -0.75, "−"),
        ("CCC", "BBB", -0.75, "−"),
    ]
    assert len(matrix_rows(found)) == 7
    assert len(matrix_rows(found, actors=1, targets=1)) == 1


def test_lead_and_facts(small: list[Position]) -> None:
    found = analyse(small)
    assert "".join(text for text, _ in lead(found)) == (
        "7 positions taken by 3 actors on 3 provisions and topics, read from 2 issues of the "
        "bulletin “talks”, 1 Jan 2031 to 2 Jan 2031. Each leads to the sentence it was read from."
    )
    assert [(f.title, f.name, f.detail, f.link) for f in facts(found)] == [
        (
            "Most contested",
            "article 1",
            "2 actors for, 2 against or concerned",
            "#?target=article+1",
        ),
        (
            "Most positions",
            "Name of AAA",
            "3 positions on 3 provisions and topics",
            "#?actor=AAA",
        ),
        (
            "Closest",
            "Name of AAA and Name of BBB",
            "agree on 2 and disagree on 0 of 2 shared questions",
            "#?pair=AAA~BBB",
        ),
        (
            "Furthest apart",
            "Name of AAA and Name of CCC",
            "agree on 0 and disagree on 1 of 1 shared questions",
            "#?pair=AAA~CCC",
        ),
        (
            "Changes of stance",
            "1 shift",
            "0 from for to against or back; most by Name of CCC (1)",
            "#moved",
        ),
    ]


def test_what_names_no_common_thing_is_neither_contested_nor_shifts_nor_sides() -> None:
    found = analyse(
        [
            position("AAA", "support", "topic:unresolved", 1),
            position("AAA", "oppose", "topic:unresolved", 2),
            position("BBB", "oppose", "topic:other", 2),
            position("BBB", "concern", "article:1", 2),
        ]
    )
    assert found.shifts == ()
    assert [row["target"] for row in contested_rows(found)] == ["article 1"]
    assert sorted((t.rank, t.id) for t in found.targets) == [
        (0, "article:1"),
        (1, "topic:other"),
        (2, "topic:unresolved"),
    ]


def test_places_keep_clear_of_each_other() -> None:
    clique = [pair(p, q, 2) for n, p in enumerate("abcdefgh") for q in "abcdefgh"[n + 1 :]]
    weak = [pair("a", "y", 1, shared=1), pair("y", "z", -1, shared=1)]
    places = layout([*clique, *weak], 2, {})
    assert sorted(places) == [*"abcdefghyz"]
    near = [
        (p, q)
        for p in places
        for q in places
        if p < q
        and abs(places[p][0] - places[q][0]) < 0.9 * CLEAR[0]
        and abs(places[p][1] - places[q][1]) < 0.9 * CLEAR[1]
    ]
    assert near == []


def test_two_camps_become_two_blocs_in_order() -> None:
    made = synthetic.make(1500, actors=40)
    found = analyse(made.positions)
    order = [actor.bloc for actor in found.actors if actor.bloc >= 0]
    assert order == sorted(order) or order == sorted(order, reverse=True)
    assert len(found.blocs) == 2


def test_control_and_direction_marks_are_made_visible() -> None:
    hostile = "a\x00b\x1b\x7f\x85\u202ec\ufffe"
    assert visible(hostile) == "a␀b␛␡��c�"
    assert visible("Côte d'Ivoire\t𝔘\n") == "Côte d'Ivoire\t𝔘\n"
