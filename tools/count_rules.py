"""Count in how many documents each rule fires: docs/rules.csv, which stands beside each rule in docs/grammar.md.

Run it over data/raw and folders of other reports after a change of rules::

    python tools/count_rules.py data/raw ../reports
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

import mubiao.pipeline  # noqa: F401 - loads every stage that has rules
from mubiao.errors import MubiaoError
from mubiao.extracts import Read, read_and_observe
from mubiao.model import Facts
from mubiao.read.sources import FILE as SOURCES
from mubiao.read.sources import read_sources
from mubiao.rule import rulebook

FILE = Path(__file__).parents[1] / "docs" / "rules.csv"
READ = (".txt", ".docx", ".html", ".pdf")


def main(folders: list[str]) -> None:
    """Count, and write the file."""
    fired: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    read = 0
    for folder in map(Path, folders):
        known = read_sources(folder) if (folder / SOURCES).exists() else {}
        for path in sorted(path for path in folder.rglob("*") if path.suffix in READ):
            try:
                found = read_and_observe(path, known[path.name][0] if path.name in known else Facts())
            except MubiaoError as error:
                print(error, file=sys.stderr)
                continue
            for one in found:
                names = names_in(one)
                read += 1
                fired.update(names)
                documents.update(names.keys())
    with FILE.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["rule", "documents", "times", "of_documents"])
        for kind, rules in rulebook().items():
            rows.writerows([name, documents[name], fired[name], read] for name in rules if kind != "source")


def names_in(read: Read) -> Counter[str]:
    """How often each rule fired in a document: in rows, refusals, paragraphs that do not count, and warnings."""
    document, tasks, observed = read
    names = Counter(name for row in observed.observations for name in row.rules)
    names.update(refusal.reason for refusal in observed.refusals)
    names.update(task.refused for task in tasks if task.refused)
    names.update(warning.partition(":")[0] for warning in document.facts.warnings)
    return names


if __name__ == "__main__":
    main(sys.argv[1:])
