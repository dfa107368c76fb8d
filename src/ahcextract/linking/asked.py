"""Mends of trees where somebody asks for a text to do, or have done, something."""

from dataclasses import replace

from ahcextract.linking.parse import Sentence
from ahcextract.linking.trees import move

_GOING = frozenset({"go", "disappear", "vanish", "stay", "remain", "stand", "survive"})
FIGURES = frozenset({"figure", "number", "threshold"})
_NOMINAL = frozenset({"attr", "appos", "dobj", "npadvmod", "conj"})
_APART = "parataxis"
_QUESTIONS = frozenset({"whether", "if", "why", "how", "what", "which", "about"})


def asked_to_go(s: Sentence, j: int) -> None:
    """`asked for the list to go`, `would like X to go`, `for the words to be taken out`.

    The infinitive hangs on the verb or on the noun, where the noun is who is to do it.
    """
    if not s.readings(j, "operation") or s.words[j - 1] not in {"to", "be"}:
        return
    passive = s.kid(j, "auxpass") is not None
    if not passive and s.words[j] not in _GOING:
        return
    noun = s.heads[j] if s.deps[j] in {"relcl", "acl"} else None
    v = s.heads[noun] if noun is not None else s.heads[j]
    if noun is not None and s.words[v] == "for":
        v = s.heads[v]
    if not s.readings(v, "verb") or v > j:
        return
    preps = [k for k in s.kids(v, "prep") if s.words[k] == "for" and v < k < j]
    for prep in preps:
        nouns = [k for k in s.kids(prep, "pobj") if k < j]
        if nouns and noun in {None, nouns[0]}:
            regroup(s, j, v, prep, nouns[0], passive=passive)
            return
    if noun is None and s.deps[j] == "xcomp" and (things := s.kids(v, "dobj")):
        if any(s.is_actor(k) for k in things):
            return  # "asked A to go": A does.
        move(s, things[0], j, "nsubjpass" if passive else "nsubj")
        move(s, j, v, "ccomp")


def asked_whom(s: Sentence, j: int) -> None:
    """`asked B whether X`, `asked B about X`: a question, not a request, as in "asked whether"."""
    cue = s.cues[j]
    if not any(reading.lemma == "ask" for reading in cue.readings):
        return
    for whom in s.kids(j, "dobj", "dative"):
        behind = max(s.subtree(whom)) + 1
        if behind < len(s.words) and s.words[behind] in _QUESTIONS:
            asking = tuple(replace(r, stance="concern") for r in cue.readings)
            s.cues[j] = replace(cue, readings=asking)


def regroup(s: Sentence, j: int, v: int, prep: int, noun: int, *, passive: bool) -> None:
    """Read `v for noun to j` as the parser does where it is right: "for" marks the clause."""
    for own in s.kids(j, "nsubj", "nsubjpass"):
        if own != noun:
            move(s, own, noun, "appos")
    move(s, j, v, "advcl")
    move(s, noun, j, "nsubjpass" if passive else "nsubj")
    move(s, prep, j, "mark")


def clause_before(s: Sentence, j: int) -> None:
    """`A worried that X; B was satisfied`: the first clause is no complement of the second."""
    for first in s.kids(j, "ccomp", "advcl"):
        subjects = [k for k in s.kids(j, "nsubj", "nsubjpass") if first < k < j]
        if not subjects or first > j or s.kid(first, "nsubj", "nsubjpass") is None:
            continue
        if any(s.words[k] == ";" for k in range(first, subjects[0])):
            s.deps[first] = _APART


def apposed(s: Sentence, j: int) -> None:
    """`was for 40, the figure in the draft`: the figure is the 40."""
    if s.deps[j] not in _NOMINAL:
        return
    first = min([j, *s.kids(j, "det", "amod", "compound", "poss")])
    number = first - 2
    if number > 0 and s.words[first - 1] == "," and s.doc[s.units[number].start].like_num:
        move(s, j, number, "appos")
