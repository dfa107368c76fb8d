"""The figures of guidelines 7, each from the facts of a prediction and of gold."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ahcextract.scoring.bootstrap import interval
from ahcextract.scoring.counts import PRF, Interval, Score
from ahcextract.scoring.facts import Fact, Keep, Key, Span, headline
from ahcextract.scoring.matching import match
from ahcextract.scoring.sentences import Outcome, Place, Sentences, compare, from_matching
from ahcextract.scoring.targets import article, related

Facts = Mapping[Key, Fact]


@dataclass(frozen=True, slots=True)
class Sides:
    """A prediction and gold over the same issues, and the sentences of both."""

    predicted: Facts
    gold: Facts
    sentences: Sentences

    @classmethod
    def of(cls, predicted: Facts, gold: Facts) -> "Sides":
        """Number the sentences of both."""
        return cls(predicted, gold, Sentences([*predicted.values(), *gold.values()]))


def _places(facts: Facts, sentences: Sentences, keep: Keep) -> dict[Hashable, Place]:
    return {key: sentences.place(fact) for key, fact in facts.items() if keep(fact)}


def strict(sides: Sides, keep: Keep = headline) -> Outcome:
    """Exact match of document, issue, actor, stance and target."""
    return compare(
        _places(sides.predicted, sides.sentences, keep), _places(sides.gold, sides.sentences, keep)
    )


def without_stance(sides: Sides, keep: Keep = headline) -> Outcome:
    """Exact match of document, issue, actor and target."""

    def places(facts: Facts) -> dict[Hashable, Place]:
        found: dict[Hashable, Place] = {}
        for key, fact in facts.items():
            if keep(fact):
                place, bare = sides.sentences.place(fact), key._replace(stance="")
                found[bare] = min(place, found.get(bare, place))
        return found

    return compare(places(sides.predicted), places(sides.gold))


def relaxed(sides: Sides, keep: Keep = headline) -> Outcome:
    """As `strict`, but a target may lack the paragraph or have one too many; one to one."""
    left = [fact for fact in sides.predicted.values() if keep(fact)]
    right = [fact for fact in sides.gold.values() if keep(fact)]
    by_rest: dict[Hashable, list[int]] = {}
    for j, fact in enumerate(right):
        by_rest.setdefault(fact.key[:4], []).append(j)
    edges = {
        i: [
            j
            for j in by_rest.get(fact.key[:4], ())
            if related(fact.key.target, right[j].key.target)
        ]
        for i, fact in enumerate(left)
    }
    place = sides.sentences.place
    return from_matching(match(edges), [place(f) for f in left], [place(f) for f in right])


def by_sentence(sides: Sides, keep: Keep = headline, *, articles: bool = False) -> Outcome:
    """Facts (sentence, actor, stance), one to one where the sentences overlap.

    Args:
        sides: what is compared.
        keep: which facts count.
        articles: only facts whose target is an article, which must be the same, whatever its
            paragraph.
    """

    def units(facts: Facts) -> list[tuple[Hashable, Span]]:
        found: set[tuple[tuple[str | int, ...], Span]] = set()
        for key, fact in facts.items():
            number = article(key.target) if articles else ""
            if keep(fact) and number is not None:
                found.update(((*key[:4], number), span) for span in fact.spans)
        return sorted(found)

    left, right = units(sides.predicted), units(sides.gold)
    by_rest: dict[Hashable, list[int]] = {}
    for j, (rest, _) in enumerate(right):
        by_rest.setdefault(rest, []).append(j)
    edges = {
        i: [
            j
            for j in by_rest.get(rest, ())
            if span[0] < right[j][1][1] and right[j][1][0] < span[1]
        ]
        for i, (rest, span) in enumerate(left)
    }

    def places(units: list[tuple[Any, Span]]) -> list[Place]:
        return [sides.sentences.at(rest[0], span) for rest, span in units]

    return from_matching(match(edges), places(left), places(right))


@dataclass(frozen=True, slots=True)
class Mean:
    """Mean of a figure over the issues in which it is defined."""

    value: float | None
    issues: int
    interval: Interval | None

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "mean": self.value,
            "issues": self.issues,
            "interval": list(self.interval) if self.interval else None,
        }


def macro(
    sides: Sides, issues: Iterable[tuple[str, int]], keep: Keep = headline
) -> dict[str, Mean]:
    """Precision, recall and F1 as means over issues; intervals by drawing issues."""
    counts = {issue: PRF() for issue in issues}
    for key, fact in sides.predicted.items():
        if keep(fact):
            gold = sides.gold.get(key)
            right = gold is not None and keep(gold)
            counts[key[:2]] += PRF(tp=1) if right else PRF(fp=1)
    for key, fact in sides.gold.items():
        predicted = sides.predicted.get(key)
        if keep(fact) and not (predicted is not None and keep(predicted)):
            counts[key[:2]] += PRF(fn=1)
    return {
        name: _mean([getattr(counts[issue], name) for issue in sorted(counts)])
        for name in ("precision", "recall", "f1")
    }


def _mean(values: list[float | None]) -> Mean:
    import numpy as np

    from ahcextract.scoring.bootstrap import DRAWS, SEED

    known = np.array([value for value in values if value is not None])
    if not known.size:
        return Mean(None, 0, None)
    drawn = np.random.default_rng(SEED).choice(known, (DRAWS, known.size)).mean(axis=1)
    return Mean(float(known.mean()), int(known.size), interval(drawn))


def rows(
    sides: Sides, keep: Keep, labels: Callable[[Fact], Iterable[str]], order: Iterable[str]
) -> dict[str, Score]:
    """Strict scores by label, in one pass over the facts.

    Args:
        sides: what is compared.
        keep: which facts count.
        labels: the rows that a fact belongs to.
        order: of the rows; those with nothing to score are left out.
    """

    def grouped(facts: Facts) -> dict[str, dict[Hashable, Place]]:
        found: dict[str, dict[Hashable, Place]] = {}
        for key, fact in facts.items():
            if keep(fact):
                place = sides.sentences.place(fact)
                for label in labels(fact):
                    found.setdefault(label, {})[key] = place
        return found

    left, right = grouped(sides.predicted), grouped(sides.gold)
    return {
        label: compare(left.get(label, {}), right.get(label, {})).score()
        for label in order
        if label in left or label in right
    }
