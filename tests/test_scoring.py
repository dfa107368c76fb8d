"""The scorer, by numbers worked out by hand."""

import random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahcextract.gold.record import GoldRecord
from ahcextract.scoring import PRF, Predicted, evaluate, facts_of
from ahcextract.scoring.bootstrap import resample, score
from ahcextract.scoring.counts import Share
from ahcextract.scoring.evaluation import sides_of
from ahcextract.scoring.figures import Sides, by_sentence, macro, relaxed, strict, without_stance
from ahcextract.scoring.matching import match
from ahcextract.scoring.pairing import confusion, pair
from ahcextract.scoring.scope import Scope
from ahcextract.scoring.sentences import Sentences
from ahcextract.scoring.targets import article, path, related

GROUPS = {"EU", "G77"}


def record(line: str, **more: object) -> dict[str, object]:
    """`AUS oppose article:5 @10-20 #2`: sentence and issue default to 0-10 and 1."""
    words = line.split()
    span, issue = "0-10", 1
    for word in words[3:]:
        if word.startswith("@"):
            span = word[1:]
        elif word.startswith("#"):
            issue = int(word[1:])
    start, end = map(int, span.split("-"))
    actor = words[0]
    kind = "group" if actor in GROUPS else "state" if actor.isupper() else "organization"
    return {
        "document": "d", "issue": issue, "actor": actor, "actor_type": kind, "stance": words[1],
        "target": words[2], "evidence_start": start, "evidence_end": end, **more,
    }  # fmt: skip


def predicted(*lines: str, **more: object) -> list[Predicted]:
    return [Predicted.model_validate(record(line, **more)) for line in lines]


def gold(*lines: str, **more: object) -> list[GoldRecord]:
    return [GoldRecord.model_validate(record(line, **more)) for line in lines]


def sides(left: list[Predicted], right: list[GoldRecord]) -> Sides:
    return Sides.of(facts_of(left), facts_of(right))


def scope(*issues: int) -> Scope:
    parts = {("d", issue): "dev" for issue in issues}
    return Scope("all", parts, {"d": "ahc"}, (), {}, 0)


def test_prf_by_hand():
    counts = PRF(3, 1, 2)
    assert (counts.predicted, counts.gold) == (4, 5)
    assert (counts.precision, counts.recall, counts.f1) == (3 / 4, 3 / 5, 6 / 9)
    assert PRF(1, 2, 3) + PRF(4, 5, 6) == PRF(5, 7, 9)
    assert PRF.of({1, 2, 3}, {3, 4}) == PRF(1, 2, 1)


def test_nothing_to_score_is_none_never_a_number():
    nothing, unpredicted, ungold = PRF(), PRF(fn=2), PRF(fp=2)
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, None, None)
    assert (unpredicted.precision, unpredicted.recall, unpredicted.f1) == (None, 0, 0)
    assert (ungold.precision, ungold.recall, ungold.f1) == (0, None, 0)


def test_headline_counts_states_and_groups_that_are_not_neutral():
    found = sides(
        predicted(
            "AUS oppose article:5", "EU support article:5", "acme oppose article:5",
            "BRA neutral article:5", "PER propose article:6", "FJI propose topic:title",
        ),
        gold(
            "AUS oppose article:5", "EU support article:5", "acme oppose article:6",
            "BRA neutral article:5", "PER propose article:6.1",
        ),
    )  # fmt: skip
    assert strict(found).counts == PRF(2, 2, 1)
    assert relaxed(found).counts == PRF(3, 1, 0)
    assert strict(found, lambda fact: fact.named).counts == PRF(3, 2, 1)
    assert strict(found, lambda fact: fact.directed).counts == PRF(2, 3, 2)


def test_duplicates_within_an_issue_count_once_on_either_side():
    found = sides(
        predicted("AUS oppose article:5", "AUS oppose article:5 @20-30", "AUS oppose article:5"),
        gold("AUS oppose article:5 @50-60", "AUS oppose article:5"),
    )
    assert strict(found).counts == PRF(1, 0, 0)


def test_a_record_right_in_all_but_its_issue_is_wrong_twice():
    found = sides(predicted("AUS oppose article:5 #2"), gold("AUS oppose article:5 #1"))
    assert strict(found).counts == PRF(0, 1, 1)
    assert pair(found.predicted, found.gold).pairs == ()
    assert by_sentence(found).counts == PRF(0, 1, 1)


