"""Runs with an engine that needs no model: records are the lines of the document."""

import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from ahcextract.errors import InputError
from ahcextract.running.documents import Document, find_documents
from ahcextract.running.events import Summary
from ahcextract.running.runner import Request, run
from ahcextract.running.work import Part, Settings


class Engine:
    """Each line of a document is an issue with one record; "bad" cannot be read, "stop" stops."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def __call__(self, documents: Sequence[Document], settings: Settings) -> Iterator[Part]:
        for document in documents:
            self.done.append(document.name)
            text = document.content().decode()
            if text == "bad":
                yield Part(document.index, error=f"{document.where}: is bad", last=True)
                continue
            yield Part(document.index, warnings=("odd",) if "odd" in text else (), text=text)
            for line in text.splitlines(keepends=True):
                if line == "stop":
                    raise KeyboardInterrupt
                yield Part(document.index, line.encode(), 1, 1, len(line.split()))
            yield Part(document.index, last=True)


class Told:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.total = 0

    def begin(self, documents: int) -> None:
        self.total = documents

    def warn(self, line: str) -> None:
        self.lines.append(f"warning: {line}")

    def fail(self, line: str) -> None:
        self.lines.append(f"error: {line}")

    def advance(self, document: Document, part: Part, reused: bool) -> None:
        pass


class Folder:
    """A folder of documents and its output."""

    def __init__(self, path: Path) -> None:
        self.path, self.output = path, path / "out.jsonl"
        self.told = Told()

    def write(self, **texts: str) -> None:
        for name, text in texts.items():
            (self.path / f"{name}.txt").write_text(text, "utf-8")

    def run(self, **options: object) -> tuple[list[str], Summary]:
        engine = Engine()
        documents = find_documents([str(self.path)])
        request = Request(documents, str(self.output), Settings(), **options)  # type: ignore[arg-type]
        summary = run(request, engine, self.told)
        return engine.done, summary


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    found = Folder(tmp_path)
    found.write(a="a1\na2\n", b="b1\n", c="c1\n")
    return found


def test_a_run(folder: Folder) -> None:
    done, summary = folder.run()
    assert done == ["a", "b", "c"]
    assert folder.output.read_bytes() == b"a1\na2\nb1\nc1\n"
    assert summary == Summary(documents=3, issues=4, positions=4, words=4)
    assert folder.told.total == 3


def test_only_what_changed_is_done_again(folder: Folder) -> None:
    folder.run()
    folder.write(b="b1 new\nb2\n")
    done, summary = folder.run()
    assert done == ["b"]
    assert folder.output.read_bytes() == b"a1\na2\nb1 new\nb2\nc1\n"
    assert summary == Summary(documents=3, reused=2, issues=5, positions=5, words=6)


def test_a_new_document_takes_its_place_in_the_order(folder: Folder) -> None:
    folder.run()
    folder.write(aa="aa1\n")
    (folder.path / "c.txt").unlink()
    assert folder.run()[0] == ["aa"]
    assert folder.output.read_bytes() == b"a1\na2\naa1\nb1\n"


def test_a_document_that_left_is_forgotten(folder: Folder) -> None:
    folder.run()
    (folder.path / "a.txt").unlink()
    folder.run()
    folder.write(a="a1\na2\n")
    assert folder.run()[0] == ["a"]


def test_force_does_everything_again(folder: Folder) -> None:
    folder.run()
    done, summary = folder.run(force=True)
    assert (done, summary.reused) == (["a", "b", "c"], 0)
    assert folder.output.read_bytes() == b"a1\na2\nb1\nc1\n"
    assert folder.run()[0] == []


def test_two_documents_of_one_content_under_two_names(folder: Folder) -> None:
    folder.write(b="a1\na2\n")
    assert folder.run()[0] == ["a", "b", "c"]
    assert folder.run()[0] == []
    assert folder.output.read_bytes() == b"a1\na2\na1\na2\nc1\n"


def test_warnings_come_again_with_unchanged_documents(folder: Folder) -> None:
    folder.write(b="odd\n")
    folder.run()
    folder.run()
    assert folder.told.lines == ["warning: b: odd", "warning: b: odd"]


def test_a_document_that_cannot_be_read_ends_the_run(folder: Folder) -> None:
    folder.output.write_text("old\n")
    folder.write(b="bad")
    with pytest.raises(InputError, match=r"b\.txt: is bad"):
        folder.run()
    assert folder.output.read_bytes() == b"old\n"
    folder.write(b="good\n")
    assert folder.run()[0] == ["b", "c"]
    assert folder.output.read_bytes() == b"a1\na2\ngood\nc1\n"


def test_keep_going(folder: Folder) -> None:
    folder.write(b="bad")
    done, summary = folder.run(keep_going=True)
    assert done == ["a", "b", "c"]
    assert summary == Summary(documents=2, failed=1, issues=3, positions=3, words=3)
    assert folder.told.lines == [f"error: {folder.path}/b.txt: is bad"]
    assert folder.output.read_bytes() == b"a1\na2\nc1\n"
    assert folder.run(keep_going=True)[0] == ["b"]


def test_where_nothing_can_be_read_the_old_output_stays(folder: Folder) -> None:
    folder.output.write_text("old\n")
    folder.write(a="bad", b="bad", c="bad")
    with pytest.raises(InputError, match="no document could be read"):
        folder.run(keep_going=True)
    assert folder.output.read_bytes() == b"old\n"


def test_an_interrupted_run_is_taken_up(folder: Folder) -> None:
    folder.output.write_text("old\n")
    folder.write(b="b1\nstop")
    with pytest.raises(KeyboardInterrupt):
        folder.run()
    assert folder.output.read_bytes() == b"old\n"
    assert sorted(p.name for p in folder.path.iterdir()) == [
        ".out.jsonl.state", "a.txt", "b.txt", "c.txt", "out.jsonl",
    ]  # fmt: skip
    folder.write(b="b1\n")
    assert folder.run()[0] == ["b", "c"]
    assert folder.output.read_bytes() == b"a1\na2\nb1\nc1\n"


KILLED = """
import os, signal, sys
from ahcextract.running import store
sys.path.insert(0, {tests!r})
from test_running import Engine, Folder
from pathlib import Path
import test_running
store._COMMIT = 0
class Killed(Engine):
    def __call__(self, documents, settings):
        for part in super().__call__(documents, settings):
            if documents[part.document].name == "b":
                os.kill(os.getpid(), signal.SIGKILL)
            yield part
