"""Collectives: "42 states", "as many as 15 member states", "some small delegations", "others"."""

from spacy.tokens import Doc

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = {word: n for n, word in enumerate(_UNITS, 1)}
NUMBERS |= {word: n * 10 for n, word in enumerate(_TENS, 2)}
NUMBERS |= {"dozen": 12, "hundred": 100}

# Words and phrases that give a quantity without a number, longest first.
_QUANTITIES = sorted(
    (
        tuple(phrase.split())
        for phrase in (
            "many", "several", "some", "most", "all", "various", "numerous", "few", "other",
            "countless", "fewer", "multiple", "certain", "another",
            "a few", "a number of", "a small number of", "a large number of", "a growing number of",
            "a group of", "a large group of", "a small group of", "a broad group of",
            "a cross-regional group of", "a handful of", "a range of", "a wide range of",
            "a majority of", "a large majority of", "the majority of", "the vast majority of",
            "a vast majority of", "a minority of", "a small minority of", "a couple of",
            "a coalition of", "a good many", "a great many", "dozens of", "scores of",
            "hundreds of",
            "a dozen", "many other", "several other", "some other", "most other", "all other",
            "many of the", "several of the", "some of the", "most of the", "all of the",
            "few of the", "none of the",
        )
    ),
    key=lambda words: -len(words),
)  # fmt: skip
_QUANTITY_ENDS = frozenset(words[-1] for words in _QUANTITIES)
_APPROXIMATE = sorted(
    (
        tuple(phrase.split())
        for phrase in (
            "as many as", "more than", "over", "well over", "at least", "around", "about", "nearly",
            "almost", "up to", "some", "roughly", "approximately", "close to", "fewer than",
            "less than", "a total of", "no fewer than", "no less than", "not less than", "another",
            "a group of", "a group of some", "a group of over", "a group of more than",
            "a further", "just over", "just under", "upwards of", "in excess of",
        )
    ),
    key=lambda words: -len(words),
)  # fmt: skip
# Words that end the search for a quantity to the left of a noun.
_STOP = frozenset(
    """a an the this that these those such which who whom whose what and or but nor so yet if
    when while as than because since although though whereas of in on at by for from to with
    without within among between against about into under over during before after is are
    was were be been being am has have had having do does did will would shall should can
    could may might must not no it its they their them he she his her we our us you said
    says say noted stated stressed urged asked called told supported opposed proposed also
    only both each every any either neither whether there here then therefore however
    including""".split()
)
_BEFORE_NUMBER = frozenset({"", ".", ";", ":", ",", "and", "but", "while", "whereas", "by", "with"})
_ANAPHORIC = frozenset("""the these those both such this that each its their our his her""".split())
_REFERENCES = frozenset(
    """article articles art art. paragraph paragraphs para paras para. section option options
    annex annexes chapter part item items table figure box decision resolution step phase
    track group version draft day week page no no. number rev rule line cop january february
    march april may june july august september october november december preamble principle
    goal target""".split()
)
_BEFORE_BARE = frozenset(
    """that and while as if when so since because whereas but although though whether by from
    among where which or before after until yet then today yesterday meanwhile also""".split()
)
_AUXILIARIES = frozenset(
    """have had has were are was would will could can did do may might should must shall also
    still again felt said say saw see sought thought think spoke speak put took take made
    make told hoped hope want wanted prefer support oppose favor favour agree disagree feel
    believe argue note question call called including such cautioned voiced however though
    simply strongly clearly even never not n't explicitly openly publicly now""".split()
)
# Behind these "most" is no quantity ("the most vulnerable states").
_SUPERLATIVE = frozenset("vulnerable affected ambitious advanced exposed populous".split())
# Participles that also stand before a noun ("some proposed amendments were…").
_PLAIN = frozenset(
    """related detailed limited unresolved developed industrialized advanced outdated""".split()
)

Found = tuple[int, int, int | None]


def singular(noun: str) -> str:
    """`parties` to `party`, `states parties` to `states party`."""
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")


