"""Actors that stand for others: "both countries", "the two", "the latter", "the former"."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ahcextract.linking.parse import Sentence
from ahcextract.linking.units import Member

Span = tuple[int, int]

_POSITIONS = frozenset("position stance view line attitude".split())
PAIR = frozenset({"both", "two"})
ORDINAL = frozenset({"former", "latter"})
_KEPT = 2
# What parts the clause of "it" from that of whom it means.
_BREAKS = frozenset({";", ":", ",", "and", "but", "–", "—"})


@dataclass(frozen=True, slots=True)
class Heard:
    """Whom a sentence names, in text order, each once, and its offsets."""

    members: tuple[Member, ...]
    span: Span


@dataclass(slots=True)
class Speakers:
    """The actors of the last sentences of a block; empty when a block begins."""

    heard: list[Heard] = field(default_factory=list)

    def hear(self, s: Sentence) -> None:
        """Take note of whom a sentence names; one that names nobody changes nothing."""
        found = named(s, len(s.units))
        if found is not None:
            self.heard = [*self.heard, found][-_KEPT:]

    def meant(self, word: str, s: Sentence, place: int) -> tuple[tuple[Member, ...], Span | None]:
        """Whom "both", "the two", "the latter" or "the former" means, and where they stand.

        Two actors of the last sentence that names any (this one, before the word, included), or
        one of it and one of the sentence before ("Chad opposed it. Mali agreed. Both …");
        anything else is a guess and gives none.

        Args:
            word: one of PAIR or ORDINAL.
            s: the sentence it stands in.
            place: its unit.
        """
        own = named(s, place)
        heard = [*self.heard, own] if own is not None else self.heard
        if not heard:
            return (), None
        last = heard[-1]
        pair: Sequence[Member] = last.members
        span = last.span
        if len(pair) == 1 and len(heard) > 1 and word in PAIR:
            before = heard[-2]
            ids = {m.ref.id for m in pair}
            if own is not None and len(before.members) == 2 and len(ids) == 1:
                if ids <= {m.ref.id for m in before.members}:
                    return (), None
                # "A and B differed. A list by C was acceptable to both."
                return before.members, before.span
            pair = [*(m for m in before.members if m.ref.id not in ids), *pair]
            span = (before.span[0], last.span[1])
        if len(pair) != 2 or any(m.ref.form == "collective" for m in pair):
            return (), None
        if word in ORDINAL:
            return (pair[word == "latter"],), span
        return tuple(pair), span


def own_subject(s: Sentence, place: int, word: str) -> tuple[Member, ...] | None:
    """Whom "it" or "they" at unit `place` means by its own sentence; None where it does not say.

    `A will not give in; it insists on X`, `A and B refused X, nor would they accept Y`, `the
    second came from A: it wants X`. Empty where two have spoken before it.
    """
    own = [k for k in range(place) if s.is_actor(k)]
    # "A's position is mixed: it welcomes X"
    subjects = [
        k
        for k in own
        if s.deps[k] == "nsubj" or (s.deps[k] == "poss" and s.words[s.heads[k]] in _POSITIONS)
    ]
    if word == "they":
        return s.units[own[0]].members if len(own) == 1 == len(subjects) else None
    if word not in {"it", "he", "she"} or not own:
        return None
    if not subjects and s.words[own[-1] - 1] == "from" and s.words[own[-1] + 1] in {":", ";"}:
        subjects = own
    if not subjects or not _BREAKS & set(s.words[subjects[-1] : place]):
        return None
    members = s.units[subjects[0]].members
    one = len(subjects) == 1 and len(members) == 1 and members[0].ref.type != "collective"
    return members if one else ()


def owner_of_view(s: Sentence, place: int, before: tuple[Member, ...]) -> tuple[Member, ...]:
    """Whose view "in its view" at unit `place` is: the nearest subject's, or of who spoke before.

    Args:
        s: the sentence.
        place: unit of "its", "their", "his" or "her".
        before: who spoke last before the sentence.
    """
    own = [k for k in range(place) if s.is_actor(k) and s.deps[k] == "nsubj"]
    members = s.units[own[-1]].members if own else before
    one = len(members) == 1 and members[0].ref.type != "collective"
    many = not one or members[0].ref.type == "group"
    return members if (many if s.words[place] == "their" else one) else ()


def named(s: Sentence, end: int) -> Heard | None:
    """Whom the units before `end` name, with those beside them; None for nobody."""
    found: dict[str, Member] = {}
    for unit in (s.units[at] for at in s.acting if at < end):
        for member in unit.members:
            found.setdefault(member.ref.id, member)
        for aside in unit.asides:
            for member in aside.members:
                found.setdefault(member.ref.id, member)
    for lifted in s.lifted:
        for member in lifted.members if lifted.after < end else ():
            found.setdefault(member.ref.id, member)
    if not found:
        return None
    members = tuple(sorted(found.values(), key=lambda m: m.start))
    return Heard(members, s.place(s.start, s.end))
