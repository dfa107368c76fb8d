"""Lists behind a colon: "called for: A-ing X; not B-ing Y; and Z", each item its own."""

from ahcextract.linking.parse import Sentence
from ahcextract.linking.trees import move

_BARRED = frozenset({";", "that", "whether", "which", "including", "such", "following", "issues"})
_STRESSING = frozenset({"stressed", "emphasized", "emphasised", "underscored", "underlined"})
_AND = frozenset({"and", "or", "as", "well"})
_FURTHEST = 14


def colon_lists(s: Sentence) -> None:
    """Hang the items of a list behind a colon on the verb before it, and remember them."""
    if ":" not in s.words or ";" not in s.words:
        return
    for colon, word in enumerate(s.words):
        v = opener(s, colon) if word == ":" else None
        if v is None:
            continue
        items = segments(s, colon + 1)
        if len(items) < 2:
            return
        s.listed[v] = [hung(s, item, v, colon) for item in items]
        return


def opener(s: Sentence, colon: int) -> int | None:
    """The finite verb or participle of stance that a list behind a colon goes on with."""
    for v in range(colon - 1, max(colon - _FURTHEST, 0), -1):
        if s.words[v] in _BARRED or s.is_actor(v):
            return None
        readings = s.readings(v, "verb")
        if readings and readings[0].form in {"ed", "ing"} and not s.is_nominal(v):
            # What is only noted or said is read as one.
            stressed = s.words[v] in _STRESSING and v == colon - 1
            return v if readings[0].stance != "neutral" or stressed else None
    return None


def segments(s: Sentence, start: int) -> list[list[int]]:
    """What stands between semicolons from unit `start` on, without "and" and full stops."""
    out: list[list[int]] = [[]]
    for unit in range(start, len(s.words)):
        if s.words[unit] == ";":
            out.append([])
        elif out[-1] or s.words[unit] not in _AND:
            out[-1].append(unit)
    for item in out:
        while item and s.deps[item[-1]] == "punct":
            item.pop()
    return [item for item in out if item]


def hung(s: Sentence, item: list[int], v: int, colon: int) -> int:
    """The head of one item, hung on the verb with all of the item below it."""
    inside = set(item)
    first = next((u for u in item if s.words[u] not in {"not", "also"}), item[0])
    does = s.units[first].kind == "word" and (
        s.words[first].endswith("ing") or s.words[colon - 1] == "to"
    )
    tops = [u for u in item if s.heads[u] not in inside or s.heads[u] == u]
    nouns = [u for u in tops if s.deps[u] not in {"punct", "cc", "prep", "advmod", "mark"}]
    top = first if does else (nouns or tops or item)[0]
    for unit in range(len(s.words)):
        # What stands outside of the item hangs on nothing in it.
        if unit not in inside and s.heads[unit] in inside and unit != s.heads[unit]:
            if unit == v:
                above = next((u for u in range(v - 1, 0, -1) if s.kid(u, "nsubj")), v)
                move(s, v, above, "ROOT" if above == v else "advcl")
            else:
                move(s, unit, v, "dep")
    move(s, top, v, "xcomp" if does else "dobj")
    for unit in tops:
        if unit != top and s.deps[unit] != "punct":
            free = does and s.kid(top, "dobj") is None and s.deps[unit] in {"dobj", "nsubj", "conj"}
            move(s, unit, top, "neg" if s.words[unit] == "not" else "dobj" if free else "dep")
    return top
