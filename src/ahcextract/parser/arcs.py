"""spaCy's greedy arc-eager parser, taking one step in all sentences at once.

spaCy takes the steps in compiled code but a sentence at a time, with a lock for each; here numpy
takes them for a window of sentences together. The moves and when they are allowed are those of
`spacy/pipeline/_parser_internals/arc_eager.pyx`, for documents without given sentence starts.
"""

from collections.abc import Sequence
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

from ahcextract.parser.vectors import Floats, Ints, param

_SHIFT, _REDUCE, _LEFT, _RIGHT, _BREAK = range(5)
_MOVES = "SDLRB"
# What each does to the height of the stack.
_HEIGHT = np.array([1, -1, -1, 1, 0])
# What a state is seen by: two words of the buffer, three of the stack, three children of theirs.
_FEATURES = 8
# Words of a window, if no sentence alone has more: 4 kB each.
ROOM = 6400


class Scorer:
    """Scores of all moves for states, from the vectors of the words they are seen by."""

    def __init__(self, model: Model[Any, Any], labels: Sequence[str]) -> None:
        narrow, lower, upper = model.layers[0].layers[-1], model.layers[1], model.layers[2]
        self.narrow, self.narrow_bias = param(narrow, "W").T, param(narrow, "b")
        weights = param(lower, "W")
        self.hidden = weights.shape[1]
        # Piece by piece, so that the greater is found in whole rows.
        self.lower = weights.transpose(3, 0, 2, 1).reshape(weights.shape[3], -1).copy()
        self.nothing = param(lower, "pad")[0].transpose(0, 2, 1).reshape(_FEATURES, -1)
        self.lower_bias = param(lower, "b").T.reshape(-1)
        self.upper = param(upper, "W").T.copy()
        self.moves = np.array([_MOVES.index(label[0]) for label in labels])
        self.labels = [label[2:] for label in labels]
        # What to add to the scores for every set of allowed moves: a bit for each.
        allowed = np.arange(1 << len(_MOVES))[:, None] >> self.moves & 1
        self.upper_bias = np.where(allowed, param(upper, "b"), np.float32(-np.inf))
        self.features = np.arange(_FEATURES)[:, None]
        # Kept from window to window: to get so much memory anew takes as long as to fill it.
        self._room = np.empty((ROOM + 1, self.lower.shape[1]), np.float32)

    @classmethod
    def of(cls, model: Model[Any, Any], labels: Sequence[str]) -> Self | None:
        """Read the layers of a parser; None for one that is built otherwise."""
        shape = [layer.name for layer in model.layers]
        if model.name != "parser_model" or shape[1:] != ["precomputable_affine", "linear"]:
            return None
        lower = model.layers[1]
        same = lower.get_dim("nF") == _FEATURES and lower.get_dim("nP") == 2
        plain = not model.attrs["unseen_classes"] and model.layers[0].layers[-1].name == "linear"
        known = {label[0] for label in labels} == set(_MOVES) and "L-subtok" not in labels
        return cls(model, labels) if same and plain and known else None

    def seen(self, vectors: Floats) -> Floats:
        """What each word, and last no word, adds to a state in each of the places it may stand."""
        seen = self._room[: len(vectors) + 1]
        if len(vectors) > ROOM:
            seen = np.empty((len(vectors) + 1, self.lower.shape[1]), np.float32)
        np.matmul(vectors @ self.narrow + self.narrow_bias, self.lower, out=seen[:-1])
        seen[-1] = self.nothing.reshape(-1)
        # Every state has a first place: what is added once for all stands there.
        seen[:, : len(self.lower_bias)] += self.lower_bias
        return seen.reshape(len(seen) * _FEATURES, -1)

    def best(self, seen: Floats, words: Ints, allowed: Ints) -> Ints:
        """The best allowed move of each state.

        Args:
            seen: of the window.
            words: what each state is seen by, in columns.
            allowed: sets of moves, as bits.
        """
        summed = np.add.reduce(seen.take(words * _FEATURES + self.features, axis=0))
        scores = np.maximum(summed[:, : self.hidden], summed[:, self.hidden :]) @ self.upper
        scores += self.upper_bias.take(allowed, axis=0)
        best: Ints = scores.argmax(axis=1)
        return best


