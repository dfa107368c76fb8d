"""Standpoints in nouns: "in the view of A, X is premature", "A's position is that X should go"."""

from collections.abc import Iterator

from ahcextract.linking.content import BE
from ahcextract.linking.parse import CueAt
from ahcextract.linking.passive import Passives
from ahcextract.linking.stand import Stand
from ahcextract.linking.words import VIEWS

# "The position of A is that …".
_POSITIONS = VIEWS | frozenset("position stance line stand argument preference point".split())


class Standpoints(Passives):
    """What somebody's view is said to be; one sentence."""

    def is_standpoint(self, noun: int) -> bool:
        """`in the view of A`, `A's position is …`: a noun for what somebody thinks."""
        word, dep = self.s.words[noun], self.s.deps[noun]
        return (word in VIEWS and dep == "pobj") or (word in _POSITIONS and dep == "nsubj")

    def viewed(self, noun: int) -> Iterator[Stand]:
        """What the one thinks whose view `noun` is."""
        pobj = self.s.deps[noun] == "pobj"
        return self.standpoint(self.s.heads[noun]) if pobj else self.position(noun)

    def standpoint(self, prep: int) -> Iterator[Stand]:
        """`In the view of A, X is premature`, `in A's opinion X should be deleted`."""
        s = self.s
        v = s.heads[prep]
        if s.words[prep] not in {"in", "from", "to"} or s.deps[prep] != "prep":
            return
        end = next((k for k in range(prep, len(s.words)) if s.deps[k] == "pobj"), prep)
        start, stop = s.units[prep].start, s.units[end].end
        cue = CueAt(prep, end + 1, (), (start, stop))
        for each in s.conjuncts(v):
            yield from (x.by("according") for x in self.predicates.said(prep, cue, each, 1))

    def position(self, noun: int) -> Iterator[Stand]:
        """`A's view is that X should go`, `the position of A remains that X is needed`."""
        s = self.s
        v, at = s.heads[noun], s.units[noun].start
        cue = CueAt(noun, noun + 1, (), (at, at + 1))
        for clause in s.kids(v, "ccomp") if s.words[v] in BE | {"remains", "remained"} else ():
            if any(s.words[k] == "that" for k in s.kids(clause, "mark")):
                for each in s.conjuncts(clause):
                    found = self.predicates.said(v, cue, each, 1)
                    yield from (x.by("according") for x in found)
