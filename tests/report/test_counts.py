"""Page, views and charts count the same targets and verdicts; a picture that leaves some out says how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import altair as alt
import pytest

from mubiao.charts import heat, plan_result_next, verdicts
from mubiao.report.national import national_page
from mubiao.report.place import PlacePage, place_page
from mubiao.warehouse import Warehouse

VERDICTS = ("met", "near", "missed", "not_comparable", "unknown")
JUDGED = VERDICTS[:3]
# What has no target of the year has no verdict either.
COMPARED = """
    select attainment, count(*) from comparison
    where jurisdiction = '宁波市' and plan_year = 2024 and attainment_reason is distinct from 'no_plan'
    group by attainment
"""
SUMMED = "from attainment_summary where jurisdiction = '宁波市' and plan_year = 2024"
PROVINCES = (
    "from plan_result_next where plan_year = 2025 and jurisdiction_code in (select jurisdiction_code from jurisdictions where level = 'province')"
)


@pytest.fixture(scope="module")
def tables(example_tables: Path) -> Iterator[Warehouse]:
    with Warehouse(example_tables) as opened:
        yield opened


@pytest.fixture(scope="module")
def compared(tables: Warehouse) -> Counter[str]:
    """Verdicts of the targets of Ningbo for 2024."""
    return Counter(dict(tables.sql(COMPARED).fetchall()))


@pytest.fixture(scope="module")
def page(tables: Warehouse) -> PlacePage:
    """The page of Ningbo for 2024, made once."""
    return place_page(tables, "宁波市", 2024)


def drawn(chart: alt.TopLevelMixin, field: str) -> list[dict[str, Any]]:
    """The data of a chart, once."""
    return next(data for data in chart.to_dict()["datasets"].values() if field in data[0])


def test_the_page_of_a_place_counts_what_the_comparison_counts(page: PlacePage, compared: Counter[str]) -> None:
    assert Counter(line.verdict for line in page.judged + page.unanswered) == compared
    open_ones = compared["unknown"] + compared["not_comparable"]
    assert page.finding.title.zh.startswith(f"能核对的{sum(compared[kind] for kind in JUDGED)}项目标中")
    assert any(f"另有{open_ones}项" in told.zh for told in page.finding.lead)


def test_the_summary_and_its_chart_count_them_too(tables: Warehouse, compared: Counter[str]) -> None:
    summary = tables.sql(SUMMED).df()
    assert Counter({kind: int(summary[kind].sum()) for kind in VERDICTS}) == compared
    assert summary["targets"].sum() == sum(compared.values())
    charted: Counter[str] = Counter()
    for row in drawn(verdicts(summary), "verdict"):
        charted[row["verdict"]] += row["targets"]
    assert charted == compared


def test_the_picture_of_the_comparison_says_how_many_of_them_it_shows(tables: Warehouse, compared: Counter[str]) -> None:
    judged = sum(compared[kind] for kind in JUDGED)
    head = plan_result_next(tables.compare("宁波市", 2024)).to_dict()["title"]
    assert head["subtitle"][-1].startswith(f"当年{sum(compared.values())}项目标中画出")
    assert f"有判定的{judged}项中画出" in head["subtitle"][-1]


def test_boards_spreads_and_heat_of_provinces_count_the_same_places(tables: Warehouse) -> None:
    page, frame = national_page(tables, 2025), tables.sql(PROVINCES).df()
    cells = Counter((cell["indicator"], cell["verdict"]) for cell in drawn(heat(frame), "verdict"))
    spreads = {spread.name.zh: spread.places for spread in page.spreads}
    told = frame[frame["plan_value"].notna()].groupby(["indicator_id", "attainment"]).size()
    for board in page.boards:
        counts = {kind: board.count(kind) for kind in VERDICTS}
        assert counts == {kind: cells[board.name.zh, kind] for kind in VERDICTS}
        assert {kind: number for kind, number in counts.items() if number} == told[board.indicator_id].to_dict()
        assert board.plans == sum(counts.values()) == spreads[board.name.zh]


def test_the_page_calls_new_or_vanished_what_the_view_does(tables: Warehouse, page: PlacePage) -> None:
    query = "select change, count(*) from target_changes where jurisdiction = '宁波市' and plan_year = 2024 group by change"
    changes = Counter(dict(tables.sql(query).fetchall()))
    assert Counter(page.absences.values()) == {kind: changes[kind] for kind in ("new", "dropped", "other_kind") if changes[kind]}
    assert sum(map(len, page.changes.values())) == sum(changes[kind] for kind in ("raised", "lowered", "kept"))
