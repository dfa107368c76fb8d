"""The page of rules: each with its construction, its example and its precision on gold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ahcextract.linking.rules import Rule

_HEAD = """\
# Rules

Every record names in `rule` the construction that made it. This page is made of
`src/ahcextract/linking/rules.py` by `scripts/build_rules.py`; do not edit it by hand. Which words
carry which stance is the lexicon's (`src/ahcextract/data/cues.toml`), so one rule serves all
stances; how a rule comes to a target is described in [explain.md](explain.md).

*Right* and *wrong* count the rule's records on development gold, as `ahcextract gold calibrate`
last wrote them to `src/ahcextract/data/confidence.json`; the precision is the share that is right.
"""
_UNSEEN = "not seen on gold"


@dataclass(frozen=True, slots=True)
class OnGold:
    """A rule's records on development gold: how many are right, how many wrong."""

    right: int
    wrong: int


def as_markdown(rules: Iterable[Rule], gold: Mapping[str, OnGold]) -> str:
    """The page.

    Args:
        rules: in the order of the catalogue.
        gold: counts by the rule's name; a rule that is not there was not seen.
    """
    rules = list(rules)
    lines = [_HEAD, "| rule | right | wrong | precision |", "|---|--:|--:|--:|"]
    lines += [f"| [`{r.name}`](#{r.name}) | {_counts(gold.get(r.name))} |" for r in rules]
    for rule in rules:
        lines += ["", f"## {rule.name}", "", rule.construction, "", f"> {rule.example}", ""]
        lines += [f"- `{actor}` {stance} `{target}`" for actor, stance, target in rule.records]
        lines += ["", f"On gold: {_sentence(gold.get(rule.name))}."]
    return "\n".join(lines) + "\n"


def _seen(found: OnGold | None) -> OnGold | None:
    return found if found is not None and found.right + found.wrong else None


def _share(found: OnGold) -> str:
    return f"{found.right / (found.right + found.wrong):.2f}"


def _counts(found: OnGold | None) -> str:
    found = _seen(found)
    if found is None:
        return f"0 | 0 | {_UNSEEN}"
    return f"{found.right} | {found.wrong} | {_share(found)}"


def _sentence(found: OnGold | None) -> str:
    found = _seen(found)
    if found is None:
        return _UNSEEN
    return f"{found.right} right, {found.wrong} wrong, precision {_share(found)}"
