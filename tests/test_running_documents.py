import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from ahcextract.errors import InputError
from ahcextract.reading import Source
from ahcextract.running.documents import Document, find_documents

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def memory() -> object:
    system = fsspec.filesystem("memory")
    system.store.clear()
    system.pseudo_dirs[:] = [""]
    system.pipe("/talks/day-1.md", b"---\ntitle: Talks\nprofile: unfccc\n---\nNorway agreed.\n")
    system.pipe("/talks/more/day-1.txt", b"Iran agreed.\n")
    system.pipe("/talks/README.md", b"about")
    system.pipe("/talks/picture.png", b"no")
    return system


def test_local_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Norway agreed.")
    path = str(tmp_path / "a.txt")
    documents = find_documents([path])
    assert documents == [Document(0, path, "a", 14)]
    assert documents[0].source() == Source("a", "Norway agreed.", path=Path(path))


def test_data_that_travels_reads_as_the_file_does(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Norwège agreed.".encode("cp1252"))
    document = find_documents([str(tmp_path)])[0]
    assert document.with_data().source() == document.source()
    assert document.with_data().source().warnings == (
        f"{tmp_path}/a.txt: not UTF-8, read as cp1252",
    )


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"Norway agreed.")))
    document = find_documents(["-"])[0]
    assert document == Document(0, "-", "stdin", 14, b"Norway agreed.")
    assert document.source() == Source("stdin", "Norway agreed.")


def test_urls_beside_local_files(memory: object, tmp_path: Path) -> None:
    (tmp_path / "day-2.txt").write_text("Norway agreed.")
    path = str(tmp_path / "day-2.txt")
    documents = find_documents(["memory://talks", path])
    assert documents == [
        Document(0, "memory:///talks/day-1.md", "talks/day-1", 52),
        Document(1, "memory:///talks/more/day-1.txt", "more/day-1", 13),
        Document(2, path, "day-2", 14),
    ]
    source = documents[0].source()
    assert (source.name, source.title, source.profile) == ("talks/day-1", "Talks", "unfccc")


def test_urls_with_a_pattern_or_of_one_file(memory: object) -> None:
    found = find_documents(["memory://talks/*.md", "memory://talks/more/day-1.txt"])
    assert [d.where for d in found] == ["memory:///talks/day-1.md", "memory://talks/more/day-1.txt"]


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("memory://nowhere/x.md", "memory://nowhere/x.md: no such file or folder; check the URL"),
        ("memory://talks/*.pdf", "memory://talks/*.pdf: folder without bulletins; readable"),
        ("nope://x.md", "nope://x.md: Protocol not known: nope; check the URL"),
    ],
)
def test_urls_that_are_nothing(memory: object, url: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        find_documents([url])
    assert str(caught.value).startswith(message)


def test_a_url_that_is_gone_when_it_is_read(memory: object) -> None:
    with pytest.raises(InputError, match=r"memory://talks/gone\.md: cannot be read"):
        Document(0, "memory://talks/gone.md", "gone").source()
