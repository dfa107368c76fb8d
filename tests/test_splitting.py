"""From a source to dated issues."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahcextract.bulletin import Bulletin
from ahcextract.errors import InputError
from ahcextract.reading import find_inputs, from_text, read
from ahcextract.splitting import split

BODY = "\n\nPeru objected to the flow clause.\n\n"
SHARED = Path(__file__).parents[2] / "shared" / "bulletins"


def listed(bulletin: Bulletin) -> list[tuple[int, str | None, date | None]]:
    return [(issue.number, issue.title, issue.date) for issue in bulletin.issues]


def split_text(text: str, name: str = "text", **options: tuple[str, ...]) -> Bulletin:
    return split(from_text(text, name), **options)


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("#3: High water [5 August 2024]", 3, "High water"),
        ("#3 High water [5 August 2024]", 3, "High water"),
        ("# 3: High water [5 August 2024]", 3, "High water"),
        ("Issue 3 – High water (5 August 2024)", 3, "High water"),
        ("ISSUE 3: HIGH WATER (5 AUGUST 2024)", 3, "HIGH WATER"),
        ("Issue No. 3: High water, Monday, 5 August 2024", 3, "High water"),
        ("No. 3 | Monday, 5 August 2024", 3, None),
        ("No. 3 | Monday, 5 August 2024\nHigh water", 3, "High water"),
        ("No 3, 5 August 2024: High water", 3, "High water"),
        ("№ 3 — High water — 5 August 2024", 3, "High water"),
        ("Day 3 – High water [August 5th, 2024]", 3, "High water"),
        ("Day Three: High water (5th of August 2024)", 3, "High water"),
        ("Bulletin 3: High water (2024-08-05)", 3, "High water"),
        ("Daily bulletin III – High water (5–6 August 2024)", 3, "High water"),
        ("Update #3, 5 August 2024", 3, None),
        ("Issue 3 of 9: High water (New York, 5 August 2024)", 3, "High water"),
        ("## Issue 3: High water (5 August 2024)", 3, "High water"),
        ("## #3: High water [5 August 2024] ##", 3, "High water"),
        ("**Issue 3: High water** (5 August 2024)", 3, "High water"),
        ("**Issue 3: High water (5 August 2024)**", 3, "High water"),
        ("Issue 3: High water\n5 August 2024", 3, "High water"),
        ("Issue 3: High water\n\nMonday, 5 August 2024", 3, "High water"),
        ("Issue 3: High water\n*New York, 5 August 2024*", 3, "High water"),
        ("## Issue 3: High water\n\n**Date:** 5 August 2024", 3, "High water"),
        ("River Watch, No. 3 | 5 August 2024", 3, "River Watch"),
        ("Issue 3: The vote of 2 August (5 August 2024)", 3, "The vote of 2 August"),
        ("Issue 3: Article 14,3 (again) [5 August 2024]", 3, "Article 14,3 (again)"),
        ("Issue 3: Who asked? (5 August 2024)", 3, "Who asked?"),
    ],
)
def test_heading_variants(heading: str, number: int, title: str | None) -> None:
    bulletin = split_text(f"Preface text, two lines\nof it.\n\n{heading}{BODY}")
    assert listed(bulletin) == [(0, None, None), (number, title, date(2024, 8, 5))]
    (block,) = bulletin.issues[1].blocks
    assert bulletin.text[block.start : block.end] == "Peru objected to the flow clause."
    assert bulletin.text[bulletin.issues[1].start :].startswith(heading)


@pytest.mark.parametrize(
    "line",
    [
        "On 5 August 2024, the session opened.",
        "- Issue 3: High water (5 August 2024)",
        "• #3: High water [5 August 2024]",
        "Day 3 saw a vote on 5 August 2024.",
        "As issue 3 (5 August 2024) said, nothing moved.",
        "Article 24 (5 August 2024)",
        "14,3: The drought clause (5 August 2024) was open.",
        "No. 3,500 was called on 5 August 2024.",
        "Peru spoke on Monday, 5 August 2024.",
        "We met in New York; see issue\nNo. 3 (5 August 2024) for the rest.",
    ],
)
def test_lines_that_are_no_issue_headings(line: str) -> None:
    text = f"The text begins here, in lower spirits.\n\n{line}{BODY}"
    assert listed(split_text(text)) == [(1, None, None)]


def test_issue_headings_of_a_whole_bulletin() -> None:
    text = (
        "# River Watch\n\nWelcome back.\n\n## Issue 1: Dry (31 July)\n\nOne.\n\n"
        "## Issue 2: Drier (1 August 2024)\n\nTwo.\n\n### Issue at stake\n\nMore.\n\n"
        "## Issue 3: Driest (5 August)\n\nThree.\n"
    )
    bulletin = split_text(text)
    assert bulletin.title == "River Watch"
    assert bulletin.warnings == ()
    assert listed(bulletin) == [
        (0, None, None),
        (1, "Dry", date(2024, 7, 31)),
        (2, "Drier", date(2024, 8, 1)),
        (3, "Driest", date(2024, 8, 5)),
    ]
    bounds = [(issue.start, issue.end) for issue in bulletin.issues]
    assert bounds == [
        (0, text.index("## Issue 1")),
        (text.index("## Issue 1"), text.index("## Issue 2")),
        (text.index("## Issue 2"), text.index("## Issue 3")),
        (text.index("## Issue 3"), len(text)),
    ]


def dates_of(*written: str, name: str = "text") -> list[date | None]:
    text = "".join(f"#{number}: Title [{day}]{BODY}" for number, day in enumerate(written, 1))
    return [issue.date for issue in split_text(text, name).issues]


def test_missing_years() -> None:
    assert dates_of("30 December 2024", "2 January", "3 January") == [
        date(2024, 12, 30), date(2025, 1, 2), date(2025, 1, 3),
    ]  # fmt: skip
    assert dates_of("30 December", "2 January 2025") == [date(2024, 12, 30), date(2025, 1, 2)]
    assert dates_of("5 August", "6 August", name="watch-2024") == [
        date(2024, 8, 5), date(2024, 8, 6),
    ]  # fmt: skip
    assert dates_of("5 August", "6 August") == [None, None]


def test_numeric_dates_take_the_order_their_neighbours_show() -> None:
    assert dates_of("05.08.2024", "13.08.2024") == [date(2024, 8, 5), date(2024, 8, 13)]
    assert dates_of("05.08.2024", "06.08.2024") == [None, None]


def test_warnings() -> None:
    text = "".join(
        f"#{number}: Title {day}{BODY}"
        for number, day in [
            (1, "[Tuesday, 5 August 2024]"),
            (3, "[6 August 2024]"),
            (3, "[2 August 2024]"),
            (4, ""),
        ]
    ).replace("#4: Title ", "#4: Title")
    bulletin = split_text(text)
    assert [issue.number for issue in bulletin.issues] == [1, 3, 3, 4]
    assert bulletin.warnings == (
        "issue 1: 2024-08-05 is a Monday, its heading says Tuesday",
        "issue 3 follows issue 1",
        "issue 3 comes twice",
        "issue 3 (2024-08-02) is dated before issue 3 (2024-08-06)",
        "issue 4 has no date",
    )


def test_a_table_of_contents_is_no_run_of_issues() -> None:
    headings = ["#1: Dry [31 July 2024]", "#2: Drier [1 August 2024]"]
    text = "In this letter\n\n" + "\n".join(headings) + "\n\n" + "".join(h + BODY for h in headings)
    assert listed(split_text(text))[-2:] == [
        (1, "Dry", date(2024, 7, 31)),
        (2, "Drier", date(2024, 8, 1)),
    ]
    assert len([i for i in split_text(text).issues if i.number]) == 2


def test_headings_with_dates_alone_count_on() -> None:
    text = f"## Monday, 5 August 2024{BODY}## Tuesday, 6 August 2024{BODY}"
    assert listed(split_text(text)) == [(1, None, date(2024, 8, 5)), (2, None, date(2024, 8, 6))]
    text = f"High water\n5 August 2024{BODY}Low water\n6 August 2024{BODY}"
    assert listed(split_text(text)) == [
        (1, "High water", date(2024, 8, 5)),
        (2, "Low water", date(2024, 8, 6)),
    ]


def test_undated_headings_of_a_numbered_run() -> None:
    text = f"Issue 1: Dry{BODY}Issue 2: Drier{BODY}"
    bulletin = split_text(text)
    assert listed(bulletin) == [(1, "Dry", None), (2, "Drier", None)]
    assert bulletin.warnings == ("issue 1 has no date", "issue 2 has no date")


def test_headings_of_a_profile() -> None:
    pattern = r"Sitzung (?P<number>\d+) vom (?P<date>[^:]+): (?P<title>.*)"
    text = f"Sitzung 7 vom 5 August 2024: Hochwasser{BODY}"
    assert listed(split_text(text, headings=(pattern,))) == [(7, "Hochwasser", date(2024, 8, 5))]
    assert listed(split_text(text)) == [
        (1, "Sitzung 7 vom 5 August 2024: Hochwasser", date(2024, 8, 5))
    ]
    with pytest.raises(InputError, match="no regular expression"):
        split_text(text, headings=("(",))


@pytest.mark.parametrize(
    ("text", "name", "title", "day"),
    [
        ("---\ntitle: River day\ndate: 2024-08-05\n---\n# PLENARY" + BODY, "x", "River day",
         date(2024, 8, 5)),
        ("---\ntitle: RIVER DAY, MONDAY, 5 AUGUST 2024\ndate:\n---\n# PLENARY" + BODY, "x",
         "RIVER DAY, MONDAY, 5 AUGUST 2024", date(2024, 8, 5)),
        ("RIVER TALKS, MONDAY, 5 AUGUST 2024" + BODY, "x", "RIVER TALKS, MONDAY, 5 AUGUST 2024",
         date(2024, 8, 5)),
        ("River talks\nMonday, 5 August 2024" + BODY, "x", "River talks", date(2024, 8, 5)),
        ("# River talks\n\n5 August 2024" + BODY, "x", "River talks", date(2024, 8, 5)),
        ("River talks" + BODY, "2024-08-05-river", "River talks", date(2024, 8, 5)),
        ("Peru objected, and so it ended." + BODY, "20240805", None, date(2024, 8, 5)),
        ("# PLENARY" + BODY + "# CONTACT GROUPS" + BODY, "x", None, None),
    ],
)  # fmt: skip
def test_a_document_without_issue_headings_is_one_issue(
    text: str, name: str, title: str | None, day: date | None
) -> None:
    bulletin = split_text(text, name)
    assert listed(bulletin) == [(1, title, day)]
    assert (bulletin.title, bulletin.date) == (title, day)
    assert bulletin.issues[0].end == len(text)


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("ADAPTATION FUND", ["heading", "paragraph"]),
        ("ADAPTATION FUND, 5 AUGUST 2024", ["paragraph"]),
        ("Peru opposes the fund in a long night of talks about money", ["paragraph"]),
    ],
)
def test_an_excerpt_may_open_with_a_heading(line: str, kinds: list[str]) -> None:
    issue = split_text(line + "\n\nPeru objected.").issues[0]
    assert (issue.title, [block.kind for block in issue.blocks]) == (line, kinds)


def test_front_matter_is_in_no_block() -> None:
    bulletin = split_text("---\ntitle: T\nabstract: |\n  Peru objected.\n---\n\nOne.\n")
    (block,) = bulletin.issues[0].blocks
    assert bulletin.text[block.start : block.end] == "One."


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["#1: A [5 August 2024]", "#2: B [6 August]", "Issue 3", "Peru objected.", "- A: B.",
             "\n", "\n\n", "\r\n", "## Plenary", "5 August 2024", "TITLE", "---\n", "a: b\n", " "]
        ),
        min_size=1,
        max_size=30,
    ).map("".join)
)  # fmt: skip
def test_issues_and_blocks_are_nested_and_ordered(text: str) -> None:
    if not text.strip():
        return
    bulletin = split_text(text)
    assert bulletin.text == text
    assert len(bulletin.issues) >= 1
    at = 0
    for issue in bulletin.issues:
        assert at <= issue.start <= issue.end <= len(text)
        at = issue.start
        for block in issue.blocks:
            assert at <= block.start < block.end <= issue.end
            at = block.end
        at = issue.end
    assert at == len(text)


def test_long_documents_take_time_in_proportion() -> None:
    # No clock: work that grew with the square of the length would show by not coming back.
    text = "".join(
        f"#{number}: Title [{number % 28 + 1} August 2024]{BODY * 330}" for number in range(1, 101)
    )
    bulletin = split_text(text)
    assert len(text.split()) > 198_000
    assert (len(bulletin.issues), sum(len(issue.blocks) for issue in bulletin.issues)) == (
        100,
        33_000,
    )


@pytest.mark.real
@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/bulletins is not here")
class TestRealBulletins:
    def test_cybercrime(self) -> None:
        bulletin = split(read(SHARED / "gitoc-ahc-2024-07.txt"))
        rows = [
            (issue.number, str(issue.date), len(issue.title or "")) for issue in bulletin.issues
        ]
        assert rows == [
            (0, "None", 0), (1, "2024-07-30", 16), (2, "2024-08-01", 13), (3, "2024-08-05", 44),
            (4, "2024-08-06", 22), (5, "2024-08-07", 8), (6, "2024-08-08", 45),
        ]  # fmt: skip
        labels = [
            (issue.number, bulletin.text[block.start : block.label_end])
            for issue in bulletin.issues
            for block in issue.blocks
            if block.label_end is not None
        ]
        assert labels == [
            (1, "Ratifications"), (1, "Article 4"), (1, "Article 6 on human rights and safeguards"),
            (5, "14,1"), (5, "14,3"), (5, "14,4"),
        ]  # fmt: skip
        assert bulletin.warnings == ()

    def test_climate(self) -> None:
        inputs = find_inputs([SHARED / "enb"])
        bulletins = [split(read(item.path, name=item.name)) for item in inputs]
        assert len(bulletins) == 98
        assert {len(bulletin.issues) for bulletin in bulletins} == {1}
        assert {issue.number for bulletin in bulletins for issue in bulletin.issues} == {1}
        assert {bulletin.warnings for bulletin in bulletins} == {()}
