"""Panels: places by years, a column or a row for each indicator, as statistical programs want them.

A panel is balanced: every place of a level stands in it for every year, with an honest blank where the tables hold nothing.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import duckdb

from mubiao.asked import check_level, indicator_ids
from mubiao.errors import UsageError, WarehouseError
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.read.places import gazetteer
from mubiao.wide import a_column_for_each

if TYPE_CHECKING:
    import pandas as pd

Level = Literal["province", "prefecture", "county"]
WITHOUT = ("710000", "810000", "820000")  # provinces whose governments give no such reports
KEYS = ["jurisdiction_code", "jurisdiction", "year"]

# For people a range is a bound of its own; in the tables it is eq, with its upper end beside it.
BOUND = "if({0}_value_high is null, {0}_comparator, 'range') as {1}_comparator"
TARGET, RESULT, NEXT = (BOUND.format(*names) for names in (("s.target", "target"), ("s.result", "result"), ("p.next", "next")))
# One row is one place, year and way of telling an indicator; figures stand in the reference unit of their dimension, so that a
# column of a wide panel has one unit.
LONG = f"""
    select
        s.jurisdiction_code, s.jurisdiction, s.year, s.indicator_id, s.indicator, s.measure, s.cumulative, s.activity,
        coalesce(base.unit, s.target_unit, s.result_unit) as unit,
        {TARGET}, s.target_modifier, s.target_figure as target, s.target_figure_high as target_value_high,
        {RESULT}, s.result_modifier, s.result_status, s.result_figure as result, s.result_figure_high as result_value_high,
        s.target_quote, s.result_quote, s.target_observation_id, s.result_observation_id,
    from series s
    left join units u on u.unit = coalesce(s.target_unit, s.result_unit)
    left join (select dimension, min(unit) as unit from units where factor = 1 and dimension <> 'count' group by dimension) base
        on base.dimension = u.dimension and u.factor <> 1
    where list_contains($indicators, s.indicator_id) and list_contains($places, s.jurisdiction_code)
        and s.year between $first and $last and s.scope is null
    order by s.jurisdiction_code, s.year, list_position($indicators, s.indicator_id), s.measure, s.cumulative, s.activity, unit
"""
RANK = f"""
    select
        row_number() over (order by s.result_figure desc nulls last, s.target_figure desc nulls last, s.jurisdiction_code) as rank,
        s.jurisdiction_code, s.jurisdiction, s.measure, s.cumulative,
        {TARGET}, s.target, s.target_value_high, s.target_modifier, s.target_unit,
        {RESULT}, s.result, s.result_value_high, s.result_modifier, s.result_unit, s.result_status,
        {NEXT}, p.next_value as next, p.next_value_high, p.next_modifier, p.attainment, p.attainment_reason,
        s.target_quote, s.result_quote,
    from series s
    join jurisdictions j on j.jurisdiction_code = s.jurisdiction_code
    left join plan_result_next p
        on p.jurisdiction_code = s.jurisdiction_code and p.plan_year = s.year and p.indicator_id = s.indicator_id
        and p.measure = s.measure and p.cumulative = s.cumulative
        and (p.plan_observation_id = s.target_observation_id or p.result_observation_id = s.result_observation_id)
    where s.indicator_id = $indicator and s.year = $year and s.measure = $measure and j.level = $level and s.activity is null and s.scope is null
    order by rank
"""
MEASURES = """
    select measure
    from series
    where indicator_id = $indicator and year = $year and scope is null
    group by measure
    order by count(target) desc, count(*) desc, measure
"""
PLACES = """
    select
        j.jurisdiction_code, j.jurisdiction, j.level, p.jurisdiction as parent, min(o.year) as first_year, max(o.year) as last_year,
        count(distinct o.doc_id) as documents, count(*) as observations,
    from observations o
    join jurisdictions j on j.jurisdiction_code = o.jurisdiction_code
    left join jurisdictions p on p.jurisdiction_code = j.parent_code
    group by all
    order by j.jurisdiction_code
"""
YEARS = """
    select
        year, count(distinct jurisdiction_code) as places, count(*) filter (stage = 'target') as targets,
        count(*) filter (stage = 'result') as results,
    from observations
    group by year
    order by year
