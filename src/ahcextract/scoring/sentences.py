"""The sentences that facts stand in: the clusters that the bootstrap draws."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ahcextract.scoring.bootstrap import score
from ahcextract.scoring.counts import PRF, Score
from ahcextract.scoring.facts import Fact, Span

#: A document and the number of a sentence in it.
Place = tuple[str, int]


class Sentences:
    """Numbers the sentences of all documents; spans that overlap are one sentence.

    Args:
        facts: all facts, of gold and of every prediction that is compared with it.
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        spans: dict[str, set[Span]] = {}
        for fact in facts:
            spans.setdefault(fact.key.document, set()).update(fact.spans)
        self._number: dict[tuple[str, Span], int] = {}
        for document, found in spans.items():
            number, reach = -1, -1
            for span in sorted(found):
                if span[0] >= reach:
                    number += 1
                reach = max(reach, span[1])
                self._number[document, span] = number

    def place(self, fact: Fact) -> Place:
        """Where a fact stands first."""
        return self.at(fact.key.document, fact.spans[0])

    def at(self, document: str, span: Span) -> Place:
        """The place of a span of one of the facts."""
        return document, self._number[document, span]


@dataclass(slots=True)
class Outcome:
    """Where the right, the spurious and the missed stand."""

    right: list[Place] = field(default_factory=list)
    spurious: list[Place] = field(default_factory=list)
    missed: list[Place] = field(default_factory=list)

    @property
    def counts(self) -> PRF:
        """Their numbers."""
        return PRF(len(self.right), len(self.spurious), len(self.missed))

    def by_sentence(self) -> dict[Place, tuple[int, int, int]]:
        """(right, spurious, missed) of each sentence that has any."""
        table: dict[Place, list[int]] = {}
        for column, places in enumerate((self.right, self.spurious, self.missed)):
            for place in places:
                table.setdefault(place, [0, 0, 0])[column] += 1
        return {place: (row[0], row[1], row[2]) for place, row in table.items()}

    def strata(self) -> list[list[tuple[int, int, int]]]:
        """The same, gathered by document."""
        strata: dict[str, list[tuple[int, int, int]]] = {}
        for (document, _), row in sorted(self.by_sentence().items()):
            strata.setdefault(document, []).append(row)
        return list(strata.values())

    def score(self) -> Score:
        """Counts and intervals."""
        return score(self.strata())


def compare(predicted: Mapping[Hashable, Place], gold: Mapping[Hashable, Place]) -> Outcome:
    """Compare two sets whose members have places; a right one stands where gold has it."""
    outcome = Outcome()
    for key, place in gold.items():
        (outcome.right if key in predicted else outcome.missed).append(place)
    outcome.spurious.extend(place for key, place in predicted.items() if key not in gold)
    return outcome


def from_matching(
    matched: Mapping[int, int], predicted: Sequence[Place], gold: Sequence[Place]
) -> Outcome:
    """Outcome of a one-to-one matching of two lists, by their indexes."""
    found = set(matched.values())
    return Outcome(
        [gold[index] for index in sorted(found)],
        [place for index, place in enumerate(predicted) if index not in matched],
        [place for index, place in enumerate(gold) if index not in found],
    )
