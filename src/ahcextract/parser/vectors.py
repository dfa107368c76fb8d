"""Vectors of words in their sentences, as spaCy's `Tok2Vec` computes them, in fewer passes."""

from collections.abc import Iterable, Sequence
from typing import Any, Self

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model, Ragged

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]

# Distinct words kept (4 kB each): more than an issue has.
_KEPT = 6000
# Rows that go through all layers together: what they need fits the processor's cache.
_ROWS = 512
# How the two halves of the model are built; another is left to spaCy.
_EMBEDDING = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
_LAYER = ["expand_window", "maxout", "layernorm", "dropout"]


class Layer:
    """One layer of the encoder: a word and its two neighbours, maxout, norm, added to the word."""

    def __init__(self, maxout: Model[Any, Any], norm: Model[Any, Any]) -> None:
        weights, bias = param(maxout, "W"), param(maxout, "b")
        self.width, self.pieces, inner = weights.shape
        # Piece by piece, so that the greatest is found in whole rows.
        self.weights = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(inner, -1))
        self.bias = np.ascontiguousarray(bias.T.reshape(-1))
        self.scale, self.shift = param(norm, "G"), param(norm, "b")

    def add(self, rows: Floats, places: Ints) -> None:
        """Add the layer's result to the rows at `places`; neither the first nor the last."""
        windows = sliding_window_view(rows.reshape(-1), 3 * self.width)[:: self.width]
        rows[places] += self.finish(windows[places - 1] @ self.weights)

    def finish(self, found: Floats) -> Floats:
        """Maxout and norm of the products."""
        found += self.bias
        width = self.width
        best = np.maximum(found[:, :width], found[:, width : 2 * width])
        for piece in range(2, self.pieces):
            np.maximum(best, found[:, piece * width : (piece + 1) * width], out=best)
        best -= np.add.reduce(best, axis=1, keepdims=True) / np.float32(width)
        spread = np.einsum("ij,ij->i", best, best) / np.float32(width) + np.float32(1e-8)
        best *= (spread ** np.float32(-0.5))[:, None]
        best *= self.scale
        best += self.shift
        return best


class Words:
    """What the model makes of a word by itself, computed once for each distinct word.

    Args:
        vocab: of the pipeline.
        embedding: the embedding half of the model.
        first: the encoder's first layer, to which a word always gives the same.
    """

    def __init__(self, vocab: Vocab, embedding: Model[Any, Any], first: Layer) -> None:
        self.vocab, self.first = vocab, first
        self.columns = embedding.layers[0].attrs["columns"]
        self.layers = embedding.layers[2:-1]
        self._forget(_KEPT)

    def _forget(self, size: int) -> None:
        # Row 0 is no word: what lies between sentences.
        self.rows: dict[str, int] = {}
        self.vectors: Floats = np.zeros((size + 1, self.first.width), np.float32)
        # What it adds to the first layer's products for the next word, itself and the one before.
        shape = (3, size + 1, self.first.weights.shape[1])
        self.shares: Floats = np.zeros(shape, np.float32)

    def known(self, words: Sequence[str]) -> list[int]:
        """Rows for the words; they hold until the next call."""
        found = [self.rows.get(word, 0) for word in words]
        if all(found):
            return found
        new = dict.fromkeys(word for word, row in zip(words, found, strict=True) if not row)
        if len(self.rows) + len(new) >= len(self.vectors):
            new = dict.fromkeys(words)
            self._forget(max(_KEPT, len(new)))
        self._learn(list(new))
        return [self.rows[word] for word in words]

    def _learn(self, words: list[str]) -> None:
        features: Any = Doc(self.vocab, words=words).to_array(self.columns)
        ops = self.layers[0].ops
        made: Any = Ragged(ops.asarray(features), ops.asarray1i([len(words)]))
        for layer in self.layers:
            made = layer.predict(made)
        own = slice(len(self.rows) + 1, len(self.rows) + 1 + len(words))
        self.vectors[own] = made.data
        width = self.first.width
        for at in range(3):
            self.shares[at, own] = made.data @ self.first.weights[at * width : (at + 1) * width]
        self.rows.update(zip(words, range(own.start, own.stop), strict=True))

    def once(self, rows: Ints) -> Floats:
        """Vectors of a row of words after the first layer; it begins and ends with no word."""
        made = self.vectors[rows]
        found = self.shares[0][rows[:-2]]
        found += self.shares[1][rows[1:-1]]
        found += self.shares[2][rows[2:]]
        made[1:-1] += self.first.finish(found)
        return made


class Encoder:
    """Words to vectors that know their neighbours; `of` says whether a model can be read so."""

    def __init__(self, words: Words, layers: Sequence[Layer]) -> None:
        self.words, self.layers = words, layers

    @classmethod
    def of(cls, vocab: Vocab, tok2vec: Model[Any, Any]) -> Self | None:
        """Read the layers of a `Tok2Vec`; None for one that is built otherwise."""
        if len(tok2vec.layers) != 2:
            return None
        embedding, encoder = tok2vec.layers
        if [layer.name.partition("(")[0] for layer in embedding.layers] != _EMBEDDING:
            return None
        layers = []
        for block in encoder.layers[0].layers:
            parts = list(leaves(block))
            if not block.name.startswith("residual") or [p.name for p in parts] != _LAYER:
                return None
            if parts[0].attrs["window_size"] != 1:
                return None
            layers.append(Layer(parts[1], parts[2]))
        return cls(Words(vocab, embedding, layers[0]), layers[1:])

    def encode(self, sentences: Sequence[Sequence[str]]) -> Floats:
        """A vector for every word of the sentences, in order."""
        lengths = [len(words) for words in sentences]
        rows = self.words.known([word for words in sentences for word in words])
        out = np.empty((len(rows), self.words.first.width), np.float32)
        begin = first = 0
        while first < len(lengths):
            last, end = first, begin
            while last < len(lengths) and (last == first or end - begin < _ROWS):
                end += lengths[last]
                last += 1
            out[begin:end] = self._together(rows[begin:end], lengths[first:last])
            first, begin = last, end
        return out

    def _together(self, rows: list[int], lengths: list[int]) -> Floats:
        # As many empty rows between sentences as a word sees to each side: none sees another's.
        gap = len(self.layers) + 1
        places = np.arange(len(rows)) + np.repeat(np.arange(1, len(lengths) + 1) * gap, lengths)
        spread = np.zeros(len(rows) + (len(lengths) + 1) * gap, np.intp)
        spread[places] = rows
        made = self.words.once(spread)
        inside = spread > 0
        for beyond in range(len(self.layers) - 1, -1, -1):
            # Of the empty rows only those count that a later layer looks at.
            near = np.convolve(inside, np.ones(2 * beyond + 1), "same") > 0.5
            self.layers[-1 - beyond].add(made, np.flatnonzero(near))
        return made[places]


def leaves(model: Model[Any, Any]) -> Iterable[Model[Any, Any]]:
    """The layers that compute something, in order."""
    if not model.layers:
        yield model
    for layer in model.layers:
        yield from leaves(layer)


def param(model: Model[Any, Any], name: str) -> Floats:
    """Weights of a layer."""
    return np.asarray(model.get_param(name), np.float32)
