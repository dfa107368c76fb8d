"""What each field of a record means, and its type in each table format."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from ahcextract.position import ActorType, Position, Stance, TargetKind

DESCRIPTIONS: Mapping[str, str] = {
    "id": "Stable name of the record: the same text, profile and version give the same id.",
    "document": "Name of the bulletin, by default its file name without the ending.",
    "issue": "Number of the dated issue within the bulletin; 0 is the preface.",
    "issue_title": "Words of the issue's heading without its number and date.",
    "issue_date": "First day that the issue covers.",
    "actor": "Who takes the stance: ISO 3166-1 alpha-3 code of a state, code of a group, "
    "CHAIR, COLLECTIVE, or the slug of an organization.",
    "actor_type": "What kind of actor it is.",
    "actor_name": "Name of the actor to show to people.",
    "stance": "Which way the actor leans: support, oppose (deletion included), propose (new or "
    "changed text), concern (doubt without rejection), neutral (speaks, gives no direction).",
    "target": "What the stance is on: article:14.3(b), preamble:10, resolution:6, chapter:5, "
    "topic:title, actor:IRN; an article of another instrument carries it: article:6@budapest.",
    "target_kind": "The part of the target before its colon.",
    "topics": "Topics of the profile that the sentence is about, most specific first.",
    "point": "Words that say what is supported, opposed or proposed.",
    "cue": "The words that carry the stance, as written.",
    "predicate": "Head word of the cue, as written.",
    "negated": "Whether the cue stands under a negation; the stance has it counted in.",
    "proposal_by": "Actor whose proposal the stance is on; empty where it is on the text.",
    "spoken_by": "Who spoke, where the actor is the group spoken for.",
    "on_behalf_of": "The words after 'on behalf of', where they name no known group.",
    "count": "Number of states in a collective, where the text gives one.",
    "evidence": "The sentence that the position was read from.",
    "evidence_start": "Where the sentence starts in the document's text, in Unicode code points.",
    "evidence_end": "Where the sentence ends (exclusive), in Unicode code points.",
    "actor_start": "Where the words for the actor start; empty where carried over from elsewhere.",
    "actor_end": "Where the words for the actor end (exclusive).",
    "cue_start": "Where the cue starts; empty where carried over from elsewhere.",
    "cue_end": "Where the cue ends (exclusive).",
    "target_start": "Where the words for the target start; empty where carried over.",
    "target_end": "Where the words for the target end (exclusive).",
    "context_start": "Where the sentence starts that an actor or target was carried over from.",
    "context_end": "Where that sentence ends (exclusive).",
    "rule": "Name of the rule that made the record, as `ahcextract explain` prints it.",
    "confidence": "Estimated share of this rule's records that are right, measured on gold.",
}
"""One sentence a field; `tests/test_export_tables.py` holds it against `Position`."""

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
