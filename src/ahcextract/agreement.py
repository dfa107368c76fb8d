"""Who agrees with whom: signed weights between actors over what both took a stance on.

The one formula behind the report's agreement network and the `graphml` and `edges` exports.

1. **What is shared.** Two things can be agreed or disagreed on:

   - the *text* of a target (`article:14.3`, `topic:title`), over all issues given, which must be
     of one negotiation: article 14 of two treaties is two things;
   - one *proposal*: a target, the actor whose proposal it is, and the document and issue in
     which it was made (tomorrow's proposal of the same actor on the same article need not be
     today's). Actors who propose in one breath (the same cue, on the same target) own one
     proposal together. The stand of a whole actor (`actor:IRN`) counts as a proposal of that
     actor.

   `topic:other` and `topic:unresolved` are names for what is *not* known, so two stances on
   them are about nothing in common, unless both are on one proposal.
2. **An actor's sign** on a shared thing: support +1, oppose -1, concern -0.5; neutral has none.
   `propose` is no stance on the text as it stands, so it gives no sign on the text; it gives +1
   on one's own proposal. A stance with `proposal_by` is on that proposal, whose owner has +1
   there even where its own record is missing. Exception (guidelines 4.11 and 4.12: backing a
   deletion is `oppose` the deleted text): an `oppose` that names a proposal is on the text if
   the owner opposes the text in that issue too, and either proposes nothing on the target or
   has the same actor's support for what it proposes.
   Said twice in one issue counts once. Several signs are averaged: one that supports and
   opposes has 0, which is shared, and neither agreement nor disagreement.
3. **A pair** (a, b): for each shared thing s_a * s_b. `agree` counts the positive products,
   `disagree` the negative ones, `shared` all; `weight` is their sum, `normalised` is
   weight / shared, from -1 to +1. Agreement and disagreement are never netted in the counts.

`COLLECTIVE` ("many delegations") is not one actor and `CHAIR` speaks for none: neither has
pairs, though a proposal of the Chair can be shared by others.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any, NamedTuple

SIGNS: Mapping[str, float] = {"support": 1.0, "oppose": -1.0, "concern": -0.5}
"""The sign of a stance on what it is about; `propose` and `neutral` have none on the text."""

UNKNOWN_TARGETS = frozenset({"topic:other", "topic:unresolved"})
"""Targets that name no common thing."""

NO_SINGLE_ACTORS = frozenset({"COLLECTIVE", "CHAIR"})
"""Actors that are left out of pairs."""


class Item(NamedTuple):
    """What actors can agree or disagree on.

    Attributes:
        target: target id.
        proposal_by: owner of the proposal, of several the first by name; None for the text.
        document: of the proposal; None for the text.
        issue: of the proposal; None for the text.
    """

    target: str
    proposal_by: str | None = None
    document: str | None = None
    issue: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors (`a` before `b` by name) and what they share.

    Attributes:
        a: id of the one.
        b: id of the other.
        agree: number of items on which both lean the same way.
        disagree: number of items on which they lean opposite ways.
        shared: number of items on which both have a sign, a balanced one (0) included.
        weight: sum of the products of their signs.
        agree_on: targets of the items behind `agree`, sorted, each once.
        disagree_on: targets of the items behind `disagree`, sorted, each once.
    """

    a: str
    b: str
    agree: int
    disagree: int
    shared: int
    weight: float
    agree_on: tuple[str, ...]
    disagree_on: tuple[str, ...]

    @property
    def normalised(self) -> float:
        """`weight / shared`, from -1 (opposed on everything) to +1 (agreed on everything)."""
        return self.weight / self.shared


class _Stand(NamedTuple):
    """The fields of a record that matter here."""

    actor: str
    stance: str
    target: str
    proposal_by: str | None
    document: str | None
    issue: int | None
    breath: tuple[Any, ...]


def _stand(record: Any, level: Callable[[str], str]) -> _Stand:
    def get(name: str) -> Any:
        if isinstance(record, Mapping):
            return record.get(name)
        return getattr(record, name, None)

    actor, cue = get("actor"), get("cue_start")
    # Without offsets nothing shows that two proposals were made in one breath.
    breath = (actor,) if cue is None else (cue, get("cue_end"), get("point"))
    return _Stand(
        actor=actor,
        stance=get("stance"),
        target=level(get("target")),
        proposal_by=get("proposal_by"),
        document=get("document"),
        issue=get("issue"),
        breath=breath,
    )


