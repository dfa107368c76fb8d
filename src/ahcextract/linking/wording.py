"""Whether what is wanted is wording that the text has, has not, or is to keep."""

from collections.abc import Sequence

from ahcextract.lexicon import Cue
from ahcextract.linking.parse import Sentence
from ahcextract.linking.reading import Reading
from ahcextract.linking.references import determiner, refers, root_of
from ahcextract.linking.stand import Stand
from ahcextract.linking.trees import below
from ahcextract.linking.words import FAVOURING, OWN

_COMPARED = frozenset({"over", "to", "instead", "rather"})
# What says that wording is in the text already.
_STANDING = frozenset(
    "original earlier previous current existing present initial drafted unchanged status".split()
)
_DRAFTS = frozenset({"draft", "text", "convention", "treaty"})
_CONSENTING = frozenset(
    {"accept", "live with", "agree to", "agree with", "agree on", "go along with", "tolerate",
     "stomach", "settle for", "acquiesce in", "welcome"}
)  # fmt: skip
# What is presented to a meeting without being put forward.
_ACCOUNTS = frozenset(
    "report reports outcome outcomes agenda results result findings item items document documents "
    "summary overview synthesis issue issues topic session".split()
)
# What the figures of a treaty are figures of.
_COUNTED = frozenset(
    "ratifications instruments accessions ratification years months days hours weeks".split()
)
# What one is interested in doing oneself.
_OWN_CONDUCT = frozenset(
    "supporting talking hearing learning working helping participating hosting contributing "
    "cooperating sharing joining providing knowing seeing receiving engaging meeting".split()
)
# What is defended, or not missed, is text, whatever others would do to it.
_DEFENDING = frozenset(
    "defend defends defended defending defence defense rescue retain retained keep kept miss "
    "mourn tear tears".split()
)
_UNCHANGED = frozenset({"unchanged", "untouched", "intact", "unaltered"})
_BARE_TEXT = frozenset({"text", "language", "wording"})
_AS_IT_IS = frozenset(
    {
        "drafted",
        "it",
        "is",
        "they",
        "stands",
        "written",
        "presented",
        "agreed",
        "originally",
        "currently",
    }
)


_ASKING = frozenset("what why how whether who which where when if".split())
_LAST = frozenset(
    "drafted is stands are stand written presented worded phrased formulated proposed agreed "
    "adopted".split()
)
_DRAFTED = _LAST | frozenset("it they originally currently now so already".split())


def defends(s: Sentence, stand: Stand) -> bool:
    """`defended it`, `content with it as drafted`: the text, though others would delete it."""
    defended = not _DEFENDING.isdisjoint(s.block.words[slice(*stand.cue)])
    return defended or is_as_drafted(s, s.unit_of(stand.head))


def is_as_drafted(s: Sentence, v: int) -> bool:
    """`preferred X as drafted`, `as it stands`: the wording that is there, so not a new one."""
    words = s.words
    for at in range(v + 1, len(words) - 1):
        if words[at] in {";", "while", "whereas", "than", "over"}:
            return False
        if words[at] not in {"as", "where"}:
            continue
        end = at + 1
        while end < len(words) and words[end] in _DRAFTED:
            end += 1
        if end > at + 1 and words[end - 1] in _LAST and words[end : end + 1] not in (
            ["by"], ["as"], ["than"], ["before"],
        ):  # fmt: skip
            return True
    return False


