"""Trees of short sentences: from the shipped model computed here, or from any pipeline."""

from collections.abc import Iterator, Sequence

from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.pipeline import DependencyParser, Tok2Vec
from spacy.pipeline._parser_internals import nonproj
from spacy.tokens import Doc

from ahcextract.parser.arcs import ROOM, Scorer, arcs
from ahcextract.parser.vectors import Encoder

Tree = tuple[list[int], list[str]]
_BATCH = 64


class Trees:
    """Parses sentences; to the same trees as the pipeline's own components.

    Args:
        nlp: with a dependency parser. One that is built as the shipped model is computed here.
    """

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self._scorer: Scorer | None = None
        self._encoder: Encoder | None = None
        components = dict(nlp.pipeline)
        if list(components) != ["tok2vec", "parser"]:
            return
        tok2vec, parser = components["tok2vec"], components["parser"]
        if isinstance(tok2vec, Tok2Vec) and isinstance(parser, DependencyParser):
            moves = [parser.moves.class_name(at) for at in range(parser.moves.n_moves)]
            self._encoder = Encoder.of(nlp.vocab, tok2vec.model)
            self._scorer = Scorer.of(parser.model, moves)

    @property
    def computed(self) -> bool:
        """Whether the pipeline is built as the shipped one, and so computed here."""
        return self._encoder is not None and self._scorer is not None

    def parse(self, sentences: Sequence[list[str]]) -> Iterator[Tree]:
        """Heads and labels of the words of each sentence."""
        if self._encoder is None or self._scorer is None:
            docs = (Doc(self.nlp.vocab, words=words) for words in sentences)
            yield from map(tree_of, self.nlp.pipe(docs, batch_size=_BATCH))
            return
        window: list[list[str]] = []
        held = 0
        for words in sentences:
            if held + len(words) > ROOM and window:
                yield from self._together(self._encoder, self._scorer, window)
                window, held = [], 0
            window.append(words)
            held += len(words)
        if window:
            yield from self._together(self._encoder, self._scorer, window)

    def _together(
        self, encoder: Encoder, scorer: Scorer, sentences: Sequence[list[str]]
    ) -> Iterator[Tree]:
        found = arcs(scorer, encoder.encode(sentences), [len(words) for words in sentences])
        heads, moves = (array.tolist() for array in found)
        labels = [*scorer.labels, "ROOT"]
        first = 0
        for words in sentences:
            last = first + len(words)
            own = [head - first for head in heads[first:last]]
            deps = [labels[move] for move in moves[first:last]]
            if any(nonproj.DELIMITER in dep for dep in deps):
                # A word out of its place is led back to its head as spaCy does it.
                doc = Doc(self.nlp.vocab, words=words, heads=own, deps=deps)
                own, deps = tree_of(nonproj.deprojectivize(doc))
            yield own, deps
            first = last


def tree_of(parsed: Doc) -> Tree:
    """Heads and labels of a parsed document."""
    # Arrays instead of tokens: a Python object for each takes longer than all the rest.
    offsets, labels = parsed.to_array([HEAD, DEP]).view("int64").T
    names = {dep: parsed.vocab.strings[dep] for dep in set(labels.view("uint64").tolist())}
    heads = (offsets + range(len(offsets))).tolist()
    return heads, [names[dep] for dep in labels.view("uint64").tolist()]
