"""How long the warehouse takes with ten million observations: filling the database, and questions to every view.

The rows are made of the real ones for many places and years (synthetic.py), in a temporary folder. Every view is asked for one place,
for counts and means by province over all places, and for all rows of one thing (or year, where it has no thing) over all places. Each
question is asked of a database that was just opened and of which nothing lies in memory (cold), and three times again (warm, the best),
in seconds by the clock, and the last in seconds of all processors too, which say more where the machine does other things. The same
comparison of one place with pandas on the same files, which gives no verdicts and no reasons, stands below.

    python benchmarks/warehouse.py
    python benchmarks/warehouse.py --rows 1000000 --folder FOLDER      # smaller, and kept; another time asked again
"""

from __future__ import annotations

import argparse
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory

import measure
import synthetic
from mubiao.tables.database import DATABASE
from tables import table

JOBS = "warehouse_jobs.py"
PLACE, YEAR = "110000", synthetic.YEARS[1] - 3  # the first place by code, so that every size has it, with its districts
LIMITS = {"one place": 0.1, "all, counted": 1.0, "all, listed": 10.0}  # seconds that a question of these may take, warm


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
        print(f"{built.result['figures']:,} can be compared; ", end="")
        print(f"a row has {built.result['bytes']:,.0f} bytes; the database takes {built.result['megabytes']:,.0f} MB\n")
    asked = measure.best_of(JOBS, "ask", folder, PLACE, YEAR, runs=1)
    pandas = measure.best_of(JOBS, "pandas", folder, PLACE, runs=1)
    steps |= {"all questions": asked, "pandas": pandas}
    print(table(("step", "seconds", "peak MB"), ([name, f"{work.clock:.1f}", f"{work.megabytes:,.0f}"] for name, work in steps.items())))
    print()
    head = ("view", *(f"{kind}: rows, cold, warm (allowed {limit:g}), processors" for kind, limit in LIMITS.items()))
    print(table(head, ([view, *(_told(answers[kind], limit) for kind, limit in LIMITS.items())] for view, answers in asked.result.items())))
    print(f"\npandas, one place: {_told(pandas.result)}")


def _told(answer: tuple[float, float, float, int] | None, limit: float = inf) -> str:
    if answer is None:
        return "none in time MISSED"
    cold, warm, processors, rows = answer
    return f"{rows:,}, {cold:.3f}, {warm:.3f}{' MISSED' if warm > limit else ''}, {processors:.3f}"


if __name__ == "__main__":
    main()
