"""What a clause judges of its subject: "X is premature", "X should be deleted"."""

from collections.abc import Sequence
from dataclasses import replace

from ahcextract.lexicon import Cue
from ahcextract.linking.content import BE, Contents
from ahcextract.linking.operations import Content
from ahcextract.linking.parse import CueAt
from ahcextract.linking.references import is_text, refers, root_of
from ahcextract.linking.stand import negate
from ahcextract.linking.trees import below, is_negated
from ahcextract.linking.words import SELF

_FARTHEST = 6
_MODALS = frozenset({"should", "could", "must", "ought", "need", "needs"})
_OBLIGING = frozenset({"should", "must", "ought", "shall"})
_TENTATIVE = frozenset({"would", "could", "might", "may", "'d"})
# What many things are that nobody negotiates.
_WORLDLY = frozenset(
    {"a danger", "a threat", "a serious threat", "a grave danger", "a real danger", "a hazard",
     "a success", "a gain", "an asset", "a milestone", "a landmark", "a weakness", "a strength"}
)  # fmt: skip
# "Said that X would be amended": what is to come, not what is asked for.
_TO_COME = frozenset({"will", "would", "'ll", "'d"})
_PERFECT = frozenset({"had", "has", "have"})
_WORLD = frozenset(
    "practice practices quo reality crime crimes criminals attacks impunity violence status".split()
)
_DEGREES = frozenset({"enough", "sufficiently", "adequately", "fully", "entirely", "yet", "very"})


