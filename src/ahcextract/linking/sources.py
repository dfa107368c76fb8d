"""Stands of actors who own or are the source of something: "A's proposal", "opposed by A"."""

from collections.abc import Iterator

from ahcextract.linking.content import Contents, below
from ahcextract.linking.nouns import AGENT_WORDS
from ahcextract.linking.parse import Sentence
from ahcextract.linking.passive import Passives
from ahcextract.linking.stand import Stand
from ahcextract.linking.units import Member

_RECEIVING = frozenset(
    "draw drew drawn meet met attract attracted receive received win won face faced encounter "
    "encountered garner garnered find found enjoy enjoyed provoke provoked trigger triggered".split()
)
_ARISING = frozenset(
    "come came come emerge emerged be is are was were arise arose remain remained".split()
)


class Sources(Passives):
    """Stands of actors who own or are the source of something; one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.contents = Contents(sentence)
        self.owners: dict[int, tuple[Member, ...]] = {}

    def is_genitive(self, a: int) -> bool:
        """Whether "'s" or an apostrophe stands right behind the actor."""
        s = self.s
        return a + 1 < len(s.units) and s.words[a + 1] in {"'s", "'", "s"}

    def owned(self, noun: int, owner: int) -> Iterator[tuple[Stand, bool]]:
        """`A's proposal to split X`, `A's opposition to X`: what A's noun says."""
        s = self.s
        reading = self.predicates.noun(noun)
        if reading is None:
            return
        zone = self.predicates.noun_zone(noun, None) or self.across(noun)
        for stand in self.predicates.noun_stands(noun, reading, zone, None):
            if stand.stance in {"propose", "neutral"} or reading.stance == "propose":
                yield stand.by("owner"), True
            else:
                yield stand.by("genitive"), False

    def across(self, noun: int) -> tuple[int, ...]:
        """What a stance noun is about when its verb says so: `X met opposition from A`."""
        s = self.s
        head = s.heads[noun]
        if s.deps[noun] == "dobj" and s.words[head] in _RECEIVING:
            return below(s, s.kids(head, "nsubj"))
        if s.deps[noun] in {"nsubj", "nsubjpass"} and s.words[head] not in AGENT_WORDS:
            return below(
                s,
                [k for k in s.kids(head, "prep") if not self.predicates.is_source(k) and k > head],
            )
        return ()

    def source(self, prep: int, a: int) -> Iterator[tuple[Stand, bool]]:
        """`X was opposed by A`, `opposition from A`, `a proposal by A`, `came from A`."""
        s = self.s
        head = s.heads[prep]
        if s.words[prep] == "by" and s.deps[prep] == "conj":
            # "agreed to by A and by B, but not by C"
            first = head
            while s.deps[first] == "conj":
                first = s.heads[first]
            against = any(
                s.deps[k] == "neg" or s.words[k] == "not" for k in s.kids(first, "neg")
            ) or (s.words[prep - 1] == "not")
            for stand in self.agent(s.heads[first]):
                turned = self.predicates.flipped(stand) if against else stand
                if turned is not None:
                    yield turned, False
            return
        if s.words[prep] == "by" and prep < head and s.deps[prep] == "agent":
            # "an amendment by A had been withdrawn": the parser hangs "by A" on the verb.
            nouns = [k for k in s.kids(head, "nsubjpass", "nsubj") if k < prep]
            if nouns and self.predicates.noun(nouns[0]) is not None:
                head = nouns[0]
        if (
            s.words[prep] == "by"
            and (s.deps[prep] == "agent" or s.words[head].endswith("ed"))
            and (head == s.heads[prep])
        ):
            yield from ((x, False) for x in self.agent(head))
            return
        noun = self.source_noun(head, prep)
        if noun is None:
            above = self.passive_above(prep) if s.words[prep] == "by" else None
            if above is not None:
                yield from ((x, False) for x in self.agent(above, head))
            return
        reading = self.predicates.noun(noun)
        if reading is None or (
            s.words[prep] == "of" and reading.stance == "concern" and not reading.light
        ):
            return
        if s.words[prep] == "of" and not reading.light and reading.stance != "propose":
            return
        zone = self.predicates.noun_zone(noun, None) or self.across(noun)
        for stand in self.predicates.noun_stands(noun, reading, zone, None):
            if reading.stance == "propose":
                yield stand.by("owner"), True
            else:
                yield stand.by("noun-source"), False

    def source_noun(self, head: int, prep: int) -> int | None:
        """The stance noun that `from A` belongs to."""
        s = self.s
        if self.predicates.noun(head) is not None:
            if not any(s.is_actor(k) for k in s.kids(head, "poss")):
                return head
            # "no support for B's proposal from A": the proposal has its owner already.
            above = s.heads[s.heads[head]] if s.deps[head] == "pobj" else head
            return above if above != head and self.predicates.noun(above) is not None else None
        if s.words[head] in _RECEIVING:
            return next(
                (k for k in s.kids(head, "dobj", "nsubjpass") if self.predicates.noun(k)), None
            )
        if s.words[head] in _ARISING:
            return next(
                (k for k in s.kids(head, "nsubj", "attr", "nsubjpass") if self.predicates.noun(k)),
                None,
            )
        return None
