"""What somebody cannot do without ("no convention without X"), or sticks to ("its figure")."""

from ahcextract.lexicon import Cue
from ahcextract.linking.nominal import Nominal
from ahcextract.linking.parse import CueAt
from ahcextract.linking.references import PROPOSALS, root_of
from ahcextract.linking.stand import Stand
from ahcextract.linking.trees import below, is_negated
from ahcextract.linking.words import OWN

_LACKING = frozenset({"without", "lacking", "lacks", "omits", "omitting", "minus"})
_STICKING = frozenset(
    {"stand by", "stick to", "stick with", "hold to", "hold fast to", "hold firm to", "adhere to",
     "cling to", "hold on to"}
)  # fmt: skip
_GROUND = frozenset("position view views stand line guns stance opinion last principles".split())
_FIGURES = frozenset({"figure", "number", "threshold", "words", "wording", "formula", "list"})
_FARTHEST = 6
_THROUGH = frozenset(
    {"xcomp", "acomp", "dobj", "pobj", "prep", "attr", "acl", "relcl", "nsubj", "advcl", "ccomp"}
)
_UNABLE = frozenset(
    {
        "unable",
        "unwilling",
        "impossible",
        "unthinkable",
        "inconceivable",
        "meaningless",
        "worthless",
    }
)
_REFUSING = frozenset({"refuse", "refused", "refuses", "reject", "rejected", "rejects"})
# What may be missing without anybody's wanting it in the text.
_OUTSIDE = frozenset(
    "brackets bracket clarity discussion time vote consultation instructions consensus "
    "agreement line number figure difficulty".split()
)


class Conditions(Nominal):
    """What somebody cannot do without, or does not give up; one sentence."""

    def sticking(self, v: int, cue: CueAt, reading: Cue, heads: list[int]) -> list[Stand] | None:
        """`stands by its figure of 60`, `stuck to its objection to X`: its own stand again.

        None where nothing of its own is what somebody sticks to.
        """
        s = self.s
        if reading.lemma not in _STICKING:
            return None
        for root in root_of(s, below(s, heads)):
            if not any(s.words[k] in OWN for k in s.kids(root, "poss")):
                continue
            if s.words[root] in _GROUND or is_negated(s, v):
                return []  # Which, the sentence does not say.
            noun = self.noun(root)
            if noun is not None:
                return self.noun_stands(root, noun, self.noun_zone(root, None), None)
            if s.words[root] in _FIGURES or s.doc[s.units[root].start].like_num:
                return self.made("propose", v, cue, below(s, heads), False, "verb")
        return None

    def without_it(self, v: int) -> list[Stand]:
        """`could not accept a treaty without X`, `without it they would be unable to ratify`."""
        s = self.s
        for unit, word in enumerate(s.words):
            if word not in _LACKING or not self.refused(unit, v):
                continue
            zone = tuple(u for u in below(s, s.kids(unit, "pobj", "dobj")) if u > unit)
            roots = root_of(s, zone)
            if not zone or not self.contents.is_piece(zone):
                continue
            if any(s.words[r] in PROPOSALS or s.words[r] in _OUTSIDE for r in roots):
                continue
            span = (s.units[unit].start, s.units[unit].end)
            return [Stand("support", span, span[0], zone, True, rule="sine-qua-non")]
        return []

    def refused(self, unit: int, v: int) -> bool:
        """Whether what stands "without" at `unit` is what the verb `v` says cannot be."""
        s = self.s
        denied = self.denies(v)
        at = unit
        for _ in range(_FARTHEST):
            if at == v:
                # "said without X, Y would be impossible": the parser hangs it on "said".
                told = s.kids(v, "ccomp") if at == s.heads[unit] and unit == v + 1 else ()
                return denied or any(self.denies(k) for k in told)
            if (at != unit and s.deps[at] not in _THROUGH) or s.heads[at] == at:
                return False
            at = s.heads[at]
            denied = denied or self.denies(at)
        return False

    def denies(self, at: int) -> bool:
        """Whether the word at `at` is denied, or denies: `not`, `no`, `unable`."""
        s = self.s
        return (
            is_negated(s, at)
            or s.words[at] in _REFUSING
            or any(s.words[k] in _UNABLE for k in s.kids(at, "acomp", "oprd", "ccomp"))
            or any(s.words[k] == "no" for k in s.kids(at, "det"))
            or any(s.words[x] == "no" for k in s.kids(at, "attr") for x in s.kids(k, "det"))
        )
