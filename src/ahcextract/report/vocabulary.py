"""Words, colours and shapes of the page: one place for how a stance or a target is shown."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StanceLook:
    """How one stance is shown: never by its colour alone.

    Attributes:
        id: value in the record.
        verb: what the actor does, for sentences ("supports").
        symbol: character that stands for it in text and plots.
        shape: Vega shape that looks like the symbol.
        light: colour on a light page (Okabe-Ito, told apart by colour-blind readers).
        dark: colour on a dark page.
    """

    id: str
    verb: str
    symbol: str
    shape: str
    light: str
    dark: str


STANCES = (
    StanceLook("support", "supports", "▲", "triangle-up", "#0072b2", "#56b4e9"),
    StanceLook("propose", "puts forward text on", "◆", "diamond", "#00805c", "#2ec19a"),
    StanceLook("concern", "is concerned about", "■", "square", "#b37400", "#f0b848"),
    StanceLook("oppose", "opposes", "▼", "triangle-down", "#d04a02", "#ff8c52"),
    StanceLook("neutral", "speaks on", "●", "circle", "#6e6e78", "#a9a9b4"),
)
STANCE_INDEX = {look.id: n for n, look in enumerate(STANCES)}

AGREE = ("#0072b2", "#56b4e9")
"""Colour of agreement, light and dark page."""

DISAGREE = ("#d04a02", "#ff8c52")
"""Colour of disagreement, light and dark page."""

_KINDS = ("preamble", "chapter", "article", "resolution", "topic", "actor")
_LONG = {
    "article": "article",
    "preamble": "preamble",
    "resolution": "resolution",
    "chapter": "chapter",
}
_UNKNOWN = {
    "topic:unresolved": ("a provision that was not identified", "not identified"),
    "topic:other": ("other topics", "other topics"),
}
_SHORT = {"preamble": "Pre.", "resolution": "Res.", "chapter": "Ch."}


def target_label(target: str, names: dict[str, str]) -> tuple[str, str]:
    """A target in words: in full ("article 14.3(b)") and short, for a column's head ("14.3(b)").

    Args:
        target: target id.
        names: display names of actors by id.
    """
    kind, _, rest = target.partition(":")
    if kind == "actor":
        return f"stand of {names.get(rest, rest)}", f"→ {rest}"
    if target in _UNKNOWN:
        return _UNKNOWN[target]
    if kind == "topic":
        words = rest.replace("-", " ")
        return words, words
    rest, at, instrument = rest.partition("@")
    of = f" ({instrument})" if at else ""
    full = f"{_LONG.get(kind, kind)} {rest}".strip() + of
    return full, (f"{_SHORT[kind]} {rest}".strip() if kind in _SHORT else rest) + of


def whole(target: str) -> str:
    """The article, or other whole, that a target is part of: `article:14.3(b)` → `article:14`."""
    kind, _, rest = target.partition(":")
    if kind == "article":
        number = re.match(r"\d+[a-z]*", rest)
        _, at, instrument = rest.partition("@")
        return f"article:{number.group() if number else rest}{at}{instrument}"
    return kind if kind in {"preamble", "resolution"} else target


def number_order(target: str) -> tuple[object, ...]:
    """Sort key that puts targets in the order of the treaty: article 6.2 before 6.10 before 14."""
    kind, _, rest = target.partition(":")
    rest, _, instrument = rest.partition("@")
    rank = _KINDS.index(kind) if kind in _KINDS else len(_KINDS)
    # Numbers before words, so that the parts can be compared at all.
    parts = tuple(
        (0, int(part), "") if part.isdigit() else (1, 0, part)
        for part in re.findall(r"\d+|[^\d.()]+", rest)
    )
    return (bool(instrument), rank, parts, instrument)
