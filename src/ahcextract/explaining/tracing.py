"""Runs the extractor and keeps what it saw on the way: sentences, statements, drafts."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ahcextract.bulletin import Bulletin, Issue
from ahcextract.extractor import Extractor
from ahcextract.linking.context import Memory, Place
from ahcextract.linking.drafts import Draft
from ahcextract.linking.linker import Linker
from ahcextract.linking.parse import Sentence
from ahcextract.linking.statements import Statement
from ahcextract.linking.targets import Targets
from ahcextract.matching import Matched
from ahcextract.position import Position


@dataclass(slots=True)
class Traced:
    """What the linker made of one sentence.

    Attributes:
        sentence: grouped, and parsed where it has `heads`.
        drafts: in the order made.
        silent: statements that were read and gave no draft.
    """

    sentence: Sentence
    drafts: list[Draft] = field(default_factory=list)
    silent: list[Statement] = field(default_factory=list)


@dataclass(slots=True)
class TracedBlock:
    """A block with its mentions and its sentences; a heading has none."""

    matched: Matched
    sentences: list[Traced] = field(default_factory=list)


class _Recorder(Linker):
    """A linker that writes down what it does; its whole state is the memory it is given."""

    def __init__(self, memory: Memory, traces: dict[int, Traced]) -> None:
        super().__init__(memory)
        self._traces = traces

    def link(self, s: Sentence) -> list[Draft]:
        drafts = super().link(s)
        self._traces[id(s)].drafts = drafts
        return drafts

    def statement(
        self, s: Sentence, statement: Statement, targets: Targets, before: list[Draft]
    ) -> Iterator[Draft]:
        found = list(super().statement(s, statement, targets, before))
        if not found:
            self._traces[id(s)].silent.append(statement)
        yield from found


class Tracer(Extractor):
    """The extractor itself, which keeps the blocks of the issue read last in `blocks`.

    Nothing is done a second time or in another way: what is explained is what happened.
    """

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self.blocks: list[TracedBlock] = []

    def issue(self, bulletin: Bulletin, issue: Issue) -> Iterator[Position]:
        """Positions of one issue; `blocks` is whole once they have all been taken."""
        self.blocks = []
        yield from super().issue(bulletin, issue)

    def flush(
        self,
        bulletin: Bulletin,
        issue: Issue,
        window: list[tuple[Matched, list[Sentence]]],
        linker: Linker,
        headings: list[tuple[int, Place]],
    ) -> Iterator[Position]:
        """As the extractor does it, with a linker that writes down what it does."""
        traces: dict[int, Traced] = {}
        for matched, sentences in window:
            self.matching.show(matched)
            block = TracedBlock(matched, [Traced(s) for s in sentences])
            traces.update((id(t.sentence), t) for t in block.sentences)
            self.blocks.append(block)
        recorder = _Recorder(linker.memory, traces)
        yield from super().flush(bulletin, issue, window, recorder, headings)
