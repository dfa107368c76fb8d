"""Tables on a terminal and in a pipe; files written whole, "-" being standard output."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from ahcextract.scoring.tables import Table


def print_tables(tables: "Sequence[Table]") -> None:
    """Print tables: with rules and colour on a terminal, plain aligned columns otherwise."""
    import sys

    if not sys.stdout.isatty():
        from ahcextract.scoring.rendering import as_text

        typer.echo("\n\n".join(map(as_text, tables)))
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    console = Console()
    for table in tables:
        shown = RichTable(
            title=Text(table.title), title_justify="left", box=SIMPLE_HEAD, caption_justify="left",
            caption=Text(table.note) if table.note else None,
        )  # fmt: skip
        for column, name in enumerate(table.head):
            shown.add_column(Text(name), justify="right" if column else "left")
        for row in table.rows:
            # Text, not str: a rule's name may hold brackets, which rich takes for markup.
            shown.add_row(*map(Text, row))
        console.print(shown)


def write_text(path: Path, text: str) -> None:
    """Write a file whole or not at all.

    Raises:
        InputError: it cannot be written.
    """
    if str(path) == "-":
        typer.echo(text, nl=False)
        return
    from ahcextract.whole import whole_file

    with whole_file(path) as temporary:
        temporary.write_text(text, "utf-8", newline="\n")


def as_json(value: object) -> str:
    """JSON for people and programs, with a last newline."""
    import json

    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
