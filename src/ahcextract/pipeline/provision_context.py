"""Tells what stands behind a number: another list item, a count, or another document."""

import re

from ahcextract.pipeline.provision_words import UNIT

_MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_AMOUNT = (
    r"%|per\s?cent\b|million\b|billion\b|thousand\b|hundred\b|[ap]\.?m\b|o'clock\b"
    r"|(?:US)?[$£€]|dollars?\b|euros?\b"
)
_MEASURE = r"pages?|words|lines|hours?|minutes?|seconds|days?|weeks?|months?|years?|times|rounds"
_COUNTED = (
    r"states|countries|nations|governments|delegations|delegates|members|parties|representatives"
    r"|negotiators|participants|speakers|others|groups|organi[sz]ations|ngos|companies|experts"
    r"|observers|stakeholders|signatories|sponsors|people|voices|votes?|abstentions|ratifications"
    r"|meetings|sessions|ministers|ambassadors|journalists|activists|of\s+(?:which|whom|them|those|these)"
    rf"|{_MEASURE}"
)
# Words that may stand between a number and what it counts.
_QUALITY = (
    r"(?:other|others|more|further|additional|new|member|developing|developed|small|island|least"
    r"|like-minded|or|so|(?-i:[A-Z][a-z]+(?:-[A-Z][a-z]+)?))\s+"
)
_COUNT = re.compile(
    rf"\s*(?:{_MONTH}|{_AMOUNT}|(?:{_QUALITY}){{0,2}}(?:{_COUNTED})\b"
    r"|in\s+favou?r\b|against\b|abstain|for\s+and\b|to\s+\d+\b|of\s+(?:the\s+)?\d)",
    re.I,
)
_FIRST_COUNT = re.compile(rf"\s*(?:{_AMOUNT}|(?:{_MEASURE})\b)", re.I)
# Behind a singular "article 6", "and 2 proposals" counts: a plural that is no verb form.
_PLURAL = re.compile(
    r"\s+(?!(?:is|was|has|as|this|its|thus|does|across|versus|plus|unless|perhaps)\b)[a-z]+s\b"
)
_GLOSS = re.compile(r"\s*\((?:[^()]|\([^()]{0,80}\)){1,240}\)")
_DOCUMENT = re.compile(
    r"\s+(?:of|in|from|to)\s+"
    r"(?:(?!(?:of|in|on|for|to|that|which|who|by|with|from|was|were|is|are|be|should|would|could|and)\b)"
    r"[\w'/.-]+\s+){0,5}?"
    r"(?:(?:decisions?|reports?|summary|agenda|conclusions|declaration|action\s+plan|plan\s+of\s+action"
    r"|notes?|letter|rules|guidelines|mandate|statement|communiqu[eé]|opinion|judge?ment|ruling"
    r"|handbook|annex(?:es)?|appendix|section|guidance|programme|terms\s+of\s+reference|memorandum"
    r"|working\s+paper|press\s+release)\b|resolution\s+(?:no\.?\s*)?(?:\d|[A-Z]+/))[\w/.-]*",
    re.I,
)
_RULES = re.compile(
    r"\s+of\s+(?:the|its|their)\s+(?:[\w'-]+\s+)?(?:rules|regulations|bylaws|by-laws)\b", re.I
)


def ends_list(text: str, end: int, *, plural: bool) -> bool:
    """Whether the number that ends at `end` counts something instead of carrying a list on.

    "articles 24 and 35 and 40 states": 40 counts states.

    Args:
        text: the text scanned.
        end: offset behind the number.
        plural: whether the list's keyword is a plural, so that a noun behind it may be one
            that the whole list qualifies ("Articles 5 and 7 guidelines").
    """
    if _COUNT.match(text, end):
        return True
    return not plural and _PLURAL.match(text, end) is not None


def counts(text: str, end: int) -> bool:
    """Whether the number that ends at `end` is an amount: "6,2 million", "1,5 degrees"."""
    return _COUNT.match(text, end) is not None or UNIT.match(text, end) is not None


def is_first_no_number(text: str, end: int) -> bool:
    """Whether the number behind the keyword measures something: "an article 5 pages long"."""
    return _FIRST_COUNT.match(text, end) is not None


def gloss_end(text: str, pos: int) -> int:
    """Offset behind a parenthesised gloss at `pos` ("5 (review), 7"), or `pos`."""
    match = _GLOSS.match(text, pos)
    return match.end() if match else pos


def foreign_document(text: str, pos: int, *, article: bool = False) -> int | None:
    """End of "of the decision" and its like at `pos`: a paragraph of no treaty; None otherwise.

    Args:
        text: the text scanned.
        pos: offset behind the reference.
        article: whether the reference is to an article, which only rules have besides treaties.
    """
    match = (_RULES if article else _DOCUMENT).match(text, pos)
    return match.end() if match else None
