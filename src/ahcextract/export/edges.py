"""A list of edges, one a record: actor to target, with its stance and sign."""

import csv
from collections.abc import Iterable
from pathlib import Path

from ahcextract.agreement import SIGNS
from ahcextract.export.datapackage import resource, write_datapackage
from ahcextract.export.fields import DESCRIPTIONS, ENUMS
from ahcextract.export.inert import cell
from ahcextract.position import Position
from ahcextract.whole import whole_file

_FIELDS: dict[str, tuple[str, str]] = {
    "source": ("string", "The actor, as `actor` in the record."),
    "target": ("string", DESCRIPTIONS["target"]),
    "stance": ("string", DESCRIPTIONS["stance"]),
    "sign": (
        "number",
        "Support 1, oppose -1, concern -0.5; propose and neutral 0. The agreement of two "
        "actors is computed from these signs.",
    ),
    "weight": ("number", "Confidence of the record, from 0 to 1."),
    "document": ("string", DESCRIPTIONS["document"]),
    "issue": ("integer", DESCRIPTIONS["issue"]),
    "date": ("date", DESCRIPTIONS["issue_date"]),
    "source_type": ("string", DESCRIPTIONS["actor_type"]),
    "source_name": ("string", DESCRIPTIONS["actor_name"]),
    "target_kind": ("string", DESCRIPTIONS["target_kind"]),
    "proposal_by": ("string", DESCRIPTIONS["proposal_by"]),
    "topics": ("string", "Topics, joined by a semicolon, most specific first."),
    "record_id": ("string", "The record behind the edge."),
}


def write(positions: Iterable[Position], path: Path) -> list[Path]:
    """One row a record, and `datapackage.json` beside it; see `registry.export`."""
    with (
        whole_file(path) as temporary,
        temporary.open("w", encoding="utf-8", newline="") as stream,
    ):
        # Lines end as in RFC 4180: with "\n" the writer would leave cells with "\r" unquoted.
        rows = csv.writer(stream)
        rows.writerow(_FIELDS)
        for p in positions:
            values = (
                p.actor,
                p.target,
                p.stance,
                SIGNS.get(p.stance, 0.0),
                p.confidence,
                p.document,
                p.issue,
                p.issue_date,
                p.actor_type,
                p.actor_name,
                p.target_kind,
                p.proposal_by,
                ";".join(p.topics),
                p.id,
            )
            rows.writerow([cell(value) for value in values])
    return [path, write_datapackage(path, [_described(path)])]


def _described(path: Path) -> dict[str, object]:
    enums = {"stance": "stance", "source_type": "actor_type", "target_kind": "target_kind"}
    fields = []
    for name, (kind, about) in _FIELDS.items():
        field: dict[str, object] = {"name": name, "type": kind, "description": about}
        if name in enums:
            field["constraints"] = {"enum": list(ENUMS[enums[name]])}
        fields.append(field)
    schema = {"fields": fields, "primaryKey": ["record_id"], "missingValues": [""]}
    more = {"mediatype": "text/csv", "encoding": "utf-8"}
    return resource(path, "edges", "csv", schema, "One edge a position.", **more)
