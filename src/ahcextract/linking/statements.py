"""Who takes which stand in one parsed sentence: from the place of actors to statements."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ahcextract.linking.anaphora import ORDINAL
from ahcextract.linking.ascribed import Ascribed
from ahcextract.linking.naming import is_topic_name
from ahcextract.linking.owners import is_proposal
from ahcextract.linking.stand import Stand
from ahcextract.linking.units import Member
from ahcextract.linking.unreal import is_past_mind, is_unreal, turned_out
from ahcextract.linking.words import AGENT_WORDS, HYPOTHETICAL, OFFICE, OWN, VIEWS

_PRONOUNS = frozenset({"they", "he", "she", "latter", "former"})
_GROUPS = frozenset(
    "delegation delegations delegate delegates representative representatives group groups country "
    "countries state states minister ambassador envoy adviser advisor".split()
)
_HOMES = frozenset(
    "government country ministry capital minister ambassador envoy delegate delegation "
    "representative spokesman spokeswoman spokesperson".split()
)
_BY = frozenset({"by", "from", "of", "among", "amongst", "between"})
# "Acceptable to both", "opposed by both", "acceptable to neither".
_GOVERNED = frozenset({"both", "neither"})
_RELATIVE = frozenset({"which", "who", "that"})
# Labels of what may stand for actors; most words have others.
_STANDING = frozenset({"nsubj", "nsubjpass", "pobj", "poss"})
# What no text does: "it would prefer X" is somebody's wish.
_MINDED = frozenset(
    "like wish want prefer oppose reject accept agree insist propose suggest resist object".split()
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A stand and the actors who take it.

    Attributes:
        members: the actors; empty where a pronoun stands for them.
        stand: what they say.
        place: unit that names them.
        pronoun: the pronoun that stands for them, lower case.
        first_mention: only the first time in an issue (guidelines 4, rule 17).
    """

    members: tuple[Member, ...]
    stand: Stand
    place: int
    pronoun: str | None = None
    first_mention: bool = False


