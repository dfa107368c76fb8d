"""Component that finds references to provisions: `doc.spans["provisions"]`."""

import re

from spacy.language import Language
from spacy.tokens import Doc, Span

from ahcextract.mentions import ProvisionRef, register
from ahcextract.pipeline.provision_grammar import scan
from ahcextract.pipeline.provision_instruments import ProvisionProfile, instruments_of

_LABEL_NUMBER = re.compile(r"\s*(?=\d{1,3}(?:[.,]\d|\s?\(|,\s*para))", re.I)
_LABEL_REST = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:$|:|[-–—]\s|on\s|and\s)", re.I)


class ProvisionMatcher:
    """Finds provisions by their grammar in the doc's text; needs nothing but a tokenizer.

    Args:
        nlp: pipeline the component stands in.
        profile: gives the names of the treaty under negotiation and of other instruments.
    """

    def __init__(self, nlp: Language, profile: ProvisionProfile) -> None:
        register()
        self._instruments = instruments_of(profile)

    def match(self, doc: Doc, text: str | None = None) -> list[Span]:
        """Provision spans of the doc, none overlapping, in text order.

        Args:
            doc: the block.
            text: its text, where it is at hand: a doc puts it together anew each time.
        """
        spans: list[Span] = []
        for reference in scan(doc.text if text is None else text, self._instruments):
            span = doc.char_span(
                reference.start, reference.end, label="provision", alignment_mode="expand"
            )
            if span is None:
                continue
            ref = ProvisionRef(
                tuple(target for target, *_ in reference.targets),
                tuple((start, end) for _, start, end in reference.targets),
                reference.instrument,
            )
            if spans and span.start < spans[-1].end:
                # "article 5/article 6" shares a token: one span names both.
                ref = _joined(spans[-1]._.provision, ref)
                span = Span(doc, spans[-1].start, span.end, label="provision")
                spans.pop()
            span._.provision = ref
            spans.append(span)
        return spans

    def __call__(self, doc: Doc) -> Doc:
        """Write the provision spans into `doc.spans["provisions"]`."""
        doc.spans["provisions"] = self.match(doc)
        return doc


def label_targets(label: str, profile: ProvisionProfile) -> tuple[str, ...]:
    """Targets that a bullet's label or a heading names; empty where it names none.

    In a label a number with a decimal comma or point is a provision by itself: "14,3".

    Args:
        label: cleaned text of the label.
        profile: names of instruments.
    """
    instruments = instruments_of(profile)
    references = tuple(scan(label, instruments))
    number = _LABEL_NUMBER.match(label)
    if number:
        prefix = "article "
        for reference in scan(prefix + label[number.end() :], instruments):
            rest = label[number.end() + reference.end - len(prefix) :]
            if reference.start == 0 and _LABEL_REST.match(rest):
                behind = number.end() + reference.end - len(prefix)
                references = (reference, *(r for r in references if r.start >= behind))
            break
    return tuple(dict.fromkeys(t for r in references for t, _, _ in r.targets))


def _joined(first: ProvisionRef, second: ProvisionRef) -> ProvisionRef:
    return ProvisionRef(
        first.targets + second.targets,
        first.parts + second.parts,
        first.instrument if first.instrument == second.instrument else None,
    )


@Language.factory("ahc_provisions", default_config={"profile": "ahc"}, assigns=["doc.spans"])
def make_provisions(nlp: Language, name: str, profile: str) -> ProvisionMatcher:
    """Factory for `nlp.add_pipe("ahc_provisions")`; `profile` is a name or a path."""
    from ahcextract.profile import load_profile

    return ProvisionMatcher(nlp, load_profile(profile))
