"""All figures of one evaluation, gathered."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, get_args

from ahcextract.gold.documents import Part
from ahcextract.gold.record import GoldRecord
from ahcextract.position import ActorType, Stance, TargetKind
from ahcextract.scoring import figures
from ahcextract.scoring.bootstrap import DRAWS, SEED
from ahcextract.scoring.counts import Score, Share
from ahcextract.scoring.facts import Fact, Key, Predicted, facts_of, headline
from ahcextract.scoring.figures import Mean, Sides
from ahcextract.scoring.pairing import Pairing, confusion, field_shares, pair
from ahcextract.scoring.scope import Scope

PARTS: tuple[Part, ...] = ("dev", "test")


@dataclass(frozen=True, slots=True)
class RuleScore:
    """What a rule (construction) is worth.

    Attributes:
        score: right and spurious of the rule; its recall is undefined and stays None.
        found: share of all gold facts that it finds.
        wrong: of its spurious facts, how many are wrong in one field alone, by field, and in
            more (`all`).
    """

    score: Score
    found: Share
    wrong: dict[str, int]

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        counts = self.score.counts
        interval = self.score.precision
        return {
            "predicted": counts.predicted,
            "right": counts.tp,
            "wrong": counts.fp,
            "precision": counts.precision,
            "interval": list(interval) if interval else None,
            "found": self.found.to_dict(),
            "wrong_in": self.wrong,
        }


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures of a prediction against gold; `docs/evaluation.md` says what each means.

    Attributes:
        scope: what was scored.
        scores: single figures by name (`headline`, `all_actors`, …).
        tables: strict scores by value of `part`, `document`, `profile`, `stance`, `actor_type`,
            `target_kind`.
        macro: means over issues.
        fields: each field given the two others.
        rules: by name of the rule.
        confusion: stances of gold against predicted.
    """

    scope: Scope
    scores: dict[str, Score]
    tables: dict[str, dict[str, Score]]
    macro: dict[str, Mean]
    fields: dict[str, Share]
    rules: dict[str, RuleScore]
    confusion: dict[str, dict[str, int]]

    @property
    def headline(self) -> Score:
        """Strict micro score over states and groups, neutral aside."""
        return self.scores["headline"]

    def to_dict(self) -> dict[str, Any]:
        """As JSON; what has nothing to score is null."""
        scope = self.scope
        return {
            "split": scope.split,
            "issues": {part: scope.count(part) for part in PARTS},
            "documents": list(scope.profiles),
            "absent_documents": list(scope.absent),
            "left_out": scope.left_out,
            "ignored_records": scope.ignored,
            "bootstrap": {"level": 0.95, "draws": DRAWS, "seed": SEED, "unit": "sentence"},
            "scores": {name: score.to_dict() for name, score in self.scores.items()},
            "macro": {name: mean.to_dict() for name, mean in self.macro.items()},
            "by": {
                table: {name: score.to_dict() for name, score in rows.items()}
                for table, rows in self.tables.items()
            },
            "fields": {name: share.to_dict() for name, share in self.fields.items()},
            "rules": {name: rule.to_dict() for name, rule in self.rules.items()},
            "confusion": self.confusion,
        }


def sides_of(scope: Scope, predicted: Iterable[Predicted], gold: Iterable[GoldRecord]) -> Sides:
    """The facts of both inside the scope."""
    inside = [record for record in predicted if (record.document, record.issue) in scope.issues]
    return Sides.of(facts_of(inside), facts_of(gold))


def evaluate(scope: Scope, sides: Sides, pairing: Pairing | None = None) -> Evaluation:
    """Compute every figure.

    Args:
        scope: what is scored.
        sides: facts of the prediction and of gold inside it.
        pairing: of the two, where it is at hand.
    """
    pairing = pairing or pair(sides.predicted, sides.gold)
    return Evaluation(
        scope,
        _scores(sides),
        _tables(scope, sides),
        figures.macro(sides, scope.issues),
        field_shares(pairing, sides.sentences, named),
        rule_scores(sides, pairing),
        confusion(pairing, named),
    )


def named(fact: Fact) -> bool:
    """The actor is a state or a group."""
    return fact.named


def directed(fact: Fact) -> bool:
    """The stance is not neutral."""
    return fact.directed


def _scores(sides: Sides) -> dict[str, Score]:
    return {
        "headline": figures.strict(sides).score(),
        "with_neutral": figures.strict(sides, named).score(),
        "all_actors": figures.strict(sides, directed).score(),
        "relaxed_target": figures.relaxed(sides).score(),
        "without_stance": figures.without_stance(sides).score(),
        "sentence": figures.by_sentence(sides).score(),
        "sentence_with_neutral": figures.by_sentence(sides, named).score(),
        "sentence_with_article": figures.by_sentence(sides, articles=True).score(),
    }


def _tables(scope: Scope, sides: Sides) -> dict[str, dict[str, Score]]:
    """Strict scores by table and row."""
    profiles = sorted(set(scope.profiles.values()))
    rows = figures.rows
    return {
        "part": rows(sides, headline, lambda f: (scope.issues[f.key[:2]],), PARTS),
        "profile": rows(sides, headline, lambda f: (scope.profiles[f.key.document],), profiles),
        "document": rows(sides, headline, lambda f: (f.key.document,), scope.profiles),
        "stance": rows(sides, named, lambda f: (f.key.stance,), get_args(Stance)),
        "actor_type": rows(sides, directed, lambda f: f.actor_types, get_args(ActorType)),
        "target_kind": rows(sides, headline, lambda f: (f.target_kind,), get_args(TargetKind)),
    }


def rule_scores(sides: Sides, pairing: Pairing) -> dict[str, RuleScore]:
    """Right and wrong of each rule over facts of every kind, neutral and all actors included."""
    wrong_in: dict[Key, str] = {
        found.predicted.key: found.wrong for found in pairing.pairs if found.wrong
    }
    by_rule: dict[str, dict[Key, Fact]] = {}
    for key, fact in sides.predicted.items():
        for rule in fact.rules:
            by_rule.setdefault(rule, {})[key] = fact
    total = len(sides.gold)
    found: dict[str, RuleScore] = {}
    for rule, facts in sorted(by_rule.items()):
        right = facts.keys() & sides.gold.keys()
        score = figures.strict(
            Sides(facts, {key: sides.gold[key] for key in right}, sides.sentences), _any
        ).score()
        wrong = dict.fromkeys(("actor", "stance", "target", "all"), 0)
        for key in facts.keys() - right:
            wrong[wrong_in.get(key, "all")] += 1
        counts = score.counts
        found[rule] = RuleScore(
            Score(counts, precision=score.precision), Share(len(right), total), wrong
        )
    return found


def _any(fact: Fact) -> bool:
    return True
