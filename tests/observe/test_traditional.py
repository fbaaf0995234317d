"""Documents in traditional characters: read as simplified ones, shown as published."""

from __future__ import annotations

from pathlib import Path

import pytest

from mubiao.extracts import read_and_observe
from mubiao.model import Facts

PLAN = "鄂州市鄂城區2023年政府工作報告\n2023年，主要預期目標是：規上工業產值增幅13%以上，財政總收入達到20億元；改造農村危舊房2000戶。\n"
SPEECH = (
    "廣東省人民政府工作報告\n——2013年1月25日在廣東省第十二屆人民代表大會第一次會議上\n一、過去五年工作回顧\n"
    "「十一五」時期，全省生產總值年均增長10.5%。\n二、2013年主要工作\n居民消費價格漲幅控制在3.5%以內。\n"
)
COUNTY = "一、一九八四年工作回顧\n糧食總產量不低於4.5億公斤。\n二、一九八五年的主要任務\n新修公路12公里。\n"
DONE = "秦安縣2015年十件民生實事完成情況\n硬化農村公路500公里。\n"


@pytest.mark.parametrize(
    ("text", "name", "facts"),
    [
        (PLAN, "report.txt", ("work_report", 2023, "420704")),
        (SPEECH, "report.txt", ("work_report", 2013, "440000")),
        (COUNTY, "慈溪縣政府工作報告.txt", ("work_report", 1985, "330282")),
        (DONE, "report.txt", ("progress_report", 2015, "620522")),
    ],
    ids=["title", "speech", "headings_and_file_name", "results"],
)
def test_kind_year_and_place_are_found(tmp_path: Path, text: str, name: str, facts: tuple[str, int, str]):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    [(document, _, _)] = read_and_observe(path, Facts())
    assert (document.facts.doc_type, document.facts.year, document.facts.jurisdiction_code) == facts


def test_rows_are_as_of_simplified_characters_but_for_what_is_quoted(tmp_path: Path):
    path = tmp_path / "report.txt"
    path.write_text(PLAN, encoding="utf-8")
    [(_, _, observed)] = read_and_observe(path, Facts())
    assert [(row.indicator, row.indicator_id, row.value_text, row.unit) for row in observed.observations] == [
        ("規上工業產值", "industrial_output", "13%以上", "%"),
        ("財政總收入", "total_fiscal_revenue", "20億元", "元"),
        ("農村危舊房", "rural_dangerous_houses", "2000戶", "户"),
    ]
    assert [row.indicator_key for row in observed.observations][1] == "财政总收入"
    assert "達到20億元" in observed.observations[1].quote
