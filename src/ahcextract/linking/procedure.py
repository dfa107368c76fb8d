"""Whether a stand is on the conduct of the talks: a meeting, more time, an item put off."""

from ahcextract.linking.references import PROPOSALS, root_of
from ahcextract.linking.topical import DRAFTS, PROCESS, Topical
from ahcextract.pipeline.topics import PASSING

_PROCEDURE = frozenset(
    "time postpone postponing postponed postponement defer deferring deferred deferral "
    "adjourn adjourning adjournment meeting meetings consultations break suspension days hours "
    "weeks weekend session sessions briefing briefings vote votes".split()
)
_PERIODS = frozenset({"days", "hours", "weeks"})
_TIMES = frozenset({"day", "week", "weekend", "hour", "round", "rounds"})
_GROUPS = frozenset({"group", "groups"})
_TALKING = frozenset(
    "contact separate small smaller informal joint drafting single two three new - spin off "
    "parallel open ended negotiating".split()
)
_INTO = frozenset({"in", "into"})
_TALKS = frozenset("negotiations talks discussions debate consultations drafting".split())
_TEXTS = DRAFTS | {"decision", "conclusions", "document"}
_BEGIN = frozenset(
    "start starts starting started begin begins beginning begun commence commences commencing "
    "launch launches launching resume resumes resuming open opening enter entering move moving "
    "proceed proceeding".split()
)
# What is done with an item of the agenda.
_DEALING = frozenset(
    "take taken taking consider considered considering consideration discuss discussed discussing "
    "discussion discussions address addressed addressing continue continued continuing return "
    "returning revisit revisited revisiting resume resumed resuming".split()
)
# What is done with meetings ("that meetings not be held in parallel").
_HOLDING = frozenset("held convened scheduled started ended resumed suspended moved".split())
_FINISHING = frozenset("finish finished conclude concluded complete completed wrap wrapped".split())
_WORK = frozenset("job work task talks negotiations session mandate".split())
_AT = frozenset("at until till by to".split())
_SESSIONS = frozenset({"session", "sessions", "meeting", "meetings"})
_LATER = frozenset("next future later following subsequent coming upcoming another".split())
# What meetings do that are planned.
_HELD = frozenset("take held convened scheduled begin start resume continue".split())
_ITEMS = frozenset({"item", "items", "sub-item"})
_ADDED = frozenset({"new", "separate", "additional", "extra", "own"})
_CHANGES = frozenset("change changes addition additions amendment amendments".split())
_INVITING = frozenset({"invite", "inviting", "invitation"})
_QUIETLY = frozenset({"informally", "bilaterally"})


