"""Labels that open a block: "Article 4:", "14,3:", "Ratifications:", "*Eligibility:*"."""

import re

from ahcextract.splitting.lines import INVISIBLE

_MOST_WORDS = 12
_LONGEST = 120
_EMPHASIS = re.compile(r"\*{1,3}|_{1,3}")
# A label of this shape may end in a dash instead of a colon.
_PROVISION = re.compile(
    r"(?:art(?:icle)?s?|para(?:graph)?s?|chapters?|pp|op)\b\.?\s*[\dIVX][\w.,()–-]*$|\d[\d.,()a-z–-]*$",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s+[–—-]\s+")
# No clock time ("10:00"), ratio or web address.
_COLON = re.compile(r":(?![\d/]|//)")
# Lower case on purpose: "US", "IT", "May" and "Will" are names.
_FINITE = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|shall|should|must"
    r"|do|does|did|he|she|they|we|i|said|says|saying|stated|stating|noted|noting|asked|asking"
    r"|stressed|stressing|emphasized|underscored|highlighted|explained|recalled|reiterated"
    r"|warned|argued|replied|responded|announced|declared|concluded|urged|welcomed|opposed"
    r"|supported|called|met|considered|discussed|heard|include|includes|included|contain|contains"
    r"|contained|involve|follows|remain|remains|that|which|who|if)\b|\b(?:He|She|They|We|It|This"
    r"|These|Those|That|I|If|When|While|Here)\b)"
)
_DANGLING = re.compile(
    r"\b(?:of|to|for|on|in|at|by|from|with|and|or|nor|the|a|an|as|than|into|under|including|namely"
    r"|e\.g|i\.e|etc|inter alia|following|for example|for instance|such)[\s.,]*$",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"(?<![\w-])(?:proposed|suggested|added|agreed|requested|raised)$")
_SENTENCE_END = re.compile(
    r"[!?;]|(?<!\bart)(?<!\bno)(?<!\bpara)(?<!\bparas)(?<!\barts)\.\s", re.IGNORECASE
)
_OPENERS = "‘“'\"«([*_"


def find_label(text: str, start: int, end: int, bullet: bool) -> tuple[int, int, int | None, int]:
    """Find the label of the block `text[start:end]`.

    Args:
        text: the whole document.
        start: first character of the block's content, emphasis marks included.
        end: behind its last.
        bullet: whether it is a bullet; a paragraph's label must be followed by a capital,
            digit or quotation, for "Delegates: agreed …" is no label.

    Returns:
        Start of the content (behind "**", if that opens the label), end of the content (before
        "**", if that closes it), end of the label or None, start of the body.
    """
    opening = _EMPHASIS.match(text, start, end)
    first = opening.end() if opening else start
    stop = min(end, first + _LONGEST)
    for mark in _marks(text, first, stop):
        label_end, body = _around(text, first, mark, end, opening[0] if opening else "")
        if body >= end:
            return start, end, None, start
        if not _is_label(text[first:label_end], colon=text[mark[0]] == ":", marked=bool(opening)):
            continue
        if not bullet and not _opens_sentence(text[body]):
            return start, end, None, start
        return first, end, label_end, body
    return start, end, None, start


def _marks(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Spans of the first colon and the first dash outside brackets, nearest first."""
    marks = []
    for pattern in (_COLON, _DASH):
        for match in pattern.finditer(text, start, stop):
            inside = text[start : match.start()]
            if inside.count("(") <= inside.count(")") and inside.count("[") <= inside.count("]"):
                marks.append(match.span())
                break
    return sorted(marks)


def _around(
    text: str, first: int, mark: tuple[int, int], end: int, emphasis: str
) -> tuple[int, int]:
    """End of the label before the mark and start of the body behind it, emphasis left out."""
    label_end, body = mark
    while label_end > first and (text[label_end - 1].isspace() or text[label_end - 1] in INVISIBLE):
        label_end -= 1
    closed = bool(emphasis) and text.endswith(emphasis, first, label_end)
    if closed:
        label_end -= len(emphasis)
    elif emphasis and text.startswith(emphasis, body):
        body += len(emphasis)
    while body < end and (text[body].isspace() or text[body] in INVISIBLE):
        body += 1
    return label_end, body


def _is_label(label: str, *, colon: bool, marked: bool) -> bool:
    words = label.split()
    if not words or len(words) > _MOST_WORDS or not any(char.isalnum() for char in label):
        return False
    if not (label[0].isupper() or label[0].isdigit() or label[0] in _OPENERS or marked):
        return False
    if not colon and not (_PROVISION.match(label) or (marked and "*" not in label)):
        return False
    return not is_clause(label)


def is_clause(words: str) -> bool:
    """Whether a few words are (part of) a sentence rather than a name for something."""
    return bool(
        _FINITE.search(words)
        or _DANGLING.search(words)
        or _REPORTED.search(words)
        or _SENTENCE_END.search(words)
    )


def _opens_sentence(char: str) -> bool:
    return char.isupper() or char.isdigit() or char in _OPENERS
