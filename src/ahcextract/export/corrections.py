"""What people made of records in an annotation tool, as gold."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import EllipsisType
from typing import TYPE_CHECKING, Any, Literal

from pydantic import ValidationError

from ahcextract.errors import InputError
from ahcextract.position import Position

if TYPE_CHECKING:
    from ahcextract.gold import GoldRecord

_KEPT = ("issue", "negated", "topics", "spoken_by", "on_behalf_of", "count")
Change = Literal["kept", "changed", "added", "deleted"]


@dataclass(frozen=True, slots=True)
class Corrected:
    """One position as it stands in the tool after correction.

    Attributes:
        where: file and place, for messages.
        record_id: of the record it was; None where a person added it.
        start: of the words it is tied to, in code points into the passage.
        end: behind them.
        stance: as in a record.
        actor: likewise.
        target: likewise.
        proposal_by: likewise; `...` where the tool does not show it.
        point: likewise.
    """

    where: str
    record_id: str | None
    start: int
    end: int
    stance: str
    actor: str
    target: str
    proposal_by: str | EllipsisType | None = ...
    point: str | EllipsisType | None = ...


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A passage that a person has been over, with what was in it before.

    Attributes:
        document: name of the bulletin.
        issue: number of the issue.
        offset: where the passage starts in the document's text.
        text: its text as shown; of the same length as in the document.
        records: the records that were in it, by id.
        positions: what is in it now.
    """

    document: str
    issue: int
    offset: int
    text: str
    records: Mapping[str, Position]
    positions: tuple[Corrected, ...]


@dataclass(slots=True)
class Imported:
    """Gold, and how it differs from the records.

    Attributes:
        records: in the order of the text.
        changes: for each position its record's id (None for one that was added), what happened
            to it, and the fields that changed.
        skipped: names of passages that nobody has been over.
    """

    records: "list[GoldRecord]" = field(default_factory=list)
    changes: list[tuple[str | None, Change, tuple[str, ...]]] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def count(self, change: Change) -> int:
        """Number of positions that this happened to."""
        return sum(1 for _, happened, _ in self.changes if happened == change)


def to_gold(reviewed: Iterable[Reviewed], *, wordless: bool = False) -> Imported:
    """Corrected passages as gold records.

    Args:
        reviewed: the passages.
        wordless: keep offsets alone, no words of the text.

    Raises:
        InputError: a value that a person wrote is none of the record's; names its place.
    """
    passages = list(reviewed)
    types = {r.actor: r.actor_type for p in passages for r in p.records.values()}
    imported = Imported()
    for passage in passages:
        found = {p.record_id for p in passage.positions}
        for position in passage.positions:
            original = passage.records.get(position.record_id or "")
            gold = _gold(passage, position, original, types, wordless)
            imported.records.append(gold)
            fields = () if original is None else _differences(gold, original, wordless)
            change: Change = "added" if original is None else "changed" if fields else "kept"
            imported.changes.append((original.id if original else None, change, fields))
        deleted = [name for name in passage.records if name not in found]
        imported.changes += [(name, "deleted", ()) for name in deleted]
    imported.records.sort(key=lambda g: (g.document, g.evidence_start, g.evidence_end))
    return imported


def _gold(
    passage: Reviewed,
    position: Corrected,
    original: Position | None,
    types: Mapping[str, str],
    wordless: bool,
) -> "GoldRecord":
    from ahcextract.gold.record import WORDS, GoldRecord

    values: dict[str, Any] = {"document": passage.document, "issue": passage.issue}
    if original is not None:
        values |= {name: getattr(original, name) for name in _KEPT}
        values["proposal_by"] = original.proposal_by
    values |= {
        "actor": position.actor,
        "actor_type": types.get(position.actor) or actor_type(position.actor),
        "stance": position.stance,
        "target": position.target,
    }
    if original is not None and original.actor != position.actor:
        # Who spoke for whom, and how many, was said of the actor that it no longer is.
        values |= {"spoken_by": None, "on_behalf_of": None, "count": None}
    if position.proposal_by is not ...:
        values["proposal_by"] = position.proposal_by or None
    values |= _spans(passage, position, original)
    if "record_id" in GoldRecord.model_fields:
        values["record_id"] = original.id if original else None
    if wordless:
        values |= dict.fromkeys(WORDS)
    try:
        return GoldRecord.model_validate(values)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        name = ".".join(map(str, fault["loc"])) or "record"
        wrong = fault.get("input")
        raise InputError(
            f'{name} "{wrong}" is none of a record\'s ({fault["msg"]})',
            where=position.where,
            hint="write it as in record.md, for example article:14.3(b)",
        ) from None