class States:
    """Where the parser stands in each sentence; all words are numbered in one row.

    A sentence's stack and buffer are pieces of two long arrays. A word put back from the stack
    takes the place in the buffer of one already read, so that a buffer never grows. The number
    behind the last word is no word, and has no children.
    """

    def __init__(self, lengths: Ints) -> None:
        total = int(lengths.sum())
        self.none = total
        count = np.arange(len(lengths))
        starts = np.cumsum(lengths) - lengths
        # Two empty places behind each buffer, three below each stack.
        buffer = np.full(total + 2 * len(lengths) + 2, total)
        buffer[np.arange(total) + 2 * np.repeat(count, lengths)] = np.arange(total)
        self.buffer, self.front = buffer, starts + 2 * count
        self.stack = np.full(total + 3 * len(lengths) + 3, total)
        self.top = starts + 3 * count + 2
        self.heads = np.full(total + 1, -1)
        self.labels = np.full(total + 1, -1)
        # The last child on each side, and for a right child the one before it.
        self.left = np.full(total + 1, total)
        self.right = np.full(total + 1, total)
        self.before = np.full(total + 1, total)
        self.opens = np.zeros(total + 2, bool)
        self.opens[starts] = True
        self.opens[total:] = False
        self.returned = np.zeros(total + 1, bool)
        self.next = self.buffer.take(self.front), self.stack.take(self.top)

    def step(self, scorer: Scorer, seen: Floats) -> None:
        """Take the best move in every sentence, and leave those that are done."""
        buffer, stack, left = self.buffer.take, self.stack.take, self.left.take
        b0, s0 = self.next
        b1, s1, s2 = buffer(self.front + 1), stack(self.top - 1), stack(self.top - 2)
        words = np.array((b0, b1, s0, s1, s2, left(b0), left(s0), self.right.take(s0)))
        best = scorer.best(seen, words, self.allowed(b0, b1, s0))
        self.act(scorer.moves.take(best), best, words)
        b0, s0 = buffer(self.front), stack(self.top)
        # Neither a word to read nor one on the stack: done.
        going = (np.minimum(b0, s0) != self.none).nonzero()[0]
        if going.size < b0.size:
            self.top, self.front = self.top[going], self.front[going]
            b0, s0 = b0[going], s0[going]
        self.next = b0, s0

    def allowed(self, b0: Ints, b1: Ints, s0: Ints) -> Ints:
        """Which moves are allowed, as bits."""
        stacked, last, opens = s0 != self.none, b1 == self.none, self.opens.take(b0)
        shift = ~(stacked & (last | opens | self.returned.take(b0)))
        arc = stacked & (b0 != self.none) & ~opens
        cut = (b1 == b0 + 1) & ~(last | self.opens.take(b1))
        bits: Ints = shift + stacked * 0b10 + arc * 0b1100 + cut * 0b10000
        return bits

    def act(self, moves: Ints, best: Ints, words: Ints) -> None:
        """Take the moves, each kind in all sentences that take it."""
        b0, b1, s0, s1 = words[:4]
        left, right = (moves == _LEFT).nonzero()[0], (moves == _RIGHT).nonzero()[0]
        if left.size:
            child, head = s0[left], b0[left]
            # A word that had a head to its left is its last child there.
            old = self.heads[child]
            had = (old >= 0).nonzero()[0]
            if had.size:
                self.right[old[had]] = self.before[child[had]]
            self.heads[child], self.labels[child] = head, best[left]
            self.left[head] = child
            self.returned[head] = False
        if right.size:
            child, head = b0[right], s0[right]
            self.heads[child], self.labels[child] = head, best[right]
            self.before[child] = self.right[head]
            self.right[head] = child
        cut = (moves == _BREAK).nonzero()[0]
        if cut.size:
            self.opens[b1[cut]] = True
        reduce = moves == _REDUCE
        back = (reduce & (self.heads.take(s0) < 0) & (s1 != self.none)).nonzero()[0]
        if back.size:
            self.returned[s0[back]] = True
            self.front[back] -= 1
            self.buffer[self.front[back]] = s0[back]
        push = (moves == _SHIFT) | (moves == _RIGHT)
        self.front += push
        self.top += _HEIGHT.take(moves)
        pushed = push.nonzero()[0]
        self.stack[self.top[pushed]] = b0[pushed]


def arcs(
    scorer: Scorer, vectors: Floats, lengths: Sequence[int]
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Head of each word (itself for a root) and the move that gave it (-1), all words in a row."""
    states = States(np.array(lengths, np.intp))
    seen = scorer.seen(vectors)
    while states.top.size:
        states.step(scorer, seen)
    heads, labels = states.heads[:-1], states.labels[:-1]
    roots = heads < 0
    heads[roots] = np.flatnonzero(roots)
    return heads, labels
