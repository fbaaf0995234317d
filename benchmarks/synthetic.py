"""A warehouse of many places and years, made by SQL from the real rows of a build of data/raw.

Each place has a third of the distinct targets of the five documents, as many as a real report has, and each year most of them, with
other numbers; results for a part of them, some in two versions; and a document with text and tasks. Clauses and texts are the
real ones with other digits. Places stand in files one after another, as those of mubiao build do.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb

from mubiao.rows import TABLES

YEARS = (2006, 2026)  # half-open
SHARES = {"target": 80, "result": 50, "other": 2}  # per cent of its things for which a place states it in a year
THINGS = 3  # every third thing is one of a place's own
BATCH = 100  # places that are written at once: sorting all rows first takes longer
MADE = ("tasks", "documents", "observations")
OBSERVATIONS = "read_parquet('{folder}/observations/*.parquet')"
BASE = """
    create table base as
    select * from {observations}
    where source_kind = 'document' and stage = 'target' and role = 'core' and period_start = year
    qualify row_number() over (partition by coalesce(indicator_id, indicator_key), measure, cumulative, activity, unit order by observation_id) = 1
"""
PER_YEAR = "select sum($target + case when measure = 'relative' then 0 else $result + $other end) / 100 / $things from base"
PLACES = """
    create table places as
    select jurisdiction_code as code, jurisdiction as name, row_number() over (order by jurisdiction_code) - 1 as number
    from read_parquet('{folder}/jurisdictions/*.parquet')
    order by code
    limit {places}
"""
STATED = """
    select
        code, name, y, left(s.stage, 6) as stage, base, hash(base.observation_id, code, y, s.stage) as chance,
        code || '-' || case s.stage when 'target' then y else y + 1 end || '-work-report' as document,
    from
        base, places, range({first}, {last}) as years(y),
        (values ('target', {target}), ('result', {result}), ('result again', {other})) as s(stage, share)
    where number between {low} and {high} and hash(base.observation_id, code) % {things} = 0
        and chance % 100 < share and (s.stage = 'target' or base.measure <> 'relative')
"""
ROWS = """
    copy (
        select unnest(struct_update(
            base,
            observation_id := format('{{:016x}}', chance), doc_id := document, task_id := document || ':' || base.task_id,
            jurisdiction_code := code, jurisdiction := name,
            year := y::smallint, period_start := y::smallint, stage := stage, value := round(base.value * (90 + chance // 100 % 21) / 100, 2),
            value_high := null::double, comparator := case stage when 'target' then base.comparator else 'eq' end,
            modifier := case stage when 'target' then base.modifier end,
            signed_value := base.sign * round(base.value * (90 + chance // 100 % 21) / 100, 2),
            quote := name || y || '年' || {quote}
        ))
        from ({stated})
        order by code, y
    ) to '{out}/observations/part-{low:05}.parquet' (format parquet, compression zstd)
"""
TASKS = """
    copy (
        select t.* replace (
            code || '-' || y || '-work-report:' || t.task_id as task_id, code || '-' || y || '-work-report' as doc_id,
            code as jurisdiction_code, name as jurisdiction, y::smallint as year, {text} as text
        )
        from read_parquet('{folder}/tasks/*.parquet') t, places, range({first}, {last} + 1) as years(y), (select hash(code, y) as chance)
        where len(t.lead_units) > 0 and hash(t.task_id, code) % (2 * {things}) = 0
        order by code, y
    ) to '{out}/tasks/part-0.parquet' (format parquet, compression zstd)
"""
DOCUMENTS = """
    copy (
        select d.* replace (
            code || '-' || y || '-work-report' as doc_id, code as jurisdiction_code, name as jurisdiction, code as code_in_year, y::smallint as year,
            'work_report' as doc_type, 'full' as coverage, name || y || {text} as text
        )
        from
            (from read_parquet('{folder}/documents/*.parquet') where doc_type = 'work_report' order by doc_id limit 1) d,
            places, range({first}, {last} + 1) as years(y), (select hash(code, y) as chance)
        order by code, y
    ) to '{out}/documents/part-0.parquet' (format parquet, compression zstd)
"""
DIGITS = "translate({of}, '123456789', substr('123456789123456789', 1 + (chance % 9)::int, 9))"


def write(folder: Path, out: Path, rows: int) -> dict[str, int]:
    """Parquet files of about so many observations from the tables of a build; counts of what was written."""
    for table in set(TABLES) - set(MADE):
        shutil.copytree(folder / table, out / table)
    for table in MADE:
        (out / table).mkdir()
    years = YEARS[1] - YEARS[0]
    with duckdb.connect() as connection:
        connection.execute("set preserve_insertion_order = false")
        connection.execute(BASE.format(observations=OBSERVATIONS.format(folder=folder)))
        per_year = connection.execute(PER_YEAR, {**SHARES, "things": THINGS}).fetchall()[0][0]
        wanted = max(2, round(rows / years / per_year))
        connection.execute(PLACES.format(folder=folder, places=wanted))
        fixed = {"first": YEARS[0], "last": YEARS[1], "things": THINGS, "folder": folder, "out": out}
        for low in range(0, wanted, BATCH):
            stated = STATED.format(low=low, high=low + BATCH - 1, **fixed, **SHARES)
            connection.execute(ROWS.format(stated=stated, low=low, out=out, quote=DIGITS.format(of="base.quote")))
        for query, text in ((TASKS, "t.text"), (DOCUMENTS, "d.text")):
            connection.execute(query.format(text=DIGITS.format(of=text), **fixed))
        found = connection.execute("select count(*) from places").fetchall()
    return {"places": found[0][0], "years": years}
