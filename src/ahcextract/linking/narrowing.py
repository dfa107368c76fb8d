"""A wide topic under the heading of a narrow one: the words mean the narrow one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from spacy.tokens import Span

from ahcextract.linking.context import Memory, Place

Under = Mapping[str, tuple[str, ...]]


def meant(slug: str, above: Iterable[str], under: Under) -> str:
    """What a topic's phrase means under topics: itself, or the one of them that it stands for."""
    narrow = under.get(slug, ())
    return next((other for other in above if other in narrow), slug)


def narrowed_place(place: Place, above: Iterable[str], under: Under) -> Place:
    """A label or heading, its topics as they are meant under those above."""
    if not any(slug in under for slug in place.topics):
        return place
    above = tuple(above)
    return replace(place, topics=tuple(dict.fromkeys(meant(t, above, under) for t in place.topics)))


def narrowed_spans(spans: list[Span], memory: Memory) -> list[Span]:
    """Topic spans as they are meant in the passage being read."""
    if not any(t.label_ in memory.under for t in spans):
        return spans
    places = (memory.fronted, memory.label, memory.over)
    above = [slug for place in places if place is not None for slug in place.topics]
    out = []
    for t in spans:
        slug = meant(t.label_, above, memory.under)
        same = slug == t.label_
        out.append(t if same else Span(t.doc, t.start, t.end, label=slug))
    return out
