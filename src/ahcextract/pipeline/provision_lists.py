"""Reads lists of numbers: articles with their paragraphs, paragraphs with their letters."""

import re
from dataclasses import dataclass

from ahcextract.pipeline.provision_context import ends_list, gloss_end, is_first_no_number
from ahcextract.pipeline.provision_numbers import Item, expand_range, read_number, read_subs
from ahcextract.pipeline.provision_words import (
    FURTHER_PARAGRAPH,
    OF_ARTICLE,
    OF_PREAMBLE,
    OF_RESOLUTION,
    PARAGRAPH_WORD,
    RANGE,
    SEPARATOR,
    SUB_WORD,
    THEN_PARAGRAPH,
)


@dataclass(slots=True)
class ItemList:
    """Items read so far and where reading stands."""

    items: list[Item]
    end: int


class ListReader:
    """Reads number lists at given places of a text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def numbers(self, pos: int, *, paragraph: bool = False, plural: bool = True) -> ItemList:
        """Numbers at `pos`, ranges expanded, glosses between them skipped."""
        first = read_number(self.text, pos, paragraph=paragraph)
        if not first or is_first_no_number(self.text, first[-1].end):
            return ItemList([], pos)
        found = ItemList(first, first[-1].end)
        self.range(found, paragraph=paragraph, plural=plural)
        while self.following(found, paragraph=paragraph, plural=plural):
            self.range(found, paragraph=paragraph, plural=True)
        return found

    def range(self, found: ItemList, *, paragraph: bool, plural: bool) -> bool:
        """Extend the last item to a range, if one is written."""
        match = RANGE.match(self.text, found.end)
        # "raised article 40 to 60" is no range, "articles 40 to 60" is one.
        if not match or (match["word"] and not plural):
            return False
        last = read_number(self.text, match.end(), paragraph=paragraph)
        if not last or (len(last) > 1) or ends_list(self.text, last[-1].end, plural=plural):
            return False
        expanded = expand_range(found.items[-1], last[0])
        if expanded is None:
            return False
        found.items[-1:] = expanded
        found.end = last[0].end
        return True

    def following(self, found: ItemList, *, paragraph: bool, plural: bool) -> bool:
        """Read a separator and one more item; False, and nothing changed, where none stands."""
        nxt = self.next_item(found.end, paragraph=paragraph, plural=plural)
        if nxt is None:
            return False
        items = nxt[0]
        if paragraph and (items[0].para or THEN_PARAGRAPH.match(self.text, items[-1].end)):
            return False
        found.items.extend(items)
        found.end = items[-1].end
        return True

    def next_item(
        self, pos: int, *, paragraph: bool, plural: bool
    ) -> tuple[list[Item], re.Match[str]] | None:
        """Items behind a gloss and a separator at `pos`, with the separator."""
        separator = SEPARATOR.match(self.text, gloss_end(self.text, pos))
        if not separator:
            return None
        at = separator.end()
        if self.text[at : at + 1] == "I" and not self.text[at + 1 : at + 2].isalpha():
            return None
        items = read_number(self.text, at, paragraph=paragraph)
        if not items or (not items[0].path and ends_list(self.text, items[-1].end, plural=plural)):
            return None
        if self.descends(items[-1]):
            return None
        return items, separator

    def descends(self, item: Item) -> bool:
        """Whether "79-60", a vote, stands where a list would go on."""
        match = RANGE.match(self.text, item.end)
        last = read_number(self.text, match.end()) if match else []
        return (
            bool(last)
            and expand_range(item, last[0]) is None
            and not item.path
            and not last[0].path
        )

    def articles(self, pos: int, *, plural: bool) -> ItemList:
        """The article list at `pos`, each article with the paragraphs named after it."""
        first = read_number(self.text, pos)
        if not first or is_first_no_number(self.text, first[-1].end):
            return ItemList([], pos)
        found = ItemList(first, first[-1].end)
        while True:
            if not self.paragraphs_of(found):
                self.range(found, paragraph=False, plural=plural)
            nxt = self.next_item(found.end, paragraph=False, plural=plural)
            if nxt is None:
                return found
            found.items.extend(nxt[0])
            found.end = nxt[0][-1].end

    def paragraphs_of(self, found: ItemList) -> bool:
        """`14, paragraphs 1 and 3`: replace 14 by its paragraphs; False if it names none."""
        article = found.items[-1]
        match = None if article.para else PARAGRAPH_WORD.match(self.text, found.end)
        if not match:
            return self.subs_of(found)
        opened, paragraphs = bool(match["paren"]), ItemList([], found.end)
        while match:
            inner = self.paragraph_list(match.end(), plural=bool(match["plural_p"]))
            if not inner.items:
                break
            paragraphs.items.extend(inner.items)
            paragraphs.end = inner.end
            match = FURTHER_PARAGRAPH.match(self.text, inner.end)
            if match and self.belongs_elsewhere(match.end()):
                break
        if not paragraphs.items:
            return False
        first = paragraphs.items[0].start
        found.items[-1:] = [
            Item(
                article.number,
                item.number,
                item.subs,
                article.start if item.start == first else item.start,
                item.end,
            )
            for item in paragraphs.items
        ]
        found.end = paragraphs.end
        if opened and self.text[found.end : found.end + 1] == ")":
            found.end += 1
        return True

    def paragraph_list(self, pos: int, *, plural: bool) -> ItemList:
        """Paragraph numbers inside an article list, which `;` and a last "and" close."""
        first = read_number(self.text, pos, paragraph=True)
        if not first or first[0].para:
            return ItemList([], pos)
        found = ItemList(first, first[-1].end)
        self.range(found, paragraph=True, plural=plural)
        self.subs_of(found)
        closed = not plural
        while not closed or (plural and self.goes_on(found)):
            nxt = self.next_item(found.end, paragraph=True, plural=True)
            if nxt is None or ";" in nxt[1].group() or self.is_article(nxt[0]):
                break
            found.items.extend(nxt[0])
            found.end = nxt[0][-1].end
            self.range(found, paragraph=True, plural=True)
            closed = closed or bool(nxt[1]["conj"] or nxt[1]["bare"])
        return found

    def goes_on(self, found: ItemList) -> bool:
        """`1 and 3 and 5`: an ascending number behind a bare "and" is one more paragraph."""
        nxt = self.next_item(found.end, paragraph=True, plural=True)
        if nxt is None or not nxt[1]["bare"] or self.is_article(nxt[0]):
            return False
        new, old = nxt[0][0].number, found.items[-1].number
        return new.isdigit() and old.isdigit() and int(new) > int(old)

    def is_article(self, items: list[Item]) -> bool:
        """Whether the number is an article of its own: "40,22", or "16" in "16, paragraph 1"."""
        return bool(items[0].para or THEN_PARAGRAPH.match(self.text, items[-1].end))

    def subs_of(self, found: ItemList) -> bool:
        """`paragraph 3, subparagraphs (a) and (b)`: hang the letters on the last item."""
        match = SUB_WORD.match(self.text, found.end)
        subs = read_subs(self.text, match.end()) if match else []
        if not subs or found.items[-1].subs:
            return False
        last = found.items.pop()
        for sub in subs:
            start = last.start if sub is subs[0] else sub.start
            found.items.append(Item(last.number, last.para, last.subs + sub.subs, start, sub.end))
        found.end = subs[-1].end
        return True

    def belongs_elsewhere(self, pos: int) -> bool:
        """Whether the paragraphs at `pos` name another owner: "and paragraph 2 of article 16"."""
        found = self.numbers(pos, paragraph=True)
        return any(
            pattern.match(self.text, found.end)
            for pattern in (OF_ARTICLE, OF_PREAMBLE, OF_RESOLUTION)
        )
