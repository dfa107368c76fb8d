"""A bulletin, its dated issues and their blocks: where things stand in the text."""

import datetime
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "bullet"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, bullet or heading. All offsets are code points into the bulletin's text.

    Attributes:
        kind: what it is.
        start: first character of its content, behind any marker ("• ", "## ", "1) ").
        end: behind its last character that is not white space.
        level: of a heading from 1 (widest); nesting depth of a bullet from 1; 0 for a paragraph.
        label_end: end of the label that opens it ("14,3", "Article 4", "Ratifications"), which
            starts at `start`; None without a label.
        body_start: first character behind label and colon; `start` without a label.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    label_end: int | None = None
    body_start: int = -1

    def __post_init__(self) -> None:
        if self.body_start < 0:
            object.__setattr__(self, "body_start", self.start)


@dataclass(frozen=True, slots=True)
class Issue:
    """One dated issue of a bulletin; number 0 is the preface.

    Attributes:
        number: as printed in its heading.
        title: the heading's words without number and date; None where it has none.
        date: first day it covers; None where the text gives none.
        start: offset of its heading, or of its text where it has none.
        end: offset behind it; the next issue's start.
        blocks: its blocks in text order, the issue's own heading not among them.
    """

    number: int
    title: str | None
    date: datetime.date | None
    start: int
    end: int
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A document and its issues.

    Attributes:
        name: file name without its ending.
        text: what all offsets point into.
        issues: preface first (only where it has text), then in text order.
        title: of the document, from front matter or its first line; may be None.
        date: of the document, from front matter; may be None.
        warnings: things worth telling the person, one line each ("issue 4 follows issue 2").
    """

    name: str
    text: str
    issues: tuple[Issue, ...]
    title: str | None = None
    date: datetime.date | None = None
    warnings: tuple[str, ...] = field(default=())
