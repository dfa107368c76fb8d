"""Words that refer to something said before: "this", "these provisions", "the issues above"."""

from collections.abc import Sequence
from dataclasses import replace

from ahcextract.linking.context import Memory, Place, nearest_of
from ahcextract.linking.parse import Sentence
from ahcextract.linking.passage import as_whole, narrowed, wholes

PRONOUNS = frozenset(
    {"this", "it", "they", "them", "these", "those", "that", "both", "so", "latter", "former"}
)
# Which of several provisions named together is meant: by place in the list, counted from 0.
ORDINALS = {"former": 0, "latter": -1, "first": 0, "second": 1, "third": 2}
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "their", "such"})
# Nouns that mean a piece of the text under discussion.
PIECES = frozenset(
    "reference references mention language wording text texts list lists word words phrase phrases "
    "term terms formulation sentence sentences clause clauses paragraph paragraphs article "
    "articles provision provisions subparagraph subparagraphs passage passages section "
    "chapter preamble draft version footnote number figure threshold qualifier caveat "
    "elements element lines line issues issue points point items item parts part half bracket "
    "brackets title chapeau".split()
)
PROVISION_NOUNS = frozenset(
    "paragraph paragraphs article articles provision provisions subparagraph subparagraphs "
    "clause clauses".split()
)
# Nouns that say what is quoted: what the quotation speaks of is not what is talked of.
WORDINGS = frozenset("phrase phrases word words term terms wording".split())
# Nouns that mean what somebody has put forward.
PROPOSALS = frozenset(
    "proposal proposals suggestion suggestions idea ideas modification modifications change "
    "changes amendment amendments deletion addition additions inclusion removal compromise "
    "move motion request requests call calls approach edit edits insertion replacement "
    "position positions view views offer initiative formula concern concerns objection "
    "objections doubt doubts worry worries fear fears misgivings reservation reservations "
    "criticism criticisms".split()
)
# What a text has that is judged: "its vagueness", "its second half".
_QUALITIES = frozenset(
    "scope length vagueness weakness weaknesses strength breadth drafting ambiguity imprecision "
    "narrowness brevity overbreadth clarity content contents purpose substance harshness "
    "rigidity openness deficiencies shortcomings flaws usefulness necessity half sentence "
    "sentences wording list phrase clause line element elements".split()
)
# Both of them, or none.
_EITHER = frozenset({"neither", "either"})
_PLURAL = frozenset(
    "these those both them clauses articles paragraphs provisions issues points items lists "
    "elements".split()
)
_ABOVE = frozenset({"above", "above-mentioned", "aforementioned", "foregoing"})


def root_of(s: Sentence, zone: tuple[int, ...]) -> list[int]:
    """Units of `zone` whose head lies outside of it; prepositions give way to what they govern."""
    known = s.roots.get(zone)
    if known is None:
        known = s.roots[zone] = tuple(_roots(s, zone))
    return list(known)


def _roots(s: Sentence, zone: tuple[int, ...]) -> list[int]:
    inside = set(zone)
    roots = [u for u in zone if s.heads[u] not in inside or s.heads[u] == u]
    found: list[int] = []
    while roots:
        at = roots.pop(0)
        if s.deps[at] == "prep" and s.children[at]:
            roots = [k for k in s.kids(at, "pobj", "pcomp") if k in inside] + roots
        else:
            found.append(at)
    return found


def determiner(s: Sentence, noun: int) -> str:
    """Word that determines the noun at unit `noun`, empty for none."""
    for kid in s.kids(noun, "det", "poss", "predet", "preconj"):
        return s.words[kid]
    return ""


def refers(s: Sentence, zone: tuple[int, ...]) -> tuple[str, str] | None:
    """How `zone` refers back: (`pronoun` | `piece` | `proposal` | `above`, the word); or None."""
    if any(s.words[u] in _ABOVE for u in zone):
        return "above", next(s.words[u] for u in zone if s.words[u] in _ABOVE)
    roots = root_of(s, zone)[:2]
    subjects = [k for r in roots for k in s.kids(r, "nsubj", "nsubjpass", "dobj") if k in zone]
    for root in [*roots, *subjects]:
        word = s.words[root]
        if word in {"its", "their"} or is_such(s, root):
            return "pronoun", "it"
        if word in _QUALITIES and (det := determiner(s, root)) in {"its", "their"}:
            return "pronoun", "it" if det == "its" else "them"  # "lamented its vagueness"
        if root in subjects and word not in PROVISION_NOUNS and word not in {"this", "it", "them"}:
            continue
        if word in PRONOUNS and s.kid(root, "acl", "relcl", "prep") is None:
            return "pronoun", word
        det = determiner(s, root)
        if word in _EITHER or (det in _EITHER and word in PROVISION_NOUNS):
            return "pronoun", "both"
        if word in ORDINALS and det == "the" and is_alone(s, root):
            return "pronoun", word
        if det not in DEFINITE and not (word in PIECES and is_owned(s, root)):
            continue
        if word in PROPOSALS:
            return "proposal", word
        if word in PIECES:
            return "piece", word
    return within(s, zone)


