"""What an actor says whose verb is this one: from a parsed predicate to stands."""

from dataclasses import replace

from ahcextract.lexicon import Cue
from ahcextract.linking.content import (
    BE,
    CAUSATIVE,
    Content,
    Contents,
    below,
    governed_heads,
    is_negated,
)
from ahcextract.linking.parse import CueAt, Sentence
from ahcextract.linking.references import PROPOSALS, is_text, refers, root_of
from ahcextract.linking.stand import Stand, compose, negate

_SELF = frozenset({"it", "they", "he", "she", "we", "i"})
_OWN = frozenset({"its", "their", "his", "her", "our", "my"})
_OTHERS = frozenset({"the", "these", "those", "this", "that", "such"})
# Verbs after which "the concern" is the speaker's own.
_VOICING = frozenset(
    "express voice raise share have hold state reiterate register repeat maintain convey put make "
    "air harbour signal declare show".split()
)
# Verbs of editing that mostly mean something else when somebody does them.
_VAGUE_DEEDS = frozenset(
    "make set state mention turn cover contain define move shift reflect include cut cap".split()
)
_INDICATIVE = frozenset({"is", "are", "was", "were", "has", "have", "had", "did", "does"})
_FAVOURING = frozenset({"favour", "favor", "opt for", "plump for", "argue for"})
_CALLING = frozenset(
    "call deem regard view see find label brand dub consider describe think hold believe judge "
    "characterize characterise portray criticize criticise".split()
)
_LEADING_IN = frozenset({"as", "to", "be", "being", "not", "a", "an", "the", "quite", "very", "rather", "far"})
_DEMANDING = frozenset({"should", "must", "shall", "ought", "need", "needs"})
_VALUES = frozenset(
    "importance need necessity value relevance significance urgency usefulness desirability centrality "
    "merit merits benefit benefits".split()
)
_TAKING_BACK = frozenset(
    "withdraw withdrew withdrawn withdraws drop dropped drops abandon abandoned retract retracted "
    "lift lifted waive waived".split()
)
_WITHDRAWING = frozenset(
    "address addressed addresses allay allayed dispel dispelled overcome overcame discuss "
    "discussed hear heard consider considered receive received meet met face faced draw drew "
    "attract attracted encounter encountered ignore ignored reflect reflects reflected".split()
)
_RAISING = frozenset(
    "continue continued continues begin began seem seemed seems appear appeared appears tend tends "
    "tended wish wished wishes want wanted wants intend intended intends plan planned join joined "
    "go went remain remained remains do did come came start started rise rose".split()
)
_COMPARED = frozenset({"over", "to", "instead", "rather"})
# What says that wording is in the text already.
_STANDING = frozenset(
    "original current existing present initial drafted unchanged status".split()
)
_UNCHANGED = frozenset({"unchanged", "untouched", "intact", "unaltered"})
_AS_IT_IS = frozenset({"drafted", "it", "is", "they", "written", "presented", "agreed", "originally", "currently"})
_PLAIN_PREPOSITIONS = frozenset({"for", "behind", "against"})


