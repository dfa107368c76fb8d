"""Mends what the small model regularly gets wrong in these sentences, before they are read."""

from ahcextract.linking.asked import FIGURES, apposed, asked_to_go, asked_whom, clause_before
from ahcextract.linking.chains import (
    NEEDED,
    OF_NOUN,
    beside_claim,
    chained,
    demanding,
    needed_beside,
    played_role,
    report_in_report,
    told_clause,
    told_participle,
)
from ahcextract.linking.clauses import conditions, contrasts, pairs, views, which_clauses
from ahcextract.linking.colons import colon_lists
from ahcextract.linking.comments import comments
from ahcextract.linking.content import VEHICLES
from ahcextract.linking.parse import CueAt, Sentence
from ahcextract.linking.quoted import quoted_subject, worded
from ahcextract.linking.trees import move

_CLOSING = frozenset({",", ".", ";"})
_TOLD = frozenset(
    "expected asked invited urged pressed called told known seated elected represented tipped "
    "thought believed rumoured supposed reported said assumed".split()
)
_RELATIVES = frozenset({"which", "who"})
_PARTS = frozenset({"role", "roles", "part"})
_AND = frozenset({"and", "but", "or", "yet", "then"})


def repair(s: Sentence) -> None:
    """Mend the tree of `s` in place; each step names one regular mistake."""
    colon_lists(s)
    particles(s)
    conditions(s)
    contrasts(s)
    pairs(s)
    views(s)
    which_clauses(s)
    comments(s)
    for index in range(1, len(s.units)):
        if s.units[index].kind != "word":
            continue
        # Most words are no verb of the lexicon, and none of those that the others are about: a look
        # at the word, its cue and its label spares it a dozen functions.
        word = s.words[index]
        if word in _TOLD:
            expected_of_subject(s, index)
        if index in s.cues and s.readings(index, "verb"):
            mend_verb(s, index)
        mend_word(s, index, word)


def mend_verb(s: Sentence, index: int) -> None:
    """Mend what stands around a verb of the lexicon."""
    comma_coordination(s, index)
    inverted_report(s, index)
    subject_participle(s, index)
    coordinated_participle(s, index)
    report_in_report(s, index)
    beside_claim(s, index)
    past_below_infinitive(s, index)
    chained(s, index)
    demanding(s, index)
    told_clause(s, index)
    played_role(s, index)


def mend_word(s: Sentence, index: int, word: str) -> None:
    """Mend what stands around any word, by the word, its cue and its label."""
    if word in _RELATIVES:
        whose_clause(s, index)
    if word in _PARTS:
        part_played(s, index)
    if index in s.cues:
        worded(s, index)
        asked_to_go(s, index)
        asked_whom(s, index)
    if s.children[index]:
        subject_of_auxiliary(s, index)
    gapped_preposition(s, index)
    if s.deps[index] == "advcl":
        vehicle(s, index)
    if s.children[index]:
        clause_before(s, index)
    if word in FIGURES:
        apposed(s, index)
    if word in NEEDED:
        needed_beside(s, index)
    if word.endswith("ing"):
        told_participle(s, index)
    if s.deps[index] in OF_NOUN:
        edited(s, index)
        coordinated_edit(s, index)
    if s.deps[index] == "relcl":
        quoted_subject(s, index)


def subject_of_auxiliary(s: Sentence, j: int) -> None:
    """`A was not convinced`: A was hung on "was", the auxiliary of "convinced"."""
    verb = s.heads[j]
    if s.deps[j] not in {"auxpass", "aux"} or verb <= j or s.kid(verb, "nsubj", "nsubjpass"):
        return
    for subject in s.kids(j, "nsubj", "nsubjpass"):
        if subject < j:
            move(s, subject, verb, "nsubjpass" if s.deps[j] == "auxpass" else "nsubj")


def gapped_preposition(s: Sentence, j: int) -> None:
    """`A called for X, B for Y`: what B called for was hung on A's verb."""
    v, actor = s.heads[j], j - 1
    if s.deps[j] != "prep" or actor < 3 or v >= actor or not s.is_actor(actor):
        return
    again = any(k < actor and s.words[k] == s.words[j] for k in s.kids(v, "prep"))
    if again and s.words[actor - 1] in {",", ";", "and", "but"}:
        move(s, j, actor, "prep")


def vehicle(s: Sentence, j: int) -> None:
    """`resisted every call to drop X`: "to drop X" was hung on "resisted", as if its purpose."""
    to = min(s.subtree(j))
    noun = to - 1
    if s.words[to] != "to" or noun < 1 or s.words[noun] not in VEHICLES:
        return
    if s.deps[noun] == "dobj" and s.heads[noun] == s.heads[j] < noun:
        move(s, j, noun, "acl")


