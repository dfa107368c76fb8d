"""What hangs below a cue in the tree of a sentence, and whether it is negated."""

from collections.abc import Iterable

from ahcextract.linking.parse import CueAt, Sentence

_LEFT_OUT = frozenset(
    {"punct", "cc", "conj", "nsubj", "nsubjpass", "csubj", "aux", "auxpass", "neg", "mark", "advcl",
     "agent", "parataxis", "expl", "preconj"}
)  # fmt: skip
# "By no means", "under no circumstances", "on no account".
_DENYING = frozenset({"by", "under", "in", "on", "at"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NO_CASE = frozenset(
    "means circumstances circumstance way account condition conditions case".split()
)


def governed_heads(s: Sentence, start: int, end: int) -> list[int]:
    """Heads of what a cue of units [start, end) governs to its right, up to a semicolon."""
    stop = next((k for k in range(end, len(s.words)) if s.words[k] in {";", ":"}), len(s.words))
    if stop < len(s.words) and s.words[stop] == ":":
        stop = len(s.words)  # The items of a list behind a colon belong together.
    return sorted(
        child
        for index in range(start, end)
        for child in s.children[index]
        if child >= end
        and (child < stop or s.words[min(s.subtree(child))] in {"that", "to", "not"})
        and (
            s.deps[child] not in _LEFT_OUT
            or is_infinitive_at(s, child, end)
            or (
                s.deps[child] == "conj"
                and s.deps[index] == "prep"
                and s.words[child] == s.words[index]
            )
            or any(start <= k < end for k in s.kids(child, "mark"))
        )
    )


def is_infinitive_at(s: Sentence, index: int, start: int) -> bool:
    """`moved to delete X`: a complement that the parser took for an adverbial clause."""
    return (
        s.deps[index] == "advcl"
        and start < len(s.words)
        and s.words[start] == "to"
        and s.heads[start] == index
    )


def below(s: Sentence, heads: Iterable[int], without: Iterable[int] = ()) -> tuple[int, ...]:
    """Units under `heads`, those under `without` left out, punctuation at the ends trimmed."""
    left = {unit for head in without for unit in s.subtree(head)}
    units = sorted({unit for head in heads for unit in s.subtree(head)} - left)
    while units and s.deps[units[-1]] in {"punct", "cc"}:
        units.pop()
    while units and s.deps[units[0]] == "punct":
        units.pop(0)
    return tuple(units)


def is_negated(s: Sentence, index: int, outside: CueAt | None = None) -> bool:
    """Whether the verb or predicate at `index` stands under a negation not part of `outside`."""
    for child in s.children[index]:
        if s.deps[child] == "aux" and child and s.words[child - 1] in {"nor", "neither"}:
            return True  # "nor would they accept X"
        if s.words[child] == "longer" and s.words[child - 1] == "no":
            return True
        if outside is not None and outside.start <= child < outside.end:
            continue
        word = s.words[child]
        if s.deps[child] in _SUBJECTS and is_none(s, child):
            return True  # "neither provision could be dropped"
        if word == "not" and child + 1 < len(s.words) and s.words[child + 1] == "only":
            continue  # "would not only accept X, but …"
        if s.deps[child] == "neg" or word in {
            "cannot",
            "never",
            "neither",
            "nor",
            "no-one",
            "nobody",
        }:
            return word != "no" or s.deps[child] != "det"
        if s.deps[child] in {"advmod", "preconj"} and word in {"not", "hardly", "no"}:
            return True
        if word in _DENYING and s.deps[child] == "prep" and denies(s, child):
            return True
    return False


def move(s: Sentence, index: int, head: int, dep: str) -> None:
    """Hang unit `index` under `head` with the label `dep`."""
    old = s.heads[index]
    if index in s.children[old]:
        s.children[old].remove(index)
    s.heads[index], s.deps[index] = head, dep
    if head != index:  # The root is nobody's child, nor its own.
        s.children[head] = sorted([*s.children[head], index])
    s.forget()


def is_none(s: Sentence, noun: int) -> bool:
    """`neither article`, `none of them`."""
    if s.is_actor(noun):
        return False
    return s.words[noun] == "none" or any(s.words[k] == "neither" for k in s.kids(noun, "det"))


def denies(s: Sentence, prep: int) -> bool:
    """`by no means`, `under no circumstances`, `in no way`."""
    return any(
        s.words[noun] in _NO_CASE and any(s.words[k] == "no" for k in s.kids(noun, "det"))
        for noun in s.kids(prep, "pobj")
    )
