"""Capitalized names that no list knows and that look like an organization."""

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

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

    def find(self, doc: Doc, text: str, taken: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
        """Token ranges of unknown names, in text order.

        Args:
            doc: the block.
            text: its text.
            taken: whether a token belongs to something known.
        """
        if not any(map(str.islower, text)):
            return  # a heading in capitals tells nothing
        behind = 0
        # Offsets instead of tokens: hardly any word is a capitalized one, and tokens are slow.
        for at, offset in enumerate(doc.to_array("IDX").tolist()):
            if at < behind or not text[offset].isupper() or taken(at):
                continue
            behind = self._end(doc, at, taken)
            start = at + 1 if behind - at > 1 and doc[at].is_stop else at
            if self._organizational(doc, start, behind):
                yield start, behind

    def _end(self, doc: Doc, start: int, taken: Callable[[int], bool]) -> int:
        """End of the name; "and" belongs to it only where the halves make no two names."""
        end = self._run_end(doc, start, taken)
        for at in range(start + 1, end - 1):
            if doc[at].lower_ == "and":
                left = self._organizational(doc, start, at)
                right = self._organizational(doc, at + 1, end)
                if right or not left:
                    return at
        return end

    def _run_end(self, doc: Doc, start: int, taken: Callable[[int], bool]) -> int:
        end = at = start
        while at < len(doc) and at - start < _LONGEST and not taken(at):
            token = doc[at]
            if token.text[0].isupper() and not token.is_space:
                at += 1
                end = at
            elif token.lower_ in _LINKS or token.text == "-":
                at += 1
            else:
                break
        return max(end, start + 1)

    def _organizational(self, doc: Doc, start: int, end: int) -> bool:
        if end - start == 1:
            joined = end < len(doc) and doc[end].text in {"-", "/"} and not doc[start].whitespace_
            around = doc[max(0, start - 1) : end + 1]
            shouted = any(t.is_upper and len(t) > 1 and t.is_alpha and t.i != start for t in around)
            return not joined and not shouted and self._single(doc[start])
        words = [doc[i].lower_ for i in range(start, end) if doc[i].text[0].isupper()]
        return (
            len(words) > 1
            and not any(word in self._known and word not in self._nouns for word in words)
            and any(word in self._nouns for word in words)
        )

    def _single(self, token: Token) -> bool:
        text = token.text
        if token.lower_ in self._known or token.lower_ in self._subjects or token.is_stop:
            return False
        return bool(_CAMEL.fullmatch(text) or _ACRONYM.fullmatch(text))
