"""Why an actor that a sentence names took no position in it, as far as that can be seen."""

from collections.abc import Iterator
from dataclasses import dataclass

from ahcextract.explaining.tracing import Traced
from ahcextract.linking.parse import Sentence
from ahcextract.linking.units import Lifted, Unit
from ahcextract.linking.words import HYPOTHETICAL

#: What each code says, in words that fit any sentence.
REASONS: dict[str, str] = {
    "no-actor": "no actor is named",
    "no-cue": "no word that carries a stance",
    "cue-covered": "the word that carries a stance stands within a quotation, a name or an aside",
    "first-mention": "the issue has spoken of this actor's proposal before",
    "pronoun": "not known whom the pronoun means",
    "answers-nothing": "it answers what was said before, and nothing was said",
    "hypothetical": "it stands under a condition or a question",
    "addressee": "the actor is asked, told or spoken of, and does not act",
    "place": "the actor stands as a place",
    "behind-preposition": "the actor stands behind a preposition that makes it no speaker",
    "possessor": "what the actor owns carries no stance",
    "modifier": "the actor's name only describes a noun",
    "passive-subject": "something is done to the actor",
    "verb-without-cue": "the actor's verb carries no stance",
    "aside": "the actor stands in a parenthesis or aside that belongs to no statement",
    "quoted": "the actor stands within a quotation or a name",
    "no-rule": "no rule read it",
}
_PLACES = frozenset(
    "in at near outside through across around within into inside throughout beyond".split()
)
# Where the words may stand that make a stance together with a verb ("voiced support").
_OF_VERB = ("dobj", "acomp", "attr", "oprd", "prep", "prt", "xcomp", "ccomp", "advmod", "conj")
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl"})


@dataclass(frozen=True, slots=True)
class Reason:
    """Why nothing came of one actor.

    Attributes:
        code: key of `REASONS`.
        detail: the same with the sentence's own words.
        actor: ids of the actors it is about; None where it is about the whole sentence.
        start: offset of them in the document, in code points; of the sentence where None.
        end: offset behind them.
    """

    code: str
    detail: str
    actor: str | None
    start: int
    end: int

    @property
    def why(self) -> str:
        """The reason in words that fit any sentence."""
        return REASONS[self.code]


def reasons_of(traced: Traced) -> tuple[Reason, ...]:
    """One reason for each list of actors in the sentence that no draft has as its actor.

    A sentence in which no actor speaks has one that is about the whole of it; one in which all
    actors speak has none.
    """
    s = traced.sentence
    spoken = {d.member.start for d in traced.drafts if d.inherited is None}
    found: list[Reason] = []
    covered: set[int] = set()
    for index, unit in enumerate(s.units):
        if unit.kind != "actors":
            continue
        covered.update(range(unit.start, unit.end))
        beside = (m for aside in unit.asides for m in aside.members)
        if spoken.isdisjoint(m.start for m in (*unit.members, *beside)):
            found.append(_reason(s, unit, *_of_unit(traced, index)))
    for lifted in s.lifted:
        if lifted.members:
            covered.update(range(lifted.start, lifted.end))
            if spoken.isdisjoint(m.start for m in lifted.members):
                found.append(_reason(s, lifted, *_of_lifted(s)))
    found.extend(_of_rest(traced, covered, spoken))
    found.extend(_of_pronouns(traced))
    if not found and not traced.drafts:
        found.append(_of_sentence(s))
    return tuple(sorted(found, key=lambda r: r.start))


def _reason(s: Sentence, where: Unit | Lifted, code: str, detail: str) -> Reason:
    ids = ", ".join(dict.fromkeys(m.ref.id for m in where.members))
    return Reason(code, detail, ids, *s.place(where.start, where.end))


def _plain(code: str) -> tuple[str, str]:
    return code, REASONS[code]


def _unread(s: Sentence) -> tuple[str, str]:
    """Words of stance are there, and nothing says why they came to nothing."""
    words = dict.fromkeys(f'"{s.doc[slice(*cue.span)].text}"' for _, cue in sorted(s.cues.items()))
    return "no-rule", f"no rule read it, for all its {', '.join(words)}"


def _of_sentence(s: Sentence) -> Reason:
    """Why a sentence without any actor gave nothing."""
    named = [span for span in s.doc.spans["actors"] if s.start <= span.start < s.end]
    code, detail = (_cueless(s) or _unread(s)) if named or s.words else _plain("no-actor")
    return Reason(code, detail, None, *s.place(s.start, s.end))


