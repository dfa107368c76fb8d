"""Lists, asides, speaking for others and parentheses, on hand-built docs: no model, no matcher.

A case is written with its mentions in braces: `{A}`, `{the G77|group}`, `{42 states|42}` are
actors (a state, a group, a collective of 42), `{many|?}` a collective without a number,
`{Alpha Fund|unknown}` a name no list knows, `{Peruvian|adjective:PER}` a nationality;
`<article 9>` is a provision, and `*opposed*` a cue (of the kind that CUES says).
"""

import re
from dataclasses import dataclass
from itertools import pairwise

import pytest
import spacy
from spacy.tokens import Doc, Span

from ahcextract.lexicon import Cue, Spotted
from ahcextract.linking.grouping import Grouper
from ahcextract.linking.units import Lifted, Member, Unit
from ahcextract.mentions import ActorRef, ProvisionRef, register

NLP = spacy.blank("en")
MENTION = re.compile(r"\{([^{}|]+)(?:\|([^{}]+))?\}|<([^<>]+)>|\*([^*]+)\*")
VERB, NOUN = "verb", "noun"
CUES = {
    "supported": ("support", VERB),
    "opposed": ("oppose", VERB),
    "questioned": ("concern", VERB),
    "proposed": ("propose", VERB),
    "support": ("support", NOUN),
    "opposition": ("oppose", NOUN),
}


def actor(words: str, kind: str | None) -> ActorRef:
    if kind is None:
        return ActorRef(words.upper(), "state", words)
    if kind == "group":
        return ActorRef(words.upper(), "group", words)
    if kind == "unknown":
        return ActorRef(words.lower(), "organization", words, form="unknown")
    if kind.startswith("adjective:"):
        return ActorRef(kind.partition(":")[2], "state", words, form="adjective")
    count = None if kind == "?" else int(kind)
    return ActorRef("COLLECTIVE", "collective", words, count, "collective")


def build(case: str) -> Doc:
    """The doc of a case, its mentions in `doc.spans`."""
    register()
    text, at = "", 0
    places: list[tuple[int, int, re.Match[str]]] = []
    for match in MENTION.finditer(case):
        text += case[at : match.start()]
        words = match[1] or match[3] or match[4]
        places.append((len(text), len(text) + len(words), match))
        text += words
        at = match.end()
    doc = NLP(text + case[at:])
    groups: dict[str, list[Span]] = {"actors": [], "provisions": [], "cues": []}
    for start, end, match in places:
        span = doc.char_span(start, end)
        assert span is not None, f"{doc.text[start:end]!r} is no whole tokens"
        if match[1]:
            span._.actor = actor(match[1], match[2])
            groups["actors"].append(span)
        elif match[3]:
            targets = tuple(f"article:{n}" for n in re.findall(r"\d+", match[3]))
            span._.provision = ProvisionRef(targets, ((start, end),) * len(targets))
            groups["provisions"].append(span)
        else:
            stance, kind = CUES[match[4]]
            form = "ed" if kind == VERB else "singular"
            span._.cue = (Cue(stance, kind, None, match[4], form),)  # type: ignore[arg-type]
            groups["cues"].append(span)
    doc.spans.update(groups)
    return doc


def who(member: Member) -> str:
    said = member.ref.id
    if member.ref.count is not None:
        said += f"={member.ref.count}"
    if member.spoken_by:
        said += f" by {member.spoken_by}"
    if member.on_behalf_of:
        said += f" for {member.on_behalf_of}"
    return said


def people(members: tuple[Member, ...]) -> str:
    return ", ".join(map(who, members))


def shown(unit: Unit, doc: Doc) -> str:
    if unit.kind == "actors":
        asides = "".join(f" <{a.relation}: {people(a.members)}>" for a in unit.asides)
        return f"[{people(unit.members)}{asides}]"
    if unit.kind == "provisions":
        return f"[{', '.join(t for ref in unit.targets for t in ref.targets)}]"
    words = doc[unit.start : unit.end].text
    return f'"{words}"' if unit.kind == "quote" else words


def away(lifted: Lifted, doc: Doc) -> str:
    relation = f"{lifted.relation}: " if lifted.relation else ""
    return f"{relation}{people(lifted.members)} behind {lifted.after}"


@dataclass(frozen=True)
class Grouped:
    """The short sentence in words, and what was lifted out of it."""

    short: str
    lifted: list[str]


def group(case: str) -> Grouped:
    doc = build(case)
    actors, provisions = list(doc.spans["actors"]), list(doc.spans["provisions"])
    cues = [Spotted(span.start, span.end, span._.cue) for span in doc.spans["cues"]]
    units, lifted = Grouper(doc, 0, len(doc), actors, provisions, cues).group()
    # What a unit covers, no other unit or lifted stretch covers.
    places = sorted([(u.start, u.end) for u in units] + [(x.start, x.end) for x in lifted])
    assert all(a[1] <= b[0] for a, b in pairwise(places))
    return Grouped(" ".join(shown(u, doc) for u in units), [away(x, doc) for x in lifted])


