"""Progress of a run on standard error: a bar on a terminal, a line now and then elsewhere."""

import contextlib
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

    from ahcextract.running.documents import Document
    from ahcextract.running.events import Summary
    from ahcextract.running.work import Part

# Seconds between two lines where there is no terminal.
_EVERY = 10.0


@contextlib.contextmanager
def reporter() -> "Iterator[Lines]":
    """What fits standard error."""
    if not sys.stderr.isatty():
        yield Lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.fields[name]}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield Bar(progress)


class Lines:
    """Plain lines."""

    def __init__(self) -> None:
        self._documents = self._done = self._issues = self._words = self._new = 0
        self._begun = self._told = time.monotonic()

    def begin(self, documents: int) -> None:
        """So many documents are to be done."""
        self._documents = documents
        self._begun = self._told = time.monotonic()

    def warn(self, line: str) -> None:
        """A warning about a document."""
        self.say(f"warning: {line}")

    def fail(self, line: str) -> None:
        """A document that could not be read."""
        self.say(f"error: {line}")

    def advance(self, document: "Document", part: "Part", reused: bool) -> None:
        """A part of a document is written."""
        self._done = document.index + part.last
        self._issues += part.issues
        self._words += part.words
        self._new += 0 if reused else part.words
        self.show(document)

    def show(self, document: "Document") -> None:
        """Tell how far it is, from time to time."""
        now = time.monotonic()
        if now - self._told >= _EVERY:
            self._told = now
            self.say(
                f"{self._done} of {self._documents} documents, {self._issues} issues, {self.rate()}"
            )

    def rate(self) -> str:
        """Words a second, of documents that were not taken from an earlier run."""
        seconds = time.monotonic() - self._begun
        return f"{self._new / seconds:,.0f} words/s" if seconds > 0 and self._new else ""

    def end(self, made: "Summary") -> None:
        """The closing line."""
        line = (
            f"{_count(made.issues, 'issue')} in {_count(made.documents, 'document')}: "
            f"{_count(made.positions, 'position')} ({made.words:,} words"
        )
        if made.reused:
            line += f"; {made.reused} unchanged"
        if made.failed:
            line += f"; {made.failed} not readable"
        rate = self.rate()
        seconds = time.monotonic() - self._begun
        self.say(f"{line}; {seconds:.1f} s{', ' + rate if rate else ''})")

    def say(self, line: str) -> None:
        """One line on standard error."""
        print(line, file=sys.stderr, flush=True)


class Bar(Lines):
    """A bar of documents."""

    def __init__(self, progress: "Progress") -> None:
        super().__init__()
        self._progress = progress
        self._task = progress.add_task("", name="starting", rate="", total=None)

    def begin(self, documents: int) -> None:
        """So many documents are to be done."""
        super().begin(documents)
        self._progress.update(self._task, total=documents)

    def show(self, document: "Document") -> None:
        """Move the bar."""
        rate = f"{self._issues} issues {self.rate()}"
        self._progress.update(self._task, completed=self._done, name=document.name, rate=rate)

    def say(self, line: str) -> None:
        """One line above the bar."""
        from rich.text import Text

        self._progress.console.print(Text(line), soft_wrap=True)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
