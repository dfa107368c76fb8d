"""Operations, stances and judgements inside what a verb governs.

"Proposed *deleting paragraph 2*", "prefers to have *the list removed*", "said *the text is
premature*": what is done to the text decides the stance (annotation guidelines 4).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ahcextract.lexicon import Cue
from ahcextract.linking.parse import Sentence
from ahcextract.linking.references import is_text, root_of
from ahcextract.linking.trees import below, governed_heads, is_negated

BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "'s", "'re"})
CAUSATIVE = frozenset(
    "have has had having see seeing get getting keep keeping leave leaving want wanted".split()
)
_FINITE = BE | frozenset("does do has have should must will would can cannot applies".split())
_PREPOSITIONAL = frozenset({"of", "for", "to", "that", "on", "about", "against"})
# Nouns that stand for what is to be done ("the need to retain X", "calls for deletion").
_VEHICLES = frozenset(
    "need necessity possibility option idea case importance desirability call calls proposal "
    "proposals request requests suggestion suggestions language amendment amendments plea "
    "appeal motion wish preference merit value benefit recommendation recommendations demand "
    "demands text wording paragraph provision".split()
)
_PLACING = frozenset(
    "put puts place placed places placing putting keep keeping kept retain retained set leave "
    "left leaving enclose enclosed remain".split()
)
_INTRANSITIVE = frozenset({"remain", "stay", "stand", "survive"})
# Words of keeping only where text is what they are done to: "adopt targets" asks for more.
_ADOPTING = frozenset(
    "adopt accept approve endorse support uphold adoption acceptance approval endorsement".split()
)
# What nobody wants: to remove it is to do something, not to strike words.
_EVILS = frozenset(
    "barriers obstacles subsidies constraints impediments bottlenecks distortions duplication "
    "loopholes balance hurdles uncertainties inequalities".split()
)
# Words of deletion only where a piece of text is what they are done to.
_LOOSE = frozenset("exclude exclusion drop withdraw reject oppose block abandon".split())


@dataclass(frozen=True, slots=True)
class Content:
    """One thing a complement says of the text.

    Attributes:
        kind: `operation` (value: lexicon.OPERATIONS), `stance` or `evaluation` (value: stance).
        value: which.
        zone: units it is said of.
        cue: first unit of the words and the unit behind their last.
        negated: it stands under a negation.
        substitute: a deletion names what comes instead.
    """

    kind: str
    value: str
    zone: tuple[int, ...]
    cue: tuple[int, int]
    negated: bool = False
    substitute: bool = False


def names_topic(s: Sentence, zone: tuple[int, ...]) -> bool:
    """Whether `zone` is headed by a topic of the negotiation ("exclude sinks")."""
    heads = set(root_of(s, zone))
    return any(s.unit_of(k) in heads for span in s.topics for k in range(span.start, span.end))


def definite(s: Sentence, zone: tuple[int, ...]) -> bool:
    """Whether `zone` is something that is there already ("the treaty", "it", a topic's name)."""
    for root in root_of(s, zone):
        words = {s.words[k] for k in s.kids(root, "det", "poss")}
        if words & {"the", "this", "these", "that", "those", "its", "their", "her", "his"}:
            return True
        if s.words[root] in {"it", "them", "this", "these"}:
            return True
    return False


class Contents:
    """Reads complements of one parsed sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.s = sentence

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
        if s.words[index] in _VEHICLES:
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
        return []

    def passed_through(self, index: int, depth: int) -> list[Content]:
        """Verbs that only lead to another one ("wished to see", "be able to")."""
        s = self.s
        if s.readings(index, "verb"):
            return []
        return self.of(s.kids(index, "xcomp"), depth + 1)

    def operation(self, index: int) -> list[Content]:
        """An operation on the text headed by unit `index`."""
        s = self.s
        placed = self.placed(index)
        if placed:
            return placed
        found = s.cues.get(index)
        if found is None:
            return []
        nominal = s.is_nominal(index)
        for reading in found.readings:
            if reading.kind != "operation" or reading.op is None:
                continue
            is_noun = reading.form in {"singular", "plural"}
            if nominal != is_noun and not (nominal and reading.form == "ing"):
                continue
            zone = self.operand(index, found.start, found.end, reading)
            value = self.on_brackets(reading.op, zone)
            if (
                value == "bracket"
                and is_noun
                and s.words[s.heads[index]] in {"without", "of"}
                and (
                    s.words[s.heads[index]] == "without"
                    or s.words[s.heads[s.heads[index]]] == "free"
                )
            ):
                value = "unbracket"
            roots = s.kids(index, "dobj") or root_of(s, zone)
            if reading.lemma in _ADOPTING and not (
                is_text(s, tuple(roots)) or definite(s, tuple(roots))
            ):
                value = "change"
            if value == "delete" and any(s.words[r] in _EVILS for r in roots):
                value = "change"
            if value == "clarify" and self.is_assertion_behind(found.end):
                value = "change"  # "clarify that X is Y": words to that effect.
            if reading.lemma in _LOOSE and not is_text(s, zone) and not names_topic(s, zone):
                value = "change"
            substitute = reading.lemma in {"replace", "replacement", "substitute", "swap"} or (
                reading.op == "delete" and self.instead(index)
            )
            return [
                Content("operation", value, zone, (found.start, found.end),
                        is_negated(s, index), substitute)
            ]  # fmt: skip
        return []

    def is_assertion_behind(self, at: int) -> bool:
        """Whether `that X is Y` stands at unit `at`, whatever the parser made of "that"."""
        words = self.s.words[at : at + 9]
        return bool(words) and words[0] == "that" and any(w in _FINITE for w in words[2:])

    def placed(self, index: int) -> list[Content]:
        """`put X in brackets`, `X be placed in square brackets`."""
        s = self.s
        if s.words[index] not in _PLACING:
            return []
        for state in s.kids(index, "acomp", "oprd", "xcomp", "dobj"):
            if s.words[state] == "bracketed":
                zone = below(s, s.kids(index, "nsubjpass", "nsubj", "dobj"), [state])
                return [
                    Content("operation", "bracket", zone, (index, index + 1), is_negated(s, index))
                ]
        for prep in s.kids(index, "prep"):
            if s.words[prep] in {"in", "within", "into", "inside"} and any(
                s.words[k] in {"brackets", "bracket"} for k in s.kids(prep, "pobj")
            ):
                zone = below(s, s.kids(index, "nsubjpass", "dobj", "nsubj"))
                if not zone and s.deps[index] == "acl":
                    zone = below(s, [s.heads[index]], [index])
                return [
                    Content("operation", "bracket", zone, (index, index + 1), is_negated(s, index))
                ]
        return []

    def on_brackets(self, op: str, zone: tuple[int, ...]) -> str:
        """Keeping brackets is bracketing, deleting them is lifting them (guidelines 4, rule 13)."""
        s = self.s
        if any(s.words[u] in {"brackets", "bracket", "bracketing"} for u in root_of(s, zone)):
            return {"retain": "bracket", "delete": "unbracket", "change": "bracket"}.get(op, op)
        return op

    def instead(self, index: int) -> bool:
        """Whether what replaces a deleted text is named ("delete X and replace it with Y")."""
        s = self.s
        for other in s.conjuncts(index):
            if other != index and any(
                r.lemma in {"replace", "substitute"} for r in s.readings(other, "operation")
            ):
                return True
        return False

    def operand(self, index: int, start: int, end: int, reading: Cue) -> tuple[int, ...]:
        """Units that an operation is done to."""
        s = self.s
        passive = s.kids(index, "nsubjpass")
        if passive:
            return below(s, [*passive, *s.kids(index, "prep", "oprd")])
        heads = governed_heads(s, start, end)
        if reading.lemma in _INTRANSITIVE:
            return below(s, s.kids(index, "nsubj"))
        if reading.form == "ed":
            subjects = s.kids(index, "nsubj")
            if subjects:
                return below(s, [*subjects, *heads])
            if s.deps[index] in {"acl", "relcl", "amod"}:
                return below(s, [s.heads[index]], [index])
        passive_clause = s.deps[index] in {"acl", "relcl"} and s.kid(index, "auxpass") is not None
        if passive_clause and not s.kids(index, "dobj"):
            # "paragraph 2 to be deleted": the noun it hangs on is what is deleted.
            return below(s, [s.heads[index]], [index])
        if s.is_nominal(index):
            return below(s, [*heads, *s.kids(index, "poss", "amod", "compound")])
        return below(s, heads)

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
