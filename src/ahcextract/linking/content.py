"""Operations, stances and judgements inside what a verb governs.

"Proposed *deleting paragraph 2*", "prefers to have *the list removed*", "said *the text is
premature*": what is done to the text decides the stance (annotation guidelines 4).
"""

from collections.abc import Sequence
from dataclasses import replace

from ahcextract.linking.operations import Content, Operations
from ahcextract.linking.trees import below

BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "'s", "'re"})
CAUSATIVE = frozenset(
    "have has had having see seeing get getting keep keeping leave leaving want wanted".split()
)
_PREPOSITIONAL = frozenset({"of", "for", "to", "that", "on", "about", "against"})
# Nouns that stand for what is to be done ("the need to retain X", "calls for deletion").
VEHICLES = frozenset(
    "need necessity possibility option idea case importance desirability call calls proposal "
    "proposals request requests suggestion suggestions language amendment amendments plea "
    "appeal motion wish preference merit value benefit recommendation recommendations demand "
    "demands text wording paragraph provision attempt attempts effort efforts bid bids move moves "
    "push drive campaign pressure suggestion".split()
)


class Contents(Operations):
    """Reads complements of one parsed sentence."""

    def of(self, heads: Sequence[int], depth: int = 0) -> list[Content]:
        """Everything the complements headed by `heads` say of the text, in text order."""
        if depth > 4:
            return []
        found: list[Content] = []
        if depth == 0:
            found.extend(self.subjunctive(heads))
            if found:
                return found
        for head in heads:
            for index in self.s.conjuncts(head):
                for content in self.one(index, depth):
                    if content.cue not in {known.cue for known in found}:
                        found.append(content)
        for at in range(len(found) - 1, 0, -1):
            # "bracketing and renaming X": both are done to X.
            before = found[at - 1]
            if before.kind == "operation" == found[at].kind and not before.zone:
                found[at - 1] = replace(before, zone=found[at].zone)
        return found

    def subjunctive(self, heads: Sequence[int]) -> list[Content]:
        """`urged that the text exclude X`: a base form that the parser took for a noun."""
        s = self.s
        for head in heads:
            marks = [k for k in s.kids(head, "mark") if s.words[k] == "that"]
            if not marks or not s.is_nominal(head):
                continue
            for unit in s.subtree(head):
                for reading in s.readings(unit, "operation"):
                    if reading.form == "base" and s.deps[unit] in {"compound", "amod", "nmod"}:
                        zone = tuple(u for u in s.subtree(head) if u > unit)
                        cue = s.cues[unit]
                        return [Content("operation", str(reading.op), zone, (cue.start, cue.end))]
        return []

    def one(self, index: int, depth: int) -> list[Content]:
        """What the complement headed by unit `index` itself says."""
        s = self.s
        if s.units[index].kind != "word":
            return []
        if s.deps[index] == "prep" or (
            s.words[index] in _PREPOSITIONAL and s.kid(index, "pobj", "pcomp")
        ):
            return self.of(s.kids(index, "pobj", "pcomp"), depth + 1)
        operation = self.operation(index)
        if operation:
            return operation
        if s.words[index] in CAUSATIVE:
            return self.causative(index)
        if s.words[index] in VEHICLES:
            inner = self.of(
                [
                    k
                    for k in s.kids(index, "acl", "prep", "ccomp", "relcl")
                    if s.deps[k] != "relcl"
                    or s.kid(k, "nsubj", "nsubjpass") is None
                    or s.words[s.kids(k, "nsubj", "nsubjpass")[0]] in {"that", "which"}
                ],
                depth + 1,
            )
            return [c for c in inner if c.kind == "operation"]
        if not s.is_nominal(index):
            return self.passed_through(index, depth)
        return self.fused(index)

    def fused(self, noun: int) -> list[Content]:
        """`requested retaining reference to X`: the parser made the gerund an adjective."""
        s = self.s
        first = min(s.subtree(noun))
        if s.deps[first] != "amod" or s.heads[first] != noun or first == 0:
            return []
        for reading in s.readings(first, "operation"):
            if (
                reading.form == "ing"
                and reading.op
                and reading.op in {"retain", "delete"}
                and (s.readings(first - 1, "verb"))
            ):
                zone = below(s, [noun], [first])
                value = self.narrowed(reading.op, noun, reading, first + 1, zone)
                return [Content("operation", value, zone, (first, first + 1))]
        return []

    def passed_through(self, index: int, depth: int) -> list[Content]:
        """Verbs that only lead to another one ("wished to see", "be able to")."""
        s = self.s
        if s.readings(index, "verb"):
            return []
        return self.of(s.kids(index, "xcomp"), depth + 1)

    def causative(self, index: int) -> list[Content]:
        """`to have X removed`, `to see X retained`, `keep X in brackets`."""
        s = self.s
        found: list[Content] = []
        for child in s.kids(index, "ccomp", "xcomp", "oprd", "acomp", "advcl"):
            found.extend(c for c in self.of([child], 1) if c.kind == "operation")
        for noun in s.kids(index, "dobj"):
            for child in s.kids(noun, "acl"):
                found.extend(c for c in self.of([child], 1) if c.kind == "operation")
        return found