def _spans(passage: Reviewed, position: Corrected, original: Position | None) -> dict[str, Any]:
    """Offsets and words of evidence, cue and point."""
    start, end = position.start + passage.offset, position.end + passage.offset
    values: dict[str, Any] = {}
    if original is not None and original.evidence_start <= start < end <= original.evidence_end:
        evidence = (original.evidence_start, original.evidence_end)
    else:
        evidence = _sentence(passage, start, end)
    values |= _words(passage, "evidence", evidence, original)
    whole = original is not None and original.cue_start is None
    if whole and (start, end) == evidence:
        values["cue"] = original.cue if original else None
    else:
        values |= _words(passage, "cue", (start, end), original)
    point = position.point
    if point is ...:
        point = original.point if original else None
    if point:
        values["point"] = point
        first = passage.text.find(point, evidence[0] - passage.offset)
        if first >= 0 and first + passage.offset < evidence[1]:
            begin = first + passage.offset
            values |= {"point_start": begin, "point_end": begin + len(point)}
    return values


def _words(
    passage: Reviewed, name: str, span: tuple[int, int], original: Position | None
) -> dict[str, Any]:
    start, end = span
    text = passage.text[start - passage.offset : end - passage.offset]
    if original is not None:
        # The record's own words: the passage has other line ends and no control characters.
        at = start - original.evidence_start
        own = original.evidence[at : at + end - start] if at >= 0 else ""
        text = own if len(own) == end - start else text
    return {name: text, f"{name}_start": start, f"{name}_end": end}


def _sentence(passage: Reviewed, start: int, end: int) -> tuple[int, int]:
    """The sentence around a span: one that a record has, else the splitter's."""
    for record in passage.records.values():
        if record.evidence_start <= start and end <= record.evidence_end:
            return record.evidence_start, record.evidence_end
    from ahcextract.pipeline.sentences import sentence_spans

    first, last = start - passage.offset, end - passage.offset
    line = passage.text.rfind("\n", 0, first) + 1
    stop = passage.text.find("\n", last)
    block = passage.text[line : stop if stop >= 0 else len(passage.text)]
    around = [
        (a + line, b + line)
        for a, b in sentence_spans(block)
        if a + line < last and first < b + line
    ]
    begin = min([a for a, _ in around] + [first])
    finish = max([b for _, b in around] + [last])
    return begin + passage.offset, finish + passage.offset


def _differences(gold: "GoldRecord", original: Position, wordless: bool) -> tuple[str, ...]:
    names = ["actor", "stance", "target", "proposal_by", "evidence_start", "evidence_end"]
    names += ["cue_start", "cue_end"] + ([] if wordless else ["point"])
    return tuple(n for n in names if getattr(gold, n) != getattr(original, n))


def actor_type(actor: str) -> str:
    """The type of an actor, told by its id alone: `IRN`, `EU`, `CHAIR`, `microsoft`."""
    import pycountry

    if actor in {"CHAIR", "COLLECTIVE"}:
        return actor.lower()
    if pycountry.countries.get(alpha_3=actor):
        return "state"
    return "group" if actor == actor.upper() else "organization"


def records_of(lines: Sequence[Any], where: str) -> dict[str, Position]:
    """Records that an exported file carries, by id.

    Raises:
        InputError: they are no records; the file was not exported by ahcextract.
    """
    try:
        made = [Position.model_validate(line) for line in lines]
    except ValidationError:
        raise InputError(
            "carries no records of ahcextract",
            where=where,
            hint="import what was exported with `ahcextract export` and then corrected",
        ) from None
    return {record.id: record for record in made}
