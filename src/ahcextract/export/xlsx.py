"""An Excel workbook: the records, and what the columns mean."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ahcextract.errors import InputError
from ahcextract.export.datapackage import positions_resource, write_datapackage
from ahcextract.export.extras import missing
from ahcextract.export.fields import DESCRIPTIONS, ENUMS, FIELDS, flat, frictionless_type
from ahcextract.export.inert import xml_text
from ahcextract.position import Position
from ahcextract.whole import whole_file

_CELL_CHARACTERS = 32_767
_ROWS = 1_048_576
_WIDTHS = {"evidence": 80, "point": 40, "cue": 24, "issue_title": 28, "actor_name": 22}


def write(positions: Iterable[Position], path: Path) -> list[Path]:
    """Sheets "positions" and "fields", and `datapackage.json`; see `registry.export`.

    Text is always written as text: no formula, link or number is made of it.

    Raises:
        InputError: more records than a sheet has rows.
    """
    try:
        import xlsxwriter  # type: ignore[import-untyped]
    except ImportError:
        raise missing("XlsxWriter", "export") from None
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with whole_file(path) as temporary:
        book = xlsxwriter.Workbook(str(temporary), options)
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("positions")
        for column, name in enumerate(FIELDS):
            sheet.set_column(column, column, _WIDTHS.get(name, 14))
        sheet.freeze_panes(1, 0)
        last = _fill(sheet, positions, bold)
        sheet.autofilter(0, 0, last, len(FIELDS) - 1)
        _explain(book.add_worksheet("fields"), bold)
        book.close()
    described = positions_resource(
        path,
        "xlsx",
        mediatype="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        dialect={"excel": {"sheet": "positions"}},
    )
    return [path, write_datapackage(path, [described])]


def _fill(sheet: Any, positions: Iterable[Position], bold: Any) -> int:
    """Write head and rows; the number of the last row."""
    for column, name in enumerate(FIELDS):
        sheet.write_string(0, column, name, bold)
    number = 0
    for number, position in enumerate(positions, start=1):
        if number >= _ROWS:
            raise InputError(
                f"a sheet holds {_ROWS - 1:,} records at most", hint="export to csv or parquet"
            )
        row = flat(position)
        for column, name in enumerate(FIELDS):
            _write(sheet, number, column, row[name])
    return number


def _write(sheet: Any, row: int, column: int, value: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    else:
        # XlsxWriter drops a whole cell that is too long; better its start than nothing.
        sheet.write_string(row, column, _cut(xml_text(str(value))))


def _cut(text: str) -> str:
    """As much of a text as a cell holds; Excel counts UTF-16 code units."""
    if len(text) * 2 <= _CELL_CHARACTERS:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * _CELL_CHARACTERS:
        return text
    return units[: 2 * (_CELL_CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"


def _explain(sheet: Any, bold: Any) -> None:
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 10)
    sheet.set_column(2, 3, 80)
    for column, head in enumerate(("field", "type", "meaning", "values")):
        sheet.write_string(0, column, head, bold)
    for row, name in enumerate(FIELDS, start=1):
        cells = (name, frictionless_type(name), DESCRIPTIONS[name], ", ".join(ENUMS.get(name, ())))
        for column, text in enumerate(cells):
            sheet.write_string(row, column, text)
