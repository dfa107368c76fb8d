"""Mends chains of verbs that one subject has: "A suggested X, highlighted Y and questioned Z"."""

from ahcextract.linking.parse import Sentence
from ahcextract.linking.references import PIECES
from ahcextract.linking.trees import move
from ahcextract.linking.words import SELF

_AND = frozenset({"and", "but", "yet", "then"})
_LINKS = _AND | {",", ";"}
_ADVERBS = frozenset({"also", "then", "instead", "further", "therefore"})
# A verb behind one of these may be that of its clause.
_CLAUSES = frozenset("that which who whom whose while whereas if whether because when".split())
# A participle goes on with one of these, a verb with what it governs.
_AFTER_PARTICIPLE = frozenset(
    ", . ; : and or by under in at during for within between from to text language wording "
    "draft version".split()
)
OF_NOUN = frozenset({"amod", "nmod", "compound"})
NEEDED = frozenset({"need", "necessity", "importance", "urgency"})
_CLAUSAL = frozenset({"ccomp", "parataxis", "dep", "advcl", "conj", "xcomp", "ROOT"})

# What somebody does of whom one speaks, and no text: "the list was long and asked for Y".
_SPEAKING = frozenset(
    "ask propose suggest request urge recommend want wish demand insist object question query "
    "prefer oppose support favour favor like".split()
)
_IT = frozenset({"it", "this", "that", "there"})
_DETERMINERS = frozenset({"the", "this", "that", "its", "a", "both", "these"})
_MODALS = frozenset({"should", "must", "shall", "ought"})


def played_role(s: Sentence, j: int) -> None:
    """`stressed the role X must play`: the role is stressed, not that it must play."""
    for clause in s.kids(j, "ccomp"):
        for noun in s.kids(clause, "nsubj"):
            if s.words[clause].startswith("play") and s.words[noun] in {"role", "part", "roles"}:
                move(s, noun, j, "dobj")
                move(s, clause, noun, "relcl")


def report_in_report(s: Sentence, j: int) -> None:
    """`said that X had closed and noted that Y had opened`: "noted" is the speaker's, not X's."""
    if s.deps[j] != "conj" or s.kid(j, "nsubj", "nsubjpass", "aux", "agent") is not None:
        return
    inner = s.heads[j]
    outer = s.heads[inner]
    if s.deps[inner] in {"acl", "ccomp"} and s.deps[outer] == "dobj":
        outer = s.heads[outer]  # "requested affirmation that X would stay and stressed that …"
    elif s.deps[inner] != "ccomp":
        return
    if s.kid(inner, "nsubj", "nsubjpass") is None:
        return
    if not s.readings(outer, "verb") or not any(r.form == "ed" for r in s.readings(j, "verb")):
        return
    # "said X must grow and, with B, noted Y": B says it with the speaker.
    beside = s.words[j - 1] == "and" and any(
        x.relation == "with" and x.after == j - 1 for x in s.lifted
    )
    own = s.kids(j, "ccomp")
    if beside or (own and any(s.words[k] == "that" for k in s.kids(own[0], "mark"))):
        move(s, j, outer, "conj")


def beside_claim(s: Sentence, j: int) -> None:
    """`feared that it was vague and asked for Y`: no text asks for anything; the speaker does."""
    link, cue = link_before(s, j), s.cue(j)
    if s.words[link] not in _AND or cue is None or s.kid(j, "aux", "auxpass", "agent") is not None:
        return
    readings = [r for r in s.readings(j, "verb") if r.form == "ed"]
    if not any(r.lemma.split()[0] in _SPEAKING or r.lemma == "call for" for r in readings):
        return
    if cue.end == j + 1 and s.kid(j, "dobj", "xcomp", "ccomp") is None:
        return
    that = next((k for k in range(link - 1, 0, -1) if s.words[k] in _CLAUSES or s.is_actor(k)), 0)
    if s.words[that] != "that" or not opens_on_text(s, that + 1, link) or that - 1 not in s.cues:
        return
    outer = s.cues[that - 1].start
    outer = s.heads[outer] if s.deps[outer] == "acomp" else outer
    if j not in s.subtree(outer) or outer == j:
        return
    before = [k for k in s.children[j] if k < link]
    subject = next((k for k in before if s.deps[k] in {"nsubj", "nsubjpass"}), None)
    if before and subject is None:
        return
    for child in before:  # The parser has taken the claim for a subject.
        clause = (s.heads[j], "ccomp") if child == subject else (subject or j, s.deps[child])
        move(s, child, *clause)
    move(s, j, outer, "conj")


