"""A sentence that turns to something by its subject ("Paragraph 4 fared better: …")."""

from collections.abc import Iterable, Iterator

from ahcextract.linking.context import Memory, Place, contains
from ahcextract.linking.named import UNRESOLVED, Named
from ahcextract.linking.parse import Sentence
from ahcextract.linking.stand import Stand

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What stands between the subject and what it speaks of: "the question of protocols".
_DOWN = frozenset({"pobj", "prep", "poss", "compound", "nmod", "conj", "appos"})
# A sentence that was not parsed has its subject among its first words.
_FIRST = 8


def turned(named: Named) -> Place | None:
    """What a sentence turns to: the one provision or part of the treaty that it begins with."""
    s, memory = named.s, named.memory
    provision = s.naming[0] if s.naming else None
    topic = next((t for t in named.spoken() if t.label_ in memory.parts), None)
    if provision is not None and (topic is None or s.units[provision].start < topic.start):
        ids = tuple(t.id for t in named.provisions_in([provision]) if t.id != UNRESOLVED)
        if not ids or not opens(s, s.units[provision].start):
            return None
        whole = place_of(named, provision, ids)
        return part_of(named, whole) or whole
    if topic is None:
        return None
    alone = not s.heads and not any(p.targets for p in memory.places)
    if not alone and not opens(s, topic.end - 1):
        return None
    return Place((), (topic.label_,), s.place(topic.start, topic.end), s.number)


def debated_last(s: Sentence, places: list[Place]) -> list[Place]:
    """What a sentence without speakers names, with what it is on remembered last."""
    return sorted(places, key=lambda place: debated(s, place))


def debated(s: Sentence, place: Place) -> bool:
    """`delegates discussed whether sinks should count for targets`: sinks are what it is on."""
    if not s.heads or place.span is None:
        return False
    for at, unit in enumerate(s.units):
        if s.deps[at] in _SUBJECTS and s.deps[s.heads[at]] == "ccomp":
            start, end = s.place(unit.start, unit.end)
            if start <= place.span[0] < end:
                return True
    return False


def place_of(named: Named, unit: int, ids: tuple[str, ...]) -> Place:
    """The place of a unit that names provisions."""
    s = named.s
    return Place(ids, (), s.place(s.units[unit].start, s.units[unit].end), s.number)


def part_of(named: Named, whole: Place) -> Place | None:
    """`Article 35 is agreed, and only its second paragraph is open`, nobody speaking: the part."""
    s = named.s
    if any(s.is_actor(k) for k in range(len(s.units))):
        return None
    parts = []
    for unit in s.naming[1:]:
        ids = tuple(t.id for t in named.provisions_in([unit]) if t.id != UNRESOLVED)
        place = place_of(named, unit, ids)
        if not contains(whole, place):
            return None
        parts.append(place)
    return parts[0] if len(parts) == 1 else None


def opens(s: Sentence, token: int) -> bool:
    """Whether what stands at `token` is, or belongs to, the subject that opens the sentence."""
    if not s.heads:
        return token - s.start < _FIRST
    at = s.unit_of(token)
    if at < 0:
        return False
    while s.deps[at] in _DOWN and s.heads[at] < at:
        at = s.heads[at]
    if s.deps[at] not in _SUBJECTS:
        return False
    return not any(named_before(s, range(s.subtree(at)[0])))


def named_before(s: Sentence, units: Iterable[int]) -> Iterator[bool]:
    """Whether somebody else than an owner, or a verb, stands in each of `units`."""
    return (s.is_actor(u) or s.deps[u] in {"ROOT", "ccomp", "advcl"} for u in units)


def current(memory: Memory, own: Place | None, stand: Stand, s: Sentence) -> Place | None:
    """What the passage has turned to when `stand` is taken, if nothing was named or said since.

    Args:
        memory: of the issue, before the sentence.
        own: what the sentence itself turns to.
        stand: that refers back.
        s: its sentence.
    """
    taken = memory.taken
    if own is not None:
        subject = s.place(s.start, stand.cue[0])[1] if stand.cue[0] > s.start else -1
        if own.span is None or own.span[1] > subject:
            own = None
    turn = own or memory.turned
    if turn is None:
        return None
    if taken and taken[-1].sentence >= turn.sentence:
        return None
    if taken and {t.target.id for t in taken} <= {*turn.targets, *topics_of(turn)}:
        return None
    if any(p.targets and p.sentence > turn.sentence for p in memory.places):
        return None
    return turn


def topics_of(place: Place) -> tuple[str, ...]:
    """Ids of the topics of a place, as targets."""
    return tuple(f"topic:{slug}" for slug in place.topics)
