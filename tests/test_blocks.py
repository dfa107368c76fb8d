"""Blocks and labels of invented text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahcextract.splitting.blocks import find_blocks


def shown(text: str) -> list[tuple[str, int, str | None, str]]:
    """Kind, level, label and body of every block."""
    return [
        (
            block.kind,
            block.level,
            None if block.label_end is None else text[block.start : block.label_end],
            text[block.body_start : block.end],
        )
        for block in find_blocks(text, 0, len(text))
    ]


def test_paragraphs_keep_their_wrapped_lines_together() -> None:
    text = "Peru wanted\r\nmore water.\r\n\r\n  Chile did\r\n  not.  \r\n"
    assert shown(text) == [
        ("paragraph", 0, None, "Peru wanted\r\nmore water."),
        ("paragraph", 0, None, "Chile did\r\n  not."),
    ]


def test_invisible_characters_are_no_text() -> None:
    text = "One.\n\u00a0\u200b\nTwo.\u00a0\n\ufeff\nThree."
    assert shown(text) == [
        ("paragraph", 0, None, "One."),
        ("paragraph", 0, None, "Two."),
        ("paragraph", 0, None, "Three."),
    ]


@pytest.mark.parametrize(
    "marker",
    ["•", "·", "-", "–", "*", "o", "+", "1)", "1.", "(1)", "(a)", "a)", "(iv)", "12)", "■"],
)
def test_bullet_markers(marker: str) -> None:
    text = f"Open points:\n\n{marker} Peru objected.\n{marker}\u00a0\u00a0Chile agreed\nat once.\n"
    assert shown(text) == [
        ("paragraph", 0, None, "Open points:"),
        ("bullet", 1, None, "Peru objected."),
        ("bullet", 1, None, "Chile agreed\nat once."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A long evening of talks ended with a compromise on articles 34\n- 36 and nothing more.",
        "A long evening of talks in the hall ended with a text on paragraph\n(b) of article 3.",
        "A long evening of talks in the hall ended with a text on article\n14. Peru went home.",
        "-36 degrees were measured outside.",
        "2024. What a year it was.",
        "e.g. Peru objected.",
    ],
)
def test_no_bullets(text: str) -> None:
    assert shown(text) == [("paragraph", 0, None, text)]


def test_bullets_right_below_a_wrapped_introduction() -> None:
    text = (
        "These were the points that remained open at the end of\na very long day:\n- Peru\n- Chile"
    )
    assert [row[0] for row in shown(text)] == ["paragraph", "bullet", "bullet"]


def test_nesting_follows_indentation() -> None:
    text = "- A.\n  - B.\n    - C.\n  - D.\n- E.\n\nText between.\n\n    - F.\n"
    assert [(level, body) for _, level, _, body in shown(text)] == [
        (1, "A."), (2, "B."), (3, "C."), (2, "D."), (1, "E."), (0, "Text between."), (1, "F."),
    ]  # fmt: skip


def test_a_bullet_over_nested_bullets_is_all_label() -> None:
    text = "- Art. 14\n  (a) para 1: Peru objects.\n- Scope:\n  - Chile agrees.\n"
    assert shown(text) == [
        ("bullet", 1, "Art. 14", ""),
        ("bullet", 2, "para 1", "Peru objects."),
        ("bullet", 1, "Scope", ""),
        ("bullet", 2, None, "Chile agrees."),
    ]


@pytest.mark.parametrize(
    ("text", "label", "body"),
    [
        ("Article 4: Peru objected.", "Article 4", "Peru objected."),
        ("14,3: The drought clause.", "14,3", "The drought clause."),
        ("14,3(b) : no change.", "14,3(b)", "no change."),
        ("Ratifications:\u00a0 Peru wants 60.", "Ratifications", "Peru wants 60."),
        ("Article 6 on flow and drought: Some…", "Article 6 on flow and drought", "Some…"),
        ("*Eligibility:* Delegates met.", "Eligibility", "Delegates met."),
        ("*Eligibility*: Delegates met.", "Eligibility", "Delegates met."),
        ("**Article 5** – Peru objected.", "Article 5", "Peru objected."),
        ("**Article 3.** The scope was open.", "Article 3", "The scope was open."),
        ("__Scope__: Peru objected.", "Scope", "Peru objected."),
        ("Article 5 – Peru objected.", "Article 5", "Peru objected."),
        ("Article 5. Peru objected.", "Article 5", "Peru objected."),
        ("Article 9 | Mali would delete it.", "Article 9", "Mali would delete it."),
        ("Art. 40(22): Saudi Arabia objected.", "Art. 40(22)", "Saudi Arabia objected."),
        ("PP10: Peru objected.", "PP10", "Peru objected."),
        ("Economies in Transition (EITs): Delegates met.", "Economies in Transition (EITs)",
         "Delegates met."),
        ("Least developed countries: They met.", "Least developed countries", "They met."),
        ("The US: 14 words were cut.", "The US", "14 words were cut."),
    ],
)  # fmt: skip
def test_labels_of_paragraphs(text: str, label: str, body: str) -> None:
    assert shown(text) == [("paragraph", 0, label, body)]


@pytest.mark.parametrize(
    ("text", "label", "body"),
    [
        ("- Art. 3: still open.", "Art. 3", "still open."),
        ("- title: too long.", "title", "too long."),
        ("- para 2 – Peru objected.", "para 2", "Peru objected."),
        ("• **Article 4:** Peru doubted it.", "Article 4", "Peru doubted it."),
    ],
)
def test_labels_of_bullets(text: str, label: str, body: str) -> None:
    assert shown(text) == [("bullet", 1, label, body)]


@pytest.mark.parametrize(
    "text",
    [
        "The main issues are: ",
        "Speaking for the group, she said: the river is ours.",
        "Delegates: agreed on nothing.",
        "The session resumed at 10:30 and ended at noon.",
        "See http://example.org for the text.",
        "Three options were open: delete, keep or bracket.",
        "The EU called for: Faster talks.",
        "Among the proposals of: Peru and Chile.",
        "Article 5 – 9 are open.",
        "**Norway** objected.",
        "Peru (supported by three others: Chile, Mali and Niger) objected.",
        "One two three four five six seven eight nine ten eleven twelve thirteen: Fourteen.",
        "Peru objected. Chile too: Nobody was pleased.",
        "The talks went on – Peru objected.",
    ],
)
def test_no_labels(text: str) -> None:
    (block,) = find_blocks(text, 0, len(text))
    assert (block.label_end, block.body_start, block.start) == (None, 0, 0)


def test_run_in_headings_part_a_paragraph() -> None:
    text = (
        "Forests: Peru objected. Mali agreed with it. Capacity Building (SBI) : In the afternoon, "
        "Chad asked for help in three of its ports. “Enough.” Ports: On 3.5 of the draft nobody at "
        "all had a view."
    )
    assert shown(text) == [
        ("paragraph", 0, "Forests", "Peru objected. Mali agreed with it."),
        ("paragraph", 0, "Capacity Building (SBI)",
         "In the afternoon, Chad asked for help in three of its ports. “Enough.”"),
        ("paragraph", 0, "Ports", "On 3.5 of the draft nobody at all had a view."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Mali spoke. It offered the following: Every port will open before the end of this year.",
        "For article 7: Mali. Against: Chad. Nobody else in the room wanted to say a word on it.",
        "Mali spoke. Three options were named: First a fund, then a bank, and at last a lottery.",
    ],
)
def test_no_run_in_headings(text: str) -> None:
    assert len(find_blocks(text, 0, len(text))) == 1


def test_headings() -> None:
    text = (
        "# Plenary #\n\n### Scope:\n\nRelated analysis\n\nPeru objected.\n\nIN THE CORRIDORS\n"
        "Rumours flew.\n\n**Side events**\n\nNone.\n\nFlow\n====\n\nA lot.\n\nDrought\n---\nNone.\n"
    )
    assert shown(text) == [
        ("heading", 1, None, "Plenary"),
        ("heading", 3, None, "Scope:"),
        ("heading", 2, None, "Related analysis"),
        ("paragraph", 0, None, "Peru objected."),
        ("heading", 1, None, "IN THE CORRIDORS"),
        ("paragraph", 0, None, "Rumours flew."),
        ("heading", 2, None, "Side events"),
        ("paragraph", 0, None, "None."),
        ("heading", 1, None, "Flow"),
        ("paragraph", 0, None, "A lot."),
        ("heading", 2, None, "Drought"),
        ("paragraph", 0, None, "None."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Norway agreed.",
        "Still open at night were:",
        "Was it over?",
        "They were late",
        "This is a line without a stop",
    ],
)
def test_short_lines_that_are_no_headings(line: str) -> None:
    text = f"{line}\n\nMore text follows here.\n"
    assert shown(text)[0] != ("heading", 2, None, line)
    assert [row[0] for row in shown(text)] == ["paragraph", "paragraph"]


def test_a_last_short_line_is_no_heading() -> None:
    assert shown("Peru objected.\n\nJane Doe") == [
        ("paragraph", 0, None, "Peru objected."),
        ("paragraph", 0, None, "Jane Doe"),
    ]


def test_a_whole_sentence_behind_hashes_is_a_paragraph() -> None:
    text = "### On Friday the committee adopted its report and went home at last.\n\nEnd of it.\n"
    assert [row[0] for row in shown(text)] == ["paragraph", "paragraph"]


def test_rules_and_quotation_marks_of_markdown_are_no_text() -> None:
    text = "One.\n\n---\n\n> Two,\n> she said.\n\n* * *\n"
    assert shown(text) == [
        ("paragraph", 0, None, "One."),
        ("paragraph", 0, None, "Two,\n> she said."),
    ]


_PIECES = st.sampled_from(
    ["Peru", " ", "\n", "\n\n", "\r\n", "- ", "• ", "## ", "1) ", "(a) ", ": ", ". ", "**",
     "Article 4", "14,3", "\t", "\u00a0", "\u200b", "---", "===", "#3: A [5 August 2024]", "|",
     "> ", "é", "said", "A"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_offsets_are_ordered_and_nothing_is_lost(text: str) -> None:
    blocks = find_blocks(text, 0, len(text))
    at = 0
    for block in blocks:
        assert at <= block.start < block.end <= len(text)
        assert block.start <= block.body_start <= block.end
        assert block.label_end is None or block.start < block.label_end <= block.body_start
        assert not text[block.end - 1].isspace()
        assert_only_markers(text[at : block.start])
        at = block.end
    assert_only_markers(text[at:])


def assert_only_markers(between: str) -> None:
    words = [
        word for word in between.replace("\u200b", " ").split() if any(c.isalnum() for c in word)
    ]
    assert [
        word for word in words if word not in {"1)", "(a)", "-1)", "•1)", "•(a)", ">1)", ">(a)"}
    ] == []
