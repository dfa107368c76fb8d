"""Everything the page and the figures show, worked out once from the records."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ahcextract.agreement import Pair, pairs
from ahcextract.position import Position
from ahcextract.report import network, ordering
from ahcextract.report.occasions import Occasion, occasion_labels, occasions
from ahcextract.report.shifts import Shift, shifts
from ahcextract.report.vocabulary import number_order, target_label, whole


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of the records.

    Attributes:
        id: as in the records.
        name: the display name that most of its records use.
        type: the type that most of its records give.
        bloc: index into `Analysis.blocs`, or -1.
        place: in the network, each coordinate from 0 to 1; None without a pair.
    """

    id: str
    name: str
    type: str
    bloc: int
    place: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Target:
    """A target of the records, or the whole article one is part of.

    Attributes:
        id: as in the records.
        label: in words.
        short: for the head of a column.
        whole: id of the whole it is part of; its own id where it is none's part.
        rank: place among the targets of the records, ordered so that blocs show; -1 if none.
        whole_rank: likewise among wholes; -1 if it is none.
    """

    id: str
    label: str
    short: str
    whole: str
    rank: int
    whole_rank: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """The records and what was worked out from them.

    Attributes:
        positions: the records, in the order of their issues, then of the text.
        occasions: the issues in order.
        labels: a short name for each issue.
        actors: in matrix order.
        targets: in the order of the treaty.
        pairs: agreement of all pairs over all issues.
        minimum: things a pair must share to count in the network.
        blocs: members of each bloc.
        shifts: all shifts, as indices into `positions`.
    """

    positions: tuple[Position, ...]
    occasions: tuple[Occasion, ...]
    labels: tuple[str, ...]
    actors: tuple[Actor, ...]
    targets: tuple[Target, ...]
    pairs: tuple[Pair, ...]
    minimum: int
    blocs: tuple[tuple[str, ...], ...]
    shifts: tuple[Shift, ...]


def analyse(records: Sequence[Position]) -> Analysis:
    """Work out order, agreement, blocs and shifts.

    Args:
        records: validated records, in any order.
    """
    order = occasions(records)
    rank = {(one.document, one.number, one.title, one.date): n for n, one in enumerate(order)}
    positions = sorted(
        records,
        key=lambda p: (
            rank[p.document, p.issue, p.issue_title, p.issue_date],
            p.evidence_start,
            p.actor_start if p.actor_start is not None else -1,
            p.id,
        ),
    )
    found = pairs(positions)
    minimum = network.shared_minimum(found)
    groups = network.blocs(found, minimum)
    axis, target_axis = ordering.camp_axis(ordering.mean_signs(positions))
    return Analysis(
        positions=tuple(positions),
        occasions=tuple(order),
        labels=tuple(occasion_labels(order)),
        actors=_actors(positions, axis, groups, network.layout(found, minimum, axis)),
        targets=_targets(positions, ordering.target_order(target_axis)),
        pairs=tuple(found),
        minimum=minimum,
        blocs=tuple(map(tuple, groups)),
        shifts=tuple(shifts(positions, order)),
    )


def _actors(
    positions: Sequence[Position],
    axis: dict[str, float],
    groups: list[list[str]],
    places: dict[str, tuple[float, float]],
) -> tuple[Actor, ...]:
    names: dict[str, Counter[str]] = {}
    types: dict[str, Counter[str]] = {}
    for position in positions:
        names.setdefault(position.actor, Counter())[position.actor_name] += 1
        types.setdefault(position.actor, Counter())[position.actor_type] += 1
    bloc = {actor: n for n, members in enumerate(groups) for actor in members}
    return tuple(
        Actor(
            id=actor,
            name="Unnamed groups" if actor == "COLLECTIVE" else names[actor].most_common(1)[0][0],
            type=types[actor].most_common(1)[0][0],
            bloc=bloc.get(actor, -1),
            place=places.get(actor),
        )
        for actor in ordering.actor_order(axis, groups)
    )


def _targets(positions: Sequence[Position], order: list[str]) -> tuple[Target, ...]:
    names = {position.actor: position.actor_name for position in reversed(positions)}
    rolled = [p.model_copy(update={"target": whole(p.target)}) for p in positions]
    _, whole_axis = ordering.camp_axis(ordering.mean_signs(rolled))
    rank = {target: n for n, target in enumerate(order)}
    whole_rank = {target: n for n, target in enumerate(ordering.target_order(whole_axis))}
    return tuple(
        Target(
            target,
            *target_label(target, names),
            whole(target),
            rank.get(target, -1),
            whole_rank.get(target, -1),
        )
        for target in sorted(rank.keys() | whole_rank.keys(), key=number_order)
    )
