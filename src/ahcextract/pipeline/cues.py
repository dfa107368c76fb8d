"""Component that finds stance cues: `doc.spans["cues"]`."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from ahcextract.lexicon import Cue, Parted, Spotted, load_cues
from ahcextract.mentions import register
from ahcextract.pipeline.overlap import longest
from ahcextract.pipeline.phrases import Cutter, WordTable
from ahcextract.pipeline.tokens import Tokens

# Particles that may stand behind the object ("turned the text down"), Quirk et al. 1985, 16.4,
# and what "leave" says of its object in the same place.
_PARTICLES = frozenset(
    "up down out away off aside over back apart forward alone untouched unchanged".split()
)
# So many words at the most lie between a verb and its particle.
_LONGEST_OBJECT = 8
_BREAKS = frozenset({",", ";", ":", ".", "(", ")", "and", "but", "that", "which", "who", "to"})


class CueMatcher:
    """Marks every surface form of the lexicon; which reading holds is the linker's to say."""

    def __init__(self, nlp: Language, cues: Mapping[str, tuple[Cue, ...]]) -> None:
        register()
        self._cues = cues
        cut = Cutter(nlp)
        self._table: WordTable[tuple[str, tuple[Cue, ...]]] = WordTable()
        self._parted: dict[str, dict[str, tuple[Cue, ...]]] = {}
        for surface, readings in cues.items():
            self._table.put(cut(surface), (surface, readings))
            verb, _, particle = surface.partition(" ")
            if particle in _PARTICLES:
                self._parted.setdefault(particle, {})[verb] = readings

    def readings(self, surface: str) -> tuple[Cue, ...]:
        """What a surface form of the lexicon may mean."""
        return self._cues.get(surface, ())

    def match(self, doc: Doc, tokens: Tokens | None = None) -> list[Span]:
        """Cue spans of the doc, longest match first, none overlapping, in text order.

        Args:
            doc: the block.
            tokens: of the block, where they are at hand.
        """
        words = (tokens or Tokens.of(doc)).words
        spans = []
        for start, end, (surface, readings) in longest(self._table.find(words)):
            span = Span(doc, start, end, label=surface)
            span._.cue = readings
            spans.append(span)
        return spans

    def find(self, words: Sequence[str], first: int = 0) -> list[Spotted]:
        """The same cues without spans, which take longer to make than to find.

        Args:
            words: of a sentence, in small letters.
            first: token of the block that the first of them is.
        """
        found = longest(self._table.find(words))
        return [Spotted(first + start, first + end, it[1]) for start, end, it in found]

    def parted(self, words: Sequence[str], first: int) -> Iterator[Parted]:
        """Verbs with their particle behind the object, as far as words tell; the tree decides.

        Args:
            words: of a sentence, in small letters.
            first: token of the block that the first of them is.
        """
        if _PARTICLES.isdisjoint(words):
            return
        for at, word in enumerate(words):
            verbs = self._parted.get(word)
            if verbs is None:
                continue
            for before in range(at - 2, max(-1, at - 2 - _LONGEST_OBJECT), -1):
                if words[before] in _BREAKS:
                    break
                if words[before] in verbs:
                    yield Parted(first + before, first + at, verbs[words[before]])
                    break

    def __call__(self, doc: Doc) -> Doc:
        """Write the cue spans into `doc.spans["cues"]`."""
        doc.spans["cues"] = self.match(doc)
        return doc


@Language.factory("ahc_cues", default_config={"profile": "ahc"}, assigns=["doc.spans"])
def make_cues(nlp: Language, name: str, profile: str) -> CueMatcher:
    """Factory for `nlp.add_pipe("ahc_cues")`; `profile` is a name or a path."""
    from ahcextract.profile import load_profile

    loaded = load_profile(profile)
    return CueMatcher(nlp, load_cues(loaded.cues, loaded.name))
