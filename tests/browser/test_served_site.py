"""The served site as a person uses it, in a real browser, at desktop and phone width."""

import asyncio
import threading
from collections.abc import Iterator

import pytest
import uvicorn

import synthetic
from ahcextract.serving.site import database_of, listen, site
from export_records import hostile, many

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}


def serving(records) -> Iterator[str]:
    """The site over the records on a free port, in a thread; its address."""
    listener = listen("127.0.0.1", 0)
    with listener, database_of(records) as database:
        application = site(database)
        config = uvicorn.Config(
            application.app(), log_level="error", lifespan="on", timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)

        # In the thread, as Playwright's loop is alive in this one.
        def serve() -> None:
            asyncio.run(application.invoke_startup())
            server.run(sockets=[listener])

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=20)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    yield from serving(synthetic.make(1000).positions)


@pytest.fixture(scope="module")
def hostile_address() -> Iterator[str]:
    yield from serving([*hostile(), *synthetic.make(200, hostile=True).positions])


@pytest.fixture(scope="module")
def large_address() -> Iterator[str]:
    yield from serving(many(50_000))


def assert_quiet(watched, address):
    """No error in the console, and no request to anywhere else."""
    assert watched.errors == []
    assert watched.foreign(address) == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/records/positions",
        "/records/actors",
        "/records/positions_of_one_state?actor=IRN",
        "/records/who_opposes_whom?actor=IRN",
        "/records/shifts",
    ],
)
def test_pages_fit_the_screen(address, open_page, size, path):
    watched = open_page(address + path, **size)
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert watched.page.locator("h1").is_visible()
    assert_quiet(watched, address)


def test_from_the_start_page_to_the_evidence(address, open_page):
    watched = open_page(address + "/", **DESKTOP)
    page = watched.page
    card = page.locator("form.ahc-card", has_text="Positions of one state")
    card.get_by_label("actor").fill("IRN")
    card.get_by_role("button", name="Show").click()
    assert "positions_of_one_state" in page.url
    rows = page.locator("table.rows-and-columns tbody tr")
    rows.first.wait_for()
    assert page.locator("td.col-evidence mark.actor").all_inner_texts() == ["Iran"] * rows.count()
    rows.first.get_by_role("link", name="evidence").click()
    assert page.locator("h1").inner_text().startswith("Iran:")
    assert page.locator("blockquote mark.actor").inner_text() == "Iran"
    assert page.locator("blockquote mark.cue").count() == 1
    assert_quiet(watched, address)


def test_search_and_facets_narrow_the_table(address, open_page):
    watched = open_page(address + "/", **DESKTOP)
    page = watched.page
    page.get_by_placeholder("words, or").fill("questioned")
    page.get_by_role("button", name="Search").click()
    found = int(page.locator("h3").first.inner_text().split()[0].replace(",", ""))
    assert 0 < found < 1000
    page.locator("#facet-actor_type").get_by_role("link", name="state").click()
    narrowed = int(page.locator("h3").first.inner_text().split()[0].replace(",", ""))
    assert 0 < narrowed <= found
    stances = page.locator("td.col-stance").all_inner_texts()
    assert len(stances) == min(narrowed, 50)
    assert {text.split()[-1] for text in stances} == {"concern"}
    assert_quiet(watched, address)


def test_a_stance_is_never_told_by_colour_alone(address, open_page):
    page = open_page(address + "/", **DESKTOP).page
    texts = page.locator(".ahc-counts .stance").all_inner_texts()
    assert sorted(texts) == ["+ support", "? concern", "− oppose", "○ neutral", "✎ propose"]


def test_csv_of_a_view_holds_its_rows(address, open_page):
    page = open_page(address + "/records/positions?stance=oppose&_size=max", **DESKTOP).page
    shown = int(page.locator("h3").first.inner_text().split()[0])
    with page.expect_download() as download:
        page.evaluate("location.href = '/records/positions.csv?stance=oppose&_size=max&_dl=1'")
    lines = download.value.path().read_text(encoding="utf-8").strip().splitlines()
    assert len(lines) == shown + 1


@pytest.mark.parametrize(
    "path", ["/", "/records/positions?_size=max", "/records/sentences", "/records/shifts"]
)
def test_hostile_text_runs_nothing(hostile_address, open_page, path):
    watched = open_page(hostile_address + path, **DESKTOP)
    dialogs = []
    watched.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    assert watched.page.evaluate("window.hacked") is None
    assert watched.page.locator("td script, td img, td svg:not(.dropdown-menu-icon)").count() == 0
    assert dialogs == []
    assert_quiet(watched, hostile_address)


def test_fifty_thousand_records_stay_usable(large_address, open_page):
    watched = open_page(large_address + "/records/positions", **DESKTOP)
    page = watched.page
    assert page.locator("h3").first.inner_text().startswith("50,000 rows")
    assert page.locator("table.ahc-positions tbody tr").count() == 50
    assert page.locator(".facet-info").count() >= 6
    page.locator("#facet-stance").get_by_role("link", name="oppose").click()
    assert page.locator("td.col-stance").first.inner_text() == "− oppose"
    assert_quiet(watched, large_address)
