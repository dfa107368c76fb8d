"""Scoring: positions against gold, with counts, intervals and the mistakes one by one."""

from ahcextract.scoring.counts import PRF, Score
from ahcextract.scoring.evaluation import Evaluation, evaluate
from ahcextract.scoring.facts import Fact, Predicted, facts_of

__all__ = ["PRF", "Evaluation", "Fact", "Predicted", "Score", "evaluate", "facts_of"]