class Judgements(Contents):
    """Reads the judgements of one parsed sentence."""

    def judgement(self, index: int) -> list[Content]:
        """What a clause headed by unit `index` judges of its subject ("X is premature").

        Covers judgements by an adjective or noun, and by an operation under a modal ("X should
        be deleted"); a plain report ("X was deleted") is none.
        """
        s = self.s
        found = self.evaluation(index)
        if found:
            return found
        operation = self.operation(index)
        if not operation:
            return []
        modal = any(s.words[k] in _MODALS for k in s.kids(index, "aux"))
        hoped = any(r.lemma.startswith("hope") for r in s.readings(s.heads[index], "verb"))
        told = not hoped and any(s.words[k] in _TO_COME for k in s.kids(index, "aux"))
        subjunctive = any(s.words[k] == "be" for k in s.kids(index, "auxpass")) and not told
        subjunctive = subjunctive or s.kid(index, "nsubj", "nsubjpass") is None
        return operation if modal or subjunctive else []

    def evaluation(self, index: int) -> list[Content]:
        """`X is/seems/becomes premature`, `X has no place in Y`: a judgement on X."""
        s = self.s
        subjects = s.kids(index, "nsubj", "nsubjpass", "csubj")
        if not subjects and s.deps[index] == "conj" and s.words[index] in BE:
            # "X pleased B, but was too long for A": the subject of the verb before.
            subjects = [k for k in s.kids(s.heads[index], "nsubj", "nsubjpass") if k < index]
            subjects = [k for k in subjects if not s.is_actor(k) and s.words[k] not in SELF]
        if not subjects:
            return []
        for child in [
            index,
            *s.kids(index, "acomp", "attr", "oprd", "dobj", "ccomp", "prep", "advmod"),
        ]:
            if child != index and self.is_finite(child):
                continue  # "X should say that Y is needed": Y is.
            for at in [child, *s.kids(child, "det", "amod", "advmod", "acomp")]:
                cue = s.cues.get(at)
                if cue is None or (
                    at == index and s.kid(index, "auxpass") is None and s.words[at] not in BE
                ):
                    continue
                for reading in cue.readings:
                    if reading.kind == "evaluation" and reading.stance != "neutral":
                        found = self.judged(index, subjects, cue, reading, (at, index, child))
                        if found:
                            return found
        return self.excess(index, subjects)

    def is_finite(self, clause: int) -> bool:
        """Whether a clause has a subject and a form of "be" of its own."""
        s = self.s
        copula = s.words[clause] in BE or s.kid(clause, "auxpass") is not None
        return copula and s.kid(clause, "nsubj", "nsubjpass") is not None

    def judged(
        self, index: int, subjects: list[int], cue: CueAt, reading: Cue, spots: Sequence[int]
    ) -> list[Content]:
        """What a judgement's words say of the clause's subject, or of what "it" announces."""
        s = self.s
        if self.is_worldly(reading, below(s, subjects)):
            return []
        negated = any(is_negated(s, at, outside=cue) for at in spots)
        value = (reading.negated or negate(reading.stance)) if negated else reading.stance
        if negated and reading.stance == "support" and self.graded(spots):
            value = "concern"
        if value is None:
            return []
        modals = {s.words[k] for k in s.kids(index, "aux")}
        noun = reading.lemma.startswith(("the ", "a ", "an "))
        if not negated and not noun and reading.negated and modals & _OBLIGING:
            value = "propose"
        helping = [s.words[k] for k in s.kids(index, "aux", "auxpass")]
        if helping[-1:] == ["been"] and helping[0] in _PERFECT:
            return []  # "had been required in other treaties": a fact.
        if not negated and value == "support" and [*helping, s.words[index]][0] == "be":
            value = "propose"  # "suggested that X be required"
        described = spots[0] != spots[2] and s.deps[spots[2]] == "attr"
        if described and not noun and value == "support" and modals & _OBLIGING:
            value = "propose"  # "should be the essential concept": it is to become one.
        span = (cue.start, cue.end)
        if s.words[subjects[0]] != "it":
            value, zone = self.on_operation(value, subjects)
            return [Content("evaluation", value, zone, span, negated)]
        announced = s.kids(index, "xcomp", "ccomp", "advcl")
        for action in announced:
            done = [c for c in self.operation(action) if c.value != "change" and c.zone]
            if done and value in {"support", "oppose"}:
                # "It is essential to delete X": X is to go.
                flip = value == "oppose"
                return [replace(c, negated=c.negated != flip) for c in done]
            infinitive = any(s.words[k] == "to" for k in s.kids(action, "aux"))
            if value == "support" and modals & _TENTATIVE and infinitive:
                # "It would be useful to hold X": X is put forward.
                value = "propose"
        return [Content("evaluation", value, below(s, announced or subjects), span, negated)]

    def is_worldly(self, reading: Cue, zone: tuple[int, ...]) -> bool:
        """`called ransomware a threat`: what endangers the world, and is no text."""
        if reading.stance != "support" and any(
            self.s.words[r] in _WORLD for r in root_of(self.s, zone)
        ):
            return True  # "said the current practice was unacceptable"
        return reading.lemma in _WORLDLY and not is_text(self.s, zone) and not refers(self.s, zone)

    def graded(self, spots: Sequence[int]) -> bool:
        """`not robust enough`, `not fully acceptable`: short of it, not rejected."""
        s = self.s
        return any(s.words[k] in _DEGREES for at in spots for k in s.kids(at, "advmod"))

    def on_operation(self, value: str, heads: Sequence[int]) -> tuple[str, tuple[int, ...]]:
        """A judgement on what `heads` name: who calls a deletion unacceptable supports the text."""
        for head in heads:
            for content in self.operation(head):
                if content.value == "delete":
                    turned = {"oppose": "support", "support": "oppose"}
                    return turned.get(value, value), content.zone
            if self.s.words[head] in {"brackets", "bracket"} and value == "oppose":
                return "support", below(self.s, [head])  # "the brackets are unnecessary"
        return value, below(self.s, heads)

    def excess(self, index: int, subjects: Sequence[int]) -> list[Content]:
        """`X is too complicated`, `X catches too many firms`: criticism (decision 14)."""
        s = self.s
        for unit, word in enumerate(s.words):
            if (
                word == "too"
                and s.words[s.heads[unit]] != "late"
                and s.deps[unit] == "advmod"
                and s.heads[unit] > unit > max(index, subjects[0])
                and not self.is_clausal(s.heads[unit], index)
            ):
                return [
                    Content(
                        "evaluation", "concern", below(s, subjects), (unit, s.heads[unit] + 1),
                        is_negated(s, index),
                    )
                ]  # fmt: skip
        return []

    def is_clausal(self, unit: int, index: int) -> bool:
        """Whether `unit` stands in another clause than that of `index`."""
        s = self.s
        for _ in range(_FARTHEST):
            if unit == index:
                return False
            if s.deps[unit] in {"ccomp", "advcl", "relcl", "acl", "xcomp", "conj", "parataxis"}:
                return True
            unit = s.heads[unit]
        return True
