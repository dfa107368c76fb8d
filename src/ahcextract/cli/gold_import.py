"""`ahcextract gold import`: corrections made in an annotation tool, as gold."""

from pathlib import Path
from typing import Annotated

import typer


def register_gold(app: typer.Typer) -> None:
    """Add the command to the `gold` commands."""

    @app.command(name="import")
    def import_(
        file: Annotated[Path, typer.Argument(help="What the tool exported; for brat the folder.")],
        from_: Annotated[
            str,
            typer.Option("--from", metavar="TOOL", help="The tool: labelstudio, doccano or brat."),
        ],
        out: Annotated[
            Path, typer.Option("-o", "--out", help="Where to write; - is standard output.")
        ] = Path("-"),
        changes: Annotated[
            Path | None,
            typer.Option(
                "--changes", help="JSON Lines of what became of each record: kept, changed, …"
            ),
        ] = None,
        wordless: Annotated[
            bool, typer.Option("--wordless", help="Keep offsets alone, no words (real texts).")
        ] = False,
    ) -> None:
        """Turn corrected files of an annotation tool into gold."""
        import importlib
        import json

        from ahcextract.errors import InputError

        tools = ("labelstudio", "doccano", "brat")
        if from_ not in tools:
            raise InputError(
                f'no tool "{from_}"', where="--from", hint="one of " + ", ".join(tools)
            )
        if not file.exists():
            raise InputError("no such file", where=str(file))
        imported = importlib.import_module(f"ahcextract.export.{from_}").read(
            file, wordless=wordless
        )
        _write(out, "".join(record.to_line() + "\n" for record in imported.records))
        if changes is not None:
            lines = [
                json.dumps({"record_id": name, "change": change, "fields": fields})
                for name, change, fields in imported.changes
            ]
            _write(changes, "".join(line + "\n" for line in lines))
        for name in imported.skipped:
            typer.echo(f"note: {name}: nobody has been over it, left out", err=True)
        told = ", ".join(
            f"{imported.count(change)} {change}"
            for change in ("kept", "changed", "added", "deleted")
        )
        typer.echo(f"{len(imported.records)} positions: {told}", err=True)


def _write(path: Path, text: str) -> None:
    from ahcextract.whole import whole_file

    if str(path) == "-":
        typer.echo(text, nl=False)
        return
    with whole_file(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")
