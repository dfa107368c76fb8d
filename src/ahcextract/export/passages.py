"""Stretches of text with their records: what an annotation tool shows at a time."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ahcextract.errors import InputError
from ahcextract.export.inert import one_line_ends
from ahcextract.position import Position

_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """An issue of a bulletin or, where its text is not known, one sentence.

    Attributes:
        name: fit for a file name; no two passages have the same.
        document: name of the bulletin.
        issue: number of the issue.
        offset: where it starts in the document's text, in code points.
        text: of the same length as in the document, for showing (`inert.one_line_ends`).
        records: the records whose sentence stands in it, in the order of the text.
    """

    name: str
    document: str
    issue: int
    offset: int
    text: str
    records: tuple[Position, ...]

    @property
    def title(self) -> str:
        """What to show above it."""
        first = self.records[0] if self.records else None
        date = f", {first.issue_date}" if first and first.issue_date else ""
        return f"{self.document}, issue {self.issue}{date}"

    def span(self, start: int | None, end: int | None) -> tuple[int, int] | None:
        """Offsets into the document as offsets into the passage; None where not in it."""
        if start is None or end is None:
            return None
        first, last = start - self.offset, end - self.offset
        return (first, last) if 0 <= first < last <= len(self.text) else None

    def anchor(self, record: Position) -> tuple[int, int]:
        """Where a record is shown: its cue, or its sentence where the cue stands elsewhere."""
        cue = self.span(record.cue_start, record.cue_end)
        whole = self.span(record.evidence_start, record.evidence_end)
        return cue or whole or (0, len(self.text))


def passages(positions: Iterable[Position], texts: str | Path | None = None) -> list[Passage]:
    """Cut documents into passages.

    Args:
        positions: the records.
        texts: folder with the documents' texts as `DOCUMENT.txt`. With it a passage is an
            issue, and the passages of a document cover it; without it a passage is a sentence.

    Raises:
        InputError: a text is missing, or is not the one that the records were made from.
    """
    by_document: dict[str, list[Position]] = {}
    for position in positions:
        by_document.setdefault(position.document, []).append(position)
    made: list[Passage] = []
    for document in sorted(by_document):
        # Sorting keeps the file's order among the records of one sentence.
        records = sorted(by_document[document], key=lambda r: (r.evidence_start, r.evidence_end))
        if texts is None:
            made += _sentences(document, records)
        else:
            made += _issues(document, records, _read(Path(texts), document, records))
    return _distinct(made)


def by_issue(made: Iterable[Passage]) -> list[list[Passage]]:
    """Passages of one issue together: one, or one a sentence where texts are not known."""
    groups: dict[tuple[str, int], list[Passage]] = {}
    for passage in made:
        groups.setdefault((passage.document, passage.issue), []).append(passage)
    return list(groups.values())


def joined(group: list[Passage]) -> tuple[str, list[int]]:
    """Passages as one text, a line break between them, and where each starts in it."""
    starts, length = [], 0
    for passage in group:
        starts.append(length)
        length += len(passage.text) + 1
    return "\n".join(passage.text for passage in group), starts


def _sentences(document: str, records: list[Position]) -> list[Passage]:
    groups: dict[tuple[int, int], list[Position]] = {}
    for record in records:
        groups.setdefault((record.evidence_start, record.evidence_end), []).append(record)
    return [
        Passage(
            name=f"{document}-{start}",
            document=document,
            issue=group[0].issue,
            offset=start,
            text=one_line_ends(group[0].evidence),
            records=tuple(group),
        )
        for (start, _), group in groups.items()
    ]


def _issues(document: str, records: list[Position], text: str) -> list[Passage]:
    starts = _issue_starts(records, text)
    numbers = sorted(starts, key=lambda number: starts[number])
    made = []
    for place, number in enumerate(numbers):
        begin = 0 if place == 0 else starts[number]
        end = starts[numbers[place + 1]] if place + 1 < len(numbers) else len(text)
        made.append(
            Passage(
                name=f"{document}-issue-{number}",
                document=document,
                issue=number,
                offset=begin,
                text=one_line_ends(text[begin:end]),
                records=tuple(r for r in records if r.issue == number),
            )
        )
    return made


def _issue_starts(records: list[Position], text: str) -> dict[int, int]:
    """Where the issues start: as the splitter has it where it agrees with the records.

    A profile may know headings that the splitter alone does not; then an issue starts with the
    line of its first sentence.
    """
    from ahcextract.reading.source import Source
    from ahcextract.splitting import split

    found = {i.number: (i.start, i.end) for i in split(Source(records[0].document, text)).issues}
    if all(
        r.issue in found and found[r.issue][0] <= r.evidence_start < found[r.issue][1]
        for r in records
    ):
        return {number: start for number, (start, _) in found.items()}
    starts: dict[int, int] = {}
    for record in records:
        starts.setdefault(record.issue, text.rfind("\n", 0, record.evidence_start) + 1)
    return starts


def _read(folder: Path, document: str, records: list[Position]) -> str:
    path = folder / f"{document}.txt"
    if not folder.is_dir():
        raise InputError("is no folder", where=str(folder), hint="`run --save-text` writes one")
    try:
        # Not `read_text`, which would make "\n" of "\r\n" and move all offsets behind it.
        text = path.read_bytes().decode("utf-8").removeprefix("\ufeff")
    except FileNotFoundError:
        raise InputError(
            "no such file", where=str(path), hint="`run --save-text` writes it"
        ) from None
    except (UnicodeDecodeError, OSError) as error:
        raise InputError(f"cannot be read ({error})", where=str(path)) from None
    for record in records:
        if text[record.evidence_start : record.evidence_end] != record.evidence:
            raise InputError(
                f"is not the text that record {record.id} was made from",
                where=str(path),
                hint="run again with --save-text",
            )
    return text


def _distinct(made: list[Passage]) -> list[Passage]:
    """The passages with names fit for files, told apart by a number where need be."""
    from dataclasses import replace

    taken: set[str] = set()
    named = []
    for passage in made:
        name = base = _UNSAFE.sub("_", passage.name).strip("._") or "passage"
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name.casefold())
        named.append(replace(passage, name=name))
    return named
