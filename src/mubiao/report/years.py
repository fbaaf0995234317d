"""Indicators of a place through its years: small pictures where there are three or more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from mubiao.charts.frames import name_of, records, spoken, value_of
from mubiao.present.marks import full_width
from mubiao.report.words import Bilingual, read_out, say
from mubiao.warehouse import Warehouse

FEWEST = 3  # years that make a picture
MOST = 12  # pictures
TOP, BOTTOM, LEFT, RIGHT = 22.0, 62.0, 10.0, 86.0  # of the drawing: heights in pixels, sides in percent
NARROWEST = 215  # pixels of a drawing on paper
CORRECTED = "※"
NOTHING, STROKE = Bilingual("", ""), Bilingual("—", "—")
LATIN, HAN = 6.2, 11.0  # pixels of a letter of a label
SPARE = 3.0  # pixels beside a drawing that paper still shows
ROOM = 20.0  # pixels that a label takes over its mark
SERIES = """
    select
        indicator_id, indicator, measure, cumulative, activity, year, target, target_unit, result, result_unit, result_status,
        target_comparator, target_modifier, target_value_high, result_comparator, result_modifier, result_value_high,
        target_corrected, result_corrected, target_figure, target_figure_high, result_figure,
        count(distinct year) over (partition by indicator_id, measure, cumulative, activity) as years
    from series
    where jurisdiction_code = $code and indicator_id is not null and year <= $year + 1 and scope is null
      and (target is not null or result is not null)
    qualify years >= $fewest
    order by list_position($order, indicator_id) nulls last, indicator_id, measure desc, cumulative, activity, year
