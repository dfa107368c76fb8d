"""Actors that were lifted out of the sentence: trailing asides and parentheses."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ahcextract.linking.content import below
from ahcextract.linking.drafts import Draft
from ahcextract.linking.owners import owners_in
from ahcextract.linking.parse import Sentence
from ahcextract.linking.stand import Stand
from ahcextract.linking.targets import Targets
from ahcextract.linking.units import Lifted

if TYPE_CHECKING:
    from ahcextract.linking.linker import Linker

_NOUN_PHRASE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "ROOT"})


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
        if relation is None or cue is None:
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
        if before:
            last = max(d.stand.cue for d in before)
            main = [d for d in before if d.stand.cue == last]
            if self.leads(lifted):
                # "objected to X and, with B, to Y": B to Y alone.
                border = s.place(lifted.start, lifted.end)[1]
                main = [d for d in main if d.target.span and d.target.span[0] >= border]
            yield from self.linker.beside(s, relation, lifted.members, cue, main)
            return
        if relation not in {"support", "oppose", "concern"} or lifted.after < 0:
            return
        noun = lifted.after
        while s.deps[noun] not in _NOUN_PHRASE and s.heads[noun] != noun:
            noun = s.heads[noun]
        zone = tuple(u for u in below(s, [noun]) if u <= lifted.after)
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
        around = [
            d for d in drafts if d.member.ref.type == "collective" and lifted.after in d.stand.zone
        ]
        if not around:
            around = [d for d in drafts if d.member.ref.type == "collective" and d.stand.zone
                      and max(d.stand.zone) < lifted.after]  # fmt: skip
        done: set[tuple[str, tuple[int, int]]] = set()
        for draft in around:
            key = (draft.stance, draft.stand.cue)
            if key in done:
                continue
            done.add(key)
            zone = self.segment(lifted.after, border)
            stand = Stand(draft.stand.stance, draft.stand.cue, draft.stand.head, zone,
                          draft.stand.negated, rule="parenthesis")  # fmt: skip
            resolution = self.targets.resolve(stand, ())
            for target in resolution.targets:
                for member in lifted.members:
                    yield Draft(
                        member, draft.stance, target, resolution.topics, stand, s, "parenthesis"
                    )

    def segment(self, after: int, border: int) -> tuple[int, ...]:
        """The units right before the parenthesis that it belongs to."""
        s = self.s
        start = after
        while start > border and s.words[start - 1] not in {
            ",",
            ";",
            ":",
            "particularly",
            "about",
            "over",
        }:
            start -= 1
        return tuple(range(start, after + 1))
