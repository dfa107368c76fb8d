"""Operations on the text: "deleting paragraph 2", "to have the list kept", "put in brackets"."""

from collections.abc import Sequence
from dataclasses import dataclass

from ahcextract.lexicon import Cue
from ahcextract.linking.parse import Sentence
from ahcextract.linking.references import is_owned, is_text, refers, root_of
from ahcextract.linking.trees import below, governed_heads, is_negated

_PLACING = frozenset(
    "put puts place placed places placing putting keep keeping kept retain retained set leave "
    "left leaving enclose enclosed remain".split()
)
_INTRANSITIVE = frozenset(
    {"remain", "stay", "stand", "survive", "go", "disappear", "vanish", "fall away", "be gone"}
)
_HAVING_TO = frozenset({"ought", "has", "have", "had", "needs", "need"})
# "Go" deletes only where nothing says where to ("should go", not "should go to the plenary").
_LEAVING = frozenset({"go", "fall away"})
_AT_ALL = frozenset(
    "altogether too entirely completely also first now then well likewise immediately".split()
)
# What is not to be done to text that is there is to keep it ("not to touch X").
_HARMING = frozenset(
    {"touch", "tamper with", "meddle with", "reopen", "dilute", "water down", "weaken"}
)
# The same of text alone: not to amend X keeps it as it is.
_CHANGING = frozenset("change alter amend modify rewrite renegotiate revise".split())
# Words of keeping only where text is what they are done to: "adopt targets" asks for more.
_ADOPTING = frozenset(
    "adopt accept approve endorse support uphold adoption acceptance approval endorsement".split()
)
# Words of deletion only where text or a figure is left behind.
_LEFT_BEHIND = frozenset(
    {"depart from", "deviate from", "stray from", "move away from", "walk away from",
     "back away from"}
)  # fmt: skip
_UPKEEP = frozenset({"safeguard", "protect"})
# What nobody wants: to remove it is to do something, not to strike words.
_EVILS = frozenset(
    "barriers obstacles subsidies constraints impediments bottlenecks distortions duplication "
    "loopholes balance hurdles uncertainties inequalities".split()
)
# What is finite behind "clarify that X".
_FINITE = frozenset(
    "be is are was were been being 's 're does do has have should must will would can cannot "
    "applies".split()
)
# Parts of a text that nothing else is called.
_WRITTEN = frozenset({"appendix", "annex", "appendices", "annexes", "table", "footnotes"})
# Words of deletion only where a demand or bracket is what they are done to.
_LIFTING = frozenset({"lift", "waive"})
_LIFTED = frozenset(
    "requirement requirements condition conditions limit limits limitation restriction "
    "restrictions ban ceiling cap moratorium brackets bracket".split()
)
# Words of deletion only where a piece of text is what they are done to.
_LOOSE = frozenset("exclude exclusion drop withdraw reject oppose block abandon lose".split())
# Nouns of deletion only where a text is their very object: there are other suppressions.
_WORLDLY = frozenset({"suppression", "abolition", "disappearance", "disappearances"})


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
        harms: the operation leaves no text as it is ("touch X", "reopen X").
    """

    kind: str
    value: str
    zone: tuple[int, ...]
    cue: tuple[int, int]
    negated: bool = False
    substitute: bool = False
    harms: bool = False


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


class Operations:
    """Reads operations on the text; one parsed sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.s = sentence

    def operation(self, index: int) -> list[Content]:
        """An operation on the text headed by unit `index`."""
        s = self.s
        placed = self.placed(index)
        if placed:
            return placed
        found = s.cues.get(index)
        if found is None or self.is_done(index):
            return []
        nominal = s.is_nominal(index)
        for reading in found.readings:
            if reading.kind != "operation" or reading.op is None:
                continue
            is_noun = reading.form in {"singular", "plural"}
            if nominal != is_noun and not (nominal and reading.form == "ing"):
                continue
            zone = self.operand(index, found.start, found.end, reading)
            if reading.lemma in _WORLDLY and not is_text(s, tuple(root_of(s, zone)[:1])):
                continue
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
            value = self.narrowed(value, index, reading, found.end, zone)
            if reading.lemma in _LEAVING and not self.leaves(index, zone):
                continue
            if reading.lemma in _LIFTING and not self.is_lifted(zone):
                continue
            value = self.loosened(value, reading, zone)
            harming = reading.lemma in _HARMING or (
                reading.lemma in _CHANGING
                and not is_noun
                and (reading.form == "ed" or self.is_piece(zone))
            )
            if harming and is_negated(s, index):
                return [Content("operation", "retain", zone, (found.start, found.end))]
            substitute = reading.lemma in {"replace", "replacement", "substitute", "swap"} or (
                reading.op == "delete" and self.instead(index)
            )
            return [
                Content("operation", value, zone, (found.start, found.end),
                        is_negated(s, index), substitute, harming)
            ]  # fmt: skip
        return []

    def is_done(self, index: int) -> bool:
        """`a text supported by A`: what somebody has done to it, and nobody asks for."""
        s = self.s
        return (
            s.deps[index] == "acl"
            and any(s.is_actor(k) for by in s.kids(index, "agent") for k in s.kids(by, "pobj"))
            and not s.kids(index, "aux", "auxpass")
        )

    def narrowed(
        self, value: str, index: int, reading: Cue, end: int, zone: tuple[int, ...]
    ) -> str:
        """The operation as what it is done to makes it."""
        s = self.s
        roots = s.kids(index, "dobj") or root_of(s, zone)
        if reading.lemma in _ADOPTING and not (
            is_text(s, tuple(roots)) or definite(s, tuple(roots))
        ):
            value = "change"
        if value == "retain" and reading.lemma in _ADOPTING and self.becomes(index):
            value = "change"  # "1992 be adopted as the base year"
        if value == "retain" and self.is_upkeep(index, reading, roots):
            value = "change"
        if value == "delete" and any(s.words[r] in _EVILS for r in roots):
            value = "change"
        if reading.lemma == "keep" and any(s.words[k] == "out" for k in s.children[index]):
            value = "delete"  # "keep it out of the text"
        if value == "clarify" and self.is_assertion_behind(end):
            value = "change"  # "clarify that X is Y": words to that effect.
        return value

    def is_upkeep(self, index: int, reading: Cue, roots: Sequence[int]) -> bool:
        """`safeguard the integrity of X`, `maintain a schedule`: to be done, no text to keep."""
        s = self.s
        if reading.lemma in _UPKEEP:
            return not self.is_piece(tuple(roots))
        return reading.lemma == "maintain" and any(
            s.words[k] in {"a", "an"} for n in s.kids(index, "dobj") for k in s.kids(n, "det")
        )

    def becomes(self, index: int) -> bool:
        """`adopt X as the base year`: X is to be something new; not `adopt X as it stands`."""
        s = self.s
        return any(
            s.words[k] == "as" and s.kid(k, "pobj") is not None for k in s.kids(index, "prep")
        )

    def is_assertion_behind(self, at: int) -> bool:
        """Whether `that X is Y` stands at unit `at`, whatever the parser made of "that"."""
        words = self.s.words[at : at + 9]
        return bool(words) and words[0] == "that" and any(w in _FINITE for w in words[2:])

    def is_piece(self, zone: tuple[int, ...]) -> bool:
        """Whether `zone` is text, a topic, or a pronoun for one of them."""
        s = self.s
        written = any(s.words[r] in _WRITTEN for r in root_of(s, zone))
        return written or is_text(s, zone) or names_topic(s, zone) or refers(s, zone) is not None

    def loosened(self, value: str, reading: Cue, zone: tuple[int, ...]) -> str:
        """The operation, where its verb deletes only text: `excluded X`, `departed from X`."""
        loose = reading.lemma in _LOOSE and not self.is_piece(zone)
        left = reading.lemma in _LEFT_BEHIND and not self.is_written(zone)
        return "change" if loose or left else value

    def is_written(self, zone: tuple[int, ...]) -> bool:
        """Whether `zone` is text, or a figure in it ("the Chair's 40")."""
        s = self.s
        roots = root_of(s, zone)
        figures = any(s.doc[s.units[r].start].like_num for r in roots)
        known = definite(s, zone) or any(is_owned(s, r) for r in roots)
        return figures or (is_text(s, tuple(roots)) and known)

    def is_lifted(self, zone: tuple[int, ...]) -> bool:
        """Whether `zone` is a thing that stands until it is lifted."""
        return any(self.s.words[r] in _LIFTED for r in root_of(self.s, zone))

    def leaves(self, index: int, zone: tuple[int, ...]) -> bool:
        """Whether text is to go, and not to go somewhere ("should go", "see X go")."""
        s = self.s
        onward = [
            k
            for k in s.children[index]
            if k > index
            and s.deps[k] in {"prep", "advmod", "acomp", "xcomp", "dobj", "prt", "npadvmod", "oprd"}
            and s.words[k] not in _AT_ALL
        ]
        return not onward and self.is_piece(zone)

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
            if s.words[prep] == "to" and any(s.words[k] == "vote" for k in s.kids(prep, "pobj")):
                zone = below(s, s.kids(index, "nsubjpass", "dobj"))
                return [Content("operation", "vote", zone, (index, index + 1))]
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

    def is_passive(self, index: int, reading: Cue) -> bool:
        """`repeats X and could be dropped`, `should be improved but not changed`."""
        s = self.s
        if s.kid(index, "auxpass") is not None:
            return True
        above = s.heads[index]
        return (
            reading.form == "ed"
            and s.kid(above, "auxpass") is not None
            and s.kid(index, "dobj", "nsubj", "aux") is None
        )

    def operand(self, index: int, start: int, end: int, reading: Cue) -> tuple[int, ...]:
        """Units that an operation is done to."""
        s = self.s
        passive = s.kids(index, "nsubjpass")
        if not passive and s.deps[index] == "conj" and self.is_passive(index, reading):
            # "repeats X and could be dropped": the subject of the verb before.
            passive = s.kids(s.heads[index], "nsubj", "nsubjpass")
        if passive:
            return below(s, [*passive, *s.kids(index, "prep", "oprd")])
        heads = governed_heads(s, start, end)
        if reading.lemma in _INTRANSITIVE:
            own, at = s.kids(index, "nsubj"), index
            if s.deps[at] == "xcomp" and s.words[s.heads[at]] in _HAVING_TO:
                at = s.heads[at]
                own = own or s.kids(at, "nsubj")
            if not own and s.deps[at] == "conj":
                own = s.kids(s.heads[at], "nsubj", "nsubjpass")
            places = [k for k in s.kids(index, "prep") if s.words[k] in {"in", "from", "within"}]
            return below(s, [*own, *places])
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
