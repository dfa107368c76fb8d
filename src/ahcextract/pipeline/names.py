"""Personal names and names of other things that contain a state's: what is no actor."""

from collections.abc import Callable

from spacy.tokens import Doc, Token

PARTICLES = frozenset(
    """de da do dos das del della di du la le les van von der den ten ter bin bint ibn ben al
    el ul ould abu y e""".split()
)
_OPENERS = frozenset("""yesterday today earlier later thereafter meanwhile similarly""".split())


def is_name(token: Token) -> bool:
    """Whether a token could be part of a personal name ("Estrada", "O'Neill", "J.")."""
    text = token.text
    return text[0].isupper() and (text[-1].isalpha() or (len(text) == 2 and text[1] == "."))


def name_end(doc: Doc, start: int, stops: Callable[[int], bool]) -> int:
    """Token behind the personal name that begins at `start`; `start` where there is none.

    Args:
        doc: the block.
        start: token at which a name may begin.
        stops: whether something known begins at a token, so that a name ends before it.
    """
    end, at = start, start
    while at < len(doc) and at - start < 8:
        token = doc[at]
        if stops(at):
            break
        if is_name(token):
            at += 1
            end = at
            continue
        joins = token.lower_ in PARTICLES or (token.text == "-" and end == at and at > start)
        if not joins:
            break
        at += 1
    return end


def name_tokens_before(doc: Doc, end: int, taken: Callable[[int], bool]) -> int:
    """Number of capitalized words of a name that ends before token `end`.

    Args:
        doc: the block.
        end: token behind the name.
        taken: whether a token belongs to something known, and to no name.
    """
    count, at = 0, end - 1
    while at >= 0 and not taken(at):
        token = doc[at]
        if is_name(token):
            count += 1
        elif not (token.lower_ in PARTICLES or token.text == "-") or count == 0:
            break
        at -= 1
    return count


def is_person(doc: Doc, start: int, end: int, taken: Callable[[int], bool]) -> bool:
    """Whether the state named by [start, end) is part of a person's name ("Georgia Smith")."""
    if doc[start:end].text.isupper():
        return False
    if end < len(doc):
        after = doc[end]
        if _title(after) and not taken(end):
            return True
    if start == 0:
        return False
    before = doc[start - 1]
    if not _title(before) or taken(start - 1):
        return False
    opens = start == 1 or doc[start - 2].is_punct
    return not (
        opens and (before.is_stop or before.lower_ in _OPENERS or before.text.endswith("ly"))
    )


def _title(token: Token) -> bool:
    return bool(token.is_title and token.is_alpha and len(token.text) > 1)
