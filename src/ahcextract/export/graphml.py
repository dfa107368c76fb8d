"""Networks in GraphML: actors and targets, or actors and actors."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ahcextract.agreement import SIGNS, pairs
from ahcextract.errors import InputError
from ahcextract.export.actor_names import ActorNames
from ahcextract.export.extras import missing
from ahcextract.export.inert import xml_text
from ahcextract.export.targets import target_name
from ahcextract.position import Position
from ahcextract.whole import whole_file

if TYPE_CHECKING:
    from networkx import Graph

MODES = ("two-mode", "actors")
_STANCES = ("support", "oppose", "propose", "concern", "neutral")


def write(positions: Iterable[Position], path: Path, mode: str = "two-mode") -> list[Path]:
    """A network; see `registry.export`.

    Args:
        positions: the records.
        path: file to write.
        mode: `two-mode` has one edge a record, actor to target, with all its fields;
            `actors` has one signed edge a pair of actors (`ahcextract.agreement`).
    """
    if mode not in MODES:
        raise InputError(f'no mode "{mode}"', where="--mode", hint="one of " + ", ".join(MODES))
    try:
        import networkx
    except ImportError:
        raise missing("networkx", "export") from None
    records = list(positions)
    graph = two_mode(records) if mode == "two-mode" else actors(records)
    with whole_file(path) as temporary:
        # Keys named by their attributes, not "d0", "d1"…: Gephi takes "d3" and "d7" for yEd's
        # labels. So no node attribute may be named like an edge attribute.
        networkx.write_graphml(graph, temporary, named_key_ids=True, encoding="utf-8")
    return [path]


def two_mode(positions: Sequence[Position]) -> "Graph[str]":
    """Actors and targets, one edge a record.

    Nodes have `label`, `code`, `mode` ("actor", "target"), `kind` and `positions`; targets have
    `parent` and `instrument` too, actors a count for each stance. Edges have every field of the
    record (its target as `on`, its id as `edgeid`), `sign`, `weight` (confidence) and
    `edgelabel` (the stance).
    """
    import networkx

    graph: Graph[str] = networkx.MultiDiGraph()
    for actor in _actor_nodes(positions):
        graph.add_node("actor|" + actor["id"], mode="actor", **_attributes(actor))
    counts = Counter(position.target for position in positions)
    for name in sorted((target_name(target) for target in counts), key=lambda n: n.order):
        node = {
            "label": name.label,
            "kind": name.kind,
            "parent": name.parent,
            "instrument": name.instrument,
            "positions": counts[name.id],
            "code": name.id,
        }
        graph.add_node("target|" + name.id, mode="target", **_attributes(node))
    for position in positions:
        record = position.model_dump() | {
            "topics": ";".join(position.topics),
            "edgeid": position.id,
            "edgelabel": position.stance,
            "sign": SIGNS.get(position.stance, 0.0),
            "weight": position.confidence,
        }
        # "id", "source" and "target" of an edge are Gephi's own names.
        record["on"] = record.pop("target")
        graph.add_edge(
            "actor|" + position.actor,
            "target|" + position.target,
            key=position.id,
            **_attributes(record),
        )
    return graph


def actors(positions: Sequence[Position]) -> "Graph[str]":
    """Actors, with one undirected edge a pair that shares something.

    Edges have `agree`, `disagree`, `shared`, `score` (the sum of products, may be negative),
    `normalised` (-1 to 1), `sign` (-1, 0, 1), `relation` and `weight`, which is |score|: layouts
    in Gephi take no negative weight, so the sign stands apart.
    """
    import networkx

    graph: Graph[str] = networkx.Graph()
    for actor in _actor_nodes(positions):
        graph.add_node("actor|" + actor["id"], **_attributes(actor))
    for pair in pairs(positions):
        sign = (pair.weight > 0) - (pair.weight < 0)
        edge = {
            "weight": abs(pair.weight),
            "score": pair.weight,
            "sign": sign,
            "relation": ("mixed", "agreement", "disagreement")[sign],
            "agree": pair.agree,
            "disagree": pair.disagree,
            "shared": pair.shared,
            "normalised": pair.normalised,
            "agree_on": ";".join(pair.agree_on),
            "disagree_on": ";".join(pair.disagree_on),
        }
        graph.add_edge("actor|" + pair.a, "actor|" + pair.b, **_attributes(edge))
    return graph


def _actor_nodes(positions: Sequence[Position]) -> list[dict[str, Any]]:
    nodes: dict[str, dict[str, Any]] = {}
    names = ActorNames()
    for position in positions:
        names.add(position.actor, position.actor_name)
        node = nodes.setdefault(
            position.actor,
            {
                "id": position.actor,
                "label": "",
                "kind": position.actor_type,
                "positions": 0,
                **dict.fromkeys(_STANCES, 0),
            },
        )
        node["positions"] += 1
        node[position.stance] += 1
    return [{**nodes[name], "label": names.of(name), "code": name} for name in sorted(nodes)]


def _attributes(values: dict[str, Any]) -> dict[str, Any]:
    """Values as GraphML holds them: no null, text without what XML cannot hold."""
    return {
        name: xml_text(value) if isinstance(value, str) else value
        for name, value in values.items()
        if value is not None and name != "id"
    }