class Statements(Ascribed):
    """Who takes which stand in one parsed sentence; one sentence."""

    def read(self) -> list[Statement]:
        """All statements, in the order of the actors' places."""
        s = self.s
        found: list[Statement] = []
        for index, unit in enumerate(s.units):
            if unit.kind == "actors":
                found.extend(self.actor(index, unit.members))
            elif s.deps[index] in _STANDING and self.stands_for_actors(index):
                found.extend(self.pronoun(index))
        for index, member in sorted(s.adjectives.items()):
            found.extend(self.adjective(index, member))
        return found

    def actor(self, a: int, members: tuple[Member, ...]) -> Iterator[Statement]:
        """Statements of the actor list at unit `a`, by its place in the sentence."""
        s = self.s
        if self.describes(a):
            return
        beside = s.deps[a] in {"conj", "appos"} and s.is_actor(s.heads[a])
        a_place = s.heads[a] if beside else a
        stands = list(self.at_place(a_place, a))
        if not stands:
            stands = self.adjacent(a)
        if stands:
            members = self.on_behalf(a, members)
        if a and s.words[a - 1] == "neither":
            turned = [(self.predicates.flipped(x), first) for x, first in stands]
            stands = [(x, first) for x, first in turned if x is not None]
        for stand, first in stands:
            yield Statement(members, stand, a, first_mention=first)

    def on_behalf(self, a: int, members: tuple[Member, ...]) -> tuple[Member, ...]:
        """`A made a statement on behalf of B`: B speaks, through A; an unknown B is a phrase."""
        s = self.s
        for at in range(len(s.units) - 2):
            if (
                at + 2 != a
                and s.words[at] in {"behalf", "speaking", "intervening"}
                and (s.words[at + 1] in {"of", "for"} and s.is_actor(at + 2))
            ):
                if len(members) != 1 or members[0].spoken_by or members[0].on_behalf_of:
                    return members
                others = s.units[at + 2].members
                known = [m for m in others if m.ref.form not in {"collective", "unknown"}]
                if known:
                    by = members[0].ref.id
                    return tuple(replace(m, spoken_by=by) for m in known)
                start, end = s.units[at + 2].start, s.units[at + 2].end
                return (replace(members[0], on_behalf_of=s.doc[start:end].text),)
        return members

    def at_place(self, a: int, itself: int) -> Iterator[tuple[Stand, bool]]:
        """Stands by the syntactic place of unit `a`."""
        s = self.s
        dep, head = s.deps[a], s.heads[a]
        if dep in {"nsubj", "nsubjpass"}:
            yield from self.of_subject(a, head)
        elif dep == "poss" or (
            dep in {"compound", "nmod", "amod"}
            and (self.is_genitive(itself) or is_proposal(s, head))
        ):
            yield from self.owned(head)
        elif dep == "pobj" and s.words[head] == "by" and s.words[s.heads[head]] == "joined":
            yield from ((x, False) for x in self.joined_by(s.heads[head]))
        elif dep == "pobj" and s.words[head] in _BY:
            yield from self.from_each(head)
        elif dep == "pobj" and s.words[head] == "to" and s.words[s.heads[head]] == "according":
            yield from ((x, False) for x in self.according(s.heads[head]))
        elif dep == "pobj" and s.words[head] in {"for", "to"}:
            yield from ((x, False) for x in self.judge(head))
        elif dep == "pobj" and s.words[head] in {"with", "in"}:
            yield from self.company(a, head)
        elif dep in {"dobj", "attr"}:
            yield from ((x, False) for x in self.roll_call(a))
            yield from ((x, False) for x in self.predicates.impact(head))
            yield from ((x, False) for x in self.joined_in(a, head))
        elif dep == "conj" and s.deps[head] in {"nsubj", "nsubjpass"} and not s.is_actor(head):
            # "many delegates and A said": the list hangs on a noun that is no actor.
            yield from ((x, False) for x in self.subject(s.heads[head]))
        yield from ((x, False) for x in self.nobody_but(head))
        yield from ((x, False) for x in self.relative_clause(a))

    def relative_clause(self, a: int) -> Iterator[Stand]:
        """`by A, which opposed X`; "X did not convince A, which feared Y" tells why it did not."""
        s = self.s
        if s.deps[a] == "dobj" and self.predicates.impact(s.heads[a]):
            return
        for clause in s.kids(a, "relcl", "acl"):
            subject = s.kid(clause, "nsubj", "nsubjpass")
            own = subject is None or s.words[subject] in _RELATIVE
            if own and not is_past_mind(s, clause):
                yield from (x.by("relative-clause") for x in self.chain(clause))

    def company(self, a: int, prep: int) -> Iterator[tuple[Stand, bool]]:
        """`with A opposing X`, `found favour with A`, `agreed with A`, `found friends in A`."""
        if self.s.words[prep] == "with":
            yield from ((x, False) for x in self.with_clause(a, prep))
            yield from self.agreed_with(prep)
        yield from ((x, False) for x in self.favour_with(prep))

    def joined_by(self, v: int) -> Iterator[Stand]:
        """`A opposed X and was joined by B`, `it was joined by B`: B shares the stand."""
        s = self.s
        if s.kid(v, "auxpass") is None:
            return
        subject = s.kid(v, "nsubjpass", "nsubj")
        if subject is None and s.deps[v] == "conj":
            # "asked that X be deleted and was joined": the parser hangs it on what is asked.
            above = s.heads[v]
            while s.deps[above] in {"ccomp", "conj", "xcomp", "advcl"}:
                above = s.heads[above]
            subject = s.kid(above, "nsubj")
        if subject is not None and (s.is_actor(subject) or s.words[subject] in _PRONOUNS | {"it"}):
            span = (s.units[v].start, s.units[v + 1].end)
            yield Stand("with", span, span[0], (), rule="bare", bare=True, direct=True)

    def of_subject(self, a: int, head: int) -> Iterator[tuple[Stand, bool]]:
        """Stands of a subject at unit `a`, wherever it stands: `among the critics was A`."""
        stands = list(self.subject(head))
        yield from ((x, x.rule == "owner") for x in stands)
        if not stands:
            yield from self.putting_forward(head)
        if a > head:
            yield from ((x, False) for x in self.roll_call(a))

    def subject(self, v: int) -> Iterator[Stand]:
        """Stands of a subject: its verb, verbs coordinated to it, participles beside it."""
        s = self.s
        if any(s.words[k] in HYPOTHETICAL for k in s.kids(v, "mark", "advmod")):
            yield from self.predicates.held(v)
            if not turned_out(s, v):
                return
        if is_unreal(self.s, v):
            return
        for clause in s.kids(v, "advcl"):
            if clause < v and self.is_participle(clause) and not self.is_ground(clause):
                yield from self.participle(clause)
        yield from self.chain(v)
        for clause in s.kids(v, "advcl"):
            if clause > v and self.is_participle(clause):
                yield from self.participle(clause)

    def is_participle(self, clause: int) -> bool:
        """Whether a clause is an `-ing` phrase without subject or conjunction."""
        s = self.s
        if not s.words[clause].endswith("ing") or s.kid(clause, "nsubj", "aux") is not None:
            return False
        return all(s.words[k] == "while" for k in s.kids(clause, "mark"))

    def chain(self, v: int) -> Iterator[Stand]:
        """Stands of a verb and of those coordinated to it without a subject of their own."""
        s = self.s
        yield from self.predicates.verb(v)
        for other in s.kids(v, "conj"):
            if other > 0 and s.is_actor(other - 1):
                continue
            if (
                s.words[other].endswith("ing")
                and s.words[other - 1] in {"and", "or"}
                and not (s.words[v].endswith("ing"))
            ):
                continue  # "highlighted saving X and moving to Y": a second thing highlighted.
            if s.kid(other, "nsubj", "nsubjpass", "expl") is None:
                yield from self.chain(other)

    def stands_for_actors(self, index: int) -> bool:
        """`they`, `both countries`, `the delegation`, and `it` where it opposes or proposes."""
        s = self.s
        word = s.words[index]
        if s.units[index].kind != "word":
            return False
        if word in _PRONOUNS or self.is_view(index):
            return True
        if s.deps[index] == "pobj" and word in _GOVERNED:
            return s.words[s.heads[index]] in {"to", "for", "by"}
        if s.deps[index] != "nsubj":
            return False
        det = {s.words[k] for k in s.kids(index, "det", "amod", "predet", "nummod")}
        if word in _HOMES and s.kid(index, "poss") is not None:
            return any(s.words[k] in OWN for k in s.kids(index, "poss"))
        if word in _GROUPS:
            named = s.kid(index, "compound", "nmod") is not None
            # "Its delegate": of whoever spoke before.
            det |= {"the" for k in s.kids(index, "poss") if s.words[k] in OWN and word in OFFICE}
            return not named and bool(det & {"the", "both", "these", "same", "two", "this"})
        if word == "both":
            return s.kid(index, "prep") is None
        readings = s.readings(s.heads[index], "verb") if word == "it" else []
        return any(r.form in {"ed", "s"} or r.lemma in _MINDED for r in readings)

    def is_view(self, index: int) -> bool:
        """`in its opinion`, `to their mind`."""
        s = self.s
        noun = s.heads[index]
        owned = s.deps[index] == "poss" and s.words[index] in OWN - {"our", "my"}
        if not owned or s.words[noun] not in VIEWS or s.deps[noun] != "pobj":
            return False
        return s.words[s.heads[noun] - 1] not in _RELATIVE  # "X, which in its view …"

    def pronoun(self, index: int) -> Iterator[Statement]:
        """`They opposed X`: statements of whoever was meant before."""
        s = self.s
        head, word = s.heads[index], s.words[index]
        if self.is_view(index):
            for stand in self.standpoint(s.heads[head]):
                yield Statement((), stand, index, pronoun=word)
            return
        if s.deps[index] == "pobj" and word in _GOVERNED:
            for stand, _ in self.at_place(index, index):
                turned = self.predicates.flipped(stand) if word == "neither" else stand
                if turned is not None:
                    yield Statement((), turned, index, pronoun="both")
            return
        each = word in ORDINAL and s.words[head].endswith("ing")
        if s.deps[index] not in {"nsubj", "nsubjpass"} or not (each or self.is_main(head)):
            return
        word = "delegation" if word in _HOMES and s.kid(index, "poss") is not None else word
        if word in _GROUPS and any(s.words[k] in {"both", "two"} for k in s.children[index]):
            word = "both"
        for stand in self.subject(head):
            yield Statement((), stand, index, pronoun=word)

    def is_main(self, v: int) -> bool:
        """Whether the verb is that of a main clause."""
        s = self.s
        while s.deps[v] == "conj":
            v = s.heads[v]
            if any(s.is_actor(k) for k in s.kids(v, "nsubj")):
                return True  # "said that A opposed X and that it wants Y"
        if s.deps[v] in {"ccomp", "parataxis"}:
            # Main clauses in a row: the parser hangs one on the other.
            low, high = sorted((v, s.heads[v]))
            low = 0 if s.deps[v] == "parataxis" else low
            return not {";", ":"}.isdisjoint(s.words[low:high])
        return s.deps[v] == "ROOT"

    def adjective(self, index: int, member: Member) -> Iterator[Statement]:
        """`the Mexican proposal`: its owner proposed it, where the issue has not said so before."""
        s = self.s
        noun = s.heads[index]
        reading = self.predicates.noun(noun)
        said = reading is not None and reading.light and reading.stance != "neutral"
        apart = s.deps[index] not in {"amod", "compound", "nmod"}
        if apart or not said or is_topic_name(s, index, noun):
            return
        for stand, first in self.owned(noun):
            yield Statement((member,), stand, index, first_mention=first)

    def adjacent(self, a: int) -> list[tuple[Stand, bool]]:
        """Actors right before a finite cue verb that the parser has not tied to them."""
        s = self.s
        at = a + 1
        while at < len(s.units) and (
            s.words[at] in AGENT_WORDS or (s.words[at].endswith("ly") and s.cue(at) is None)
        ):
            at += 1
        if (
            at >= len(s.units)
            or s.deps[at] in {"advmod", "prep", "prt"}
            or (s.is_nominal(at) and s.deps[at] != "ROOT")
        ):
            return []
        readings = s.readings(at, "verb")
        if not readings or readings[0].form not in {"ed", "s", "base"}:
            return []
        if s.kid(at, "nsubj", "nsubjpass", "agent") is not None or s.deps[a] in {
            "pobj",
            "dobj",
            "poss",
        }:
            return []
        return [(x.by("adjacent"), False) for x in self.chain(at)]
