"""Phrases found with one rule for capitals, shared by the matching components."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from ahcextract.pipeline.tokens import Tokens

T = TypeVar("T")


def capitals_agree(written: str, phrase: str) -> bool:
    """Whether every capital of `phrase` is one in `written`; other letters may be either."""
    return written == phrase or (
        len(written) == len(phrase)
        and all(w == p or not p.isupper() for w, p in zip(written, phrase, strict=True))
    )


class PhraseTable(Generic[T]):
    """Values by phrase. White space between tokens does not matter ("G-77/ China").

    A phrase that is added twice keeps its first value for as long as the capitals agree.
    """

    def __init__(self, nlp: Language, phrases: Iterable[tuple[str, T]]) -> None:
        self._entries: dict[int, list[tuple[str, T]]] = {}
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for phrase, value in phrases:
            for spelling in _apostrophes(phrase):
                name = spelling.lower()
                key: int = nlp.vocab.strings.add(name)
                if key not in self._entries:
                    self._matcher.add(name, [nlp.tokenizer(form) for form in _cases(spelling)])
                self._entries.setdefault(key, []).append((spelling.replace(" ", ""), value))

    def find(self, doc: Doc, tokens: Tokens | None = None) -> Iterator[tuple[int, int, T]]:
        """First token, token behind the last, and value, of all matches; they may overlap.

        Args:
            doc: the block.
            tokens: of the block, where they are at hand.
        """
        texts = (tokens or Tokens.of(doc)).texts
        for key, start, end in self._matcher(doc):
            written = "".join(texts[start:end]).replace(" ", "")
            for phrase, value in self._entries[key]:
                if capitals_agree(written, phrase):
                    yield start, end, value
                    break


def _cases(phrase: str) -> tuple[str, ...]:
    """Spellings cut differently by the tokenizer: "St." and "ST.", "G-77/China" in two lines."""
    if "." in phrase:
        return phrase, phrase.upper(), phrase.lower()
    return (phrase, phrase.replace("/", "/ ")) if "/" in phrase else (phrase,)


def _apostrophes(phrase: str) -> tuple[str, ...]:
    return (phrase, phrase.replace("'", "’")) if "'" in phrase else (phrase,)
