"""The page as a file: whole, small, inert and always the same."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import synthetic
from ahcextract.report import analyse, report_page
from ahcextract.report.figures import figures, write_figures
from ahcextract.report.payload import column, payload, script_json


class Page(HTMLParser):
    """The elements of a page, and the text of its scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self._script: dict[str, str | None] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._script = dict(attrs) if tag == "script" else None
        if tag == "script":
            self.scripts.append((dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self.scripts[-1] = (self.scripts[-1][0], self.scripts[-1][1] + data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._script = None


@pytest.fixture(scope="module")
def hostile() -> str:
    made = synthetic.make(300, actors=25, provisions=15, hostile=True)
    return report_page(analyse(made.positions), title="<b>Hostile</b> \u202e", texts=made.texts)


def test_no_address_of_another_host_is_in_an_attribute(hostile: str) -> None:
    page = Page(hostile)
    links = [
        value
        for _, attributes in page.tags
        for name, value in attributes.items()
        if name in {"href", "src", "action", "srcset", "data", "poster"}
    ]
    assert links
    assert [value for value in links if not (value or "").startswith("#")] == []
    assert [tag for tag, _ in page.tags if tag in {"link", "img", "iframe", "object", "base"}] == []


def test_only_the_two_scripts_named_in_the_policy_can_run(hostile: str) -> None:
    page = Page(hostile)
    running = [text for attributes, text in page.scripts if "type" not in attributes]
    kinds = [attributes.get("type") for attributes, _ in page.scripts]
    assert kinds == ["application/json", "application/json", None, None]
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in running
    )
    policy = [a["content"] for tag, a in page.tags if a.get("http-equiv")]
    assert policy == [
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    ]


def test_hostile_text_adds_no_element(hostile: str) -> None:
    calm_made = synthetic.make(300, actors=25, provisions=15)
    calm = report_page(analyse(calm_made.positions), texts=calm_made.texts)

    def tags(html: str) -> list[str]:
        return [tag for tag, _ in Page(html).tags]

    assert tags(hostile) == tags(calm)
    assert "<title>&lt;b&gt;Hostile&lt;/b&gt; �</title>" in hostile
    assert not re.search("[\u2028\u2029\u202e\x00-\x08\x0b\x0c\x0e-\x1f]", hostile)


def test_script_json_leaves_nothing_to_the_html_parser() -> None:
    value = {"a": "</script><!-- & \u2028\u2029\x00\x7f", "b": [1, None, True, "é𝔘"]}
    text = script_json(value)
    assert not re.search("[<>&\u2028\u2029\x00\x7f]", text)
    assert json.loads(text) == value


def test_columns_shrink_where_one_value_rules() -> None:
    assert column([1, 2, 3]) == [1, 2, 3]
    assert column([None, None, 5, None]) == {"d": None, "i": [2], "v": [5]}
    assert column([]) == []


def test_a_hundred_issues_fit_in_three_megabytes() -> None:
    made = synthetic.make(10_000, issues=100, provisions=80)
    assert len(report_page(analyse(made.positions)).encode()) < 3_000_000


def test_same_records_in_any_order_make_the_same_page() -> None:
    records = synthetic.make(300).positions
    assert report_page(analyse(records)) == report_page(analyse(records[::-1]))


def test_marks_hold_only_what_two_share() -> None:
    made = synthetic.make(200, actors=12, provisions=8)
    found = payload(analyse(made.positions))["marks"]
    items: list[int] = found["item"]
    actors: list[int] = found["actor"]
    by_item: dict[int, set[int]] = {}
    for item, actor in zip(items, actors, strict=True):
        by_item.setdefault(item, set()).add(actor)
    assert by_item
    assert min(len(sharing) for sharing in by_item.values()) >= 2


@pytest.mark.parametrize("count", [0, 1])
def test_almost_nothing_makes_a_page_too(count: int, tmp_path: Path) -> None:
    found = analyse(synthetic.make(count, issues=1).positions)
    page = report_page(found)
    said = "holds no positions" if count == 0 else "<strong>1 position</strong> taken by"
    assert said in page
    assert [path.name for path in write_figures(found, tmp_path)] == (
        []
        if count == 0
        else [
            "contested.png",
            "contested.svg",
            "positions.png",
            "positions.svg",
            "timeline.png",
            "timeline.svg",
        ]
    )


def test_figures_are_svg_and_png(tmp_path: Path) -> None:
    found = analyse(synthetic.make(200, actors=12, provisions=8, hostile=True).positions)
    names = ["agreement", "contested", "network", "positions", "timeline"]
    assert sorted(figures(found)) == names
    written = write_figures(found, tmp_path / "new" / "folder")
    assert [path.name for path in written] == [f"{n}.{e}" for n in names for e in ("png", "svg")]
    assert sorted(path.name for path in (tmp_path / "new" / "folder").iterdir()) == [
        path.name for path in written
    ]
    for path in written:
        data = path.read_bytes()
        if path.suffix == ".png":
            assert data.startswith(b"\x89PNG\r\n")
        else:
            _check_svg(data)


def _check_svg(data: bytes) -> None:
    from xml.etree import ElementTree

    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(data).iter()}
    assert "path" in tags
    assert tags <= {
        *("svg", "g", "path", "text", "line", "rect", "defs", "clipPath", "title"),
        *("linearGradient", "stop", "tspan"),
    }


def test_plots_ask_for_no_data_from_elsewhere() -> None:
    page = report_page(analyse(synthetic.make(100).positions))
    specs = next(text for attributes, text in Page(page).scripts if attributes.get("id") == "specs")

    def urls(node: Any) -> list[Any]:
        if isinstance(node, dict):
            own = [node["url"]] if "url" in node else []
            return own + [url for value in node.values() for url in urls(value)]
        return [url for value in node for url in urls(value)] if isinstance(node, list) else []

    assert sorted(json.loads(specs)["charts"]) == ["agreement", "contested", "network", "timeline"]
    assert urls(json.loads(specs)) == []
