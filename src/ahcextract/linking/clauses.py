"""Mends where clauses hang: conditions ("provided that …") and relatives ("…, which B opposed")."""

from ahcextract.linking.parse import Sentence
from ahcextract.linking.trees import move
from ahcextract.linking.words import SELF, VIEWS, by_first

# What opens a condition, as far as the words alone say so.
_OPENINGS = by_first(
    ("on", "condition"), ("on", "the", "condition"), ("on", "one", "condition"),
    ("under", "the", "condition"), ("with", "the", "proviso"), ("on", "the", "understanding"),
    ("as", "long", "as"), ("so", "long", "as"), ("only", "if"), ("but", "only", "if"),
    ("except", "that"), ("assuming", "that"), ("always", "provided"),
)  # fmt: skip
_PROVIDED = frozenset({"provided", "providing"})
_FIRST = _PROVIDED | set(_OPENINGS)
_STOPS = frozenset({";", ".", ":", "!"})
_CONTRASTING = frozenset({"while", "whereas", "whilst"})
_TURNS = frozenset({"and", "but", "while", "whereas", "whilst", "yet"})
_LOOSE = frozenset({"ccomp", "advcl", "parataxis", "conj", "dep", "acl"})


def views(s: Sentence) -> None:
    """`In their view paragraph 3 is weak`: without a comma it was taken for a part of the view."""
    for noun in range(2, len(s.words) - 2):
        prep = s.heads[noun]
        if s.words[noun] not in VIEWS or s.deps[noun] != "pobj" or s.kid(noun, "poss") is None:
            continue
        following = [k for k in s.kids(prep, "pobj") if k > noun]
        above = s.heads[prep]
        v = above if following else s.heads[above]
        if following and s.kid(v, "nsubj", "nsubjpass") is None and v > following[0]:
            move(s, following[0], v, "nsubj")
        elif following or s.deps[above] not in {"nsubj", "nsubjpass"} or above < noun:
            continue
        move(s, prep, v, "prep")


def pairs(s: Sentence) -> None:
    """`The two differed, the former opposing X and the latter asking for Y`: each on its own."""
    for at in range(3, len(s.words) - 2):
        if s.words[at] not in {"former", "latter"} or s.words[at - 1] != "the":
            continue
        v = at + 1
        while v < len(s.words) - 2 and s.words[v].endswith("ly"):
            v += 1
        if not s.words[v].endswith("ing") or not s.readings(v, "verb"):
            continue
        above = verb_before(s, at)
        if above is not None:
            move(s, v, above, "advcl")
            move(s, at, v, "nsubj")
            move(s, at - 1, at, "det")


def contrasts(s: Sentence) -> None:
    """`A held that X must stay, whereas B opposed it`: what B does is not what A held."""
    for at in range(3, len(s.words) - 2):
        v = s.heads[at]
        if s.words[at] not in _CONTRASTING or v < at or s.deps[v] not in {"advcl", "conj"}:
            continue
        subject = s.kid(v, "nsubj", "nsubjpass")
        if subject is None or not at < subject < v or not s.is_actor(subject):
            continue
        speaks = verb_before(s, at, actor=True)
        if speaks is not None and speaks != s.heads[v] and v in s.subtree(speaks):
            move(s, v, speaks, "advcl")


def conditions(s: Sentence) -> None:
    """`could agree, provided that X be left out`: X is not what is agreed on (D28)."""
    for at in range(1, len(s.words) - 1):
        if s.words[at] not in _FIRST or not opens_condition(s, at):
            continue
        v = verb_before(s, at)
        if v is None:
            continue
        end = condition_end(s, at)
        inside = range(at, end)
        if v in inside or s.heads[v] in inside:
            # The condition was taken for the main clause.
            move(s, v, v, "ROOT")
        for unit in inside:
            if s.heads[unit] not in inside or s.heads[unit] == unit:
                move(s, unit, v, "punct" if s.deps[unit] == "punct" else "advcl")
        for unit in range(end, len(s.words)):
            if s.heads[unit] in inside:
                move(s, unit, v, s.deps[unit] if s.deps[unit] in {"punct", "cc"} else "conj")


def opens_condition(s: Sentence, at: int) -> bool:
    """Whether a condition begins at unit `at`."""
    words = s.words
    if words[at] not in _FIRST:
        return False
    for opening in _OPENINGS.get(words[at], ()):
        if tuple(words[at : at + len(opening)]) == opening:
            return True
    if words[at] not in _PROVIDED or s.kid(at, "nsubj", "aux", "auxpass", "agent") is not None:
        return False
    if s.is_actor(at - 1) or words[at - 1] in {"as", "is", "was", "are", "were", "by"}:
        return False
    return words[at + 1] == "that" or (
        words[at - 1] == "," and words[at + 1] not in {"by", "for", "in", "with", "to", "a", "an"}
    )


def condition_end(s: Sentence, at: int) -> int:
    """The unit at which the condition that opens at `at` is over."""
    for end in range(at, len(s.words)):
        if s.words[end] in _STOPS:
            return end
        behind = end + 1 if s.words[end] == "," else end
        if behind + 1 < len(s.words) and s.words[behind] in _TURNS and s.is_actor(behind + 1):
            return end
    return len(s.words)


def verb_before(s: Sentence, at: int, *, actor: bool = False) -> int | None:
    """The verb with a subject, or one that is an `actor`, nearest before unit `at`."""
    for v in range(at - 1, 0, -1):
        if s.words[v] in _STOPS:
            return None
        subject = s.kid(v, "nsubj", "nsubjpass")
        if subject is not None and subject < v and (not actor or s.is_actor(subject)):
            return v
    return None


def in_condition(s: Sentence, v: int) -> bool:
    """Whether the verb `v` stands in a condition: what somebody else is to do."""
    for at in range(v - 1, -1, -1):
        if s.words[at] in _STOPS:
            return False
        if opens_condition(s, at) if at else s.words[0] in _PROVIDED and s.words[1] == "that":
            return v < condition_end(s, at)
    return False


def which_clauses(s: Sentence) -> None:
    """`asked for X to be deleted, which B opposed`: the relative clause was taken for an object."""
    if "which" not in s.words:
        return
    for which in range(2, len(s.words) - 2):
        if s.words[which] != "which" or s.words[which - 1] != ",":
            continue
        v = s.heads[which]
        if v < which or s.deps[which] != "dobj" or s.deps[v] not in _LOOSE or s.heads[v] > which:
            continue
        subject = s.kid(v, "nsubj")
        if subject is None or not (s.is_actor(subject) or s.words[subject] in SELF):
            continue
        move(s, v, antecedent_of(s, which - 2, s.heads[v]), "relcl")


def antecedent_of(s: Sentence, at: int, matrix: int) -> int:
    """What a relative clause behind unit `at` hangs on: the whole object of the verb before."""
    while s.heads[at] != at and s.heads[at] != matrix and s.deps[at] in {"pobj", "prep", "conj"}:
        above = s.heads[at]
        if s.deps[at] == "pobj" and s.heads[above] == matrix:
            return at
        if above > at:
            break
        at = above
    return at
