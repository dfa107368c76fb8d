"""Stances in what somebody is reported to have said."""

from ahcextract.linking.calling import Calling
from ahcextract.linking.content import BE, CAUSATIVE
from ahcextract.linking.operations import names_topic
from ahcextract.linking.parse import CueAt
from ahcextract.linking.references import is_text
from ahcextract.linking.stand import Stand
from ahcextract.linking.trees import below, is_negated
from ahcextract.linking.words import OWN, SELF
from ahcextract.linking.worth import WORTH as _WORTH

_DEMANDING = frozenset({"should", "must", "shall", "ought", "need", "needs"})
_STRESSING = frozenset({"stress", "emphasize", "emphasise", "underscore", "underline"})
_STRESSED = frozenset({"stressed", "emphasized", "emphasised", "underscored", "underlined"})
_THINKING = frozenset({"think", "believe", "consider", "feel", "find", "see", "deem"})
_QUOTING = frozenset(
    "say argue note state stress emphasize add think believe insist observe explain contend tell "
    "warn complain declare reply conclude lament worry fear reckon feel maintain".split()
) | {"point out"}
_VALUES = frozenset(
    "importance need necessity value relevance significance urgency usefulness desirability "
    "centrality merit merits benefit benefits potential".split()
)


class Reports(Calling):
    """Stances in what somebody is reported to have said; one sentence."""

    def reported(
        self, v: int, cue: CueAt, heads: list[int], negated: bool, depth: int
    ) -> list[Stand]:
        """`A said that …`: the stance of what is said, neutral where it gives none."""
        s = self.s
        if negated:
            return self.doubted(v, cue, heads, depth)
        if s.words[v] in CAUSATIVE:
            seen = [c for c in self.contents.causative(v) if c.kind == "operation"]
            if seen:
                return [x.by("hoped") for x in self.composed("propose", v, cue, seen, False)]
        stands: list[Stand] = []
        if not any(s.deps[h] == "ccomp" for h in heads) or s.words[v - 1] == ",":
            stands.extend(self.quoted(v, cue, depth))
            if stands:
                return stands
        for head in heads:
            stands.extend(self.reported_head(v, cue, head, depth))
        return (
            stands
            or self.called(v, cue)
            or self.offered(v, cue, heads)
            or self.plain_report(v, cue, heads)
        )

    def reported_head(self, v: int, cue: CueAt, head: int, depth: int) -> list[Stand]:
        """Stands in one complement of a reporting verb."""
        s = self.s
        stands: list[Stand] = []
        if s.deps[head] == "xcomp" and self.is_state(v, head):
            return []
        taken_up = self.taken_up(v, cue, head)
        if taken_up:
            return taken_up
        clausal = s.deps[head] in {"acl", "relcl"} and s.words[min(s.subtree(head))] == "that"
        if clausal or s.deps[head] in {"ccomp", "xcomp", "advcl"}:
            for clause in s.conjuncts(head):
                stands.extend(self.said(v, cue, clause, depth))
                stands.extend(self.hoped(v, cue, clause, False))
        elif s.deps[head] in {"dobj", "pobj", "prep"}:
            for clause in s.kids(head, "relcl", "acl", "ccomp"):
                # "reminded those present that X is essential": the parser hangs it on "those".
                told = s.words[head] not in {"role", "roles", "part"}
                if told and any(s.words[k] == "that" for k in s.kids(clause, "mark")):
                    stands.extend(self.said(v, cue, clause, depth))
            contents = [
                c
                for c in self.contents.of([head])
                if self.is_needed(c)
                and (c.value != "change" or is_text(s, c.zone))
                and not (c.value == "clarify" and self.states_fact(c))
            ]
            stands.extend(self.composed("propose", v, cue, contents, False))
            if not contents:
                stands.extend(self.valued(v, cue, head))
        return stands

    def plain_report(self, v: int, cue: CueAt, heads: list[int]) -> list[Stand]:
        """`noted X` is neutral, `stressed X` support of X."""
        s = self.s
        zone = below(s, heads)
        found = any(r.lemma == "find" for r in cue.readings)
        if not zone or (found and any(self.is_received(h, v) for h in heads)):
            return []  # "found support from B"
        span = cue.span
        stressed = any(r.lemma in _STRESSING for r in cue.readings)
        # "underlined that the rule in X conflicts with Y": the parser took the verb for a noun.
        if (
            stressed
            and s.words[v + 1] != "that"
            and all(
                s.deps[h] in {"dobj", "prep"}
                or (s.deps[h] == "xcomp" and s.words[h].endswith("ing"))
                for h in heads
            )
        ):
            doing = any(self.is_doing(h, v) for h in heads)
            stance = "concern" if self.is_failing(heads) else "propose" if doing else "support"
            return [Stand(stance, span, s.units[v].start, zone, rule="stressed")]
        return [Stand("neutral", span, s.units[v].start, zone, rule="report")]

    def doubted(self, v: int, cue: CueAt, heads: list[int], depth: int) -> list[Stand]:
        """`did not think X was needed`: the negation is that of what is thought."""
        if not any(r.lemma in _THINKING for r in cue.readings):
            return []
        found: list[Stand] = self.called(v, cue)
        why = self.no_reason(v, cue, heads)
        if why:
            return why
        for head in heads:
            if self.s.deps[head] == "ccomp":
                found.extend(self.said(v, cue, head, depth))
        return [x for x in (self.flipped(stand) for stand in found) if x is not None]

    def no_reason(self, v: int, cue: CueAt, heads: list[int]) -> list[Stand]:
        """`did not see why X should go`: it is to stay."""
        s = self.s
        for head in heads:
            if any(s.words[k] == "why" for k in s.kids(head, "advmod")):
                return self.composed("oppose", v, cue, self.contents.operation(head), False)
        return []

    def no_need(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`said there was no need for X`, `said there was no reason to delete X`."""
        s = self.s
        if s.words[clause] not in BE or s.kid(clause, "expl") is None:
            return []
        for noun in s.kids(clause, "attr"):
            if s.words[noun] not in _WORTH or not any(
                s.words[k] == "no" for k in s.kids(noun, "det")
            ):
                continue
            contents = self.contents.of(
                [*s.kids(noun, "acl", "relcl", "prep"), *s.kids(clause, "xcomp")]
            )
            if contents:
                return self.composed("oppose", v, cue, contents, False)
            zone = below(s, s.kids(noun, "prep") or s.kids(clause, "prep"))
            return self.made("oppose", v, cue, zone, False, "no-need") if zone else []
        return []

    def quoted(self, v: int, cue: CueAt, depth: int) -> list[Stand]:
        """`Article 7, said A, was unnecessary`; `X should go, A argued`."""
        s = self.s
        if v == 0 or not any(r.lemma in _QUOTING for r in cue.readings):
            return []
        behind_comma = s.words[v - 1] == ","
        clauses = [k for k in s.kids(v, "ccomp", "advcl", "parataxis") if k < v or behind_comma]
        if s.deps[v] in {"parataxis", "ccomp", "dep", "conj", "advcl", "acl", "relcl"}:
            clauses.append(s.heads[v])
        for clause in clauses:
            stands = [x for x in self.said(v, cue, clause, depth) if v not in x.zone]
            if stands:
                return stands
        return []

    def as_said(self, outer: str, v: int, cue: CueAt) -> list[Stand]:
        """`X, as A warned, reads like an invitation`: X is what A warned of."""
        s = self.s
        marked = any(s.words[k] == "as" for k in s.kids(v, "mark", "advmod", "prep"))
        if outer != "concern" or s.deps[v] != "advcl" or not marked:
            return []
        subjects = s.kids(s.heads[v], "nsubj", "nsubjpass")
        zone = below(s, [k for k in subjects if s.words[k] != "it"])
        return (
            self.made("concern", v, cue, zone, False, "verb")
            if self.contents.is_piece(zone)
            else []
        )

    def hoped(self, v: int, cue: CueAt, clause: int, negated: bool) -> list[Stand]:
        """`hopes to see X removed`, `looked forward to having X retained`."""
        if self.s.words[clause] not in CAUSATIVE:
            return []
        if self.s.kid(clause, "nsubj", "nsubjpass") is not None:
            return []
        contents = [c for c in self.contents.causative(clause) if c.kind == "operation"]
        return [x.by("hoped") for x in self.composed("propose", v, cue, contents, negated)]

    def valued(self, v: int, cue: CueAt, head: int) -> list[Stand]:
        """`stressed the importance of X`: support; `stressed the need to do X`: a proposal."""
        s = self.s
        found: list[Stand] = []
        for noun in s.conjuncts(head):
            if s.words[noun] in {"lack", "absence"} and self.lacks_agreement(noun):
                span, zone = cue.span, below(s, [noun])
                found.append(Stand("concern", span, s.units[v].start, zone, rule="agreement-on"))
            elif not s.words[v].startswith(("express", "exchang")) and self.convergence(noun):
                span, zone = cue.span, below(s, [noun])
                stance = self.convergence(noun)
                found.append(Stand(stance, span, s.units[v].start, zone, rule="agreement-on"))
            elif self.is_own(noun) or any(self.is_own(k) for k in s.kids(noun, "poss")):
                pass  # "highlighted its difficulties in X": what it has been through.
            elif self.is_circumstance(v, noun):
                pass
            elif self.is_harm(noun) and (
                s.kid(noun, "prep", "acl", "relcl") is not None or s.words[v] in _STRESSED
            ):
                # "highlighted problems with X", "stressed the lack of X".
                span, zone = cue.span, below(s, [noun])
                found.append(Stand("concern", span, s.units[v].start, zone, rule="said-harm"))
            if s.words[noun] not in _VALUES:
                continue
            things = [k for k in s.kids(noun, "prep") if s.words[k] in {"of", "for"}]
            if s.words[noun] == "potential" and not names_topic(s, below(s, things)[1:]):
                continue  # "the potential for conflict"
            actions = [
                k
                for k in s.kids(noun, "acl", *(() if things else ("advcl",)))
                if any(s.words[x] == "to" for x in s.kids(k, "aux"))
            ]
            actions = actions or [
                k for k in things if self.has_doer(k) or self.needs_doing(noun, k)
            ]
            span = cue.span
            if any(s.words[k] == "no" for k in s.kids(noun, "det")):
                zone = below(s, [noun])
                found.append(Stand("oppose", span, s.units[v].start, zone, True, rule="no-need"))
                continue
            if actions:
                zone = below(s, [noun])
                found.append(Stand("propose", span, s.units[v].start, zone, rule="need-to"))
            elif things:
                zone = below(s, [noun])
                found.append(Stand("support", span, s.units[v].start, zone, rule="importance"))
        return found

    def said(self, v: int, cue: CueAt, clause: int, depth: int) -> list[Stand]:
        """Stands in a clause that somebody utters."""
        s = self.s
        subject = s.kid(clause, "nsubj", "nsubjpass")
        own = subject is None or s.words[subject] in SELF or self.is_own(subject)
        own = own and not self.goes_on(clause)
        finite = s.deps[clause] == "conj" and not s.words[clause].endswith("ing")
        if own and (subject is not None or finite):
            stands = [x for x in self.verb(clause, depth + 1) if x.stance != "neutral"]
            if stands:
                return [x.by("said-own") for x in stands]
            refused = self.refusing(v, cue, clause)
            if refused:
                return refused
        consensus = (
            (self.without_it(clause) if s.kid(clause, "expl") is not None else [])
            or self.consensus(v, cue, clause)
            or self.no_need(v, cue, clause)
        )
        if consensus:
            return consensus
        harm = self.harmful(v, cue, clause)
        if harm:
            return harm
        if is_negated(s, clause) and self.is_caveat(clause):
            return self.demanded(v, cue, clause)
        judged = self.contents.judgement(clause)
        if judged and self.is_enough(judged[0]):
            return [self.unneeded(v, cue)]
        if subject is not None and self.is_conduct(subject):
            judged = [c for c in judged if c.kind != "evaluation"]
        if judged:
            return [x.by("said-judgement") for x in self.composed("propose", v, cue, judged, False)]
        return self.demanded(v, cue, clause) or self.claimed(v, cue, clause)

    def demanded(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`said X should be specific to Y`: a demand on the text; `should not`: against it."""
        s = self.s
        modals = {s.words[k] for k in s.kids(clause, "aux")}
        subject = s.kid(clause, "nsubj", "nsubjpass") is not None or s.deps[clause] == "conj"
        first = min(s.kids(clause, "aux"), default=0)
        # "said X is essential and Y must be Z": the parser took Y for a part of what X is.
        subject = subject or (first > 1 and s.deps[first - 1] in {"conj", "pobj", "attr", "dobj"})
        if not modals & _DEMANDING or not subject:
            return []
        denied = is_negated(s, clause)
        stance = "propose"
        if denied:
            stance = "concern" if self.is_caveat(clause) else self.warded(clause)
        span = cue.span
        zone = self.told(clause)
        return [Stand(stance, span, s.units[v].start, zone, denied, rule="said-should")]

    def is_own(self, subject: int) -> bool:
        """`his delegation`, `its country`: the speaker."""
        s = self.s
        return any(s.words[k] in OWN for k in s.kids(subject, "poss")) and s.words[subject] in {
            "delegation", "country", "government", "group", "countries", "members",
        }  # fmt: skip
