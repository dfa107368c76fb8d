"""The documents of a run: local files, standard input, and URLs that fsspec opens."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ahcextract.errors import InputError
from ahcextract.reading import SUFFIXES, Source, find_inputs, read, read_bytes

STDIN = "-"
# Of these kinds the size of the file says how much text it holds.
_PLAIN = frozenset({"", ".txt", ".text", ".md", ".markdown"})


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a run.

    Attributes:
        index: place among the documents of the run, from 0.
        where: path or URL; "-" for standard input.
        name: of the document, distinct within the run.
        size: bytes of the file; 0 where unknown.
        data: the file's content where it travels with the document; None where it is to be read.
    """

    index: int
    where: str
    name: str
    size: int = 0
    data: bytes | None = None

    @property
    def suffix(self) -> str:
        """Ending of the file in lower case, with the dot."""
        return "" if self.where == STDIN else Path(self.where).suffix.lower()

    @property
    def plain(self) -> bool:
        """Whether `size` says how much text there is."""
        return self.suffix in _PLAIN

    def content(self) -> bytes:
        """Its bytes.

        Raises:
            OSError: it cannot be read.
        """
        if self.data is not None:
            return self.data
        if is_url(self.where):
            from ahcextract.running.remote import read_url

            return read_url(self.where)
        return Path(self.where).read_bytes()

    def with_data(self) -> "Document":
        """The same with its content, for a reader that has no access to the file."""
        return replace(self, data=self.content())

    def source(self) -> Source:
        """Read it.

        Raises:
            InputError: it cannot be opened, holds no text, is damaged or of no known kind.
        """
        if self.data is None and not is_url(self.where):
            return read(self.where, name=self.name)
        try:
            data = self.content()
        except OSError as error:
            raise InputError(
                f"cannot be read ({error.strerror or error})", where=self.where
            ) from None
        path = None if self.where == STDIN or is_url(self.where) else Path(self.where)
        where = "standard input" if self.where == STDIN else self.where
        return read_bytes(data, self.name, self.suffix, where=where, path=path)


def is_url(where: str) -> bool:
    """Whether it is fsspec's to open ("s3://bucket/day-1.md")."""
    return "://" in where


def find_documents(inputs: Sequence[str]) -> list[Document]:
    """The documents that files, folders, URLs and "-" stand for, in the order given.

    Standard input is read at once; everything else waits.

    Raises:
        InputError: as `ahcextract.reading.find_inputs`; or a URL cannot be reached.
    """
    if any(is_url(given) for given in inputs):
        from ahcextract.running.remote import find_remote

        found = find_remote(inputs)
    else:
        found = [(str(item.path), item.name) for item in find_inputs(inputs)]
    return [_document(index, where, name) for index, (where, name) in enumerate(found)]


def _document(index: int, where: str, name: str) -> Document:
    if where == STDIN:
        data = sys.stdin.buffer.read()
        return Document(index, where, name, len(data), data)
    if is_url(where):
        from ahcextract.running.remote import size_of

        return Document(index, where, name, size_of(where))
    try:
        return Document(index, where, name, Path(where).stat().st_size)
    except OSError:
        return Document(index, where, name)


__all__ = ["STDIN", "SUFFIXES", "Document", "find_documents", "is_url"]
