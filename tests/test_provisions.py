"""References to provisions: cases from files, then spans, parts, labels and cost."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from ahcextract.mentions import ProvisionRef
from ahcextract.pipeline.provision_numbers import roman_value
from ahcextract.pipeline.provisions import ProvisionMatcher, label_targets
from ahcextract.position import Target

CASES = Path(__file__).parent / "cases_provisions"


@dataclass(frozen=True)
class Treaty:
    id: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    own: Treaty
    instruments: tuple[Treaty, ...]


PROFILE = Names(
    Treaty("own", ("convention", "the draft convention", "FCCC")),
    (
        Treaty("budapest", ("Budapest Convention",)),
        Treaty("kyoto", ("Kyoto Protocol",)),
    ),
)
NLP = spacy.blank("en")
MATCHER = ProvisionMatcher(NLP, PROFILE)


def load(name: str) -> Iterator[Any]:
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        yield pytest.param(case, id=case["text"][:50])


def found(text: str) -> list[tuple[str, ProvisionRef]]:
    return [(span.text, span._.provision) for span in MATCHER.match(NLP(text))]


@pytest.mark.parametrize("case", [*load("references.jsonl"), *load("negatives.jsonl")])
def test_case(case: dict[str, Any]) -> None:
    result = [[text, list(ref.targets)] for text, ref in found(case["text"])]
    assert result == case["provisions"], case["why"]


def test_enough_cases() -> None:
    texts = [c.values[0]["text"] for n in ("references", "negatives") for c in load(f"{n}.jsonl")]
    assert len(texts) >= 120
    assert len(set(texts)) == len(texts)
    assert len(list(load("negatives.jsonl"))) >= 40


def test_targets_fit_the_record() -> None:
    # Relative targets are completed by the linker; every other must be valid as it stands.
    valid = TypeAdapter(Target)
    targets = [
        target
        for case in load("references.jsonl")
        for _, listed in case.values[0]["provisions"]
        for target in listed
        if not target.startswith(("paragraph:", "subparagraph:"))
    ]
    assert len(targets) > 150
    assert [valid.validate_python(target) for target in targets] == targets


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("article 14, paragraph 3", ["article 14, paragraph 3"]),
        ("articles 24, 35,1 and 40", ["24", "35,1", "40"]),
        ("Articles 5 (methods), 7 and 8", ["5", "7", "8"]),
        (
            "articles 14, paragraphs 1 and 3; 16, paragraph 2",
            ["14, paragraphs 1", "3", "16, paragraph 2"],
        ),
        ("article 14.3(a) and (b)", ["14.3(a)", "(b)"]),
        ("articles 6–8", ["6–8", "6–8", "6–8"]),
    ],
)
def test_parts(text: str, words: list[str]) -> None:
    doc_text = f"Chad opposed {text} at once."
    [(_, ref)] = found(doc_text)
    assert [doc_text[start:end] for start, end in ref.parts] == words


def test_instrument() -> None:
    refs = [
        ref.instrument for _, ref in found("Article 6 of the Budapest Convention and article 7")
    ]
    assert refs == ["budapest", None]


def test_writes_the_span_group() -> None:
    doc = MATCHER(NLP("Chad opposed articles 24 and 35, and PP10."))
    assert [(s.start_char, s.end_char, s.label_) for s in doc.spans["provisions"]] == [
        (13, 31, "provision"),
        (37, 41, "provision"),
    ]


def test_shared_token_gives_one_span() -> None:
    # The tokenizer leaves "17A.Article" whole: two spans would overlap.
    assert found("article 17A.Article 5") == [
        ("article 17A.Article 5", ProvisionRef(("article:17a", "article:5"), ((0, 11), (12, 21))))
    ]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("It deleted Article 17A.", "Article 17A."),
        ("It deleted article14.", "article14"),
        ("It deleted articles 14,3(b)/15.", "articles 14,3(b)/15"),
        ("It (article 6,2)deleted", "article 6,2)deleted"),
    ],
)
def test_spans_cover_whole_tokens(text: str, span: str) -> None:
    assert [words for words, _ in found(text)] == [span]


@pytest.mark.parametrize(
    ("label", "targets"),
    [
        ("14,3", ["article:14.3"]),
        ("14.3", ["article:14.3"]),
        ("14,3:", ["article:14.3"]),
        ("14(3)(b)", ["article:14.3(b)"]),
        ("14,3 (children)", ["article:14.3"]),
        ("6,2 and 24", ["article:6.2", "article:24"]),
        ("14, paragraphs 1 and 3", ["article:14.1", "article:14.3"]),
        ("35,1(c)", ["article:35.1(c)"]),
        ("Article 4", ["article:4"]),
        ("Article 6 on human rights", ["article:6"]),
        ("Articles 6,2 and 24", ["article:6.2", "article:24"]),
        ("PP10", ["preamble:10"]),
        ("Preamble", ["preamble"]),
        ("Paragraph 10 of the preamble", ["preamble:10"]),
        ("Paragraph 2", ["paragraph:2"]),
        (
            "KYOTO PROTOCOL ARTICLES 5, 7 & 8",
            ["article:5@kyoto", "article:7@kyoto", "article:8@kyoto"],
        ),
        ("FCCC Article 4.8 and 4.9", ["article:4.8", "article:4.9"]),
        ("Chapter V", ["chapter:5"]),
        ("Draft resolution", ["resolution"]),
        ("Article 4 and article 5,1", ["article:4", "article:5.1"]),
        ("Ratifications", []),
        ("24", []),
        ("3. Scope", []),
        ("1.2 Scope", []),
        ("1,200", []),
        ("4.5 million", []),
        ("", []),
    ],
)
def test_label_targets(label: str, targets: list[str]) -> None:
    assert list(label_targets(label, PROFILE)) == targets


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XL", 40), ("XCIX", 99), ("CC", 200)],
)
def test_roman(numeral: str, value: int) -> None:
    assert roman_value(numeral) == value


@pytest.mark.parametrize("word", ["", "IIII", "VX", "IC", "CIVIL", "XXXX"])
def test_no_roman(word: str) -> None:
    assert roman_value(word) is None


def test_five_hundred_in_one_sentence() -> None:
    numbers = [f"{n % 400 + 1},{n % 9 + 1} (gloss {n})" for n in range(500)]
    text = "Chad opposed articles " + "; ".join(numbers) + "."
    begin = time.process_time()
    [(_, ref)] = found(text)
    # Processor time, generously: a quadratic scan takes many times this.
    assert time.process_time() - begin < 2
    assert len(ref.targets) == len({f"{n % 400 + 1}.{n % 9 + 1}" for n in range(500)})


_WORDS = st.sampled_from(
    "article articles paragraph paragraphs subparagraph preamble PP OP chapter 6 14 6,2 40(22) "
    "(a) (b) – to and , ; of the IV bis ( ) draft resolution Budapest Convention states %".split()
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(_WORDS, st.sampled_from(["", " "])), max_size=30))
def test_any_word_salad(words: list[tuple[str, str]]) -> None:
    text = "".join(word + space for word, space in words)
    doc = NLP(text)
    spans = MATCHER.match(doc)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for span in spans:
        ref = span._.provision
        assert ref.targets
        assert len(ref.targets) == len(ref.parts)
        assert all(span.start_char <= a < b <= span.end_char for a, b in ref.parts)
