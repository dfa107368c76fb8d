"""What a text does to an actor ("X alarmed A"), and what an actor does by saying something."""

from ahcextract.linking.stand import Stand
from ahcextract.linking.trees import below, is_negated
from ahcextract.linking.wishes import Wishes

_FAILING = frozenset({"fail", "fails", "failed", "failing"})
_TURNING_OUT = frozenset(
    "managed manages seemed seems appeared appears happened came proved".split()
)


class Effects(Wishes):
    """What a text does to an actor, and what an actor does by saying something; one sentence."""

    def impact(self, v: int) -> list[Stand]:
        """`X alarmed A`, `X did not please A`, `X failed to convince A`."""
        s = self.s
        cue = s.cue(v)
        if cue is None:
            return []
        at, negated = v, is_negated(s, v)
        subjects = s.kids(v, "nsubj")
        while not subjects and (s.deps[at] == "conj" or self.is_outcome(at)):
            negated = negated != (s.deps[at] == "xcomp" and s.words[s.heads[at]] in _FAILING)
            at = s.heads[at]
            subjects = s.kids(at, "nsubj", "nsubjpass")
        zone = below(s, subjects)
        if not self.on_text(zone):
            return []
        for reading in cue.readings:
            if reading.kind == "impact":
                if negated and reading.stance == "concern":
                    return []
                stance = "concern" if negated else reading.stance
                span = cue.span
                return [Stand(stance, span, s.units[v].start, zone, negated, rule="impact")]
        return []

    def is_outcome(self, at: int) -> bool:
        """`failed to convince`, `seemed to please`; not `tries to please`."""
        s = self.s
        return s.deps[at] == "xcomp" and s.words[s.heads[at]] in _FAILING | _TURNING_OUT

    def by_means(self, v: int, depth: int) -> list[Stand]:
        """`tried to bridge the gap by proposing X`, `replied by rejecting X`: what was done so."""
        s = self.s
        if is_negated(s, v):
            return []
        for above in (v, *s.kids(v, "xcomp")):
            for prep in s.kids(above, "prep"):
                clauses = s.kids(prep, "pcomp") if s.words[prep] == "by" else []
                stands = [x for c in clauses for x in self.verb(c, depth + 1)]
                if any(x.stance != "neutral" for x in stands):
                    return [x.by("one-of") for x in stands if x.stance != "neutral"]
        return []
