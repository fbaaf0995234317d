"""What the views answer, as Parquet files beside the database: for programs that cannot open it, or only an older DuckDB."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

import duckdb

from mubiao.tables.beside import all_of

FOLDER = "views"
# Views that people ask; those that only lead to them stand in the database alone.
ANSWERS = (
    "figures", "plan_result_next", "comparison", "target_changes", "attainment_summary", "series", "cascade", "responsibilities",
    "commitment_words", "conflicts", "coverage", "derived", "relative_targets", "warnings",
)  # fmt: skip

TOGETHER = ("warnings", "coverage", "cascade")  # asked once for all provinces: each looks beyond the province that it is asked for
FEW = 100_000  # observations, of which every view is asked once: to plan a view takes longer than to answer it
ASKED = "memory.asked"  # where every connection sees it
NOWHERE = "00"  # the nation, and the file of a build without documents
# Else DuckDB 2 calls a column "not null" where its statistics tell so, which hang on the rows of other provinces too.
NULLABLE = "set disabled_optimizers = 'statistics_propagation'"


def write_answers(
    connection: duckdb.DuckDBPyConnection, folder: Path, before: Path | None = None, changed: Mapping[str, Collection[str]] = MappingProxyType({})
) -> None:
    """Write ``views/{name}/{province}.parquet``; rows stand in the order of their columns, and every column may be empty, so that the
    same rows give the same bytes. Views whose first columns are place and year give files of half the size of one that begins with ids.

    Args:
        connection: in which the views exist.
        folder: of the version that is written.
        before: folder of the version before, whose files are taken over; None for none.
        changed: name of a view -> first digits of the provinces whose files are not.
    """
    places = "select left(jurisdiction_code, 2) from observations union select left(jurisdiction_code, 2) from documents"
    provinces = sorted({NOWHERE, *(code for (code,) in connection.execute(places).fetchall())})
    connection.execute(NULLABLE)
    ((observations,),) = connection.execute("select count(*) from observations").fetchall()
    waiting = []
    for name in ANSWERS:
        (folder / FOLDER / name).mkdir(parents=True)
        rows = name
        if before is None and (name in TOGETHER or observations <= FEW):
            rows = f"{ASKED}_{name}"
            connection.execute(f"create or replace table {rows} as from {name}")
        for digits in provinces:
            file = f"{FOLDER}/{name}/{digits}0000.parquet"
            if before is None or digits in changed[name] or not taken_over(before / file, folder / file):
                waiting.append(partial(_copy, connection, rows, digits, folder / file))
    all_of(waiting)  # one file is too little for DuckDB to share out


def _copy(connection: duckdb.DuckDBPyConnection, rows: str, digits: str, file: Path) -> None:
    """Write the rows of a province."""
    path = str(file).replace("'", "''")
    asked = f"from {rows} where jurisdiction_code between '{digits}0000' and '{digits}9999' order by all"
    with connection.cursor() as cursor:
        cursor.execute(f"use mubiao; copy ({asked}) to '{path}' (format parquet, compression zstd)")


def taken_over(old: Path, new: Path) -> bool:
    """Whether a file of the version before is now one of this version too."""
    try:
        os.link(old, new)
    except FileNotFoundError:
        return False
    except OSError:  # a file system without hard links
        shutil.copyfile(old, new)
    return True
