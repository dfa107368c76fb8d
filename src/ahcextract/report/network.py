"""The agreement network: which pairs are drawn, which blocs they form, where actors are placed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ahcextract.agreement import Pair

if TYPE_CHECKING:
    import networkx as nx

CLEAR = (0.044, 0.046)
"""Width and height kept clear around a place, as parts of the plot's."""

SEED = 1
"""Of the community search and the layout, so that the same records give the same picture."""


def shared_minimum(pairs: Sequence[Pair]) -> int:
    """How much a pair must share to be drawn: 2 things, or 1 where hardly any pair shares 2."""
    return 2 if sum(pair.shared >= 2 for pair in pairs) >= 3 else 1


def strength(pair: Pair, minimum: int) -> float:
    """Weight of a pair in the network: `normalised`, 0 if it shares fewer than `minimum` things."""
    return pair.normalised if pair.shared >= minimum else 0.0


def _graph(actors: Sequence[str], pairs: Iterable[Pair], minimum: int) -> nx.Graph[int]:
    import networkx as nx

    # Integers for nodes: the order of a set of strings changes from run to run.
    number = {actor: n for n, actor in enumerate(actors)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(actors)))
    for pair in pairs:
        weight = strength(pair, minimum)
        if weight > 0 and pair.a in number and pair.b in number:
            graph.add_edge(number[pair.a], number[pair.b], weight=weight)
    return graph


def blocs(pairs: Sequence[Pair], minimum: int) -> list[list[str]]:
    """Groups of actors that agree more among themselves than with others (Louvain, seeded).

    Only agreement is looked at: pairs with a positive `strength`.

    Returns:
        Blocs of at least two, the largest first, members by name.
    """
    from networkx.algorithms.community import louvain_communities

    actors = sorted({actor for pair in pairs for actor in (pair.a, pair.b)})
    graph = _graph(actors, pairs, minimum)
    if not graph.number_of_edges():
        return []
    found = louvain_communities(graph, weight="weight", seed=SEED)
    named = [sorted(actors[n] for n in members) for members in found if len(members) > 1]
    return sorted(named, key=lambda members: (-len(members), members))


def layout(
    pairs: Sequence[Pair], minimum: int, axis: Mapping[str, float]
) -> dict[str, tuple[float, float]]:
    """Places of all actors that have a pair, each coordinate from 0 to 1.

    A force layout: agreement pulls, disagreement does not. It starts from the main line of
    conflict (`ordering.camp_axis`), which therefore tends to run from left to right. Actors that
    share fewer than `minimum` things with anybody are put in afterwards, beside those they agree
    with. Then all are moved apart until their names have room.
    """
    everybody = sorted({actor for pair in pairs for actor in (pair.a, pair.b)})
    core = sorted({a for pair in pairs if pair.shared >= minimum for a in (pair.a, pair.b)})
    if not everybody:
        return {}
    places = _forces(core or everybody, pairs, minimum if core else 1, axis)
    moved = _apart([places[actor] for actor in places], 0)
    places = dict(zip(places, moved, strict=True))
    for actor in everybody:
        if actor not in places:
            places[actor] = _beside(actor, pairs, places, len(places))
    moved = _apart(list(places.values()), len(core))
    return {
        actor: (round(x, 4), round(y, 4))
        for actor, (x, y) in sorted(zip(places, moved, strict=True))
    }


def _forces(
    actors: Sequence[str], pairs: Sequence[Pair], minimum: int, axis: Mapping[str, float]
) -> dict[str, tuple[float, float]]:
    import networkx as nx

    graph = _graph(actors, pairs, minimum)
    # Spread a little along the axis too: points on one line would stay on it.
    start = {
        n: (0.1 * ((n * 0.754878) % 1) - axis.get(actor, 0.0), (n * 0.618034) % 1 - 0.5)
        for n, actor in enumerate(actors)
    }
    places = nx.spring_layout(
        graph, pos=start, weight="weight", seed=SEED, iterations=150, k=2.2 / len(actors) ** 0.5
    )
    across = _scaled([float(places[n][0]) for n in range(len(actors))])
    upward = _scaled([float(places[n][1]) for n in range(len(actors))])
    return {actor: (across[n], upward[n]) for n, actor in enumerate(actors)}


def _scaled(values: Sequence[float]) -> list[float]:
    low, high = min(values), max(values)
    if high == low:
        return [0.5] * len(values)
    return [(value - low) / (high - low) for value in values]


def _beside(
    actor: str, pairs: Sequence[Pair], places: Mapping[str, tuple[float, float]], turn: int
) -> tuple[float, float]:
    friends = [
        places[other]
        for pair in pairs
        if pair.weight > 0 and actor in (pair.a, pair.b)
        for other in (pair.a, pair.b)
        if other in places
    ]
    if not friends:
        # On the rim, each at another angle.
        angle = turn * 2.399963
        return 0.5 + 0.5 * math.cos(angle), 0.5 + 0.5 * math.sin(angle)
    return (
        sum(x for x, _ in friends) / len(friends) + 0.01 * math.cos(turn),
        sum(y for _, y in friends) / len(friends) + 0.01 * math.sin(turn),
    )


def _apart(places: Sequence[tuple[float, float]], fixed: int) -> list[tuple[float, float]]:
    """Push points out of each other's `CLEAR` box; the first `fixed` of them stay."""
    import numpy as np

    points = np.array(places, dtype=float) / CLEAR
    for _ in range(300):
        gap = points[:, None] - points[None, :]
        near = np.all(np.abs(gap) < 1, axis=2)
        np.fill_diagonal(near, False)
        if not near.any():
            break
        # Along the side on which they overlap less; equal points by their order.
        order = np.sign(np.arange(len(points))[:, None] - np.arange(len(points)))
        way = np.where(gap == 0, order[:, :, None] * [1, 0.5], np.sign(gap))
        side = np.abs(gap).argmax(axis=2)[:, :, None] == np.arange(2)
        push = (way * (1.02 - np.abs(gap)) * side * near[:, :, None]).sum(axis=1)
        push[:fixed] = 0
        points = np.clip(points + 0.35 * push, 0, 1 / np.array(CLEAR))
    moved = np.round(points * CLEAR, 9)
    return [(float(x), float(y)) for x, y in moved]


def drawn(pairs: Sequence[Pair], minimum: int, each: int = 4) -> list[Pair]:
    """The pairs worth a line: of every actor, its `each` strongest agreements and disagreements.

    Strongest by `weight`, the sum over all that a pair shares: agreement on ten things outdoes
    agreement on two.
    """
    chosen: set[Pair] = set()
    by_actor: dict[str, list[Pair]] = {}
    for pair in pairs:
        if strength(pair, minimum):
            by_actor.setdefault(pair.a, []).append(pair)
            by_actor.setdefault(pair.b, []).append(pair)
    for of_actor in by_actor.values():
        ranked = sorted(of_actor, key=lambda pair: (pair.weight, pair.a, pair.b))
        chosen.update(pair for pair in ranked[:each] if pair.weight < 0)
        chosen.update(pair for pair in ranked[-each:] if pair.weight > 0)
    return [pair for pair in pairs if pair in chosen]
