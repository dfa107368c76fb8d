"""`ahcextract gold`: check, pin, agree, stats, calibrate."""

from pathlib import Path
from typing import Annotated

import typer

from ahcextract.cli import gold_import


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    gold_app = typer.Typer(help="Hand-annotated positions: check, compare, pin, calibrate.")
    app.add_typer(gold_app, name="gold", no_args_is_help=True)
    _register_check(gold_app)
    _register_pin(gold_app)
    _register_agree(gold_app)
    _register_stats(gold_app)
    _register_calibrate(gold_app)
    gold_import.register_gold(gold_app)


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
        reading: Annotated[
            Path, typer.Argument(help="A reading: JSON Lines with quotes instead of offsets.")
        ],
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
        from ahcextract.cli.printing import write_text
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
            write_text(out, "".join(record.to_line() + "\n" for record in pinned.records))
        if pinned.problems:
            total = len(pinned.problems) + len(pinned.records)
            raise InputError(
                f"{len(pinned.problems)} of {total} positions could not be pinned",
                where=str(reading),
                hint="mend the lines above" + (", the rest is written" if partial else ""),
            )
        typer.echo(f"{len(pinned.records)} positions; sha256 {text_hash(source.text)}", err=True)


def _register_agree(app: typer.Typer) -> None:
    @app.command()
    def agree(
        first: Annotated[
            Path, typer.Argument(metavar="A", help="Gold or reading: file or folder.")
        ],
        second: Annotated[Path, typer.Argument(metavar="B", help="The other one.")],
        json_file: Annotated[
            Path | None,
            typer.Option("--json", help="Write the figures here; - is standard output."),
        ] = None,
    ) -> None:
        """Agreement of two annotators, per field, and the list of their differences."""
        from ahcextract.cli.printing import as_json, print_tables, write_text
        from ahcextract.gold.agreement import agree as compare
        from ahcextract.gold.agreement import read_annotation
        from ahcextract.scoring.tables import agreement_tables

        found = compare(read_annotation(first), read_annotation(second))
        if json_file is not None:
            write_text(json_file, as_json(found.to_dict()))
            if str(json_file) == "-":
                return
        count = len(found.evaluation.scope.issues)
        typer.echo(f"A: {first}, B: {second}: {count} issues that both have read\n")
        print_tables(agreement_tables(found.evaluation, found.others))
        typer.echo(f"\nDifferences ({len(found.differences)})")
        for line in found.differences:
            typer.echo(f"  {line}")


def _register_stats(app: typer.Typer) -> None:
    @app.command()
    def stats(
        folder: Annotated[Path, typer.Argument(help="The gold folder.")] = Path("gold"),
        json_file: Annotated[
            Path | None, typer.Option("--json", help="Write the counts here; - is standard output.")
        ] = None,
    ) -> None:
        """What is in the gold: documents, issues, positions, by split and field."""
        from ahcextract.cli.printing import as_json, print_tables, write_text
        from ahcextract.gold import read_index
        from ahcextract.gold.stats import gold_stats
        from ahcextract.scoring.tables import stats_tables

        found = gold_stats(read_index(folder))
        if json_file is not None:
            write_text(json_file, as_json(found.to_dict()))
            if str(json_file) == "-":
                return
        print_tables(stats_tables(found.documents, found.fields))


def _register_calibrate(app: typer.Typer) -> None:
    @app.command()
    def calibrate(
        predicted: Annotated[Path, typer.Argument(metavar="PRED", help="Records, JSON Lines.")],
        gold: Annotated[Path, typer.Option(help="The gold folder.")] = Path("gold"),
        out: Annotated[
            Path, typer.Option("--out", "-o", help="Where to write; - is standard output.")
        ] = Path("-"),
    ) -> None:
        """Count right and wrong of each rule on development gold, for `confidence`."""
        from ahcextract.cli.printing import as_json, write_text
        from ahcextract.gold import read_index, read_lines
        from ahcextract.scoring.calibration import calibration
        from ahcextract.scoring.evaluation import rule_scores, sides_of
        from ahcextract.scoring.facts import Predicted
        from ahcextract.scoring.pairing import pair
        from ahcextract.scoring.scope import choose, gold_records

        index, records = read_index(gold), read_lines(predicted, Predicted)
        scope = choose(index, records, split="dev", where=str(predicted))
        sides = sides_of(scope, records, gold_records(index, scope))
        rules = rule_scores(sides, pair(sides.predicted, sides.gold))
        write_text(out, as_json(calibration(rules)))
        typer.echo(f"{len(rules)} rules over {len(scope.issues)} development issues", err=True)
