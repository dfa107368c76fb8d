"""Gapped clauses: "A preferred option 1, and B option 2"; "A wanted 60; B, 40"."""

from collections.abc import Sequence
from dataclasses import replace

from ahcextract.linking.parse import Sentence
from ahcextract.linking.statements import Statement

_LINKS = frozenset({",", ";", "and", "while", "but", "whereas"})
_ENDS = frozenset({";", ".", "while", "whereas"})
_NO_OBJECT = frozenset(
    {"not", "too", "also", "likewise", "did", "do", "does", "could", "would", "will", "as"}
)


class Gapping:
    """Reads clauses whose verb is that of the clause before."""

    def __init__(self, sentence: Sentence) -> None:
        self.s = sentence

    def read(self, statements: Sequence[Statement]) -> list[Statement]:
        """`statements` with the gapped ones; what stands in a gap is nobody else's object."""
        out = list(statements)
        for index, unit in enumerate(self.s.units):
            if unit.kind != "actors" or any(x.place == index for x in out):
                continue
            before = [x for x in out if x.place < index and x.stand.zone and not x.first_mention]
            zone = self.remnant(index)
            if not before or not zone:
                continue
            last = max(before, key=lambda x: (x.stand.cue, x.place))
            if last.stand.cue[0] >= unit.start:
                continue
            same = [x for x in before if x.stand.cue == last.stand.cue and x.place == last.place]
            if len(same) > 1 and len({x.stand.stance for x in same}) > 1:
                continue
            out = [self.without(x, index) if x.place < index else x for x in out]
            stand = replace(last.stand, zone=zone, rule="gapping")
            out.append(Statement(unit.members, stand, index))
        return out

    def remnant(self, a: int) -> tuple[int, ...]:
        """What is left of a gapped clause behind its actor at unit `a`: its object, no verb."""
        s = self.s
        before = s.words[a - 1] if a else ""
        if before not in _LINKS:
            return ()
        start = a + 1
        if start < len(s.units) and s.words[start] == ",":
            start += 1
        end = start
        while end < len(s.units) and s.words[end] not in _ENDS and not self.next_clause(end):
            end += 1
        zone = tuple(range(start, end))
        while zone and s.words[zone[-1]] in {",", "and"}:
            zone = zone[:-1]
        if not zone or s.words[zone[0]] in _NO_OBJECT or len(zone) > 8:
            return ()
        if any(s.readings(u, "verb", "predicative") for u in zone) or any(
            s.deps[u] in {"aux", "auxpass"} for u in zone
        ):
            return ()
        named = any(
            s.units[u].kind in {"provisions", "quote"} or s.doc[s.units[u].start].like_num
            for u in zone
        )
        return (
            zone
            if named or any(s.deps[u] in {"npadvmod", "appos", "conj", "dobj"} for u in zone)
            else ()
        )

    def next_clause(self, at: int) -> bool:
        """Whether another actor's clause begins at unit `at`."""
        s = self.s
        return (
            at + 1 < len(s.units)
            and s.words[at] in {",", "and"}
            and (
                s.is_actor(at + 1)
                or (s.words[at + 1] == "and" and at + 2 < len(s.units) and s.is_actor(at + 2))
            )
        )

    def without(self, statement: Statement, border: int) -> Statement:
        """The statement without what stands behind the gapped actor."""
        zone = tuple(u for u in statement.stand.zone if u < border)
        while zone and self.s.words[zone[-1]] in _LINKS:
            zone = zone[:-1]
        if not zone or zone == statement.stand.zone:
            return statement
        return replace(statement, stand=replace(statement.stand, zone=zone))
