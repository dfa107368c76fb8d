"""Networks: what Gephi and networkx find in them."""

from collections import Counter

import networkx
import pytest
from lxml import etree

from ahcextract.agreement import pairs
from ahcextract.errors import InputError
from ahcextract.export import export
from ahcextract.position import Position
from export_records import RECORDS, hostile

NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture
def read(tmp_path):
    def read_(records, **options):
        path = tmp_path / "network.graphml"
        assert export(records, "graphml", path, **options) == [path]
        return networkx.read_graphml(path)

    return read_


def test_two_modes_have_an_edge_a_record_with_all_its_fields(read):
    graph = read(RECORDS)
    assert graph.is_directed()
    assert sorted(graph.nodes) == [
        "actor|BRA",
        "actor|COLLECTIVE",
        "actor|IRN",
        "actor|KEN",
        "target|article:6.2",
        "target|topic:safeguards",
        "target|topic:title",
    ]
    assert graph.nodes["actor|IRN"] == {
        "label": "Iran",
        "code": "IRN",
        "mode": "actor",
        "kind": "state",
        "positions": 2,
        "support": 1,
        "oppose": 1,
        "propose": 0,
        "concern": 0,
        "neutral": 0,
    }
    assert graph.nodes["target|article:6.2"] == {
        "label": "Article 6.2",
        "code": "article:6.2",
        "mode": "target",
        "kind": "article",
        "parent": "article:6",
        "positions": 3,
    }
    edges = {key: data for *_, key, data in graph.edges(keys=True, data=True)}
    assert set(edges) == {record.id for record in RECORDS}
    for record in RECORDS:
        edge = edges[record.id]
        expected = {n: v for n, v in record.model_dump().items() if v is not None}
        expected["topics"] = ";".join(record.topics)
        expected["on"] = expected.pop("target")
        expected["edgeid"] = expected.pop("id")
        extra = {"sign", "weight", "edgelabel"}
        assert {n: v for n, v in edge.items() if n not in extra} == expected
    assert edges[RECORDS[0].id]["sign"] == -1.0
    assert edges[RECORDS[4].id]["weight"] == 0.5


def test_every_field_of_a_record_is_an_edge_attribute(tmp_path):
    full = RECORDS[0].model_dump() | {
        name: value
        for names, value in (
            (("context_start", "context_end", "count"), 1),
            (("point", "proposal_by", "spoken_by", "on_behalf_of"), "x"),
        )
        for name in names
    }
    path = tmp_path / "n.graphml"
    export([Position.model_validate(full)], "graphml", path)
    keys = etree.parse(str(path)).getroot().findall(f"{NAMESPACE}key")
    edge_keys = {key.get("attr.name") for key in keys if key.get("for") == "edge"}
    renamed = {"id": "edgeid", "target": "on"}
    expected = {renamed.get(name, name) for name in Position.model_fields}
    assert expected <= edge_keys


@pytest.mark.parametrize("mode", ["two-mode", "actors"])
def test_keys_are_unique_and_named_for_gephi(tmp_path, mode):
    path = tmp_path / "n.graphml"
    export(RECORDS, "graphml", path, mode=mode)
    keys = etree.parse(str(path)).getroot().findall(f"{NAMESPACE}key")
    counts = Counter(key.get("id") for key in keys)
    assert len(counts) > 10
    assert [name for name, count in counts.items() if count > 1] == []
    named = {(key.get("for"), key.get("id")) for key in keys}
    assert {("node", "label"), ("edge", "weight"), ("edge", "sign")} <= named
    # Gephi takes these two for yEd's labels.
    assert {"d3", "d7"} & set(counts) == set()


def test_actors_have_the_weights_of_the_agreement(read):
    extra = RECORDS[1].model_copy(update={"id": "f" * 16, "actor": "KEN", "issue": 2})
    records = [*RECORDS, extra]
    graph = read(records, mode="actors")
    assert not graph.is_directed()
    expected = {
        (f"actor|{p.a}", f"actor|{p.b}"): (p.agree, p.disagree, p.shared, p.weight)
        for p in pairs(records)
    }
    assert len(expected) == 3
    found = {
        tuple(sorted((a, b))): (d["agree"], d["disagree"], d["shared"], d["score"])
        for a, b, d in graph.edges(data=True)
    }
    assert found == expected
    between = graph.edges["actor|BRA", "actor|KEN"]
    assert (between["weight"], between["sign"], between["relation"]) == (1.0, 1, "agreement")
    assert between["agree_on"] == "article:6.2"
    assert [d["weight"] for *_, d in graph.edges(data=True) if d["weight"] < 0] == []


@pytest.mark.parametrize("mode", ["two-mode", "actors"])
def test_hostile_text_is_text(read, mode):
    graph = read(hostile(), mode=mode)
    assert graph.number_of_nodes() == (2 if mode == "two-mode" else 1)
    if mode == "two-mode":
        texts = [d["evidence"] for *_, d in graph.edges(data=True)]
        assert len(texts) == len(hostile())
        assert sum("<script>" in text for text in texts) == 1
        assert [text for text in texts if "\x0b" in text or "\x00" in text] == []


def test_an_unknown_mode_is_refused(tmp_path):
    with pytest.raises(InputError, match='--mode: no mode "x"; one of two-mode, actors'):
        export(RECORDS, "graphml", tmp_path / "n.graphml", mode="x")
