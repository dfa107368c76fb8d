"""From a bulletin to its positions: the whole way, one issue after another."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from spacy.language import Language

from ahcextract.bulletin import Block, Bulletin, Issue
from ahcextract.linking.context import INHERITED, Memory, Place
from ahcextract.linking.linker import Linker
from ahcextract.linking.narrowing import Under, narrowed_place
from ahcextract.linking.parse import Sentence
from ahcextract.linking.records import positions
from ahcextract.linking.relative import complete
from ahcextract.linking.repair import repair
from ahcextract.matching import Matched, Matching
from ahcextract.model import load_parser
from ahcextract.parser.arcs import ROOM
from ahcextract.parser.trees import Trees
from ahcextract.position import Position
from ahcextract.profile import Profile

# Words parsed at a time, with room left for the rest of a block: by doing many together the parser
# is quick.
_WINDOW = ROOM - 400
# Tokens held at most, however few sentences of them are worth parsing.
_HELD = 20_000
_RUN_IN = 99


@dataclass(slots=True)
class Reading:
    """How far an issue has been read.

    Attributes:
        bulletin: that the issue is of.
        issue: the issue.
        linker: with the issue's memory.
        headings: that the next block stands under, with their levels.
        number: of sentences read.
    """

    bulletin: Bulletin
    issue: Issue
    linker: Linker
    headings: list[tuple[int, Place]] = field(default_factory=list)
    number: int = 0


@dataclass(slots=True)
class Part:
    """What a window holds of one issue.

    Attributes:
        reading: of the issue.
        blocks: with their mentions and sentences.
        ends: whether the issue ends here.
    """

    reading: Reading
    blocks: list[tuple[Matched, list[Sentence]]] = field(default_factory=list)
    ends: bool = False

    def sentences(self) -> Iterator[Sentence]:
        """All sentences, in text order."""
        return (s for _, sentences in self.blocks for s in sentences)


@dataclass(frozen=True, slots=True)
class Piece:
    """Positions of one issue that were found together.

    Attributes:
        bulletin: that the issue is of.
        issue: the issue.
        positions: in text order; often none.
        ends: whether they are the issue's last.
    """

    bulletin: Bulletin
    issue: Issue
    positions: list[Position]
    ends: bool


class Extractor:
    """Positions by the rules of one profile; loads the model once.

    Args:
        profile: of the negotiation.
        nlp: a pipeline with a tokenizer and a dependency parser; the shipped model by default.
    """

    def __init__(self, profile: Profile, nlp: Language | None = None) -> None:
        self.profile = profile
        self.nlp = nlp if nlp is not None else load_parser()
        self.trees = Trees(self.nlp)
        self.matching = Matching(self.nlp, profile)
        self.siblings = frozenset(i.id for i in profile.instruments if i.sibling)
        self.general, self.counted, self.parts = profile.general, profile.counted, profile.parts
        self.under = profile.under

    def extract(self, source: str | Path) -> Iterator[Position]:
        """Positions of a text or a file, in document order.

        Args:
            source: the text of a bulletin, or a `Path` to a file of any supported kind.

        Raises:
            InputError: the file cannot be read.
        """
        from ahcextract.reading import from_text, read
        from ahcextract.splitting import split

        read_source = read(source) if isinstance(source, Path) else from_text(source)
        yield from self.bulletin(split(read_source, self.profile.headings))

    def bulletin(self, bulletin: Bulletin) -> Iterator[Position]:
        """Positions of a bulletin, as its issues are read."""
        for piece in self.pieces([(bulletin, bulletin.issues)]):
            yield from piece.positions

    def issue(self, bulletin: Bulletin, issue: Issue) -> Iterator[Position]:
        """Positions of one issue, in text order; no more than a window of it is held."""
        for piece in self.pieces([(bulletin, [issue])]):
            yield from piece.positions

    def pieces(self, issues: Iterable[tuple[Bulletin, Iterable[Issue]]]) -> Iterator[Piece]:
        """Positions of issues of bulletins, in order; no more than a window of them is held.

        Issues know nothing of one another, but short ones are parsed together: bulletins are
        asked for as far ahead as a window reaches. Every issue has a last piece.
        """
        blocks = self.begun(issues)
        while True:
            # All that a window holds is gone before garbage is looked for again.
            with uncollected():
                window = self.window(blocks)
                if not window:
                    return
                self.parse([s for part in window for s in part.sentences() if s.words])
                pieces = [self.piece(part) for part in window]
                window.clear()
            yield from pieces

    def piece(self, part: Part) -> Piece:
        """Positions of the parsed blocks of one issue."""
        reading = part.reading
        bulletin, issue = reading.bulletin, reading.issue
        found = self.flush(bulletin, issue, part.blocks, reading.linker, reading.headings)
        return Piece(bulletin, issue, list(found), part.ends)

    def begun(
        self, issues: Iterable[tuple[Bulletin, Iterable[Issue]]]
    ) -> Iterator[tuple[Reading, Block | None]]:
        """The blocks of issues in order, each with its issue's reading; None where one ends."""
        for bulletin, issue in ((b, issue) for b, of in issues for issue in of):
            memory = Memory(
                siblings=self.siblings,
                general=self.general,
                counted=self.counted,
                parts=self.parts,
                under=self.under,
            )
            reading = Reading(bulletin, issue, Linker(memory))
            for block in issue.blocks:
                yield reading, block
            yield reading, None

    def window(self, blocks: Iterator[tuple[Reading, Block | None]]) -> list[Part]:
        """The next blocks with their mentions and sentences, as many as are parsed together."""
        window: list[Part] = []
        waiting = held = 0
        for reading, block in blocks:
            if not window or window[-1].reading is not reading:
                window.append(Part(reading))
            if block is None:
                window[-1].ends = True
                continue
            matched = self.matching.block(reading.bulletin, block)
            heading = block.kind == "heading"
            sentences = [] if heading else list(self.matching.sentences(matched, reading.number))
            reading.number += len(sentences)
            window[-1].blocks.append((matched, sentences))
            waiting += sum(len(s.words) for s in sentences)
            held += len(matched.doc)
            if waiting >= _WINDOW or held >= _HELD:
                break
        return window

    def flush(
        self,
        bulletin: Bulletin,
        issue: Issue,
        window: list[tuple[Matched, list[Sentence]]],
        linker: Linker,
        headings: list[tuple[int, Place]],
    ) -> Iterator[Position]:
        """Link the parsed blocks of an issue in a window."""
        memory = linker.memory
        for matched, sentences in window:
            if matched.block.kind == "heading":
                memory.head(under(headings, matched.block.level, matched.label, memory.under))
                memory.leave_run()
                continue
            if matched.block.kind == "paragraph" and matched.block.label_end is not None:
                # A run-in heading ("LOSS AND DAMAGE: On Friday, …") holds until the next one.
                memory.head(under(headings, _RUN_IN, matched.label, memory.under))
            noted = any(sentence.noted for sentence in sentences)
            label = narrowed_place(matched.label, memory.heading.topics, memory.under)
            memory.enter_block(matched.block.kind, label, matched.block.level, noted=noted)
            drafts = []
            for sentence in sentences:
                if sentence.heads:
                    drafts.extend(linker.link(sentence))
                else:
                    linker.pass_over(sentence)
            if matched.block.kind == "paragraph" and matched.cleaned.text.rstrip().endswith(":"):
                memory.introduce()
            yield from positions(bulletin, issue, drafts)

    def parse(self, sentences: list[Sentence]) -> None:
        """Parse the short sentences and attach what the parser says."""
        trees = self.trees.parse([s.spelling for s in sentences])
        for sentence, (heads, deps) in zip(sentences, trees, strict=True):
            sentence.attach(heads, deps)
            repair(sentence)


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no cyclic garbage meanwhile: all that is made here is held until it is read.

    The collector would walk thousands of live tokens, units and trees again and again.
    """
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


def under(headings: list[tuple[int, Place]], level: int, place: Place, meant: Under) -> Place:
    """Enter a heading; what it does not name is taken from the headings it stands under."""
    while headings and headings[-1][0] >= level:
        headings.pop()
    above = headings[-1][1] if headings else Place()
    place = replace(place, targets=complete(place.targets, above.targets))
    place = narrowed_place(place, above.topics, meant)
    if not place.targets and not place.topics:
        place = Place(above.targets, above.topics, above.span, INHERITED)
    headings.append((level, place))
    return place
