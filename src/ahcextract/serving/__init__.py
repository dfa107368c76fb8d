"""A local web site over the records: Datasette, with pages of its own."""

from collections.abc import Mapping
from typing import Any

DATABASE = "records"
"""Name of the database: the first part of every address of the site."""

STANCES: Mapping[str, str] = {
    "support": "+",
    "oppose": "−",
    "propose": "✎",
    "concern": "?",
    "neutral": "○",
}
"""A sign for each stance, so that colour is never alone."""

FACETS: tuple[Any, ...] = (
    "stance",
    "actor",
    "target",
    "issue",
    "actor_type",
    "target_kind",
    {"array": "topics"},
)
"""Facets that the page of positions always shows, as Datasette's metadata takes them."""
