"""Engines: who does the tasks. Whichever it is, parts come in the order of the documents."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from ahcextract.running.documents import Document
from ahcextract.running.work import Desk, Part, Settings, Task

Engine = Callable[[Sequence[Document], Settings], Iterator[Part]]

# Text that keeps one process busy about as long as a second one takes to start and to feed.
_WORTH = 250_000
# A larger document is cut into shares of its issues, so that it does not occupy one process alone.
_SHARE = 200_000
# Smaller ones are read together: so much text fills the parser's windows a few times.
_SHEAF = 120_000
# Sheaves a process gets at least, so that none waits long for the last of another.
_EACH = 6


def local(documents: Sequence[Document], settings: Settings) -> Iterator[Part]:
    """Do everything in this process."""
    yield from Desk(settings).do(Task(document) for document in documents)


def tasks(documents: Iterable[Document]) -> Iterator[Task]:
    """Tasks of documents, in order; a large document gives several."""
    for document in documents:
        shares = max(1, -(-document.size // _SHARE)) if document.plain else 1
        for share in range(shares):
            yield Task(document, share, shares)


def sheaves(documents: Sequence[Document], count: int) -> Iterator[list[Task]]:
    """The tasks of documents, in order, in sheaves for one process each.

    Args:
        documents: what is to be done.
        count: of processes that share them.
    """
    most = min(_SHEAF, sum(document.size for document in documents) // (count * _EACH))
    sheaf: list[Task] = []
    held = 0
    for task in tasks(documents):
        size = task.document.size // task.shares
        if sheaf and held + size > most:
            yield sheaf
            sheaf, held = [], 0
        sheaf.append(task)
        held += size
    if sheaf:
        yield sheaf


def processes(documents: Sequence[Document], asked: int | None) -> int:
    """How many processes are worth starting.

    Args:
        documents: what is to be done.
        asked: `--jobs`; None for as many as there are cores.
    """
    most = asked if asked is not None else cores()
    size = sum(document.size for document in documents)
    return max(1, min(most, size // _WORTH, sum(1 for _ in tasks(documents))))


def cores() -> int:
    """Cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this system
        return os.cpu_count() or 1
