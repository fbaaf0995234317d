"""Judged rows, the figures of confidence that follow from them, and how well figures hold on rows (see calibrate.py)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import sqrt
from unittest.mock import patch

from mubiao.observe import confidence
from mubiao.quality.gold import Gold
from mubiao.quality.score import score
from mubiao.rows import Observation

LEAST = 20  # a rule with fewer rows shares the figure of the others
SHORT, LONG = 3, 24  # lengths of a phrase beyond which the program doubts it
BINS = (0.0, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)

Figures = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Case:
    """One judged row: what its confidence depends on, and whether it is right in every field."""

    document: str
    rule: str
    phrase: str
    mapped: bool
    said: float
    right: bool

    @property
    def sign(self) -> str:
        """What makes it doubtful, or ""; a mapped phrase is not doubted for its length."""
        if self.mapped:
            return "mapped"
        return "short" if len(self.phrase) < SHORT else "long" if len(self.phrase) > LONG else ""


@dataclass(frozen=True, slots=True)
class Quality:
    """How well figures hold: expected calibration error, Brier score, and the Brier score of one figure for all rows."""

    error: float
    brier: float
    brier_of_mean: float


def cases(gold: Gold, rows: Sequence[Observation]) -> list[Case]:
    """The judged rows of a document.

    The scorer counts rows by rule; with each row's own key in the place of its rule, it counts each row.
    """
    by_key = {row.observation_id: row for row in rows}
    judged = score(gold, [replace(row, rules=[row.observation_id]) for row in rows]).rules
    found = [(by_key[key], bool(counts["right"])) for key, counts in judged.items()]
    return [Case(gold.name, row.found_by, row.indicator, row.indicator_id is not None, row.confidence, right) for row, right in found]


def fit(judged: Sequence[Case]) -> Figures:
    """The figures of ``confidence.toml``: shares by rule of phrases without a sign of doubt, and what each sign makes of them."""
    plain = [case for case in judged if not case.sign]
    groups = {name: [case for case in plain if case.rule == name] for name in sorted({case.rule for case in plain})}
    own = {name: group for name, group in groups.items() if len(group) >= LEAST}
    rules = {"other": share([case for case in plain if case.rule not in own])} | {name: share(group) for name, group in own.items()}
    mapped = share([case for case in judged if case.sign == "mapped"])
    return {"rules": rules, "signs": {"mapped": mapped, **{name: _factor(judged, name, rules) for name in ("short", "long")}}}


def share(group: Sequence[Case]) -> float:
    """Share of right rows by the rule of succession: as if one right and one wrong row more had been seen."""
    return round((sum(case.right for case in group) + 1) / (len(group) + 2), 3)


def _factor(judged: Sequence[Case], sign: str, rules: dict[str, float]) -> float:
    """Right rows with a sign of doubt as a share of those that their rules let expect, by the rule of succession."""
    group = [case for case in judged if case.sign == sign]
    expected = sum(rules.get(case.rule, rules["other"]) for case in group)
    return round((sum(case.right for case in group) + 1) / (expected + 2), 3)


def said_by(figures: Figures, judged: Iterable[Case]) -> list[Case]:
    """The same rows with the confidence that other figures give them, by the program's own formula."""
    with patch.object(confidence, "table", lambda: figures):
        return [replace(case, said=confidence.confidence(case.rule, case.phrase, case.mapped)) for case in judged]


def crossed(judged: Sequence[Case]) -> list[Case]:
    """Each document's rows with the confidence that follows from all other documents."""
    names = sorted({case.document for case in judged})
    return [
        case
        for name in names
        for case in said_by(fit([one for one in judged if one.document != name]), [one for one in judged if one.document == name])
    ]


def binned(judged: Sequence[Case]) -> list[tuple[float, float, list[Case]]]:
    """Rows by bins of confidence, empty ones left out; a bin holds its upper end."""
    groups = [(low, high, [case for case in judged if low < case.said <= high]) for low, high in pairwise(BINS)]
    return [group for group in groups if group[2]]


def quality(judged: Sequence[Case]) -> Quality:
    """Calibration error over the bins, and Brier scores."""
    mean = sum(case.right for case in judged) / len(judged)
    gaps = [abs(sum(case.said - case.right for case in group)) for _, _, group in binned(judged)]
    brier = sum((case.said - case.right) ** 2 for case in judged)
    return Quality(sum(gaps) / len(judged), brier / len(judged), mean * (1 - mean))


def interval(right: int, rows: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    z = 1.96
    middle, spread = right + z * z / 2, z * sqrt(right * (rows - right) / rows + z * z / 4)
    return (middle - spread) / (rows + z * z), (middle + spread) / (rows + z * z)