def opens_on_text(s: Sentence, at: int, end: int) -> bool:
    """Whether a clause begins with a text for its subject: `it`, `the old list`, `paragraph 2`."""
    if s.words[at] in _IT or s.units[at].kind == "provisions":
        return True
    determined = s.words[at] in _DETERMINERS
    near = s.words[at + 1 : min(at + 4, end)]
    return determined and any(word in PIECES for word in near)


def told_clause(s: Sentence, j: int) -> None:
    """`stressed parties should agree`: "parties" was taken for all that is stressed."""
    if not any(r.stance == "neutral" and r.form in {"ed", "s"} for r in s.readings(j, "verb")):
        return
    for noun in s.kids(j, "dobj"):
        modal = max(s.subtree(noun)) + 1
        if modal >= len(s.words) or s.words[modal] not in _MODALS or s.deps[modal] != "aux":
            continue
        verb = s.heads[modal]
        if verb > modal and s.kid(verb, "nsubj", "nsubjpass") is None:
            move(s, noun, verb, "nsubj")
            move(s, verb, j, "ccomp")
            return


def chained(s: Sentence, j: int) -> None:
    """`A suggested X, highlighted Y and questioned Z`: "highlighted" goes with "suggested"."""
    before = link_before(s, j)
    if not before or not is_finite(s, j) or s.kid(j, "aux", "auxpass", "agent", "mark"):
        return
    v = verb_before(s, before)
    subject = s.kid(j, "nsubj", "nsubjpass")
    if v is None or in_chain(s, j) or (subject is not None and not v < subject < before):
        return
    if subject is not None and (s.is_actor(subject) or s.kid(v, "dobj", "xcomp", "prep")):
        return
    if s.deps[j] in OF_NOUN:
        freed = free_adjective(s, j, before)
    elif s.deps[j] == "conj" and s.deps[s.heads[j]] in OF_NOUN and s.heads[s.heads[j]] > j:
        freed = free_judgement(s, j)
    else:
        freed = s.deps[j] in _CLAUSAL
    if not freed or not is_above(s, v, j):
        return
    for child in list(s.children[j]):
        if child < before and child != v:
            move(s, child, v, "dobj" if child == subject else s.deps[child])
    move(s, j, v, "conj")


def demanding(s: Sentence, j: int) -> None:
    """`sees X as a trap and demands that it go`: the demand was hung on the trap."""
    if s.deps[j] != "conj" or s.words[j - 1] not in _AND or s.words[j + 1 : j + 2] != ["that"]:
        return
    clause, above = s.heads[j + 1], s.heads[j]
    if clause <= j or s.kid(j, "det", "amod", "poss") is not None:
        return
    while s.heads[above] != above and not has_speaker(s, above):
        above = s.heads[above]
    if above < j and above != s.heads[j] and has_speaker(s, above):
        move(s, j, above, "conj")
        move(s, clause, j, "ccomp")


def has_speaker(s: Sentence, v: int) -> bool:
    """Whether the subject of verb `v` is somebody who speaks."""
    return any(s.is_actor(k) or s.words[k] in SELF - {"it"} for k in s.kids(v, "nsubj") if k < v)


def link_before(s: Sentence, j: int) -> int:
    """The comma or "and" before a verb and its adverbs; 0 if neither stands there."""
    at = j - 1
    while at > 0 and (s.words[at].endswith("ly") or s.words[at] in _ADVERBS):
        at -= 1
    return at if s.words[at] in _LINKS else 0


