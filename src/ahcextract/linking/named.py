"""What a sentence names: provisions, completed from context, and what it puts in front."""

from collections.abc import Iterable
from dataclasses import replace

from ahcextract.linking.context import Place, Target
from ahcextract.linking.passage import is_destination, is_indefinite
from ahcextract.linking.procedure import Procedural
from ahcextract.linking.relative import attach, holder_of, is_relative
from ahcextract.linking.topical import PROCESS
from ahcextract.mentions import ProvisionRef
from ahcextract.pipeline.topics import PASSING

_FRONTING = frozenset(
    "on regarding concerning under in for as with about to turning addressing of over".split()
)
# "On X, …" is always about X; "Under X, …" may say when or where.
_TOPICAL = frozenset({"on", "regarding", "concerning"})
# Words that may open a sentence with a number and no comma.
_NUMBER_FRONTING = frozenset({"on", "in", "under", "regarding", "concerning"})
_DETERMINERS = frozenset("the a an this that these those both all some several many".split())
UNRESOLVED = "topic:unresolved"


class Named(Procedural):
    """Provisions and fronted phrases of one sentence.

    Args:
        sentence: parsed.
        memory: of the issue, before this sentence.
    """

    # ---------------------------------------------------------------- mentions
    def provisions_in(self, units: Iterable[int]) -> list[Target]:
        """Provisions named in `units`, completed where they are relative."""
        s = self.s
        found: dict[str, Target] = {}
        for unit in units if s.naming else ():
            for ref in s.units[unit].targets:
                for target in self.completed(ref, s.units[unit].start):
                    found.setdefault(target.id, target)
        return list(found.values())

    def completed(self, ref: ProvisionRef, token: int) -> list[Target]:
        """Targets of a reference; "paragraph 2" takes its article from context."""
        out: list[Target] = []
        for target, (start, end) in zip(ref.targets, ref.parts, strict=True):
            span = self.s.cleaned.span(start, end)
            kind, _, rest = target.partition(":")
            if kind in {"paragraph", "subparagraph"}:
                base = self.base_for(kind, token, rest)
                if base is None:
                    out.append(Target(UNRESOLVED, span))
                    continue
                holder, context = base
                out.append(Target(attach(holder, kind, rest), span, context))
            else:
                out.append(Target(self.with_instrument(target), span))
        return out

    def with_instrument(self, target: str) -> str:
        """A bare article takes the instrument it was last named with in this issue."""
        if not target.startswith("article:") or "@" in target:
            return target
        article = target.split(".")[0].split("(")[0]
        known = self.memory.instruments
        instrument = known.get(target) or known.get(article)
        if instrument not in self.memory.siblings:
            return target
        return f"{target}@{instrument}" if instrument else target

    def base_for(
        self, kind: str, token: int, rest: str
    ) -> tuple[str, tuple[int, int] | None] | None:
        """The article, preamble or resolution that the bare paragraph `rest` belongs to."""
        s = self.s
        over = [(u, r) for u in s.units if u.start < token for r in u.targets]
        before = [
            t
            for _, ref in over
            for t in ref.targets
            if not is_relative(t) and not t.startswith("chapter")
        ]
        if kind == "subparagraph":
            # "Paragraph 2 was quiet till A asked that subparagraph (c) be dropped".
            under = [x for u, r in over for x in self.completed(r, u.start) if x.context]
            before += [x.id for x in under if x.id != UNRESOLVED]
        if before:
            holders = {holder_of(t, kind) for t in before}
            if len(holders) == 1:
                return holders.pop(), None
        label, front = self.memory.label, self.front or Place()
        again = () if label.targets or front.targets else self.named_again(kind, rest, token)
        for place in (
            label,
            front,
            *again,
            *reversed(self.memory.places),
            self.memory.carried or Place(),
            self.memory.heading,
        ):
            holders = {holder_of(t, kind) for t in place.targets if not t.startswith("chapter")}
            if len(holders) == 1:
                return holders.pop(), place.span
            if holders:
                return None
            if "preamble" in place.topics[:1]:
                return "preamble", place.span
            if "resolution" in place.topics[:1]:
                return "resolution", place.span
        return None

    def named_again(self, kind: str, rest: str, token: int) -> tuple[Place, ...]:
        """Where the block has named this paragraph with its article, or one spoken of before it."""
        named = [(holder_of(t, kind), t, p) for p in self.memory.places for t in p.targets]
        before = [
            t.partition(":")[2]
            for unit in self.s.units
            if unit.start < token
            for ref in unit.targets
            for t in ref.targets
            if t.startswith(f"{kind}:")
        ]
        for number in (rest, *reversed(before)):
            found = {holder: p for holder, t, p in named if t == attach(holder, kind, number)}
            if len(found) == 1:
                return tuple(replace(p, targets=(holder,)) for holder, p in found.items())
        return ()

    def places(self) -> list[Place]:
        """What the sentence names, provisions first; not where something is to be moved to."""
        s = self.s
        places: list[Place] = []
        for index in s.naming:
            unit = s.units[index]
            if is_destination(s, index) or is_indefinite(s, index):
                continue
            for ref in unit.targets:
                found = self.completed(ref, unit.start)
                ids = tuple(t.id for t in found if t.id != UNRESOLVED)
                if ids:
                    places.append(Place(ids, (), s.place(unit.start, unit.end), s.number))
        for span in self.spoken():
            if not is_destination(s, s.unit_of(span.end - 1)):
                at = s.place(span.start, span.end)
                places.append(Place((), (span.label_,), at, s.number))
        return places

    def fronted(self) -> Place | None:
        """Provision or topic put before the subject ("On Article 12, A …")."""
        s = self.s
        if not s.heads:
            return self.fronted_words()
        if s.words[0] not in _FRONTING or s.deps[0] == "nsubj":
            return None
        subjects = [i for i, d in enumerate(s.deps) if d in {"nsubj", "nsubjpass"}]
        main = [i for i in subjects if s.deps[s.heads[i]] == "ROOT"]
        # "On whether X is to be in article 3, A said": the subject of "said".
        subject = next(iter(main or subjects), 0)
        comma = next((i for i in range(subject) if s.words[i] == ","), None)
        if comma is None and self.fronts_number():
            comma = 2
        if comma is None:
            return None
        if self.s.units[subject].start <= comma:
            return None
        units = range(comma)
        targets = self.provisions_in(units)
        topics = self.topics_in(units)
        if not targets and all(slug in self.memory.general for slug, _ in topics):
            # Something is put in front that no profile knows: what was in front before is over.
            if s.words[0] in _TOPICAL:
                self.memory.fronted = None
            if s.words[0] not in _TOPICAL or [t for t, _ in topics] != [PROCESS]:
                return None
            if not any(t.kb_id_ != PASSING for t in self.spoken() if s.unit_of(t.start) < comma):
                return None
        span = s.place(s.units[0].start, s.units[comma - 1].end)
        return Place(
            tuple(t.id for t in targets if t.id != UNRESOLVED),
            tuple(t for t, _ in topics),
            span,
            s.number,
        )

    def fronts_number(self) -> bool:
        """`In 9,2 the phrase …`, `On article 9 A …`: a number put in front without a comma."""
        s = self.s
        if len(s.units) < 4 or s.words[0] not in _NUMBER_FRONTING or not s.units[1].targets:
            return False
        return s.is_actor(2) or s.words[2] in _DETERMINERS

    def fronted_words(self) -> Place | None:
        """What a sentence that was not parsed puts in front ("On forests, a group met")."""
        s = self.s
        words = s.block.words
        if words[s.start] not in _TOPICAL:
            return None
        comma = next((k for k in range(s.start, s.end) if words[k] == ","), s.start)
        ids = self.provisions_in(k for k, unit in enumerate(s.units) if unit.end <= comma)
        topics = [
            t.label_ for t in s.topics if t.end <= comma and t.label_ not in self.memory.general
        ]
        if not ids and not topics:
            return None
        targets = tuple(t.id for t in ids if t.id != UNRESOLVED)
        return Place(targets, tuple(topics), s.place(s.start, comma), s.number)