"""


@dataclass(frozen=True)
class Point:
    """One year: where its values stand, and what they are."""

    year: int
    x: float
    target: float | None
    result: float | None
    target_text: Bilingual
    result_text: Bilingual
    hollow: bool
    labelled: tuple[bool, bool] = (True, True)  # in Chinese and in English
    target_to: float | None = None  # the other end of a range

    @property
    def text(self) -> Bilingual:
        """The value beside the mark: the result where there is one."""
        return self.result_text if self.result is not None else self.target_text

    @property
    def told(self) -> dict[str, Bilingual]:
        """Target and result in words; a stroke where there is none."""
        return {"target": self.target_text if self.target_text.zh else STROKE, "result": self.result_text if self.result_text.zh else STROKE}

    @property
    def label(self) -> Bilingual:
        """The same where there is room for it."""
        return Bilingual(*(text if fits else "" for text, fits in zip(self.text, self.labelled, strict=True)))

    @property
    def anchor(self) -> Bilingual:
        """How it hangs on its mark: start, middle or end."""
        return Bilingual(*(_anchor(self.x, _width(text)) for text in self.text))

    @property
    def text_height(self) -> float:
        """Above the mark; below it where the stroke of a target lies close over it, which would seem to be what the label tells."""
        mark, *strokes = [height for height in (self.result, self.target_to, self.target) if height is not None]
        below = any(mark - ROOM < height < mark for height in strokes)
        return round(max([mark, *(height for height in strokes if height < mark + ROOM)]) + 17 if below else mark - 9, 1)


@dataclass(frozen=True)
class Years:
    """One indicator."""

    name: Bilingual
    points: tuple[Point, ...]

    @property
    def is_corrected(self) -> bool:
        """Whether a person corrected one of the values."""
        return any(CORRECTED in text.zh for point in self.points for text in (point.target_text, point.result_text))

    @property
    def told(self) -> Bilingual:
        """What the picture shows, to be read aloud."""
        return read_out(self.name, [say("year_told", year=point.year, **point.told) for point in self.points])

    @property
    def line(self) -> list[tuple[float, float, float, float]]:
        """Stretches between results of years that follow each other."""
        pairs = zip(self.points, self.points[1:], strict=False)
        return [
            (one.x, one.result, two.x, two.result)
            for one, two in pairs
            if one.result is not None and two.result is not None and two.year == one.year + 1
        ]


def years(warehouse: Warehouse, code: str, year: int, order: list[str], names: Mapping[str, str]) -> list[Years]:
    """Pictures of a place's indicators, those of ``order`` first; a few.

    Args:
        names: English name by ``indicator_id``.
    """
    held: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for row in records(warehouse.sql(SERIES, code=code, year=year, fewest=FEWEST, order=order).df()):
        held.setdefault((row["indicator_id"], row["measure"], row["cumulative"], value_of(row, "activity")), []).append(row)
    return [_years(rows, names) for rows in list(held.values())[:MOST]]


def _years(rows: list[dict[str, Any]], names: Mapping[str, str]) -> Years:
    figures = [(row, *(value_of(row, name) for name in ("target_figure", "target_figure_high", "result_figure"))) for row in rows]
    values = [value for _, *told in figures for value in told if value is not None]
    low, high = min(values), max(values)
    first, last = int(rows[0]["year"]), int(rows[-1]["year"])

    def height(value: float | None) -> float | None:
        return None if value is None else round(BOTTOM - (BOTTOM - TOP) * ((value - low) / (high - low) if high > low else 0.5), 1)

    points = tuple(
        Point(
            year=int(row["year"]),
            x=round(LEFT + (RIGHT - LEFT) * (int(row["year"]) - first) / max(1, last - first), 1),
            target=height(target),
            target_to=height(target_to),
            result=height(result),
            target_text=_figure_in_words(row, "target") if target is not None else NOTHING,
            result_text=_figure_in_words(row, "result") if result is not None else NOTHING,
            hollow=value_of(row, "result_status") == "estimate",
        )
        for row, target, target_to, result in figures
    )
    name = full_width(name_of(rows[0]))
    return Years(Bilingual(name, names.get(str(rows[0]["indicator_id"]), name)), apart(points))


def _figure_in_words(row: Mapping[str, Any], stage: str) -> Bilingual:
    """The number with its bound, and a mark where a person corrected it."""
    told = {name: value_of(row, f"{stage}_{name}") for name in ("value_high", "unit", "comparator", "modifier")} | {"value": row[stage]}
    mark = CORRECTED if value_of(row, f"{stage}_corrected") else ""
    return Bilingual(full_width(spoken(told)) + mark, spoken(told, "en") + mark)


def apart(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Label only points whose labels touch no other in the language, the last first, then from the first on; marks and years stay.

    >>> label = Bilingual("17146.6亿元", "1,714.66 billion yuan")
    >>> far, near = (Point(year, x, 40.0, None, label, NOTHING, False) for year, x in ((2021, 10.0), (2024, 76.7)))
    >>> last = Point(2025, 90.0, 40.0, None, Bilingual("18700亿元", "1,870 billion yuan"), NOTHING, False)
    >>> [point.labelled for point in apart((far, near, last))]
    [(True, False), (False, False), (True, True)]
    """
    fits = [_fitting(points, language) for language in (0, 1)]
    return tuple(replace(point, labelled=both) for point, both in zip(points, zip(*fits, strict=True), strict=True))


def _fitting(points: tuple[Point, ...], language: int) -> list[bool]:
    fits = [False] * len(points)
    taken: list[tuple[float, float]] = []
    for place in (-1, *range(len(points) - 1)):
        left, right = _sides(points[place].x, points[place].text[language])
        if all(right <= begin or end <= left for begin, end in taken):
            fits[place] = True
            taken.append((left, right))
    return fits


def _sides(x: float, text: str) -> tuple[float, float]:
    """Where a label begins and ends, in pixels."""
    width = _width(text)
    begin = x * NARROWEST / 100 - width * {"start": 0, "middle": 0.5, "end": 1}[_anchor(x, width)]
    return begin, begin + width


def _anchor(x: float, width: float) -> str:
    """How a label hangs on its mark: in the middle where it does not run over the edge."""
    at = x * NARROWEST / 100
    return "start" if at - width / 2 < -SPARE else "end" if at + width / 2 > NARROWEST + SPARE else "middle"


def _width(text: str) -> float:
    return sum(LATIN if letter.isascii() else HAN for letter in text)
