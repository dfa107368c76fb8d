"""Reads lists of actors: who stands in them, and for whom they speak."""

from collections.abc import Callable, Sequence

from spacy.tokens import Doc, Span

from ahcextract.lexicon import Spotted
from ahcextract.linking.units import Member, is_others, is_uncounted
from ahcextract.linking.words import (
    AND,
    AND_OTHERS,
    BEHALF,
    BODIES,
    DETERMINERS,
    EXCEPT,
    FRONTED_BEHALF,
    INCLUDED,
    INCLUDING,
    INSERTED,
    LAST_NAMED,
    OFFICE,
    Phrases,
)
from ahcextract.mentions import ActorRef

# Prepositions that a list may stand behind.
_GOVERNING = frozenset("by with between of from for to unlike like behind beside near".split())
_IN_ALL = frozenset("strong in all total together altogether".split())
# Who speaks "also for" others speaks for itself.
_TOO = frozenset({"also", "well", "too"})
Item = tuple[tuple[Member, ...], int]


class _Words(dict[int, str]):
    """Words by their places; none anywhere else."""

    def __missing__(self, _index: int) -> str:
        return ""


class ActorLists:
    """Actor lists of one sentence. All indices are tokens of the block's doc, end exclusive.

    Args:
        doc: the block, with its mentions in `doc.spans`.
        start: first token of the sentence.
        end: token behind its last.
        actors: actor spans of the sentence.
        cues: cue spans of the sentence.
        words: of the sentence, in small letters, where they are at hand.
    """

    def __init__(
        self,
        doc: Doc,
        start: int,
        end: int,
        actors: Sequence[Span],
        cues: Sequence[Spotted],
        words: list[str] | None = None,
    ) -> None:
        self.doc, self.start, self.end = doc, start, end
        self.words = words or [token.lower_ for token in doc[start:end]]
        # Lower-case token of the doc, empty outside the sentence; asked for at every turn.
        self.word: Callable[[int], str] = _Words(enumerate(self.words, start)).__getitem__
        self.actors = {span.start: span for span in actors}
        self.refs: dict[int, ActorRef] = {span.start: span._.actor for span in actors}
        self.cues = {span.start: span for span in cues}

    def phrase(self, index: int, options: Phrases) -> int:
        """End of the first of `options` that stands at `index`; `index` itself if none does."""
        for option in options.get(self.word(index), ()):
            at = index - self.start
            if tuple(self.words[at : at + len(option)]) == option:
                return index + len(option)
        return index

    def office(self, index: int) -> tuple[Member, int] | None:
        """`the delegation of A`, `delegates from A`: A."""
        if self.word(index) in OFFICE and self.word(index + 1) in {"of", "from", "for"}:
            at = index + 2 + (self.word(index + 2) in DETERMINERS)
            span = self.actors.get(at)
            if span is not None and self.refs[at].form != "collective":
                return Member(self.refs[at], span.start, span.end), span.end
        return None

    def item(self, index: int) -> Item | None:
        """One element of an actor list, with whom it speaks for; None if there is none."""
        at = index + (self.word(index) in DETERMINERS)
        office = self.office(at)
        if office:
            return self.behalf(*office)
        span = self.actors.get(at)
        if span is None:
            return None
        ref = self.refs[at]
        member, end = Member(ref, span.start, span.end), span.end
        if ref.form == "adjective":
            if self.word(end) not in OFFICE:
                return None
            return self.behalf(member, end + 1)
        if self.word(end) == "'s" and self.word(end + 1) in OFFICE:
            end += 2
        if ref.form == "collective":
            return self.collective(member, end)
        return self.behalf(member, self.strength(end) if ref.type == "group" else end)

    def strength(self, end: int) -> int:
        """End of `, 54 nations strong,` behind a group at `end`: how many it has, and no other."""
        number = self.actors.get(end + 1)
        if self.word(end) not in {",", "("} or number is None or self.refs[end + 1].count is None:
            return end
        at = number.end
        while self.word(at) in _IN_ALL:
            at += 1
        closed = self.word(at) == {",": ",", "(": ")"}[self.word(end)]
        return at + 1 if closed and at > number.end else end

    def collective(self, member: Member, end: int) -> Item:
        """`42 states, including A and B`: A and B, and the collective where it has a number."""
        at, opened = end, ""
        if self.word(at) in {",", "(", "-", "–", "—"}:
            opened = self.word(at)
            at += 1
        spared = self.phrase(at, EXCEPT)
        if spared > at and opened:
            # "Many delegations, though not A,": A is none of them.
            found = self.list(spared, loose=True)
            if found is None:
                return (member,), end
            closing = self.word(found[1]) in {",", ")"}
            return (member,), found[1] + closing
        listed = self.phrase(at, INCLUDING)
        if listed == at and opened != "(":
            return (self.postposed(member, at) if opened else None) or ((member,), end)
        listed += self.word(listed) == ","
        found = self.list(listed, loose=True) or self.further(listed)
        if found is None or all(is_uncounted(m) for m in found[0]):
            return (member,), end
        members, after = found
        if opened == "(":
            after = self.and_others(after)
            if self.word(after) != ")":
                return (member,), end
            after += 1
        elif opened and self.word(after) == opened:
            after += 1
        return ((member, *members) if member.ref.count is not None else members), after

    def and_others(self, index: int) -> int:
        """End of `and others`, `, etc.`, `among others` behind the list in a parenthesis."""
        at = index + (self.word(index) == ",")
        return self.phrase(at, AND_OTHERS)

    def postposed(self, member: Member, at: int) -> Item | None:
        """`42 states, A and B among them,`: like "including A and B"."""
        found = self.list(at, loose=True)
        if found is None:
            return None
        close = self.phrase(found[1], INCLUDED)
        if close == found[1] or self.word(close) not in {",", ")", "-", "–", "—"}:
            return None
        return ((member, *found[0]) if member.ref.count is not None else found[0]), close + 1

    def further(self, index: int) -> Item | None:
        """The list behind an element that no list knows ("including coastal ones, A and B")."""
        for at in range(index + 1, index + 5):
            if self.word(at) == ",":
                return self.list(at + 1, loose=True)
        return None

    def behalf(self, member: Member, end: int) -> Item:
        """`A, for the G,`: G, spoken by A; an unknown group stays a phrase on A."""
        opened = self.word(end) if self.word(end) in {",", "("} else ""
        at = end + bool(opened)
        if opened:
            at = self.phrase(at, LAST_NAMED)
        after = self.phrase(at, BEHALF)
        if after == at:
            return (member,), end
        itself = any(self.word(k) in _TOO for k in range(at, after))
        if self.word(after) in {"itself", "themselves", "himself", "herself"}:
            itself = True
            after += 1
            after += self.word(after) == ","
            after += self.word(after) == "and"
        found = self.spoken_for(after)
        if found is None:
            found = self.list(after, loose=bool(opened), behalf=False)
        if found is not None and not self.speaks_for(at, opened, found):
            # "A, for the G, and B": only the first stands behind "for".
            found = self.plain(after)
        if found is None or not self.speaks_for(at, opened, found):
            return self.unnamed(member, end, after, opened)
        members, close = self.spoken_for_too(found, opened)
        if (opened == "(" and self.word(close) == ")") or opened == "," == self.word(close):
            close += 1
        if itself:
            return (member, *members), close
        known = [m for m in members if m.ref.form not in {"collective", "unknown"}]
        if not known:
            phrase = self.doc[after : members[-1].end].text
            return (Member(member.ref, member.start, member.end, None, phrase),), close
        return tuple(Member(m.ref, m.start, m.end, member.ref.id) for m in known), close

    def spoken_for_too(self, found: Item, opened: str) -> Item:
        """`for the G, as well as for B and C`, `for B and for C`: more of whom A speaks for."""
        members, close = found
        at = close + (opened == "," == self.word(close))
        if [self.word(at + k) for k in range(3)] == ["as", "well", "as"]:
            at += 3
        elif self.word(at) in AND:
            at += 1
        else:
            return found
        after = self.phrase(at, BEHALF)
        more = self.list(after, loose=True, behalf=False) if after > at else None
        if more is None or (opened and self.word(more[1]) not in {",", ")"}):
            return found
        return (*members, *more[0]), more[1]

    def spoken_for(self, index: int) -> Item | None:
        """`B, C and D (the G)`: a list of members with the name of their group behind it."""
        found = self.list(index, loose=True, behalf=False)
        if found is None or len(found[0]) < 2 or self.word(found[1]) != "(":
            return None
        named = self.plain(found[1] + 1)
        if named is None or self.word(named[1]) != ")" or named[0][0].ref.type != "group":
            return None
        return named[0], named[1] + 1

    def unnamed(self, member: Member, end: int, after: int, opened: str) -> Item:
        """`A, on behalf of a cross-regional group,`: the phrase is kept on A."""
        if opened != ",":
            return (member,), end
        for close in range(after + 1, min(self.end, after + 9)):
            if self.word(close) == ",":
                if not any(self.word(k) in BODIES for k in range(after, close)):
                    break
                phrase = self.doc[after:close].text
                return (Member(member.ref, member.start, member.end, None, phrase),), close + 1
            if close in self.actors and self.refs[close].form != "collective":
                break
        return (member,), end

    def speaks_for(self, at: int, opened: str, found: Item) -> bool:
        """Whether "for" at `at` opens whom A speaks for, not whom something is meant for."""
        if self.word(at) != "for":
            return True
        apart = bool(opened)
        return all(
            m.ref.type == "group"
            or (m.ref.form == "unknown" and apart)
            or (m.ref.form == "collective" and apart and self.word(found[1]) == ",")
            for m in found[0]
        )

    def fronted_behalf(self, index: int) -> Item | None:
        """`On behalf of G, A` at the start of a sentence: G, spoken by A."""
        after = self.phrase(index, FRONTED_BEHALF)
        if after == index:
            return None
        group = self.list(after, behalf=False)
        if group is None or self.word(group[1]) != ",":
            return None
        speaker = self.item(group[1] + 1)
        if speaker is None or len(speaker[0]) != 1 or speaker[0][0].spoken_by:
            return None
        member = speaker[0][0]
        known = [m for m in group[0] if m.ref.form not in {"collective", "unknown"}]
        if known:
            return tuple(Member(m.ref, m.start, m.end, member.ref.id) for m in known), speaker[1]
        phrase = self.doc[after : group[1]].text
        return (Member(member.ref, member.start, member.end, None, phrase),), speaker[1]

    def insertion(self, index: int) -> int:
        """End of `, to my surprise,` before the last of a list; `index` if there is none."""
        if self.word(index) != "," or self.word(index + 1) not in INSERTED:
            return index
        for at in range(index + 2, index + 6):
            if self.word(at) == ",":
                return at + 1
            cue = self.cues.get(at)
            if at in self.actors or (cue and any(r.kind == "verb" for r in cue.readings)):
                break
        return index

    def separator(self, index: int) -> tuple[int, bool]:
        """End of a list separator at `index` (or `index`), and whether it is a conjunction."""
        at = index
        if self.word(at) == "'s" and self.word(at + 1) in AND:
            at += 1
        if self.word(at) in {",", ";"}:
            at += 1
        if self.word(at) in AND:
            at += 1
            at += self.word(at) == "also"
            return self.insertion(at), True
        if (self.word(at), self.word(at + 1), self.word(at + 2)) == ("as", "well", "as"):
            return at + 3, True
        return at, False

    def list(self, index: int, *, loose: bool = False, behalf: bool = True) -> Item | None:
        """A list of actors at `index`: its members and the token behind it.

        Args:
            index: where it may start.
            loose: a bare comma joins two ("A, B"), as in parentheses and asides; elsewhere two
                names with only a comma between them are no list.
            behalf: whether elements may speak for others.
        """
        read = self.item if behalf else self.plain
        first = read(index)
        if first is None:
            return None
        elements = [first]
        joined = False
        governed = self.word(index - 1) in _GOVERNING
        while True:
            end = elements[-1][1]
            at, conjunction = self.separator(end)
            # "A, for the G," has taken the comma that separates it from what follows.
            if at == end and self.word(end - 1) != ",":
                break
            if joined and governed and not conjunction:
                # "between A and B, C opposed X": C stands outside.
                break
            following = None if self.starts_aside(at) else read(at)
            if following is None:
                break
            elements.append(following)
            joined = joined or conjunction
        if len(elements) == 2 and not joined and not loose:
            elements = elements[:1]
        members = tuple(m for element in elements for m in element[0])
        named = [m for m in members if not is_others(m)]
        return (tuple(named) or members), elements[-1][1]

    def plain(self, index: int) -> Item | None:
        """A list element that speaks for nobody."""
        at = index + (self.word(index) in DETERMINERS)
        span = self.actors.get(at)
        if span is None or self.refs[at].form == "adjective":
            return None
        return (Member(self.refs[at], span.start, span.end),), span.end

    def starts_aside(self, index: int) -> bool:
        """Whether an aside's introducing words stand at `index`; asides.py reads them."""
        raise NotImplementedError
