"""`ahcextract gold`: check, pin, agree, stats, calibrate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    gold_app = typer.Typer(help="Hand-annotated positions: check, compare, pin, calibrate.")
    app.add_typer(gold_app, name="gold", no_args_is_help=True)
    _register_check(gold_app)
    _register_pin(gold_app)


def _register_check(app: typer.Typer) -> None:
    @app.command()
    def check(
        folder: Annotated[Path, typer.Argument(help="The gold folder.")] = Path("gold"),
    ) -> None:
        """Check every line of gold and of its readings: fields, offsets, codes, duplicates."""
        from ahcextract.errors import InputError
        from ahcextract.gold.checking import check_gold
        from ahcextract.gold.codes import Codes

        checked = check_gold(folder, codes_of=Codes.of_profile)
        for note in checked.notes:
            typer.echo(f"note: {note}", err=True)
        for problem in checked.problems:
            typer.echo(problem, err=True)
        if checked.problems:
            count = len(checked.problems)
            raise InputError(
                f"{count} problem{'s' * (count > 1)} in gold", where=str(folder), hint="see above"
            )
        typer.echo(f"{checked.records} positions in {checked.files} files: no problem")


def _register_pin(app: typer.Typer) -> None:
    @app.command()
    def pin(
        reading: Annotated[Path, typer.Argument(help="Raw reading, JSON Lines with quotes.")],
        text: Annotated[Path, typer.Option(help="The document that was read.")],
        profile: Annotated[
            str | None, typer.Option(help="Profile whose headings open issues.")
        ] = None,
        out: Annotated[
            Path, typer.Option("--out", "-o", help="Where to write; - is standard output.")
        ] = Path("-"),
        wordless: Annotated[
            bool, typer.Option("--wordless", help="Keep offsets alone, no words (real texts).")
        ] = False,
        partial: Annotated[
            bool, typer.Option("--partial", help="Write what could be pinned, whatever could not.")
        ] = False,
    ) -> None:
        """Turn the quotes of a raw reading into offsets."""
        from ahcextract.errors import InputError
        from ahcextract.gold.documents import text_hash
        from ahcextract.gold.lines import iter_lines
        from ahcextract.gold.pinning import Pinner
        from ahcextract.gold.record import Reading
        from ahcextract.gold.sources import load_text

        source = load_text(text, profile)
        pinner = Pinner(source.name, source.text, source.issues, wordless=wordless)
        pinned = pinner.pin(iter_lines(reading, Reading), str(reading))
        for note in pinned.notes:
            typer.echo(f"note: {note}", err=True)
        for problem in pinned.problems:
            typer.echo(str(problem), err=True)
        if not pinned.problems or partial:
            _write(out, "".join(record.to_line() + "\n" for record in pinned.records))
        if pinned.problems:
            total = len(pinned.problems) + len(pinned.records)
            raise InputError(
                f"{len(pinned.problems)} of {total} positions could not be pinned",
                where=str(reading),
                hint="mend the lines above" + (", the rest is written" if partial else ""),
            )
        typer.echo(f"{len(pinned.records)} positions; sha256 {text_hash(source.text)}", err=True)


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all; `-` is standard output."""
    import os

    from ahcextract.errors import InputError

    if str(path) == "-":
        typer.echo(text, nl=False)
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, "utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise InputError(error.strerror or "cannot be written", where=str(path)) from None
