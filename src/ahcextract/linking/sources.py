"""Stands of actors who own or are the source of something: "A's proposal", "opposed by A"."""

from collections.abc import Iterator
from dataclasses import replace

from ahcextract.lexicon import Cue
from ahcextract.linking.content import BE
from ahcextract.linking.judgements import Judgements
from ahcextract.linking.owners import MAKING
from ahcextract.linking.parse import Sentence
from ahcextract.linking.seeming import is_conduct, is_courted, only_seems
from ahcextract.linking.stand import Stand
from ahcextract.linking.standpoints import Standpoints
from ahcextract.linking.trees import below
from ahcextract.linking.unreal import is_awaited, is_unreal
from ahcextract.linking.words import AGENT_WORDS, GIVEN

_RECEIVING = frozenset(
    "draw drew drawn meet met attract attracted receive received win won face faced encounter "
    "encountered garner garnered find found finds enjoy enjoyed enjoys provoke provoked trigger "
    "triggered command commanded commands earn earned elicit elicited prompted have had has "
    "gain gained secured".split()
)
_LACKING = frozenset("lack lacks lacked lacking lose lost loses without failed".split())
_ARISING = frozenset(
    "come came come emerge emerged be is are was were arise arose remain remained".split()
)
# What is still to come has not been said.
_PENDING = frozenset({"pending", "awaiting", "without", "future", "possible", "eventual"})
_TAKING_DOWN = frozenset(
    "reflect reflecting reflected record recording recorded noted include including included "
    "accommodate accommodating accommodated minuted minute register registering registered".split()
)
_REQUESTS = frozenset({"at", "upon", "following", "on"})


