"""What is scored: the facts (document, issue, actor, stance, target), each once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated, NamedTuple, Protocol

from pydantic import BaseModel, ConfigDict, Field

from ahcextract.position import Offset, Stance, Target

Span = tuple[int, int]
NO_RULE = "(no rule)"


class Predicted(BaseModel):
    """The fields of a record that scoring reads; others are passed over, so that gold fits too."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    document: str
    issue: Annotated[int, Field(ge=0)]
    actor: str
    actor_type: str
    stance: Stance
    target: Target
    evidence_start: Offset
    evidence_end: Offset
    evidence: str | None = None
    cue: str | None = None
    rule: str | None = None


class Scorable(Protocol):
    """Anything with the fields of a scored record: `Predicted`, `Position`, `GoldRecord`."""

    # Properties, because the models that fit are frozen.
    @property
    def document(self) -> str: ...  # noqa: D102
    @property
    def issue(self) -> int: ...  # noqa: D102
    @property
    def actor(self) -> str: ...  # noqa: D102
    @property
    def actor_type(self) -> str: ...  # noqa: D102
    @property
    def stance(self) -> Stance: ...  # noqa: D102
    @property
    def target(self) -> str: ...  # noqa: D102
    @property
    def evidence_start(self) -> int: ...  # noqa: D102
    @property
    def evidence_end(self) -> int: ...  # noqa: D102
    @property
    def evidence(self) -> str | None: ...  # noqa: D102


class Key(NamedTuple):
    """The unit of scoring."""

    document: str
    issue: int
    actor: str
    stance: str
    target: str


@dataclass(slots=True)
class Fact:
    """A key with everything that its records say of it.

    Attributes:
        key: what is compared.
        actor_types: of its records.
        spans: offsets of its sentences in the document, in text order, end exclusive.
        rules: names of the rules that made it, sorted.
        evidence: words of its first sentence, where the records keep them.
        named: the actor is a state or a group.
        directed: the stance is not `neutral`.
    """

    key: Key
    actor_types: frozenset[str]
    spans: tuple[Span, ...]
    rules: tuple[str, ...]
    evidence: str | None
    named: bool = False
    directed: bool = False

    # Asked some hundred times of each fact: worth keeping.
    def __post_init__(self) -> None:
        self.named = bool(self.actor_types & {"state", "group"})
        self.directed = self.key.stance != "neutral"

    @property
    def target_kind(self) -> str:
        """The part of the target before the colon."""
        return self.key.target.partition(":")[0]


Keep = Callable[[Fact], bool]


def headline(fact: Fact) -> bool:
    """Counts in the headline: a state or group, not neutral."""
    return fact.named and fact.directed


def facts_of(records: Iterable[Scorable]) -> dict[Key, Fact]:
    """Records as facts: duplicates within an issue count once.

    Returns:
        By key, in an order that does not depend on the order of the records.
    """
    grouped: dict[Key, list[Scorable]] = {}
    for record in records:
        key = Key(record.document, record.issue, record.actor, record.stance, record.target)
        grouped.setdefault(key, []).append(record)
    return {key: _fact(key, grouped[key]) for key in sorted(grouped)}


def _fact(key: Key, records: list[Scorable]) -> Fact:
    first = min(records, key=lambda r: (r.evidence_start, r.evidence_end, r.evidence or ""))
    return Fact(
        key,
        frozenset(record.actor_type for record in records),
        tuple(sorted({(record.evidence_start, record.evidence_end) for record in records})),
        tuple(sorted({getattr(record, "rule", None) or NO_RULE for record in records})),
        first.evidence,
    )


def overlap(one: Iterable[Span], other: Iterable[Span]) -> bool:
    """Some span of one shares a character with some span of the other."""
    others = list(other)
    return any(a < d and c < b for a, b in one for c, d in others)
