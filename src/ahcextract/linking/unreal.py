"""What a clause says of its subject without saying that it is so: forecasts, wishes, guesses."""

from ahcextract.linking.clauses import in_condition
from ahcextract.linking.parse import Sentence
from ahcextract.linking.words import HYPOTHETICAL

# "May yet object", "should defend": a forecast, or what somebody else asks of the subject.
_MAYBE = frozenset({"may", "might"})
_OUGHT = frozenset({"should", "must", "ought"})
_COULD = _MAYBE | {"can", "could", "would"}
_THAT = frozenset({"ccomp", "acl", "csubj", "xcomp", "relcl", "advcl"})
# Verbs whose clause is hoped for, guessed or made up.
_SUPPOSING = frozenset(
    "hope hopes hoped hoping wish wished wishes expect expects expected expecting imagine imagined "
    "imagines suppose supposed supposing assume assumed assuming guess guessed bet bets predict "
    "predicted predicts fancy picture dream dreamt dreamed doubt doubts doubted think thought "
    "presume presumed anticipate anticipated pretend pretended fear feared misheard pray".split()
)
# Nouns whose clause may be so or not.
_CHANCE = frozenset(
    "guess risk danger chance chances hope hopes possibility likelihood probability prospect "
    "prospects odds bet bets expectation expectations fear fears assumption prediction forecast "
    "question dream idea fantasy case time".split()
)
# What is denied to be there, denies what it would show.
_EVIDENCE = frozenset(
    "evidence sign signs indication record report reports proof hint suggestion trace word".split()
)
_LIKELY = frozenset(
    "likely unlikely possible probable conceivable untrue false wrong doubtful improbable "
    "imaginable inconceivable impossible unthinkable".split()
)
_CERTAIN = frozenset({"true", "clear", "certain", "known", "correct", "sure", "so", "excluded"})
_DENIED = frozenset("denied refuted dismissed unconfirmed unfounded untrue wrong false".split())
_AWAITED = frozenset({"expected", "anticipated", "awaited", "feared", "predicted", "foreseen"})
_NEARLY = frozenset({"nearly", "almost"})
_ONCE = frozenset({"once", "formerly", "originally", "initially", "previously", "earlier"})
_NOW = frozenset({"now", "today", "nowadays"})
_PASTS = frozenset({"had", "did", "was", "were", "has", "have"})
_BE = frozenset({"is", "was", "be", "are", "were", "been", "'s", "seems", "seemed"})


def is_unreal(s: Sentence, v: int) -> bool:
    """Whether the clause of verb `v` only hopes, guesses or demands that its subject do so."""
    aux = {s.words[k] for k in s.kids(v, "aux")}
    if aux & _OUGHT or (aux & _MAYBE and not is_conditional_consent(s, v)):
        return True
    if s.words[v : v + 2] == ["used", "to"] and s.kid(v, "xcomp") is not None:
        return True
    if any(s.words[k] in _NEARLY for k in s.kids(v, "advmod")) or is_instead(s, v):
        return True
    if in_condition(s, v):
        return True
    return is_counterfactual_verb(s, v, aux) or is_embedded(s, v, aux)


def turned_out(s: Sentence, v: int) -> bool:
    """`was quiet until A asked for X`: A did ask, unlike in `no deal until A agrees`."""
    marks = [k for k in s.kids(v, "mark", "advmod") if s.words[k] in HYPOTHETICAL]
    if [s.words[k] for k in marks] != ["until"] or s.kid(v, "aux") is not None:
        return False
    past = any(r.form == "ed" for r in s.readings(v, "verb"))
    above = s.heads[v]
    return past and above < v and not {s.words[k] for k in s.kids(above, "aux")} - _PASTS


def is_past_mind(s: Sentence, v: int) -> bool:
    """`A, which had once favoured X, now does without it`: it does not favour X any more."""
    had = any(s.words[k] == "had" for k in s.kids(v, "aux"))
    inside = set(s.subtree(v))
    if any(s.units[u].targets for u in inside):
        return False  # "A, which had opposed paragraph 2, now supports paragraph 3": two stands.
    once = any(s.words[k] in _ONCE for k in s.kids(v, "advmod"))
    return (had or once) and any(
        word in _NOW for k, word in enumerate(s.words) if k > v and k not in inside
    )


