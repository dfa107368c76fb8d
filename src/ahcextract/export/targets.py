"""Target ids as people read and sort them."""

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class TargetName:
    """A target id taken apart.

    Attributes:
        id: `article:14.3(b)`.
        kind: `article`.
        label: "Article 14.3(b)".
        parent: the provision it is part of, `article:14`; itself where it is no part.
        instrument: id of another instrument; None for the treaty under negotiation.
        order: sorts as the text does, article 9 before article 14.
    """

    id: str
    kind: str
    label: str
    parent: str
    instrument: str | None
    order: tuple[int, str, str]


_KINDS = ("preamble", "chapter", "article", "resolution", "topic", "actor")


def target_name(target: str) -> TargetName:
    """Take a target id apart.

    Args:
        target: as in a record.
    """
    kind, _, rest = target.partition(":")
    number, _, instrument = rest.partition("@")
    main = re.split(r"[.(]", number, maxsplit=1)[0]
    parent = target
    if kind in {"article", "preamble", "resolution"} and main:
        parent = f"{kind}:{main}" + (f"@{instrument}" if instrument else "")
    padded = _NUMBER.sub(lambda m: m[0].zfill(6), number)
    return TargetName(
        id=target,
        kind=kind,
        label=_label(kind, number, instrument),
        parent=parent,
        instrument=instrument or None,
        order=(_KINDS.index(kind) if kind in _KINDS else len(_KINDS), instrument, padded),
    )


def _label(kind: str, number: str, instrument: str) -> str:
    if kind == "topic":
        return number.replace("-", " ")
    if kind == "actor":
        return f"stand of {number}"
    if kind in {"preamble", "resolution"} and number:
        label = f"{kind.capitalize()}, paragraph {number}"
    else:
        label = f"{kind.capitalize()} {number}".strip()
    return f"{label} ({instrument})" if instrument else label
