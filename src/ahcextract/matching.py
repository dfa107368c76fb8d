"""Finds mentions in the blocks of an issue and cuts them into sentences, without any parsing."""

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span

from ahcextract.bulletin import Block, Bulletin
from ahcextract.cleaning import Cleaned, clean
from ahcextract.lexicon import Spotted, load_cues
from ahcextract.linking.context import Place
from ahcextract.linking.grouping import Grouper
from ahcextract.linking.noted import Noted, Told
from ahcextract.linking.parse import CueAt, Sentence, place_cues, short_words
from ahcextract.linking.rows import rows
from ahcextract.linking.units import Member, Unit
from ahcextract.linking.words import OWN, VIEWS
from ahcextract.pipeline.actors import ActorMatcher
from ahcextract.pipeline.cues import CueMatcher
from ahcextract.pipeline.provisions import ProvisionMatcher, label_targets
from ahcextract.pipeline.sentences import sentence_spans
from ahcextract.pipeline.tokens import Tokens
from ahcextract.pipeline.topics import PASSING, TopicMatcher
from ahcextract.profile import Profile

_NUMBER = re.compile(r"\d{1,3}")
# "For article 5: A, B." is a list of those who are for it, and no label.
_ROLLS = frozenset({"for", "against", "opposing", "supporting", "opposed", "favouring"})
_PRONOUNS = frozenset({"they", "he", "she", "it", "both", "latter", "former"})
# Nouns that stand for actors named before: "the delegation", "the two countries".
_NOUNS = frozenset(
    "two delegation delegations delegate representative minister ambassador envoy group country "
    "countries adviser advisor government ministry capital spokesman spokeswoman "
    "spokesperson".split()
)
_POINTING = frozenset({"the", "both", "these", "same", "two", "this", "its", "her", "his", "their"})


@dataclass(frozen=True, slots=True)
class Matched:
    """A block with its mentions found.

    Attributes:
        block: of the bulletin.
        doc: its cleaned text as tokens.
        actors: its mentions.
        provisions: likewise.
        topics: likewise.
        cleaned: the way back to the document's offsets.
        tokens: of the doc.
        label: what its label names; for a heading, what the heading names.
    """

    block: Block
    doc: Doc
    actors: list[Span]
    provisions: list[Span]
    topics: list[Span]
    cleaned: Cleaned
    tokens: Tokens
    label: Place


