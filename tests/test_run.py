import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import pytest

from ahcextract import cli
from ahcextract.position import Position

pytestmark = pytest.mark.model

DAY_1 = "Norway opposed article 4.\r\nIran supported article 5.\r\n"
DAY_2 = "---\nprofile: unfccc\n---\n\nThe EU welcomed the CDM.\n"


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    folder = tmp_path / "talks"
    folder.mkdir()
    (folder / "day-1.txt").write_bytes(DAY_1.encode())
    (folder / "day-2.md").write_text(DAY_2)
    return folder


class Outcome(SimpleNamespace):
    code: int
    out: str
    err: str

    @property
    def facts(self) -> list[tuple[str, str, str, str]]:
        return facts(self.out)


def facts(text: str) -> list[tuple[str, str, str, str]]:
    records = [json.loads(line) for line in text.splitlines()]
    return [(r["document"], r["actor"], r["stance"], r["target"]) for r in records]


ALL = [
    ("day-1", "NOR", "oppose", "article:4"),
    ("day-1", "IRN", "support", "article:5"),
    ("day-2", "EU", "support", "topic:cdm"),
]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    def run(*arguments: object, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr("sys.argv", ["ahcextract", "run", *map(str, arguments)])
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(stdin)))
        code = 0
        try:
            cli.main()
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capfd.readouterr()
        return Outcome(code=code, out=out, err=err)

    return run


def test_records_on_standard_output_and_the_rest_on_standard_error(run, talks: Path) -> None:  # type: ignore[no-untyped-def]
    done = run(talks)
    assert (done.code, done.facts) == (0, ALL)
    assert len(done.err.splitlines()) == 1
    assert done.err.startswith("2 issues in 2 documents: 3 positions (")
    assert sorted(p.name for p in talks.iterdir()) == ["day-1.txt", "day-2.md"]


def test_every_record_validates(run, talks: Path) -> None:  # type: ignore[no-untyped-def]
    records = [json.loads(line) for line in run(talks).out.splitlines()]
    schema = Position.model_json_schema()
    for record in records:
        jsonschema.validate(record, schema)
    assert [list(record) for record in records] == [list(Position.model_fields)] * 3


