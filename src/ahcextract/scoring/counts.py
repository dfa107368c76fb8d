"""Counts of right, spurious and missed, and the figures that follow from them."""

from collections.abc import Hashable, Set
from dataclasses import dataclass
from typing import Any, NamedTuple

#: Below so many gold facts the interval is the message (guidelines, 7).
FEW = 30


@dataclass(frozen=True, slots=True)
class PRF:
    """An additive counter.

    Attributes:
        tp: predicted and in gold.
        fp: predicted, not in gold.
        fn: in gold, not predicted.
    """

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @classmethod
    def of(cls, predicted: Set[Hashable], gold: Set[Hashable]) -> "PRF":
        """Compare two sets."""
        tp = len(predicted & gold)
        return cls(tp, len(predicted) - tp, len(gold) - tp)

    def __add__(self, other: "PRF") -> "PRF":
        return PRF(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def gold(self) -> int:
        """Size of the gold set."""
        return self.tp + self.fn

    @property
    def predicted(self) -> int:
        """Size of the predicted set."""
        return self.tp + self.fp

    @property
    def precision(self) -> float | None:
        """Share of the predicted that is right; None where nothing is predicted."""
        return self.tp / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """Share of the gold that is found; None where there is no gold."""
        return self.tp / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Their harmonic mean; None where nothing is predicted and there is no gold."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else None


class Interval(NamedTuple):
    """A 95 % bootstrap interval."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Score:
    """Counts with their intervals; an interval is None where the figure is."""

    counts: PRF
    precision: Interval | None = None
    recall: Interval | None = None
    f1: Interval | None = None

    def to_dict(self) -> dict[str, Any]:
        """As JSON: counts, figures, intervals."""
        counts = self.counts
        return {
            "tp": counts.tp,
            "fp": counts.fp,
            "fn": counts.fn,
            "gold": counts.gold,
            "predicted": counts.predicted,
            "precision": counts.precision,
            "recall": counts.recall,
            "f1": counts.f1,
            "interval": {
                name: list(interval) if interval else None
                for name, interval in (
                    ("precision", self.precision),
                    ("recall", self.recall),
                    ("f1", self.f1),
                )
            },
            "few": counts.gold < FEW,
        }


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with its interval."""

    right: int
    total: int
    interval: Interval | None = None

    @property
    def value(self) -> float | None:
        """The share; None of nothing."""
        return self.right / self.total if self.total else None

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "right": self.right,
            "total": self.total,
            "share": self.value,
            "interval": list(self.interval) if self.interval else None,
        }
