"""Speakers that no list knows: "Ana Ruiz, Blue Coast Trust, said": "he" then means nobody known."""

from spacy.tokens import Doc

from ahcextract.linking.context import Memory
from ahcextract.linking.parse import Sentence
from ahcextract.linking.units import Member
from ahcextract.pipeline.names import PARTICLES, is_name

_TOLD = frozenset(
    "said spoke told gave made thanked drew put saw felt thought then also further added read "
    "led took set".split()
)
_LINKS = frozenset("of for on and the in to & -".split())
_LONGEST = 12
_AGREED = frozenset("agreed agree agrees considered discussed met adopted".split())


def notice(memory: Memory, s: Sentence) -> None:
    """Somebody acts without taking a stand ("A and B met the Chair"): "they" may be them."""
    for index in s.acting if s.heads else ():
        if s.deps[index] == "nsubj" and s.deps[s.heads[index]] == "ROOT":
            memory.actors = s.units[index].members
            memory.actors_span = s.place(s.start, s.end)
            return
    if stranger_speaks(s):
        memory.actors, memory.actors_span = (), None


def is_meeting(s: Sentence, place: int, actor: Member) -> bool:
    """`the group agreed on X`: those in the room; and a state is no group."""
    return s.words[s.heads[place]] in _AGREED or actor.ref.type != "group"


def stranger_speaks(s: Sentence) -> bool:
    """Whether a sentence is about what somebody unknown did or said: a name and a past verb.

    `Tom Reed, Blue Coast Trust, urged X`; `BLUE COAST TRUST urged X`; `Noting Y, Reed urged X`.
    """
    doc, start = s.doc, s.start
    if _named_and_told(doc, start, s.end):
        return True
    if not doc[start].text[0].isupper() or not doc[start].lower_.endswith("ing"):
        return False
    return any(
        doc[at].text == "," and _named_and_told(doc, at + 1, s.end)
        for at in range(start, min(s.end, start + 4 * _LONGEST))
    )


def _named_and_told(doc: Doc, start: int, end: int) -> bool:
    """Whether a name begins at `start`, and behind it and its title a past verb."""
    at = start
    while at < end and doc[at].lower_ == "the":
        at += 1
    article = at > start
    first = at
    while at < end and at - first < _LONGEST and _of_name(doc, at, first):
        at += 1
    names = [doc[k] for k in range(first, at) if is_name(doc[k])]
    if not names or (names[0].is_stop and not names[0].is_upper):
        return False
    if article and not (names[0].is_upper and len(names) > 1):
        return False  # "The Board adopted": no speaker.
    if at < end and doc[at].text == "," and len(names) > 1:
        behind = [k for k in range(at + 1, min(end, at + 2 * _LONGEST)) if doc[k].text == ","]
        return any(_told(doc, k + 1, end) for k in behind)
    return _told(doc, at, end)


def _of_name(doc: Doc, at: int, first: int) -> bool:
    if is_name(doc[at]):
        return True
    return at > first and doc[at].lower_ in PARTICLES | _LINKS


def _told(doc: Doc, at: int, end: int) -> bool:
    if at >= end or not doc[at].text.islower():
        return False
    return doc[at].lower_ in _TOLD or (doc[at].lower_.endswith("ed") and len(doc[at]) > 3)
