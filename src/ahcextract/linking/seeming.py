"""Nouns that look like somebody's stand and are none: offers to host, signed instruments, needs."""

from ahcextract.lexicon import Cue
from ahcextract.linking.parse import Sentence
from ahcextract.linking.trees import below, is_negated

_OFFERS = frozenset({"offer", "offers", "invitation", "proposal", "pledge"})
# What somebody offers to do or to give: its own conduct, not the text (D29).
_OWN_CONDUCT = frozenset(
    "host organize organise provide help assist fund finance chair train pay contribute donate "
    "share lend house".split()
)
_INSTRUMENTS = frozenset({"instrument", "instruments", "letter", "letters", "deed", "deeds"})
_COURTING = frozenset(
    "need needs needed seek seeks sought want wants wanted require requires required await awaits "
    "awaited court courted courts seeking needing".split()
)
_OVERCOME = frozenset(
    "gone dispelled overcome unfounded groundless baseless laid allayed anticipated forgotten "
    "disappeared vanished evaporated".split()
)
_SURPRISES = frozenset({"surprise", "surprises"})
_BOTH_SIDES = frozenset({"between", "among", "amongst"})


def only_seems(s: Sentence, noun: int, prep: int, reading: Cue) -> bool:
    """Whether the noun that `from A`, `by A` or `of A` belongs to is no stand of A's."""
    # "Supporters of A" support A.
    supporters = not reading.light and reading.stance != "propose"
    if s.words[prep] == "of" and (supporters or is_need(s, noun)):
        return True
    if s.words[noun] in _SURPRISES and s.words[prep] == "from":
        return True  # "A surprise from A" is the author's.
    return is_deposited(s, noun) or is_shared(s, noun, prep, reading)


def is_conduct(s: Sentence, noun: int) -> bool:
    """`A's offer to host X`, `the offer by A to provide data`."""
    return s.words[noun] in _OFFERS and any(
        s.words[k] in _OWN_CONDUCT for k in s.kids(noun, "acl", "relcl", "xcomp")
    )


def is_courted(s: Sentence, noun: int, reading: Cue) -> bool:
    """`needs the support of A`, `A's doubts were dispelled`: not there yet, or no more."""
    verb = s.words[s.heads[noun]]
    if s.deps[noun] == "dobj" and reading.stance == "support":
        return verb in _COURTING
    over = reading.stance in {"oppose", "concern"} and s.deps[noun] in {"nsubj", "nsubjpass"}
    over = over and not is_negated(s, s.heads[noun])
    ends = [s.words[k] for k in s.kids(s.heads[noun], "acomp", "attr", "oprd", "advmod")]
    return over and bool(_OVERCOME & {verb, *ends})


def is_deposited(s: Sentence, noun: int) -> bool:
    """`instruments of acceptance from A`, `the Quito Amendment from A`: a name of something."""
    prep = s.heads[noun]
    if s.deps[noun] == "pobj" and s.words[prep] == "of" and s.words[s.heads[prep]] in _INSTRUMENTS:
        return True
    at = s.units[noun].start
    text = s.doc[at].text
    if not (at > s.start + 1 and text[0].isupper() and not text.isupper()):
        return False
    before = s.doc[at - 1]
    return before.text[0].isupper() and before.is_alpha and not before.is_stop


def is_shared(s: Sentence, noun: int, prep: int, reading: Cue) -> bool:
    """`disagreement between A and B`, `the agreement among A and B`: nobody's side is told."""
    if s.words[prep] not in _BOTH_SIDES or reading.stance not in {"oppose", "support"}:
        return False
    if reading.stance == "oppose":
        return True
    rest = [k for k in s.kids(noun, "prep", "acl", "relcl") if k != prep]
    return not below(s, rest)


def is_need(s: Sentence, noun: int) -> bool:
    """`a reference to special concerns of A`: what matters to A, nothing that A has said."""
    if s.words[noun] not in {"concerns", "interests", "concern", "interest"}:
        return False
    return s.deps[noun] == "pobj" and s.words[s.heads[noun]] in {"to", "of", "for", "in", "on"}
