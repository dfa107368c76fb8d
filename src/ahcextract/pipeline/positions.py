"""Component that reads a whole bulletin: all span groups, and `doc._.positions`."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from ahcextract.errors import InputError
from ahcextract.mentions import ProvisionRef, register
from ahcextract.pipeline.overlap import longest_first
from ahcextract.position import Position
from ahcextract.profile import Profile

if TYPE_CHECKING:  # a pipeline that has not met a doc yet need not wait for the linker
    from ahcextract.cleaning import Cleaned
    from ahcextract.explaining.tracing import Tracer
    from ahcextract.matching import Matched

GROUPS = ("actors", "provisions", "topics", "cues")
_READINGS = {"actors": "actor", "provisions": "provision", "cues": "cue"}
_STORE = "ahc_positions"


def register_positions() -> None:
    """Declare `doc._.positions`; safe to call more than once."""
    register()
    if not Doc.has_extension("positions"):
        # Kept as plain values, so that `Doc.to_bytes` and `nlp.pipe(n_process=2)` carry them.
        Doc.set_extension("positions", getter=_read, setter=_write)


def _read(doc: Doc) -> list[Position]:
    return [Position.model_validate(values) for values in doc.user_data.get(_STORE, ())]


def _write(doc: Doc, positions: list[Position]) -> None:
    doc.user_data[_STORE] = [position.model_dump(mode="json") for position in positions]


class PositionFinder:
    """Reads the text of a doc as a bulletin; uses and changes none of its own annotations.

    The doc may come from any English pipeline: sentences are cut and parsed as the command line
    does it, with the shipped model, which is loaded with the first doc. Offsets in the positions
    are code points into `doc.text`; spans cover whole tokens of the doc.

    Args:
        profile: of the negotiation.
        document: name of the document in the records, where `doc.user_data` has no "document".
    """

    def __init__(self, profile: Profile, document: str = "text") -> None:
        register_positions()
        self._profile, self._document = profile, document
        self._tracer: Tracer | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Fill `doc.spans` and `doc._.positions`; both stay empty for a text of white space."""
        from ahcextract.reading import from_text
        from ahcextract.splitting import split

        spans: dict[str, list[Span]] = {name: [] for name in GROUPS}
        positions: list[Position] = []
        if doc.text.strip():
            name = str(doc.user_data.get("document", self._document))
            bulletin = split(from_text(doc.text, name), self._profile.headings)
            tracer = self._loaded()
            for issue in bulletin.issues:
                positions.extend(tracer.issue(bulletin, issue))
                for block in tracer.blocks:
                    tracer.matching.cues(block.matched.doc)
                    for group, span in _carried(doc, block.matched):
                        spans[group].append(span)
        for group, found in spans.items():
            doc.spans[group] = longest_first(found)
        doc._.positions = positions
        return doc

    def _loaded(self) -> "Tracer":
        if self._tracer is None:
            from ahcextract.explaining.tracing import Tracer

            self._tracer = Tracer(self._profile)
        return self._tracer


def _carried(doc: Doc, matched: "Matched") -> Iterator[tuple[str, Span]]:
    """All mentions of a block, and what its label names, as spans of the doc itself."""
    cleaned, label = matched.cleaned, matched.label
    for group in GROUPS:
        for span in matched.doc.spans[group]:
            place = cleaned.span(span.start_char, span.end_char)
            own = doc.char_span(*place, label=span.label_, alignment_mode="expand")
            if own is None:
                continue
            if group in _READINGS:
                own._.set(_READINGS[group], _moved(span._.get(_READINGS[group]), cleaned))
            yield group, own
    if label.targets and label.span is not None:
        # "14,3:" is a provision only as a label, so that no matcher sees one in it.
        own = doc.char_span(*label.span, label="provision", alignment_mode="expand")
        if own is not None:
            own._.provision = ProvisionRef(label.targets, (label.span,) * len(label.targets))
            yield "provisions", own


def _moved(reading: Any, cleaned: "Cleaned") -> Any:
    """The reading; offsets that it holds are the document's."""
    if not isinstance(reading, ProvisionRef):
        return reading
    return replace(reading, parts=tuple(cleaned.span(*part) for part in reading.parts))


@Language.factory(
    "ahc_positions",
    default_config={"profile": "ahc", "document": "text"},
    assigns=["doc.spans", "doc._.positions"],
)
def make_positions(nlp: Language, name: str, profile: str, document: str) -> PositionFinder:
    """Factory for `nlp.add_pipe("ahc_positions")`.

    Args:
        nlp: the pipeline; only its tokens are met.
        name: of the component.
        profile: name or path of a profile.
        document: name of documents in the records.

    Raises:
        InputError: no such profile, or a mistake in it.
    """
    from ahcextract.profile import load_profile

    if not document:
        raise InputError("document has no name", where="ahc_positions", hint="give one")
    return PositionFinder(load_profile(profile), document)
