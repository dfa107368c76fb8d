"""`ahcextract profile`: list, check and begin profiles."""

from pathlib import Path

import typer


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    group = typer.Typer(
        no_args_is_help=True, help="List, check and begin profiles of negotiations."
    )

    @group.command("list")
    def list_profiles() -> None:
        """Print the profiles that come with the program, a name and a title a line."""
        from ahcextract.profile import load_profile, profile_names

        for name in profile_names():
            typer.echo(f"{name}\t{load_profile(name).title}")

    @group.command()
    def check(
        file: str = typer.Argument(help="A profile's .toml file, or the name of a shipped one."),
    ) -> None:
        """Check a profile: mistakes with file and line, else what it holds."""
        from ahcextract.profile import load_profile
        from ahcextract.profile_report import summary

        for line in summary(load_profile(file)):
            typer.echo(line)

    @group.command()
    def new(
        name: str = typer.Argument(help="Name of the negotiation, such as 'plastics'."),
        folder: Path = typer.Option(  # noqa: B008 - typer reads the default
            Path(), "--in", help="Folder to write it into; the present one by default."
        ),
    ) -> None:
        """Begin a profile: write NAME.toml with every key explained; never over a file."""
        from ahcextract.profile_report import begin

        typer.echo(str(begin(name, folder)))

    app.add_typer(group, name="profile")
