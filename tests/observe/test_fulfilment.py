"""What became of a goal, in the same item or in the cell beside it: a target and a result."""

from __future__ import annotations

import pytest

from .conftest import Observe

TABLE = "镇海区2023年民生实事项目完成情况表\n序号\t目标任务\t完成情况\n"


def told(observe: Observe, text: str) -> list[tuple[str, str, float | None, str | None]]:
    found = observe(text, "330211", 2023, "progress_report").observations
    return [(row.indicator, row.stage, row.value, row.part_of_year) for row in found]


@pytest.mark.parametrize(
    ("goal", "done", "rows"),
    [
        ("新建公园绿地20万平方米", "已完成22万平方米", [("公园绿地", "target", 200000, None), ("公园绿地", "result", 220000, None)]),
        ("新增养老床位300张", "完成320张，超额完成", [("养老床位", "target", 300, None), ("养老床位", "result", 320, None)]),
        ("改造老旧小区15个", "已完工12个，3个正在施工", [("老旧小区", "target", 15, None), ("老旧小区", "result", 12, None)]),
        ("改造老旧小区15个", "改造老旧小区16个", [("老旧小区", "target", 15, None), ("老旧小区", "result", 16, None)]),
        (
            "新建老年食堂10家，适老化改造300户",
            "已建成老年食堂12家，改造305户",
            [
                ("老年食堂", "target", 10, None),
                ("适老化改造", "target", 300, None),
                ("老年食堂", "result", 12, None),
                ("适老化改造", "result", 305, None),
            ],
        ),
        ("新增学校3所、公园3个", "已完成5条", [("学校", "target", 3, None), ("公园", "target", 3, None)]),
        ("地区生产总值增长5.5%左右", "增长5.8%，超额完成", [("地区生产总值", "target", 5.5, None), ("地区生产总值", "result", 5.8, None)]),
        ("城镇新增就业8万人", "9.5万人", [("城镇新增就业", "target", 80000, None), ("城镇新增就业", "result", 95000, None)]),
        ("新增停车位500个", "惠及9.5万人", [("停车位", "target", 500, None)]),
    ],
    ids=["a_deed", "a_deed_alone", "the_rest_goes_on", "its_own_thing", "two_goals", "another_unit", "a_rate", "a_number_alone", "another_thing"],
)
def test_a_cell_tells_what_became_of_the_one_beside_it(observe: Observe, goal: str, done: str, rows: list[tuple[str, str, float, None]]) -> None:
    found = told(observe, f"{TABLE}1\t{goal}\t{done}\n2\t加强管理\t扎实推进\n")
    assert found == rows


@pytest.mark.parametrize(
    ("item", "rows"),
    [
        ("新增停车泊位1万个。已建成1.1万个。", [("停车泊位", "target", 10000, None), ("停车泊位", "result", 11000, None)]),
        ("新增停车泊位1万个。截至11月底，已建成1.1万个。", [("停车泊位", "target", 10000, None), ("停车泊位", "result", 11000, "11月底")]),
        ("新增规上企业50家，已完成58家。", [("规上企业", "target", 50, None), ("规上企业", "result", 58, None)]),
        ("开展护理员培训100人次，已培训112人次。", [("护理员培训", "target", 100, None), ("护理员培训", "result", 112, None)]),
        ("新增规上企业58家。", [("规上企业", "result", 58, None)]),
        ("地区生产总值增长5.5%。落实情况：全年增长5.8%。", [("地区生产总值", "target", 5.5, None), ("地区生产总值", "result", 5.8, None)]),
        ("改造老旧小区20个。完成情况：改造22个小区。", [("老旧小区", "target", 20, None), ("老旧小区", "result", 22, None)]),
        ("新引进亿元项目6个。进展：签约8个，开工5个。", [("亿元项目", "target", 6, None)]),
        ("工业平稳。进展情况：新引进亿元项目6个。", [("亿元项目", "result", 6, None)]),
        ("新建卫生站8所。\n进展情况：已建成5所。", [("卫生站", "target", 8, None), ("卫生站", "result", 5, None)]),
        (
            "新建卫生站8所。\n进展情况：已开工5所，开工率62.5%；完成投资200万元。",
            [
                ("卫生站", "target", 8, None),
                ("卫生站", "result", 5, None),
                ("卫生站开工率", "result", 62.5, None),
                ("卫生站投资", "result", 2e6, None),
            ],
        ),
        (
            "改造小区15个、涉及居民2000户，已开工12个，开工率80%。",
            [
                ("小区", "target", 15, None),
                ("居民", "result", 2000, None),
                ("小区", "result", 12, None),
                ("小区开工率", "result", 80, None),
            ],
        ),
        (
            "新增泊位50个，其中公共泊位40个，完成率分别为83.3%、80%。",
            [
                ("泊位", "result", 50, None),
                ("公共泊位", "result", 40, None),
                ("泊位完成率", "result", 83.3, None),
                ("公共泊位完成率", "result", 80, None),
            ],
        ),
        ("85个项目竣工，项目竣工率76.6%。", [("项目竣工", "result", 85, None), ("项目竣工率", "result", 76.6, None)]),
        ("学校项目计划总投资4亿元，到位率90%。", [("学校项目计划总投资", "target", 4e8, None), ("学校项目到位率", "result", 90, None)]),
        ("新建卫生站8所。\n牵头单位：区卫健局\n进展情况：已建成5所。", [("卫生站", "target", 8, None), ("卫生站", "result", 5, None)]),
        ("计划新建或改造便利店80个，现已超额完成93个。", [("便利店", "target", 80, None), ("便利店", "result", 93, None)]),
        ("12个项目已完工9个，其余3个正在施工。", [("项目", "target", 12, None), ("项目", "result", 9, None)]),
        ("126条黑臭水体治理已完成120条。", [("黑臭水体治理", "target", 126, None), ("黑臭水体治理", "result", 120, None)]),
        ("截至10月20日，48个村庄整治已完成30个。", [("村庄整治", "target", 48, None), ("村庄整治", "result", 30, "10月20日")]),
        ("全年10万人搬迁任务，目前已动工9万人。", [("搬迁任务", "target", 100000, None), ("搬迁任务", "result", 90000, None)]),
    ],
    ids=[
        "next_sentence",
        "part_of_a_year",
        "same_sentence",
        "taught_already",
        "no_goal",
        "growth_behind_a_label",
        "named_in_short",
        "another_deed",
        "only_a_label",
        "label_below",
        "rate_and_money_of_the_goal",
        "rate_of_what_was_done",
        "rates_of_two",
        "rate_that_names_what_was_done",
        "rate_of_money",
        "label_below_whose_it_is",
        "more_than_was_planned",
        "the_rest_is_no_figure",
        "in_one_clause",
        "until_a_day",
        "a_task_called_so",
    ],
)
def test_an_item_tells_what_became_of_it(observe: Observe, item: str, rows: list[tuple[str, str, float, str | None]]) -> None:
    assert told(observe, f"镇海区2023年民生实事完成情况\n（一）{item}\n") == rows


