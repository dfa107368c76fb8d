"""A sentence with its actor, cue and target marked, as HTML that no sentence can break out of."""

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from ahcextract.export.inert import xml_text

Span = tuple[int | None, int | None, str]

_TITLES = {"actor": "actor", "cue": "words of the stance", "target": "target"}


def marked(sentence: str, spans: Sequence[Span], *, start: int = 0) -> str:
    """The sentence as HTML with `<mark class="actor">` and so on around the spans.

    Spans may overlap: the text is cut at every edge, and a piece gets the classes of all spans
    over it. Spans outside the sentence are left out.

    Args:
        sentence: its text.
        spans: start, end and name of what stands there, in code points into the document's
            text; None where it is not in the text.
        start: offset of the sentence in the document's text.
    """
    inside = []
    for first, last, name in spans:
        if first is None or last is None:
            continue
        first, last = first - start, last - start
        if 0 <= first < last <= len(sentence):
            inside.append((first, last, name))
    edges = sorted({0, len(sentence), *(e for span in inside for e in span[:2])})
    pieces = []
    for first, last in pairwise(edges):
        text = escape(xml_text(sentence[first:last]))
        names = [name for a, b, name in inside if a <= first and last <= b]
        if names:
            about = ", ".join(_TITLES.get(name, name) for name in names)
            text = f'<mark class="{" ".join(names)}" title="{about}">{text}</mark>'
        pieces.append(text)
    return "".join(pieces)
