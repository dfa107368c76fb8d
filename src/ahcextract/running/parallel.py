"""The local engine: this process, or several where there is enough to do."""

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait

from ahcextract.errors import AhcError
from ahcextract.running.documents import Document
from ahcextract.running.engines import Engine, local, processes, sheaves
from ahcextract.running.work import Desk, Part, Settings, Task

# Sheaves handed out ahead, a process: enough to keep all busy, few enough to keep memory flat.
_AHEAD = 3

# The desk of a worker process, loaded once: by its parent where processes are forked.
_desk: Desk | None = None


def parallel(jobs: int | None) -> Engine:
    """The engine for `--jobs`.

    Args:
        jobs: processes at most; None for as many as there are cores.
    """

    def engine(documents: Sequence[Document], settings: Settings) -> Iterator[Part]:
        count = processes(documents, jobs)
        if count == 1:
            return local(documents, settings)
        return _many(documents, settings, count)

    return engine


def _many(documents: Sequence[Document], settings: Settings, count: int) -> Iterator[Part]:
    global _desk
    # Forked workers share the parent's model; elsewhere forking is not safe, and each loads it.
    fork = sys.platform == "linux"
    if fork:
        _desk = Desk(settings)
        _desk.prepare()
    before = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(
        count,
        multiprocessing.get_context("fork" if fork else "spawn"),
        _begin,
        (None if fork else settings,),
    )
    done = False
    try:
        yield from _in_order(pool, documents, count)
        done = True
    except BrokenProcessPool:
        raise AhcError(
            "a worker process died (killed, or out of memory); "
            "run again, finished documents are kept, or use --jobs 1"
        ) from None
    finally:
        _desk = None
        if not done:
            for process in set(multiprocessing.active_children()) - before:
                process.terminate()
        pool.shutdown(cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, documents: Sequence[Document], count: int
) -> Iterator[Part]:
    ahead: deque[Future[list[Part]]] = deque()
    for sheaf in sheaves(documents, count):
        ahead.append(pool.submit(_do, sheaf))
        if len(ahead) >= count * _AHEAD:
            yield from ahead.popleft().result()
    while ahead:
        yield from ahead.popleft().result()


def _begin(settings: Settings | None) -> None:
    global _desk
    # Ctrl-C goes to the whole group; the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if settings is not None:
        _desk = Desk(settings)
        _desk.prepare()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        with contextlib.suppress(OSError):
            wait([parent.sentinel])
        os._exit(1)


def _do(sheaf: list[Task]) -> list[Part]:
    assert _desk is not None
    return list(_desk.do(sheaf))