def test_stance_is_set_aside_once_an_actor_and_target():
    found = sides(
        predicted("AUS oppose article:5", "AUS propose article:5", "PER support article:9"),
        gold("AUS support article:5", "PER neutral article:9"),
    )
    assert strict(found).counts == PRF(0, 3, 1)
    # The neutral one does not count at all, so Peru's support stays spurious.
    assert without_stance(found).counts == PRF(1, 1, 0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("article:14.3(b)", "article:14.3", True),
        ("article:14", "article:14.3(b)", True),
        ("article:14.2", "article:14.3", False),
        ("article:14", "article:1", False),
        ("article:1.4", "article:14", False),
        ("article:6@budapest", "article:6", False),
        ("article:6.1@budapest", "article:6@budapest", True),
        ("preamble", "preamble:10", True),
        ("preamble:10", "resolution:10", False),
        ("topic:title", "topic:scope", False),
        ("chapter:5", "chapter:5", True),
        ("chapter:5", "article:5", False),
    ],
)
def test_related_targets(one, other, same):
    assert related(one, other) is same
    assert related(other, one) is same


def test_target_paths():
    assert path("article:14a.3(b)@budapest") == ("article@budapest", "14a", "3", "b")
    assert article("article:14.3") == "article:14"
    assert article("article:6.1@budapest") == "article@budapest:6"
    assert (article("preamble:3"), article("topic:title")) == (None, None)


def test_relaxed_pairs_one_to_one():
    found = sides(
        predicted("AUS oppose article:5", "AUS oppose article:6.1", "AUS oppose article:6.2"),
        gold("AUS oppose article:5.1", "AUS oppose article:5.2", "AUS oppose article:6"),
    )
    assert relaxed(found).counts == PRF(2, 1, 1)


def test_relaxed_takes_the_largest_pairing():
    # 14 could take 14.1, which would leave 14.1(b) alone; the largest pairing crosses them.
    found = sides(
        predicted("AUS oppose article:14.1", "AUS oppose article:14.1(b)"),
        gold("AUS oppose article:14", "AUS oppose article:14.1"),
    )
    assert relaxed(found).counts == PRF(2, 0, 0)


def test_sentences_match_where_they_overlap_one_to_one():
    found = sides(
        predicted("AUS oppose article:5 @0-100", "PER support article:5 @10-20"),
        gold(
            "AUS oppose article:6 @0-40", "AUS oppose article:7 @40-90",
            "PER support article:5 @20-30",
        ),
    )  # fmt: skip
    # A prediction over both sentences finds one of them; touching is not overlapping.
    assert by_sentence(found).counts == PRF(1, 1, 2)


def test_targets_of_one_sentence_are_one_unit_and_articles_ignore_paragraphs():
    found = sides(
        predicted("AUS oppose article:5.1", "AUS oppose article:8", "EU neutral topic:title"),
        gold("AUS oppose article:5.2", "AUS oppose article:6", "EU neutral topic:scope"),
    )
    assert by_sentence(found).counts == PRF(1, 0, 0)
    assert by_sentence(found, lambda fact: fact.named).counts == PRF(2, 0, 0)
    assert by_sentence(found, articles=True).counts == PRF(1, 1, 1)


def test_macro_means_only_the_issues_in_which_a_figure_is_defined():
    found = sides(
        predicted("AUS oppose article:5", "AUS oppose article:6", "PER oppose article:5 #2"),
        gold("AUS oppose article:5", "PER oppose article:5 #3"),
    )
    means = macro(found, [("d", 1), ("d", 2), ("d", 3), ("d", 4)])
    # Issue 1: P 1/2, R 1, F 2/3. Issue 2: P 0, F 0. Issue 3: R 0, F 0. Issue 4: nothing.
    assert (means["precision"].value, means["precision"].issues) == (0.25, 2)
    assert (means["recall"].value, means["recall"].issues) == (0.5, 2)
    assert means["f1"].value == pytest.approx(2 / 9)
    assert means["f1"].issues == 3


def test_empty_prediction():
    figures = evaluate(scope(1), sides([], gold("AUS oppose article:5"))).to_dict()
    headline = figures["scores"]["headline"]
    assert (headline["tp"], headline["fp"], headline["fn"]) == (0, 0, 1)
    assert (headline["precision"], headline["recall"], headline["f1"]) == (None, 0, 0)
    assert headline["interval"] == {"precision": None, "recall": [0, 0], "f1": [0, 0]}
    assert figures["rules"] == {}
    assert figures["fields"]["actor"] == {
        "right": 0, "total": 0, "share": None, "interval": None
    }  # fmt: skip


def test_empty_gold():
    figures = evaluate(scope(1), sides(predicted("AUS oppose article:5"), [])).to_dict()
    headline = figures["scores"]["headline"]
    assert (headline["precision"], headline["recall"], headline["f1"]) == (0, None, 0)
    assert headline["interval"] == {"precision": [0, 0], "recall": None, "f1": [0, 0]}


