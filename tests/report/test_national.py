"""The page of many places, from the reports of three provinces; a fourth has none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import mubiao
from mubiao.charts.frames import on_scale
from mubiao.errors import PlaceError, UsageError, WarehouseError
from mubiao.report import chosen_boards, write_national, write_report
from mubiao.report.boards import board, spread
from mubiao.report.evidence import Evidence
from mubiao.report.national import national_page
from mubiao.report.write import render
from mubiao.warehouse import Warehouse

from .conftest import Page, parsed

# name, code, plan 2025, result 2025, target 2026
PROVINCES = [
    ("河北省", "130000", "5%以上", "5.6%", "5%左右"),
    ("山西省", "140000", "5%左右", "4.7%", "5%—5.5%"),
    ("辽宁省", "210000", "5.5%以上", "3.7%", "4.5%左右"),
]
PLAN = (
    "{name}政府工作报告\n\n一、2024年工作回顾\n\n稳步增长。\n\n二、2025年工作\n\n主要预期目标是：地区生产总值增长{plan}；城镇新增就业{jobs}万人。\n"
)
REVIEW = "{name}政府工作报告\n\n一、2025年工作回顾\n\n地区生产总值增长{result}。\n\n二、2026年工作\n\n主要预期目标是：地区生产总值增长{next}。\n"


@pytest.fixture(scope="module")
def provinces(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The tables of the reports of three provinces."""
    folder = tmp_path_factory.mktemp("provinces")
    raw = folder / "raw"
    raw.mkdir()
    told = []
    for jobs, (name, code, plan, result, after) in enumerate(PROVINCES, start=30):
        for year, text in ((2025, PLAN), (2026, REVIEW)):
            file = f"{code}-{year}.txt"
            (raw / file).write_text(text.format(name=name, plan=plan, result=result, next=after, jobs=jobs), encoding="utf-8")
            told.append(
                f'[[document]]\nfile = "{file}"\ntitle = "{name}政府工作报告（{year}）"\npublished = "{year}-01-20"\n'
                f'doc_type = "work_report"\njurisdiction_code = "{code}"\nyear = {year}\n'
            )
    (raw / "sources.toml").write_text("\n".join(told), encoding="utf-8")
    assert mubiao.build(raw, folder / "parquet").bad == []
    return mubiao.open(folder / "parquet")


@pytest.fixture(scope="module")
def file(provinces: Warehouse, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_national(provinces, 2025, tmp_path_factory.mktemp("national"))


@pytest.fixture(scope="module")
def page(file: Path) -> Page:
    return parsed(file.read_text(encoding="utf-8"))


def test_the_file_is_named_by_level_and_year(file: Path) -> None:
    assert file.name == "province-2025.html"


def test_the_title_counts_verdicts(page: Page) -> None:
    assert page.title == "2025年地区生产总值（增速），能核对的3个地区中，1个未完成，1个接近，1个完成"


def test_provinces_without_a_report_are_named_and_stay_blank(page: Page) -> None:
    assert re.search(r"28个地区的目标未收录，留空：北京市、天津市、内蒙古自治区", page.text)


def test_indicators_that_find_no_room_are_named(provinces: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chosen_boards, "MOST", 1)
    told = national_page(provinces, 2025)
    assert [held.indicator_id for held in told.boards] == ["gdp"]
    assert "另有1项同样可比，未列出：城镇新增就业" in parsed(render("national.html.j2", told)).text


def test_a_target_that_keeps_its_number_under_another_word_shows_both(page: Page) -> None:
    assert "不变河北省5%以上→5%左右" in re.sub(r"\s+", "", page.text.split("2026年谁加码，谁放宽")[1])


def test_a_place_and_an_indicator_are_one_row(page: Page) -> None:
    assert sorted((row["data-u"], row["data-v"]) for row in page.rows.values() if row["data-t"] == "gdp") == [
        ("山西省", "near"),
        ("河北省", "met"),
        ("辽宁省", "missed"),
    ]


@pytest.mark.parametrize("told", ["地区生产总值增长3.7%。", "主要预期目标是：地区生产总值增长5%以上；"])
def test_rows_hold_the_sentences(page: Page, told: str) -> None:
    assert told in page.quotes


def test_who_raised_and_who_cut(page: Page) -> None:
    cells = re.sub(r"\s+", "", page.text.split("2026年谁加码，谁放宽")[1])
    assert cells.startswith(
        "指标要求提高要求放宽不变地区生产总值（增速）要求提高山西省5%左右→5%—5.5%要求放宽辽宁省5.5%以上→4.5%左右不变河北省"
    )  # a card on a phone names its cells


@pytest.mark.parametrize("word", ["null", "None", "none", "nan"])
def test_nothing_of_the_machine_reaches_a_reader(page: Page, word: str) -> None:
    found = [text for text in (page.text, *page.english) if re.search(rf"(?<![A-Za-z]){word}(?![A-Za-z])", text)]
    assert found == []


def test_named_places_instead_of_a_level(provinces: Warehouse, tmp_path: Path) -> None:
    path = write_national(provinces, 2025, tmp_path, places=["河北省", "140000", "辽宁"])
    assert (path.name, "没有可用的目标" in path.read_text(encoding="utf-8")) == ("places-2025.html", False)


def test_two_places_are_enough_where_they_are_named(provinces: Warehouse, tmp_path: Path) -> None:
    told = parsed(write_national(provinces, 2025, tmp_path, places=["河北省", "辽宁"]).read_text(encoding="utf-8")).text
    assert "河北省" in told
    assert "辽宁省" in told


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"year": 1990}, WarehouseError),
        ({"year": 2024}, WarehouseError),
        ({"year": 2025, "level": "town"}, UsageError),
        ({"year": 2025, "places": ["无此省"]}, PlaceError),
        ({"year": 2025, "places": ["河北省"]}, WarehouseError),
    ],
    ids=["a year without targets", "targets of the year after alone", "no such level", "no such place", "one place"],
)
def test_what_cannot_be_laid_side_by_side_is_an_error(provinces: Warehouse, tmp_path: Path, given: dict, error: type[Exception]) -> None:
    with pytest.raises(error):
        write_national(provinces, out=tmp_path, **given)


