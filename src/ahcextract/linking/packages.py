"""A package of listed issues: whoever judges it judges each of them."""

from ahcextract.linking.context import Place
from ahcextract.linking.named import UNRESOLVED, Named

_PACKAGES = frozenset({"package", "bundle", "deal"})
# What stands between the package and what is in it; "a package for the General Assembly" lists
# nothing.
_LISTS = frozenset("on of with covering comprising including containing about combining :".split())
_WITHIN = 8
_DEFINITE = frozenset({"the", "this", "that", "her", "his", "chair", "'s", "whole", "entire"})


def packed(named: Named) -> Place | None:
    """What a sentence says to be in a package ("a package on the title and article 24")."""
    s, memory = named.s, named.memory
    words = s.block.words
    if _PACKAGES.isdisjoint(words[s.start : s.end]):
        return None
    at = next(k for k in range(s.start, s.end) if words[k] in _PACKAGES)
    if _LISTS.isdisjoint(words[at + 1 : min(at + 1 + _WITHIN, s.end)]):
        return None
    inside = [i for i, unit in enumerate(s.units) if unit.start > at and unit.targets]
    ids = tuple(t.id for t in named.provisions_in(inside) if t.id != UNRESOLVED)
    topics = [t.label_ for t in named.telling_spans() if t.start > at]
    if ids:  # A topic beside a number only says what the article is on.
        topics = [slug for slug in topics if slug in memory.parts]
    if len(ids) + len(topics) < 2:
        return None
    return Place(ids, tuple(dict.fromkeys(topics)), s.place(at, at + 1), s.number)


def unpacked(named: Named, zone: tuple[int, ...]) -> Place | None:
    """What is in the package that `zone` speaks of, if the issue has said it."""
    s, package = named.s, named.memory.package
    if package is None or not zone:
        return None
    for unit in zone[:6]:
        if s.words[unit] in _PACKAGES and (
            _DEFINITE & {s.words[k] for k in s.kids(unit, "det", "poss", "amod")}
            or any(s.is_actor(k) for k in s.kids(unit, "poss"))
        ):
            return package if not any(s.units[u].targets for u in zone) else None
    return None
