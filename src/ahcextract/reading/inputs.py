"""Which files to read, and under which names."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ahcextract.errors import InputError
from ahcextract.reading.reader import SUFFIXES

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One document to read.

    Attributes:
        path: the file; `Path("-")` for standard input.
        name: name of the document, distinct among the inputs found together.
    """

    path: Path
    name: str


def find_inputs(inputs: Sequence[str | Path]) -> list[Input]:
    """Expand files, folders and "-" to the documents they stand for.

    Folders are searched recursively, in sorted order; hidden files, README files and files of
    other kinds are passed over. A file met twice is read once. Documents are named by the file
    name without ending; those that would share a name get their path within the folder given
    ("sub/day-1"), then as many folders above it as it takes ("talks/sub/day-1"), and the ending
    where only that differs ("day-1.md").

    Raises:
        InputError: a path does not exist, a folder holds no bulletin or cannot be read, or a
            file named has an ending that no reader knows.
    """
    found: dict[Path, tuple[Path, int]] = {}
    for given in inputs:
        for path, depth in _expand(Path(given)):
            found.setdefault(path if str(path) == STDIN else path.resolve(), (path, depth))
    names = _names(list(found), [depth for _, depth in found.values()])
    return [Input(path, name) for (path, _), name in zip(found.values(), names, strict=True)]


def _expand(path: Path) -> Iterator[tuple[Path, int]]:
    """Files, each with the number of parts of its path within the folder given."""
    if str(path) == STDIN:
        yield path, 1
    elif path.is_dir():
        for file in _walk(path):
            yield file, len(file.relative_to(path).parts)
    elif not path.exists():
        raise InputError("no such file or folder", where=str(path), hint="check the path")
    elif path.suffix.lower() not in SUFFIXES:
        raise InputError(
            f"unknown kind of file {path.suffix!r}" if path.suffix else "file without an ending",
            where=str(path),
            hint=f"readable endings are {', '.join(sorted(SUFFIXES))}",
        )
    else:
        yield path, 1


def _walk(folder: Path) -> list[Path]:
    def refuse(error: OSError) -> None:
        raise InputError("cannot be read", where=str(error.filename), hint="check its permissions")

    found: list[Path] = []
    for parent, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(parent, name) for name in files if _is_bulletin(name)]
    if not found:
        raise InputError(
            "folder without bulletins",
            where=str(folder),
            hint=f"put files ending in {', '.join(sorted(SUFFIXES))} into it",
        )
    return sorted(found, key=lambda path: path.relative_to(folder).parts)


def _is_bulletin(name: str) -> bool:
    path = Path(name)
    return (
        not name.startswith(".")
        and path.stem.lower() != "readme"
        and path.suffix.lower() in SUFFIXES
    )


def _names(paths: Sequence[Path], inner: Sequence[int]) -> list[str]:
    """Shortest distinct name of each path; first only by its `inner` last parts."""
    names = [_name(path, 1) for path in paths]
    within = range(2, max(inner, default=1) + 1)
    deepest = max((len(path.parts) for path in paths), default=0)
    for depth, capped in [
        *((d, True) for d in within),
        *((d, False) for d in range(2, deepest + 2)),
    ]:
        counts = Counter(names)
        if len(counts) == len(names):
            break
        names = [
            _name(path, min(depth, most) if capped else max(depth, most))
            if counts[name] > 1
            else name
            for path, name, most in zip(paths, names, inner, strict=True)
        ]
    return names


def _name(path: Path, depth: int) -> str:
    """`depth` last parts of the path without its ending.

    Beyond the path's length the folders are of no help: the file name with its ending.
    """
    if str(path) == STDIN:
        return "stdin"
    parts = path.with_suffix("").parts
    return "/".join(parts[-depth:]) if depth < len(parts) else path.name
