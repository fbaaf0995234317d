"""The steps that warehouse.py measures; run by measure.py, each in a process of its own:
``python benchmarks/warehouse_jobs.py make|build|ask|pandas FOLDER [ARGUMENT...]``
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import duckdb
import pandas as pd

import inputs
import measure
import synthetic
from mubiao.errors import WarehouseError
from mubiao.pipeline import build
from mubiao.tables.database import DATABASE, write_database
from mubiao.tables.door import Limits
from mubiao.warehouse import Warehouse

MEMORY = "6GB"  # of DuckDB; beyond it goes to disk, so that the benchmark runs on a laptop
PATIENCE = 60  # seconds that a question may take
QUERIES = inputs.ROOT / "docs" / "queries.md"
KEY = ("measure", "cumulative", "activity", "unit")
COUNTS = """
    select
        attainment, count(*) as lines, count(plan_value) as plans, count(result_value) as results, count(next_value) as later, avg(margin) as gap
    from plan_result_next
    group by attainment
"""
CHANGES = "select change, count(*) as lines, avg(against_target) as target, avg(against_result) as result from target_changes{} group by change"
ONE = " where jurisdiction_code = $code"


def make(folder: Path, rows: str) -> dict[str, int]:
    """A build of data/raw, and the made tables from it."""
    with TemporaryDirectory() as real:
        build(inputs.RAW, Path(real))
        return synthetic.write(Path(real), folder, int(rows))


def database(folder: Path) -> dict[str, float]:
    """The DuckDB file of the tables, with its views."""
    write_database(folder)
    with Warehouse(folder) as warehouse:
        counts = {table: warehouse.sql(f"select count(*) from {table}").fetchall()[0][0] for table in ("observations", "figures")}
    return {**counts, "megabytes": (folder / DATABASE).stat().st_size / 1e6}


def ask(folder: Path, code: str, year: str) -> dict[str, tuple[float, float, int] | None]:
    """For each question the first time, the best time, and how many rows answer it; None for none in time."""
    with Warehouse(folder, Limits(seconds=PATIENCE)) as warehouse:

        def asked(query: str, **given: object) -> Callable[[], int]:
            return lambda: len(warehouse.sql(query, **given).df())

        cascade = re.search(r"```sql\n(.*?)```", QUERIES.read_text(encoding="utf-8"), re.DOTALL)
        assert cascade
        questions = {
            "plan_result_next, one place and year": lambda: len(warehouse.compare(code, int(year))),
            "plan_result_next, one place, all years": asked(f"select * from plan_result_next{ONE}", code=code),
            "plan_result_next, all: counts by verdict": asked(COUNTS),
            "target_changes, one place": asked(CHANGES.format(ONE), code=code),
            "target_changes, all: counts by change": asked(CHANGES.format("")),
            "cascade, one place above and year": asked("select * from cascade where parent_code = $code and year = $year", code=code, year=int(year)),
            "cascade, all (docs/queries.md, question 1)": asked(f"select count(*), avg(difference) from ({cascade[1]})"),
        }
        return {name: _patient(question) for name, question in questions.items()}


def pairs(folder: Path, code: str) -> dict[str, tuple[float, float, int]]:
    """Plan, result and next target of one place side by side, with pandas on the files of the place."""
    return {"pandas, one place, all years": _timed(lambda: len(_paired(folder / "observations", code)))}


def _paired(folder: Path, code: str) -> pd.DataFrame:
    """The first statement of each thing and year; units as they are, no verdicts, no reasons."""
    rows = pd.read_parquet(folder, filters=[("jurisdiction_code", "==", code)])
    rows = rows[(rows.role == "core") & (rows.period_start == rows.year.astype("int16"))]
    rows = rows.assign(year=rows.year.astype("int64"), thing=rows.indicator_id.fillna(rows.indicator_key))
    rows = rows.sort_values("observation_id").drop_duplicates(["stage", "year", "thing", *KEY])
    targets, results = rows[rows.stage == "target"], rows[rows.stage == "result"]
    later = targets.assign(year=targets.year - 1)
    both = targets.merge(later, how="outer", on=["year", "thing", *KEY], suffixes=("_plan", "_next"))
    return both.merge(results, how="left", on=["year", "thing", *KEY])


def _timed(question: Callable[[], int]) -> tuple[float, float, int]:
    """The first time and the best; what is slow is asked once."""
    times: list[float] = []
    rows = 0
    while len(times) < measure.RUNS and (not times or times[0] < measure.SLOW):
        begin = time.perf_counter()
        rows = question()
        times.append(time.perf_counter() - begin)
    return times[0], min(times), rows


def _patient(question: Callable[[], int]) -> tuple[float, float, int] | None:
    """The same, or None where an answer does not come in time or in the memory that is given."""
    try:
        return _timed(question)
    except WarehouseError:
        return None


STEPS = {"make": make, "build": database, "ask": ask, "pandas": pairs}


def main() -> None:
    """Do one step."""
    step, folder, *rest = sys.argv[1:]
    with patch.object(duckdb, "connect", partial(duckdb.connect, config={"memory_limit": MEMORY})):
        measure.report(lambda: None, lambda: STEPS[step](Path(folder), *rest))


if __name__ == "__main__":
    main()