class Matching:
    """Matchers of one profile.

    Args:
        nlp: its tokenizer and vocabulary are used.
        profile: of the negotiation.
    """

    def __init__(self, nlp: Language, profile: Profile) -> None:
        self.tokenizer, self.profile = nlp.tokenizer, profile
        self.general = profile.general
        self.actors = ActorMatcher(nlp, profile)
        self.provisions = ProvisionMatcher(nlp, profile)
        self.topics = TopicMatcher(nlp, profile)
        self.cues = CueMatcher(nlp, load_cues(profile.cues, profile.name))

    def block(self, bulletin: Bulletin, block: Block) -> Matched:
        """Find the mentions of one block."""
        cleaned = clean(bulletin.text, block.start, block.end)
        doc = self.tokenizer(cleaned.text)
        tokens = Tokens.of(doc, cleaned.text)
        actors = self.actors.match(doc, tokens)
        provisions = self.provisions.match(doc, cleaned.text)
        topics = self.topics.match(doc, tokens)
        label = self.label(doc, block, topics, cleaned)
        return Matched(block, doc, actors, provisions, topics, cleaned, tokens, label)

    def label(self, doc: Doc, block: Block, topics: list[Span], cleaned: Cleaned) -> Place:
        """What the block's label, or the heading itself, names."""
        end = block.end if block.kind == "heading" else block.label_end
        if end is None:
            return Place()
        inner = index_of(cleaned, end)
        targets = label_targets(cleaned.text[:inner], self.profile)
        if not targets and _NUMBER.fullmatch(cleaned.text[:inner].strip()):
            targets = (f"number:{cleaned.text[:inner].strip()}",)
        named = [s for s in topics if s.end_char <= inner]
        found = rows(doc, [s for s in named if s.label_ not in self.general])
        # "Roads (ports)": what stands in brackets is closer.
        text = cleaned.text
        inside = {t for t in named if "(" in text[: t.start_char] and ")" in text[t.end_char :]}
        named.sort(key=lambda s: (s.label_ in self.general, s.kb_id_ == PASSING, s not in inside))
        slugs = tuple(dict.fromkeys(s.label_ for s in named))
        row = next((row for row in found if named[0] in row), [])
        first = dict.fromkeys((*slugs[:1], *(t.label_ for t in row)))
        slugs = tuple(dict.fromkeys((*first, *slugs)))
        return Place(targets, slugs, (block.start, end), together=max(1, len(first)))

    def sentences(self, matched: Matched, number: int) -> Iterator[Sentence]:
        """The block's sentences, grouped; those worth parsing have `words`.

        Args:
            matched: the block.
            number: running number of its first sentence in the issue.
        """
        doc, block = matched.doc, matched.block
        body = index_of(matched.cleaned, block.body_start)
        starts, words = matched.tokens.starts, matched.tokens.words
        opening = words[0] if words else ""
        if opening in _ROLLS or not (matched.label.targets or matched.label.topics):
            # "Ethiopia: delete." and "Against: A, B." say something, "Ratifications:" does not.
            body = index_of(matched.cleaned, block.start)
        spans = list(sentence_spans(matched.cleaned.text, body))
        noted = Noted(whole=block.kind == "bullet")
        for begin, end in spans:
            first = bisect.bisect_left(starts, begin)
            last = bisect.bisect_left(starts, end)
            if last <= first:
                continue
            here = within(matched.actors, first, last)
            named = within(matched.provisions, first, last)
            subjects = within(matched.topics, first, last)
            own = words[first:last]
            stances: list[Spotted] = []
            named_here = bool(here) or refers_back(own)
            if named_here or noted.speaker:
                stances = self.cues.find(own, first)
            if not here and not stances:
                yield unparsed(matched, first, last, named, subjects, number)
                number += 1
                continue
            units, lifted = Grouper(doc, first, last, here, named, stances, own).group()
            count = len(units)
            told = noted.hear(units, lifted, words, stances)
            if len(units) == count and not named_here:
                yield unparsed(matched, first, last, named, subjects, number)
                number += 1
                continue
            sentence = Sentence(
                doc, first, last, units, lifted, matched.cleaned, number, matched.tokens
            )
            sentence.cues = place_cues(units, stances)
            sentence.noted = bool(noted.speaker)
            if told is not None:
                self.tell(sentence, told)
            sentence.parted = list(self.cues.parted(own, first))
            sentence.topics = subjects
            sentence.adjectives = adjectives(here, units)
            sentence.spelling = short_words(matched.tokens.texts, units)
            sentence.words = [word.lower() for word in sentence.spelling]
            yield sentence
            number += 1

    def show(self, matched: Matched) -> None:
        """Write the mentions of a block into the spans of its doc, for those who look at them.

        Cues among them only where somebody may speak: nowhere else are they looked for.
        """
        doc, spans = matched.doc, matched.doc.spans
        spans.update(actors=matched.actors, provisions=matched.provisions, topics=matched.topics)
        if matched.actors or refers_back(matched.tokens.words):
            spans["cues"] = self.cues.match(doc, matched.tokens)

    def tell(self, sentence: Sentence, told: Told) -> None:
        """Give a "said" that a note leaves out its readings; its cue is the verb of the clause."""
        at = next(k for k, unit in enumerate(sentence.units) if unit is told.unit)
        sentence.told = (told.finite, told.finite + 1)
        readings = self.cues.readings(told.unit.spelled or "")
        sentence.cues[at] = CueAt(at, at + 1, readings, sentence.told)


def refers_back(words: list[str]) -> bool:
    """Whether a sentence that names nobody may speak of actors named before it.

    Args:
        words: of the sentence, in small letters.
    """
    if not _PRONOUNS.isdisjoint(words):
        return True
    if any(word in OWN and behind in VIEWS for word, behind in pairwise(words)):
        return True  # "In their view X is premature"
    return not _NOUNS.isdisjoint(words) and any(
        word in _NOUNS and not _POINTING.isdisjoint(words[max(0, at - 2) : at])
        for at, word in enumerate(words)
    )


def unparsed(
    matched: Matched, first: int, last: int, named: list[Span], topics: list[Span], number: int
) -> Sentence:
    """A sentence that no actor speaks in: only its provisions and topics are kept."""
    units = [Unit("provisions", s.start, s.end, targets=(s._.provision,)) for s in named]
    sentence = Sentence(
        matched.doc, first, last, units, [], matched.cleaned, number, matched.tokens
    )
    sentence.topics = topics
    return sentence


def adjectives(actors: list[Span], units: list[Unit]) -> dict[int, Member]:
    """Owners named by their nationality, by the unit that names them."""
    owners = [s for s in actors if s._.actor.form == "adjective"]
    if not owners:
        return {}
    at = {unit.start: index for index, unit in enumerate(units) if unit.kind == "word"}
    return {at[s.start]: Member(s._.actor, s.start, s.end) for s in owners if s.start in at}


def within(spans: list[Span], first: int, last: int) -> list[Span]:
    """Spans that lie in tokens [first, last); `spans` are in text order and do not overlap."""
    if not spans:
        return []
    low = bisect.bisect_left(spans, first, key=lambda s: s.start)
    high = bisect.bisect_right(spans, last, lo=low, key=lambda s: s.end)
    return spans[low:high]


def index_of(cleaned: Cleaned, offset: int) -> int:
    """Index in the cleaned text of the document's `offset`."""
    if cleaned.offsets is None:
        return min(offset - cleaned.start, len(cleaned.text))
    return bisect.bisect_left(cleaned.offsets, offset)
