"""The five documents of data/raw: how many tasks have units, and some that were looked up by hand."""

from __future__ import annotations

import pytest

NINGBO_2025 = ("330200-ningbo-2025-task-breakdown.txt", "task_breakdown", "330200", 2025)
YINZHOU_2024 = ("330212-yinzhou-2024-task-breakdown.txt", "task_breakdown", "330212", 2024)
CIXI_2021 = ("330282-cixi-2021-task-breakdown.txt", "task_breakdown", "330282", 2021)
NINGBO_2022 = ("330200-ningbo-2022-work-report.txt", "work_report", "330200", 2022)
NINGBO_2024 = ("330200-ningbo-2024-work-report.txt", "work_report", "330200", 2024)


@pytest.mark.parametrize(
    ("source", "led"),
    [
        (NINGBO_2025, 147 + 31),  # lines 牵头单位, and brackets with 责任单位
        (YINZHOU_2024, 172 + 26),  # numbered rows, and rows of the table of projects
        (CIXI_2021, 50),  # lines that begin with 牵头单位 or 牵头领导
    ],
    ids=["ningbo_2025", "yinzhou_2024", "cixi_2021"],
)
def test_every_task_of_the_lists_has_its_leading_units(published, source, led: int):
    assert sum(bool(item.task.lead_units) for item in published(*source)) == led


@pytest.mark.parametrize(
    ("source", "words", "section", "lead", "support", "officials"),
    [
        (
            NINGBO_2025, "居民消费价格涨幅2%左右", "赵海滨常务副市长牵头重点工作",
            ["市发改委"], ["市农业农村局", "市商务局等市级有关部门", "各区(县、市)政府", "开发园区管委会"], ["赵海滨"],
        ),
        (
            NINGBO_2025, "城镇生活小区“污水零直排区”31个", "2025年市民生实事项目责任分解清单",
            ["市住建局"], ["市水利局", "市生态环境局"], ["杨勇"],
        ),
        (
            YINZHOU_2024, "财政科技经费投入增长15%以上", "区长陈兴立牵头重点工作",
            ["区财政局"], ["区科技局"], ["陈兴立"],
        ),
        (
            CIXI_2021, "抓好新一轮国资国企改革", "胡海达常务副市长负责主抓工作",
            ["市国有资产管理中心", "市财政局"], ["市金融发展服务中心等市级有关部门", "各镇(街道)"], ["胡海达"],
        ),
    ],
    ids=["ningbo_prices", "ningbo_sewage", "yinzhou_science", "cixi_state_firms"],
)  # fmt: skip
def test_a_known_task_and_its_units(published, source, words: str, section: str, lead: list[str], support: list[str], officials: list[str]):
    (found,) = [item for item in published(*source) if words in item.text]
    assert (found.task.section[0], *found.duty, found.task.officials) == (section, lead, support, officials)


def test_the_rows_of_the_projects_of_yinzhou_have_deadlines(published):
    found = published(*YINZHOU_2024)
    assert sum(item.task.deadline is not None for item in found) == 26
    (stoves,) = [item for item in found if item.text.startswith("淘汰400辆国四排放标准营运柴油货车")]
    assert (stoves.task.deadline, stoves.task.officials, stoves.duty) == ("2024年11月", ["陈启"], (["区生态环境分局"], ["有关镇(街道)"]))


def test_the_report_of_2024_has_both_parts(published):
    parts = [item.task.part for item in published(*NINGBO_2024)]
    assert (parts.count("review"), parts.count("plan")) == (13, 47)
    assert parts == sorted(parts, reverse=True)


def test_the_newspaper_page_of_2022_repeats_itself_and_holds_other_articles(published):
    reasons = [item.task.refused for item in published(*NINGBO_2022)]
    assert (reasons.count("repeated_passage"), reasons.count("foreign_article")) == (5, 16)


def test_the_web_page_of_cixi_has_navigation_around_it(published):
    assert [item.text[:4] for item in published(*CIXI_2021) if item.task.refused == "site_noise"] == ["当前位置", "详细咨询"]
