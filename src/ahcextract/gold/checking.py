"""`gold check`: is every line of gold, and of its readings, what it claims to be."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ahcextract.errors import InputError
from ahcextract.gold.codes import Codes
from ahcextract.gold.documents import INDEX, GoldDocument, GoldIndex, read_index, text_hash
from ahcextract.gold.lines import iter_lines
from ahcextract.gold.record import WORDS, GoldRecord
from ahcextract.gold.sources import SourceText, load_text

READINGS = "readings"


@dataclass(slots=True)
class Checked:
    """Outcome of a check.

    Attributes:
        problems: one line each, with file and line, in the order of the files.
        notes: what could not be checked and why.
        files: number of JSON Lines files read.
        records: number of positions read.
    """

    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    files: int = 0
    records: int = 0


def check_gold(
    folder: Path,
    *,
    codes_of: Callable[[str], Codes],
    load: Callable[[Path, str], SourceText] = load_text,
) -> Checked:
    """Check a gold folder: index, texts, positions and readings.

    Args:
        folder: the gold folder.
        codes_of: known codes of a profile, by its name.
        load: reads a document with a profile; for tests.

    Raises:
        InputError: `documents.toml` itself, or a profile that it names, cannot be read.
    """
    index = read_index(folder)
    checked = Checked()
    checked.problems += _missing_entries(index)
    checked.problems += _missing_corpus(index)
    for name, document in index.documents.items():
        source = _source(index, name, load, checked)
        codes = codes_of(document.profile)
        path = folder / f"{name}.jsonl"
        if not path.is_file():
            checked.problems.append(f"{path}: is missing, {INDEX} lists it")
        readings = sorted(folder.glob(f"{READINGS}/*/{name}.jsonl"))
        for file in ([path] if path.is_file() else []) + readings:
            _check_file(file, name, document, source, codes, checked)
    return checked


def _missing_entries(index: GoldIndex) -> Iterator[str]:
    for path in sorted(
        [*index.folder.glob("*.jsonl"), *index.folder.glob(f"{READINGS}/*/*.jsonl")]
    ):
        if path.stem not in index.documents:
            yield f'{path}: no [documents."{path.stem}"] in {INDEX}'


def _missing_corpus(index: GoldIndex) -> Iterator[str]:
    from ahcextract.reading import SUFFIXES

    corpus = index.folder.resolve().parent / "corpus"
    listed = {index.source(name).resolve() for name in index.documents}
    for path in sorted(corpus.glob("*")):
        readable = path.suffix in SUFFIXES and path.stem != "README"
        if readable and path.resolve() not in listed:
            yield f"{index.folder / INDEX}: no gold for corpus/{path.name}"


def _source(
    index: GoldIndex, name: str, load: Callable[[Path, str], SourceText], checked: Checked
) -> SourceText | None:
    """The text of a document, or None with the reason told."""
    document, path = index.documents[name], index.source(name)
    where = f'{index.folder / INDEX}: documents."{name}"'
    if not path.is_file():
        told = f"{where}: source {document.source} is not there"
        if document.wordless:
            checked.notes.append(f"{told}; its offsets are not checked")
        else:
            checked.problems.append(told)
        return None
    try:
        source = load(path, document.profile)
    except InputError as error:
        checked.problems.append(str(error))
        return None
    if source.name != name:
        checked.problems.append(f"{where}: the document is called {source.name!r}")
    if text_hash(source.text) != document.sha256:
        checked.problems.append(
            f"{where}: sha256 of {document.source} is {text_hash(source.text)}: the text has "
            "changed since it was annotated; its offsets are not checked"
        )
        return None
    for issue in sorted(set(document.issues) - set(source.issues)):
        checked.problems.append(f"{where}: no issue {issue} in the text")
    return source


def _check_file(
    path: Path,
    name: str,
    document: GoldDocument,
    source: SourceText | None,
    codes: Codes,
    checked: Checked,
) -> None:
    checked.files += 1
    seen: dict[tuple[object, ...], int] = {}
    for number, record in iter_lines(path, GoldRecord):
        if isinstance(record, InputError):
            checked.problems.append(str(record))
            continue
        checked.records += 1
        found = [
            *_judgement(record, name, document, codes),
            *_words(record, document),
            *_offsets(record, source),
        ]
        key = (
            record.issue, record.actor, record.stance, record.target,
            record.evidence_start, record.evidence_end, record.cue_start, record.point_start,
        )  # fmt: skip
        if key in seen:
            found.append(f"the same position as in line {seen[key]}")
        seen.setdefault(key, number)
        checked.problems += [f"{path}:{number}: {problem}" for problem in found]


def _judgement(
    record: GoldRecord, name: str, document: GoldDocument, codes: Codes
) -> Iterator[str]:
    """Document, issue and codes."""
    if record.document != name:
        yield f"document: is {record.document!r} in the file of {name!r}"
    if record.issue not in document.issues:
        yield f"issue: {record.issue} is not listed in {INDEX}"
    problem = codes.actor_problem(record.actor, record.actor_type)
    if problem:
        yield f"actor: {problem}"
    for field_name in ("proposal_by", "spoken_by"):
        value = getattr(record, field_name)
        if value is not None and (problem := codes.anybody_problem(value)):
            yield f"{field_name}: {problem}"
    kind, _, rest = record.target.partition(":")
    if kind == "actor" and (problem := codes.anybody_problem(rest)):
        yield f"target: {problem}"
    topics = [("target", rest)] if kind == "topic" else []
    for where, slug in [*topics, *(("topics", topic) for topic in record.topics)]:
        if problem := codes.topic_problem(slug):
            yield f"{where}: {problem}"


def _words(record: GoldRecord, document: GoldDocument) -> Iterator[str]:
    """Words that must not be there, or must."""
    if document.wordless:
        for name in WORDS:
            if getattr(record, name) is not None:
                yield f"{name}: holds words of a document that is annotated by offsets alone"
    elif record.evidence is None:
        yield "evidence: is missing"


def _offsets(record: GoldRecord, source: SourceText | None) -> Iterator[str]:
    """Offsets that lie outside the sentence or issue, or do not slice to the words given."""
    for name in ("evidence", "cue", "point"):
        start, end = record.span(name)
        words = getattr(record, name)
        if start is None or end is None:
            if words is not None:
                yield f"{name}: has no offsets"
            continue
        outer = (record.evidence_start, record.evidence_end)
        if name == "cue" and not outer[0] <= start < end <= outer[1]:
            yield f"cue: {start} to {end} is not inside the evidence"
        if source is None:
            continue
        outer = source.issues.get(record.issue, (0, len(source.text)))
        if not outer[0] <= start < end <= outer[1]:
            yield f"{name}: {start} to {end} is not inside issue {record.issue}"
        if words is not None and source.text[start:end] != words:
            yield f"{name}: {start} to {end} slices to {source.text[start:end]!r}"
