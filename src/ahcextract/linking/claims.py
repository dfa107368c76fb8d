"""Stances in claims: what is needed, what could be done, what a thing would lead to."""

from ahcextract.linking.needs import BODIES, DANGERS, NEEDING, TEXTS, Needs
from ahcextract.linking.operations import Content
from ahcextract.linking.parse import CueAt
from ahcextract.linking.references import root_of
from ahcextract.linking.stand import Stand
from ahcextract.linking.trees import below, is_negated
from ahcextract.linking.words import SELF

_HAVING = frozenset({"has", "have", "had", "ought"})
_COMPARED = frozenset("fewer less more lower higher longer shorter later earlier".split())
_OPEN = frozenset({"could", "might", "may", "would", "will", "can"})
# What may be done to a subject of the talks: said to be possible, it is put forward.
_DEALING = frozenset(
    "addressed considered discussed dealt included incorporated established set developed "
    "elaborated strengthened improved extended held convened organized organised drafted "
    "formulated added finalized finalised adopted merged combined applied based linked "
    "requested invited referred forwarded revisited reviewed reflected explored examined "
    "created expanded enhanced divided split limited assigned given left kept put placed "
    "moved treated handled tackled implemented launched started resumed continued postponed "
    "deferred tasked mandated clarified simplified streamlined shortened revised modified "
    "amended adapted replaced consolidated designed structured integrated invoked dropped "
    "separated grouped agreed begun tested piloted used utilized utilised employed".split()
)
# What a thing "could" be made of, or look like: put forward.
_CONSISTING = frozenset("involve include comprise cover take consist encompass entail".split())
# What those do who negotiate: said to be possible, it is put forward.
_PROCEEDING = frozenset(
    "recommend consider decide adopt request examine begin discuss include serve act focus "
    "draw build review invite address establish agree start meet convene explore elaborate "
    "have specify define".split()
)
_CAUSING = frozenset(
    "create creates created cause causes caused lead leads led bring brings brought result "
    "results resulted mean means meant increase increases increased add adds introduce "
    "introduces generate generates raise raises raised pose poses posed present presents "
    "presented imply implies entail entails involve involves produce produces leave leaves "
    "contain contains suffer suffers face faces have has had exacerbate exacerbates give "
    "gives".split()
)
_EFFECTS = frozenset(
    "effect effects consequence consequences impact impacts implications repercussions".split()
)
_ADVERSE = frozenset(
    "adverse negative serious significant harmful severe detrimental grave unintended undesirable "
    "spillover perverse".split()
)
_FALLING_SHORT = frozenset(
    "reflect capture correspond work deliver guarantee solve suffice contribute respond "
    "resolve help".split()
)
_HELPING = frozenset({"solve", "resolve", "help"})
_CONTENTS = frozenset("provide address take meet ensure give go account".split())
_ENOUGH = frozenset(
    "adequately sufficiently fully properly enough accurately appropriately effectively".split()
)
_WANTED = frozenset(
    "clarity certainty basis guidance balance detail account consideration predictability "
    "transparency solution answer solutions answers assurance".split()
)
# What is said of what there is, by those who want nothing new.
EXISTING = frozenset({"existing", "present", "current", "established"})
_SUFFICIENT = frozenset({"sufficient", "adequate", "enough", "suffices"})
_SERVING = frozenset("do serve fulfil fulfill handle cover perform meet deliver".split())
# What those do to a treaty who back it.
_JOINING = frozenset({"ratify", "sign", "accede", "accept", "approve"})
_NO_GROUND = frozenset(
    "mandate basis justification reason place room scope point rationale grounds".split()
)


