"""The dask engine: a local cluster, or a scheduler that runs already (extra `ahcextract[dask]`)."""

import contextlib
import importlib
import uuid
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

from ahcextract.errors import AhcError, InputError
from ahcextract.running.documents import Document, is_url
from ahcextract.running.engines import Engine, cores, tasks
from ahcextract.running.work import Part, Settings, Task

# Tasks handed out ahead, a worker.
_AHEAD = 4
# Seconds to wait for a scheduler.
_PATIENCE = 20


def cluster(scheduler: str | None, jobs: int | None) -> Engine:
    """The engine for `--engine dask`.

    Args:
        scheduler: address of a running one; None for a local cluster that ends with the run.
        jobs: workers of the local cluster; None for as many as there are cores.
    """

    def engine(documents: Sequence[Document], settings: Settings) -> Iterator[Part]:
        with _client(scheduler, jobs or cores()) as client:
            yield from on_client(client, documents, settings)

    return engine


@contextlib.contextmanager
def _client(scheduler: str | None, jobs: int) -> Iterator[Any]:
    # distributed has no types for what it makes.
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError:
        raise AhcError("dask is not installed; pip install 'ahcextract[dask]'") from None
    if scheduler is None:
        with (
            distributed.LocalCluster(
                n_workers=jobs, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
            ) as local,
            distributed.Client(local) as client,
        ):
            yield client
        return
    try:
        client = distributed.Client(scheduler, timeout=_PATIENCE)
    except (OSError, ValueError, TimeoutError) as error:
        reason = str(error).splitlines()[0] if str(error) else "no answer"
        raise InputError(
            f"no dask scheduler there ({reason})", where=scheduler, hint="check --scheduler"
        ) from None
    with client:
        yield client


def on_client(client: Any, documents: Sequence[Document], settings: Settings) -> Iterator[Part]:
    """Do the documents on the workers of a client.

    What a worker had in hand when it died is done again by another, from the start; a part is
    passed on only once its whole task is done, so nothing is lost and nothing comes twice.

    Args:
        client: connected to a scheduler.
        documents: local files travel to the workers, which need not see them; URLs are opened
            by the workers.
        settings: of the run.

    Raises:
        AhcError: a task failed on every worker it was tried on.
    """
    from distributed import KilledWorker

    run = f"ahcextract-{uuid.uuid4().hex}"
    _register(client, run, settings)
    ahead: deque[Any] = deque()
    try:
        for task in tasks(documents):
            ahead.append(_submit(client, run, task))
            if len(ahead) >= _AHEAD * max(1, _workers(client)):
                yield from ahead.popleft().result()
        while ahead:
            yield from ahead.popleft().result()
    except KilledWorker as error:
        raise AhcError(f"the dask workers died over one document ({error})") from None
    finally:
        if ahead:
            client.cancel(list(ahead))
        with contextlib.suppress(Exception):
            client.unregister_worker_plugin(run)


def _workers(client: Any) -> int:
    return len(client.scheduler_info(n_workers=-1)["workers"])


def _register(client: Any, run: str, settings: Settings) -> None:
    """Give every worker, and every one that comes later, its settings."""
    from ahcextract.running.worker import Preload

    client.register_plugin(Preload(run, settings), name=run)


def _submit(client: Any, run: str, task: Task) -> Any:
    from ahcextract.running.worker import do

    document = task.document
    if document.data is None and not is_url(document.where):
        with contextlib.suppress(OSError):  # the worker says what is wrong with it
            task = Task(document.with_data(), task.share, task.shares)
    return client.submit(do, run, task, pure=False)
