"""Which documents and issues are scored, and why the others are not."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from ahcextract.errors import InputError
from ahcextract.gold.documents import GoldIndex, Part, Split
from ahcextract.gold.record import GoldRecord
from ahcextract.scoring.facts import Predicted


@dataclass(frozen=True, slots=True)
class Scope:
    """What is scored.

    Attributes:
        split: as asked for.
        issues: scored (document, issue) pairs and the part each belongs to.
        profiles: profile of each scored document.
        absent: scored documents of which the prediction has no record: all of them is missed.
        left_out: collections of gold that the prediction does not touch, with their documents.
        ignored: number of predicted records outside the scored issues.
    """

    split: Split
    issues: dict[tuple[str, int], Part]
    profiles: dict[str, str]
    absent: tuple[str, ...]
    left_out: dict[str, list[str]]
    ignored: int

    def count(self, part: Part) -> int:
        """Number of scored issues of a part."""
        return sum(1 for found in self.issues.values() if found == part)


def choose(
    index: GoldIndex,
    predicted: Sequence[Predicted],
    *,
    split: Split = "all",
    documents: Iterable[str] = (),
    allow_unscored: bool = False,
    where: str = "the prediction",
) -> Scope:
    """Choose what is scored.

    Documents of one folder stand or fall together: once the prediction has a record of one of
    them, those it lacks count as missed. A folder that it does not touch is left out (an output
    for `corpus/` is not blamed for texts that it was not run on), unless there is no other.

    Args:
        index: the gold.
        predicted: records of the prediction.
        split: which part of gold.
        documents: names or patterns (`enb*`) to score instead, touched or not.
        allow_unscored: pass over predicted documents that gold lacks.
        where: the prediction's name, for messages.

    Raises:
        InputError: a predicted document is not in gold, or no gold document is chosen.
    """
    counts = Counter((record.document, record.issue) for record in predicted)
    present = {document for document, _ in counts}
    unknown = sorted(present - set(index.documents))
    if unknown and not allow_unscored:
        names = ", ".join(unknown[:5]) + (", …" if len(unknown) > 5 else "")
        raise InputError(
            f"no gold for {names}", where=where, hint="--allow-unscored passes over such documents"
        )
    chosen = _chosen(index, present, list(documents))
    issues = {key: part for key, part in index.issues(split).items() if key[0] in chosen}
    if not issues:
        raise InputError(f"no annotated issue to score in split {split!r}", where=str(index.folder))
    left_out: dict[str, list[str]] = {}
    for name, document in index.documents.items():
        if name not in chosen:
            left_out.setdefault(document.collection, []).append(name)
    scored = {name for name, _ in issues}
    return Scope(
        split,
        issues,
        {name: index.documents[name].profile for name in sorted(scored)},
        tuple(sorted(scored - present)),
        left_out,
        sum(count for key, count in counts.items() if key not in issues),
    )


def _chosen(index: GoldIndex, present: set[str], patterns: list[str]) -> set[str]:
    if patterns:
        for pattern in patterns:
            if not any(fnmatchcase(name, pattern) for name in index.documents):
                raise InputError(f"no gold document is called {pattern!r}", where=str(index.folder))
        return {
            name
            for name in index.documents
            if any(fnmatchcase(name, pattern) for pattern in patterns)
        }
    touched = {index.documents[name].collection for name in present if name in index.documents}
    return {
        name
        for name, document in index.documents.items()
        if not touched or document.collection in touched
    }


def gold_records(index: GoldIndex, scope: Scope) -> list[GoldRecord]:
    """Gold positions of the scored issues.

    Raises:
        InputError: a file is missing or malformed, or holds a position of another document.
    """
    records: list[GoldRecord] = []
    for name in scope.profiles:
        for record in index.records(name):
            if record.document != name:
                raise InputError(
                    f"document: {record.document!r} in the gold of {name!r}",
                    where=str(Path(index.folder) / f"{name}.jsonl"),
                    hint="run `ahcextract gold check`",
                )
            if (name, record.issue) in scope.issues:
                records.append(record)
    return records
