"""A doc's tokens as plain lists: spaCy makes a Python object of every token that is asked for."""

from dataclasses import dataclass
from typing import Self

from spacy.attrs import IDX, LENGTH
from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a block.

    Attributes:
        starts: where each begins in the text.
        texts: as written.
        words: in small letters.
    """

    starts: list[int]
    texts: list[str]
    words: list[str]

    @classmethod
    def of(cls, doc: Doc, text: str | None = None) -> Self:
        """The tokens of `doc`.

        Args:
            doc: the block.
            text: its text, where it is at hand: a doc puts it together anew each time.
        """
        text = doc.text if text is None else text
        places = doc.to_array([IDX, LENGTH]).tolist()
        texts = [text[start : start + length] for start, length in places]
        return cls([start for start, _ in places], texts, [written.lower() for written in texts])

    def joined(self, at: int) -> bool:
        """Whether no space stands between a token and the next one."""
        return self.starts[at] + len(self.texts[at]) == self.starts[at + 1]
