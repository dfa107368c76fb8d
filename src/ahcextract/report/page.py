"""The page: one HTML file with its data, its script and its drawing library inside."""

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ahcextract.report import plots, summary
from ahcextract.report.analysis import Analysis
from ahcextract.report.display import visible
from ahcextract.report.payload import payload, script_json
from ahcextract.report.vocabulary import AGREE, DISAGREE, STANCES

_SCRIPTS = (
    "data",
    "dom",
    "filters",
    "evidence",
    "charts",
    "matrix",
    "agreement",
    "sides",
    "moved",
    "table",
    "download",
    "main",
)

# Colours of the plots on a light page, and what stands for them on a dark one.
_DARK = {
    **{look.light: look.dark for look in STANCES},
    AGREE[0]: AGREE[1],
    DISAGREE[0]: DISAGREE[1],
    plots.INK: "#e8e9ed",
    plots.PAPER: "#17191e",
    plots.FAINT: "#3c4049",
    plots.MIDDLE: "#2a2d35",
    **dict(
        zip(
            plots.BLOC_COLOURS,
            ("#8d9bff", "#d6c445", "#e58cc4", "#6fd3c4", "#d99a62", "#a9a9b4"),
            strict=True,
        )
    ),
}


def report_page(
    analysis: Analysis,
    *,
    title: str = "Who stands where",
    texts: Mapping[str, str] | None = None,
) -> str:
    """The whole page as a string of HTML.

    It asks no host for anything and forbids itself to (Content-Security-Policy); only its own two
    scripts, named there by their hashes, can run, so that markup in a bulletin stays text.

    Args:
        analysis: from `analyse`.
        title: heading of the page.
        texts: full texts of documents by name, to show sentences in their context.
    """
    import jinja2

    library, script = _drawing_library(), _script()
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_asset),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    return environment.get_template("page.html.j2").render(
        title=visible(title),
        policy=_policy(library, script),
        style=_asset("style.css"),
        library=library,
        script=script,
        data=script_json(payload(analysis, texts)),
        specs=script_json(_specs(analysis)),
        lead=summary.lead(analysis),
        facts=summary.facts(analysis),
        stances=STANCES,
        empty=not analysis.positions,
        minimum=analysis.minimum,
        version=_version(),
    )


def _asset(name: str) -> str:
    return (files("ahcextract.report") / "assets" / name).read_text(encoding="utf-8")


def _version() -> str:
    from importlib.metadata import version

    return version("ahcextract")


def _specs(analysis: Analysis) -> dict[str, Any]:
    import altair as alt

    charts = {
        "timeline": plots.timeline(alt.NamedData("timeline"), analysis.labels),
        "contested": plots.contested(alt.NamedData("contested")),
        "network": plots.network(
            alt.NamedData("nodes"), alt.NamedData("edges"), len(analysis.blocs)
        ),
        "agreement": plots.agreement_matrix(alt.NamedData("agreement")),
    }
    return {
        "dark": _DARK,
        "charts": {name: plots.finish(chart).to_dict() for name, chart in charts.items()},
    }


@cache
def _drawing_library() -> str:
    """Vega, Vega-Lite and Vega-Embed in one script."""
    import vl_convert

    bundle: str = vl_convert.javascript_bundle()  # type: ignore[call-arg]
    return _closed(bundle)


def _script() -> str:
    parts = "\n".join(_asset(f"js/{name}.js") for name in _SCRIPTS)
    return _closed(f'(() => {{\n"use strict";\n{parts}\n}})();\n')


def _closed(script: str) -> str:
    # Inside a script element nothing but its end tag and "<!--" means anything to the parser.
    return re.sub(r"<(?=/script|!--)", r"\\x3c", script, flags=re.IGNORECASE)


def _policy(*scripts: str) -> str:
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'"
        for s in scripts
    )
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
