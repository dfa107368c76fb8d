"""Mends what the model makes of quotations as words of the text: `the word "X" to be kept`."""

from ahcextract.linking.parse import Sentence
from ahcextract.linking.references import WORDINGS
from ahcextract.linking.trees import move


def worded(s: Sentence, j: int) -> None:
    """`wants the word "X" kept`: "X" was taken for the subject of a clause that says of what."""
    quote, noun = j - 1, j - 2
    if s.units[quote].kind != "quote" or s.words[noun] not in WORDINGS or s.deps[noun] != "dobj":
        return
    if s.deps[j] not in {"relcl", "acl"} or s.heads[j] not in {noun, quote}:
        return
    if s.kid(j, "auxpass", "aux") is not None or not s.readings(j, "operation"):
        return
    move(s, quote, noun, "appos")
    move(s, j, s.heads[noun], "ccomp")
    move(s, noun, j, "nsubj")


def quoted_subject(s: Sentence, j: int) -> None:
    """`asked that the words "X" be deleted`: "words" was taken for what is asked."""
    noun = s.heads[j]
    if s.deps[j] != "relcl" or s.deps[noun] != "ccomp" or s.words[noun] not in WORDINGS:
        return
    if not any(s.words[k] == "be" for k in s.kids(j, "auxpass")) or not s.readings(j, "operation"):
        return
    move(s, j, s.heads[noun], "ccomp")
    for child in s.kids(j, "nsubjpass"):
        move(s, child, noun, "appos")
    for mark in s.kids(noun, "mark"):
        move(s, mark, j, "mark")
    move(s, noun, j, "nsubjpass")