class Sources(Standpoints):
    """Stances of actors who own or are the source of something; one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.contents = Judgements(sentence)

    def is_genitive(self, a: int) -> bool:
        """Whether "'s" or an apostrophe stands right behind the actor."""
        s = self.s
        return a + 1 < len(s.units) and s.words[a + 1] in {"'s", "'", "s"}

    def owned(self, noun: int) -> Iterator[tuple[Stand, bool]]:
        """`A's proposal to split X`, `A's opposition to X`, `in A's view, X is premature`."""
        if self.is_standpoint(noun):
            yield from ((x, False) for x in self.viewed(noun))
            return
        yield from self.sourced(noun, "genitive")
        yield from self.its_own(noun)

    def sourced(self, noun: int, rule: str) -> Iterator[tuple[Stand, bool]]:
        """Stands of the actor whose `noun` is, and whether only a first mention counts."""
        reading = self.predicates.noun(noun)
        if reading is None or self.is_alike(noun, reading) or self.is_recorded(noun, rule):
            return
        asked = self.asked(noun)
        if asked:
            yield from ((x, False) for x in asked)
            return
        contingent = self.contingent(noun)
        if contingent is not None:
            yield from ((x, False) for x in contingent)
            return
        for stand in self.stands_of(noun, reading):
            if stand.stance in {"propose", "neutral"} or reading.stance == "propose":
                yield stand.by("owner"), True
            else:
                yield stand.by(rule), False

    def is_recorded(self, noun: int, rule: str) -> bool:
        """`a clarification by A`, `to reflect A's concern`: given, or taken down, not voiced."""
        s = self.s
        if s.words[noun] in GIVEN:
            return True
        about = [k for k in s.kids(noun, "prep", "acl", "relcl") if s.words[k] != "in"]
        if rule != "genitive" or about:
            return False
        v = s.heads[noun]
        if s.deps[noun] == "nsubjpass":
            later = {s.words[k] for k in s.kids(v, "aux")} & {"would", "will", "be", "should"}
            return bool(later) and s.words[v] in _TAKING_DOWN
        return s.deps[noun] == "dobj" and s.words[v] in _TAKING_DOWN

    def its_own(self, noun: int) -> Iterator[tuple[Stand, bool]]:
        """`A's support for X and its opposition to Y`: the second noun is A's too."""
        s = self.s
        for other in s.conjuncts(noun):
            if other > noun and any(s.words[k] in {"its", "their"} for k in s.kids(other, "poss")):
                yield from self.sourced(other, "genitive")

    def contingent(self, noun: int) -> list[Stand] | None:
        """`A's support is contingent on deleting X`: only the condition is a stand (rule 15)."""
        s = self.s
        v = s.heads[noun]
        if s.deps[noun] != "nsubj" or s.words[v] not in BE:
            return None
        for adjective in s.kids(v, "acomp"):
            if s.words[adjective] in {"contingent", "conditional", "dependent"}:
                contents = self.contents.of(s.kids(adjective, "prep"))
                return self.predicates.composed("propose", noun, s.cues[noun], contents, False)
        return None

    def stands_of(self, noun: int, reading: Cue) -> list[Stand]:
        """What a stance noun says; the verb it hangs on may say of what, or that it is missing."""
        s = self.s
        own = self.predicates.noun_zone(noun, None)
        across = () if own else self.across(noun)
        heads = [k for k in across if s.heads[k] not in across]
        contents = self.contents.of(heads) if across and reading.stance != "concern" else []
        if contents:
            outer = "prefer" if reading.op == "prefer" else reading.stance
            none = any(s.words[k] in {"no", "little"} for k in s.kids(noun, "det", "amod"))
            stands = self.predicates.composed(outer, noun, s.cues[noun], contents, none)
        else:
            stands = self.predicates.noun_stands(noun, reading, own or across, None)
        head = s.heads[noun]
        if s.words[head] in _LACKING and s.deps[noun] in {"dobj", "pobj"}:
            turned = (self.predicates.flipped(x) for x in stands)
            stands = [x for x in turned if x is not None]
        received = not own and s.deps[noun] == "dobj" and s.words[head] in _RECEIVING
        if received and any(self.spoke(k, head) for k in self.receivers(head)):
            return [replace(x, bare=True) for x in stands]
        return stands

    def receivers(self, v: int) -> list[int]:
        """Who or what `won support`: the verb's subject, or that of the verb it stands beside."""
        s, at = self.s, v
        while s.deps[at] in {"conj", "ccomp", "xcomp"} and s.kid(v, "nsubj") is None:
            at = s.heads[at]
            if any(s.is_actor(k) for k in s.kids(at, "nsubj")):
                break
        return s.kids(at, "nsubj")

    def spoke(self, subject: int, v: int) -> bool:
        """Whether who received something has said something in the same sentence."""
        return self.s.is_actor(subject) and self.s.heads[subject] != v

    def across(self, noun: int) -> tuple[int, ...]:
        """What a stance noun is about when its verb says so: `X met opposition from A`."""
        s = self.s
        head = s.heads[noun]
        if s.deps[noun] == "pobj" and s.words[head] == "with":
            # "X met with resistance from A".
            head = s.heads[head]
            if s.words[head] in _RECEIVING:
                return below(s, s.kids(head, "nsubj", "nsubjpass"))
            return ()
        if s.deps[noun] == "dobj" and s.words[head] in _RECEIVING | _LACKING:
            return below(s, [k for k in self.receivers(head) if not self.spoke(k, head)])
        if s.deps[noun] == "dobj" and (s.deps[head] == "conj" or s.kid(head, "nsubj") is not None):
            # "welcomed a paper by A on X": the parser hangs "on X" on the verb.
            return below(s, [k for k in s.kids(head, "prep") if k > noun and self.is_about(k)])
        if s.deps[noun] in {"nsubj", "nsubjpass"} and s.words[head] not in AGENT_WORDS:
            return below(
                s,
                [k for k in s.kids(head, "prep") if not self.predicates.is_source(k) and k > head],
            )
        return ()

    def is_alike(self, noun: int, reading: Cue) -> bool:
        """Whether the noun only looks like a proposal: `the text from A was long`.

        "Text", "draft" or "paper" are put forward only where something is said of what is in
        them, or of their being put forward or received.
        """
        s = self.s
        if any(s.words[k] in _PENDING for k in s.kids(noun, "amod", "prep", "acl")):
            return True
        if is_awaited(s, noun) or is_conduct(s, noun) or is_courted(s, noun, reading):
            return True
        if reading.stance != "propose":
            return False
        if s.words[noun] in {"proposal", "proposals", "offer", "offers"} and self.is_of(noun):
            return True
        if reading.light:
            return False
        if self.predicates.noun_zone(noun, None):
            return False
        head = s.heads[noun]
        return s.deps[noun] in {"nsubj", "nsubjpass"} and s.words[head] in BE

    def is_of(self, noun: int) -> bool:
        """`proposal of marriage`: "of" and a plain thing that is no figure, text or topic."""
        s = self.s
        things = [k for p in s.kids(noun, "prep") if s.words[p] == "of" for k in s.kids(p, "pobj")]
        topical = {s.unit_of(t) for span in s.topics for t in range(span.start, span.end)}
        return bool(things) and all(
            s.units[k].kind == "word"
            and not s.doc[s.units[k].start].like_num
            and not topical & set(s.subtree(k))
            and not any(s.units[u].kind != "word" for u in s.subtree(k))
            for k in things
        )

    def asked(self, noun: int) -> list[Stand]:
        """`At the request of A, X was deleted`: A asked for what was done."""
        s = self.s
        prep = s.heads[noun]
        if s.deps[noun] != "pobj" or s.words[prep] not in _REQUESTS or s.deps[prep] != "prep":
            return []
        reading = self.predicates.noun(noun)
        v = s.heads[prep]
        if reading is None or reading.stance != "propose" or s.is_nominal(v):
            return []
        if self.predicates.noun_zone(noun, None) or (s.words[prep] == "on" and prep > v):
            return []
        taken = [c for k in s.kids(v, "nsubjpass") for c in self.contents.operation(k)]
        votes = [c for c in taken if c.value == "vote"]
        if votes and not votes[0].zone:
            on = below(s, [k for k in s.kids(v, "prep") if s.words[k] == "on"])
            votes = [replace(votes[0], zone=on)] if on else []
        contents = self.contents.operation(v) or votes
        stands = self.predicates.composed("propose", noun, s.cues[noun], contents, False)
        return [x.by("noun-operation") for x in stands]

    def source(self, prep: int) -> Iterator[tuple[Stand, bool]]:
        """`X was opposed by A`, `opposition from A`, `a proposal by A`, `came from A`."""
        s = self.s
        head = s.heads[prep]
        first = self.first_agent(prep) if s.words[prep] == "by" else None
        if first is not None:
            yield from ((x, False) for x in self.second_agent(prep, first))
            return
        if s.words[prep] == "of" and self.is_standpoint(head):
            yield from ((x, False) for x in self.viewed(head))
            return
        if s.words[prep] == "by" and prep < head and s.deps[prep] == "agent":
            # "an amendment by A had been withdrawn": the parser hangs "by A" on the verb.
            nouns = [k for k in s.kids(head, "nsubjpass", "nsubj") if k < prep]
            if nouns and self.predicates.noun(nouns[0]) is not None:
                head = nouns[0]
        if s.words[prep] == "by" and s.kid(head, "auxpass", "nsubjpass") is None:
            # "supported the proposal by A": the parser hangs "by A" on the active verb.
            nouns = [k for k in s.kids(head, "dobj") if k < prep and self.predicates.noun(k)]
            head = nouns[-1] if nouns else head
        is_agent = s.deps[prep] == "agent" or s.words[head].endswith("ed")
        if s.words[prep] == "by" and is_agent and head == s.heads[prep]:
            if is_unreal(s, head):
                return
            named = s.deps[head] == "acl"  # "the text proposed by A": once is enough (rule 17).
            yield from ((x, named and x.stance == "propose") for x in self.agent(head))
            yield from ((x, False) for x in self.same_agent(head))
            return
        noun = self.source_noun(head, prep)
        if noun is None:
            above = self.passive_above(prep) if s.words[prep] == "by" else None
            for stand in self.agent(above, head) if above is not None else ():
                # Beside an agent of the verb's own, only who calls the text something else.
                if s.kid(above or 0, "agent") is None or stand.rule == "passive-called":
                    yield stand, False
            return
        reading = self.predicates.noun(noun)
        if reading is not None and not only_seems(s, noun, prep, reading):
            yield from self.sourced(noun, "noun-source")

    def same_agent(self, v: int) -> Iterator[Stand]:
        """`X was called weak by A, and its deletion was requested`: requested by A as well."""
        s = self.s
        for other in s.kids(v, "conj"):
            readings = s.readings(other, "verb")
            subjects = s.kids(other, "nsubjpass")
            if (
                readings
                and readings[0].stance == "propose"
                and s.kid(other, "auxpass") is not None
                and s.kid(other, "agent") is None
                and not any(s.words[k] == "by" for k in s.children[other])
                and any(s.words[p] in {"its", "their"} for k in subjects for p in s.kids(k, "poss"))
            ):
                yield from self.agent(other)

    def first_agent(self, prep: int) -> int | None:
        """The "by" before that of `by A and by B`, `by A, but not by B`."""
        s = self.s
        head = s.heads[prep]
        if s.deps[prep] == "conj":
            return head
        before = [k for k in s.kids(head, "agent", "prep") if k < prep and s.words[k] == "by"]
        return before[0] if before and s.words[prep - 1] == "not" else None

    def second_agent(self, prep: int, head: int) -> Iterator[Stand]:
        """`agreed to by A and by B, but not by C`."""
        s = self.s
        first = head
        while s.deps[first] == "conj":
            first = s.heads[first]
        against = s.words[prep - 1] == "not" or any(
            s.deps[k] == "neg" or s.words[k] == "not" for k in s.kids(first, "neg")
        )
        for stand in self.agent(s.heads[first]):
            turned = self.predicates.flipped(stand) if against else stand
            if turned is not None:
                yield turned

    def source_noun(self, head: int, prep: int) -> int | None:
        """The stance noun that `from A` belongs to."""
        s = self.s
        if self.predicates.noun(head) is not None:
            if not any(s.is_actor(k) for k in s.kids(head, "poss")):
                return head
            # "no support for B's proposal from A": the proposal has its owner already.
            above = s.heads[s.heads[head]] if s.deps[head] == "pobj" else head
            return above if above != head and self.predicates.noun(above) is not None else None
        if s.words[head] in _RECEIVING:
            return next(
                (k for k in s.kids(head, "dobj", "nsubjpass") if self.predicates.noun(k)), None
            )
        if s.words[head] in _ARISING:
            return next(
                (k for k in s.kids(head, "nsubj", "attr", "nsubjpass") if self.predicates.noun(k)),
                None,
            )
        return None

    def putting_forward(self, v: int) -> Iterator[tuple[Stand, bool]]:
        """`the proposal that A had made on X`: A is its owner."""
        s = self.s
        if s.words[v] not in MAKING or s.deps[v] != "relcl" or s.kid(v, "auxpass") is not None:
            return
        noun = s.heads[v]
        reading = self.predicates.noun(noun)
        if reading is None or reading.stance != "propose":
            return
        about = [k for k in s.kids(v, "prep") if self.is_about(k)]
        zone = self.predicates.noun_zone(noun, None) or below(s, about)
        for stand in self.predicates.noun_stands(noun, reading, zone, None):
            yield stand.by("owner"), True
