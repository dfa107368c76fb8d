"""Two predictions against the same gold: what was won and lost, and whether it is chance."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ahcextract.scoring.bootstrap import interval, ratio, resample
from ahcextract.scoring.counts import Interval, Score
from ahcextract.scoring.facts import Key, headline
from ahcextract.scoring.figures import Facts, Sides, strict
from ahcextract.scoring.scope import Scope
from ahcextract.scoring.sentences import Sentences

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Comparison:
    """A new prediction against an old one, by the headline.

    Attributes:
        old: score of the old one.
        new: score of the new one.
        difference: new F1 less old; None where one is undefined.
        interval: of the difference.
        p: two-sided, by paired bootstrap over sentences.
        found: gold positions that only the new one has, over all scored issues.
        lost: gold positions that only the old one had.
        cleared: spurious positions that only the old one had.
        invented: spurious positions that only the new one has.
        listed: the keys of these four on development issues, by name.
    """

    old: Score
    new: Score
    difference: float | None
    interval: Interval | None
    p: float | None
    found: int
    lost: int
    cleared: int
    invented: int
    listed: dict[str, list[Key]]

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "old": self.old.to_dict(),
            "new": self.new.to_dict(),
            "difference": self.difference,
            "interval": list(self.interval) if self.interval else None,
            "p": self.p,
            "found": self.found,
            "lost": self.lost,
            "cleared": self.cleared,
            "invented": self.invented,
            "listed": {name: [key._asdict() for key in keys] for name, keys in self.listed.items()},
        }


def compare_outputs(scope: Scope, old: Facts, new: Facts, gold: Facts) -> Comparison:
    """Compare two predictions over the same issues.

    Args:
        scope: what is scored.
        old: facts of the earlier prediction.
        new: facts of the later one.
        gold: facts of gold.
    """
    sentences = Sentences([*old.values(), *new.values(), *gold.values()])
    outcomes = [strict(Sides(side, gold, sentences)) for side in (old, new)]
    scores = [outcome.score() for outcome in outcomes]
    left, right = (outcome.by_sentence() for outcome in outcomes)
    nothing = (0, 0, 0)
    strata: dict[str, list[tuple[int, ...]]] = {}
    for place in sorted(left.keys() | right.keys()):
        row = (*left.get(place, nothing), *right.get(place, nothing))
        strata.setdefault(place[0], []).append(row)
    before, after = (found.counts.f1 for found in scores)
    difference = None if before is None or after is None else after - before
    drawn = _differences(strata.values()) if difference is not None else None
    keys = _changes(old, new, gold)
    return Comparison(
        old=scores[0],
        new=scores[1],
        difference=difference,
        interval=None if drawn is None else interval(drawn),
        p=None if drawn is None else _p(drawn),
        found=len(keys["found"]),
        lost=len(keys["lost"]),
        cleared=len(keys["cleared"]),
        invented=len(keys["invented"]),
        listed={
            name: [key for key in found if scope.issues[key[:2]] == "dev"]
            for name, found in keys.items()
        },
    )


def _differences(strata: Iterable[list[tuple[int, ...]]]) -> "NDArray[Any]":
    a, b, c, d, e, f = resample(strata).T
    drawn: NDArray[Any] = ratio(2 * d, 2 * d + e + f) - ratio(2 * a, 2 * a + b + c)
    return drawn


def _p(drawn: "NDArray[Any]") -> float | None:
    """Twice the share of draws on the other side of no difference, draws without one on both.

    One is added to count and draws, so that a p of nought is never claimed.
    """
    import numpy as np

    known = drawn[~np.isnan(drawn)]
    if not len(known):
        return None
    tail = min(int((known <= 0).sum()), int((known >= 0).sum()))
    return min(1.0, 2 * (tail + 1) / (len(known) + 1))


def _changes(old: Facts, new: Facts, gold: Facts) -> dict[str, list[Key]]:
    def kept(facts: Facts) -> set[Key]:
        return {key for key, fact in facts.items() if headline(fact)}

    before, after, wanted = kept(old), kept(new), kept(gold)
    return {
        "found": sorted((after - before) & wanted),
        "lost": sorted((before - after) & wanted),
        "cleared": sorted((before - after) - wanted),
        "invented": sorted((after - before) - wanted),
    }
