"""Scoring: positions against gold, with counts, intervals and the mistakes one by one."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ahcextract.scoring.counts import PRF, Score
    from ahcextract.scoring.evaluation import Evaluation, evaluate
    from ahcextract.scoring.facts import Fact, Predicted, facts_of

__all__ = ["PRF", "Evaluation", "Fact", "Predicted", "Score", "evaluate", "facts_of"]

# Imported when first asked for: extraction needs nothing of it but the rules' confidence.
_HOMES = {
    "PRF": "counts",
    "Score": "counts",
    "Evaluation": "evaluation",
    "evaluate": "evaluation",
    "Fact": "facts",
    "Predicted": "facts",
    "facts_of": "facts",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        import importlib

        return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
