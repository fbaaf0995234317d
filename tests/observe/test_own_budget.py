"""Whose budget a figure is of: of the whole place, or of its government by itself."""

from __future__ import annotations

from .conftest import Observe

REPORT = """宁波市2022年财政决算的报告
一、2022年财政决算情况
（一）全市财政决算情况
一般公共预算收入180亿元。其中：市本级收入27.6亿元，县区收入152.4亿元。
（二）市级财政决算情况
一般公共预算收入27.6亿元，其中：税收收入18.2亿元。
教育支出12亿元。建成学校3所。全市社会保险基金收入286亿元，收支结余24亿元。
2.市本级。教育支出9亿元，科学技术支出4亿元。全市一般公共预算收入180亿元。其中税收收入120亿元；非税收入60亿元。
（三）财政运行情况
市本级一般公共预算收入27.6亿元，税收收入增长3%。税收收入增长5%。
"""


def test_a_heading_a_sentence_or_a_whole_says_whose_budget_it_is(observe: Observe) -> None:
    rows = observe(REPORT, "330200").observations
    assert [(row.indicator, row.scope) for row in rows] == [
        ("一般公共预算收入", None),
        ("市本级收入", "市本级"),
        ("县区收入", None),
        ("一般公共预算收入", "市级"),
        ("税收收入", "市级"),
        ("教育支出", "市级"),
        ("学校", None),
        ("全市社会保险基金收入", None),
        ("收支结余", None),
        ("教育支出", "市本级"),
        ("科学技术支出", "市本级"),
        ("全市一般公共预算收入", None),
        ("税收收入", None),
        ("非税收入", None),
        ("市本级一般公共预算收入", "市本级"),
        ("税收收入", "市本级"),
        ("税收收入", None),
    ]
