"""Finds the treaty a reference belongs to: "of the Budapest Convention", "FCCC Article 4"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol


class InstrumentNames(Protocol):
    """A treaty and what the texts call it."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names as written, with or without "the"."""
        ...


class Instrument(InstrumentNames, Protocol):
    """Another treaty than the one under negotiation."""

    @property
    def id(self) -> str:
        """Slug behind the `@` of a target."""
        ...


class ProvisionProfile(Protocol):
    """What provision matching needs of a profile."""

    @property
    def own(self) -> InstrumentNames:
        """The treaty under negotiation."""
        ...

    @property
    def instruments(self) -> Sequence[Instrument]:
        """Other treaties."""
        ...


@dataclass(frozen=True, slots=True)
class Owner:
    """The instrument that a reference names.

    Attributes:
        id: slug of another instrument; None for the treaty under negotiation.
        start: offset of its name's first character.
        end: offset behind the name.
    """

    id: str | None
    start: int
    end: int


_OF = re.compile(r"\s+(?P<word>of|in|under)\s+(?P<det>(?:the|this|that|its|their|our)\s+)?", re.I)
# Kinds of legal text, by which a capitalized name that no profile lists is known as one.
_KINDS = frozenset(
    {
        "convention",
        "covenant",
        "treaty",
        "charter",
        "declaration",
        "protocol",
        "agreement",
        "act",
        "code",
        "constitution",
        "directive",
        "regulation",
        "statute",
        "law",
        "accord",
        "compact",
    }
)
_GENERIC = frozenset(
    {
        "draft",
        "un",
        "united",
        "nations",
        "new",
        "proposed",
        "present",
        "future",
        "revised",
        "convention",
        "treaty",
        "text",
    }
)
_EXTENDING = re.compile(r"\s+(?:on|of|against|to|relating|concerning)\s")
_QUALIFIED = re.compile(r"(?:[A-Z][\w'-]*[a-z]\s+)+$")
_NO_QUALIFIER = {
    "the",
    "in",
    "under",
    "on",
    "of",
    "for",
    "regarding",
    "as",
    "per",
    "draft",
    "both",
    "with",
    "while",
    "by",
    "to",
}
_SMALL = frozenset(
    {"of", "on", "and", "the", "for", "against", "to", "in", "relating", "concerning", "by"}
)
_LAW = re.compile(
    r"(?:(?:criminal|penal|civil|labou?r|national|domestic|federal|procedure|procedural)\s+)*"
    r"(?:code|constitution|law|statute|act)\b"
)
_ACRONYM = re.compile(
    r"[A-Z]{3,}(?:-[A-Z]+)*\b(?!'s|\s+(?:proposal|draft|text|paper|submission|position|amendment|version|compromise|non-paper|delegation|statement|group)\b)"
)
_WORD = re.compile(r"[^\W_][\w'.-]*(?<![.'])")
_LONGEST_NAME = 14
_REACH = 90


class Instruments:
    """The instruments of a profile, found behind or in front of a reference.

    Args:
        own: names of the treaty under negotiation.
        others: id and names of each other treaty.
    """

    def __init__(
        self, own: tuple[str, ...], others: tuple[tuple[str, tuple[str, ...]], ...]
    ) -> None:
        self._ids: dict[str, str | None] = {}
        for slug, aliases in others:
            self._ids.update({_key(name): slug for name in aliases})
        self._ids.update({_key(name): None for name in own})
        names = sorted((re.escape(n).replace(r"\ ", r"\s+") for n in self._ids), key=len)
        body = "|".join(reversed(names)) or r"(?!)"
        self._at = re.compile(rf"(?:{body})(?!\w)", re.I)
        self._before = re.compile(rf"(?<!\w)(?P<name>{body})(?:'s|')?\s+(?:draft\s+)?$", re.I)

    def after(self, text: str, pos: int) -> Owner | None:
        """Owner named by "of …" at `pos`; None if nothing names one there."""
        of = _OF.match(text, pos)
        if not of:
            return None
        known = self._at.match(text, of.end())
        # A heading in capitals has no lower-case "of": there capitals say nothing.
        name = _capitalized(text, of.end()) if of["word"] == "of" else None
        if name and known and not _EXTENDING.match(text, known.end()):
            # "the Protocol for the Second Period" is the Protocol.
            name = None
        if name and name > (known.end() if known else 0):
            words = text[of.end() : name]
            if {*words.lower().split()} <= _GENERIC:
                return Owner(None, pos, name)
            return Owner(_slug(words), pos, name)
        if known:
            return Owner(self._ids[_key(known.group())], pos, known.end())
        law = _LAW.match(text, of.end()) if of["word"] == "of" and of["det"] else None
        return Owner(_slug(law.group()), pos, law.end()) if law else None

    def before(self, text: str, pos: int) -> Owner | None:
        """Owner whose name ends just in front of `pos`: "Protocol Article 3.14"."""
        begin = max(0, pos - _REACH)
        match = self._before.search(text[begin:pos])
        if match is None:
            return None
        start = begin + match.start("name")
        # "Vienna Convention Article 31" is no article of "the Convention".
        qualified = _QUALIFIED.search(text, begin, start)
        if qualified and not {*qualified.group().lower().split()} <= _NO_QUALIFIER:
            return Owner(
                _slug(text[qualified.start() : start] + match["name"]), qualified.start(), pos
            )
        return Owner(self._ids[_key(match["name"])], start, pos)


def instruments_of(profile: ProvisionProfile) -> Instruments:
    """The instruments of a profile; built once for the same names."""
    others = tuple((other.id, tuple(other.names)) for other in profile.instruments)
    return _built(tuple(profile.own.names), others)


@lru_cache(maxsize=16)
def _built(own: tuple[str, ...], others: tuple[tuple[str, tuple[str, ...]], ...]) -> Instruments:
    return Instruments(own, others)


def _key(name: str) -> str:
    """Names compare without case, white space runs and leading "the"."""
    return " ".join(name.lower().split()).removeprefix("the ")


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _capitalized(text: str, pos: int) -> int | None:
    """End of a capitalized name at `pos` that calls itself a legal text, or of an acronym."""
    acronym = _ACRONYM.match(text, pos)
    end, kind, at = None, False, pos
    for _ in range(_LONGEST_NAME):
        word = _WORD.match(text, at)
        if not word:
            break
        if word.group()[0].isupper() or word.group()[0].isdigit():
            kind = kind or word.group().lower() in _KINDS
            end = word.end() if kind else end
        elif word.group() not in _SMALL:
            break
        if text[word.end() : word.end() + 1] != " ":
            break
        at = word.end() + 1
    if end is None and acronym:
        return acronym.end()
    return end
