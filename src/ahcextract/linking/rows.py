"""Topics that stand in a row ("on ports, inland rail and roads"): each is its own target."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Span

from ahcextract.linking.parse import Sentence

_PARTING = frozenset({",", ";", "and", "or", "&", "plus"})
_AS_WELL = ("as", "well", "as")
# What no member of a list has before its noun: another clause or phrase begins there.
_BREAKING = frozenset(
    "on in for by with to from under at between over of into through about within without against "
    "that which who whose while when if unless because since so but not nor yet than then is are "
    "was were be been being has have had should would could can may might must will shall do does "
    "did he she it they this these those such as including said : . - ' \"".split()
)
# So many words may stand before the noun of a member, or behind it.
_BESIDE = 3


def rows(s: Sentence, topics: Sequence[Span]) -> list[list[Span]]:
    """`topics`, in text order, cut into runs of those that stand in one list."""
    found: list[list[Span]] = []
    for topic in topics:
        if found and is_listed(s, found[-1][-1], topic):
            found[-1].append(topic)
        else:
            found.append([topic])
    return found


def is_listed(s: Sentence, one: Span, other: Span) -> bool:
    """Whether nothing but a comma, an "and" and words before a noun part two topics."""
    if any(lift.members and one.end <= lift.start < other.start for lift in s.lifted):
        return False  # "on X (A, B), Y (C)": each has its own actors.
    between: list[list[str]] = [[]]
    words = [s.doc[k].lower_ for k in unbracketed(s, range(one.end, other.start))]
    while words:
        if words[0] in _PARTING or tuple(words[:3]) == _AS_WELL:
            del words[: 1 if words[0] in _PARTING else 3]
            between.append([])
        elif words[0] in _BREAKING:
            return False
        else:
            between[-1].append(words.pop(0))
    return len(between) > 1 and all(len(part) <= _BESIDE for part in between)


def unbracketed(s: Sentence, tokens: Iterable[int]) -> list[int]:
    """Tokens that stand in no parenthesis."""
    depth, found = 0, []
    for token in tokens:
        text = s.doc[token].text
        depth += (text in "([") - (text in ")]")
        if depth == 0 and text not in ")]":
            found.append(token)
    return found
