"""`ahcextract schema`: the JSON Schema of a record."""

import typer


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""

    @app.command()
    def schema() -> None:
        """Print the JSON Schema that every record validates against."""
        import json

        from ahcextract.position import Position

        typer.echo(json.dumps(Position.model_json_schema(), indent=2, ensure_ascii=False))
