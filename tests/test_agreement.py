"""The signed agreement of two actors, by hand-worked numbers."""

import pytest

from ahcextract.agreement import Item, Pair, pairs, signs


def said(actor, stance, target, by=None, issue=1, **more):
    record = {"actor": actor, "stance": stance, "target": target, "proposal_by": by}
    return {**record, "issue": issue, "document": "d", **more}


def brief(found):
    return [(p.a, p.b, p.agree, p.disagree, p.shared, p.weight) for p in found]


def test_support_and_opposition_of_one_text():
    records = [
        said("A", "support", "article:5"),
        said("B", "support", "article:5", issue=3),
        said("C", "oppose", "article:5"),
    ]
    assert pairs(records) == [
        Pair("A", "B", 1, 0, 1, 1.0, ("article:5",), ()),
        Pair("A", "C", 0, 1, 1, -1.0, (), ("article:5",)),
        Pair("B", "C", 0, 1, 1, -1.0, (), ("article:5",)),
    ]


def test_concern_is_half_an_opposition():
    records = [
        said("A", "concern", "article:5"),
        said("B", "oppose", "article:5"),
        said("C", "support", "article:5"),
        said("D", "concern", "article:5"),
    ]
    assert brief(pairs(records)) == [
        ("A", "B", 1, 0, 1, 0.5),
        ("A", "C", 0, 1, 1, -0.5),
        ("A", "D", 1, 0, 1, 0.25),
        ("B", "C", 0, 1, 1, -1.0),
        ("B", "D", 1, 0, 1, 0.5),
        ("C", "D", 0, 1, 1, -0.5),
    ]


def test_agreement_and_disagreement_are_counted_apart():
    records = [
        said(actor, stance, f"article:{number}")
        for number, stances in enumerate(
            (("support", "support"), ("oppose", "oppose"), ("support", "oppose"))
        )
        for actor, stance in zip("AB", stances, strict=True)
    ]
    (pair,) = pairs(records)
    assert (pair.agree, pair.disagree, pair.shared, pair.weight) == (2, 1, 3, 1.0)
    assert pair.normalised == pytest.approx(1 / 3)


def test_mixed_stances_are_averaged_and_repetitions_in_one_issue_count_once():
    records = [
        said("A", "support", "article:5"),
        said("A", "support", "article:5"),
        said("A", "oppose", "article:5", issue=2),
        said("B", "support", "article:5"),
    ]
    assert signs(records) == {Item("article:5"): {"A": 0.0, "B": 1.0}}
    assert brief(pairs(records)) == [("A", "B", 0, 0, 1, 0.0)]


def test_proposing_and_speaking_say_nothing_of_the_text():
    records = [
        said("A", "propose", "article:5"),
        said("B", "neutral", "article:5"),
        said("C", "oppose", "article:5"),
    ]
    assert pairs(records) == []


def test_backers_of_a_proposal_agree_with_its_owner_and_each_other():
    records = [
        said("A", "propose", "article:5"),
        said("B", "support", "article:5", by="A"),
        said("C", "oppose", "article:5", by="A"),
        said("D", "support", "article:5"),  # the text, not A's proposal
    ]
    assert brief(pairs(records)) == [
        ("A", "B", 1, 0, 1, 1.0),
        ("A", "C", 0, 1, 1, -1.0),
        ("B", "C", 0, 1, 1, -1.0),
    ]


def test_an_owner_without_a_record_of_its_own_still_agrees_with_its_backer():
    assert brief(pairs([said("B", "support", "topic:unresolved", by="A")])) == [
        ("A", "B", 1, 0, 1, 1.0)
    ]


def test_proposals_of_two_issues_are_two():
    records = [
        said("A", "propose", "article:5"),
        said("B", "support", "article:5", by="A"),
        said("C", "support", "article:5", by="A", issue=2),
    ]
    assert [(p.a, p.b) for p in pairs(records)] == [("A", "B"), ("A", "C")]


def test_one_breath_makes_one_proposal():
    breath = {"cue_start": 10, "cue_end": 18, "point": None}
    records = [
        said("A", "propose", "article:5", **breath),
        said("B", "propose", "article:5", **breath),
        said("C", "propose", "article:5", cue_start=50, cue_end=58, point=None),
        said("D", "support", "article:5", by="B"),
    ]
    assert brief(pairs(records)) == [
        ("A", "B", 1, 0, 1, 1.0),
        ("A", "D", 1, 0, 1, 1.0),
        ("B", "D", 1, 0, 1, 1.0),
    ]


def test_backing_a_deletion_is_agreement_on_the_text():
    records = [
        said("A", "oppose", "article:5"),
        said("B", "oppose", "article:5", by="A"),
        said("C", "support", "article:5"),
    ]
    assert brief(pairs(records)) == [
        ("A", "B", 1, 0, 1, 1.0),
        ("A", "C", 0, 1, 1, -1.0),
        ("B", "C", 0, 1, 1, -1.0),
    ]


def test_backing_a_substitute_agrees_on_both_and_resisting_it_disagrees():
    author = [said("A", "oppose", "article:5"), said("A", "propose", "article:5")]
    backer = [said("B", "oppose", "article:5", by="A"), said("B", "support", "article:5", by="A")]
    resister = [said("C", "oppose", "article:5", by="A")]
    assert brief(pairs(author + backer)) == [("A", "B", 2, 0, 2, 2.0)]
    assert brief(pairs(author + resister)) == [("A", "C", 0, 1, 1, -1.0)]


def test_backing_an_actor_is_agreement_with_it():
    records = [said("B", "support", "actor:A"), said("C", "oppose", "actor:A")]
    assert brief(pairs(records)) == [
        ("A", "B", 1, 0, 1, 1.0),
        ("A", "C", 0, 1, 1, -1.0),
        ("B", "C", 0, 1, 1, -1.0),
    ]


@pytest.mark.parametrize("target", ["topic:other", "topic:unresolved"])
def test_what_is_not_known_is_not_shared(target):
    assert pairs([said("A", "support", target), said("B", "oppose", target)]) == []


def test_collectives_and_the_chair_have_no_pairs():
    records = [
        said("A", "support", "article:5"),
        said("COLLECTIVE", "support", "article:5"),
        said("CHAIR", "propose", "article:5"),
        said("A", "support", "article:5", by="CHAIR"),
        said("B", "support", "article:5", by="CHAIR"),
    ]
    assert brief(pairs(records)) == [("A", "B", 1, 0, 1, 1.0)]


def test_a_coarser_level_shares_more():
    records = [said("A", "support", "article:5.1"), said("B", "support", "article:5.2")]
    assert pairs(records) == []
    assert brief(pairs(records, level=lambda t: t.partition(".")[0])) == [("A", "B", 1, 0, 1, 1.0)]


def test_order_of_records_does_not_matter():
    breath = {"cue_start": 10, "cue_end": 18, "point": None}
    records = [
        said("A", "propose", "article:5", **breath),
        said("B", "propose", "article:5", **breath),
        said("C", "support", "article:5", by="B"),
        said("D", "oppose", "article:6"),
        said("A", "concern", "article:6"),
    ]
    assert pairs(records) == pairs(records[::-1])
