"""Notes without a verb: "Ethiopia: delete.", "Against: A, B.", "C wary of paragraph 2."."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ahcextract.lexicon import Cue
from ahcextract.linking.parse import CueAt, Sentence
from ahcextract.linking.references import is_text
from ahcextract.linking.stand import Stand, compose, negate
from ahcextract.linking.statements import Statement

_BARS = frozenset({":", "):", "–", "—", "-"})
_STOPS = frozenset({";", ".", "!", "?"})
_FILLERS = frozenset(
    "very still strongly firmly also both all rather quite somewhat deeply more less fully dead to "
    "not a an the clearly again now only just please".split()
)
_NEGATIONS = frozenset({"not", "no", "never", "non"})
_YES = frozenset({"yes", "good", "fine", "ok", "okay"})
_NO = frozenset({"no", "never", "nay"})
_SAME = frozenset({"same", "ditto", "idem", "likewise", "similarly", "dito"})
_LIKING = frozenset({"like", "likes", "liked"})
_ABOUT = frozenset({"on", "about", "re", "regarding"})
# What may stand before the word of stance over a list ("The following States opposed X: …").
_LEADS = frozenset(
    "the following those these were was are who speaking also in states delegations countries "
    "parties members speakers others".split()
)
_SIDES = frozenset({"against", "opposed", "favour", "favor"})
_VERBLESS = frozenset({"predicative", "evaluation", "noun"})
_FINITE = frozenset("is are was were has have had did do does will would can could".split())


class Fragments:
    """Reads verbless notes of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.s = sentence

    def read(self, statements: Sequence[Statement]) -> list[Statement]:
        """`statements` with those of verbless notes; a note after a colon is read for itself."""
        s = self.s
        out = list(statements)
        read = {x.place for x in statements}
        for index in s.acting:
            unit = s.units[index]
            noted = list(self.noted(index)) or list(self.threatened(index))
            if noted and self.spelt(index) and index in read:
                continue  # The sentence that the note stands for has been read.
            if noted:
                out = [x for x in out if x.place != index]
            elif index not in read:
                noted = list(self.listed(index)) or list(self.attributed(index))
            out.extend(Statement(unit.members, stand, index) for stand in noted)
        return [self.liked(x) for x in out]

    # ---------------------------------------------------------------- actor first
    def noted(self, a: int) -> Iterator[Stand]:
        """`A: delete para 2, keep para 3`; `A on article 5: good`."""
        s = self.s
        bar, named = self.bar(a)
        if not self.opens(a) or bar is None or bar + 1 >= len(s.units):
            return
        end = self.stop(bar + 1)
        for first, last in self.pieces(bar + 1, end):
            stand = self.piece(first, last, "note")
            if stand is not None:
                yield replace(stand, zone=stand.zone or named)

    def bar(self, a: int) -> tuple[int | None, tuple[int, ...]]:
        """The colon or dash behind the actors at `a`, and the provisions between ("on X:")."""
        s = self.s
        at = a + 1
        if at < len(s.units) and s.words[at] in _ABOUT:
            at += 1
            while at < len(s.units) and s.units[at].kind == "provisions":
                at += 1
            if at == a + 2:
                return None, ()
        found = at < len(s.units) and (s.words[at] in _BARS or self.spelt(a))
        return (at if found else None), tuple(range(a + 2, at))

    def spelt(self, a: int) -> bool:
        """Whether the colon behind the actors is spelt as a word (noted.py)."""
        return a + 1 < len(self.s.units) and self.s.units[a + 1].spelled is not None

    def attributed(self, a: int) -> Iterator[Stand]:
        """`A wary of X`, `A against`, `A for deletion`: an adjective or preposition, no verb."""
        s = self.s
        at = a + 1
        end = self.clause_end(at)
        if a and at < end and s.words[at] == "to" and s.words[a - 1] in {"and", ","}:
            return  # "asked X and A to define Y": A is asked, too.
        if not self.opens(a) or at >= end or any(s.words[k] in _FINITE for k in range(at, end)):
            return
        stand = self.piece(at, self.next_note(at, end), "verbless")
        if stand is not None:
            # "A would delete X. B against", "B opposed to this": B would not.
            if any(s.doc[k].lower_ in _SIDES for k in range(*stand.cue)):
                stand = replace(stand, bare=not stand.zone, direct=bool(stand.zone))
            yield stand

    def clause_end(self, at: int) -> int:
        """The stop, or the `, while B` behind which another clause begins."""
        s, end = self.s, self.stop(at)
        turns = (k for k in range(at + 1, end - 1) if s.words[k] in {"while", "whereas"})
        turn = next((k for k in turns if s.is_actor(k + 1)), end)
        return turn - 1 if turn < end and s.words[turn - 1] == "," else turn

    def next_note(self, at: int, end: int) -> int:
        """Where the next note begins in units [at, end), else `end`: `A in favour, B against`."""
        s = self.s
        for k in range(at + 2, end - 1):
            ended = s.units[k].kind == "actors" and s.words[k - 1] in {",", "and", "but"}
            if ended and s.readings(k + 1, "predicative"):
                return k - 1
        return end

    def opens(self, a: int) -> bool:
        """Whether the actors stand at the start of the note, or behind a stop or bar."""
        return a == 0 or self.s.words[a - 1] in _STOPS | _BARS | {"but", "and", ","}

    def stop(self, at: int) -> int:
        """The unit that ends the note which `at` stands in."""
        s = self.s
        while at < len(s.units) and s.words[at] not in _STOPS:
            at += 1
        return at

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """`keep para 2`, `drop para 3`: parts that begin with an operation of their own."""
        s = self.s
        first = start
        for at in range(start + 1, end):
            new = at + 1 if s.words[at] in {",", "and", "but"} else None
            if new is not None and new < end and s.readings(new, "operation"):
                yield first, at
                first = new
        yield first, end

    def piece(self, first: int, last: int, rule: str) -> Stand | None:
        """The stand of units [first, last), whose first cue says what is wanted."""
        s = self.s
        negated = False
        at = first
        while at < last and at not in s.cues and s.words[at] in _FILLERS | _NEGATIONS:
            negated = negated or s.words[at] in _NEGATIONS
            at += 1
        found = s.cues.get(at)
        if rule == "note" and (found is None or found.start != at):
            return self.yes_or_no(first, last) or self.judgement(first, last)
        if at >= last or found is None or found.start != at:
            return None
        span = found.span
        for reading in found.readings:
            if reading.stance == "with" and reading.kind == "predicative" and found.end == last:
                return Stand("with", span, span[0], (), bare=True, rule=rule)
            stance = self.stance(found, reading, last)
            if stance is None:
                continue
            if negated:
                stance = negate(stance)
            if stance is None:
                continue
            zone = tuple(range(found.end, last))
            if s.words[found.start] == "for" and zone and not self.is_text(zone):
                continue  # "A for the third day without a seat"
            while zone and s.words[zone[-1]] in {",", "please"}:
                zone = zone[:-1]
            return Stand(stance, span, found.span[0], zone, negated,
                         change=reading.op == "change", rule=rule)  # fmt: skip
        return None

    def is_text(self, zone: Sequence[int]) -> bool:
        """Whether `zone` is a text, a topic, or something done to a text."""
        s = self.s
        nouns = [u for u in zone if s.deps[u] == "pobj"][:1]
        zone = range(zone[0], nouns[0] + 1) if nouns else zone
        named = any(s.unit_of(t.start) in zone for t in s.topics)
        done = any(s.readings(u, "operation") for u in zone)
        return named or done or is_text(s, tuple(zone))

    def judgement(self, first: int, last: int) -> Stand | None:
        """`A: the list too broad`: the text, what is thought of it, and nothing behind."""
        s = self.s
        found = next(
            (s.cues[k] for k in range(first + 1, last) if k in s.cues and s.cues[k].end == last),
            None,
        )
        if found is None or not self.is_text(range(first, found.start)):
            return None
        for reading in found.readings:
            if reading.kind == "evaluation":
                span = found.span
                zone = tuple(range(first, found.start))
                return Stand(reading.stance, span, span[0], zone, rule="note")
        return None

    def yes_or_no(self, first: int, last: int) -> Stand | None:
        """`A: yes`, `B: no, …`, `C: no to X`, `D on article 5: good`."""
        s = self.s
        if first >= last:
            return None
        span = (s.units[first].start, s.units[first].end)
        if s.words[first] in _SAME and first + 1 == last:
            return Stand("with", span, span[0], (), bare=True, rule="note")
        zone: tuple[int, ...] = ()
        if s.words[first] == "no" and self.is_text(range(first + 1, last)):
            return Stand("oppose", span, span[0], tuple(range(first + 1, last)), True, rule="note")
        if first + 1 < last and s.words[first + 1] != ",":
            zone = tuple(range(first + 2, last))
            if s.words[first + 1] != "to" or not zone or not self.is_text(zone):
                return None
        stance = (
            "support" if s.words[first] in _YES else "oppose" if s.words[first] in _NO else None
        )
        if stance is None:
            return None
        return Stand(stance, span, span[0], zone, stance == "oppose", rule="note")

    def stance(self, found: CueAt, reading: Cue, last: int) -> str | None:
        """What a reading of the first cue says without a verb."""
        s = self.s
        if reading.kind == "operation" and reading.op and reading.form != "ed":
            return compose("propose", reading.op)
        if reading.kind not in _VERBLESS or reading.stance in {"neutral", "with"}:
            return None
        follower = s.readings(found.end, "operation") if found.end < last else []
        if reading.kind == "predicative" and follower and follower[0].op:
            return compose(reading.stance, follower[0].op)
        return reading.stance

    # ---------------------------------------------------------------- cue first
    def listed(self, a: int) -> Iterator[Stand]:
        """`Against: A, B`; `Supported by: C`; `For article 5: D`; `The following opposed X: E`."""
        s = self.s
        if a < 2 or s.words[a - 1] not in {":", "–", "—"}:
            return
        end = a - 1
        start = end - 1
        while start > 0 and s.words[start - 1] not in _STOPS:
            start -= 1
        at = start
        while at < end and s.cues.get(at) is None and self.leads(at):
            at += 1
        found = s.cues.get(at)
        if at >= end or found is None or found.start != at:
            return
        negated = any(s.words[k] in _NEGATIONS for k in range(start, found.start))
        zone = tuple(k for k in range(found.end, end) if s.words[k] != "by" or k != found.end)
        for reading in found.readings:
            stance = self.listed_stance(reading)
            if stance is not None and negated:
                stance = negate(stance)
            if stance is not None:
                span = found.span
                yield Stand(stance, span, found.span[0], zone, negated, rule="roll")
                return

    def leads(self, at: int) -> bool:
        """Whether a unit may stand before the word of stance of a roll ("the following")."""
        s = self.s
        if s.units[at].kind == "actors":
            return all(m.ref.form == "collective" for m in s.units[at].members)
        return s.words[at] in _LEADS | _FILLERS | _NEGATIONS

    def listed_stance(self, reading: Cue) -> str | None:
        """What a heading word says of the actors listed under it."""
        if reading.kind == "operation" and reading.op:
            return compose("propose", reading.op)
        if reading.stance in {"neutral", "with"} or reading.lemma == "second":
            return None
        return reading.stance

    # ---------------------------------------------------------------- actor last
    def threatened(self, a: int) -> Iterator[Stand]:
        """`Vote threatened by A`, `deletion of X suggested by A`: a noun, and no finite verb."""
        s = self.s
        by = s.heads[a]
        if s.words[by] != "by" or s.deps[s.heads[by]] != "acl":
            return
        noun = s.heads[s.heads[by]]
        found = s.cue(noun)
        if found is None or s.deps[noun] != "ROOT" or s.kid(noun, "nsubj") is not None:
            return
        for reading in s.readings(noun, "operation"):
            stance = compose("propose", reading.op) if reading.op else None
            if stance is not None:
                span = found.span
                zone = tuple(u for u in s.subtree(noun) if found.end <= u < s.heads[by])
                yield Stand(stance, span, found.span[0], zone,
                            change=reading.op == "change", rule="note-by")  # fmt: skip
                return

    def liked(self, statement: Statement) -> Statement:
        """`A liked that`: approval, where `would like` is a wish."""
        s, stand = self.s, statement.stand
        unit = s.unit_of(stand.head)
        if stand.stance != "propose" or s.words[unit] not in _LIKING or s.kids(unit, "aux"):
            return statement
        return replace(statement, stand=replace(stand, stance="support", direct=True))