def is_finite(s: Sentence, j: int) -> bool:
    """Whether a word in -ed has behind it what a verb governs, and no participle would."""
    readings = s.readings(j, "verb")
    cue = s.cue(j)
    if not readings or readings[0].form != "ed" or cue is None or cue.end >= len(s.words):
        return False
    return cue.end > j + 1 or s.words[j + 1] not in _AFTER_PARTICIPLE


def verb_before(s: Sentence, before: int) -> int | None:
    """The nearest finite verb of saying before unit `before`, no other clause between."""
    for v in range(before - 1, 0, -1):
        if s.words[v] in _CLAUSES or (s.is_actor(v) and s.words[v - 1] in _LINKS):
            return None
        readings = s.readings(v, "verb")
        if readings and readings[0].form == "ed" and s.kid(v, "auxpass") is None:
            subject = s.kid(v, "nsubj")
            if (subject is not None and subject < v) or in_chain(s, v):
                return v
    return None


def in_chain(s: Sentence, j: int) -> bool:
    """Whether a verb hangs, by "conj" alone, on one with a subject before it."""
    at = j
    while s.deps[at] == "conj":
        at = s.heads[at]
        readings = s.readings(at, "verb")
        if not readings or readings[0].form not in {"ed", "s"}:
            return False
        subject = s.kid(at, "nsubj", "nsubjpass")
        if subject is not None:
            return subject < at
    return False


def free_adjective(s: Sentence, j: int, before: int) -> bool:
    """`…, highlighted sectoral targets`: the targets are what is highlighted."""
    noun = s.heads[j]
    if noun < j or (s.deps[before - 1] in OF_NOUN and s.heads[before - 1] >= noun):
        return False
    if any(k < before for k in s.subtree(noun)):
        return False
    above = s.heads[noun]
    if above == noun:
        return False
    move(s, j, above, "conj")
    move(s, noun, j, "dobj")
    return True


def free_judgement(s: Sentence, j: int) -> bool:
    """`opposed X as premature and preferred adding Y`: it is not Y that is premature."""
    judgement = s.heads[j]
    noun = s.heads[judgement]
    if s.words[judgement - 1] != "as":
        return False
    above, dep = s.heads[noun], s.deps[noun]
    if above == noun:
        return False
    move(s, judgement, above, "amod" if dep == "pobj" else dep)
    move(s, noun, j, "xcomp" if s.words[noun].endswith("ing") else "dobj")
    return True


def is_above(s: Sentence, v: int, j: int) -> bool:
    """Take `v` out from below `j`, if it hangs there; whether it now stands clear of it."""
    if v in s.children[j]:
        own = s.heads[j]
        move(s, v, own if own != j else v, s.deps[j])
    return v not in s.subtree(j)


def needed_beside(s: Sentence, j: int) -> None:
    """`raised the issue of X and the need to do Y`: "need" was hung on the verb."""
    if s.words[j] not in NEEDED or s.deps[j] != "conj" or s.kid(j, "det") is None:
        return
    v = s.heads[j]
    thing = s.kid(v, "dobj")
    if thing is not None and v < thing < j:
        move(s, j, thing, "conj")


def told_participle(s: Sentence, j: int) -> None:
    """`…, warning that X would Y`: the parser took the warning for a subject."""
    if (
        s.words[j - 1] != ","
        or not s.words[j].endswith("ing")
        or s.words[j + 1 : j + 2] != ["that"]
    ):
        return
    clause = s.heads[j]
    v = verb_before(s, j - 1)
    if s.deps[j] not in {"csubj", "nsubj"} or clause < j or v is None or v in s.subtree(j):
        return
    if s.deps[clause] not in _CLAUSAL or not is_above(s, v, clause):
        return
    move(s, j, v, "advcl")
    move(s, clause, j, "ccomp")
