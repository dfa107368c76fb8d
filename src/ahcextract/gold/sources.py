"""The documents behind the gold: their text and where their issues stand."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document as the extractor reads it.

    Attributes:
        name: file name without its ending.
        text: what all offsets point into.
        issues: offsets of each issue by its number, end exclusive.
    """

    name: str
    text: str
    issues: dict[int, tuple[int, int]]


def load_text(path: Path, profile: str | None = None) -> SourceText:
    """Read a document and split it into issues.

    Args:
        path: the document.
        profile: name or file of the profile whose headings open issues, besides the usual ones.

    Raises:
        InputError: the file or the profile cannot be read.
    """
    from ahcextract.profile import load_profile
    from ahcextract.reading import read
    from ahcextract.splitting import split

    source = read(path)
    headings = load_profile(profile).headings if profile else ()
    issues = {issue.number: (issue.start, issue.end) for issue in split(source, headings).issues}
    return SourceText(source.name, source.text, issues)
