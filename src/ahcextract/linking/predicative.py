"""Stances behind a form of "be": "was opposed to X", "was the only one to oppose X"."""

from dataclasses import replace

from ahcextract.linking.conditions import Conditions
from ahcextract.linking.content import BE
from ahcextract.linking.parse import CueAt
from ahcextract.linking.stand import Stand
from ahcextract.linking.things import SPEAKING
from ahcextract.linking.trees import below, governed_heads, is_negated
from ahcextract.linking.words import RAISING, SELF

_BECOMING = frozenset({"remain", "remains", "remained", "become", "became", "becomes"})
_WILLING = frozenset(
    "prepared ready willing able inclined happy keen eager quick right free glad content disposed "
    "determined anxious".split()
)
_UNWILLING = frozenset({"unable", "unwilling", "disinclined", "unprepared"})
_ALONE = frozenset({"alone", "unanimous", "united", "isolated"})
_ITSELF = frozenset({"itself", "themselves", "himself", "herself"})
# "Least happy", "hardly comfortable".
_BARELY = frozenset({"least", "less", "hardly", "scarcely", "barely"})
_PLACES = frozenset("there here away absent present back in out up".split())
# Which side somebody is on of what was said ("B was against").
_SIDES = frozenset({"against", "opposed", "in favour", "in favor", "not in favour"})
# What one does to text alone, whatever "it" was called.
_PARTING = frozenset(
    {"see the back of", "be rid of", "get rid of", "do without", "live without", "do away with",
     "part with", "dispense with"}
)  # fmt: skip
_TIMES = frozenset({"stage", "moment", "time", "present", "point", "juncture"})
_PLAIN_PREPOSITIONS = frozenset({"for", "behind", "against"})


