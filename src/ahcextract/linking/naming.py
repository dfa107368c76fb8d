"""Whose a proposal is, what the actors are, and which word of an aside says so."""

from ahcextract.linking.parse import Sentence
from ahcextract.linking.units import Member


def owner_id(owners: tuple[Member, ...], speaking: set[str]) -> str | None:
    """The one owner who is not the speaker."""
    ids = [m.ref.id for m in owners if m.ref.id not in speaking]
    return ids[0] if len(ids) == 1 else None


def content_word(s: Sentence, cue: tuple[int, int]) -> int:
    """Token of the head word of an aside's introducing words."""
    for token in range(cue[1] - 1, cue[0] - 1, -1):
        if s.block.words[token] not in {"by", "of", "from", "with", "and", "but"}:
            return token
    return cue[0]


def kinds_of(members: tuple[Member, ...]) -> set[str]:
    """Types of the actors."""
    return {m.ref.type for m in members}


def is_topic_name(s: Sentence, adjective: int, noun: int) -> bool:
    """`the Peruvian proposal` as the name of a topic: nobody puts it forward here."""
    if adjective and s.doc[s.units[noun].start].is_title:
        return True  # "the Peruvian Proposal": the name of an item.
    others = {s.words[k] for k in s.children[noun] if k != adjective}
    if others - {"the"}:
        return False
    return any(s.unit_of(t.start) == adjective and s.unit_of(t.end - 1) == noun for t in s.topics)
