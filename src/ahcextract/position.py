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
    """One position: this actor takes this stance on this target, in this issue of the bulletin.

    Offsets are Unicode code points into the document's text, end exclusive, and
    `text[evidence_start:evidence_end] == evidence`.
    """

    # The table in docs/records.md is made of these descriptions (scripts/build_fields.py).
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(
        description="Stable name of the record: the same text, profile and version give the same "
        "id."
    )
    document: str = Field(
        description="Name of the bulletin, by default its file name without the ending."
    )
    issue: Annotated[int, Field(ge=0)] = Field(
        description="Number of the dated issue within the bulletin; 0 is the preface."
    )
    issue_title: str | None = Field(
        default=None, description="Words of the issue's heading without its number and date."
    )
    issue_date: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = Field(
        default=None, description="First day that the issue covers."
    )
    actor: str = Field(
        description="Who takes the stance: ISO 3166-1 alpha-3 code of a state, code of a group, "
        "CHAIR, COLLECTIVE, or the slug of an organization."
    )
    actor_type: ActorType = Field(description="What kind of actor it is.")
    actor_name: str = Field(description="Name of the actor to show to people.")
    stance: Stance = Field(
        description="Which way the actor leans: support, oppose (deletion included), propose "
        "(new or changed text), concern (doubt without rejection), neutral (speaks, gives no "
        "direction)."
    )
    target: Target = Field(
        description="What the stance is on: article:14.3(b), preamble:10, resolution:6, "
        "chapter:5, topic:title, actor:IRN; an article of another instrument carries it: "
        "article:6@budapest."
    )
    target_kind: TargetKind = Field(description="The part of the target before its colon.")
    topics: tuple[str, ...] = Field(
        default=(),
        description="Topics of the profile that the sentence is about, most specific first.",
    )
    point: str | None = Field(
        default=None, description="Words that say what is supported, opposed or proposed."
    )
    cue: str = Field(description="The words that carry the stance, as written.")
    predicate: str = Field(description="Head word of the cue, as written.")
    negated: bool = Field(
        default=False,
        description="Whether the cue stands under a negation; the stance has it counted in.",
    )
    proposal_by: str | None = Field(
        default=None,
        description="Actor whose proposal the stance is on; empty where it is on the text.",
    )
    spoken_by: str | None = Field(
        default=None, description="Who spoke, where the actor is the group spoken for."
    )
    on_behalf_of: str | None = Field(
        default=None,
        description="The words after 'on behalf of', where they name no known group.",
    )
    count: int | None = Field(
        default=None,
        description="Number of states in a collective, where the text gives one.",
    )
    evidence: str = Field(description="The sentence that the position was read from.")
    evidence_start: Offset = Field(
        description="Where the sentence starts in the document's text, in Unicode code points."
    )
    evidence_end: Offset = Field(
        description="Where the sentence ends (exclusive), in Unicode code points."
    )
    actor_start: Offset | None = Field(
        default=None,
        description="Where the words for the actor start; empty where carried over from elsewhere.",
    )
    actor_end: Offset | None = Field(
        default=None, description="Where the words for the actor end (exclusive)."
    )
    cue_start: Offset | None = Field(
        default=None, description="Where the cue starts; empty where carried over from elsewhere."
    )
    cue_end: Offset | None = Field(default=None, description="Where the cue ends (exclusive).")
    target_start: Offset | None = Field(
        default=None,
        description="Where the words for the target start; empty where carried over.",
    )
    target_end: Offset | None = Field(
        default=None, description="Where the words for the target end (exclusive)."
    )
    context_start: Offset | None = Field(
        default=None,
        description="Where the words start that an actor or target was carried over from.",
    )
    context_end: Offset | None = Field(
        default=None, description="Where those words end (exclusive)."
    )
    rule: str = Field(
        description="Name of the rule that made the record, as `ahcextract explain` prints it."
    )
    confidence: Annotated[float, Field(ge=0, le=1)] = Field(
        description="Estimated share of this rule's records that are right, measured on gold."
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
