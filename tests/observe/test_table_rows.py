"""Tables of figures: every number is a row of the stage and year of its column, or refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from mubiao.extracts import read_and_observe
from mubiao.model import Facts
from mubiao.observe.observe import Observed
from read.samples import SAMPLES

TITLE = "宁波市2025年政府工作报告主要指标"


@pytest.fixture
def table(tmp_path: Path):
    """Rows of cells parted by bars -> what they state."""

    def read(*rows: str, year: int = 2025, doc_type: str = "work_report") -> Observed:
        path = tmp_path / "table.txt"
        path.write_text("\n".join([TITLE, "", *rows]), encoding="utf-8")
        ((_, _, observed),) = read_and_observe(path, Facts(jurisdiction_code="330200", year=year, doc_type=doc_type))
        return observed

    return read


def told(observed: Observed) -> list[tuple[object, ...]]:
    return [(row.stage, row.year, row.indicator, row.measure, row.value, row.unit) for row in observed.observations]


def test_the_head_of_a_column_tells_stage_and_year(table):
    found = table("|指标|2024年完成|2025年目标|", "|城镇新增就业|21.3万人|20万人|")
    assert told(found) == [("result", 2024, "城镇新增就业", "amount", 213000, "人"), ("target", 2025, "城镇新增就业", "amount", 200000, "人")]


@pytest.mark.parametrize(
    ("above", "stage", "year"),
    [("今年主要预期目标如下：", "target", 2025), ("去年主要目标完成情况如下：", "result", 2024), ("主要指标如下：", "result", 2024)],
)
def test_a_head_that_says_nothing_is_of_what_the_line_above_says(table, above: str, stage: str, year: int):
    assert told(table(above, "|指标|单位|数值|", "|城镇新增就业|万人|20|")) == [(stage, year, "城镇新增就业", "amount", 200000, "人")]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("|指标|单位|2025年目标|", "|一般公共预算收入|亿元|1800|"),
        ("|指标|2025年目标|", "|一般公共预算收入（亿元）|1800|"),
        ("|指标|2025年目标（亿元）|", "|一般公共预算收入|1800|"),
        ("|指标|2025年目标|", "|一般公共预算收入|1800亿元|"),
        ("|序号|指标名称|计量单位|2025年预期目标|备注|", "|1|一般公共预算收入|亿元|1800||"),
        ("指标\t单位\t2025年目标", "一般公共预算收入\t亿元\t1800"),
    ],
)
def test_the_unit_stands_in_the_row_the_name_the_head_or_the_cell(table, head: str, row: str):
    assert told(table(head, row)) == [("target", 2025, "一般公共预算收入", "amount", 1.8e11, "元")]


def test_a_budget_names_its_rows_as_items(table):
    rows = ["单位：万元", "", "|科目|2024年预算数|2024年执行数|为预算%|2025年预算数|", "|税收收入|1200000|1185000|98.8|1230000|"]
    assert [(row.stage, row.year, row.value) for row in table(*rows, doc_type="plan_report").observations] == [
        ("target", 2024, 1.2e10), ("result", 2024, 1.185e10), ("target", 2025, 1.23e10),
    ]  # fmt: skip


def test_a_column_of_growth_tells_growth_of_the_years_beside_it(table):
    found = table("|指标|单位|2024年完成|比上年增长（%）|2025年目标|", "|进出口总额|亿元|14200|5.6|15000|")
    assert told(found) == [
        ("result", 2024, "进出口总额", "amount", 1.42e12, "元"),
        ("result", 2024, "进出口总额", "growth", 5.6, "%"),
        ("target", 2025, "进出口总额", "amount", 1.5e12, "元"),
    ]


def test_a_fall_in_a_column_of_growth_is_negative(table):
    (row,) = table("|指标|2024年增长|", "|固定资产投资|-3.5%|").observations
    assert (row.measure, row.value, row.sign) == ("growth", 3.5, -1)


def test_a_name_may_say_growth_itself(table):
    found = table("|指标|2024年实际|2025年目标|", "|地区生产总值增速|5.4%|5.5%以上|")
    assert [(row.indicator, row.measure, row.comparator) for row in found.observations] == [
        ("地区生产总值", "growth", "eq"), ("地区生产总值", "growth", "ge"),
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["年均增长〔累计〕（%）", "年均增长[累计]"])
def test_a_sum_in_a_column_of_growth_has_the_unit_of_its_row(table, head: str):
    found = table(f"|指标|2025年|2030年|{head}|", "|城镇新增就业（万人）|—|—|〔60〕|")
    assert told(found) == [("target", 2030, "城镇新增就业", "amount", 600_000, "人")]


def test_a_sum_in_the_column_of_a_year_began_with_the_five_year_plan_of_that_year(table):
    found = table("|指标|2025年规划目标|2024年完成|", "|城镇新增就业（万人）|〔15〕|〔13.5〕|", year=2024, doc_type="progress_report")
    assert [(row.period_start, row.year, row.cumulative) for row in found.observations] == [(2021, 2025, True), (2021, 2024, True)]


@pytest.mark.parametrize("duty", ["责任单位", "备注"], ids=["of_duties", "of_figures"])
def test_a_duty_beside_what_became_of_it_in_numbers_was_planned(table, duty: str):
    """It was taken for a second result, since only a column in words made it the target that it is."""
    head = f"|序号|项目名称|年度目标任务|完成情况|{duty}|"
    found = table(head, "|1|普惠托位|新增托位1500个|新增1620个|市卫健委|", year=2024, doc_type="progress_report")
    assert [(row.stage, row.year, row.value) for row in found.observations] == [("target", 2024, 1500), ("result", 2024, 1620)]


@pytest.mark.parametrize(("task", "named"), [("新建5G基站", ["5G基站"]), ("新建基站，覆盖2000个村", [])], ids=["of_its_name", "of_its_own"])
def test_a_digit_of_its_name_keeps_no_duty_from_naming_what_is_counted(table, task: str, named: list[str]):
    found = table("|序号|工作任务|2025年目标|责任单位|", f"|1|{task}|500个|市经信局|")
    assert [row.indicator for row in found.observations if row.value == 500] == named


@pytest.mark.parametrize(
    "years", [("2024年", "2023年"), ("2023年", "2024年"), ("2024年完成", "2023年完成")], ids=["later_first", "later_last", "done"]
)
def test_growth_behind_two_years_is_that_of_the_later(table, years: tuple[str, str]):
    """It was told of 2023 where that stood last."""
    found = table(f"|指标|{years[0]}|{years[1]}|增长（%）|", "|进出口总额（亿元）|900|850|5.9|", year=2024, doc_type="bulletin")
    assert [(row.year, row.value) for row in found.observations if row.measure == "growth"] == [(2024, 5.9)]


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ("第二产业|亿元|700|8.2", ["第二产业投资"] * 2),
        ("#工业|亿元|690|8.0", ["工业投资"] * 2),
        ("#新开工项目|个|320|8.0", ["项目", "新开工项目"]),
        ("进出口总额|亿元|900|5.9", ["进出口总额"] * 2),
    ],
    ids=["branch", "part", "of_another_unit", "another"],
)
def test_branches_and_parts_below_investments_are_investments(table, row: str, named: list[str]):
    """They were told as value added, which grew otherwise."""
    found = table("|指标|单位|2024年|增长（%）|", "|固定资产投资|亿元|1500|-3.6|", f"|{row}|", year=2024, doc_type="bulletin")
    assert [one.indicator for one in found.observations[2:]] == named


def test_means_and_totals_of_five_years_have_both_their_years(table):
    found = table(
        "|指标|2025年|2030年|年均/累计|属性|",
        "|地区生产总值增长（%）|—|—|5左右|预期性|",
        "|单位GDP二氧化碳排放降低（%）|—|—|〔17〕|约束性|",
        "|新增城镇就业（万人）|—|—|〔100〕|预期性|",
        year=2026,
    )
    assert [(row.indicator, row.period_start, row.year, row.value, row.attribute, row.cumulative) for row in found.observations] == [
        ("地区生产总值", 2026, 2030, 5, "预期性", False),
        ("单位GDP二氧化碳排放", 2026, 2030, 17, "约束性", False),
        ("城镇就业", 2026, 2030, 1_000_000, "预期性", True),
    ]


TWO_ROWS = (
    "<table><tr><td rowspan=2>指标</td><td rowspan=2>单位</td><td colspan=2>2020年</td><td colspan=2>2025年</td></tr>"
    "<tr><td>年末值</td><td>年均增长（%）</td><td>目标值</td><td>年均增长（%）</td></tr>"
    "<tr><td>进出口总额</td><td>亿元</td><td>9787</td><td>8.9</td><td>12500</td><td>5</td></tr></table>"
)


def test_a_head_in_two_rows_is_one_head_and_a_mean_is_that_of_the_plan_that_ends_in_its_year(tmp_path: Path):
    """The head goes on as long as one of its cells reaches down, also where nobody knows the words of the second row (年末值)."""
    path = tmp_path / "table.html"
    path.write_text(f"<h1>宁波市国民经济和社会发展第十四个五年规划纲要</h1>{TWO_ROWS}", encoding="utf-8")
    ((_, _, observed),) = read_and_observe(path, Facts(jurisdiction_code="330200", year=2021))
    assert [(row.period_start, row.year, row.measure, row.value) for row in observed.observations] == [
        (2020, 2020, "amount", 9.787e11), (2016, 2020, "growth", 8.9), (2025, 2025, "amount", 1.25e12), (2021, 2025, "growth", 5),
    ]  # fmt: skip


def test_a_duty_that_reaches_into_the_columns_of_units_names_none(tmp_path: Path):
    path = tmp_path / "table.html"
    row = "<tr><td>1</td><td>新建公厕20座</td><td>市住建局</td></tr><tr><td>2</td><td colspan=2>新建学校12所</td></tr>"
    path.write_text(f"<h1>宁波市2025年任务分解</h1><table><tr><td>序号</td><td>重点任务</td><td>牵头单位</td></tr>{row}</table>", encoding="utf-8")
    ((_, _, observed),) = read_and_observe(path, Facts(jurisdiction_code="330200", year=2025))
    assert [(row.indicator, row.lead_units) for row in observed.observations] == [("公厕", ["市住建局"]), ("学校", [])]


UNITS = (
    "<table><tr><td rowspan=2>序号</td><td rowspan=2>重点任务</td><td colspan=2>责任单位</td><td rowspan=2>完成时限</td></tr>"
    "<tr><td>牵头单位</td><td>配合单位</td></tr>"
    "<tr><td>1</td><td>新增口袋公园20个</td><td>市住建局</td><td>市财政局</td><td>12月底</td></tr></table>"
)


@pytest.mark.parametrize("page", [UNITS, UNITS.replace(" rowspan=2", "").replace("<tr><td>牵头单位", "<tr><td></td><td></td><td>牵头单位")])
def test_the_lower_row_of_a_head_tells_who_of_the_units_leads(page: str, tmp_path: Path):
    """责任单位 stands above 牵头单位 and 配合单位: who helps does not lead; also where a sheet left the merged cells empty."""
    path = tmp_path / "table.html"
    path.write_text(f"<h1>宁波市2025年重点任务分解</h1>{page}", encoding="utf-8")
    ((_, tasks, _),) = read_and_observe(path, Facts(jurisdiction_code="330200", year=2025))
    assert [(task.lead_units, task.support_units, task.deadline) for task in tasks if task.lead_units] == [(["市住建局"], ["市财政局"], "12月底")]


@pytest.mark.parametrize("form", ["|{}|", "{}"], ids=["bars", "a_cell_a_line"])
def test_units_beside_those_that_lead_help(table, form: str):
    """责任单位 beside 牵头单位 names who helps; alone it names who leads."""
    rows = [["序号", "重点任务", "牵头单位", "责任单位"], ["1", "新增绿地200公顷", "市住建局", "市水利局、市林业局"]]
    found = table(*(form.format("|".join(row)) if "|" in form else "\n".join(row) for row in rows), doc_type="task_breakdown")
    assert [(row.lead_units, row.support_units) for row in found.observations] == [(["市住建局"], ["市水利局", "市林业局"])]


REPEATED = ["|指标|单位|2024年|2024年|2025年|2025年|", "|指标|单位|计划|预计完成|目标|增长（%）|"]
SPREAD = ["指标\t单位\t2024年\t\t2025年\t", "\t\t计划\t预计完成\t目标\t增长（%）"]


@pytest.mark.parametrize(("head", "mark"), [(REPEATED, "|"), (SPREAD, "\t")], ids=["repeated", "over_the_first_alone"])
def test_a_head_in_two_rows_without_merged_cells_is_one_head(table, head: list[str], mark: str):
    found = table(*head, mark.join(["进出口总额", "亿元", "13000", "14000", "14500", "3"]).join((mark, mark) if mark == "|" else ("", "")))
    assert told(found) == [
        ("target", 2024, "进出口总额", "amount", 1.3e12, "元"),
        ("result", 2024, "进出口总额", "amount", 1.4e12, "元"),
        ("target", 2025, "进出口总额", "amount", 1.45e12, "元"),
        ("target", 2025, "进出口总额", "growth", 3, "%"),
    ]


ROWS_OF_ONE = ["地区生产总值", "亿元", "18147.7", "19100", "5.5", "进出口总额", "亿元", "14000", "14500", "3"]


@pytest.mark.parametrize("mark", ["\n", " "], ids=["a_cell_a_line", "a_row_a_line"])
def test_a_flattened_head_in_two_rows_is_read_where_its_heads_can_belong_to_one_year_only(table, mark: str):
    heads = [["指标", "单位", "2024年完成", "2025年"], ["目标", "增长（%）"]]
    rows = [*heads, ROWS_OF_ONE[:5], ROWS_OF_ONE[5:]]
    assert told(table(*(mark.join(row) for row in rows)))[3:] == [
        ("result", 2024, "进出口总额", "amount", 1.4e12, "元"),
        ("target", 2025, "进出口总额", "amount", 1.45e12, "元"),
        ("target", 2025, "进出口总额", "growth", 3, "%"),
    ]


def test_a_flattened_head_in_two_rows_of_which_nobody_knows_the_years_makes_no_row(table):
    """计划, 预计完成, 增长 may belong to 2024 and 目标 to 2025, or two to each year."""
    heads = ["指标", "单位", "2024年", "2025年", "计划", "预计完成", "增长（%）", "目标"]
    found = table(*heads, *["地区生产总值", "亿元", "18000", "18147.7", "5.5", "19100"], *["进出口总额", "亿元", "13000", "14000", "3", "14500"])
    assert told(found) == []
    assert [refusal.text for refusal in found.refusals][3:] == ["18000", "18147.7", "5.5", "19100", "13000", "14000", "3", "14500"]


def test_a_head_may_say_what_the_names_leave_out(table):
    found = table("|产品名称|产量（万吨）|比上年增长（%）|", "|原煤|123.4|-3|", doc_type="bulletin", year=2024)
    assert told(found) == [("result", 2024, "原煤产量", "amount", 1_234_000, "吨"), ("result", 2024, "原煤产量", "growth", 3, "%")]


@pytest.mark.parametrize("head", ["产品|单位|产量|增长(%)", "产品名称|计量单位|2024年产量|比上年增长%"])
def test_the_usual_table_of_products_tells_output_and_growth(observe, head: str):
    rows = "\n".join(f"|{row}|" for row in (head, "水泥|万吨|1200.5|3.2", "发电量|亿千瓦时|12|-5.1"))
    found = observe(f"宁波市2024年国民经济和社会发展统计公报\n\n{rows}\n", year=2024, doc_type="bulletin").observations
    assert [(row.indicator, row.measure, row.signed_value, row.unit) for row in found] == [
        ("水泥产量", "amount", 12_005_000, "吨"),
        ("水泥产量", "growth", 3.2, "%"),
        ("发电量", "amount", 1_200_000_000, "千瓦时"),
        ("发电量", "growth", -5.1, "%"),
    ]


@pytest.mark.parametrize("head", ["计划投资（亿元）", "2025年计划投资（亿元）", "年度计划投资额（亿元）"])
def test_a_column_of_investments_is_no_number_of_the_works(table, head: str):
    found = table(f"项目名称|{head}|总投资（亿元）", "滨海新区公路|12|50", "象山港大桥|3.5|20")
    assert [(row.stage, row.indicator, row.value) for row in found.observations] == [
        ("target", f"滨海新区公路{'投资额' if '额' in head else '投资'}", 1_200_000_000),
        ("target", f"象山港大桥{'投资额' if '额' in head else '投资'}", 350_000_000),
    ]
    assert {row.reason for row in found.refusals if row.text in ("50", "20")} == {"table_column"}


@pytest.mark.parametrize("head", ["完成年度目标%", "完成预算%", "占全年目标（%）", "完成率"])
def test_what_share_of_a_target_was_reached_is_no_target(table, head: str):
    found = table(f"|指标|2024年完成|{head}|", "|一般公共预算收入（亿元）|1050|56.7|", "|进出口总额（亿元）|13000|98.4|")
    assert [row[3] for row in told(found)] == ["amount", "amount"]
    assert {row.text: row.reason for row in found.refusals}["56.7"] == "table_column"


def test_a_mean_of_years_is_no_growth_of_the_last(table):
    found = table("|指标|2020年|2024年完成|2020-2024年平均增长%|", "|地区生产总值（亿元）|12409|18148|6|", "|进出口总额（亿元）|9787|13000|5|")
    assert [(row.period_start, row.year, row.value) for row in found.observations if row.measure == "growth"] == [(2021, 2024, 6), (2021, 2024, 5)]


def test_what_grew_by_points_did_not_grow_by_per_cent(table):
    found = table("|指标|2024年完成|同比（百分点）|", "|优良天数比例（%）|91.2|1.5|", "|城镇化率（%）|80|-0.2|")
    assert [(row.measure, row.signed_value, row.unit) for row in found.observations] == [
        ("ratio", 91.2, "%"),
        ("change", 1.5, "百分点"),
        ("ratio", 80, "%"),
        ("change", -0.2, "百分点"),
    ]


@pytest.mark.parametrize(
    ("title", "head", "row", "told"),
    [
        (
            "宁波市2024年末金融机构存款",
            "指标|年末数（亿元）|比上年末增长（%）",
            "本外币存款余额|38000|8",
            [("result", 2024, 3.8e12), ("result", 2024, 8)],
        ),
        ("宁波市2024年国民经济资料", "指标|2023年|2024年|增长（%）", "进出口总额（亿元）|12000|13000|5", [("result", 2023, 1.2e12)]),
        (
            "宁波市2025年国民经济资料",
            "指标|2024年完成|2025年",
            "进出口总额（亿元）|12000|13000",
            [("result", 2024, 1.2e12), ("target", 2025, 1.3e12)],
        ),
    ],
    ids=["results", "nobody_knows_whether_it_is_one", "planned_beside_what_was_reached"],
)
def test_a_document_of_no_known_kind_tells_results_where_its_columns_say_so(
    tmp_path: Path, title: str, head: str, row: str, told: list[tuple[str, int, float]]
):
    path = tmp_path / f"{title}.md"
    path.write_text(f"# {title}\n\n|{head}|\n|{row}|\n|口袋公园（个）{'|50' * row.count('|')}|\n", encoding="utf-8")
    found = [one for one in read_and_observe(path, Facts())[0][2].observations if one.indicator != "口袋公园"]
    assert [(one.stage, one.year, one.value) for one in found] == told


def test_a_row_of_growth_tells_that_of_the_row_above(table):
    found = table("|指标|2023年|2024年|", "|进出口总额（亿元）|14000|14200|", "|增长（%）|3.5|-1.4|", doc_type="bulletin", year=2024)
    assert told(found)[2:] == [("result", 2023, "进出口总额", "growth", 3.5, "%"), ("result", 2024, "进出口总额", "growth", 1.4, "%")]
    assert found.observations[3].quote.startswith("进出口总额")


def test_a_row_of_growth_in_no_per_cent_tells_none(table):
    found = table("|指标|2023年|2024年|", "|常住人口（万人）|969.7|977.9|", "|增长（万人）|7.9|8.2|", doc_type="bulletin", year=2024)
    assert [row.measure for row in found.observations] == ["amount", "amount"]
    assert [one.text for one in found.refusals[-2:]] == ["7.9", "8.2"]


@pytest.mark.parametrize("sign", ["|", "\t"])
def test_a_table_below_a_table_has_a_head_of_its_own(table, sign: str):
    """As on a sheet: its title is a row of one cell, and its columns are others."""
    rows = [["指标", "单位", "2024年", "增长（%）"], ["进出口总额", "亿元", "14200", "5.6"], ["表2 2024年人口", "", "", ""]]
    rows += [["指标", "年末数（万人）", "比重（%）", ""], ["常住人口", "977.9", "100", ""], ["男性", "510.2", "52.2", ""]]
    found = table(*(sign + sign.join(row) + sign if sign == "|" else sign.join(row) for row in rows), doc_type="bulletin", year=2024)
    assert told(found)[2:] == [("result", 2024, "常住人口", "amount", 9_779_000, "人"), ("result", 2024, "男性常住人口", "amount", 5_102_000, "人")]


def test_a_table_of_no_known_head_below_its_title_takes_nothing_from_the_one_above(observe):
    """As in a sheet: 3.2 per cent are no 3.2万人."""
    rows = ["|指标|年末数（万人）|", "|常住人口|977.9|", "|表5 2024年投资增长情况||", "|分组|增长（%）|", "|制造业投资|12.1|"]
    found = observe("宁波市2024年国民经济和社会发展统计公报\n\n" + "\n".join(rows), year=2024, doc_type="bulletin")
    assert [(row.indicator, row.value) for row in found.observations] == [("常住人口", 9_779_000)]
    assert {row.text: row.reason for row in found.refusals}["12.1"] == "table_left"


def test_a_head_that_comes_again_parts_no_table(table):
    head = "|指标|单位|2024年完成|2025年目标|"
    found = table(head, "|进出口总额|亿元|14200|15000|", head, "|城镇新增就业|万人|29.1|20|")
    assert [row[2] for row in told(found)] == ["进出口总额", "进出口总额", "城镇新增就业", "城镇新增就业"]


def test_a_head_that_comes_again_loses_no_part_and_no_column(table):
    head = ("|指标|2024年|2024年|", "|指标|目标|完成情况|")
    found = table(*head, "|城镇新增就业（万人）|20|23|", *head, "|其中：市区（万人）|8|9|")
    assert told(found)[2:] == [("target", 2024, "市区", "amount", 80_000, "人"), ("result", 2024, "市区", "amount", 90_000, "人")]
    assert [row.parent_id for row in found.observations[2:]] == [row.observation_id for row in found.observations[:2]]
    assert not found.refusals or {row.text for row in found.refusals} <= {"2025年"}


@pytest.mark.parametrize("bar", ["", "|"], ids=["bars_between_cells", "bars_around_rows"])
def test_an_empty_first_cell_moves_no_head_to_another_column(table, bar: str):
    """Else 计划 would stand above the names, and what was planned would be told as reached."""
    rows = ["指标|2024年||2025年", "|计划|完成|目标", "进出口总额（亿元）|13000|14200|15000", "城镇新增就业（万人）|20|23|20"]
    found = table(*(f"{bar}{row}{bar}" for row in rows))
    assert [row[:2] for row in told(found)] == [("target", 2024), ("result", 2024), ("target", 2025)] * 2


def test_a_table_of_figures_goes_on_without_a_head(table):
    found = table("|指标|2024年完成|2025年目标|", "|进出口总额（亿元）|13000|14000|", "", "续表", "", "|口袋公园（个）|50|60|", "|幼儿园（所）|5|6|")
    assert told(found)[2:4] == [("result", 2024, "口袋公园", "amount", 50, "个"), ("target", 2025, "口袋公园", "amount", 60, "个")]


def test_a_part_takes_over_what_its_whole_is_measured_by(table):
    rows = [
        "|指  标|单位|2024年完成|",
        "|房屋施工面积|万平方米|313|",
        "|#住宅|万平方米|247|",
        "|年末常住人口|万人|73|",
        "|#城镇|万人|47|",
        "|0-14岁|万人|14|",
    ]
    assert [row[2] for row in told(table("|指  标|单位|2024年完成|", *rows))] == [
        "房屋施工面积",
        "住宅施工面积",
        "年末常住人口",
        "城镇常住人口",
        "0-14岁常住人口",
    ]


def test_words_below_a_row_are_no_head(table):
    found = table(
        "|指标|单位|2024年完成|2025年目标|", "|进出口总额|亿元|14200|15000|", "|单位GDP能耗|%|完成任务|完成省下达任务|", "|粮食产量|万吨|70|71|"
    )
    assert [row[2] for row in told(found)][2:] == ["粮食产量", "粮食产量"]


@pytest.mark.parametrize("mark", [" ", "\n"], ids=["a_row_a_line", "a_cell_a_line"])
def test_a_flattened_table_ends_where_the_next_begins(table, mark: str):
    """Its rows are not read by the head of the first, though there are as many."""
    first = [["指标", "年末数（万人）", "比重（%）"], ["常住人口", "977.9", "100"], ["男性", "510.2", "52.2"]]
    second = [["年份", "2023年", "2024年"], ["进出口总额（亿元）", "14000", "14200"], ["增长（%）", "3.5", "-1.4"]]
    found = table(*(mark.join(row) for row in (*first, *second)), doc_type="bulletin", year=2024)
    assert {(row[2], row[5]) for row in told(found)} == {("常住人口", "人"), ("男性常住人口", "人")}


def test_an_expected_result_is_an_estimate(table):
    (row,) = table("|指标|2024年预计|", "|粮食产量|70万吨|").observations
    assert (row.stage, row.year, row.status) == ("result", 2024, "estimate")


def test_the_growth_of_an_expected_result_is_an_estimate_too(table):
    found = table("|指标|单位|2024年预计完成|比上年增长（%）|", "|进出口总额|亿元|14200|5.6|")
    assert [row.status for row in found.observations] == ["estimate", "estimate"]


@pytest.mark.parametrize(
    ("names", "roles"),
    [
        (("房地产开发投资", "　住宅", "商品房销售额"), ["core", "sub", "core"]),
        (("　房地产开发投资", "　住宅", "　商品房销售额"), ["core", "core", "core"]),
    ],
    ids=["below one that is not", "as all are"],
)
def test_an_indented_row_is_a_part(table, names: tuple[str, ...], roles: list[str]):
    found = table("指标\t单位\t2024年完成", *(f"{name}\t亿元\t{100 - at}" for at, name in enumerate(names)))
    assert [(row.role, row.parent_id is not None) for row in found.observations] == [(role, role == "sub") for role in roles]


def test_a_part_of_the_row_above_is_a_part(table):
    found = table("|指标|单位|2024年完成|", "|地区生产总值|亿元|18147|", "|其中：第三产业|亿元|9500|")
    assert [(row.indicator, row.role) for row in found.observations] == [("地区生产总值", "core"), ("第三产业", "sub")]


def parts(observed: Observed) -> list[tuple[str, str, str | None]]:
    """Name, role and the name of the row above, of all amounts."""
    names = {row.observation_id: row.indicator for row in observed.observations}
    return [(row.indicator, row.role, names.get(row.parent_id or "")) for row in observed.observations if row.measure == "amount"]


@pytest.mark.parametrize(
    ("first", "second", "next_"),
    [
        ("地区生产总值", "\u3000其中：第二产业", "财政总收入"),
        ("一、地区生产总值", "其中：第二产业", "二、财政总收入"),
        ("1.地区生产总值", "其中:第二产业", "2.财政总收入"),
    ],
    ids=["indented", "numbered", "digits"],
)
def test_rows_below_a_part_are_parts_as_long_as_they_are_set_out_so(table, first: str, second: str, next_: str):
    third = "第三产业" if first[0] != "地" else "\u3000第三产业"
    found = table(
        "指标\t单位\t2024年完成\t2025年目标",
        f"{first}\t亿元\t18147\t", f"{second}\t亿元\t8000\t", f"{third}\t亿元\t9500\t", f"{next_}\t亿元\t3000\t3100",
    )  # fmt: skip
    assert parts(found) == [
        ("地区生产总值", "core", None),
        ("第二产业", "sub", "地区生产总值"),
        ("第三产业", "sub", "地区生产总值"),
        ("财政总收入", "core", None),
        ("财政总收入", "core", None),
    ]


@pytest.mark.parametrize(
    "heads",
    [("|指标|2025年预期目标|2025年奋斗目标|",), ("|指标|2025年|2025年|", "|指标|确保目标|力争目标|"), ("|指标|2025年目标|冲刺目标|",)],
    ids=["beside", "below the year", "without year"],
)
def test_a_column_of_a_second_tier_belongs_to_the_targets_of_its_year(table, heads: tuple[str, ...]):
    found = table(*heads, "|地区生产总值增长（%）|5.5|6|", "|城镇新增就业（万人）||22|").observations
    assert [(row.year, row.value, row.role, row.parent_id) for row in found] == [
        (2025, 5.5, "core", None), (2025, 6, "stretch", found[0].observation_id), (2025, 220_000, "core", None),
    ]  # fmt: skip


def test_the_growth_of_an_estimate_is_one(table):
    found = table("|指标|单位|2024年|2024年|2025年|", "|指标|单位|预计完成|增长（%）|目标|", "|地区生产总值|亿元|180|5.2|190|").observations
    assert [(row.measure, row.stage, row.status) for row in found] == [
        ("amount", "result", "estimate"), ("growth", "result", "estimate"), ("amount", "target", None),
    ]  # fmt: skip


@pytest.mark.parametrize("first", ["其中：城镇", "城镇"])
def test_rows_that_only_say_which_part_are_parts(table, first: str):
    found = table("|指标|单位|2024年完成|", "|社会消费品零售总额|亿元|500|", f"|{first}|亿元|400|", "|乡村|亿元|100|", "|财政总收入|亿元|3000|")
    whole = "社会消费品零售总额"
    assert parts(found) == [(whole, "core", None), ("城镇", "sub", whole), ("乡村", "sub", whole), ("财政总收入", "core", None)]


def test_a_cell_in_front_of_names_may_say_that_they_are_parts(table):
    found = table(
        "|指标名称|指标名称|单位|2024年完成|",
        "|地区生产总值||亿元|180|", "|其中：|第二产业|亿元|80|", "||第三产业|亿元|95|", "|外贸|出口|亿元|30|",
    )  # fmt: skip
    assert [(name, role) for name, role, _ in parts(found)] == [
        ("地区生产总值", "core"), ("第二产业", "sub"), ("第三产业", "sub"), ("出口", "core"),
    ]  # fmt: skip


def test_a_row_set_out_like_a_whole_further_above_is_no_part(table):
    """It has no number, as the first row has none; the numbered rows between tell of parts of that one."""
    found = table(
        "|指标|2024年完成|", "|地区生产总值（亿元）|18147|", "|一、第二产业（亿元）|8000|", "|其中：工业（亿元）|7000|", "|财政总收入（亿元）|3000|"
    )
    assert [role for _, role, _ in parts(found)] == ["core", "core", "sub", "core"]


def test_a_part_has_the_row_above_of_its_own_column(table):
    """A column that the whole leaves empty has no whole."""
    found = table("|指标|单位|2024年完成|2025年目标|", "|固定资产投资|亿元|900||", "|其中：工业投资|亿元|300|320|")
    assert parts(found)[1:] == [("工业投资", "sub", "固定资产投资"), ("工业投资", "sub", None)]


@pytest.mark.parametrize("caption", ["单位：亿元", "（计量单位：亿元、%）", "金额单位:亿元"])
def test_a_unit_above_the_table_is_that_of_its_values(table, caption: str):
    found = table(caption, "|指标|2024年完成|增长（%）|", "|一般公共预算收入|1800|3.2|", "|城镇登记失业率|2.1||", "|登记企业户数|3000||")
    assert [(row.indicator, row.measure, row.value) for row in found.observations] == [
        ("一般公共预算收入", "amount", 1.8e11), ("一般公共预算收入", "growth", 3.2),
    ]  # fmt: skip
    assert [refusal.text for refusal in found.refusals if refusal.reason == "table_cell"] == ["2.1", "3000"]


def test_two_units_above_a_table_are_those_of_nobody_knows_which_rows(table):
    found = table("单位：亿元、万人", "|指标|2024年完成|", "|一般公共预算收入|1800|")
    assert (found.observations, [refusal.reason for refusal in found.refusals][-1]) == ([], "table_cell")


def test_a_title_inside_the_table_is_no_head(table):
    """The years of the title are not those of the columns."""
    found = table("|2026年计划表（单位：亿元）||", "|指标|2025年目标|", "|一般公共预算收入|1800|")
    assert told(found) == [("target", 2025, "一般公共预算收入", "amount", 1.8e11, "元")]


def test_a_unit_may_begin_with_a_sign_of_magnitude(table):
    (row,) = table("|指标|单位|2024年完成|", "|发电量|亿千瓦时|1023.4|").observations
    assert (row.value, row.unit) == (1.0234e11, "千瓦时")


@pytest.mark.parametrize(
    ("head", "row", "reason"),
    [
        ("|指标|2024年完成（亿元）|", "|地区生产总值|18147|\n|合计|18147|", "table_sum"),
        ("|指标|2025年|2030年|累计|", "|研发经费支出占地区生产总值比重（%）|3.2|3.6|〔0.4〕|", "table_mean"),
        ("|指标|2025年|2030年|累计|", "|人均预期寿命（岁）|83.1|84|〔0.9〕|", "table_mean"),
        ("|指标|2025年目标|排名|", "|地区生产总值增速|5.5%|3|", "table_column"),
        ("|指标|2025年目标|完成率|", "|地区生产总值增速|5.5%|98.2%|", "table_column"),
        ("|指标|2025年|2030年|年均/累计|", "|常住人口城镇化率（%）|80.1|82|0.4|", "table_mean"),
    ],
)
def test_other_numbers_are_refused_with_a_reason(table, head: str, row: str, reason: str):
    found = table(head, row)
    assert found.observations
    assert [refusal.reason for refusal in found.refusals if refusal.reason != "date"] == [reason]  # the year of the title is a date


def test_a_table_of_goals_and_what_became_of_them_gives_a_target_and_a_result_a_row(table):
    found = table("|序号|目标任务|完成情况|", "|1|新增绿地200公顷|已完成，新增绿地210公顷|", doc_type="progress_report")
    assert told(found) == [("target", 2025, "绿地", "amount", 200, "公顷"), ("result", 2025, "绿地", "amount", 210, "公顷")]


@pytest.mark.parametrize(("head", "cell"), [("", ""), ("责任单位|", "市建设局|")], ids=["of_figures", "of_duties"])
def test_a_goal_in_words_names_what_the_cells_of_numbers_beside_it_tell(table, head: str, cell: str):
    rows = [f"|目标任务|年度目标|完成情况|{head}", f"|新建公厕|50座|52座|{cell}", f"|新增停车位|8000个|8350个|{cell}"]
    found = table(*rows, doc_type="progress_report")
    assert [row[:5] for row in told(found)] == [
        ("target", 2025, "公厕", "amount", 50), ("result", 2025, "公厕", "amount", 52),
        ("target", 2025, "停车位", "amount", 8000), ("result", 2025, "停车位", "amount", 8350),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        ("|年份|进出口总额（亿元）|粮食产量（万吨）|", "|2024年（预计）|14200|69.5|", "|2025年目标|15000|70|"),
        ("|指标|进出口总额|粮食产量|", "|单位|亿元|万吨|", "|2024年预计|14200|69.5|", "|2025年计划|15000|70|"),
    ],
)
def test_a_table_may_have_its_years_in_rows(table, rows: tuple[str, ...]):
    found = table(*rows)
    assert told(found) == [
        ("result", 2024, "进出口总额", "amount", 1.42e12, "元"),
        ("target", 2025, "进出口总额", "amount", 1.5e12, "元"),
        ("result", 2024, "粮食产量", "amount", 695000, "吨"),
        ("target", 2025, "粮食产量", "amount", 700000, "吨"),
    ]
    assert [row.status for row in found.observations] == ["estimate", None] * 2


def test_a_name_that_holds_a_year_turns_no_table_over(table):
    found = table("|项目|合计|其中：省级|其中：市级|", "|2025年公路建设（公里）|50|20|30|")
    assert [row.indicator for row in found.observations if row.indicator.startswith(("省级", "市级"))] == []


def test_spans_point_at_the_number_as_published(table, tmp_path: Path):
    (row,) = table("|指标|单位|2025年目标|", "|一般公共预算收入|亿元|１８００左右|").observations
    text = (tmp_path / "table.txt").read_text(encoding="utf-8")
    assert (text[row.char_start : row.char_end], row.value, row.comparator, row.value_text) == ("１８００", 1.8e11, "approx", "１８００亿元左右")


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_a_table_of_duties_gives_the_same_rows_from_every_kind_of_file(kind: str, tmp_path: Path):
    path = tmp_path / ("report.csv" if kind == "csv" else "report")
    path.write_bytes(SAMPLES[kind]())
    ((_, _, observed),) = read_and_observe(path, Facts(jurisdiction_code="330200", year=2025))
    assert [(row.indicator, row.value, row.unit, row.stage, row.lead_units, row.support_units) for row in observed.observations] == [
        ("绿地", 200, "公顷", "target", ["市住建局"], ["市水利局"]),
        ("绿道", 100, "公里", "target", ["市水利局"], ["市住建局"]),
    ]


def test_a_mean_whose_years_nothing_tells_is_refused_and_loses_no_other_row(table):
    found = table("|指标|2025年|年均增长|", "|粮食产量（万吨）|70|2%|")
    assert told(found) == [("target", 2025, "粮食产量", "amount", 700000, "吨")]
    assert ("2", "table_column") in [(refusal.text, refusal.reason) for refusal in found.refusals]


@pytest.mark.parametrize(
    ("title", "head", "part"),
    [
        ("2024年1-11月宁波市主要经济指标", "绝对数", "1-11月"),
        ("2024年宁波市主要经济指标", "1-11月累计", "1-11月"),
        ("2024年宁波市主要经济指标", "上半年", "上半年"),
        ("2024年宁波市主要经济指标", "绝对数", None),
    ],
)
def test_a_table_of_main_indicators_tells_results_of_its_own_year_or_of_a_part_of_it(observe, title: str, head: str, part: str | None):
    rows = "| 地区生产总值 | 亿元 | 18000 | 5.4 |\n| 社会消费品零售总额 | 亿元 | 5400 | 3.2 |\n"
    found = observe(f"{title}\n\n| 指标 | 单位 | {head} | 同比增长（%） |\n|---|---|---|---|\n{rows}", year=2024, doc_type="bulletin").observations
    assert [(row.stage, row.year, row.part_of_year) for row in found] == [("result", 2024, part)] * 4


def test_a_part_of_a_year_above_a_column_of_a_plan_is_no_result(observe):
    table = "2025年重点工作\n\n| 指标 | 单位 | 2025年目标 | 上半年 |\n|---|---|---|---|\n| 口袋公园 | 个 | 50 | 21 |\n| 幼儿园 | 所 | 20 | 11 |\n"
    found = observe(table, doc_type="plan_report")
    assert [row.value for row in found.observations] == [50, 20]
    assert [(one.text, one.reason) for one in found.refusals if one.reason != "date"] == [("21", "table_column"), ("11", "table_column")]


def test_the_brackets_of_a_sum_may_stand_in_the_head_too(observe):
    rows = "| 地区生产总值 | 亿元 | 2008 | 3000 | — |\n| 城镇新增就业 | 万人 | — | — | 〔12〕 |\n"
    table = f"慈溪市“十四五”规划主要指标\n\n| 指标 | 单位 | 2020年 | 2025年 | 〔五年累计〕 |\n|---|---|---|---|---|\n{rows}"
    found = observe(table, year=2021, doc_type="plan_report").observations[-1]
    assert (found.value, found.stage, found.period_start, found.year, found.cumulative) == (120_000, "target", 2021, 2025, True)


def test_years_beside_a_corner_are_columns_of_results(table):
    """年份 | 2023 | 2024 has no column called 指标; with years below it the table is turned over."""
    found = table("|年份|2022年|2023|2024|年均增长|", "|地区生产总值（亿元）|1100|1180|1260|6.2%|", "|常住人口（万人）|125.1|126|127|-|")
    assert [(row.year, row.indicator, row.value) for row in found.observations if row.measure == "amount"] == [
        (2022, "地区生产总值", 1.1e11), (2023, "地区生产总值", 1.18e11), (2024, "地区生产总值", 1.26e11),
        (2022, "常住人口", 1251000), (2023, "常住人口", 1260000), (2024, "常住人口", 1270000),
    ]  # fmt: skip


ROWS = ("地区生产总值 亿元 2600.5 5.5% — 6%", "财政总收入 亿元 450 3% 460 2.2%")


def test_the_heads_below_two_years_may_differ(table):
    found = table("主要指标 单位 2024年 2025年", "实绩 增幅 预期目标 增幅", *ROWS)
    assert told(found) == [
        ("result", 2024, "地区生产总值", "amount", 2.6005e11, "元"),
        ("result", 2024, "地区生产总值", "growth", 5.5, "%"),
        ("target", 2025, "地区生产总值", "growth", 6, "%"),
        ("result", 2024, "财政总收入", "amount", 4.5e10, "元"),
        ("result", 2024, "财政总收入", "growth", 3, "%"),
        ("target", 2025, "财政总收入", "amount", 4.6e10, "元"),
        ("target", 2025, "财政总收入", "growth", 2.2, "%"),
    ]


def test_values_side_by_side_below_heads_that_nobody_knows_are_no_sentence(table):
    found = table("主要方面 去年 今年", *ROWS)
    assert found.observations == []
    assert [(one.text, one.reason) for one in found.refusals if one.reason == "table_left"] == [
        (number, "table_left") for number in ("2600.5", "5.5", "6", "450", "3", "460", "2.2")
    ]


@pytest.mark.parametrize("cell", ["6.5 左右", "增长 6.5 %", "6.5%"])
def test_blanks_around_a_number_of_a_cell_tell_nothing(table, cell: str):
    """LibreOffice and web pages set numbers apart."""
    (row,) = table("|指标|2025年目标|", f"|地区生产总值 增速（%）|{cell}|").observations
    assert (row.indicator, row.measure, row.value) == ("地区生产总值", "growth", 6.5)


@pytest.mark.parametrize("row", ["城镇调查失业率  4.8%  5%左右", "技能人才培训  15.2万人次  12万人次", "新增绿道  24公里  20公里以上"])
def test_a_flattened_row_that_lacks_a_cell_is_no_sentence(table, row: str):
    """The first value would be a target: 4.8% was reached."""
    found = table("指标名称  2024年实绩  2025年预期  备注", row, row)
    assert not found.observations
    assert found.refusals


@pytest.mark.parametrize("mark", ["\n", "  "])
def test_heads_below_years_that_nobody_can_part_are_no_head_by_themselves(table, mark: str):
    head = ("序号|指标名称|单位|2024年|2024年|2025年|2025年", "序号|指标名称|单位|计划|完成|计划|增长（%）")
    rows = (*head, "1|地区生产总值|亿元|17500|18147|19100|5.5", "2|进出口总额|亿元|13000|14000|15000|3")
    assert not table(*(row.replace("|", mark) for row in rows)).observations


def test_years_of_two_digits_are_those_near_the_document(table):
    found = table("|指标|23年完成|24年预计增长（%）|25年目标|", "|进出口总额（亿元）|14000|5.1|15000|")
    assert [(row.stage, row.year, row.measure, row.status) for row in found.observations] == [
        ("result", 2023, "amount", None), ("result", 2024, "growth", "estimate"), ("target", 2025, "amount", None),
    ]  # fmt: skip


def test_a_head_that_tells_a_level_only_is_of_the_stage_above_it(table):
    """绝对数 below 2025年计划 is a target, though 绝对数 alone heads results."""
    found = table("|指标|单位|2024年|2024年|2025年计划|2025年计划|", "|||绝对数|增长（%）|绝对数|增长（%）|", "|财政总收入|亿元|126.5|1.2|130|2.8|")
    assert [(row.stage, row.year, row.measure) for row in found.observations] == [
        ("result", 2024, "amount"), ("result", 2024, "growth"), ("target", 2025, "amount"), ("target", 2025, "growth"),
    ]  # fmt: skip


def test_a_value_against_another_year_is_of_its_own_year(table):
    """2024年比2023年增减 is of 2024; growth since a year that is not the one before is no growth of a year."""
    found = table("|产品名称|单位|2024年|2024年比2023年增减|2024年比2020年增长|", "|粮食|万吨|66.2|0.3%|5%|", "|蔬菜|万吨|290|0.8%|9%|")
    assert [row[:5] for row in told(found) if row[3] == "growth"] == [
        ("result", 2024, "粮食", "growth", 0.3),
        ("result", 2024, "蔬菜", "growth", 0.8),
    ]
    assert [(refusal.text, refusal.reason) for refusal in found.refusals][-2:] == [("5", "table_column"), ("9", "table_column")]


@pytest.mark.parametrize(
    "head",
    [
        ("|项目|2025年计划投资（亿元）|其中：省级（亿元）|其中：市级（亿元）|",),
        ("|项目|2025年计划投资（亿元）|2025年计划投资（亿元）|2025年计划投资（亿元）|", "|项目|合计|其中：省级|其中：市级|"),
    ],
)
def test_columns_behind_a_total_tell_its_parts(table, head: tuple[str, ...]):
    found = table(*head, "|公路建设|50|30|20|", "|城市更新|12.5|2.5|10|")
    assert told(found)[:3] == [
        ("target", 2025, "公路建设投资", "amount", 5e9, "元"),
        ("target", 2025, "公路建设省级投资", "amount", 3e9, "元"),
        ("target", 2025, "公路建设市级投资", "amount", 2e9, "元"),
    ]
    whole, *parts = found.observations[3:]
    assert [(row.role, row.parent_id) for row in (whole, *parts)] == [("core", None), *[("sub", whole.observation_id)] * 2]


def test_a_part_behind_a_column_that_tells_no_figure_is_refused(table):
    found = table("|指标|单位|2025年目标|排名|其中：市区|", "|口袋公园|个|50|3|2|", "|绿地|公顷|60|4|5|")
    assert [row[4] for row in told(found)] == [50, 60]


def test_the_number_in_front_of_a_name_is_none_of_it(table):
    found = table("|项目|2024年执行数（亿元）|", "|一、一般公共预算收入|1877.8|", "|（二）教育支出|330.1|")
    assert [row.indicator for row in found.observations] == ["一般公共预算收入", "教育支出"]