def test_a_province_stands_among_its_peers(provinces: Warehouse, tmp_path: Path) -> None:
    told = parsed(write_report(provinces, "辽宁省", 2025, tmp_path).read_text(encoding="utf-8")).text
    assert "计划5.5%以上，在3个地区中居第1位；结果3.7%，在3个地区中居第3位" in told


def test_new_and_no_longer_listed_are_said_between_documents_of_one_kind(provinces: Warehouse, tmp_path: Path) -> None:
    told = parsed(write_report(provinces, "辽宁省", 2025, tmp_path).read_text(encoding="utf-8")).summaries
    assert any("城镇新增就业" in summary and "不再列出" in summary for summary in told)


SIDES = {f"{side}_{name}": None for side in ("plan", "result", "next") for name in ("value", "unit", "text", "missing", "status", "quote")} | {
    f"{side}_elsewhere": [] for side in ("plan", "result", "next")
}
ROW = SIDES | {
    "jurisdiction_code": "130000",
    "jurisdiction": "河北省",
    "indicator": "高标准农田",
    "indicator_id": "high_standard_farmland",
    "measure": "amount",
    "cumulative": False,
    "matched_by": "indicator",
    "plan_year": 2025,
    "attainment": "unknown",
}


def test_the_ends_of_a_spread_are_told_in_the_unit_of_the_targets() -> None:
    values = (40_000.0, 100_000.0, 200_000.0)
    rows = [ROW | {"plan_value": value, "plan_figure": on_scale(value, "亩"), "plan_unit": "亩", "plan_comparator": "ge"} for value in values]
    told = spread(board("high_standard_farmland", [(row, Evidence({}, {}, {}).line(row)) for row in rows]), "亩")
    assert (told.low.zh, told.middle.zh, told.high, told.wordings["at_least"]) == ("4万亩", "10万亩", ("20万亩", "200,000 mu"), 3)


def test_a_place_of_which_only_single_figures_are_known_is_not_said_to_state_nothing(page: Page) -> None:
    """北京市 has no report here: that its cell is empty says nothing about its targets."""
    assert re.search(r"北京市\s*(未收录\s*)+天津市", page.text)


def test_provinces_have_english_names(page: Page) -> None:
    assert "Beijing" in page.english


def test_moves_of_no_place_are_not_counted(page: Page) -> None:
    assert "有0个" not in page.text
