"""The position record: one fact "this actor takes this stance on this target"."""

import hashlib
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ActorType = Literal["state", "group", "chair", "organization", "collective"]
Stance = Literal["support", "oppose", "propose", "concern", "neutral"]
TargetKind = Literal["article", "preamble", "resolution", "chapter", "topic", "actor"]
Target = Annotated[
    str,
    StringConstraints(
        pattern=(
            r"^(article:\d+[a-z]*(\.\d+[a-z]*)?(\([a-z0-9]+\))*(@[a-z0-9-]+)?"
            r"|(preamble|resolution)(:\d+[a-z]*(\([a-z0-9]+\))*)?"
            r"|chapter:\d+|topic:[a-z0-9-]+|actor:[A-Za-z0-9_-]+)$"
        )
    ),
]
Offset = Annotated[int, Field(ge=0)]


class Position(BaseModel):
    """One line of the output; `record.md` and the published schema say what each field means.

    Offsets are Unicode code points into the document's text, end exclusive, and
    `text[evidence_start:evidence_end] == evidence`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(description="stable: same text, profile and version give the same id")
    document: str = Field(description="name of the bulletin")
    issue: Annotated[int, Field(ge=0)] = Field(description="number of the issue; 0: preface")
    issue_title: str | None = None
    issue_date: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = None
    actor: str = Field(description="ISO 3166-1 alpha-3, group code, CHAIR, COLLECTIVE or slug")
    actor_type: ActorType
    actor_name: str = Field(description="display name")
    stance: Stance
    target: Target = Field(description="article:14.3(b), preamble:10, topic:title, actor:IRN, …")
    target_kind: TargetKind = Field(description="the part of `target` before the colon")
    topics: tuple[str, ...] = Field(default=(), description="topic slugs, most specific first")
    point: str | None = Field(default=None, description="what is supported, opposed, proposed")
    cue: str = Field(description="the words that carry the stance, as written")
    predicate: str = Field(description="head word of the cue, as written")
    negated: bool = Field(default=False, description="the cue stands under a negation")
    proposal_by: str | None = Field(default=None, description="actor whose proposal it is")
    spoken_by: str | None = Field(default=None, description="who spoke for the group")
    on_behalf_of: str | None = Field(default=None, description="phrase naming no known group")
    count: int | None = Field(default=None, description="size of a collective")
    evidence: str = Field(description="the sentence")
    evidence_start: Offset
    evidence_end: Offset
    actor_start: Offset | None = None
    actor_end: Offset | None = None
    cue_start: Offset | None = None
    cue_end: Offset | None = None
    target_start: Offset | None = None
    target_end: Offset | None = None
    context_start: Offset | None = Field(
        default=None, description="where a carried-over actor or target stands"
    )
    context_end: Offset | None = None
    rule: str = Field(description="name of the rule that made it, as `explain` prints it")
    confidence: Annotated[float, Field(ge=0, le=1)] = Field(
        description="estimated precision of that rule on gold"
    )


def record_id(document: str, issue: int, evidence_start: int, key: tuple[str, ...]) -> str:
    """A stable id: 16 hex digits of SHA-256 over what makes a position this position.

    Args:
        document: name of the bulletin.
        issue: number of the issue.
        evidence_start: offset of the sentence, in code points.
        key: actor, stance, target and whatever else tells two records of a sentence apart.
    """
    parts = (document, str(issue), str(evidence_start), *key)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
