"""What a run tells whoever shows its progress."""

from dataclasses import dataclass
from typing import Protocol

from ahcextract.running.documents import Document
from ahcextract.running.work import Part


@dataclass(slots=True)
class Summary:
    """What a run did.

    Attributes:
        documents: read or taken from an earlier run.
        reused: those taken from an earlier run.
        failed: documents that could not be read.
        issues: in all documents.
        positions: written.
        words: in all documents.
    """

    documents: int = 0
    reused: int = 0
    failed: int = 0
    issues: int = 0
    positions: int = 0
    words: int = 0

    def add(self, part: Part) -> None:
        """Count a part."""
        self.issues += part.issues
        self.positions += part.positions
        self.words += part.words


class Reporter(Protocol):
    """Shows progress; all methods are called in the order of the documents."""

    def begin(self, documents: int) -> None:
        """So many documents are to be done."""

    def warn(self, line: str) -> None:
        """Something worth telling about a document that is read all the same."""

    def fail(self, line: str) -> None:
        """A document could not be read; the others go on."""

    def advance(self, document: Document, part: Part, reused: bool) -> None:
        """A part of a document is written."""
