"""The catalogue of rules agrees with the code, with what the extractor does, and with its page."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ahcextract.lexicon import OPERATIONS
from ahcextract.linking.rules import RULES, Rule, find_rule

if TYPE_CHECKING:
    from ahcextract.extractor import Extractor

ROOT = Path(__file__).parents[1]
LINKING = ROOT / "src" / "ahcextract" / "linking"
CATALOGUE = "src/ahcextract/linking/rules.py"
ENTRY = """\
    Rule(  # emitted at linking/{at}
        "{name}",
        "<what it reads: one plain sentence.>",
        "<an invented example>",
        (("<actor>", "<stance>", "<target>"),),
    ),"""
# What fills the blank of a name that is put together ("{content.value}-operation").
BLANKS = {
    # These say how a verb stands to what it governs, and are done to no text.
    "{content.value}-operation": sorted(OPERATIONS - {"prefer", "denied", "able"}),
    # "unlike" is read as opposition before the name is made.
    "aside-{relation}": ["concern", "oppose", "support", "with"],
}
# Entries whose example does not give what it should, and why.
FAILING: dict[str, str] = {}


# ---------------------------------------------------------------- the code
def parsed() -> dict[str, ast.Module]:
    return {
        path.name: ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(LINKING.glob("*.py"))
        if path.name != "rules.py"
    }


def rule_places(modules: dict[str, ast.Module]) -> dict[str, int]:
    """Functions and classes that take a `rule`, with its place among positional arguments."""
    places: dict[str, int] = {}
    for module in modules.values():
        for node in ast.walk(module):
            if isinstance(node, ast.FunctionDef):
                names = [a.arg for a in node.args.args if a.arg not in {"self", "cls"}]
            elif isinstance(node, ast.ClassDef):
                names = [
                    item.target.id
                    for item in node.body
                    if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)
                ]
            else:
                continue
            if "rule" in names:
                places[node.name] = names.index("rule")
    return places


def written(node: ast.expr | None) -> Iterator[str]:
    """The names that an expression may give; an f-string's blanks stay in braces."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if node.value:
            yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            str(part.value)
            if isinstance(part, ast.Constant)
            else "{" + ast.unparse(part.value) + "}"  # type: ignore[attr-defined]
            for part in node.values
        )
    elif isinstance(node, ast.IfExp):
        yield from written(node.body)
        yield from written(node.orelse)


def assigned(node: ast.Assign) -> Iterator[str]:
    """`rule = "…"` and `stance, rule = …, "…"`."""
    for target in node.targets:
        if isinstance(target, ast.Name) and target.id == "rule":
            yield from written(node.value)
        elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            for name, value in zip(target.elts, node.value.elts, strict=True):
                if isinstance(name, ast.Name) and name.id == "rule":
                    yield from written(value)


def filled(name: str) -> list[str]:
    """The name, or all names that its blank makes."""
    if name not in BLANKS:
        return [name]
    return [re.sub(r"\{.*\}", value, name) for value in BLANKS[name]]


def names_in_code() -> dict[str, str]:
    """Every name that linking gives a rule, with the place in the code where it is written."""
    modules = parsed()
    places = rule_places(modules)
    found: dict[str, str] = {}
    for file, module in modules.items():
        for node in ast.walk(module):
            names: list[str] = []
            if isinstance(node, ast.Call):
                called = node.func
                name = (
                    called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                )
                names += [n for k in node.keywords if k.arg == "rule" for n in written(k.value)]
                if name in places and len(node.args) > places[name]:
                    names += written(node.args[places[name]])
            elif isinstance(node, ast.Assign):
                names += assigned(node)
            for one in names:
                for full in filled(one):
                    found.setdefault(full, f"{file}:{node.lineno}")
    return found


def test_names_are_collected() -> None:
    found = names_in_code()
    # Written as `.by(…)`, as `rule=…`, as the last argument of a helper, and as an f-string.
    assert {"owner", "report", "predicative", "delete-operation", "aside-with"} <= set(found)
    assert [name for name in found if "{" in name] == [], "say in BLANKS what fills the blank"


def test_every_rule_of_the_code_has_an_entry() -> None:
    missing = {n: at for n, at in names_in_code().items() if find_rule(n) is None}
    to_add = "\n".join(ENTRY.format(name=name, at=at) for name, at in missing.items())
    assert not missing, f"add to RULES in {CATALOGUE}, then run scripts/build_rules.py:\n{to_add}"


def test_every_entry_is_a_rule_of_the_code() -> None:
    gone = [rule.name for rule in RULES if rule.name not in names_in_code()]
    assert not gone, f"no rule in linking has these names: take them out of {CATALOGUE}: {gone}"


# ---------------------------------------------------------------- the entries
def test_entries_are_whole() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert len({rule.example for rule in RULES}) == len({(r.example, r.name) for r in RULES})
    bad = [
        rule.name
        for rule in RULES
        if not re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
        or not re.fullmatch(r"[A-Z“][^\n]*[.]", rule.construction)
        or ". " in rule.construction
        or not rule.example.strip()
        or not rule.records
    ]
    assert bad == []


def test_unknown_name() -> None:
    assert find_rule("no-such-rule") is None
    assert find_rule("verb") is RULES[0]


@cache
def extractor(profile: str) -> "Extractor":
    from ahcextract.extractor import Extractor
    from ahcextract.profile import load_profile

    return Extractor(load_profile(profile))


def examples() -> list[object]:
    return [
        pytest.param(
            rule,
            id=rule.name,
            marks=[pytest.mark.xfail(strict=True, reason=FAILING[rule.name])]
            if rule.name in FAILING
            else [],
        )
        for rule in RULES
    ]


@pytest.mark.model
@pytest.mark.parametrize("rule", examples())
def test_example_gives_its_records_by_its_rule(rule: Rule) -> None:
    records = list(extractor(rule.profile).extract(rule.example))
    assert [(r.actor, r.stance, r.target) for r in records] == list(rule.records), rule.example
    assert rule.name in {r.rule for r in records}, f"read by {[r.rule for r in records]}"


def test_known_failures_are_entries() -> None:
    assert sorted(FAILING) == sorted(name for name in FAILING if find_rule(name))


# ---------------------------------------------------------------- the page
def test_page_is_current() -> None:
    result = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "build_rules.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
