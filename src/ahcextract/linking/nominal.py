"""Stances in nouns: "voiced opposition to X", "made a proposal", "withdrew its objection"."""

from dataclasses import replace

from ahcextract.lexicon import Cue
from ahcextract.linking.stand import Stand, relate
from ahcextract.linking.things import THINGS
from ahcextract.linking.trees import below, governed_heads, is_negated
from ahcextract.linking.words import GIVEN, OWN
from ahcextract.linking.worth import Worth

_OFFERING = frozenset(
    "give gives gave given giving offer offers offered provide provides provided providing "
    "supply supplied make made".split()
)
_DOING = frozenset({"do", "does", "did", "done", "doing"})
_FAVOURS = frozenset({"favour", "favor", "favours", "favors"})
_OTHERS = frozenset({"the", "these", "those", "this", "that", "such"})
# Verbs after which "the concern" is the speaker's own.
_VOICING = frozenset(
    "express voice raise share have hold state reiterate register repeat maintain convey put make "
    "air harbour signal declare show".split()
)
_TAKING_BACK = frozenset(
    "withdraw withdrew withdrawn withdraws drop dropped drops abandon abandoned retract retracted "
    "lift lifted waive waived".split()
)
# Who leads the opposition to X opposes it.
_LEADING = frozenset({"led", "lead", "leads", "leading", "spearheaded", "headed", "joined"})
_COMING = frozenset(
    "open opens opened start starts started begin begins began come comes came arrive arrives "
    "arrived end ends ended close closes closed conclude concludes concluded respond responds "
    "responded reply replies replied answer answers answered follow follows followed return "
    "returns returned intervene intervenes intervened react reacts reacted surprise surprised "
    "surprises".split()
)
_REPEATING = frozenset({"reiterate", "repeat", "restate", "reaffirm"})
_SHARING = frozenset({"share", "shares", "shared", "sharing", "echo", "echoes", "echoed"})
_HOMES = frozenset({"country", "delegation", "government", "group"})
_SUPPOSING = frozenset({"would", "could", "might", "may", "if", "unless", "should", "until"})
_PROVIDED = frozenset({"if", "once", "unless", "when", "provided"})
_CASTING = frozenset({"cast", "casts", "casting"})
_TO_COME = frozenset({"put", "present", "table", "submit", "announce"})
_FROM = frozenset({"from", "by", "among", "amongst"})
_NOUNLIKE = frozenset({"base", "s"})
_WITHDRAWING = frozenset(
    "address addressed addresses allay allayed dispel dispelled overcome overcame discuss "
    "discussed hear heard consider considered receive received meet met face faced draw drew "
    "attract attracted encounter encountered ignore ignored reflect reflects reflected".split()
)


