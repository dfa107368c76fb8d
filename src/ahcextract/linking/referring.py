"""What words that refer back mean: "it", "this", "the paragraph", "the first", a move's "which"."""

from dataclasses import dataclass

from ahcextract.linking.context import Memory, Place, Target
from ahcextract.linking.named import UNRESOLVED, Named
from ahcextract.linking.parse import Sentence
from ahcextract.linking.passage import is_destination, is_indefinite, wholes
from ahcextract.linking.references import (
    ORDINALS,
    WORDINGS,
    find_provisions,
    is_plural,
    refers,
)
from ahcextract.linking.stand import Stand
from ahcextract.linking.topical import NEAR
from ahcextract.linking.turning import current, turned

# "It, along with X", "it and X".
_BESIDES = frozenset({"along", "together", "alongside", "and", "well", "plus"})
OTHER = "topic:other"
_SAID = frozenset({"pronoun", "proposal"})
_WHOLE_TEXTS = frozenset({"text", "draft", "version"})


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a stand is on.

    Attributes:
        targets: one or more.
        topics: topic slugs for the record, most specific first.
        answers: the stand is about what was said before, so that its stance is relative to it.
    """

    targets: tuple[Target, ...]
    topics: tuple[str, ...] = ()
    answers: bool = False


class Referring(Named):
    """References back in one sentence.

    Args:
        sentence: parsed.
        memory: of the issue, before this sentence.
    """

    def __init__(self, sentence: Sentence, memory: Memory) -> None:
        super().__init__(sentence, memory)
        self.front = self.fronted()
        self.turn = turned(self)

    def is_whither(self, zone: tuple[int, ...]) -> bool:
        """Whether all that `zone` names is where something is to be moved to."""
        named = [u for u in zone if u in self.s.naming]
        return bool(named) and all(is_destination(self.s, u) for u in named)

    def moved(self, stand: Stand, topics: tuple[str, ...]) -> Resolution | None:
        """What is moved, where it was named before: `would move it to X`, `…, which C opposed`."""
        if stand.rule == "relative":
            return self.answer(topics)
        back = refers(self.s, stand.zone)
        found = self.referred(back, topics, stand) if back is not None else None
        if found is not None and any(t.id == UNRESOLVED for t in found.targets):
            return None
        return found

    def alongside(self, stand: Stand) -> tuple[Target, ...]:
        """`strike it, along with the words in X`, `both it and X`: what "it" means, too."""
        s = self.s
        first = stand.zone[0] if stand.zone else -1
        # In the short sentence "them" stands for provisions, too.
        if first < 0 or s.units[first].targets or s.words[first] not in {"it", "them"}:
            return ()
        if not any(s.words[u] in _BESIDES for u in stand.zone[1:4]):
            return ()
        place = find_provisions(self.memory, s.words[stand.zone[0]])
        return carried(place) if place is not None else ()

    def answer(self, topics: tuple[str, ...]) -> Resolution:
        """A stand on what was said last."""
        taken = self.memory.taken
        if taken and taken[-1].target.id == OTHER and (near := self.memory.topic_focus()):
            return Resolution((Target(f"topic:{near.topics[0]}", None, near.span),), topics)
        if not taken:
            for place in (
                self.front,
                self.memory.label,
                self.memory.fronted,
                self.memory.lead,
                self.memory.over,
            ):
                if place is not None and place.targets:
                    return Resolution(
                        tuple(Target(t, None, place.span) for t in place.targets), topics
                    )
                if place is not None and place.topics:
                    return Resolution(topics_of(place)[:1], topics)
            return Resolution((Target(UNRESOLVED),), topics)
        seen: dict[str, Target] = {}
        for one in taken:
            seen.setdefault(one.target.id, Target(one.target.id, None, one.span))
        return Resolution(tuple(seen.values()), topics, answers=True)

    def referred(
        self, back: tuple[str, str], topics: tuple[str, ...], stand: Stand
    ) -> Resolution | None:
        """Resolve a reference back; None where something else than a provision may be meant."""
        how, word = back
        if word in _WHOLE_TEXTS and self.is_of_several():
            return None
        if how == "pronoun" and word in {"it", "them"} and self.front:
            return None
        turn = current(self.memory, self.turn, stand, self.s)
        ordinal = word in ORDINALS
        if turn is not None and self.memory.label.targets and not turn.targets:
            turn = None  # Under a label with a number, a topic is that number's.
        if turn is not None and how in _SAID and not is_plural(word) and not ordinal:
            return Resolution(all_of(turn), topics)
        own = [] if ordinal or is_plural(word) else self.own_places(stand)
        taken = self.memory.taken
        # What the sentence itself has named before "it" is nearer than what was said before.
        near = how == "pronoun" and bool(own) and bool(taken) and taken[-1].sentence < self.s.number
        one = word == "both" and len({t.target.id for t in taken}) == 1
        if how in {"proposal", "pronoun"} and taken and not (ordinal or near or one):
            answer = self.answer(topics)
            if all(t.id not in {OTHER, UNRESOLVED} for t in answer.targets):
                return answer
        place = find_provisions(self.memory, word, own)
        if place is not None and place.targets:
            several = len(place.targets) > 1 and not is_plural(word)
            now = self.spoken_of_since(place.sentence) if several else None
            return Resolution(carried(place) if now is None else (now,), topics)
        label = self.memory.label
        if word in WORDINGS and label.topics and not label.targets:
            return Resolution(topics_of(label)[:1], topics)
        if how == "piece" and not self.topics_in(stand.zone):
            known = tuple(t for t in self.answer(topics).targets if t.id not in {OTHER, UNRESOLVED})
            if known:
                return Resolution(known, topics)
        return None

    def is_of_several(self) -> bool:
        """Whether the passage has no article of its own: "the text" is then none of those named."""
        memory = self.memory
        if memory.label.targets or memory.heading.targets or memory.fronted or memory.lead.targets:
            return False
        return len(wholes(memory.places)) > 1

    def spoken_of_since(self, sentence: int) -> Target | None:
        """The one thing that the passage has turned to, or somebody has spoken on, since then."""
        taken = [t for t in self.memory.taken if t.sentence > sentence]
        if taken:
            ids = {t.target.id for t in taken}
            return Target(taken[0].target.id, None, taken[0].span) if len(ids) == 1 else None
        place = self.front or self.memory.fronted or self.memory.turned
        if place is None or place.sentence <= sentence or len(all_of(place)) != 1:
            return None
        return all_of(place)[0]

    def own_places(self, stand: Stand) -> list[Place]:
        """Provisions that the sentence names before what refers back."""
        s = self.s
        end = min(stand.zone, default=s.unit_of(stand.cue[0]))
        units = (u for u in s.naming if u < end and not is_indefinite(s, u))
        found = [(u, self.provisions_in([u])) for u in units]
        return [
            Place(ids, (), s.place(s.units[u].start, s.units[u].end), s.number)
            for u, named in found
            if (ids := tuple(t.id for t in named if t.id != UNRESOLVED))
        ]

    def sole_provision(self) -> Place | None:
        """The one place that the paragraph has been about so far, where no heading sets a topic."""
        memory = self.memory
        places = [p for p in memory.places if p.targets]
        front = self.front or memory.fronted
        if memory.heading.topics or not places or (front and front.sentence > places[-1].sentence):
            return None
        if self.s.number - places[-1].sentence > NEAR:
            return None
        last = [p for p in places if p.sentence == places[-1].sentence]
        if len({p.targets for p in places}) > 1 and (
            len({p.targets for p in last}) > 1 or self.s.number - last[-1].sentence > 1
        ):
            return None
        place = places[-1]
        if any("@" in t for t in place.targets):
            return None
        return place


def carried(place: Place) -> tuple[Target, ...]:
    """The provisions of a place, for a stand that stands elsewhere."""
    return tuple(Target(t, None, place.span) for t in place.targets)


def topics_of(place: Place) -> tuple[Target, ...]:
    """What a place is on, for a stand that stands elsewhere: its first topic, or a list of them."""
    return tuple(
        Target(f"topic:{slug}", None, place.span) for slug in place.topics[: place.together]
    )


def all_of(place: Place) -> tuple[Target, ...]:
    """Everything that a place names, for a stand that stands elsewhere."""
    return (*carried(place), *(Target(f"topic:{t}", None, place.span) for t in place.topics))
