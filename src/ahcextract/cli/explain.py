"""`ahcextract explain`: what was read in each sentence, by which rule, and why nothing was."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.text import Text

    from ahcextract.explaining import Explained, Record

_COLOURS = {"actor": "bold cyan", "cue": "bold magenta", "target": "bold green", "topic": "green"}
_NEUTRAL = "dim"


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""

    @app.command()
    def explain(
        file: Annotated[
            str, typer.Argument(metavar="FILE", help="A bulletin, a folder, or - (standard input).")
        ],
        issue: Annotated[
            int | None, typer.Option(metavar="N", help="Only this issue; 0 is the preface.")
        ] = None,
        grep: Annotated[
            str | None,
            typer.Option(metavar="TEXT", help="Only sentences with these words; case is ignored."),
        ] = None,
        profile: Annotated[
            str | None,
            typer.Option(metavar="NAME|FILE", help="As for `run`: by default the front matter's."),
        ] = None,
        as_json: Annotated[
            bool, typer.Option("--json", help="Print a JSON array instead of text.")
        ] = False,
        why: Annotated[
            bool,
            typer.Option(
                "--why", help="Print JSON Lines for `evaluate --why`: why a sentence gave nothing."
            ),
        ] = False,
        output: Annotated[
            Path, typer.Option("-o", metavar="FILE", help="Where to write; - is standard output.")
        ] = Path("-"),
    ) -> None:
        """Show what was found in each sentence and how records came about.

        What was found stands in colour on a terminal and in brackets elsewhere. Under a sentence
        stand its records, each with the rule that made it and where its target comes from, and
        why any other actor gave none.
        """
        from ahcextract.cli.printing import as_json as json_text
        from ahcextract.cli.printing import write_text
        from ahcextract.explaining.output import to_dict, why_lines

        if as_json and why:
            raise typer.BadParameter("--json and --why are two outputs; ask for one")
        found = _matching(_explained(file, issue, profile), grep)
        if why:
            write_text(output, "".join(why_lines(found)))
        elif as_json:
            write_text(output, json_text([to_dict(one) for one in found]))
        else:
            _print(found, output)


def _explained(file: str, number: int | None, profile: str | None) -> "Iterator[Explained]":
    import sys

    from ahcextract.errors import InputError
    from ahcextract.explaining import Tracer, explain
    from ahcextract.profile import load_profile
    from ahcextract.reading import find_inputs, read
    from ahcextract.running.work import chosen_profile
    from ahcextract.splitting import split

    asked = load_profile(profile) if profile is not None else None
    tracers: dict[str, Tracer] = {}
    for item in find_inputs([file]):
        source = read(item.path, name=item.name)
        chosen = asked or chosen_profile(source.profile, str(item.path))
        bulletin = split(source, chosen.headings)
        for warning in bulletin.warnings:
            print(f"warning: {bulletin.name}: {warning}", file=sys.stderr)
        issues = [i for i in bulletin.issues if number is None or i.number == number]
        if not issues:
            known = ", ".join(str(i.number) for i in bulletin.issues)
            raise InputError(f"no issue {number}", where=file, hint=f"its issues are {known}")
        if chosen.name not in tracers:
            tracers[chosen.name] = Tracer(chosen)
        for one in issues:
            yield from explain(tracers[chosen.name], bulletin, one)


def _matching(found: "Iterable[Explained]", grep: str | None) -> "Iterator[Explained]":
    """Those whose words, white space folded, hold `grep`."""
    wanted = " ".join(grep.split()).casefold() if grep else ""
    for one in found:
        if wanted in " ".join(one.text.split()).casefold():
            yield one


def _print(found: "Iterable[Explained]", output: Path) -> None:
    import sys

    from ahcextract.cli.printing import write_text

    if str(output) != "-":
        write_text(output, "".join(f"{line.plain}\n" for line in _lines(found, colour=False)))
        return
    if not sys.stdout.isatty():
        for line in _lines(found, colour=False):
            typer.echo(line.plain)
        return
    from rich.console import Console

    console = Console()
    for line in _lines(found, colour=True):
        console.print(line, soft_wrap=True)


def _lines(found: "Iterable[Explained]", *, colour: bool) -> "Iterator[Text]":
    """All lines, an empty one before each sentence."""
    from rich.text import Text

    issue: tuple[str, int] | None = None
    for one in found:
        if (one.document, one.issue) != issue:
            issue = one.document, one.issue
            yield Text(f"\n=== {one.document}, issue {one.issue}", style="bold")
        yield Text()
        named = f"  ({', '.join(one.sets)})" if one.sets else ""
        if one.kind == "heading":
            yield Text.assemble((f"# {' '.join(one.text.split())}", "bold"), (named, _NEUTRAL))
            continue
        if one.sets:
            yield Text(f"label: {', '.join(one.sets)}", style=_NEUTRAL)
        yield _marked(one, colour=colour)
        for record in one.records:
            yield from _of_record(record)
        for reason in one.reasons:
            who = f"{reason.actor}: " if reason.actor else ""
            yield Text.assemble("  - ", (who, _COLOURS["actor"]), (reason.detail, _NEUTRAL))


def _marked(one: "Explained", *, colour: bool) -> "Text":
    """The sentence on one line; a mark that no record rests on has a question mark."""
    from rich.text import Text

    line, at = Text(), one.start
    for mark in one.marks:
        line.append(_flat(one.text[at - one.start : mark.start - one.start]))
        words = _flat(one.text[mark.start - one.start : mark.end - one.start])
        label = f"{mark.kind}:{mark.value}{'' if mark.used else '?'}"
        if colour:
            style = _COLOURS[mark.kind] + ("" if mark.used else " dim")
            line.append(words, style)
            line.append(f"[{label}]", _NEUTRAL)
        else:
            line.append(f"[{label} {words}]")
        at = mark.end
    line.append(_flat(one.text[at - one.start :]))
    return line


def _flat(words: str) -> str:
    import re

    return re.sub(r"\s+", " ", words)


def _of_record(record: "Record") -> "Iterator[Text]":
    """What a record says, by which rule, and where its target and actor come from."""
    from rich.text import Text

    from ahcextract.explaining.output import extras, rule_sentence, where

    p = record.position
    yield Text.assemble(
        "  > ", (p.actor, _COLOURS["actor"]), " ", (p.stance, _COLOURS["cue"]), " ",
        (p.target, _COLOURS["target"]), "".join(f", {extra}" for extra in extras(p)),
    )  # fmt: skip
    yield Text(f"    rule {p.rule}: {rule_sentence(p.rule)}", style=_NEUTRAL)
    yield Text(f"    target {where(record.target)}", style=_NEUTRAL)
    if record.actor.start is not None:
        yield Text(f"    actor {where(record.actor)}", style=_NEUTRAL)
