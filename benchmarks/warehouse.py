"""How long the warehouse takes with ten million observations: filling the database, and the questions asked most.

The rows are made of the real ones for many places and years (synthetic.py), in a temporary folder. Each question is asked
three times of a database that was just opened: the first time and the best are shown, in seconds by the clock. The same
comparison of one place with pandas on the same files, which gives no verdicts and no reasons, stands beside it.

    python benchmarks/warehouse.py
    python benchmarks/warehouse.py --rows 1000000 --folder FOLDER      # smaller, and kept; another time asked again
"""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

import measure
import synthetic
from mubiao.tables.database import DATABASE
from tables import table

JOBS = "warehouse_jobs.py"
PLACE, YEAR = "110000", synthetic.YEARS[1] - 3  # the first place by code, so that every size has it, with its districts
LIMITED = ("plan_result_next", "target_changes")
LIMITS = {"one place": 0.2, "all": 10.0}  # seconds that a question of these may take


def main() -> None:
    """Make, build, ask."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=10_000_000, help="observations (default: ten million)")
    parser.add_argument("--folder", type=Path, help="keep the tables there, and use those that are there")
    given = parser.parse_args()
    with TemporaryDirectory() as passing:
        run(given.folder or Path(passing), given.rows)


def run(folder: Path, rows: int) -> None:
    """Print the tables."""
    folder.mkdir(parents=True, exist_ok=True)
    steps = {}
    if not (folder / DATABASE).exists():
        steps["making the Parquet files"] = made = measure.best_of(JOBS, "make", folder, rows, runs=1)
        steps["database and views"] = built = measure.best_of(JOBS, "build", folder, runs=1)
        print(f"{built.result['observations']:,} observations of {made.result['places']:,} places in {made.result['years']} years; ", end="")
        print(f"{built.result['figures']:,} can be compared; the database takes {built.result['megabytes']:,.0f} MB\n")
    asked = measure.best_of(JOBS, "ask", folder, PLACE, YEAR, runs=1)
    pandas = measure.best_of(JOBS, "pandas", folder, PLACE, runs=1)
    steps |= {"all questions": asked, "pandas": pandas}
    print(table(("step", "seconds", "peak MB"), ([name, f"{work.clock:.1f}", f"{work.megabytes:,.0f}"] for name, work in steps.items())))
    print()
    print(table(("question", "rows", "first", "best", "allowed"), [_line(*answer) for answer in {**asked.result, **pandas.result}.items()]))


def _line(name: str, answer: tuple[float, float, int] | None) -> list[str]:
    limit = next((limit for words, limit in LIMITS.items() if name.startswith(LIMITED) and f", {words}" in name), 0.0)
    allowed = f"{limit:g}" if limit else ""
    if answer is None:
        return [name, "", "none in time", "", f"{allowed} MISSED"]
    first, best, rows = answer
    return [name, f"{rows:,}", f"{first:.3f}", f"{best:.3f}", f"{allowed} MISSED" if allowed and best > limit else allowed]


if __name__ == "__main__":
    main()
