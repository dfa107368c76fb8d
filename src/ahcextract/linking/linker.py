"""Links the sentences of one issue, in order, to drafts of positions."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ahcextract.linking.anaphora import ORDINAL, PAIR, own_subject, owner_of_view
from ahcextract.linking.answers import Answers
from ahcextract.linking.beside import Beside, is_parallel
from ahcextract.linking.context import Memory, Taken, Target
from ahcextract.linking.drafts import Draft, without_grounds
from ahcextract.linking.framing import framed
from ahcextract.linking.gapping import Gapping
from ahcextract.linking.named import UNRESOLVED
from ahcextract.linking.naming import content_word, owner_id
from ahcextract.linking.narrowing import narrowed_spans
from ahcextract.linking.owners import owners_in
from ahcextract.linking.packages import packed
from ahcextract.linking.pairs import paired
from ahcextract.linking.parse import Sentence
from ahcextract.linking.quotatives import Quotatives
from ahcextract.linking.references import refers
from ahcextract.linking.stand import Stand, relate
from ahcextract.linking.statements import Statement, Statements
from ahcextract.linking.strangers import is_meeting, notice
from ahcextract.linking.targets import Targets
from ahcextract.linking.things import is_idle
from ahcextract.linking.turning import debated_last
from ahcextract.linking.units import Member
from ahcextract.linking.unreal import is_counterfactual
from ahcextract.linking.wording import defends
from ahcextract.linking.words import OWN

_TEXTUAL = frozenset({"it", "them", "both", "these", "those", "latter", "former"})
# What is put forward, where "the objection" or "the request" is what was said of it.
_PUT_FORWARD = frozenset({"initiative", "proposal", "idea", "offer", "additions", "formula"})
# Constructions that name somebody who is not the subject of the sentence.
_BY_THE_WAY = frozenset({"passive", "genitive", "noun-source"})
# Judgements are on the text itself: "A called it premature; it was welcomed by B".
_JUDGING = frozenset("called passive-called judge said-judgement judgement according".split())
# "A opposed X. B was against": X, and not the opposition.
_SIDING = frozenset({"predicative", "verbless", "adjacent"})
_SINGLE = frozenset(
    "he she it delegation delegate representative group country state minister ambassador "
    "envoy adviser advisor government".split()
)


class Linker:
    """Reads the sentences of one issue; make one an issue.

    Args:
        memory: what the issue has said so far; the caller enters blocks into it.
    """

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    def link(self, s: Sentence) -> list[Draft]:
        """Drafts of one parsed sentence, in the order of their cues; updates the memory."""
        targets = self.enter(s)
        drafts: list[Draft] = []
        if s.words[-1] == "?" or is_counterfactual(s):
            self.remember(s, targets, [])
            return []
        statements = Gapping(s).sharing(Statements(s).read())
        statements = Answers(s, self.memory).added(statements)
        statements = Gapping(s).read(Quotatives(s).read(statements))
        if s.told is not None:
            # Nobody "said" it: a clause of a note is no report where it takes no stand.
            statements = [x for x in statements if x.stand.stance != "neutral"]
        for statement in sorted(statements, key=lambda x: (x.place, x.stand.cue)):
            drafts.extend(self.statement(s, statement, targets, drafts))
        drafts.extend(Beside(s, targets, self).read(drafts))
        drafts = without_grounds(drafts)
        self.remember(s, targets, drafts)
        return drafts

    def pass_over(self, s: Sentence) -> None:
        """Take note of a sentence in which nobody speaks."""
        if s.units or s.topics:
            self.remember(s, self.enter(s), [])
        else:  # It names nothing, so that nothing can be in front or turned to.
            self.memory.opening = False
            notice(self.memory, s)
        self.memory.passed = s.number

    def enter(self, s: Sentence) -> Targets:
        """Begin a sentence; what it puts in front holds from here on."""
        s.topics = narrowed_spans(s.topics, self.memory)
        targets = Targets(s, self.memory)
        if targets.front is not None:
            self.memory.fronted = targets.front
            targets.narrow(narrowed_spans(s.topics, self.memory))
        return targets

    # ---------------------------------------------------------------- one statement
    def statement(
        self, s: Sentence, statement: Statement, targets: Targets, before: list[Draft]
    ) -> Iterator[Draft]:
        """Drafts of one statement, and of the asides beside its actors."""
        members, inherited = statement.members, None
        if members and members[0].end <= s.start:
            # The speaker of a note, named in front of it.
            inherited = s.place(members[0].start, members[0].end)
        if statement.pronoun is not None:
            members, inherited = self.meant(s, statement)
            if not members:
                return
        stand, denies = self.answering(s, statement)
        owners = owners_in(s, stand.zone) or owners_in(s, stand.scope)
        resolution = targets.resolve(stand, owners)
        unit = s.units[statement.place]
        by = self.owner_of(s, stand, owners, {m.ref.id for m in members})
        members = self.news(statement, members, resolution.targets)
        if not members or is_idle(s, stand, resolution.targets, members):
            return
        if (stand.rule == "short-answer" and not resolution.answers) or (
            stand.bare and all(t.id == UNRESOLVED for t in resolution.targets)
        ):
            return  # An answer to nothing.
        main: list[Draft] = []
        answers = resolution.answers and not self.memory.is_own(members)
        for stance, target, owner in self.stances(s, stand, resolution.targets, answers):
            for member in members:
                main.append(
                    Draft(member, stance, target, resolution.topics, stand, s, stand.rule,
                          by or owner, inherited)
                )  # fmt: skip
        yield from main
        for aside in unit.asides if statement.pronoun is None else ():
            yield from self.beside(s, aside.relation, aside.members, aside.cue, main)
        self.take(s, main, statement)
        if not denies:
            self.memory.affirmed = self.memory.taken

    def answering(self, s: Sentence, statement: Statement) -> tuple[Stand, bool]:
        """The stand as an answer to what was said, or as none; whether it denies or affirms."""
        stand, ids = statement.stand, {m.ref.id for m in statement.members}
        if stand.bare or refers(s, stand.zone) is not None:
            self.memory.step_back(s.number, stand.cue, ids)
        if stand.rule in _SIDING and not self.memory.taken:
            return replace(stand, bare=False), False
        changed = stand.rule == "relative" and self.memory.has_changed(s.number)
        if changed and not defends(s, stand):
            # "A asked for brackets around X, which B opposed": the brackets, not X.
            stand = replace(stand, zone=(), bare=True)
        said = s.doc[stand.cue[1] - 1].lower_
        denies = stand.rule == "short-answer" and (stand.negated or said in {"yes", "aye"})
        if denies and self.memory.affirmed:
            # "B said no. C did not either. D said yes.": all of what was affirmed last.
            self.memory.taken = self.memory.affirmed
        if (pair := paired(s, stand, self.memory)) is not None:
            stand, self.memory.taken = pair
        return stand, denies

    def news(
        self, statement: Statement, members: tuple[Member, ...], targets: tuple[Target, ...]
    ) -> tuple[Member, ...]:
        """Members of whom the issue has not said this yet, where once is enough."""
        stand = statement.stand
        if statement.first_mention:
            members = tuple(m for m in members if not self.mentioned(m, stand, targets))
        if stand.rule == "genitive" and not stand.zone:
            voiced = self.memory.voiced
            members = tuple(m for m in members if (m.ref.id, stand.stance) not in voiced)
        return members

    def owner_of(
        self, s: Sentence, stand: Stand, owners: tuple[Member, ...], speaking: set[str]
    ) -> str | None:
        """Whose proposal a stand is on, if it is one actor's and not the speaker's."""
        by = owner_id(owners, speaking)
        last = self.memory.taken[-1:]
        if by is None and stand.rule == "relative" and last and last[0].sentence == s.number:
            # "A tabled X, which B welcomed": X is A's.
            return last[0].owners[0] if last[0].stance == "propose" else last[0].proposal_by
        return by

    def stances(
        self, s: Sentence, stand: Stand, targets: Iterable[Target], answers: bool
    ) -> list[tuple[str, Target, str | None]]:
        """Stance, target and owner for each target; answers are relative to what was said."""
        out: list[tuple[str, Target, str | None]] = []
        for target in targets:
            known = [t for t in self.memory.taken if t.target.id == target.id] if answers else []
            consents = stand.rule == "consent"
            if consents or (not stand.bare and self.means_text(s, stand)):
                # "A opposed paragraph 2. B supported it": the paragraph, not the opposition.
                by = next((t.proposal_by for t in known if t.direct), None)
                lenient = not consents and defends(s, stand)
                known = [
                    t
                    for t in known
                    if not (t.direct or (t.stance == "concern" and not consents) or lenient)
                ]
                if not known and by is not None and stand.stance in {"support", "oppose"}:
                    out.append((stand.stance, target, by))
                    continue
            if stand.rule in _SIDING and stand.stance != "with":
                known = [t for t in known if not t.direct]
            answering = stand.bare or stand.direct
            if not known or not answering or stand.stance not in {"support", "oppose", "with"}:
                if stand.stance != "with":
                    out.append((stand.stance, target, None))
                elif target.span and len(said := {t.stance for t in self.memory.taken}) == 1:
                    # "A rejected article 6, and B did the same on article 9."
                    out.append((said.pop(), target, None))
                continue
            for taken in known:
                stance = relate(stand.stance, taken.stance)
                owner = taken.proposal_by
                if taken.stance == "propose" and len(taken.owners) == 1:
                    owner = owner or taken.owners[0]
                if (stance, target, owner) not in out:
                    out.append((stance, target, owner))
        if stand.substitute and stand.stance == "oppose":
            out.extend([("propose", target, None) for _, target, _ in list(out)])
        return out

    def means_text(self, s: Sentence, stand: Stand) -> bool:
        """Whether what a stand is on is the text ("it", "the idea"), not what was said ("this")."""
        back = refers(s, stand.zone)
        return back is not None and (back[0] == "piece" or back[1] in _TEXTUAL | _PUT_FORWARD)

    def beside(
        self,
        s: Sentence,
        relation: str,
        members: tuple[Member, ...],
        cue: tuple[int, int],
        main: list[Draft],
    ) -> Iterator[Draft]:
        """Drafts of actors set beside a statement ("supported by B and opposed by C")."""
        if relation == "unlike":
            relation = "oppose"
        seen: set[tuple[str, str]] = set()
        for draft in main:
            # "X was criticized by A, and praised by B": praised is X.
            itself = draft.rule == "passive" and draft.stand.direct and is_parallel(s, cue)
            stance = relation if itself else relate(relation, draft.stance)
            if (stance, draft.target.id) in seen:
                continue
            seen.add((stance, draft.target.id))
            owner = None
            if relation in {"support", "oppose"} and draft.stance == "propose":
                owner = draft.proposal_by or draft.member.ref.id
            span = draft.stand.cue if relation == "with" else cue
            head = draft.stand.head if relation == "with" else content_word(s, cue)
            stand = Stand(stance, span, head, draft.stand.zone, change=draft.stand.change)
            for member in members:
                yield Draft(member, stance, draft.target, draft.topics, stand, s,
                            f"aside-{relation}", owner)  # fmt: skip

    def meant(
        self, s: Sentence, statement: Statement
    ) -> tuple[tuple[Member, ...], tuple[int, int] | None]:
        """Whom a statement's pronoun stands for, and where they were named."""
        actors, pronoun = self.memory.actors, statement.pronoun
        if pronoun in OWN:
            return owner_of_view(s, statement.place, actors), self.memory.actors_span
        own = own_subject(s, statement.place, pronoun or "")
        if own is not None:
            return own, None
        # "A tabled a draft. The draft is short. It asks for X.": the draft asks.
        if pronoun == "it" and self.memory.passed == s.number - 1:
            self.memory.passed = s.number
            return (), None
        if pronoun in _SINGLE and len(actors) != 1:
            return (), None
        if pronoun == "group" and is_meeting(s, statement.place, actors[0]):
            return (), None
        if pronoun in ORDINAL or pronoun in PAIR:
            pair = self.memory.speakers.meant(pronoun, s, statement.place)
            return pair if pair[0] or len(actors) != 2 else (actors, self.memory.actors_span)
        return actors, self.memory.actors_span

    def mentioned(self, member: Member, stand: Stand, targets: tuple[Target, ...]) -> bool:
        """Whether the issue has spoken of this owner's proposal before (guidelines 4, rule 17)."""
        known = self.memory.proposed.get(member.ref.id)
        if not known:
            return False
        ids = {x.id for x in targets}
        return not stand.zone or bool(known & ids) or ids == {UNRESOLVED}

    # ---------------------------------------------------------------- memory
    def take(self, s: Sentence, main: list[Draft], statement: Statement) -> None:
        """Remember a statement for those who answer it or speak of its proposal."""
        # "Supported by A. Opposed by B.": both are on what was said before.
        if not main or statement.stand.rule == "bare-by":
            return
        span = s.place(s.start, s.end)
        owners = tuple(dict.fromkeys(x.member.ref.id for x in main))
        taken = [
            Taken(
                d.stance,
                d.target,
                owners,
                s.number,
                span,
                d.stand.cue,
                (d.stand.direct or d.rule in _JUDGING)
                and d.stance in {"oppose", "support", "concern"},
                d.proposal_by,
            )
            for d in main
            if d.member is main[0].member
        ]
        last = self.memory.taken
        same = bool(last) and last[-1].sentence == s.number and last[-1].cue == taken[0].cue
        self.memory.taken = [*last, *taken] if same else taken
        self.memory.previous = self.memory.previous if same else last
        for draft in main:
            self.memory.voiced.add((draft.member.ref.id, draft.stance))
            if draft.stance == "propose":
                self.memory.proposed.setdefault(draft.member.ref.id, set()).add(draft.target.id)
                owned = self.memory.proposals.setdefault(draft.member.ref.id, [])
                if not owned or owned[-1].sentence != s.number:
                    owned.clear()
                cue = draft.stand.cue
                owned.append(Taken("propose", draft.target, owners, s.number, span, cue))

    def remember(self, s: Sentence, targets: Targets, drafts: list[Draft]) -> None:
        """Take note of what the sentence names."""
        package = packed(targets)
        if package is not None:
            self.memory.package = self.memory.turned = package
        elif targets.turn is not None and (not drafts or targets.turn.topics):
            self.memory.turned = targets.turn
        if self.memory.opening and self.memory.heading.topics:
            self.memory.section = framed(s, targets, drafts) or self.memory.section
        self.memory.opening = False
        self.memory.speakers.hear(s)
        places = targets.places() if drafts else debated_last(s, targets.places())
        for place in places:
            self.memory.note(place)
        provisions = [p for p in places if p.targets]
        if not drafts and len(provisions) == 1:
            self.memory.narrow(provisions[0])
        speakers = [d for d in drafts if not d.rule.startswith(("aside", "owner", "parenthesis"))]
        # "A opposed X, as proposed by B. She …": A's delegate, if somebody else is the subject.
        speakers = [d for d in speakers if d.rule not in _BY_THE_WAY] or speakers
        if speakers:
            cue = speakers[-1].stand.cue
            named = tuple(dict.fromkeys(d.member for d in speakers if d.stand.cue == cue))
            if all(d.rule in _BY_THE_WAY for d in speakers):
                self.memory.passed = s.number  # "The option, proposed by A, …. It …"
            if all(d.inherited is None for d in speakers):
                self.memory.actors, self.memory.actors_span = named, s.place(s.start, s.end)
        elif not drafts:
            notice(self.memory, s)
