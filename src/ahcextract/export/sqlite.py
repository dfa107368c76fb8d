"""A SQLite database: positions, actors, provisions, issues, sentences, with full-text search."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ahcextract.export.datapackage import resource, write_datapackage
from ahcextract.export.extras import missing
from ahcextract.export.fields import ENUMS
from ahcextract.export.tables import ABOUT, COLUMNS, FOREIGN_KEYS, MEANINGS, Gathered, Row
from ahcextract.position import Position
from ahcextract.whole import whole_file

if TYPE_CHECKING:
    from sqlite_utils import Database

_BATCH = 1000
_INDEXES = (
    ["actor", "target", "issue"],
    ["target"],
    ["stance"],
    ["issue"],
    ["sentence"],
    ["actor_type"],
    ["target_kind"],
    ["issue_date"],
)
_FULL_TEXT = {"sentences": ["text"], "positions": ["evidence", "point", "actor_name"]}
_FRICTIONLESS = {str: "string", int: "integer", float: "number"}


def write(positions: Iterable[Position], path: Path) -> list[Path]:
    """The database, and `datapackage.json` beside it; see `registry.export`."""
    with whole_file(path) as temporary:
        write_database(positions, temporary)
    return [path, write_datapackage(path, _described(path))]


def write_database(positions: Iterable[Position], path: Path) -> None:
    """The database alone, at a path where no file is yet.

    Args:
        positions: read once, as a stream.
        path: the new file.

    Raises:
        AhcError: sqlite-utils is not installed.
    """
    try:
        from sqlite_utils import Database
    except ImportError:
        raise missing("sqlite-utils", "export") from None
    database = Database(str(path))
    try:
        for name, columns in COLUMNS.items():
            database.create_table(
                name, dict(columns), pk="id", foreign_keys=FOREIGN_KEYS.get(name, ())
            )
        _fill(database, positions)
        for index in _INDEXES:
            database.table("positions").create_index(index)
        for name, texts in _FULL_TEXT.items():
            database.table(name).enable_fts(texts, tokenize="porter unicode61")
        database.analyze()
        database.vacuum()
    finally:
        database.close()


def _fill(database: "Database", positions: Iterable[Position]) -> None:
    gathered = Gathered()
    waiting: dict[str, list[Row]] = {"positions": [], "sentences": []}
    for row, sentence in gathered.rows(positions):
        waiting["positions"].append(row)
        if sentence is not None:
            waiting["sentences"].append(sentence)
        if len(waiting["positions"]) >= _BATCH:
            _insert(database, waiting)
    waiting["actors"] = gathered.actors()
    waiting["issues"] = list(gathered.issues.values())
    waiting["provisions"] = gathered.provisions()
    _insert(database, waiting)


def _insert(database: "Database", waiting: dict[str, list[Row]]) -> None:
    for name, rows in waiting.items():
        if rows:
            database.table(name).insert_all(rows, batch_size=_BATCH)
            rows.clear()


def _described(path: Path) -> list[dict[str, Any]]:
    described = []
    for name, columns in COLUMNS.items():
        fields = []
        for column, kind in columns.items():
            field: dict[str, Any] = {
                "name": column,
                "type": _FRICTIONLESS[kind],
                "description": MEANINGS[name][column],
            }
            if name == "positions" and column in ENUMS:
                field["constraints"] = {"enum": list(ENUMS[column])}
            fields.append(field)
        keys = [
            {"fields": [column], "reference": {"resource": f"{other}-sqlite", "fields": [key]}}
            for column, other, key in FOREIGN_KEYS.get(name, ())
        ]
        schema = {"fields": fields, "primaryKey": ["id"], "foreignKeys": keys}
        table = resource(
            path, name, "sqlite", schema, ABOUT[name], dialect={"sql": {"table": name}}
        )
        # As the Frictionless tools address a table of a database; relative to the folder.
        described.append(
            table | {"path": f"sqlite:///{path.name}", "scheme": "sqlite", "format": "sql"}
        )
    return described
