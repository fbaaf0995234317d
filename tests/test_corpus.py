"""Whole reports of a folder beside the project: read for what they are. Skipped where the folder is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mubiao.extracts import read_and_observe
from mubiao.model import Facts

FOLDER = Path(__file__).parents[2] / "shared" / "corpus"
NAME = re.compile(r"(20\d\d)(?:年.*|-)政府工作报告(?!.*节选)")
REPORTS = sorted(path for path in FOLDER.glob("*") if NAME.search(path.name)) if FOLDER.is_dir() else []
FIRST = 0.3  # of a report: there it looks back
MOST = 0.25  # share of targets there


@pytest.mark.skipif(not REPORTS, reason="no folder of reports")
def test_no_report_is_misread_as_a_whole():
    """Few targets in the first third, no result of a year that is not over, and targets of the year of the report."""
    misread = {}
    for path in REPORTS:
        [(document, _, observed)] = read_and_observe(path, Facts())
        first = [row for row in observed.observations if row.char_start < FIRST * len(document.text)]
        planned = [row.year for row in observed.observations if row.stage == "target"]
        share = sum(row.stage == "target" for row in first) / max(1, len(first))
        of_year = int(NAME.search(path.name)[1])
        most = max(set(planned), key=planned.count, default=of_year)
        if share >= MOST or document.facts.year != of_year or most != of_year:
            misread[path.name] = (round(share, 2), document.facts.year, most)
    assert misread == {}
