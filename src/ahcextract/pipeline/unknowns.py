"""Capitalized names that no list knows and that look like an organization."""

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc

from ahcextract.pipeline.tokens import Tokens

_LINKS = frozenset("of for on and the against to in de du des la & at without".split())
_ACRONYM = re.compile(r"(?![IVXLC]+$)[A-Z]{3,7}")
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z]+")
_LONGEST = 8


def slug(name: str) -> str:
    """`Access Now!` to `access-now`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


class UnknownFinder:
    """Finds runs of capitalized words that hold an organizational noun, acronyms, CamelCase.

    Args:
        known: lower-cased words that act for nobody.
        nouns: lower-cased words that make an organization of those around them.
        subjects: lower-cased words of topics, which make no name when they stand alone.
    """

    def __init__(
        self, known: frozenset[str], nouns: frozenset[str], subjects: frozenset[str]
    ) -> None:
        self._known, self._nouns, self._subjects = known, nouns, subjects

    def find(
        self, doc: Doc, tokens: Tokens, taken: Callable[[int], bool]
    ) -> Iterator[tuple[int, int]]:
        """Token ranges of unknown names, in text order.

        Args:
            doc: the block.
            tokens: of the block.
            taken: whether a token belongs to something known.
        """
        if not any(char.islower() for text in tokens.texts for char in text):
            return  # a heading in capitals tells nothing
        behind = 0
        capitals = [at for at, text in enumerate(tokens.texts) if text[0].isupper()]
        for at in capitals:
            if at < behind or taken(at):
                continue
            behind = self._end(doc, tokens, at, taken)
            start = at + 1 if behind - at > 1 and doc[at].is_stop else at
            if self._organizational(doc, tokens, start, behind):
                yield start, behind

    def _end(self, doc: Doc, tokens: Tokens, start: int, taken: Callable[[int], bool]) -> int:
        """End of the name; "and" belongs to it only where the halves make no two names."""
        end = self._run_end(tokens, start, taken)
        for at in range(start + 1, end - 1):
            if tokens.words[at] == "and":
                left = self._organizational(doc, tokens, start, at)
                right = self._organizational(doc, tokens, at + 1, end)
                if right or not left:
                    return at
        return end

    def _run_end(self, tokens: Tokens, start: int, taken: Callable[[int], bool]) -> int:
        texts = tokens.texts
        end = at = start
        while at < len(texts) and at - start < _LONGEST and not taken(at):
            if texts[at][0].isupper():
                at += 1
                end = at
            elif tokens.words[at] in _LINKS or texts[at] == "-":
                at += 1
            else:
                break
        return max(end, start + 1)

    def _organizational(self, doc: Doc, tokens: Tokens, start: int, end: int) -> bool:
        texts = tokens.texts
        if end - start == 1:
            if not self._single(doc, tokens, start):
                return False
            joined = end < len(texts) and texts[end] in {"-", "/"} and tokens.joined(start)
            beside = [*texts[max(0, start - 1) : start], *texts[start + 1 : end + 1]]
            shouted = any(t.isupper() and len(t) > 1 and t.isalpha() for t in beside)
            return not joined and not shouted
        words = [tokens.words[at] for at in range(start, end) if texts[at][0].isupper()]
        return (
            len(words) > 1
            and not any(word in self._known and word not in self._nouns for word in words)
            and any(word in self._nouns for word in words)
        )

    def _single(self, doc: Doc, tokens: Tokens, at: int) -> bool:
        text, word = tokens.texts[at], tokens.words[at]
        if not (_CAMEL.fullmatch(text) or _ACRONYM.fullmatch(text)):
            return False
        return not (word in self._known or word in self._subjects or doc[at].is_stop)
