"""Reading and checking of a profile's file; mistakes are reported with file and line."""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from ahcextract.errors import InputError
from ahcextract.profile import Instrument, NamedActor, Profile, Topic
from ahcextract.profile_source import (
    Source,
    Taken,
    both,
    entries,
    head,
    string,
    strings,
    strings_of,
)

if TYPE_CHECKING:
    from ahcextract.mentions import ActorType

_LISTS = (
    "chairs",
    "officers",
    "collectives",
    "bare_collectives",
    "not_actors",
    "known_names",
    "organization_nouns",
    "headings",
)
_WORLD = ("namesakes", "compounds_before", "compounds_after")
TABLES: Mapping[str, tuple[str, ...]] = {
    "own": ("id", "names"),
    "instruments": ("id", "names", "sibling"),
    "groups": ("id", "name", "aliases"),
    "organizations": ("id", "name", "aliases"),
    "topics": ("slug", "name", "phrases", "passing", "general", "counted", "part", "under"),
    "cues": (),  # checked by the lexicon
}
KEYS = ("title", "without", *_LISTS, *_WORLD, *TABLES)
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Z][A-Z0-9_]+")
_HEADING_GROUPS = frozenset({"number", "title", "date"})


def read_profile(name: str, where: str, data: bytes, digest: str) -> Profile:
    """A profile from its file, with the data that every negotiation shares.

    Args:
        name: of the profile.
        where: its file, for errors.
        data: the file's bytes.
        digest: of everything that influences the output.

    Raises:
        InputError: with file and line.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("not UTF-8", where=where, hint="save the profile as UTF-8") from None
    source, common = Source(where, text), _common()
    _check_keys(source)
    states = load_states()
    actors = _actors(source, common, states)
    return Profile(
        name=name,
        title=string(source, source.tables, "title", None, None) or name,
        own=_own(source),
        instruments=_instruments(source),
        actors=actors,
        states=states,
        topics=_topics(source),
        headings=_headings(source),
        cues=_cues(source),
        not_actors=(
            *strings_of(common, "not_actors"),
            *_territories(),
            *strings_of(source, "not_actors"),
        ),
        officers=both(common, source, "officers"),
        collectives=both(common, source, "collectives"),
        bare_collectives=both(common, source, "bare_collectives"),
        known_names=both(common, source, "known_names"),
        organization_nouns=both(common, source, "organization_nouns"),
        namesakes=frozenset(both(common, source, "namesakes")),
        compounds_before=both(common, source, "compounds_before"),
        compounds_after=both(common, source, "compounds_after"),
        digest=digest,
        path=where,
    )


@lru_cache(maxsize=1)
def _common() -> Source:
    text = resources.files("ahcextract").joinpath("data/common.toml").read_text(encoding="utf-8")
    return Source("data/common.toml", text)


@lru_cache(maxsize=1)
def _world() -> Any:
    text = resources.files("ahcextract").joinpath("data/states.json").read_text(encoding="utf-8")
    return json.loads(text)


@lru_cache(maxsize=1)
def load_states() -> tuple[NamedActor, ...]:
    """The world's states with all their names, in the order of their codes."""
    return tuple(
        NamedActor(code, "state", e["name"], tuple(e["names"]), tuple(e["adjectives"]))
        for code, e in _world()["states"].items()
    )


def _territories() -> tuple[str, ...]:
    return tuple(_world()["territories"])


def _check_keys(source: Source) -> None:
    for key in source.tables:
        if key not in KEYS:
            raise InputError(
                f"unknown key '{key}'",
                where=source.at(source.key_line(key)),
                hint=f"known keys: {', '.join(sorted(KEYS))}",
            )
    for table, known in TABLES.items():
        for index, entry in entries(source, table):
            for key in entry if known else ():
                if key not in known:
                    raise InputError(
                        f"unknown key '{key}' in {head(table)}",
                        where=source.at(source.key_line(key, table, index)),
                        hint=f"known keys: {', '.join(known)}",
                    )


def _id(
    source: Source,
    table: str,
    index: int,
    entry: Mapping[str, Any],
    key: str,
    form: re.Pattern[str],
) -> str:
    """The entry's id, which must be there and have the right form."""
    value = string(source, entry, key, table, index)
    if value is None:
        raise InputError(
            f"{head(table)} without '{key}'", where=source.at(source.table_line(table, index))
        )
    if not form.fullmatch(value):
        wanted = "a code such as 'ARAB_GROUP'" if form is _CODE else "a slug such as 'world-bank'"
        raise InputError(
            f"bad {key} '{value}' in {head(table)}",
            where=source.at(source.key_line(key, table, index)),
            hint=f"use {wanted}",
        )
    return value


def _take_all(
    source: Source, taken: Taken, owner: str, names: tuple[str, ...], table: str, index: int
) -> None:
    for position, name in enumerate(names):
        nth = names[:position].count(name)
        if nth:
            first = source.at(source.text_line(name, table, index))
            raise InputError(
                f"duplicate '{name}' of '{owner}', also at {first}",
                where=source.at(source.text_line(name, table, index, nth)),
                hint="keep one of them",
            )
        taken.take(
            name,
            owner,
            lambda name=name: source.at(source.text_line(name, table, index)),  # type: ignore[misc]
        )


