"""The built tables and views, opened for reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from mubiao.errors import WarehouseError
from mubiao.lexicon.vocabulary import THEMES
from mubiao.panels import Panels
from mubiao.read.places import gazetteer
from mubiao.tables import BUILT
from mubiao.tables.database import DATABASE, version_of
from mubiao.tables.described import NAMED, described, named
from mubiao.tables.door import Door, Limits
from mubiao.tables.schema import VERSION
from mubiao.tables.versions import hold

if TYPE_CHECKING:
    import pandas as pd

DEFAULT = Path(BUILT)
MOST_NAMED = 12  # places in a message
COMPARE = """
    select *
    from plan_result_next
    where jurisdiction_code = $code and plan_year = $year
    order by
        matched_by = 'wording', coalesce(list_position($themes, theme), 99), plan_value is null and plan_reference is null,
        indicator, measure, cumulative, activity
"""


class Warehouse(Panels):
    """Tables and views of one build; nothing can be written through it.

    Args:
        folder: where ``mubiao build`` put the tables.
        limits: what a query may take.

    Raises:
        WarehouseError: no tables there, or tables of another version.
    """

    def __init__(self, folder: Path | str = DEFAULT, limits: Limits = Limits()) -> None:  # noqa: B008 - frozen
        self.folder = Path(folder)
        self._hold = hold(self.folder)  # one version, from open to close, whatever is built meanwhile
        path = (self._hold.folder if self._hold else self.folder) / DATABASE
        shown = self.folder / DATABASE
        if not path.is_file():
            raise WarehouseError(f"{self.folder}: no tables there; run mubiao build, or give the folder that it wrote")
        if path.with_name(f"{DATABASE}.wal").exists():  # DuckDB would take the changes in it for ours
            raise WarehouseError(f"{shown}: another program has written to it ({DATABASE}.wal); run mubiao build again")
        try:
            self._door = Door(path, limits)
            found = version_of(self._door)
        except (duckdb.Error, WarehouseError) as error:
            raise WarehouseError(f"{shown}: not a database of mubiao; run mubiao build again") from error
        if found != VERSION:
            raise WarehouseError(f"{shown}: tables of version {found}, this mubiao reads {VERSION}; run mubiao build again")

    def __enter__(self) -> Warehouse:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database file."""
        self._door.close()
        if self._hold:
            self._hold.release()

    def sql(self, query: str, **parameters: object) -> duckdb.DuckDBPyRelation:
        """A DuckDB query over the tables and views.

        Args:
            query: one select; ``$name`` stands for a parameter.

        Raises:
            WarehouseError: it is not one select, is wrong, or takes more than the limits of the warehouse.

        >>> wh.sql("select indicator, value from observations where year = $year", year=2025).df()  # doctest: +SKIP
        """
        return self._door.ask(query, parameters)

    def tables(self) -> pd.DataFrame:
        """The tables and views: name, kind (table, view, or step on the way to a view) and what one row is."""
        import pandas as pd

        return pd.DataFrame(named(), columns=list(NAMED))

    def schema(self, name: str) -> pd.DataFrame:
        """The columns of a table or view with type and meaning; of a column, the tables and views that hold it.

        Raises:
            UsageError: nothing is called so.
        """
        import pandas as pd

        heads, lines = described(name, self.sql)
        return pd.DataFrame(lines, columns=list(heads))

    def observations(
        self, jurisdiction: str | None = None, year: int | None = None, stage: str | None = None, indicator_id: str | None = None
    ) -> pd.DataFrame:
        """Observations in the order of their documents, filtered by what is given.

        Args:
            jurisdiction: code or name (330200, 宁波市).
            year: the year that the values are for.
            stage: target or result.
            indicator_id: a canonical indicator (gdp).

        Raises:
            PlaceError: no such place, or several of the name.
        """
        wanted = {"jurisdiction_code": code_of(jurisdiction) if jurisdiction else None, "year": year, "stage": stage, "indicator_id": indicator_id}
        given = {name: value for name, value in wanted.items() if value is not None}
        where = " and ".join(f"{name} = ${name}" for name in given) or "true"
        query = f"select * from observations where {where} order by doc_id, char_start, observation_id"
        found: pd.DataFrame = self._door.ask(query, given, replace(self._door.limits, rows=None)).df()
        return found

    def compare(self, jurisdiction: str, year: int) -> pd.DataFrame:
        """``plan_result_next`` of one place and plan year: canonical indicators first, by theme.

        Args:
            jurisdiction: code or name.
            year: plan year t; its results and the targets of t + 1 stand beside it.

        Returns:
            A row for each thing that is planned, reached or planned next: ``plan_value``, ``result_value`` and ``next_value`` in the unit beside
            each, ``gap`` in points or as a share of the plan (``gap_unit``), ``attainment`` and why, and the quotes; all columns of the view.

        Raises:
            PlaceError: no such place, or several of the name.
            WarehouseError: the tables hold nothing for it; says which places and years they hold.
        """
        code = code_of(jurisdiction)
        found: pd.DataFrame = self.sql(COMPARE, code=code, year=year, themes=list(THEMES)).df()
        if found.empty:
            raise WarehouseError(f"no targets of {gazetteer().by_code[code].name} for {year} or {year + 1}; {self._known(code)}")
        return found

    def _known(self, code: str) -> str:
        years = self.sql("select distinct plan_year from plan_result_next where jurisdiction_code = $code order by 1", code=code).fetchall()
        if years:
            return f"there are comparisons for {', '.join(str(year) for (year,) in years)}"
        places = [name for (name,) in self.sql("select distinct jurisdiction from plan_result_next order by 1").fetchall()]
        more = f" and {len(places) - MOST_NAMED} more" if len(places) > MOST_NAMED else ""
        return f"the tables hold {', '.join(places[:MOST_NAMED]) or 'no comparisons at all'}{more}"


def code_of(jurisdiction: str) -> str:
    """GB/T 2260 code of a place given by code or name.

    Raises:
        PlaceError: no such place, or several of the name.
    """
    return gazetteer().find(str(jurisdiction)).code
