"""The documents say what the program does: commands, records, examples, links."""

import importlib.util
import json
import re
import shlex
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest
from typer.testing import CliRunner

from ahcextract.cli import build_app
from ahcextract.export import FORMATS
from ahcextract.position import ActorType, Position, Stance, TargetKind
from ahcextract.profile_reading import KEYS, TABLES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "ahcextract"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))]
# Where packages, images or models are fetched from: no page may send anybody there.
HOSTS = re.compile(
    r"pypi\.org|pythonhosted|anaconda|conda-forge|npmjs|crates\.io|rubygems|docker\.io|ghcr\.io"
    r"|quay\.io|gcr\.io|huggingface|proxy\.golang|maven"
)
# Options that other programs have: `make` has none, these stand in commands of our pages.
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


@cache
def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path, language: str) -> list[str]:
    """Code blocks of a language, "" for those that name none."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text(page), flags=re.M | re.S)


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


COMMANDS: dict[str, Any] = dict(script("build_commands").commands())


# ---------------------------------------------------------------- commands
def test_page_of_commands_is_current() -> None:
    page = text(DOCS / "commands.md")
    assert page == script("build_commands").page(), "run scripts/build_commands.py"


def sections() -> dict[str, str]:
    parts = re.split(r"^## (ahcextract.*)\n", text(DOCS / "commands.md"), flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def help_of(names: str) -> str:
    arguments = [*names.split()[1:], "--help"]
    result = CliRunner().invoke(build_app(), arguments, env={"COLUMNS": "200", "NO_COLOR": "1"})
    assert result.exit_code == 0
    return result.output


def test_every_command_and_option_of_help_is_on_the_page() -> None:
    told = sections()
    groups = {"ahcextract profile", "ahcextract gold"}
    assert told.keys() == COMMANDS.keys() - groups
    missing = []
    for names, section in told.items():
        options = set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", help_of(names), flags=re.M))
        assert "--help" in options
        missing += [(names, o) for o in options - {"--help"} if f"`{o}`" not in section]
    assert missing == []


def test_every_command_argument_and_option_has_help() -> None:
    assert [names for names, command in COMMANDS.items() if not command.help] == []
    silent = [
        (names, parameter.name)
        for names, command in COMMANDS.items()
        for parameter in command.params
        if not parameter.help
    ]
    assert silent == []


def told_commands() -> Iterator[tuple[str, str]]:
    """Every line of a page's code blocks that calls the program, with the page's name."""
    for page in PAGES:
        for block in [*blocks(page, ""), *blocks(page, "sh")]:
            joined = re.sub(r"\n {4,}(?=\[)", " ", block)
            for line in joined.splitlines():
                if line.startswith("ahcextract "):
                    yield page.name, line.split("  #")[0]


def test_commands_on_the_pages_exist() -> None:
    lines = list(told_commands())
    assert len(lines) > 40
    wrong = []
    for page, line in lines:
        words = line.split()
        names = next(
            n for n in (" ".join(words[:3]), " ".join(words[:2]), "ahcextract") if n in COMMANDS
        )
        known = {name for p in COMMANDS[names].params for name in p.opts} | {"--help"}
        wrong += [(page, line, o) for o in OPTION.findall(line) if o not in known]
        if names == "ahcextract" and words[1] not in {"--version", "COMMAND", "[OPTION…]"}:
            wrong.append((page, line, words[1]))
    assert wrong == []


def test_targets_of_make_on_the_pages_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", text(ROOT / "Makefile"), flags=re.M))
    told = {
        (page.name, name)
        for page in PAGES
        for name in re.findall(r"(?:^|`)make ([a-z]+)", text(page), flags=re.M)
    }
    assert {name for _, name in told} >= {"run", "test", "report", "serve", "compare", "help"}
    assert sorted((page, name) for page, name in told if name not in targets) == []


# ---------------------------------------------------------------- records and profiles
def test_table_of_fields_is_current() -> None:
    page = text(DOCS / "records.md")
    assert page == script("build_fields").page(page), "run scripts/build_fields.py"


def test_every_field_is_told_with_its_meaning() -> None:
    rows = re.findall(r"^\| `(\w+)` \| .+ \| (.+) \|$", text(DOCS / "records.md"), flags=re.M)
    fields = {name: field.description for name, field in Position.model_fields.items()}
    assert rows == list(fields.items())


def test_types_of_fields_in_words() -> None:
    kind = script("build_fields").kind
    properties = Position.model_json_schema()["properties"]
    names = ("actor", "issue_date", "topics", "negated", "count", "evidence_start", "confidence")
    assert [kind(properties[name]) for name in names] == [
        "string", "`YYYY-MM-DD` or null", "list of strings", "boolean", "integer or null",
        "integer", "number, 0 to 1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "values", [Stance, ActorType, TargetKind], ids=["stance", "actor", "target"]
)
def test_every_value_has_its_row(values: Any) -> None:
    page = text(DOCS / "records.md")
    assert [v for v in get_args(values) if f"\n| `{v}` | " not in page] == []


def test_every_format_is_told() -> None:
    page = text(DOCS / "exports.md")
    assert [name for name in FORMATS if f"`{name}`" not in page] == []
    assert len(FORMATS) == 11


def test_every_key_of_a_profile_is_told() -> None:
    page = text(DOCS / "profiles.md").split("## All keys")[1].split("\n## ")[0]
    keys = {*KEYS, *(key for keys in TABLES.values() for key in keys)}
    assert sorted(key for key in keys if not re.search(rf"`\[*{key}\]*`", page)) == []


# ---------------------------------------------------------------- pages
def anchors(page: Path) -> set[str]:
    """Anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(
        r"^#+ (.+)$", re.sub(r"^```.*?^```$", "", text(page), flags=re.M | re.S), re.M
    )
    plain = (re.sub(r"\[([^]]*)\]\([^)]*\)|`", r"\1", heading) for heading in headings)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in plain}


