"""What an actor says whose verb is this one: from a parsed predicate to stands."""

from dataclasses import replace

from ahcextract.lexicon import Cue
from ahcextract.linking.comments import comment_of, commented_by, shares_them
from ahcextract.linking.conduct import is_conduct_of
from ahcextract.linking.content import BE, CAUSATIVE
from ahcextract.linking.effects import Effects
from ahcextract.linking.operations import Content
from ahcextract.linking.parse import CueAt
from ahcextract.linking.references import PROPOSALS, is_text, root_of
from ahcextract.linking.stand import Stand
from ahcextract.linking.trees import below, governed_heads, is_negated
from ahcextract.linking.wishes import CONTRADICTING
from ahcextract.linking.wording import is_as_drafted
from ahcextract.linking.words import FAVOURING, RAISING, SELF

# Verbs of editing that mostly mean something else when somebody does them.
_VAGUE_DEEDS = frozenset(
    "make set state mention turn cover contain define move shift reflect include cut cap".split()
)
_WILLING = frozenset({"will", "would", "can", "could", "ca", "wo", "'ll", "'d", "shall", "to"})
_REFLEXIVE = frozenset({"itself", "themselves", "himself", "herself"})
# Predicates within predicates ("wished to be seen to support X") end somewhere.
_DEEPEST = 5