class CollectiveFinder:
    """Reads the quantity to the left of a plural noun, in lower-cased tokens."""

    def __init__(self, doc: Doc, words: list[str]) -> None:
        self._doc, self._words = doc, words

    def around(self, start: int, end: int, bare: bool, one: bool) -> Found | None:
        """The collective whose noun is [start, end) in tokens: start, end, count.

        Args:
            start: first token of the noun.
            end: token behind it.
            bare: whether the noun may stand alone ("delegates agreed").
            one: whether the noun is a singular, which needs "one" or "another".
        """
        if one:
            return self._one(start, end)
        if self._is_verb(start, end):
            return None
        low = max(0, start - 5)
        for at in range(start, low, -1):
            if at < start and not self._modifies(at):
                break
            found = self._number(at) or self._quantity(at)
            if found is not None:
                return found[0], end, found[1]
        if bare and self._may_stand_alone(start):
            return start, end, None
        return None

    def _one(self, start: int, end: int) -> Found | None:
        for at in range(start, max(0, start - 4), -1):
            if at < start and not self._modifies(at):
                break
            if self._words[at - 1] == "one" and not self._referring(at - 1):
                return at - 1, end, 1
            if self._words[at - 1] == "another":
                return at - 1, end, 1
        return None

    def _is_verb(self, start: int, end: int) -> bool:
        """Whether the noun is a verb: "Article 3 states that"."""
        words = self._words
        return (
            end - start == 1
            and words[start] == "states"
            and end < len(words)
            and words[end] in {"that", ":", '"', "'", "the", "how", "in"}
            and (start > 0 and words[start - 1] not in _BEFORE_BARE)
            and not (start > 0 and (words[start - 1],) in _QUANTITIES)
        )

    def _modifies(self, at: int) -> bool:
        word = self._words[at]
        return word not in _STOP and (
            word.isalpha() or word in {"-", "/", "i", "ii"} or "-" in word
        )

    def _number(self, at: int) -> tuple[int, int] | None:
        """A number whose last token stands just before token `at`: its start and value."""
        start, value = at - 1, self._value(at - 1)
        if value is None:
            return None
        if at >= 3 and self._words[at - 2] == "-" and self._words[at - 3] in NUMBERS:
            start, value = at - 3, NUMBERS[self._words[at - 3]] + value  # "forty-two"
        if self._words[at - 1] in {"dozen", "hundred"} and start > 0:
            factor = 1 if self._words[start - 1] == "a" else self._value(start - 1)
            if factor is not None:
                start, value = start - 1, factor * value
        if self._referring(start) or (value < 10 and self._before(start) in _ANAPHORIC):
            return None
        for phrase in _APPROXIMATE:
            if tuple(self._words[max(0, start - len(phrase)) : start]) == phrase:
                start -= len(phrase)
                break
        return start, value

    def _value(self, at: int) -> int | None:
        word = self._words[at]
        if word in NUMBERS:
            return NUMBERS[word]
        digits = word.replace(",", "")
        if not digits.isdecimal() or not digits.isascii() or len(digits) > 6:
            return None
        value = int(digits)
        if len(word) == 4 and 1900 <= value < 2100:
            return None  # a year
        return value or None

    def _referring(self, at: int) -> bool:
        """Whether the number at `at` numbers what stands before it ("Article 3")."""
        before = self._before(at)
        return before in _REFERENCES or before in {"/", "-", "(", "#", "$", "€", "£"}

    def _before(self, at: int) -> str:
        return self._words[at - 1] if at > 0 else ""

    def _quantity(self, at: int) -> tuple[int, None] | None:
        if self._words[at - 1] not in _QUANTITY_ENDS:
            return None
        for phrase in _QUANTITIES:
            start = at - len(phrase)
            if start >= 0 and tuple(self._words[start:at]) == phrase:
                if phrase == ("other",) and self._before(start) in _ANAPHORIC:
                    return None
                if phrase == ("most",) and self._words[at] in _SUPERLATIVE:
                    return None
                return start, None
        return None

    def _may_stand_alone(self, start: int) -> bool:
        if start == 0:
            return True
        before = self._doc[start - 1]
        return before.lower_ in _BEFORE_BARE or (
            before.is_punct and before.lower_ not in {"-", "/"}
        )

    def pronoun(self, start: int, end: int) -> Found | None:
        """A quantity that stands for the delegations: "many supported", "others, among them A".

        Args:
            start: its first token.
            end: token behind it.
        """
        words = self._words
        number = self._number(start) if words[start] == "others" else None
        if number is not None:  # "thirteen others"
            before = self._before(number[0])
            apart = before in _BEFORE_NUMBER and self._acts(end)
            return (number[0], end, number[1]) if apart else None
        if start > 0 and not (
            words[start - 1] in _BEFORE_BARE
            or (self._doc[start - 1].is_punct and words[start - 1] not in {"-", "/"})
        ):
            return None
        return (start, end, None) if self._acts(end) else None

    def number(self, at: int) -> Found | None:
        """A number alone that acts, at the start of a clause: "39 supported it"."""
        follows = self._words[at + 1] if at + 1 < len(self._words) else ""
        acts = (
            follows.endswith("ed") and follows not in _PLAIN and follows not in {"agreed", "need"}
        )
        value = self._value(at) if acts else None
        if value is None or value < 2:
            return None
        start = at
        for phrase in _APPROXIMATE:
            if tuple(self._words[max(0, start - len(phrase)) : start]) == phrase:
                start -= len(phrase)
                break
        before = self._before(start)
        if before not in {"", ";", ",", "and", "while", "but", ".", "whereas"}:
            return None
        if before in {"and", ","} and start > 1 and self._words[start - 2][-1:].isdigit():
            return None  # a list of numbers ("paragraphs 6-9 and 11 failed")
        return start, at + 1, value

    def _acts(self, end: int) -> bool:
        words = self._words
        if end >= len(words):
            return False
        word = words[end]
        if word in {",", "("} or word in _AUXILIARIES:
            return True
        if not word.endswith("ed") or word in _PLAIN or len(word) < 5:
            return word.endswith("ly") and end + 1 < len(words) and words[end + 1].endswith("ed")
        behind = words[end + 2] if end + 2 < len(words) else ""
        noun = words[end + 1] if end + 1 < len(words) else ""
        return not (
            noun.endswith("s") and noun.isalpha() and behind in {"were", "are", "have", "would"}
        )
