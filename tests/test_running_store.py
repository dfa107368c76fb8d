import dataclasses
import sqlite3
from pathlib import Path

import pytest

from ahcextract.running import store as module
from ahcextract.running.documents import Document
from ahcextract.running.store import Store, key_of, state_path
from ahcextract.running.work import Part, Settings

DAY = Document(0, "-", "day-1", 3, b"abc")


def test_key_depends_on_whatever_the_records_do(monkeypatch: pytest.MonkeyPatch) -> None:
    from ahcextract.profile import load_profile

    settings = Settings()
    keys = [
        key_of(DAY, settings),
        key_of(dataclasses.replace(DAY, data=b"abd"), settings),
        key_of(dataclasses.replace(DAY, name="day-2"), settings),
        key_of(dataclasses.replace(DAY, where="x.pdf"), settings),
        key_of(DAY, Settings(load_profile("ahc"))),
        key_of(DAY, Settings(load_profile("unfccc"))),
        key_of(DAY, Settings(min_confidence=0.5)),
    ]
    monkeypatch.setattr(module, "fingerprint", lambda: "another program")
    keys.append(key_of(DAY, settings))
    assert len(set(keys)) == 8
    assert None not in keys


def test_key_does_not_depend_on_where_the_document_stands() -> None:
    moved = dataclasses.replace(DAY, index=5, size=0)
    assert key_of(moved, Settings()) == key_of(DAY, Settings())


def test_no_key_for_what_cannot_be_read(tmp_path: Path) -> None:
    assert key_of(Document(0, str(tmp_path / "no.txt"), "no"), Settings()) is None


def test_where_the_state_lies(tmp_path: Path) -> None:
    assert state_path(str(tmp_path / "out.jsonl")) == tmp_path / ".out.jsonl.state"
    assert [state_path(output) for output in ("-", "s3://a/b.jsonl", "/dev/null")] == [None] * 3


def test_finished_documents_come_back(tmp_path: Path) -> None:
    path = tmp_path / ".state"
    store = Store(path)
    store.add("k", 0, Part(0, warnings=("odd",)))
    store.add("k", 1, Part(0, b"one\ntwo\n", 2, 1, 40))
    store.finish("k")
    store.add("half", 0, Part(1, b"three\n", 1))
    store.close()
    again = Store(path)
    assert ("k" in again, "half" in again) == (True, False)
    assert list(again.parts("k", 7)) == [
        Part(7, warnings=("odd",)),
        Part(7, b"one\ntwo\n", 2, 1, 40),
    ]
    assert list(again.parts("half", 1)) == []
    again.close()


def test_what_is_no_longer_wanted_goes(tmp_path: Path) -> None:
    store = Store(tmp_path / ".state")
    for key in "abc":
        store.add(key, 0, Part(0, b"x\n", 1))
        store.finish(key)
    store.keep_only(["b"])
    assert [key in store for key in "abc"] == [False, True, False]
    assert list(store.parts("a", 0)) == []
    store.close()


def test_an_empty_state_leaves_no_file(tmp_path: Path) -> None:
    Store(tmp_path / ".state").close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"no database at all" * 99, b""])
def test_damaged_state_is_made_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / ".state"
    path.write_bytes(content)
    store = Store(path)
    assert "k" not in store
    store.finish("k")
    assert "k" in store
    store.close()


def test_state_of_another_format_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / ".state"
    with sqlite3.connect(path) as database:
        database.executescript("CREATE TABLE done (old TEXT); PRAGMA user_version = 99;")
    database.close()
    store = Store(path)
    store.finish("k")
    assert "k" in store
    store.close()
