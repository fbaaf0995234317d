"""Phrases without a canonical indicator, with the likest ones: a file that a person confirms and mubiao build reads."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

from rapidfuzz import fuzz, process

from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.tables.decisions import COLUMNS, DECIDED, FILE, Decision, read_decisions
from mubiao.warehouse import Warehouse

CANDIDATES = 3
LEAST = 50.0  # per cent of likeness below which a suggestion only misleads
GROUPED = """
    select
        indicator_key, arg_min(indicator, observation_id) as indicator, count(*) as rows,
        string_agg(distinct doc_id, ' ' order by doc_id) as documents,
        string_agg(distinct measure, ' ' order by measure) as measures, string_agg(distinct unit, ' ' order by unit) as units,
        arg_min(quote, observation_id) as quote
    from observations
    where indicator_id is null and role <> 'sub'
    group by indicator_key
    order by rows desc, indicator_key
"""


def candidates(phrase: str) -> list[str]:
    """The likest indicators of a phrase, best first, as ``id 名称 likeness``; suggestions only, nothing is mapped by them.

    >>> candidates("城镇新增就业人员")[0]
    'urban_new_jobs 城镇新增就业 100'
    """
    forms = vocabulary().forms
    likest = process.extract(plain(phrase), forms.keys(), scorer=fuzz.ratio, limit=12, score_cutoff=LEAST)
    best: dict[str, float] = {}
    for form, likeness, _ in likest:
        best[forms[form]] = max(likeness, best.get(forms[form], 0.0))
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))[:CANDIDATES]
    return [f"{found} {vocabulary().by_id[found].name} {likeness:.0f}" for found, likeness in ranked]


def write_unmapped(warehouse: Warehouse, folder: Path) -> tuple[Path, int]:
    """Write all unmapped phrases to ``unmapped.csv`` in a folder; decisions that stand there are kept.

    Returns:
        The file, and how many phrases wait for a decision.
    """
    decisions = read_decisions(folder)
    lines, waiting = [], 0
    for row in warehouse.sql(GROUPED).fetchall():
        found = (candidates(row[0]) + [""] * CANDIDATES)[:CANDIDATES]
        decided = decisions.pop(row[0], None)
        waiting += decided is None
        lines.append([*row, *found, *_decided(decided)])
    lines += [[key, *[""] * (len(COLUMNS) - 1 - len(DECIDED)), *_decided(found)] for key, found in sorted(decisions.items())]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(lines)
    beside = path.with_name(f".{FILE}.part")
    beside.write_text(buffer.getvalue(), encoding="utf-8")
    os.replace(beside, path)
    return path, waiting


def _decided(found: Decision | None) -> list[str]:
    return [found.decision, found.who, found.when, found.why] if found else [""] * len(DECIDED)
