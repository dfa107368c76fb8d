"""The plots, as Altair charts over data given or named: the page fills in named data itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ahcextract.report.rows import stance_title
from ahcextract.report.vocabulary import AGREE, DISAGREE, STANCES

if TYPE_CHECKING:
    import altair as alt

INK, PAPER, FAINT, MIDDLE = "#1d2129", "#fffffe", "#d5d7dc", "#eff0f2"
"""Colours of text, page and lines, which the page swaps for its own in the dark."""

BLOC_COLOURS = ("#3b4cc0", "#8a7a00", "#a3447f", "#2f8f83", "#7a4b1e", "#7a7a86")
BLOC_SHAPES = ("circle", "square", "diamond", "triangle-up", "cross", "triangle-right")

_FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', sans-serif"


def finish(chart: Any) -> Any:
    """The chart with the house's fonts, colours and lines."""
    return (
        chart.configure(font=_FONT, background="transparent", padding=4, aria=False)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=INK,
            titleColor=INK,
            domainColor=FAINT,
            tickColor=FAINT,
            gridColor=FAINT,
            gridOpacity=0.6,
            labelFontSize=12,
            titleFontSize=12,
            titleFontWeight="normal",
            labelLimit=190,
        )
        .configure_header(labelColor=INK, labelFontSize=12, titleColor=INK)
        .configure_legend(
            labelColor=INK, titleColor=INK, labelFontSize=12, labelLimit=300, symbolSize=110
        )
    )


def _stance_scale(channel: str) -> alt.Scale:
    import altair as alt

    values = [look.light if channel == "colour" else look.shape for look in STANCES]
    return alt.Scale(domain=[stance_title(look.id) for look in STANCES], range=values)


def timeline(data: Any, issues: Sequence[str], width: int = 720) -> Any:
    """Positions by issue, a row of bars for each stance, so that no colour is needed to read it.

    Args:
        data: rows of `issue`, `stance`, `n`.
        issues: labels of all issues in order.
        width: of the bars' frame, in pixels.
    """
    import altair as alt

    names = [stance_title(look.id) for look in STANCES]
    bars = (
        alt.Chart()
        .mark_bar()
        .encode(
            x=alt.X(
                "issue:O",
                title=None,
                scale=alt.Scale(domain=list(issues), paddingInner=0.25),
                axis=alt.Axis(
                    labelAngle=0 if len(issues) <= 8 else -90,
                    labelOverlap=True,
                    labelLimit=130,
                    ticks=False,
                ),
            ),
            y=alt.Y(
                "n:Q",
                title=None,
                axis=alt.Axis(
                    tickCount=2,
                    labelExpr="datum.value % 1 ? '' : format(datum.value, ',')",
                    domain=False,
                ),
            ),
            color=alt.Color("stance:N", scale=_stance_scale("colour"), legend=None),
            tooltip=[
                alt.Tooltip("issue:O", title="issue"),
                alt.Tooltip("stance:N"),
                alt.Tooltip("n:Q", title="positions"),
            ],
        )
        .properties(width=width, height=52)
    )
    return bars.facet(
        data=data,
        row=alt.Row(
            "stance:N",
            sort=names,
            title=None,
            header=alt.Header(
                labelAngle=0, labelAlign="left", labelAnchor="middle", labelPadding=6
            ),
        ),
        spacing=8,
    )


def contested(data: Any, width: int = 560) -> Any:
    """Actors for and against the most contested targets, on either side of 0.

    Args:
        data: rows of `rows.contested_rows`.
        width: in pixels.
    """
    import altair as alt

    base = alt.Chart(data).encode(
        y=alt.Y("target:N", sort=alt.SortField("rank"), title=None, axis=alt.Axis(ticks=False))
    )
    axis = alt.Axis(labelExpr="datum.value % 1 ? '' : abs(datum.value)", tickMinStep=1, tickCount=6)
    bars = base.mark_bar(height={"band": 0.78}).encode(
        x=alt.X("x0:Q", title="◄ actors against · actors for ►", axis=axis),
        x2="x1:Q",
        color=alt.Color(
            "stance:N",
            scale=_stance_scale("colour"),
            legend=None,
        ),
        tooltip=[
            alt.Tooltip("target:N", title="provision"),
            alt.Tooltip("stance:N"),
            alt.Tooltip("n:Q", title="actors"),
        ],
    )
    symbols = base.mark_text(color=PAPER, fontSize=10).encode(
        x="middle:Q", text="symbol:N", tooltip=alt.value(None)
    )
    zero = alt.Chart(alt.InlineData(values=[{}])).mark_rule(color=INK).encode(x=alt.datum(0))
    return alt.layer(bars, symbols, zero).properties(width=width, height=alt.Step(22))


