"""The parsed short sentence as plain lists: heads, labels, children, and the cues on them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from ahcextract.cleaning import Cleaned
from ahcextract.lexicon import Cue, Parted, Spotted
from ahcextract.linking.units import Lifted, Member, Unit
from ahcextract.pipeline.tokens import Tokens

# The word that stands for a whole unit in the short sentence. They are names and nouns that the
# model reads as such, and mean nothing: a singular name, a plural, and a capitalized noun.
ACTOR, ACTORS, PROVISION, QUOTE = "Canada", "Delegates", "them", "Text"

NOMINAL = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "attr",
        "appos",
        "compound",
        "nmod",
        "poss",
        "dative",
        "oprd",
    }
)


@dataclass(frozen=True, slots=True)
class CueAt:
    """A cue in the short sentence.

    Attributes:
        start: its first unit.
        end: unit behind its last.
        readings: what it may mean.
        span: its tokens in the block's doc.
    """

    start: int
    end: int
    readings: tuple[Cue, ...]
    span: tuple[int, int]


_BRACKETS = frozenset({"bracket", "brackets"})
# What a Roman numeral stands behind.
_NUMBERED = frozenset("annex appendix part chapter title section track phase tier group".split())


@dataclass(slots=True)
class Sentence:
    """One sentence, grouped and, once `attach` has run, parsed. Indices are units.

    Attributes:
        doc: the block's doc.
        start: first token of the sentence in it.
        end: token behind its last.
        units: what the short sentence consists of.
        lifted: what was taken out of it.
        cues: cues by each unit they cover.
        listed: heads of the items of a list behind a colon, by the verb that opens it.
        adjectives: owners named by their nationality ("Mexican"), by unit.
        topics: topic spans of the sentence.
        noted: whether it belongs to a note by delegation (noted.py).
        told: tokens that stand for a "said" which a note leaves out.
        parted: verbs that may have their particle behind the object.
        words: the short sentence, in small letters; empty for one that is not to be parsed.
        acting: units that are lists of actors.
        naming: units that name provisions.
        roots: of stretches of it that were asked for (references.py).
        spelling: the short sentence as the parser is to see it.
        number: running number of the sentence in its issue.
        cleaned: the block's text and its way back to the document.
        block: the tokens of `doc` as plain lists.
    """

    doc: Doc
    start: int
    end: int
    units: list[Unit]
    lifted: list[Lifted]
    cleaned: Cleaned
    number: int
    block: Tokens
    cues: dict[int, CueAt] = field(default_factory=dict)
    adjectives: dict[int, Member] = field(default_factory=dict)
    topics: list[Span] = field(default_factory=list)
    noted: bool = False
    told: tuple[int, int] | None = None
    parted: list[Parted] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    spelling: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)
    listed: dict[int, list[int]] = field(default_factory=dict)
    acting: list[int] = field(init=False)
    naming: list[int] = field(init=False)
    roots: dict[tuple[int, ...], tuple[int, ...]] = field(default_factory=dict)
    _subtrees: dict[int, list[int]] = field(default_factory=dict)
    _covering: dict[int, int] = field(default_factory=dict)
    _places: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.acting = [at for at, unit in enumerate(self.units) if unit.kind == "actors"]
        self.naming = [at for at, unit in enumerate(self.units) if unit.targets]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the document of the block's tokens [start, end)."""
        found = self._places.get((start, end))
        if found is None:
            starts, texts = self.block.starts, self.block.texts
            found = self.cleaned.span(starts[start], starts[end - 1] + len(texts[end - 1]))
            self._places[start, end] = found
        return found

    def unit_of(self, token: int) -> int:
        """The unit that covers a token of the block's doc; -1 for one that was lifted out."""
        if not self._covering:
            self._covering = {
                at: index
                for index, unit in enumerate(self.units)
                for at in range(unit.start, unit.end)
            }
        return self._covering.get(token, -1)

    def attach(self, heads: list[int], deps: list[str]) -> None:
        """Take heads and labels from the parsed short sentence."""
        self.heads, self.deps = heads, deps
        self.children = [[] for _ in self.units]
        for index, head in enumerate(self.heads):
            if head != index:
                self.children[head].append(index)

    def forget(self) -> None:
        """The tree has changed: subtrees are to be read again."""
        self._subtrees.clear()
        self.roots.clear()

    def subtree(self, index: int) -> list[int]:
        """Units below `index` and itself, in text order."""
        known = self._subtrees.get(index)
        if known is None:
            found: list[int] = []
            stack = [index]
            # A mended tree may have a ring in it: no more units than there are.
            while stack and len(found) < len(self.units):
                at = stack.pop()
                found.append(at)
                stack.extend(self.children[at])
            known = self._subtrees[index] = sorted(found)
        return known

    def kids(self, index: int, *deps: str) -> list[int]:
        """Children of `index` with one of the labels, in text order."""
        found, labels = [], self.deps
        for child in self.children[index]:
            if labels[child] in deps:
                found.append(child)
        return found

    def kid(self, index: int, *deps: str) -> int | None:
        """First child of `index` with one of the labels."""
        labels = self.deps
        for child in self.children[index]:
            if labels[child] in deps:
                return child
        return None

    def conjuncts(self, index: int) -> list[int]:
        """`index` and everything coordinated to it, in text order."""
        found = [index]
        for at in found:
            found.extend(self.kids(at, "conj"))
        return sorted(found)

    def is_actor(self, index: int) -> bool:
        """Whether the unit is a list of actors."""
        return self.units[index].kind == "actors"

    def cue(self, index: int) -> CueAt | None:
        """The cue that begins at unit `index`."""
        found = self.cues.get(index)
        return found if found is not None and found.start == index else None

    def readings(self, index: int, *kinds: str) -> list[Cue]:
        """Readings of those kinds of the cue that begins at `index`, as its form allows here."""
        found = self.cues.get(index)
        if found is None or found.start != index:
            return []
        return [reading for reading in found.readings if reading.kind in kinds]

    def is_nominal(self, index: int) -> bool:
        """Whether the unit stands as a noun (a verb's base form may be a noun as well)."""
        dep = self.deps[index]
        if dep == "conj":
            return self.is_nominal(self.heads[index])
        return dep in NOMINAL and self.kid(index, "nsubj", "aux", "neg") is None

    def tokens(self, units: Iterable[int]) -> tuple[int, int] | None:
        """Tokens of the block's doc from the first of `units` to the last; None for no units."""
        chosen = sorted(units)
        if not chosen:
            return None
        return self.units[chosen[0]].start, self.units[chosen[-1]].end


