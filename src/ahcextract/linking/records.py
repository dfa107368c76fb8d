"""Drafts to records: offsets, evidence, point, id."""

from collections.abc import Iterable
from typing import cast

from ahcextract.bulletin import Bulletin, Issue
from ahcextract.linking.drafts import Draft
from ahcextract.linking.parse import Sentence
from ahcextract.position import Position, Stance, TargetKind, record_id
from ahcextract.scoring.calibration import confidence

Span = tuple[int, int]


def positions(bulletin: Bulletin, issue: Issue, drafts: Iterable[Draft]) -> list[Position]:
    """Records of one issue in text order, each (sentence, actor, stance, target) once."""
    found: dict[tuple[str, ...], Position] = {}
    for draft in drafts:
        record = position(bulletin, issue, draft)
        key = (str(record.evidence_start), record.actor, record.stance, record.target)
        found.setdefault(key, record)
    return sorted(
        found.values(), key=lambda r: (r.evidence_start, r.cue_start or 0, r.actor_start or 0)
    )


def position(bulletin: Bulletin, issue: Issue, draft: Draft) -> Position:
    """The record of one draft."""
    s, text = draft.sentence, bulletin.text
    start, end = s.place(s.start, s.end)
    actor = None if draft.inherited else s.place(draft.member.start, draft.member.end)
    cue = s.place(*draft.stand.cue)
    head = s.place(draft.stand.head, draft.stand.head + 1)
    point = point_of(s, draft.stand.zone)
    context = draft.target.context or draft.inherited
    ref = draft.member.ref
    kind = draft.target.id.partition(":")[0]
    key = (ref.id, draft.stance, draft.target.id, str(cue[0]))
    return Position.model_construct(
        id=record_id(bulletin.name, issue.number, start, key),
        document=bulletin.name,
        issue=issue.number,
        issue_title=issue.title,
        issue_date=issue.date.isoformat() if issue.date else None,
        actor=ref.id,
        actor_type=ref.type,
        actor_name=ref.name,
        stance=cast("Stance", draft.stance),
        target=draft.target.id,
        target_kind=cast("TargetKind", kind),
        topics=topics_of(draft),
        point=text[point[0] : point[1]] if point else None,
        cue=text[cue[0] : cue[1]],
        predicate=text[head[0] : head[1]],
        negated=draft.stand.negated,
        proposal_by=draft.proposal_by,
        spoken_by=draft.member.spoken_by,
        on_behalf_of=draft.member.on_behalf_of,
        count=ref.count,
        evidence=text[start:end],
        evidence_start=start,
        evidence_end=end,
        actor_start=actor[0] if actor else None,
        actor_end=actor[1] if actor else None,
        cue_start=cue[0],
        cue_end=cue[1],
        target_start=draft.target.span[0] if draft.target.span else None,
        target_end=draft.target.span[1] if draft.target.span else None,
        context_start=context[0] if context else None,
        context_end=context[1] if context else None,
        rule=draft.rule,
        confidence=confidence(draft.rule),
    )


def topics_of(draft: Draft) -> tuple[str, ...]:
    """Topics of the record; a topic that is the target stands first."""
    kind, _, slug = draft.target.id.partition(":")
    if kind != "topic" or slug in {"unresolved", "other"}:
        return draft.topics
    return tuple(dict.fromkeys((slug, *draft.topics)))


def opening(s: Sentence, zone: tuple[int, ...]) -> int:
    """First unit of the point: "that", the person told and a preposition of the verb stay out."""
    inside = set(zone)
    for unit in zone[:12]:
        clause = s.heads[unit]
        if (
            s.words[unit] == "that"
            and s.deps[unit] == "mark"
            and s.deps[clause] == "ccomp"
            and s.heads[clause] not in inside
            and unit + 1 in inside
        ):
            return unit + 1
    first = zone[0]
    if s.deps[first] == "prep" and s.heads[first] not in inside and first + 1 in inside:
        return first + 1
    return first


def point_of(s: Sentence, zone: tuple[int, ...]) -> Span | None:
    """Offsets of the words that `zone` covers, white space and punctuation trimmed."""
    tokens = s.tokens(zone)
    if tokens is None:
        return None
    start, end = tokens
    start = s.units[opening(s, zone)].start
    while end > start and s.doc[end - 1].is_punct and s.doc[end - 1].text not in {")", '"', "'"}:
        end -= 1
    while start < end and s.doc[start].text in {",", ";", ":"}:
        start += 1
    return s.place(start, end) if start < end else None
