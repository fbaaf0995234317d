"""Panels of lines: what they hold, and where each line and each value stands."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import pandas as pd

from mubiao.charts.theme import QUIET

LETTERS = 16  # of a label that fit beside the plot; longer ones take a second line


@dataclass(frozen=True)
class Kind:
    """One kind of mark: value of the field ``kind``, colour and shape."""

    code: str
    colour: str
    shape: str


@dataclass(frozen=True)
class TextColumn:
    """A column of text beside the plot: field of the lines, head, colour of the head."""

    field: str
    head: str
    colour: str = QUIET


@dataclass(frozen=True)
class Panel:
    """What one panel shows.

    Attributes:
        code, axis: labels of its title and of its axis, in present/labels.toml.
        kinds: kinds of marks; where apart is set, those of one line stand one below the other, so that none hides another.
        columns: columns of text; the colour of a line's text stands in the field {field}_colour, if there is one.
        base: value at which an upright line stands (100 for percentages of something), None for none.
        limit: values beyond it are drawn at the edge.
        notes: labels of further notes below the title.
    """

    code: str
    axis: str
    kinds: tuple[Kind, ...]
    columns: tuple[TextColumn, ...]
    base: float | None
    limit: float
    apart: bool = True
    notes: tuple[str, ...] = ()


def placed_lines(lines: list[dict[str, Any]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Lines with their numbers, names of groups between them; and all marks with the number of their line."""
    placed: list[dict[str, Any]] = []
    marks: list[dict[str, Any]] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if line["group"] and (before is None or before["group"] != line["group"]):
            placed.append({"label": line["group"], "heading": True})
        marks += [
            {"value_high": None, "hollow": False, "unlike": False, "bound": "", "corrected": None, **mark, "line": len(placed)}
            for mark in line["marks"]
        ]
        placed.append({**{name: value for name, value in line.items() if name != "marks"}, "label": broken(line["label"]), "heading": False})
    numbered = pd.DataFrame([{"line": number, **line} for number, line in enumerate(placed)])
    return numbered, pd.DataFrame(marks).astype({"value": float, "value_high": float})


def broken(label: str) -> str:
    """A long label in two lines of about one length; neither a number nor an English word is torn apart."""
    widths = [0.55 if letter.isascii() else 1.0 for letter in label]
    if sum(widths) <= LETTERS:
        return label
    half = next(place for place in range(len(label)) if sum(widths[: place + 1]) >= min(LETTERS, sum(widths) / 2))
    while half > 0 and label[half - 1].isascii() and label[half].isascii() and label[half - 1] != " ":
        half -= 1
    return f"{label[:half].rstrip()}\n{label[half:]}" if half else label


def domain_of(marks: pd.DataFrame, panel: Panel) -> tuple[float, float]:
    """Ends of the axis: all values up to the limit, with the base and some room to either side."""
    values = pd.concat([marks["value"], marks["value_high"]]).dropna().clip(upper=panel.limit).tolist() + (
        [panel.base] if panel.base is not None else []
    )
    low, high = min(values), max(values)
    room = max(0.08 * (high - low), 0.04 * abs(high), 0.2)
    low = 0.0 if 0 <= low < 0.6 * high and panel.base != 0 else low - room
    return math.floor(low * 10) / 10, math.ceil((high + room) * 10) / 10
