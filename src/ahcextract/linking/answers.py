"""Sentences that answer the one before with hardly a verb: "So did Peru", "Togo did not"."""

from collections.abc import Iterable

from ahcextract.linking.parse import Sentence
from ahcextract.linking.stand import Stand
from ahcextract.linking.statements import Statement

_AUXILIARIES = frozenset(
    "do does did could can would will has have had is are was were should may might".split()
)
_SAME = frozenset({"so", "nor", "neither", "as", "likewise", "similarly", "ditto", "same"})
_LONGEST = 8
_STOPS = frozenset({".", "!", ";", ",", "and", "but"})


class Answers:
    """Reads short answers of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.s = sentence

    def read(self, statements: Iterable[Statement]) -> list[Statement]:
        """Answers by actors that no other rule has read."""
        s = self.s
        read = {x.place for x in statements}
        found: list[Statement] = []
        for index, unit in enumerate(s.units):
            if unit.kind != "actors" or index in read:
                continue
            relation = self.inverted(index) or self.elliptical(index)
            if relation is None:
                continue
            name, first, last = relation
            span = s.tokens(range(first, last))
            if span is None:
                continue
            stand = Stand(name, span, span[0], (), name == "oppose", bare=True, rule="short-answer")
            found.append(Statement(unit.members, stand, index))
        return found

    def inverted(self, a: int) -> tuple[str, int, int] | None:
        """`So did A`, `Nor could A`, `Not so A`, `Likewise A`: relation and its units."""
        s = self.s
        before = [s.words[k] for k in range(max(0, a - 3), a)]
        if before[-2:] and len(before) >= 2 and before[-1] in _AUXILIARIES and before[-2] in _SAME:
            return "with", a - 2, a
        if before[-2:] == ["not", "so"]:
            return "oppose", a - 2, a
        if before[-1:] and before[-1] in {"likewise", "ditto"} and a <= 2:
            return "with", a - 1, a
        return None

    def elliptical(self, a: int) -> tuple[str, int, int] | None:
        """`A did too`, `A did not`, `A likewise`: relation and its units."""
        s = self.s
        first = a + 1
        if first < len(s.units) and s.words[first] == ",":
            first += 1
        rest: list[str] = []
        for k in range(first, min(len(s.units), first + _LONGEST)):
            if s.words[k] in _STOPS:
                break
            rest.append(s.words[k])
        if not rest:
            return None
        a, end = first - 1, first + len(rest)
        if rest[0] in _AUXILIARIES and rest[1:] in (
            ["not"], ["n't"], ["too"], ["so"], ["likewise"], ["so", "too"], ["the", "same"], ["as", "well"], [],
        ):  # fmt: skip
            negative = rest[1:] in (["not"], ["n't"])
            return ("oppose" if negative else "with"), a + 1, end
        if rest in (["likewise"], ["too"], ["as", "well"], ["also"], ["ditto"], ["similarly"]):
            return "with", a + 1, end
        return None
