"""Component that finds actors: `doc.spans["actors"]`, read in `span._.actor`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Span

from ahcextract.mentions import ActorRef, register
from ahcextract.pipeline.chairs import find_chairs
from ahcextract.pipeline.collectives import NUMBERS, CollectiveFinder, Found, singular
from ahcextract.pipeline.names import is_person, name_end, name_tokens_before
from ahcextract.pipeline.overlap import longest
from ahcextract.pipeline.persons import PersonFinder, is_people
from ahcextract.pipeline.phrases import PhraseTable
from ahcextract.pipeline.tokens import Tokens
from ahcextract.pipeline.unknowns import UnknownFinder, slug
from ahcextract.profile import Profile

_Kind = Literal["actor", "title", "blocked", "noun", "bare", "one", "pronoun"]
_PRONOUNS = (
    "many", "several", "some", "others", "most", "a few", "few", "a number", "a majority",
    "several others", "many others", "some others", "a few others", "various others",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a phrase stands for: its kind and, for actors, who."""

    kind: _Kind
    ref: ActorRef | None = None


_BLOCKED = _Entry("blocked")
_CHAIR = _Entry("actor", ActorRef("CHAIR", "chair", "Chair"))
_Find = tuple[int, int, _Entry]


def _entries(profile: Profile) -> Iterator[tuple[str, _Entry]]:
    """All phrases. What blocks comes first: it wins over an actor of the same name."""
    for phrase in profile.not_actors:
        yield phrase, _BLOCKED
    for actor in (*profile.states, *profile.actors):
        if actor.type == "chair":
            for title in actor.aliases:
                yield title, _Entry("title")
                yield title + ("es" if title.endswith("s") else "s"), _Entry("title")
            continue
        entry = _Entry("actor", ActorRef(actor.id, actor.type, actor.name))
        for alias in actor.aliases:
            yield alias, entry
        adjective = _Entry("actor", ActorRef(actor.id, actor.type, actor.name, form="adjective"))
        people = _Entry("actor", ActorRef(actor.id, actor.type, actor.name, form="people"))
        for word in actor.adjectives:
            yield word, adjective
            if word.endswith(("an", "i", "ek", "ot")):
                yield word + "s", people
    bare = frozenset(profile.bare_collectives)
    for word in _PRONOUNS:
        yield word, _Entry("pronoun")
    for noun in dict.fromkeys((*profile.collectives, *profile.bare_collectives)):
        yield noun, _Entry("bare" if noun in bare else "noun")
        if noun.endswith("s"):
            yield singular(noun), _Entry("one")


def _known_words(profile: Profile) -> frozenset[str]:
    """Lower-cased words of which no unknown organization is made."""
    names = [*profile.known_names, *profile.own.names]
    names += [name for instrument in profile.instruments for name in instrument.names]
    return frozenset(name.lower() for name in names)


