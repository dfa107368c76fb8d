"""Tables behind the plots, as lists of plain dictionaries."""

from collections import Counter
from typing import Any

from ahcextract.agreement import UNKNOWN_TARGETS
from ahcextract.report import network
from ahcextract.report.analysis import Analysis
from ahcextract.report.display import visible
from ahcextract.report.occasions import occasion
from ahcextract.report.vocabulary import STANCES

Row = dict[str, Any]


def stance_title(stance: str) -> str:
    """A stance with its symbol: "▲ support"."""
    return next(f"{look.symbol} {look.id}" for look in STANCES if look.id == stance)


def timeline_rows(analysis: Analysis) -> list[Row]:
    """Positions by issue and stance."""
    label = dict(zip(analysis.occasions, analysis.labels, strict=True))
    counts = Counter((label[occasion(p)], p.stance) for p in analysis.positions)
    return [
        {"issue": issue, "stance": stance_title(stance), "n": n}
        for (issue, stance), n in sorted(counts.items())
    ]


def contested_rows(analysis: Analysis, limit: int = 15) -> list[Row]:
    """The most contested targets: actors for each to the right of 0, actors against to the left.

    Most contested: the smaller side is largest, then both sides together. What names no common
    thing (`topic:other`, `topic:unresolved`) is left out.
    """
    who: dict[str, dict[str, set[str]]] = {}
    for p in analysis.positions:
        who.setdefault(p.target, {}).setdefault(p.stance, set()).add(p.actor)
    label = {target.id: target.label for target in analysis.targets}
    place = {target.id: n for n, target in enumerate(analysis.targets)}

    def sides(target: str) -> tuple[int, int]:
        by_stance = who[target]
        against = by_stance.get("oppose", set()) | by_stance.get("concern", set())
        return len(by_stance.get("support", ())), len(against)

    disputed = [t for t in who if any(sides(t)) and t not in UNKNOWN_TARGETS]
    disputed.sort(key=lambda t: (-min(sides(t)), -sum(sides(t)), place[t]))
    rows: list[Row] = []
    scale = max((sum(sides(target)) for target in disputed[:limit]), default=0)
    for rank, target in enumerate(disputed[:limit]):
        counts = {stance: len(actors) for stance, actors in who[target].items()}
        rows += _bar(visible(label[target]), rank, counts, scale)
    return rows


def _bar(label: str, rank: int, counts: dict[str, int], scale: int) -> list[Row]:
    support, oppose = counts.get("support", 0), counts.get("oppose", 0)
    concern = counts.get("concern", 0)
    parts = (
        ("support", 0, support),
        ("oppose", -oppose, 0),
        ("concern", -oppose - concern, -oppose),
    )
    return [
        {
            "target": label,
            "rank": rank,
            "stance": stance_title(stance),
            "x0": x0,
            "x1": x1,
            "middle": (x0 + x1) / 2,
            # Too short a bar has no room for its symbol.
            "symbol": stance_title(stance)[0] if (x1 - x0) * 30 >= scale else "",
            "n": x1 - x0,
        }
        for stance, x0, x1 in parts
        if x1 > x0
    ]


def bloc_letter(bloc: int) -> str:
    """Name of a bloc in the network: A to E; "other" for a smaller one, or none."""
    return "ABCDE"[bloc] if 0 <= bloc < 5 else "other"


def network_rows(analysis: Analysis, limit: int = 60) -> tuple[list[Row], list[Row]]:
    """Nodes and edges of the `limit` actors that share most with others."""
    shared: Counter[str] = Counter()
    for pair in analysis.pairs:
        shared.update({pair.a: pair.shared, pair.b: pair.shared})
    ranked = sorted(shared, key=lambda actor: (-shared[actor], actor))
    chosen = set(ranked[:limit])
    drawn = [a for a in analysis.actors if a.id in chosen and a.place]
    nodes = [
        {
            "id": visible(a.id),
            "name": visible(a.name),
            "bloc": bloc_letter(a.bloc),
            "x": a.place[0],
            "y": a.place[1],
        }
        for a in drawn
        if a.place
    ]
    place = {a.id: a.place for a in drawn if a.place}
    inside = [pair for pair in analysis.pairs if pair.a in place and pair.b in place]
    drawn_pairs = network.drawn(inside, analysis.minimum)
    edges = [
        {
            "x": place[pair.a][0],
            "y": place[pair.a][1],
            "x2": place[pair.b][0],
            "y2": place[pair.b][1],
            "kind": "agreement" if pair.normalised > 0 else "disagreement",
            "size": round(abs(pair.normalised), 4),
            "shared": pair.shared,
            "pair": visible(f"{pair.a} - {pair.b}"),
        }
        for pair in drawn_pairs
    ]
    return nodes, edges


def agreement_rows(analysis: Analysis, limit: int = 40) -> list[Row]:
    """Both halves of the agreement matrix of the `limit` actors that share most."""
    shared: Counter[str] = Counter()
    for pair in analysis.pairs:
        shared.update({pair.a: pair.shared, pair.b: pair.shared})
    chosen = set(sorted(shared, key=lambda actor: (-shared[actor], actor))[:limit])
    rank = {a.id: n for n, a in enumerate(analysis.actors) if a.id in chosen}
    return [
        {
            "a": visible(a),
            "b": visible(b),
            "ar": rank[a],
            "br": rank[b],
            "value": round(pair.normalised, 4),
            "sign": _sign(pair.normalised),
            "shared": pair.shared,
        }
        for pair in analysis.pairs
        if pair.a in rank and pair.b in rank and pair.shared >= analysis.minimum
        for a, b in ((pair.a, pair.b), (pair.b, pair.a))
    ]


def _sign(value: float) -> str:
    return "+" if value >= 0.25 else "−" if value <= -0.25 else ""


def matrix_rows(analysis: Analysis, actors: int = 60, targets: int = 40) -> list[Row]:
    """Stances of the most active actors on the most discussed targets, one row each stance."""
    by_actor = Counter(p.actor for p in analysis.positions)
    by_target = Counter(p.target for p in analysis.positions)
    top_actors, top_targets = _top(by_actor, actors), _top(by_target, targets)
    actor = {a.id: (n, visible(a.name)) for n, a in enumerate(analysis.actors)}
    target = {t.id: (t.rank, visible(t.short)) for t in analysis.targets}
    counts = Counter(
        (p.actor, p.target, p.stance)
        for p in analysis.positions
        if p.actor in top_actors and p.target in top_targets
    )
    return [
        {
            "actor": actor[a][1],
            "ar": actor[a][0],
            "target": target[t][1],
            "tr": target[t][0],
            "stance": stance_title(stance),
            "n": n,
        }
        for (a, t, stance), n in sorted(counts.items())
    ]


def _top(counts: Counter[str], limit: int) -> set[str]:
    return set(sorted(counts, key=lambda key: (-counts[key], key))[:limit])
