"""Notes by delegation ("Peru: would delete article 9. Fears that it will be misused.").

The speaker stands in front of a colon and what it said behind it, without a subject of its own or
as a clause. The parser has hardly seen such sentences, so it is given the sentence they stand for:
the colon is spelt as the word that was left out ("Peru also would delete …", "Peru said the list
is too long"), and later sentences of the note get their speaker in front. Offsets stay those of
the text: an added unit covers no token.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ahcextract.lexicon import Cue, Spotted
from ahcextract.linking.units import Lifted, Member, Unit
from ahcextract.linking.words import EDITING

_AUXILIARY = frozenset(
    "would could can cannot will may might is are was were has have had does do did".split()
)
_FINITE = frozenset(
    "should must would could can cannot will may might is are was were needs need has have".split()
)
_ADVERBS = frozenset(
    "not strongly firmly still fully also rather quite only simply again very generally".split()
)
# ")" and a colon are one token.
_COLONS = frozenset({":", "):"})
_DASHES = frozenset({"–", "—", "-"})
# "Peru and others: …"
_COMPANY = frozenset({"and", "others", "several", "many", "some", "more"})
# What should be done is done to the text.
_DEONTIC = frozenset({"should", "must", "needs", "ought"})
_WANTED = "would"
_SAID = "said"


@dataclass(frozen=True, slots=True)
class Told:
    """A clause that a note says without "said".

    Attributes:
        unit: that stands for "said".
        finite: token of the clause's finite verb.
    """

    unit: Unit
    finite: int


class Noted:
    """The note that a block is, if it opens with its speaker and a colon; one block.

    Args:
        whole: whether all of the block is one note, as a bullet is.

    Attributes:
        speaker: of the note; empty until its first sentence has been seen.
    """

    def __init__(self, whole: bool) -> None:
        self.whole = whole
        self.speaker: tuple[Member, ...] = ()

    def hear(
        self, units: list[Unit], lifted: list[Lifted], words: Sequence[str], cues: Sequence[Spotted]
    ) -> Told | None:
        """Spell out what the note leaves unsaid, in place.

        Args:
            units: of a sentence.
            lifted: what was taken out of it.
            words: of the block, in small letters.
            cues: of the sentence.

        Returns:
            The clause that is told, if it is one.
        """
        first = units[0].start if units else 0
        colon = colon_behind(units, words, dashed=self.whole)
        if colon is not None:
            self.speaker = units[0].members if self.whole else ()
            mark, rest = units[colon], units[colon + 1 :]
            mark.spelled = unsaid(rest, words, cues)
            if (
                mark.spelled == _SAID
                and rest[0].kind == "word"
                and words[rest[0].start] in _DEONTIC
            ):
                at = rest[0].start
                insert(units, lifted, colon + 1, [Unit("word", at, at, spelled="it")])
            return told(mark, rest, words)
        if not self.speaker or len(units) < 3 or any(u.kind == "actors" for u in units[:2]):
            return None
        left_out = unsaid(units, words, cues)
        if left_out is None:
            return None
        rest = list(units)
        if units[0].kind == "word":
            units[0].spelled = words[units[0].start]
        verb = Unit("word", first, first, spelled=left_out)
        speaker = Unit("actors", first, first, members=self.speaker)
        insert(units, lifted, 0, [speaker, verb])
        return told(verb, rest, words)


def colon_behind(units: Sequence[Unit], words: Sequence[str], *, dashed: bool) -> int | None:
    """The unit of the colon, or the only dash, right behind the actors that a sentence opens with.

    Args:
        units: of the sentence.
        words: of the block, in small letters.
        dashed: whether a dash may stand for the colon.
    """
    if len(units) < 4 or units[0].kind != "actors":
        return None
    dashes = [u for u in units if u.kind == "word" and words[u.start] in _DASHES]
    for at in range(1, min(4, len(units) - 2)):
        if units[at].kind != "word":
            return None
        word = words[units[at].start]
        if word in _COLONS or (dashed and dashes == [units[at]]):
            return at
        if word not in _COMPANY:
            return None
    return None


def told(unit: Unit, clause: Sequence[Unit], words: Sequence[str]) -> Told | None:
    """What `unit` says, if it stands for "said"."""
    finite = finite_in(clause, words) if unit.spelled == _SAID else None
    return Told(unit, finite) if finite is not None else None


def insert(units: list[Unit], lifted: list[Lifted], at: int, added: Sequence[Unit]) -> None:
    """Put units before unit `at`; what was lifted out behind it stays where it was."""
    units[at:at] = added
    for k, one in enumerate(lifted):
        if one.after >= at:
            lifted[k] = replace(one, after=one.after + len(added))


def unsaid(units: Sequence[Unit], words: Sequence[str], cues: Sequence[Spotted]) -> str | None:
    """The word that a note leaves out before `units`; None for one that is read as it stands."""
    at = 0
    while at + 1 < len(units) and units[at].kind == "word" and words[units[at].start] in _ADVERBS:
        at += 1
    if units[at].kind == "word":
        opening = words[units[at].start]
        if opening in _AUXILIARY:
            return "also"
        if opening in _DEONTIC:
            return _SAID
        readings = readings_at(units[at].start, cues)
        kinds = {(r.kind, r.form) for r in readings}
        if ("predicative", "fixed") in kinds and opening not in {"for", "against"}:
            return "are"
        if any(kind == "verb" and form in {"base", "s"} for kind, form in kinds):
            return "also"
        if any(r.kind == "verb" and r.form == "ed" and r.stance != "neutral" for r in readings):
            return "also"
        if any(kind == "operation" and form == "base" for kind, form in kinds):
            return _WANTED
        if opening in EDITING or opening == "leave":
            return _WANTED
    return _SAID if is_clause(units, words) else None


def readings_at(token: int, cues: Sequence[Spotted]) -> tuple[Cue, ...]:
    """Readings of the cue that begins at a token."""
    found: tuple[Cue, ...] = next((c.readings for c in cues if c.start == token), ())
    return found


def finite_in(units: Sequence[Unit], words: Sequence[str]) -> int | None:
    """The token of the first finite auxiliary."""
    return next((u.start for u in units if u.kind == "word" and words[u.start] in _FINITE), None)


def is_clause(units: Sequence[Unit], words: Sequence[str]) -> bool:
    """Whether a note is a clause with its own subject ("the list is too long")."""
    finite = finite_in(units, words)
    return finite is not None
