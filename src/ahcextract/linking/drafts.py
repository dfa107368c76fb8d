"""Positions before they become records: an actor, a stance, a resolved target, and why."""

from dataclasses import dataclass

from ahcextract.linking.context import Target
from ahcextract.linking.parse import Sentence
from ahcextract.linking.stand import Stand
from ahcextract.linking.units import Member


@dataclass(frozen=True, slots=True)
class Draft:
    """One position.

    Attributes:
        member: the actor and where it stands; its tokens are None for one carried over.
        stance: towards the text.
        target: resolved.
        topics: slugs.
        stand: what was read.
        sentence: where.
        rule: construction.
        proposal_by: whose proposal it is.
        inherited: offsets of the sentence that the actor was carried over from.
    """

    member: Member
    stance: str
    target: Target
    topics: tuple[str, ...]
    stand: Stand
    sentence: Sentence
    rule: str
    proposal_by: str | None = None
    inherited: tuple[int, int] | None = None


def without_grounds(drafts: list[Draft]) -> list[Draft]:
    """`A sees paragraph 3 as a trap and wants it deleted`: who rejects a text does not only doubt.

    Of numbered provisions alone: a topic may be rejected in one respect and doubted in another.
    """
    rejected = {
        (d.member.ref.id, d.target.id)
        for d in drafts
        if d.stance == "oppose" and not d.target.id.startswith(("topic:", "actor:"))
    }
    return [
        d for d in drafts if d.stance != "concern" or (d.member.ref.id, d.target.id) not in rejected
    ]
