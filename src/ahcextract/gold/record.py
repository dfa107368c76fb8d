"""One line of gold, and one line of a raw reading before it is pinned to offsets."""

import json
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ahcextract.position import ActorType, Offset, Stance, Target

#: Fields that hold words of the document; forbidden for documents annotated by offsets alone.
WORDS = ("evidence", "cue", "point", "on_behalf_of")


class _Judgement(BaseModel):
    """What an annotator decides, apart from where it stands."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    document: Annotated[str, Field(min_length=1)]
    issue: Annotated[int, Field(ge=0)]
    actor: Annotated[str, Field(min_length=1)]
    actor_type: ActorType
    stance: Stance
    target: Target
    proposal_by: str | None = None
    spoken_by: str | None = None
    on_behalf_of: str | None = None
    count: Annotated[int, Field(ge=1)] | None = None
    negated: bool | None = None
    topics: tuple[str, ...] = ()


class GoldRecord(_Judgement):
    """A position of the gold set.

    Offsets are Unicode code points into the document's text, end exclusive. `evidence`, `cue`
    and `point` repeat the words there, except for documents that are annotated by offsets alone.
    `record_id` is that of the extractor's record which a person corrected.
    """

    evidence_start: Offset
    evidence_end: Offset
    cue_start: Offset | None = None
    cue_end: Offset | None = None
    point_start: Offset | None = None
    point_end: Offset | None = None
    evidence: str | None = None
    cue: str | None = None
    point: str | None = None
    record_id: str | None = None

    @model_validator(mode="after")
    def _ends_follow_starts(self) -> "GoldRecord":
        for name in ("evidence", "cue", "point"):
            start, end = self.span(name)
            if (start is None) != (end is None):
                raise ValueError(f"{name}_start and {name}_end: one is null, the other is not")
            if start is not None and end is not None and end <= start:
                raise ValueError(f"{name}_end {end} is not behind {name}_start {start}")
        return self

    def span(self, name: str) -> tuple[int | None, int | None]:
        """Offsets of `evidence`, `cue` or `point`."""
        return getattr(self, f"{name}_start"), getattr(self, f"{name}_end")

    def to_line(self) -> str:
        """The record as a line of JSON without its newline: offsets always, the rest where set."""
        kept: dict[str, Any] = {}
        for name, value in self.model_dump(mode="json").items():
            offset = name.endswith(("_start", "_end"))
            if offset or not (value is None or value == []):
                kept[name] = value
        return json.dumps(kept, ensure_ascii=False)


class Reading(_Judgement):
    """A position as a reader writes it down: with quotes instead of offsets.

    Attributes:
        evidence: the sentence, verbatim but for white space and the shape of quotation marks.
        cue: the words in it that carry the stance.
        point: what is supported, opposed or proposed, where it stands in the issue.
        occurrence: which one is meant, from 1, where the sentence stands more than once in the
            issue.
        cue_occurrence: likewise for the cue in the sentence; by default the first.
    """

    evidence: Annotated[str, Field(min_length=1)]
    cue: str | None = None
    point: str | None = None
    occurrence: Annotated[int, Field(ge=1)] | None = None
    cue_occurrence: Annotated[int, Field(ge=1)] | None = None
