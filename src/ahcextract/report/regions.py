"""Groups of states for the page's filter: United Nations regions, members of the European Union."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Region:
    """A group of states by membership.

    Attributes:
        id: slug.
        name: display name.
        members: ISO 3166-1 alpha-3 codes.
    """

    id: str
    name: str
    members: frozenset[str]


@cache
def regions() -> tuple[Region, ...]:
    """The groups of `data/regions.toml`, in the file's order."""
    text = (files("ahcextract") / "data" / "regions.toml").read_text(encoding="utf-8")
    return tuple(
        Region(group["id"], group["name"], frozenset(group["members"].split()))
        for group in tomllib.loads(text)["group"]
    )