class Predicates(Effects):
    """What an actor says whose verb is this one; one sentence."""

    def verb(self, v: int, depth: int = 0) -> list[Stand]:
        """Stands of the actor whose verb is unit `v`."""
        s = self.s
        if depth > _DEEPEST:
            return []
        found = self.without_it(v) or self.reflexive(v) or self.predicative(v)
        if found or s.words[v] in BE:
            cue = s.cue(v)
            said = self.by_cue(v, depth) if cue is not None and cue.end > v + 1 else []
            return found or self.copula(v, depth) or said
        found = self.commenting(v) or self.perfect(v)
        if found:
            return found
        mine = s.kid(v, "nsubjpass") is None and s.deps[v] != "conj"
        if s.kid(v, "auxpass") is not None and not mine:
            return []  # "A proposed X and was backed by B": what is done to A.
        found = (
            self.wish(v)
            or self.made_clear(v, depth)
            or self.occasion(v, depth)
            or self.light(v)
            or self.left_alone(v)
            or self.by_cue(v, depth)
            or self.raised(v, depth)
        )
        if all(x.stance == "neutral" for x in found):
            return self.by_means(v, depth) or found
        return found

    def commenting(self, v: int) -> list[Stand]:
        """`A opposed X, a position B (does not) support`: B answers A."""
        s = self.s
        if not shares_them(s, v) and (comment_of(s, v) is None or s.deps[v] == "acl"):
            return []
        return commented_by(s, v)

    def by_cue(self, v: int, depth: int) -> list[Stand]:
        """Stands of a verb that is a cue itself."""
        cue = self.s.cue(v)
        if cue is None:
            return []
        negated = is_negated(self.s, v)
        if negated:
            denied = [r for r in cue.readings if r.op == "denied"]
            stands = self.denied(v, cue, denied[0]) if denied else []
            if stands:
                return stands
        for reading in cue.readings:
            if self.stands_in(v, reading):
                continue
            if reading.kind == "verb" and reading.op != "denied":
                if reading.op == "able" and not self.is_able(v, cue):
                    return []
                heads = governed_heads(self.s, cue.start, cue.end)
                if is_conduct_of(self.s, v, reading, heads):
                    return []
                return (
                    self.none(v, cue, reading)
                    or self.dashed(v, cue, reading)
                    or self.stance_verb(v, cue, reading, depth)
                )
        for reading in cue.readings:
            if reading.kind == "operation" and reading.form not in {"singular", "plural"}:
                return self.deed(v, cue)
        return []

    def none(self, v: int, cue: CueAt, reading: Cue) -> list[Stand]:
        """`A wants brackets; B wants none`: B is against what A wants."""
        s = self.s
        heads = governed_heads(s, cue.start, cue.end)
        if reading.stance not in {"propose", "support"} or [s.words[h] for h in heads] != ["none"]:
            return []
        return self.bare("oppose", v, cue, reading, False) if not s.children[heads[0]] else []

    def denied(self, v: int, cue: CueAt, reading: Cue) -> list[Stand]:
        """`would not hear of X`, `does not want X`, `could not understand X`."""
        heads = governed_heads(self.s, cue.start, cue.end)
        contents = self.contents.of(heads) if reading.stance == "oppose" else []
        if contents:
            # "Does not want to see X touched": X is to stay as it is.
            kept = [replace(c, value="retain") for c in contents if c.harms]
            contents = [c for c in contents if not c.harms]
            stands = self.composed(reading.stance, v, cue, contents, False) if contents else []
            return [*stands, *self.composed("propose", v, cue, kept, False)]
        zone = below(self.s, heads)
        # "Did not want to speak on X" says nothing of X.
        acts = reading.lemma in {"want", "wish"} and any(
            self.s.deps[h] == "xcomp" and self.s.words[h] not in CAUSATIVE for h in heads
        )
        # Who has not signed yet may still.
        late = reading.lemma.startswith(("sign", "ratify", "put one")) and not any(
            self.s.words[k] in _WILLING for k in self.s.kids(v, "aux")
        )
        if not heads or acts or late or not self.on_text(zone):
            return []
        return [
            replace(x, negated=True)
            for x in self.made(reading.stance, v, cue, zone, False, "denied")
        ]

    def raised(self, v: int, depth: int) -> list[Stand]:
        """`continued to oppose X`, `joined A in opposing X`: the verb below says it."""
        s = self.s
        if s.words[v] not in RAISING and (s.kid(v, "xcomp") is None or s.cue(v) is not None):
            return []
        for inner in s.kids(v, "xcomp"):
            stands = self.verb(inner, depth + 1)
            if stands and is_negated(s, v):
                stands = [n for n in (self.flipped(x) for x in stands) if n]
            if stands:
                return stands
        return []

    def left_alone(self, v: int) -> list[Stand]:
        """`would leave X unchanged`, `placed X in brackets`: deeds told by their outcome."""
        s = self.s
        at = s.units[v].start
        cue = CueAt(v, v + 1, (), (at, at + 1))
        placed = self.contents.placed(v)
        if placed:
            return [x.by("deed") for x in self.composed("propose", v, cue, placed, False)]
        if s.words[v] in {"leave", "left", "leaves", "keep", "kept", "keeps"}:
            zone = below(s, s.kids(v, "dobj", "oprd", "acomp", "prep"))
            if self.is_kept(below(s, s.children[v])) and zone:
                return [Stand("support", (at, at + 1), at, zone, rule="deed")]
        return []

    def perfect(self, v: int) -> list[Stand]:
        """`has long defended X`: the parser took the participle for an adjective of X."""
        s = self.s
        if s.words[v] not in {"has", "have", "had", "having"}:
            return []
        for noun in s.kids(v, "dobj"):
            for participle in s.kids(noun, "amod"):
                readings = s.readings(participle, "verb")
                cue = s.cue(participle)
                if cue and readings and readings[0].form == "ed" and participle - v <= 3:
                    zone = below(s, [noun], [participle])
                    return self.made(readings[0].stance, participle, cue, zone, False, "verb")
        return []

    def stance_verb(self, v: int, cue: CueAt, reading: Cue, depth: int) -> list[Stand]:
        """A verb that carries a stance or reports: `proposed`, `took issue with`, `said`."""
        heads = governed_heads(self.s, cue.start, cue.end)
        outer = self.outset(v, reading, heads)
        negated = is_negated(self.s, v)
        if v in self.s.listed and not negated:
            return [x for h in self.s.listed[v] for x in self.item(v, cue, reading, h, depth)]
        if outer == "neutral" or self.is_quoting(v, outer):
            return self.reported(v, cue, heads, negated, depth)
        heads = self.without_purpose(heads, cue)
        zone = below(self.s, heads)
        outer = self.wished(outer, reading, zone, v)
        if not heads:
            antecedent = self.its(cue, reading) or self.antecedent(v)
            if antecedent:
                return self.made(outer, v, cue, antecedent, negated, "relative")
            said = self.quoted(v, cue, depth) or self.as_said(outer, v, cue)
            return said or self.bare(outer, v, cue, reading, negated)
        if reading.lemma in CONTRADICTING and any(self.s.deps[h] == "ccomp" for h in heads):
            return self.contradicted(v, cue, reading, heads, depth)
        if outer == "refuse":
            return self.made("oppose", v, cue, zone, negated, "verb")
        if outer == "propose" and any(self.is_assertion(h) for h in heads):
            return self.reported(v, cue, heads, negated, depth)
        moved = self.in_or_out(outer, v, cue, zone)
        if moved:
            return moved
        inner = self.inner_stance(heads, outer, depth)
        if inner:
            return inner
        own = self.sticking(v, cue, reading, heads)
        contents = self.asked_for(heads, outer, reading) if own is None else []
        if own is not None or contents:
            wishing = outer == "support" and reading.lemma in FAVOURING
            return own or self.composed("prefer" if wishing else outer, v, cue, contents, negated)
        outer = self.on_wording(outer, heads, v, zone)
        if reading.lemma in FAVOURING and any(self.is_gerund(h) for h in heads):
            outer = "propose"
        stands = self.divided(outer, v, cue, zone, negated)
        # "Asked that X not apply; B backed it": what is asked, and not X.
        asked = reading.stance == "propose" and outer == "oppose"
        return [replace(x, direct=x.direct and not asked) for x in stands]

    def asked_for(self, heads: list[int], outer: str, reading: Cue) -> list[Content]:
        """What a verb of stance says is to be done to the text."""
        contents = self.told_apart(self.contents.of(heads), reading)
        if outer in {"propose", "support"}:
            contents = contents or [
                c for h in heads if self.s.deps[h] == "ccomp" for c in self.judged(h)
            ]
        if reading.lemma.startswith("agree"):
            # Who agrees to clarify X asks nothing.
            contents = [replace(c, value="change") if c.value == "clarify" else c for c in contents]
        return contents

    def item(self, v: int, cue: CueAt, reading: Cue, head: int, depth: int) -> list[Stand]:
        """One item of a list behind a colon: `called for: …; not imposing X; …`."""
        s = self.s
        if reading.stance == "neutral":
            return self.reported(v, cue, [head], False, depth)
        outer = "prefer-new" if reading.op == "prefer" else reading.stance
        contents = self.told_apart(self.contents.of([head]), reading)
        if contents:
            return self.composed(outer, v, cue, contents, False)
        denied = s.words[head - 1] == "not"
        if denied and outer == "propose":
            outer = "oppose"
        return [
            x.by("colon-list")
            for x in self.made(
                outer, v, cue, below(s, [head]), denied and outer != "oppose", "verb"
            )
        ]

    def wished(self, outer: str, reading: Cue, zone: tuple[int, ...], v: int) -> str:
        """`prefer-new` where wording is wished for that the text has not got; `refuse` for none."""
        if outer == "prefer" and not self.standing(zone) and not is_as_drafted(self.s, v):
            outer = "prefer-new"
        refused = self.refuses(zone) or self.declines(zone)
        if outer in {"support", "prefer-new"} and self.is_wish(reading) and refused:
            return "refuse"
        if outer == "support" and reading.lemma in FAVOURING and self.is_new(zone):
            return "prefer-new"
        return outer

    def on_wording(self, outer: str, heads: list[int], v: int, zone: tuple[int, ...]) -> str:
        """The stance as the wording it is on makes it (guidelines 4, rules 5 and 14)."""
        if outer == "propose" and self.refuses(zone):
            return "oppose"
        if outer == "propose" and self.forbidden(heads):
            return self.forbidden(heads)
        if outer == "propose" and (self.is_kept(zone) or is_as_drafted(self.s, v)):
            return "support"
        if outer == "support" and (self.is_kept(zone) or is_as_drafted(self.s, v)):
            return outer  # "supports 48 as it is"
        new = outer == "prefer-new" or (outer == "prefer" and self.compared(heads, v))
        return (
            "propose"
            if new or (outer == "support" and self.is_figure(zone) and not self.consents(v))
            else outer
        )

    def divided(
        self, outer: str, v: int, cue: CueAt, zone: tuple[int, ...], negated: bool
    ) -> list[Stand]:
        """`supported X but not Y`, `neither X nor Y`, `wanted a text without X`."""
        s = self.s
        if outer == "concern" and (zones := self.clauses(governed_heads(s, cue.start, cue.end))):
            return [x for z in zones for x in self.made(outer, v, cue, z, negated, "verb")]
        if len(zone) > 1 and s.words[zone[0]] == "neither" and not negated:
            return self.made(outer, v, cue, zone[1:], True, "verb")
        for k, unit in enumerate(zone[1:-1], 1):
            after = zone[k + 1 :]
            if s.words[unit] == "not" and s.words[unit - 1] in {"but", "and", ",", "though"}:
                linked = zone[k - 1] == unit - 1
                first = self.made(outer, v, cue, zone[: k - linked], negated, "verb")
                wish = outer in {"propose", "prefer-new"} and not negated
                second = ("oppose", False) if wish else (outer, not negated)
                return [*first, *self.made(second[0], v, cue, after, second[1], "but-not")]
            if s.words[unit] == "without" and outer == "propose" and is_text(s, after):
                return self.made("oppose", v, cue, after, negated, "without")
        return self.made(outer, v, cue, zone, negated, "verb")

    def judged(self, head: int) -> list[Content]:
        """Judgements of a `that` clause and of those coordinated to it."""
        return [c for h in self.s.conjuncts(head) for c in self.contents.judgement(h)]

    def inner_stance(self, heads: list[int], outer: str, depth: int) -> list[Stand]:
        """`wished to oppose X`, `refused to support X`, `urged rejection of X`."""
        s = self.s
        for head in (h for h in heads if s.deps[h] in {"xcomp", "ccomp"}):
            readings = [] if s.is_nominal(head) else s.readings(head, "verb")
            if not any(r.stance != "neutral" for r in readings):
                continue
            if outer == "propose" and any(r.lemma == "take up" for r in readings):
                continue  # "suggested taking up X": nobody is for X yet.
            subject = s.kid(head, "nsubj")
            if subject is not None and outer != "propose" and s.words[subject] not in SELF:
                continue
            stands = [x for x in self.verb(head, depth + 1) if x.stance != "neutral"]
            if outer == "oppose":
                stands = [n for n in (self.flipped(x) for x in stands) if n]
            if outer == "support":
                # Whoever backs a demand only concurs.
                stands = [replace(x, stance="support") if x.stance == "propose" else x
                          for x in stands]  # fmt: skip
            if stands and outer != "concern":
                return stands
        return []

    def deed(self, v: int, cue: CueAt) -> list[Stand]:
        """An actor edits the text: `A added a list to paragraph 4`."""
        contents = [
            c
            for c in self.contents.operation(v)
            if c.value not in {"retain", "vote", "clarify"} and is_text(self.s, c.zone)
        ]
        itself = any(self.s.words[k] in _REFLEXIVE for k in self.s.kids(v, "dobj"))
        if itself or any(r.lemma in _VAGUE_DEEDS for r in cue.readings):
            return []
        # Who withdraws a proposal or an objection does not delete text.
        contents = [
            c
            for c in contents
            if c.value != "delete"
            or not any(self.s.words[u] in PROPOSALS for u in root_of(self.s, c.zone))
        ]
        return [x.by("deed") for x in self.composed("propose", v, cue, contents, False)]
