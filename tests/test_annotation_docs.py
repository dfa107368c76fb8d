"""`docs/annotation.md` and `gold/readings/decisions.jsonl` say what the readings and gold say."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from pydantic import TypeAdapter
from typer.testing import CliRunner

from ahcextract.cli import build_app
from ahcextract.gold.agreement import agree, read_annotation
from ahcextract.gold.record import GoldRecord

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "gold"
READINGS = GOLD / "readings"
PAIRS = {"corpus": ("author", "reader2"), "real": ("reader1", "reader2")}
TWICE_READ_REAL = (
    "gitoc-ahc-2024-07",
    "enb12102e",
    "enb12150e",
    "enb12192e",
    "enb12294e",
    "enb12420e",
    "enb12528e",
    "enb12606e",
    "enb1260e",
    "enb12300e",
    "enb12576e",
    "enb12180e",
    "enb12444e",
)
DIFFERENCE = re.compile(r"(\S+) #(\d+) \[(\d+)–(\d+)\] (.*)")


@dataclass(frozen=True)
class Decision:
    """A line of `decisions.jsonl`."""

    document: str
    issue: int
    start: int
    end: int
    readings: str
    difference: str
    decision: str
    reason: str

    def covers(self, record: GoldRecord) -> bool:
        return (
            (self.document, self.issue) == (record.document, record.issue)
            and self.start < record.evidence_end
            and record.evidence_start < self.end
        )


@cache
def decisions() -> tuple[Decision, ...]:
    lines = (READINGS / "decisions.jsonl").read_text("utf-8").splitlines()
    return tuple(TypeAdapter(Decision).validate_python(json.loads(line)) for line in lines)


def agreement_output(first: Path, second: Path) -> str:
    result = CliRunner().invoke(build_app(), ["gold", "agree", str(first), str(second)])
    assert result.exit_code == 0, result.output
    return result.output


def block(name: str) -> str:
    text = (ROOT / "docs" / "annotation.md").read_text("utf-8")
    found = re.findall(
        rf"<!-- agreement {name}: begin -->\n```\n(.*?)\n```\n<!-- agreement {name}: end -->",
        text,
        re.DOTALL,
    )
    assert len(found) == 1
    return str(found[0])


def facts(records: Iterable[GoldRecord]) -> dict[str, list[GoldRecord]]:
    """Records by the fact that they state, as `gold agree` prints it."""
    found: dict[str, list[GoldRecord]] = {}
    for record in records:
        told = f"{record.actor} {record.stance} {record.target}"
        found.setdefault(f"{record.document} #{record.issue} {told}", []).append(record)
    return found


@cache
def gold_facts() -> dict[str, list[GoldRecord]]:
    return facts(r for records in read_annotation(GOLD).records.values() for r in records)


@pytest.mark.parametrize("name", PAIRS)
def test_figures_in_the_document_are_those_of_the_readings(name: str) -> None:
    first, second = PAIRS[name]
    output = agreement_output(READINGS / first, READINGS / second)
    assert block(name) == output.split("\n\n", 1)[1].split("\n\nDifferences")[0]


def test_figures_by_document_are_those_of_the_readings() -> None:
    rows = []
    for name in TWICE_READ_REAL:
        output = agreement_output(*(READINGS / r / f"{name}.jsonl" for r in PAIRS["real"]))
        (row,) = (line.strip() for line in output.splitlines() if "headline" in line)
        rows.append(f"{name:<18} {row}")
    assert block("documents") == "\n".join(rows)


@pytest.mark.parametrize("name", PAIRS)
def test_every_difference_is_decided_once(name: str) -> None:
    first, second = (read_annotation(READINGS / reader) for reader in PAIRS[name])
    decided = [
        f"{d.document} #{d.issue} [{d.start}–{d.end}] {d.difference}"
        for d in decisions()
        if d.readings == " ".join(PAIRS[name])
    ]
    assert decided == agree(first, second).differences


def test_counts_of_decisions_are_those_of_the_document() -> None:
    text = (ROOT / "docs" / "annotation.md").read_text("utf-8")
    for row, name in (("corpus", "corpus"), ("real texts", "real")):
        made = [d.decision for d in decisions() if d.readings == " ".join(PAIRS[name])]
        counts = [made.count(kind) for kind in ("A", "B", "both", "neither")]
        assert sum(counts) == len(made)
        assert f"| {row} | " + " | ".join(map(str, counts)) + " |" in text
    once = [d for d in decisions() if " " not in d.readings]
    assert len(once) == 15


def test_gold_is_what_was_decided() -> None:
    wrong = []
    for decision in decisions():
        if " " not in decision.readings:
            continue
        sides = re.fullmatch(r"only ([AB]): (.*)|\w+: A (.*), B (.*)", decision.difference)
        assert sides is not None
        told = {"A": sides[3], "B": sides[4]} if sides[1] is None else {sides[1]: sides[2]}
        for side, fact in told.items():
            key = f"{decision.document} #{decision.issue} {fact}"
            if (key in gold_facts()) != (decision.decision in (side, "both")):
                wrong.append((decision, side))
    assert wrong == []


@pytest.mark.parametrize("reader", ["author", "reader1", "reader2"])
def test_gold_differs_from_a_reading_only_where_it_was_decided(reader: str) -> None:
    reading = read_annotation(READINGS / reader)
    theirs = facts(r for records in reading.records.values() for r in records)
    ours = {
        fact: records
        for fact, records in gold_facts().items()
        if records[0].document in reading.records
        and reading.read(records[0].document, records[0].issue)
    }
    assert ours.keys() & theirs.keys()
    unlisted = [
        fact
        for fact in sorted(ours.keys() ^ theirs.keys())
        if not any(d.covers(r) for d in decisions() for r in (ours | theirs)[fact])
    ]
    assert unlisted == []


def test_reasons_are_explained_in_the_document() -> None:
    text = (ROOT / "docs" / "annotation.md").read_text("utf-8")
    listed = {d.reason for d in decisions() if " " in d.readings}
    assert len(listed) > 20
    assert sorted(reason for reason in listed if f"`{reason}`" not in text) == []
