"""Judgements by a verb of calling: "called X unacceptable", "described X as essential"."""

from ahcextract.lexicon import Cue
from ahcextract.linking.caveats import Caveats
from ahcextract.linking.operations import Content
from ahcextract.linking.parse import CueAt
from ahcextract.linking.references import root_of
from ahcextract.linking.stand import Stand, negate
from ahcextract.linking.trees import below, governed_heads

_CALLING = frozenset(
    "call deem regard view see find label brand dub consider describe think hold believe declare "
    "pronounce term rate reckon dismiss reject "
    "judge characterize characterise portray criticize criticise".split()
)
_LEADING_IN = frozenset(
    "as to be being not a an the quite very rather far one of its most least among".split()
)
# These judge only with "as": "highlighted X as essential".
_PRESENTING = frozenset(
    "highlight identify recognize recognise underline stress emphasize emphasise underscore "
    "present cite acknowledge".split()
)
_PARTS = frozenset(
    "part parts provision provisions element elements article articles chapter chapters piece "
    "section sections aspect aspects achievement feature features pillar point points paragraph "
    "paragraphs clause clauses thing bit safeguard safeguards".split()
)


class Calling(Caveats):
    """Judgements by a verb of calling; one sentence."""

    def led_in(self, before: tuple[int, ...]) -> tuple[tuple[int, ...], bool]:
        """What is judged without the words that lead to the judgement, and whether "as" does."""
        presented = False
        while before and self.s.words[before[-1]] in _LEADING_IN:
            presented = presented or self.s.words[before[-1]] == "as"
            before = before[:-1]
        return before, presented

    def called(self, v: int, cue: CueAt) -> list[Stand]:
        """`called X unacceptable`, `described X as essential`, `considered X premature`."""
        s = self.s
        lemmas = {r.lemma for r in cue.readings}
        if not lemmas & (_CALLING | _PRESENTING):
            return []
        governed = governed_heads(s, cue.start, cue.end)
        governed += [k for k in s.kids(v, "advcl") if k > v and s.words[k - 1] == "as"]
        zone, clausal = below(s, governed), any(s.deps[h] == "ccomp" for h in governed)
        for unit in zone:
            found = s.cue(unit)
            if (
                found is None
                or s.kid(unit, "dobj") is not None  # "found that X required Y"
                or unit < cue.end + (0 if self.is_relative(v) else 1)
            ):
                continue
            if s.cue(found.end) is not None and self.is_superlative(found.end):
                continue  # "the least useful provision"
            if any(s.is_actor(k) and s.words[k - 1] == "with" for k in range(cue.end, unit)):
                break  # ", with B calling Y key": B's.
            judged = [r for r in found.readings if r.kind == "evaluation"]
            # What is judged stands before the judgement: "called premature X" calls nothing.
            before, presented = self.led_in(tuple(u for u in zone if u < unit))
            if not lemmas & _CALLING and (not presented or clausal):
                continue
            if judged and not before and self.is_relative(v):
                before = self.antecedent(v)  # "X, which some see as essential"
            if not judged or not any(s.is_nominal(u) or s.words[u] == "both" for u in before):
                continue
            stands = self.verdict(v, cue, judged[0], unit, before, presented)
            if stands:
                return stands
        return []

    def verdict(
        self, v: int, cue: CueAt, judged: Cue, unit: int, before: tuple[int, ...], presented: bool
    ) -> list[Stand]:
        """The judgement at `unit` on what stands before it; none in "called for a fair X"."""
        s = self.s
        top = self.is_superlative(unit)
        if s.deps[unit] == "amod" and s.heads[unit] > unit and not (presented or top):
            return []
        if self.contents.is_worldly(judged, before):
            return []
        negated = any(s.words[k] in {"not", "no"} for k in range(unit - 2, unit))
        found = Content("evaluation", judged.stance, before, (unit, unit + 1), negated)
        if self.is_enough(found):
            return [self.unneeded(v, cue)]
        stance = negate(judged.stance) if negated else judged.stance
        if top and s.words[unit - 1] == "least":
            stance = "concern"
        if not stance:
            return []
        span = cue.span
        stance, on = self.contents.on_operation(stance, root_of(s, before))
        before = before if set(on) >= set(before) else on
        return [Stand(stance, span, s.units[v].start, before, negated, rule="called")]

    def is_superlative(self, unit: int) -> bool:
        """`the most important part of the treaty`, `among its least useful provisions`."""
        s = self.s
        part = s.words[s.heads[unit]] in _PARTS and s.heads[unit] > unit
        return part and s.words[unit - 1] in {"most", "least"}
