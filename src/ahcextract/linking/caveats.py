"""Caveats, purposes and agreement: what is said of a text without a plain verb of stance."""

from ahcextract.linking.claims import Claims
from ahcextract.linking.content import BE
from ahcextract.linking.needs import TEXTS
from ahcextract.linking.operations import Content, names_topic
from ahcextract.linking.parse import CueAt
from ahcextract.linking.references import PROPOSALS, refers
from ahcextract.linking.stand import Stand
from ahcextract.linking.trees import below, is_negated
from ahcextract.linking.words import OWN, SELF

_AREAS = frozenset({"area", "areas", "point", "points", "elements"})
_RESPECTS = frozenset({"on", "in", "regarding", "over", "about", "concerning", "around"})
_APART = frozenset({"divergence", "divergences", "diverging", "divergent"})
# What a thing is not to be mistaken for or turned into: a caveat on its use.
_TAKEN = frozenset(
    "seen viewed regarded considered counted interpreted construed understood treated taken "
    "confused equated conflated perceived used read misused mistaken".split()
)
_READ = frozenset({"interpreted", "construed", "misread", "misinterpreted"})
_TAKEN_FOR = frozenset({"as", "for", "with", "towards", "toward", "against", "to"})
_TURNING = frozenset("become be serve turn act turned".split())
_TOOLS = frozenset(
    "tool weapon instrument pretext excuse licence license vehicle cover shield substitute "
    "alibi cudgel".split()
)
_REPLACING = frozenset(
    "replace supplant displace distract detract divert affect compromise interfere overshadow "
    "supersede harm weaken constrain restrict preclude".split()
)
_MANNERS = frozenset(
    "confrontational punitive intrusive adversarial divisive onerous burdensome political "
    "prescriptive".split()
)

# Whoever has to do it: "the need for parties to agree".
_DOERS = frozenset(
    "parties countries states governments members delegates delegations negotiators secretariat "
    "participants donors everyone all us them actors".split()
)
_ENDING = frozenset({"that", "which", "who", "of", "by", "in", "on", "from", "to", ",", "and"})
# What goes on from the clause before: "said X will be Y and will do Z".
_GOING_ON = frozenset({"will", "shall", "must", "should", "ought"})
_PROMISING = frozenset({"promise", "pledge", "undertake to", "vow", "commit"})
_NOTING = frozenset({"note", "observe", "mention", "describe", "identify", "report"})
_INDICATIVE = frozenset({"is", "are", "was", "were", "has", "have", "had", "did", "does"})


