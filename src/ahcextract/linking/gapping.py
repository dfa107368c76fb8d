"""Gapped clauses: "A preferred option 1, and B option 2"; "A wanted 60; B, 40"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ahcextract.linking.parse import Sentence
from ahcextract.linking.references import DEFINITE, ORDINALS
from ahcextract.linking.sources import Sources
from ahcextract.linking.stand import Stand
from ahcextract.linking.statements import Statement

_LINKS = frozenset({",", ";", "and", "while", "but", "whereas"})
_ENDS = frozenset({";", ".", "while", "whereas"})
_PASSIVE = frozenset({"passive", "passive-deed", "passive-called", "passive-noun", "gapping"})
_NUMBERED = frozenset("first second third fourth last next other latter former".split())
_NO_ONE = frozenset({"nobody", "no", "none", "neither"})
_LONGEST = 10
_NO_OBJECT = frozenset(
    {"not", "too", "also", "likewise", "did", "do", "does", "could", "would", "will", "as"}
)


_PREPOSITIONS = frozenset({"for", "on", "with", "against"})
# "Not before 2030" says when.
_BOUNDS = frozenset({"before", "until", "after", "above", "below", "over"})


class Gapping:
    """Reads clauses whose verb is that of the clause before."""

    def __init__(self, sentence: Sentence) -> None:
        self.s = sentence

    def sharing(self, statements: Sequence[Statement]) -> list[Statement]:
        """`A supported, while B opposed, X`: a verb without object takes that of the next clause.

        Not of a clause that follows a verb which needs none ("A disagreed, and B backed X").
        """
        out = list(statements)
        for index, (statement, after) in enumerate(pairwise(statements)):
            following = after.stand
            if not statement.stand.bare or following.bare or not following.zone:
                continue
            zone = min(following.zone)
            if zone > statement.place and self.lacks_object(statement, after):
                stand = replace(
                    statement.stand, zone=following.zone, bare=False, rule="shared-object"
                )
                out[index] = replace(statement, stand=stand)
        return out

    def lacks_object(self, statement: Statement, after: Statement) -> bool:
        """Whether the verb must have an object, or a comma sets the next clause's apart."""
        s = self.s
        if ";" in s.words[statement.place : after.place]:
            return False
        if all(s.is_actor(u) for u in after.stand.zone):
            return False  # "B was opposed, and C agreed with B"
        readings = s.readings(s.unit_of(statement.stand.cue[0]), "verb")
        if not any(r.bare and " " not in r.lemma for r in readings):
            return True
        behind = s.unit_of(after.stand.cue[1] - 1) + 1
        return s.words[behind] == "," or after.place == statement.place

    def read(self, statements: Sequence[Statement]) -> list[Statement]:
        """`statements` with the gapped ones; what stands in a gap is nobody else's object."""
        out = list(statements)
        for index in self.s.acting:
            unit = self.s.units[index]
            told = self.told(index, out)
            if told:
                out.extend(told)
                continue
            again = self.repeats(index, out)
            if any(x.place == index for x in out):
                if not (again or self.is_listed(index) or self.is_parallel(index, out)):
                    continue
                out = [x for x in out if x.place != index]
            before = [x for x in out if x.place < index and x.stand.zone and not x.first_mention]
            zone = self.remnant(index, again)
            if not before or not zone:
                continue
            last = max(before, key=lambda x: (x.stand.cue, x.place))
            if last.stand.cue[0] >= unit.start:
                continue
            same = [x for x in before if x.stand.cue == last.stand.cue and x.place == last.place]
            if len(same) > 1 and len({x.stand.stance for x in same}) > 1:
                continue
            out = [self.without(x, index) if x.place < index else x for x in out]
            if not self.names(zone):
                # "A wanted 40 ratifications, B 90": on what A spoke of.
                kept = self.without(last, index).stand.zone
                zone = (*kept, *(u for u in zone if u not in kept))
            out.extend(Statement(unit.members, x, index) for x in self.carried(last.stand, zone))
        return self.passives(out)

    def carried(self, stand: Stand, zone: tuple[int, ...]) -> list[Stand]:
        """The stand of the verb left out on `zone`, or on what is to be done in it."""
        s, v = self.s, self.s.unit_of(stand.head)
        cue = s.cues.get(v)
        if stand.stance == "propose" and cue is not None:
            predicates = Sources(s).predicates
            roots = [u for u in zone if s.heads[u] not in zone]
            contents = [c for c in predicates.contents.of(roots) if c.value != "change"]
            if contents:
                found = predicates.composed("propose", v, cue, contents, False)
                return [x.by("gapping") for x in found]
        return [replace(stand, zone=zone, scope=(), rule="gapping")]

    def told(self, a: int, statements: Sequence[Statement]) -> list[Statement]:
        """`A said that X should stay, B that it should go`: what B said."""
        s = self.s
        if not a or s.words[a - 1] not in _LINKS or s.words[a + 1 : a + 2] != ["that"]:
            return []
        clause = s.heads[a + 1]
        before = [x for x in statements if x.place < a and x.stand.cue[0] < s.units[a].start]
        if clause <= a + 1 or not before or any(x.place == a for x in statements):
            return []
        last = max(before, key=lambda x: (x.stand.cue, x.place)).stand
        v = s.unit_of(last.head)
        cue = s.cues.get(v)
        if cue is None:
            return []
        found = Sources(s).predicates.said(v, cue, clause, 1)
        return [Statement(s.units[a].members, x.by("gapping"), a) for x in found]

    def passives(self, statements: list[Statement]) -> list[Statement]:
        """`X was favoured by A, Y by B and Z by no one`: the verb stands but once."""
        s = self.s
        out = statements
        for by in range(2, len(s.units) - 1):
            if s.words[by] != "by":
                continue
            before = [
                x
                for x in out
                if x.place < by and s.words[x.place - 1] == "by" and x.stand.rule in _PASSIVE
            ]
            zone = self.passive_remnant(by)
            ends = by + 2 >= len(s.units) or s.words[by + 2] in _LINKS | _ENDS
            if not before or not zone or not (ends or s.words[by + 1] in _NO_ONE):
                continue
            last = max(before, key=lambda x: x.place)
            first = min(zone)
            if last.place >= first or self.is_verb_between(last.place, by):
                continue
            out = [
                self.without(x, first) if x.place < first and min(x.stand.zone, default=by) < first
                else x
                for x in out
            ]  # fmt: skip
            if s.is_actor(by + 1):
                out = [x for x in out if x.place != by + 1]
                stand = replace(last.stand, zone=zone, scope=(), rule="gapping")
                out.append(Statement(s.units[by + 1].members, stand, by + 1))
        return out

    def passive_remnant(self, by: int) -> tuple[int, ...]:
        """What stands between the last link and `by A`: the subject of a passive left out."""
        start = by
        while start > 0 and self.s.words[start - 1] not in _LINKS:
            start -= 1
        zone = tuple(range(start, by))
        named = any(
            self.s.units[u].kind in {"provisions", "quote"}
            or self.s.words[u] in DEFINITE | _NUMBERED
            for u in zone
        )
        return zone if start and zone and len(zone) <= _LONGEST and named else ()

    def is_verb_between(self, start: int, end: int) -> bool:
        """Whether the units between hold a verb of their own."""
        s = self.s
        return any(
            s.deps[u] in {"aux", "auxpass", "relcl", "acl"} or s.is_actor(u)
            or any(r.form == "ed" for r in s.readings(u, "verb", "operation"))
            for u in range(start + 1, end)
        )  # fmt: skip

    def repeats(self, a: int, statements: Sequence[Statement]) -> bool:
        """`A called for X, and B for Y`: the verb's preposition again."""
        s = self.s
        if a + 1 >= len(s.units) or s.words[a + 1] not in _PREPOSITIONS:
            return False
        if not a or s.words[a - 1] not in _LINKS:
            return False
        last = max((x.stand.cue for x in statements if x.place < a), default=None)
        return last is not None and s.doc[last[1] - 1].lower_ == s.words[a + 1]

    def remnant(self, a: int, again: bool = False) -> tuple[int, ...]:
        """What is left of a gapped clause behind its actor at unit `a`: its object, no verb.

        Args:
            a: the actor's unit.
            again: the verb's preposition stands behind it once more.
        """
        s = self.s
        before = s.words[a - 1] if a else ""
        if before not in _LINKS:
            return ()
        start = a + 1 + again
        if start < len(s.units) and s.words[start] == ",":
            start += 1
        end = start
        while end < len(s.units) and s.words[end] not in _ENDS and not self.next_clause(end):
            end += 1
        zone = tuple(range(start, end))
        while zone and s.words[zone[-1]] in {",", "and"}:
            zone = zone[:-1]
        bounded = len(zone) > 2 and s.words[zone[0]] == "not" and s.words[zone[1]] in _BOUNDS
        if (
            not zone
            or (not bounded and s.words[zone[0]] in _NO_OBJECT | {"'s", "'", "and"})
            or len(zone) > 8
        ):
            return ()
        if any(
            s.readings(u, "verb", "predicative") and not self.is_ordinal(u) for u in zone
        ) or any(s.deps[u] in {"aux", "auxpass"} or a in s.kids(u, "nsubj") for u in zone):
            return ()  # A clause with a verb of its own.
        named = any(
            s.units[u].kind in {"provisions", "quote"}
            or self.is_ordinal(u)
            or s.doc[s.units[u].start].like_num
            for u in zone
        )
        return (
            zone
            if named
            or again
            or any(s.deps[u] in {"npadvmod", "appos", "conj", "dobj"} for u in zone)
            else ()
        )

    def is_ordinal(self, unit: int) -> bool:
        """`the second`, `the latter`: one of the provisions named before."""
        word = self.s.words[unit]
        return (word in ORDINALS and self.s.words[unit - 1] == "the") or word in {
            "latter",
            "former",
        }

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
        stand = statement.stand
        zone, scope = self.until(stand.zone, border), self.until(stand.scope, border)
        if not zone or (zone, scope) == (stand.zone, stand.scope):
            return statement
        return replace(statement, stand=replace(stand, zone=zone, scope=scope))

    def until(self, units: tuple[int, ...], border: int) -> tuple[int, ...]:
        """Those of `units` before `border`, without the words that link to what follows."""
        kept = tuple(u for u in units if u < border)
        while kept and self.s.words[kept[-1]] in _LINKS:
            kept = kept[:-1]
        return kept

    def names(self, zone: tuple[int, ...]) -> bool:
        """Whether a remnant says itself what it is on."""
        s = self.s
        if any(s.units[u].targets or self.is_ordinal(u) for u in zone):
            return True
        return any(s.unit_of(t.start) in zone for t in s.topics)

    def is_parallel(self, a: int, statements: Sequence[Statement]) -> bool:
        """`A preferred option 1, and B option 3`: the same noun and a number again."""
        s = self.s
        if a + 2 >= len(s.units) or not s.doc[s.units[a + 2].start].like_num:
            return False
        if any(not x.first_mention for x in statements if x.place == a):
            return False
        return any(
            s.words[u] == s.words[a + 1] and u + 1 < a and s.doc[s.units[u + 1].start].like_num
            for x in statements
            if x.place < a
            for u in x.stand.zone
        )

    def is_listed(self, a: int) -> bool:
        """`; A, article 7;`: nothing but provisions between two stops."""
        s = self.s
        at = a + 1
        if not a or s.words[a - 1] not in {";", "and"} or at >= len(s.units) or s.words[at] != ",":
            return False
        at += 1
        while at < len(s.units) and s.units[at].kind == "provisions":
            at += 1
        return at > a + 2 and (at == len(s.units) or s.words[at] in {";", "."})
