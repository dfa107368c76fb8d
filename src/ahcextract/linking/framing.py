"""A sentence that opens a passage by naming what is talked of ("Delegates turned to forests.")."""

from collections.abc import Sequence

from spacy.tokens import Span

from ahcextract.linking.context import Place
from ahcextract.linking.drafts import Draft
from ahcextract.linking.parse import Sentence
from ahcextract.linking.topical import Topical

# What a meeting, or whoever runs it, does with a subject.
_TAKING_UP = frozenset(
    "discussed discuss discussing discussion discussions considered consider considering "
    "consideration addressed address addressing took take taking turned turn turning focused "
    "focusing focus exchanged exchange debated debate deliberated deliberations "
    "met convened resumed continued introduced presented invited opened negotiated negotiations "
    "consultations consulted examined reviewed heard".split()
)

_LISTING = frozenset({"namely", "including", "such", "like", "particularly", "especially"})
_MEETINGS = frozenset({"group", "subgroup", "session", "consultations", "discussions"})


def framed(s: Sentence, topical: Topical, drafts: Sequence[Draft]) -> Place | None:
    """What the first sentence of a paragraph opens the passage on, if it is one subject.

    A sentence in which a state or group takes a stand opens nothing: its subject is its own.

    Args:
        s: the first sentence of a paragraph.
        topical: its topics.
        drafts: its stands.
    """
    if any(d.member.ref.type in {"state", "group"} for d in drafts):
        return None
    words = s.block.words[s.start : s.end]
    if _TAKING_UP.isdisjoint(words):
        return None
    # "Options for X, namely Y and Z": what is listed is a detail.
    end = next((s.start + k for k, word in enumerate(words) if word in _LISTING), s.end)
    told = [t for t in topical.telling_spans() if t.start < end]
    grouped = [t for t in told if is_grouped(s, t)]
    if len({span.label_ for span in grouped or told}) != 1:
        return None
    first = (grouped or told)[0]
    if first.label_ in topical.memory.heading.topics:
        return None
    return Place((), (first.label_,), s.place(first.start, first.end), s.number)


def is_grouped(s: Sentence, topic: Span) -> bool:
    """Whether a topic is that of the meeting told of ("In the sub-group on X, the text was …")."""
    before = s.block.words[s.start : topic.start]
    return before[:1] == ["in"] and before[-1:] == ["on"] and bool(_MEETINGS & set(before[-3:-1]))
