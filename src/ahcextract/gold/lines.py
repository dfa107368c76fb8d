"""JSON Lines of one pydantic model, with errors that name file, line and field."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from ahcextract.errors import InputError

Model = TypeVar("Model", bound=BaseModel)


def _text(path: Path) -> str:
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"byte {error.start} is not UTF-8", where=str(path), hint="JSON Lines are UTF-8"
        ) from None
    except OSError as error:
        raise InputError(
            error.strerror or "cannot be read", where=str(path), hint="give a JSON Lines file"
        ) from None


def _told(error: ValidationError) -> str:
    """The first complaint of pydantic, with its field, in one line."""
    first = error.errors(include_url=False)[0]
    field = ".".join(str(part) for part in first["loc"])
    message = first["msg"].removeprefix("Value error, ")
    if first["type"] == "missing":
        message = "is missing"
    elif first["type"] == "extra_forbidden":
        message = "is not a field"
    elif first["type"] == "string_pattern_mismatch":
        message = f"{first['input']!r} is not well formed"
    elif first["type"] != "json_invalid" and field:
        message += f", not {first['input']!r}"
    return f"{field}: {message}" if field else message


def iter_lines(path: Path, model: type[Model]) -> Iterator[tuple[int, Model | InputError]]:
    """Each line's number, from 1, and its record or what is wrong with it; blank lines are skipped.

    Args:
        path: a UTF-8 file, its last newline optional; `-` is standard input.
        model: what a line must be.

    Raises:
        InputError: the file cannot be read.
    """
    # Not splitlines(): a record may hold U+2028, which JSON need not escape.
    for number, line in enumerate(_text(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield number, model.model_validate_json(line)
        except ValidationError as error:
            yield number, InputError(_told(error), where=f"{path}:{number}")


def read_lines(path: Path, model: type[Model]) -> list[Model]:
    """All records of a file in its order.

    Raises:
        InputError: the file cannot be read, or a line is not a `model`; names the first such line.
    """
    records: list[Model] = []
    for _, record in iter_lines(path, model):
        if isinstance(record, InputError):
            raise record
        records.append(record)
    return records