def whose_clause(s: Sentence, which: int) -> None:
    """`A surprise from A, which can accept X`: A can, where the parser hangs it on "surprise".

    `Brought back by A, which would add X`: or as a clause of its own on "brought".
    """
    v, actor = s.heads[which], which - 2
    if s.deps[which] != "nsubj" or actor < 1 or s.words[which - 1] != "," or not s.is_actor(actor):
        return
    takes_side = any(r.stance in {"support", "oppose"} for r in s.readings(v, "verb"))
    apart = s.deps[v] == "advcl" and s.deps[actor] == "pobj" and s.heads[v] < actor
    if apart or (s.deps[v] == "relcl" and s.heads[v] < actor and takes_side):
        move(s, v, actor, "relcl")


def part_played(s: Sentence, j: int) -> None:
    """`stressed the role cities must play`: the role is what is stressed, not that they must."""
    subject = s.heads[j]
    verb = s.heads[subject]
    if s.deps[j] != "compound" or s.deps[subject] != "nsubj" or s.deps[verb] != "ccomp":
        return
    if subject != j + 1 or not s.words[verb].startswith("play"):
        return
    for child in [k for k in s.children[subject] if k < j]:
        move(s, child, j, s.deps[child])
    move(s, j, s.heads[verb], "dobj")
    move(s, verb, j, "relcl")


def particles(s: Sentence) -> None:
    """`A turned the text down`: the verb is the cue "turn down"."""
    for parted in s.parted:
        verb, particle = s.unit_of(parted.verb), s.unit_of(parted.particle)
        between = s.units[verb + 1 : particle]
        if min(verb, particle) < 0 or s.deps[verb] in {"amod", "compound"} or not between:
            continue
        # A list of actors in between is who did something, not what it was done to.
        if any(unit.kind == "actors" for unit in between):
            continue
        if s.heads[particle] in {verb, *range(verb + 1, particle)}:
            move(s, particle, verb, "prt")
            s.cues[verb] = CueAt(verb, verb + 1, parted.readings, (parted.verb, parted.verb + 1))


def comma_coordination(s: Sentence, j: int) -> None:
    """`A welcomed X, noted Y and requested Z`: "welcomed" was hung below "noted"."""
    if s.words[j - 1] not in {",", ";"} or s.kid(j, "nsubj", "nsubjpass", "aux") is not None:
        return
    readings = s.readings(j, "verb")
    if not readings or readings[0].form not in {"ed", "s"}:
        return
    for first in s.kids(j, "ccomp"):
        subject = s.kid(first, "nsubj")
        if first < j and subject is not None and s.is_actor(subject) and s.readings(first, "verb"):
            own = s.heads[j]
            move(s, first, own if own != j else first, s.deps[j])
            move(s, j, first, "conj")
            return


def inverted_report(s: Sentence, j: int) -> None:
    """`Article 7, said A, was unnecessary`: A is who said it, not what was unnecessary."""
    a = j + 1
    if a >= len(s.units) or not s.is_actor(a) or s.is_actor(j - 1):
        return
    if s.words[j - 1] not in {",", '"', "'"} or (
        a + 1 < len(s.units) and s.words[a + 1] not in _CLOSING
    ):
        return
    if not any(r.stance == "neutral" and r.form in {"ed", "s"} for r in s.readings(j, "verb")):
        return
    clause = s.heads[a]
    move(s, a, j, "nsubj")
    for subject in s.kids(j, "nsubj", "nsubjpass"):
        if subject != a:
            behind = clause if clause != j else next(iter(s.kids(j, "ccomp")), j)
            if behind != j:
                move(s, subject, behind, s.deps[subject])


def subject_participle(s: Sentence, j: int) -> None:
    """`B preferred option 2`: "B preferred" was taken for a description of the option."""
    noun = s.heads[j]
    if not s.is_actor(j - 1) or s.deps[j] not in {"amod", "nmod", "compound"} or noun <= j:
        return
    if not any(r.form in {"ed", "s"} for r in s.readings(j, "verb")) or s.heads[j - 1] != noun:
        return
    move(s, j, s.heads[noun] if s.heads[noun] != noun else j, s.deps[noun])
    move(s, noun, j, "dobj")
    move(s, j - 1, j, "nsubj")
    for child in list(s.children[noun]):
        if child < j - 1:
            move(s, child, j, s.deps[child])