def is_instead(s: Sentence, v: int) -> bool:
    """`instead of A opposing X`: A did not."""
    prep = s.heads[v]
    return s.deps[v] == "pcomp" and "instead" in {s.words[prep - 1], s.words[s.heads[prep]]}


def is_conditional_consent(s: Sentence, v: int) -> bool:
    """`might support X if …` (guidelines 4, rule 15)."""
    agrees = any(r.stance == "support" for r in s.readings(v, "verb"))
    return agrees and any(
        s.words[k] in {"if", "provided"}
        for c in s.kids(v, "advcl")
        for k in [c, *s.kids(c, "mark")]
    )


def is_counterfactual_verb(s: Sentence, v: int, aux: set[str]) -> bool:
    """`without the break A would have objected`: it did not."""
    if not {"would", "have"} <= aux:
        return False
    opposing = any(r.stance == "oppose" for r in s.readings(v, "verb")[:1])
    return opposing or any(s.words[k] == "without" and k < v for k in s.kids(v, "prep"))


def is_embedded(s: Sentence, v: int, aux: set[str]) -> bool:
    """`one hopes that A will …`, `a risk that A …`, `it is time for A to …`, `as long as A …`."""
    while s.deps[v] == "conj" and s.kid(v, "nsubj", "nsubjpass") is not None:
        v = s.heads[v]
    above = s.heads[v]
    if s.deps[v] not in _THAT or above == v:
        return False
    subject = s.kid(v, "nsubj", "nsubjpass")
    if subject is None or s.words[subject] in {"which", "who", "that"}:
        return False
    if "to" in aux:
        return True  # "wanted A to oppose X", "time for A to oppose X"
    if aux & _COULD and any(s.words[k] == "how" for k in s.kids(v, "advmod")):
        return True
    if any(s.words[k] == "in" and s.words[k + 1] == "case" for k in s.kids(v, "prep")):
        return True
    if any(s.words[max(k - 2, 0) : k] == ["in", "case"] for k in s.kids(v, "nsubj", "nsubjpass")):
        return True
    if s.words[above] == "long" and any(s.words[k] in {"as", "so"} for k in s.children[above]):
        return True
    if above > v or any(s.words[k] == ";" for k in range(above, v)):
        return False
    return s.deps[v] != "advcl" and is_supposed_by(s, above)


def is_supposed_by(s: Sentence, above: int) -> bool:
    """Whether the word that governs a clause leaves it open, or denies it."""
    if s.words[above] in _SUPPOSING and not s.is_nominal(above):
        return True
    if s.words[above] in _CHANCE:
        return True
    if s.words[above] in _EVIDENCE:
        return is_denied_noun(s, above)
    if any(s.words[k] == "nobody" for k in s.kids(above, "nsubj")):
        return True  # "nobody heard A oppose X"
    if any(s.words[k] in _EVIDENCE and is_denied_noun(s, k) for k in s.kids(above, "nsubj")):
        return True
    judged = s.kids(above, "acomp", "attr") if s.words[above] in _BE else [above]
    negated = any(s.deps[k] == "neg" for k in s.children[above])
    return any(
        s.words[k] in _LIKELY or (negated and s.words[k] in _CERTAIN) for k in judged
    ) or any(s.words[k] in _CHANCE for k in s.kids(above, "nsubj") if s.words[above] in _BE)


def is_denied_noun(s: Sentence, noun: int) -> bool:
    """`no evidence that`, `did not find a sign that`."""
    if any(s.words[k] in {"no", "any", "little"} for k in s.children[noun]):
        return True
    above = s.heads[noun]
    return s.words[above] in _DENIED or any(s.deps[k] == "neg" for k in s.children[above])


def is_awaited(s: Sentence, noun: int) -> bool:
    """`resistance from A is possible`, `there might be resistance`: none has come yet."""
    above = s.heads[noun]
    if s.deps[noun] == "nsubjpass" and s.words[above] in _AWAITED:
        return True
    if s.words[above] not in _BE or s.deps[noun] not in {"nsubj", "attr"}:
        return False
    if any(s.words[k] in _MAYBE for k in s.kids(above, "aux")):
        return True
    return any(s.words[k] in _LIKELY for k in s.kids(above, "acomp"))


def is_counterfactual(s: Sentence) -> bool:
    """`Had A insisted, …`: what did not happen."""
    return s.words[0] in {"had", "were", "should"} and len(s.units) > 1 and s.is_actor(1)
