"""`ahcextract export`: records in the formats of other tools."""

from pathlib import Path
from typing import Annotated

import typer

_FORMATS = "csv, parquet, sqlite, xlsx, graphml, edges, dna, labelstudio, doccano, brat or spacy"


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""

    @app.command()
    def export(
        positions: Annotated[
            str,
            typer.Argument(
                metavar="POSITIONS", help="JSON Lines as `run` writes them; - is standard input."
            ),
        ],
        to: Annotated[str, typer.Option("--to", metavar="FORMAT", help=f"One of {_FORMATS}.")],
        out: Annotated[
            Path | None,
            typer.Option(
                "-o", "--out", help="File to write (folder for brat); by default beside the input."
            ),
        ] = None,
        text: Annotated[
            Path | None,
            typer.Option(
                "--text",
                help="Folder with the documents' texts (DOCUMENT.txt, as `run --save-text` "
                "writes them), for dna, labelstudio, doccano, brat and spacy; without it they "
                "get the sentences alone.",
            ),
        ] = None,
        mode: Annotated[
            str | None,
            typer.Option(
                "--mode",
                help="For graphml: two-mode (actors and targets, the default) or actors.",
            ),
        ] = None,
    ) -> None:
        """Write records in another tool's format."""
        from ahcextract.errors import InputError
        from ahcextract.export import FORMATS
        from ahcextract.export import export as write
        from ahcextract.records import read_positions

        form = FORMATS.get(to)
        if form is None:
            raise InputError(f'no format "{to}"', where="--to", hint=f"one of {_FORMATS}")
        options = {
            name: value for name, value in (("texts", text), ("mode", mode)) if value is not None
        }
        for name, option in (("texts", "--text"), ("mode", "--mode")):
            if name in options and name not in form.options:
                raise InputError(f"does nothing for {to}", where=option, hint="leave it out")
        path = out or _beside(positions, to, form.ending)
        for written in write(read_positions(positions), to, path, **options):
            typer.echo(written)


def _beside(positions: str, to: str, ending: str) -> Path:
    """`outputs/positions.jsonl` gives `outputs/positions.csv`."""
    if positions == "-":
        return Path(f"positions{ending or '.' + to}")
    source = Path(positions)
    stem = source.name.removesuffix(".jsonl")
    return source.with_name(stem + (ending or f".{to}"))
