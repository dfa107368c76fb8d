import subprocess
import sys
from importlib.metadata import version

import pytest

import ahcextract


def test_public_names() -> None:
    from ahcextract.bulletin import Bulletin, Issue
    from ahcextract.position import Position

    assert ahcextract.__all__ == ["Bulletin", "Issue", "Position", "__version__", "load"]
    assert (ahcextract.Bulletin, ahcextract.Issue) == (Bulletin, Issue)
    assert ahcextract.Position is Position
    assert ahcextract.__version__ == version("ahcextract")
    assert {*ahcextract.__all__} <= {*dir(ahcextract)}
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = ahcextract.nothing


HEAVY = ("spacy", "numpy", "pydantic", "dateparser", "trafilatura", "pypdf", "docx", "rich.console")


def loaded_by(code: str) -> set[str]:
    """Heavy modules that a fresh interpreter has loaded after `code`."""
    script = f"import sys\n{code}\nprint(*(m for m in {HEAVY!r} if m in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_importing_is_quick() -> None:
    assert loaded_by("import ahcextract") == set()


def test_help_loads_nothing_heavy() -> None:
    assert loaded_by("import ahcextract.cli; ahcextract.cli.build_app()") == set()


def test_reading_a_text_loads_no_reader_of_other_kinds() -> None:
    code = "import ahcextract.running.runner, ahcextract.running.parallel"
    assert loaded_by(code) <= {"spacy", "numpy", "pydantic", "rich.console"}


@pytest.mark.model
def test_load_and_extract() -> None:
    found = list(ahcextract.load().extract("Norway opposed article 4."))
    assert [(p.actor, p.stance, p.target) for p in found] == [("NOR", "oppose", "article:4")]
