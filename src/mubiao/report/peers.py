"""A place among its peers, and beside the places below it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from mubiao.charts.frames import records, spoken, value_of
from mubiao.present.cells import said
from mubiao.present.marks import full_width
from mubiao.report.words import Bilingual, place_name, read_out, say
from mubiao.warehouse import Warehouse

FEWEST = 3  # places that make a comparison
MOST = 8  # indicators
PEERS = """
    with own as (select level, parent_code from jurisdictions where jurisdiction_code = $code)
    select p.indicator_id, p.indicator, p.measure, p.jurisdiction_code, p.jurisdiction, p.plan_figure, p.plan_value, p.plan_unit, p.plan_text,
        p.plan_value_high, p.plan_comparator, p.plan_modifier, p.result_figure, p.result_value, p.result_value_high, p.result_unit, p.result_text,
        p.result_comparator
    from plan_result_next p
    join jurisdictions j using (jurisdiction_code)
    join own on j.level = own.level and (j.parent_code is not distinct from own.parent_code)
    where p.plan_year = $year and list_contains($order, p.indicator_id) and p.measure in ('growth', 'ratio') and p.plan_figure is not null
      and p.activity is null and p.scope is null
    order by list_position($order, p.indicator_id), p.measure, p.plan_figure desc, p.jurisdiction_code
"""
BELOW = """
    select indicator_id, indicator, measure, parent_value, parent_value_high, parent_unit, parent_comparator, parent_modifier, parent_corrected,
        jurisdiction_code, jurisdiction, value, value_high, unit, comparator, modifier, corrected, asks_for_more, difference, difference_unit
    from cascade
    where parent_code = $code and year = $year
    order by list_position($order, indicator_id) nulls last, indicator, measure, jurisdiction_code
"""


@dataclass(frozen=True)
class Dot:
    """One place on an axis of one indicator."""

    place: Bilingual
    text: Bilingual
    x: float
    own: bool


@dataclass(frozen=True)
class Among:
    """An indicator of the place beside its peers': rank by plan and by result, the highest first; no result where few places have one."""

    name: Bilingual
    plan: Bilingual
    plan_rank: Bilingual
    plans: int
    result: Bilingual | None
    result_rank: Bilingual | None
    results: int
    dots: tuple[Dot, ...]

    @property
    def told(self) -> Bilingual:
        """What the picture shows, to be read aloud."""
        return read_out(self.name, [Bilingual(f"{dot.place.zh} {dot.text.zh}", f"{dot.place.en} {dot.text.en}") for dot in self.dots])


@dataclass(frozen=True)
class Below:
    """A target beside that of a place below it."""

    name: Bilingual
    own: Bilingual
    place: Bilingual
    text: Bilingual
    more: bool  # the place below asks for more


def peers(warehouse: Warehouse, code: str, year: int, order: list[str], names: dict[str, str]) -> list[Among]:
    """Headline rates of the place among places of its level and parent, where three or more have a plan."""
    rows = records(warehouse.sql(PEERS, code=code, year=year, order=order).df())
    found = []
    for (indicator_id, _), held in groupby(rows, key=lambda row: (row["indicator_id"], row["measure"])):
        told = _among(list(held), code, names.get(str(indicator_id), ""))
        found += [told] if told else []
    return found[:MOST]


def _among(rows: list[dict[str, object]], code: str, english: str) -> Among | None:
    by_place = {str(row["jurisdiction_code"]): row for row in reversed(rows)}
    if code not in by_place or len(by_place) < FEWEST:
        return None
    own, held = by_place[code], sorted(by_place.values(), key=lambda row: -float(str(row["plan_figure"])))
    plans = [float(str(row["plan_figure"])) for row in held]
    results = [float(str(row["result_figure"])) for row in held if value_of(row, "result_figure") is not None]
    low, high = min(plans), max(plans)
    mine = value_of(own, "result_figure") if len(results) >= FEWEST else None
    dots = tuple(
        Dot(
            place_name(str(row["jurisdiction_code"]), str(row["jurisdiction"])),
            _figure_in_words(row, "plan"),
            round(4 + 92 * ((float(str(row["plan_figure"])) - low) / (high - low) if high > low else 0.5), 1),
            row["jurisdiction_code"] == code,
        )
        for row in held
    )
    name = str(own["indicator"])
    return Among(
        Bilingual(name, english or name),
        _figure_in_words(own, "plan"),
        _rank(float(str(own["plan_figure"])), plans),
        len(plans),
        None if mine is None else _figure_in_words(own, "result"),
        None if mine is None else _rank(mine, results),
        len(results),
        dots,
    )


def _figure_in_words(row: dict[str, object], side: str) -> Bilingual:
    return Bilingual(full_width(said(row, side)), said(row, side, "en"))


def _spoken(row: dict[str, object], prefix: str) -> Bilingual:
    told = {name: value_of(row, f"{prefix}{name}") for name in ("value", "value_high", "unit", "comparator", "modifier", "corrected")}
    return Bilingual(full_width(spoken(told)), spoken(told, "en"))


def _rank(own: float, values: list[float]) -> Bilingual:
    """The rank of a value, the highest first.

    >>> _rank(5.5, [6.0, 5.5, 5.0]).zh, _rank(5.0, [6.0, 5.0, 5.0]).zh
    ('第2', '并列第2')
    """
    return say("joint_rank" if values.count(own) > 1 else "rank", at=1 + sum(value > own for value in values))


def below(warehouse: Warehouse, code: str, year: int, order: list[str], names: dict[str, str]) -> list[Below]:
    """Targets of the place beside those of the places below it."""
    rows = records(warehouse.sql(BELOW, code=code, year=year, order=order).df())
    return [
        Below(
            Bilingual(str(row["indicator"]), names.get(str(value_of(row, "indicator_id") or ""), str(row["indicator"]))),
            _spoken(row, "parent_"),
            place_name(str(row["jurisdiction_code"]), str(row["jurisdiction"])),
            _spoken(row, ""),
            bool(value_of(row, "asks_for_more")),
        )
        for row in rows
    ]