class ActorMatcher:
    """Marks states, groups, organizations, chairs and collectives.

    Whether they act, and are not a place or an addressee, is the linker's to say.
    """

    def __init__(self, nlp: Language, profile: Profile) -> None:
        register()
        self._table = PhraseTable(nlp, _entries(profile))
        self._namesakes = profile.namesakes
        self._after = frozenset(word.lower() for word in profile.compounds_after)
        self._before = tuple(tuple(p.lower().split()) for p in profile.compounds_before)
        self._officers = {
            "organization": [_lower_tokens(nlp, title) for title in profile.officers],
            "group": [_lower_tokens(nlp, t) for t in (*profile.officers, *_titles(profile))],
        }
        self._known = _known_words(profile)
        self._unknowns = UnknownFinder(
            self._known,
            frozenset(word.lower() for word in profile.organization_nouns),
            frozenset(w.lower() for t in profile.topics for p in t.phrases for w in p.split()),
        )

    def match(self, doc: Doc, tokens: Tokens | None = None) -> list[Span]:
        """Actor spans with their reading, none overlapping, in text order.

        Args:
            doc: the block.
            tokens: of the block, where they are at hand.
        """
        tokens = tokens or Tokens.of(doc)
        found: dict[_Kind, list[_Find]] = {}
        for find in self._table.find(doc, tokens):
            found.setdefault(find[2].kind, []).append(find)
        words = tokens.words
        named = self._named(doc, words, (*found.get("actor", ()), *found.get("blocked", ())))
        chairs = [
            (start, end, _CHAIR)
            for start, end in find_chairs(doc, words, found.get("title", ()), _holders(named))
        ]
        named = self._without_nationalities(doc, words, _apart(named, chairs), chairs)
        named = _persons(doc, words, named, chairs)
        everything = _longest((*named, *chairs, *self._collectives(doc, words, found)))
        taken = _tokens(everything)
        everything += [
            (start, end, _Entry("actor", self._unknown(doc, start, end)))
            for start, end in self._unknowns.find(doc, tokens, taken.__contains__)
        ]
        return [
            _span(doc, start, end, entry.ref)
            for start, end, entry in sorted(everything, key=lambda f: f[0])
            if entry.ref is not None
        ]

    def __call__(self, doc: Doc) -> Doc:
        """Write the actor spans into `doc.spans["actors"]`."""
        doc.spans["actors"] = self.match(doc)
        return doc

    def _named(self, doc: Doc, words: Sequence[str], finds: Iterable[_Find]) -> list[_Find]:
        """Known names that are not part of a person's or another thing's name."""
        named = _longest(finds)
        taken = _tokens(named)
        kept = []
        for start, end, entry in named:
            ref = entry.ref
            if ref is not None and ref.type == "state":
                namesake = ref.form == "name" and ref.id in self._namesakes
                if (
                    self._compound(doc, words, start, end)
                    or (namesake and is_person(doc, start, end, self._stops(words, taken)))
                    or _shouted(doc, start, end)
                ):
                    entry = _BLOCKED
            elif ref is not None and ref.type in {"group", "organization"}:
                end = self._officer_end(doc, words, start, end, taken, self._officers[ref.type])
            kept.append((start, end, entry))
        return kept

    def _officer_end(
        self,
        doc: Doc,
        words: Sequence[str],
        start: int,
        end: int,
        taken: frozenset[int],
        officers: Sequence[tuple[str, ...]],
    ) -> int:
        """Token behind the title and the name of who speaks for an organization or a group."""
        titles = [o for o in officers if tuple(words[end : end + len(o)]) == o]
        if titles and doc[end].text[0].isupper():
            end += max(map(len, titles))
        elif not any(tuple(words[max(start, end - len(o)) : end]) == o for o in officers):
            return end
        return name_end(doc, end, self._stops(words, taken))

    def _stops(self, words: Sequence[str], taken: frozenset[int]) -> Callable[[int], bool]:
        return lambda at: at in taken or words[at] in self._known

    def _compound(self, doc: Doc, words: Sequence[str], start: int, end: int) -> bool:
        """Whether it is part of another name: "Panama Canal", "Bank of China"."""
        if end < len(doc) and words[end] in self._after:
            after = doc[end]
            if after.text[0].isupper() or not after.is_alpha or words[end].startswith("dollar"):
                return True
        return any(
            start >= len(before)
            and tuple(words[start - len(before) : start]) == before
            and doc[start - len(before)].text[0].isupper()
            and start - len(before) > 0
            for before in self._before
        )

    def _without_nationalities(
        self, doc: Doc, words: Sequence[str], named: list[_Find], chairs: list[_Find]
    ) -> list[_Find]:
        """Without the state in parentheses behind a person's name: "Ana Ruiz (Chile)"."""
        taken = _tokens(named)
        stops = self._stops(words, taken)
        chair_ends = {end for _, end, _ in chairs}

        def nationality(start: int, end: int, entry: _Find) -> bool:
            if start < 2 or end >= len(doc) or doc[start - 1].text != "(" or doc[end].text != ")":
                return False
            ref = entry[2].ref
            if ref is None or ref.type != "state":
                return False
            return start - 1 in chair_ends or name_tokens_before(doc, start - 1, stops) > 1

        return [
            (start, end, _BLOCKED)
            if nationality(start, end, (start, end, entry))
            else (start, end, entry)
            for start, end, entry in named
        ]

    def _collectives(
        self, doc: Doc, words: list[str], found: dict[_Kind, list[_Find]]
    ) -> Iterator[_Find]:
        finder = CollectiveFinder(doc, words)
        finds: list[Found | None] = []
        for kind in ("noun", "bare", "one"):
            for start, end, _ in found.get(kind, ()):
                finds.append(finder.around(start, end, kind == "bare", kind == "one"))
        for start, end, _ in found.get("pronoun", ()):
            finds.append(finder.pronoun(start, end))
        for at, word in enumerate(words):
            if word.isdecimal() or word in NUMBERS:
                finds.append(finder.number(at))
        for find in finds:
            if find is not None:
                start, end, count = find
                name = doc[start:end].text
                ref = ActorRef("COLLECTIVE", "collective", name, count, "collective")
                yield start, end, _Entry("actor", ref)

    def _unknown(self, doc: Doc, start: int, end: int) -> ActorRef:
        name = doc[start:end].text
        return ActorRef(slug(name), "organization", name, form="unknown")


