from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from ahcextract.extractor import Extractor
from ahcextract.profile import Profile
from ahcextract.running import engines
from ahcextract.running.documents import Document, find_documents
from ahcextract.running.engines import local, processes, sheaves, tasks
from ahcextract.running.parallel import parallel
from ahcextract.running.work import Desk, Part, Settings, Task

TALKS = """#1: Opening [5 August 2024]

Norway opposed article 4. Iran supported it.

#2: Second day [6 August 2024]

Brazil proposed deleting article 5.

#3: Third day [7 August 2024]

The EU supported article 6, and Egypt opposed it.

#4: Last day [8 August 2024]

Mali welcomed article 7.
"""


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    folder = tmp_path_factory.mktemp("talks")
    (folder / "a.txt").write_text(TALKS)
    (folder / "b.txt").write_text("")
    (folder / "c.md").write_text("---\nprofile: unfccc\n---\nNorway opposed the CDM.\n")
    (folder / "d.md").write_text("---\nprofile: nope\n---\nNorway opposed it.\n")
    return find_documents([str(folder)])


def sized(*sizes: int, where: str = "x.txt") -> list[Document]:
    return [Document(index, where, str(index), size) for index, size in enumerate(sizes)]


def test_small_inputs_get_one_process() -> None:
    assert processes(sized(400_000), 8) == 1
    assert processes(sized(*[4_000] * 100), 8) == 1
    assert processes([], 8) == 1


def test_large_inputs_get_as_many_processes_as_they_keep_busy() -> None:
    assert processes(sized(*[40_000] * 100), 8) == 8
    assert processes(sized(*[40_000] * 100), 2) == 2
    assert processes(sized(*[40_000] * 20), 8) == 3
    assert processes(sized(10_000_000), 4) == 4


def test_a_large_document_is_shared_if_its_size_tells_how_much_text_it_holds() -> None:
    plain, scanned = sized(500_000), sized(500_000, where="x.pdf")
    assert list(tasks(plain)) == [Task(plain[0], 0, 3), Task(plain[0], 1, 3), Task(plain[0], 2, 3)]
    assert list(tasks(scanned)) == [Task(scanned[0], 0, 1)]
    assert processes(scanned, 4) == 1


def test_small_documents_go_in_sheaves_of_which_every_process_gets_several() -> None:
    many = sized(*[40_000] * 100)
    found = list(sheaves(many, 2))
    assert [task.document for sheaf in found for task in sheaf] == many
    assert {len(sheaf) for sheaf in found} == {3, 1}
    assert len(list(sheaves(many[:12], 2))) == 12
    assert [len(sheaf) for sheaf in sheaves(sized(10, 500_000, 10), 2)] == [1, 1, 1, 1, 1]


def written(parts: Iterator[Part] | Sequence[Part]) -> list[tuple[int, bytes, str | None]]:
    """For each document its lines and its first error."""
    found: dict[int, tuple[bytes, str | None]] = {}
    for part in parts:
        lines, error = found.get(part.document, (b"", None))
        found[part.document] = (lines + part.lines, error or part.error)
    return [(index, *rest) for index, rest in found.items()]


@pytest.mark.model
def test_documents_in_order_each_with_its_profile_or_error(talks: list[Document]) -> None:
    parts = list(local(talks, Settings()))
    assert [part.document for part in parts if part.last] == [0, 1, 2, 3]
    assert sum(part.issues for part in parts) == 5
    found = written(parts)
    assert [(index, lines.count(b"\n"), error) for index, lines, error in found] == [
        (0, 6, None),
        (1, 0, f"{talks[1].where}: is empty; give a file with text"),
        (2, 1, None),
        (
            3,
            0,
            f"{talks[3].where}: its front matter asks for the profile 'nope', which does not "
            "exist; known profiles: ahc, unfccc; or choose with --profile",
        ),
    ]
    assert b'"target":"topic:cdm"' in found[2][1]


@pytest.mark.model
def test_a_document_that_cannot_be_read_leaves_its_neighbours_alone(talks: list[Document]) -> None:
    good, empty, other, wrong = (Task(document) for document in talks)
    alone = {task.document.index: written(Desk(Settings()).do([task])) for task in (good, other)}
    found = list(Desk(Settings()).do([empty, wrong, good, wrong, empty, other]))
    assert [part.document for part in found if part.last] == [1, 3, 0, 3, 1, 2]
    assert [part.document for part in found if part.error] == [1, 3, 3, 1]
    assert [one for one in written(found) if one[1]] == alone[0] + alone[2]


@pytest.mark.model
@pytest.mark.parametrize("shares", [2, 3, 9])
def test_shares_make_up_the_document(talks: list[Document], shares: int) -> None:
    whole = [part.lines for part in Desk(Settings()).do([Task(talks[0])])]
    desk = Desk(Settings())
    parts = [p for share in range(shares) for p in desk.do([Task(talks[0], share, shares)])]
    assert b"".join(part.lines for part in parts) == b"".join(whole)
    assert [part.last for part in parts] == [False] * (len(parts) - 1) + [True]
    assert sum(part.issues for part in parts) == 4


@pytest.mark.model
def test_records_of_a_long_issue_come_in_parts(
    talks: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ahcextract.running.work._PART", 1)
    parts = [p for p in Desk(Settings()).do([Task(talks[0])]) if p.positions]
    assert [(p.positions, p.issues) for p in parts] == [
        (1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 1),
    ]  # fmt: skip


@pytest.mark.model
def test_several_processes_give_the_same(
    talks: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "_WORTH", 1)
    monkeypatch.setattr(engines, "_SHARE", 120)
    assert processes(talks, 2) == 2
    settings = Settings(texts=True)
    several, one = list(parallel(2)(talks, settings)), list(local(talks, settings))
    assert written(several) == written(one)
    assert [p.text for p in several if p.text] == [p.text for p in one if p.text]


@pytest.mark.model
def test_the_model_is_renewed_once_in_a_long_while(
    talks: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []

    class Counting(Extractor):
        def __init__(self, profile: Profile) -> None:
            loaded.append(profile.name)
            super().__init__(profile)

    expected = written(local([talks[0], talks[2]] * 2, Settings()))
    monkeypatch.setattr("ahcextract.running.work.Extractor", Counting)
    monkeypatch.setattr("ahcextract.running.work._RENEW", 2 * talks[0].size)
    assert written(local([talks[0], talks[2]] * 2, Settings())) == expected
    assert loaded == ["ahc", "unfccc", "ahc", "unfccc"]


@pytest.mark.model
def test_least_confidence(talks: list[Document]) -> None:
    assert written(local(talks[:1], Settings(min_confidence=1.0))) == [(0, b"", None)]


def test_urls_need_no_size(tmp_path: Path) -> None:
    assert processes([Document(0, "s3://a/b.txt", "b")], 4) == 1
