"""Labels that open a block: "Article 4:", "14,3:", "Ratifications:", "*Eligibility:*"."""

import re

from ahcextract.splitting.lines import INVISIBLE

_MOST_WORDS = 12
_MOST_SMALL_WORDS = 6
_LONGEST = 120
_MARKED = re.compile(
    r"(?P<emphasis>\*{1,3}|_{1,3})(?=\S)(?P<label>[^*_\r\n]{1,120}?)(?P<inside>\s*[:.–—|-]?\s*)"
    r"(?P=emphasis)(?P<outside>\s*[:.|]|\s+[–—-](?=\s)|)\s+"
)
# What emphasis marks and separators may add to a label.
_MARKS_ROOM = 16
_NUMBER = r"[\dIVX][\w.()–,-]*"
_PROVISION = re.compile(
    rf"(?:(?:art(?:icle)?s?|para(?:graph)?s?|chapters?|pp|op)\b\.?\s*|(?:pp|op)(?=\d)|(?=\d)){_NUMBER}"
    rf"(?:[\s;/&]+(?:(?:and|to|or)\s+)?\d[\w.()–,-]*)*$",
    re.IGNORECASE,
)
# "Article 9 | Mali …" is a row of a table, "Article 6. Strong support" a run-in heading.
_DASH = re.compile(r"\s+[–—|-]\s+|\.\s+(?=[A-Z“‘\"'])")
# No clock time ("10:00"), ratio or web address.
_COLON = re.compile(r":(?![\d/]|//)")
# Lower case on purpose: "US", "IT", "May" and "Will" are names.
_FINITE = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|shall|should|must"
    r"|do|does|did|he|she|they|we|i|said|says|saying|stated|stating|noted|noting|asked|asking"
    r"|stressed|stressing|emphasized|underscored|highlighted|explained|recalled|reiterated"
    r"|warned|argued|replied|responded|announced|declared|concluded|urged|welcomed|opposed"
    r"|supported|called|met|considered|discussed|heard|include|includes|included|contain|contains"
    r"|contained|involve|follows|remain|remains|reads|offered|attempted|expressed|emerged|that|which|who|if)\b|\b(?:He|She|They|We|It|This"
    r"|These|Those|That|I|If|When|While|Here)\b)"
)
_DANGLING = re.compile(
    r"\b(?:of|to|for|on|in|at|by|from|with|and|or|nor|the|a|an|as|than|into|under|including|namely"
    r"|e\.g|i\.e|etc|inter alia|following|for example|for instance|such|contact)[\s.,]*$",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"(?<![\w-])(?:proposed|suggested|added|agreed|requested|raised)$")
_SENTENCE_END = re.compile(
    r"[!?;]|(?<!\bart)(?<!\bno)(?<!\bpara)(?<!\bparas)(?<!\barts)\.\s", re.IGNORECASE
)
_OPENERS = "‘“'\"«([*_"


def find_label(text: str, start: int, end: int, bullet: bool) -> tuple[int, int | None, int]:
    """Find the label of the block `text[start:end]`.

    A label ends in a colon; one that names a provision or is set in bold or italics may end in
    a dash, full stop or table bar instead ("Article 5 – …", "**Article 3.** …").

    Args:
        text: the whole document.
        start: first character of the block's content, emphasis marks included.
        end: behind its last.
        bullet: whether it is a bullet; a paragraph's label must be followed by a capital,
            digit or quotation, for "Delegates: agreed …" is no label.

    Returns:
        Start of the content (behind "**", if that opens the label), end of the label or None,
        start of the body.
    """
    marked = _MARKED.match(text, start, min(end, start + _LONGEST + _MARKS_ROOM))
    if marked is not None:
        label = marked["label"]
        parted = marked["inside"].strip() or marked["outside"].strip()
        if parted and marked.end() < end and is_label(label):
            return marked.start("label"), marked.end("label"), marked.end()
        return start, None, start
    for left, right in _marks(text, start, min(end, start + _LONGEST)):
        colon = text[left] == ":"
        label_end = left
        while label_end > start and _unseen(text[label_end - 1]):
            label_end -= 1
        body = right
        while body < end and _unseen(text[body]):
            body += 1
        if body >= end:
            break
        label = text[start:label_end]
        reference = names_provision(label)
        # "2024. What a year" and "Article 5 – 9" are no labels.
        fits = colon or (reference and not label.isdecimal() and not text[body].isdigit())
        opens = bullet or (colon and reference) or _opens_sentence(text[body])
        if fits and opens and is_label(label, bullet):
            return start, label_end, body
        if colon:
            break
    return start, None, start


def _unseen(char: str) -> bool:
    return char.isspace() or char in INVISIBLE


def _marks(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Spans of the first colon and of all dashes and stops, outside brackets, in order."""
    colons = [match.span() for match in _COLON.finditer(text, start, stop)]
    others = [match.span() for match in _DASH.finditer(text, start, stop)]
    free = [
        (left, right)
        for left, right in sorted(colons + others)
        if _closed(text[start:left], "(", ")") and _closed(text[start:left], "[", "]")
    ]
    first_colon = next((index for index, span in enumerate(free) if text[span[0]] == ":"), None)
    return free if first_colon is None else free[: first_colon + 1]


def _closed(inside: str, left: str, right: str) -> bool:
    return inside.count(left) <= inside.count(right)


def names_provision(words: str) -> bool:
    """Whether words are a reference and nothing else ("Article 4", "14,3", "Art. 6(2)", "PP10")."""
    return bool(_PROVISION.match(words))


def is_label(label: str, bullet: bool = False) -> bool:
    """Whether words before a colon are a label: short, capitalized or a number, no sentence.

    In a bullet they may also be small ("title: Lebanon …").
    """
    words = label.split()
    if not words or len(words) > _MOST_WORDS or not any(char.isalnum() for char in label):
        return False
    opens = label[0].isupper() or label[0].isdigit() or label[0] in _OPENERS
    if not (opens or names_provision(label) or (bullet and len(words) <= _MOST_SMALL_WORDS)):
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