class Predicative(Conditions):
    """Stances behind a form of "be"; one sentence."""

    def predicative(self, v: int) -> list[Stand]:
        """`was opposed to X`, `were in favour of X`, `is unable to accept X`."""
        s = self.s
        copular = (
            s.words[v] in BE or s.kid(v, "auxpass", "aux") is not None or s.words[v] in RAISING
        )
        if not copular:
            return self.joined_in(v)
        spots = [v, *s.kids(v, "acomp", "attr", "prep", "oprd", "advmod", "ccomp", "xcomp", "dobj")]
        for spot in spots:
            found = s.cues.get(spot)
            if found is None or (found.start < v and s.heads[found.start] != v):
                continue
            for reading in found.readings:
                if reading.kind != "predicative":
                    continue
                if s.kid(v, "agent") is not None and not reading.lemma.endswith(" by"):
                    continue
                if found.start == v and s.words[v] in BE:
                    continue
                if reading.lemma in _PLAIN_PREPOSITIONS and (
                    s.words[v] not in BE
                    or s.heads[spot] != v
                    or s.kid(v, "attr", "acomp", "nsubjpass") is not None
                    or any(k < spot for k in s.kids(v, "prep"))
                    or s.words[spot - 1] in _PLACES
                ):  # "is on her feet for an hour", "was there for the vote"
                    continue
                if s.words[found.start - 1] in _BARELY and reading.stance == "support":
                    heads = governed_heads(s, found.start, found.end)
                    zone = below(s, heads)
                    return self.made("concern", v, found, zone, False, "predicative")
                return self.standing_for(found, v, spot)
        return self.copula(v, 0) if s.words[v] in _BECOMING else self.joined_in(v)

    def reflexive(self, v: int) -> list[Stand]:
        """`declared itself satisfied with X`, `found itself unable to accept X`."""
        s = self.s
        if v + 2 >= len(s.words) or s.words[v + 1] not in _ITSELF:
            return []
        at = next((k for k in range(v + 2, min(v + 4, len(s.words))) if k in s.cues), None)
        found = s.cues.get(at) if at is not None else None
        if found is None or not any(r.kind == "predicative" for r in found.readings):
            return []
        return self.standing_for(found)

    def joined_in(self, v: int) -> list[Stand]:
        """`A was joined by B in opposing X`: A opposes it."""
        s = self.s
        if s.words[v] != "joined" or s.kid(v, "agent", "dobj") is None:
            return []
        for clause in self.joined(v):
            return [x.by("one-of") for x in self.verb(clause, 1)]
        return []

    def joined(self, v: int) -> list[int]:
        """`joined A in opposing X`: the clause that says in what."""
        s = self.s
        own = [*s.kids(v, "prep"), *(p for a in s.kids(v, "dobj") for p in s.kids(a, "prep"))]
        return [k for p in own if s.words[p] == "in" for k in s.kids(p, "pcomp")]

    def standing_for(self, found: CueAt, v: int | None = None, spot: int = -1) -> list[Stand]:
        """What a predicative cue says: behind the verb `v`, at `spot`, or behind a noun.

        `is against X`, `is in favour of deleting X`; `those against X`.
        """
        s = self.s
        reading = next(r for r in found.readings if r.kind == "predicative")
        heads = governed_heads(s, found.start, found.end)
        negated = False
        if v is not None:
            heads = heads or [k for k in s.kids(v, "prep", "xcomp", "ccomp") if k >= found.end]
            negated = is_negated(s, v, found) or is_negated(s, spot, found)
        heads = [h for h in heads if not self.is_when(h)]
        if any(s.words[h] in SPEAKING for h in heads):
            return []  # "was in no position to comment"
        contents = self.contents.of(heads) if reading.stance != "concern" else []
        at = found.start
        if contents:
            return self.composed(reading.stance, at, found, contents, negated)
        if (
            s.words[at] in _WILLING
            and found.end == at + 1
            and any(s.deps[h] == "xcomp" for h in heads)
        ):
            return []  # "happy to pay for X": what it is willing to do says what it wants.
        zone = below(s, heads)
        if not zone and (reading.lemma.startswith("of ") or reading.stance in {"with", "concern"}):
            # "Was of the same mind", "was not convinced": of what was said before.
            return self.bare(reading.stance, at, found, reading, negated)
        favours = reading.lemma.startswith(("for", "in favour", "in favor"))
        if favours and reading.stance == "support" and not negated and self.is_figure(zone):
            # "was in favour of 60": the number is not in the text (rule 14).
            return self.made("propose", at, found, zone, False, "predicative")
        stands = self.made(reading.stance, at, found, zone, negated, "predicative")
        if not zone and reading.lemma in _SIDES:
            return [replace(x, bare=x.stance in {"support", "oppose"}) for x in stands]
        return stands

    def is_when(self, prep: int) -> bool:
        """`at this stage`, `for the moment`: when, and not of what."""
        s = self.s
        return s.deps[prep] == "prep" and any(s.words[k] in _TIMES for k in s.kids(prep, "pobj"))

    def copula(self, v: int, depth: int) -> list[Stand]:
        """`was a supporter of X`, `was the only one to oppose X`, `was among those opposing X`."""
        s = self.s
        for attr in s.kids(v, "attr", "prep"):
            nouns = [attr] if s.deps[attr] == "attr" else s.kids(attr, "pobj")
            for noun in nouns:
                reading = self.noun(noun)
                if reading is not None and (s.deps[attr] == "attr" or s.words[attr] == "among"):
                    return self.noun_stands(noun, reading, self.noun_zone(noun, v), v)
                for clause in s.kids(noun, "acl", "relcl"):
                    if any(s.words[k] in SELF for k in s.kids(clause, "nsubj")):
                        continue  # "it was the best it could hope for"
                    stands = self.verb(clause, depth + 1)
                    if stands:
                        return [x.by("one-of") for x in stands]
        return self.willing(v, depth)

    def parting(self, clause: int) -> list[Stand]:
        """`glad to see the back of it`, `happy to do without it`: it may go."""
        found = self.s.cue(clause)
        contents = self.contents.operation(clause)
        if found is None or not any(r.lemma in _PARTING for r in found.readings):
            return []
        return self.composed("propose", clause, found, contents, False)

    def willing(self, v: int, depth: int) -> list[Stand]:
        """`was prepared to go along with X`, `was alone in opposing X`, `was quick to back X`."""
        s = self.s
        for adjective in s.kids(v, "acomp", "attr", "advmod"):
            word = s.words[adjective]
            if word not in _WILLING and word not in _UNWILLING and word not in _ALONE:
                continue
            clauses = s.kids(adjective, "xcomp", "ccomp") + s.kids(v, "xcomp", "advcl")
            if word in _ALONE:
                preps = s.kids(adjective, "prep") + s.kids(v, "prep")
                clauses = [c for k in preps if s.words[k] == "in" for c in s.kids(k, "pcomp")]
            for clause in clauses:
                stands = [x for x in self.verb(clause, depth + 1) if x.stance != "neutral"]
                stands = stands or self.parting(clause)
                if (word in _UNWILLING) != is_negated(s, v):
                    stands = [y for y in (self.flipped(x) for x in stands) if y is not None]
                if stands:
                    return [x.by("one-of") for x in stands]
        return []
