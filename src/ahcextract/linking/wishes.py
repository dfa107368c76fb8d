"""Wishes that "would" makes: "would rather keep X", "would have X removed", "would set X at 60"."""

from dataclasses import replace

from ahcextract.lexicon import Cue
from ahcextract.linking.content import CAUSATIVE
from ahcextract.linking.operations import Content
from ahcextract.linking.parse import CueAt
from ahcextract.linking.reports import Reports
from ahcextract.linking.stand import Stand
from ahcextract.linking.trees import below, governed_heads, is_negated
from ahcextract.linking.words import ABLE, EDITING

_WOULD = frozenset({"would", "'d"})
_RATHER = frozenset({"rather", "sooner", "preferably"})
_CHOOSING = frozenset({"vote", "votes", "voted", "chose", "chooses", "choose", "voting"})
# Under "would", wording in quotation marks is what is to be written.
_WORDING = frozenset({"say", "read", "write", "put", "use", "have", "see"})
_INSTEAD = frozenset({"instead", "than", "place", "stead", "rather", "for"})
_TRYING = frozenset(
    "try tries tried trying attempt attempts attempted attempting fight fights fought fighting "
    "struggle struggles struggled battle battles battled strive strives strove manage manages "
    "managed".split()
)
_FAILING = frozenset({"fail", "fails", "failed"})
_USING = frozenset("use uses used using take takes took taken taking seize seizes seized".split())
_OCCASIONS = frozenset(
    "floor opportunity occasion chance moment explanation explanations statement statements "
    "intervention interventions speech time turn slot remarks vote podium microphone debate "
    "reply".split()
)
_ITS = (
    "one's defence",
    "one's defense",
    "one's rescue",
    "one's aid",
    "one's favour",
    "one's favor",
)
_LETTING = frozenset("let allow permit admit require oblige".split())
# Verbs that with these words say no more than "said": "made it clear that …".
_CLEAR = {
    "make": "it clear|clear|it plain|plain|it known|known|it explicit|explicit|the point",
    "leave": "no doubt|little doubt|nobody in doubt|no one in doubt|it in no doubt",
    "put": "it on record|on record|it to the room",
    "let": "it be known|be known|it be understood",
    "serve": "notice",
    "give": "notice|to understand",
    "go": "on record saying|on the record saying|on to say",
}
_FORMS = {
    form: frozenset(tuple(x.split()) for x in _CLEAR[verb].split("|"))
    for verb, forms in {
        "make": "make makes made making", "leave": "leave leaves left leaving",
        "put": "put puts putting", "let": "let lets letting", "serve": "serve serves served",
        "give": "give gives gave given", "go": "go goes went gone",
    }.items()
    for form in forms.split()
}  # fmt: skip
_VERY = frozenset({"very", "quite", "once", "more", "again", "also", "rather", "too"})
_LONGEST = 8
# "Wants X written in": it is not in the text, unlike what is to be "left in".
_LET_IN = frozenset("written put back added built inserted brought included worked".split())
_LEFT_IN = frozenset({"left", "kept", "retained"})
_PARTICLES = frozenset({"prt", "ccomp", "advmod", "prep", "acomp", "oprd", "amod"})
# Who "had hoped" for more is disappointed.
_HOPING = frozenset({"hope", "hope for", "hope that", "hope to"})
# Who "counters that P" is against what was said; what it is for, P tells.
CONTRADICTING = frozenset({"counter", "object", "protest"})


