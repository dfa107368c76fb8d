"""What "both changes" and "neither proposal" stand for: the two moves that were made last."""

from dataclasses import replace

from ahcextract.linking.context import Memory, Taken
from ahcextract.linking.parse import Sentence
from ahcextract.linking.stand import Stand

# Nouns for what somebody would have done to the text.
_MOVES = frozenset(
    "change changes proposal proposals amendment amendments suggestion suggestions request "
    "requests idea ideas edit edits modification modifications move moves demand demands wish "
    "wishes addition additions call calls".split()
)
_BOTH = frozenset({"both", "neither", "either"})
_NEAR = 2


def paired(s: Sentence, stand: Stand, memory: Memory) -> tuple[Stand, list[Taken]] | None:
    """`A would delete X. B would move Y. C opposed both changes`: C answers A and B.

    Args:
        s: the sentence of C's stand.
        stand: of C.
        memory: of the issue, before it.

    Returns:
        The stand as an answer, and what it answers; None where it is not on two moves.
    """
    if stand.stance not in {"support", "oppose"} or stand.bare or not on_both(s, stand):
        return None
    if stand.rule == "called":
        return None  # "called both superfluous": the text is judged.
    moves = memory.taken
    if len({t.target.id for t in moves}) == 1:
        moves = [*memory.previous, *moves]
    if len({(t.target.id, t.owners) for t in moves}) != _NEAR or any(t.direct for t in moves):
        return None
    if any(t.sentence < s.number - _NEAR or t.stance not in {"propose", "oppose"} for t in moves):
        return None
    return replace(stand, zone=(), bare=True), moves


def on_both(s: Sentence, stand: Stand) -> bool:
    """Whether a stand is on `both changes`, `neither of the two proposals`, or on `both`."""
    if [s.words[u] for u in stand.zone] == ["both"]:
        return True
    for noun, word in enumerate(s.words):
        if word not in _MOVES or s.kid(noun, "prep", "acl", "relcl") is not None:
            continue
        if stand.zone and noun not in stand.zone:
            continue
        before = {s.words[k] for k in s.kids(noun, "det", "predet", "preconj", "nummod")}
        if before & _BOTH or (noun and s.words[noun - 1] == "two"):
            return True
    return False
