"""A database for Discourse Network Analyzer 3: opens there, and in rDNA.

An issue is a document with its date. A position is a statement over its cue, of type
"DNA Statement" for support (agreement yes) and oppose (agreement no), of types of their own for
propose, concern and neutral, which are neither. Variables: `organization` (the actor),
`person` (who spoke for it), `concept` (the target), `agreement`, and beyond DNA's four `topic`,
`proposal by`, `point` and `record`. DNA counts places in UTF-16 code units, as Java does.
"""

import contextlib
import datetime
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from ahcextract.export.dna_schema import PASSWORD, TABLES, VERSION, password_digest
from ahcextract.export.passages import Passage, by_issue, joined, passages
from ahcextract.export.targets import target_name
from ahcextract.export.units import Utf16
from ahcextract.position import Position
from ahcextract.whole import whole_file

_TYPES = {
    # The first has DNA's own name: its defaults, and rDNA's, look for it.
    "DNA Statement": (239, 208, 51),
    "Proposal": (127, 184, 222),
    "Concern": (245, 215, 123),
    "Neutral": (201, 209, 216),
}
_TYPE_OF = {
    "support": "DNA Statement",
    "oppose": "DNA Statement",
    "propose": "Proposal",
    "concern": "Concern",
    "neutral": "Neutral",
}
_VARIABLES = {
    "person": "short text",
    "organization": "short text",
    "concept": "short text",
    "agreement": "boolean",
    "topic": "short text",
    "proposal by": "short text",
    "point": "long text",
    "record": "long text",
}
_ATTRIBUTES = ("Type", "Alias", "Notes")
_LONGEST = 190


def write(positions: Iterable[Position], path: Path, texts: str | Path | None = None) -> list[Path]:
    """The database; see `registry.export`. Its coder is "Admin", password "ahcextract"."""
    made = by_issue(passages(positions, texts))
    with (
        whole_file(path) as temporary,
        contextlib.closing(sqlite3.connect(temporary)) as database,
    ):
        writer = _Writer(database)
        for group in made:
            writer.document(group)
        database.commit()
    return [path]


class _Writer:
    """Fills the tables of a new database."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        for name, columns in TABLES.items():
            database.execute(f"CREATE TABLE {name} ({columns})")
        self.types: dict[str, int] = {}
        self.variables: dict[tuple[str, str], int] = {}
        self.attributes: dict[tuple[int, str], int] = {}
        self.entities: dict[tuple[int, str], int] = {}
        self._set_up()

    def insert(self, table: str, **values: object) -> int:
        """Insert a row; its id."""
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        cursor = self.database.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values())
        )
        return int(cursor.lastrowid or 0)

    def _set_up(self) -> None:
        self.insert("SETTINGS", Property="version", Value=VERSION)
        self.insert("SETTINGS", Property="date", Value="2022-06-12")
        digest = password_digest(PASSWORD)
        self.insert("CODERS", Name="Admin", Red=255, Green=255, Blue=0, Password=digest)
        for label, (red, green, blue) in _TYPES.items():
            kind = self.insert("STATEMENTTYPES", Label=label, Red=red, Green=green, Blue=blue)
            self.types[label] = kind
            for name, data_type in _VARIABLES.items():
                if name == "agreement" and label != "DNA Statement":
                    continue
                variable = self.insert(
                    "VARIABLES", Variable=name, DataType=data_type, StatementTypeId=kind
                )
                self.variables[label, name] = variable
                if data_type == "short text":
                    # Empty is a value of its own to DNA: every statement has an entity.
                    self.entities[variable, ""] = self.insert(
                        "ENTITIES", VariableId=variable, Value="", Red=0, Green=0, Blue=0
                    )
                    for attribute in _ATTRIBUTES:
                        self.attributes[variable, attribute] = self.insert(
                            "ATTRIBUTEVARIABLES", VariableId=variable, AttributeVariable=attribute
                        )

    def document(self, group: list[Passage]) -> None:
        """One issue with its statements."""
        first = group[0]
        record = first.records[0] if first.records else None
        text, starts = joined(group)
        number = self.insert(
            "DOCUMENTS",
            Title=_short(first.title),
            Text=text,
            Coder=1,
            Source=_short(first.document),
            Section=_short((record.issue_title if record else None) or ""),
            Notes="" if len(group) == 1 else "Only the sentences that positions were read from.",
            Type="bulletin",
            Date=_seconds(record.issue_date if record else None),
        )
        utf16 = Utf16(text)
        for passage, begin in zip(group, starts, strict=True):
            for position in passage.records:
                start, end = passage.anchor(position)
                span = utf16.units(begin + start), utf16.units(begin + end)
                self._statement(number, position, span)

    def _statement(self, document: int, position: Position, span: tuple[int, int]) -> None:
        label = _TYPE_OF[position.stance]
        number = self.insert(
            "STATEMENTS",
            StatementTypeId=self.types[label],
            DocumentId=document,
            Start=span[0],
            Stop=span[1],
            Coder=1,
        )
        texts = {
            "person": position.spoken_by or "",
            "organization": position.actor_name,
            "concept": target_name(position.target).label,
            "topic": position.topics[0] if position.topics else "",
            "proposal by": position.proposal_by or "",
        }
        about = {
            "organization": {"Type": position.actor_type, "Alias": position.actor},
            "concept": {"Type": position.target_kind, "Alias": position.target},
        }
        for name, value in texts.items():
            variable = self.variables[label, name]
            entity = self._entity(variable, value, about.get(name, {}))
            self.insert("DATASHORTTEXT", StatementId=number, VariableId=variable, Entity=entity)
        for name, value in (("point", position.point or ""), ("record", position.id)):
            variable = self.variables[label, name]
            self.insert("DATALONGTEXT", StatementId=number, VariableId=variable, Value=value)
        if label == "DNA Statement":
            variable = self.variables[label, "agreement"]
            agrees = int(position.stance == "support")
            self.insert("DATABOOLEAN", StatementId=number, VariableId=variable, Value=agrees)

    def _entity(self, variable: int, value: str, about: dict[str, str]) -> int:
        value = _short(value)
        known = self.entities.get((variable, value))
        if known is not None:
            return known
        entity = self.insert("ENTITIES", VariableId=variable, Value=value, Red=0, Green=0, Blue=0)
        self.entities[variable, value] = entity
        for name, text in about.items():
            self.insert(
                "ATTRIBUTEVALUES",
                EntityId=entity,
                AttributeVariableId=self.attributes[variable, name],
                AttributeValue=_short(text),
            )
        return entity


def _short(text: str) -> str:
    """As much as a short text of DNA holds, on one line."""
    return " ".join(text.replace("\x00", "\ufffd").split())[:_LONGEST]


def _seconds(date: str | None) -> int:
    """Seconds since 1970 at noon (no time zone moves that to another day); 0 without a date."""
    if date is None:
        return 0
    noon = datetime.datetime.fromisoformat(date).replace(hour=12, tzinfo=datetime.UTC)
    return int(noon.timestamp())
