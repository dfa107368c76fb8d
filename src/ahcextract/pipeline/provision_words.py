"""The words that references to provisions are made of, as patterns."""

import re

ARTICLE = r"art(?:icle(?P<plural_a>s)?|(?P<plural_b>s)?\b\.?)"
PARAGRAPH = r"(?:para(?:graph)?(?P<plural_p>s)?\b\.?|(?P<signs>§§?))"
SUBPARAGRAPH = r"sub-?\s?para(?:graph)?(?P<plural_s>s)?\b\.?"
ORDINALS = tuple("first second third fourth fifth sixth seventh eighth ninth tenth".split())
ORDINAL = "|".join(ORDINALS)
# Nouns whose number is no provision's, and words before a rough figure: "items 3,4", "over 6,2".
NUMBERING = re.compile(
    r"(?:\b(?:agenda|items?|days?|nos?\.|numbers?|tables?|figures?|pages?|rules?|options?|annex(?:es)?"
    r"|decisions?|resolutions?|regulations?|laws?|sections?|years?|groups?|steps?|versions?|parts?|rounds?|rooms?|points?"
    r"|by|about|around|approximately|nearly|over|than|only|almost|roughly|least|most|up to|such as"
    r"|averag(?:e|ed|ing)|total(?:led|ling)?|cost(?:s|ing)?|was|were|is)|[$£€])\s*$",
    re.I,
)
# Texts whose numbers are none of the treaty's: "resolution 75(3)", "rule 14(2)".
NUMBERED_TEXT = re.compile(
    r"\b(?:resolutions?|rules?|decisions?|regulations?|laws?|acts?)\s*$", re.I
)
# Words before a number with a decimal point that is a provision's: "current wording of 14.3".
GOVERNING = re.compile(
    r"(?:\b(?:on|of|under|with|to|re|regarding|concerning|keep|kept|keeping|retain|retaining"
    r"|delete|deleting|drop|dropping|remove|removing|strike|reopen|amend|bracket|block"
    r"|oppose[sd]?|opposing|support(?:s|ed|ing)?|back(?:s|ed|ing)?|accept(?:s|ed|ing)?"
    r"|want(?:s|ed)?|like[sd]?|defend(?:s|ed|ing)?|reject(?:s|ed|ing)?)|[;:(])\s*$",
    re.I,
)
# "Limit warming to 1.5": a figure that is as good as a word.
TEMPERATURE = re.compile(r"(?:1\.5|[12]\.0)(?!\d)")
# What is measured by a number with a decimal comma.
UNIT = re.compile(
    r"\s*(?:degrees|tonnes|tons|points|k[mg]\b|kilomet|met(?:re|er)s|ppm|[GMk]t\b|[A-Z]{3}\b|US\$)"
)
ANCHOR = re.compile(
    rf"""(?<![\w$£€-])(?<!\D/)(?:
      (?P<sub>{SUBPARAGRAPH})\s*
    | (?P<preambular>preamb(?:ular|le)\s+para(?:graph)?s?\b\.?\s*|(?-i:PPs?)\s?(?=\d))
    | (?P<operative>operative\s+para(?:graph)?s?\b\.?\s*|(?-i:OPs?)\s?(?=\d))
    | (?P<paragraph>{PARAGRAPH})\s*
    | (?P<nth>(?P<which>{ORDINAL})\s+(?P<part>preambular|operative)\s+paragraph\b)
    | (?P<ordinal>{ORDINAL})\s+paragraph\b(?!\s*\d)
    | (?P<decimal>(?=\d{{1,2}},\d{{1,2}}(?:\([a-z]\))*(?!\w|[.,]\d|-\w|\s?[%°])))
    | (?P<bare>(?=\d{{1,2}}\(\d{{1,2}}\)(?!\w)))
    | (?P<pointed>(?=\d{{1,2}}\.[1-9]\d?(?:\([a-z]\))*(?!\w|[.,]\d|-\w|\s?[%°])))
    | (?P<article>{ARTICLE})\s*(?=[\dIVXL])
    | (?P<chapter>chapters?)\s+(?=[\dIVXL])
    | (?P<resolution>(?:draft|accompanying)\s+
        (?:(?:UN|UNGA|General\s+Assembly|draft)\s+)?resolution\b
        |resolution(?=,?\s+para(?:graph)?s?\b\.?\s*\d))
    | (?P<preamble>preamble)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# Without one of these there is no anchor, and they are found far sooner.
_HINTS = ("article", "para", "art ", "art.", "arts", "chapter", "preamb", "resolution", "§")
_CAPITALS = ("PP", "OP")
_NUMBERS = re.compile(r"\d(?:[,.]\d|\(\d)")
PARAGRAPH_WORD = re.compile(
    rf"(?:'s)?\s*,?\s*(?P<paren>\()?\s*(?:the\s+)?{PARAGRAPH}\s*(?=\d)", re.I
)
FURTHER_PARAGRAPH = re.compile(rf"\s*,?\s*(?:and|or|,)\s+(?:the\s+)?{PARAGRAPH}\s*(?=\d)", re.I)
SUB_WORD = re.compile(rf"\s*,?\s*{SUBPARAGRAPH}\s*(?=\(|[a-z]\))", re.I)
OF_ARTICLE = re.compile(
    rf"\s*(?:,|\bof|\bin|\bunder)\s*(?:the\s+)?(?:draft\s+)?{ARTICLE}\s*(?=[\dIVXL])", re.I
)
FOR_ARTICLE = re.compile(rf"\s+(?:for|to)\s+(?:the\s+)?{ARTICLE}\s*(?=[\dIVXL])", re.I)
OF_THE_ARTICLE = re.compile(
    r"\s+(?:of|in)\s+(?:the|this|that)\s+(?:same\s+|said\s+|draft\s+)?article\b(?!\s*\d)", re.I
)
OF_PARAGRAPH = re.compile(rf"\s*(?:,|\bof|\bin|\bunder)\s*(?:the\s+)?{PARAGRAPH}\s*(?=\d)", re.I)
OF_PREAMBLE = re.compile(r"\s*(?:,|\bof|\bin)\s*the\s+(?:draft\s+)?preamble\b", re.I)
OF_RESOLUTION = re.compile(
    r"\s*(?:,|\bof|\bin)\s*(?:the|this|its|a)\s+(?:(?:draft|accompanying|UN|UNGA|General\s+Assembly)\s+)*resolution\b",
    re.I,
)
NUMBERED = re.compile(r"\s+(?:no\.?\s*)?(?:\d|[A-Z]+/)", re.I)
SEPARATOR = re.compile(
    r"/(?=\d)|\s*[,;]\s*(?P<conj>(?:and|or|as\s+well\s+as|plus|&)\s+)?|\s*(?P<bare>(?<![^\W\d_])(?:and/or|and|or|as\s+well\s+as|plus)\b|&)\s*",
    re.I,
)
RANGE = re.compile(r"\s*[-–—]\s*|\s+(?P<word>to|through|until)\s+", re.I)
THEN_PARAGRAPH = re.compile(rf"\s*,?\s*\(?{PARAGRAPH}\s*\d", re.I)
# "the article I wrote" is none, "Article I" is the first.
PRONOUN = re.compile(r"I\b")


def may_name(text: str) -> bool:
    """Whether an anchor may stand in `text`; in half of all blocks none can."""
    lowered = text.lower()
    return (
        any(hint in lowered for hint in _HINTS)
        or any(hint in text for hint in _CAPITALS)
        or _NUMBERS.search(text) is not None
    )