def network(nodes: Any, edges: Any, blocs: int, width: int = 760, height: int = 560) -> Any:
    """Actors as points, agreement as whole lines, disagreement as broken ones.

    Args:
        nodes: rows of `id`, `name`, `bloc`, `x`, `y`.
        blocs: how many there are; the sixth and later look like none.
        edges: rows of `x`, `y`, `x2`, `y2`, `kind`, `size`, `shared`, `pair`.
        width: in pixels.
        height: in pixels.
    """
    import altair as alt

    kinds = ["agreement", "disagreement"]
    none = alt.Axis(labels=False, ticks=False, grid=False, domain=False, title=None)
    inside = alt.Scale(domain=[-0.04, 1.04], nice=False)
    lines = (
        alt.Chart(edges)
        .mark_rule()
        .encode(
            x=alt.X("x:Q", axis=none, scale=inside),
            y=alt.Y("y:Q", axis=none, scale=inside),
            x2="x2:Q",
            y2="y2:Q",
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(domain=kinds, range=[AGREE[0], DISAGREE[0]]),
                legend=alt.Legend(
                    title=None,
                    orient="top",
                    symbolType="stroke",
                    labelExpr="datum.label + (datum.index ? ' (broken line)' : ' (whole line)')",
                ),
            ),
            strokeDash=alt.StrokeDash(
                "kind:N", scale=alt.Scale(domain=kinds, range=[[1, 0], [5, 4]]), legend=None
            ),
            opacity=alt.Opacity(
                "size:Q", scale=alt.Scale(domain=[0, 1], range=[0.05, 0.55]), legend=None
            ),
            strokeWidth=alt.StrokeWidth(
                "shared:Q", scale=alt.Scale(range=[0.6, 3.2], zero=True), legend=None
            ),
            tooltip=[
                alt.Tooltip("pair:N", title="actors"),
                alt.Tooltip("kind:N", title="kind"),
                alt.Tooltip("size:Q", title="strength", format=".2f"),
                alt.Tooltip("shared:Q", title="shared"),
            ],
        )
    )
    letters = [*["A", "B", "C", "D", "E"][:blocs], "other"]
    looks = list(zip(BLOC_COLOURS, BLOC_SHAPES, strict=True))
    looks = [*looks[: len(letters) - 1], looks[-1]]
    base = alt.Chart(nodes).encode(x="x:Q", y="y:Q")
    points = base.mark_point(filled=True, size=130, opacity=1, stroke=PAPER, strokeWidth=1).encode(
        color=alt.Color(
            "bloc:N",
            scale=alt.Scale(domain=letters, range=[look[0] for look in looks]),
            legend=alt.Legend(title="bloc", orient="bottom"),
        ),
        shape=alt.Shape(
            "bloc:N", scale=alt.Scale(domain=letters, range=[look[1] for look in looks])
        ),
        tooltip=[alt.Tooltip("name:N", title="actor"), alt.Tooltip("bloc:N")],
    )
    halo = base.mark_text(dy=-11, fontSize=11, fontWeight=600, stroke=PAPER, strokeWidth=3).encode(
        text="id:N"
    )
    names = base.mark_text(dy=-11, fontSize=11, fontWeight=600, color=INK).encode(text="id:N")
    return (
        alt.layer(lines, points, halo, names)
        .resolve_scale(color="independent", shape="independent")
        .properties(width=width, height=height)
    )


def agreement_matrix(data: Any, step: int = 17) -> Any:
    """How far each pair agrees: colour, and a sign in the cell.

    Args:
        data: rows of `rows.agreement_rows`.
        step: size of a cell in pixels.
    """
    import altair as alt

    base = alt.Chart(data).encode(
        x=alt.X(
            "a:N",
            sort=alt.EncodingSortField("ar", op="min"),
            title=None,
            axis=alt.Axis(orient="top", labelAngle=-90, ticks=False, domain=False),
        ),
        y=alt.Y(
            "b:N",
            sort=alt.EncodingSortField("br", op="min"),
            title=None,
            axis=alt.Axis(ticks=False, domain=False),
        ),
        tooltip=[
            alt.Tooltip("a:N", title="actor"),
            alt.Tooltip("b:N", title="and"),
            alt.Tooltip("value:Q", title="agreement", format="+.2f"),
            alt.Tooltip("shared:Q", title="shared"),
        ],
    )
    cells = base.mark_rect(stroke=PAPER, strokeWidth=1).encode(
        color=alt.Color(
            "value:Q",
            scale=alt.Scale(
                domain=[-1, 0, 1], range=[DISAGREE[0], MIDDLE, AGREE[0]], interpolate="rgb"
            ),
            legend=alt.Legend(
                title="disagree − … + agree", orient="bottom", gradientLength=180, tickCount=5
            ),
        )
    )
    signs = base.mark_text(fontSize=11, fontWeight=600, baseline="middle").encode(
        text="sign:N",
        color=alt.condition("abs(datum.value) > 0.55", alt.value(PAPER), alt.value(INK)),
    )
    return alt.layer(cells, signs).properties(width=alt.Step(step), height=alt.Step(step))


def positions_matrix(data: Any, step: int = 22) -> Any:
    """Actors by targets, one symbol a stance, several side by side; for `--figures`.

    Args:
        data: rows of `rows.matrix_rows`.
        step: width of a column in pixels.
    """
    import altair as alt

    words = alt.Legend(title="stance", labelExpr="slice(datum.label, 2)")
    return (
        alt.Chart(data)
        .mark_point(filled=True, size=34, opacity=1)
        .encode(
            x=alt.X(
                "target:N",
                sort=alt.EncodingSortField("tr", op="min"),
                title=None,
                axis=alt.Axis(
                    orient="top", labelAngle=-90, grid=True, ticks=False, tickBand="extent"
                ),
            ),
            y=alt.Y(
                "actor:N",
                sort=alt.EncodingSortField("ar", op="min"),
                title=None,
                axis=alt.Axis(grid=True, ticks=False, tickBand="extent"),
            ),
            xOffset=alt.XOffset(
                "stance:N",
                sort=[stance_title(look.id) for look in STANCES],
                scale=alt.Scale(domain=[stance_title(look.id) for look in STANCES]),
            ),
            color=alt.Color("stance:N", scale=_stance_scale("colour"), legend=words),
            shape=alt.Shape("stance:N", scale=_stance_scale("shape"), legend=words),
        )
        .properties(width=alt.Step(step, **{"for": "position"}), height=alt.Step(16))
    )
