"""Nouns and idioms that an agent stands behind: "concern shared by A", "joined by A"."""

from collections.abc import Iterator
from dataclasses import replace

from ahcextract.linking.comments import SHARED as _SHARED
from ahcextract.linking.parse import Sentence
from ahcextract.linking.predicates import Predicates
from ahcextract.linking.stand import Stand, relate
from ahcextract.linking.trees import below, is_negated

# "Exception was taken to X by A": the noun and its verb are one cue.
_IDIOMS = {
    ("exception", "taken"): "oppose",
    ("issue", "taken"): "oppose",
    ("umbrage", "taken"): "oppose",
    ("question", "called"): "concern",
}
_TAKEN = frozenset({"received", "greeted", "met", "taken"})
_MANNERS = dict.fromkeys("well warmly favourably favorably positively kindly".split(), "support")
_MANNERS |= dict.fromkeys("coolly coldly badly poorly frostily sceptically".split(), "concern")


class Agents:
    """What an agent does by a noun or an idiom; one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.s = sentence
        self.predicates = Predicates(sentence)

    def shared(self, v: int, noun: int) -> list[Stand]:
        """`B's concern about X was shared by A`, `B's objection to X was backed by A`."""
        s = self.s
        reading = self.predicates.noun(noun)
        if reading is None or reading.stance == "propose":
            return []
        zone = self.predicates.noun_zone(noun, None)
        stands = self.predicates.noun_stands(noun, reading, zone, None)
        if s.words[v] in _SHARED:
            relation = "with"
        else:
            stances = [r.stance for r in s.readings(v, "verb")]
            relation = next((x for x in stances if x in {"support", "oppose"}), "")
        if not relation or is_negated(s, v):
            return []
        cue = s.cue(v)
        span = cue.span if cue else stands[0].cue if stands else (0, 0)
        return [
            replace(x, stance=relate(relation, x.stance), cue=span, head=s.units[v].start,
                    direct=False, rule="passive-noun")
            for x in stands
        ]  # fmt: skip

    def joined(self, v: int) -> list[Stand]:
        """`A was joined by B in opposing X`: B opposes X too."""
        s = self.s
        if s.words[v] != "joined":
            return []
        for prep in s.kids(v, "prep"):
            for clause in s.kids(prep, "pcomp"):
                return [x.by("one-of") for x in self.predicates.verb(clause)]
        return []

    def and_as(self, v: int, heads: list[int]) -> list[Stand]:
        """`called a step forward by A, and as premature by B`: "premature" stands as a verb."""
        s = self.s
        judged = [r for r in s.readings(v, "evaluation") if r.stance != "neutral"]
        above = s.heads[v]
        if not judged or s.deps[v] != "conj" or s.kid(above, "auxpass") is None:
            return []
        cue = s.cues[v]
        span = cue.span
        zone = below(s, heads)
        return [Stand(judged[0].stance, span, span[0], zone, rule="passive-called")]

    def idiom(self, v: int, heads: list[int]) -> list[Stand]:
        """`Exception was taken to X by A`."""
        s = self.s
        for noun in heads:
            stance = _IDIOMS.get((s.words[noun], s.words[v]))
            preps = [k for k in s.kids(v, "prep") if s.words[k] in {"to", "with", "into"}]
            if stance and preps:
                start, end = s.units[noun].start, s.units[preps[0]].end
                return [Stand(stance, (start, end), s.units[v].start, below(s, preps), direct=True,
                              rule="passive-noun")]  # fmt: skip
        return []

    def received(self, v: int, heads: list[int]) -> list[Stand]:
        """`X was well received by A`, `was coolly received by A`."""
        s = self.s
        if s.words[v] not in _TAKEN:
            return []
        for manner in s.kids(v, "advmod"):
            stance = _MANNERS.get(s.words[manner])
            if stance is not None and manner + 1 == v:
                negated = is_negated(s, v)
                span, zone = (s.units[manner].start, s.units[v].end), below(s, heads)
                stance = "concern" if negated else stance
                return [Stand(stance, span, s.units[v].start, zone, negated, direct=True,
                              rule="passive")]  # fmt: skip
        return []

    def maker(self, v: int) -> Iterator[Stand]:
        """`welcomed a paper by A`: A put the paper forward."""
        for noun in self.s.kids(v, "dobj"):
            reading = self.predicates.noun(noun)
            if reading is not None and reading.stance == "propose":
                zone = self.predicates.noun_zone(noun, None) or below(
                    self.s, [k for k in self.s.kids(v, "prep") if k > noun and self.is_about(k)]
                )
                yield from (
                    x.by("owner") for x in self.predicates.noun_stands(noun, reading, zone, None)
                )

    def is_about(self, prep: int) -> bool:
        """`on X`, `regarding X`: what a noun or verb before it is about."""
        return self.s.words[prep] in {"on", "regarding", "concerning", "about", "for", "to"}

    def has_owner(self, noun: int) -> bool:
        """Whether a noun is somebody's already: `Nigeria's suggestion`, `a proposal by Kenya`."""
        s = self.s
        if any(
            s.is_actor(k) or k in s.adjectives for k in s.kids(noun, "poss", "amod", "compound")
        ):
            return True
        return any(self.predicates.is_source(k) for k in s.kids(noun, "prep"))