def test_empty_both():
    figures = evaluate(scope(1), sides([], [])).to_dict()
    headline = figures["scores"]["headline"]
    assert (headline["precision"], headline["recall"], headline["f1"]) == (None, None, None)
    assert headline["interval"] == {"precision": None, "recall": None, "f1": None}
    assert figures["by"]["stance"] == {}
    assert figures["macro"]["f1"] == {"mean": None, "issues": 0, "interval": None}


def test_pairing_takes_the_same_sentence_first():
    found = sides(
        predicted("AUS oppose article:5 @50-60"),
        gold("AUS support article:5 @0-10", "AUS oppose article:6 @50-60"),
    )
    pairing = pair(found.predicted, found.gold)
    [only] = pairing.pairs
    assert (only.gold.key.target, only.wrong, only.same_sentence) == ("article:6", "target", True)
    assert [fact.key.stance for fact in pairing.missed] == ["support"]


def test_a_gold_fact_excuses_one_prediction():
    found = sides(
        predicted("AUS oppose article:5", "PER support article:5"), gold("AUS support article:5")
    )
    pairing = pair(found.predicted, found.gold)
    assert [(p.predicted.key.actor, p.wrong) for p in pairing.pairs] == [("AUS", "stance")]
    assert [fact.key.actor for fact in pairing.spurious] == ["PER"]
    assert pairing.missed == ()


def test_a_right_fact_is_never_taken_for_another_one():
    found = sides(
        predicted("AUS oppose article:5", "AUS oppose article:6"),
        gold("AUS oppose article:6", "AUS oppose article:7"),
    )
    pairing = pair(found.predicted, found.gold)
    assert [(p.predicted.key.target, p.gold.key.target, p.wrong) for p in pairing.pairs] == [
        ("article:6", "article:6", None),
        ("article:5", "article:7", "target"),
    ]


def test_as_many_pairs_as_possible():
    # Australia's opposition to 5 fits both gold facts, Peru's only the second.
    found = sides(
        predicted("AUS oppose article:5", "PER support article:5"),
        gold("AUS oppose article:6", "AUS support article:5"),
    )
    pairing = pair(found.predicted, found.gold)
    assert [(p.predicted.key.actor, p.wrong) for p in pairing.pairs] == [
        ("AUS", "target"),
        ("PER", "actor"),
    ]


def test_two_wrong_fields_are_no_pair():
    found = sides(predicted("AUS oppose article:5"), gold("AUS support article:6"))
    pairing = pair(found.predicted, found.gold)
    assert pairing.pairs == ()
    assert (len(pairing.spurious), len(pairing.missed)) == (1, 1)


def test_fields_given_the_others_and_confusion():
    found = sides(
        predicted(
            "AUS oppose article:5", "PER oppose article:6", "FJI support article:7",
            "MEX concern article:9", "TON oppose article:20",
        ),
        gold(
            "AUS oppose article:5", "PER support article:6", "FJI support article:8",
            "CHL concern article:9", "NZL propose article:30",
        ),
    )  # fmt: skip
    evaluation = evaluate(scope(1), found)
    shares = {name: (s.right, s.total) for name, s in evaluation.fields.items()}
    assert shares == {"actor": (1, 2), "stance": (1, 2), "target": (1, 2)}
    assert evaluation.confusion == {
        "oppose": {"oppose": 1},
        "support": {"oppose": 1, "missed": 1},
        "concern": {"missed": 1},
        "propose": {"missed": 1},
        "spurious": {"support": 1, "concern": 1, "oppose": 1},
    }
    pairing = pair(found.predicted, found.gold)
    assert confusion(pairing, lambda fact: False) == {}


def test_rules_count_what_they_made():
    left = [
        *predicted("AUS oppose article:5", "PER oppose article:6", rule="object"),
        *predicted("AUS oppose article:5", "FJI oppose article:9", rule="list"),
        *predicted("acme neutral article:9"),
    ]
    right = gold("AUS oppose article:5", "PER support article:6", "acme neutral article:9")
    rules = evaluate(scope(1), sides(left, right)).rules
    assert {
        name: (r.score.counts.tp, r.score.counts.fp, r.found, r.wrong) for name, r in rules.items()
    } == {
        "(no rule)": (1, 0, Share(1, 3), {"actor": 0, "stance": 0, "target": 0, "all": 0}),
        "list": (1, 1, Share(1, 3), {"actor": 0, "stance": 0, "target": 0, "all": 1}),
        "object": (1, 1, Share(1, 3), {"actor": 0, "stance": 1, "target": 0, "all": 0}),
    }
    assert rules["object"].to_dict()["precision"] == 0.5
    assert rules["object"].score.recall is None


