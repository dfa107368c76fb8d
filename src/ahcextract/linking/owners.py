"""Whose proposal a stand speaks of: "supported Brazil's proposal", "the text tabled by Mali"."""

from ahcextract.linking.parse import Sentence
from ahcextract.linking.units import Member

# What is done with a text that somebody puts forward.
MAKING = frozenset(
    "proposed tabled made submitted suggested put introduced presented circulated floated drafted "
    "prepared offered advanced received penned authored sponsored distributed forwarded".split()
)
# The same where it says so of any text ("a new paragraph proposed by A").
_PROPOSING = frozenset(
    "proposed tabled submitted suggested put introduced circulated floated drafted".split()
)


def owners_in(s: Sentence, zone: tuple[int, ...]) -> tuple[Member, ...]:
    """Actors who own a proposal named in `zone` (units)."""
    found: list[Member] = []
    for unit in zone:
        if unit in s.adjectives and owns(s, unit):
            found.append(s.adjectives[unit])
        elif s.is_actor(unit) and owns(s, unit):
            found.extend(s.units[unit].members)
    return tuple(m for m in found if m.ref.type != "collective")


def owns(s: Sentence, unit: int) -> bool:
    """Whether the actor at `unit` stands as the owner of a noun that is a proposal."""
    dep, head = s.deps[unit], s.heads[unit]
    if dep in {"poss", "amod", "compound", "nmod"}:
        return is_proposal(s, head)
    if dep == "pobj" and s.words[head] in {"by", "from", "of"}:
        noun = s.heads[head]
        if s.words[noun] in MAKING:
            return s.deps[noun] in {"acl", "relcl"} and is_made(s, noun)
        return is_proposal(s, noun) or has_proposal(s, noun, head)
    if dep == "nsubj" and s.words[head] in MAKING and s.deps[head] == "relcl":
        return is_made(s, head)
    return False


def is_made(s: Sentence, participle: int) -> bool:
    """`the amendment to article 9 made by A`: the participle may hang on "article 9"."""
    noun = s.heads[participle]
    if s.words[participle] in _PROPOSING and s.deps[participle] in {"acl", "relcl"}:
        return True
    for _ in range(3):
        if is_proposal(s, noun) or has_proposal(s, noun, participle):
            return True
        if s.deps[noun] != "pobj":
            return False
        noun = s.heads[s.heads[noun]]
    return False


def has_proposal(s: Sentence, verb: int, before: int) -> bool:
    """`welcomed a paper by A`: the parser hangs "by A" on the verb, behind its object."""
    return any(verb < k < before and is_proposal(s, k) for k in s.kids(verb, "dobj"))


def is_proposal(s: Sentence, noun: int) -> bool:
    """Whether the noun names something put forward."""
    cue = s.cues.get(noun)
    return cue is not None and any(r.kind == "noun" and r.stance == "propose" for r in cue.readings)
