"""Stands of actors who own or are the source of something: "A's proposal", "opposed by A"."""

from collections.abc import Iterator

from ahcextract.linking.content import Contents, below, governed_heads
from ahcextract.linking.nouns import AGENT_WORDS
from ahcextract.linking.parse import CueAt, Sentence
from ahcextract.linking.predicates import Predicates
from ahcextract.linking.stand import Stand, compose
from ahcextract.linking.units import Member

_RECEIVING = frozenset(
    "draw drew drawn meet met attract attracted receive received win won face faced encounter "
    "encountered garner garnered find found enjoy enjoyed provoke provoked trigger triggered".split()
)
_ARISING = frozenset(
    "come came come emerge emerged be is are was were arise arose remain remained".split()
)


class Sources:
    """Stands of actors who own or are the source of something; one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.s = sentence
        self.predicates = Predicates(sentence)
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

    def agent(self, v: int) -> Iterator[Stand]:
        """`X was opposed by A`; `a text tabled by A`; `concerns were voiced by A about X`."""
        s = self.s
        if s.kid(v, "nsubj") is not None and s.kid(v, "auxpass") is None:
            # "welcomed a paper by A": A wrote it, and is not who welcomed.
            yield from self.maker(v)
            return
        subjects = s.kids(v, "nsubjpass", "nsubj", "csubj")
        expletive = [k for k in subjects if s.words[k] in {"it", "there"}]
        heads: list[int] = [k for k in subjects if k not in expletive]
        if not heads and s.deps[v] in {"acl", "relcl"}:
            heads = [s.heads[v]]
        if not heads and s.deps[v] == "conj":
            heads = s.kids(s.heads[v], "nsubjpass", "nsubj")
        noun = next((h for h in heads if self.predicates.noun(h) and not self.has_owner(h)), None)
        cue = s.cue(v)
        readings = s.readings(v, "verb", "operation") if cue else []
        if noun is not None and (cue is None or readings[:1] and readings[0].stance == "neutral"):
            reading = self.predicates.noun(noun)
            assert reading is not None  # noqa: S101  (narrowing: `noun` was chosen for it)
            zone = self.predicates.noun_zone(noun, None) or below(
                s, [k for k in s.kids(v, "prep") if not self.predicates.is_source(k)]
            )
            yield from (
                x.by("passive-noun") for x in self.predicates.noun_stands(noun, reading, zone, None)
            )
            return
        if cue is None or not readings:
            return
        reading = readings[0]
        zone = below(s, heads, [v] if s.deps[v] in {"acl", "relcl"} else [])
        if not zone:
            zone = below(s, governed_heads(s, cue.start, cue.end))
        if reading.kind == "operation" and reading.op:
            stance = compose("propose", reading.op)
            if stance and reading.form == "ed":
                span = (cue.span.start, cue.span.end)
                yield Stand(stance, span, s.units[v].start, zone, change=reading.op == "change",
                            rule="passive-deed")  # fmt: skip
            return
        judged = self.judged(v, cue, zone)
        if judged:
            yield from judged
            return
        outer = "prefer" if reading.op == "prefer" else reading.stance
        contents = (
            []
            if outer == "neutral"
            else self.contents.of(heads or governed_heads(s, cue.start, cue.end))
        )
        negated = s.kid(v, "neg") is not None
        if contents:
            yield from (
                x.by("passive") for x in self.predicates.composed(outer, v, cue, contents, negated)
            )
        else:
            yield from (
                x.by("passive")
                for x in self.predicates.made(outer, v, cue, zone, negated, "passive")
            )

    def judged(self, v: int, cue: CueAt, zone: tuple[int, ...]) -> list[Stand]:
        """`X was described by A as unclear`, `was deemed too low by A`."""
        s = self.s
        for unit in s.subtree(v):
            found = s.cue(unit)
            if found is None or unit <= v or unit in zone:
                continue
            for reading in found.readings:
                if reading.kind == "evaluation":
                    span = (cue.span.start, cue.span.end)
                    return [
                        Stand(reading.stance, span, s.units[v].start, zone, rule="passive-called")
                    ]
        return []

    def maker(self, v: int) -> Iterator[Stand]:
        """`welcomed a paper by A`: A put the paper forward."""
        for noun in self.s.kids(v, "dobj"):
            reading = self.predicates.noun(noun)
            if reading is not None and reading.stance == "propose":
                zone = self.predicates.noun_zone(noun, None)
                yield from (
                    x.by("owner") for x in self.predicates.noun_stands(noun, reading, zone, None)
                )

    def has_owner(self, noun: int) -> bool:
        """Whether a noun is somebody's already: `Nigeria's suggestion`, `a proposal by Kenya`."""
        s = self.s
        if any(
            s.is_actor(k) or k in s.adjectives for k in s.kids(noun, "poss", "amod", "compound")
        ):
            return True
        return any(self.predicates.is_source(k) for k in s.kids(noun, "prep"))