def test_a_report_on_half_a_year_tells_what_was_done_of_the_goals_of_the_year(observe: Observe) -> None:
    found = told(observe, "镇海区2023年上半年民生实事项目进展情况\n（一）新增停车泊位1万个。已建成6000个。\n")
    assert found == [("停车泊位", "target", 10000, None), ("停车泊位", "result", 6000, "上半年")]


def test_what_grew_in_a_part_of_the_year_is_told_of_the_goal_in_front(observe: Observe) -> None:
    found = observe("镇海区2023年一季度重点任务进展情况\n（一）地区生产总值增长6%左右。一季度增长5.3%。\n", "330211", 2023, "progress_report")
    assert [(row.stage, row.value, row.part_of_year) for row in found.observations] == [("target", 6, None), ("result", 5.3, "一季度")]


def test_what_grew_in_a_part_of_the_year_makes_no_goal_of_what_grew_in_another(observe: Observe) -> None:
    found = observe("宁波市2024年上半年经济运行情况\n全市地区生产总值增长5.4%。二季度增长5.1%。\n", "330200", 2024, "progress_report")
    assert [(row.stage, row.value, row.part_of_year) for row in found.observations] == [("result", 5.4, "上半年")]


def test_what_was_begun_of_a_goal_is_no_goal_of_what_was_finished(observe: Observe) -> None:
    found = observe("镇海区2023年上半年民生实事项目进展情况\n（一）改造老旧小区50个，已开工30个，已完工20个。\n", "330211", 2023, "progress_report")
    assert [(row.stage, row.activity, row.value) for row in found.observations] == [
        ("target", "renewed", 50),
        ("result", "started", 30),
        ("result", "renewed", 20),
    ]


def test_a_work_report_tells_of_no_goals_so(observe: Observe) -> None:
    found = observe("政府工作报告\n一、2024年工作回顾\n新增停车泊位1万个。已建成公园8个。\n").observations
    assert [(row.indicator, row.stage) for row in found] == [("停车泊位", "result"), ("公园", "result")]


@pytest.mark.parametrize(
    ("item", "rows"),
    [
        ("地区生产总值增长目标6%左右，已完成，全年增长6.2%。", [("target", "approx", 6), ("result", "eq", 6.2)]),
        ("地区生产总值增长6%。完成情况：预计增长5.8%。", [("target", "eq", 6), ("result", "eq", 5.8)]),
        ("地区生产总值增长6%，已完成项目建设。", [("result", "eq", 6)]),
    ],
    ids=["in_one_sentence", "an_estimate", "something_else_done"],
)
def test_a_plan_report_tells_a_target_and_what_became_of_it_in_one_line(observe: Observe, item: str, rows: list[tuple[str, str, float]]) -> None:
    title = "关于安吉县2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告\n"
    found = observe(f"{title}一、2024年计划执行情况\n1.{item}\n", "330523", 2025, "plan_report").observations
    assert [(row.stage, row.comparator, row.value) for row in found] == rows
    assert {(row.indicator, row.year) for row in found} == {("地区生产总值", 2024)}