def links(page: Path) -> list[str]:
    return re.findall(
        r"\]\(([^)\s]+)\)", re.sub(r"^```.*?^```$", "", text(page), flags=re.M | re.S)
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for link in links(page):
        if link.startswith("https://"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


def test_index_has_every_page_once() -> None:
    listed = [link for link in links(DOCS / "index.md") if not link.startswith("..")]
    assert sorted(listed) == sorted(p.name for p in DOCS.glob("*.md") if p.name != "index.md")
    assert "docs/index.md" in links(ROOT / "README.md")


def test_no_page_names_a_registry() -> None:
    named = [(page.name, HOSTS.findall(text(page))) for page in PAGES]
    assert [(name, found) for name, found in named if found] == []


def test_architecture_names_every_part_and_none_that_is_not() -> None:
    page = text(DOCS / "architecture.md")
    parts = {p.name for p in SOURCE.glob("*.py") if p.name != "__init__.py"}
    parts |= {f"{p.parent.name}/" for p in SOURCE.glob("*/__init__.py")}
    assert sorted(part for part in parts if part not in page) == []
    named = set(re.findall(r"`(?:\w+/)?(\w+\.py)`", page))
    there = {p.name for p in SOURCE.rglob("*.py")}
    assert len(named) > 20
    assert named <= there


# ---------------------------------------------------------------- adding a rule
def test_code_of_the_how_to_is_in_the_program() -> None:
    code = "\n".join(p.read_text(encoding="utf-8") for p in (SOURCE / "linking").glob("*.py"))
    shown = blocks(DOCS / "adding-a-rule.md", "python")
    assert [block for block in shown if block not in code] == []
    assert len(shown) == 2


@pytest.mark.model
def test_cases_of_the_how_to_hold() -> None:
    import ahcextract

    (block,) = blocks(DOCS / "adding-a-rule.md", "json")
    cases = [json.loads(line) for line in block.splitlines()]
    extractor = ahcextract.load()
    found = [
        [
            {"actor": p.actor, "stance": p.stance, "target": p.target}
            for p in extractor.extract(c["text"])
        ]
        for c in cases
    ]
    assert found == [case["expected"] for case in cases]
    assert [bool(records) for records in found] == [True, False]


# ---------------------------------------------------------------- the README
@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like a clone, to run examples in."""
    for name in ("corpus", "gold"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def example() -> tuple[str, dict[str, Any]]:
    """The README's bullet, and the record that it shows."""
    quoted = re.search(r"(?:^> .*\n)+", text(ROOT / "README.md"), flags=re.M)
    assert quoted is not None
    (record,) = blocks(ROOT / "README.md", "json")
    return " ".join(quoted[0].replace("\n> ", " ").removeprefix("> • ").split()), json.loads(record)


def test_bullet_of_the_readme_stands_in_the_corpus() -> None:
    bullet, record = example()
    assert bullet in (ROOT / "corpus" / f"{record['document']}.txt").read_text("utf-8")


def shell() -> list[list[str]]:
    lines = "".join(blocks(ROOT / "README.md", "sh")).splitlines()
    return [shlex.split(line, comments=True) for line in lines]


def test_readme_calls_what_the_tests_run() -> None:
    other = [" ".join(words) for words in shell() if words[0] != "ahcextract"]
    assert other == ["make run", "make test", "source .venv/bin/activate"]
    assert len(shell()) - len(other) == 11


@pytest.mark.model
def test_readme_runs(folder: Path) -> None:
    out = {}
    for words in shell():
        # serve runs until it is ended; tests/browser calls it.
        if words[0] != "ahcextract" or words[1] == "serve":
            continue
        result = CliRunner().invoke(build_app(), words[1:])
        assert result.exit_code == 0, (words, result.output, result.exception)
        out[words[1]] = result.stdout
    made = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    assert made == [
        "actors.graphml", "corpus", "datapackage.json", "gold", "plastics.jsonl", "plastics.toml",
        "positions.jsonl", "positions.xlsx", "report.html",
    ]  # fmt: skip
    assert "Same room, same speeches" in out["issues"]
    assert "> MYS oppose article:6.2" in out["explain"]
    assert "headline" in out["evaluate"]
    _, shown = example()
    records = [json.loads(line) for line in Path("positions.jsonl").read_text("utf-8").splitlines()]
    assert [r["actor"] for r in records if r["point"] == shown["point"]] == ["MYS", "IND"]
    (first,) = (r for r in records if (r["point"], r["actor"]) == (shown["point"], "MYS"))
    assert {name: first[name] for name in shown} == shown


@pytest.mark.model
def test_python_of_the_readme_runs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = blocks(ROOT / "README.md", "python")
    exec(compile(textwrap.dedent(code), "README.md", "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) >= 2
    assert printed[0].startswith("2024-07-30 Malaysia – While a clear majority is content")
