"""Nouns that take up what was said: "…, a view shared by B", "a request that B rejected"."""

from ahcextract.linking.clauses import verb_before
from ahcextract.linking.parse import Sentence
from ahcextract.linking.stand import Stand
from ahcextract.linking.trees import is_negated, move

# Nouns that stand for what has just been said: "…, a view shared by B".
_COMMENTS = frozenset(
    "view opinion position stand stance line demand request call point concern argument plea wish "
    "suggestion proposal idea reading preference objection sentiment worry doubt question "
    "something move step fear reservation misgiving criticism complaint assessment desire hope "
    "conviction reservations".split()
)
_MADE = frozenset(
    "made tabled submitted drafted put introduced circulated floated presented suggested proposed "
    "raised voiced expressed held taken".split()
)
SHARED = frozenset(
    "shared shares share echoed echoes echo joined joins join seconded repeated repeats repeat "
    "reiterated".split()
)
_VIEWS = frozenset("view views opinion belief conviction argument point feeling position".split())
_TAKEN_UP = frozenset({"support", "oppose", "with", "concern"})
_THIS = frozenset({"its", "their", "this", "that", "his", "her", "these"})
_THEM = frozenset({"them", "these", "those", "they", "which"})
_TOO = frozenset({"also", "too", "likewise", "equally"})


def comments(s: Sentence) -> None:
    """`asked that X be deleted, a view shared by B`: the view is no object of "asked"."""
    if _COMMENTS.isdisjoint(s.words):
        return
    for noun in range(3, len(s.words) - 1):
        if s.words[noun] not in _COMMENTS:
            continue
        if s.heads[noun] > noun and not shared_comment(s, noun):
            continue
        first = min(s.subtree(noun))
        clauses = s.kids(noun, "acl", "relcl")
        if first < 2 or s.words[first - 1] != "," or not clauses or s.deps[noun] == "pobj":
            continue
        if s.words[first] not in {"a", "an", "the", "something"} or clauses[0] < noun:
            continue
        v = clauses[0]
        if s.words[v] in _MADE and not any(s.words[k] in _TOO for k in s.kids(v, "advmod")):
            continue
        matrix = verb_before(s, first - 1)
        if matrix is not None and matrix not in s.subtree(noun):
            move(s, noun, matrix, "parataxis")
            take_up(s, noun, matrix, v)


def take_up(s: Sentence, noun: int, matrix: int, v: int) -> None:
    """`…, a demand backed by B but rejected by C`: C rejects the demand, not the subject."""
    at = matrix
    while True:
        for other in s.kids(at, "conj"):
            if other > noun and s.kid(other, "agent") and not s.kid(other, "nsubjpass"):
                move(s, other, v, "conj")
        if s.heads[at] == at:
            return
        at = s.heads[at]


def shared_comment(s: Sentence, noun: int) -> bool:
    """`…, a demand backed by B but rejected by C`: "rejected" is no verb of the sentence."""
    second = s.heads[noun]
    first = s.kid(noun, "acl")
    if s.deps[noun] != "nsubj" or s.deps[second] != "conj" or first is None:
        return False
    if s.kid(second, "agent") is None or s.kid(first, "agent") is None:
        return False
    move(s, noun, s.heads[second], "dobj")
    move(s, second, first, "conj")
    return True


def comment_of(s: Sentence, v: int) -> int | None:
    """The noun that the clause of verb `v` says of what was just said; None for none."""
    if s.deps[v] == "conj":
        v = s.heads[v]
    noun = s.heads[v]
    if s.deps[v] not in {"acl", "relcl"} or s.deps[noun] != "parataxis":
        return None
    return noun if s.words[noun] in _COMMENTS else None


def shares_them(s: Sentence, v: int) -> bool:
    """`A voiced concerns. B shared them`, `these were shared by B`, and not `with the press`."""
    if s.words[v] not in {"share", "shares", "shared"} or s.words[v + 1 : v + 3][-1:] == ["with"]:
        return False
    return any(s.words[k] in _THEM for k in s.kids(v, "dobj", "nsubjpass"))


def answer_of(s: Sentence, v: int, negated: bool) -> str | None:
    """How the verb `v` of a comment takes up what was said: `with`, `support`, `oppose`."""
    stances = [r.stance for r in s.readings(v, "verb")]
    relation = next((x for x in stances if x in _TAKEN_UP), None)
    if s.words[v] in SHARED or (relation is None and s.words[v] in _MADE):
        relation = "with"
    if negated and relation is not None:
        return {"with": "oppose", "support": "oppose"}.get(relation, "support")
    return relation


def commented_by(s: Sentence, v: int) -> list[Stand]:
    """`A opposed X, a view (not) shared by B`, `this view was shared by B`: B answers A."""
    if comment_of(s, v) is None and not shares_them(s, v):
        nouns = [k for k in s.kids(v, "nsubjpass") if s.words[k] in _VIEWS]
        dets = {s.words[x] for k in nouns for x in s.kids(k, "det", "poss")}
        if s.words[v] not in SHARED or not dets & _THIS:
            return []
    negated = is_negated(s, v)
    relation = answer_of(s, v, negated)
    if relation is None:
        return []
    span = (s.units[v].start, s.units[v].end)
    return [Stand(relation, span, span[0], (), negated, bare=True, rule="comment")]
