"""How well other ways of reading find the same gold rows: a pattern, Microsoft's recognisers, two Chinese taggers.

Measured: precision, recall and F1 of finding the numbers, F1 of rows that are right in every field, the share of found rows
with each field right; processor time, speed and peak memory, each in a process of its own (the best of three). All are judged
by the project's own scorer on the same rows in the same run.

    pip install -r benchmarks/requirements.txt       # into an environment of its own: the project needs none of it
    python benchmarks/alternatives.py                # tests/gold with the texts of data/raw
    python benchmarks/alternatives.py --gold FOLDER --texts FOLDER FOLDER --leave-out WORD

An alternative finds numbers, units and nouns (finders.py). None of them says how a number is bounded, which kind of figure
it is, or for which year, so all are given the same simple rules for that: words beside the number, and the words that open
the plan. What the tables compare is the finding and the binding. An alternative that is not installed is named and left out.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import finders
import inputs
import measure
from mubiao.model import Document
from mubiao.quality.gold import Gold
from mubiao.quality.score import FIELDS, Score, score
from tables import table

AFTER = {"以上": "ge", "以内": "le", "以下": "le", "左右": "approx"}
BEFORE = {"不低于": "ge", "超过": "gt", "突破": "gt", "超": "gt", "控制在": "le", "不超过": "le", "低于": "lt", "约": "approx", "近": "approx"}
GROWS = re.compile("增长|增速|增幅|下降|同比")
MARK = re.compile(r"[,，。;；\n]")
PLAN = re.compile("总体要求|(?:主要|预期|奋斗)目标")
WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # full-width digits and signs
LISTS = ("task_breakdown", "livelihood_projects")
LOOK = 12  # characters in front of a number that may say how it is meant


@dataclass(slots=True)
class Found:
    """A row of an alternative, with the fields of an observation that the scorer asks."""

    char_start: int
    char_end: int
    value: float | None
    unit: str
    indicator: str
    comparator: str
    measure: str
    stage: str
    year: int
    value_text: str
    rules: tuple[str, ...] = ("alternative",)
    cumulative: bool = False
    lead_units: tuple[str, ...] = ()
    deadline: str | None = None


def rows(mentions: list[finders.Mention], text: str, document: Document) -> list[Found]:
    """What a finder found in a document, made rows by the same simple rules for every alternative."""
    year = document.facts.year or 0
    opening = PLAN.search(text, len(text) // 10) if document.facts.doc_type not in LISTS else None
    plan = opening.start() if opening else 0
    result = []
    for start, end, value, unit, noun in mentions:
        front = MARK.split(text[max(0, start - LOOK) : start])[-1]
        ahead = start >= plan
        bound, kind, stage = _bound(text, start, end, front), _measure(unit, front), "target" if ahead else "result"
        result.append(Found(start, end, value, unit, noun, bound, kind, stage, year if ahead else year - 1, text[start:end]))
    return result


def _bound(text: str, start: int, end: int, front: str) -> str:
    after = next((kind for word, kind in AFTER.items() if text.startswith(word, end)), None)
    before = next((kind for word, kind in BEFORE.items() if front.endswith(word)), None)
    return after or before or ("approx" if re.search("[余多]", text[start:end]) else "eq")


def _measure(unit: str, front: str) -> str:
    if "百分点" in unit:
        return "change"
    if unit in ("%", "％"):
        return "growth" if GROWS.search(front) else "ratio"
    return "amount"


def total(judged: list[Gold], found: list[list[Found]]) -> Score:
    """One score of all documents."""
    result = Score()
    for gold, part in zip(judged, found, strict=True):
        result.add(score(gold, part))  # type: ignore[arg-type]
    return result


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    inputs.add_gold(parser)
    chosen = parser.parse_args()
    judged = list(inputs.gold_documents(chosen.gold, chosen.texts, chosen.leave_out))
    gold = [one for one, _ in judged]
    read = [entry.observe()[0] for _, entry in judged]
    texts = [document.text.translate(WIDTH) for document, _ in read]
    own = measure.best_of("extraction.py", *(entry.path for _, entry in judged))
    measured = {"mubiao": (total(gold, [list(observed.observations) for _, observed in read]), own)}  # type: ignore[arg-type, misc]
    with TemporaryDirectory() as folder:
        path = Path(folder, "texts.json")
        path.write_text(json.dumps(texts), encoding="utf-8")
        for name in finders.installed():
            work = measure.best_of("finders.py", name, path)
            found = [rows(part, text, document) for part, text, (document, _) in zip(work.result, texts, read, strict=True)]
            measured[name] = total(gold, found), work
    print(f"{measured['mubiao'][0].gold} gold rows of {len(judged)} documents, {sum(map(len, texts)):,} characters\n")
    _print(measured, sum(map(len, texts)))


def _print(measured: dict[str, tuple[Score, measure.Measured]], characters: int) -> None:
    """Quality and cost, then the fields."""
    lines, shares = [], []
    for name, (quality, work) in measured.items():
        made = quality.found + quality.false
        figures = (quality.found / max(1, made), quality.found / max(1, quality.gold), quality.detection, quality.strict_row)
        cost = (f"{work.seconds:.2f}", f"{characters / work.seconds:,.0f}", f"{work.start:.1f}", f"{work.megabytes:.0f}")
        lines.append([name, made, *(f"{figure:.3f}" for figure in figures), *cost])
        shares.append([name, *(f"{quality.share(field):.3f}" for field in FIELDS)])
    print(table(("", "rows", "precision", "recall", "F1", "strict row F1", "seconds", "characters/s", "start-up s", "peak MB"), lines))
    print(f"\nShare of the found rows with each field right:\n\n{table(('', *FIELDS), shares)}")


if __name__ == "__main__":
    main()
