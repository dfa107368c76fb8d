import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ahcextract.errors import InputError
from ahcextract.running.documents import find_documents
from ahcextract.running.engines import local
from ahcextract.running.work import Part, Settings

pytest.importorskip("distributed")
pytestmark = pytest.mark.model

import dask  # noqa: E402
import dask.bag as db  # noqa: E402

from ahcextract.dask import documents, extract  # noqa: E402

STATES = ("Norway", "Iran", "Egypt", "Brazil", "Mali", "Japan")


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("talks")
    for number, state in enumerate(STATES):
        (folder / f"day-{number}.txt").write_text(f"{state} opposed article {number + 1}.\n")
    (folder / "day-6.md").write_text("---\nprofile: unfccc\n---\nThe EU welcomed the CDM.\n")
    return folder


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    from distributed import Client, LocalCluster

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as found,
    ):
        yield found


def lines(parts: Iterator[Part]) -> bytes:
    return b"".join(part.lines for part in parts)


FACTS = [
    ("day-0", "NOR", "article:1"),
    ("day-1", "IRN", "article:2"),
    ("day-2", "EGY", "article:3"),
    ("day-3", "BRA", "article:4"),
    ("day-4", "MLI", "article:5"),
    ("day-5", "JPN", "article:6"),
    ("day-6", "EU", "topic:cdm"),
]


def facts(records: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(r["document"], r["actor"], r["target"]) for r in records]


def test_a_cluster_gives_the_same_bytes(client: Any, talks: Path) -> None:
    from ahcextract.running.cluster import on_client

    found = find_documents([str(talks)])
    assert lines(on_client(client, found, Settings())) == lines(local(found, Settings()))


def test_a_worker_that_dies_loses_and_doubles_nothing(client: Any, talks: Path) -> None:
    from ahcextract.running.cluster import on_client

    found = find_documents([str(talks)]) * 3
    expected = lines(local(found, Settings()))
    parts = on_client(client, found, Settings())
    first = next(parts)
    worker = next(iter(client.scheduler_info(n_workers=-1)["workers"]))
    client.run(os._exit, 9, workers=[worker], on_error="ignore", wait=False)
    assert first.lines + lines(parts) == expected


def test_documents_that_cannot_be_read_are_told(client: Any, tmp_path: Path) -> None:
    from ahcextract.running.cluster import on_client

    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "gone.txt").write_bytes(b"Norway agreed.")
    found = find_documents([str(tmp_path)])
    (tmp_path / "gone.txt").unlink()
    errors = [p.error for p in on_client(client, found, Settings()) if p.error]
    assert errors == [
        f"{tmp_path}/empty.txt: is empty; give a file with text",
        f"{tmp_path}/gone.txt: no such file; check the path",
    ]


def test_command_with_a_scheduler(
    client: Any, talks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ahcextract import cli

    out = tmp_path / "out.jsonl"
    address = client.scheduler.address
    command = ["ahcextract", "run", talks.as_uri(), "-o", out.as_uri(), "--engine", "dask"]
    monkeypatch.setattr("sys.argv", [*command, "--scheduler", address])
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert not end.value.code
    assert facts([json.loads(line) for line in out.read_bytes().splitlines()]) == FACTS


def test_no_scheduler_there() -> None:
    from ahcextract.running.cluster import cluster

    with pytest.raises(InputError, match="nope://x: no dask scheduler there"):
        list(cluster("nope://x", None)([], Settings()))


def test_a_bag_of_files(client: Any, talks: Path) -> None:
    bag = extract(documents(talks, partition_size=3))
    assert bag.npartitions == 3
    assert facts(bag.compute(scheduler=client)) == FACTS


def test_a_bag_of_texts_with_a_profile() -> None:
    bag = db.from_sequence(
        [("one", "Norway opposed article 4."), "The EU welcomed the CDM."], npartitions=2
    )
    with dask.config.set(scheduler="sync"):
        found = extract(bag, "unfccc").compute()
        assert facts(found) == [("one", "NOR", "article:4"), ("text", "EU", "topic:cdm")]
        assert extract(bag, "unfccc", min_confidence=1).compute() == []


def test_threads_share_one_model(talks: Path) -> None:
    assert facts(extract(documents(talks, partition_size=1)).compute(scheduler="threads")) == FACTS


def test_urls_in_and_out() -> None:
    system = pytest.importorskip("fsspec").filesystem("memory")
    system.pipe("/bag/in/day-1.txt", b"Norway opposed article 4.")
    with dask.config.set(scheduler="sync"):
        records = extract(documents("memory://bag/in/*.txt"))
        records.map(json.dumps).to_textfiles("memory://bag/out/*.jsonl")
    record = json.loads(system.cat_file("/bag/out/0.jsonl"))
    assert facts([record]) == [("day-1", "NOR", "article:4")]


def test_a_mistake_in_the_profile_is_told_at_once() -> None:
    with pytest.raises(InputError, match="no profile 'nope'"):
        extract(db.from_sequence(["x"]), "nope")
