"""The bulletins' own texts, to show a sentence in its context."""

from collections.abc import Sequence
from pathlib import Path

from ahcextract.position import Position
from ahcextract.reading import find_inputs, read


def read_texts(
    paths: Sequence[Path], records: Sequence[Position]
) -> tuple[dict[str, str], list[str]]:
    """Texts of the documents that the records come from, by name.

    Args:
        paths: files and folders, as for `ahcextract run`.
        records: what the texts must fit.

    Returns:
        The texts whose sentences stand where every record says; and a warning for each document
        whose text was not found or does not fit.

    Raises:
        InputError: a path cannot be read.
    """
    if not paths:
        return {}, []
    found = {one.name: one.path for one in find_inputs(paths)}
    texts: dict[str, str] = {}
    warnings: list[str] = []
    for document in sorted({record.document for record in records}):
        if document not in found:
            warnings.append(f"no text of “{document}” found; its sentences stand alone")
            continue
        text = read(found[document], name=document).text
        if all(
            text[r.evidence_start : r.evidence_end] == r.evidence
            for r in records
            if r.document == document
        ):
            texts[document] = text
        else:
            warnings.append(
                f"{found[document]} is not the text that “{document}” was read from, left out"
            )
    return texts, warnings
