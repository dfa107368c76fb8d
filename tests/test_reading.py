"""Reading of plain text and Markdown, encodings, bad input, and which files are read."""

import io
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from ahcextract.errors import InputError
from ahcextract.reading import Source, find_inputs, from_text, read, read_bytes

ODD = "“Peru”\u00a0objected\u00ad.\r\n\r\nChile’s  delegate\ragreed.\u2028\n"


def test_text_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "day-1.txt"
    path.write_bytes(ODD.encode())
    assert read(path) == Source("day-1", ODD, path=path)
    assert read(str(path), name="sub/day-1").name == "sub/day-1"


def test_the_byte_order_mark_goes(tmp_path: Path) -> None:
    source = read_bytes(ODD.encode("utf-8-sig"), "x", ".txt")
    assert (source.text, source.warnings) == (ODD, ())


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("cp1252", "cp1252"), ("utf-16", "utf-16"), ("utf-16-be", "utf-16"), ("utf-32", "utf-32")],
)
def test_other_encodings_are_named_in_a_warning(encoding: str, named: str) -> None:
    text = "Côte d’Ivoire and Türkiye objected to the “flow” clause – again.\n" * 3
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    source = read_bytes(mark + text.encode(encoding), "x", ".txt")
    assert source.text == text
    assert source.warnings == (f"x.txt: not UTF-8, read as {source.warnings[0].split()[-1]}",)
    assert source.warnings[0].split()[-1].startswith(named)


def test_a_few_damaged_bytes_do_not_make_another_encoding() -> None:
    data = "Côte d’Ivoire, Türkiye – “flow” – é\n".encode() * 5 + b"\xff\n"
    source = read_bytes(data, "x", ".txt")
    assert source.text.count("Côte d’Ivoire") == 5
    assert source.warnings == ("x.txt: not UTF-8, read as utf-8 with some bytes damaged",)


def test_front_matter() -> None:
    text = '---\r\ntitle: "The  flow: day 1"\r\ndate: 2031-03-05\r\n---\r\nPeru objected.\r\n'
    source = read_bytes(text.encode(), "x", ".md")
    assert (source.text, source.title, source.date) == (text, "The flow: day 1", date(2031, 3, 5))
    assert text[source.body_start :].strip() == "Peru objected."


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2031-03-05", date(2031, 3, 5)),
        ("2031-03-05 10:00:00", date(2031, 3, 5)),
        ("5 March 2031", date(2031, 3, 5)),
        ("", None),
        ("soon", None),
    ],
)
def test_dates_of_front_matter(value: str, day: date | None) -> None:
    assert from_text(f"---\ndate: {value}\ntitle:\n---\nText.\n") == Source(
        "text", f"---\ndate: {value}\ntitle:\n---\nText.\n", None, day,
        body_start=len(f"---\ndate: {value}\ntitle:\n---"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["---\n\nPeru objected.\n\n---\n", "---\nPeru objected.\n", "----\na: b\n---\n", "a\n---\n"],
)
def test_a_rule_is_no_front_matter(text: str) -> None:
    assert from_text(text) == Source("text", text)


def test_broken_front_matter() -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(b"---\ntitle: a: b\n---\nText.\n", "x", ".md")
    assert str(caught.value).startswith(
        "x.md, line 2: front matter is no valid YAML (mapping values are not allowed "
    )


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))


@pytest.mark.parametrize(
    ("data", "suffix", "message"),
    [
        (b"", ".txt", "x.txt: is empty"),
        (b"", ".pdf", "x.pdf: is empty"),
        (b" \r\n\t\xc2\xa0", ".md", "x.md: holds only white space"),
        (b"\xef\xbb\xbf", ".txt", "x.txt: holds only white space"),
        (PNG, ".txt", "x.txt: is binary data, not text"),
        (bytes(range(256)) * 4, ".txt", "x.txt: is binary data, not text"),
        (b"%PDF-1.4 ...", "", "x: is binary data, not text"),
        (b"%PDF-1.4 nothing", ".pdf", "x.pdf: damaged PDF"),
        (b"no pdf", ".pdf", "x.pdf: damaged PDF"),
        (b"no zip", ".docx", "x.docx: no readable Word document"),
        (b"PK\x03\x04 no zip", ".docx", "x.docx: no readable Word document"),
        (b"<html><body></body></html>", ".html", "x.html: page without text"),
        (PNG, ".html", "x.html: is binary data"),
        (b"text", ".xls", "x.xls: unknown kind of file '.xls'"),
    ],
)
def test_bad_input_is_one_line(data: bytes, suffix: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "x", suffix)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
    assert "; " in str(caught.value)  # what to do about it
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("text", ["", " \n"])
def test_empty_strings(text: str) -> None:
    with pytest.raises(InputError, match="holds no text"):
        from_text(text)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.txt"
    path.write_text("Text.")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root reads everything

        def refuse(_: Path) -> bytes:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match=r"x\.txt: no permission to read it"):
        read(path)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ODD.encode()), newline=""))
    assert read("-") == Source("stdin", ODD)


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.\n")


def test_folders_are_expanded(tmp_path: Path) -> None:
    make(
        tmp_path, "b.md", "a.txt", "sub/c.HTML", "sub/a.txt", "README.md", "readme.txt",
        ".hidden.md", ".git/x.md", "notes.csv", "sub/deep/d.docx",
    )  # fmt: skip
    found = find_inputs([tmp_path])
    assert [(str(item.path.relative_to(tmp_path)), item.name) for item in found] == [
        ("a.txt", "a"),
        ("b.md", "b"),
        ("sub/a.txt", "sub/a"),
        ("sub/c.HTML", "c"),
        ("sub/deep/d.docx", "d"),
    ]


def test_the_same_name_in_two_folders(tmp_path: Path) -> None:
    make(tmp_path, "one/a.txt", "two/a.txt", "two/sub/a.txt", "two/b.txt")
    found = find_inputs([tmp_path / "one", tmp_path / "two"])
    assert [item.name for item in found] == ["one/a", "two/a", "b", "sub/a"]


def test_names_are_distinct(tmp_path: Path) -> None:
    make(tmp_path, "one/x/a.txt", "two/x/a.txt", "two/x/a.md", "b.txt")
    paths = [tmp_path / name for name in ("one/x/a.txt", "two/x/a.txt", "two/x/a.md", "b.txt")]
    found = find_inputs([*paths, paths[0], str(tmp_path / "one" / ".." / "b.txt"), "-"])
    assert [item.path for item in found] == [*paths, Path("-")]
    assert [item.name for item in found] == ["one/x/a", "a.txt", "a.md", "b", "stdin"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.txt", "no such file or folder"),
        ("table.csv", "unknown kind of file '.csv'"),
        ("plain", "file without an ending"),
        ("empty", "folder without bulletins"),
    ],
)
def test_inputs_that_cannot_be_used(tmp_path: Path, name: str, message: str) -> None:
    make(tmp_path, "table.csv", "plain", "empty/README.md")
    with pytest.raises(InputError) as caught:
        find_inputs([tmp_path / name])
    assert str(caught.value).startswith(f"{tmp_path / name}: {message}")
