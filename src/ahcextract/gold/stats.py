"""What is in the gold: documents, issues, positions, sentences, by split and by field."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from ahcextract.gold.documents import GoldIndex
from ahcextract.gold.record import GoldRecord

_FIELDS = ("stance", "actor_type", "target_kind")


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of a gold folder.

    Attributes:
        documents: for each document, its profile and counts (`issues`, `positions`, `headline`,
            `sentences`) in `dev` and `test`.
        fields: positions by value of `stance`, `actor_type` and `target_kind`, in `dev`, `test`.
    """

    documents: dict[str, dict[str, Any]]
    fields: dict[str, dict[str, dict[str, int]]]

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        return {"documents": self.documents, "fields": self.fields}


def gold_stats(index: GoldIndex) -> Stats:
    """Count what is in a gold folder; positions of issues not listed are passed over.

    Raises:
        InputError: a file is missing or malformed.
    """
    documents: dict[str, dict[str, Any]] = {}
    counters: dict[str, Counter[tuple[str, str]]] = {name: Counter() for name in _FIELDS}
    for name, document in index.documents.items():
        records = [record for record in index.records(name) if record.issue in document.issues]
        row: dict[str, Any] = {"profile": document.profile}
        for part in ("dev", "test"):
            inside = [record for record in records if document.issues[record.issue] == part]
            row[part] = {
                "issues": list(document.issues.values()).count(part),
                **_counts(inside),
            }
            for record in inside:
                for field in _FIELDS:
                    counters[field][_value(record, field), part] += 1
        documents[name] = row
    fields = {
        field: {
            value: {part: counter[value, part] for part in ("dev", "test")}
            for value in sorted({value for value, _ in counter})
        }
        for field, counter in counters.items()
    }
    return Stats(documents, fields)


def _counts(records: list[GoldRecord]) -> dict[str, int]:
    headline = {
        (r.issue, r.actor, r.stance, r.target)
        for r in records
        if r.actor_type in ("state", "group") and r.stance != "neutral"
    }
    return {
        "positions": len(records),
        "headline": len(headline),
        "sentences": len({(r.evidence_start, r.evidence_end) for r in records}),
    }


def _value(record: GoldRecord, field: str) -> str:
    if field == "target_kind":
        return record.target.partition(":")[0]
    return str(getattr(record, field))
