"""What somebody says a thing needs, and what is hard or bad about it."""

from ahcextract.lexicon import Cue
from ahcextract.linking.content import BE
from ahcextract.linking.operations import Content
from ahcextract.linking.parse import CueAt
from ahcextract.linking.predicative import Predicative
from ahcextract.linking.references import PIECES
from ahcextract.linking.stand import Stand
from ahcextract.linking.trees import below, is_negated
from ahcextract.linking.words import SELF

NEEDING = frozenset({"need", "needs", "needed"})
_HAVING = frozenset({"has", "have", "had"})
_REQUIRING = frozenset({"require", "requires", "required", "requiring"})
# What is to be done to a thing that needs it; any other thing needed is what is supported (D19).
_TREATMENT = frozenset(
    "attention improvement improvements reform revision revisions change changes consideration "
    "discussion discussions elaboration development simplification review reviews refinement "
    "refinements work amendment amendments adjustment adjustments analysis streamlining "
    "strengthening scrutiny modification modifications examination restructuring".split()
)
# Who needs a thing or has to do it, said of others: a fact.
_DOING = frozenset(
    "countries states governments they everybody others business businesses people ministers "
    "negotiators participants companies members law laws".split()
)
# What who is willing to do it wants to get on with.
_ENGAGING = frozenset(
    "start begin launch enter engage negotiate discuss work move proceed continue advance "
    "conclude finalize finalise resume consider participate join".split()
)
_READY = frozenset({"express willingness", "express readiness", "indicate willingness"})
_MODALS = frozenset("can could will would may".split())
_REFUSED = frozenset(
    "discuss consider negotiate address entertain debate enter engage examine contemplate take "
    "revisit reopen renegotiate inscribe undertake assume".split()
)
_PRESENTING = frozenset({"present", "share", "distribute", "hand out"})
_OPTIONS = frozenset({"option", "options", "text", "language", "wording"})
_NEW = frozenset("a an two three four several some new alternative".split())
_THROUGH = frozenset("through by with under via in".split())
_DEFICIENT = frozenset(
    "insufficient inadequate deficient poor weak slow uneven incomplete inconsistent unclear "
    "unbalanced inequitable".split()
)
_HARD = frozenset({"difficult", "hard", "tough"})
_CLARITY = frozenset({"clarification", "clarity", "explanation"})
DANGERS = frozenset("risk risks threat threats danger dangers hazard hazards".split())
BODIES = frozenset(
    "party parties delegates group groups committee board panel secretariat body bodies cop mop "
    "cop/mop cmp sbsta sbi session meeting workshop work programme review decision outcome "
    "agreement protocol convention mechanism".split()
)
TEXTS = PIECES | {
    "document",
    "conclusions",
    "decision",
    "agreement",
    "annex",
    "instrument",
    "note",
}