class Claims(Needs):
    """Stances in claims; one sentence."""

    def claimed(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """What `A said that …` claims of its subject."""
        for read in (
            self.unclear, self.obliged, self.needing, self.lacking, self.existing, self.difficult,
            self.alone, self.sufficing, self.looked_for,
            self.possible, self.subjunctive, self.working,
        ):  # fmt: skip
            stands = read(v, cue, clause)
            if stands:
                return stands
        return []

    def warded(self, clause: int) -> str:
        """What "should not" says: no, not yet (an order of work, D22), or not below a number."""
        s = self.s
        later = [k for c in s.kids(clause, "advcl") for k in s.kids(c, "mark")]
        not_yet = any(s.words[k] in {"until", "before"} for k in [*later, *s.kids(clause, "prep")])
        return "propose" if not_yet or self.is_bound(clause) else "oppose"

    def is_bound(self, clause: int) -> bool:
        """`should not enter into force with fewer than 60`: a least or most is put forward."""
        s = self.s
        if s.words[clause] in {"exceed", "surpass"}:
            return True
        return any(
            s.words[k] in _COMPARED and "than" in s.words[k + 1 : k + 3] for k in s.subtree(clause)
        )

    def obliged(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`X has to be shorter`, `X needs to be reformed`, `the text needs a list`."""
        s = self.s
        word, subject = s.words[clause], self.topic_of(clause)
        if word not in NEEDING | _HAVING or subject is None:
            return []
        for inner in s.kids(clause, "xcomp"):
            if not any(s.words[k] == "to" for k in s.kids(inner, "aux")):
                continue
            if s.kid(clause, "dobj") is not None:
                continue
            if any(
                s.words[k] == "yet" for k in [*s.kids(clause, "advmod"), *s.kids(inner, "advmod")]
            ):
                # "Had yet to be shown": it has not been.
                return (
                    []
                    if s.is_actor(subject)
                    else self.one("concern", v, cue, below(s, [subject]), "said-harm")
                )
            negated = is_negated(s, clause) or is_negated(s, inner)
            contents = self.contents.operation(inner)
            if contents and contents[0].value in {"delete", "retain"}:
                found = contents[0].zone or below(s, [subject])
                stance = "oppose" if (contents[0].value == "delete") != negated else "support"
                return self.one(stance, v, cue, found, "said-should", negated)
            stance = "oppose" if negated else "propose"
            return self.one(stance, v, cue, self.told(clause), "said-should", negated)
        wanted = s.kid(clause, "dobj")
        if word in NEEDING and wanted is not None and s.words[subject] in TEXTS:
            negated = is_negated(s, clause)
            stance = "oppose" if negated else "propose"
            return self.one(stance, v, cue, self.told(clause), "said-should", negated)
        return []

    def harmful(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`X would delay Y`, `X creates confusion`, `Y is hampered by X`: a concern about X."""
        s = self.s
        subject = self.topic_of(clause)
        modals = {s.words[k] for k in s.kids(clause, "aux")}
        caveat = bool(modals & {"should", "must", "shall", "ought"})
        # "Should not undermine X" is a caveat, "does not undermine X" allays one.
        if subject is None or is_negated(s, clause) != caveat:
            return []
        effect = any(r.stance == "concern" for r in s.readings(clause, "effect"))
        modal = caveat or bool(modals & _OPEN)
        passive = s.kid(clause, "auxpass") is not None
        if passive and caveat:
            return []
        if effect and passive and s.kid(clause, "agent") is None and not modal:
            return []
        if effect and not (modal or passive or s.words[subject] not in BODIES):
            return []
        if not effect and not self.harm_caused(clause):
            return []
        if s.is_actor(subject):
            return []
        return self.one("concern", v, cue, below(s, [subject]), "said-harm")

    def harm_caused(self, clause: int) -> bool:
        """Whether the verb brings about something bad: `leads to duplication`."""
        s = self.s
        if s.words[clause] not in _CAUSING:
            return False
        heads = s.kids(clause, "dobj", "attr")
        for prep in s.kids(clause, "prep"):
            heads.extend(s.kids(prep, "pobj"))
        for head in heads[:1]:
            for noun in s.conjuncts(head):
                if self.is_harm(noun) or s.words[noun] in DANGERS or self.is_burden(noun):
                    return True
        for inner in s.kids(clause, "ccomp", "xcomp"):
            bad = any(r.stance == "concern" for r in s.readings(inner, "effect"))
            if bad and inner > clause and not is_negated(s, inner):
                return True
        return False

    def is_burden(self, noun: int) -> bool:
        """`adverse effects`, `serious consequences for X`."""
        s = self.s
        kinds = {s.words[k] for k in s.kids(noun, "amod", "compound")}
        return s.words[noun] in _EFFECTS and bool(kinds & _ADVERSE)

    def lacking(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`X does not reflect Y`, `X lacks clarity`, `X was not sufficiently addressed`."""
        s = self.s
        subject = self.topic_of(clause)
        if subject is None or s.is_actor(subject) or s.kid(clause, "relcl") is not None:
            return []
        zone = below(s, [subject])
        if s.words[clause] in {"lacks", "lack", "lacked", "fails", "fail", "failed"}:
            return self.one("concern", v, cue, zone, "said-harm")
        if not is_negated(s, clause):
            return []
        modal = any(s.words[k] in {"should", "could", "must", "can", "would", "need"}
                    for k in s.kids(clause, "aux"))  # fmt: skip
        enough = any(
            s.words[k] in _ENOUGH for k in [*s.kids(clause, "advmod"), *s.kids(clause, "acomp")]
        )
        word = s.words[clause]
        wanted = word in _CONTENTS and any(s.words[k] in _WANTED for k in s.kids(clause, "dobj"))
        modals = {s.words[k] for k in s.kids(clause, "aux")}
        helping = word in _HELPING and not modals & {"should", "must"}
        helping = helping or (word == "address" and bool(modals & {"will", "would"}))
        if helping or (not modal and (enough or word in _FALLING_SHORT or wanted)):
            return self.one("concern", v, cue, zone, "said-harm", True)
        return []

    def existing(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`there is a need for X`, `there should be no X`, `there is no basis for X`."""
        s = self.s
        if s.kid(clause, "expl") is None:
            return []
        for noun in s.kids(clause, "attr", "dobj", "nsubj"):
            no = any(s.words[k] == "no" for k in s.kids(noun, "det")) or is_negated(s, clause)
            zone = below(s, [noun])
            modals = {s.words[k] for k in s.kids(clause, "aux")}
            if modals & {"should", "must"}:
                return self.one("oppose" if no else "propose", v, cue, zone, "said-should", no)
            if s.words[noun] in {"need", "necessity"}:
                actions = any(
                    s.words[k] == "to" for a in s.kids(noun, "acl") for k in s.kids(a, "aux")
                )
                stance = "oppose" if no else "propose" if actions else "support"
                return self.one(stance, v, cue, zone, "need-to" if actions else "importance", no)
            if no and s.words[noun] in _NO_GROUND and s.kid(noun, "prep", "acl") is not None:
                return self.one("oppose", v, cue, zone, "no-need", True)
            if not no and self.is_harm(noun):
                return self.one("concern", v, cue, zone, "said-harm")
        return []

    def possible(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`X could be addressed in Y`, `the board could recommend X`: put forward."""
        s = self.s
        modals = {s.words[k] for k in s.kids(clause, "aux")}
        subject = self.topic_of(clause)
        if not modals & {"could", "might"} or is_negated(s, clause) or subject is None:
            return []
        passive = s.kid(clause, "auxpass") is not None and s.words[clause] in _DEALING
        active = (
            "could" in modals
            and s.words[clause] in _PROCEEDING
            and (self.is_body(subject) or s.units[subject].kind == "provisions")
        )
        made = "could" in modals and s.words[clause] in _CONSISTING and not s.is_actor(subject)
        if not (passive or active or made):
            return []
        return self.one("propose", v, cue, self.told(clause), "said-could")

    def sufficing(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`existing bodies could do the job`: a new one is not wanted (D14)."""
        s = self.s
        subject = self.topic_of(clause)
        if subject is None or is_negated(s, clause):
            return []
        if not any(s.words[k] in EXISTING for k in s.kids(subject, "amod", "compound")):
            return []
        word = s.words[clause]
        modals = {s.words[k] for k in s.kids(clause, "aux")}
        doing = word in _SERVING and bool(modals & _OPEN)
        if not (doing or word in {"suffice", "suffices", "sufficed"}):
            return []
        return [self.unneeded(v, cue)]

    def unneeded(self, v: int, cue: CueAt) -> Stand:
        """What exists suffices: against what was put forward."""
        return Stand("oppose", cue.span, self.s.units[v].start, (), bare=True, rule="no-need")

    def is_enough(self, judged: Content) -> bool:
        """`the existing body is sufficient`: no new one is wanted (D14)."""
        s = self.s
        roots = root_of(s, judged.zone)
        return (
            judged.kind == "evaluation"
            and not judged.negated
            and s.words[judged.cue[0]] in _SUFFICIENT
            and any(self.exists(r) for r in roots)
        )

    def exists(self, noun: int) -> bool:
        """`the existing board`, `the Durban Forum`: there already, and no text or topic."""
        s = self.s
        if any(s.words[k] in EXISTING for k in s.kids(noun, "amod", "compound")):
            return True
        unit = s.units[noun]
        named = unit.kind == "word" and s.doc[unit.start].is_title and s.kid(noun, "det")
        return bool(named) and not self.contents.is_piece((noun,))

    def looked_for(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`hoped that all would ratify X`, `hoped the fund would be bigger`: wished for (D17)."""
        s = self.s
        subject = self.topic_of(clause)
        modals = {s.words[k] for k in s.kids(clause, "aux")}
        if subject is None or not s.words[v].startswith("hop") or not modals & _OPEN:
            return []
        if is_negated(s, clause) or s.words[subject] in SELF:
            return []
        if s.words[clause] in _JOINING:
            return self.one("support", v, cue, below(s, [clause]), "hoped")
        if s.words[clause] == "become" and any(
            s.words[k] == "basis" for k in s.kids(clause, "attr")
        ):
            return self.one("support", v, cue, below(s, [subject]), "hoped")
        text = s.units[subject].kind == "provisions" or s.words[subject] in TEXTS
        return self.one("propose", v, cue, self.told(clause), "hoped") if text else []

    def is_body(self, noun: int) -> bool:
        """Whether a noun names who decides, or what is decided: `COP-6`, `the COP/MOP`."""
        word = self.s.words[noun].partition("-")[0]
        return word in BODIES or self.s.words[noun] in TEXTS

    def working(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`X strikes the right balance`, `X does not serve its purpose`."""
        s = self.s
        subject = self.topic_of(clause)
        if not any(r.stance == "support" for r in s.readings(clause, "effect")):
            return []
        if subject is None or s.is_actor(subject):
            return []
        negated = is_negated(s, clause)
        stance = "concern" if negated else "support"
        return self.one(stance, v, cue, below(s, [subject]), "said-judgement", negated)

    def subjunctive(self, v: int, cue: CueAt, clause: int) -> list[Stand]:
        """`stressed that X be open to all`: what is to be, not what is."""
        s = self.s
        if s.words[clause] != "be" or s.kid(clause, "nsubj") is None or s.kids(clause, "aux"):
            return []
        negated = is_negated(s, clause)
        stance = "oppose" if negated else "propose"
        return self.one(stance, v, cue, below(s, [clause]), "said-should", negated)
