"""The list of formats, and the one function that writes any of them."""

import importlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from ahcextract.errors import InputError
from ahcextract.position import Position


@dataclass(frozen=True, slots=True)
class Format:
    """A format that records can be written in.

    Attributes:
        name: as given to `--to`.
        module: module of this package whose `write(positions, path, **options)` writes it.
        ending: of its file; empty where it is a folder.
        about: one line for the help.
        options: names of the keyword options that its `write` takes.
    """

    name: str
    module: str
    ending: str
    about: str
    options: frozenset[str] = frozenset()


_TEXT = frozenset({"texts"})
_ALL = (
    Format("csv", "csv_table", ".csv", "one table for spreadsheets, pandas and R"),
    Format("parquet", "parquet", ".parquet", "one typed table for DuckDB, pandas, Arrow and R"),
    Format("sqlite", "sqlite", ".db", "a database: positions, actors, provisions, full text"),
    Format("xlsx", "xlsx", ".xlsx", "an Excel workbook with the meaning of each column"),
    Format("graphml", "graphml", ".graphml", "a network for Gephi", frozenset({"mode"})),
    Format("edges", "edges", ".edges.csv", "a list of edges, actor to target, with sign"),
    Format("dna", "dna", ".dna", "a database for Discourse Network Analyzer 3", _TEXT),
    Format("labelstudio", "labelstudio", ".labelstudio.json", "tasks for Label Studio", _TEXT),
    Format("doccano", "doccano", ".doccano.jsonl", "examples for doccano", _TEXT),
    Format("brat", "brat", "", "a folder for brat (standoff)", _TEXT),
    Format("spacy", "spacy_docs", ".spacy", "spaCy's DocBin, for training", _TEXT),
)
FORMATS: Mapping[str, Format] = {form.name: form for form in _ALL}
"""All formats by the name that `--to` takes."""


def export(positions: Iterable[Position], to: str, path: str | Path, **options: Any) -> list[Path]:
    """Write records in a format of another tool.

    Args:
        positions: the records; read once, as a stream where the format lets it.
        to: name of the format, a key of `FORMATS`.
        path: file to write; a folder for `brat`. What is there is replaced in one step at the
            end; a folder that holds something is never replaced.
        **options: `mode` ("two-mode" or "actors") for `graphml`; `texts` (a folder with
            `DOCUMENT.txt` files, as `ahcextract run --save-text` writes them) for `dna`,
            `labelstudio`, `doccano`, `brat` and `spacy`.

    Returns:
        What was written, the file or folder first.

    Raises:
        InputError: no such format or option, a text does not fit the records, or the path
            cannot be written.
        AhcError: a library is missing.
    """
    form = FORMATS.get(to)
    if form is None:
        raise InputError(f'no format "{to}"', where="--to", hint="one of " + ", ".join(FORMATS))
    for name in options:
        if name not in form.options:
            raise InputError(f'format "{to}" takes no option "{name}"')
    module = importlib.import_module(f"ahcextract.export.{form.module}")
    write = cast(Callable[..., list[Path]], module.write)
    return write(positions, Path(path), **options)