def _persons(
    doc: Doc, words: Sequence[str], named: list[_Find], chairs: list[_Find]
) -> list[_Find]:
    """Names of states and groups, widened to the persons who speak for them."""
    finder = PersonFinder(doc, words, _tokens((*named, *chairs)).__contains__)
    out = []
    for start, end, entry in named:
        ref = entry.ref
        if ref is not None and ref.type in {"state", "group"}:
            found = finder.around(start, end, ref.form == "adjective")
            if found is None and is_people(words, start, end, plural=ref.form == "people"):
                found = start, end
            if found is not None:
                start, end, entry = *found, replace(entry, ref=replace(ref, form="name"))
            elif ref.form == "people":
                entry = _BLOCKED
        out.append((start, end, entry))
    return out


def _titles(profile: Profile) -> tuple[str, ...]:
    return tuple(t for actor in profile.actors if actor.type == "chair" for t in actor.aliases)


def _lower_tokens(nlp: Language, phrase: str) -> tuple[str, ...]:
    return tuple(token.lower_ for token in nlp.tokenizer(phrase))


def _longest(finds: Iterable[_Find]) -> list[_Find]:
    """Without those that overlap a longer one; the last of those at the same place."""
    by_place = {(start, end): entry for start, end, entry in finds}
    return longest((start, end, entry) for (start, end), entry in by_place.items())


def _tokens(finds: Iterable[_Find]) -> frozenset[int]:
    return frozenset(at for start, end, _ in finds for at in range(start, end))


def _holders(named: Iterable[_Find]) -> dict[int, tuple[int, str | None]]:
    """First token of each name to the token behind it and the type of actor."""
    return {start: (end, _type(entry)) for start, end, entry in named}


def _type(entry: _Entry) -> str | None:
    return entry.ref.type if entry.ref is not None else None


def _apart(named: Iterable[_Find], chairs: Iterable[_Find]) -> list[_Find]:
    """Names that no chair's span covers, and no organization that a chair stands right behind."""
    covered = _tokens(chairs)
    starts = {start for start, _, _ in chairs}
    return [
        (start, end, _BLOCKED if end in starts and _type(entry) == "organization" else entry)
        for start, end, entry in named
        if start not in covered
    ]


def _shouted(doc: Doc, start: int, end: int) -> bool:
    """Whether it is a word in a line of capitals that only looks like an acronym ("WITH US")."""
    if end - start > 1 or not doc[start].is_upper or not doc.vocab[doc[start].lower_].is_stop:
        return False
    around = doc[max(0, start - 4) : end + 4]
    letters = [token for token in around if token.is_alpha and token.i != start]
    article = start > 0 and doc[start - 1].lower_ == "the"
    return len(letters) > 2 and all(token.is_upper for token in letters) and not article


def _span(doc: Doc, start: int, end: int, ref: ActorRef | None) -> Span:
    span = Span(doc, start, end, label=ref.type if ref else "")
    span._.actor = ref
    return span


@Language.factory("ahc_actors", default_config={"profile": "ahc"}, assigns=["doc.spans"])
def make_actors(nlp: Language, name: str, profile: str) -> ActorMatcher:
    """Factory for `nlp.add_pipe("ahc_actors")`; `profile` is a name or a path."""
    from ahcextract.profile import load_profile

    return ActorMatcher(nlp, load_profile(profile))
