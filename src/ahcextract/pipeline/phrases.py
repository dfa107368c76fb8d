"""Phrases found with one rule for capitals, shared by the matching components."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

T = TypeVar("T")


def capitals_agree(written: str, phrase: str) -> bool:
    """Whether every capital of `phrase` is one in `written`; other letters may be either."""
    return len(written) == len(phrase) and all(
        w == p or not p.isupper() for w, p in zip(written, phrase, strict=True)
    )


class PhraseTable(Generic[T]):
    """Values by phrase. White space between tokens does not matter ("G-77/ China").

    A phrase that is added twice keeps its first value for as long as the capitals agree.
    """

    def __init__(self, nlp: Language, phrases: Iterable[tuple[str, T]]) -> None:
        grouped: dict[str, list[tuple[str, T]]] = {}
        for phrase, value in phrases:
            for spelling in _apostrophes(phrase):
                entries = grouped.setdefault(spelling.lower(), [])
                entries.append((spelling.replace(" ", ""), value))
        self._entries: dict[int, list[tuple[str, T]]] = {}
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for key, entries in grouped.items():
            self._entries[nlp.vocab.strings.add(key)] = entries
            self._matcher.add(key, [nlp.tokenizer(key)])

    def find(self, doc: Doc) -> Iterator[tuple[int, int, T]]:
        """First token, token behind the last, and value, of all matches; they may overlap."""
        for key, start, end in self._matcher(doc):
            written = doc[start:end].text.replace(" ", "")
            for phrase, value in self._entries[key]:
                if capitals_agree(written, phrase):
                    yield start, end, value
                    break


def _apostrophes(phrase: str) -> tuple[str, ...]:
    return (phrase, phrase.replace("'", "’")) if "'" in phrase else (phrase,)
