"""Verbs of stance that say how one behaves, and nothing of the text: "refused to comment"."""

from collections.abc import Sequence

from ahcextract.lexicon import Cue
from ahcextract.linking.parse import Sentence
from ahcextract.linking.trees import is_negated

_DIFFERING = frozenset({"disagree", "differ", "agree on", "agree"})
_ON = frozenset({"on", "over", "about", "among", "amongst", "between"})
_LITTLE = frozenset({"little", "nothing", "less", "neither"})
_REFUSING = frozenset({"refuse", "decline"})
_WANTING = frozenset({"want", "wish", "like"})
_URGING = frozenset(
    {"urge", "ask", "call on", "call upon", "appeal to", "encourage", "press", "invite", "exhort",
     "implore", "entreat", "advise"}
)  # fmt: skip
# What one does oneself, in the room or at home.
_PRIVATE = frozenset(
    "comment speak say answer reply respond explain elaborate talk hear listen sleep wait leave "
    "rest eat think reflect consult check sit stand go come attend vote meet dance sing".split()
)
_MANNERS = frozenset(
    "flexible patient constructive brief reasonable serious realistic pragmatic open careful "
    "creative quick cooperative calm bold practical ambitious honest generous".split()
)
_VIRTUES = frozenset(
    "flexibility patience restraint calm courage goodwill pragmatism realism constructiveness "
    "wisdom understanding brevity".split()
)


def is_conduct_of(s: Sentence, v: int, reading: Cue, heads: Sequence[int]) -> bool:
    """Whether the verb `v`, a cue with that reading, says nothing of the text.

    `A and B disagreed on how to count`, `agreed on little`, `agreed with neither`, `refused to
    comment`, `wanted to sleep on it`, `urged A to be flexible`.
    """
    lemma = reading.lemma
    if lemma.startswith("agree") and any(s.words[h] in _LITTLE for h in ends(s, heads)):
        return True
    if lemma in _DIFFERING and reading.stance == "oppose":
        return are_several(s, v) and any(s.words[h] in _ON for h in heads)
    for head in heads:
        if s.deps[head] not in {"xcomp", "ccomp", "advcl"}:
            continue
        if lemma in _REFUSING | _WANTING and s.words[head] in _PRIVATE:
            return not is_negated(s, head)
        if lemma in _REFUSING and s.kid(head, "auxpass") is not None:
            return True  # "refused to be rushed"
        if lemma in _URGING and is_exhorted(s, head):
            return True
    return False


def ends(s: Sentence, heads: Sequence[int]) -> list[int]:
    """`heads`, prepositions giving way to what they govern, and what describes it."""
    things = [k for h in heads for k in ([h] if s.deps[h] != "prep" else s.kids(h, "pobj"))]
    return [*things, *(k for t in things for k in s.kids(t, "amod", "det"))]


def are_several(s: Sentence, v: int) -> bool:
    """Whether the subject of `v` is more than one actor: they differ with each other."""
    subject = s.kid(v, "nsubj")
    return subject is not None and s.is_actor(subject) and len(s.units[subject].members) > 1


def is_exhorted(s: Sentence, v: int) -> bool:
    """`to be flexible`, `to show restraint`: how somebody is asked to behave."""
    manner = any(s.words[k] in _MANNERS for k in s.kids(v, "acomp"))
    return manner or any(s.words[k] in _VIRTUES for k in s.kids(v, "dobj"))
