"""Reads a sentence's units from its tokens and mentions (types in `units.py`)."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from ahcextract.linking.units import Aside, Lifted, Member, Unit
from ahcextract.mentions import ActorRef

_AND = frozenset({"and", "or", "&", "/", "plus", "nor"})
_DETERMINERS = frozenset({"the", "both", "all", "our", "with"}) - {"with"}
_OFFICE = frozenset(
    "delegation delegations delegate delegates representative representatives negotiator negotiators "
    "government governments ambassador envoy team side mission officials".split()
)
_INCLUDING = (
    ("including",), ("such", "as"), ("like",), ("notably",), ("particularly",), ("especially",),
    ("led", "by"), ("among", "them"), ("amongst", "them"), ("among", "which"), ("among", "others"), ("e.g.",), ("namely",),
    ("in", "particular"), ("spearheaded", "by"), ("headed", "by"), ("chiefly",), ("mainly",), ("mostly",), ("with", "the", "exception", "of", "no"),
)  # fmt: skip
_BEHALF = (
    ("speaking", "on", "behalf", "of"), ("speaking", "for"), ("on", "behalf", "of"), ("in", "the", "name", "of"),
    ("representing",), ("for",),
)  # fmt: skip
_ALONGSIDE = (
    ("along", "with"), ("together", "with"), ("alongside",), ("joined", "by"), ("echoed", "by"), ("accompanied", "by"),
    ("followed", "by"), ("with",), ("like",), ("in", "concert", "with"), ("in", "unison", "with"), ("as", "did"), ("as", "well", "as"),
)  # fmt: skip
_UNLIKE = (("unlike",), ("in", "contrast", "to"))
_LONGEST_QUOTE = 14
_OPENING = frozenset("'\"‘“")


class Grouper:
    """Cuts one sentence of a block into units; make one a sentence.

    Args:
        doc: the block, with its mentions in `doc.spans`.
        start: first token of the sentence.
        end: token behind its last.
        actors: actor spans of the sentence.
        provisions: provision spans of the sentence.
        cues: cue spans of the sentence.
    """

    def __init__(
        self,
        doc: Doc,
        start: int,
        end: int,
        actors: Sequence[Span],
        provisions: Sequence[Span],
        cues: Sequence[Span],
    ) -> None:
        self.doc, self.start, self.end = doc, start, end
        self.words = [token.lower_ for token in doc[start:end]]
        self.actors = {span.start: span for span in actors}
        self.provisions = {span.start: span for span in provisions}
        self.cues = {span.start: span for span in cues}
        self.units: list[Unit] = []
        self.lifted: list[Lifted] = []

    def word(self, index: int) -> str:
        """Lower-case token `index` of the doc, empty outside the sentence."""
        return self.words[index - self.start] if self.start <= index < self.end else ""

    def phrase(self, index: int, options: Sequence[tuple[str, ...]]) -> int:
        """End of the first of `options` that stands at `index`; `index` itself if none does."""
        for option in options:
            if all(self.word(index + k) == word for k, word in enumerate(option)):
                return index + len(option)
        return index

    # ------------------------------------------------------------ actors
    def office(self, index: int) -> tuple[Member, int] | None:
        """`the delegation of A`, `delegates from A`: A, with the whole phrase as its place."""
        if self.word(index) in _OFFICE and self.word(index + 1) in {"of", "from", "for"}:
            at = index + 2 + (self.word(index + 2) in _DETERMINERS)
            span = self.actors.get(at)
            if span is not None and span._.actor.form != "collective":
                return Member(span._.actor, span.start, span.end), span.end
        return None

    def item(self, index: int) -> tuple[tuple[Member, ...], int] | None:
        """One element of an actor list, with whom it speaks for; None if there is none."""
        at = index + (self.word(index) in _DETERMINERS)
        office = self.office(at)
        if office:
            member, end = office
            return self.behalf(member, end)
        span = self.actors.get(at)
        if span is None:
            return None
        ref: ActorRef = span._.actor
        end = span.end
        if ref.form == "adjective":
            if self.word(end) not in _OFFICE:
                return None
            return self.behalf(Member(ref, span.start, span.end), end + 1)
        if self.word(end) == "'s" and self.word(end + 1) in _OFFICE:
            end += 2
        if ref.form == "collective":
            return self.collective(Member(ref, span.start, span.end), end)
        return self.behalf(Member(ref, span.start, span.end), end)

    def collective(self, member: Member, end: int) -> tuple[tuple[Member, ...], int]:
        """`42 states, including A and B`: A and B, and the collective where it has a number."""
        at, opened = end, ""
        if self.word(at) in {",", "(", "-", "–", "—"}:
            opened = self.word(at)
            at += 1
        listed = self.phrase(at, _INCLUDING)
        if listed == at and opened != "(":
            return (member,), end
        found = self.list(listed, loose=True)
        if found is None or all(m.ref.form == "collective" and m.ref.count is None for m in found[0]):
            return (member,), end
        members, after = found
        if opened == "(" and self.word(after) == ")":
            after += 1
        elif opened == "(":
            return (member,), end
        elif opened and self.word(after) == opened:
            after += 1
        kept = (member, *members) if member.ref.count is not None else members
        return kept, after

    def behalf(self, member: Member, end: int) -> tuple[tuple[Member, ...], int]:
        """`A, for the G,`: G, spoken by A; an unknown group stays a phrase on A."""
        at = end
        opened = self.word(at) if self.word(at) in {",", "("} else ""
        at += bool(opened)
        after = self.phrase(at, _BEHALF)
        if after == at:
            return (member,), end
        plain_for = self.word(at) == "for"
        itself = self.word(after) in {"itself", "themselves", "himself", "herself"}
        if itself:
            after += 1
            after += self.word(after) == ","
            after += self.word(after) == "and"
        found = self.list(after, loose=bool(opened), behalf=False)
        if found is None:
            return (member,), end
        members, close = found
        if plain_for and not all(m.ref.type == "group" or m.ref.form == "unknown" for m in members):
            return (member,), end
        if plain_for and not opened and any(m.ref.form == "unknown" for m in members):
            return (member,), end
        if opened == "(" and self.word(close) == ")" or opened == "," == self.word(close):
            close += 1
        spoken = member.ref.id
        if itself:
            return (member, *members), close
        if all(m.ref.form in {"collective", "unknown"} for m in members):
            phrase = self.doc[after : members[-1].end].text
            return (Member(member.ref, member.start, member.end, None, phrase),), close
        return tuple(
            Member(m.ref, m.start, m.end, spoken)
            for m in members
            if m.ref.form not in {"collective", "unknown"}
        ), close

    def separator(self, index: int) -> tuple[int, bool]:
        """End of a list separator at `index` (or `index`), and whether it is a conjunction."""
        at = index
        if self.word(at) == "'s" and self.word(at + 1) in _AND:
            at += 1
        if self.word(at) in {",", ";"}:
            at += 1
        if self.word(at) in _AND:
            at += 1
            at += self.word(at) == "also"
            return at, True
        if (self.word(at), self.word(at + 1), self.word(at + 2)) == ("as", "well", "as"):
            return at + 3, True
        return at, False

    def list(
        self, index: int, *, loose: bool = False, behalf: bool = True
    ) -> tuple[tuple[Member, ...], int] | None:
        """A list of actors at `index`: its members and the token behind it.

        Args:
            index: where it may start.
            loose: a bare comma joins two ("A, B"), as in parentheses and asides; elsewhere two
                names with only a comma between them are no list.
            behalf: whether elements may speak for others.
        """
        first = self.item(index) if behalf else self.plain(index)
        if first is None:
            return None
        elements = [first]
        joined = False
        while True:
            end = elements[-1][1]
            at, conjunction = self.separator(end)
            # "A, for the G," has taken the comma that separates it from what follows.
            if at == end and self.word(end - 1) != ",":
                break
            following = self.item(at) if behalf else self.plain(at)
            if following is None or self.starts_aside(at):
                break
            elements.append(following)
            joined = joined or conjunction
        if len(elements) == 2 and not joined and not loose:
            elements = elements[:1]
        members = tuple(m for element in elements for m in element[0])
        named = [m for m in members if not _is_others(m)]
        return (tuple(named) or members), elements[-1][1]

    def plain(self, index: int) -> tuple[tuple[Member, ...], int] | None:
        """A list element that speaks for nobody."""
        at = index + (self.word(index) in _DETERMINERS)
        span = self.actors.get(at)
        if span is None or span._.actor.form == "adjective":
            return None
        return (Member(span._.actor, span.start, span.end),), span.end

    # ------------------------------------------------------------ asides
    def introducer(self, index: int) -> tuple[str, int] | None:
        """Relation and end of words that introduce an aside ("supported by", "with")."""
        at = index
        while self.word(at) in {"also", "strongly", "partly", "later", "then", "largely", "fully", "partially", "vigorously", "but", "and", "yet", "though"}:
            at += 1
        if self.word(at) == "which" and self.word(at + 1) in {"was", "were"}:
            at += 2
        cue = self.cues.get(at)
        if cue is not None and self.word(cue.end) == "by":
            for reading in cue._.cue:
                if reading.kind == "verb" and reading.form == "ed":
                    return reading.stance, cue.end + 1
        lead = at + (self.word(at) in {"with", "despite", "over", "amid", "against", "to", "drawing", "without"})
        if lead > at:
            noun = lead
            while self.word(noun) in {"the", "strong", "some", "broad", "support", "full", "fierce", "stiff"} and noun not in self.cues:
                noun += 1
            cue = self.cues.get(noun)
            if cue is not None and self.word(cue.end) in {"of", "from", "by"}:
                for reading in cue._.cue:
                    if reading.kind == "noun" and reading.stance in {"support", "oppose", "concern"}:
                        return reading.stance, cue.end + 1
        end = self.phrase(at, _ALONGSIDE)
        if end > at:
            return "with", end
        end = self.phrase(at, _UNLIKE)
        return ("unlike", end) if end > at else None

    def starts_aside(self, index: int) -> bool:
        """Whether an aside's introducing words stand at `index`."""
        return self.word(index) not in {"", ","} and self.introducer(index) is not None and (
            index not in self.actors
        )

    def aside(self, index: int, *, chained: bool) -> tuple[Aside, int] | None:
        """An aside that opens at `index` with a comma, a parenthesis, or in a chain, a conjunction."""
        opened = self.word(index)
        if opened in {",", "(", "-", "–", "—"}:
            at = index + 1
        elif chained and opened in {"and", "but", "yet", "though"}:
            at = index + 1
        elif chained:
            at = index
        else:
            return None
        intro = self.introducer(at)
        if intro is None:
            return None
        relation, begin = intro
        found = self.list(begin, loose=True)
        if found is None:
            return None
        members, end = found
        if all(m.ref.form == "unknown" for m in members):
            return None
        closing = self.word(end)
        if relation == "with" and closing not in {",", ")", ""} and self.word(end - 1) != ",":
            # "with B opposing" is a clause of its own, "with B in the lead" no aside.
            if not (opened in {",", "("} and self.introducer(end + (closing in {"and", "but"}))):
                return None
        if closing == ")" and opened == "(":
            end += 1
        return Aside(relation, members, index, end, (at, begin)), end

    def asides(self, index: int) -> tuple[list[Aside], int]:
        """All asides in a row at `index`, and the token behind the comma that closes them."""
        found: list[Aside] = []
        end = index
        while True:
            following = self.aside(end, chained=bool(found))
            if following is None:
                break
            found.append(following[0])
            end = following[1]
        if found and self.word(found[0].start) == "," and self.word(end) == ",":
            end += 1
        return found, end

    # ------------------------------------------------------------ the rest
    def parenthesis(self, index: int) -> int:
        """Lift the parenthesis at `index`; the token behind it, or `index` if it has no end."""
        close = next((k for k in range(index + 1, min(self.end, index + 80)) if self.word(k) == ")"), None)
        if close is None:
            return index
        relation, begin, cue = None, index + 1, None
        intro = self.introducer(begin)
        if intro is not None:
            relation, begin = intro
            cue = (index + 1, begin)
        else:
            begin = self.phrase(begin, _INCLUDING)
        found = self.list(begin, loose=True)
        members: tuple[Member, ...] = ()
        if found is not None and found[1] == close:
            members = found[0]
        self.lifted.append(
            Lifted(len(self.units) - 1, index, close + 1, members, relation if members else None, cue)
        )
        return close + 1

    def quotation(self, index: int) -> int:
        """End of a short quotation that opens at `index`, or `index`."""
        mark = self.word(index)
        if mark not in _OPENING or index + 1 >= self.end or self.doc[index].whitespace_:
            return index
        for close in range(index + 2, min(self.end, index + _LONGEST_QUOTE + 2)):
            if self.word(close) in {mark, "’", "”"} and not self.doc[close - 1].whitespace_:
                return close + 1
        return index

    def provision_list(self, index: int) -> int:
        """End of the provisions that stand in a row at `index`, their glosses between them."""
        end = self.provisions[index].end
        while True:
            at = end
            if self.word(at) == "(":
                close = next((k for k in range(at, min(self.end, at + 40)) if self.word(k) == ")"), None)
                if close is None or any(at < k < close for k in self.actors):
                    return end
                at = close + 1
            if self.word(at) in {",", ";"}:
                at += 1
            if self.word(at) in _AND:
                at += 1
            elif self.word(at) == "as" and self.word(at + 1) == "well":
                at += 3
            at += self.word(at) in _DETERMINERS
            if at == end or at not in self.provisions:
                return end
            end = self.provisions[at].end

    def group(self) -> tuple[list[Unit], list[Lifted]]:
        """The sentence's units in order, and what was lifted out of it."""
        at = self.start
        while at < self.end:
            at = self.step(at)
        return self.units, self.lifted

    def step(self, at: int) -> int:
        """Read one unit at token `at`; the token behind it."""
        found = self.list(at)
        if found is not None:
            members, end = found
            asides, end = self.asides(end)
            self.units.append(Unit("actors", at, end, members, asides))
            return end
        if at in self.provisions:
            end = self.provision_list(at)
            refs = tuple(s._.provision for k, s in self.provisions.items() if at <= k < end)
            self.units.append(Unit("provisions", at, end, targets=refs))
            return end
        if self.word(at) == "(":
            end = self.parenthesis(at)
            if end > at:
                return end
        trailing, end = self.asides(at)
        trailing = [a for a in trailing if a.relation not in {"with", "neutral"}]
        if trailing:
            for aside in trailing:
                self.lifted.append(
                    Lifted(len(self.units) - 1, aside.start, aside.end, aside.members, aside.relation, aside.cue)
                )
            return end
        end = self.quotation(at)
        kind = "quote" if end > at else "word"
        end = max(end, at + 1)
        self.units.append(Unit(kind, at, end))
        return end


def _is_others(member: Member) -> bool:
    name = member.ref.name.lower()
    return member.ref.form == "collective" and member.ref.count is None and (
        "others" in name.split() or name.split()[:1] == ["other"] or name.startswith(("several other", "many other", "some other"))
    )
