"""Writes docs/commands.md: every command, argument and option, as the program itself tells them.

`--check` writes nothing, and fails where the page is not what it would be.
"""

import inspect
import sys
import types
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from ahcextract.cli import build_app

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"
TOP = """\
# Commands

Every command with its arguments and options. This page is made of what `--help` says by
`scripts/build_commands.py`; do not edit it by hand. How and why to use them stands in
[running](running.md), [reading](reading.md) (`issues`), [explain](explain.md),
[profiles](profiles.md), [evaluation](evaluation.md), [gold](gold.md), [report](report.md),
[exports](exports.md) and [serve](serve.md).

Data goes to standard output or to the file named, everything else to standard error. Exit code 0:
done; 1: the program or its surroundings failed; 2: an input, option or output is wrong, told in one
line; 130 and 143: interrupted.
"""


def page() -> str:
    """What docs/commands.md is to hold."""
    sections = [section(names, command) for names, command in commands() if takes_part(command)]
    return "\n".join([TOP, *sections])


def commands() -> Iterator[tuple[str, Any]]:
    """Every command and group with its full name, groups before what is in them."""
    yield from _below("ahcextract", typer.main.get_command(build_app()))


def _below(names: str, command: Any) -> Iterator[tuple[str, Any]]:
    yield names, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from _below(f"{names} {name}", inner)


def takes_part(command: Any) -> bool:
    """Whether the command has a section: a group without options only holds others."""
    return not hasattr(command, "commands") or bool(shown(command))


def shown(command: Any) -> list[Any]:
    """Arguments and options that `--help` shows."""
    return [parameter for parameter in command.params if not getattr(parameter, "hidden", False)]


def section(names: str, command: Any) -> str:
    """A command's heading, usage, help and table."""
    rows = [row(parameter) for parameter in shown(command)]
    told = inspect.cleandoc(command.help or "")
    lines = [f"## {names}", "", "```", usage(names, command), "```", "", told]
    if rows:
        lines += ["", "| | what | default |", "|---|---|---|", *rows]
    return "\n".join(lines) + "\n"


def usage(names: str, command: Any) -> str:
    """How the command is called, in one line."""
    parts = [names]
    for parameter in shown(command):
        if parameter.param_type_name == "argument":
            name = label(parameter)
            parts.append(name if parameter.required else f"[{name}]")
        elif parameter.required:
            parts.append(f"{parameter.opts[-1]} {value(parameter)}")
    if any(not p.required and p.param_type_name == "option" for p in shown(command)):
        parts.append("[OPTION…]")
    return " ".join([*parts, "COMMAND …"] if hasattr(command, "commands") else parts)


def row(parameter: Any) -> str:
    """A row of the table: how it is written, what it is, what holds without it."""
    if parameter.param_type_name == "argument":
        written = f"`{label(parameter)}`"
    else:
        names = ", ".join(f"`{name}`" for name in sorted(parameter.opts, key=len))
        kind = value(parameter)
        written = f"{names} `{kind}`" if kind else names
    told = (parameter.help or "").replace("|", r"\|")
    written = written.replace("|", r"\|")
    return f"| {written} | {told} | {default(parameter)} |".replace("|  |", "| |")


def label(argument: Any) -> str:
    """The name of an argument as people read it."""
    return str(argument.metavar or argument.name.upper())


def value(option: Any) -> str:
    """What an option takes; nothing for one that is only there or not."""
    if option.is_flag:
        return ""
    if option.metavar:
        return str(option.metavar)
    kind = _single(option.type_descriptor.annotation)
    if typing.get_origin(kind) is typing.Literal:
        return "|".join(typing.get_args(kind))
    return {Path: "PATH", int: "N", float: "X", str: "TEXT"}[kind]


def _single(annotation: Any) -> Any:
    """The type of one value: without `None`, and without the list around it."""
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        (annotation,) = (a for a in typing.get_args(annotation) if a is not type(None))
    return typing.get_args(annotation)[0] if typing.get_origin(annotation) is list else annotation


def default(parameter: Any) -> str:
    """What holds where the parameter is not given."""
    if parameter.required:
        return "required"
    if getattr(parameter, "is_flag", False) or parameter.default in (None, "", ()):
        return ""
    return f"`{parameter.default}`"


def main() -> int:
    """Write the page or, with `--check`, compare it."""
    text = page()
    if "--check" in sys.argv[1:]:
        if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
            return 0
        sys.stderr.write("docs/commands.md is out of date; run scripts/build_commands.py\n")
        return 1
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
