"""Resolves what a stand is on: named provisions, references back, labels, topics."""

from dataclasses import replace

from ahcextract.linking.context import Place, Target, contains, nearest_of
from ahcextract.linking.named import UNRESOLVED
from ahcextract.linking.packages import unpacked
from ahcextract.linking.passage import is_beside, is_bound, is_destination
from ahcextract.linking.references import (
    DEFINITE,
    PROVISION_NOUNS,
    determiner,
    refers,
    root_of,
)
from ahcextract.linking.referring import OTHER, Referring, Resolution, all_of, carried, topics_of
from ahcextract.linking.stand import Stand
from ahcextract.linking.topical import PROCESS
from ahcextract.linking.turning import current
from ahcextract.linking.units import Member

_LACKING = frozenset({"without", "minus"})
_SUBORDINATE = frozenset({"relcl", "advcl", "acl"})
# Parts of the text that headings name as topics (D61).
_PARTS = {"topic:preamble": "preamble", "topic:resolution": "resolution"}
_ON_PROCEDURE = frozenset({"propose", "support", "oppose"})
_SMALL = frozenset({"paragraph", "paragraphs", "subparagraph", "subparagraphs"})
_WHOLE_TEXT = frozenset({"text", "draft", "document"})
# "Sided with X in one case", "in two votes".
_CASES = frozenset("case cases instance instances vote votes occasion occasions".split())


