"""One indicator in many places: a ranked board of plan, result and next target on one axis, and how the targets spread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from mubiao.charts.dots import HOLLOW
from mubiao.charts.frames import on_scale, value_of
from mubiao.report.comparison import Comparison
from mubiao.report.words import Bilingual, figured, place_name

STEP, HEAP = 3.6, 25.0  # pixels between dots of a heap, and of the whole heap
WORDINGS = ("approx", "at_least", "range", "at_most", "plain")  # how a target is worded


@dataclass(frozen=True)
class Marks:
    """Where a row's figures stand, in percent of the axis; the bar goes from zero to the result."""

    bar_from: float
    bar_to: float | None
    plan: float | None
    plan_to: float | None
    next: float | None
    next_to: float | None
    hollow: bool


@dataclass(frozen=True)
class Placed:
    """One place on a board."""

    code: str
    place: str
    line: Comparison
    marks: Marks
    wording: str
    plan: float | None

    @property
    def named(self) -> Bilingual:
        """The place in two languages."""
        return place_name(self.code, self.place)


@dataclass(frozen=True)
class Board:
    """One indicator in all places that speak of it, the highest plan first."""

    indicator_id: str
    name: Bilingual
    short: Bilingual  # without its measure
    entries: tuple[Placed, ...]

    def count(self, verdict: str) -> int:
        """How many places have a verdict."""
        return sum(entry.line.verdict == verdict for entry in self.entries if entry.line.figures["plan"].text)

    @property
    def plans(self) -> int:
        """How many places have a target of the year; others only one of the year after."""
        return sum(bool(entry.line.figures["plan"].text) for entry in self.entries)

    @property
    def judged(self) -> int:
        """How many places can be checked."""
        return sum(entry.line.is_judged for entry in self.entries)


@dataclass(frozen=True)
class Spread:
    """How the targets of an indicator spread over places and wordings."""

    name: Bilingual
    places: int
    low: Bilingual
    middle: Bilingual
    high: Bilingual
    dots: tuple[tuple[float, int], ...]  # where, and the how manyth there
    wordings: Mapping[str, int]

    @property
    def step(self) -> float:
        """Pixels from one dot to the next above it: the highest heap fills the drawing."""
        return round(min(STEP, HEAP / max(1, *(up for _, up in self.dots))), 2)


def board(indicator_id: str, rows: Sequence[tuple[Mapping[str, Any], Comparison]]) -> Board:
    """The board of an indicator, called as its first row is.

    Args:
        rows: of ``plan_result_next``, one for each place, with their lines.
    """
    figures = [{side: value_of(row, f"{side}_figure") for side in ("plan", "result", "next")} for row, _ in rows]
    highs = [high for row, _ in rows for side in ("plan", "next") if (high := value_of(row, f"{side}_figure_high")) is not None]
    values = [value for told in figures for value in told.values() if value is not None]
    low, high = min([0.0, *values]), max([0.0, *values, *highs])
    axis = _Axis(low, high if high > low else low + 1)
    entries = [
        Placed(str(row["jurisdiction_code"]), str(row["jurisdiction"]), line, _marks(row, told, axis), wording(row), told["plan"])
        for (row, line), told in zip(rows, figures, strict=True)
    ]
    ranked = sorted(entries, key=lambda entry: (entry.plan is None, -(entry.plan or 0), -(entry.marks.bar_to or 0), entry.code))
    first = rows[0][1]
    return Board(indicator_id, first.name, first.short, tuple(ranked))


def spread(held: Board, unit: str) -> Spread:
    """How the targets of a board spread.

    Args:
        unit: in which they are told.
    """
    one = on_scale(1, unit)
    planned = sorted(entry.plan for entry in held.entries if entry.plan is not None)
    low, high = planned[0], planned[-1]
    seen: dict[float, int] = {}
    dots = []
    for value in planned:
        at = round(4 + 92 * ((value - low) / (high - low) if high > low else 0.5), 1)
        dots.append((at, seen.get(at, 0)))
        seen[at] = seen.get(at, 0) + 1
    worded = {kind: sum(entry.wording == kind for entry in held.entries if entry.plan is not None) for kind in WORDINGS}
    least, middle, most = (figured(round(value / one, 4), unit) for value in (low, median(planned), high))
    return Spread(held.name, len(planned), least, middle, most, tuple(dots), worded)


def wording(row: Mapping[str, Any]) -> str:
    """How a plan is worded.

    >>> wording({"plan_value_high": 5.5, "plan_comparator": "eq"}), wording({"plan_comparator": "approx"}), wording({"plan_comparator": "gt"})
    ('range', 'approx', 'at_least')
    """
    if value_of(row, "plan_value_high") is not None:
        return "range"
    kinds = {"approx": "approx", "ge": "at_least", "gt": "at_least", "le": "at_most", "lt": "at_most"}
    return kinds.get(str(value_of(row, "plan_comparator")), "plain")


@dataclass(frozen=True)
class _Axis:
    low: float
    high: float

    def at(self, value: float) -> float:
        """Where a value stands: 2 to 98 percent of the track."""
        return round(2 + 96 * (value - self.low) / (self.high - self.low), 2)


def _marks(row: Mapping[str, Any], told: Mapping[str, float | None], axis: _Axis) -> Marks:
    at = {side: None if value is None else axis.at(value) for side, value in told.items()}
    zero, ends = axis.at(0.0), {side: value_of(row, f"{side}_figure_high") for side in ("plan", "next")}
    to = {side: None if value is None else axis.at(value) for side, value in ends.items()}
    return Marks(
        bar_from=zero,
        bar_to=at["result"],
        plan=at["plan"],
        plan_to=to["plan"],
        next=at["next"],
        next_to=to["next"],
        hollow=value_of(row, "result_status") in HOLLOW,
    )