class Nominal(Worth):
    """Stances in nouns; one sentence."""

    def light(self, v: int) -> list[Stand]:
        """`voiced opposition to X`, `has concerns about X`, `made a proposal on X`."""
        s = self.s
        own = s.readings(v, "verb")
        if s.words[v] in _TAKING_BACK:
            return self.taken_back(v)
        found = self.worth(v) or self.seconding(v, own)
        if found:
            return found
        if any(r.stance != "neutral" for r in own) or s.words[v] in _WITHDRAWING:
            return []
        stands: list[Stand] = []
        for head in s.kids(v, "dobj"):
            nouns = s.conjuncts(head)
            zones = [self.noun_zone(n, v) for n in nouns]
            for noun, zone in zip(nouns, zones, strict=True):
                reading = self.noun(noun)
                if reading is None or not self.is_speakers(noun, v, own):
                    continue
                if any(s.words[k] in _TO_COME for k in s.kids(noun, "acl")):
                    continue  # "has proposals to put forward"
                if s.words[v] in _DOING and s.words[noun] in _FAVOURS:
                    continue  # "did the room a favour"
                if not reading.light and s.words[v] not in _CASTING:
                    continue
                if self.is_circumstance(v, noun) or self.only_named(v, noun, reading):
                    continue
                if s.words[noun] in GIVEN and s.words[v] in _OFFERING:
                    continue  # "provided clarification on X"
                shared = zone or next((z for z in zones if z), ())
                stands.extend(self.noun_stands(noun, reading, shared, v))
        return stands or self.armed(v)

    def armed(self, v: int) -> list[Stand]:
        """`opened with a plea to keep X`, `came with a request for Y`: what one comes with."""
        s = self.s
        if s.words[v] not in _COMING:
            return []
        for prep in s.kids(v, "prep"):
            for noun in s.kids(prep, "pobj") if s.words[prep] == "with" else ():
                reading = self.noun(noun)
                own = any(s.words[k] in {"a", "an", "its", "their"} for k in s.children[noun])
                if reading is not None and reading.light and own and reading.stance != "support":
                    return self.noun_stands(noun, reading, self.noun_zone(noun, v), v)
        return []

    def seconding(self, v: int, own: list[Cue]) -> list[Stand]:
        """`backed A's objection to X`, `shared A's concern about X`: the stance is A's."""
        s = self.s
        stances = {r.stance for r in own}
        relation = "with" if s.words[v] in _SHARING else ""
        relation = relation or next((x for x in ("support", "oppose") if x in stances), "")
        again = any(r.lemma in _REPEATING for r in own)
        relation = relation or ("support" if again else "")
        cue = s.cue(v)
        if not relation or cue is None or is_negated(s, v):
            return []
        for noun in s.kids(v, "dobj"):
            reading = self.noun(noun)
            if reading is None or not (self.is_from(noun) if again else self.is_anothers(noun)):
                continue
            if reading.stance == "propose" and not again:
                continue
            span = cue.span
            stands = self.noun_stands(noun, reading, self.noun_zone(noun, v), None)
            return [
                replace(x, stance=relate(relation, x.stance), cue=span, head=s.units[v].start,
                        direct=False, scope=below(s, [noun]) if again else x.scope)
                for x in stands
            ]  # fmt: skip
        return []

    def is_anothers(self, noun: int) -> bool:
        """Whether the noun is an actor's who is not the subject: `A's concern`."""
        s = self.s
        return any(
            s.is_actor(k) or k in s.adjectives for k in s.kids(noun, "poss", "amod", "compound")
        )

    def is_from(self, noun: int) -> bool:
        """`the proposal by A`, `A's proposal`, where A is not the subject."""
        s = self.s
        return self.is_anothers(noun) or any(
            self.is_source(k) and s.words[k] in {"by", "from", "of"} for k in s.kids(noun, "prep")
        )

    def taken_back(self, v: int) -> list[Stand]:
        """`withdrew its objection to X`, `dropped its request to delete X`: support of X."""
        s = self.s
        for noun in s.kids(v, "dobj"):
            reading = self.noun(noun)
            if reading is None:
                continue
            stands = self.noun_stands(noun, reading, self.noun_zone(noun, v), v)
            put = reading.stance == "propose"
            if self.is_supposed(v):
                # "Would drop its opposition if …": it is opposed still.
                return [x.by("owner" if put else "noun") for x in stands]
            return [
                # A proposal was put forward whoever withdraws it (D27).
                x.by("owner")
                if x.stance == "propose"
                else replace(x, stance="support", direct=False, rule="withdrawn")
                for x in stands
                if x.stance in {"oppose", "concern", "propose"}
            ]
        return []

    def held(self, v: int) -> list[Stand]:
        """`if A dropped its insistence on X`: A insists still."""
        return self.taken_back(v) if self.s.words[v] in _TAKING_BACK else []

    def is_supposed(self, v: int) -> bool:
        """`would drop`, `if A dropped`, `is ready to drop`: it has not been done."""
        s = self.s
        words = {s.words[k] for k in s.kids(v, "aux", "mark")}
        later = [k for c in s.kids(v, "advcl") for k in s.kids(c, "mark", "advmod")]
        if words & {"will", "'ll"} and any(s.words[k] in _PROVIDED for k in later):
            return True
        return bool(words & _SUPPOSING)

    def noun(self, index: int) -> Cue | None:
        """The noun reading of the cue at `index`, if it has one that takes a stance."""
        found = self.s.cues.get(index)
        if found is None or self.is_booking(index):
            return None
        for reading in found.readings:
            if reading.kind == "noun" and reading.stance != "neutral":
                return reading
        if index != found.start or found.end != index + 2 or not self.s.is_nominal(index):
            return None
        for reading in found.readings:
            # "its call for X": the verb's cue, with its preposition, stands as a noun.
            if reading.kind == "verb" and reading.stance == "propose" and reading.form in _NOUNLIKE:
                return replace(reading, kind="noun")
        return None

    def is_booking(self, index: int) -> bool:
        """`hotel reservation`: one of something else."""
        return any(self.s.words[k] in THINGS for k in self.s.kids(index, "compound"))

    def is_received(self, noun: int, v: int) -> bool:
        """`won support from A`: what the noun names is A's."""
        s = self.s
        preps = [*s.kids(noun, "prep"), *s.kids(v, "prep")]
        return any(s.words[k] in _FROM and k > noun and self.is_source(k) for k in preps)

    def is_speakers(self, noun: int, v: int, own: list[Cue]) -> bool:
        """Whether the noun is the subject's own: `its concern`, `a concern`, not `the concern`."""
        s = self.s
        if self.is_received(noun, v):
            return False
        if s.kid(noun, "poss") is not None:
            return all(s.words[k] in OWN or self.is_home(k, noun) for k in s.kids(noun, "poss"))
        if any(s.words[k] in _OTHERS for k in s.kids(noun, "det")):
            return s.words[v] in _LEADING or any(r.lemma in _VOICING for r in own)
        return True

    def is_home(self, owner: int, noun: int) -> bool:
        """`its country's opposition`, but not `its country's difficulties` or initiatives."""
        s = self.s
        found = s.cues.get(noun)
        suffered = found is not None and any(
            r.kind == "effect" or r.lemma == "initiative" for r in found.readings
        )
        own = any(s.words[k] in OWN for k in s.kids(owner, "poss"))
        return own and s.words[owner] in _HOMES and not suffered

    def noun_zone(self, noun: int, v: int | None) -> tuple[int, ...]:
        """What a stance noun governs; a parser may hang its preposition on the verb before it."""
        s = self.s
        cue = s.cues.get(noun)
        start, end = (cue.start, cue.end) if cue else (noun, noun + 1)
        heads = [h for h in governed_heads(s, start, end) if not self.is_source(h)]
        if not heads and v is not None:
            heads = [
                k
                for k in s.kids(v, "prep", "ccomp", "xcomp", "dative", "advcl")
                if k > noun and not self.is_source(k) and s.words[k] not in {"in", "during", "at"}
            ]
        return below(s, heads)

    def is_source(self, prep: int) -> bool:
        """`from A`, `by A`: whose the noun is, not what it is about."""
        s = self.s
        if s.words[prep] == "on":
            # "doubts on the part of A"
            return any(
                s.words[k] == "part" and any(self.is_source(p) for p in s.kids(k, "prep"))
                for k in s.kids(prep, "pobj")
            )
        return s.words[prep] in {"from", "by", "of", "among", "between"} and any(
            s.is_actor(k) for k in s.kids(prep, "pobj")
        )

    def noun_stands(
        self, noun: int, reading: Cue, zone: tuple[int, ...], head: int | None
    ) -> list[Stand]:
        """Stands of the one whose `opposition`, `proposal` or `concern` the noun names."""
        s = self.s
        cue = s.cues[noun]
        if reading.op == "prefer" and any(s.words[k] == "no" for k in s.kids(noun, "det")):
            # "Had no preference" is no stance.
            return []
        negated = any(s.words[k] in {"no", "little", "any"} and s.deps[k] in {"det", "amod", "neg"}
                      for k in s.children[noun])  # fmt: skip
        if head is not None:
            negated = negated != is_negated(s, head)
        outer = "prefer" if reading.op == "prefer" else reading.stance
        if outer == "prefer" and zone and not self.standing(zone):
            outer = "prefer-new"
        heads = governed_heads(s, cue.start, cue.end)
        if head is not None:
            heads = heads or [
                k
                for k in s.kids(head, "prep", "xcomp", "ccomp", "advcl")
                if k > noun
                and (s.deps[k] != "advcl" or any(s.words[x] == "to" for x in s.kids(k, "aux")))
            ]
        contents = self.contents.of(heads)
        if outer == "concern":
            contents = []
        if contents:
            return [
                x.by("noun-operation") for x in self.composed(outer, noun, cue, contents, negated)
            ]
        return [x.by("noun") for x in self.made(outer, noun, cue, zone, negated, "noun")]
