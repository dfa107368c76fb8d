"""What is no text: things of the room, and cues that only look like stances beside them."""

from collections.abc import Iterable

from ahcextract.linking.context import Target
from ahcextract.linking.naming import kinds_of
from ahcextract.linking.parse import Sentence
from ahcextract.linking.references import root_of
from ahcextract.linking.referring import OTHER
from ahcextract.linking.stand import Stand
from ahcextract.linking.units import Member

# Things of the room and the day, which are not negotiated.
THINGS = frozenset(
    "coffee tea lunch dinner breakfast supper cake cakes sandwich sandwiches snack snacks wine "
    "beer lobby lift elevator escalator hallway microphone microphones flag "
    "flags nameplate nameplates headset headsets headphones screen screens badge badges "
    "lamp lamps heating air-conditioning draught noise car taxi taxis flight flights "
    "hotel hotels coat coats jacket hat bag bags backpack suitcase luggage umbrella queue weather "
    "photo photograph toast heat hand hands birthday carpet curtain curtains "
    "invitation invitations interview interviews podcast reception lunchtime guest selfie "
    "apology apologies condolences congratulations greetings "
    "plug plugs socket laptop laptops phone phones pen pens glasses".split()
)
# One's own mind or place: to change it changes no text.
_ONESELF = frozenset(
    "mind minds tune view views tone position positions opinion plans side sides camp camps "
    "course seat seats".split()
)
_CHANGING = frozenset("change changed changes shift shifted shifts switch switched".split())
_DECLINING = frozenset("decline declined declines declining refuse refused refuses".split())
# What one does who gives an answer, and takes no stand.
SPEAKING = frozenset("comment speak respond answer reply say report give state elaborate".split())
# What is said of somebody: "rejected accusations that it was stalling".
_BLAME = frozenset(
    "accusation accusations allegation allegations criticism criticisms blame rumour rumours "
    "insinuation insinuations motives record taunt taunts".split()
)
_HAVING_A_TURN = frozenset({"heard", "speak", "intervene"})
_OFFERS = frozenset({"request", "requests", "offer", "offers", "proposal"})
_THANKING = frozenset("thank thanked thanks thanking congratulate congratulated".split())
# Words of a chair who runs a meeting.
COURTESY = frozenset(
    "invited invites wished wishes thanked thanks welcomed welcomes congratulated called".split()
)
# The body as a whole is no actor (docs/annotation.md).
WHOLE = frozenset(
    "parties delegates delegations participants states countries members negotiators "
    "speakers".split()
) | {"member states", "states parties", "the parties", "the delegates"}
_GUESTS = WHOLE | {"guests", "everyone", "everybody"}
# Things only where they are the room's own: "a seat" or "a window" may be one in a fund.
_THE_ROOMS = frozenset({"floor", "window", "windows", "door", "doors", "seat", "desk", "heating"})
# Papers are handed round that put nothing forward.
_HANDING_ROUND = frozenset({"circulate", "circulates", "circulated"})
_ITS = frozenset({"the", "its", "his", "her", "their"})
# A verb of stance with one of these right behind it is one of moving.
_AWAY = frozenset({"out", "away", "off", "down", "into", "onto", "up"})
_MOVING = frozenset({"back", "backed", "backs", "backing"})
_PLACES = frozenset({"to", "from", "towards", "toward", "into", "behind", "closer"})
_MOVED = frozenset({"move", "moved", "moves", "moving"})


def is_idle(
    s: Sentence,
    stand: Stand,
    targets: Iterable[Target],
    members: tuple[Member, ...],
) -> bool:
    """Whether a statement is about nothing of the talks, or mere chairing."""
    if is_literal(s, stand):
        return True
    nothing = all(t.id == OTHER for t in targets)
    verb = s.doc[stand.head].lower_
    idle = {"neutral": stand.rule == "report",
            "propose": stand.rule == "would" or verb in _HANDING_ROUND}  # fmt: skip
    if nothing and idle.get(stand.stance):
        return True
    if verb in COURTESY and (kinds_of(members) == {"chair"} or greets(s, stand)):
        return True
    kinds = kinds_of(members)
    if kinds <= {"chair", "collective"} and nothing:
        return True
    whole = all(m.ref.form == "collective" and m.ref.name.lower() in WHOLE for m in members)
    agreed = s.doc[stand.head].lower_ in {"agree", "agreed", "agreement"}
    return whole and (agreed or stand.stance in {"neutral", "support"})


def is_literal(s: Sentence, stand: Stand) -> bool:
    """Whether a stand is on a thing of the room, or only greets, thanks or moves."""
    head = s.unit_of(stand.head)
    if head < 0:
        return False
    word = s.words[head]
    if word in _MOVING | _MOVED and moves(s, head):
        return True
    if word in _THANKING and stand.stance == "neutral":
        return not any(s.words[k] == "for" for k in s.kids(head, "prep"))
    if word in _CHANGING and any(s.words[k] in _ONESELF for k in s.kids(head, "dobj")):
        return True
    if any(s.units[u].kind in {"provisions", "quote"} for u in stand.zone):
        return False
    roots = root_of(s, stand.zone)
    if word in _DECLINING and any(s.words[r] in SPEAKING for r in roots):
        return True  # "declined to comment"
    if stand.stance == "propose" and roots and s.words[roots[0]] == "nothing":
        return all(s.words[u] not in {"but", "less", "else", "other"} for u in stand.zone)
    if stand.stance == "propose" and roots and s.words[roots[0]] in _HAVING_A_TURN:
        return s.kid(roots[0], "nsubj", "nsubjpass") is None and not s.topics
    thing = subject_of(s, roots[0]) if roots else None
    if thing is not None and s.words[thing] in _BLAME and not s.topics:
        return True
    if thing is not None and s.words[thing] in _OFFERS:
        given = [k for p in s.kids(thing, "prep") for k in s.kids(p, "pobj")]
        thing = given[0] if given else thing  # "our request for an interview"
    return thing is not None and (s.words[thing] in THINGS or is_the_rooms(s, thing))


def subject_of(s: Sentence, root: int) -> int:
    """`the window to be closed`: the window."""
    subject = s.kid(root, "nsubj", "nsubjpass")
    return root if subject is None else subject


def is_the_rooms(s: Sentence, noun: int) -> bool:
    """`asked for the floor`, `its seat`: with nothing that says of what."""
    return s.words[noun] in _THE_ROOMS and {s.words[k] for k in s.children[noun]} <= _ITS


def moves(s: Sentence, head: int) -> bool:
    """`backed out of the room`, `moved to the back`: somebody goes somewhere."""
    if s.kid(head, "dobj", "ccomp", "xcomp", "nsubjpass", "auxpass", "agent") is not None:
        return False
    if head + 1 >= len(s.words):
        return False
    following = s.words[head + 1]
    if s.words[head] in _MOVING:
        return following in _AWAY
    back = [k for p in s.kids(head, "prep") for k in s.kids(p, "pobj")]
    return following in _PLACES and any(s.words[k] in THINGS | {"back", "front"} for k in back)


def greets(s: Sentence, stand: Stand) -> bool:
    """`welcomed delegates to X`, `thanked participants`: whoever is greeted is no target."""
    return s.block.words[stand.head] != "called" and any(
        s.words[k] in _GUESTS or (s.is_actor(k) and are_guests(s, k))
        for k in s.kids(s.unit_of(stand.head), "dobj")
    )


def are_guests(s: Sentence, index: int) -> bool:
    """Whether the actors of a unit are the whole meeting."""
    return all(m.ref.name.lower() in WHOLE for m in s.units[index].members)
