"""Agreement of two annotators: the same F1 as for a system, one against the other."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ahcextract.errors import InputError
from ahcextract.gold.documents import INDEX, read_index
from ahcextract.gold.lines import read_lines
from ahcextract.gold.record import GoldRecord
from ahcextract.scoring.counts import Share
from ahcextract.scoring.evaluation import Evaluation, evaluate
from ahcextract.scoring.facts import Fact, facts_of, overlap
from ahcextract.scoring.figures import Sides
from ahcextract.scoring.pairing import Pairing, pair
from ahcextract.scoring.scope import Scope

#: In a reader's folder: which issues were read, `NAME = [1, 2]`; without it, all were.
COVERAGE = "issues.toml"
_SIDE_FIELDS = ("proposal_by", "spoken_by", "count")


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one annotator wrote.

    Attributes:
        records: positions by document.
        issues: issues read, by document; a document that is not there was read whole.
    """

    records: dict[str, list[GoldRecord]]
    issues: dict[str, frozenset[int]]

    def read(self, document: str, issue: int) -> bool:
        """The issue was read."""
        return document not in self.issues or issue in self.issues[document]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two annotators over the documents and issues that both have read.

    Attributes:
        evaluation: the second against the first, as if it were a system's output.
        others: of positions that both have, how often a further field is the same; cue and
            point count as the same where they overlap.
        differences: one line each, in text order.
    """

    evaluation: Evaluation
    others: dict[str, Share]
    differences: list[str]

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        return {
            **self.evaluation.to_dict(),
            "others": {name: share.to_dict() for name, share in self.others.items()},
            "differences": self.differences,
        }


def read_annotation(path: Path) -> Annotation:
    """Read a gold folder, a reader's folder, or one JSON Lines file of either.

    Raises:
        InputError: it is missing, empty or malformed.
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise InputError("holds no .jsonl file", where=str(path))
    records = {file.stem: read_lines(file, GoldRecord) for file in files}
    for name, found in records.items():
        for record in found:
            if record.document != name:
                raise InputError(
                    f"document: {record.document!r} in the file of {name!r}", where=str(path)
                )
    return Annotation(records, _coverage(path if path.is_dir() else path.parent))


def _coverage(folder: Path) -> dict[str, frozenset[int]]:
    if (folder / INDEX).is_file():
        return {
            name: frozenset(document.issues)
            for name, document in read_index(folder).documents.items()
        }
    file = folder / COVERAGE
    if not file.is_file():
        return {}
    try:
        found = tomllib.loads(file.read_text("utf-8"))
        return {name: frozenset(map(int, issues)) for name, issues in found.items()}
    except (OSError, ValueError, TypeError) as error:
        raise InputError(f"malformed: {error}", where=str(file), hint="NAME = [1, 2]") from None


def agree(first: Annotation, second: Annotation) -> Agreement:
    """Compare two annotators over what both have read.

    Raises:
        InputError: no document is in both.
    """
    common = sorted(first.records.keys() & second.records.keys())
    if not common:
        raise InputError("the two have no document in common")

    def kept(side: Annotation) -> list[GoldRecord]:
        return [
            record
            for name in common
            for record in side.records[name]
            if first.read(name, record.issue) and second.read(name, record.issue)
        ]

    left, right = kept(first), kept(second)
    keys = {(record.document, record.issue) for record in [*left, *right]}
    for name in common:
        whole = [side.issues[name] for side in (first, second) if name in side.issues]
        if whole:
            keys |= {(name, issue) for issue in frozenset.intersection(*whole)}
    scope = Scope("all", dict.fromkeys(sorted(keys), "dev"), dict.fromkeys(common, ""), (), {}, 0)
    sides = Sides.of(facts_of(right), facts_of(left))
    pairing = pair(sides.predicted, sides.gold)
    return Agreement(
        evaluate(scope, sides, pairing), _others(left, right), list(_differences(pairing))
    )


def _others(left: Iterable[GoldRecord], right: Iterable[GoldRecord]) -> dict[str, Share]:
    """Agreement in further fields, over positions that both have in one sentence."""

    def by_key(records: Iterable[GoldRecord]) -> dict[tuple[object, ...], GoldRecord]:
        found: dict[tuple[object, ...], GoldRecord] = {}
        for r in records:
            key = (r.document, r.issue, r.actor, r.stance, r.target, r.evidence_start)
            found.setdefault(key, r)
        return found

    one, other = by_key(left), by_key(right)
    pairs = [(one[key], other[key]) for key in one if key in other]
    shares = {
        name: Share(sum(getattr(a, name) == getattr(b, name) for a, b in pairs), len(pairs))
        for name in _SIDE_FIELDS
    }
    for name in ("cue", "point"):
        spans = [(_spans(a, name), _spans(b, name)) for a, b in pairs]
        same = sum(overlap(a, b) or a == b for a, b in spans)
        shares[name] = Share(same, len(pairs))
    return shares


def _spans(record: GoldRecord, name: str) -> list[tuple[int, int]]:
    start, end = record.span(name)
    return [] if start is None or end is None else [(start, end)]


def _differences(pairing: Pairing) -> Iterator[str]:
    def told(fact: Fact) -> str:
        return f"{fact.key.actor} {fact.key.stance} {fact.key.target}"

    def where(fact: Fact) -> tuple[str, int, int, int]:
        return fact.key.document, fact.key.issue, *fact.spans[0]

    lines = [(where(fact), f"only A: {told(fact)}") for fact in pairing.missed]
    lines += [(where(fact), f"only B: {told(fact)}") for fact in pairing.spurious]
    lines += [
        (where(found.gold), f"{found.wrong}: A {told(found.gold)}, B {told(found.predicted)}")
        for found in pairing.pairs
        if found.wrong
    ]
    for (document, issue, start, end), line in sorted(lines):
        yield f"{document} #{issue} [{start}–{end}] {line}"
