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
# "Limited X to the offences in Y": Y is how far X goes.
_BOUNDING = frozenset(
    "limit limits limited limiting confine confines confined confining restrict restricts "
    "restricted restricting extend extends extended extending narrow narrows narrowed "
    "narrowing".split()
)
_MOVING = frozenset("move transfer shift relocation".split())
_WHITHER = frozenset({"to", "into"})
# Prepositions that set something beside the text: "limit the article to the offences in X".
_BESIDE = frozenset({"to", "into", "with", "from", "like", "as"})
# So far up the tree stands the verb at most ("to the offences in articles 7 to 17").
_DEEPEST = 6
_ANY = frozenset({"a", "an", "any", "no"})
_WHOLES = frozenset({"article", "articles"})


def is_destination(s: Sentence, unit: int) -> bool:
    """Whether something is to be moved to what stands at `unit`."""
    if not s.heads or unit < 0:
        return False
    if is_bound(s, unit):
        return True
    prep = s.heads[unit]
    if s.words[prep] not in _WHITHER:
        return False
    verb = s.heads[prep]
    if s.deps[verb] == "dobj" and s.words[s.heads[verb]] in _MOVES:
        return True  # "move the reference to X", read as "the reference to X"
    nouns = [verb, *s.kids(verb, "dobj", "nsubjpass", "nsubj")]
    if any(s.words[n] in _MOVING and s.is_nominal(n) and of_something(s, n) for n in nouns):
        return True
    if s.words[verb] not in _MOVES:
        return False
    # "The committee moved to the preamble" moves nothing but itself.
    moved = s.kid(verb, "dobj", "nsubjpass", "auxpass")
    return moved is not None or (s.deps[verb] == "ccomp" and s.kid(verb, "nsubj") is not None)


def is_bound(s: Sentence, unit: int) -> bool:
    """Whether `unit` is how far a text is to go ("limit the article to the offences in X")."""
    at = unit
    for _ in range(_DEEPEST):
        head = s.heads[at]
        if head == at:
            return False
        if s.words[head] in _BOUNDING and s.deps[at] == "prep":
            # "To the offences in X", whatever "in X" hangs on.
            ways = [k for k in s.kids(head, "prep") if s.words[k] == "to" and k <= at]
            return bool(ways) and s.kid(head, "dobj", "nsubjpass") is not None
        at = head
    return False


def of_something(s: Sentence, noun: int) -> bool:
    """`the transfer of X`."""
    return any(s.words[k] == "of" for k in s.kids(noun, "prep"))


def is_indefinite(s: Sentence, unit: int) -> bool:
    """`a preamble without it`: any preamble, and no mention of the one that is read."""
    return bool(s.heads) and any(s.words[k] in _ANY for k in s.kids(unit, "det"))


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
