"""What a page says first: its title is the finding, the paragraph below it the rest."""

from __future__ import annotations

from dataclasses import dataclass

from mubiao.charts.frames import JUDGED
from mubiao.report.comparison import Comparison
from mubiao.report.words import Bilingual, listed, say


@dataclass(frozen=True)
class Finding:
    """Title and lead of the page of a place."""

    title: Bilingual
    lead: tuple[Bilingual, ...]


def finding(lines: list[Comparison], year: int) -> Finding:
    """The finding of a place and year.

    Args:
        lines: all rows of the comparison.
    """
    plans = [line for line in lines if line.figures["plan"].text]
    found = {verdict: [line for line in plans if line.verdict == verdict] for verdict in JUDGED}
    judged = sum(map(len, found.values()))
    if not plans:
        return Finding(say("only_next", year=year, next=year + 1, count=len(lines)), ())
    if not judged:
        return Finding(say("none_judged", year=year, count=len(plans)), (say("none_judged_lead", next=year + 1),))
    return Finding(_title(found, judged), tuple(_lead(found, len(plans) - judged)))


def _title(found: dict[str, list[Comparison]], judged: int) -> Bilingual:
    names = {verdict: listed([line.short for line in lines]) for verdict, lines in found.items()}
    if found["missed"]:
        return say("judged_missed", judged=judged, missed=len(found["missed"]), names=names["missed"])
    if found["near"]:
        return say("judged_near", judged=judged, met=len(found["met"]), near=len(found["near"]), names=names["near"])
    return say("judged_met", judged=judged)


def _lead(found: dict[str, list[Comparison]], unanswered: int) -> list[Bilingual]:
    told = [say(f"{verdict}_are", names=listed([line.short for line in found[verdict]], most=8)) for verdict in ("met", "near") if found[verdict]]
    if len({line.short for line in found["missed"]}) > 3:
        told.insert(0, say("missed_are", names=listed([line.short for line in found["missed"]], most=12)))
    if unanswered:
        told.append(say("unanswered", count=unanswered))
    estimates = sum(line.is_estimate for lines in found.values() for line in lines)
    return [*told, say("on_estimates", count=estimates)] if estimates else told
