"""Cuts a sentence into units (units.py) before it is parsed."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from ahcextract.lexicon import Spotted
from ahcextract.linking.asides import FIRM
from ahcextract.linking.lists import Item
from ahcextract.linking.quotes import OPENING, Quotes
from ahcextract.linking.units import Aside, Lifted, Member, Unit, UnitKind
from ahcextract.linking.words import AND, DETERMINERS, GATHERINGS, INCLUDING, OFFICE, OPENERS
from ahcextract.mentions import ProvisionRef

_GOVERNING = frozenset({"to", "on", "for", "with", "against", "of", "in"})
_COMPANIONS = frozenset({"together", "along", "alongside"})
_LONGEST_PARENTHESIS = 80
_LONGEST_GATHERING = 6
_OPEN = frozenset({"by", "were", "are", "include", "included", "from"})
_BEFORE_NOTES = frozenset({":", ";", "–", "—", "•"})
_EVERYBODY = frozenset({"all", "everyone", "everybody"})
_SPARING = frozenset({"but", "except", "save", "excepting"})
# Words at which, or right behind which, `step` may find something else than a word.
_EVENTFUL = DETERMINERS | OFFICE | OPENERS | FIRM | OPENING | _SPARING | {":", "not"}
_BEFORE_EVENTS = _BEFORE_NOTES | {","}


class Grouper(Quotes):
    """Cuts one sentence of a block into units; make one a sentence.

    Args:
        doc: the block, with its mentions in `doc.spans`.
        start: first token of the sentence.
        end: token behind its last.
        actors: actor spans of the sentence.
        provisions: provision spans of the sentence.
        cues: cue spans of the sentence.
        words: of the sentence, in small letters, where they are at hand.
    """

    def __init__(
        self,
        doc: Doc,
        start: int,
        end: int,
        actors: Sequence[Span],
        provisions: Sequence[Span],
        cues: Sequence[Spotted],
        words: list[str] | None = None,
    ) -> None:
        super().__init__(doc, start, end, actors, cues, words)
        self.provisions = {p.start: p for span in provisions for p in self.parted(span)}
        self.units: list[Unit] = []
        self.lifted: list[Lifted] = []

    def parted(self, span: Span) -> list[Span]:
        """`articles 7 (A) and 8 (B)`: a list of provisions, cut where its holders stand."""
        opened = next(
            (k for k in range(span.start, span.end)
             if self.word(k) == "(" and (k + 1 in self.actors or k + 2 in self.actors)), None,
        )  # fmt: skip
        if opened is None or opened == span.start:
            return [span]
        ref: ProvisionRef = span._.provision
        border = self.doc[opened].idx
        rest = [k for k, (start, _) in enumerate(ref.parts) if start >= border]
        first = [k for k in range(len(ref.parts)) if k not in rest]
        begin = next((t.i for t in span if rest and t.idx >= ref.parts[rest[0]][0]), span.end)
        out = []
        for start, end, chosen in ((span.start, opened, first), (begin, span.end, rest)):
            if chosen and start < end:
                piece = Span(self.doc, start, end)
                piece._.provision = replace(
                    ref,
                    targets=tuple(ref.targets[k] for k in chosen),
                    parts=tuple(ref.parts[k] for k in chosen),
                )
                out.extend([piece] if chosen is first else self.parted(piece))
        return out

    def close_of(self, index: int) -> int | None:
        """The bracket that closes the one at `index`."""
        depth = 0
        for at in range(index, min(self.end, index + _LONGEST_PARENTHESIS)):
            depth += (self.word(at) == "(") - (self.word(at) == ")")
            if depth == 0:
                return at
        return None

    def parenthesis(self, index: int) -> int:
        """Lift the parenthesis at `index`; the token behind it, or `index` if it has no end."""
        close = self.close_of(index)
        if close is None:
            return index
        relation, begin, cue = None, index + 1, None
        intro = self.introducer(begin)
        if intro is not None:
            relation, begin = intro
            cue = (index + 1, begin)
        else:
            begin = self.phrase(begin, INCLUDING)
        found = self.list(begin, loose=True)
        members: tuple[Member, ...] = ()
        if found is not None and (found[1] == close or self.and_others(found[1]) == close):
            members = found[0]
        elif begin in self.provisions and self.units and self.units[-1].kind == "word":
            # "the article on extradition (article 37)": the noun stands for the number.
            end = self.provision_list(begin)
            if end == close:
                self.units[-1].targets = self.references(begin, end)
        self.lifted.append(
            Lifted(
                len(self.units) - 1, index, close + 1, members, relation if members else None, cue
            )
        )
        return close + 1

    def provision_list(self, index: int) -> int:
        """End of the provisions that stand in a row at `index`, their glosses between them."""
        end = self.provisions[index].end
        while True:
            at = end
            if self.word(at) == "(":
                close = self.close_of(at)
                if close is None or any(at < k < close for k in self.actors):
                    return end
                at = close + 1
            at += self.word(at) in {",", ";"}
            if self.word(at) in AND:
                at += 1
            elif (self.word(at), self.word(at + 1)) == ("as", "well"):
                at += 3
            at += self.word(at) in DETERMINERS
            if at == end or at not in self.provisions:
                return end
            end = self.provisions[at].end

    def references(self, start: int, end: int) -> tuple[ProvisionRef, ...]:
        """References of the provisions in tokens [start, end)."""
        return tuple(s._.provision for k, s in self.provisions.items() if start <= k < end)

    def group(self) -> tuple[list[Unit], list[Lifted]]:
        """The sentence's units in order, and what was lifted out of it."""
        eventful = self.eventful()
        at = self.start
        while at < self.end:
            if at in eventful:
                at = at + 1 if self.drops(at) else self.step(at)
            else:
                self.units.append(Unit("word", at, at + 1))
                at += 1
        return self.units, self.lifted

    def eventful(self) -> Collection[int]:
        """Tokens at which something else than a word may stand; most are plain, `step` is slow."""
        found = {self.start, *self.actors, *self.provisions}
        for at, word in enumerate(self.words, self.start):
            if word in _EVENTFUL:
                found.add(at)
            if word in _BEFORE_EVENTS:
                found.add(at + 1)
        return found

    def opens_note(self, at: int) -> bool:
        """Whether a note may begin at `at`: "A, B want it out" is a list there of two."""
        return at == self.start or self.word(at - 1) in _BEFORE_NOTES

    def step(self, at: int) -> int:
        """Read one unit at token `at`; the token behind it. What opens one is in `_EVENTFUL`."""
        if at == self.start or self.word(at - 1) in {";", ":"}:
            begun = self.fronted(at)
            if begun is not None:
                self.lift(begun[0])
                return begun[1]
        found = self.opening(at) if self.opens_note(at) else None
        loose = self.opens_note(at) or self.word(at - 1) == "ditto"
        found = found or self.list(at, loose=loose)
        if found is not None:
            members, end = found
            behalf = any(m.spoken_by or m.on_behalf_of for m in members)
            asides, end = self.asides(end, behalf=behalf)
            self.units.append(Unit("actors", at, end, members, asides))
            return end
        if at in self.provisions:
            end = self.provision_list(at)
            self.units.append(Unit("provisions", at, end, targets=self.references(at, end)))
            return end
        if self.word(at) == ":" and self.word(at - 1) in _OPEN and self.list(at + 1, loose=True):
            # "was supported by: A; B": the colon only opens the list.
            return at + 1
        if (denied := self.denied(at)) > at:
            return denied
        if self.word(at) == "(":
            end = self.parenthesis(at)
            if end > at:
                return end
        trailing, end = self.asides(at)
        if trailing and all(self.may_trail(a) for a in trailing):
            self.lift(trailing)
            # The comma that closes an aside within a clause goes with it.
            return end
        among = self.members_behind(at)
        if among > at:
            return among
        end = self.quotation(at)
        if end > at and self.is_coloured(at, end):
            self.units.extend(Unit("word", k, k + 1) for k in range(at + 1, end - 1))
            return end
        kind: UnitKind = "quote" if end > at else "word"
        end = max(end, at + 1)
        self.units.append(Unit(kind, at, end))
        return end

    def opening(self, at: int) -> Item | None:
        """What stands in front of a list, or in its place, where a note or sentence begins."""
        return self.fronted_behalf(at) or self.gathering(at)

    def gathering(self, index: int) -> Item | None:
        """`the usual suspects (A, B)`, `a cross-regional group (A, B and others)`: A and B."""
        for at in range(index, min(index + _LONGEST_GATHERING, self.end)):
            if self.word(at) in GATHERINGS and self.word(at + 1) == "(":
                found = self.list(at + 2, loose=True)
                if found is None or len(found[0]) < 2:
                    return None
                close = found[1] if self.word(found[1]) == ")" else self.and_others(found[1])
                return (found[0], close + 1) if self.word(close) == ")" else None
            if at in self.actors or at in self.cues or at in self.provisions:
                return None
        return None

    def denied(self, at: int) -> int:
        """End of `not A but` before B, or of `but A` behind "all": A is none of those who speak."""
        if self.word(at) in _SPARING and self.word(at - 1) in _EVERYBODY:
            spared = self.list(at + 1)
            if spared is not None:
                self.lifted.append(Lifted(len(self.units) - 1, at, spared[1]))
                return spared[1]
        if self.word(at) != "not":
            return at
        found = self.list(at + 1)
        if found is None or self.word(found[1]) != "but" or self.item(found[1] + 1) is None:
            return at
        self.lifted.append(Lifted(len(self.units) - 1, at, found[1] + 1))
        return found[1] + 1

    def members_behind(self, at: int) -> int:
        """Lift `, including A and B` that closes a clause; the token behind it, or `at`."""
        begin = self.phrase(at + 1, INCLUDING) if self.word(at) in {",", "–", "—"} else at + 1
        if begin == at + 1:
            return at
        found = self.list(begin + (self.word(begin) == ","), loose=True)
        if found is None or self.word(found[1]) not in {".", ";", ""}:
            return at
        members, end = found
        self.lifted.append(Lifted(len(self.units) - 1, at, end, members, "among", (at + 1, begin)))
        return end

    def may_trail(self, aside: Aside) -> bool:
        """Whether an aside may stand behind something else than an actor."""
        if aside.relation in {"support", "oppose", "concern"}:
            return True
        before = self.word(aside.start - 1)
        if aside.relation != "with":
            return False
        # "supported X and, with B, opposed Y"; "opposed X, together with B."
        closing = self.word(aside.end) if self.word(aside.end - 1) != "," else ","
        if closing == "," and self.is_verb(aside.start - 1):
            return True  # "opposed X and proposed, with B, Y"
        if before in {"and", "but"}:
            behind = self.word(aside.end + (self.word(aside.end) == ","))
            return closing == "," and behind not in _GOVERNING
        return self.word(aside.cue[0]) in _COMPANIONS and closing in {",", ".", ";", ""}

    def is_verb(self, index: int) -> bool:
        """Whether a finite verb of stance stands at `index`, a comma behind it."""
        found = self.cues.get(index)
        return found is not None and any(
            r.kind == "verb" and r.form == "ed" and r.stance != "neutral" for r in found.readings
        )

    def lift(self, asides: Sequence[Aside]) -> None:
        """Take asides that stand behind something else than an actor out of the sentence."""
        for aside in asides:
            self.lifted.append(
                Lifted(
                    len(self.units) - 1,
                    aside.start,
                    aside.end,
                    aside.members,
                    aside.relation,
                    aside.cue,
                )
            )
