"""Datasette hooks: marked sentences, links, labels, the style sheet, the start page's figures."""

import json
from collections.abc import Awaitable, Callable, Mapping
from html import escape
from typing import Any
from urllib.parse import parse_qsl, urlencode

from markupsafe import Markup
from pluggy import HookimplMarker

from ahcextract.serving import DATABASE, FACETS, STANCES
from ahcextract.serving.marking import marked

hookimpl = HookimplMarker("datasette")

_LINKED = {
    "actor": "actors",
    "target": "provisions",
    "issue": "issues",
    "sentence": "sentences",
    "proposal_by": "actors",
    "spoken_by": "actors",
}
_STANCE_COLUMNS = {"stance", "before", "after"}
_RECORD_COLUMNS = {"record", "earlier_record"}


@hookimpl
def extra_css_urls() -> list[str]:
    """The site's own style sheet."""
    return ["/assets/ahcextract.css"]


@hookimpl
def prepare_jinja2_environment(env: Any) -> None:
    """Filters: `ahc_row` and `ahc_actor`, addresses of pages; `ahc_target`, a target's name."""
    from ahcextract.export.targets import target_name

    env.filters["ahc_row"] = lambda key: f"/{DATABASE}/positions/{tilde_encode(str(key))}"
    env.filters["ahc_actor"] = lambda key: f"/{DATABASE}/actors/{tilde_encode(str(key))}"
    env.filters["ahc_target"] = lambda target: target_name(str(target)).label


@hookimpl
def menu_links() -> list[dict[str, str]]:
    """Ways to the tables and questions, from every page."""
    from ahcextract.serving.queries import QUERIES

    links = [{"href": f"/{DATABASE}/positions", "label": "All positions"}]
    for name, query in QUERIES.items():
        links.append({"href": f"/{DATABASE}/{name}", "label": query["title"]})
    return links


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None) -> Markup | None:
    """HTML for a cell; everything from a bulletin is escaped."""
    if value is None or value == "":
        return None
    if column == "evidence":
        return Markup(_sentence(row, str(value)))
    if column in _STANCE_COLUMNS and set(str(value).split(",")) <= set(STANCES):
        return Markup(" ".join(map(_badge, str(value).split(","))))
    if column in _RECORD_COLUMNS:
        return Markup(f'<a href="/{DATABASE}/positions/{tilde_encode(str(value))}">evidence</a>')
    if column == "confidence" and isinstance(value, float):
        return Markup(f"{value:.2f}")
    if column == "topics" and table == "positions":
        return _topics(str(value))
    if table in {"positions", "sentences"} and column in _LINKED:
        return _link(column, value)
    return None


def _badge(stance: str) -> str:
    sign = STANCES[stance]
    return f'<span class="stance {stance}"><span aria-hidden="true">{sign}</span> {stance}</span>'


def tilde_encode(text: str) -> str:
    """A key as Datasette writes it in a path."""
    from datasette.utils import tilde_encode as encode  # type: ignore[import-untyped]

    return str(encode(text))


def _sentence(row: Any, sentence: str) -> str:
    names = set(row.keys())
    if "evidence_start" not in names or row["evidence_start"] is None:
        return marked(sentence, ())
    spans = [
        (row[f"{name}_start"], row[f"{name}_end"], name)
        for name in ("actor", "cue", "target")
        if f"{name}_start" in names and f"{name}_end" in names
    ]
    return marked(sentence, spans, start=row["evidence_start"])


def _topics(value: str) -> Markup | None:
    try:
        topics = json.loads(value)
    except ValueError:
        return None
    return Markup(escape(", ".join(map(str, topics)))) or Markup("&nbsp;")


def _link(column: str, value: Any) -> Markup:
    label = value
    if isinstance(value, dict):
        value, label = value["value"], value["label"]
    href = f"/{DATABASE}/{_LINKED[column]}/{tilde_encode(str(value))}"
    if column == "sentence":
        label = "this sentence"
    return Markup(f'<a href="{href}">{escape(str(label))}</a>')


@hookimpl
def extra_template_vars(datasette: Any, view_name: str) -> Callable[[], Awaitable[Any]] | None:
    """What the start page tells: how much of what there is, and what can be asked for."""
    if view_name != "index":
        return None

    async def figures() -> Mapping[str, Any]:
        from ahcextract.serving.queries import QUERIES

        database = datasette.get_database(DATABASE)

        async def rows(sql: str) -> list[dict[str, Any]]:
            return [dict(row) for row in (await database.execute(sql)).rows]

        return {
            "ahc_actors": await rows("select id, name, positions from actors order by name"),
            "ahc_provisions": await rows(
                "select id, label, positions from provisions order by position"
            ),
            "ahc_documents": await rows(
                "select i.document, count(distinct i.id) as issues, min(i.date) as first,"
                " max(i.date) as last, count(p.id) as positions"
                " from issues i left join positions p on p.issue = i.id"
                " group by i.document order by first, i.document"
            ),
            "ahc_stances": await rows(
                "select stance, count(*) as positions from positions"
                " group by stance order by positions desc"
            ),
            "ahc_queries": QUERIES,
            "ahc_symbols": STANCES,
        }

    return figures


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    """Drop a facet from the address that the page shows anyway: it would come twice."""
    standing = {facet for facet in FACETS if isinstance(facet, str)}
    arrays = {facet["array"] for facet in FACETS if isinstance(facet, dict)}
    path = f"/{DATABASE}/positions"

    def wrap(app: Any) -> Any:
        async def without_doubles(scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] == "http" and scope["path"].split(".")[0] == path:
                query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
                kept = [
                    (name, value)
                    for name, value in query
                    if not (
                        (name == "_facet" and value in standing)
                        or (name == "_facet_array" and value in arrays)
                    )
                ]
                if kept != query:
                    scope = {**scope, "query_string": urlencode(kept).encode("latin-1")}
            await app(scope, receive, send)

        return without_doubles

    return wrap
