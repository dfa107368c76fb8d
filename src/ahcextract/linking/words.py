"""Closed classes of English words that more than one rule reads."""

from collections.abc import Mapping, Sequence

Phrases = Mapping[str, Sequence[tuple[str, ...]]]


def by_first(*phrases: tuple[str, ...]) -> Phrases:
    """Phrases by their first word, in the order given: most words open none."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], []).append(phrase)
    return found


AND = frozenset({"and", "or", "&", "/", "plus", "nor"})
DETERMINERS = frozenset({"the", "both", "all", "our"})
OFFICE = frozenset(
    "delegation delegations delegate delegates representative representatives negotiator "
    "negotiators government governments minister ministers ambassador ambassadors "
    "spokesperson envoy team side mission officials adviser advisers advisor advisors".split()
)
OPENERS = frozenset({",", "(", "-", "–", "—"})
# A list of members follows ("42 states, including A and B").
INCLUDING = by_first(
    ("including",), ("such", "as"), ("like",), ("notably",), ("particularly",), ("especially",),
    ("led", "by"), ("among", "them"), ("amongst", "them"), ("among", "which"),
    ("among", "others"), ("e.g.",), ("incl", "."), ("incl.",), ("incl",), ("namely",),
    ("in", "particular"), ("spearheaded", "by"),
    ("headed", "by"), ("chiefly",), ("mainly",), ("mostly",),
)  # fmt: skip
# The same, behind the list.
INCLUDED = by_first(
    ("among", "them"), ("amongst", "them"), ("among", "others"), ("included",),
    ("in", "particular"),
    ("in", "the", "lead"), ("at", "the", "head"), ("in", "front"),
)  # fmt: skip
# What may stand behind a list in a parenthesis.
AND_OTHERS = by_first(
    ("and", "others"), ("and", "some", "others"), ("and", "several", "others"), ("etc.",), ("etc",),
    ("among", "others"), ("amongst", "others"), ("and", "more"), ("and", "a", "few", "others"),
)  # fmt: skip
# Those behind these are none of the number before.
EXCEPT = by_first(
    ("though", "not"), ("but", "not"), ("although", "not"), ("not", "including"), ("except",),
    ("excepting",), ("with", "the", "exception", "of"), ("apart", "from"), ("excluding",),
)  # fmt: skip
# The actor behind these is the one who speaks.
BEHALF = by_first(
    ("also", "speaking", "on", "behalf", "of"), ("also", "speaking", "for"),
    ("also", "on", "behalf", "of"), ("speaking", "also", "on", "behalf", "of"),
    ("speaking", "also", "for"), ("speaking", "as", "well", "for"), ("speaking", "too", "for"),
    ("who", "also", "spoke", "for"), ("who", "spoke", "also", "for"), ("also", "for"),
    ("speaking", "on", "behalf", "of"), ("speaking", "for"), ("who", "spoke", "for"),
    ("who", "spoke", "on", "behalf", "of"),
    ("on", "behalf", "of"), ("on", "behalf", "on"), ("on", "behalf"), ("in", "behalf", "of"),
    ("in", "the", "name", "of"), ("representing",), ("for",),
)  # fmt: skip
# "A and B (the latter for the G)"
LAST_NAMED = by_first(("the", "last"), ("the", "latter"), ("the", "last-named"))
ALONGSIDE = by_first(
    ("along", "with"), ("together", "with"), ("alongside",), ("joined", "by"), ("echoed", "by"),
    ("accompanied", "by"), ("followed", "by"), ("with",), ("like",), ("in", "concert", "with"),
    ("in", "unison", "with"), ("in", "agreement", "with"), ("as", "did"), ("as", "well", "as"),
)  # fmt: skip
AGAINST = by_first(
    *(("against", "the", noun, "of") for noun in "wishes will advice objections votes".split())
)
UNLIKE = by_first(("unlike",), ("in", "contrast", "to"))
ADVERBS_BEFORE_ASIDE = frozenset(
    "also strongly partly later then largely fully partially vigorously but and yet though".split()
)
MODIFIERS_OF_ASIDE_NOUN = frozenset("the strong some broad full fierce stiff".split())
PREPOSITIONS_OF_ASIDE = frozenset("with despite over amid against to drawing without".split())

# What an insertion between "and" and the last of a list begins with ("and, to my surprise, C").
INSERTED = frozenset(
    "to perhaps probably surprisingly somewhat more less unexpectedly after in at of".split()
)
# Before the subject: whom the speaker speaks for.
FRONTED_BEHALF = by_first(
    ("speaking", "on", "behalf", "of"), ("intervening", "on", "behalf", "of"),
    ("on", "behalf", "of"),
    ("speaking", "for"), ("intervening", "for"), ("in", "the", "name", "of"), ("representing",),
    ("acting", "as", "coordinator", "of"), ("as", "coordinator", "of"), ("as", "chair", "of"),
    ("as", "spokesperson", "for"), ("as", "spokesperson", "of"), ("as", "the", "coordinator", "of"),
    ("speaking", "in", "the", "name", "of"), ("acting", "on", "behalf", "of"),
)  # fmt: skip
# Nouns for a number of delegations that no list names ("on behalf of a cross-regional group").
BODIES = frozenset("group countries states parties delegations members nations coalition".split())

# What may stand between a subject and its verb.
AGENT_WORDS = frozenset(
    "has have had would could can cannot may might will shall did do does also not then however "
    "instead again both all each is are was were 've 'd again still meanwhile further".split()
)
# Verbs that only lead to the one that says it ("continued to oppose").
RAISING = frozenset(
    "continue continued continues begin began seem seemed seems appear appeared appears tend tends "
    "tended wish wished wishes want wanted wants intend intended intends plan planned join joined "
    "go went remain remained remains do did come came start started rise rose".split()
)
# The subject's own ("its concern").
OWN = frozenset({"its", "their", "his", "her", "our", "my"})
# Nouns for a standpoint: "in the view of A", "in A's opinion".
VIEWS = frozenset(
    "view opinion eyes judgement judgment estimation assessment mind words reading".split()
)
# Verbs of wishing for wording, wherever it stands.
FAVOURING = frozenset({"favour", "favor", "opt for", "plump for", "argue for"})
# What one gives and others ask for: "a clarification by A" is an answer.
GIVEN = frozenset({"clarification", "clarifications", "explanation", "explanations"})
# Who speaks, in what is said.
SELF = frozenset({"it", "they", "he", "she", "we", "i"})
# Who is one of these to do something would do it.
ABLE = frozenset("able unable ready prepared willing unwilling happy content glad".split())
# What opens a clause in which nothing is said to be so.
HYPOTHETICAL = frozenset({"if", "whether", "unless", "until", "before", "lest"})
# Verbs of editing under "would" alone, where their object is text.
EDITING = frozenset(
    "set make turn move shift cut cap define place put word write rename open start phrase "
    "rewrite fold send base tie link add end stop".split()
)
# Those who stand together, and are named in parentheses: "the usual suspects (A, B)".
GATHERINGS = frozenset(
    "group groups suspects bloc camp coalition alliance club trio quartet pair duo minority "
    "majority handful sceptics skeptics doubters opponents supporters critics friends allies "
    "neighbours faction circle sponsors partners".split()
)