def test_tables():
    left = predicted("AUS oppose article:5", "EU support topic:title", "acme oppose preamble")
    right = gold("AUS oppose article:5", "EU support topic:title #1", "acme oppose preamble:1")
    tables = evaluate(scope(1), sides(left, right)).tables
    assert {t: {name: s.counts for name, s in rows.items()} for t, rows in tables.items()} == {
        "part": {"dev": PRF(2)},
        "profile": {"ahc": PRF(2)},
        "document": {"d": PRF(2)},
        "stance": {"support": PRF(1), "oppose": PRF(1)},
        "actor_type": {"state": PRF(1), "group": PRF(1), "organization": PRF(0, 1, 1)},
        "target_kind": {"article": PRF(1), "topic": PRF(1)},
    }


def test_records_outside_the_scored_issues_do_not_count():
    found = sides_of(scope(1), predicted("AUS oppose article:5", "AUS oppose article:5 #9"), gold())
    assert [key.issue for key in found.predicted] == [1]


def test_the_order_of_lines_does_not_matter():
    rng = random.Random(7)
    left = predicted(
        *[f"AUS oppose article:{n} @{10 * n}-{10 * n + 9}" for n in range(1, 30)],
        *[f"PER support article:{n} @{10 * n}-{10 * n + 9}" for n in range(1, 30)],
    )
    right = gold(
        *[f"AUS {'oppose' if n % 3 else 'support'} article:{n} @{10 * n}-{10 * n + 9}"
          for n in range(1, 33)]
    )  # fmt: skip
    first = evaluate(scope(1), sides(left, right)).to_dict()
    assert first["scores"]["headline"]["tp"] == 20
    for _ in range(3):
        rng.shuffle(left)
        rng.shuffle(right)
        assert evaluate(scope(1), sides(left, right)).to_dict() == first


def test_overlapping_sentences_are_one_cluster():
    facts = facts_of(
        predicted(
            "AUS oppose article:1 @0-10", "AUS oppose article:2 @10-20",
            "AUS oppose article:3 @15-30", "AUS oppose article:4 @29-40",
            "AUS oppose article:5 @40-41",
        )
    )  # fmt: skip
    sentences = Sentences(facts.values())
    assert [sentences.place(fact) for fact in facts.values()] == [
        ("d", 0), ("d", 1), ("d", 1), ("d", 1), ("d", 2),
    ]  # fmt: skip


def test_bootstrap_of_one_sentence_or_of_equal_ones_has_no_width():
    assert score([[(3, 1, 0)]]).precision == (0.75, 0.75)
    assert score([[(1, 1, 0)] * 9, [(2, 2, 0)] * 3]).precision == (0.5, 0.5)


def test_bootstrap_interval_agrees_with_the_normal_one():
    # 400 sentences of one fact each, 320 right: the standard error is sqrt(.8 * .2 / 400) = .02.
    low, high = score([[(1, 0, 0)] * 320 + [(0, 1, 0)] * 80]).precision
    assert low == pytest.approx(0.8 - 1.96 * 0.02, abs=0.004)
    assert high == pytest.approx(0.8 + 1.96 * 0.02, abs=0.004)


def test_facts_of_one_sentence_stand_or_fall_together():
    # The same 320 of 400 in 100 sentences of four: the standard error doubles; a step is .01.
    low, high = score([[(4, 0, 0)] * 80 + [(0, 4, 0)] * 20]).precision
    assert low == pytest.approx(0.8 - 1.96 * 0.04, abs=0.0101)
    assert high == pytest.approx(0.8 + 1.96 * 0.04, abs=0.0101)


def test_documents_are_strata():
    # Within each document all sentences are alike, so drawing within it changes nothing.
    assert score([[(1, 0, 0)] * 50, [(0, 1, 0)] * 50]).precision == (0.5, 0.5)
    assert resample([[(1, 0)] * 5, [], [(0, 2)] * 3], draws=2).tolist() == [[5, 6], [5, 6]]


def test_match_is_largest():
    assert match({0: [0, 1], 1: [0], 2: [1, 2]}) == {0: 1, 1: 0, 2: 2}
    assert match({0: [0], 1: [0]}) == {0: 0}
    assert match({}) == {}


@given(st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=30))
def test_match_is_as_large_as_the_one_of_a_library(pairs):
    edges = {left: sorted(r for x, r in pairs if x == left) for left in {x for x, _ in pairs}}
    matched = match(edges)
    assert len(set(matched.values())) == len(matched)
    assert set(matched.items()) <= pairs
    graph = nx.Graph([((0, left), (1, right)) for left, right in pairs])
    oracle = nx.bipartite.hopcroft_karp_matching(graph, [n for n in graph if n[0] == 0])
    assert len(matched) == len(oracle) // 2


def test_match_follows_long_chains():
    size = 500
    edges = {i: [i, i + 1] for i in range(size)} | {size: [0]}
    assert len(match(edges)) == size + 1
