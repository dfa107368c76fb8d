"""Targets as paths, so that an article can be told from its paragraphs."""

import re
from functools import lru_cache

_PART = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=65536)
def path(target: str) -> tuple[str, ...]:
    """`article:14.3(b)@budapest` as (`article@budapest`, `14`, `3`, `b`).

    Only provisions have parts; a topic or an actor is one step.
    """
    kind, _, rest = target.partition(":")
    if kind not in {"article", "preamble", "resolution"}:
        return (target,)
    number, at, instrument = rest.partition("@")
    return (kind + at + instrument, *_PART.findall(number))


def related(one: str, other: str) -> bool:
    """The same, or one is the other with a paragraph or sub-paragraph missing."""
    a, b = path(one), path(other)
    shorter = min(len(a), len(b))
    return a[:shorter] == b[:shorter]


def article(target: str) -> str | None:
    """The article of a target without its paragraph; None where it is no article."""
    steps = path(target)
    return ":".join(steps[:2]) if steps[0].partition("@")[0] == "article" else None
