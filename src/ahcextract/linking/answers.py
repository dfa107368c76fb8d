"""Sentences that answer the one before with hardly a verb: "So did Peru", "Togo did not"."""

from collections.abc import Iterable, Sequence

from ahcextract.linking.context import Memory
from ahcextract.linking.parse import Sentence
from ahcextract.linking.stand import Stand
from ahcextract.linking.statements import Statement

_AUXILIARIES = frozenset(
    "do does did could can would will has have had is are was were should may might".split()
)
_BE = frozenset({"is", "are", "was", "were", "stands", "stood"})
_SAME = frozenset({"so", "nor", "neither", "as", "likewise", "similarly", "ditto", "same"})
_COMING = frozenset(
    {"came", "comes", "come", "goes", "went", "holds", "held", "applied", "applies"}
)
_SOURCES = frozenset({"from", "for", "with"})
_LONGEST = 8
_STOPS = frozenset({".", "!", ";", ":", ",", "and", "but", "–", "—"})
_TOO: tuple[list[str], ...] = (
    [],
    ["too"],
    ["also"],
    ["so"],
    ["likewise"],
    ["so", "too"],
    ["the", "same"],
    ["as", "well"],
)
_ALSO = (
    ["likewise"],
    ["too"],
    ["as", "well"],
    ["also"],
    ["ditto"],
    ["similarly"],
    ["same", "here"],
    ["same", "thing"],
    ["in", "the", "same", "vein"],
    ["along", "the", "same", "lines"],
    ["right", "behind"],
    ["same"],
    ["same", "position"],
    ["same", "line"],
    ["in", "agreement"],
)
_NOT = (["not"], ["n't"], ["not", "either"], ["n't", "either"], ["not", "agree"], ["n't", "agree"])

_SAYING = frozenset(
    "say says said answer answers answered reply replies replied vote votes voted".split()
)
_WORDS = {"no": "oppose", "yes": "support", "nay": "oppose", "aye": "support"}

_JOINING = {
    "joined": "with", "followed": "with", "echoed": "with", "supported": "support",
    "backed": "support", "seconded": "support", "opposed": "oppose", "contradicted": "oppose",
}  # fmt: skip

_ALIGNING = frozenset(
    "aligned associated identified aligns align associate dissociated disassociated "
    "distanced".split()
)
_SAID_BEFORE = frozenset({"this", "that", "which", "these"})

Relation = tuple[str, int, int]


class Answers:
    """Reads short answers of one sentence.

    Args:
        sentence: parsed.
        memory: of the issue, before this sentence.
    """

    def __init__(self, sentence: Sentence, memory: Memory) -> None:
        self.s, self.memory = sentence, memory

    def added(self, statements: Sequence[Statement]) -> list[Statement]:
        """`statements` with the answers; "said no" is an answer, and no report beside it."""
        answers = self.read(statements)
        words = {t for x in answers for t in range(*x.stand.cue)}
        kept = [x for x in statements if x.stand.stance != "neutral" or x.stand.head not in words]
        return [*kept, *answers]

    def read(self, statements: Sequence[Statement]) -> list[Statement]:
        """Answers by actors that no other rule has read."""
        s = self.s
        # "B did not, and called it a veto": a report does not stand for the answer.
        read = {x.place for x in statements if x.stand.stance != "neutral"}
        # "C was with B": B is only whom C sides with.
        sided: set[int] = set()
        found: list[Statement] = []
        for index in s.acting:
            unit = s.units[index]
            if index in read or index in sided:
                continue
            relation = (
                self.joining(index)
                or self.aligning(index)
                or self.inverted(index)
                or self.elliptical(index)
                or self.siding(index, sided)
            )
            if relation is None:
                continue
            name, first, last = relation
            span = s.tokens(range(first, last))
            if span is None:
                continue
            stand = Stand(name, span, span[0], (), name == "oppose", bare=True, rule="short-answer")
            found.append(Statement(unit.members, stand, index))
        return found

    def inverted(self, a: int) -> Relation | None:
        """`So did A`, `Nor could A`, `Not so A`, `The same came from A`: relation, its units."""
        s = self.s
        before = [s.words[k] for k in range(max(0, a - 4), a)]
        if len(before) >= 2 and before[-1] in _AUXILIARIES and before[-2] in _SAME:
            return "with", a - 2, a
        if before[-2:] == ["not", "so"]:
            return "oppose", a - 2, a
        if before[-1:] and before[-1] in {"likewise", "ditto"} and a <= 2:
            return "with", a - 1, a
        if before[:2] == ["the", "same"] and before[2:3] and before[2] in _COMING:
            return ("with", a - 4, a) if before[-1] in _SOURCES else None
        return None

    def elliptical(self, a: int) -> Relation | None:
        """`A did too`, `A did not`, `A said no`, `A, ditto`: relation and its units."""
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
        end = first + len(rest)
        if rest[0] in _AUXILIARIES:
            if rest[1:] in _NOT:
                return "oppose", first, end
            return ("with", first, end) if rest[1:] in _TOO else None
        alone = a == 0 and end + 1 >= len(self.s.units)
        if rest == ["not"] and self.memory.taken and (alone or not self.s.kid(a, "neg")):
            return "oppose", first, end
        if len(rest) == 2 and rest[0] in _SAYING and rest[1] in _WORDS:
            return _WORDS[rest[1]], first, end
        return ("with", first, end) if rest in _ALSO else None

    def joining(self, a: int) -> Relation | None:
        """`was requested by B, whom A joined`: A says the same, or the contrary."""
        s = self.s
        if s.words[a - 1] != "whom" or a + 1 >= len(s.units) or not s.is_actor(s.heads[a + 1]):
            return None
        relation = _JOINING.get(s.words[a + 1])
        return (relation, a + 1, a + 2) if relation else None

    def siding(self, a: int, sided: set[int]) -> Relation | None:
        """`A is with B on this`, `A with B.`, B having spoken last: A says the same."""
        s = self.s
        at = a + 1
        if at + 1 < len(s.units) and s.words[at] in _BE:
            at += 1
        elif a or at + 3 < len(s.units):
            return None  # "A with B." is a whole sentence.
        if at + 1 >= len(s.units) or s.words[at] != "with" or not s.is_actor(at + 1):
            return None
        sided.add(at + 1)
        if not self.spoke_last(m.ref.id for m in s.units[at + 1].members):
            return None
        return "with", a + 1, at + 1

    def spoke_last(self, ids: Iterable[str]) -> bool:
        """Whether all of them took the stand that was taken last."""
        taken = self.memory.taken
        return bool(taken) and set(ids) <= set(taken[-1].owners)

    def aligning(self, a: int) -> Relation | None:
        """`and with this A aligned itself`, `a view with which A associated itself`."""
        s = self.s
        if a < 2 or a + 2 >= len(s.units) or s.words[a + 1] not in _ALIGNING:
            return None
        if s.words[a + 2] not in {"itself", "themselves"} or s.words[a - 1] not in _SAID_BEFORE:
            return None
        with_it = s.words[a - 2] in {"with", "from"}
        apart = s.words[a + 1].startswith(("dis", "dist"))
        return ("oppose" if apart else "support", a + 1, a + 3) if with_it else None
