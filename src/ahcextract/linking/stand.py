"""What a predicate says of what it governs, before targets are resolved."""

from dataclasses import dataclass, replace
from typing import Literal

Stance = Literal["support", "oppose", "propose", "concern", "neutral"]

# What an actor does to the text who says yes, no, "let us", or "hm" to an operation on it
# (annotation guidelines 4, rules 1, 2, 5, 6, 11 and 13). None: no position.
_COMPOSED: dict[str, dict[str, str | None]] = {
    "support": {
        "delete": "oppose", "retain": "support", "change": "support", "bracket": "concern",
        "unbracket": "support", "vote": "support", "clarify": "concern",
    },
    "prefer": {
        "delete": "oppose", "retain": "support", "change": "propose", "bracket": "concern",
        "unbracket": "support", "vote": "propose", "clarify": "concern",
    },
    "oppose": {
        "delete": "support", "retain": "oppose", "change": "oppose", "bracket": "support",
        "unbracket": "concern", "vote": "oppose", "clarify": "oppose",
    },
    "propose": {
        "delete": "oppose", "retain": "support", "change": "propose", "bracket": "concern",
        "unbracket": "support", "vote": "oppose", "clarify": "concern",
    },
    "concern": {
        "delete": "concern", "retain": "concern", "change": "concern", "bracket": "concern",
        "unbracket": "concern", "vote": "concern", "clarify": "concern",
    },
}  # fmt: skip
_NEGATED_OPERATION = {"delete": "retain", "retain": "delete", "bracket": "unbracket"}
_NEGATED = {"support": "oppose", "oppose": "support", "concern": "support", "propose": None}


def compose(outer: str, operation: str, *, negated_operation: bool = False) -> str | None:
    """Stance on the text of an actor whose stance `outer` is on an operation on it.

    Args:
        outer: support, prefer, oppose, propose or concern.
        operation: what is done to the text (lexicon.OPERATIONS).
        negated_operation: "proposed *not* deleting X".
    """
    if negated_operation:
        if operation == "change":
            refused = {"propose": "oppose", "support": "oppose", "prefer": "oppose"}
            return {**refused, "concern": "concern"}.get(outer)
        operation = _NEGATED_OPERATION.get(operation, operation)
    return _COMPOSED.get(outer, {}).get(operation)


def negate(stance: str) -> str | None:
    """Stance of the negated cue (guidelines 4, rule 6); None where negation leaves no stance."""
    return _NEGATED.get(stance, stance)


def relate(relation: str, stance: str) -> str:
    """Stance on the text of one who backs or resists somebody whose stance on it is `stance`.

    The stance is towards the text, not towards the last speaker (guidelines 4, rule 11).

    Args:
        relation: support or oppose; `with` shares the stance whole; anything else is itself.
        stance: of the one who is backed or resisted.
    """
    if relation == "with":
        return stance
    if relation == "support":
        return stance if stance in {"oppose", "concern"} else "support"
    if relation == "oppose":
        return {"oppose": "support", "concern": "support"}.get(stance, "oppose")
    return relation


@dataclass(frozen=True, slots=True)
class Stand:
    """One predicate with what it governs. `zone` are units; everything else tokens of the doc.

    Attributes:
        stance: on what `zone` names.
        cue: the words that carry it, end exclusive.
        head: token of the cue's head word.
        zone: units it governs, text order.
        negated: the cue stands under a negation.
        scope: all that the cue governs, where `zone` is only what an operation is done to.
        change: `zone` is a change to the text rather than text of it.
        substitute: what a deletion is to be replaced by stands in `zone` too.
        bare: nothing is governed: it answers what was said before.
        direct: the cue itself takes the stance on its object, so that "opposed this" may answer
            somebody; "wants it removed" may not.
        rule: construction that read it.
    """

    stance: str
    cue: tuple[int, int]
    head: int
    zone: tuple[int, ...]
    negated: bool = False
    scope: tuple[int, ...] = ()
    change: bool = False
    substitute: bool = False
    bare: bool = False
    direct: bool = False
    rule: str = ""

    def by(self, rule: str) -> "Stand":
        """The same, read by `rule`."""
        return replace(self, rule=rule)
