"""Which provision of a passage is spoken of: a part of the label's, or one beside the point."""

from collections.abc import Sequence
from dataclasses import replace

from ahcextract.linking.context import Memory, Place, contains, nearest_of
from ahcextract.linking.parse import Sentence
from ahcextract.linking.relative import holder_of

# "moved X to the preamble": the preamble is where X goes, not what is spoken of.
_MOVES = frozenset(
    "move moves moved moving transfer transfers transferred transferring shift shifts shifted "
    "shifting relocate relocates relocated relocating".split()
)
_WHITHER = frozenset({"to", "into"})
# Prepositions that set something beside the text: "limit the article to the offences in X".
_BESIDE = frozenset({"to", "into", "with", "from", "like", "as"})
_WHOLES = frozenset({"article", "articles"})


def is_destination(s: Sentence, unit: int) -> bool:
    """Whether something is to be moved to what stands at `unit`."""
    if not s.heads or unit < 0:
        return False
    prep = s.heads[unit]
    if s.words[prep] not in _WHITHER:
        return False
    verb = s.heads[prep]
    if s.words[verb] not in _MOVES:
        return False
    # "The committee moved to the preamble" moves nothing but itself.
    return s.kid(verb, "dobj", "nsubjpass", "auxpass") is not None


def is_beside(s: Sentence, noun: int, unit: int) -> bool:
    """Whether `unit` is what the text at `noun` is measured by, and no closer name of it."""
    at, prep = unit, -1
    while s.heads[at] != at and at != noun:
        if s.deps[at] == "prep":
            prep = at
        at = s.heads[at]
        if at == s.heads[noun]:
            break
    return prep > noun and s.words[prep] in _BESIDE


def narrowed(memory: Memory, word: str, own: Sequence[Place]) -> Place:
    """The part of the label that the block, or the sentence in `own`, has named last."""
    whole = memory.whole
    if word in _WHOLES:
        return whole
    last = nearest_of([*memory.places, *own])
    return last if last is not None and contains(whole, last) else memory.label


def as_whole(place: Place, word: str, places: Sequence[Place]) -> Place:
    """The article of a paragraph, where the text says "the article" and has named it whole."""
    if word not in _WHOLES or not (articles := wholes([place])):
        return place
    known = {t for p in places for t in p.targets}
    return replace(place, targets=articles) if known.issuperset(articles) else place


def wholes(places: Sequence[Place]) -> tuple[str, ...]:
    """The articles that places name or name paragraphs of, in text order."""
    return tuple(
        dict.fromkeys(
            holder_of(t, "paragraph") for p in places for t in p.targets if t.startswith("article:")
        )
    )
