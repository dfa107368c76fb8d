"""Component that finds stance cues: `doc.spans["cues"]`."""

from collections.abc import Mapping

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from ahcextract.lexicon import Cue, load_cues
from ahcextract.mentions import register
from ahcextract.pipeline.overlap import longest


class CueMatcher:
    """Marks every surface form of the lexicon; which reading holds is the linker's to say."""

    def __init__(self, nlp: Language, cues: Mapping[str, tuple[Cue, ...]]) -> None:
        register()
        self._readings: dict[int, tuple[Cue, ...]] = {}
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for surface, readings in cues.items():
            self._readings[nlp.vocab.strings.add(surface)] = readings
            self._matcher.add(surface, [nlp.tokenizer(surface)])

    def match(self, doc: Doc) -> list[Span]:
        """Cue spans of the doc, longest match first, none overlapping, in text order."""
        spans = []
        for start, end, key in longest((start, end, key) for key, start, end in self._matcher(doc)):
            span = Span(doc, start, end, label=key)
            span._.cue = self._readings[key]
            spans.append(span)
        return spans

    def __call__(self, doc: Doc) -> Doc:
        """Write the cue spans into `doc.spans["cues"]`."""
        doc.spans["cues"] = self.match(doc)
        return doc


@Language.factory("ahc_cues", default_config={"profile": "ahc"}, assigns=["doc.spans"])
def make_cues(nlp: Language, name: str, profile: str) -> CueMatcher:
    """Factory for `nlp.add_pipe("ahc_cues")`; `profile` is a name or a path."""
    from ahcextract.profile import load_profile

    loaded = load_profile(profile)
    return CueMatcher(nlp, load_cues(loaded.cues, loaded.name))
