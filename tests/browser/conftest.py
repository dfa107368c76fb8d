"""A real browser for the tests in this folder: Debian's Chromium, driven by Playwright.

Use `open_page` in a test: it gives a page whose console errors, uncaught exceptions and network
requests are kept, so that a test can say "none of them happened".
"""

import os
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright
from watching import OpenPage, Watched

# `tests/` holds generators that these tests share with the others.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

CHROMIUM = os.environ.get("AHC_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"

# Without these a headless Chromium looks up hosts of its maker at every start.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


# How long a busy machine may take before an expectation has failed: it costs failing tests only.
expect.set_options(timeout=30_000)


# One browser a module, not a session: while Playwright's loop is alive in this thread,
# `asyncio.run` in tests of other modules would be refused.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no browser at {CHROMIUM}: scripts/install-browser, or set AHC_CHROMIUM")
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open a URL or a local file: `open_page(target, width=1440, height=900, dark=False)`."""
    contexts: list[BrowserContext] = []
    yield partial(_open, browser, contexts)
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def open_shared_page(browser: Browser) -> Iterator[OpenPage]:
    """As `open_page`, for a page that the tests of a module share."""
    contexts: list[BrowserContext] = []
    yield partial(_open, browser, contexts)
    for context in contexts:
        context.close()


def _open(
    browser: Browser,
    contexts: list[BrowserContext],
    target: str | Path,
    *,
    width: int = 1440,
    height: int = 900,
    dark: bool = False,
    fragment: str = "",
    **options: Any,
) -> Watched:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        accept_downloads=True,
        **options,
    )
    contexts.append(context)
    watched = Watched(context.new_page())
    watched.page.on(
        "console",
        lambda message: watched.errors.append(message.text) if message.type == "error" else None,
    )
    watched.page.on("pageerror", lambda error: watched.errors.append(str(error)))
    watched.page.on("request", lambda request: watched.requests.append(request.url))
    url = target.resolve().as_uri() if isinstance(target, Path) else target
    watched.page.goto(url + fragment)
    return watched
