"""CSV: UTF-8, comma, text in quotes; no cell that a spreadsheet would run."""

import csv
from collections.abc import Iterable
from pathlib import Path

from ahcextract.export.datapackage import positions_resource, write_datapackage
from ahcextract.export.fields import FIELDS, flat
from ahcextract.export.inert import cell
from ahcextract.position import Position
from ahcextract.whole import whole_file


def write(positions: Iterable[Position], path: Path) -> list[Path]:
    """One row a record, and `datapackage.json` beside it; see `registry.export`."""
    with (
        whole_file(path) as temporary,
        temporary.open("w", encoding="utf-8", newline="") as stream,
    ):
        # Lines end as in RFC 4180: with "\n" the writer would leave cells with "\r" unquoted.
        rows = csv.writer(stream)
        rows.writerow(FIELDS)
        for position in positions:
            row = flat(position)
            row["negated"] = str(row["negated"]).lower()
            rows.writerow([cell(row[name]) for name in FIELDS])
    described = positions_resource(path, "csv", mediatype="text/csv", encoding="utf-8")
    return [path, write_datapackage(path, [described])]