def test_file_is_the_same_bytes_however_it_is_made(run, talks: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    out = tmp_path / "out.jsonl"
    assert run(talks, "-o", out).out == ""
    first = out.read_bytes()
    again = run(talks, "-o", out)
    assert out.read_bytes() == first
    assert "; 2 unchanged; " in again.err
    forced = run(talks, "-o", out, "--force", "--jobs", "2")
    assert out.read_bytes() == first
    assert "unchanged" not in forced.err
    assert run(talks).out.encode() == first


def test_profile_asked_for_wins_over_front_matter(run, talks: Path) -> None:  # type: ignore[no-untyped-def]
    found = run(talks / "day-2.md", "--profile", "ahc").facts
    assert [fact[:3] for fact in found] == [("day-2", "EU", "support")]
    assert found[0][3] != "topic:cdm"


def test_saved_text_is_what_offsets_point_into(run, talks: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    done = run(talks, "--save-text", tmp_path / "texts")
    records = [json.loads(line) for line in done.out.splitlines()]
    texts = {
        path.stem: path.read_bytes().decode() for path in sorted((tmp_path / "texts").iterdir())
    }
    assert texts == {"day-1": DAY_1, "day-2": DAY_2}
    assert [texts[r["document"]][r["evidence_start"] : r["evidence_end"]] for r in records] == [
        "Norway opposed article 4.",
        "Iran supported article 5.",
        "The EU welcomed the CDM.",
    ]
    assert [r["evidence"] for r in records] == [
        "Norway opposed article 4.",
        "Iran supported article 5.",
        "The EU welcomed the CDM.",
    ]


def test_standard_input(run) -> None:  # type: ignore[no-untyped-def]
    assert run("-", stdin=DAY_1.encode()).facts == [("stdin", *fact[1:]) for fact in ALL[:2]]


def test_least_confidence(run, talks: Path) -> None:  # type: ignore[no-untyped-def]
    done = run(talks, "--min-confidence", "1")
    assert (done.code, done.out) == (0, "")


def test_warnings_are_one_line_each(run, talks: Path) -> None:  # type: ignore[no-untyped-def]
    (talks / "day-1.txt").write_bytes("Norwège; Norway opposed article 4.".encode("cp1252"))
    done = run(talks / "day-1.txt")
    assert done.code == 0
    assert done.err.splitlines()[0] == (f"warning: {talks}/day-1.txt: not UTF-8, read as cp1252")


def test_keep_going_past_everything_that_cannot_be_read(run, talks: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (talks / "empty.txt").write_bytes(b"")
    (talks / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    (talks / "binary.txt").write_bytes(bytes(range(256)) * 9)
    (talks / "other.md").write_text("---\nprofile: other\n---\nNorway agreed.\n")
    (tmp_path / "hollow").mkdir()
    inputs = [talks, tmp_path / "hollow", tmp_path / "no.txt"]
    done = run(*inputs, "--keep-going", "-o", tmp_path / "out.jsonl")
    assert done.code == 2
    assert facts((tmp_path / "out.jsonl").read_text("utf-8")) == ALL
    errors = [line.split(";")[0] for line in done.err.splitlines()[:-1]]
    assert errors == [
        f"error: {tmp_path}/hollow: folder without bulletins",
        f"error: {tmp_path}/no.txt: no such file or folder",
        f"error: {talks}/binary.txt: is binary data, not text",
        errors[3],
        f"error: {talks}/empty.txt: is empty",
        f"error: {talks}/other.md: its front matter asks for the profile 'other', "
        "which does not exist",
    ]
    assert errors[3].startswith(f"error: {talks}/broken.pdf: ")
    assert done.err.splitlines()[-1].startswith("2 issues in 2 documents: 3 positions (")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("{talks}/no.txt",), "error: {talks}/no.txt: no such file or folder; check the path"),
        (
            ("{talks}", "--profile", "nope"),
            "error: no profile 'nope'; known profiles: ahc, unfccc; "
            "or give the path of a .toml file",
        ),
        (
            ("{talks}", "-o", "{talks}/no/out.jsonl"),
            "error: {talks}/no/out.jsonl: its folder does not exist; "
            "make the folder: mkdir -p {talks}/no",
        ),
        (("{talks}", "-o", "{talks}"), "error: {talks}: is a folder; give the name of a file"),
        (("{talks}", "--engine", "nope"), 'error: --engine: no engine "nope"; local or dask'),
        (
            ("{talks}", "--scheduler", "tcp://x"),
            "error: --scheduler: needs --engine dask; add it",
        ),
        (
            ("{talks}/no.txt", "{talks}/none.txt", "--keep-going"),
            "error: {talks}/no.txt: no such file or folder; check the path\n"
            "error: {talks}/none.txt: no such file or folder; check the path\n"
            "error: none of the inputs can be read",
        ),
    ],
)
def test_mistakes_are_one_line(run, talks: Path, arguments: tuple[str, ...], message: str) -> None:  # type: ignore[no-untyped-def]
    done = run(*(a.format(talks=talks) for a in arguments))
    assert (done.code, done.out) == (2, "")
    assert done.err == message.format(talks=talks) + "\n"
    assert sorted(p.name for p in talks.iterdir()) == ["day-1.txt", "day-2.md"]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_signals_end_a_run_in_order(talks: Path, tmp_path: Path, number: int, code: int) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old\n")
    # A pipe as input: the run has begun once it is opened, and waits for what never comes.
    fifo = tmp_path / "wait.txt"
    os.mkfifo(fifo)
    script = "from ahcextract.cli import main; main()"
    command = [sys.executable, "-c", script, "run", str(talks), str(fifo), "-o", str(out)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    with fifo.open("wb"):
        process.send_signal(number)
        _, err = process.communicate(timeout=120)
    assert (process.returncode, out.read_text()) == (code, "old\n")
    assert (
        err == "interrupted; the old output is kept, the next run goes on with what is not done\n"
    )
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl", "talks", "wait.txt"]
