"""The steps that warehouse.py measures; run by measure.py, each in a process of its own:
``python benchmarks/warehouse_jobs.py make|build|ask|pandas FOLDER [ARGUMENT...]``
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import duckdb
import pandas as pd
import pyarrow.parquet as pq

import inputs
import measure
import synthetic
from mubiao.errors import WarehouseError
from mubiao.pipeline import build
from mubiao.tables import database as tables_database
from mubiao.tables.answers import ANSWERS
from mubiao.tables.database import DATABASE
from mubiao.tables.door import Limits
from mubiao.warehouse import Warehouse

MEMORY = "6GB"  # of DuckDB; beyond it goes to disk, so that the benchmark runs on a laptop
PATIENCE = 60  # seconds that a question may take
KEY = ("measure", "cumulative", "activity", "unit")
# Of each view: one place; all places, counted by province with the means of its numbers; all places, whole rows of one thing or year.
ONE, COUNTED, LISTED = "one place", "all, counted", "all, listed"
QUESTIONS = {
    ONE: "select * from {view} where jurisdiction_code = $code",
    COUNTED: "select left(jurisdiction_code, 2) as province, count(*){means} from {view} group by province",
    LISTED: "select * from {view} where {chosen}",
}
MEANS = 3  # numbers of which a question asks the means, the first ones of the view
CHOSEN = (("indicator_id", "indicator_id = 'gdp'"), ("plan_year", "plan_year = $year"), ("year", "year = $year"))
Answer = tuple[float, float, float, int]  # seconds of the first time and of the best, processor seconds of the best, rows


def make(folder: Path, rows: str) -> dict[str, int]:
    """A build of data/raw, and the made tables from it."""
    with TemporaryDirectory() as real:
        build(inputs.RAW, Path(real))
        return synthetic.write(Path(real), folder, int(rows))


def database(folder: Path) -> dict[str, float]:
    """The DuckDB file of the tables, with its views; corpus.py measures their answers as files."""
    with patch.object(tables_database, "write_answers"):
        tables_database.write_database(folder)
    with Warehouse(folder) as warehouse:
        counts = {table: warehouse.sql(f"select count(*) from {table}").fetchall()[0][0] for table in ("observations", "figures")}
    rows = pq.read_table(min((folder / "observations").glob("*.parquet")))
    return {**counts, "bytes": rows.nbytes / len(rows), "megabytes": (folder / DATABASE).stat().st_size / 1e6}


def ask(folder: Path, code: str, year: str) -> dict[str, dict[str, Answer | None]]:
    """View -> kind of question -> its answer; None for none in time."""
    return {view: {kind: _patient(partial(_asked, folder, view, kind, code, int(year))) for kind in QUESTIONS} for view in ANSWERS}


def _asked(folder: Path, view: str, kind: str, code: str, year: int) -> Answer:
    """Ask a database that was just opened and of which nothing lies in memory, and again."""
    _forget(folder / DATABASE)
    with Warehouse(folder, Limits(seconds=PATIENCE)) as warehouse:
        empty = warehouse.sql(f"from {view} limit 0")
        columns = dict(zip(empty.columns, map(str, empty.types), strict=True))
        means = "".join(f", avg({name})" for name in [name for name, kept_as in columns.items() if kept_as == "DOUBLE"][:MEANS])
        chosen = next(condition for name, condition in CHOSEN if name in columns)
        query = QUESTIONS[kind].format(view=view, means=means, chosen=chosen)
        given = {name: value for name, value in (("code", code), ("year", year)) if f"${name}" in query}
        return _timed(lambda: len(warehouse.sql(query, **given).to_arrow_table()))


def _forget(path: Path) -> None:
    """Have the system drop what it holds of a file in memory."""
    with path.open("rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def pairs(folder: Path, code: str) -> Answer:
    """Plan, result and next target of one place side by side, with pandas on the files of the place."""
    return _timed(lambda: len(_paired(folder / "observations", code)))


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


def _timed(question: Callable[[], int]) -> Answer:
    """The first time and the best; what is slow is asked once."""
    times: list[tuple[float, float]] = []
    rows = 0
    while len(times) < 1 + measure.RUNS and (not times or times[0][0] < measure.SLOW):
        begin, used = time.perf_counter(), time.process_time()
        rows = question()
        times.append((time.perf_counter() - begin, time.process_time() - used))
    return times[0][0], *map(min, zip(*times, strict=True)), rows


def _patient(question: Callable[[], Answer]) -> Answer | None:
    """An answer, or None where an answer does not come in time or in the memory that is given."""
    try:
        return question()
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
