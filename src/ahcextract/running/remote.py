"""Files anywhere fsspec reaches (extra `ahcextract[dask]`)."""

import contextlib
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import IO, Any

from ahcextract.errors import AhcError, InputError
from ahcextract.reading import SUFFIXES, find_inputs
from ahcextract.writing import unwritable


def _fsspec() -> Any:
    try:
        import fsspec  # type: ignore[import-untyped]
    except ImportError:
        raise AhcError("fsspec is not installed; pip install 'ahcextract[dask]'") from None
    return fsspec


def _at(url: str) -> tuple[Any, str]:
    """The file system of a URL and the path in it.

    Raises:
        InputError: no such protocol, or its library is not installed.
    """
    try:
        system, path = _fsspec().core.url_to_fs(url)
    except (ValueError, ImportError) as error:
        raise InputError(str(error).rstrip("."), where=url, hint="check the URL") from None
    return system, path


def read_url(url: str) -> bytes:
    """The content of a file.

    Raises:
        OSError: it cannot be read.
        InputError: as `_at`.
    """
    system, path = _at(url)
    content: bytes = system.cat_file(path)
    return content


def size_of(url: str) -> int:
    """Bytes of a file; 0 where that is unknown."""
    system, path = _at(url)
    try:
        return int(system.size(path) or 0)
    except (OSError, NotImplementedError):
        return 0


def changed(url: str) -> str:
    """A word that changes when the file does: its size and the time or tag of its last change.

    Raises:
        OSError: it cannot be reached.
    """
    system, path = _at(url)
    return str(system.ukey(path))


def find_remote(inputs: Sequence[str]) -> list[tuple[str, str]]:
    """Path or URL and name of each document, local inputs among them, in the order given.

    Names are file names without ending; those that would be shared get as many folders before
    them as it takes.

    Raises:
        InputError: as `find_inputs`; a URL that is nothing, or a folder without bulletins.
    """
    found: dict[str, str] = {}
    for given in inputs:
        if "://" in given:
            found.update((url, url) for url in _expand(given))
        else:
            found.update((str(item.path), item.name) for item in find_inputs([given]))
    return list(zip(found, _names(list(found.values())), strict=True))


def _expand(url: str) -> list[str]:
    system, path = _at(url)
    try:
        if any(char in path for char in "*?["):
            paths = system.glob(path)
        elif system.isdir(path):
            paths = system.find(path)
        elif system.exists(path):
            return [url]
        else:
            raise InputError("no such file or folder", where=url, hint="check the URL")
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error})", where=url) from None
    good = sorted(path for path in paths if _is_bulletin(PurePosixPath(path)))
    if not good:
        hint = f"readable endings are {', '.join(sorted(SUFFIXES))}"
        raise InputError("folder without bulletins", where=url, hint=hint)
    return [system.unstrip_protocol(path) for path in good]


def _is_bulletin(path: PurePosixPath) -> bool:
    name = path.name
    named = not name.startswith(".") and path.stem.lower() != "readme"
    return named and path.suffix.lower() in SUFFIXES


def _names(places: Sequence[str]) -> list[str]:
    """Shortest distinct ends of the paths, without ending; names of local files as they are."""
    paths = [PurePosixPath(place.partition("://")[2] or place) for place in places]
    depths = [
        1 if "://" in place else len(path.parts) for place, path in zip(places, paths, strict=True)
    ]
    deepest = max((len(path.parts) for path in paths), default=0)
    while True:
        names = [_name(p, d) for p, d in zip(paths, depths, strict=True)]
        counts = Counter(names)
        shared = [i for i, name in enumerate(names) if counts[name] > 1 and depths[i] <= deepest]
        if not shared:
            return names
        for index in shared:
            depths[index] += 1


def _name(path: PurePosixPath, depth: int) -> str:
    parts = path.with_suffix("").parts if path.suffix.lower() in SUFFIXES else path.parts
    return "/".join(parts[-depth:]) if depth <= len(parts) else str(path).lstrip("/")


@contextlib.contextmanager
def whole_url(url: str) -> Iterator[IO[bytes]]:
    """A stream that is sent to a URL when the block ends well.

    It is gathered in a temporary file first: few file systems can take back half a file.

    Raises:
        InputError: it cannot be written.
    """
    system, path = _at(url)
    with tempfile.TemporaryDirectory(prefix="ahcextract-") as folder:
        gathered = Path(folder, "output")
        with gathered.open("wb") as stream:
            yield stream
        try:
            parent = str(PurePosixPath(path).parent)
            if not system.isdir(parent):
                system.makedirs(parent, exist_ok=True)
            system.put_file(str(gathered), path)
        except OSError as error:
            raise unwritable(error, url) from None
        except (ValueError, NotImplementedError) as error:
            raise InputError(f"cannot be written ({error})", where=url) from None
