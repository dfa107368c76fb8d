"""Finished documents of earlier runs, so that a run does only what changed.

One SQLite file beside the output (`.positions.jsonl.state`) holds the lines of each finished
document under a key of everything they depend on. A run that is interrupted has committed what it
finished; a run that ends well drops what it did not use.
"""

import contextlib
import hashlib
import json
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from ahcextract.running.documents import Document, is_url
from ahcextract.running.versions import fingerprint
from ahcextract.running.work import Part, Settings

_FORMAT = 1
# Seconds between commits: what a kill may cost beyond the document in hand.
_COMMIT = 0.5
_SCHEMA = """
PRAGMA auto_vacuum = FULL;
CREATE TABLE done (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE part (
    key TEXT, number INTEGER, positions INTEGER, issues INTEGER, words INTEGER, warnings TEXT,
    lines BLOB, PRIMARY KEY (key, number)
);
"""


def state_path(output: str) -> Path | None:
    """Where the state of an output lies; None for outputs that have none ("-", URLs, devices)."""
    if output == "-" or is_url(output):
        return None
    path = Path(output).resolve()
    if path.exists() and not path.is_file():
        return None
    return path.with_name(f".{path.name}.state")


def key_of(document: Document, settings: Settings) -> str | None:
    """What the document's lines depend on, as SHA-256 in hex; None where it cannot be read.

    Its content, its name and ending (names give dates), the profile asked for, the least
    confidence, and the program with its model. A profile chosen by front matter is content.
    """
    profile = settings.profile.digest if settings.profile is not None else ""
    about = (fingerprint(), profile, repr(settings.min_confidence), document.name, document.suffix)
    try:
        if document.data is None and is_url(document.where):
            from ahcextract.running.remote import changed

            content = changed(document.where).encode()
        else:
            content = document.content()
    except OSError:
        return None
    digest = hashlib.sha256("\0".join(about).encode())
    digest.update(content)
    return digest.hexdigest()


class Store:
    """Lines of finished documents, by key.

    Args:
        path: of the SQLite file; made where there is none, made anew where it is of another
            format or damaged.

    Raises:
        sqlite3.Error: it can neither be read nor made.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._committed = time.monotonic()
        try:
            self._database = self._opened()
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
            self._database = self._opened()

    def _opened(self) -> sqlite3.Connection:
        database = sqlite3.connect(self.path, timeout=5, isolation_level="DEFERRED")
        try:
            version = database.execute("PRAGMA user_version").fetchone()[0]
            if version != _FORMAT:
                if database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                    raise sqlite3.DatabaseError("of another format")
                database.executescript(_SCHEMA + f"PRAGMA user_version = {_FORMAT};")
            # Parts of a document that an interrupted run did not finish.
            database.execute("DELETE FROM part WHERE key NOT IN (SELECT key FROM done)")
            database.commit()
        except sqlite3.Error:
            database.close()
            raise
        return database

    def __contains__(self, key: str) -> bool:
        found = self._database.execute("SELECT 1 FROM done WHERE key = ?", (key,))
        return found.fetchone() is not None

    def parts(self, key: str, document: int) -> Iterator[Part]:
        """The parts of a finished document, under its index in this run."""
        rows = self._database.execute(
            "SELECT lines, positions, issues, words, warnings FROM part WHERE key = ?"
            " ORDER BY number",
            (key,),
        )
        for lines, positions, issues, words, warnings in rows:
            told = tuple(json.loads(warnings)) if warnings else ()
            yield Part(document, zlib.decompress(lines), positions, issues, words, told)

    def add(self, key: str, number: int, part: Part) -> None:
        """Keep a part; it counts only once the document is finished."""
        warnings = json.dumps(part.warnings) if part.warnings else None
        self._database.execute(
            "INSERT OR REPLACE INTO part (key, number, positions, issues, words, warnings, lines)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (key, number, part.positions, part.issues, part.words, warnings,
             zlib.compress(part.lines, 1)),
        )  # fmt: skip

    def forget(self, key: str) -> None:
        """Drop a document."""
        self._database.execute("DELETE FROM done WHERE key = ?", (key,))
        self._database.execute("DELETE FROM part WHERE key = ?", (key,))

    def finish(self, key: str) -> None:
        """The document is whole."""
        self._database.execute("INSERT OR REPLACE INTO done VALUES (?)", (key,))
        if time.monotonic() - self._committed > _COMMIT:
            self._database.commit()
            self._committed = time.monotonic()

    def keep_only(self, keys: Iterable[str]) -> None:
        """Drop every document that is not among `keys`."""
        wanted = set(keys)
        known = [key for (key,) in self._database.execute("SELECT key FROM done")]
        for key in known:
            if key not in wanted:
                self.forget(key)

    def close(self) -> None:
        """Commit what is finished and let go of the file; an empty one is removed."""
        empty = False
        with contextlib.suppress(sqlite3.Error):
            self._database.commit()
            empty = self._database.execute("SELECT 1 FROM done LIMIT 1").fetchone() is None
        self._database.close()
        if empty:
            self.path.unlink(missing_ok=True)