def _of_pronouns(traced: Traced) -> Iterator[Reason]:
    s = traced.sentence
    for statement in traced.silent:
        if statement.pronoun is not None:
            unit = s.units[statement.place]
            detail = f'not known whom "{statement.pronoun}" means'
            yield Reason("pronoun", detail, None, *s.place(unit.start, unit.end))


def _of_rest(traced: Traced, covered: set[int], spoken: set[int]) -> Iterator[Reason]:
    """Actors that make no unit of the sentence: nationalities, names within quotations."""
    s = traced.sentence
    adjectives = {member.start: unit for unit, member in s.adjectives.items()}
    for span in s.doc.spans["actors"]:
        inside = s.start <= span.start and span.end <= s.end
        if not inside or span.start in covered or span.start in spoken:
            continue
        unit = adjectives.get(span.start)
        if unit is None:
            code, detail = _plain("quoted")
        else:
            code, detail = _silent(traced, unit) or _cueless(s) or _modifier(s, unit)
        yield Reason(code, detail, span._.actor.id, *s.place(span.start, span.end))


def _of_lifted(s: Sentence) -> tuple[str, str]:
    return _cueless(s) or _plain("aside")


def _of_unit(traced: Traced, a: int) -> tuple[str, str]:
    """Code and detail for the actors at unit `a`, the plainest cause first."""
    s = traced.sentence
    known = _silent(traced, a) or _cueless(s)
    if known is not None:
        return known
    if not s.heads:
        return _unread(s)
    while s.deps[a] in {"conj", "appos"} and s.is_actor(s.heads[a]):
        a = s.heads[a]
    return _condition(s, a) or _place(s, a)


def _silent(traced: Traced, a: int) -> tuple[str, str] | None:
    """What a statement that gave no draft says of its own silence."""
    for statement in traced.silent:
        if statement.place == a and statement.pronoun is None:
            return _plain("first-mention" if statement.first_mention else "answers-nothing")
    return None


def _cueless(s: Sentence) -> tuple[str, str] | None:
    if s.cues:
        return None
    covered = [c.text for c in s.doc.spans.get("cues", ()) if s.start <= c.start and c.end <= s.end]
    if covered:
        return "cue-covered", f'"{covered[0]}" stands within a quotation, a name or an aside'
    return _plain("no-cue")


def _condition(s: Sentence, a: int) -> tuple[str, str] | None:
    """`if A opposed X`, `asked whether A could accept X`."""
    at, seen = a, set[int]()
    while at not in seen:
        seen.add(at)
        for kid in s.kids(at, "mark", "advmod"):
            if s.words[kid] in HYPOTHETICAL:
                return "hypothetical", f'it stands under "{s.words[kid]}"'
        at = s.heads[at]
    return None


def _place(s: Sentence, a: int) -> tuple[str, str]:
    """By the syntactic place of the actors."""
    dep, head = s.deps[a], s.heads[a]
    word = s.words[head]
    if dep == "pobj":
        if word in _PLACES:
            return "place", f'the actor stands as a place, behind "{word}"'
        if word == "by" or s.cue(head) is not None:
            return _unread(s)
        return "behind-preposition", f'the actor stands behind "{word}"'
    if dep in {"dobj", "dative", "attr", "oprd"}:
        return "addressee", f'the actor is the object of "{word}"'
    if dep == "poss":
        return "possessor", f'"{word}", which the actor owns, carries no stance'
    if dep in {"compound", "amod", "nmod"}:
        return _modifier(s, a)
    if dep == "nsubjpass" and s.kid(head, "agent") is None:
        return "passive-subject", f'"{word}" is done to the actor'
    if dep in {"nsubj", "nsubjpass"}:
        return _subject(s, head)
    return _unread(s)


def _subject(s: Sentence, verb: int) -> tuple[str, str]:
    """A subject: of an infinitive that somebody asks for, or of a verb without a stance."""
    governor = s.words[s.heads[verb]]
    if s.deps[verb] in _CLAUSES and any(s.words[k] == "to" for k in s.kids(verb, "aux")):
        return "addressee", f'the actor is the one meant by "{governor}"'
    if not any(at in s.cues for at in (verb, *s.kids(verb, *_OF_VERB))):
        return "verb-without-cue", f'the actor\'s verb "{s.words[verb]}" carries no stance'
    return _unread(s)


def _modifier(s: Sentence, a: int) -> tuple[str, str]:
    if not s.heads:
        return _plain("modifier")
    return "modifier", f'the actor\'s name only describes "{s.words[s.heads[a]]}"'
