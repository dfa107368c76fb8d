"""`ahcextract run`: bulletins in, position records out."""

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ahcextract.running.documents import Document
    from ahcextract.running.engines import Engine
    from ahcextract.running.events import Reporter


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""

    @app.command()
    def run(
        inputs: Annotated[
            list[str],
            typer.Argument(
                metavar="INPUT…",
                help="Bulletins, folders of them, - (standard input), or URLs (s3://…).",
            ),
        ],
        out: Annotated[
            str,
            typer.Option(
                "-o", "--out", metavar="FILE", help="File to write; - is standard output."
            ),
        ] = "-",
        profile: Annotated[
            str | None,
            typer.Option(
                metavar="NAME|FILE",
                help="Profile of the negotiation, by name or as a .toml file; by default the one "
                "that a document's front matter names, or ahc.",
            ),
        ] = None,
        save_text: Annotated[
            Path | None,
            typer.Option(
                metavar="DIR", help="Folder for each document's text, exactly as offsets count it."
            ),
        ] = None,
        min_confidence: Annotated[
            float, typer.Option(min=0, max=1, help="Leave out records whose confidence is lower.")
        ] = 0.0,
        keep_going: Annotated[
            bool, typer.Option("--keep-going", help="Write the rest where an input cannot be read.")
        ] = False,
        jobs: Annotated[
            int | None,
            typer.Option(min=1, help="Processes at most; by default as many as there are cores."),
        ] = None,
        engine: Annotated[
            str,
            typer.Option(
                metavar="local|dask", help="This machine, or a cluster (docs/cluster.md)."
            ),
        ] = "local",
        scheduler: Annotated[
            str | None,
            typer.Option(
                metavar="ADDRESS",
                help="Address of a running dask scheduler (tcp://…:8786); by default a local one.",
            ),
        ] = None,
        force: Annotated[
            bool, typer.Option("--force", help="Do everything again, not only what changed.")
        ] = False,
    ) -> None:
        """Extract positions from bulletins as JSON Lines, a record a line."""
        import os

        # The matrices are small: more threads a process would only stand in each other's way.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        from ahcextract.cli.progress import reporter
        from ahcextract.profile import load_profile
        from ahcextract.running.runner import Request
        from ahcextract.running.runner import run as run_all
        from ahcextract.running.work import Settings

        with _interruptible(), reporter() as shown:
            chosen = load_profile(profile) if profile is not None else None
            settings = Settings(chosen, min_confidence, save_text is not None)
            documents, missing = _documents(inputs, keep_going, shown)
            request = Request(documents, out, settings, save_text, keep_going, force)
            made = run_all(request, _engine(engine, scheduler, jobs), shown)
            shown.end(made)
        if missing or made.failed:
            raise typer.Exit(2)


@contextlib.contextmanager
def _interruptible() -> "Iterator[None]":
    """End in order on Ctrl-C and on SIGTERM, with one line and the shell's exit code."""
    import signal

    def end(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    except (KeyboardInterrupt, SystemExit) as error:
        code = error.code if isinstance(error, SystemExit) else 128 + signal.SIGINT
        line = "interrupted; the old output is kept, the next run goes on with what is not done"
        print(line, file=sys.stderr)
        raise typer.Exit(int(code or 1)) from None
    finally:
        signal.signal(signal.SIGTERM, before)


def _documents(
    inputs: list[str], keep_going: bool, shown: "Reporter"
) -> "tuple[list[Document], int]":
    """The documents, and how many inputs there are none of."""
    from ahcextract.errors import InputError
    from ahcextract.running.documents import find_documents

    if not keep_going:
        return find_documents(inputs), 0
    good = []
    for given in inputs:
        try:
            if given != "-":
                find_documents([given])
            good.append(given)
        except InputError as error:
            shown.fail(str(error))
    if not good:
        raise InputError("none of the inputs can be read")
    return find_documents(good), len(inputs) - len(good)


def _engine(name: str, scheduler: str | None, jobs: int | None) -> "Engine":
    from ahcextract.errors import InputError

    if name == "local":
        if scheduler is not None:
            raise InputError("needs --engine dask", where="--scheduler", hint="add it")
        from ahcextract.running.parallel import parallel

        return parallel(jobs)
    if name == "dask":
        from ahcextract.running.cluster import cluster

        return cluster(scheduler, jobs)
    raise InputError(f'no engine "{name}"', where="--engine", hint="local or dask")
