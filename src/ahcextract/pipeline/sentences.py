"""Sentence boundaries by rule, so that sentences can be chosen before anything is parsed."""

import re
from collections.abc import Iterator

# A full stop behind one of these does not end a sentence. They are words of English and of
# legal citation, not names.
_ABBREVIATIONS = frozenset(
    "art arts para paras par subpara no nos mr mrs ms dr prof st vs cf e.g i.e eg ie approx ch sec "
    "amb sen rep gen col capt lt u.s u.k u.n e.u p pp vol fig incl inter al viz resp h.e hon jr sr".split()
)
_END = re.compile(
    r"""(?P<stop>[.!?…]+)(?P<close>["')\]]*)(?=\s+["'(\[]*[A-Z0-9•]|\s*$)"""
    r"""|(?P<tight>(?<=[a-z)])\.)(?=[A-Z][a-z])"""
)


def _ends(text: str, match: re.Match[str]) -> bool:
    if match.group("tight") or match.group("stop") != ".":
        return True
    before = text[: match.start()].rsplit(None, 1)
    word = before[-1].lstrip("([\"'").lower() if before else ""
    if word in _ABBREVIATIONS:
        return False
    # Initials of a person ("J. Smith") and the letters of "U.S." end nothing by themselves.
    return not (len(word) == 1 and word.isalpha() and word != "i")


def sentence_spans(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Character offsets of the sentences of one block, white space trimmed, end exclusive.

    Args:
        text: cleaned text of a block.
        start: where the first sentence may begin (behind a label).
    """
    begin = start
    for match in _END.finditer(text, start):
        if not _ends(text, match):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
