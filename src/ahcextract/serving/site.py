"""Building the site and running it."""

import asyncio
import contextlib
import importlib
import socket
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ahcextract.errors import AhcError, InputError
from ahcextract.export.extras import missing
from ahcextract.export.sqlite import write_database
from ahcextract.export.tables import ABOUT, MEANINGS
from ahcextract.position import Position

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]

_HERE = Path(__file__).parent
_SETTINGS = {
    "default_page_size": 50,
    "default_facet_size": 12,
    "max_returned_rows": 2000,
    # Any SQL may be asked, for so long: the page is for one person on their own machine.
    "sql_time_limit_ms": 5000,
    "facet_time_limit_ms": 3000,
    "suggest_facets": False,
    "truncate_cells_html": 0,
    "max_csv_mb": 0,
    "default_cache_ttl": 0,
}
_ORDER = {"positions": "issue_date", "provisions": "position", "actors": "name", "issues": "date"}
_LABELS = {"actors": "name", "provisions": "label", "sentences": "text", "issues": "id"}


def site(database: Path) -> "Datasette":
    """A Datasette over a database that `export.sqlite` wrote.

    Args:
        database: the file; its name without the ending must be `serving.DATABASE`. It is opened
            read-only and as unchanging.

    Raises:
        AhcError: Datasette is not installed.
    """
    try:
        from datasette.app import Datasette
        from datasette.plugins import pm  # type: ignore[import-untyped]
    except ImportError:
        raise missing("Datasette", "serve") from None
    from ahcextract.serving import plugin

    # A question that SQLite refuses is told in the page; Datasette would print a traceback too.
    # By name: importing it before `datasette.app` would leave it half-registered.
    importlib.import_module("datasette.handle_exception").__dict__["rich"] = None
    if not pm.is_registered(plugin):
        pm.register(plugin, name="ahcextract")
    return Datasette(
        immutables=[str(database)],
        metadata=metadata(),
        template_dir=str(_HERE / "templates"),
        static_mounts=[("assets", str(_HERE / "static"))],
        settings=_SETTINGS,
    )


def metadata() -> dict[str, Any]:
    """Titles, meanings of columns, facets and ready-made questions, as Datasette takes them."""
    from ahcextract.serving import DATABASE, FACETS
    from ahcextract.serving.queries import QUERIES

    tables: dict[str, Any] = {}
    for name, about in ABOUT.items():
        tables[name] = {"description": about, "columns": dict(MEANINGS[name])}
        if name in _ORDER:
            tables[name]["sort"] = _ORDER[name]
        if name in _LABELS:
            tables[name]["label_column"] = _LABELS[name]
    tables["positions"] |= {"facets": list(FACETS), "size": 50}
    tables["actors"]["facets"] = ["type"]
    tables["provisions"]["facets"] = ["kind"]
    return {
        "title": "Who stands where",
        "description": "Positions taken in treaty negotiations, with the sentence behind each.",
        "databases": {DATABASE: {"tables": tables, "queries": QUERIES}},
    }


@contextlib.contextmanager
def database_of(positions: Iterable[Position]) -> Iterator[Path]:
    """A database of the records in a temporary folder, removed when the block ends.

    Raises:
        InputError: there are no records.
    """
    from ahcextract.serving import DATABASE

    stream = iter(positions)
    first = next(stream, None)
    if first is None:
        raise InputError("there are no records to serve", hint="`ahcextract run` writes some")
    with tempfile.TemporaryDirectory(prefix="ahcextract-") as folder:
        path = Path(folder) / f"{DATABASE}.db"

        def all_of_them() -> Iterator[Position]:
            yield first
            yield from stream

        write_database(all_of_them(), path)
        yield path


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to an address.

    Args:
        host: a name or address of this machine.
        port: 0 lets the system choose a free one.

    Raises:
        AhcError: the port is in use, or the address is not this machine's.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (OSError, OverflowError):
        raise AhcError(f'no address "{host}" with port {port}; --host 127.0.0.1') from None
    listener = socket.socket(family, kind, protocol)
    # Without it a port just left stays closed for a minute.
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
        listener.listen()
    except OSError as error:
        listener.close()
        if isinstance(error, PermissionError):
            raise AhcError(f"port {port} is not for you; choose one above 1023") from None
        raise AhcError(
            f"{host}:{port} cannot be listened on ({error.strerror}); choose another port, "
            f"for example --port {port + 1}"
        ) from None
    return listener


def run(application: "Datasette", listener: socket.socket, started: Callable[[], None]) -> None:
    """Serve until Ctrl-C.

    Args:
        application: what `site` built.
        listener: a bound socket; closed at the end.
        started: called once the site answers.
    """
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets=sockets)
            if self.started:
                started()

    asyncio.run(application.invoke_startup())
    config = uvicorn.Config(
        application.app(),
        log_level="warning",
        lifespan="on",
        access_log=False,
        # An open browser keeps its connection: Ctrl-C must not wait for it.
        timeout_graceful_shutdown=1,
    )
    try:
        with contextlib.suppress(KeyboardInterrupt):
            Server(config).run(sockets=[listener])
    finally:
        listener.close()
