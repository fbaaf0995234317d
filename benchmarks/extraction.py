"""The work of mubiao itself that alternatives.py and speed.py measure: files to rows with all their fields.

Run by measure.py, in a process of its own::

    python benchmarks/extraction.py FOLDER_OR_FILE... [--leave-out WORD...]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import inputs
import measure
from mubiao.errors import MubiaoError
from mubiao.extracts import read_and_observe
from mubiao.model import Facts

FIRST = "宁波市2024年政府工作报告\n\n新增绿地200公顷，城镇新增就业20万人以上。\n"


def main() -> None:
    """Extract everything that is given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", type=Path, nargs="+")
    inputs.add_leave_out(parser)
    given = parser.parse_args()
    entries = inputs.documents(given.places, given.leave_out)
    measure.report(load_words, lambda: extract(entries))


def load_words() -> None:
    """Read the word lists, as the first document of any run does."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "first.txt")
        path.write_text(FIRST, encoding="utf-8")
        read_and_observe(path, Facts())


def extract(entries: list[inputs.Input]) -> dict[str, int]:
    """Counts of what was read and found; a document that says neither place nor year is named and left out."""
    counts = {"documents": 0, "characters": 0, "rows": 0}
    for entry in entries:
        try:
            found = entry.observe()
        except MubiaoError as error:
            print(error, file=sys.stderr)
            continue
        counts["documents"] += 1
        counts["characters"] += sum(len(document.text) for document, _ in found)
        counts["rows"] += sum(len(observed.observations) for _, observed in found)
    return counts


if __name__ == "__main__":
    main()
