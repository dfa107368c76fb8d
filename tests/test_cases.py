"""Cases from files: a text, every record it must give, and why (docs/cases.md)."""

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ahcextract.position import Position

if TYPE_CHECKING:
    from ahcextract.extractor import Extractor

CASES = Path(__file__).parent / "cases"
KEYS = {"id", "text", "expected", "why", "profile", "negative", "xfail"}
# Compared in every record, at these values where a case does not give them.
ALWAYS: dict[str, Any] = {
    "actor": None,
    "stance": None,
    "target": None,
    "proposal_by": None,
    "spoken_by": None,
    "on_behalf_of": None,
    "count": None,
}
# Compared where a case gives them; `context`: whether the record names a carried-over place.
GIVEN = {
    "cue",
    "predicate",
    "point",
    "topics",
    "actor_type",
    "issue",
    "issue_date",
    "negated",
    "context",
}
# Stands for "the guidelines leave this field open here".
OPEN = "*"
SHARED_WORDS = 10
FEWEST_AHC = 250


def read_cases() -> list[dict[str, Any]]:
    return [
        {"file": path.name} | json.loads(line)
        for path in sorted(CASES.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


READ = read_cases()


def parameters() -> list[Any]:
    found = []
    for case in READ:
        reason = case.get("xfail")
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        found.append(pytest.param(case, id=case["id"], marks=marks))
    return found


@cache
def extractor(profile: str) -> "Extractor":
    from ahcextract.extractor import Extractor
    from ahcextract.profile import load_profile

    return Extractor(load_profile(profile))


def plain(record: Position) -> dict[str, Any]:
    values = record.model_dump()
    values["topics"] = list(values["topics"])
    return values | {"context": record.context_start is not None}


def fits(wanted: dict[str, Any], record: dict[str, Any]) -> bool:
    return all(value in (OPEN, record[key]) for key, value in (ALWAYS | wanted).items())


def shown(values: dict[str, Any], keys: set[str]) -> str:
    kept = {
        key: values[key]
        for key in (*ALWAYS, *sorted(GIVEN))
        if key in keys or (key in ALWAYS and values.get(key) is not None)
    }
    return json.dumps(kept, ensure_ascii=False)


def difference(expected: list[dict[str, Any]], records: list[dict[str, Any]]) -> list[str]:
    """Lines of what is missing (-) and what is too much (+); none where the two lists agree."""
    left, missing = list(records), []
    for wanted in sorted(expected, key=lambda one: -len(one)):
        match = next((record for record in left if fits(wanted, record)), None)
        if match is None:
            missing.append("- " + shown(wanted, set(wanted)))
        else:
            left.remove(match)
    keys = {key for wanted in expected for key in wanted}
    return missing + [f"+ {shown(one, keys)}  [{one['rule']}: {one['cue']!r}]" for one in left]


def check_offsets(text: str, record: Position) -> None:
    Position.model_validate(record.model_dump())
    assert text[record.evidence_start : record.evidence_end] == record.evidence
    for name in ("actor", "cue", "target", "context"):
        start, end = getattr(record, f"{name}_start"), getattr(record, f"{name}_end")
        assert (start is None) == (end is None), name
        if start is not None:
            assert 0 <= start < end <= len(text), name


@pytest.mark.model
@pytest.mark.parametrize("case", parameters())
def test_case(case: dict[str, Any]) -> None:
    records = list(extractor(case.get("profile", "ahc")).extract(case["text"]))
    for record in records:
        check_offsets(case["text"], record)
    lines = difference(case["expected"], [plain(record) for record in records])
    assert not lines, "\n".join([case["text"], f"({case['why']})", *lines])


def test_cases_are_well_formed() -> None:
    assert READ
    for case in READ:
        assert set(case) - {"file"} <= KEYS, case["id"]
        assert case["text"].strip(), case["id"]
        assert case["why"].strip(), case["id"]
        for wanted in case["expected"]:
            assert {"actor", "stance", "target"} <= set(wanted), case["id"]
            assert set(wanted) <= set(ALWAYS) | GIVEN, case["id"]


def test_ids_and_texts_are_unique() -> None:
    ids, texts = [case["id"] for case in READ], [case["text"] for case in READ]
    assert sorted(set(ids)) == sorted(ids)
    assert sorted(set(texts)) == sorted(texts)


def test_enough_cases_and_a_third_negative() -> None:
    ahc = [case for case in READ if case["file"].startswith("ahc-")]
    assert len(ahc) >= FEWEST_AHC
    assert sum(case.get("negative", not case["expected"]) for case in ahc) * 3 >= len(ahc)


def test_no_two_cases_share_a_run_of_words() -> None:
    owner: dict[tuple[str, ...], str] = {}
    for case in READ:
        words = re.findall(r"[a-z0-9]+", case["text"].lower())
        for start in range(len(words) - SHARED_WORDS + 1):
            run = tuple(words[start : start + SHARED_WORDS])
            assert owner.setdefault(run, case["id"]) == case["id"], " ".join(run)
