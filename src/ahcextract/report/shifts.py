"""Shifts: where an actor's stance on a target changed from one issue to the next it spoke in.

For one actor, one target and (if any) one other actor's proposal on it, take the issues in order
and in each the set of stances, neutral ones left out. Two successive sets that have no stance in
common are a shift: `oppose` then `support`, `concern` then `propose`. A shift between a stance
for (`support`) and one against (`oppose`, `concern`) is a *reversal*.

`topic:other` and `topic:unresolved` are left out: they name no common thing. So is `COLLECTIVE`:
"many delegations" of one day need not be those of the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ahcextract.agreement import UNKNOWN_TARGETS
from ahcextract.position import Position
from ahcextract.report.occasions import Occasion, occasion

FOR = frozenset({"support"})
AGAINST = frozenset({"oppose", "concern"})


@dataclass(frozen=True, slots=True)
class Shift:
    """One change of stance.

    Attributes:
        actor: id of the actor.
        target: id of the target.
        before: indices of the records of the earlier issue, in text order.
        after: indices of those of the later issue.
        reversal: from for to against, or back.
    """

    actor: str
    target: str
    before: tuple[int, ...]
    after: tuple[int, ...]
    reversal: bool


def shifts(positions: Sequence[Position], order: Sequence[Occasion]) -> list[Shift]:
    """All shifts, in the order of the issue in which the new stance was taken.

    Args:
        positions: the records.
        order: their issues in order, from `occasions.occasions`.
    """
    rank = {one: n for n, one in enumerate(order)}
    said: dict[tuple[str, str, str], dict[int, list[int]]] = {}
    for index, position in enumerate(positions):
        if position.stance == "neutral" or position.actor_type == "collective":
            continue
        if position.target in UNKNOWN_TARGETS:
            continue
        owner = position.proposal_by or ""
        key = (position.actor, position.target, "" if owner == position.actor else owner)
        said.setdefault(key, {}).setdefault(rank[occasion(position)], []).append(index)
    found: list[tuple[int, Shift]] = []
    for (actor, target, _), by_issue in sorted(said.items()):
        issues = sorted(by_issue)
        for earlier, later in pairwise(issues):
            shift = _shift(actor, target, positions, by_issue[earlier], by_issue[later])
            if shift:
                found.append((later, shift))
    return [shift for _, shift in sorted(found, key=lambda pair: (pair[0], pair[1].actor))]


def _shift(
    actor: str,
    target: str,
    positions: Sequence[Position],
    before: Sequence[int],
    after: Sequence[int],
) -> Shift | None:
    old = {positions[index].stance for index in before}
    new = {positions[index].stance for index in after}
    if old & new:
        return None
    reversal = bool((old & FOR and new & AGAINST) or (old & AGAINST and new & FOR))
    by_place = sorted(before, key=lambda i: (positions[i].evidence_start, i))
    by_place_after = sorted(after, key=lambda i: (positions[i].evidence_start, i))
    return Shift(actor, target, tuple(by_place), tuple(by_place_after), reversal)
