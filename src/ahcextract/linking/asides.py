"""Reads actors set beside a statement: "supported by B", "with C", "opposed by D"."""

from ahcextract.linking.lists import ActorLists
from ahcextract.linking.units import Aside
from ahcextract.linking.words import (
    ADVERBS_BEFORE_ASIDE,
    AGAINST,
    ALONGSIDE,
    MODIFIERS_OF_ASIDE_NOUN,
    OPENERS,
    PREPOSITIONS_OF_ASIDE,
    UNLIKE,
)

_STANCES = frozenset({"support", "oppose", "concern"})
_SUBJECTS = frozenset({"he", "she", "they", "it"})
_CHAINS = frozenset({"and", "but", "yet", "though"})
# These stand without a comma too: "Mali together with Chad opposed".
FIRM = frozenset({"along", "together", "alongside", "joined", "accompanied", "as"})


class Asides(ActorLists):
    """Asides of one sentence."""

    def introducer(self, index: int) -> tuple[str, int] | None:
        """Relation and end of words that introduce an aside ("supported by", "with")."""
        at = index
        while self.word(at) in ADVERBS_BEFORE_ASIDE:
            at += 1
        if self.word(at) == "which" and self.word(at + 1) in {"was", "were"}:
            at += 2
        stance = self.participle(at) or self.aside_noun(at)
        if stance:
            return stance
        end = self.phrase(at, ALONGSIDE)
        if end > at:
            return "with", end
        end = self.phrase(at, AGAINST)
        if end > at:
            return "oppose", end
        end = self.phrase(at, UNLIKE)
        return ("unlike", end) if end > at else None

    def participle(self, at: int) -> tuple[str, int] | None:
        """`supported by`: the stance of the participle."""
        cue = self.cues.get(at)
        if cue is None or self.word(cue.end) != "by":
            return None
        for reading in cue.readings:
            if reading.kind == "verb" and reading.form == "ed" and reading.stance in _STANCES:
                return reading.stance, cue.end + 1
        return None

    def aside_noun(self, at: int) -> tuple[str, int] | None:
        """`with support from`, `despite opposition from`: the stance of the noun."""
        if self.word(at) not in PREPOSITIONS_OF_ASIDE:
            return None
        noun = at + 1
        while self.word(noun) in MODIFIERS_OF_ASIDE_NOUN and noun not in self.cues:
            noun += 1
        cue = self.cues.get(noun)
        if cue is None:
            return None
        end = cue.end
        if self.word(end) not in {"of", "from", "by"}:
            if self.word(end - 1) not in {"of", "from", "by"}:
                return None
            end -= 1
        for reading in cue.readings:
            if reading.kind == "noun" and reading.stance in _STANCES:
                return reading.stance, end + 1
        return None

    def is_stance_aside(self, index: int) -> bool:
        """Whether "supported by B" stands at `index`, a comma closing it."""
        intro = self.participle(index)
        found = self.list(intro[1], loose=True) if intro else None
        return found is not None and (self.word(found[1]) == "," or self.word(found[1] - 1) == ",")

    def starts_aside(self, index: int) -> bool:
        """Whether an aside's introducing words stand at `index`."""
        return (
            self.word(index) not in {"", ","}
            and index not in self.actors
            and self.introducer(index) is not None
        )

    def aside(self, index: int, *, chained: bool) -> tuple[Aside, int] | None:
        """An aside that opens at `index` with a comma, a parenthesis or, in a chain, "and"."""
        opened = self.word(index)
        if opened in OPENERS or (chained and opened in _CHAINS):
            at = index + 1
        elif chained or opened in FIRM:
            at = index
        else:
            return None
        intro = self.introducer(at)
        if intro is None:
            return None
        relation, begin = intro
        found = self.list(begin, loose=True)
        if found is None or all(m.ref.form == "unknown" for m in found[0]):
            return None
        members, end = found
        if relation == "with" and opened in OPENERS and not self.closes(end, opened):
            return None
        if self.word(end) == ")" and opened == "(":
            end += 1
        return Aside(relation, members, index, end, (at, begin)), end

    def fronted(self, index: int) -> tuple[list[Aside], int] | None:
        """`Supported by B, A proposed X`; `Along with B, he opposed X`: whom a subject follows."""
        found: list[Aside] = []
        at = index
        while True:
            intro = self.introducer(at)
            if intro is None:
                return None
            relation, begin = intro
            listed = self.list(begin)
            if listed is None or all(m.ref.form == "unknown" for m in listed[0]):
                return None
            members, end = listed
            found.append(Aside(relation, members, at, end, (at, begin)))
            chain = end + (self.word(end) == ",")
            if self.word(chain) in _CHAINS and self.introducer(chain + 1) is not None:
                at = chain + 1
                continue
            if self.word(end) == ",":
                end += 1
            elif self.word(end - 1) != ",":
                return None
            follows = self.word(end) in _SUBJECTS or self.item(end) is not None
            return (found, end) if follows else None

    def closes(self, end: int, opened: str) -> bool:
        """Whether a "with" aside ends at `end`: "with B opposing" is a clause of its own."""
        closing = self.word(end)
        if closing in {",", ")", "", opened} or self.word(end - 1) == ",":
            return True
        return self.introducer(end + (closing in _CHAINS)) is not None

    def asides(self, index: int, *, behalf: bool = False) -> tuple[list[Aside], int]:
        """All asides in a row at `index`, and the token behind the comma that closes them.

        Args:
            index: where they may start.
            behalf: the actors before it speak for others, so that "and supported by B," goes on.
        """
        found: list[Aside] = []
        end = index
        # "A, for the G," has taken the comma that opens the aside behind it.
        taken = index > self.start and self.word(index - 1) == ","
        # "A, for the G and supported by B,"
        if behalf and self.word(end) in _CHAINS and self.is_stance_aside(end + 1):
            taken = True
        while True:
            following = self.aside(end, chained=bool(found) or taken)
            if following is None:
                break
            found.append(following[0])
            end = following[1]
        if found:
            opened = "," if taken and self.word(found[0].start) not in OPENERS else ""
            opened = opened or self.word(found[0].start)
            end += opened in OPENERS - {"("} and self.word(end) == opened
        return found, end