class Procedural(Topical):
    """Procedure in the stands of one sentence.

    Args:
        sentence: parsed.
        memory: of the issue, before this sentence.
    """

    def is_procedure(self, zone: tuple[int, ...]) -> bool:
        """More time, a meeting, a deferral: procedure (guidelines 4, rule 16)."""
        s = self.s
        roots = root_of(s, zone)
        dealt = self.is_dealing(zone) or self.begins(zone) or self.finishes(zone)
        if dealt or self.invites(roots):
            return True
        roots += [k for r in roots if s.words[r] in PROPOSALS for k in s.kids(r, "acl")]
        verbs = [r for r in roots if not s.is_nominal(r)]
        held = [k for r in verbs for k in s.kids(r, "dobj")]
        held += [k for r in verbs if s.words[r] in _HOLDING for k in s.kids(r, "nsubjpass")]
        inside = [p for r in verbs for p in s.kids(r, "prep") if s.words[p] in _INTO]
        if any(self.is_talk(k) for p in inside for k in s.kids(p, "pobj")):
            return True
        if any(s.words[k] == "agenda" for r in (*roots, *held) for k in self.changed_or_new(r)):
            return True
        held += [k for r in roots if s.words[r] in _HELD for k in s.kids(r, "nsubj", "nsubjpass")]
        heads = tuple(h for h in (*roots, *held) if not self.is_drafted(h))
        if self.memory.label.targets:  # "Article 9: A supports ninety days."
            heads = tuple(h for h in heads if s.words[h] not in _PERIODS)
        return any(
            s.words[r] in _PROCEDURE or self.is_time(r) or self.is_talk(r) for r in heads
        ) or any(
            span.label_ == PROCESS
            and span.kb_id_ != PASSING
            and any(s.unit_of(span.end - 1) == r for r in heads)
            for span in s.topics
        )

    def is_time(self, noun: int) -> bool:
        """`another week`, `one more round of talks`; not `a day of remembrance`."""
        s = self.s
        if s.words[noun] not in _TIMES or s.kid(noun, "compound", "nmod") is not None:
            return False
        if s.deps[noun] == "npadvmod" or any(
            s.words[k] in {"all", "last"} for k in s.children[noun]
        ):
            return False  # "objected to X all week", "to the last hour": when
        return s.words[noun].startswith("round") or all(
            s.words[k] != "of" for k in s.kids(noun, "prep")
        )

    def invites(self, roots: list[int]) -> bool:
        """`inviting the two bodies to the next session`: who is invited (D58)."""
        s = self.s
        guests = [k for r in roots for k in (r, *s.kids(r, "dobj")) if s.is_actor(k)]
        return any(
            s.words[s.heads[k]] in _INVITING
            and any(s.words[p] == "to" and s.kid(p, "pobj") for p in s.children[s.heads[k]])
            for k in guests
        )

    def changed_or_new(self, noun: int) -> list[int]:
        """`a new agenda item`, `any change in the agenda`: what is changed, what the item is of."""
        s = self.s
        if s.words[noun] in _ITEMS:
            new = any(s.words[k] in _ADDED for k in s.kids(noun, "amod"))
            return s.kids(noun, "compound", "nmod") if new else []
        if s.words[noun] not in _CHANGES:
            return []
        return [k for p in s.kids(noun, "prep") for k in s.kids(p, "pobj")]

    def defers(self) -> bool:
        """`At the request of A, X was deferred`: the sentence is on when X is spoken of."""
        s = self.s
        return any(s.deps[u] == "ROOT" and s.words[u] in _PROCEDURE for u in range(len(s.words)))

    def is_talk(self, noun: int) -> bool:
        """`a group on X`, `separate groups`: talks, where `an expert group` is a body."""
        s = self.s
        kinds = {s.words[k] for k in s.kids(noun, "amod", "compound", "nummod", "nmod")}
        governed = s.deps[noun] == "pobj" and s.words[s.heads[noun]] not in {"for", "of"}
        if governed and kinds and s.words[s.heads[noun]] in _INTO:
            governed = False  # "splitting into smaller groups"
        return s.words[noun] in _GROUPS and kinds <= _TALKING and not governed

    def is_dealing(self, zone: tuple[int, ...]) -> bool:
        """Whether an item is to be dealt with later, or quietly ("take it up at SBI 30")."""
        s = self.s
        if not any(s.words[r] in _DEALING for r in root_of(s, zone)):
            return False
        return any(s.words[u] in _QUIETLY for u in zone) or any(
            s.words[u] in _AT and self.is_session(zone[k + 1 : k + 5]) for k, u in enumerate(zone)
        )

    def is_session(self, units: tuple[int, ...]) -> bool:
        """`its next session`, `SBI 30`: when a body meets again."""
        s = self.s
        words = [s.words[u] for u in units]
        at = next((k for k, word in enumerate(words) if word in _SESSIONS), 0)
        if any(word in _LATER for word in words[:at]):
            return True
        texts = [s.doc[s.units[u].start].text for u in units]
        numbered = [k for k, text in enumerate(texts) if text.isdigit() and k > 0]
        return bool(numbered) and all(not t.isalpha() or t.isupper() for t in texts[: numbered[0]])

    def finishes(self, zone: tuple[int, ...]) -> bool:
        """`urged delegates to finish the job this week`: the work as a whole."""
        s = self.s
        for unit in zone:
            if s.words[unit] not in _FINISHING or s.deps[unit] in {"acl", "relcl", "amod"}:
                continue
            done = [
                s.words[k] for k in s.kids(unit, "dobj", "nsubjpass", "prt", "npadvmod", "prep")
            ]
            if any(word in _WORK for word in done) or not s.kids(
                unit, "dobj", "nsubjpass", "nsubj"
            ):
                return True
        return False

    def begins(self, zone: tuple[int, ...]) -> bool:
        """`starting negotiations on the text`: talks, where no subject is named."""
        s = self.s
        words = [s.words[u] for u in zone]
        at = next((k for k, word in enumerate(words[:4]) if word in _BEGIN), None)
        if at is None or self.telling(zone):
            return False
        talks = set(words[at + 1 : at + 4])
        return bool(talks & _TALKS) or ("work" in talks and bool(_TEXTS & set(words[at + 2 :])))
