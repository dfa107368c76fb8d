"""Actor lists, provision lists and parentheses of a sentence, grouped before it is parsed.

The small English model goes wrong where these bulletins are dense (docs/architecture.md), so a
sentence is cut into units first: a list of actors with its asides, a list of provisions with
its glosses, a short quotation, or a plain word. Units are grammar only: who stands in a list is
the matchers' knowledge, that it is a list is read here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ahcextract.mentions import ActorRef, ProvisionRef

Relation = str
UnitKind = Literal["word", "actors", "provisions", "quote"]


@dataclass(frozen=True, slots=True)
class Member:
    """One actor of a list.

    Attributes:
        ref: who.
        start: first token in the block's doc.
        end: token behind the last.
        spoken_by: id of the state that spoke for this group ("A, for the G").
        on_behalf_of: phrase naming no known group ("A, on behalf of 20 countries").
    """

    ref: ActorRef
    start: int
    end: int
    spoken_by: str | None = None
    on_behalf_of: str | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """Actors set beside a statement: "supported by B", "opposed by C", "with D".

    Attributes:
        relation: stance of the participle or noun that introduces it, or `with`.
        members: its actors.
        start: first token of the aside, its introducing words included.
        end: token behind it.
        cue: tokens of the introducing words, end exclusive.
    """

    relation: Relation
    members: tuple[Member, ...]
    start: int
    end: int
    cue: tuple[int, int]


@dataclass(slots=True)
class Unit:
    """One token of the short sentence. Offsets are tokens of the block's doc, end exclusive.

    A unit that stands for a word left out of the text covers no token, or a colon (noted.py).
    """

    kind: UnitKind
    start: int
    end: int
    members: tuple[Member, ...] = ()
    asides: Sequence[Aside] = ()
    targets: tuple[ProvisionRef, ...] = ()
    spelled: str | None = None


@dataclass(frozen=True, slots=True)
class Lifted:
    """Something taken out of the short sentence, with the unit it stood behind (-1: none)."""

    after: int
    start: int
    end: int
    members: tuple[Member, ...] = ()
    relation: Relation | None = None
    cue: tuple[int, int] | None = None


def is_uncounted(member: Member) -> bool:
    """`many states`: a collective without a number."""
    return member.ref.form == "collective" and member.ref.count is None


def is_others(member: Member) -> bool:
    """`others`, `several other states`: no record of their own beside a named member."""
    words = member.ref.name.lower().split()
    return is_uncounted(member) and ("others" in words or "other" in words[:2])
