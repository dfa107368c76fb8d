"""The tables of the database, gathered in one pass over the records."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ahcextract.export.actor_names import ActorNames
from ahcextract.export.fields import DESCRIPTIONS, FIELDS, sqlite_type
from ahcextract.export.targets import target_name
from ahcextract.position import Position

Row = dict[str, Any]

COLUMNS: Mapping[str, Mapping[str, type]] = {
    "issues": {"id": str, "document": str, "number": int, "title": str, "date": str},
    "actors": {"id": str, "name": str, "type": str, "positions": int},
    "provisions": {
        "id": str,
        "label": str,
        "kind": str,
        "parent": str,
        "instrument": str,
        "position": int,
        "positions": int,
    },
    "sentences": {
        "id": int,
        "document": str,
        "issue": str,
        "start": int,
        "end": int,
        "text": str,
    },
    "positions": {name: sqlite_type(name) for name in FIELDS} | {"issue": str, "sentence": int},
}
"""Columns and types of each table, in the order in which they are made."""

ABOUT: Mapping[str, str] = {
    "positions": "One row a position: an actor takes a stance on a target, in an issue.",
    "actors": "States, groups, organizations, the Chair and collectives that take positions.",
    "provisions": "What positions are on: articles, paragraphs, topics, other actors' stands.",
    "issues": "The dated issues of the bulletins.",
    "sentences": "The sentences that positions were read from.",
}

MEANINGS: Mapping[str, Mapping[str, str]] = {
    "positions": {**DESCRIPTIONS}
    | {
        "issue": "The issue, a row of `issues`.",
        "topics": DESCRIPTIONS["topics"] + " A JSON list.",
        "sentence": "The sentence that the position was read from, a row of `sentences`.",
    },
    "actors": {
        "id": DESCRIPTIONS["actor"],
        "name": DESCRIPTIONS["actor_name"],
        "type": DESCRIPTIONS["actor_type"],
        "positions": "Number of positions of this actor.",
    },
    "provisions": {
        "id": DESCRIPTIONS["target"],
        "label": "Name to show to people.",
        "kind": DESCRIPTIONS["target_kind"],
        "parent": "The provision it is part of (a paragraph's article), else itself.",
        "instrument": "Id of another instrument; empty for the treaty under negotiation.",
        "position": "Place in the order of the text: preamble, chapters, articles, topics.",
        "positions": "Number of positions on it.",
    },
    "issues": {
        "id": "Document and number, joined by '#'.",
        "document": DESCRIPTIONS["document"],
        "number": DESCRIPTIONS["issue"],
        "title": DESCRIPTIONS["issue_title"],
        "date": DESCRIPTIONS["issue_date"],
    },
    "sentences": {
        "id": "Number of the sentence in this database.",
        "document": DESCRIPTIONS["document"],
        "issue": "The issue, a row of `issues`.",
        "start": DESCRIPTIONS["evidence_start"],
        "end": DESCRIPTIONS["evidence_end"],
        "text": DESCRIPTIONS["evidence"],
    },
}
"""What each column means, by table."""

FOREIGN_KEYS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "positions": (
        ("issue", "issues", "id"),
        ("actor", "actors", "id"),
        ("target", "provisions", "id"),
        ("sentence", "sentences", "id"),
    ),
    "sentences": (("issue", "issues", "id"),),
}
"""Column, other table, its column; by table."""


@dataclass(slots=True)
class Gathered:
    """What the records mention besides themselves: small next to the records.

    Attributes:
        names: of actors.
        types: type and number of positions of each actor by id.
        issues: rows by id.
        targets: number of positions by target id.
        sentences: number of each sentence by document, start and end.
    """

    names: ActorNames = field(default_factory=ActorNames)
    types: dict[str, list[Any]] = field(default_factory=dict)
    issues: dict[str, Row] = field(default_factory=dict)
    targets: dict[str, int] = field(default_factory=dict)
    sentences: dict[tuple[str, int, int], int] = field(default_factory=dict)

    def rows(self, positions: Iterable[Position]) -> Iterator[tuple[Row, Row | None]]:
        """For each record its row and, where it is the first of its sentence, that row too."""
        for position in positions:
            row = position.model_dump()
            issue = row["issue"] = self._issue(position)
            row["topics"] = json.dumps(row["topics"], ensure_ascii=False)
            self.names.add(position.actor, position.actor_name)
            actor = self.types.setdefault(position.actor, [position.actor_type, 0])
            actor[1] += 1
            self.targets[position.target] = self.targets.get(position.target, 0) + 1
            key = (position.document, position.evidence_start, position.evidence_end)
            known = key in self.sentences
            row["sentence"] = number = self.sentences.setdefault(key, len(self.sentences) + 1)
            if known:
                yield row, None
                continue
            document, start, end = key
            yield (
                row,
                {
                    "id": number,
                    "document": document,
                    "issue": issue,
                    "start": start,
                    "end": end,
                    "text": position.evidence,
                },
            )

    def _issue(self, position: Position) -> str:
        name = f"{position.document}#{position.issue}"
        self.issues.setdefault(
            name,
            {
                "id": name,
                "document": position.document,
                "number": position.issue,
                "title": position.issue_title,
                "date": position.issue_date,
            },
        )
        return name

    def actors(self) -> list[Row]:
        """Rows for the actors, by id."""
        return [
            {"id": actor, "name": self.names.of(actor), "type": kind, "positions": count}
            for actor, (kind, count) in sorted(self.types.items())
        ]

    def provisions(self) -> list[Row]:
        """Rows for the targets, in the order of the text."""
        names = sorted((target_name(target) for target in self.targets), key=lambda n: n.order)
        return [
            {
                "id": name.id,
                "label": name.label,
                "kind": name.kind,
                "parent": name.parent,
                "instrument": name.instrument,
                "position": place,
                "positions": self.targets[name.id],
            }
            for place, name in enumerate(names, start=1)
        ]
