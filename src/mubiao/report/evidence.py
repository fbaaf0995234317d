"""Figures of a report with what stands behind them: quote, source, rule, and what is told in another way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mubiao.charts.frames import name_of, signed, value_of
from mubiao.present.cells import number, said
from mubiao.present.labels import zh

SIDES = ("plan", "result", "next")
COLUMNS = ("doc_id", "title", "issuer", "published", "doc_type", "coverage", "gaps", "url")
LINKS = ("https://", "http://")  # an address of another kind (javascript:) would run in the reader's browser


@dataclass(frozen=True)
class Source:
    """A document, or a source of published figures; see the table ``documents``."""

    doc_id: str
    title: str
    issuer: str
    published: str
    doc_type: str
    coverage: str
    gaps: str
    url: str
    figures: int = 0  # so many of the report's figures stand in it
    asked: bool = False  # a document that speaks of one of the report's years, whatever it says

    @staticmethod
    def of(row: Mapping[str, Any]) -> Source:
        """The source that a row of ``documents`` describes; an address that is no web address is left out."""
        doc_id, title, issuer, published, doc_type, coverage, gaps, url = (str(value_of(row, name) or "") for name in COLUMNS)
        return Source(doc_id, title or doc_id, issuer, published, doc_type, coverage, gaps, url if url.startswith(LINKS) else "")


@dataclass(frozen=True)
class Elsewhere:
    """A value of the same thing that cannot stand in the line, and why; pair shows it beside the line's own value."""

    text: str
    reason: str
    pair: str
    quote: str
    source: Source | None


@dataclass(frozen=True)
class Figure:
    """One cell: a value with its quote and source, or why there is none (missing)."""

    text: str
    missing: str = ""
    status: str = ""
    quote: str = ""
    source: Source | None = None
    observation_id: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()


@dataclass(frozen=True)
class Line:
    """A row of ``plan_result_next`` as people read it."""

    name: str
    name_en: str
    theme: str
    score: float | None  # of the match by wording, where two wordings were matched
    figures: Mapping[str, Figure]
    verdict: str
    rule: str
    arithmetic: str
    reason: str


class Evidence:
    """What the figures of one report rest on.

    Args:
        sources: by ``doc_id``.
        names: English name by ``indicator_id``.
        told: quote and ``doc_id`` by stage, year, thing (``indicator_id``, else the phrase) and value as written.
    """

    def __init__(self, sources: Mapping[str, Source], names: Mapping[str, str], told: Mapping[tuple[str, int, str, str], tuple[str, str]]) -> None:
        self.sources, self.names, self.told = sources, names, told

    def line(self, row: Mapping[str, Any]) -> Line:
        """A row of ``plan_result_next`` with its figures."""
        matched = row["matched_by"] == "wording" and value_of(row, "plan_observation_id") and value_of(row, "next_observation_id")
        rule = value_of(row, "attainment_rule") or "" if row["attainment"] in ("met", "near", "missed") else ""
        return Line(
            name=name_of(row),
            name_en=self.names.get(value_of(row, "indicator_id") or "", ""),
            theme=value_of(row, "theme") or "other",
            score=row["match_score"] if matched else None,
            figures={side: self.figure(row, side) for side in SIDES},
            verdict=row["attainment"],
            rule=rule if value_of(row, "gap") is not None else "",
            arithmetic=_arithmetic(row) or rule,  # of a target that is relative to another the view gives the arithmetic instead of a rule
            reason=value_of(row, "attainment_reason") or "",
        )

    def figure(self, row: Mapping[str, Any], side: str) -> Figure:
        """One side of a row."""
        missing = value_of(row, f"{side}_missing") or ""
        if missing and value_of(row, f"{side}_value") is None:
            return Figure("", missing, elsewhere=self._elsewhere(row, side))
        return Figure(
            said(row, side),
            status=value_of(row, f"{side}_status") or "",
            quote=value_of(row, f"{side}_quote") or "",
            source=self.sources.get(value_of(row, f"{side}_doc_id") or ""),
            observation_id=value_of(row, f"{side}_observation_id") or "",
        )

    def _elsewhere(self, row: Mapping[str, Any], side: str) -> tuple[Elsewhere, ...]:
        ways = row[f"{side}_elsewhere"]
        found = []
        for way in ways if isinstance(ways, list) or hasattr(ways, "tolist") else []:
            reason, _, text = str(way).partition(": ")
            stage, year = ("result" if side == "result" else "target"), int(row["plan_year"]) + (side == "next")
            thing = value_of(row, "indicator_id") or str(row["indicator"])
            quote, doc_id = self.told.get((stage, year, thing, text), ("", ""))
            found.append(Elsewhere(text, reason, _pair(row, side, reason, text), quote or "", self.sources.get(doc_id)))
        return tuple(found)


def _pair(row: Mapping[str, Any], side: str, reason: str, text: str) -> str:
    """The line's own value beside the one that is told in another way: 3万套(当年新增) ↔ 21.3万套(累计)."""
    own = next(said(row, other) for other in SIDES if other != side and not value_of(row, f"{other}_missing"))
    if reason != "running_total":
        return f"{own} ↔ {text}"
    flows = [zh("flow", "cumulative"), zh("flow", "own")]
    mine, other = flows if row["cumulative"] else reversed(flows)
    return f"{own}({mine}) ↔ {text}({other})"


def _arithmetic(row: Mapping[str, Any]) -> str:
    """How the gap came about, in the words of the view: points for rates, a share for amounts."""
    gap = value_of(row, "gap")
    if gap is None:
        return ""
    plan, result = (number(row[f"{side}_value"], value_of(row, f"{side}_unit")) for side in ("plan", "result"))
    if row["gap_unit"] == "share":
        return f"{result} ÷ {plan} − 1 = {signed(100 * gap, '%')}"
    return f"{result} − {plan} = {signed(gap, '')} {zh('axis', 'points')}"
