"""Stances of agents: "was opposed by A", "was regarded as too low by A", "was shared by A"."""

from collections.abc import Iterator
from dataclasses import replace

from ahcextract.linking.agents import Agents
from ahcextract.linking.comments import commented_by
from ahcextract.linking.owners import MAKING
from ahcextract.linking.parse import CueAt
from ahcextract.linking.references import is_text
from ahcextract.linking.stand import Stand, compose, negate
from ahcextract.linking.trees import below, governed_heads, is_negated

# Verbs of editing that mostly mean something else in the passive ("statements were made by").
_VAGUE = frozenset({"make", "set", "state", "turn", "move", "shift", "define", "mention"})
_WITHDRAWN = frozenset({"withdrawn", "dropped", "retracted", "abandoned", "waived", "lifted"})
# Nouns for what somebody says or hopes, spelled out in a clause.
_SAID = frozenset({"view", "opinion", "belief", "conviction", "argument", "point", "feeling"})
_HOPED = frozenset({"hope", "wish", "desire", "expectation"})
_REPORTS = frozenset(
    "report reports inventory inventories communication communications data information "
    "statistics".split()
)
# Who considers a proposal has not made it.
_HANDLED = frozenset("considered discussed examined reviewed heard addressed studied".split())


class Passives(Agents):
    """Stances of agents; one sentence."""

    def passive_above(self, index: int) -> int | None:
        """The passive verb that `by A` belongs to though it hangs on a word below the verb.

        `regarded as too low by A`, `found to be excessive by A`, `supported in the strongest
        terms by A`.
        """
        s = self.s
        at = index
        while s.heads[at] != at:
            if s.deps[at] in {"nsubj", "nsubjpass", "csubj", "relcl", "acl", "advcl", "ccomp"}:
                return None
            at = s.heads[at]
            if s.kid(at, "auxpass") is not None:
                return at
        return None

    def agent(self, v: int, near: int | None = None) -> Iterator[Stand]:
        """`X was opposed by A`; `a text tabled by A`; `concerns were voiced by A about X`.

        Args:
            v: the verb.
            near: what `by A` hangs on, where that is not the verb.
        """
        s = self.s
        if s.kid(v, "nsubj") is not None and s.kid(v, "auxpass") is None:
            # "welcomed a paper by A": A wrote it, and is not who welcomed.
            yield from self.maker(v)
            return
        heads = self.subjects(v)
        noun = next((h for h in heads if self.predicates.noun(h)), None)
        cue = s.cue(v)
        readings = s.readings(v, "verb", "operation") if cue else []
        joined = (
            commented_by(s, v)
            or self.joined(v)
            or self.idiom(v, heads)
            or self.and_as(v, heads)
            or self.received(v, heads)
        )
        if joined:
            yield from joined
            return
        if noun is not None and self.has_owner(noun):
            shared = self.shared(v, noun)
            if shared:
                yield from shared
                return
            noun = None
        plain = cue is None or not readings or readings[0].stance == "neutral" or self.is_vague(v)
        zone = below(s, heads, [v] if s.deps[v] in {"acl", "relcl"} else [])
        if noun is not None and plain and self.is_voiced(v, noun):
            yield from self.of_noun(v, noun)
            return
        if cue is None or not readings:
            return
        if not zone:
            zone = below(s, governed_heads(s, cue.start, cue.end))
        if not zone and not heads and s.deps[v] == "ROOT" and readings[0].kind == "verb":
            # "Opposed by A.": what was said last is.
            found = self.predicates.bare(readings[0].stance, v, cue, readings[0], False)
            yield from (x.by("bare-by") for x in found)
        else:
            yield from self.acted(v, cue, heads, zone, near)

    def acted(
        self, v: int, cue: CueAt, heads: list[int], zone: tuple[int, ...], near: int | None
    ) -> Iterator[Stand]:
        """What was done to `heads`, by the verb's own meaning."""
        s = self.s
        reading = s.readings(v, "verb", "operation")[0]
        if reading.kind == "operation":
            yield from self.deed(v, cue, zone)
        elif any(s.words[h] in _SAID for h in heads) and s.words[v] in MAKING:
            # "The argument that X is vague was put forward by A": said, not proposed.
            yield from self.reported(v, cue, zone, v)
        elif any(s.words[h] in _REPORTS for h in heads):
            return  # "the inventory report submitted by A": nothing is put forward.
        elif reading.stance == "neutral":
            yield from self.reported(v, cue, zone, near if near is not None else v)
        else:
            outer = "prefer" if reading.op == "prefer" else reading.stance
            yield from self.governed(v, cue, outer, heads, zone)

    def is_vague(self, v: int) -> bool:
        """Whether the verb says little without its subject ("an amendment was made by A")."""
        return any(r.lemma in _VAGUE for r in self.s.readings(v, "operation"))

    def is_voiced(self, v: int, noun: int) -> bool:
        """Whether the verb makes the noun a statement: any verb for "concern", few for "text"."""
        reading = self.predicates.noun(noun)
        if reading is None or self.s.words[v] in _HANDLED or self.judged(v, ()):
            return False
        return reading.light or self.s.words[v] in MAKING

    def subjects(self, v: int) -> list[int]:
        """What a passive verb is said of."""
        s = self.s
        extraposed = any(k > v for k in s.kids(v, "ccomp", "xcomp", "advcl"))
        empty = {"there", "it"} if extraposed else {"there"}
        heads = [k for k in s.kids(v, "nsubjpass", "nsubj", "csubj") if s.words[k] not in empty]
        if not heads and s.deps[v] in {"acl", "relcl"}:
            return [s.heads[v]]
        if not heads and s.deps[v] == "conj":
            return s.kids(s.heads[v], "nsubjpass", "nsubj")
        return heads

    def governed(
        self, v: int, cue: CueAt, outer: str, heads: list[int], zone: tuple[int, ...]
    ) -> Iterator[Stand]:
        """A verb of stance in the passive."""
        s = self.s
        judged = self.judged(v, zone) if outer == "concern" else []
        if judged:
            yield from judged
            return
        contents = self.predicates.contents.of(heads or governed_heads(s, cue.start, cue.end))
        negated = is_negated(s, v)
        if contents:
            stands = self.predicates.composed(outer, v, cue, contents, negated)
            # Whose proposal it is stands in the subject ("a proposal by B to delete X").
            stands = [replace(x, scope=zone) for x in stands]
        else:
            stands = self.predicates.made(outer, v, cue, zone, negated, "passive")
        yield from (x.by("passive") for x in stands)

    def of_noun(self, v: int, noun: int) -> Iterator[Stand]:
        """`Doubts about X were raised by A`, `no objection was voiced by A`."""
        s = self.s
        reading = self.predicates.noun(noun)
        if reading is None:
            return
        zone = self.predicates.noun_zone(noun, None) or below(
            s, [k for k in s.kids(v, "prep") if not self.predicates.is_source(k)]
        )
        stands = self.predicates.noun_stands(noun, reading, zone, None)
        if s.words[v] in _WITHDRAWN:
            stands = [
                replace(x, stance="support", direct=False)
                for x in stands
                if x.stance in {"oppose", "concern"}
            ]
        yield from (x.by("passive-noun") for x in stands)

    def deed(self, v: int, cue: CueAt, zone: tuple[int, ...]) -> Iterator[Stand]:
        """`X was deleted by A`; what was only withdrawn had been put forward before."""
        s = self.s
        for reading in s.readings(v, "operation"):
            if reading.form != "ed" or reading.op is None:
                continue
            subjects = [k for k in self.subjects(v) if k in s.cues]
            if reading.lemma in _VAGUE and (
                not is_text(s, zone)
                or any(r.kind == "noun" for k in subjects for r in s.cues[k].readings)
            ):
                return
            if s.words[v] in _WITHDRAWN:
                if not zone and self.s.kid(v, "nsubjpass") is None:
                    return  # "Deletion of X: withdrawn by A": what, the label says.
                withdrawn = self.withdrawn(v, cue, zone)
                if withdrawn is not None:
                    yield from withdrawn
                    return
            stance = compose("propose", reading.op)
            if stance:
                span = cue.span
                yield Stand(stance, span, s.units[v].start, zone, change=reading.op == "change",
                            rule="passive-deed")  # fmt: skip
            return

    def withdrawn(self, v: int, cue: CueAt, zone: tuple[int, ...]) -> list[Stand] | None:
        """`The objection to X was withdrawn by A`; None where text itself is withdrawn."""
        s = self.s
        heads = [k for k in zone if s.heads[k] not in zone]
        if s.deps[v] in {"acl", "relcl"}:
            heads = [s.heads[v]]
        if any(self.predicates.noun(k) is not None for k in heads):
            return [x for k in heads for x in self.of_noun(v, k)]
        undone = [r.op for k in heads for r in s.readings(k, "operation") if r.op]
        stance = compose("oppose", undone[0]) if undone else None
        if stance is None:
            return None
        span = cue.span
        return [Stand(stance, span, s.units[v].start, zone, rule="withdrawn")]

    def reported(self, v: int, cue: CueAt, zone: tuple[int, ...], near: int) -> Iterator[Stand]:
        """`X was described by A as unclear`; `it was argued by A that X is premature`."""
        s = self.s
        judged = self.judged(v, zone, near)
        if judged:
            yield from judged
            return
        said: list[Stand] = []
        clauses = s.kids(v, "ccomp")
        if s.deps[v] == "advcl" and any(s.words[k] == "as" for k in s.kids(v, "mark", "advmod")):
            # "X is important, as stated by A".
            clauses.append(s.heads[v])
        for clause in clauses:
            for each in s.conjuncts(clause):
                said.extend(self.predicates.said(v, cue, each, 1))
        for noun in self.subjects(v):
            for clause in s.kids(noun, "acl", "ccomp"):
                if s.words[noun] in _SAID:
                    said.extend(self.predicates.said(v, cue, clause, 1))
                elif s.words[noun] in _HOPED:
                    contents = self.predicates.contents.operation(clause)
                    hoped = self.predicates.composed("propose", v, cue, contents, False)
                    said.extend(x.by("hoped") for x in hoped)
        if said:
            yield from said
        elif near == v and s.deps[v] != "advcl":
            made = self.predicates.made("neutral", v, cue, zone, is_negated(s, v), "passive")
            yield from (x.by("passive") for x in made)

    def judged(self, v: int, zone: tuple[int, ...], near: int | None = None) -> list[Stand]:
        """`X was described by A as unclear`, `was deemed too low by A`."""
        s = self.s
        cue = s.cue(v)
        if cue is None:
            return []
        for unit in s.subtree(v):
            found = s.cues.get(unit)
            if found is None or unit <= v or unit in zone or unit != found.start:
                continue
            if near is not None and near != v and not self.is_by(near, found):
                continue
            for reading in found.readings:
                if self.predicates.contents.is_worldly(reading, zone):
                    continue
                if reading.kind == "evaluation" and reading.stance != "neutral":
                    negated = is_negated(s, v) or s.words[unit - 1] == "not"
                    stance = negate(reading.stance) if negated else reading.stance
                    if stance is None:
                        return []
                    span = cue.span
                    at = s.units[v].start
                    return [Stand(stance, span, at, zone, negated, rule="passive-called")]
        return []

    def is_by(self, near: int, judgement: CueAt) -> bool:
        """`as a step forward by A, and as a basis by B`: whether "by" stands by the judgement."""
        s = self.s
        units = range(judgement.start, judgement.end)
        return near in units or any(s.heads[k] == near or near in s.subtree(k) for k in units)
