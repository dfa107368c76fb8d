"""Judgements without a verb: "Not acceptable, said A", "A, though not against it, asked …"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ahcextract.linking.fragments import Fragments
from ahcextract.linking.stand import Stand
from ahcextract.linking.statements import Statement

_SAYING = frozenset(
    "say said says thought thinks felt feels found argued argues added replied replies answered "
    "answers countered counters retorted insisted objected declared judged ruled responded "
    "concluded repeated protested".split()
)
_SPEAKERS = frozenset({"they", "he", "she", "it"})
_CONCEDING = frozenset({"though", "although", "while", "whilst", "albeit"})
_ENDS = frozenset({".", ";", "!", ""})
_MARKS = frozenset({'"', "'", "“", "”", "‘", "’"})
_SHORTEST, _LONGEST = 1, 9


class Quotatives(Fragments):
    """Reads judgements without a verb of one sentence; `read` gives the verbless notes, too."""

    def read(self, statements: Sequence[Statement]) -> list[Statement]:
        """`statements` with verbless notes, quoted judgements and concessions."""
        out = super().read(statements)
        if not _SAYING.isdisjoint(self.s.words):
            for verb, word in enumerate(self.s.words):
                if word in _SAYING:
                    out = self.quoted(verb, out)
        found = [x for k in self.s.acting for x in self.conceded(k)]
        return [*found, *out]

    def quoted(self, verb: int, statements: list[Statement]) -> list[Statement]:
        """`Too wide, A said`; `Not acceptable, said A`: the words in front are A's."""
        s = self.s
        speaker = next((k for k in (verb - 1, verb + 1) if self.speaks(k, verb)), None)
        if speaker is None:
            return statements
        first = min(speaker, verb)
        last = max(speaker, verb) + 1
        if last < len(s.units) and s.words[last] not in _ENDS:
            return statements
        start = first
        while start > 0 and s.words[start - 1] not in _ENDS:
            start -= 1
        words = [k for k in range(start, first) if s.words[k] not in _MARKS | {","}]
        if s.words[first - 1] not in _MARKS | {","} or not (_SHORTEST <= len(words) <= _LONGEST):
            return statements
        stand = self.whole(words[0], words[-1] + 1)
        if stand is None:
            return statements
        out = [x for x in statements if x.place not in {speaker, *range(start, first)}]
        if s.is_actor(speaker):
            return [*out, Statement(s.units[speaker].members, stand, speaker)]
        return [*out, Statement((), stand, speaker, pronoun=s.words[speaker])]

    def speaks(self, unit: int, verb: int) -> bool:
        """Whether whoever stands at `unit` is who says it."""
        s = self.s
        if not 0 <= unit < len(s.units):
            return False
        return s.is_actor(unit) or (unit < verb and s.words[unit] in _SPEAKERS)

    def whole(self, first: int, last: int) -> Stand | None:
        """The stand of a judgement that is all of units [first, last) but for fillers."""
        s = self.s
        own = range(first, last)
        if any(
            s.is_actor(k)
            or s.deps[k] in {"aux", "auxpass"}
            or (s.deps[k] == "nsubj" and s.heads[k] in own)
            for k in own
        ):
            return None
        if last == first + 1 and s.doc[s.units[first].start].like_num:
            # "40, say A": a figure that is not in the text (rule 14).
            span = (s.units[first].start, s.units[first].end)
            return Stand("propose", span, span[0], (first,), rule="judged-first")
        stand = self.piece(first, last, "judged-first")
        if stand is None or s.words[last - 1] == "?":
            return None
        cue = s.cues[s.unit_of(stand.cue[0])]
        kinds = {r.kind for r in cue.readings}
        if "evaluation" in kinds and cue.end < last:
            return None
        if not stand.zone and kinds & {"predicative", "noun"} and not kinds & {"evaluation"}:
            # "No objection, said A": to what was said before.
            return replace(stand, bare=True, direct=True)
        return stand

    def conceded(self, a: int) -> Iterator[Statement]:
        """`A, though not against X, asked …`, `While in favour of X, A asked …`."""
        s = self.s
        behind = a + 2 if a + 1 < len(s.units) and s.words[a + 1] == "," else a + 1
        spots = [behind]
        if a > 1 and s.words[a - 1] == ",":
            # In front of its subject, at the head of the sentence or clause.
            start = a - 2
            while start > 0 and s.words[start - 1] not in _ENDS | {","}:
                start -= 1
            spots.append(start)
        for at in spots:
            end = at + 1
            if at >= len(s.units) or s.words[at] not in _CONCEDING:
                continue
            while end < len(s.units) and s.words[end] not in _ENDS | {","}:
                end += 1
            stand = self.piece(at + 1, end, "concession")
            if stand is None or end == len(s.units) or not self.is_predicate(stand):
                continue
            bare = not stand.zone
            yield Statement(
                s.units[a].members, replace(stand, bare=bare, direct=True, rule="concession"), a
            )

    def is_predicate(self, stand: Stand) -> bool:
        """Whether the words are what one is ("in favour of"), not what is judged of the text."""
        cue = self.s.cues[self.s.unit_of(stand.cue[0])]
        return any(r.kind == "predicative" for r in cue.readings)
