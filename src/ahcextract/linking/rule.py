"""An entry of the catalogue of rules (rules.py)."""

from dataclasses import dataclass

Expected = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction.

    Attributes:
        name: as records carry it.
        construction: what it reads, in one plain sentence.
        example: an invented text in which it fires.
        records: (actor, stance, target) of every record of the example, in text order.
        profile: the example is read by.
    """

    name: str
    construction: str
    example: str
    records: tuple[Expected, ...]
    profile: str = "ahc"
