"""Sentence boundaries: whole lists for invented blocks, then coverage of any text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahcextract.pipeline.sentences import sentence_spans

# One block a case, "|" where a sentence must end and nowhere else.
CASES = [
    ("Chad objected.| Mali agreed.", "plain"),
    ("Chad objected", "no stop"),
    ("Who spoke?| Nobody did!| Chad left.", "question and exclamation"),
    ("Chad deleted Art. 5 and para. 3 of it.| Mali agreed.", "legal abbreviations"),
    ("Chad deleted No. 7 on p. 12, cf. Annex.| Mali agreed.", "number and page"),
    ("Chad said no.| The Chair sighed.", "no is a word before a word"),
    ("This is the state of the art.| Mali agreed.", "art is a word before a word"),
    ("Mr. Ode and Dr. Smith met H.E. Ms. Lo.| They spoke.", "titles"),
    ("J. Smith and A.-B. Jones spoke.| They left.", "initials"),
    ("The U.S. Delegation left.| It was late.", "dotted acronym before a noun"),
    ("It flew to the U.S.| The EU stayed.", "dotted acronym before an opener"),
    ("Some crimes, e.g. Arson, were cut.| Others, i.e. Fraud, stayed.", "e.g. and i.e."),
    ("It rose by 4.5 to 14.3.| Mali agreed.", "decimals"),
    ("Chad backed article 14.| Egypt did not.", "a number ends a sentence"),
    ("Chad backed article 14.| 24 states did not.", "a number opens one"),
    ("Chad closed the debate.|The EU sought more.", "space missing"),
    ("Chad backed article 14.|The EU sought more.", "space missing behind a number"),
    ("Chad backed article14.|The EU sought more.", "two spaces missing"),
    ("See www.Example.com for it.| Mali agreed.", "an address is one word"),
    ('"It is late."| Chad agreed.', "closing quote"),
    ('"It is late," said Chad.| Mali agreed.', "comma inside the quote"),
    ('Chad asked "why now?" and left.', "question inside a sentence"),
    ("(Chad objected.)| Mali agreed.", "closing bracket"),
    ("Chad objected.[12]| Mali agreed.", "note mark"),
    ("The Co- Chairs agreed.| Mali left.", "broken hyphen"),
    ("Chad waited...| Mali agreed.", "ellipsis before a capital"),
    ("Chad waited… and waited.", "ellipsis before a small letter"),
    ("Chad cut (a) this; (b) that; and (c) more.", "semicolons end nothing"),
    ("Chad cut three: Article 5; Article 6; Article 7.", "colon ends nothing"),
    ("Chad agreed.| (b) Mali did not.", "list item behind a full stop"),
    ("3. The Chair spoke.| Mali agreed.", "item number at the start"),
    ("A. The Chair spoke.", "item letter at the start"),
    ("It met at 10 p.m. Monday.| Chad left at 11 p.m.| The rest stayed.", "time of day"),
    ("It touched Annex B.| Egypt objected.", "a letter that is no initial"),
    ("It met on Aug. 5 in a hall.| Mali agreed.", "month"),
    ("Chad, Mali, etc. agreed.| Crime, theft, etc.| The list is long.", "etc."),
    ("Chad objected.| Équateur agreed.", "accented capital"),
    ("Chad objected . Mali agreed", "stop behind a space ends"),
    ("Chad objected.| Yes", "one word at the end"),
    ("See TD/2019/4.Add.1 and Doc. 14, Rev. 2.| Mali agreed.", "document symbols"),
    ("Mali read the SR.| Chad did not.", "acronym that spells like an abbreviation"),
    ("Chad objected. mali agreed.", "small letter goes on"),
]


def cut(text: str, start: int = 0) -> list[str]:
    return [text[begin:end] for begin, end in sentence_spans(text, start)]


@pytest.mark.parametrize(("marked", "why"), CASES, ids=[why for _, why in CASES])
def test_case(marked: str, why: str) -> None:
    if why == "stop behind a space ends":
        marked = marked.replace(" . ", " .| ")
    assert cut(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


def test_starts_behind_a_label() -> None:
    assert cut("14,3: Chad objected. Mali agreed.", 5) == ["Chad objected.", "Mali agreed."]


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing(text: str) -> None:
    assert cut(text) == []


def test_offsets_skip_white_space() -> None:
    assert list(sentence_spans("  Chad left.  Mali came. ")) == [(2, 12), (14, 24)]


def test_long_block_is_quick() -> None:
    text = "e.g. Chad (U.S. Art. 5) said... " * 20_000
    begin = time.process_time()
    assert len(cut(text)) == 1
    # Processor time, generously: a quadratic search takes minutes.
    assert time.process_time() - begin < 5


_PIECES = st.sampled_from(
    [
        "Chad",
        "said",
        "Art",
        "U.S",
        "e.g",
        "5",
        ".",
        ".",
        " ",
        " ",
        "...",
        '"',
        "(",
        ")",
        "?",
        "…",
        "•",
        "É",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=40).map("".join)))
def test_covers_everything_in_order(text: str) -> None:
    spans = list(sentence_spans(text))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert [text[a:b].strip() for a, b in spans] == [text[a:b] for a, b in spans]