def short_words(texts: Sequence[str], units: Iterable[Unit]) -> list[str]:
    """The words of the short sentence, one a unit, as the parser is to see them.

    Args:
        texts: all tokens of the block.
        units: of the sentence.
    """
    words: list[str] = []
    for unit in units:
        if unit.kind == "word":
            word = unit.spelled or texts[unit.start]
            if word == "round" and words and words[-1].lower() in _BRACKETS:
                word = "around"  # The parser knows "round" as a verb and adjective.
            elif word == "I" and words and words[-1].lower() in _NUMBERED:
                word = "1"  # The parser knows "I" as a pronoun.
            words.append(word)
        elif unit.kind == "provisions":
            words.append(PROVISION)
        elif unit.kind == "quote":
            words.append(QUOTE)
        else:
            one = len(unit.members) == 1 and unit.members[0].ref.type != "collective"
            words.append(ACTOR if one else ACTORS)
    return words


def place_cues(units: Sequence[Unit], cues: Sequence[Spotted]) -> dict[int, CueAt]:
    """Cues by the units they cover; a cue that is not all plain words is left out."""
    if not cues:
        return {}
    at = {unit.start: index for index, unit in enumerate(units) if unit.kind == "word"}
    placed: dict[int, CueAt] = {}
    for spotted in cues:
        tokens = range(spotted.start, spotted.end)
        first = at.get(tokens[0])
        # Units in a row stand for tokens in a row, unless something was lifted from between.
        if first is None or (
            len(tokens) > 1 and any(at.get(t) != first + k for k, t in enumerate(tokens))
        ):
            continue
        found = CueAt(first, first + len(tokens), spotted.readings, (tokens[0], tokens[-1] + 1))
        for index in range(found.start, found.end):
            placed[index] = found
    return placed
