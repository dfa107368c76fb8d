"""The extractor with single ideas switched off, for `benchmarks.ablation`.

Nothing of the extractor is edited for it: what can be is overridden in subclasses, and two classes
that are named inside other modules are put in their place while a document is read.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, fields
from unittest import mock

from spacy.language import Language
from spacy.tokens import Doc

import ahcextract.matching
from ahcextract.bulletin import Bulletin, Issue
from ahcextract.extractor import Extractor
from ahcextract.linking.context import Memory, Place
from ahcextract.linking.drafts import Draft
from ahcextract.linking.grouping import Grouper
from ahcextract.linking.linker import Linker
from ahcextract.linking.parse import Sentence
from ahcextract.linking.records import position
from ahcextract.linking.repair import move, repair
from ahcextract.linking.units import Aside, Lifted, Member, Unit
from ahcextract.matching import Matched
from ahcextract.parser.trees import tree_of
from ahcextract.position import Position
from ahcextract.profile import Profile

_BATCH = 64
# What blocks hand down: headings; labels, with the bullet or paragraph above. All other fields of
# the memory, but the profile's own, come from sentences read before.
_HEADINGS = frozenset({"heading"})
_LABELS = frozenset({"label", "run", "lead", "bullets", "carried", "in_paragraph"})
_OF_PROFILE = frozenset({"siblings", "general", "counted"})


@dataclass(frozen=True, slots=True)
class Switches:
    """Which ideas are on.

    Attributes:
        short: the parser reads the short sentence; off, it reads the whole one, and each unit
            takes the head and the label of its topmost token.
        groups: actors, provisions and quotations are grouped into units; off, each name and each
            provision reference stands for itself, and nothing is lifted.
        lifting: asides ("supported by B") and parentheses are taken out of the sentence; off,
            they stay in it word by word.
        headings: what the heading above names is remembered.
        labels: what the block's own label and the blocks above it name is remembered.
        before: what earlier sentences of the issue said is remembered.
        cautious: of two places in the nearest sentence that names any, none is the antecedent;
            off, the last one is.
        repair: regular mistakes of the parser are mended.
    """

    short: bool = True
    groups: bool = True
    lifting: bool = True
    headings: bool = True
    labels: bool = True
    before: bool = True
    cautious: bool = True
    repair: bool = True


class Unlifted(Grouper):
    """Groups lists, but takes nothing out of the sentence."""

    def parenthesis(self, index: int) -> int:
        """No parenthesis is lifted."""
        return index

    def asides(self, index: int, *, behalf: bool = False) -> tuple[list[Aside], int]:
        """No aside is read."""
        return [], index

    def fronted(self, index: int) -> tuple[list[Aside], int] | None:
        """Nor one in front of the subject."""
        return None


class Ungrouped(Grouper):
    """One name, one unit: no lists, no asides, no "on behalf of", no quotations."""

    def group(self) -> tuple[list[Unit], list[Lifted]]:
        """Names and provision references as the matchers found them, and plain words."""
        at = self.start
        while at < self.end:
            actor, provision = self.actors.get(at), self.provisions.get(at)
            if actor is not None and actor._.actor.form != "adjective":
                member = Member(actor._.actor, at, actor.end)
                self.units.append(Unit("actors", at, actor.end, (member,)))
            elif provision is not None:
                targets = (provision._.provision,)
                self.units.append(Unit("provisions", at, provision.end, targets=targets))
            else:
                self.units.append(Unit("word", at, at + 1))
            at = self.units[-1].end
        return self.units, []


class _Forgetful(Linker):
    """A linker that shows what it drafts, and whose memory is emptied before each sentence."""

    def __init__(
        self, memory: Memory, forgotten: frozenset[str], show: Callable[[list[Draft]], None]
    ) -> None:
        super().__init__(memory)
        self._forgotten, self._show = forgotten, show

    def link(self, s: Sentence) -> list[Draft]:
        self._forget()
        drafts = super().link(s)
        self._show(drafts)
        return drafts

    def pass_over(self, s: Sentence) -> None:
        self._forget()
        super().pass_over(s)

    def _forget(self) -> None:
        new = Memory()
        for name in self._forgotten:
            setattr(self.memory, name, getattr(new, name))


class Ablated(Extractor):
    """The extractor with some ideas switched off.

    Args:
        profile: of the negotiation.
        switches: what is on.
        nlp: as of `Extractor`.

    Attributes:
        drafts: all positions of what was read so far, those too that repeat one of another rule.
    """

    def __init__(
        self, profile: Profile, switches: Switches | None = None, nlp: Language | None = None
    ) -> None:
        super().__init__(profile, nlp)
        self.switches = switches or Switches()
        self.drafts: list[Position] = []

    def bulletin(self, bulletin: Bulletin) -> Iterator[Position]:
        """Positions of a bulletin; all its issues are read at once."""
        with ExitStack() as stack:
            for replaced in self._replaced():
                stack.enter_context(replaced)
            found = list(super().bulletin(bulletin))
        yield from found

    def _replaced(self) -> Iterator["mock._patch[object]"]:
        on = self.switches
        if not (on.groups and on.lifting):
            grouper = Unlifted if on.groups else Ungrouped
            yield mock.patch.object(ahcextract.matching, "Grouper", grouper)
        if not on.cautious:
            yield mock.patch.object(Memory, "focus", last_place)

    def flush(
        self,
        bulletin: Bulletin,
        issue: Issue,
        window: list[tuple[Matched, list[Sentence]]],
        linker: Linker,
        headings: list[tuple[int, Place]],
    ) -> Iterator[Position]:
        """As the extractor's, with a linker that forgets."""

        def show(drafts: list[Draft]) -> None:
            self.drafts.extend(position(bulletin, issue, draft) for draft in drafts)

        forgetful = _Forgetful(linker.memory, self._forgotten(), show)
        yield from super().flush(bulletin, issue, window, forgetful, headings)

    def _forgotten(self) -> frozenset[str]:
        names = frozenset(field.name for field in fields(Memory)) - _OF_PROFILE
        on = self.switches
        kept = {_HEADINGS: on.headings, _LABELS: on.labels, names - _HEADINGS - _LABELS: on.before}
        return frozenset(name for group, held in kept.items() if not held for name in group)

    def parse(self, sentences: list[Sentence]) -> None:
        """As the extractor's, or from the whole sentence, or without mending."""
        on = self.switches
        if on.short and on.groups and on.repair:
            super().parse(sentences)
            return
        whole = not (on.short and on.groups)
        docs = whole_sentences(self.nlp, sentences) if whole else short_sentences(self, sentences)
        for sentence, parsed in zip(sentences, self.nlp.pipe(docs, batch_size=_BATCH), strict=True):
            if whole:
                project(sentence, parsed)
            else:
                sentence.attach(*tree_of(parsed))
            if not on.groups:
                flatten(sentence)
            if on.repair:
                repair(sentence)


