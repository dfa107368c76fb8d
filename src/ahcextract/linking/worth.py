"""Stances in what somebody sees no need for, has nothing against, or raises a voice about."""

from ahcextract.lexicon import Cue
from ahcextract.linking.parse import CueAt
from ahcextract.linking.stand import Stand
from ahcextract.linking.trees import below, is_negated
from ahcextract.linking.wording import Wording

_FEARED = frozenset("fear worry object criticize criticise complain regret fault oppose".split())
_SEEING = frozenset(
    "see sees saw seen seeing find finds found have has had having perceive perceives perceived "
    "recognize recognizes recognized recognise recognises recognised".split()
)
WORTH = frozenset(
    "need merit merits value place point use reason reasons justification necessity purpose room "
    "benefit benefits advantage advantages grounds basis sense virtue".split()
)
_FAILING = frozenset({"fail", "fails", "failed", "failing"})
_VOICES = frozenset({"voice", "voices", "stand", "position", "stance", "arguments", "argument"})
_HOPES = frozenset({"hope", "wish", "desire", "expectation", "hopes"})
# Nouns of speaking: who makes a statement on X has spoken on X.
_SPEAKING = frozenset({"statement", "statements", "remarks", "comments", "intervention"})
_GIVING = frozenset({"make", "makes", "made", "gave", "delivered", "making"})
# Verbs that only name what they speak of.
_NAMING = frozenset(
    "highlight note identify mention describe list report outline discuss explain elaborate "
    "present comment cite recount detail share".split()
)
_GOING_ON = frozenset({"support", "backing", "initiative", "approval"})
# Verbs of telling a list.
_TELLING = frozenset("outline describe list recount detail enumerate".split())


_ENDS = frozenset({".", ";", ",", "and", "but", "while"})