class Wording(Reading):
    """Whether what is wanted is wording that the text has, has not, or is to keep; one sentence."""

    def standing(self, zone: tuple[int, ...]) -> bool:
        """Whether `zone` is wording that is in the text (guidelines 4, rule 14)."""
        s = self.s
        if any(s.words[u] in _STANDING for u in zone) or self.in_draft(zone):
            return True
        return any(s.units[r].kind == "provisions" for r in root_of(s, zone))

    def in_draft(self, zone: tuple[int, ...]) -> bool:
        """`the 40 that are in the draft`, `40, the figure of the Chair's text`: it is there."""
        s = self.s
        roots = root_of(s, zone)
        for u in zone:
            placed = s.deps[u] == "pobj" and s.words[s.heads[u]] in {"in", "of", "from"}
            holding = s.deps[u] == "nsubj" and s.deps[s.heads[u]] == "relcl"
            if s.words[u] not in _DRAFTS or u in roots or not (placed or holding):
                continue
            names = {s.words[k] for k in s.kids(u, "compound", "amod", "nmod")}
            owned = any(s.words[k] in OWN for k in s.kids(u, "poss"))
            if names <= _DRAFTS | _STANDING and not owned and s.kid(u, "prep", "relcl") is None:
                return s.kid(u, "poss") is not None or determiner(s, u) in {"the", "this"}
        return False

    def is_wish(self, reading: Cue) -> bool:
        """Whether the verb says what its subject would like to have."""
        return reading.op == "prefer" or reading.lemma in FAVOURING

    def refuses(self, zone: tuple[int, ...]) -> bool:
        """`preferred no reference to X`: X is not wanted."""
        s = self.s
        return any(s.words[k] == "no" for r in root_of(s, zone) for k in s.kids(r, "det"))

    def outset(self, v: int, reading: Cue, heads: Sequence[int]) -> str:
        """What a verb says before it is known what of."""
        if reading.lemma == "ask" and any(self.is_question(h) for h in heads):
            return "concern"  # "asked on Monday what X is for"
        if self.likes(v, reading):
            return "support"
        if reading.lemma == "express interest in" and any(
            self.s.words[k] in _OWN_CONDUCT for k in self.s.kids(self.s.cues[v].end - 1, "pcomp")
        ):
            return "neutral"
        if reading.lemma == "introduce" and any(
            self.s.words[k] in _ACCOUNTS for k in self.s.kids(v, "dobj")
        ):
            return "neutral"  # What others have found or listed is no text of one's own.
        return "prefer" if reading.op == "prefer" else reading.stance

    def stands_in(self, v: int, reading: Cue) -> bool:
        """`spoke for the region`, `spoke for an hour`, and not `spoke for the provision`."""
        s = self.s
        for_what = [k for p in s.kids(v, "prep") for k in s.kids(p, "pobj")]
        return reading.lemma == "speak for" and not self.contents.is_piece(below(s, for_what))

    def is_question(self, head: int) -> bool:
        """`what X is for`, `whether X applies`: a clause that asks."""
        s = self.s
        clausal = s.deps[head] in {"ccomp", "xcomp", "advcl"}
        return clausal and s.words[min(s.subtree(head))] in _ASKING

    def likes(self, v: int, reading: Cue) -> bool:
        """`liked X`, `seemed to like X`, and not `would like X`."""
        s = self.s
        modals = {s.words[k] for k in s.kids(v, "aux")}
        return (
            reading.lemma == "like"
            and not modals & {"would", "'d", "should"}
            and any(s.kids(v, "dobj"))
            and s.kid(v, "xcomp", "ccomp") is None
        )

    def consents(self, v: int) -> bool:
        """`accepted 40`, `could live with 40`: a number that somebody else has put forward."""
        return any(r.lemma in _CONSENTING for r in self.s.readings(v, "verb"))

    def declines(self, zone: tuple[int, ...]) -> bool:
        """`would prefer not to speak of X`: X is not wanted, unless it is not to be deleted."""
        s = self.s
        return (
            len(zone) > 1
            and s.words[zone[0]] == "not"
            and s.words[zone[1]] == "to"
            and not any(s.readings(u, "operation") for u in zone)
        )

    def is_new(self, zone: tuple[int, ...]) -> bool:
        """Whether `zone` is something that the text has not got ("a new paragraph", rule 14)."""
        s = self.s
        roots = [r for r in root_of(s, zone) if s.units[r].kind in {"word", "provisions"}]
        if not roots or refers(s, zone) is not None:
            return False
        if s.words[roots[0]] in _BARE_TEXT and s.kid(roots[0], "det", "poss", "amod") is None:
            # "favoured text requiring X": words to that effect.
            return any(s.words[k].endswith("ing") for k in s.kids(roots[0], "acl"))
        return (
            all(s.words[k] in {"a", "an"} for r in roots[:1] for k in s.kids(r, "det"))
            and s.kid(roots[0], "poss") is None
            and s.kid(roots[0], "det") is not None
        )

    def is_kept(self, zone: tuple[int, ...]) -> bool:
        """Whether `zone` is asked for "as drafted", "as it stands", "unchanged"."""
        s = self.s
        for u in zone:
            if s.words[u] in _UNCHANGED:
                return True
            if (
                s.words[u] in {"as", "where"}
                and u + 1 < len(s.words)
                and s.words[u + 1] in _AS_IT_IS
            ):
                return True
        return False

    def is_figure(self, zone: tuple[int, ...]) -> bool:
        """Whether `zone` is a number that is not in the text (rule 14), and nobody else's."""
        s = self.s
        owned = any(s.is_actor(k) for u in zone for k in s.kids(u, "poss"))
        return self.is_number(zone) and not owned and not self.standing(zone)

    def is_number(self, zone: tuple[int, ...]) -> bool:
        """Whether `zone` is a bare number, nobody's."""
        roots = [r for r in root_of(self.s, zone) if self.s.words[r] != "both"]
        if len(roots) != 1 or self.s.kid(roots[0], "det", "poss") is not None:
            return False
        counted = roots[0]
        if self.s.words[counted] in _COUNTED:  # "60 instruments"
            counted = self.s.kid(counted, "nummod") or counted
        unit = self.s.units[counted]
        return unit.kind != "provisions" and self.s.doc[unit.start].like_num

    def compared(self, heads: list[int], v: int) -> bool:
        """`prefer X to Y`, `prefer X over Y`: X is not the wording that is there."""
        s = self.s
        near = [*s.children[v], *(k for h in heads for k in s.children[h])]
        return any(
            s.words[k] in _COMPARED
            and (s.words[k] != "to" or s.kid(k, "pobj") is not None)
            and s.deps[k] in {"prep", "cc", "advmod", "dative"}
            for k in near
        )
