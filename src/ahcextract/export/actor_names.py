"""One name for each actor, out of those that its records give it."""

from collections import Counter


class ActorNames:
    """Counts the names of actors; the most frequent one stands for the actor."""

    def __init__(self) -> None:
        self._names: dict[str, Counter[str]] = {}

    def add(self, actor: str, name: str) -> None:
        """Count a name that a record gives an actor."""
        self._names.setdefault(actor, Counter())[name] += 1

    def of(self, actor: str) -> str:
        """The actor's name; of equally frequent ones the first seen.

        Collectives share one id, and no name of one ("42 states") is that of all.
        """
        if actor == "COLLECTIVE":
            return "Unnamed groups"
        return self._names[actor].most_common(1)[0][0]
