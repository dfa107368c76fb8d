"""The plots as files for a paper: SVG and PNG, drawn without a browser (vl-convert)."""

import json
from pathlib import Path
from typing import Any

from ahcextract.report import plots, rows
from ahcextract.report.analysis import Analysis
from ahcextract.whole import whole_file


def figures(analysis: Analysis) -> dict[str, dict[str, Any]]:
    """Vega-Lite specifications by name; plots with nothing to show are left out."""
    import altair as alt

    nodes, edges = rows.network_rows(analysis)
    contested, agreement = rows.contested_rows(analysis), rows.agreement_rows(analysis)
    charts: dict[str, Any] = {}
    if analysis.positions:
        charts["positions"] = plots.positions_matrix(
            alt.InlineData(values=rows.matrix_rows(analysis))
        )
        charts["timeline"] = plots.timeline(
            alt.InlineData(values=rows.timeline_rows(analysis)), analysis.labels
        )
    if contested:
        charts["contested"] = plots.contested(alt.InlineData(values=contested))
    if nodes:
        charts["network"] = plots.network(
            alt.InlineData(values=nodes), alt.InlineData(values=edges), len(analysis.blocs)
        )
    if agreement:
        charts["agreement"] = plots.agreement_matrix(alt.InlineData(values=agreement))
    return {name: _opaque(plots.finish(chart).to_dict()) for name, chart in charts.items()}


def _opaque(spec: dict[str, Any]) -> dict[str, Any]:
    spec["config"]["background"] = "white"
    # The plain fonts that the drawing library finds have the one diamond, not the other.
    changed: dict[str, Any] = json.loads(json.dumps(spec).replace("\\u25c6", "\\u2666"))
    return changed


def write_figures(analysis: Analysis, folder: Path) -> list[Path]:
    """Write every plot as `<name>.svg` and `<name>.png` (twice the size in pixels).

    Args:
        analysis: from `analyse`.
        folder: made where it is missing.

    Returns:
        The files written, sorted.

    Raises:
        InputError: the folder cannot be made or written to.
    """
    import vl_convert

    written: list[Path] = []
    for name, spec in figures(analysis).items():
        svg = vl_convert.vegalite_to_svg(spec).encode("utf-8")
        png = vl_convert.vegalite_to_png(spec, scale=2)
        for path, data in ((folder / f"{name}.svg", svg), (folder / f"{name}.png", png)):
            with whole_file(path) as temporary:
                temporary.write_bytes(data)
            written.append(path)
    return sorted(written)