class Needs(Predicative):
    """What a thing needs, and what is hard or bad about it; one sentence."""

    def one(
        self,
        stance: str,
        v: int,
        cue: CueAt,
        zone: tuple[int, ...],
        rule: str,
        negated: bool = False,
    ) -> list[Stand]:
        """One stand of the verb at `v`."""
        span = cue.span
        return [Stand(stance, span, self.s.units[v].start, zone, negated, rule=rule)]

    def topic_of(self, clause: int) -> int | None:
        """The subject of a claim: no pronoun of the speaker, and nobody who speaks."""
        s = self.s
        subject = s.kid(clause, "nsubj", "nsubjpass", "csubj", "csubjpass")
        if subject is None and s.deps[clause] == "conj":
            # "said the rules are old and need to be mended": the first clause's subject.
            subject = s.kid(s.heads[clause], "nsubj", "nsubjpass", "csubj", "csubjpass")
            if subject is not None and s.is_actor(subject):
                return None
        if subject is None or (s.words[subject] in SELF and s.words[subject] != "it"):
            return None
        return subject

    def told(self, clause: int) -> tuple[int, ...]:
        """A clause with what it is said of, where only the clause before names that."""
        s = self.s
        zone = below(s, [clause])
        subject = self.topic_of(clause) if s.deps[clause] == "conj" else None
        if subject is None or subject in zone:
            return zone
        return tuple(sorted({*below(s, [subject]), *zone}))

    def needing(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`the rules require attention`, `capacity needs strengthening`, `X requires funds`."""
        s = self.s
        subject = self.topic_of(clause)
        if s.words[clause] not in NEEDING | _REQUIRING or subject is None or is_negated(s, clause):
            return []
        if s.is_actor(subject) or s.words[subject] in BODIES | TEXTS | _DOING:
            return []  # What a text requires of somebody is a fact.
        doing = [k for k in s.kids(clause, "xcomp") if s.words[k].endswith("ing")]
        if s.units[subject].kind == "provisions" or (not doing and s.kid(clause, "xcomp", "ccomp")):
            return []
        for wanted in doing or s.kids(clause, "dobj"):
            word = s.words[wanted]
            if wanted < clause or s.is_actor(wanted) or word in _DOING:
                return []
            if doing or word in _TREATMENT or word.endswith("ening"):
                return self.one("propose", v, cue, self.told(clause), "need-to")
            return self.one("support", v, cue, below(s, [wanted]), "importance")
        return []

    def unclear(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`X needs to be clarified`, `X requires explanation`, `X is in need of clarification`."""
        s = self.s
        subject = self.topic_of(clause)
        if subject is None or s.is_actor(subject) or is_negated(s, clause):
            return []
        if any(s.words[k] == "no" for k in s.kids(subject, "det")):
            return []
        lacking = s.words[clause] in NEEDING | _REQUIRING | _HAVING
        wanted = s.kids(clause, "dobj") if lacking else []
        if s.words[clause] in BE:
            needs = [k for p in s.kids(clause, "prep") for k in s.kids(p, "pobj")]
            needs = [k for k in needs if s.words[k] == "need"]
            wanted = [k for n in needs for p in s.kids(n, "prep") for k in s.kids(p, "pobj")]
        done = s.kids(clause, "xcomp") if lacking else []
        done = [k for k in done if s.words[k].endswith("ing") or s.kid(k, "auxpass") is not None]
        if any(s.words[k] in _CLARITY for k in wanted) and s.words[clause] not in _HAVING:
            return self.one("concern", v, cue, self.told(clause), "need-to")
        if any(c.value == "clarify" for k in done for c in self.contents.operation(k)):
            return self.one("concern", v, cue, self.told(clause), "need-to")
        return []

    def alone(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`only X can prevent Y`, `only through X is Y possible`: X is called indispensable."""
        s = self.s
        modals = {s.words[k] for k in s.kids(clause, "aux")}
        possible = any(s.words[k] == "possible" for k in s.kids(clause, "acomp"))
        if is_negated(s, clause) or not (modals & _MODALS or possible):
            return []
        for only in (k for k in range(v + 1, clause) if s.words[k] == "only"):
            head = s.heads[only]
            if s.words[only + 1] in _THROUGH and s.heads[only + 1] == clause:
                zone = below(s, [only + 1])
            elif s.heads[head] == clause and s.deps[head] in {"nsubj", "nsubjpass"}:
                if s.is_actor(head) or s.words[head] in BODIES | _DOING:
                    continue  # Who alone may do it is no praise.
                zone = below(s, [head])
            else:
                continue
            if s.kids(head, "nummod"):
                continue
            return self.one("support", v, cue, zone, "importance")
        return []

    def refusing(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`said it would not discuss X`: X is not to be taken up."""
        s = self.s
        modals = {s.words[k] for k in s.kids(clause, "aux")}
        wont = modals & {"would", "will", "wo", "'ll", "can", "could"}
        if s.words[clause] not in _REFUSED or not wont or not is_negated(s, clause):
            return []
        zone = below(s, s.kids(clause, "dobj", "prep"))
        return self.one("oppose", v, cue, zone, "said-own", True) if zone else []

    def put_forward(self, v: int, cue: CueAt, heads: list[int]) -> list[Stand]:
        """`presented an option on X`, `distributed draft text`: wording that is new."""
        s = self.s
        subject = s.kid(v, "nsubj")
        members = s.units[subject].members if subject is not None else ()
        chairing = bool(members) and all(m.ref.type == "chair" for m in members)
        if chairing or not any(r.lemma in _PRESENTING for r in cue.readings):
            return []  # A chair presents what all have drafted.
        for noun in heads:
            kinds = {s.words[k] for k in s.kids(noun, "amod", "compound", "nmod", "det", "nummod")}
            if s.deps[noun] != "dobj" or s.kid(noun, "acl", "relcl", "poss") is not None:
                continue
            bare = s.kid(noun, "det") is None or kinds & _NEW
            if bare and (s.words[noun] in _OPTIONS or "draft" in kinds):
                return self.one("propose", v, cue, below(s, heads), "verb")
        return []

    def difficult(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`it is difficult to agree on X`, `X was hard to imagine`, `X is a barrier`: a doubt."""
        s = self.s
        subject = s.kid(clause, "nsubj", "expl", "csubj")
        if s.words[clause] not in BE or is_negated(s, clause) or subject is None:
            return []
        for spot in s.kids(clause, "acomp", "attr"):
            if s.deps[spot] == "attr" and self.is_harm(spot) and not s.is_actor(subject):
                return self.one("concern", v, cue, below(s, [subject, spot]), "said-harm")
            if s.words[spot] not in _HARD:
                continue
            inner = [*s.kids(spot, "xcomp", "ccomp"), *s.kids(clause, "xcomp", "ccomp")]
            if any(s.words[k] == "to" for x in inner for k in s.kids(x, "aux")):
                return self.one("concern", v, cue, below(s, [subject, *inner]), "said-harm")
        return []

    def is_failing(self, heads: list[int]) -> bool:
        """`the insufficient funding of X`: what is stressed is what is missing."""
        s = self.s
        return any(s.words[k] in _DEFICIENT for h in heads for k in s.kids(h, "amod"))

    def offered(self, v: int, cue: CueAt, heads: list[int]) -> list[Stand]:
        """What reporting verbs say that report nothing: `expressed willingness to start X`."""
        return self.ready(v, cue, heads) or self.put_forward(v, cue, heads)

    def ready(self, v: int, cue: CueAt, heads: list[int]) -> list[Stand]:
        """`expressed willingness to start X`: for getting on with it; to help is only an offer."""
        s = self.s
        if not any(r.lemma in _READY for r in cue.readings):
            return []
        actions = [h for h in heads if s.words[h] in _ENGAGING]
        return self.one("support", v, cue, below(s, actions), "one-of") if actions else []

    def is_harm(self, noun: int) -> bool:
        """Whether a noun, not under a "no", names something bad."""
        s = self.s
        found = s.cues.get(noun)
        if found is None or not any(
            r.kind == "effect" and r.form in {"singular", "plural"} for r in found.readings
        ):
            return False
        return not any(
            s.words[k] in {"no", "any", "few", "little"} for k in s.kids(noun, "det", "amod", "neg")
        )

    def told_apart(self, contents: list[Content], reading: Cue) -> list[Content]:
        """`called for clarity on X` wants X to be clear; `asked for clarity` does not know."""
        if not reading.lemma.startswith(("call for", "urge")):
            return contents
        return [c for c in contents if self.s.words[c.cue[0]] != "clarity"]

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
