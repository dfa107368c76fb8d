"""What each rule of linking/rules.py earns: the figures with its positions dropped."""

from collections.abc import Sequence
from dataclasses import dataclass

from ahcextract.linking.rules import RULES
from ahcextract.position import Position
from ahcextract.scoring.counts import PRF
from ahcextract.scoring.facts import Key, facts_of, headline
from ahcextract.scoring.tables import Table

Part = frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Earned:
    """One rule on the development and on the test issues.

    Attributes:
        name: of the rule.
        right: facts of gold that it makes on development issues, all actors, neutral too.
        wrong: facts that it makes there and gold does not have.
        lost: right headline facts of development issues that no other rule makes.
        cleared: spurious ones that no other rule makes.
        dev: change of the headline F1 of development issues with the rule off; below 0 it earns.
        test: the same on test issues.
    """

    name: str
    right: int
    wrong: int
    lost: int
    cleared: int
    dev: float
    test: float

    @property
    def nothing(self) -> bool:
        """It has nothing right on development issues, or their F1 is better without it."""
        return self.right == 0 or self.dev > 0


def earned(
    drafts: Sequence[Position], gold: dict[Key, bool], dev: Part, test: Part
) -> list[Earned]:
    """What each rule that made anything earns, the most first.

    Args:
        drafts: all positions, those too that repeat one of another rule.
        gold: facts of gold on all issues, and whether each counts in the headline.
        dev: development issues.
        test: test issues.
    """
    made = {key: (frozenset(fact.rules), headline(fact)) for key, fact in facts_of(drafts).items()}
    found = []
    for name in sorted({rule for rules, _ in made.values() for rule in rules}):
        own = [key for key, (rules, _) in made.items() if name in rules and key[:2] in dev]
        right = sum(key in gold for key in own)
        gone = [key for key in own if made[key] == (frozenset({name}), True)]
        lost = sum(bool(gold.get(key)) for key in gone)
        changes = [_change(made, gold, part, name) for part in (dev, test)]
        found.append(
            Earned(name, right, len(own) - right, lost, len(gone) - lost, changes[0], changes[1])
        )
    return sorted(found, key=lambda rule: (rule.dev, -rule.right, rule.name))


def _change(
    made: dict[Key, tuple[frozenset[str], bool]], gold: dict[Key, bool], part: Part, name: str
) -> float:
    wanted = {key for key, counts in gold.items() if counts and key[:2] in part}
    all_of = {key: rules for key, (rules, counts) in made.items() if counts and key[:2] in part}
    without = {key for key, rules in all_of.items() if rules != frozenset({name})}
    before, after = PRF.of(set(all_of), wanted).f1, PRF.of(without, wanted).f1
    return (after or 0.0) - (before or 0.0)


def rules_table(rules: Sequence[Earned]) -> Table:
    """All rules, those that earn most first."""
    rows = tuple(
        (
            f"`{rule.name}`",
            *map(str, (rule.right, rule.wrong, rule.lost, rule.cleared)),
            f"{rule.dev:+.4f}",
            f"{rule.test:+.4f}",
        )
        for rule in rules
    )
    head = ("off", "right", "wrong", "right lost", "spurious gone", "ΔF1 dev", "ΔF1 test")
    return Table("Each rule off in turn, all collections", head, rows)


def verdict(rules: Sequence[Earned]) -> list[str]:
    """Lines that name the rules that earn nothing, and those that made nothing."""
    fired = {rule.name for rule in rules}
    groups = {
        "nothing right on development issues": [r.name for r in rules if not r.right],
        "development F1 is better without": [r.name for r in rules if r.right and r.dev > 0],
        "no position on any gold document": [r.name for r in RULES if r.name not in fired],
    }
    return [
        f"{title}: {', '.join(f'`{name}`' for name in sorted(names)) or 'none'}"
        for title, names in groups.items()
    ]
