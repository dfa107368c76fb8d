"""Reading records back, and what is said about files that are none."""

import io

import pytest

from ahcextract.errors import InputError
from ahcextract.records import read_positions
from export_records import RECORDS, jsonl


def test_reads_what_run_writes(tmp_path):
    path = tmp_path / "positions.jsonl"
    path.write_text(jsonl(RECORDS), encoding="utf-8", newline="\n")
    assert list(read_positions(path)) == list(RECORDS)


@pytest.mark.parametrize(
    "shape",
    [
        lambda text: text.rstrip("\n"),  # no newline at the end
        lambda text: "\ufeff" + text,  # byte-order mark
        lambda text: text.replace("\n", "\r\n"),  # saved on Windows
        lambda text: "\n  \n" + text.replace("\n", "\n\n"),  # blank lines
    ],
)
def test_forgives_what_editors_do(tmp_path, shape):
    path = tmp_path / "positions.jsonl"
    path.write_bytes(shape(jsonl(RECORDS)).encode())
    assert list(read_positions(path)) == list(RECORDS)


def test_line_separators_inside_a_string_are_text(tmp_path):
    record = RECORDS[0].model_copy(update={"point": "a\u2028b\u0085c"})
    path = tmp_path / "positions.jsonl"
    path.write_text(jsonl([record]), encoding="utf-8", newline="\n")
    assert list(read_positions(path)) == [record]


def test_reads_standard_input(monkeypatch):
    stdin = io.TextIOWrapper(io.BytesIO(jsonl(RECORDS[:2]).encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    assert list(read_positions("-")) == list(RECORDS[:2])


def test_is_a_stream(tmp_path):
    path = tmp_path / "positions.jsonl"
    path.write_text(jsonl(RECORDS[:1]) + "not JSON\n", encoding="utf-8")
    stream = read_positions(path)
    assert next(stream) == RECORDS[0]
    with pytest.raises(InputError):
        next(stream)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{", ":2: invalid JSON"),
        (b"[]", ":2: input should be an object"),
        (b"\xff{}", ":2: is not UTF-8"),
        (b'{"document": "a"}', 'field "id": field required; is this a gold file?'),
        (
            RECORDS[1].model_dump_json().replace('"support"', '"like"').encode(),
            ":2: field \"stance\": input should be 'support', 'oppose'",
        ),
        (
            RECORDS[1].model_dump_json().replace("{", '{"extra": 1, ', 1).encode(),
            'field "extra": extra inputs are not permitted',
        ),
        (RECORDS[0].model_dump_json().encode(), "stands already in line 1"),
    ],
)
def test_names_file_line_and_field(tmp_path, line, says):
    path = tmp_path / "positions.jsonl"
    path.write_bytes(jsonl(RECORDS[:1]).encode() + line + b"\n")
    with pytest.raises(InputError) as error:
        list(read_positions(path))
    assert says in str(error.value)
    assert str(error.value).startswith(f"{path}:2: ")
    assert "\n" not in str(error.value)


def test_says_what_to_do_about_a_missing_file_and_a_folder(tmp_path):
    with pytest.raises(InputError, match="no such file; `ahcextract run` writes one"):
        list(read_positions(tmp_path / "none.jsonl"))
    with pytest.raises(InputError, match="is a folder"):
        list(read_positions(tmp_path))