def check(case: str, short: str, *lifted: str) -> None:
    assert group(case) == Grouped(short, list(lifted))


@pytest.mark.parametrize(
    ("case", "short"),
    [
        ("{A} spoke.", "[A] spoke ."),
        ("{A} and {B} spoke.", "[A, B] spoke ."),
        ("{A}, {B} and {C} spoke.", "[A, B, C] spoke ."),
        ("{A}, {B}, and {C} spoke.", "[A, B, C] spoke ."),
        ("{A}, {B} as well as {C} spoke.", "[A, B, C] spoke ."),
        ("Neither {A} nor {B} spoke.", "Neither [A, B] spoke ."),
        ("{A} / {B} spoke.", "[A, B] spoke ."),
        ("The {A} and the {B} spoke.", "[A, B] spoke ."),
        ("{A}, {B}, {C} spoke.", "[A, B, C] spoke ."),
        # Two names with a bare comma between them may belong to two clauses.
        ("For {A}, {B} spoke.", "For [A] , [B] spoke ."),
        # Others beside named members give no record; alone they are a collective.
        ("{A}, {B} and {others|?} spoke.", "[A, B] spoke ."),
        ("{A} and {several other states|?} spoke.", "[A] spoke ."),
        ("{A} and {42 states|42} spoke.", "[A, COLLECTIVE=42] spoke ."),
        ("{Many|?} spoke.", "[COLLECTIVE] spoke ."),
        # Who speaks for a state is the state.
        ("The delegation of {A} spoke.", "[A] spoke ."),
        ("Delegates from {A} and {B} spoke.", "[A, B] spoke ."),
        ("{A}'s delegation spoke.", "[A] spoke ."),
        ("The {Peruvian|adjective:PER} delegate spoke.", "[PER] spoke ."),
        # An adjective is no member of a list, and an owner is not the owned.
        ("The {Peruvian|adjective:PER} text fell.", "The Peruvian text fell ."),
        ("{A}'s text fell.", "[A] 's text fell ."),
    ],
)
def test_lists(case: str, short: str) -> None:
    check(case, short)


@pytest.mark.parametrize(
    ("case", "short"),
    [
        ("{A}, on behalf of {G|group}, spoke.", "[G by A] spoke ."),
        ("{A}, for {G|group}, spoke.", "[G by A] spoke ."),
        ("{A} for {G|group} spoke.", "[G by A] spoke ."),
        ("{A} (for {G|group}) spoke.", "[G by A] spoke ."),
        ("{A}, speaking on behalf of {G|group}, spoke.", "[G by A] spoke ."),
        ("{A}, on behalf of {G|group} and {H|group}, spoke.", "[G by A, H by A] spoke ."),
        ("{A}, on behalf of itself, {B} and {C}, spoke.", "[A, B, C] spoke ."),
        # A group that no list knows stays a phrase on who spoke.
        (
            "{A}, on behalf of {over 20 countries|20}, spoke.",
            "[A for over 20 countries] spoke .",
        ),
        # Each member of a list may speak for another group.
        ("{A}, for {G|group}, and {B}, for {H|group}, spoke.", "[G by A, H by B] spoke ."),
        ("{A}, for {G|group}, {B} and {C} spoke.", "[G by A, B, C] spoke ."),
        # "for" a state is no speaking on its behalf.
        ("{A} for {B} spoke.", "[A] for [B] spoke ."),
    ],
)
def test_on_behalf(case: str, short: str) -> None:
    check(case, short)


@pytest.mark.parametrize(
    ("case", "short"),
    [
        ("{Some states|?}, including {A} and {B}, spoke.", "[A, B] spoke ."),
        ("{Some states|?} including {A} and {B} spoke.", "[A, B] spoke ."),
        ("{Some states|?} such as {A} spoke.", "[A] spoke ."),
        ("{Some states|?} (among them {A} and {B}) spoke.", "[A, B] spoke ."),
        ("{Some states|?} ({A}, {B}) spoke.", "[A, B] spoke ."),
        # A collective with a number of its own stays.
        ("{42 states|42}, including {G|group}, spoke.", "[COLLECTIVE=42, G] spoke ."),
        ("{42 states|42}, led by {A}, spoke.", "[COLLECTIVE=42, A] spoke ."),
        # Members without a name tell nothing more.
        ("{42 states|42}, including {others|?}, spoke.",
         "[COLLECTIVE=42] , including [COLLECTIVE] , spoke ."),
    ],
)  # fmt: skip
def test_including(case: str, short: str) -> None:
    check(case, short)


