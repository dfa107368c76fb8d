"""Positions of a dask bag of documents (extra `ahcextract[dask]`).

>>> import dask.bag as db
>>> from ahcextract.dask import documents, extract
>>> records = extract(documents("s3://archive/2024/*.md"), profile="ahc")
>>> records.map(json.dumps).to_textfiles("s3://results/*.jsonl")
"""

import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ahcextract.errors import AhcError
from ahcextract.running.documents import Document, find_documents, is_url

if TYPE_CHECKING:
    from dask.bag import Bag

    from ahcextract.extractor import Extractor
    from ahcextract.profile import Profile

Item = str | Path | tuple[str, str] | Document

# One set of extractors a process, and one thread at a time in it: spaCy's vocabulary is shared.
_extractors: dict[str, "Extractor"] = {}
_lock = threading.Lock()


def documents(inputs: str | Path | Sequence[str | Path], *, partition_size: int = 64) -> "Bag":
    """A bag of documents, each read on the worker that extracts it.

    Args:
        inputs: files, folders, or URLs (with * and ?) that fsspec opens, which every worker must
            reach.
        partition_size: documents in a partition.

    Raises:
        InputError: an input does not exist or holds no bulletin.
        AhcError: dask is not installed.
    """
    given = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    places = [str(i) if is_url(str(i)) else str(Path(i).resolve()) for i in given]
    bag: Bag = _bags().from_sequence(find_documents(places), partition_size=partition_size)
    return bag


def extract(bag: "Bag", profile: str | Path | None = None, *, min_confidence: float = 0.0) -> "Bag":
    """The records of a bag of documents, in its order.

    Args:
        bag: of texts (`str`), files (`Path`, or what `documents` gives), or (name, text) pairs;
            a plain text is named "text".
        profile: name or file, read here and sent to the workers; by default what the document's
            front matter names, or "ahc".
        min_confidence: records below it are left out.

    Returns:
        A bag of records as dictionaries, with the fields of the schema in their order.

    Raises:
        InputError: at once for a mistake in the profile; while computing for a document that
            cannot be read.
    """
    from ahcextract.profile import load_profile

    chosen = load_profile(profile) if profile is not None else None
    untyped: Any = bag
    records: Bag = untyped.map_partitions(_records, _once(chosen), min_confidence)
    return records


def _once(profile: "Profile | None") -> Any:
    """The profile as one node of the graph, not a copy in every task."""
    from dask.delayed import delayed

    return delayed(profile, pure=True) if profile is not None else None


def _bags() -> Any:
    try:
        import dask.bag
    except ImportError:
        raise AhcError("dask is not installed; pip install 'ahcextract[dask]'") from None
    return dask.bag


def _records(
    items: Iterable[Item], profile: "Profile | None", least: float
) -> list[dict[str, Any]]:
    # A list, for a generator cannot travel from one worker to another.
    from ahcextract.reading import from_text, read
    from ahcextract.running.work import chosen_profile
    from ahcextract.splitting import split

    records = []
    for item in items:
        if isinstance(item, Document):
            source, where = item.source(), item.where
        elif isinstance(item, Path):
            source, where = read(item), str(item)
        else:
            name, text = item if isinstance(item, tuple) else ("text", item)
            source, where = from_text(text, name), name
        used = profile or chosen_profile(source.profile, where)
        with _lock:
            extractor = _extractor(used)
            found = list(extractor.bulletin(split(source, used.headings)))
        records += [p.model_dump(mode="json") for p in found if p.confidence >= least]
    return records


def _extractor(profile: "Profile") -> "Extractor":
    from ahcextract.extractor import Extractor

    if profile.digest not in _extractors:
        _extractors[profile.digest] = Extractor(profile)
    return _extractors[profile.digest]
