"""A run: documents in, their records into one output, in the documents' order."""

import contextlib
import sqlite3
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ahcextract.errors import InputError
from ahcextract.running.documents import Document
from ahcextract.running.engines import Engine
from ahcextract.running.events import Reporter, Summary
from ahcextract.running.store import Store, key_of, state_path
from ahcextract.running.work import Part, Settings
from ahcextract.writing import Sink, save_text, whole_output


@dataclass(frozen=True, slots=True)
class Request:
    """What to run.

    Attributes:
        documents: in the order of the output.
        output: path, URL or "-".
        settings: the same for all documents.
        texts: folder for the documents' texts; None for nowhere.
        keep_going: a document that cannot be read is reported and left out.
        force: do everything again, whatever an earlier run left.
    """

    documents: Sequence[Document]
    output: str
    settings: Settings
    texts: Path | None = None
    keep_going: bool = False
    force: bool = False


def run(request: Request, engine: Engine, reporter: Reporter) -> Summary:
    """Do what is not done yet and write the whole output.

    Args:
        request: what to run.
        engine: who does it.
        reporter: is told of progress, warnings and failures.

    Raises:
        InputError: a document cannot be read and `keep_going` is off, or none can; the output
            cannot be written. The old output stays as it was.
    """
    with whole_output(request.output) as sink, _store(request.output, reporter) as store:
        return _Run(request, engine, reporter, sink, store).all()


@contextlib.contextmanager
def _store(output: str, reporter: Reporter) -> Iterator[Store | None]:
    path = state_path(output)
    store = None
    if path is not None:
        try:
            store = Store(path)
        except (sqlite3.Error, OSError) as error:
            reporter.warn(f"{path}: cannot be used, everything is done anew ({error})")
    try:
        yield store
    finally:
        if store is not None:
            store.close()


class _Run:
    def __init__(
        self, request: Request, engine: Engine, reporter: Reporter, sink: Sink, store: Store | None
    ) -> None:
        self.request, self.engine, self.reporter = request, engine, reporter
        self.sink, self.store = sink, store
        self.summary = Summary()
        self.failure: str | None = None

    def all(self) -> Summary:
        documents, store = self.request.documents, self.store
        self.reporter.begin(len(documents))
        keys = [key_of(d, self.request.settings) if store else None for d in documents]
        reused = [self._known(key) for key in keys]
        waiting = [d for d, known in zip(documents, reused, strict=True) if not known]
        with contextlib.closing(self._engine(waiting)) as made:
            for document, key, known in zip(documents, keys, reused, strict=True):
                if known and key is not None:
                    self._reuse(document, key)
                else:
                    self._make(document, key, made)
        if self.failure is not None and not self.summary.documents:
            raise InputError(f"no document could be read, {self.request.output} is not written")
        if store is not None:
            store.keep_only(key for key in keys if key is not None)
        return self.summary

    def _engine(self, waiting: Sequence[Document]) -> Generator[Part, None, None]:
        # A generator even where nothing is left to do: then no engine, and no model, is loaded.
        if waiting:
            yield from self.engine(waiting, self.request.settings)

    def _known(self, key: str | None) -> bool:
        if self.store is None or key is None:
            return False
        return not self.request.force and key in self.store

    def _reuse(self, document: Document, key: str) -> None:
        assert self.store is not None
        if self.request.texts is not None:
            self._save(document, document.source().text)
        for part in self.store.parts(key, document.index):
            self._write(document, part, reused=True)
        self.summary.documents += 1
        self.summary.reused += 1

    def _make(self, document: Document, key: str | None, made: Iterator[Part]) -> None:
        failed = False
        if self.store is not None and key is not None:
            self.store.forget(key)
        for number, part in enumerate(made):
            if part.error is not None and not failed:
                failed = True
                self._fail(part.error)
            if not failed:
                self._write(document, part, reused=False)
                if self.store is not None and key is not None:
                    self.store.add(key, number, part)
            if part.last:
                break
        if failed:
            self.summary.failed += 1
            return
        self.summary.documents += 1
        if self.store is not None and key is not None:
            self.store.finish(key)

    def _fail(self, error: str) -> None:
        if not self.request.keep_going:
            raise InputError(error)
        self.failure = error
        self.reporter.fail(error)

    def _write(self, document: Document, part: Part, *, reused: bool) -> None:
        for warning in part.warnings:
            self.reporter.warn(
                warning if document.name in warning else f"{document.name}: {warning}"
            )
        if part.text is not None:
            self._save(document, part.text)
        if part.lines:
            self.sink.write(part.lines)
        self.summary.add(part)
        self.reporter.advance(document, part, reused)

    def _save(self, document: Document, text: str) -> None:
        if self.request.texts is not None:
            save_text(self.request.texts, document.name, text, document.where)
