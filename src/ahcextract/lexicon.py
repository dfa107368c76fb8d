"""The lexicon of stance cues: data/cues.toml and a profile's additions, inflected."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Literal, NamedTuple

from ahcextract.errors import InputError

Kind = Literal["verb", "noun", "predicative", "operation", "evaluation", "effect", "impact"]
Form = Literal["base", "s", "ing", "ed", "singular", "plural", "fixed"]

KEYS = frozenset({"stance", "kind", "op", "words", "light", "bare", "noun", "negated"})
KINDS = frozenset({"verb", "noun", "predicative", "operation", "evaluation", "effect", "impact"})
STANCES = frozenset({"support", "oppose", "propose", "concern", "neutral", "with"})
OPERATIONS = frozenset(
    "delete retain change bracket unbracket vote clarify prefer denied able".split()
)
_POSSESSIVES = ("its", "their", "his", "her", "our", "full", "considerable")
_REFLEXIVES = ("itself", "themselves", "himself", "herself")


@dataclass(frozen=True, slots=True)
class Cue:
    """One reading of a cue's surface form.

    Attributes:
        stance: what an actor does who says it of a text.
        kind: how it stands in a sentence.
        op: for operations, what is done to the text.
        lemma: base form, as in the data.
        form: inflection of its first word.
        light: for nouns, whether a light verb turns it into a statement ("voiced concern").
        bare: for verbs, whether it may stand without anything behind it.
        negated: for judgements of a quality, the stance of "not ...".
    """

    stance: str
    kind: Kind
    op: str | None
    lemma: str
    form: Form
    light: bool = True
    bare: bool = False
    negated: str | None = None


class Spotted(NamedTuple):
    """A cue in a text.

    Attributes:
        start: its first token in the block.
        end: token behind its last.
        readings: what it may mean.
    """

    start: int
    end: int
    readings: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Parted:
    """A cue whose object may stand in its middle.

    Attributes:
        verb: token of the block.
        particle: token of the block.
        readings: of the two together.
    """

    verb: int
    particle: int
    readings: tuple[Cue, ...]


def inflect_verb(word: str, irregular: Mapping[str, Sequence[str]]) -> Iterable[tuple[str, Form]]:
    """All forms of a verb with their kinds, the base form first.

    Regular spelling as in Quirk et al. 1985, 3.5-3.10, without consonant doubling: verbs that
    double stand in the irregular table.
    """
    yield word, "base"
    if word in irregular:
        for form in irregular[word]:
            kind: Form = "s" if form.endswith("s") else "ing" if form.endswith("ing") else "ed"
            yield form, kind
        if not any(f for f in irregular[word] if not f.endswith(("s", "ing"))):
            yield word, "ed"
        return
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield word + "es", "s"
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        yield word[:-1] + "ies", "s"
    else:
        yield word + "s", "s"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        yield word[:-1] + "ing", "ing"
        yield word + "d", "ed"
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        yield word + "ing", "ing"
        yield word[:-1] + "ied", "ed"
    else:
        yield word + "ing", "ing"
        yield word + ("d" if word.endswith("e") else "ed"), "ed"


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _expand(phrase: str) -> Iterable[str]:
    """`one's` and `oneself` stand for every pronoun of their kind."""
    for blank, words in (("one's", _POSSESSIVES), ("oneself", _REFLEXIVES)):
        if blank in phrase:
            return [phrase.replace(blank, word) for word in words]
    return [phrase]


def _forms(
    entry: Mapping[str, Any], word: str, irregular: Mapping[str, Sequence[str]]
) -> Iterable[tuple[str, Form]]:
    kind = entry["kind"]
    if kind in {"predicative", "evaluation"}:
        return [(word, "fixed")]
    if kind == "noun" or entry.get("noun"):
        first, *rest = word.split(" ")
        tail = " " + " ".join(rest) if rest else ""
        return [(word, "singular"), (_plural(first) + tail, "plural")]
    first, *rest = word.split(" ")
    tail = " " + " ".join(rest) if rest else ""
    return [(form + tail, kind_) for form, kind_ in inflect_verb(first, irregular)]


def _check(entry: Mapping[str, Any], where: str) -> None:
    unknown = sorted(set(entry) - KEYS)
    if unknown:
        raise InputError(
            f"unknown key '{unknown[0]}' in [[cue]]",
            where=where,
            hint=f"known keys: {', '.join(sorted(KEYS))}",
        )
    for key, known in (("stance", STANCES), ("kind", KINDS)):
        if entry.get(key) not in known:
            raise InputError(
                f"[[cue]] {key} is {entry.get(key)!r}",
                where=where,
                hint=f"use one of {', '.join(sorted(known))}",
            )
    if entry.get("op") is not None and entry["op"] not in OPERATIONS:
        raise InputError(
            f"[[cue]] op is {entry['op']!r}",
            where=where,
            hint=f"use one of {', '.join(sorted(OPERATIONS))}",
        )
    if not entry.get("words"):
        raise InputError("[[cue]] has no words", where=where, hint="list at least one")


def compile_cues(
    entries: Iterable[Mapping[str, Any]],
    irregular: Mapping[str, Sequence[str]],
    where: str = "cues",
) -> dict[str, tuple[Cue, ...]]:
    """Surface form (lower case, single spaces) to its readings, in the order of the data.

    Raises:
        InputError: an entry has an unknown key, stance, kind or operation.
    """
    table: dict[str, list[Cue]] = {}
    for entry in entries:
        _check(entry, where)
        for word in entry["words"]:
            for surface, form in _forms(entry, word, irregular):
                cue = Cue(
                    entry["stance"],
                    entry["kind"],
                    entry.get("op"),
                    word,
                    form,
                    entry.get("light", True),
                    entry.get("bare", False),
                    entry.get("negated"),
                )
                for variant in _expand(surface):
                    readings = table.setdefault(variant, [])
                    if cue not in readings:
                        readings.append(cue)
    return {surface: tuple(readings) for surface, readings in table.items()}


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Any]:
    text = resources.files("ahcextract").joinpath("data/cues.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def load_cues(
    extra: Iterable[Mapping[str, Any]] = (), where: str = "profile"
) -> dict[str, tuple[Cue, ...]]:
    """The shipped lexicon with a profile's own cues behind it.

    Args:
        extra: `[[cues]]` entries of a profile.
        where: the profile's file, for errors.
    """
    shipped = _shipped()
    table = compile_cues(shipped["cue"], shipped["forms"], "data/cues.toml")
    for surface, readings in compile_cues(extra, shipped["forms"], where).items():
        table[surface] = (*table.get(surface, ()), *readings)
    return table
