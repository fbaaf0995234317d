"""How all charts look: fonts, colours, shapes; given to each chart, never registered for others."""

from __future__ import annotations

from typing import TypeVar

import altair as alt

FONT = "Noto Sans SC"
FONTS = f"'{FONT}', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
INK, QUIET, LINE, FAINT = "#22262b", "#5f6872", "#c9ced4", "#eceef0"
BAR = "#8b9aa8"

# Told apart by people who see no red or green, and, by shape, in grey. One colour has one meaning: blue is met, vermilion missed.
SIDE_COLOURS = {"plan": "#7c858e", "result": "#22262b", "next": "#7a4fa0"}
SIDE_SHAPES = {"plan": "diamond", "result": "circle", "next": "triangle-up"}
SIDE_GLYPHS = {"plan": "◆", "result": "●", "next": "▲"}
VERDICT_COLOURS = {"met": "#0b5fa5", "near": "#7fb2dc", "missed": "#c4561a", "not_comparable": "#9aa1a9", "unknown": "#dde0e4"}
VERDICT_TEXTS = {**VERDICT_COLOURS, "near": "#3d7fb5", "not_comparable": QUIET}  # darker where the fill of a bar is too light for text
CHANGE_COLOURS = {"raised": "#22262b", "lowered": "#22262b", "kept": "#7c858e"}  # whether that is harder is said in words
UPRIGHT = "M-0.12,-1L0.12,-1L0.12,1L-0.12,1Z"  # a stroke that can be filled; the shape stroke of Vega cannot
CHANGE_SHAPES = {"raised": "triangle-up", "lowered": "triangle-down", "kept": "circle"}
HARDNESS_COLOURS = {"hard": "#4a545e", "ceiling": "#9aa3ab", "soft": "#e0a458"}

Drawn = TypeVar("Drawn", alt.Chart, alt.LayerChart, alt.VConcatChart)


def themed(chart: Drawn, description: str) -> Drawn:
    """The chart, now in the look of this project.

    Args:
        chart: without a configuration of its own.
        description: what it shows, for people who hear it instead.
    """
    text = {
        "labelFont": FONTS,
        "titleFont": FONTS,
        "labelColor": INK,
        "titleColor": QUIET,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
    }
    chart.description, chart.background, chart.padding = description, "white", 8  # set, as each call that gives a chart copies all layers
    chart.config = alt.Config(
        font=FONTS,
        axis={**text, "gridColor": FAINT, "domainColor": LINE, "tickColor": LINE, "labelLimit": 260, "titlePadding": 8},
        legend={**text, "orient": "top", "symbolStrokeWidth": 0, "titleOrient": "left", "titlePadding": 12, "labelLimit": 260},
        title={"font": FONTS, "color": INK, "fontSize": 14, "fontWeight": "normal", "anchor": "start", "frame": "group", "subtitleFont": FONTS,
               "subtitleColor": QUIET, "subtitleFontSize": 12, "subtitlePadding": 5, "offset": 12},
        text={"font": FONTS, "fontSize": 12, "color": INK},
        view={"stroke": None},
        concat={"spacing": 28},
    )  # fmt: skip
    return chart


def across(pixels: float) -> alt.XValue:
    """A place so far from the left edge of a plot. Altair takes a plain value as well, but looks for its class among all that there are."""
    return alt.XValue(pixels)  # type: ignore[no-untyped-call]


def down(pixels: float) -> alt.YValue:
    """A place so far below its upper edge."""
    return alt.YValue(pixels)  # type: ignore[no-untyped-call]
