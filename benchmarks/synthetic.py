"""A warehouse of many places and years, made by SQL from the real rows of a build of data/raw.

Each place has each year all distinct targets of the five documents (about four times as many as a real report), some left out,
with other numbers; and results for a part of the targets. Places stand in files one after another, as those of mubiao build do.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb

YEARS = (2006, 2026)  # half-open
TARGETS, RESULTS = 80, 50  # per cent of the rows that a place states in a year
BATCH = 25  # places that are written at once: sorting all rows first takes longer
COPIED = ("tasks", "indicators", "jurisdictions", "refusals", "units", "attainment_rules", "commitment_kinds", "basis_kinds")
OBSERVATIONS = "read_parquet('{folder}/observations/*.parquet')"
BASE = """
    create table base as
    select * from {observations}
    where source_kind = 'document' and stage = 'target' and role = 'core' and period_start = year
    qualify row_number() over (partition by coalesce(indicator_id, indicator_key), measure, cumulative, activity, unit order by observation_id) = 1
"""
PER_YEAR = "select sum($1 + case when measure = 'relative' then 0 else $2 end) / 100 from base"
PLACES = """
    create table places as
    select jurisdiction_code as code, jurisdiction as name, row_number() over (order by jurisdiction_code) - 1 as number
    from read_parquet('{folder}/jurisdictions/*.parquet')
    order by code
    limit {places}
"""
STATED = """
    select
        code, name, y, s.stage, base, hash(base.observation_id, code, y, s.stage) as chance,
        code || '-' || case s.stage when 'target' then y else y + 1 end || '-work-report' as document,
    from base, places, range({first}, {last}) as years(y), (values ('target', {targets}), ('result', {results})) as s(stage, share)
    where number between {low} and {high} and chance % 100 < share and (s.stage = 'target' or base.measure <> 'relative')
"""
ROWS = """
    copy (
        select unnest(struct_update(
            base,
            observation_id := format('{{:016x}}', chance), doc_id := document, task_id := document, jurisdiction_code := code, jurisdiction := name,
            year := y::smallint, period_start := y::smallint, stage := stage, value := round(base.value * (90 + chance // 100 % 21) / 100, 2),
            value_high := null::double, comparator := case stage when 'target' then base.comparator else 'eq' end,
            modifier := case stage when 'target' then base.modifier end,
            signed_value := base.sign * round(base.value * (90 + chance // 100 % 21) / 100, 2)
        ))
        from ({stated})
        order by code, y
    ) to '{out}/observations/part-{low:05}.parquet' (format parquet)
"""
DOCUMENTS = """
    copy (
        select d.* replace (
            code || '-' || y || '-work-report' as doc_id, code as jurisdiction_code, name as jurisdiction, code as code_in_year, y::smallint as year,
            'work_report' as doc_type, 'full' as coverage, null as text
        )
        from
            (from read_parquet('{folder}/documents/*.parquet') where doc_type = 'work_report' limit 1) d,
            places, range({first}, {last} + 1) as years(y)
    ) to '{out}/documents/part-0.parquet' (format parquet)
"""


def write(folder: Path, out: Path, rows: int) -> dict[str, int]:
    """Parquet files of about so many observations from the tables of a build; counts of what was written."""
    for table in COPIED:
        shutil.copytree(folder / table, out / table)
    for table in ("documents", "observations"):
        (out / table).mkdir()
    years = YEARS[1] - YEARS[0]
    with duckdb.connect() as connection:
        connection.execute("set preserve_insertion_order = false")
        connection.execute(BASE.format(observations=OBSERVATIONS.format(folder=folder)))
        per_year = connection.execute(PER_YEAR, [TARGETS, RESULTS]).fetchall()[0][0]
        wanted = max(2, round(rows / years / per_year))
        connection.execute(PLACES.format(folder=folder, places=wanted))
        fixed = {"first": YEARS[0], "last": YEARS[1], "targets": TARGETS, "results": RESULTS}
        for low in range(0, wanted, BATCH):
            connection.execute(ROWS.format(stated=STATED.format(low=low, high=low + BATCH - 1, **fixed), low=low, out=out))
        connection.execute(DOCUMENTS.format(folder=folder, out=out, **fixed))
        found = connection.execute("select count(*) from places").fetchall()
    return {"places": found[0][0], "years": years}
