"""What the figures of a page rest on, and the rows of the comparison made of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mubiao.charts.frames import JUDGED, english_of, name_of, signed, value_of
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.present.cells import SIDES, said
from mubiao.present.marks import full_width
from mubiao.report.bars import bar
from mubiao.report.comparison import Comparison, Elsewhere, SecondSource, ToldFigure
from mubiao.report.passages import Excerpt
from mubiao.report.sources import Cited
from mubiao.report.words import Bilingual, figured, label, say

KEY = 10  # characters of a row's anchor


@dataclass(frozen=True)
class Evidence:
    """What the figures of one page rest on.

    Attributes:
        sources: by ``doc_id``.
        names: English name by ``indicator_id``.
        passages: by ``observation_id``.
        units: leading units by ``observation_id``.
        seconds: other sources that say the same, by ``observation_id``.
        judges: the rule that judged a target that is measured against something else, by its ``observation_id``: the comparison tells its
            arithmetic in the place of the rule.
    """

    sources: Mapping[str, Cited]
    names: Mapping[str, str]
    passages: Mapping[str, Excerpt] = field(default_factory=dict)
    units: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    seconds: Mapping[str, tuple[SecondSource, ...]] = field(default_factory=dict)
    judges: Mapping[str, str] = field(default_factory=dict)

    def line(self, row: Mapping[str, Any]) -> Comparison:
        """A row of ``plan_result_next`` with its figures."""
        ids = [str(value_of(row, f"{side}_observation_id") or "") for side in SIDES]
        judged = row["attainment"] in JUDGED
        rule = str(value_of(row, "attainment_rule") or "") if judged else ""
        judge = self.judges.get(ids[0]) if rule else None
        note = str(value_of(row, "attainment_note") or "")
        name, english = self.name(row), self.names.get(value_of(row, "indicator_id") or "", "")
        return Comparison(
            key="r" + hashlib.sha256("|".join((*ids, name.zh, str(row["measure"]))).encode()).hexdigest()[:KEY],
            name=name,
            short=Bilingual(str(row["indicator"]), english or str(row["indicator"])),
            indicator_id=str(value_of(row, "indicator_id") or ""),
            theme=str(value_of(row, "theme") or "other"),
            measure=str(row["measure"]),
            score=row["match_score"] if row["matched_by"] == "wording" and ids[0] and ids[2] else None,
            figures={side: self.figure(row, side) for side in SIDES},
            bar=bar(row) if judged else None,
            units=tuple(dict.fromkeys(full_width(unit) for unit in self.units.get(ids[0]) or self.units.get(ids[2], ()))),
            units_side="next" if ids[0] not in self.units and ids[2] in self.units else "plan",
            verdict=str(row["attainment"]),
            margin=value_of(row, "margin"),
            rule=judge or rule,
            arithmetic=_arithmetic(row) or (_of_names(rule) if judge else Bilingual("", "")),
            note=label("bases", note) if note else None,
            reason=str(value_of(row, "attainment_reason") or ""),
            is_estimate=judged and value_of(row, "result_status") == "estimate",
            stretch=str(value_of(row, "plan_stretch_text") or ""),
            stretch_verdict=str(value_of(row, "stretch_attainment") or ""),
        )

    def name(self, row: Mapping[str, Any]) -> Bilingual:
        """What the indicator of a row is called, with what tells it from its namesakes."""
        name, english = full_width(name_of(row)), self.names.get(value_of(row, "indicator_id") or "", "")
        return Bilingual(name, english_of(row, english) if english else name)

    def figure(self, row: Mapping[str, Any], side: str) -> ToldFigure:
        """One side of a row."""
        missing = str(value_of(row, f"{side}_missing") or "")
        if missing and value_of(row, f"{side}_value") is None:
            return ToldFigure("", missing, elsewhere=self._elsewhere(row, side))
        status, quote = (str(value_of(row, f"{side}_{name}") or "") for name in ("status", "quote"))
        key = str(value_of(row, f"{side}_observation_id") or "")
        return ToldFigure(
            full_width(said(row, side)),
            english=said(row, side, "en"),
            status=status,
            quote="" if status == "derived" else quote,
            passage=self.passages.get(key),
            derived=quote if status == "derived" else "",
            source=self.sources.get(value_of(row, f"{side}_doc_id") or ""),
            observation_id=key,
            seconds=self.seconds.get(key, ()),
            corrected=str(value_of(row, f"{side}_corrected") or ""),
        )

    def _elsewhere(self, row: Mapping[str, Any], side: str) -> tuple[Elsewhere, ...]:
        found = []
        for way in row[f"{side}_elsewhere"]:
            text, why = way["value"] or "", way["why"]
            found.append(Elsewhere(text, why, _pair(row, side, why, text), way["quote"] or "", self.sources.get(way["place"])))
        return tuple(found)


def _pair(row: Mapping[str, Any], side: str, reason: str, text: str) -> Bilingual:
    """The line's own value beside the one that is told in another way: 3万套（当年新增）↔ 21.3万套（累计）."""
    told = next(other for other in SIDES if other != side and not value_of(row, f"{other}_missing"))
    own = Bilingual(full_width(said(row, told)), said(row, told, "en"))
    if reason != "running_total":
        return say("pair", own=own, other=text)
    flows = [label("flow", "cumulative"), label("flow", "own")]
    mine, other = flows if row["cumulative"] else reversed(flows)
    return say("pair_of_flows", own=own, mine=mine, other=text, its=other)


def _of_names(arithmetic: str) -> Bilingual:
    """Arithmetic of the view relative_targets with the names of its indicators in both languages; a sentence of the source stays as it is.

    >>> _of_names("一般公共预算收入 5.1%; 地区生产总值 5.4%").en
    'General public budget revenue 5.1%; Gross regional product 5.4%'
    """
    english = arithmetic
    for indicator in sorted(vocabulary().by_id.values(), key=lambda one: -len(one.name)):
        english = english.replace(indicator.name, indicator.name_en or indicator.name)
    return Bilingual(arithmetic, english if english.isascii() else arithmetic)


def _arithmetic(row: Mapping[str, Any]) -> Bilingual | None:
    """How the gap came about, in the words of the view: points for rates, a share for amounts."""
    gap = value_of(row, "gap")
    if gap is None:
        return None
    plan, result = (figured(row[f"{side}_value"], value_of(row, f"{side}_unit")) for side in ("plan", "result"))
    if row["gap_unit"] == "share":
        return say("share_of_plan", plan=plan, result=result, by=signed(100 * gap, "%"))
    return say("less_plan", plan=plan, result=result, by=say("points", by=signed(gap, "")))
