"""The gold documents that are there, by collection."""

from collections.abc import Iterable
from pathlib import Path

from ahcextract.errors import InputError
from ahcextract.gold import GoldIndex
from ahcextract.gold.documents import text_hash
from ahcextract.reading import read

#: Folder of the documents, as `gold/documents.toml` has it, by the collection's name on the pages.
COLLECTIONS = {
    "corpus": "corpus",
    "cybercrime": "../shared/bulletins",
    "climate": "../shared/bulletins/enb",
}


def collection(index: GoldIndex, name: str) -> list[str]:
    """Names of a collection's documents, in the order of the index; empty where one is missing.

    Raises:
        InputError: a text is not the one that was annotated.
    """
    folder = COLLECTIONS[name]
    found = [n for n, document in index.documents.items() if document.collection == folder]
    if not all(index.source(n).is_file() for n in found):
        return []
    check(index, found)
    return found


def check(index: GoldIndex, names: Iterable[str]) -> None:
    """Every text is the one that was annotated.

    Raises:
        InputError: one is not.
    """
    for name in names:
        path: Path = index.source(name)
        if text_hash(read(path).text) != index.documents[name].sha256:
            raise InputError(
                "is not the text that was annotated", where=str(path), hint="see docs/gold.md"
            )
