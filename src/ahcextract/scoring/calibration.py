"""`confidence`: the share of a rule's positions that is right on development gold, smoothed.

With r right and w wrong on gold, a rule's confidence is (r + a) / (r + w + a + b), the mean of the
posterior under the prior Beta(a, b). The prior is Jeffreys', a = b = 1/2: it moves a rule seen
often hardly at all, and keeps one that was right once of once at 0.75 instead of certainty. A rule
never seen on gold has the prior's mean, 0.5.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from ahcextract.errors import AhcError

if TYPE_CHECKING:  # reading the shipped figures is part of every start, scoring is not
    from ahcextract.scoring.evaluation import RuleScore

PRIOR = (0.5, 0.5)
_FILE = "confidence.json"


def smoothed(right: int, wrong: int, prior: tuple[float, float] = PRIOR) -> float:
    """Posterior mean of a rule's precision."""
    return (right + prior[0]) / (right + wrong + prior[0] + prior[1])


def calibration(rules: "Mapping[str, RuleScore]") -> dict[str, Any]:
    """The content of `data/confidence.json`, from the rules' scores on development gold."""
    from ahcextract.scoring.facts import NO_RULE

    return {
        "prior": list(PRIOR),
        "rules": {
            name: {"right": rule.score.counts.tp, "wrong": rule.score.counts.fp}
            for name, rule in sorted(rules.items())
            if name != NO_RULE
        },
    }


def table(content: Mapping[str, Any]) -> tuple[dict[str, float], float]:
    """Confidence by rule, and of rules that the content does not have.

    Raises:
        AhcError: the content is not of the form that `calibration` gives.
    """
    try:
        a, b = content["prior"]
        prior = (float(a), float(b))
        found = {
            name: smoothed(int(rule["right"]), int(rule["wrong"]), prior)
            for name, rule in content["rules"].items()
        }
        return found, smoothed(0, 0, prior)
    except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError) as error:
        raise AhcError(f"{_FILE}: malformed ({error}); write it with `gold calibrate`") from None


@lru_cache(maxsize=1)
def _shipped() -> tuple[dict[str, float], float]:
    file = resources.files("ahcextract") / "data" / _FILE
    if not file.is_file():
        return {}, smoothed(0, 0)
    try:
        return table(json.loads(file.read_text("utf-8")))
    except json.JSONDecodeError as error:
        raise AhcError(f"{_FILE}: malformed ({error}); write it with `gold calibrate`") from None


def confidence(rule: str) -> float:
    """Estimated precision of a rule on gold, between 0 and 1.

    Args:
        rule: its name, as records carry it; one that gold never saw has the prior's mean.

    Raises:
        AhcError: the package's own file is malformed.
    """
    rules, otherwise = _shipped()
    return rules.get(rule, otherwise)
