"""Profiles: what one negotiation adds to the grammar (actors, instruments, topics, cues)."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ahcextract.errors import InputError

if TYPE_CHECKING:  # mentions.py imports spaCy, which a command that only checks need not wait for
    from ahcextract.mentions import ActorType

_DATA = ("common.toml", "states.json", "cues.toml")


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty or the like.

    Attributes:
        id: stands in `article:6@id`.
        names: as texts call it.
        sibling: negotiated together with the profile's own, so that a bare "Article 3" is its
            article 3 where an issue has named that one.
    """

    id: str
    names: tuple[str, ...]
    sibling: bool = False


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An actor known by name.

    Attributes:
        id: ISO 3166-1 alpha-3, group code, `CHAIR` or slug.
        type: as in the record.
        name: display name.
        aliases: all names. A capital must be a capital in the text, any other letter may be
            either ("US" is not "us", "African Group" is also "AFRICAN GROUP").
        adjectives: of states, the nationality ("Mexican").
    """

    id: str
    type: "ActorType"
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of the negotiation with the phrases that name it."""

    slug: str
    phrases: tuple[str, ...]
    name: str
    passing: frozenset[str] = frozenset()
    general: bool = False
    counted: bool = False
    part: bool = False
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """One negotiation.

    Attributes:
        name: "ahc".
        title: what is negotiated, for people.
        own: the treaty under negotiation.
        instruments: other instruments.
        actors: groups, organizations and titles of the chair.
        states: the world's states.
        topics: most specific first.
        headings: extra regular expressions for issue headings, with the named groups
            `number`, `title` and `date` (any of them).
        cues: `[[cues]]` entries, shaped as in data/cues.toml.
        not_actors: phrases that contain or equal an actor's name and are none.
        officers: titles of whoever speaks for the organization or group named before them.
        collectives: nouns that make a collective with a quantity ("many delegations").
        bare_collectives: those that do so alone ("delegates").
        known_names: capitalized words of which no unknown organization is made.
        organization_nouns: capitalized words that make an organization of those around them.
        namesakes: codes of states whose name is also a person's.
        compounds_before: words that make another name with a state's behind them ("Bank of").
        compounds_after: likewise, with the state's name before them ("Canal").
        digest: SHA-256 of everything here that influences the output, in hex.
        path: the file it was read from.
    """

    name: str
    title: str
    own: Instrument
    instruments: tuple[Instrument, ...]
    actors: tuple[NamedActor, ...]
    states: tuple[NamedActor, ...]
    topics: tuple[Topic, ...]
    headings: tuple[str, ...]
    cues: tuple[Mapping[str, Any], ...]
    not_actors: tuple[str, ...]
    officers: tuple[str, ...]
    collectives: tuple[str, ...]
    bare_collectives: tuple[str, ...]
    known_names: tuple[str, ...]
    organization_nouns: tuple[str, ...]
    namesakes: frozenset[str]
    compounds_before: tuple[str, ...]
    compounds_after: tuple[str, ...]
    digest: str
    path: str

    @property
    def general(self) -> frozenset[str]:
        """Slugs of the topics that fit everything and so say least."""
        return frozenset(topic.slug for topic in self.topics if topic.general)

    @property
    def counted(self) -> frozenset[str]:
        """Slugs of the topics that are numbers, which a bare number is on."""
        return frozenset(topic.slug for topic in self.topics if topic.counted)

    @property
    def parts(self) -> frozenset[str]:
        """Slugs of the topics that are a part of the treaty, spoken of as an article is."""
        return frozenset(topic.slug for topic in self.topics if topic.part)

    @property
    def under(self) -> dict[str, tuple[str, ...]]:
        """By slug, topics under whose heading its phrases name them."""
        return {topic.slug: topic.under for topic in self.topics if topic.under}


def profile_names() -> list[str]:
    """Names of the profiles that come with the program, sorted."""
    folder = resources.files("ahcextract").joinpath("profiles")
    return sorted(
        f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml")
    )


def load_profile(name_or_path: str | Path) -> Profile:
    """The profile of that name, or in that file (`.toml`); read once, then remembered.

    Raises:
        InputError: unknown name, unreadable file, or a mistake in it: an unknown key, a
            duplicate alias, a bad slug or regular expression, each with file and line.
    """
    given = str(name_or_path)
    if given in profile_names():
        return _shipped(given)
    path = Path(given)
    if path.suffix != ".toml" and not path.is_file():
        raise InputError(
            f"no profile '{given}'",
            hint=f"known profiles: {', '.join(profile_names())}; or give the path of a .toml file",
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot read the profile ({error.strerror})",
            where=given,
            hint=f"known profiles: {', '.join(profile_names())}",
        ) from None
    return _parsed(path.stem, given, data)


@lru_cache(maxsize=8)
def _shipped(name: str) -> Profile:
    file = resources.files("ahcextract").joinpath("profiles", f"{name}.toml")
    return _parsed(name, f"profiles/{name}.toml", file.read_bytes())


@lru_cache(maxsize=8)
def _parsed(name: str, where: str, data: bytes) -> Profile:
    from ahcextract.profile_reading import read_profile

    return read_profile(name, where, data, _digest(data))


def _digest(data: bytes) -> str:
    """Of the profile's file and the shipped data."""
    digest = hashlib.sha256(data)
    for file in _DATA:
        digest.update(resources.files("ahcextract").joinpath("data", file).read_bytes())
    return digest.hexdigest()
