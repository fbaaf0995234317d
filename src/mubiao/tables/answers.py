"""What the views answer, as Parquet files beside the database: for programs that cannot open it, or only an older DuckDB."""

from __future__ import annotations

from pathlib import Path

import duckdb

FOLDER = "views"
# Views that people ask; those that only lead to them stand in the database alone.
ANSWERS = (
    "figures", "plan_result_next", "comparison", "target_changes", "attainment_summary", "series", "cascade", "responsibilities",
    "commitment_words", "conflicts", "coverage", "derived", "relative_targets", "warnings",
)  # fmt: skip


def write_answers(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Write ``views/{name}.parquet``; rows stand in the order of their columns, so that the same rows give the same bytes.

    Args:
        connection: in which the views exist.
        folder: of the version that is written.
    """
    (folder / FOLDER).mkdir(exist_ok=True)
    for name in ANSWERS:
        path = str(folder / FOLDER / f"{name}.parquet").replace("'", "''")
        connection.execute(f"copy (from {name} order by all) to '{path}' (format parquet, compression zstd)")
