"""The command line. Modules here are the only ones that print; heavy imports wait in functions."""

import importlib
import sys

import typer

from ahcextract.errors import AhcError

# In the order `--help` shows them. Each module has `register(app)` and imports at its top nothing
# heavier than typer, so that `--help` answers at once.
_COMMANDS = (
    "run",
    "issues",
    "explain",
    "profile",
    "evaluate",
    "gold",
    "report",
    "export",
    "serve",
    "schema",
)


def _version(value: bool) -> None:
    if value:
        from importlib.metadata import version

        typer.echo(f"ahcextract {version('ahcextract')}")
        raise typer.Exit


def build_app() -> typer.Typer:
    """The application with all commands."""
    app = typer.Typer(
        name="ahcextract",
        help="Who takes which stance on which article, when, and in which words.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        # Plain help: rich takes twice as long to import as all the rest.
        rich_markup_mode=None,
        add_completion=False,
    )

    @app.callback()
    def options(
        version: bool = typer.Option(
            False, "--version", callback=_version, is_eager=True, help="Print the version."
        ),
    ) -> None:
        pass

    for name in _COMMANDS:
        importlib.import_module(f"ahcextract.cli.{name}").register(app)
    return app


def main() -> None:
    """Entry point: errors for people are one line on stderr, exit code 2 or 1."""
    try:
        build_app()()
    except AhcError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our standard output has gone ("| head"): nothing left to say.
        sys.stderr.close()
        sys.exit(0)