def coordinated_participle(s: Sentence, j: int) -> None:
    """`highlighted X and described Y`: "described" was taken for an adjective of Y."""
    before = j - 1
    while before > 0 and s.words[before].endswith("ly"):
        before -= 1
    if s.words[before] not in _AND or s.deps[j] not in {"amod", "nmod", "compound"}:
        return
    if not any(r.form in {"ed", "s"} for r in s.readings(j, "verb")):
        return
    noun = s.heads[j]
    verb = noun
    while s.deps[verb] in {"conj", "dobj", "pobj", "prep", "appos"} and verb != s.heads[verb]:
        verb = s.heads[verb]
        if s.readings(verb, "verb"):
            break
    if noun <= j or verb >= j or not s.readings(verb, "verb"):
        return
    move(s, j, verb, "conj")
    move(s, noun, j, "dobj")
    for child in list(s.children[noun]):
        if child < before:
            move(s, child, verb, s.deps[child])


def past_below_infinitive(s: Sentence, j: int) -> None:
    """`highlighted the need to act and called for X`: "called" goes with "highlighted"."""
    if s.deps[j] != "conj" or s.kid(j, "nsubj", "nsubjpass", "aux", "auxpass") is not None:
        return
    readings = s.readings(j, "verb")
    if (
        not readings
        or readings[0].form != "ed"
        or s.kid(j, "dobj", "prep", "ccomp", "xcomp") is None
    ):
        return
    head = s.heads[j]
    if (
        s.deps[head] not in {"xcomp", "acl", "pcomp", "relcl", "advcl"}
        or s.kid(j, "agent") is not None
    ):
        return
    bare = any(s.words[k] == "to" for k in s.kids(head, "aux")) or s.deps[head] in {"acl", "pcomp"}
    if not bare or (s.deps[head] == "acl" and s.kid(j, "dobj", "prep") is None):
        return
    above = s.heads[head]
    while above != s.heads[above] and not is_past(s, above):
        above = s.heads[above]
    if above < j and is_past(s, above):
        move(s, j, above, "conj")


def edited(s: Sentence, j: int) -> None:
    """`proposed deleting text`, `asked to delete text`: "delete" was taken for an adjective."""
    noun, to = s.heads[j], s.words[j - 1] == "to"
    if s.deps[j] not in {"amod", "compound", "nmod"} or noun < j or j < 2:
        return
    forms = {(r.form, r.op) for r in s.readings(j, "operation")}
    if not forms & ({("base", "delete"), ("base", "retain")} if to else {("ing", "delete")}):
        return
    v = j - 2 if to else j - 1
    readings = s.readings(v, "verb")
    if not readings or readings[0].stance == "neutral" or s.deps[noun] not in {"dobj", "pobj"}:
        return
    if s.heads[noun] not in {v, j - 1}:
        return
    move(s, noun, j, "dobj")
    move(s, j, v, "xcomp")
    if to:
        move(s, j - 1, j, "aux")
    for child in list(s.children[noun]):
        if child < j:
            move(s, child, j, s.deps[child])


def coordinated_edit(s: Sentence, j: int) -> None:
    """`would keep X and insert "Y"`: "insert" was taken for a part of the object's name."""
    noun = s.heads[j]
    if s.deps[j] not in {"amod", "compound", "nmod"} or s.deps[noun] != "conj" or noun < j:
        return
    if s.words[j - 1] not in _AND or s.units[noun].kind not in {"quote", "provisions"}:
        return
    if not any(r.form == "base" for r in s.readings(j, "operation")):
        return
    move(s, j, s.heads[noun], "conj")
    move(s, noun, j, "dobj")


def is_past(s: Sentence, v: int) -> bool:
    """Whether `v` is a finite verb with a subject."""
    if s.kid(v, "nsubj") is None:
        return False
    return s.words[v].endswith("ed") or any(r.form in {"ed", "s"} for r in s.readings(v, "verb"))


def expected_of_subject(s: Sentence, j: int) -> None:
    """`A, expected to oppose X, endorsed it`: "expected" only describes A."""
    if s.words[j] not in _TOLD or j < 2 or s.words[j - 1] != ",":
        return
    if not s.is_actor(j - 2) or s.heads[j - 2] != j:
        return
    if s.kid(j, "aux", "auxpass", "mark") is not None:
        return
    main = s.heads[j]
    if s.deps[j] in {"advcl", "ccomp"} and main > j and s.kid(main, "nsubj", "nsubjpass") is None:
        move(s, j, main, "advcl")
        move(s, j - 2, main, "nsubj")