class Targets(Referring):
    """Resolves the stands of one sentence.

    Args:
        sentence: parsed.
        memory: of the issue, before this sentence.
    """

    # ---------------------------------------------------------------- resolution
    def resolve(self, stand: Stand, owners: tuple[Member, ...]) -> Resolution:
        """What `stand` is on; `owners` own a proposal that it speaks of."""
        found = self.found(stand, owners)
        if any(t.id in _PARTS for t in found.targets):
            whole = tuple(replace(t, id=_PARTS.get(t.id, t.id)) for t in found.targets)
            return replace(found, targets=whole)
        return found

    def found(self, stand: Stand, owners: tuple[Member, ...]) -> Resolution:
        """The same, where a heading's "Preamble" is still a topic."""
        deferred = stand.rule == "owner" and not stand.zone and self.defers()
        if stand.stance in _ON_PROCEDURE and (deferred or self.is_procedure(stand.zone)):
            return Resolution((Target("topic:process"),), self.all_topics(stand))
        package = unpacked(self, stand.zone)
        if package is not None:
            return Resolution(all_of(package), self.all_topics(stand))
        if stand.rule == "delete-operation" and stand.stance == "concern":
            stand = self.blamed(stand)
        named = self.named(stand)
        topics = self.all_topics(stand)
        if self.is_whither(stand.zone) and (moved := self.moved(stand, topics)) is not None:
            return moved
        if named:
            return Resolution((*self.alongside(stand), *named), topics)
        if stand.bare or self.backs_speaker(stand):
            return self.answer(topics)
        again = self.done_again(stand)
        if again:
            return Resolution(again, topics)
        owned = self.owned(owners)
        if owned:
            return Resolution(owned, topics)
        actors = self.actor_targets(stand)
        if actors:
            return Resolution(actors, topics)
        back = refers(self.s, stand.zone)
        if back is not None and (not owners or back[0] == "piece"):
            resolved = self.referred(back, topics, stand)
            if resolved is not None:
                return resolved
        return self.inherited(stand, topics, back)

    def done_again(self, stand: Stand) -> tuple[Target, ...]:
        """`A asked to delete X. B opposed the deletion`, `B was opposed`: what it is done to."""
        if stand.zone or not stand.rule.endswith(("-operation", "predicative")):
            return ()
        if self.memory.label.targets:
            return ()
        found = {t.target.id: Target(t.target.id, None, t.span) for t in self.memory.taken}
        return () if {OTHER, UNRESOLVED} & set(found) else tuple(found.values())

    def blamed(self, stand: Stand) -> Stand:
        """`feared that the title would erase Y`: the title is what is feared, not Y."""
        s = self.s
        for root in root_of(s, stand.zone)[:1]:
            subject = s.kid(s.heads[root], "nsubj")
            if subject is None or s.deps[root] != "dobj" or s.is_actor(subject):
                continue
            units = tuple(s.subtree(subject))
            if self.topics_in(units) or any(s.units[u].targets for u in units):
                return replace(stand, zone=units)
        return stand

    def named(self, stand: Stand) -> list[Target]:
        """Provisions in the zone, those outside of subordinate clauses first."""
        zone = self.pertinent(stand.zone)
        naming = [u for u in zone if u in self.s.naming]
        main = [u for u in naming if not self.is_subordinate(u, zone)]
        named = self.provisions_in(main) or self.provisions_in(naming)
        if not named and stand.scope and not self.topics_in(zone):
            named = self.provisions_in(self.pertinent(stand.scope))
        if not named and not zone and not stand.bare:
            named = self.only_provision(stand)
        over = self.memory.over
        if named and over.topics and all(t.id == UNRESOLVED for t in named):
            # "Paragraph 3" of conclusions under a topic's heading (D61).
            return [Target(f"topic:{over.topics[0]}", None, over.span)]
        return named or self.numbered(stand.zone)

    def numbered(self, zone: tuple[int, ...]) -> list[Target]:
        """`supports 48 as it is` under "Articles 47 and 48": an article by its number alone."""
        s, memory = self.s, self.memory
        roots = [s.words[r] for r in root_of(s, zone)[:1] if s.units[r].kind == "word"]
        if not roots or not roots[0].isdecimal():
            return []
        around = (memory.label, *reversed(memory.places), memory.heading)
        known = {t.split(".")[0] for place in around for t in place.targets}
        return [Target(t, None) for t in (f"article:{roots[0]}",) if t in known]

    def pertinent(self, zone: tuple[int, ...]) -> tuple[int, ...]:
        """`zone` without provisions that something is moved to, or that "the article" is set by."""
        s = self.s
        named = [u for u in zone if s.units[u].targets]
        if zone and s.words[zone[0]] in {"it", "them"}:
            # "Supports it without paragraph 2": it is what is supported.
            lacking = {u for u in named if s.words[s.heads[u]] in _LACKING}
            zone = tuple(u for u in zone if u not in lacking)
            named = [u for u in named if u not in lacking]
        side = {u for u in named if (is_destination if len(named) > 1 else is_bound)(s, u)}
        for root in root_of(s, zone):
            nouns = [root] if s.is_nominal(root) else s.kids(root, "dobj", "nsubj", "nsubjpass")
            for noun in nouns:
                if s.words[noun] in PROVISION_NOUNS and determiner(s, noun) in DEFINITE:
                    side.update(u for u in named if is_beside(s, noun, u))
        return tuple(u for u in zone if u not in side)

    def only_provision(self, stand: Stand) -> list[Target]:
        """The provisions of the sentence, where it names them in one place alone.

        None where somebody else has begun to speak: `A has doubts, and B can live with X`.
        """
        s = self.s
        units = s.naming
        cue = s.unit_of(stand.cue[0])
        for unit in units:
            if any(s.is_actor(k) and s.deps[k] == "nsubj" for k in range(cue + 1, unit)):
                return []
        return self.provisions_in(units) if len(units) == 1 else []

    def is_subordinate(self, unit: int, zone: tuple[int, ...]) -> bool:
        """Whether a unit of `zone` stands in a clause below the zone's head."""
        s, inside = self.s, set(zone)
        at = unit
        while s.heads[at] in inside and s.heads[at] != at:
            if s.deps[at] in _SUBORDINATE:
                return True
            at = s.heads[at]
        return False

    def owned(self, owners: tuple[Member, ...]) -> tuple[Target, ...]:
        """Targets of what the owners have proposed in this issue."""
        found: dict[str, Target] = {}
        since = -1
        for owner in owners:
            for taken in self.memory.proposals.get(owner.ref.id, []):
                found.setdefault(taken.target.id, Target(taken.target.id, None, taken.span))
                since = max(since, taken.sentence)
        if len(found) > 1 and (now := self.spoken_of_since(since)) is not None:
            # "A tabled texts on X and Y. On Y, B wanted more. C agreed with A's version.": of Y.
            package = all_of(self.memory.package) if self.memory.package else ()
            if now.id in {*found, *(t.id for t in package)}:
                return (now,)
        return tuple(found.values())

    def actor_targets(self, stand: Stand) -> tuple[Target, ...]:
        """`backed Iran`: the actor is the target, with nothing else said (guidelines 4, rule 4)."""
        s = self.s
        if stand.stance not in {"support", "oppose"}:
            return ()
        roots = root_of(s, stand.zone)[:1]
        if not roots or not s.is_actor(roots[0]) or not self.is_alone(roots[0], stand.zone):
            return ()
        if self.just_spoke(roots[0]):
            return ()
        return tuple(
            Target(f"actor:{m.ref.id}", s.place(m.start, m.end))
            for m in s.units[roots[0]].members
            if m.ref.type != "collective"
        )

    def is_alone(self, actor: int, zone: tuple[int, ...]) -> bool:
        """`sided with Iran`, `sided with Iran in one case`: nothing else is named."""
        rest = [u for u in zone if u != actor]
        s = self.s
        return not rest or (
            s.words[rest[0]] == "in"
            and any(s.words[u] in _CASES for u in rest[1:4])
            and not self.topics_in(rest)
            and not any(s.units[u].targets for u in rest)
        )

    def backs_speaker(self, stand: Stand) -> bool:
        """`B backed A`, right behind a stand of A: B is on what A said."""
        roots = root_of(self.s, stand.zone)
        if (
            stand.stance not in {"support", "oppose"}
            or len(roots) != 1
            or len(stand.zone) != 1
            or not stand.direct
        ):
            return False
        if self.s.words[roots[0]] == "them":
            return self.means_speakers()
        return self.s.is_actor(roots[0]) and self.just_spoke(roots[0])

    def means_speakers(self) -> bool:
        """`A and B would strike paragraph 2. C backed them`: who just spoke of one thing."""
        taken = self.memory.taken
        return (
            bool(taken)
            and taken[-1].sentence >= self.s.number - 1
            and len(taken[-1].owners) > 1
            and len({t.target.id for t in taken}) == 1
        )

    def just_spoke(self, unit: int) -> bool:
        """Whether the last stand, in this sentence or the one before, is that of these actors."""
        taken = self.memory.taken
        ids = {m.ref.id for m in self.s.units[unit].members}
        return (
            bool(taken) and taken[-1].sentence >= self.s.number - 1 and ids == set(taken[-1].owners)
        )

    def labels(self, stand: Stand) -> list[Place]:
        """What stands in front of the sentence or over its block, the nearest first."""
        memory = self.memory
        if self.front and contains(memory.label, self.front):
            return [self.front]  # "Article 9: As to paragraph 2, …"
        places = [p for p in (memory.label, self.front, memory.fronted, memory.lead) if p]
        if len(memory.heading.targets) == 1 and (memory.noted or self.is_provision(stand.zone)):
            # Notes by delegation stand under it as under a label; "the clause on data protection".
            places.append(memory.heading)
        return places

    def inherited(
        self, stand: Stand, topics: tuple[str, ...], back: tuple[str, str] | None
    ) -> Resolution:
        """The label's, the fronted or the heading's target, a topic, or nothing for sure."""
        memory = self.memory
        places = self.labels(stand)
        turn = current(memory, self.turn, stand, self.s)
        turn = turn if turn is not None and turn.topics and not memory.label.targets else None
        found = next((p for p in places if p.targets), None)
        if found is None and turn is None:
            found = None if self.is_treaty(stand.zone) else self.sole_provision()
            if found is None and self.is_under_number(stand):
                found = memory.heading
        own = self.own_topics(stand)
        begun = memory.turned
        if begun and begun.topics and begun.topics[0] in {slug for slug, _ in own}:
            found = found if memory.label.targets else None
        if found is not None:
            return Resolution(carried(self.closer(found, stand)), topics)
        number = self.counted(stand)
        if number is not None and all(slug in memory.general for slug, _ in own):
            return Resolution((number,), topics)
        if own and own[0][0] in self.memory.general and (near := self.before(stand)) is not None:
            return Resolution((near,), topics)
        around = [p for p in (self.front, memory.label, memory.fronted, memory.lead) if p]
        above = next((p for p in around if p.topics and p.topics[0] not in memory.general), None)
        if above and own and own[0][0] in memory.general and self.is_remark(stand, own[0][0]):
            return Resolution(topics_of(above), topics)
        if own:
            listed = self.in_row(stand.zone, self.listed(stand.zone, own) or own[:1])
            return Resolution(tuple(Target(f"topic:{slug}", at) for slug, at in listed), topics)
        if turn is not None:
            return Resolution(topics_of(turn), topics)
        if len(memory.heading.targets) == 1:
            return Resolution(carried(self.closer(memory.heading, stand)), topics)
        places = [p for p in (self.front, memory.label, memory.fronted, memory.lead) if p]
        found = next((p for p in places if p.topics), None)
        if found is not None:
            return Resolution(topics_of(found)[: 1 if back else None], topics)
        return Resolution(self.last_resort(stand, back is not None), topics)

    def closer(self, place: Place, stand: Stand) -> Place:
        """The part of what stands above that the passage has named last.

        `Article 9: A raised paragraph 2. B is in favour`, `paragraph 2 was raised by A, which
        would add a word`.
        """
        near = nearest_of([*self.memory.places, *self.own_places(stand)])
        return near if near is not None and contains(place, near) else place

    def is_provision(self, zone: tuple[int, ...]) -> bool:
        """`the data protection clause`, `the article on gender`: a definite provision."""
        s = self.s
        return any(
            s.words[r] in PROVISION_NOUNS and s.words[r] not in _SMALL and determiner(s, r) == "the"
            for r in root_of(s, zone)[:1]
        )

    def is_under_number(self, stand: Stand) -> bool:
        """Under "Article 9" alone all is on it (D55), but for other parts ("the title")."""
        heading = self.memory.heading
        if len(heading.targets) != 1 or heading.topics:
            return False
        return not any(slug in self.memory.parts for slug, _ in self.own_topics(stand))

    def last_resort(self, stand: Stand, refers_back: bool) -> tuple[Target, ...]:
        """The heading's topic, the sentence's one provision, a topic nearby, or nothing."""
        heading = self.memory.over
        near = self.nearby(stand)
        if near is not None and all(t in self.memory.general for t in heading.topics):
            only = [] if heading.topics else self.only_provision(stand)
            return (near,) if not only or self.topics_in(stand.zone) else tuple(only)
        if heading.topics:
            # "It" is one of two topics that a heading names together (D55).
            return topics_of(heading)[: 1 if refers_back else None]
        only = self.only_provision(stand)
        if only and not self.topics_in(stand.zone):
            return tuple(only)
        if refers_back and self.means_whole(stand):
            return (Target(f"topic:{next(t for t in self.memory.general if t != PROCESS)}"),)
        return (Target(UNRESOLVED if refers_back else OTHER),)

    def means_whole(self, stand: Stand) -> bool:
        """`cannot vote for this text`, and nothing else is spoken of: the whole of it."""
        s, general = self.s, self.memory.general
        if len(general) != 2 or PROCESS not in general:
            return False  # No profile's own word for the whole.
        roots = root_of(s, stand.zone)
        heads = [*roots, *(k for r in roots for k in s.kids(r, "dobj", "nsubj"))]
        return any(s.words[r] in _WHOLE_TEXT and s.kid(r, "prep", "relcl") is None for r in heads)
