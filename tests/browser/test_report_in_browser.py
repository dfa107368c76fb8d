"""The report used as a person would: looked at, clicked, typed into, walked by keyboard."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from watching import OpenPage, Watched

import synthetic
from ahcextract.agreement import pairs
from ahcextract.position import Position
from ahcextract.report import analyse, report_page

PLOTS = ("contested", "network", "agreement", "timeline")
Make = Callable[..., tuple[Path, list[Position]]]


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """A page for `synthetic.make(...)`, made once for the same arguments."""
    made: dict[str, tuple[Path, list[Position]]] = {}

    def make_(records: int, *, texts: bool = False, **options: Any) -> tuple[Path, list[Position]]:
        key = f"{records}-{texts}-{sorted(options.items())}"
        if key not in made:
            found = synthetic.make(records, **options)
            path = tmp_path_factory.mktemp("page") / "report.html"
            analysis = analyse(found.positions)
            page = report_page(analysis, texts=found.texts if texts else None)
            path.write_text(page, encoding="utf-8")
            made[key] = (path, list(analysis.positions))
        return made[key]

    return make_


@pytest.fixture
def usual(make: Make, open_page: OpenPage) -> tuple[Watched, list[Position]]:
    path, records = make(1000)
    return open_page(path), records


@pytest.fixture(scope="module")
def shared(make: Make, open_shared_page: OpenPage) -> tuple[Watched, list[Position]]:
    """A page that many tests use, each leaving it as it found it."""
    path, records = make(1000)
    return open_shared_page(path), records


def quiet(watched: Watched) -> None:
    assert watched.errors == []
    assert watched.foreign() == []


def show(page: Page, plot: str) -> None:
    """Scroll a plot into view, without waiting for frames that a busy machine draws late."""
    page.locator(f"#c-{plot}").evaluate("element => element.scrollIntoView()")


def draw_all(page: Page) -> None:
    """Scroll down the page until every plot has come near the screen and been drawn."""
    for plot in PLOTS:
        show(page, plot)
        expect(page.locator(f"#c-{plot}[data-drawn] svg")).to_be_visible()


def downloaded(page: Page, button: str) -> str:
    with page.expect_download() as waiting:
        page.click(button)
    return Path(waiting.value.path()).read_bytes().decode("utf-8")


def shown_count(page: Page) -> str:
    return page.inner_text("#f-count")


def test_plots_are_drawn_and_nothing_is_asked_of_the_network(
    usual: tuple[Watched, list[Position]],
) -> None:
    watched, records = usual
    page = watched.page
    draw_all(page)
    assert page.locator("#c-contested .mark-rect path").count() > 10
    assert page.locator("#c-network .mark-symbol.layer_1_marks path").count() > 30
    assert page.locator("#c-network .mark-rule line").count() > 50
    assert page.locator("#c-agreement .mark-rect path").count() > 200
    # A row of bars for each stance, in each of the six issues.
    assert page.locator("#c-timeline .mark-rect.child_marks path").count() == len(
        {(r.issue, r.stance) for r in records}
    )
    for plot in PLOTS:
        box = page.locator(f"#c-{plot} svg").bounding_box()
        assert box is not None
        assert (box["width"] > 300, box["height"] > 150) == (True, True)
    assert page.locator("td.full").count() > 500
    quiet(watched)


def test_a_cell_opens_its_sentences(usual: tuple[Watched, list[Position]]) -> None:
    watched, records = usual
    page = watched.page
    cell = page.locator("td.full").first
    label = cell.get_attribute("aria-label") or ""
    who, _, what = label.partition(": ")
    actor, _, target = who.partition(" on ")
    cell.click()
    expected = [
        r
        for r in records
        if r.actor_name == actor and r.target == target.replace("article ", "article:")
    ]
    assert page.inner_text("#drawer-title") == who
    cards = page.locator("#drawer article")
    assert [cards.nth(n).get_attribute("data-id") for n in range(cards.count())] == [
        r.id for r in expected
    ]
    assert sum(int(part.split()[1]) for part in what.split(", ")) == len(expected)
    first = expected[0]
    assert cards.first.locator("blockquote").inner_text() == first.evidence
    marks = cards.first.locator("blockquote mark")
    assert [(marks.nth(n).get_attribute("class"), marks.nth(n).inner_text()) for n in range(3)] == [
        ("m-actor", first.actor_name),
        ("m-cue", first.cue),
        ("m-target", first.target.replace(":", " ")),
    ]
    for text in (first.rule, f"{first.confidence:.2f}", f"issue {first.issue}", "January 2031"):
        expect(cards.first).to_contain_text(text)
    page.keyboard.press("Escape")
    expect(page.locator("#drawer")).not_to_be_visible()
    quiet(watched)


def test_the_matrix_is_walked_and_opened_by_keyboard(
    usual: tuple[Watched, list[Position]],
) -> None:
    watched, _ = usual
    page = watched.page
    first = page.locator("td.full").first
    first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Home")
    place = page.evaluate(
        "() => [document.activeElement.cellIndex, document.activeElement.parentElement.rowIndex]"
    )
    assert place == [1, 2]
    # One stop for the tab key, wherever the arrows have gone.
    assert page.locator("#m-frame [tabindex='0'], #m-frame button:not([tabindex])").count() == 1
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.title").startswith("Only ")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    for _ in range(60):
        if "full" in (page.evaluate("document.activeElement.className") or ""):
            break
        page.keyboard.press("ArrowRight")
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    expect(page.locator("#drawer")).to_be_visible()
    assert label.startswith(page.inner_text("#drawer-title") + ": ")
    assert page.evaluate("document.activeElement.id") == "drawer-title"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == label
    quiet(watched)


FILTERS: list[tuple[str, Callable[[Page], object], Callable[[Position], bool]]] = [
    (
        "stance",
        lambda page: [
            page.locator(f"#f-stances label.b-{s}").click() for s in ("support", "neutral")
        ],
        lambda r: r.stance not in {"support", "neutral"},
    ),
    ("actor", lambda page: page.fill("#f-actor", "Iran"), lambda r: r.actor == "IRN"),
    (
        "part of a name",
        lambda page: page.fill("#f-actor", "united"),
        lambda r: r.actor in {"GBR", "USA"},
    ),
    (
        "region",
        lambda page: page.select_option("#f-group", label="Eastern European States"),
        lambda r: r.actor in {"BLR", "CZE", "GEO", "RUS", "UKR"},
    ),
    (
        "type",
        lambda page: page.select_option("#f-group", "type:group"),
        lambda r: r.actor_type == "group",
    ),
    (
        "provision",
        lambda page: page.fill("#f-target", "article 2.1"),
        lambda r: r.target == "article:2.1",
    ),
    (
        "whole article",
        lambda page: page.fill("#f-target", "article 2 and its paragraphs"),
        lambda r: r.target == "article:2" or r.target.startswith("article:2."),
    ),
    ("topic", lambda page: page.select_option("#f-topic", "scope"), lambda r: "scope" in r.topics),
    (
        "issues",
        lambda page: (
            page.select_option("#f-from", "1"),
            page.select_option("#f-to", "2"),
        ),
        lambda r: r.issue in {2, 3},
    ),
    (
        "words",
        lambda page: page.fill("#f-text", "ROUND iran"),
        lambda r: "Iran" in r.evidence,
    ),
]


@pytest.mark.parametrize(("act", "keep"), [f[1:] for f in FILTERS], ids=[f[0] for f in FILTERS])
def test_filters_narrow_everything_and_downloads_hold_what_is_left(
    shared: tuple[Watched, list[Position]],
    act: Callable[[Page], object],
    keep: Callable[[Position], bool],
) -> None:
    watched, records = shared
    page = watched.page
    expected = [r for r in records if keep(r)]
    assert 0 < len(expected) < 1000
    act(page)
    expect(page.locator("#f-count")).to_have_text(f"{len(expected):,} of 1,000 positions")
    expect(page.locator("#t-note")).to_have_text(
        f"Rows 1 to {min(50, len(expected))} of {len(expected):,}"
    )
    lines = downloaded(page, "#d-jsonl").splitlines()
    assert [Position.model_validate_json(line) for line in lines] == expected
    rows = list(csv.DictReader(io.StringIO(downloaded(page, "#d-csv").removeprefix("\ufeff"))))
    assert [row["id"] for row in rows] == [r.id for r in expected]
    assert page.locator("#m-frame td.full").count() <= len({(r.actor, r.target) for r in expected})
    page.click("#f-reset")
    assert shown_count(page) == "All 1,000 positions"
    quiet(watched)


def test_the_address_holds_the_filters(usual: tuple[Watched, list[Position]]) -> None:
    watched, records = usual
    page = watched.page
    page.fill("#f-actor", "Côte d'Ivoire")
    page.select_option("#f-from", "2")
    page.click("#f-stances label.b-neutral")
    left = [r for r in records if r.actor == "CIV" and r.issue >= 3 and r.stance != "neutral"]
    expected = f"{len(left)} of 1,000 positions"
    expect(page.locator("#f-count")).to_have_text(expected)
    page.reload()
    expect(page.locator("#f-count")).to_have_text(expected)
    assert page.input_value("#f-actor") == "Côte d'Ivoire"
    quiet(watched)


def test_a_download_is_the_records_themselves(usual: tuple[Watched, list[Position]]) -> None:
    watched, records = usual
    lines = downloaded(watched.page, "#d-jsonl").splitlines()
    assert [json.loads(line) for line in lines] == [
        json.loads(r.model_dump_json()) for r in records
    ]
    assert list(json.loads(lines[0])) == list(Position.model_fields)


def test_the_table_sorts_and_turns_pages(usual: tuple[Watched, list[Position]]) -> None:
    watched, records = usual
    page = watched.page
    heading = page.locator("#t-head .c-confidence button")
    heading.click()
    heading.click()
    assert page.get_attribute("#t-head .c-confidence", "aria-sort") == "descending"
    by_confidence = sorted(records, key=lambda r: -r.confidence)
    page.click("#t-next")
    rows = page.locator("#t-body tr")
    assert [rows.nth(n).get_attribute("data-id") for n in range(rows.count())] == [
        r.id for r in by_confidence[50:100]
    ]
    page.click("#t-last")
    expect(page.locator("#t-note")).to_have_text("Rows 951 to 1,000 of 1,000")
    assert page.is_disabled("#t-next")
    page.fill("#t-page", "3")
    page.keyboard.press("Enter")
    expect(page.locator("#t-note")).to_have_text("Rows 101 to 150 of 1,000")
    heading.click()
    assert page.get_attribute("#t-head .c-confidence", "aria-sort") == "none"
    page.select_option("#t-sort", "actor:down")
    assert page.get_attribute("#t-head .c-actor", "aria-sort") == "descending"
    last = max(records, key=lambda r: r.actor_name).actor_name
    expect(page.locator("#t-body td[data-label=Actor]").first).to_have_text(last)
    quiet(watched)


def test_a_permalink_opens_its_position(make: Make, open_page: OpenPage) -> None:
    path, records = make(1000)
    wanted = records[777]
    watched = open_page(path, fragment=f"#{wanted.id}")
    page = watched.page
    expect(page.locator("#drawer article")).to_have_count(1)
    assert page.get_attribute("#drawer article", "data-id") == wanted.id
    row = page.locator(f"#t-body tr[data-id='{wanted.id}']")
    expect(row).to_have_class("found")
    expect(row).to_be_in_viewport()
    # Link and citation, as a person takes them along.
    page.evaluate(
        "navigator.clipboard.writeText = (t) => { window.copied = t; return Promise.resolve(); }"
    )
    page.click("#drawer article button")
    copied = page.evaluate("window.copied")
    assert copied == (
        f"“{wanted.evidence}” (invented-talks, issue {wanted.issue}, “{wanted.issue_title}”, "
        f"{int(wanted.issue_date[-2:])} January 2031). {wanted.actor_name}: {wanted.stance}, "  # type: ignore[index]
        f"{wanted.target.replace(':', ' ')}. Read by ahcextract, rule {wanted.rule}, "
        f"confidence {wanted.confidence}, record {wanted.id}."
    )
    page.keyboard.press("Escape")
    assert page.evaluate("location.hash") == ""
    page.locator("#t-body a.read").first.click()
    expect(page.locator("#drawer article")).to_have_count(1)
    first = page.get_attribute("#drawer article", "data-id")
    assert page.evaluate("location.hash") == f"#{first}"
    quiet(watched)


def test_agreement_on_the_page_is_that_of_the_library(make: Make, open_page: OpenPage) -> None:
    path, records = make(1000)
    watched = open_page(path)
    page = watched.page
    names = {r.actor: r.actor_name for r in records}

    def expected(chosen: list[Position], minimum: int) -> tuple[int, str]:
        found = [p for p in pairs(chosen) if p.shared >= minimum]
        best = max(p.weight for p in found)
        top = next(p for p in found if p.weight == pytest.approx(best))
        return len(found), f"{top.normalised:+.2f} over {top.shared}"

    count, top = expected(records, 2)
    expect(page.locator("#s-note")).to_have_text(
        f"{count:,} pairs of actors share at least 2 questions."
    )
    expect(page.locator("#s-close li").first).to_contain_text(top)
    page.locator("#s-issue").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.inner_text("#s-issue-name") == "#2 · 2 Jan"
    count, _ = expected([r for r in records if r.issue == 2], 1)
    expect(page.locator("#s-note")).to_contain_text(
        f"{count:,} pairs of actors share at least 1 question in this issue."
    )
    page.locator("#s-close button").first.click()
    title = page.inner_text("#drawer-title")
    assert set(title.split(" and ")) <= set(names.values())
    expect(page.locator("#drawer-sub")).to_contain_text("shared question")
    assert page.locator("#drawer article").count() >= 2
    quiet(watched)


def test_shifts_show_both_sentences(make: Make, open_page: OpenPage) -> None:
    path, records = make(1000)
    watched = open_page(path)
    page = watched.page
    found = analyse(records)
    shift = found.shifts[0]
    reversals = sum(s.reversal for s in found.shifts)
    assert page.inner_text("#v-note") == (
        f"{len(found.shifts)} shifts, {reversals} of them reversals."
    )
    quotes = page.locator("#v-shifts > li").first.locator("blockquote")
    assert [quotes.nth(n).inner_text() for n in range(quotes.count())] == [
        found.positions[shift.before[0]].evidence,
        found.positions[shift.after[0]].evidence,
    ]
    page.check("#v-reversals")
    expect(page.locator("#v-note")).to_have_text(
        f"{reversals} shifts of {len(found.shifts)}, {reversals} of them reversals."
    )
    assert page.locator("#v-shifts > li").count() == min(12, reversals)
    assert page.locator("#v-shifts > li .tag").count() == min(12, reversals)
    quiet(watched)


def test_hostile_bulletins_are_inert(make: Make, open_page: OpenPage) -> None:
    path, records = make(400, actors=25, provisions=15, hostile=True, texts=True)
    watched = open_page(path)
    page = watched.page
    draw_all(page)
    page.locator("td.full").first.click()
    page.locator("#drawer summary").first.click()
    page.keyboard.press("Escape")
    page.hover("#c-network .mark-symbol.layer_1_marks path >> nth=3")
    page.click("#t-last")
    assert page.evaluate("window.hacked") is None
    assert (
        page.locator("main img, main iframe, main script, dialog img, dialog script").count() == 0
    )
    shown = page.inner_text("body")
    assert "<script>window.hacked=1</script>" in shown
    assert "\u202e" not in shown
    assert "\x1b" not in shown
    lines = downloaded(page, "#d-jsonl").split("\n")
    assert [Position.model_validate_json(line) for line in lines if line] == records
    text = downloaded(page, "#d-csv").removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) == len(records) + 1
    starts = {cell[0] for row in rows for cell in row if cell}
    assert starts & set("=+-@\t\r") == set()
    assert "'" in starts
    quiet(watched)


def test_a_click_on_a_pair_or_an_actor_in_the_network(
    usual: tuple[Watched, list[Position]],
) -> None:
    watched, _ = usual
    page = watched.page
    show(page, "network")
    page.locator("#c-network .mark-symbol.layer_1_marks path").first.click(force=True)
    expect(page.locator("#f-actor")).not_to_have_value("")
    assert shown_count(page) != "All 1,000 positions"
    quiet(watched)


@pytest.mark.parametrize(
    ("records", "options"),
    [(1000, {}), (50_000, {"issues": 100, "actors": 120, "provisions": 200})],
)
def test_large_files_stay_usable(
    make: Make, open_page: OpenPage, records: int, options: dict[str, int]
) -> None:
    # Usable: every step is done within Playwright's own patience, and the page stays small.
    path, made = make(records, **options)
    watched = open_page(path)
    page = watched.page
    assert shown_count(page) == f"All {records:,} positions"
    # No more than a screenful or two is in the page, however many records there are.
    assert page.locator("#t-body tr").count() == 50
    assert page.locator("#m-frame td").count() <= 61 * 41
    page.fill("#f-text", "iran objected")
    left = sum("Iran" in r.evidence and "objected" in r.evidence for r in made)
    expect(page.locator("#f-count")).to_have_text(f"{left:,} of {records:,} positions")
    page.click("#f-reset")
    page.locator("#t-head .c-actor button").click()
    first = min(made, key=lambda r: r.actor_name).actor_name
    expect(page.locator("#t-body td[data-label=Actor]").first).to_have_text(first)
    assert len(downloaded(page, "#d-jsonl").splitlines()) == records
    show(page, "contested")
    expect(page.locator("#c-contested[data-drawn] svg")).to_be_visible()
    quiet(watched)


@pytest.mark.parametrize("count", [0, 1])
def test_pages_with_almost_nothing(make: Make, open_page: OpenPage, count: int) -> None:
    path, _ = make(count, issues=1)
    watched = open_page(path)
    page = watched.page
    if count == 0:
        expect(page.locator("main")).to_contain_text("Nothing to show yet")
    else:
        expect(page.locator("td.full")).to_have_count(1)
        expect(page.locator("#sides")).to_contain_text(
            "No two of these actors took a side on the same question here."
        )
        expect(page.locator("#v-shifts")).to_contain_text("a shift needs two")
    quiet(watched)


def test_filters_that_leave_nothing_say_so(usual: tuple[Watched, list[Position]]) -> None:
    watched, _ = usual
    page = watched.page
    page.fill("#f-text", "no sentence says this")
    expect(page.locator("#f-count")).to_have_text("0 of 1,000 positions")
    expect(page.locator("#m-frame")).to_have_text("No position is left by these filters.")
    expect(page.locator("#t-body")).to_contain_text("No position is left by these filters.")
    assert page.is_disabled("#d-csv")
    quiet(watched)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1440, 900)])
def test_nothing_sticks_out_at_any_width(
    make: Make, open_page: OpenPage, width: int, height: int, dark: bool
) -> None:
    path, _ = make(1000)
    watched = open_page(path, width=width, height=height, dark=dark)
    page = watched.page
    draw_all(page)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    paper = page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor")
    assert paper == ("rgb(23, 25, 30)" if dark else "rgb(255, 255, 254)")
    assert page.locator(f"#c-timeline path[fill='{'#56b4e9' if dark else '#0072b2'}']").count() == 6
    quiet(watched)
