"""Stands that are fronted or said "to" somebody: "according to A", "for A", "unacceptable to A"."""

from collections.abc import Iterator

from ahcextract.linking.parse import CueAt
from ahcextract.linking.references import is_text
from ahcextract.linking.rolls import Rolls
from ahcextract.linking.stand import Stand
from ahcextract.linking.trees import below


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