test_running.Engine = Killed
Folder(Path({folder!r})).run()
"""


def test_a_killed_run_is_taken_up(folder: Folder) -> None:
    folder.output.write_text("old\n")
    code = KILLED.format(tests=str(Path(__file__).parent), folder=str(folder.path))
    killed = subprocess.run([sys.executable, "-c", code], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert folder.output.read_bytes() == b"old\n"
    assert folder.run()[0] == ["b", "c"]
    assert folder.output.read_bytes() == b"a1\na2\nb1\nc1\n"
    left = sorted(p.name for p in folder.path.iterdir())
    assert left == [".out.jsonl.state", "a.txt", "b.txt", "c.txt", "out.jsonl"]


def test_texts_are_saved_also_of_unchanged_documents(folder: Folder) -> None:
    folder.write(b="b1\r\n")
    folder.run()
    folder.run(texts=folder.path / "texts")
    saved = {p.name: p.read_bytes() for p in (folder.path / "texts").iterdir()}
    assert saved == {"a.txt": b"a1\na2\n", "b.txt": b"b1\r\n", "c.txt": b"c1\n"}


def test_a_state_that_cannot_be_used_is_told_and_done_without(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder.path / ".out.jsonl.state").mkdir()
    assert folder.run()[0] == ["a", "b", "c"]
    assert folder.output.read_bytes() == b"a1\na2\nb1\nc1\n"
    assert len(folder.told.lines) == 1
    assert "everything is done anew" in folder.told.lines[0]


def test_nothing_left_to_do_starts_no_engine(folder: Folder) -> None:
    folder.run()

    def none(documents: Sequence[Document], settings: Settings) -> Iterator[Part]:
        raise AssertionError("started")

    documents = find_documents([str(folder.path)])
    run(Request(documents, str(folder.output), Settings()), none, folder.told)
    assert folder.output.read_bytes() == b"a1\na2\nb1\nc1\n"
