"""`ahcextract report`: one page that shows the positions, and its plots as files."""

from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""

    @app.command()
    def report(
        positions: Annotated[
            Path, typer.Argument(help="JSON Lines as `run` writes them; - is standard input.")
        ],
        output: Annotated[Path, typer.Option("--output", "-o", help="The page to write.")] = Path(
            "report.html"
        ),
        figures: Annotated[
            Path | None,
            typer.Option("--figures", help="Folder to write every plot to, as SVG and PNG."),
        ] = None,
        texts: Annotated[
            list[Path] | None,
            typer.Option(
                "--texts",
                help="Bulletins, or folders of them: shows sentences in their context. Repeatable.",
            ),
        ] = None,
        title: Annotated[
            str, typer.Option("--title", help="Heading of the page.")
        ] = "Who stands where",
    ) -> None:
        """Make an offline page: who stands where, with whom, how it moved."""
        from ahcextract.records import read_positions
        from ahcextract.report import analyse, report_page
        from ahcextract.report.figures import write_figures
        from ahcextract.report.texts import read_texts
        from ahcextract.whole import whole_file

        records = list(read_positions(positions))
        known, warnings = read_texts(texts or [], records)
        for warning in warnings:
            typer.echo(f"warning: {warning}", err=True)
        analysis = analyse(records)
        page = report_page(analysis, title=title, texts=known)
        with whole_file(output) as temporary:
            temporary.write_text(page, "utf-8")
        typer.echo(f"{output}: {len(records):,} positions", err=True)
        if figures is not None:
            written = write_figures(analysis, figures)
            typer.echo(f"{figures}: {len(written)} files", err=True)