@pytest.mark.parametrize(
    ("case", "short"),
    [
        ("{A}, *supported* by {B}, spoke.", "[A <support: B>] spoke ."),
        ("{A}, *supported* by {B} and {C}, spoke.", "[A <support: B, C>] spoke ."),
        ("{A} (*supported* by {B}) spoke.", "[A <support: B>] spoke ."),
        (
            "{A}, *supported* by {B}, {C} and {D}, and *opposed* by {E}, spoke.",
            "[A <support: B, C, D> <oppose: E>] spoke .",
        ),
        ("{A}, *supported* by {B} but *opposed* by {C}, spoke.",
         "[A <support: B> <oppose: C>] spoke ."),
        ("{A}, *questioned* by {B}, spoke.", "[A <concern: B>] spoke ."),
        ("{A}, with *support* from {B}, spoke.", "[A <support: B>] spoke ."),
        ("{A}, despite strong *opposition* from {B}, spoke.", "[A <oppose: B>] spoke ."),
        ("{A}, with {B} and {C}, spoke.", "[A <with: B, C>] spoke ."),
        ("{A}, together with {B}, spoke.", "[A <with: B>] spoke ."),
        ("{A} together with {B} spoke.", "[A <with: B>] spoke ."),
        ("{A}, along with {B}, spoke.", "[A <with: B>] spoke ."),
        ("{A}, unlike {B}, spoke.", "[A <unlike: B>] spoke ."),
        ("{A}, for {G|group}, *supported* by {B}, spoke.", "[G by A <support: B>] spoke ."),
        # "proposed by" says whose something is and takes no stance beside a statement.
        ("{A}, *proposed* by {B}, spoke.", "[A] , proposed by [B] , spoke ."),
        # "with B" that opens a clause of its own is no aside.
        ("{A} spoke, with {B} asleep.", "[A] spoke , with [B] asleep ."),
    ],
)  # fmt: skip
def test_asides(case: str, short: str) -> None:
    check(case, short)


def test_asides_behind_something_else_are_lifted() -> None:
    check("{A} *proposed* a title, *supported* by {B} .", "[A] proposed a title .",
          "support: B behind 3")  # fmt: skip
    check("The text, *opposed* by {C}, fell.", "The text fell .", "oppose: C behind 1")
    check("{A} *proposed* a title, *supported* by {B} and *opposed* by {C} .",
          "[A] proposed a title .", "support: B behind 3", "oppose: C behind 3")  # fmt: skip


def test_parentheses_are_lifted() -> None:
    check("Doubts on the title ({A}, {B}) rose.", "Doubts on the title rose .",
          "A, B behind 3")  # fmt: skip
    check("The text (*supported* by {A}) fell.", "The text fell .", "support: A behind 1")
    check("The text (including {A} and {B}) fell.", "The text fell .", "A, B behind 1")
    # What is no list of actors goes too, without members.
    check("The text (see {A} below) fell.", "The text fell .", " behind 1")
    check("The text (short) fell.", "The text fell .", " behind 1")
    # A bracket that nothing closes stays where it is.
    check("The text ({A} fell.", "The text ( [A] fell .")


@pytest.mark.parametrize(
    ("case", "short"),
    [
        ("{A} read <article 9>.", "[A] read [article:9] ."),
        ("{A} read <articles 9 and 10>.", "[A] read [article:9, article:10] ."),
        ("{A} read <article 9>, <article 10> and <article 11>.",
         "[A] read [article:9, article:10, article:11] ."),
        ("{A} read <article 9> (on ships), and <article 10>.",
         "[A] read [article:9, article:10] ."),
        ("{A} read <article 9> as well as the <article 10>.",
         "[A] read [article:9, article:10] ."),
        ("{A} read <article 9> or dropped <article 10>.",
         "[A] read [article:9] or dropped [article:10] ."),
    ],
)  # fmt: skip
def test_provisions(case: str, short: str) -> None:
    check(case, short)


def test_a_gloss_that_names_actors_does_not_vanish_into_a_list() -> None:
    check("{A} read <article 9> ({B}), and <article 10>.",
          "[A] read [article:9] , and [article:10] .", "B behind 2")  # fmt: skip


def test_short_quotations_are_one_unit() -> None:
    check('{A} read "without right" aloud.', '[A] read ""without right"" aloud .')
    long = " ".join(["word"] * 15)
    check(f'{{A}} read "{long}" aloud.', f'[A] read " {long} " aloud .')
    # An apostrophe behind a word opens nothing.
    check("The members' text and others' fell.", "The members ' text and others ' fell .")


def test_only_the_sentence_itself_is_read() -> None:
    doc = build("{A} and {B} left. {C} and {D} spoke.")
    spans = list(doc.spans["actors"])
    units, lifted = Grouper(doc, 5, len(doc), spans[2:], [], []).group()
    assert " ".join(shown(u, doc) for u in units) == "[C, D] spoke ."
    assert lifted == []
    assert [(u.start, u.end) for u in units] == [(5, 8), (8, 9), (9, 10)]
