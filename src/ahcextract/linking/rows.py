"""Topics that stand in a row ("on ports, inland rail and roads"): each is its own target."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span

_PARTING = frozenset({",", ";", "and", "or", "&", "plus"})
_AS_WELL = ("as", "well", "as")
# What no member of a list has before its noun: another clause or phrase begins there.
_BREAKING = frozenset(
    "on in for by with to from under at between over of into through about within without against "
    "that which who whose while when if unless because since so but not nor yet than then is are "
    "was were be been being has have had should would could can may might must will shall do does "
    "did he she it they this these those such as including namely said : . - ' \"".split()
)
# So many words may stand before the noun of a member, or behind it.
_BESIDE = 3


def rows(doc: Doc, topics: Sequence[Span], breaks: Iterable[int] = ()) -> list[list[Span]]:
    """`topics`, in text order, cut into runs of those that stand in one list.

    Args:
        doc: that they stand in.
        topics: spans of it.
        breaks: tokens that no list goes across.
    """
    found: list[list[Span]] = []
    breaks = list(breaks)
    for topic in topics:
        last = found[-1][-1] if found else topic
        broken = any(last.end <= k < topic.start for k in breaks)
        if found and not broken and is_listed(doc, last, topic):
            found[-1].append(topic)
        else:
            found.append([topic])
    return found


def is_listed(doc: Doc, one: Span, other: Span) -> bool:
    """Whether nothing but a comma, an "and" and words before a noun part two topics."""
    between: list[list[str]] = [[]]
    words = [doc[k].lower_ for k in unbracketed(doc, range(one.end, other.start))]
    while words:
        if words[0] in _PARTING or tuple(words[:3]) == _AS_WELL:
            del words[: 1 if words[0] in _PARTING else 3]
            between.append([])
        elif words[0] in _BREAKING:
            return False
        else:
            between[-1].append(words.pop(0))
    return len(between) > 1 and all(len(part) <= _BESIDE for part in between)


def unbracketed(doc: Doc, tokens: Iterable[int]) -> list[int]:
    """Tokens that stand in no parenthesis."""
    depth, found = 0, []
    for token in tokens:
        text = doc[token].text
        depth += (text in "([") - (text in ")]")
        if depth == 0 and text not in ")]":
            found.append(token)
    return found