"""


class Panels(ABC):
    """Questions over many places, for a class that can be asked in SQL."""

    @abstractmethod
    def sql(self, query: str, **parameters: object) -> duckdb.DuckDBPyRelation:
        """A DuckDB query over the tables and views."""

    def places(self) -> pd.DataFrame:
        """The places that the tables hold figures of: code, name, level, parent, first and last year, counts."""
        found: pd.DataFrame = self.sql(PLACES).df()
        return found

    def years(self) -> pd.DataFrame:
        """The years that the tables hold figures for, with places, targets and results."""
        found: pd.DataFrame = self.sql(YEARS).df()
        return found

    def rank(self, indicator: str, year: int, measure: str | None = None, level: Level = "province") -> pd.DataFrame:
        """Places by the result of an indicator, highest first; those without a result follow by their target.

        Args:
            indicator: id or Chinese name of a canonical indicator (gdp, 地区生产总值).
            year: the year that targets and results are for.
            measure: growth, amount, ratio, change; the one that most targets are told in where it is not given.
            level: province, prefecture or county.

        Returns:
            A row for each place with a target or a result: ``rank`` from 1, target, result and next target in the unit beside each, the verdict.

        Raises:
            UsageError: no such indicator or level, or it is not told in this measure.
        """
        chosen = indicator_ids([indicator])[0]
        check_level(level)
        told = [found for (found,) in self.sql(MEASURES, indicator=chosen, year=year).fetchall()]
        possible = list(dict.fromkeys([*told, *vocabulary().by_id[chosen].measures]))
        if measure is not None and measure not in possible:
            raise UsageError(f"{chosen} is not told as {measure}; give {' or '.join(possible)}")
        ranked: pd.DataFrame = self.sql(RANK, indicator=chosen, year=year, measure=measure or possible[0], level=level).df()
        return ranked

    def panel(
        self,
        indicators: Sequence[str],
        level: Level = "province",
        places: Sequence[str] | None = None,
        years: Sequence[int] | None = None,
        wide: bool = True,
    ) -> pd.DataFrame:
        """Targets and results of indicators, for every place of a level and every year.

        Args:
            indicators: ids or Chinese names of canonical indicators.
            level: all places of it that exist today (of provinces the 31 that give such reports); not asked where ``places`` are given.
            places: codes or names.
            years: first to last of them; the years that the tables hold where not given.
            wide: a row for each place and year and a column for each indicator, measure and stage (gdp_growth_target), beside it
                the other end of ranges (gdp_growth_target_high) and how numbers are bounded (gdp_growth_target_comparator) where
                some are; its label stands in ``frame.attrs["labels"]``, what it holds in ``frame.attrs["ways"]``; else a row for each
                figure with its words, unit and quotes.

        Returns:
            Figures in the reference unit of their dimension (元, 人, %), blank where nothing is told.

        Raises:
            UsageError: no such indicator or level. PlaceError: no such place. WarehouseError: nothing is told of them.
        """
        chosen = indicator_ids(indicators)
        index = gazetteer()
        check_level(level)
        codes = (
            [index.find(place).code for place in places]
            if places
            else [p.code for p in index.by_code.values() if p.level == level and not p.dissolved and p.code not in WITHOUT]
        )
        first, last = (min(years), max(years)) if years else self._span(chosen, codes)
        long: pd.DataFrame = self.sql(LONG, indicators=chosen, places=codes, first=first, last=last).df()
        if not wide:
            return long
        names = {code: index.by_code[code].name for code in codes}
        import pandas as pd

        grid = pd.DataFrame([(code, names[code], year) for code in sorted(codes) for year in range(first, last + 1)], columns=KEYS)
        return a_column_for_each(long, grid)

    def _span(self, indicators: Sequence[str], codes: Sequence[str]) -> tuple[int, int]:
        asked = "select min(year), max(year) from series where list_contains($indicators, indicator_id) and list_contains($places, jurisdiction_code)"
        found = self.sql(asked, indicators=list(indicators), places=list(codes)).fetchall()
        if found[0][0] is None:
            named = ", ".join(indicators)
            raise WarehouseError(f'the tables hold no figures of {named} for these places; mubiao sql "from coverage" says what there is')
        return int(found[0][0]), int(found[0][1])
