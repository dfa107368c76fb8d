import json
from pathlib import Path

import pytest

from ahcextract.errors import InputError
from ahcextract.position import Position
from ahcextract.writing import lines, save_text, whole_output

ONE = Position(
    id="0123456789abcdef",
    document="day-1",
    issue=1,
    actor="CIV",
    actor_type="state",
    actor_name="Côte d’Ivoire",
    stance="oppose",
    target="article:4",
    target_kind="article",
    topics=("title", "scope"),
    cue="opposed",
    predicate="opposed",
    evidence='Côte d’Ivoire opposed "article 4".',
    evidence_start=0,
    evidence_end=34,
    rule="verb",
    confidence=0.5,
)
LINE = (
    '{"id":"0123456789abcdef","document":"day-1","issue":1,"issue_title":null,"issue_date":null,'
    '"actor":"CIV","actor_type":"state","actor_name":"Côte d’Ivoire","stance":"oppose",'
    '"target":"article:4","target_kind":"article","topics":["title","scope"],"point":null,'
    '"cue":"opposed","predicate":"opposed","negated":false,"proposal_by":null,"spoken_by":null,'
    '"on_behalf_of":null,"count":null,"evidence":"Côte d’Ivoire opposed \\"article 4\\".",'
    '"evidence_start":0,"evidence_end":34,"actor_start":null,"actor_end":null,"cue_start":null,'
    '"cue_end":null,"target_start":null,"target_end":null,"context_start":null,'
    '"context_end":null,"rule":"verb","confidence":0.5}\n'
)


def test_lines_hold_every_field_in_order_compact_and_unescaped() -> None:
    assert lines([ONE, ONE]).decode() == LINE * 2
    assert list(json.loads(LINE)) == list(Position.model_fields)
    assert lines([]) == b""


def interrupted(target: str) -> None:
    with whole_output(target) as sink:
        sink.write(b"half")
        raise KeyboardInterrupt


def entries(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_output_takes_its_place_when_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old\n")
    path.chmod(0o640)
    with whole_output(str(path)) as sink:
        sink.write(b"new\n")
        assert path.read_bytes() == b"old\n"
    assert path.read_bytes() == b"new\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert entries(tmp_path) == ["out.jsonl"]


def test_old_output_stays_when_a_run_fails(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old\n")
    with pytest.raises(KeyboardInterrupt):
        interrupted(str(path))
    assert path.read_bytes() == b"old\n"
    assert entries(tmp_path) == ["out.jsonl"]


def test_what_a_killed_run_left_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / ".out.jsonl.part").write_bytes(b"left by a killed run, longer than the next")
    with whole_output(str(tmp_path / "out.jsonl")) as sink:
        sink.write(b"new\n")
    assert (tmp_path / "out.jsonl").read_bytes() == b"new\n"
    assert entries(tmp_path) == ["out.jsonl"]


def test_two_runs_do_not_write_one_output(tmp_path: Path) -> None:
    path = str(tmp_path / "out.jsonl")
    with whole_output(path) as sink:
        sink.write(b"first\n")
        with pytest.raises(InputError, match="another run is writing it"), whole_output(path):
            pass
    assert (tmp_path / "out.jsonl").read_bytes() == b"first\n"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real" / "out.jsonl")
    with whole_output(str(tmp_path / "link.jsonl")) as sink:
        sink.write(b"new\n")
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "real" / "out.jsonl").read_bytes() == b"new\n"


def test_folder_that_does_not_exist(tmp_path: Path) -> None:
    target = str(tmp_path / "no" / "out.jsonl")
    with pytest.raises(InputError) as caught, whole_output(target):
        pass
    assert str(caught.value) == (
        f"{target}: its folder does not exist; make the folder: mkdir -p {tmp_path}/no"
    )


def test_output_that_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder; give the name of a file"):
        whole_output(str(tmp_path)).__enter__()


def test_folder_that_is_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    target = str(tmp_path / "out.jsonl")
    with pytest.raises(InputError) as caught:
        whole_output(target).__enter__()
    assert str(caught.value) == (
        f"{target}: cannot be written (Permission denied); "
        "check the permissions of the folder, or give another one"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_full_disk() -> None:
    with (
        pytest.raises(InputError, match=r"cannot be written \(No space left on device\)"),
        whole_output("/dev/full") as sink,
    ):
        sink.write(b"x" * 100_000)


def test_url_is_written_when_whole() -> None:
    fsspec = pytest.importorskip("fsspec")
    system = fsspec.filesystem("memory")
    with whole_output("memory://out/a.jsonl") as sink:
        sink.write(b"new\n")
    with pytest.raises(KeyboardInterrupt):
        interrupted("memory://out/b.jsonl")
    assert system.cat_file("/out/a.jsonl") == b"new\n"
    assert not system.exists("/out/b.jsonl")


def test_url_of_no_protocol() -> None:
    pytest.importorskip("fsspec")
    with pytest.raises(InputError, match="Protocol not known: nope"):
        whole_output("nope://x").__enter__()


def test_text_is_saved_as_offsets_see_it(tmp_path: Path) -> None:
    text = "Norway\u00a0opposed it.\r\nIran\u2028agreed.\n\ufeff"
    save_text(tmp_path / "texts", "sub/day-1", text, "in/day-1.txt")
    assert (tmp_path / "texts" / "sub" / "day-1.txt").read_bytes() == text.encode()
    assert entries(tmp_path / "texts" / "sub") == ["day-1.txt"]


def test_text_never_overwrites_the_input(tmp_path: Path) -> None:
    source = tmp_path / "day-1.txt"
    source.write_bytes(b"\xef\xbb\xbfNorway opposed it.")
    with pytest.raises(InputError, match="would overwrite this input"):
        save_text(tmp_path, "day-1", "Norway opposed it.", str(source))
    with pytest.raises(InputError, match="leads out of the folder"):
        save_text(tmp_path, "../day-1", "Norway opposed it.", str(source))
    assert source.read_bytes() == b"\xef\xbb\xbfNorway opposed it."