class _Proposals:
    """What the records say of proposals: their owners, backers and deletions, by issue."""

    def __init__(self, stands: Iterable[_Stand]) -> None:
        self.proposed: set[tuple[Any, ...]] = set()
        self.opposed: set[tuple[Any, ...]] = set()
        self.backed: set[tuple[Any, ...]] = set()
        breaths: dict[tuple[Any, ...], set[str]] = {}
        for s in stands:
            place = (s.document, s.issue, s.target)
            if s.stance == "propose":
                self.proposed.add((*place, s.actor))
                breaths.setdefault((*place, *s.breath), set()).add(s.actor)
            elif s.stance == "oppose":
                self.opposed.add((*place, s.actor))
            elif s.stance == "support" and s.proposal_by:
                self.backed.add((*place, s.actor, s.proposal_by))
        self._first: dict[tuple[Any, ...], str] = {}
        for key, owners in breaths.items():
            if len(owners) > 1:
                self._join(key[:3], owners)

    def _join(self, place: tuple[Any, ...], owners: set[str]) -> None:
        first = min(self._first.get((*place, owner), owner) for owner in owners)
        for owner in owners:
            before = self._first.get((*place, owner), owner)
            for other in [k for k, v in self._first.items() if k[:3] == place and v == before]:
                self._first[other] = first
            self._first[(*place, owner)] = first

    def owner(self, stand: _Stand, owner: str) -> str:
        """The name under which `owner`'s proposal on the stand's target is known."""
        return self._first.get((stand.document, stand.issue, stand.target, owner), owner)

    def deletes(self, stand: _Stand) -> bool:
        """Whether an `oppose` that names a proposal backs the owner's deletion of the text."""
        place = (stand.document, stand.issue, stand.target)
        if stand.stance != "oppose" or (*place, stand.proposal_by) not in self.opposed:
            return False
        substitute = (*place, stand.proposal_by) in self.proposed
        return not substitute or (*place, stand.actor, stand.proposal_by) in self.backed


def _leanings(stand: _Stand, proposals: _Proposals) -> list[tuple[Item, str, float]]:
    """The signs that one record gives: of its actor, and of the owner of a proposal."""
    kind, _, named = stand.target.partition(":")
    if stand.stance == "propose":
        owner: str | None = stand.proposal_by or stand.actor
        sign: float | None = 1.0
    else:
        owner = named if kind == "actor" else stand.proposal_by
        sign = SIGNS.get(stand.stance)
        if owner is not None and proposals.deletes(stand):
            owner = None
    if sign is None:
        return []
    if owner is None:
        return [(Item(stand.target), stand.actor, sign)]
    first = proposals.owner(stand, owner)
    item = Item(stand.target, first, stand.document, stand.issue)
    if stand.actor == owner:
        return [(item, owner, sign)]
    return [(item, stand.actor, sign), (item, owner, 1.0)]


class Mark(NamedTuple):
    """One sign of an actor on an item, and the issue in which it was given."""

    document: str | None
    issue: int | None
    sign: float


def marks(
    records: Iterable[Any],
    *,
    level: Callable[[str], str] = str,
    without: Collection[str] = NO_SINGLE_ACTORS,
) -> dict[Item, dict[str, set[Mark]]]:
    """The signs before averaging: what `signs` of any choice of issues is the mean of.

    Args:
        records: see `signs`.
        level: see `signs`.
        without: see `signs`.
    """
    stands = [_stand(record, level) for record in records]
    proposals = _Proposals(stands)
    # A set: the same stance said twice in one issue counts once.
    said: dict[Item, dict[str, set[Mark]]] = {}
    for stand in stands:
        for item, actor, sign in _leanings(stand, proposals):
            if actor in without or (item.proposal_by is None and item.target in UNKNOWN_TARGETS):
                continue
            mark = Mark(stand.document, stand.issue, sign)
            said.setdefault(item, {}).setdefault(actor, set()).add(mark)
    return said


def signs(
    records: Iterable[Any],
    *,
    level: Callable[[str], str] = str,
    without: Collection[str] = NO_SINGLE_ACTORS,
) -> dict[Item, dict[str, float]]:
    """Where each actor leans on each item, from -1 to +1.

    Args:
        records: `Position`s or anything with these names as attributes or keys: actor, stance,
            target and, where known, proposal_by, document, issue, cue_start, cue_end, point.
        level: takes a target to the one it counts as, for example a paragraph to its article.
        without: actors to leave out.

    Returns:
        Items in order of their names, actors in order of theirs.
    """
    said = marks(records, level=level, without=without)
    return {
        item: {
            actor: sum(mark.sign for mark in made) / len(made)
            for actor, made in sorted(said[item].items())
        }
        for item in sorted(said, key=lambda i: tuple(map(str, i)))
    }


def pairs(
    records: Iterable[Any],
    *,
    level: Callable[[str], str] = str,
    without: Collection[str] = NO_SINGLE_ACTORS,
) -> list[Pair]:
    """All pairs of actors that share at least one item, sorted by name.

    For one issue, or one stretch of issues, pass its records alone.

    Args:
        records: see `signs`.
        level: see `signs`.
        without: see `signs`.
    """
    found: dict[tuple[str, str], list[tuple[str, float]]] = {}
    for item, leanings in signs(records, level=level, without=without).items():
        for (a, sign_a), (b, sign_b) in combinations(leanings.items(), 2):
            found.setdefault((a, b), []).append((item.target, sign_a * sign_b))
    return [_pair(a, b, found[a, b]) for a, b in sorted(found)]


def _pair(a: str, b: str, products: list[tuple[str, float]]) -> Pair:
    agree = [target for target, product in products if product > 0]
    disagree = [target for target, product in products if product < 0]
    return Pair(
        a=a,
        b=b,
        agree=len(agree),
        disagree=len(disagree),
        shared=len(products),
        weight=sum(product for _, product in products),
        agree_on=tuple(sorted(set(agree))),
        disagree_on=tuple(sorted(set(disagree))),
    )
