"""Stands said "to" or "with" somebody: "according to A", "unacceptable to A", "favour with A"."""

from collections.abc import Iterator

from ahcextract.linking.parse import CueAt
from ahcextract.linking.references import is_text
from ahcextract.linking.rolls import Rolls
from ahcextract.linking.stand import Stand
from ahcextract.linking.trees import below

# What a text finds with those who are for it.
_FRIENDS = frozenset(
    "friend friends ally allies supporter supporters backer backers follower followers taker "
    "takers advocate advocates champion champions defender defenders".split()
)
_NO = frozenset({"no", "few", "hardly"})


class Ascribed(Rolls):
    """Stands of those to whom a clause is ascribed; one sentence."""

    def judge(self, prep: int) -> Iterator[Stand]:
        """`For A, X is premature`; `X was unacceptable to A`."""
        s = self.s
        v = s.heads[prep]
        while s.deps[v] in {"acomp", "attr", "prep", "pobj"}:
            v = s.heads[v]
        subject = s.kid(v, "nsubj", "nsubjpass")
        if prep < v and subject is not None and is_text(s, (subject,)):
            # "For A, the list serves no purpose and should go."
            cue = CueAt(prep, prep + 1, (), (s.units[prep].start, s.units[prep].end))
            for each in s.conjuncts(v):
                yield from (x.by("judge") for x in self.predicates.said(prep, cue, each, 1))
            return
        for content in self.contents.evaluation(v):
            span = s.tokens(range(*content.cue))
            if span:
                yield Stand(content.value, span, span[0], content.zone, content.negated,
                            rule="judge")  # fmt: skip

    def according(self, head: int) -> Iterator[Stand]:
        """`According to A, X should be deleted`."""
        s = self.s
        v = s.heads[head]
        at = s.units[head].start
        cue = CueAt(head, head + 2, (), (at, at + 2))
        stands = [x for each in s.conjuncts(v) for x in self.predicates.said(head, cue, each, 1)]
        if not stands and any(s.words[k] == "could" for k in s.kids(v, "aux")):
            stands = [Stand("propose", (at, at + 2), at, below(s, [v], [head]))]
        yield from (x.by("according") for x in stands)

    def favour_with(self, prep: int) -> Iterator[Stand]:
        """`X found favour with A`: whom something finds favour with supports it."""
        s = self.s
        head = s.heads[prep]
        verb = s.heads[head] if s.deps[head] == "dobj" else head
        if s.words[verb] not in {"find", "finds", "found"}:
            return
        for noun in s.kids(verb, "dobj"):
            reading = self.predicates.noun(noun)
            if s.words[noun] in _FRIENDS and (subject := s.kid(verb, "nsubj")) is not None:
                # "Found friends in A", "found an ally in A": where it found none, nothing is said.
                none = s.kid(verb, "neg") or any(s.words[k] in _NO for k in s.children[noun])
                span = (s.units[verb].start, s.units[verb].end)
                zone = below(s, [subject])
                if not none and not s.is_actor(subject):
                    yield Stand("support", span, span[0], zone, direct=True, rule="noun-source")
            elif reading is not None and reading.stance == "support":
                for stand in self.stands_of(noun, reading):
                    turned = self.predicates.flipped(stand) if s.kid(verb, "neg") else stand
                    if turned is not None:
                        yield turned.by("noun-source")
