"""Actors behind those of whom a stance is said: "among the critics of X were A and B"."""

from collections.abc import Iterator
from dataclasses import replace

from ahcextract.linking.content import BE
from ahcextract.linking.sources import Sources
from ahcextract.linking.stand import Stand
from ahcextract.linking.trees import below, move

_INCLUDING = frozenset({"include", "includes", "included", "comprised", "numbered"})
_STANDING = frozenset({"stood", "stands", "spoke", "came"})
_RELATIVE = frozenset({"that", "who", "which"})
_EACH = frozenset({"one", "other", "another", "second", "third"})
_JOINING = frozenset({"join", "joins", "joined", "joining"})
_AGREEING = frozenset({"agree with", "concur with", "agree", "concur"})
_FARTHEST = 5
_EXCEPT = frozenset({"but", "except", "save", "besides"})
_NOBODY = frozenset({"nobody", "none", "one", "no-one"})


class Rolls(Sources):
    """Actors behind those of whom a stance is said; one sentence."""

    def roll_call(self, a: int) -> Iterator[Stand]:
        """`Supporters of X included A and B`; `opposed to X were A and B`; `it was A that …`."""
        s = self.s
        v, dep = s.heads[a], s.deps[a]
        if dep not in {"dobj", "attr", "nsubj"} or s.words[v] not in BE | _INCLUDING | _STANDING:
            return
        if s.words[v] in BE and s.deps[v] in {"aux", "auxpass"} and a > v > s.heads[v]:
            # "Opposed to X were A", "objecting to X were A": the participle has become the verb.
            yield from (x.by("roll-call") for x in self.participle_first(s.heads[v]))
            return
        for clause in s.kids(v, "csubj", "advcl", "amod", "acomp", "nsubjpass"):
            if clause < v < a and (s.readings(clause, "verb", "predicative")):
                yield from (x.by("roll-call") for x in self.called_up(clause, v))
        for prep in s.kids(v, "prep"):
            # "Behind X were A and B"; "in favour of X was A".
            found = s.cue(prep)
            if prep < v < a and found and any(r.kind == "predicative" for r in found.readings):
                yield from (x.by("roll-call") for x in self.predicates.standing_for(found))
        if dep == "nsubj":
            return
        for noun in self.named_before(v):
            yield from (x.by("roll-call") for x in self.those(noun))
        if any(s.words[k] == "it" for k in s.kids(v, "nsubj")):
            for clause in s.kids(v, "ccomp", "relcl", "advcl"):
                subject = s.kid(clause, "nsubj")
                if clause > a and subject is not None and s.words[subject] in _RELATIVE:
                    yield from (x.by("roll-call") for x in self.predicates.verb(clause))

    def participle_first(self, v: int) -> list[Stand]:
        """`Opposed to X were A and B`; but of `Asked to explain were A and B` others asked them."""
        s = self.s
        asked = {"propose", "neutral"} & {r.stance for r in s.readings(v, "verb")}
        return [] if asked and s.words[v].endswith("ed") else self.predicates.verb(v)

    def called_up(self, clause: int, v: int) -> list[Stand]:
        """`Also opposing X was A`, `opposed to X was A`: the participle's own stand."""
        found = self.predicates.verb(clause)
        return found or [x for x in self.predicates.predicative(v) if x.zone]

    def named_before(self, v: int) -> list[int]:
        """`supporters of X were`, `among those opposing X were`: nouns before the verb."""
        s = self.s
        nouns = [k for k in s.kids(v, "nsubj") if k < v]
        for prep in s.kids(v, "prep"):
            if prep < v and s.words[prep] in {"among", "amongst"}:
                nouns.extend(s.kids(prep, "pobj"))
        return nouns

    def those(self, noun: int) -> Iterator[Stand]:
        """`supporters of X`, `those opposing X`, `those against X`: what the noun says of them."""
        s = self.s
        reading = self.predicates.noun(noun)
        if reading is not None and not reading.light:
            zone = self.predicates.noun_zone(noun, None)
            yield from self.predicates.noun_stands(noun, reading, zone, None)
        for clause in s.kids(noun, "acl", "relcl"):
            for each in s.conjuncts(clause):  # "those who rejected X and now accept it"
                yield from self.predicates.verb(each)
        for prep in s.kids(noun, "prep"):
            found = s.cue(prep)
            if found is not None and any(r.kind == "predicative" for r in found.readings):
                yield from self.predicates.standing_for(found)

    def with_clause(self, a: int, prep: int) -> Iterator[Stand]:
        """`with A opposing`, `with A in favour`: a clause without a finite verb."""
        s = self.s
        for clause in s.kids(a, "acl", "relcl"):
            yield from (x.by("with-clause") for x in self.predicates.verb(clause))
        for clause in s.kids(prep, "pcomp"):
            yield from (x.by("with-clause") for x in self.predicates.verb(clause))

    def joined_in(self, a: int, v: int) -> Iterator[Stand]:
        """`A joined B in calling for X`: so does B."""
        s = self.s
        if s.words[v] not in _JOINING or s.deps[a] != "dobj":
            return
        for clause in self.predicates.joined(v):
            yield from (x.by("one-of") for x in self.predicates.verb(clause))

    def agreed_with(self, prep: int) -> Iterator[tuple[Stand, bool]]:
        """`A agreed with B that X should go`: B thinks so, too."""
        s = self.s
        v = s.heads[prep]
        cue = s.cue(v)
        if cue is None or not any(r.lemma in _AGREEING for r in cue.readings):
            return
        for clause in s.kids(v, "ccomp"):
            if clause > prep and any(s.words[k] == "that" for k in s.kids(clause, "mark")):
                yield from ((x, True) for x in self.predicates.said(v, cue, clause, 1))

    def participle(self, clause: int) -> Iterator[Stand]:
        """`opposing X`; what only gives grounds ("noting Y", "saying X is premature") is none."""
        noting = self.is_ground(clause) and self.s.kid(clause, "ccomp") is not None
        for stand in [] if noting else self.predicates.verb(clause):
            if stand.stance != "neutral" and not stand.rule.startswith(("said", "called")):
                yield stand.by("participle")

    def is_ground(self, clause: int) -> bool:
        """`Stressing the need for X, A proposed Y`: why A proposes it, no stand of its own."""
        s = self.s
        readings = s.readings(clause, "verb")
        voiced = any(self.predicates.noun(k) is not None for k in s.kids(clause, "dobj"))
        return bool(readings) and all(r.stance == "neutral" for r in readings) and not voiced

    def from_each(self, prep: int) -> Iterator[tuple[Stand, bool]]:
        """Stands of the actor behind "by" or "from" at `prep`, the first or another one."""
        s = self.s
        if s.words[prep] in {"of", "from"} and s.words[prep - 1] == "not":
            # "It has the support of A, but not of B."
            same = [k for k in range(1, prep) if s.words[k] == s.words[prep]]
            spoken = [k for k in same if any(s.is_actor(x) for x in s.kids(k, "pobj"))]
            for stand, first in self.source(spoken[-1]) if spoken else ():
                turned = self.predicates.flipped(stand)
                if turned is not None and not stand.negated:
                    yield turned, first
            return
        another = self.another(prep)
        again = self.s.deps[prep] == "conj" and self.s.words[self.s.heads[prep]] == "from"
        from_ = self.s.heads[prep] if again else prep
        yield from self.source(from_) if another is None else another

    def another(self, prep: int) -> list[tuple[Stand, bool]] | None:
        """`proposals by A and by B`, `two papers, one by A and the other by B`; None for others."""
        s = self.s
        at = s.heads[prep]
        if s.words[prep] not in {"by", "from"}:
            return None
        if s.words[at] not in _EACH and not (
            s.deps[prep] == "conj" and s.words[at] == s.words[prep]
        ):
            return None
        about = [k for k in s.kids(at, "prep") if s.words[at] in _EACH and self.is_about(k)]
        for _ in range(_FARTHEST):
            at = s.heads[at]
            reading = self.predicates.noun(at)
            if reading is not None and reading.stance == "propose":
                zone = below(s, about)
                own = self.stands_of(at, reading)
                return [(replace(x, zone=zone or x.zone).by("owner"), True) for x in own]
            if s.deps[at] not in {"appos", "conj", "pobj", "prep"}:
                return None
        return None

    def describes(self, a: int) -> bool:
        """`the UK and Australian chambers of trade`: the state only says which chambers."""
        s = self.s
        return any(
            s.units[k].kind == "word"
            and s.kid(k, "det", "nummod", "poss") is None
            and any(m in s.adjectives for x in s.kids(k, "amod", "nmod") for m in s.conjuncts(x))
            and not any(s.cue(x) for x in range(a + 1, k))
            and self.predicates.noun(k) is None
            for k in s.kids(a, "conj", "appos")
        )

    def source(self, prep: int) -> Iterator[tuple[Stand, bool]]:
        """As in `Sources`, and `on the part of A`: A's doubts persist, or there is unease."""
        noun = self.on_the_part(prep)
        if noun is None:
            yield from super().source(prep)
        else:
            yield from self.sourced(noun, "noun-source")

    def on_the_part(self, prep: int) -> int | None:
        """The stance noun that `on the part of A` belongs to."""
        s = self.s
        part = s.heads[prep]
        on = s.heads[part]
        if s.words[part] != "part" or s.words[prep] != "of" or s.words[on] != "on":
            return None
        at = s.heads[on]
        nouns = [at, *s.kids(at, "nsubj", "nsubjpass", "attr", "dobj")]
        noun = next((k for k in nouns if self.predicates.noun(k) is not None), None)
        for about in s.kids(part, "prep"):
            if noun is not None and about > prep:
                move(s, about, noun, "prep")  # "unease on the part of A about X"
        return noun

    def subject(self, v: int) -> Iterator[Stand]:
        """Stands of a subject; statements.py reads them."""
        raise NotImplementedError

    def nobody_but(self, prep: int) -> Iterator[Stand]:
        """`nobody but A objected`, `no one defended X except A`: A did."""
        s = self.s
        if s.words[prep] not in _EXCEPT or s.deps[prep] != "prep":
            return
        at = s.heads[prep]
        v = s.heads[at] if s.words[at] in _NOBODY else at
        subjects = [at, *s.kids(v, "nsubj")]
        if any(s.words[k] in _NOBODY for k in subjects):
            for stand in self.subject(v):
                turned = self.predicates.flipped(stand)
                if turned is not None:
                    yield turned.by("nobody-but")