class Wishes(Reports):
    """Wishes that "would" makes, and votes to do something; one sentence."""

    def made_clear(self, v: int, depth: int) -> list[Stand]:
        """`made it clear that X should go`, `left no doubt that it was against X`: said it."""
        s = self.s
        phrases = _FORMS.get(s.words[v])
        if phrases is None or is_negated(s, v):
            return []
        said: list[str] = []
        for at in range(v + 1, min(v + _LONGEST, len(s.words) - 2)):
            word = s.words[at]
            if word == "that":
                clause = s.heads[at]
                if tuple(said) not in phrases or clause <= at:
                    return []
                cue = self.plain(v)
                found = [x for c in s.conjuncts(clause) for x in self.said(v, cue, c, depth + 1)]
                return [x for x in found if x.stance != "neutral"]
            if word not in _VERY and not word.endswith("ly"):
                said.append(word)
        return []

    def contradicted(
        self, v: int, cue: CueAt, reading: Cue, heads: list[int], depth: int
    ) -> list[Stand]:
        """`countered that X is essential`: for X; `countered that P`: against what was said."""
        clauses = [c for h in heads for c in self.s.conjuncts(h)]
        said = [x for c in clauses for x in self.said(v, cue, c, depth + 1)]
        said = [x for x in said if x.stance != "neutral"]
        if said or is_negated(self.s, v):
            return said
        if reading.lemma == "counter":
            return self.bare("oppose", v, cue, reading, False)
        return self.made("oppose", v, cue, below(self.s, heads), False, "verb")

    def wish(self, v: int) -> list[Stand]:
        """All that verb `v` says by its "would"."""
        s = self.s
        if s.words[v] in _CHOOSING:
            contents = self.contents.of(s.kids(v, "xcomp"))
            chosen = self.composed("prefer", v, self.plain(v), contents, is_negated(s, v))
            return [x.by("would") for x in chosen]
        tried = self.tried(v)
        if tried or not self.under_would(v):
            return tried
        rather = any(s.words[k] in _RATHER for k in s.kids(v, "advmod"))
        cue = self.plain(v)
        contents = self.wished_for(v, rather)
        if contents:
            negated = is_negated(s, v) and s.words[v] in CAUSATIVE
            return [x.by("would") for x in self.composed("propose", v, cue, contents, negated)]
        return self.out(v, cue) or self.had(v, cue, rather) or self.edited(v, cue, rather)

    def out(self, v: int, cue: CueAt) -> list[Stand]:
        """`would rather see X out`, `would have X in`."""
        if self.s.words[v] not in {"see", "have"} or is_negated(self.s, v):
            return []
        return self.in_or_out("propose", v, cue, below(self.s, governed_heads(self.s, v, v + 1)))

    def in_or_out(self, outer: str, v: int, cue: CueAt, zone: tuple[int, ...]) -> list[Stand]:
        """`wants X out`, `would like Y in`."""
        s = self.s
        if outer not in {"propose", "prefer", "prefer-new"} or len(zone) < 2:
            return []
        last, before = s.words[zone[-1]], s.words[zone[-2]]
        particle = s.deps[zone[-1]] in _PARTICLES
        if last != "gone" and not (last in {"out", "in"} and particle):
            return []
        new = last == "in" and before in _LET_IN
        if before.endswith(("ed", "ing")) and not new and before not in _LEFT_IN:
            return []  # "wants it carried out"
        span = cue.span
        stance = "oppose" if last != "in" else "propose" if new else "support"
        return [Stand(stance, span, s.units[v].start, zone[:-1], rule="in-or-out")]

    def is_able(self, v: int, cue: CueAt) -> bool:
        """`can work with X`, `is ready to work with X`, where X is nobody at the table."""
        s = self.s
        over = s.words[s.heads[v]] if s.deps[v] == "xcomp" else ""
        able = over in ABLE or any(s.words[k] in {"can", "could"} for k in s.kids(v, "aux"))
        return able and not any(s.is_actor(h) for h in governed_heads(s, cue.start, cue.end))

    def its(self, cue: CueAt, reading: Cue) -> tuple[int, ...]:
        """`came to its defence`: the text that "its" stands for."""
        if not reading.lemma.endswith(_ITS):
            return ()
        return tuple(u for u in range(cue.start, cue.end) if self.s.words[u] in {"its", "their"})

    def tried(self, v: int) -> list[Stand]:
        """`tried to have X removed`, `fought to keep X`, `failed to get X deleted`: wanted it."""
        s = self.s
        failing = s.words[v] in _FAILING
        if is_negated(s, v) or not (failing or s.words[v] in _TRYING):
            return []
        clauses = [
            k
            for k in s.kids(v, "xcomp", "advcl")
            if k > v
            and any(s.words[x] == "to" for x in s.kids(k, "aux"))
            and (s.words[k] in CAUSATIVE or not failing)
        ]
        contents = [
            c for c in self.contents.of(clauses) if c.kind == "operation" and self.on_text(c.zone)
        ]
        return [x.by("tried") for x in self.composed("propose", v, self.plain(v), contents, False)]

    def occasion(self, v: int, depth: int) -> list[Stand]:
        """`took the floor to oppose X`, `used its statement to ask for Y`: opposed, asked for."""
        s = self.s
        occasions = [k for k in s.kids(v, "dobj") if s.words[k] in _OCCASIONS]
        if s.words[v] not in _USING or not occasions or is_negated(s, v):
            return []
        for clause in [*s.kids(v, "xcomp", "advcl"), *s.kids(occasions[0], "acl", "relcl")]:
            if any(s.words[k] == "to" for k in s.kids(clause, "aux")):
                return [x for x in self.verb(clause, depth + 1) if x.stance != "neutral"]
        return []

    def under_would(self, v: int) -> bool:
        """Whether verb `v` stands under "would", its own or that of the verb before it."""
        s = self.s
        for _ in s.units:
            helping = s.kids(v, "aux")
            # "Some would delete X and others keep it": a base form under the first "would".
            own = s.kid(v, "nsubj", "nsubjpass") is not None and not any(
                r.form == "base" for r in s.readings(v, "operation")
            )
            if helping or s.deps[v] != "conj" or own:
                return any(s.words[k] in _WOULD for k in helping)
            v = s.heads[v]
        return False

    def plain(self, v: int) -> CueAt:
        """The verb as a cue of its own."""
        at = self.s.units[v].start
        return CueAt(v, v + 1, (), (at, at + 1))

    def wished_for(self, v: int, rather: bool) -> list[Content]:
        """`would rather keep X`, `would have X removed`, `would rather see X go`."""
        s = self.s
        contents = self.contents.causative(v) if s.words[v] in CAUSATIVE else []
        if not contents:
            contents = self.contents.operation(v)
            keeping = {"retain", "delete"}
            contents = [
                c
                for c in contents
                if rather
                or c.value in keeping
                or self.words(c.zone)
                or any(s.words[u] in {"it", "them"} for u in c.zone[:1])
            ]
        contents = [
            # "X, which some would delete": X.
            c if c.zone or not self.is_relative(v) else replace(c, zone=self.antecedent(v))
            for c in contents
        ]
        return [
            c
            for c in contents
            if c.value not in {"vote", "clarify"}
            and (self.contents.is_piece(c.zone) or (c.value != "retain" and self.words(c.zone)))
        ]

    def words(self, zone: tuple[int, ...]) -> bool:
        """Whether `zone` quotes words, as who edits does ("would add 'and law' to X")."""
        return any(self.s.units[u].kind == "quote" for u in zone)

    def had(self, v: int, cue: CueAt, rather: bool) -> list[Stand]:
        """`would not have X at all`, `would have X say more`."""
        s = self.s
        if s.words[v] not in {"have", "see"}:
            return []
        things = s.kids(v, "dobj")
        if things and (is_negated(s, v) or self.refuses(below(s, things))):
            zone = below(s, things)
            return self.made("oppose", v, cue, zone, False, "would") if self.on_text(zone) else []
        zone = below(s, things)
        if rather and things and (self.on_text(zone) or self.in_draft(zone)):
            stance = "support" if self.standing(zone) else "propose"
            return self.made(stance, v, cue, zone, False, "would")
        for clause in s.kids(v, "ccomp"):
            subjects = s.kids(clause, "nsubj")
            zone = below(s, subjects)
            bare = not s.kids(clause, "aux", "mark")
            if bare and s.words[v] == "have" and not is_negated(s, v) and self.on_text(zone):
                return self.made("propose", v, cue, zone, False, "would")
        return []

    def edited(self, v: int, cue: CueAt, rather: bool) -> list[Stand]:
        """`would set X at 60`, `would let Y in`, `would put "may" in the place of "must"`."""
        s = self.s
        if is_negated(s, v) or self.contents.placed(v):
            return []
        heads = governed_heads(s, v, v + 1)
        zone = below(s, heads)
        quotes = [u for u in zone if s.units[u].kind == "quote"]
        compared = rather or any(s.words[u] in _INSTEAD for u in zone)
        allowed = s.kids(v, "dobj", "ccomp") if s.words[v] in _LETTING else []
        if allowed:  # "Would let observers in": what the text is to allow.
            return self.made("propose", v, cue, below(s, allowed), False, "would")
        written = s.words[v] in _WORDING and quotes and compared
        objects = below(s, s.kids(v, "dobj"))
        if written or (s.words[v] in EDITING and self.on_text(objects)):
            return self.made("propose", v, cue, zone, False, "would")
        return []

    def on_text(self, zone: tuple[int, ...]) -> bool:
        """Whether `zone` is text or has a topic in it."""
        s = self.s
        if not zone:
            return False
        return self.contents.is_piece(zone) or any(s.unit_of(t.start) in zone for t in s.topics)

    def dashed(self, v: int, cue: CueAt, reading: Cue) -> list[Stand]:
        """`had hoped for X`: there is no X."""
        s = self.s
        if reading.lemma not in _HOPING or not any(s.words[k] == "had" for k in s.kids(v, "aux")):
            return []
        zone = below(s, governed_heads(s, cue.start, cue.end))
        return self.made("concern", v, cue, zone, False, "verb")
