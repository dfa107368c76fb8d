"""`ahcextract serve`: a local web site over the records."""

from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""

    @app.command()
    def serve(
        positions: Annotated[
            str,
            typer.Argument(
                metavar="POSITIONS", help="JSON Lines as `run` writes them; - is standard input."
            ),
        ],
        port: Annotated[
            int,
            typer.Option(
                "--port", min=0, max=65535, help="Port to serve on; 0 takes any free one."
            ),
        ] = 8001,
        host: Annotated[
            str,
            typer.Option(
                "--host",
                help="Who may read it: 127.0.0.1 this machine alone, 0.0.0.0 your whole network.",
            ),
        ] = "127.0.0.1",
        open_: Annotated[
            bool, typer.Option("--open", help="Open the site in the browser.")
        ] = False,
    ) -> None:
        """Serve records as a web site to search and query; Ctrl-C ends it."""
        import webbrowser

        from ahcextract.records import read_positions
        from ahcextract.serving.site import database_of, listen, run, site

        listener = listen(host, port)
        with listener, database_of(read_positions(positions)) as database:
            shown = f"[{host}]" if ":" in host else host
            url = f"http://{shown}:{listener.getsockname()[1]}/"

            def started() -> None:
                typer.echo(f"{url} serves {positions}; Ctrl-C ends it", err=True)
                if open_:
                    webbrowser.open(url)

            run(site(database), listener, started)
