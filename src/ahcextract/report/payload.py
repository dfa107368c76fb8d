"""The records as the page carries them: columns over tables of strings, so that nothing is twice.

Nothing of a record is lost on the way: the page's JSON Lines download gives back every field.
"""

import json
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from ahcextract.agreement import UNKNOWN_TARGETS, marks
from ahcextract.position import Position
from ahcextract.report.analysis import Analysis
from ahcextract.report.occasions import occasion
from ahcextract.report.regions import regions
from ahcextract.report.vocabulary import STANCE_INDEX, STANCES

_SPANS = ("actor", "cue", "target", "context")
_STRINGS = (
    "cue",
    "predicate",
    "point",
    "proposal_by",
    "spoken_by",
    "on_behalf_of",
    "rule",
)


_ESCAPED = {
    code: f"\\u{code:04x}"
    for code in (
        *map(ord, "<>&\u061c\ufeff\ufffe\uffff"),
        *range(0x7F, 0xA0),
        *range(0x200E, 0x2010),
        *range(0x2028, 0x202F),
        *range(0x2066, 0x206A),
    )
}


class _Table:
    """Distinct values, in the order in which they were first met."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self._at: dict[Hashable, int] = {}

    def index(self, key: Hashable) -> int:
        at = self._at.setdefault(key, len(self.values))
        if at == len(self.values):
            self.values.append(key)
        return at


def column(values: Sequence[Any]) -> Any:
    """A column as a list, or `{"d": default, "i": indices, "v": values}` where one value rules."""
    if not values:
        return []
    common, times = Counter(values).most_common(1)[0]
    if times * 2 < len(values):
        return list(values)
    others = [(n, value) for n, value in enumerate(values) if value != common]
    return {"d": common, "i": [n for n, _ in others], "v": [value for _, value in others]}


def payload(analysis: Analysis, texts: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What the page's script reads.

    Args:
        analysis: the records and what was worked out from them.
        texts: documents' full texts by name, to show sentences in their context.
    """
    actors = {actor.id: n for n, actor in enumerate(analysis.actors)}
    targets = {target.id: n for n, target in enumerate(analysis.targets)}
    issues = {one: n for n, one in enumerate(analysis.occasions)}
    records = _records(analysis, issues, actors, targets)
    return {
        "fields": list(Position.model_fields),
        "stances": [
            [look.id, look.verb, look.symbol, look.shape, look.light, look.dark] for look in STANCES
        ],
        "issues": [
            [one.document, one.number, one.title, one.date, label]
            for one, label in zip(analysis.occasions, analysis.labels, strict=True)
        ],
        "actors": [[a.id, a.name, a.type, a.bloc, a.place, _groups(a.id)] for a in analysis.actors],
        "regions": [[region.id, region.name] for region in regions()],
        "targets": [
            [t.id, t.label, t.short, targets[t.whole], t.rank, t.whole_rank]
            for t in analysis.targets
        ],
        **records,
        "marks": _marks(analysis, actors, targets),
        "unknown": [targets[name] for name in sorted(UNKNOWN_TARGETS) if name in targets],
        "minimum": analysis.minimum,
        "blocs": [[actors[member] for member in bloc] for bloc in analysis.blocs],
        "shifts": [
            [list(shift.before), list(shift.after), int(shift.reversal)]
            for shift in analysis.shifts
        ],
        "texts": dict(texts or {}),
    }


def _groups(actor: str) -> list[int]:
    return [n for n, region in enumerate(regions()) if actor in region.members]


def _records(
    analysis: Analysis,
    issues: Mapping[Any, int],
    actors: Mapping[str, int],
    targets: Mapping[str, int],
) -> dict[str, Any]:
    positions = analysis.positions
    strings, sentences, topics = _Table(), _Table(), _Table()
    usual = {actor.id: actor for actor in analysis.actors}

    def text(value: str | None) -> int:
        return -1 if value is None else strings.index(value)

    make: dict[str, Callable[[Position], Any]] = {
        "id": lambda p: p.id,
        "issue": lambda p: issues[occasion(p)],
        "actor": lambda p: actors[p.actor],
        # -1: as the table of actors has it.
        "type": lambda p: text(None if p.actor_type == usual[p.actor].type else p.actor_type),
        "name": lambda p: text(None if p.actor_name == usual[p.actor].name else p.actor_name),
        "stance": lambda p: STANCE_INDEX[p.stance],
        "target": lambda p: targets[p.target],
        "kind": lambda p: text(None if p.target.startswith(p.target_kind) else p.target_kind),
        "topics": lambda p: topics.index(p.topics),
        "negated": lambda p: int(p.negated),
        "count": lambda p: p.count,
        "sentence": lambda p: sentences.index(
            (p.evidence, p.document, p.evidence_start, p.evidence_end)
        ),
        "confidence": lambda p: p.confidence,
    }
    columns = {name: column([get(p) for p in positions]) for name, get in make.items()}
    for name in _STRINGS:
        columns[name] = column([text(getattr(p, name)) for p in positions])
    for name in _SPANS:
        # Starts relative to the sentence, ends relative to starts: small numbers repeat.
        columns[f"{name}_start"] = column([_start(p, name) for p in positions])
        columns[f"{name}_end"] = column([_length(p, name) for p in positions])
    documents = _Table()
    return {
        "n": len(positions),
        "columns": columns,
        "strings": strings.values,
        "topics": [list(value) for value in topics.values],
        "sentences": [
            [evidence, documents.index(document), start, end]
            for evidence, document, start, end in sentences.values
        ],
        "documents": documents.values,
    }


def _start(position: Position, name: str) -> int | None:
    start: int | None = getattr(position, f"{name}_start")
    return None if start is None else start - position.evidence_start


def _length(position: Position, name: str) -> int | None:
    start: int | None = getattr(position, f"{name}_start")
    end: int | None = getattr(position, f"{name}_end")
    return None if end is None else end - (start or 0)


def _marks(
    analysis: Analysis, actors: Mapping[str, int], targets: Mapping[str, int]
) -> dict[str, Any]:
    """Signs of actors on shared items, by issue: the page averages them over a choice of issues."""
    # Issues of the marks carry no title or date; a number met twice keeps the first.
    issue: dict[tuple[str | None, int | None], int] = {}
    for n, one in enumerate(analysis.occasions):
        issue.setdefault((one.document, one.number), n)
    found = marks(analysis.positions)
    order = sorted(found, key=lambda item: tuple(map(str, item)))
    rows = sorted(
        (at, actors[actor], issue[mark.document, mark.issue], mark.sign)
        for at, item in enumerate(order)
        if len(found[item]) > 1
        for actor, made in found[item].items()
        if actor in actors
        for mark in made
    )
    return {
        "target": [targets.get(item.target, -1) for item in order],
        "item": column([row[0] for row in rows]),
        "actor": column([row[1] for row in rows]),
        "issue": column([row[2] for row in rows]),
        "sign": column([row[3] for row in rows]),
        "n": len(rows),
    }


def script_json(value: Any) -> str:
    """JSON that can stand inside a `<script>` element, whatever its strings hold.

    No `<` is left, so neither `</script>` nor `<!--` can end or change the element; nor any line
    separator, control character or direction mark, which show as something else than they are.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(_ESCAPED)