def test_this_year_in_a_report_of_results_is_its_own(observe: Observe) -> None:
    item = "今年公卫补助标准计划从每人45元提高到50元。截至6月底，补助资金已下达10亿元，占计划任务的90%。今年新建学校20所。"
    found = observe(f"镇海区2023年上半年民生实事项目进展情况\n（一）{item}\n", "330211", 2023, "progress_report").observations
    assert [(row.indicator, row.year, row.stage, row.value, row.part_of_year) for row in found] == [
        ("公卫补助标准", 2023, "target", 50, None),
        ("补助资金", 2023, "result", 10e8, "6月底"),
        ("补助资金", 2023, "result", 90, "6月底"),
        ("学校", 2023, "result", 20, "上半年"),
    ]


def test_years_in_a_bracket_are_those_of_the_plan(observe: Observe) -> None:
    item = "3000公里农村公路改造（2022—2025年）。上半年已完成610公里。"
    found = observe(f"镇海区2023年上半年民生实事项目进展情况\n（一）{item}\n", "330211", 2023, "progress_report").observations
    assert [(row.indicator, row.period_start, row.year, row.stage, row.value) for row in found] == [
        ("农村公路改造", 2022, 2025, "target", 3000),
        ("农村公路改造", 2023, 2023, "result", 610),
    ]


@pytest.mark.parametrize("heads", [("项目名称", "目标任务", "完成情况"), ("实事项目", "年度目标", "实际完成")], ids=["in_words", "called_values"])
def test_a_table_with_a_name_in_front_of_goal_and_deed_gives_both_of_its_own_year(observe: Observe, heads: tuple[str, ...]) -> None:
    cells = [heads, ("教育", "新建幼儿园3所", "已建成幼儿园4所"), ("养老", "新增养老床位200张", "新增养老床位215张")]
    table = "\n".join("\t".join(row) for row in cells)
    text = f"2024年民生实事完成情况\n发布日期：2025-01-15\n{table}\n"
    told = observe(text, year=2024, doc_type="progress_report").observations
    assert sorted((row.indicator, row.value, row.stage, row.year) for row in told) == [
        ("养老床位", 200, "target", 2024),
        ("养老床位", 215, "result", 2024),
        ("幼儿园", 3, "target", 2024),
        ("幼儿园", 4, "result", 2024),
    ]


def test_how_much_was_done_of_a_goal_is_in_its_unit_where_its_cell_holds_nothing_but_a_number(observe: Observe) -> None:
    rows = "1 | 新增4000张养老床位 | 4385 | 110% |\n2 | 为300户困境家庭进行居室改造 | 347 | 116% |\n3 | 65岁及以上老人体检 | 8200 | 102% |\n"
    found = observe(
        f"镇海区2023年民生实事项目完成情况\n序号 | 实事项目 | 完成情况 | 占全年计划 |\n{rows}", "330211", 2023, "progress_report"
    ).observations
    assert [(row.stage, row.value, row.unit) for row in found] == [
        ("target", 4000, "张"),
        ("result", 4385, "张"),
        ("target", 300, "户"),
        ("result", 347, "户"),
    ]


RATE = ("泊位完成率", "result", 120, None)


@pytest.mark.parametrize(
    ("items", "rows"),
    [
        ("二、新建老年活动室7个\n大洋村已完成，光新村进入装修阶段。\n", [("老年活动室", "target", 7, None)]),
        ("2.新建口袋公园20个。\n已建成22个，超额完成任务。\n", [("口袋公园", "target", 20, None), ("口袋公园", "result", 22, None)]),
        ("1.已新建口袋公园20个\n公园正在绿化。\n", [("口袋公园", "result", 20, None)]),
        ("1.新建口袋公园20个\n2.新建泊位30个\n", [("口袋公园", "result", 20, None), ("泊位", "result", 30, None)]),
        (
            "1.新增泊位50个。已新增60个，完成率120%。\n",
            [("泊位", "target", 50, None), ("泊位", "result", 60, None), ("泊位完成率", "result", 120, None)],
        ),
        ("1.城市供水提升项目。完成投资0.65亿元。\n", [("城市供水提升项目投资", "result", 65e6, None)]),
        ("城市供水质量提升\n完成投资0.65亿元。\n", [("城市供水质量提升投资", "result", 65e6, None)]),
    ],
    ids=["heading", "result_below", "done_already", "items_alone", "rate_of_what_was_done_anew", "money_of_a_project", "money_below_a_line"],
)
def test_the_heading_of_an_item_is_what_is_asked_for(observe: Observe, items: str, rows: list[tuple[str, str, float, None]]) -> None:
    assert told(observe, f"镇海区2023年民生实事完成情况\n{items}") == rows


def test_a_percentage_right_behind_what_was_done_is_a_share_of_what_was_to_be_where_it_is_such_a_one(observe: Observe) -> None:
    items = "15个农村幸福院建设已完成8个(53%),126条农村黑臭水体治理已完成120条(85%)。\n"
    found = observe(f"镇海区2023年民生实事完成情况\n{items}", "330211", 2023, "progress_report").observations
    assert [(row.value, row.relation) for row in found if row.unit == "%"] == [(53, "fulfilment"), (85, None)]