def short_sentences(extractor: Extractor, sentences: Iterable[Sentence]) -> Iterator[Doc]:
    """What the extractor gives the parser."""
    return (Doc(extractor.nlp.vocab, words=s.spelling) for s in sentences)


def whole_sentences(nlp: Language, sentences: Iterable[Sentence]) -> Iterator[Doc]:
    """The sentences as they are written."""
    for s in sentences:
        tokens = s.doc[s.start : s.end]
        words, spaces = [t.text for t in tokens], [bool(t.whitespace_) for t in tokens]
        yield Doc(nlp.vocab, words=words, spaces=spaces)


def project(s: Sentence, parsed: Doc) -> None:
    """Give each unit of `s` the head and the label of its topmost token in the whole sentence.

    A head that was lifted out of the sentence is passed over for the head above it.
    """
    unit_at = {
        token - s.start: index
        for index, unit in enumerate(s.units)
        for token in range(unit.start, unit.end)
    }
    s.heads, s.deps = [], []
    for index, unit in enumerate(s.units):
        top = parsed[unit.start - s.start : unit.end - s.start].root
        above = top.head
        while unit_at.get(above.i, index) == index and above.head != above:
            above = above.head
        head = unit_at.get(above.i, index)
        s.heads.append(head)
        s.deps.append(top.dep_ if head != index or top.dep_ == "ROOT" else "ROOT")
    s.children = [[] for _ in s.units]
    for index, head in enumerate(s.heads):
        if head != index:
            s.children[head].append(index)


def flatten(s: Sentence) -> None:
    """Hang the members of a list of actors under its first one: the rules look no further up."""
    for index in range(len(s.units)):
        if not (s.is_actor(index) and s.deps[index] in {"conj", "appos"}):
            continue
        top = s.heads[index]
        while s.is_actor(top) and s.deps[top] in {"conj", "appos"} and s.is_actor(s.heads[top]):
            top = s.heads[top]
        if top != s.heads[index]:
            move(s, index, top, s.deps[index])


def last_place(memory: Memory) -> Place | None:
    """In place of `Memory.focus`: the place named last, however many there are."""
    return next((place for place in reversed(memory.places) if place.targets), None)
