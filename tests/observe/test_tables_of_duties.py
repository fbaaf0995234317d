"""Tables of duties: figures, units, officials and deadlines of a row, whatever the heads are called and however a page gave the table."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from mubiao.extracts import read_and_observe
from mubiao.model import Facts
from mubiao.observe.observe import Observed

TITLE = "宁波市2025年政府工作报告任务分解"
OF = Facts(jurisdiction_code="330200", year=2025, doc_type="task_breakdown")


def bars(*rows: str) -> str:
    return "\n".join(f"|{row}|" for row in rows)


def flat(*rows: str) -> str:
    return "\n".join(cell for row in rows for cell in row.split("|"))


@pytest.fixture
def table(tmp_path: Path):
    """The text of a table -> what its rows state."""

    def read(text: str) -> Observed:
        path = tmp_path / "table.txt"
        path.write_text(f"{TITLE}\n\n{text}\n", encoding="utf-8")
        return read_and_observe(path, OF)[0][2]

    return read


def told(found: Observed) -> list[tuple[object, ...]]:
    return [(row.stage, row.year, row.indicator, row.value, row.lead_units, row.support_units, row.deadline) for row in found.observations]


@pytest.mark.parametrize("form", [bars, flat])
def test_a_table_of_figures_has_its_units_too(table, form):
    """Names, units and values are those of a table of figures, the other columns tell who does it."""
    head = "序号|指标|单位|2024年完成情况|2025年目标|牵头单位|配合单位|完成时限"
    rows = ("1|城镇新增就业|人|21000|20000|市人力社保局|市教育局|11月", "2|一般公共预算收入|亿元|120.5|125|市财政局|市税务局|年底前")
    assert told(table(form(head, *rows))) == [
        ("result", 2024, "城镇新增就业", 21000, ["市人力社保局"], ["市教育局"], "11月"),
        ("target", 2025, "城镇新增就业", 20000, ["市人力社保局"], ["市教育局"], "11月"),
        ("result", 2024, "一般公共预算收入", 1.205e10, ["市财政局"], ["市税务局"], "年底前"),
        ("target", 2025, "一般公共预算收入", 1.25e10, ["市财政局"], ["市税务局"], "年底前"),
    ]


@pytest.mark.parametrize("form", [bars, flat])
@pytest.mark.parametrize(
    "head",
    [
        "序号|重点任务|具体目标|牵头单位|配合单位|完成时限",
        "序号|工作事项|具体要求|市直牵头单位|乡镇配合单位|完成期限要求",
        "编号|2025年目标任务|年度工作内容|主要责任单位|市级配合部门|办结时限",
    ],
)
def test_a_head_is_known_by_its_last_word(table, head: str, form):
    rows = ("1|老旧小区|改造老旧小区12个|市住建局|市财政局|11月", "2|养老|新建养老服务中心5个|市民政局|市卫生健康委|年底前")
    assert told(table(form(head, *rows))) == [
        ("target", 2025, "老旧小区", 12, ["市住建局"], ["市财政局"], "11月"),
        ("target", 2025, "养老服务中心", 5, ["市民政局"], ["市卫生健康委"], "年底前"),
    ]


def test_a_column_of_goals_in_words_names_what_others_count(table):
    found = table(
        bars("序号|主要目标|2024年完成|2025年目标|牵头单位", "1|城镇新增就业（人）|21000|20000|市人力社保局", "2|新建幼儿园|3所|5所|市教育局")
    )
    assert [(one[0], *one[2:5]) for one in told(found)] == [
        ("result", "城镇新增就业", 21000, ["市人力社保局"]),
        ("target", "城镇新增就业", 20000, ["市人力社保局"]),
        ("result", "幼儿园", 3, ["市教育局"]),
        ("target", "幼儿园", 5, ["市教育局"]),
    ]


@pytest.mark.parametrize(
    ("cells", "duty"),
    [
        ("新增幼儿园5所|市教育局|11月", (["市教育局"], [], "11月")),
        ("新增幼儿园5所|市教育局|市财政局|市住建局|年底前", (["市教育局", "市财政局"], ["市住建局"], "年底前")),
        ("新增幼儿园5所|市教育局|市财政局|2025年年底前", (["市教育局"], ["市财政局"], "2025年年底前")),
    ],
    ids=["none_supports", "a_doubled_cell", "whole"],
)
def test_a_deadline_is_no_unit_and_a_unit_no_deadline(table, cells: str, duty):
    """A page leaves out empty cells and parts one cell into two: what is left is told by what it says."""
    found = table(flat("序号|重点任务|牵头单位|配合单位|完成时限", f"1|{cells}", "2|新增公园3个|市住建局|市水利局|10月底"))
    assert [one[4:] for one in told(found)] == [duty, (["市住建局"], ["市水利局"], "10月底")]


@pytest.mark.parametrize("when", ["全年", "长期坚持", "每季度"])
def test_a_deadline_without_a_date_is_no_official(table, when: str):
    found = table(flat("序号|重点任务|牵头领导|责任单位|完成时限", f"1|新增幼儿园5所|市教育局|{when}", "2|新增公园3个|李明|市住建局|10月底"))
    assert [(row.officials, row.lead_units, row.deadline) for row in found.observations] == [
        ([], ["市教育局"], when),
        (["李明"], ["市住建局"], "10月底"),
    ]


def test_money_in_a_column_of_no_duty_is_no_unit(table):
    found = table(flat("序号|目标任务|总投资|责任单位", "1|新建幼儿园5所|1.2亿元|市教育局", "2|新建公园3个|8000万元|市住建局"))
    assert [one[2:5] for one in told(found)] == [("幼儿园", 5, ["市教育局"]), ("公园", 3, ["市住建局"])]
    assert [one.text for one in found.refusals if one.reason != "date"] == ["1.2亿元", "8000万元"]


@pytest.mark.parametrize(
    ("above", "stage"),
    [
        (["今年要做好以下工作："], "target"),
        (["今年，围绕下列目标开展工作。"], "target"),
        (["为民办实事项目如下："], "result"),
        (["今年要做好以下工作：", "二、2024年完成情况"], "result"),
    ],
)
def test_a_table_is_of_the_year_that_the_paragraph_above_has_come_to(tmp_path: Path, above: list[str], stage: str):
    """In a section about last year, unless a heading stands between the two."""
    document = docx.Document()
    for line in ["慈溪市2025年政府工作报告", "一、2024年工作回顾", "2024年，地区生产总值增长5.4%，财政收入增长4%。", *above]:
        document.add_paragraph(line)
    made = document.add_table(2, 3)
    for cell, text in zip(
        [*made.rows[0].cells, *made.rows[1].cells], ["序号", "目标任务", "责任单位", "1", "新增绿地200公顷", "市住建局"], strict=True
    ):
        cell.text = text
    document.save(str(tmp_path / "report.docx"))
    ((_, _, found),) = read_and_observe(tmp_path / "report.docx", Facts())
    assert [(row.stage, row.year) for row in found.observations if row.indicator == "绿地"] == [(stage, 2024 + (stage == "target"))]


def test_two_heads_say_more_than_one(tmp_path: Path):
    """目标任务 above 指标名称 and 目标值, 责任单位 above 牵头 and 配合; cells merged over rows; the head comes again on the next page."""
    head = [["序号", "目标任务", "目标任务", "责任单位", "责任单位"], ["序号", "指标名称", "目标值", "牵头", "配合"]]
    rows = [
        *head, ["1", "新增高新技术企业", "25 家", "市科技局", "市税务局"], ["2", "研发投入强度", "2.8%", "市科技局", ""],
        *head, ["3", "新建口袋公园", "8个", "市住建局", ""],
    ]  # fmt: skip
    document = docx.Document()
    document.add_paragraph(TITLE)
    made = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for (top, left), (bottom, right) in [((0, 1), (0, 2)), ((0, 3), (0, 4)), ((0, 0), (1, 0)), ((2, 3), (3, 3)), ((2, 4), (3, 4))]:
        text = made.cell(top, left).text
        made.cell(top, left).merge(made.cell(bottom, right)).text = text
    document.save(str(tmp_path / "table.docx"))
    ((_, _, found),) = read_and_observe(tmp_path / "table.docx", OF)
    assert told(found) == [
        ("target", 2025, "高新技术企业", 25, ["市科技局"], ["市税务局"], None),
        ("target", 2025, "研发投入强度", 2.8, ["市科技局"], ["市税务局"], None),
        ("target", 2025, "口袋公园", 8, ["市住建局"], [], None),
    ]
    assert [row.quote for row in found.observations][1] == "2 研发投入强度 2.8%"  # the unit stands in the row above


def test_a_number_alone_in_a_table_of_no_known_heads_is_no_number_of_an_item(table):
    found = table("| 项目 | 合计（万元） |\n|---|---|\n| 道路改造 | 5000 |\n| 学校建设 | 8000 |")
    assert [(one.text, one.reason) for one in found.refusals if one.reason != "date"] == [("5000", "table_left"), ("8000", "table_left")]


@pytest.mark.parametrize("blank", ["——", "—", "-", "/", "…", "无"])
@pytest.mark.parametrize("form", [bars, flat])
def test_a_cell_that_says_nothing_names_no_unit(table, form, blank: str):
    rows = ("序号|工作任务|牵头单位|配合单位|完成时限", f"1|新建口袋公园50个|市园林局|{blank}|{blank}", f"2|新建绿道60公里|{blank}|市财政局|12月")
    found = table(form(*rows)).observations
    assert [(row.lead_units, row.support_units, row.support_text, row.deadline) for row in found] == [
        (["市园林局"], [], None, None),
        ([], ["市财政局"], "市财政局", "12月"),
    ]


HEAD = "序号|工作任务|牵头单位|配合单位"
FIRST, SECOND = "1|新建口袋公园50个|市园林局|市财政局", "2|新建绿道60公里|市住建局|市水利局"


@pytest.mark.parametrize("between", ["", "续表", "— 3 —\n\n续表1"])
def test_a_table_goes_on_without_a_head(table, between: str):
    found = table(f"{bars(HEAD, FIRST)}\n\n{between}\n\n{bars(SECOND, SECOND.replace('2|', '3|'))}").observations
    assert [(row.indicator, row.lead_units, row.support_units) for row in found] == [
        ("口袋公园", ["市园林局"], ["市财政局"]),
        ("绿道", ["市住建局"], ["市水利局"]),
        ("绿道", ["市住建局"], ["市水利局"]),
    ]


@pytest.mark.parametrize(
    "other",
    [
        bars("市建设局|新建绿道60公里|2|10", "市建设局|新建绿道60公里|2|10"),
        bars("2|新建绿道60公里|市住建局", "3|新建绿道60公里|市住建局"),
        f"其他任务见下。\n\n{bars(SECOND, SECOND)}",
    ],
    ids=["cells_of_other_columns", "other_columns", "a_sentence_between"],
)
def test_another_table_without_a_head_goes_on_with_none(table, other: str):
    found = table(f"{bars(HEAD, FIRST)}\n\n{other}").observations
    assert {tuple(row.lead_units) for row in found if row.indicator == "绿道"} <= {()}


@pytest.mark.parametrize("form", [bars, flat])
def test_a_head_that_comes_again_on_the_next_page_is_no_row(table, form):
    assert [row.lead_units for row in table(form(HEAD, FIRST, HEAD, SECOND)).observations] == [["市园林局"], ["市住建局"]]


def test_what_became_of_a_duty_is_a_result_beside_it_also_in_words(tmp_path: Path):
    path = tmp_path / "宁波市2024年民生实事项目完成情况表.md"
    rows = (
        "序号|项目名称|目标任务|完成情况|责任单位",
        "1|停车泊位|新增停车泊位3万个|新增3.5万个|市住建局",
        "2|养老服务|新增床位3000张|床位3100张，其中护理型1900张|市民政局",
    )
    path.write_text(f"# 宁波市2024年民生实事项目完成情况表\n\n{bars(*rows)}\n", encoding="utf-8")
    found = read_and_observe(path, Facts())[0][2]
    assert [(row.stage, row.indicator, row.value, row.lead_units) for row in found.observations][:4] == [
        ("target", "停车泊位", 30_000, ["市住建局"]),
        ("result", "停车泊位", 35_000, ["市住建局"]),
        ("target", "床位", 3000, ["市民政局"]),
        ("result", "床位", 3100, ["市民政局"]),
    ]


def test_a_year_above_a_number_and_its_unit_is_the_year_of_both(table):
    head = ("类别|项目|2024年完成|2025年目标|2025年目标|责任部门", "类别|项目|2024年完成|数量|单位|责任部门")
    found = table(bars(*head, "交通|新增停车泊位|3.5|3|万个|市住建局", "养老|新增养老床位|3100|3000|张|市民政局"))
    assert told(found)[:2] == [
        ("result", 2024, "停车泊位", 35_000, ["市住建局"], [], None),
        ("target", 2025, "停车泊位", 30_000, ["市住建局"], [], None),
    ]
    assert not [row for row in found.refusals if row.reason.startswith("table")]


@pytest.mark.parametrize(
    ("head", "total"),
    [
        ("2024年底前累计完成投资（万元）", True),
        ("累计完成投资（万元）", True),
        ("2024年累计完成投资（万元）", False),
        ("2025年计划投资（万元）", False),
    ],
)
def test_what_was_invested_since_a_work_began_is_a_running_total(table, head: str, total: bool):
    found = table(bars(f"序号|项目名称|{head}|责任单位", "1|甬舟铁路|320000|市交通局", "2|跨海通道|5000|市交通局"))
    assert [(row.indicator, row.value, row.cumulative) for row in found.observations] == [
        ("甬舟铁路投资", 3_200_000_000, total),
        ("跨海通道投资", 50_000_000, total),
    ]


def test_a_sum_and_its_part_below_the_head_of_a_year_are_no_two_targets_of_one_thing(table):
    head = ("序号|项目名称|2025年投资计划（万元）|2025年投资计划（万元）|资金来源|责任单位", "序号|项目名称|合计|其中：市级财政|资金来源|责任单位")
    found = table(bars(*head, "1|世纪大道|80000|50000|财政|市住建局", "2|新区学校|12000|2000|财政|市教育局")).observations
    assert [(row.indicator, row.value, row.role) for row in found[:2]] == [
        ("世纪大道投资", 800_000_000, "core"),
        ("世纪大道市级财政投资", 500_000_000, "sub"),
    ]


def test_the_text_in_front_of_a_number_names_what_it_counts_or_nobody_does(table):
    rows = ("重点任务|主要举措|量化目标|责任单位", "扩大消费|新增首店|100家|市商务局", "扩大消费|老字号门店|20家|市商务局")
    found = table(bars(*rows))
    assert [(row.indicator, row.value) for row in found.observations] == [("首店", 100)]
    assert {row.text: row.reason for row in found.refusals}["20"] == "table_column"


def test_a_target_and_a_result_that_are_values_are_of_the_name_beside_them(tmp_path: Path):
    path = tmp_path / "宁波市2024年1-8月民生实事项目完成情况表.md"
    rows = (
        "序号|项目名称|责任单位|目标任务|1-8月实际完成情况|完成率",
        "1|减少义务教育大班额|市教育局|51个|53个|104%",
        "2|提高农村低保标准|市民政局|标准不低于3480元/年|100%|",
        "3|改造农贸市场|市商务局|2家|100%|",
    )
    path.write_text(f"# 宁波市2024年1-8月民生实事项目完成情况表\n\n{bars(*rows)}\n", encoding="utf-8")
    found = read_and_observe(path, Facts())[0][2]
    assert [(row.stage, row.indicator, row.signed_value, row.part_of_year, row.lead_units) for row in found.observations] == [
        ("target", "义务教育大班额", -51, None, ["市教育局"]),
        ("result", "义务教育大班额", -53, "1-8月", ["市教育局"]),
        ("target", "标准", 3480, None, ["市民政局"]),
        ("target", "农贸市场", 2, None, ["市商务局"]),
    ]


def test_a_column_of_targets_in_words_is_what_is_to_be_done(tmp_path: Path):
    path = tmp_path / "宁波市2022年民生实事1-9月份完成情况.md"
    rows = (
        "类别|民生事项名称|2022年度任务目标|责任单位|1-9月份工作完成情况|1-9月份工作取得成效",
        "教育|14.改扩建学校|完成教学楼2座。|市教育局|已建成教学楼1座。|新增学位500个。",
    )
    path.write_text(f"# 宁波市2022年民生实事1-9月份完成情况\n\n{bars(*rows)}\n", encoding="utf-8")
    found = read_and_observe(path, Facts())[0][2]
    assert [(row.stage, row.indicator, row.value) for row in found.observations] == [
        ("target", "教学楼", 2),
        ("result", "教学楼", 1),
        ("result", "学位", 500),
    ]
