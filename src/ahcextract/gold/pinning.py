"""Pinning: a reader's quotes become offsets into the document."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ahcextract.cleaning import Cleaned, clean
from ahcextract.errors import InputError
from ahcextract.gold.record import WORDS, GoldRecord, Reading

Span = tuple[int, int]


@dataclass(slots=True)
class Pinned:
    """What came of a reading.

    Attributes:
        records: the positions that could be pinned, in the reading's order.
        problems: those that could not, each with its line.
        notes: choices made on the way, one line each ("cue stands twice, the first taken").
    """

    records: list[GoldRecord] = field(default_factory=list)
    problems: list[InputError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def _squeezed(quote: str) -> str:
    return clean(quote, 0, len(quote)).text.strip()


def find_quote(cleaned: Cleaned, quote: str) -> list[Span]:
    """Where a quote stands in a stretch of a document, whole words only.

    White space, quotation marks, soft hyphens and ligatures are compared as cleaned.

    Returns:
        Offsets in the document, end exclusive, in text order.
    """
    wanted = _squeezed(quote)
    if not wanted:
        return []
    before = r"(?<!\w)" if wanted[0].isalnum() else ""
    after = r"(?!\w)" if wanted[-1].isalnum() else ""
    pattern = re.compile(before + re.escape(wanted) + after)
    return [cleaned.span(*found.span()) for found in pattern.finditer(cleaned.text)]


def _one_of(spans: Sequence[Span], what: str, quote: str, occurrence: int | None) -> Span:
    shown = f'"{quote}"' if len(quote) <= 60 else f'"{quote[:57]}…"'
    if not spans:
        raise InputError(f"{what}: not found: {shown}", hint="quote it as it stands in the issue")
    if occurrence is None:
        if len(spans) > 1:
            raise InputError(
                f"{what}: stands {len(spans)} times: {shown}",
                hint=f"add occurrence, 1 to {len(spans)}",
            )
        return spans[0]
    if occurrence > len(spans):
        raise InputError(f"{what}: occurrence {occurrence} of {len(spans)}: {shown}")
    return spans[occurrence - 1]


class Pinner:
    """Pins readings of one document.

    Args:
        name: of the document.
        text: of the document.
        issues: offsets of each annotated issue by its number, end exclusive.
        wordless: keep offsets alone, none of the document's words.
    """

    def __init__(
        self, name: str, text: str, issues: Mapping[int, Span], *, wordless: bool = False
    ) -> None:
        self.name, self.text, self.wordless = name, text, wordless
        self._issues = {number: clean(text, *span) for number, span in issues.items()}

    def pin(self, lines: Iterable[tuple[int, Reading | InputError]], where: str) -> Pinned:
        """Pin all lines of a reading; what cannot be pinned is told, the rest goes on.

        Args:
            lines: line numbers from 1 and what stands there, as `iter_lines` gives them.
            where: the reading's file, for messages.
        """
        pinned = Pinned()
        for number, reading in lines:
            if isinstance(reading, InputError):
                pinned.problems.append(reading)
                continue
            try:
                record, notes = self._pin(reading)
            except InputError as error:
                pinned.problems.append(
                    InputError(error.message, where=f"{where}:{number}", hint=error.hint)
                )
            else:
                pinned.records.append(record)
                pinned.notes.extend(f"{where}:{number}: {note}" for note in notes)
        return pinned

    def _pin(self, reading: Reading) -> tuple[GoldRecord, list[str]]:
        if reading.document != self.name:
            raise InputError(f"document: is {reading.document!r}, the text is {self.name!r}")
        issue = self._issues.get(reading.issue)
        if issue is None:
            known = ", ".join(map(str, sorted(self._issues)))
            raise InputError(f"issue: no {reading.issue} in the text", hint=f"it has {known}")
        notes: list[str] = []
        evidence = _one_of(
            find_quote(issue, reading.evidence), "evidence", reading.evidence, reading.occurrence
        )
        sentence = clean(self.text, *evidence)
        cue: Span | None = None
        if reading.cue is not None:
            spans = find_quote(sentence, reading.cue)
            if len(spans) > 1 and reading.cue_occurrence is None:
                notes.append(f'cue: "{reading.cue}" stands {len(spans)} times, the first taken')
                spans = spans[:1]
            cue = _one_of(spans, "cue in the sentence", reading.cue, reading.cue_occurrence)
        point: Span | None = None
        if reading.point is not None:
            # A point carried over from another sentence stands elsewhere in the issue.
            spans = find_quote(sentence, reading.point)[:1] or find_quote(issue, reading.point)
            point = _one_of(spans, "point", reading.point, None)
        return self._record(reading, evidence, cue, point), notes

    def _record(
        self, reading: Reading, evidence: Span, cue: Span | None, point: Span | None
    ) -> GoldRecord:
        values = reading.model_dump(exclude={"occurrence", "cue_occurrence", *WORDS})
        if not self.wordless:
            values["on_behalf_of"] = reading.on_behalf_of
        for name, span in (("evidence", evidence), ("cue", cue), ("point", point)):
            if span is None:
                continue
            values[f"{name}_start"], values[f"{name}_end"] = span
            if not self.wordless:
                values[name] = self.text[slice(*span)]
        return GoldRecord(**values)
