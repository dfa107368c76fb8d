"""Cleaned text and the way back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahcextract.cleaning import Cleaned, clean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Peru objected.", "Peru objected."),
        ("Chile’s “flow” ‑ article", 'Chile\'s "flow" - article'),
        ("a  b\r\n c\u00a0d\te", "a b c d e"),
        ("sover\u00adeignty\u200b", "sovereignty"),
        ("\ufb01ve e\ufb03cient", "five efficient"),
        ("a \u00ad b", "a b"),
        ("6–9 — 3", "6–9 — 3"),
        ("", ""),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(f"xx{text}yy", 2, 2 + len(text)).text == cleaned


def test_nothing_moved_needs_no_map() -> None:
    assert clean("Peru’s", 0, 6) == Cleaned("Peru's", 0, None)


def test_spans_go_back() -> None:
    text = "Before. The  \ufb01rst\u00a0\r\narti\u00adcle"
    cleaned = clean(text, 8, len(text))
    assert cleaned.text == "The first article"
    assert [
        text[slice(*cleaned.span(cleaned.text.index(word), cleaned.text.index(word) + len(word)))]
        for word in ("The", "first", "article", "The first")
    ] == ["The", "\ufb01rst", "arti\u00adcle", "The  \ufb01rst"]
    assert cleaned.span(0, len(cleaned.text)) == (8, len(text))
    assert cleaned.span(4, 4) == (13, 13)
    assert cleaned.at(len(cleaned.text)) == len(text)


_TEXT = st.text(alphabet=st.sampled_from("ab’“ \n\t\u00a0\u00ad\u200bﬁﬃ–é."), max_size=60)


@settings(max_examples=300, deadline=None)
@given(_TEXT, _TEXT, _TEXT)
def test_round_trip(before: str, text: str, after: str) -> None:
    start, end = len(before), len(before) + len(text)
    cleaned = clean(before + text + after, start, end)
    places = [cleaned.at(index) for index in range(len(cleaned.text) + 1)]
    assert places == sorted(places)
    assert all(start <= place <= end for place in places)
    assert places[-1] == end
    # Cleaning what a span goes back to gives the span again, ligatures and spaces aside.
    whole = clean(before + text + after, *cleaned.span(0, len(cleaned.text))).text
    assert whole == cleaned.text
    assert "  " not in cleaned.text
    for index, char in enumerate(cleaned.text):
        left, right = cleaned.span(index, index + 1)
        assert right == left + 1
        assert char in clean(before + text + after, left, right).text
