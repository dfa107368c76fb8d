"""`ahcextract profile list | check | new`."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from ahcextract.cli.profile import register
from ahcextract.errors import InputError
from ahcextract.profile import load_profile


def run(*args: str) -> str:
    app = typer.Typer()
    register(app)
    result = CliRunner().invoke(app, ["profile", *args])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0
    return result.output


def test_list() -> None:
    assert run("list") == (
        "ahc\tUN convention against cybercrime (Ad Hoc Committee)\n"
        "unfccc\tUN Framework Convention on Climate Change\n"
    )


def test_check_says_what_a_profile_holds() -> None:
    lines = run("check", "ahc").splitlines()
    assert lines[:2] == [
        "profiles/ahc.toml: UN convention against cybercrime (Ad Hoc Committee)",
        "own instrument: cybercrime (12 names)",
    ]
    assert "states: 201" in lines
    assert lines[-1] == f"digest: {load_profile('ahc').digest}"


def test_check_warns(tmp_path: Path) -> None:
    path = tmp_path / "small.toml"
    path.write_text('[own]\nid = "small"\n[[topics]]\nslug = "scope"\nphrases = []\n')
    assert run("check", str(path)).splitlines()[-5:] == [
        "warning: [own] has no names: articles of the treaty are found only where bare",
        "warning: topic 'scope' has no phrases: it is never found",
        "warning: no topic 'preamble'",
        "warning: no topic 'process'",
        "warning: no topic 'convention'",
    ]


def test_check_of_a_wrong_profile(tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text("foo = 1\n")
    with pytest.raises(InputError, match=r"wrong\.toml:1: unknown key 'foo'"):
        run("check", str(path))


def test_new_writes_a_profile_that_passes_its_check(tmp_path: Path) -> None:
    path = tmp_path / "high-seas.toml"
    assert run("new", "high-seas", "--in", str(tmp_path)) == f"{path}\n"
    assert [p.name for p in tmp_path.iterdir()] == ["high-seas.toml"]
    assert load_profile(path).own.id == "high-seas"
    assert "warning" not in run("check", str(path))


def test_new_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "plastics.toml"
    path.write_text("mine")
    with pytest.raises(InputError, match=r"plastics\.toml: is there already; choose another name"):
        run("new", "plastics", "--in", str(tmp_path))
    assert path.read_text() == "mine"
    assert [p.name for p in tmp_path.iterdir()] == ["plastics.toml"]


@pytest.mark.parametrize("name", ["Plastics", "a b", "../x", ""])
def test_new_with_a_bad_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="bad profile name"):
        run("new", name, "--in", str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_new_without_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder; make it first"):
        run("new", "plastics", "--in", str(tmp_path / "nope"))