class Worth(Wording):
    """Stances in nouns that are cues only with their verb; one sentence."""

    def worth(self, v: int) -> list[Stand]:
        """All that verb `v` says with a plain noun."""
        for noun in self.s.kids(v, "dobj"):
            for read in (self.worthless, self.nothing, self.voice, self.hope, self.speaking):
                stands = read(v, noun)
                if stands:
                    return stands
        return []

    def is_circumstance(self, v: int, noun: int) -> bool:
        """`noted difficulties in small islands`: how things are; `problems with X` blames X."""
        s = self.s
        lemmas = {r.lemma.split()[0] for r in s.readings(v, "verb")}
        found = s.cues.get(noun)
        if not lemmas & _NAMING or found is None or s.kid(noun, "poss") is not None:
            return False
        effects = [r for r in found.readings if r.kind == "effect"]
        plural = any(r.form == "plural" for r in effects) or (effects and lemmas & _TELLING)
        return bool(plural) and all(s.words[k] != "with" for k in s.kids(noun, "prep"))

    def only_named(self, v: int, noun: int, reading: Cue) -> bool:
        """`highlighted support for X`: that there is some, not that the speaker lends it."""
        s = self.s
        naming = any(r.lemma.split()[0] in _NAMING for r in s.readings(v, "verb"))
        return naming and reading.lemma in _GOING_ON and s.kid(noun, "poss") is None

    def both(self, v: int, noun: int) -> CueAt:
        """The verb and its noun as one cue."""
        s = self.s
        start, end = s.units[v].start, s.units[noun].end
        return CueAt(v, noun + 1, (), (start, end))

    def worthless(self, v: int, noun: int) -> list[Stand]:
        """`sees no need for X`, `failed to see the merit of X`, `found no reason to delete X`."""
        s = self.s
        if s.words[v] not in _SEEING or s.words[noun] not in WORTH or v > noun:
            return []
        determiners = {s.words[k] for k in s.kids(noun, "det", "amod", "neg", "advmod")}
        no = bool(determiners & {"no", "little"})
        failing = s.deps[v] == "xcomp" and s.words[s.heads[v]] in _FAILING
        if no + is_negated(s, v) + failing != 1:
            return []
        cue = self.both(v, noun)
        actions = [k for k in s.kids(noun, "acl", "relcl", "xcomp") if k > noun]
        actions += [k for k in s.kids(v, "xcomp", "advcl") if k > noun]
        preps = [k for k in s.kids(noun, "prep") if s.words[k] in {"for", "in", "to", "of"}]
        preps = preps or [
            k for k in s.kids(v, "prep", "dative") if k > noun and s.words[k] in {"for", "in", "to"}
        ]
        contents = self.contents.of([*actions, *preps])
        if contents:
            return self.composed("oppose", v, cue, contents, False)
        zone = below(s, preps)
        if zone:
            return self.made("oppose", v, cue, zone, False, "no-need")
        ends = noun + 1 >= len(s.words) or s.words[noun + 1] in _ENDS
        if not ends or s.words[noun] not in {"need", "necessity", "point"}:
            return []
        span = cue.span
        return [Stand("oppose", span, s.units[v].start, (), True, bare=True, rule="no-need")]

    def nothing(self, v: int, noun: int) -> list[Stand]:
        """`has nothing against X`, `sees nothing wrong with X`, `sees nothing to fear`."""
        s = self.s
        if s.words[noun] != "nothing" or s.words[v] not in _SEEING:
            return []
        at = s.units[v].start
        if any(s.words[k] in _FEARED for k in s.kids(noun, "acl", "relcl")):
            return [Stand("support", (at, s.units[noun].end), at, (), True, rule="noun")]
        preps = [*s.kids(noun, "prep"), *s.kids(v, "prep")]
        wrong = s.kids(noun, "amod", "acomp") + s.kids(v, "oprd", "acomp")
        preps = [k for k in preps if s.words[k] == "against"] or [
            k
            for w in wrong
            if s.words[w] in {"wrong", "objectionable", "amiss"}
            for k in [*s.kids(w, "prep"), *preps]
            if s.words[k] in {"with", "in", "about"}
        ]
        zone = tuple(u for u in below(s, preps[:1]) if u != preps[0]) if preps else ()
        return self.made("support", v, self.both(v, noun), zone, False, "noun") if zone else []

    def voice(self, v: int, noun: int) -> list[Stand]:
        """`raised its voice against X`, `took a stand against X`."""
        s = self.s
        if s.words[noun] not in _VOICES or is_negated(s, v):
            return []
        for prep in [*s.kids(noun, "prep"), *s.kids(v, "prep")]:
            found = s.cue(prep)
            if found is None or s.words[prep] == "for" or prep < noun:
                continue
            for reading in found.readings:
                if reading.kind == "predicative":
                    heads = [k for k in s.children[found.end - 1] if k >= found.end]
                    contents = self.contents.of(heads)
                    if contents:
                        return self.composed(reading.stance, prep, found, contents, False)
                    zone = below(s, heads)
                    return self.made(reading.stance, prep, found, zone, False, "noun")
        return []

    def hope(self, v: int, noun: int) -> list[Stand]:
        """`expressed the hope that X would be deleted`."""
        s = self.s
        if s.words[noun] not in _HOPES or is_negated(s, v):
            return []
        cue = s.cue(v) or self.both(v, noun)
        contents = [c for k in s.kids(noun, "acl", "ccomp") for c in self.contents.operation(k)]
        return [x.by("hoped") for x in self.composed("propose", v, cue, contents, False)]

    def speaking(self, v: int, noun: int) -> list[Stand]:
        """`made a statement on X`: neutral."""
        s = self.s
        if s.words[noun] not in _SPEAKING or s.words[v] not in _GIVING:
            return []
        preps = [
            k
            for k in [*s.kids(noun, "prep"), *s.kids(v, "prep")]
            if s.words[k] in {"on", "about", "regarding", "concerning"}
        ]
        zone = below(s, preps)
        return self.made("neutral", v, self.both(v, noun), zone, False, "report") if zone else []
