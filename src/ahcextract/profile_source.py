"""A TOML file with the places of what stands in it, and the checks of its values' types."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ahcextract.errors import InputError


class Source:
    """A TOML file's tables, and the lines that things stand on."""

    def __init__(self, where: str, text: str) -> None:
        self.where = where
        self.lines = text.splitlines()
        try:
            self.tables: dict[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise InputError(f"not valid TOML: {error}", where=where) from None

    def at(self, line: int | None) -> str:
        """File and line, the line counted from 1."""
        return f"{self.where}:{line}" if line else self.where

    def table_line(self, table: str, index: int | None) -> int | None:
        """Line of the `index`-th `[[table]]`, or of `[table]`, or of `table =`."""
        head = re.compile(rf"\s*(\[\[?\s*{re.escape(table)}\s*\]\]?|{re.escape(table)}\s*=)")
        found = [n for n, line in enumerate(self.lines, 1) if head.match(line)]
        return found[min(index or 0, len(found) - 1)] if found else None

    def key_line(self, key: str, table: str | None = None, index: int | None = None) -> int | None:
        """Line of `key =`, in that table."""
        first = self.table_line(table, index) if table else 1
        for number in range(first or 1, len(self.lines) + 1):
            if re.match(
                rf"\s*(\"?{re.escape(key)}\"?\s*[=.]|\[+{re.escape(key)}\b)", self.lines[number - 1]
            ):
                return number
        return first if table else None

    def text_line(self, text: str, table: str, index: int | None, nth: int = 0) -> int | None:
        """Line of the `nth` quoted `text` from the start of that table."""
        first = self.table_line(table, index) or 1
        quoted = re.compile(rf"""(["']){re.escape(text)}\1""")
        for number in range(first, len(self.lines) + 1):
            found = len(quoted.findall(self.lines[number - 1]))
            if found > nth:
                return number
            nth -= found
        return first


class Taken:
    """Names with the place that each was first given at."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._places: dict[str, tuple[str, Callable[[], str]]] = {}

    def take(self, name: str, owner: str, place: Callable[[], str]) -> None:
        """Note a name, whose place is looked up only where there is a mistake.

        Raises:
            InputError: another owner has it.
        """
        first = self._places.setdefault(name.casefold(), (owner, place))
        if first[0] != owner:
            raise InputError(
                f"duplicate {self._what} '{name}' of '{owner}', "
                f"also of '{first[0]}' at {first[1]()}",
                where=place(),
                hint="keep it in one of them",
            )


def head(table: str) -> str:
    """The table's heading, as a profile's author writes it."""
    return "[own]" if table == "own" else f"[[{table}]]"


def entries(source: Source, table: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The tables of that name with their index."""
    value = source.tables.get(table, [])
    if table == "own" and isinstance(value, dict):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise InputError(
            f"'{table}' is no table",
            where=source.at(source.key_line(table)),
            hint=f"write {head(table)}",
        )
    yield from enumerate(value)


def string(
    source: Source, entry: Mapping[str, Any], key: str, table: str | None, index: int | None
) -> str | None:
    """The value of `key`, which must be a text; None where it is not there."""
    value = entry.get(key)
    if value is not None and (not isinstance(value, str) or not value.strip()):
        raise InputError(
            f"'{key}' is no text",
            where=source.at(source.key_line(key, table, index)),
            hint="put it in quotation marks",
        )
    return value


def strings(
    source: Source, entry: Mapping[str, Any], key: str, table: str | None, index: int | None
) -> tuple[str, ...]:
    """The value of `key`, which must be a list of texts; empty where it is not there."""
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise InputError(
            f"'{key}' is no list of texts",
            where=source.at(source.key_line(key, table, index)),
            hint=f'write {key} = ["…", "…"]',
        )
    return tuple(value)


def strings_of(source: Source, key: str) -> tuple[str, ...]:
    """A list of texts at the top of the file."""
    return strings(source, source.tables, key, None, None)


def both(common: Source, source: Source, key: str) -> tuple[str, ...]:
    """The shared list with the profile's additions, without repetitions."""
    return tuple(dict.fromkeys((*strings_of(common, key), *strings_of(source, key))))