def is_such(s: Sentence, noun: int) -> bool:
    """`such a fund`, `such rules`, with no topic in it: what was put forward before."""
    if not any(s.words[k] == "such" for k in s.children[noun] if k < noun):
        return False
    units = set(s.subtree(noun))
    return s.words[noun + 1 : noun + 2] != ["as"] and not any(
        s.unit_of(t.start) in units for t in s.topics
    )


def within(s: Sentence, zone: tuple[int, ...]) -> tuple[str, str] | None:
    """A provision that `zone` refers to further down ("a deadline in these articles")."""
    for unit in zone:
        if (
            s.words[unit] in PROVISION_NOUNS
            and s.deps[unit] == "pobj"
            and determiner(s, unit) in DEFINITE
        ):
            return "piece", s.words[unit]
        if s.words[unit] in {"place", "stead"} and determiner(s, unit) in {"its", "their"}:
            return "pronoun", "it"  # "A reference to X in its place": instead of it.
    return None


def is_alone(s: Sentence, ordinal: int) -> bool:
    """Whether "the second" stands for itself: no noun, no "of", no "to do" behind it."""
    own = {"det", "cc", "conj", "punct", "neg", "preconj", "appos", "npadvmod"}
    return all(s.deps[k] in own for k in s.children[ordinal])


def is_owned(s: Sentence, noun: int) -> bool:
    """Whether a noun is somebody's ("the Chair's version")."""
    return any(s.is_actor(kid) for kid in s.kids(noun, "poss"))


def is_text(s: Sentence, zone: tuple[int, ...]) -> bool:
    """Whether `zone` speaks of the text: a provision, or a noun for a piece or change of it."""
    return any(
        s.units[u].kind in {"provisions", "quote"}
        or s.words[u] in PIECES
        or s.words[u] in PROPOSALS
        for u in zone
    )


def is_plural(word: str) -> bool:
    """Whether a referring word asks for more than one provision."""
    return word in _PLURAL


def find_provisions(memory: Memory, word: str, own: Sequence[Place] = ()) -> Place | None:
    """What "the article", "these provisions", "both paragraphs" refers to; None if not sure.

    Args:
        memory: of the issue.
        word: that refers.
        own: provisions that the sentence itself has named before.
    """
    if word in _ABOVE:
        return joined(memory.run)
    if word in ORDINALS:
        one = memory.ordinal(ORDINALS[word], pair=word in {"former", "latter"})
        if one is not None or word not in {"former", "latter"}:
            return one
    if is_plural(word):
        return several(memory, word)
    if memory.label.targets:
        return narrowed(memory, word, own)
    found = nearest_of(list(own)) if own else memory.focus()
    if found is None and not own and not memory.places and word in PRONOUNS | PROVISION_NOUNS:
        found = memory.carried
    if found is None or (len(found.targets) != 1 and word in PROVISION_NOUNS):
        return None
    return as_whole(found, word, memory.places)


def several(memory: Memory, word: str) -> Place | None:
    """What "both articles", "these", "them" refers to; None if not sure."""
    last = [p for p in memory.places if p.targets]
    if word == "articles" and 1 < len(articles := wholes(last)) <= 3:
        return replace(joined(last) or Place(), targets=articles)
    plural = [p for p in last if len(p.targets) > 1]
    if plural:
        return plural[-1]
    distinct = {p.targets for p in last}
    if 1 < len(distinct) <= 3:
        return joined(last)
    if memory.label.targets:
        return memory.label
    if not last and len(memory.heading.targets) > 1:
        return memory.heading
    return joined(memory.run) if len(memory.run) > 1 and not last else None


def joined(places: list[Place]) -> Place | None:
    """One place for several; None for none."""
    targets = tuple(dict.fromkeys(t for p in places for t in p.targets))
    topics = tuple(dict.fromkeys(t for p in places for t in p.topics))
    spans = [p.span for p in places if p.span]
    if not (targets or topics):
        return None
    span = (spans[0][0], spans[-1][1]) if spans else None
    return Place(targets, topics, span)
