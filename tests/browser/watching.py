"""What the browser tests share: a page, and what it did that a person would not see."""

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page

OFFLINE_SCHEMES = ("file:", "data:", "blob:", "about:")


@dataclass
class Watched:
    """A page and what it did that a person would not see."""

    page: Page
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def foreign(self, *allowed: str) -> list[str]:
        """Requests to anywhere but local files and the URL prefixes in `allowed`."""
        return [url for url in self.requests if not url.startswith((*OFFLINE_SCHEMES, *allowed))]


OpenPage = Callable[..., Watched]
