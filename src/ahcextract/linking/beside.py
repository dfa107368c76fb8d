"""Actors that were lifted out of the sentence: trailing asides and parentheses."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ahcextract.linking.drafts import Draft
from ahcextract.linking.named import UNRESOLVED
from ahcextract.linking.owners import owners_in
from ahcextract.linking.parse import Sentence
from ahcextract.linking.referring import OTHER
from ahcextract.linking.sources import Sources
from ahcextract.linking.stand import Stand
from ahcextract.linking.targets import Targets
from ahcextract.linking.trees import below
from ahcextract.linking.units import Lifted

if TYPE_CHECKING:
    from ahcextract.linking.linker import Linker

_SEPARATORS = frozenset({",", ";", ":", "particularly", "about", "over"})
_OTHERS = frozenset({"others", "some", "many", "several", "most", "rest"})
_AND_BUT = frozenset({"and", "but", "yet"})
_NOUN_PHRASE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "ROOT"})


def is_parallel(s: Sentence, cue: tuple[int, int]) -> bool:
    """`(was criticized by A) and praised by B`: the verb goes on from the one before."""
    return s.doc[cue[0]].lower_ in _AND_BUT and s.doc[cue[1] - 1].lower_ == "by"


class Beside:
    """Reads what stands beside the statements of one sentence."""

    def __init__(self, sentence: Sentence, targets: Targets, linker: "Linker") -> None:
        self.s, self.targets, self.linker = sentence, targets, linker

    def read(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Drafts of all lifted actors."""
        found: list[Draft] = []
        border = 0
        for lifted in self.s.lifted:
            if not lifted.members:
                continue
            if lifted.relation is None:
                found.extend(self.parenthesis(lifted, drafts, border))
                border = lifted.after + 1
            else:
                found.extend(self.trailing(lifted, drafts))
        return found

    def trailing(self, lifted: Lifted, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """`A proposed X, supported by B`; `The amendment, opposed by C, was…`."""
        s = self.s
        relation, cue = lifted.relation, lifted.cue
        if relation is None or cue is None or relation == "unlike":
            return
        if relation == "among":
            yield from self.members(lifted, drafts)
            return
        said = [d for d in drafts if not d.rule.startswith("aside")]
        behind = [d for d in said if d.stand.cue[0] >= lifted.end]
        if behind and self.leads(lifted):
            first = min(d.stand.cue for d in behind)
            main = [d for d in behind if d.stand.cue == first]
            yield from self.linker.beside(s, relation, lifted.members, cue, main)
            return
        before = [d for d in said if d.stand.cue[0] < lifted.start]
        text = self.received(lifted)
        if text:
            yield from self.on_noun(lifted, relation, cue, text)
            return
        if before:
            last = max(d.stand.cue for d in before)
            main = [d for d in before if d.stand.cue == last]
            if self.leads(lifted):
                # "objected to X and, with B, to Y": B to Y alone.
                border = s.place(lifted.start, lifted.end)[1]
                main = [d for d in main if d.target.span and d.target.span[0] >= border] or [
                    d
                    for d in main
                    if d.target.span is None
                    or (d.stand.zone and max(d.stand.zone) > lifted.after + 1)
                ]
            yield from self.linker.beside(s, relation, lifted.members, cue, main)
            return
        if relation not in {"support", "oppose", "concern"} or lifted.after < 0:
            return
        noun = lifted.after
        while s.deps[noun] not in _NOUN_PHRASE and s.heads[noun] != noun:
            noun = s.heads[noun]
        yield from self.on_noun(lifted, relation, cue, (noun,))

    def received(self, lifted: Lifted) -> tuple[int, ...]:
        """`X was attacked by A, which would rather drop it, and defended by B`: X."""
        s = self.s
        if lifted.cue is None or not is_parallel(s, lifted.cue):
            return ()
        for by in range(lifted.after, -1, -1):
            if s.deps[by] == "agent" and lifted.after in s.subtree(s.heads[by]):
                subjects = s.kids(s.heads[by], "nsubjpass")
                done = Sources(s).predicates.contents.of(subjects)
                return () if done else tuple(subjects)
        return ()

    def on_noun(
        self, lifted: Lifted, relation: str, cue: tuple[int, int], nouns: tuple[int, ...]
    ) -> Iterator[Draft]:
        """What is said of a text by the actors beside it."""
        s = self.s
        zone = tuple(u for u in below(s, nouns) if u <= lifted.after)
        stand = Stand(relation, cue, cue[0], zone, rule="aside-noun")
        owners = owners_in(s, zone)
        resolution = self.targets.resolve(stand, owners)
        owner = owners[0].ref.id if len(owners) == 1 else None
        for target in resolution.targets:
            for member in lifted.members:
                yield Draft(
                    member, relation, target, resolution.topics, stand, s, "aside-noun", owner
                )

    def members(self, lifted: Lifted, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """`42 states are for deletion, including A and B`: A and B are for it."""
        for draft in drafts:
            if draft.member.ref.type != "collective" or draft.stand.cue[0] >= lifted.start:
                continue
            for member in lifted.members:
                if member.ref.form != "collective":
                    yield replace(draft, member=member, rule="among")

    def leads(self, lifted: Lifted) -> bool:
        """`and, supported by B, requested X`: the aside belongs to the verb behind it."""
        s = self.s
        after = lifted.after
        while after >= 0 and s.words[after] == ",":
            after -= 1
        return bool(after < 0 or s.words[after] in {"and", "but", "then", "also"})

    def parenthesis(self, lifted: Lifted, drafts: Sequence[Draft], border: int) -> Iterator[Draft]:
        """`others voiced concerns about the title (A, B) and X (C)`: A and B on the title."""
        s = self.s
        other = self.others(lifted.after, border)
        if other is not None:
            for stand in Sources(s).predicates.verb(other):
                if stand.stance != "neutral" and not stand.bare:
                    yield from self.holders(lifted, stand.by("parenthesis"))
            return
        around = self.around(lifted, drafts)
        if around is None:
            return
        if not around:
            yield from self.voiced(lifted, drafts, border)
        done: set[tuple[str, tuple[int, int]]] = set()
        for draft in around:
            key = (draft.stance, draft.stand.cue)
            if key in done:
                continue
            done.add(key)
            zone = self.segment(lifted.after, border)
            if self.s.words[lifted.after] not in _SEPARATORS and not self.is_thing(zone):
                for member in lifted.members:
                    yield replace(draft, member=member, rule="parenthesis")
                done.discard(key)
                continue
            stand = Stand(draft.stand.stance, draft.stand.cue, draft.stand.head, zone,
                          draft.stand.negated, rule="parenthesis")  # fmt: skip
            resolution = self.targets.resolve(stand, ())
            for target in resolution.targets:
                for member in lifted.members:
                    yield Draft(
                        member, draft.stance, target, resolution.topics, stand, s, "parenthesis"
                    )

    def around(self, lifted: Lifted, drafts: Sequence[Draft]) -> list[Draft] | None:
        """What the collective before a parenthesis says; None where another one stands between."""
        s = self.s
        said = [d for d in drafts if d.member.ref.type == "collective"]
        found = [d for d in said if lifted.after in d.stand.zone] or [
            d for d in said if d.stand.zone and max(d.stand.zone) < lifted.after
        ]
        before = [d for d in found if d.member.start < lifted.start]
        if not before:
            return found
        # "Some would delete X (A), others keep it (B)": B is one of the others alone.
        nearest = max(d.member.start for d in before)
        if any(
            u.kind == "actors" and nearest < u.start < lifted.start
            for u in s.units[: lifted.after + 1]
        ):
            return None  # "…, and others keep it (B)", unread: B is none of those before.
        return [d for d in before if d.member.start == nearest]

    def voiced(self, lifted: Lifted, drafts: Sequence[Draft], border: int) -> Iterator[Draft]:
        """`Doubts were heard about article 7 (A) and the title (B)`: nobody else's doubts."""
        s = self.s
        sources = Sources(s)
        spoken = {t for d in drafts for t in range(*d.stand.cue)}
        for noun in range(lifted.after, -1, -1):
            reading = sources.predicates.noun(noun)
            if reading is None or sources.has_owner(noun) or s.units[noun].start in spoken:
                continue
            own_zone = sources.predicates.noun_zone(noun, None)
            if noun == lifted.after and not reading.light:
                # "X has its opponents (A) and its friends (B)".
                first = s.heads[noun] if s.deps[noun] == "conj" else noun
                zone = own_zone or sources.across(first)
                for stand in sources.predicates.noun_stands(noun, reading, zone, None):
                    if stand.zone:
                        yield from self.holders(lifted, stand.by("parenthesis"))
                return
            zone = own_zone or sources.across(noun)
            near = set(self.segment(lifted.after, border))
            for stand in sources.predicates.noun_stands(noun, reading, zone, None):
                own = tuple(u for u in stand.zone if u in near)
                if lifted.after not in own or self.is_gloss(lifted):
                    continue
                if not self.names(own) and not self.linker.memory.label.targets:
                    continue  # "Doubts remain about costs (A)" is on what the label names, if any.
                yield from self.holders(lifted, replace(stand, zone=own, rule="parenthesis"))
            return

    def names(self, zone: tuple[int, ...]) -> bool:
        """Whether `zone` itself names a provision or a topic."""
        s = self.s
        return any(s.units[u].targets for u in zone) or bool(self.targets.topics_in(zone))

    def is_gloss(self, lifted: Lifted) -> bool:
        """Whether a parenthesis only abbreviates the name before it ("Least … (LDCs)")."""
        before = self.s.doc[lifted.start - 1]
        return (
            len(lifted.members) == 1
            and lifted.members[0].ref.type != "state"
            and before.text[:1].isupper()
        )

    def holders(self, lifted: Lifted, stand: Stand) -> Iterator[Draft]:
        """Drafts of those in a parenthesis, where what it stands behind is known."""
        resolution = self.targets.resolve(stand, ())
        for target in resolution.targets:
            if target.id in {OTHER, UNRESOLVED}:
                continue
            for member in lifted.members:
                yield Draft(
                    member, stand.stance, target, resolution.topics, stand, self.s, "parenthesis"
                )

    def others(self, after: int, border: int) -> int | None:
        """The verb of the bare "others" or "those who" before a parenthesis, theirs alone."""
        s = self.s
        for k in range(after, border - 1, -1):
            if s.units[k].kind == "actors":
                return None
            if s.words[k] in _OTHERS and s.deps[k] == "nsubj":
                return s.heads[k]
            clauses = s.kids(k, "relcl", "acl") if s.words[k] == "those" else []
            if clauses and after in s.subtree(clauses[0]):
                return clauses[0]
        return None

    def is_thing(self, zone: tuple[int, ...]) -> bool:
        """Whether `zone` speaks of something other than who would do what ("others keep")."""
        s = self.s
        return self.names(zone) or any(s.deps[u] in {"dobj", "pobj", "attr"} for u in zone)

    def segment(self, after: int, border: int) -> tuple[int, ...]:
        """The units right before the parenthesis that it belongs to."""
        s = self.s
        start = after
        while start > border and s.words[start - 1] not in _SEPARATORS:
            start -= 1
        return tuple(range(start, after + 1))
