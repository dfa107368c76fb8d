"""`ahcextract issues`: the table of a bulletin's issues."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ahcextract.bulletin import Bulletin

_COLUMNS = ("document", "number", "title", "date", "words", "start", "end")


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""

    @app.command()
    def issues(
        inputs: Annotated[
            list[str],
            typer.Argument(
                metavar="FILE…", help="Bulletins, folders of them, or - (standard input)."
            ),
        ],
        as_json: Annotated[
            bool, typer.Option("--json", help="Print a JSON array instead of a table.")
        ] = False,
    ) -> None:
        """List a bulletin's issues: number, title, date, words, offsets.

        A table on a terminal, tab-separated values otherwise; warnings go to standard error.
        """
        import sys

        bulletins = _read(inputs)
        rows = [row for bulletin in bulletins for row in _rows(bulletin)]
        if as_json:
            import json

            records = [dict(zip(_COLUMNS, row, strict=True)) for row in rows]
            typer.echo(json.dumps(records, indent=2, ensure_ascii=False))
        elif sys.stdout.isatty():
            _print_table(rows, many=len(bulletins) > 1)
        else:
            typer.echo("\t".join(_COLUMNS))
            for row in rows:
                typer.echo("\t".join("" if cell is None else _flat(str(cell)) for cell in row))


def _read(inputs: "Sequence[str | Path]") -> "list[Bulletin]":
    import sys

    from ahcextract.reading import find_inputs, read
    from ahcextract.splitting import split

    bulletins = []
    for item in find_inputs(inputs):
        bulletin = split(read(item.path, name=item.name))
        for warning in bulletin.warnings:
            print(f"warning: {bulletin.name}: {warning}", file=sys.stderr)
        bulletins.append(bulletin)
    return bulletins


def _rows(bulletin: "Bulletin") -> list[tuple[object, ...]]:
    return [
        (
            bulletin.name,
            issue.number,
            issue.title,
            issue.date.isoformat() if issue.date else None,
            sum(len(bulletin.text[block.start : block.end].split()) for block in issue.blocks),
            issue.start,
            issue.end,
        )
        for issue in bulletin.issues
    ]


def _flat(cell: str) -> str:
    return " ".join(cell.split())


def _print_table(rows: "Sequence[tuple[object, ...]]", *, many: bool) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table()
    for column in _COLUMNS if many else _COLUMNS[1:]:
        numeric = column in {"number", "words", "start", "end"}
        table.add_column(column, justify="right" if numeric else "left")
    for row in rows:
        cells = row if many else row[1:]
        # Text, not markup: a title may hold square brackets.
        table.add_row(*(Text("–" if cell is None else str(cell)) for cell in cells))
    Console().print(table)
