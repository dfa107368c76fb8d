"""Phrases found by their words, shared by the matching components.

spaCy's PhraseMatcher finds the same, but makes a lexeme and a document of every phrase, which took
a third of a second of the start; in short blocks it is no faster than the dictionaries here.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from ahcextract.pipeline.tokens import Tokens

T = TypeVar("T")
# No word is empty.
_VALUE = ""


class WordTable(Generic[T]):
    """Values by words in a row, in small letters."""

    def __init__(self) -> None:
        # What may follow a row of words, word by word, and its value at the empty word: a row
        # that leads nowhere is left at its first word that does not fit.
        self._first: dict[str, Any] = {}

    def put(self, words: tuple[str, ...], value: T) -> T:
        """The value of `words`, which is `value` where they have none yet."""
        at = self._first
        for word in words:
            at = at.setdefault(word, {})
        known: T = at.setdefault(_VALUE, value)
        return known

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, T]]:
        """First word, word behind the last, and value, of all matches; they may overlap."""
        first, count = self._first, len(words)
        for at, word in enumerate(words):
            if word not in first:
                continue
            following, end = first[word], at + 1
            while following is not None:
                if _VALUE in following:
                    yield at, end, following[_VALUE]
                following = following.get(words[end]) if end < count else None
                end += 1


class Cutter:
    """Cuts phrases as the tokenizer of a pipeline does, into words in small letters."""

    def __init__(self, nlp: Language) -> None:
        self._tokenizer = nlp.tokenizer
        self._rules = getattr(nlp.tokenizer, "rules", None)

    def __call__(self, phrase: str) -> tuple[str, ...]:
        """The words of a phrase."""
        words: list[str] = []
        for word in phrase.split(" "):
            # spaCy cuts letters only where a rule of its own says so ("cannot").
            if self._rules is not None and word.isalpha() and word not in self._rules:
                words.append(word.lower())
            else:
                words.extend(token.lower_ for token in self._tokenizer(word))
        return tuple(words)


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
        cut = Cutter(nlp)
        self._table: WordTable[list[tuple[str, T]]] = WordTable()
        for phrase, value in phrases:
            for spelling in _apostrophes(phrase):
                entry = (spelling.replace(" ", ""), value)
                for words in dict.fromkeys(map(cut, _cases(spelling))):
                    self._table.put(words, []).append(entry)

    def find(self, doc: Doc, tokens: Tokens | None = None) -> Iterator[tuple[int, int, T]]:
        """First token, token behind the last, and value, of all matches; they may overlap.

        Args:
            doc: the block.
            tokens: of the block, where they are at hand.
        """
        tokens = tokens or Tokens.of(doc)
        texts = tokens.texts
        for start, end, entries in self._table.find(tokens.words):
            written = "".join(texts[start:end]).replace(" ", "")
            for phrase, value in entries:
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
