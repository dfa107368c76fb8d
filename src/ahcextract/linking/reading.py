"""The base of all readers of predicates: how a cue and what it governs make a stand."""

from dataclasses import replace

from ahcextract.lexicon import Cue
from ahcextract.linking.clauses import opens_condition
from ahcextract.linking.judgements import Judgements
from ahcextract.linking.operations import Content
from ahcextract.linking.parse import CueAt, Sentence
from ahcextract.linking.stand import Stand, compose, negate
from ahcextract.linking.trees import below, governed_heads

_OPEN = frozenset({"could", "can", "would", "might"})
_IF = frozenset({"if", "once", "when"})


class Reading:
    """The base of all readers of predicates; one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.s = sentence
        self.contents = Judgements(sentence)

    def verb(self, v: int, depth: int = 0) -> list[Stand]:
        """Stands of the actor whose verb is unit `v`; predicates.py reads them."""
        raise NotImplementedError

    def flipped(self, stand: Stand) -> Stand | None:
        """The stand under one more negation."""
        stance = "oppose" if stand.stance == "with" else negate(stand.stance)
        if stance is None or stance == "neutral":
            return None
        return Stand(
            stance, stand.cue, stand.head, stand.zone, not stand.negated, stand.scope,
            stand.change, stand.substitute, stand.bare, stand.direct, stand.rule,
        )  # fmt: skip

    def made(
        self, outer: str, v: int, cue: CueAt, zone: tuple[int, ...], negated: bool, rule: str
    ) -> list[Stand]:
        """The stand of a cue on all it governs."""
        base = {"prefer": "support", "prefer-new": "propose"}.get(outer, outer)
        stance = negate(base) if negated else base
        if stance is None:
            return []
        span = cue.span
        head = self.s.units[v].start
        return [Stand(stance, span, head, zone, negated, direct=True, rule=rule)]

    def is_quoting(self, v: int, outer: str) -> bool:
        """`X must stay, insisted A`: the clause in front is what A says."""
        s = self.s
        subjects = s.kids(v, "nsubj")
        return (
            outer == "propose"
            and bool(subjects)
            and subjects[0] == v + 1
            and s.words[v - 1] in {",", '"', "'", "”", "’"}
            and any(k < v for k in s.kids(v, "ccomp"))
        )

    def bare(self, outer: str, v: int, cue: CueAt, reading: Cue, negated: bool) -> list[Stand]:
        """A verb that governs nothing answers what was said before ("B disagreed")."""
        stance = negate("support" if outer == "prefer" else outer) if negated else outer
        if negated and outer == "with":
            # Who is "not of the same mind" disagrees; who "did not follow suit" says nothing.
            stance = "oppose" if reading.kind == "predicative" else None
        if stance is None or stance in {"neutral", "prefer", "prefer-new"}:
            return []
        if self.is_held_back(v):
            return []
        span = cue.span
        rule = "consent" if stance == "support" and self.is_conditional(v, cue.end) else "bare"
        # A vote is on the text, whoever has voted before.
        voted = reading.lemma.startswith("vote ")
        head = self.s.units[v].start
        return [Stand(stance, span, head, (), negated, bare=not voted, direct=voted, rule=rule)]

    def is_conditional(self, v: int, end: int) -> bool:
        """`could agree, provided that …`: to the text, not to who has rejected it (D28)."""
        s = self.s
        if not any(s.words[k] in _OPEN for k in s.kids(v, "aux")):
            return False
        at = end + 1 if s.words[end : end + 1] == [","] else end
        return at + 1 < len(s.words) and (s.words[at] in _IF or opens_condition(s, at))

    def is_held_back(self, v: int) -> bool:
        """`would object if pressed`: it has not objected."""
        s = self.s
        would = any(s.words[k] in {"would", "might"} for k in s.kids(v, "aux"))
        clauses = s.kids(v, "advcl")
        return would and any(
            s.words[k] in {"if", "unless", "should"}
            for c in clauses
            for k in s.kids(c, "mark", "aux")
        )

    def composed(
        self, outer: str, v: int, cue: CueAt, contents: list[Content], negated: bool
    ) -> list[Stand]:
        """Stands on the operands of what a cue governs."""
        base = "prefer" if outer == "prefer-new" else outer
        if negated and base == "propose":
            # "does not want X deleted" resists the deletion.
            base = "oppose"
        elif negated:
            flipped = negate("support" if base == "prefer" else base)
            if flipped is None:
                return []
            base = flipped
        stands = []
        scope = below(self.s, governed_heads(self.s, cue.start, cue.end))
        if len(contents) > 1:
            # Lifting brackets as one edit among several is part of the proposal (rule 13).
            contents = [c for c in contents if c.value != "unbracket"] or contents
        for content in contents:
            if content.kind == "operation":
                stance = compose(base, content.value, negated_operation=content.negated)
                rule = f"{content.value}-operation"
            else:
                stance, rule = content.value, "judgement"
            if stance is None:
                continue
            if content.harms and stance == "oppose" and negated:
                stance = "support"  # "does not want to see X touched"
            if content.kind == "operation" and not content.zone:
                content = replace(content, zone=self.antecedent(v))
            span = cue.span
            stands.append(
                Stand(
                    stance, span, self.s.units[v].start, content.zone, negated or content.negated,
                    scope, change=content.value == "change", substitute=content.substitute,
                    rule=rule,
                )
            )  # fmt: skip
        return stands

    def antecedent(self, v: int) -> tuple[int, ...]:
        """What a relative clause's verb governs: `X, which A opposed`."""
        s = self.s
        if s.deps[v] in {"relcl", "acl"} and not s.is_actor(s.heads[v]):
            return below(s, [s.heads[v]], [v])
        # "X, which A opposed", hung elsewhere: X stands right before "which".
        for at in range(v - 1, 0, -1):
            if s.words[at] == "which" and at < v:
                noun = at - 2 if s.words[at - 1] == "," else at - 1
                return (noun,) if noun >= 0 else ()
        return ()

    def is_relative(self, v: int) -> bool:
        """Whether `v`, or the verb it stands beside, has "which" for its object."""
        s = self.s
        above = s.heads[v] if s.deps[v] == "conj" else v
        return any(s.words[k] in {"which", "that"} for k in s.kids(above, "dobj") if k < v)
