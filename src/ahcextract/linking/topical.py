"""Which topic a stand is on: its own words, what stands in front or above, what was named last."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span

from ahcextract.linking.context import INHERITED, Memory, Place, Target
from ahcextract.linking.parse import Sentence
from ahcextract.linking.quoting import outside_quotes
from ahcextract.linking.references import root_of
from ahcextract.linking.rows import rows
from ahcextract.linking.stand import Stand
from ahcextract.pipeline.topics import PASSING

# A topic carries over that many sentences of a paragraph.
NEAR = 3
# A slug that every profile has (guidelines 5).
PROCESS = "process"
DRAFTS = frozenset("draft text convention treaty article paragraph".split())
_FIGURES = frozenset("figure figures number numbers threshold thresholds bar".split())
# What puts something in time: "two years after entry into force".
_WHEN = frozenset("after before until till upon since following pending once when".split())
_WHERE = frozenset({"in", "into", "from", "within"})
_ONE = frozenset({"one", "ones"})
# Nouns that something else is meant by: "the lack of X", "the inclusion of X".
_LIGHT = frozenset(
    "need needs necessity lack importance value reference references inclusion text language "
    "principle principles provision provisions progress work emphasis focus clarity difficulty "
    "issue question access support use".split()
)
# "Progress on X": X is what it is on; "40 for X" is on forty.
_ON = frozenset("on of about regarding concerning".split())


class Topical:
    """Topics of the stands of one sentence.

    Args:
        sentence: parsed.
        memory: of the issue, before this sentence.
    """

    def __init__(self, sentence: Sentence, memory: Memory) -> None:
        self.s, self.memory = sentence, memory
        self.front: Place | None = None
        self._unquoted: list[Span] | None = None

    def narrow(self, topics: list[Span]) -> None:
        """Read the sentence's topics as they are meant behind what it puts in front."""
        if topics is not self.s.topics:
            self.s.topics, self._unquoted = topics, None

    def spoken(self) -> list[Span]:
        """The sentence's topics, without those in quotations where there is another subject."""
        if self._unquoted is None:
            self._unquoted = outside_quotes(self.s, self.s.topics)
        if self._unquoted or not self.s.topics or self.has_subject():
            return self._unquoted
        return self.s.topics

    def has_subject(self) -> bool:
        """Whether what stands in front, above or right before says what is spoken of."""
        memory = self.memory
        around = (self.front, memory.label, memory.fronted, memory.lead, memory.over)
        near = (p for p in memory.places if self.s.number - p.sentence <= NEAR)
        return any(p is not None and (p.targets or p.topics) for p in (*around, *near))

    def topics_in(self, units: Iterable[int]) -> list[tuple[str, tuple[int, int]]]:
        """Topics named in `units` with their places; general ones last, otherwise text order."""
        found = self.placed(self.spoken(), units)
        return sorted(found, key=lambda item: item[0] in self.memory.general)

    def placed(
        self, spans: Sequence[Span], units: Iterable[int]
    ) -> list[tuple[str, tuple[int, int]]]:
        """Topics of those of `spans` that stand in `units`, each once, in text order."""
        s = self.s
        if not spans:
            return []
        wanted = set(units)
        found: dict[str, tuple[int, int]] = {}
        for span in spans:
            if any(s.unit_of(t) in wanted for t in range(span.start, span.end)):
                found.setdefault(span.label_, s.place(span.start, span.end))
        return list(found.items())

    def own_topics(self, stand: Stand) -> list[tuple[str, tuple[int, int]]]:
        """Topics that the zone is about; under a heading or fronted topic, not incidental ones."""
        memory = self.memory
        if not self.s.topics:
            return []
        zone = stand.zone
        if not _WHEN.isdisjoint(self.s.words) and self.has_subject():
            zone = tuple(u for u in zone if not is_timing(self.s, u, zone))
        zone = self.without_detail(zone)
        named = self.topics_in(zone)
        wider = not memory.over.targets and (
            memory.over.sentence == INHERITED
            or all(t in self.memory.general for t in memory.over.topics)
        )
        front = self.front or memory.fronted
        if front is None and wider:
            if all(t in self.memory.general for t in memory.over.topics):
                return named
            headed = {slug for slug, _ in self.headed(zone, set())}
            return [x for x in named if x[0] not in self.memory.general or x[0] in headed]
        # What a heading names is what is talked of under it, unless the words say otherwise;
        # phrases that are said of any subject do not.
        above = self.above()
        for subject in self.subjects(zone):
            told = self.telling(self.s.subtree(subject))
            if told:
                return told
        whole = [item for item in named if self.is_whole(zone, item[0])]
        shared = [item for item in named if item[0] in above]
        return whole or self.headed(zone, above) or self.telling(zone) or shared

    def without_detail(self, zone: tuple[int, ...]) -> tuple[int, ...]:
        """`a longer one that names X`: what "one" is, and not what is said of it."""
        s = self.s
        for root in root_of(s, zone)[:1]:
            if s.words[root] not in _ONE or not s.kids(root, "det", "amod"):
                continue
            said = {u for k in s.kids(root, "relcl", "acl", "prep") for u in s.subtree(k)}
            return tuple(u for u in zone if u not in said)
        return zone

    def subjects(self, zone: tuple[int, ...]) -> Iterator[int]:
        """What a reported clause is about: "the reports" in "said the reports should cover X"."""
        s = self.s
        for root in root_of(s, zone)[:1]:
            verb = s.heads[root] if s.deps[root] in {"dobj", "pobj", "prep"} else root
            while s.deps[verb] in {"ccomp", "conj", "advcl", "ROOT"} and not s.is_nominal(verb):
                found = s.kid(verb, "nsubj", "nsubjpass")
                if found is not None and not s.is_actor(found):
                    yield found
                if s.deps[verb] != "ccomp":
                    return
                verb = s.heads[verb]

    def headed(self, zone: tuple[int, ...], above: set[str]) -> list[tuple[str, tuple[int, int]]]:
        """The topic of the noun that `zone` is on, where one behind it is a mere detail (D54)."""
        s = self.s
        heads = self.nouns(zone)
        said = [t for t in self.spoken() if s.unit_of(t.end - 1) in heads]
        own = [t for t in said if t.label_ not in self.memory.general]
        if said and not own:
            return self.placed([t for t in said if t.kb_id_ != PASSING], zone)
        if own and {t.label_ for t in own} <= above:
            return self.placed(own, zone)  # Under its heading: "transparency of finance".
        if any(t.kb_id_ != PASSING for t in own):
            return []
        if len({t.label_ for t in own}) > 1 and len(own) == len(heads):
            return self.placed(own, zone)  # "energy, ports and rails", nothing else.
        aims = {u for h in heads for p in s.kids(h, "prep") if s.words[p] == "for"
                for u in s.subtree(p)}  # fmt: skip
        told = [t for t in self.telling_spans() if s.unit_of(t.start) in zone]
        if told and all(s.unit_of(t.start) in aims for t in told):
            return self.placed(own, zone)  # "funding for X" is funding.
        return []

    def nouns(self, zone: tuple[int, ...]) -> list[int]:
        """The nouns that `zone` is on, those coordinated to it among them ("the need for X")."""
        s = self.s
        for root in root_of(s, zone)[:1]:
            at = [root] if s.is_nominal(root) else s.kids(root, "dobj", "nsubjpass")
            ends = {s.unit_of(t.end - 1) for t in self.spoken()}
            while len(at) == 1 and s.words[at[0]] in _LIGHT and at[0] not in ends:
                preps = [p for v in (at[0], *s.kids(at[0], "acl")) for p in s.kids(v, "prep")]
                verbs = [*s.kids(at[0], "acl"), *(v for p in preps for v in s.kids(p, "pcomp"))]
                at = [k for v in verbs for k in s.kids(v, "dobj")] or [
                    k for p in preps for k in s.kids(p, "pobj")
                ][:1]
            return [c for n in at for c in s.conjuncts(n) if c in zone]
        return []

    def telling(self, units: Iterable[int]) -> list[tuple[str, tuple[int, int]]]:
        """Topics in `units` by phrases that are not said of any subject."""
        return self.placed(self.telling_spans(), units)

    def telling_spans(self) -> list[Span]:
        """The sentence's topic phrases that are not said of any subject."""
        general = self.memory.general
        return [t for t in self.spoken() if t.label_ not in general and t.kb_id_ != PASSING]

    def is_whole(self, zone: tuple[int, ...], slug: str) -> bool:
        """Whether a topic is all that `zone` says ("supported the Adaptation Fund")."""
        s = self.s
        rest = {u for u in zone if s.deps[u] not in {"det", "prep", "punct"}}
        passing = {PASSING} if slug in self.memory.general else set()
        spans = [t for t in s.topics if t.label_ == slug and t.kb_id_ not in passing]
        return bool(rest) and any(
            rest <= {s.unit_of(k) for k in range(t.start, t.end)} for t in spans
        )

    def is_remark(self, stand: Stand, slug: str) -> bool:
        """Whether a general topic is only named by the way: "as the convention needs them"."""
        roots = {c for r in root_of(self.s, stand.zone) for c in self.s.conjuncts(r)}
        held = {k for r in roots for k in self.s.kids(r, "dobj", "nsubj", "nsubjpass", "attr")}
        heads = [u for u in (*roots, *held) if u in stand.zone and not self.is_drafted(u)]
        return slug not in {t for t, _ in self.topics_in(heads)}

    def is_drafted(self, noun: int) -> bool:
        """`the timetable in the draft`, where the passage says on what: text, no procedure."""
        s, memory = self.s, self.memory
        around = (self.front, memory.label, memory.fronted)
        if not any(p is not None and (p.topics or p.targets) for p in around):
            return False
        over = [s.heads[noun]] if s.deps[noun] == "dobj" else []
        held = [k for at in (noun, *over) for p in s.kids(at, "prep") for k in s.kids(p, "pobj")]
        return any(s.words[k] in DRAFTS or s.units[k].targets for k in held)

    def is_treaty(self, zone: tuple[int, ...]) -> bool:
        """Whether the treaty itself is what `zone` is on, and nothing in the passage before."""
        s = self.s
        # "It has no place in the treaty" is on what has no place there.
        roots = [r for r in root_of(s, zone) if s.words[s.heads[r]] not in _WHERE]
        held = [k for r in roots for k in s.kids(r, "dobj", "nsubj", "nsubjpass") if k in zone]
        return any(
            s.unit_of(t.end - 1) in {*roots, *held}
            for t in self.spoken()
            if t.label_ in self.memory.general and t.label_ != PROCESS and t.kb_id_ != PASSING
        )

    def listed(
        self, zone: tuple[int, ...], own: list[tuple[str, tuple[int, int]]]
    ) -> list[tuple[str, tuple[int, int]]]:
        """`supported X and work on Y`: the topics of coordinated heads, each its own target."""
        s = self.s
        heads = [c for r in root_of(s, zone)[:1] if s.is_nominal(r) for c in s.conjuncts(r)]
        if len(heads) < 2:
            return []
        named = {slug for head in heads for slug, _ in self.topics_in(self.held(head))}
        return [item for item in own if item[0] in named]

    def held(self, noun: int) -> list[int]:
        """A noun, or what it is on where it names no topic ("progress on X", "a signal on X")."""
        s, found = self.s, [noun]
        while not self.topics_in(found):
            preps = [p for n in found for p in s.kids(n, "prep") if s.words[p] in _ON]
            found = [k for p in preps for k in s.kids(p, "pobj")]
            if not found:
                break
        return found

    def in_row(
        self, zone: tuple[int, ...], chosen: list[tuple[str, tuple[int, int]]]
    ) -> list[tuple[str, tuple[int, int]]]:
        """`chosen` and what stands in one list with them; what stands above is spoken of alone."""
        slugs = {slug for slug, _ in chosen}
        if slugs & self.above():
            return chosen
        inside, s = set(zone), self.s
        spans = [
            t
            for t in self.spoken()
            if t.label_ not in self.memory.general
            and (unit := s.unit_of(t.end - 1)) in inside
            and not (t.kb_id_ == PASSING and s.deps[unit] == "amod")
        ]
        # "On X (A, B), Y (C)": each has its own actors.
        breaks = [lift.start for lift in s.lifted if lift.members]
        found = rows(s.doc, spans, breaks)
        listed = [t for row in found if slugs & {t.label_ for t in row} for t in row]
        return list(dict([*self.placed(listed, zone), *chosen]).items())

    def above(self) -> set[str]:
        """Topics of the heading and of what stands in front."""
        front = self.front or self.memory.fronted
        named = {*self.memory.over.topics, *(front.topics if front else ())}
        return named - self.memory.general or named

    def counted(self, stand: Stand) -> Target | None:
        """`wanted 60`, `live with the figure`: a number is on what the passage counts."""
        s, counted = self.s, self.memory.counted
        if not counted:
            return None
        heads = root_of(s, stand.zone)
        subjects = [k for r in heads for k in s.kids(r, "nsubj", "nsubjpass") if k in stand.zone]
        roots = [*heads, *subjects]
        if not any(self.is_number(r) for r in roots):
            return None
        named = [t for t in s.topics if t.label_ in counted and t.start < s.units[roots[0]].start]
        if named:
            return Target(f"topic:{named[-1].label_}", s.place(named[-1].start, named[-1].end))
        memory = self.memory
        above = (*memory.places[::-1], self.front, memory.label, memory.fronted, memory.lead,
                 memory.over)  # fmt: skip
        for place in filter(None, above):
            for slug in place.topics:
                if slug in counted:
                    return Target(f"topic:{slug}", None, place.span)
        return None

    def is_number(self, unit: int) -> bool:
        """`60`, `sixty`, `the figure`."""
        s = self.s
        return s.doc[s.units[unit].start].like_num or s.words[unit] in _FIGURES

    def before(self, stand: Stand) -> Target | None:
        """The topic that the sentence has named last before the cue."""
        s = self.s
        named = [
            t
            for t in self.spoken()
            if t.end <= stand.cue[0] and t.label_ not in self.memory.general
        ]
        if not named:
            return None
        return Target(f"topic:{named[-1].label_}", s.place(named[-1].start, named[-1].end))

    def nearby(self, stand: Stand) -> Target | None:
        """The topic that the sentence, or the paragraph so far, is about."""
        s = self.s
        before = self.before(stand)
        if before is not None:
            return before
        near = [p for p in self.memory.places if p.topics and s.number - p.sentence <= NEAR]
        telling = [p for p in near if p.topics[0] not in self.memory.general]
        telling = telling or [p for p in near if p.topics[0] != PROCESS] or near
        if telling:
            return Target(f"topic:{telling[-1].topics[0]}", None, telling[-1].span)
        return None

    def all_topics(self, stand: Stand) -> tuple[str, ...]:
        """Topics of the stand's own words, then of its context, most specific first."""
        found = [slug for slug, _ in self.topics_in(stand.zone)]
        for place in (self.front, self.memory.label, self.memory.over):
            if place is not None:
                found.extend(place.topics)
        return tuple(dict.fromkeys(found))


def is_timing(s: Sentence, unit: int, zone: tuple[int, ...]) -> bool:
    """Whether `unit` only says when: `no sooner than two years after entry into force`."""
    at = unit
    for _ in zone:
        head = s.heads[at]
        if head == at:
            return False
        if s.deps[at] in {"pobj", "pcomp"} and s.words[head] in _WHEN:
            return True
        if s.deps[at] == "advcl" and any(
            s.words[k] in _WHEN for k in s.kids(at, "mark", "advmod", "prep")
        ):
            return True
        at = head
        if at not in zone:
            return False
    return False
