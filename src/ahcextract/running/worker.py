"""On a dask worker: one desk, with its model loaded once, for all tasks of a run."""

from distributed import Worker, WorkerPlugin, get_worker

from ahcextract.running.work import Desk, Part, Settings, Task


class Preload(WorkerPlugin):
    """Sets a worker up for a run.

    Args:
        run: name of the run.
        settings: of the run.
    """

    def __init__(self, run: str, settings: Settings) -> None:
        self.run, self.settings = run, settings

    def setup(self, worker: Worker) -> None:
        """Make the desk; the model is loaded at its first task."""
        setattr(worker, self.run, Desk(self.settings))

    def teardown(self, worker: Worker) -> None:
        """Let go of the desk."""
        if hasattr(worker, self.run):
            delattr(worker, self.run)


def do(run: str, task: Task) -> list[Part]:
    """Do a task on this worker."""
    desk: Desk = getattr(get_worker(), run)
    return list(desk.do([task]))
