"""Scans text for references to provisions and says what each of them names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ahcextract.pipeline.provision_context import counts, foreign_document, gloss_end
from ahcextract.pipeline.provision_instruments import Instruments
from ahcextract.pipeline.provision_lists import ItemList, ListReader
from ahcextract.pipeline.provision_numbers import Item, read_number, read_subs
from ahcextract.pipeline.provision_words import (
    ANCHOR,
    FOR_ARTICLE,
    GOVERNING,
    NUMBERED,
    NUMBERED_TEXT,
    NUMBERING,
    OF_ARTICLE,
    OF_PARAGRAPH,
    OF_PREAMBLE,
    OF_RESOLUTION,
    OF_THE_ARTICLE,
    ORDINALS,
    PARAGRAPH_WORD,
    PRONOUN,
    TEMPERATURE,
    may_name,
)

Target = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Reference:
    """One stretch of text that names provisions.

    Attributes:
        start: offset of its first character.
        end: offset behind its last.
        targets: target ids, each with start and end of the words that name it.
        instrument: id of another instrument, or None.
    """

    start: int
    end: int
    targets: tuple[Target, ...]
    instrument: str | None = None


def scan(text: str, instruments: Instruments) -> Iterator[Reference]:
    """References in text order, none overlapping.

    Args:
        text: cleaned text of a block.
        instruments: names of the treaty under negotiation and of others.
    """
    if not may_name(text):
        return
    pos = 0
    while match := ANCHOR.search(text, pos):
        reference = _Reader(text, instruments, pos).read(match)
        if reference is None or not reference.targets:
            # A reference to another document is passed over whole, so that none of its parts
            # is taken for a reference of its own.
            pos = max(match.end(), reference.end if reference else 0, match.start() + 1)
            continue
        yield reference
        pos = reference.end


class _Reader(ListReader):
    """Reads the reference that an anchor word opens."""

    def __init__(self, text: str, instruments: Instruments, floor: int) -> None:
        super().__init__(text)
        self.instruments, self.floor = instruments, floor

    def read(self, match: re.Match[str]) -> Reference | None:
        start, pos = match.start(), match.end()
        if match["article"]:
            if match["article"].islower() and PRONOUN.match(self.text, pos):
                return None
            return self.article(start, pos, plural=bool(match["plural_a"] or match["plural_b"]))
        if match["sub"]:
            return self.subparagraph(start, pos, plural=bool(match["plural_s"]))
        if match["preambular"] or match["operative"]:
            kind = "preamble" if match["preambular"] else "resolution"
            found = self.numbers(pos, paragraph=True)
            return self.simple(kind, start, found) if found.items else None
        if match["paragraph"]:
            return self.paragraph(
                start, pos, plural=bool(match["plural_p"] or match["signs"] == "§§")
            )
        if match["nth"] or match["ordinal"]:
            return self.ordinal(match)
        number = self.number_alone(match)
        if number is not None:
            return self.article(start, start, plural=False) if number else None
        if match["chapter"]:
            found = self.numbers(pos)
            plain = [i for i in found.items if not i.path]
            return self.simple("chapter", start, ItemList(plain, found.end)) if plain else None
        return self.whole("preamble" if match["preamble"] else "resolution", start, pos)

    def ordinal(self, match: re.Match[str]) -> Reference | None:
        """`the tenth preambular paragraph`, `the second paragraph of article 5`."""
        start, pos = match.start(), match.end()
        number = str(ORDINALS.index((match["which"] or match["ordinal"]).lower()) + 1)
        found = ItemList([Item(number, None, (), start, pos)], pos)
        if match["nth"]:
            preamble = match["part"].lower() == "preambular"
            return self.simple("preamble" if preamble else "resolution", start, found)
        # "A sixth paragraph for article 3" is not there yet.
        return None if FOR_ARTICLE.match(self.text, pos) else self.owned(start, found)

    def number_alone(self, match: re.Match[str]) -> bool | None:
        """Whether a number without a word before it is a provision's; None for no such number."""
        start = match.start()
        if match["bare"] is not None:
            return not NUMBERED_TEXT.search(self.text, max(0, start - 20), start)
        if match["decimal"] is not None:
            return self.decimal(start)
        return None if match["pointed"] is None else self.governs(start) and self.decimal(start)

    # ------------------------------------------------------------ articles
    def article(self, start: int, pos: int, *, plural: bool) -> Reference | None:
        found = self.articles(pos, plural=plural)
        if not found.items:
            return None
        elsewhere = foreign_document(self.text, found.end, article=True)
        if elsewhere is not None:
            return Reference(start, elsewhere, ())
        begin, end, owner = self.owner(start, found.end)
        targets = [(f"article:{i.number}{i.path}", i.start, i.end) for i in found.items]
        return self.reference(begin, end, targets, owner)

    def governs(self, start: int) -> bool:
        """`on 6.2`, `live with 6.2`: a number with a point that a text's name may stand for."""
        return (
            GOVERNING.search(self.text, max(0, start - 20), start) is not None
            and TEMPERATURE.match(self.text, start) is None
        )

    def decimal(self, start: int) -> bool:
        """`keep 6,2`: a decimal comma is no thousands separator; an amount has a unit."""
        if NUMBERING.search(self.text, max(0, start - 20), start):
            return False
        first = read_number(self.text, start)
        return bool(first and first[0].para and not counts(self.text, first[-1].end))

    # ------------------------------------------------------------ paragraphs
    def paragraph(self, start: int, pos: int, *, plural: bool) -> Reference | None:
        """Paragraphs named by number: `paragraphs 1 and 3 of article 14`."""
        found = self.numbers(pos, paragraph=True, plural=plural)
        if not found.items:
            return None
        self.subs_of(found)
        return self.owned(start, found)

    def subparagraph(self, start: int, pos: int, *, plural: bool) -> Reference | None:
        """`subparagraph (b) of paragraph 3 of article 14`; `sub-para 1(c)` is a paragraph."""
        subs = read_subs(self.text, pos)
        if not subs:
            return self.paragraph(start, pos, plural=plural)
        end = subs[-1].end
        match = OF_PARAGRAPH.match(self.text, end)
        numbers = read_number(self.text, match.end(), paragraph=True) if match else []
        if numbers:
            number = numbers[0]
            items = [Item(number.number, None, number.subs + s.subs, s.start, s.end) for s in subs]
            return self.owned(start, ItemList(items, numbers[-1].end))
        return self.owned(start, ItemList(subs, end))

    def owned(self, start: int, found: ItemList) -> Reference | None:
        """Paragraphs with what they are said to be of: an article, the preamble, or nothing."""
        match = OF_ARTICLE.match(self.text, found.end)
        if match:
            articles = self.articles(
                match.end(), plural=bool(match["plural_a"] or match["plural_b"])
            )
            if articles.items:
                _, end, instrument = self.owner(match.end(), articles.end)
                targets = [
                    (f"article:{_under(a, i)}", i.start, i.end)
                    for a in articles.items
                    for i in found.items
                ]
                return self.reference(start, end, targets, instrument)
        for kind, pattern in (("preamble", OF_PREAMBLE), ("resolution", OF_RESOLUTION)):
            match = pattern.match(self.text, found.end)
            if match and not (kind == "resolution" and NUMBERED.match(self.text, match.end())):
                return self.simple(kind, start, ItemList(found.items, match.end()))
        match = OF_THE_ARTICLE.match(self.text, found.end)
        if match:
            return self.reference(start, match.end(), _relative(found.items), None)
        elsewhere = foreign_document(self.text, found.end)
        if elsewhere is not None:
            return Reference(start, elsewhere, ())
        owner = self.instruments.after(self.text, found.end)
        if owner is not None and owner.id is not None:
            return Reference(start, owner.end, ())
        return self.reference(start, found.end, _relative(found.items), None)

    # ------------------------------------------------------------ preamble, resolution, chapter
    def whole(self, kind: str, start: int, pos: int) -> Reference | None:
        """The preamble or the accompanying resolution, as a whole or by paragraph."""
        if kind == "resolution" and NUMBERED.match(self.text, pos):
            return None
        match = PARAGRAPH_WORD.match(self.text, pos)
        found = self.numbers(match.end(), paragraph=True) if match else ItemList([], pos)
        if match and found.items:
            if match["paren"] and self.text[found.end : found.end + 1] == ")":
                found.end += 1
            return self.simple(kind, start, found)
        owner = self.instruments.after(self.text, pos)
        if owner is not None and owner.id is not None:
            return Reference(start, owner.end, ())
        end = owner.end if owner is not None else pos
        return Reference(start, end, ((kind, start, pos),))

    def simple(self, kind: str, start: int, found: ItemList) -> Reference | None:
        """Numbered parts of the preamble, the resolution or of chapters; none of others' texts."""
        if kind == "chapter":
            elsewhere = foreign_document(self.text, found.end)
            if elsewhere is not None:
                return Reference(start, elsewhere, ())
            targets = [
                (f"chapter:{i.number}", i.start, i.end) for i in found.items if i.number.isdigit()
            ]
        else:
            targets = [
                (f"{kind}:{i.number}{''.join(f'({s})' for s in i.subs)}", i.start, i.end)
                for i in found.items
            ]
        owner = self.instruments.after(self.text, found.end)
        if owner is None:
            return self.reference(start, found.end, targets, None)
        return (
            Reference(start, owner.end, ())
            if owner.id
            else self.reference(start, owner.end, targets, None)
        )

    # ------------------------------------------------------------ the whole
    def owner(self, start: int, end: int) -> tuple[int, int, str | None]:
        """Start and end of a reference with the instrument it names, and that one's id."""
        after = self.instruments.after(self.text, end)
        if after is None and (gloss := gloss_end(self.text, end)) > end:
            after = self.instruments.after(self.text, gloss)
        before = self.instruments.before(self.text, start)
        if before is not None and before.start < self.floor:
            before = None
        if after is not None:
            return start, after.end, after.id
        return (before.start, end, before.id) if before is not None else (start, end, None)

    def reference(
        self, start: int, end: int, targets: list[Target], instrument: str | None
    ) -> Reference:
        """A reference with repeated targets dropped; a lone one is named by all of its words."""
        known: dict[str, Target] = {}
        for target, begin, stop in targets:
            name = f"{target}@{instrument}" if instrument else target
            known.setdefault(name, (name, begin, stop))
        if len(known) == 1:
            return Reference(start, end, ((next(iter(known)), start, end),), instrument)
        return Reference(start, end, tuple(known.values()), instrument)


def _under(article: Item, item: Item) -> str:
    """`14` and paragraph `3(b)` make `14.3(b)`; `14.3` and subparagraph `(b)` likewise."""
    number, path = f"{article.number}{article.path}", item.path
    return f"{number}{path}" if not item.number else f"{number}.{item.number}{path}"


def _relative(items: list[Item]) -> list[Target]:
    """Targets without an article, except numbers that name one: "paragraph 14.3"."""
    targets: list[Target] = []
    for item in items:
        if item.para:
            target = f"article:{item.number}{item.path}"
        else:
            target = (
                f"paragraph:{item.number}{item.path}"
                if item.number
                else f"subparagraph:{item.path}"
            )
        targets.append((target, item.start, item.end))
    return targets
