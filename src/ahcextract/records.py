"""Reading records back: a stream of `Position`s out of a JSON Lines file."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from pydantic import ValidationError

from ahcextract.errors import InputError
from ahcextract.position import Position

_BOM = b"\xef\xbb\xbf"


def read_positions(path: str | Path) -> Iterator[Position]:
    """Read records one by one; only ids are kept in memory.

    Blank lines, a byte-order mark and CRLF line ends are allowed, a last line without a
    newline too.

    Args:
        path: a JSON Lines file as `ahcextract run` writes it; `-` is standard input.

    Yields:
        One validated record a line, in the file's order.

    Raises:
        InputError: the file cannot be read, is not UTF-8, or a line is no record or has the
            `id` of an earlier one; the message names file and line.
    """
    name = "standard input" if str(path) == "-" else str(path)
    seen: dict[str, int] = {}
    with _opened(path) as lines:
        # Lines end at "\n" alone: other separators (U+2028, NEL) are text inside a string.
        for number, line in enumerate(lines, start=1):
            if number == 1:
                line = line.removeprefix(_BOM)
            if not line.strip():
                continue
            where = f"{name}:{number}"
            position = parse_position(line, where=where)
            first = seen.setdefault(position.id, number)
            if first != number:
                raise InputError(
                    f'id "{position.id}" stands already in line {first}',
                    where=where,
                    hint="each record may stand in a file once",
                )
            yield position


@contextlib.contextmanager
def _opened(path: str | Path) -> Iterator[IO[bytes]]:
    if str(path) == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(path).open("rb") as stream:
            yield stream
    except FileNotFoundError:
        raise InputError(
            "no such file", where=str(path), hint="`ahcextract run` writes one"
        ) from None
    except IsADirectoryError:
        raise InputError(
            "is a folder", where=str(path), hint="give the JSON Lines file in it"
        ) from None
    except PermissionError:
        raise InputError("may not be read by you", where=str(path)) from None


def parse_position(line: str | bytes, *, where: str) -> Position:
    """One line as a record.

    Args:
        line: the JSON text.
        where: file and line for the message ("positions.jsonl:3").

    Raises:
        InputError: it is no JSON, or no record; names the first field that is wrong.
    """
    if isinstance(line, bytes):
        try:
            line = line.decode("utf-8")
        except UnicodeDecodeError:
            raise InputError("is not UTF-8", where=where, hint="save the file as UTF-8") from None
    try:
        return Position.model_validate_json(line)
    except ValidationError as error:
        raise InputError(_first_fault(error), where=where, hint=_hint(error)) from None


def _first_fault(error: ValidationError) -> str:
    fault = error.errors(include_url=False)[0]
    message = fault["msg"][:1].lower() + fault["msg"][1:]
    if not fault["loc"]:
        return message
    field = ".".join(map(str, fault["loc"]))
    return f'field "{field}": {message}'


def _hint(error: ValidationError) -> str:
    missing = {fault["loc"][0] for fault in error.errors() if fault["type"] == "missing"}
    if {"id", "confidence"} <= missing:
        return "is this a gold file? Records as `ahcextract run` writes them are needed"
    return "`ahcextract schema` prints what a record looks like"
