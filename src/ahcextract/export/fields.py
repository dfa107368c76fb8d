"""What each field of a record means, and its type in each table format."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from ahcextract.position import ActorType, Position, Stance, TargetKind

DESCRIPTIONS: Mapping[str, str] = {
    name: field.description or "" for name, field in Position.model_fields.items()
}
"""What each field means, one sentence a field: what `Position` says of it."""

FIELDS: tuple[str, ...] = tuple(Position.model_fields)
"""Names of the fields in the record's order."""

ENUMS: Mapping[str, tuple[str, ...]] = {
    "actor_type": get_args(ActorType),
    "stance": get_args(Stance),
    "target_kind": get_args(TargetKind),
}


@dataclass(frozen=True, slots=True)
class _Types:
    frictionless: str
    duckdb: str
    sqlite: type


_TEXT = _Types("string", "VARCHAR", str)
_INTEGER = _Types("integer", "INTEGER", int)
_TYPES: Mapping[str, _Types] = {
    "issue": _INTEGER,
    "count": _INTEGER,
    "issue_date": _Types("date", "DATE", str),
    "topics": _Types("string", "VARCHAR[]", str),
    "negated": _Types("boolean", "BOOLEAN", int),
    "confidence": _Types("number", "DOUBLE", float),
    **{name: _INTEGER for name in FIELDS if name.endswith(("_start", "_end"))},
}


def frictionless_type(field: str) -> str:
    """Type of a field in a Frictionless table schema."""
    return _TYPES.get(field, _TEXT).frictionless


def duckdb_type(field: str) -> str:
    """Type of a field's column in DuckDB and Parquet."""
    return _TYPES.get(field, _TEXT).duckdb


def sqlite_type(field: str) -> type:
    """Python type of which sqlite-utils makes the field's column."""
    return _TYPES.get(field, _TEXT).sqlite


def required(field: str) -> bool:
    """Whether the field always has a value."""
    return Position.model_fields[field].is_required() or field == "negated"


def flat(position: Position) -> dict[str, Any]:
    """A record as a flat row: topics joined by ";", everything else as it is."""
    row = position.model_dump()
    row["topics"] = ";".join(row["topics"])
    return row