def _actors(
    source: Source, common: Source, states: tuple[NamedActor, ...]
) -> tuple[NamedActor, ...]:
    """Groups, organizations and chairs: the profile's and the common ones, merged by id."""
    taken, merged = Taken("alias"), dict[str, NamedActor]()
    for state in states:
        for alias in (*state.aliases, *state.adjectives):
            taken.take(alias, state.id, lambda: "data/states.json")
    codes = {state.id for state in states}
    without = _without(source, common)
    for file in (common, source):
        for table, type_, form in (
            ("groups", "group", _CODE),
            ("organizations", "organization", _SLUG),
        ):
            for index, entry in entries(file, table):
                id_ = _id(file, table, index, entry, "id", form)
                if id_ in codes:
                    raise InputError(
                        f"'{id_}' is the code of a state",
                        where=file.at(file.key_line("id", table, index)),
                        hint="choose another, such as one with '_GROUP'",
                    )
                if file is common and id_ in without:
                    continue
                aliases = strings(file, entry, "aliases", table, index)
                _take_all(file, taken, id_, aliases, table, index)
                name = string(file, entry, "name", table, index)
                merged[id_] = _merge(merged.get(id_), id_, type_, name, aliases)  # type: ignore[arg-type]
    chairs = both(common, source, "chairs")
    return (*merged.values(), NamedActor("CHAIR", "chair", "Chair", chairs))


def _without(source: Source, common: Source) -> frozenset[str]:
    """Ids of common actors that the profile does not want."""
    unwanted = frozenset(strings_of(source, "without"))
    known = {e["id"] for t in ("groups", "organizations") for _, e in entries(common, t)}
    for id_ in sorted(unwanted - known):
        raise InputError(
            f"'{id_}' in 'without' is no shared group or organization",
            where=source.at(source.key_line("without")),
            hint=f"known: {', '.join(sorted(known))}",
        )
    return unwanted


def _merge(
    old: NamedActor | None, id_: str, type_: "ActorType", name: str | None, aliases: tuple[str, ...]
) -> NamedActor:
    if old is None:
        display = name or (aliases[0] if aliases else id_)
        return NamedActor(id_, type_, display, aliases or (display,))
    return NamedActor(id_, type_, name or old.name, (*old.aliases, *aliases))


def _own(source: Source) -> Instrument:
    for index, entry in entries(source, "own"):
        id_ = _id(source, "own", index, entry, "id", _SLUG)
        return Instrument(id_, strings(source, entry, "names", "own", index))
    raise InputError("no [own]", where=source.where, hint="name the treaty under negotiation")


def _instruments(source: Source) -> tuple[Instrument, ...]:
    taken, found = Taken("name"), []
    for index, entry in entries(source, "instruments"):
        id_ = _id(source, "instruments", index, entry, "id", _SLUG)
        names = strings(source, entry, "names", "instruments", index)
        _take_all(source, taken, id_, names, "instruments", index)
        found.append(Instrument(id_, names, bool(entry.get("sibling", False))))
    return tuple(found)


def _topics(source: Source) -> tuple[Topic, ...]:
    taken, found = Taken("phrase"), []
    for index, entry in entries(source, "topics"):
        slug = _id(source, "topics", index, entry, "slug", _SLUG)
        phrases = strings(source, entry, "phrases", "topics", index)
        _take_all(source, taken, slug, phrases, "topics", index)
        name = string(source, entry, "name", "topics", index) or slug.replace("-", " ")
        passing = strings(source, entry, "passing", "topics", index)
        for phrase in passing:
            if phrase not in phrases:
                raise InputError(
                    f"'{phrase}' is passing, but no phrase of topic '{slug}'",
                    where=source.at(source.table_line("topics", index)),
                    hint="add it to phrases too",
                )
        general, counted = bool(entry.get("general")), bool(entry.get("counted"))
        part, under = bool(entry.get("part")), strings(source, entry, "under", "topics", index)
        found.append(Topic(slug, phrases, name, frozenset(passing), general, counted, part, under))
    known = {topic.slug for topic in found}
    for index, topic in enumerate(found):
        for slug in topic.under:
            if slug not in known:
                raise InputError(
                    f"'{slug}' is no topic of this profile",
                    where=source.at(source.table_line("topics", index)),
                    hint="under lists slugs of topics",
                )
    return tuple(found)


def _headings(source: Source) -> tuple[str, ...]:
    patterns = strings_of(source, "headings")
    for pattern in patterns:
        where = source.at(source.key_line("headings"))
        try:
            groups = frozenset(re.compile(pattern).groupindex)
        except re.error as error:
            raise InputError(f"bad regular expression '{pattern}': {error}", where=where) from None
        if not groups or not groups <= _HEADING_GROUPS:
            raise InputError(
                f"heading '{pattern}' has the named groups {', '.join(sorted(groups)) or 'none'}",
                where=where,
                hint="use at least one of (?P<number>…), (?P<title>…), (?P<date>…)",
            )
    return patterns


def _cues(source: Source) -> tuple[Mapping[str, Any], ...]:
    from ahcextract.lexicon import load_cues

    cues = tuple(entry for _, entry in entries(source, "cues"))
    for index, cue in enumerate(cues):
        load_cues((cue,), source.at(source.table_line("cues", index)))
    return cues
