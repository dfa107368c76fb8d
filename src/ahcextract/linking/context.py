"""What an issue has said so far: the memory that carries targets and actors on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ahcextract.linking.anaphora import Speakers
from ahcextract.linking.relative import complete, holder_of, is_relative
from ahcextract.linking.units import Member

Span = tuple[int, int]


# In place of a sentence's number: a heading that names nothing stands under one that does.
INHERITED = -2


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of text that names targets for what stands under or behind it.

    Attributes:
        targets: provisions it names.
        topics: topics it names, in text order.
        span: its offsets in the document, code points, end exclusive.
        sentence: running number of its sentence in the issue; -1 for labels and headings.
        together: so many of its topics, the first, stand in one list ("Ports and rails").
    """

    targets: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    span: Span | None = None
    sentence: int = -1
    together: int = 1


@dataclass(frozen=True, slots=True)
class Target:
    """A resolved target.

    Attributes:
        id: as in the record.
        span: where it is named in the stand's own sentence; None where inherited.
        context: where it was inherited from; None where named.
    """

    id: str
    span: Span | None = None
    context: Span | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A stand that has been taken, for those who answer it.

    Attributes:
        stance: towards the text.
        target: on what.
        owners: ids of who took it.
        sentence: running number of its sentence.
        span: offsets of its sentence.
        cue: tokens of its cue, which tell two statements of a sentence apart.
        proposal_by: whose proposal it is on.
        direct: taken on the text itself ("opposed paragraph 2"), not on a change to it.
    """

    stance: str
    target: Target
    owners: tuple[str, ...]
    sentence: int
    span: Span
    cue: Span
    direct: bool = False
    proposal_by: str | None = None


def contains(place: Place, other: Place) -> bool:
    """Whether `place` names the whole ("the preamble") of which `other` names a part."""
    return (
        len(place.targets) == 1
        and len(other.targets) == 1
        and other.targets[0] != place.targets[0]
        and other.targets[0].startswith((place.targets[0] + ".", place.targets[0] + ":"))
    )


def nearest_of(places: list[Place]) -> Place | None:
    """The one place whose provisions the text is about.

    The nearest sentence that names any decides; two places in it are two candidates, and none
    is taken (never guess an antecedent).
    """
    named = [p for p in places if p.targets]
    nearest = [p for p in named if p.sentence == named[-1].sentence]
    nearest = [p for p in nearest if not any(contains(p, other) for other in nearest)]
    return nearest[-1] if len({p.targets for p in nearest}) == 1 else None


@dataclass(slots=True)
class Memory:
    """The state of one issue while its sentences are read in order.

    Attributes:
        label: of the bullet or paragraph being read, or the part of it that the block turned to.
        whole: what the label names.
        heading: of the section being read.
        section: what the last paragraph that opened a passage opened it on (framing.py).
        opening: no sentence of this paragraph has been read yet.
        run: places of the labels of the bullets read last, one after another.
        places: provisions and topics named in this block so far.
        lead: what the paragraph that introduces the bullets being read is about.
        fronted: topic or provision that this block has put in front last ("On Article 3, …").
        taken: stands of the last statement in this block.
        previous: stands of the statement before that.
        actors: who spoke last in this block, and the offsets of their sentence.
        passed: number of the last sentence in which nobody known speaks.
        proposals: targets of each owner's last proposal in the issue.
        proposed: targets of all proposals of an owner that the issue has mentioned.
        voiced: (actor, stance) that the issue has recorded.
        bullets: depth and label of the bullets that the one being read hangs under, and its own.
        in_paragraph: the block read last is a paragraph of running text.
        carried: provision that the paragraphs before were about and this one has not named yet.
        speakers: whom the last sentences of this block name.
        affirmed: like `taken`, but of the last statement that is not itself a "did not".
        siblings: instruments negotiated together with the profile's own.
        general: topics that fit everything and so say least ("the treaty", "process").
        noted: whether the block being read is a delegation's note.
        counted: topics that are numbers ("the threshold"), which a bare number is on.
        parts: topics that are a part of the treaty, spoken of as an article is ("the title").
        under: topics by slug under whose heading its phrases name them (narrowing.py).
        package: what is in the package that the issue speaks of (packages.py).
        turned: what the block's last sentence of that kind turned to (turning.py).
        instruments: instrument with which an article was last named in the issue.
    """

    label: Place = field(default_factory=Place)
    whole: Place = field(default_factory=Place)
    heading: Place = field(default_factory=Place)
    section: Place | None = None
    opening: bool = False
    run: list[Place] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    fronted: Place | None = None
    lead: Place = field(default_factory=Place)
    taken: list[Taken] = field(default_factory=list)
    previous: list[Taken] = field(default_factory=list)
    actors: tuple[Member, ...] = ()
    actors_span: Span | None = None
    passed: int = -1
    proposals: dict[str, list[Taken]] = field(default_factory=dict)
    proposed: dict[str, set[str]] = field(default_factory=dict)
    voiced: set[tuple[str, str]] = field(default_factory=set)
    instruments: dict[str, str] = field(default_factory=dict)
    siblings: frozenset[str] = frozenset()
    general: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    under: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    package: Place | None = None
    turned: Place | None = None
    bullets: list[tuple[int, Place]] = field(default_factory=list)
    in_paragraph: bool = False
    noted: bool = False
    carried: Place | None = None
    speakers: Speakers = field(default_factory=Speakers)
    affirmed: list[Taken] = field(default_factory=list)

    @property
    def over(self) -> Place:
        """What the passage being read stands under: what opened it, or the heading."""
        return self.section if self.section is not None else self.heading

    def head(self, heading: Place) -> None:
        """Enter a heading, which closes what was opened under the one before."""
        self.heading, self.section = heading, None
        self.name_instruments(heading)

    def enter_block(self, kind: str, label: Place, level: int = 1, *, noted: bool = False) -> None:
        """Begin a block; what belongs to one block alone is forgotten.

        Args:
            kind: of the block.
            label: what its label names, relative paragraphs among it.
            level: nesting depth of a bullet; one without a label hangs under the bullet above it.
            noted: whether it is a delegation's note (noted.py); one answers those above it.
        """
        follows = noted and self.noted and kind == "bullet"
        self.noted = noted
        self.carried = self.carry() if kind == "paragraph" else None
        above = self.parent(level) if kind == "bullet" else None
        if any(is_relative(t) for t in label.targets):
            holders = [*([above] if above else []), *reversed(self.run), self.lead,
                       *reversed(self.places), self.heading]  # fmt: skip
            around = [t for place in holders for t in place.targets]
            label = replace(label, targets=complete(label.targets, around))
        named = bool(label.targets or label.topics)
        if kind != "bullet":
            self.lead = Place()
            self.run, self.bullets = ([label] if named else self.run), []
        elif named:
            self.run.append(label)
        elif above is not None:
            label = above
        if kind == "bullet":
            self.bullets.append((level, label))
        self.label = self.whole = label
        if not follows:
            self.places, self.taken, self.previous, self.turned = [], [], [], None
        self.fronted = None
        if named or self.heading.targets:
            self.carried = None
        self.actors, self.actors_span = (), None
        self.speakers, self.affirmed = Speakers(), []
        self.in_paragraph = self.opening = kind == "paragraph"

    def parent(self, level: int) -> Place | None:
        """The label of the bullet that one of `level` hangs under; bullets beside it are closed."""
        while self.bullets and self.bullets[-1][0] >= level:
            self.bullets.pop()
        return self.bullets[-1][1] if self.bullets else None

    def carry(self) -> Place | None:
        """What the paragraph just read was about, where it spoke of one article alone."""
        if not self.in_paragraph:
            return None
        if not self.places:
            return self.carried
        holders = {holder_of(t, "paragraph") for p in self.places for t in p.targets}
        last = self.focus()
        if len(holders) != 1 or last is None or any(t.startswith("chapter") for t in last.targets):
            return None
        return last

    def introduce(self) -> None:
        """The paragraph just read introduces bullets: they are about what it is about."""
        self.run = []
        self.lead = self.fronted or self.focus() or self.topic_focus() or Place()

    def leave_run(self) -> None:
        """A new section begins: its bullets and proposals are its own."""
        self.run, self.proposals, self.noted = [], {}, False
        self.bullets, self.in_paragraph = [], False
        self.places, self.lead = [], Place()

    def note(self, place: Place) -> None:
        """Remember provisions or topics that a sentence names."""
        self.places.append(place)
        self.name_instruments(place)

    def name_instruments(self, place: Place) -> None:
        """Remember with which instrument articles are named."""
        for target in place.targets:
            article, at, instrument = target.partition("@")
            if at and article.startswith("article:"):
                self.instruments[article.split(".")[0].split("(")[0]] = instrument
                self.instruments[article] = instrument

    def focus(self) -> Place | None:
        """The one place of the block whose provisions the text is about."""
        return nearest_of(self.places)

    def narrow(self, place: Place) -> None:
        """A sentence in which nobody speaks turns to a part of what the label names."""
        if contains(self.whole, place):
            self.label = replace(self.label, targets=place.targets, span=place.span)

    def has_changed(self, sentence: int) -> bool:
        """Whether the last stand, of this sentence, is on a change: "asked for X to be deleted"."""
        last = self.taken[-1:]
        return bool(last) and last[0].sentence == sentence and not last[0].direct

    def step_back(self, sentence: int, cue: Span, ids: set[str]) -> None:
        """`This was turned down by B, C and 40 others`: C does not answer B."""
        last = self.taken[-1:]
        if last and (last[0].sentence, last[0].cue) == (sentence, cue):
            self.taken = self.previous if ids.isdisjoint(last[0].owners) else self.taken

    def is_own(self, members: tuple[Member, ...]) -> bool:
        """`A would drop X, as it sees no use for it`: nobody answers what is one's own."""
        ids = {m.ref.id for m in members if m.ref.type != "collective"}
        return bool(ids) and all(ids <= set(t.owners) for t in self.taken)

    def ordinal(self, which: int, *, pair: bool) -> Place | None:
        """What "the former" or "the second" means: one of the provisions named last together.

        Args:
            which: its place among them, counted from 0; -1 for the last.
            pair: there must be two of them.
        """
        named = [p for p in self.places if p.targets] or [self.whole]
        last = [p for p in named if p.sentence == named[-1].sentence]
        listed = [(t, p.span) for p in last for t in p.targets]
        if len(listed) < 2 or (pair and len(listed) != 2) or which >= len(listed):
            return None
        target, span = listed[which]
        return Place((target,), (), span, last[-1].sentence)

    def topic_focus(self) -> Place | None:
        """The place of this block that named topics last."""
        return next((p for p in reversed(self.places) if p.topics), None)
