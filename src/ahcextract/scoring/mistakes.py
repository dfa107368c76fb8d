"""The mistakes one by one: missed, spurious, wrong in one field; by construction, worst first."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from ahcextract.errors import InputError
from ahcextract.gold.documents import GoldIndex, text_hash
from ahcextract.gold.lines import read_lines
from ahcextract.position import Offset
from ahcextract.scoring.facts import Fact, Keep, Key, Span, headline, overlap
from ahcextract.scoring.figures import Sides
from ahcextract.scoring.pairing import Pairing
from ahcextract.scoring.scope import Scope

#: Says why a missed fact was missed, where that is known.
Why = Callable[[Fact], str | None]
#: Words of a document between two offsets, where they are at hand.
Words = Callable[[str, Span], str | None]

SILENT = "missed: no record in the sentence"
BESIDE = "missed: other records in the sentence"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake.

    Attributes:
        kind: `missed`, `spurious`, or the one field that is wrong.
        construction: the rules that made it; for a missed one why it was missed.
        gold: what gold has, as a key; None where spurious.
        predicted: what was predicted; None where missed.
        span: offsets of the sentence, end exclusive.
        sentence: its words, where they are at hand.
        same_sentence: for a wrong field, whether both stand in one sentence.
        beside: for a missed one, what was predicted in its sentence, with the rules.
    """

    kind: str
    construction: str
    gold: Key | None
    predicted: Key | None
    span: Span
    sentence: str | None
    same_sentence: bool = True
    beside: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        values = asdict(self)
        for side in ("gold", "predicted"):
            key: Key | None = getattr(self, side)
            values[side] = key._asdict() if key else None
        return values


class WhyLine(BaseModel):
    """A line of a file that says why nothing fired in a stretch of a document."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    document: str
    evidence_start: Offset
    evidence_end: Offset
    why: str


def read_why(path: Path) -> Why:
    """Reasons out of a JSON Lines file of `document`, `evidence_start`, `evidence_end`, `why`.

    Raises:
        InputError: the file cannot be read or a line is malformed.
    """
    reasons: dict[str, list[WhyLine]] = {}
    for line in read_lines(path, WhyLine):
        reasons.setdefault(line.document, []).append(line)

    def why(fact: Fact) -> str | None:
        for line in reasons.get(fact.key.document, ()):
            if overlap(fact.spans, [(line.evidence_start, line.evidence_end)]):
                return line.why
        return None

    return why


def words_of(index: GoldIndex) -> Words:
    """Words out of the documents themselves, where they are there and unchanged."""
    texts: dict[str, str | None] = {}

    def text(name: str) -> str | None:
        from ahcextract.reading import read

        document = index.documents.get(name)
        if document is None or not index.source(name).is_file():
            return None
        try:
            found = read(index.source(name)).text
        except InputError:
            return None
        return found if text_hash(found) == document.sha256 else None

    def words(name: str, span: Span) -> str | None:
        if name not in texts:
            texts[name] = text(name)
        found = texts[name]
        return None if found is None else found[slice(*span)]

    return words


class _Lister:
    def __init__(self, sides: Sides, words: Words, why: Why) -> None:
        self._words, self._why = words, why
        self._by_issue: dict[tuple[str, int], list[Fact]] = {}
        for fact in sides.predicted.values():
            self._by_issue.setdefault(fact.key[:2], []).append(fact)

    def _sentence(self, fact: Fact) -> str | None:
        words = fact.evidence or self._words(fact.key.document, fact.spans[0])
        return " ".join(words.split()) if words else None

    def wrong(self, predicted: Fact, gold: Fact, field: str, same_sentence: bool) -> Mistake:
        return Mistake(
            field,
            " + ".join(predicted.rules),
            gold.key,
            predicted.key,
            predicted.spans[0],
            self._sentence(predicted),
            same_sentence,
        )

    def spurious(self, fact: Fact) -> Mistake:
        rules = " + ".join(fact.rules)
        return Mistake("spurious", rules, None, fact.key, fact.spans[0], self._sentence(fact))

    def missed(self, fact: Fact) -> Mistake:
        beside = tuple(
            f"{other.key.actor} {other.key.stance} {other.key.target} ({' + '.join(other.rules)})"
            for other in self._by_issue.get(fact.key[:2], ())
            if overlap(fact.spans, other.spans)
        )
        why = self._why(fact)
        construction = f"missed: {why}" if why else BESIDE if beside else SILENT
        return Mistake(
            "missed",
            construction,
            fact.key,
            None,
            fact.spans[0],
            self._sentence(fact),
            beside=beside,
        )


def find_mistakes(
    scope: Scope,
    sides: Sides,
    pairing: Pairing,
    *,
    words: Words = lambda document, span: None,
    why: Why = lambda fact: None,
    keep: Keep = headline,
) -> dict[str, list[Mistake]]:
    """Mistakes by construction, the construction with most of them first.

    Only *development* issues: of the test issues nothing but figures is looked at.

    Args:
        scope: what is scored.
        sides: facts of the prediction and of gold.
        pairing: of the two.
        words: gives a sentence where the records do not keep it.
        why: says why a fact was missed, where that is known.
        keep: which facts are listed, be they predicted or gold.
    """

    def listed(*facts: Fact) -> bool:
        return scope.issues[facts[0].key[:2]] == "dev" and any(map(keep, facts))

    lister = _Lister(sides, words, why)
    mistakes = [
        lister.wrong(found.predicted, found.gold, found.wrong, found.same_sentence)
        for found in pairing.pairs
        if found.wrong and listed(found.predicted, found.gold)
    ]
    mistakes += [lister.spurious(fact) for fact in pairing.spurious if listed(fact)]
    mistakes += [lister.missed(fact) for fact in pairing.missed if listed(fact)]
    return _worst_first(mistakes)


def _worst_first(mistakes: Iterable[Mistake]) -> dict[str, list[Mistake]]:
    groups: dict[str, list[Mistake]] = {}
    for mistake in mistakes:
        groups.setdefault(mistake.construction, []).append(mistake)
    for group in groups.values():
        group.sort(key=lambda found: ((found.gold or found.predicted or ("",))[:2], found.span))
    return dict(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))