class Predicates:
    """Reads the predicates of one parsed sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.s = sentence
        self.contents = Contents(sentence)

    # ---------------------------------------------------------------- entry points
    def verb(self, v: int, depth: int = 0) -> list[Stand]:
        """Stands of the actor whose verb is unit `v`."""
        s = self.s
        if depth > 5:
            return []
        found = self.predicative(v)
        if found:
            return found
        if s.words[v] in BE:
            return self.copula(v, depth)
        repaired = self.perfect(v)
        if repaired:
            return repaired
        if s.kid(v, "auxpass") is not None and s.kid(v, "nsubjpass") is not None:
            return []
        found = self.light(v)
        if found:
            return found
        cue = s.cue(v)
        if cue is not None:
            for reading in cue.readings:
                if reading.kind == "verb":
                    return self.stance_verb(v, cue, reading, depth)
            for reading in cue.readings:
                if reading.kind == "operation" and reading.form not in {"singular", "plural"}:
                    return self.deed(v, cue)
        if s.words[v] in _RAISING or s.kid(v, "xcomp") is not None and cue is None:
            for inner in s.kids(v, "xcomp"):
                stands = self.verb(inner, depth + 1)
                if stands and is_negated(s, v):
                    stands = [n for n in (self.flipped(x) for x in stands) if n]
                if stands:
                    return stands
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

    def flipped(self, stand: Stand) -> Stand | None:
        """The stand under one more negation."""
        stance = negate(stand.stance)
        if stance is None or stance == "neutral":
            return None
        return Stand(
            stance, stand.cue, stand.head, stand.zone, not stand.negated, stand.scope,
            stand.change, stand.substitute, stand.bare, stand.direct, stand.rule,
        )  # fmt: skip

    # ---------------------------------------------------------------- verbs
    def stance_verb(self, v: int, cue: CueAt, reading: Cue, depth: int) -> list[Stand]:
        """A verb that carries a stance or reports: `proposed`, `took issue with`, `said`."""
        heads = governed_heads(self.s, cue.start, cue.end)
        outer = "prefer" if reading.op == "prefer" else reading.stance
        negated = is_negated(self.s, v)
        if outer == "neutral":
            return self.reported(v, cue, heads, negated, depth)
        zone = below(self.s, heads)
        if outer == "prefer" and not self.standing(zone):
            outer = "prefer-new"
        if outer in {"support", "prefer-new"} and self.is_wish(reading) and self.refuses(zone):
            return self.made("oppose", v, cue, zone, negated, "verb")
        if outer == "support" and reading.lemma in _FAVOURING and self.is_new(zone):
            outer = "prefer-new"
        if not heads:
            antecedent = self.antecedent(v)
            if antecedent:
                return self.made(outer, v, cue, antecedent, negated, "relative")
            return self.bare(outer, v, cue, reading, negated)
        if outer == "propose" and any(self.is_assertion(h) for h in heads):
            return self.reported(v, cue, heads, negated, depth)
        inner = self.inner_stance(heads, outer, depth)
        if inner:
            return inner
        contents = self.contents.of(heads)
        if outer in {"propose", "support"}:
            contents = contents or [
                c for h in heads if self.s.deps[h] == "ccomp" for c in self.judged(h)
            ]
        if contents:
            return self.composed(outer, v, cue, contents, negated)
        if outer == "propose" and self.refuses(zone):
            outer = "oppose"
        if outer == "propose" and self.is_kept(zone):
            outer = "support"
        elif outer == "prefer-new" or (outer == "prefer" and self.compared(heads, v)):
            outer = "propose"
        elif outer == "support" and self.is_number(zone):
            outer = "propose"
        return self.made(outer, v, cue, zone, negated, "verb")

    def is_assertion(self, head: int) -> bool:
        """`suggested that X was weak`: a claim, not a proposal."""
        s = self.s
        if s.deps[head] != "ccomp" or s.kid(head, "nsubj", "nsubjpass") is None:
            return False
        finite = [s.words[k] for k in s.kids(head, "aux", "auxpass")] + [s.words[head]]
        return finite[0] in _INDICATIVE

    def judged(self, head: int) -> list[Content]:
        """Judgements of a `that` clause and of those coordinated to it."""
        return [c for h in self.s.conjuncts(head) for c in self.contents.judgement(h)]

    def inner_stance(self, heads: list[int], outer: str, depth: int) -> list[Stand]:
        """`wished to oppose X`, `refused to support X`, `urged rejection of X`."""
        s = self.s
        for head in heads:
            if s.deps[head] not in {"xcomp", "ccomp"} or s.is_nominal(head):
                continue
            if not any(r.stance != "neutral" for r in s.readings(head, "verb")):
                continue
            subject = s.kid(head, "nsubj")
            if subject is not None and outer != "propose" and s.words[subject] not in _SELF:
                continue
            stands = [x for x in self.verb(head, depth + 1) if x.stance != "neutral"]
            if outer == "oppose":
                stands = [n for n in (self.flipped(x) for x in stands) if n]
            if stands and outer != "concern":
                return stands
        return []

    def standing(self, zone: tuple[int, ...]) -> bool:
        """Whether `zone` is wording that is in the text (guidelines 4, rule 14)."""
        s = self.s
        if any(s.words[u] in _STANDING for u in zone):
            return True
        return any(s.units[r].kind == "provisions" for r in root_of(s, zone))

    def is_wish(self, reading: Cue) -> bool:
        """Whether the verb says what its subject would like to have."""
        return reading.op == "prefer" or reading.lemma in _FAVOURING

    def refuses(self, zone: tuple[int, ...]) -> bool:
        """`preferred no reference to X`: X is not wanted."""
        s = self.s
        return any(s.words[k] == "no" for r in root_of(s, zone) for k in s.kids(r, "det"))

    def is_new(self, zone: tuple[int, ...]) -> bool:
        """Whether `zone` is something that the text has not got ("a new paragraph", rule 14)."""
        s = self.s
        roots = [r for r in root_of(s, zone) if s.units[r].kind == "word"]
        if not roots or refers(s, zone) is not None:
            return False
        return all(
            s.words[k] in {"a", "an"} for r in roots[:1] for k in s.kids(r, "det")
        ) and s.kid(roots[0], "poss") is None and s.kid(roots[0], "det") is not None

    def is_kept(self, zone: tuple[int, ...]) -> bool:
        """Whether `zone` is asked for "as drafted", "as it stands", "unchanged"."""
        s = self.s
        for u in zone:
            if s.words[u] in _UNCHANGED:
                return True
            if s.words[u] == "as" and u + 1 < len(s.words) and s.words[u + 1] in _AS_IT_IS:
                return True
        return False

    def is_number(self, zone: tuple[int, ...]) -> bool:
        """Whether `zone` is a bare number: a figure that is not in the text (rule 14)."""
        roots = root_of(self.s, zone)
        return len(roots) == 1 and self.s.doc[self.s.units[roots[0]].start].like_num

    def made(
        self, outer: str, v: int, cue: CueAt, zone: tuple[int, ...], negated: bool, rule: str
    ) -> list[Stand]:
        """The stand of a cue on all it governs."""
        base = {"prefer": "support", "prefer-new": "propose"}.get(outer, outer)
        stance = negate(base) if negated else base
        if stance is None:
            return []
        span = (cue.span.start, cue.span.end)
        head = self.s.units[v].start
        return [Stand(stance, span, head, zone, negated, direct=True, rule=rule)]

    def bare(self, outer: str, v: int, cue: CueAt, reading: Cue, negated: bool) -> list[Stand]:
        """A verb that governs nothing answers what was said before ("B disagreed")."""
        stance = negate("support" if outer == "prefer" else outer) if negated else outer
        if stance is None or stance in {"neutral", "prefer", "prefer-new"}:
            return []
        span = (cue.span.start, cue.span.end)
        return [Stand(stance, span, self.s.units[v].start, (), negated, bare=True, rule="bare")]

    def composed(
        self, outer: str, v: int, cue: CueAt, contents: list[Content], negated: bool
    ) -> list[Stand]:
        """Stands on the operands of what a cue governs."""
        base = "prefer" if outer == "prefer-new" else outer
        if negated:
            flipped = negate("support" if base == "prefer" else base)
            if flipped is None:
                return []
            base = flipped
        stands = []
        scope = below(self.s, governed_heads(self.s, cue.start, cue.end))
        if len(contents) > 1:
            # Lifting brackets as one edit among several is part of the proposal (rule 13).
            contents = [c for c in contents if c.value != "unbracket"] or contents
        for content in contents:
            if content.kind == "operation":
                stance = compose(base, content.value, negated_operation=content.negated)
                rule = f"{content.value}-operation"
            else:
                stance, rule = content.value, "judgement"
            if stance is None:
                continue
            if content.kind == "operation" and not content.zone:
                content = replace(content, zone=self.antecedent(v))
            span = (cue.span.start, cue.span.end)
            stands.append(
                Stand(
                    stance, span, self.s.units[v].start, content.zone, negated or content.negated,
                    scope, change=content.value == "change", substitute=content.substitute, rule=rule,
                )
            )  # fmt: skip
        return stands

    def compared(self, heads: list[int], v: int) -> bool:
        """`prefer X to Y`, `prefer X over Y`: X is not the wording that is there."""
        s = self.s
        near = [*s.children[v], *(k for h in heads for k in s.children[h])]
        return any(
            s.words[k] in _COMPARED
            and (s.words[k] != "to" or s.kid(k, "pobj") is not None)
            and s.deps[k] in {"prep", "cc", "advmod", "dative"}
            for k in near
        )

    def antecedent(self, v: int) -> tuple[int, ...]:
        """What a relative clause's verb governs: `X, which A opposed`."""
        s = self.s
        if s.deps[v] in {"relcl", "acl"} and not s.is_actor(s.heads[v]):
            return below(s, [s.heads[v]], [v])
        # "X, which A opposed", hung elsewhere: X stands right before "which".
        for at in range(v - 1, 0, -1):
            if s.words[at] == "which" and at < v:
                noun = at - 2 if s.words[at - 1] == "," else at - 1
                return (noun,) if noun >= 0 else ()
        return ()

    def deed(self, v: int, cue: CueAt) -> list[Stand]:
        """An actor edits the text: `A added a list to paragraph 4`."""
        contents = [
            c
            for c in self.contents.operation(v)
            if c.value not in {"retain", "vote", "clarify"} and is_text(self.s, c.zone)
        ]
        if any(r.lemma in _VAGUE_DEEDS for r in cue.readings):
            return []
        # Who withdraws a proposal or an objection does not delete text.
        contents = [
            c
            for c in contents
            if c.value != "delete"
            or not any(self.s.words[u] in PROPOSALS for u in root_of(self.s, c.zone))
        ]
        return [x.by("deed") for x in self.composed("propose", v, cue, contents, False)]

    # ---------------------------------------------------------------- reports
    def reported(
        self, v: int, cue: CueAt, heads: list[int], negated: bool, depth: int
    ) -> list[Stand]:
        """`A said that …`: the stance of what is said, neutral where it gives none."""
        s = self.s
        stands: list[Stand] = []
        for head in heads:
            if s.deps[head] in {"ccomp", "xcomp", "advcl"}:
                for clause in s.conjuncts(head):
                    stands.extend(self.said(v, cue, clause, depth))
                    stands.extend(self.hoped(v, cue, clause, negated))
            elif s.deps[head] in {"dobj", "pobj", "prep"}:
                for clause in s.kids(head, "relcl", "acl", "ccomp"):
                    # "reminded those present that X is essential": the parser hangs it on "those".
                    if any(s.words[k] == "that" for k in s.kids(clause, "mark")):
                        stands.extend(self.said(v, cue, clause, depth))
                contents = [c for c in self.contents.of([head]) if self.is_needed(c)]
                stands.extend(self.composed("propose", v, cue, contents, negated))
                if not contents:
                    stands.extend(self.valued(v, cue, head))
        stands.extend(self.called(v, cue))
        if stands or negated:
            return stands
        zone = below(s, heads)
        if not zone:
            return []
        span = (cue.span.start, cue.span.end)
        return [Stand("neutral", span, s.units[v].start, zone, rule="report")]

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
            if s.words[noun] not in _VALUES:
                continue
            actions = [k for k in s.kids(noun, "acl") if any(s.words[x] == "to" for x in s.kids(k, "aux"))]
            things = [k for k in s.kids(noun, "prep") if s.words[k] in {"of", "for"}]
            span = (cue.span.start, cue.span.end)
            if actions:
                zone = below(s, [noun])
                found.append(Stand("propose", span, s.units[v].start, zone, rule="need-to"))
            elif things:
                zone = below(s, [noun])
                found.append(Stand("support", span, s.units[v].start, zone, rule="importance"))
        return found

    def is_needed(self, content: Content) -> bool:
        """Whether a noun before the operation says it should be done ("the need to retain X")."""
        s = self.s
        at: int = content.cue[0]
        for _ in range(4):
            if at == s.heads[at]:
                return False
            at = s.heads[at]
            if s.words[at] in {"need", "necessity", "importance", "desirability", "call", "calls"}:
                return True
        return False

    def said(self, v: int, cue: CueAt, clause: int, depth: int) -> list[Stand]:
        """Stands in a clause that somebody utters."""
        s = self.s
        subject = s.kid(clause, "nsubj", "nsubjpass")
        own = subject is None or s.words[subject] in _SELF or self.is_own(subject)
        if own and (subject is not None or s.deps[clause] == "conj"):
            stands = [x for x in self.verb(clause, depth + 1) if x.stance != "neutral"]
            if stands:
                return [x.by("said-own") for x in stands]
        consensus = self.consensus(v, cue, clause)
        if consensus:
            return consensus
        judged = self.contents.judgement(clause)
        if judged:
            return [x.by("said-judgement") for x in self.composed("propose", v, cue, judged, False)]
        return self.demanded(v, cue, clause)

    def consensus(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`said there was no agreement on X` (guidelines 4, rule 18)."""
        s = self.s
        if s.words[clause] not in BE or s.kid(clause, "expl") is None:
            return []
        for noun in s.kids(clause, "attr"):
            if s.words[noun] in {"agreement", "consensus"}:
                no = is_negated(s, clause) or any(s.words[k] == "no" for k in s.kids(noun, "det"))
                zone = below(s, s.kids(noun, "prep", "acl") or s.kids(clause, "prep"))
                span = (cue.span.start, cue.span.end)
                stance = "concern" if no else "support"
                return [Stand(stance, span, s.units[v].start, zone, no, rule="agreement-on")]
        return []

    def demanded(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`said X should be specific to Y`: a demand on the text; `should not`: against it."""
        s = self.s
        modals = {s.words[k] for k in s.kids(clause, "aux")}
        if not modals & _DEMANDING or s.kid(clause, "nsubj", "nsubjpass") is None:
            return []
        stance = "oppose" if is_negated(s, clause) else "propose"
        span = (cue.span.start, cue.span.end)
        zone = below(s, [clause])
        return [Stand(stance, span, s.units[v].start, zone, stance == "oppose", rule="said-should")]

    def is_own(self, subject: int) -> bool:
        """`his delegation`, `its country`: the speaker."""
        s = self.s
        return any(s.words[k] in _OWN for k in s.kids(subject, "poss")) and s.words[subject] in {
            "delegation", "country", "government", "group", "countries", "members",
        }  # fmt: skip

    def called(self, v: int, cue: CueAt) -> list[Stand]:
        """`called X unacceptable`, `described X as essential`, `considered X premature`."""
        s = self.s
        if not any(r.lemma in _CALLING for r in cue.readings):
            return []
        zone = below(s, governed_heads(s, cue.start, cue.end))
        for unit in zone:
            found = s.cue(unit)
            if found is None or unit <= cue.end:
                continue
            judged = [r for r in found.readings if r.kind == "evaluation"]
            # What is judged stands before the judgement: "called premature X" calls nothing.
            before = tuple(u for u in zone if u < unit)
            while before and s.words[before[-1]] in _LEADING_IN:
                before = before[:-1]
            if not judged or not any(s.is_nominal(u) for u in before):
                continue
            if s.deps[unit] == "amod" and s.heads[unit] > unit and s.words[unit - 1] != "as":
                continue
            negated = any(s.words[k] in {"not", "no"} for k in range(unit - 2, unit))
            stance = negate(judged[0].stance) if negated else judged[0].stance
            span = (cue.span.start, cue.span.end)
            if stance:
                return [Stand(stance, span, s.units[v].start, before, negated, rule="called")]
        return []

    # ---------------------------------------------------------------- nouns and adjectives
    def light(self, v: int) -> list[Stand]:
        """`voiced opposition to X`, `has concerns about X`, `made a proposal on X`."""
        s = self.s
        own = s.readings(v, "verb")
        if s.words[v] in _TAKING_BACK:
            return self.taken_back(v)
        if any(r.stance != "neutral" for r in own) or s.words[v] in _WITHDRAWING:
            return []
        stands: list[Stand] = []
        for head in s.kids(v, "dobj"):
            nouns = s.conjuncts(head)
            zones = [self.noun_zone(n, v) for n in nouns]
            for noun, zone in zip(nouns, zones, strict=True):
                reading = self.noun(noun)
                if reading is None or not reading.light or not self.is_speakers(noun, own):
                    continue
                shared = zone or next((z for z in zones if z), ())
                stands.extend(self.noun_stands(noun, reading, shared, v))
        return stands

    def taken_back(self, v: int) -> list[Stand]:
        """`withdrew its objection to X`, `dropped its request to delete X`: support of X."""
        s = self.s
        for noun in s.kids(v, "dobj"):
            reading = self.noun(noun)
            if reading is None:
                continue
            stands = self.noun_stands(noun, reading, self.noun_zone(noun, v), v)
            out = []
            for stand in stands:
                if stand.stance in {"oppose", "concern"}:
                    out.append(replace(stand, stance="support", direct=False, rule="withdrawn"))
            return out
        return []

    def noun(self, index: int) -> Cue | None:
        """The noun reading of the cue at `index`, if it has one that takes a stance."""
        found = self.s.cues.get(index)
        if found is None:
            return None
        for reading in found.readings:
            if reading.kind == "noun" and reading.stance != "neutral":
                return reading
        return None

    def is_speakers(self, noun: int, own: list[Cue]) -> bool:
        """Whether the noun is the subject's own: `its concern`, `a concern`, not `the concern`."""
        s = self.s
        if s.kid(noun, "poss") is not None:
            return all(s.words[k] in _OWN for k in s.kids(noun, "poss"))
        if any(s.words[k] in _OTHERS for k in s.kids(noun, "det")):
            return any(r.lemma in _VOICING for r in own)
        return True

    def noun_zone(self, noun: int, v: int | None) -> tuple[int, ...]:
        """What a stance noun governs; a parser may hang its preposition on the verb before it."""
        s = self.s
        cue = s.cues[noun] if noun in s.cues else None
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
        return s.words[prep] in {"from", "by", "of", "among", "between"} and any(
            s.is_actor(k) for k in s.kids(prep, "pobj")
        )

    def noun_stands(
        self, noun: int, reading: Cue, zone: tuple[int, ...], head: int | None
    ) -> list[Stand]:
        """Stands of the one whose `opposition`, `proposal` or `concern` the noun names."""
        s = self.s
        cue = s.cues[noun]
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

    def predicative(self, v: int) -> list[Stand]:
        """`was opposed to X`, `were in favour of X`, `is unable to accept X`."""
        s = self.s
        copular = (
            s.words[v] in BE or s.kid(v, "auxpass", "aux") is not None or s.words[v] in _RAISING
        )
        if not copular:
            return []
        spots = [v, *s.kids(v, "acomp", "attr", "prep", "oprd", "advmod", "ccomp", "xcomp", "dobj")]
        for spot in spots:
            found = s.cues.get(spot)
            if found is None or found.start < v:
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
                ):
                    continue
                heads = governed_heads(s, found.start, found.end)
                if not heads:
                    heads = [k for k in s.kids(v, "prep", "xcomp", "ccomp") if k >= found.end]
                negated = is_negated(s, v, found) or is_negated(s, spot, found)
                at = found.start
                contents = self.contents.of(heads) if reading.stance != "concern" else []
                if contents:
                    return self.composed(reading.stance, at, found, contents, negated)
                return self.made(reading.stance, at, found, below(s, heads), negated, "predicative")
        return []

    def copula(self, v: int, depth: int) -> list[Stand]:
        """`was a supporter of X`, `was the only one to oppose X`, `was among those opposing X`."""
        s = self.s
        for attr in s.kids(v, "attr", "prep"):
            nouns = [attr] if s.deps[attr] == "attr" else s.kids(attr, "pobj")
            for noun in nouns:
                reading = self.noun(noun)
                if reading is not None and s.deps[attr] == "attr":
                    return self.noun_stands(noun, reading, self.noun_zone(noun, v), v)
                for clause in s.kids(noun, "acl", "relcl"):
                    stands = self.verb(clause, depth + 1)
                    if stands:
                        return [x.by("one-of") for x in stands]
        return []
