"""Which codes exist: states of ISO 3166-1, groups and topics of a profile."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: Topics that every profile has, for what its own list does not cover.
ALWAYS = frozenset({"other", "unresolved"})


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    import pycountry

    return frozenset(country.alpha_3 for country in pycountry.countries)


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes that positions of one profile may use.

    Attributes:
        states: alpha-3 codes.
        groups: group codes; None where they are not known, so that any is taken.
        topics: topic slugs, `other` and `unresolved` aside; None likewise.
    """

    states: frozenset[str]
    groups: frozenset[str] | None
    topics: frozenset[str] | None

    @classmethod
    def of_profile(cls, name: str) -> "Codes":
        """Codes of a profile, by its name or file.

        Raises:
            InputError: there is no such profile, or it is malformed.
        """
        from ahcextract.profile import load_profile

        profile = load_profile(name)
        return cls.of(
            [actor.id for actor in profile.actors if actor.type == "group"],
            [topic.slug for topic in profile.topics],
            more_states=[state.id for state in profile.states],
        )

    @classmethod
    def of(
        cls,
        groups: Iterable[str] | None,
        topics: Iterable[str] | None,
        *,
        more_states: Iterable[str] = (),
    ) -> "Codes":
        """All states of ISO 3166-1 and those of the profile, its groups and topics."""
        return cls(
            _states() | frozenset(more_states),
            None if groups is None else frozenset(groups),
            None if topics is None else frozenset(topics) | ALWAYS,
        )

    def actor_problem(self, actor: str, actor_type: str) -> str | None:
        """What is wrong with an actor of a type, or None."""
        if actor_type == "state":
            return None if actor in self.states else f"{actor!r} is no ISO 3166-1 alpha-3 code"
        if actor_type == "group":
            known = self.groups is None or actor in self.groups
            return None if known else f"{actor!r} is no group of the profile"
        if actor_type == "organization":
            return None if _SLUG.fullmatch(actor) else f"{actor!r} is no slug of an organization"
        wanted = {"chair": "CHAIR", "collective": "COLLECTIVE"}[actor_type]
        return None if actor == wanted else f"of a {actor_type} is {wanted}, not {actor!r}"

    def anybody_problem(self, code: str) -> str | None:
        """What is wrong with a code that may be any kind of actor, or None."""
        if code in {"CHAIR", "COLLECTIVE"} or code in self.states or _SLUG.fullmatch(code):
            return None
        if self.groups is None or code in self.groups:
            return None
        return f"{code!r} is no state, group or organization"

    def topic_problem(self, slug: str) -> str | None:
        """What is wrong with a topic slug, or None."""
        if self.topics is None or slug in self.topics:
            return None
        return f"{slug!r} is no topic of the profile"
