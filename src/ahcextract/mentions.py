"""What a matched span stands for: the values behind `span._.actor` and its siblings."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span

ActorType = Literal["state", "group", "chair", "organization", "collective"]
ActorForm = Literal["name", "adjective", "people", "collective", "unknown"]


@dataclass(frozen=True, slots=True)
class ActorRef:
    """Who a span in `doc.spans["actors"]` names.

    Attributes:
        id: ISO 3166-1 alpha-3, group code, `CHAIR`, `COLLECTIVE` or slug.
        type: as in the record.
        name: display name ("Iran", "European Union"); for collectives the words as written.
        count: size of a collective, where the text gives a number.
        form: `name` a proper name; `adjective` a nationality ("Mexican"), an actor only where
            it owns a proposal; `people` its plural ("Mexicans"), an actor behind "the", where it
            is a `name`; `collective` a plural ("42 states"); `unknown` a capitalized
            name that no list knows, an actor only where it acts.
    """

    id: str
    type: ActorType
    name: str
    count: int | None = None
    form: ActorForm = "name"


@dataclass(frozen=True, slots=True)
class ProvisionRef:
    """Which provisions a span in `doc.spans["provisions"]` refers to.

    Attributes:
        targets: target ids in text order, lists and ranges expanded (`article:14.3`). A
            paragraph that names no article is relative: `paragraph:2`, `paragraph:2(b)`,
            `subparagraph:(b)`; the linker completes it from context.
        parts: for each target, the character offsets in the `Doc`'s text of the words that
            name it (end exclusive); members of one list or range may share them.
        instrument: id of another instrument ("Article 6 of the Budapest Convention"), already
            part of `targets` as `@id`; None for the treaty under negotiation.
    """

    targets: tuple[str, ...]
    parts: tuple[tuple[int, int], ...]
    instrument: str | None = None


def register() -> None:
    """Declare the extension attributes on `Span`; safe to call more than once."""
    from ahcextract.pipeline.packing import register_packing

    register_packing()
    for name in ("actor", "provision", "cue"):
        if not Span.has_extension(name):
            Span.set_extension(name, default=None)
