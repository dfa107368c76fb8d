"""A document as read."""

import datetime
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A document's text, fixed: all later offsets are code points into `text`.

    Attributes:
        name: file name without its ending; "stdin" for standard input.
        text: the whole text, any front matter included.
        title: from front matter or the file's own metadata; None where it gives none.
        date: likewise.
        path: where it was read from; None for standard input and plain strings.
        warnings: things worth telling the person, one line each.
        body_start: offset behind the front matter; 0 without one.
        profile: name of the profile that its front matter asks for; None where it asks for none.
    """

    name: str
    text: str
    title: str | None = None
    date: datetime.date | None = None
    path: Path | None = None
    warnings: tuple[str, ...] = ()
    body_start: int = 0
    profile: str | None = None
