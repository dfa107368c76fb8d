"""`ahcextract evaluate`: positions against gold."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from ahcextract.gold import GoldIndex
    from ahcextract.gold.record import GoldRecord
    from ahcextract.scoring.comparing import Comparison
    from ahcextract.scoring.evaluation import Evaluation
    from ahcextract.scoring.facts import Predicted
    from ahcextract.scoring.mistakes import Mistake
    from ahcextract.scoring.scope import Scope
    from ahcextract.scoring.tables import Table


_Pred = Annotated[
    Path, typer.Argument(metavar="PRED", help="Records, JSON Lines; - is standard input.")
]
_Gold = Annotated[Path, typer.Option(help="The gold folder.")]
_Split = Annotated[Literal["dev", "test", "all"], typer.Option(help="Issues to score.")]
_Documents = Annotated[
    list[str] | None,
    typer.Option(
        "--document",
        metavar="NAME",
        help="Score only this document, or those like 'enb*'. Repeatable.",
    ),
]
_Errors = Annotated[bool, typer.Option("--errors", help="List mistakes (development issues only).")]
_Every = Annotated[
    bool, typer.Option("--every", help="With --errors: all actors, and neutral too.")
]
_Why = Annotated[Path | None, typer.Option(help="With --errors: what `explain --why` wrote.")]
_Old = Annotated[
    Path | None,
    typer.Option(metavar="OLD", help="An earlier output: list what was won and lost since."),
]
_Json = Annotated[
    Path | None, typer.Option("--json", help="Write all figures here; - is standard output.")
]
_Html = Annotated[Path | None, typer.Option(help="Write a page here; - is standard output.")]
_Markdown = Annotated[
    Path | None, typer.Option(help="Write tables here, between its markers; - is standard output.")
]
_Block = Annotated[
    str | None, typer.Option(metavar="NAME", help="With --markdown: the markers of this name.")
]
_Allow = Annotated[
    bool, typer.Option("--allow-unscored", help="Pass over documents that gold lacks.")
]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""

    @app.command()
    def evaluate(
        predicted: _Pred,
        gold: _Gold = Path("gold"),
        split: _Split = "all",
        documents: _Documents = None,
        errors: _Errors = False,
        every: _Every = False,
        why: _Why = None,
        compare: _Old = None,
        json_file: _Json = None,
        html: _Html = None,
        markdown: _Markdown = None,
        block: _Block = None,
        allow_unscored: _Allow = False,
    ) -> None:
        """Score records against gold: precision, recall, F1, intervals.

        Documents of one folder are scored together once PRED has a record of one of them; those
        without any record count as missed.
        """
        from ahcextract.gold import read_index, read_lines
        from ahcextract.scoring.facts import Predicted
        from ahcextract.scoring.scope import choose, gold_records

        index, records = read_index(gold), read_lines(predicted, Predicted)
        scope = choose(
            index, records, split=split, documents=documents or (),
            allow_unscored=allow_unscored, where=str(predicted),
        )  # fmt: skip
        result = _Result(index, scope, records, gold_records(index, scope))
        if errors:
            result.list_mistakes(why, every=every)
        if compare is not None:
            result.compare(read_lines(compare, Predicted))
        result.write(json_file, html, markdown, block)
        if Path("-") not in (json_file, html, markdown):
            result.print()


class _Result:
    """An evaluation with what was asked for besides."""

    def __init__(
        self,
        index: "GoldIndex",
        scope: "Scope",
        records: "list[Predicted]",
        gold: "list[GoldRecord]",
    ) -> None:
        from ahcextract.scoring.evaluation import evaluate, sides_of
        from ahcextract.scoring.pairing import pair

        self._index, self._scope = index, scope
        self._sides = sides_of(scope, records, gold)
        self._pairing = pair(self._sides.predicted, self._sides.gold)
        self._evaluation: Evaluation = evaluate(scope, self._sides, self._pairing)
        self._mistakes: dict[str, list[Mistake]] | None = None
        self._comparison: Comparison | None = None

    def list_mistakes(self, why: Path | None, *, every: bool) -> None:
        from ahcextract.scoring.facts import headline
        from ahcextract.scoring.mistakes import find_mistakes, read_why, words_of

        self._mistakes = find_mistakes(
            self._scope,
            self._sides,
            self._pairing,
            words=words_of(self._index),
            why=read_why(why) if why else lambda fact: None,
            keep=(lambda fact: True) if every else headline,
        )

    def compare(self, old: "list[Predicted]") -> None:
        from ahcextract.scoring.comparing import compare_outputs
        from ahcextract.scoring.evaluation import sides_of

        earlier = sides_of(self._scope, old, ()).predicted
        self._comparison = compare_outputs(
            self._scope, earlier, self._sides.predicted, self._sides.gold
        )

    def write(
        self, json_file: Path | None, html: Path | None, markdown: Path | None, block: str | None
    ) -> None:
        from ahcextract.cli.printing import as_json, write_text
        from ahcextract.scoring.rendering import as_page
        from ahcextract.scoring.tables import summary

        if json_file is not None:
            write_text(json_file, as_json(self._to_dict()))
        if html is not None:
            lines = summary(self._evaluation)
            page = as_page("ahcextract: evaluation", lines, self._tables(), self._listings())
            write_text(html, page)
        if markdown is not None:
            self._write_markdown(markdown, block)

    def _write_markdown(self, path: Path, block: str | None) -> None:
        from ahcextract.cli.printing import write_text
        from ahcextract.scoring.rendering import as_markdown, between_markers
        from ahcextract.scoring.tables import summary

        body = "\n".join(f"- {line}" for line in summary(self._evaluation))
        body += "".join(f"\n\n{as_markdown(table)}" for table in self._tables()) + "\n"
        if path.is_file():
            body = between_markers(path.read_text("utf-8"), body, where=str(path), block=block)
        write_text(path, body)

    def print(self) -> None:
        from ahcextract.cli.printing import print_tables
        from ahcextract.scoring.tables import summary

        for line in summary(self._evaluation):
            typer.echo(line)
        typer.echo()
        print_tables(self._tables())
        for name, lines in self._listings().items():
            typer.echo(f"\n{name}")
            for line in lines:
                typer.echo(line)

    def _to_dict(self) -> dict[str, object]:
        values: dict[str, object] = self._evaluation.to_dict()
        if self._comparison:
            values["comparison"] = self._comparison.to_dict()
        if self._mistakes is not None:
            values["errors"] = {
                name: [mistake.to_dict() for mistake in group]
                for name, group in self._mistakes.items()
            }
        return values

    def _tables(self) -> "list[Table]":
        from ahcextract.scoring.tables import comparison_table, tables_of

        tables = tables_of(self._evaluation)
        if self._comparison:
            tables.insert(1, comparison_table(self._comparison))
        return tables

    def _listings(self) -> "dict[str, list[str]]":
        from ahcextract.scoring.tables import comparison_lines, mistake_lines

        found = {}
        if self._comparison:
            found["Changes on development issues"] = comparison_lines(self._comparison)
        if self._mistakes is not None:
            title = "Mistakes on development issues, by construction, worst first"
            if self._scope.split != "dev":
                title += " (test issues: figures only)"
            found[title] = mistake_lines(self._mistakes)
        return found
