"""Bare paragraphs hang under what their context is about."""

import pytest

from ahcextract.linking.relative import attach, complete, holder_of, is_relative


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("paragraph:2", True),
        ("subparagraph:(b)", True),
        ("article:14", False),
        ("preamble:10", False),
        ("resolution", False),
        ("chapter:5", False),
        ("topic:title", False),
    ],
)
def test_is_relative(target: str, expected: bool) -> None:
    assert is_relative(target) is expected


@pytest.mark.parametrize(
    ("target", "kind", "expected"),
    [
        # A paragraph hangs under the article, whatever paragraph of it was named before.
        ("article:14", "paragraph", "article:14"),
        ("article:14.3", "paragraph", "article:14"),
        ("article:14.3(b)", "paragraph", "article:14"),
        ("article:14(b)", "paragraph", "article:14"),
        ("article:6.2@budapest", "paragraph", "article:6@budapest"),
        ("preamble:10", "paragraph", "preamble"),
        ("preamble", "paragraph", "preamble"),
        ("resolution:6", "paragraph", "resolution"),
        # A letter hangs under the paragraph, or under the article that has none.
        ("article:14.3", "subparagraph", "article:14.3"),
        ("article:14.3(b)", "subparagraph", "article:14.3"),
        ("article:14", "subparagraph", "article:14"),
        ("article:6.2(a)@budapest", "subparagraph", "article:6.2@budapest"),
        ("preamble:10", "subparagraph", "preamble:10"),
        ("resolution:6", "subparagraph", "resolution:6"),
    ],
)
def test_holder_of(target: str, kind: str, expected: str) -> None:
    assert holder_of(target, kind) == expected


@pytest.mark.parametrize(
    ("holder", "kind", "rest", "expected"),
    [
        ("article:14", "paragraph", "3", "article:14.3"),
        ("article:14", "paragraph", "3(b)", "article:14.3(b)"),
        ("article:6@budapest", "paragraph", "2", "article:6.2@budapest"),
        ("preamble", "paragraph", "10", "preamble:10"),
        ("resolution", "paragraph", "6", "resolution:6"),
        ("article:14.3", "subparagraph", "(b)", "article:14.3(b)"),
        ("article:14", "subparagraph", "(b)", "article:14(b)"),
        ("article:6.2@budapest", "subparagraph", "(a)", "article:6.2(a)@budapest"),
        ("preamble:10", "subparagraph", "(a)", "preamble:10(a)"),
    ],
)
def test_attach(holder: str, kind: str, rest: str, expected: str) -> None:
    assert attach(holder, kind, rest) == expected


@pytest.mark.parametrize(
    ("targets", "around", "expected"),
    [
        # Nothing to complete.
        (["article:4", "topic:title"], [], ("article:4", "topic:title")),
        ([], ["article:4"], ()),
        # The nearest holder decides, and the order of the label is kept.
        (["paragraph:2"], ["article:4", "article:9"], ("article:4.2",)),
        (["paragraph:2", "article:9", "paragraph:3"], ["article:4.1"],
         ("article:4.2", "article:9", "article:4.3")),
        (["subparagraph:(c)"], ["article:4.1(a)"], ("article:4.1(c)",)),
        (["paragraph:10"], ["preamble"], ("preamble:10",)),
        # Neither a chapter nor another bare paragraph holds paragraphs: they are passed over.
        (["paragraph:2"], ["chapter:5", "paragraph:7", "article:4"], ("article:4.2",)),
        # Never guess: a bare paragraph without a holder is left out.
        (["paragraph:2", "article:9"], [], ("article:9",)),
        (["paragraph:2"], ["chapter:5"], ()),
    ],
)  # fmt: skip
def test_complete(targets: list[str], around: list[str], expected: tuple[str, ...]) -> None:
    assert complete(targets, around) == expected
