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


def local(documents: Sequence[Document], settings: Settings) -> Iterator[Part]:
    """Do everything in this process."""
    desk = Desk(settings)
    for document in documents:
        yield from desk.do(Task(document))


def tasks(documents: Iterable[Document]) -> Iterator[Task]:
    """Tasks of documents, in order; a large document gives several."""
    for document in documents:
        shares = max(1, -(-document.size // _SHARE)) if document.plain else 1
        for share in range(shares):
            yield Task(document, share, shares)


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
