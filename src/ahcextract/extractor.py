"""From a bulletin to its positions: the whole way, one issue after another."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from spacy.language import Language

from ahcextract.bulletin import Block, Bulletin, Issue
from ahcextract.linking.context import INHERITED, Memory, Place
from ahcextract.linking.linker import Linker
from ahcextract.linking.parse import Sentence
from ahcextract.linking.records import positions
from ahcextract.linking.relative import complete
from ahcextract.linking.repair import repair
from ahcextract.matching import Matched, Matching
from ahcextract.model import load_parser
from ahcextract.parser.trees import Trees
from ahcextract.position import Position
from ahcextract.profile import Profile

# Sentences parsed at a time: enough for the model to be quick, few enough to keep memory flat.
_WINDOW = 256
_RUN_IN = 99


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
        self.general = frozenset(t.slug for t in profile.topics if t.general)
        self.counted = frozenset(t.slug for t in profile.topics if t.counted)

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
        for issue in bulletin.issues:
            yield from self.issue(bulletin, issue)

    def issue(self, bulletin: Bulletin, issue: Issue) -> Iterator[Position]:
        """Positions of one issue, in text order; no more than a window of it is held."""
        memory = Memory(siblings=self.siblings, general=self.general, counted=self.counted)
        linker = Linker(memory)
        headings: list[tuple[int, Place]] = []
        blocks = iter(issue.blocks)
        number = 0
        while True:
            # All that a window holds is gone before garbage is looked for again.
            with uncollected():
                window = self.window(bulletin, blocks, number)
                if not window:
                    return
                number += sum(len(sentences) for _, sentences in window)
                found = list(self.flush(bulletin, issue, window, linker, headings))
                window.clear()
            yield from found

    def window(
        self, bulletin: Bulletin, blocks: Iterator[Block], number: int
    ) -> list[tuple[Matched, list[Sentence]]]:
        """The next blocks with their mentions and sentences, as many as are parsed together."""
        window: list[tuple[Matched, list[Sentence]]] = []
        waiting = 0
        for block in blocks:
            matched = self.matching.block(bulletin, block)
            heading = block.kind == "heading"
            sentences = [] if heading else list(self.matching.sentences(matched, number))
            number += len(sentences)
            window.append((matched, sentences))
            waiting += sum(1 for s in sentences if s.words)
            if waiting >= _WINDOW:
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
        """Parse and link the blocks of a window."""
        self.parse([s for _, sentences in window for s in sentences if s.words])
        memory = linker.memory
        for matched, sentences in window:
            if matched.block.kind == "heading":
                memory.heading = under(headings, matched.block.level, matched.label)
                memory.leave_run()
                continue
            if matched.block.kind == "paragraph" and matched.block.label_end is not None:
                # A run-in heading ("LOSS AND DAMAGE: On Friday, …") holds until the next one.
                memory.heading = under(headings, _RUN_IN, matched.label)
            memory.enter_block(matched.block.kind, matched.label, matched.block.level)
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


def under(headings: list[tuple[int, Place]], level: int, place: Place) -> Place:
    """Enter a heading; what it does not name is taken from the headings it stands under."""
    while headings and headings[-1][0] >= level:
        headings.pop()
    above = headings[-1][1] if headings else Place()
    place = replace(place, targets=complete(place.targets, above.targets))
    if not place.targets and not place.topics:
        place = Place(above.targets, above.topics, above.span, INHERITED)
    headings.append((level, place))
    return place
