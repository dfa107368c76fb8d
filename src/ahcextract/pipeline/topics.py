"""Component that finds topics: `doc.spans["topics"]`, labelled with the slug.

A phrase that is said of any subject ("funding") has PASSING as its `kb_id_`.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from ahcextract.pipeline.overlap import longest
from ahcextract.pipeline.phrases import PhraseTable
from ahcextract.pipeline.tokens import Tokens
from ahcextract.profile import Profile

PASSING = "passing"


def phrase_forms(phrase: str) -> Iterator[str]:
    """A phrase and its plural, each with hyphens and with spaces in their place."""
    forms = [phrase]
    *_, last = phrase.replace("-", " ").split(" ")
    if last.islower() and not last.endswith("s"):
        forms.append(_plural(phrase))
    elif last.isupper() and not last.endswith("S"):
        forms.append(phrase + "s")
    for form in forms:
        yield form
        if "-" in form:
            yield form.replace("-", " ")


def _plural(phrase: str) -> str:
    if phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        return phrase[:-1] + "ies"
    return phrase + ("es" if phrase.endswith(("ch", "sh", "x")) else "s")


class TopicMatcher:
    """Marks the profile's topic phrases; which of them is the target is the linker's to say."""

    def __init__(self, nlp: Language, profile: Profile) -> None:
        self._table = PhraseTable(
            nlp,
            (
                (form, (topic.slug, PASSING if phrase in topic.passing else ""))
                for topic in profile.topics
                for phrase in topic.phrases
                for form in phrase_forms(phrase)
            ),
        )

    def match(self, doc: Doc, tokens: Tokens | None = None) -> list[Span]:
        """Topic spans, longest match first, none overlapping, in text order.

        Args:
            doc: the block.
            tokens: of the block, where they are at hand.
        """
        return [
            Span(doc, start, end, label=slug, kb_id=passing)
            for start, end, (slug, passing) in longest(self._table.find(doc, tokens))
        ]

    def __call__(self, doc: Doc) -> Doc:
        """Write the topic spans into `doc.spans["topics"]`."""
        doc.spans["topics"] = self.match(doc)
        return doc


@Language.factory("ahc_topics", default_config={"profile": "ahc"}, assigns=["doc.spans"])
def make_topics(nlp: Language, name: str, profile: str) -> TopicMatcher:
    """Factory for `nlp.add_pipe("ahc_topics")`; `profile` is a name or a path."""
    from ahcextract.profile import load_profile

    return TopicMatcher(nlp, load_profile(profile))
