"""Pairs each predicted fact with at most one gold fact, before any field is called wrong.

First the facts that are right. Then, of those left in an issue, as many as possible that agree in
two of actor, stance and target: those of the same sentence first, and only then those of different
sentences. A fact takes part in one pair at most, so one gold fact excuses one prediction.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Literal

from ahcextract.scoring.bootstrap import share_interval
from ahcextract.scoring.counts import Share
from ahcextract.scoring.facts import Fact, Key, overlap
from ahcextract.scoring.matching import match
from ahcextract.scoring.sentences import Sentences

Field = Literal["actor", "stance", "target"]
FIELDS: tuple[Field, ...] = ("actor", "stance", "target")


@dataclass(frozen=True, slots=True)
class Pair:
    """A predicted and a gold fact that are read as the same.

    Attributes:
        predicted: the one.
        gold: the other.
        wrong: the field in which they differ; None where they are equal.
        same_sentence: their sentences overlap.
    """

    predicted: Fact
    gold: Fact
    wrong: Field | None
    same_sentence: bool


@dataclass(frozen=True, slots=True)
class Pairing:
    """All facts of a prediction and of gold, paired where possible.

    Attributes:
        pairs: in the order of the gold facts' keys.
        spurious: predicted facts without a partner.
        missed: gold facts without a partner.
    """

    pairs: tuple[Pair, ...]
    spurious: tuple[Fact, ...]
    missed: tuple[Fact, ...]


def pair(predicted: Mapping[Key, Fact], gold: Mapping[Key, Fact]) -> Pairing:
    """Pair the facts of a prediction with those of gold, one to one."""
    pairs = [
        Pair(predicted[key], fact, None, overlap(predicted[key].spans, fact.spans))
        for key, fact in gold.items()
        if key in predicted
    ]
    left = [fact for key, fact in predicted.items() if key not in gold]
    right = [fact for key, fact in gold.items() if key not in predicted]
    for same_sentence in (True, False):
        matched = match(_edges(left, right, same_sentence))
        for i, j in matched.items():
            pairs.append(Pair(left[i], right[j], _wrong(left[i], right[j]), same_sentence))
        taken = set(matched.values())
        left = [fact for i, fact in enumerate(left) if i not in matched]
        right = [fact for j, fact in enumerate(right) if j not in taken]
    pairs.sort(key=lambda found: found.gold.key)
    return Pairing(tuple(pairs), tuple(left), tuple(right))


def _wrong(one: Fact, other: Fact) -> Field:
    return next(name for name in FIELDS if getattr(one.key, name) != getattr(other.key, name))


def _without(key: Key, name: Field) -> Hashable:
    return name, tuple("" if field == name else getattr(key, field) for field in Key._fields)


def _edges(left: list[Fact], right: list[Fact], same_sentence: bool) -> dict[int, list[int]]:
    """Pairs that differ in exactly one field, by index."""
    by_rest: dict[Hashable, list[int]] = {}
    for j, fact in enumerate(right):
        for name in FIELDS:
            by_rest.setdefault(_without(fact.key, name), []).append(j)
    edges: dict[int, list[int]] = {}
    for i, fact in enumerate(left):
        near = [
            j
            for name in FIELDS
            for j in by_rest.get(_without(fact.key, name), ())
            if not same_sentence or overlap(fact.spans, right[j].spans)
        ]
        if near:
            edges[i] = near
    return edges


def field_shares(
    pairing: Pairing, sentences: Sentences, keep: Callable[[Fact], bool]
) -> dict[str, Share]:
    """For each field, how often it is right where the two others are.

    Args:
        pairing: of a prediction with gold.
        sentences: of both, for the intervals.
        keep: which gold facts count.
    """
    shares: dict[str, Share] = {}
    for name in FIELDS:
        table: dict[tuple[str, int], list[int]] = {}
        for found in pairing.pairs:
            if found.wrong in (None, name) and keep(found.gold):
                row = table.setdefault(sentences.place(found.gold), [0, 0])
                row[found.wrong is not None] += 1
        strata: dict[str, list[tuple[int, int]]] = {}
        for (document, _), (right, wrong) in sorted(table.items()):
            strata.setdefault(document, []).append((right, wrong))
        right = sum(row[0] for row in table.values())
        total = right + sum(row[1] for row in table.values())
        shares[name] = Share(right, total, share_interval(list(strata.values())))
    return shares


def confusion(pairing: Pairing, keep: Callable[[Fact], bool]) -> dict[str, dict[str, int]]:
    """Stances of gold (outer) against predicted (inner) where actor and target agree.

    Gold facts that found no such partner are `missed`; predicted ones are in the outer row
    `spurious`.
    """
    table: dict[str, dict[str, int]] = {}

    def add(gold: str, predicted: str) -> None:
        row = table.setdefault(gold, {})
        row[predicted] = row.get(predicted, 0) + 1

    for found in pairing.pairs:
        same = found.wrong in (None, "stance")
        if keep(found.gold):
            add(found.gold.key.stance, found.predicted.key.stance if same else "missed")
        if not same and keep(found.predicted):
            add("spurious", found.predicted.key.stance)
    for fact in filter(keep, pairing.missed):
        add(fact.key.stance, "missed")
    for fact in filter(keep, pairing.spurious):
        add("spurious", fact.key.stance)
    return table