class Caveats(Claims):
    """Caveats, purposes, deeds stressed and agreement seen; one sentence."""

    def is_doing(self, head: int, v: int) -> bool:
        """`stressed settling X`: a thing to do, whatever the parser made of its object."""
        s = self.s
        if s.deps[head] == "xcomp":
            return s.kid(head, "dobj") is not None
        acting = v + 1 != head and s.deps[v + 1] == "amod" and s.heads[v + 1] == head
        return acting and any(r.form == "ing" for r in s.readings(v + 1, "verb", "operation"))

    def convergence(self, noun: int) -> str:
        """`convergence on X`, `areas of divergence on X`, `diverging views on X` (rule 18)."""
        s = self.s
        at = noun
        if s.words[at] in _AREAS:
            at = next((k for p in s.kids(at, "prep") for k in s.kids(p, "pobj")), at)
        on = [s.words[k] for x in (noun, at, s.heads[noun]) for k in s.kids(x, "prep") if k > at]
        if not set(on) & _RESPECTS:
            return ""
        words = {s.words[at], *(s.words[k] for k in s.kids(at, "amod", "det", "compound"))}
        if words & _APART:
            return "concern"
        if words & {"convergence", "convergences"} or words >= {"common", "ground"}:
            return "concern" if words & {"no", "little", "limited", "insufficient"} else "support"
        return ""

    def is_caveat(self, clause: int) -> bool:
        """`X should not be seen as Y`, `X should not replace Y`: X itself may stand."""
        s = self.s
        word = s.words[clause]
        if word in _REPLACING:
            return True
        preps = {s.words[k] for k in s.kids(clause, "prep", "aux")}
        preps |= {s.words[k] for x in s.kids(clause, "xcomp") for k in s.kids(x, "aux")}
        if word in _READ or (word in _TURNING and self.is_tool(clause)):
            return True
        return (word in _TAKEN and bool(preps & _TAKEN_FOR)) or (
            word in BE and any(s.words[k] in _MANNERS for k in s.kids(clause, "acomp"))
        )

    def is_tool(self, clause: int) -> bool:
        """`should not become a tool for censorship`: what it may be turned to."""
        s = self.s
        things = s.kids(clause, "attr", "dobj")
        things += [k for p in s.kids(clause, "prep") for k in s.kids(p, "pobj")]
        return any(s.words[k] in _TOOLS for k in things)

    def without_purpose(self, heads: list[int], cue: CueAt) -> list[int]:
        """`called for a table to clarify X`: what a thing is for, or how it is said, is no wish."""
        s = self.s
        governed = below(s, heads)
        named = names_topic(s, governed) or any(s.units[u].targets for u in governed)
        if not named and any(r.stance == "with" for r in cue.readings):
            return []  # "took a similar view in softer terms"
        first = heads[0] if heads else cue.end
        things = [h for h in heads if s.deps[h] == "pobj" and h >= cue.end]
        if (
            s.words[cue.end - 1] != "for"
            or first not in things
            or any(s.readings(first, "operation"))
        ):
            return heads
        if not any(s.words[k] in {"a", "an"} for k in s.kids(first, "det")):
            return heads
        return [h for h in heads if s.deps[h] not in {"xcomp", "advcl"}]

    def is_conduct(self, subject: int) -> bool:
        """`its domestic policies`, `their system`: what the speaker does at home is no text."""
        s = self.s
        own = any(s.words[k] in OWN for k in s.kids(subject, "poss"))
        return own and s.words[subject] not in PROPOSALS | TEXTS

    def consensus(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`said there was no agreement on X` (guidelines 4, rule 18)."""
        s = self.s
        for noun in s.kids(clause, "nsubj"):
            none = any(s.words[k] == "no" for k in s.kids(noun, "det"))
            if s.words[noun] in {"agreement", "consensus"} and none:
                zone = below(s, [*s.kids(noun, "prep"), *s.kids(clause, "prep")])
                span = cue.span
                return [Stand("concern", span, s.units[v].start, zone, True, rule="agreement-on")]
        if s.words[clause] not in BE or s.kid(clause, "expl") is None:
            return []
        for noun in s.kids(clause, "attr"):
            if s.words[noun] in {"agreement", "consensus"}:
                no = is_negated(s, clause) or any(s.words[k] == "no" for k in s.kids(noun, "det"))
                zone = below(s, s.kids(noun, "prep", "acl") or s.kids(clause, "prep"))
                span = cue.span
                stance = "concern" if no else "support"
                return [Stand(stance, span, s.units[v].start, zone, no, rule="agreement-on")]
        return []

    def lacks_agreement(self, noun: int) -> bool:
        """`a lack of agreement on X` (guidelines 4, rule 18)."""
        s = self.s
        return any(
            s.words[k] in {"agreement", "consensus", "convergence", "progress"}
            for prep in s.kids(noun, "prep")
            for k in s.kids(prep, "pobj")
        )

    def has_doer(self, prep: int) -> bool:
        """`the need for parties to do X`: something is to be done, and by whom."""
        s = self.s
        for at in range(prep + 1, min(prep + 6, len(s.words) - 1)):
            if s.words[at] in _ENDING:
                return False
            if s.is_actor(at) or s.words[at] in _DOERS:
                return s.words[at + 1] == "to" and s.deps[at + 1] == "aux"
        return False

    def needs_doing(self, noun: int, prep: int) -> bool:
        """`the need for drafting X`: something is to be done (D19)."""
        s = self.s
        return s.words[noun] in {"need", "needs", "necessity"} and any(
            s.kid(k, "dobj") is not None for k in s.kids(prep, "pcomp")
        )

    def is_state(self, v: int, head: int) -> bool:
        """`noted changing circumstances`: how things are, for nobody notes doing something."""
        s = self.s
        noting = any(r.lemma in _NOTING for r in s.readings(v, "verb"))
        return noting and s.words[head].endswith("ing") and not s.kids(head, "aux", "mark")

    def taken_up(self, v: int, cue: CueAt, head: int) -> list[Stand]:
        """`promised to reflect this in a new draft`: backs what has been put forward (D26)."""
        s = self.s
        if s.deps[head] != "xcomp" or not any(r.lemma in _PROMISING for r in cue.readings):
            return []
        for content in self.contents.operation(head):
            if content.value == "change" and refers(s, content.zone) is not None:
                span = cue.span
                return [Stand("support", span, s.units[v].start, content.zone, direct=True,
                              rule="said-own")]  # fmt: skip
        return []

    def forbidden(self, heads: list[int]) -> str:
        """`suggested that X should not apply to Y`: against it, or a caveat."""
        s = self.s
        for head in heads:
            subject = s.kid(head, "nsubj", "nsubjpass")
            if s.deps[head] == "ccomp" and subject is not None and is_negated(s, head):
                return "concern" if self.is_caveat(head) else self.warded(head)
        return ""

    def clauses(self, heads: list[int]) -> list[tuple[int, ...]]:
        """`complained that X was long and that Y was vague`: each has its subject."""
        s = self.s
        found = [c for h in heads if s.deps[h] == "ccomp" for c in s.conjuncts(h)]
        found = [c for c in found if s.kid(c, "nsubj", "nsubjpass") is not None]
        return [below(s, [c], [k for k in found if k > c]) for c in found if len(found) > 1]

    def goes_on(self, clause: int) -> bool:
        """`said X is useful and will fund Y`: X will, not the speaker."""
        s = self.s
        if s.deps[clause] != "conj" or s.kid(clause, "nsubj", "nsubjpass") is not None:
            return False
        if not any(s.words[k] in _GOING_ON for k in s.kids(clause, "aux")):
            return False
        subject = s.kid(s.heads[clause], "nsubj", "nsubjpass")
        return subject is not None and not s.is_actor(subject) and s.words[subject] not in SELF

    def is_gerund(self, head: int) -> bool:
        """`favored addressing X separately`: a procedure is put forward."""
        s = self.s
        return s.deps[head] in {"xcomp", "pcomp"} and s.words[head].endswith("ing")

    def is_assertion(self, head: int) -> bool:
        """`suggested that X was weak`: a claim, not a proposal."""
        s = self.s
        if s.deps[head] != "ccomp" or s.kid(head, "nsubj", "nsubjpass") is None:
            return False
        finite = [s.words[k] for k in s.kids(head, "aux", "auxpass")] + [s.words[head]]
        return finite[0] in _INDICATIVE

    def states_fact(self, content: Content) -> bool:
        """`clarify that X is Y`: what the text is to say, not a question to anybody."""
        s = self.s
        return any(
            s.words[k] == "that"
            for clause in s.kids(content.cue[0], "ccomp")
            for k in s.kids(clause, "mark")
        )
