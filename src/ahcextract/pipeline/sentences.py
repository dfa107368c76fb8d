"""Sentence boundaries by rule, so that sentences can be chosen before anything is parsed."""

import re
from collections.abc import Iterator

# The word lists are English and legal citation; they hold no names.
# A full stop behind one of these never ends a sentence.
_NEVER = frozenset(
    "mr mrs ms messrs mme dr prof st amb hon gen sen rep col capt lt gov h.e e.g i.e eg ie cf vs "
    "viz approx incl esp".split(" ")
)
# Behind one of these it ends none where a number follows: "Art. 5", but "state of the art. The".
_BEFORE_NUMBER = frozenset(
    "art arts para paras par subpara sub-para no nos sec sect ch chap fig vol p pp ca res op cl "
    "reg jan feb mar apr jun jul aug sep sept oct nov dec "
    "doc docs rev add adds corr supp misc miscs".split(" ")
)
# Behind one of these, or initials, it ends one only where the next word usually opens one.
_SOMETIMES = frozenset(
    "etc al jr sr inc ltd co corp u.s u.k u.n e.u a.m p.m ph.d d.c govt dept".split(" ")
)
_OPENERS = frozenset(
    "the a an this that these those he she it they we i his her its their our there here in on at "
    "for from with to by as after before during under while when where since if although though "
    "but and however yet still also then thus meanwhile moreover some several many most other "
    "others both all each another no not earlier later finally today yesterday".split(" ")
)
_LETTERED = frozenset("annex appendix option part group table category chapter article".split(" "))

_STOP = re.compile(r"""(?P<stop>[.!?…]+)(?P<close>["')\]»]*(?:\[\d{1,3}\])*)""")
_NEXT = re.compile(r"""(?P<space>\s*)["'(\[«]*(?P<word>\w[\w'-]*|•)?""")
_ITEM = re.compile(r"\s+\([a-z]{1,4}\)\s")
_NUMBER = re.compile(r"\d|[IVXLC]+\b")
_LAST_WORD = re.compile(r"""[^\s("'\[«]+$""")
_WORD_BEFORE = re.compile(r"(\w+)\s+\S+$")
_MARKER = re.compile(r"\s*[(\[]?(?:\d{1,3}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,5})[)\]]?\s*")
_INITIALS = re.compile(r"[^\W\d_](?:[.-]{1,2}[^\W\d_])*")
# Web addresses and document symbols ("TD/2019/4.Add.1") hold full stops without an end.
_ADDRESS = re.compile(r"www|@|/|[A-Za-z].*\.\d")
_REACH = 40


def sentence_spans(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Character offsets of the sentences of one block, white space trimmed, end exclusive.

    Together they cover all of `text[start:]` but white space, in order. Colons and semicolons
    end no sentence, so a list behind a colon stays with what announces it.

    Args:
        text: cleaned text of a block.
        start: where the first sentence may begin (behind a label).
    """
    begin = start
    for match in _STOP.finditer(text, start):
        if not _ends(text, begin, match):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, len(text))


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the stop that matched ends the sentence that began at `begin`."""
    following = _NEXT.match(text, match.end())
    word = (following["word"] if following else None) or ""
    if not following or (following.end() == len(text) and not word):
        return True
    before = text[max(begin, match.start() - _REACH) : match.start()]
    if not following["space"]:
        if not _runs_on(before, match, word):
            return False
    elif not (word[:1].isupper() or word[:1].isdigit() or word == "•"):
        return _ITEM.match(text, match.end()) is not None
    if match["stop"] != ".":
        return True
    return not _abbreviates(before, word) and not _marks_item(text, begin, match.start())


def _runs_on(before: str, match: re.Match[str], word: str) -> bool:
    """`debate.The EU`: a space is missing, for a capitalized word follows a small letter."""
    if len(match["stop"]) != 1 or not (word[:1].isupper() and word[1:2].islower()):
        return False
    last = _LAST_WORD.search(before)
    if last and _ADDRESS.search(last.group()):
        return False
    return (
        bool(match["close"])
        or before[-1:].islower()
        or before[-1:].isdigit()
        or before[-1:] in '")]'
    )


def _abbreviates(before: str, following: str) -> bool:
    """Whether a full stop behind `before` belongs to an abbreviation."""
    last = _LAST_WORD.search(before)
    if not last:
        return False
    word, opener = last.group().lower(), following.lower() in _OPENERS
    if word in _NEVER:
        return True
    if word in _BEFORE_NUMBER:
        return _NUMBER.match(following) is not None
    # "SR." in capitals is an acronym at the end, "Sr." belongs to a name.
    if word in _SOMETIMES and not (len(word) == 2 and last.group().isupper()):
        return not opener
    if _INITIALS.fullmatch(last.group()):
        lettered = _WORD_BEFORE.search(before)
        return not opener and not (lettered and lettered[1].lower() in _LETTERED)
    return False


def _marks_item(text: str, begin: int, stop: int) -> bool:
    """Whether all of the sentence so far is the number of a list item: "3. The Chair…"."""
    return stop - begin < 12 and _MARKER.fullmatch(text, begin, stop) is not None


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
