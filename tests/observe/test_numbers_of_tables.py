"""Every number of a table is a row or a refusal with a reason, however the table came to us: with bars, with tabs, flattened by a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from mubiao.extracts import read_and_observe
from mubiao.model import Facts
from mubiao.observe.observe import Observed
from mubiao.read.fold import as_read

SHARED = Path(__file__).parents[3] / "shared"
FILES = Path(__file__).parents[1] / "read" / "files"
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
OF_ROW = re.compile(r"(\d{1,2})\.(?=\D)")
TARGETS = (
    ("指标", "单位", "2024年完成", "同比增长（%）", "2025年预期目标"),
    ("地区生产总值", "亿元", "18147.7", "5.4", "增长5.5%左右"),
    ("其中：第三产业", "亿元", "9412", "6.1", "-"),
    ("城镇调查失业率", "%", "4.6", "-", "5左右"),
    ("固定资产投资", "亿元", "5000", "-3.2", "正增长"),
    ("城镇新增就业", "万人", "23.8", "-", "20以上"),
)
DUTIES = (
    ("序号", "工作任务", "目标值", "总投资（亿元）", "牵头单位", "责任单位", "完成时限"),
    ("1", "新增高新技术企业", "60家", "-", "区科技局", "各镇（街道）", "2025年12月"),
    ("2", "实施城镇老旧小区改造", "12个", "3.5", "区住建局", "区综合执法局", "2025年11月"),
    ("3", "新建口袋公园8个", "8个", "0.2", "区综合执法局", "区住建局", "10月底前"),
)
PLAN = (
    ("类别", "指标", "2020年", "2025年", "年均/累计", "属性"),
    ("经济发展", "地区生产总值（亿元）", "2273", "3300", "6.5%以上", "预期性"),
    ("创新驱动", "研发经费投入占地区生产总值比重（%）", "3.4", "4.0", "〔0.6〕", "预期性"),
    ("绿色生态", "新增造林面积（亩）", "-", "-", "〔2500〕", "约束性"),
    ("绿色生态", "单位地区生产总值能耗降低（%）", "-", "-", "〔14〕", "约束性"),
)
BULLETIN = (
    ("产品名称", "单位", "产量", "比上年增长（%）"),
    ("原油加工量", "万吨", "2710.5", "3.1"),
    ("发电量", "亿千瓦时", "1023.4", "-2.4"),
    ("其中：火电", "亿千瓦时", "823.4", "-4.4"),
    ("合计", "-", "4557.3", "-"),
)
TABLES = {"targets": TARGETS, "duties": DUTIES, "plan": PLAN, "bulletin": BULLETIN}
FORMS = {
    "bars": lambda rows: "\n".join(f"|{'|'.join(row)}|" for row in rows),
    "tabs": lambda rows: "\n".join("\t".join(row) for row in rows),
    "a_row_a_line": lambda rows: "\n".join(" ".join(row) for row in rows),
    "a_cell_a_line": lambda rows: "\n".join(cell for row in rows for cell in row),
    "cells_apart": lambda rows: "\n\n".join(cell for row in rows for cell in row),
}
TITLES = {
    "projects": "宁波市2025年民生实事项目",
    "duties": "宁波市海曙区2025年政府工作报告任务分解",
    "bulletin": "宁波市2025年国民经济和社会发展统计公报",
}


def observed(folder: Path, name: str, text: str) -> tuple[str, Observed]:
    path = folder / "table.txt"
    path.write_text(f"{TITLES.get(name, '宁波市2025年政府工作报告')}\n附表\n{text}\n", encoding="utf-8")
    ((document, _, found),) = read_and_observe(path, Facts(jurisdiction_code="330200", year=2025))
    return document.text, found


def without_reason(text: str, found: Observed) -> list[str]:
    """Numbers of a text that are neither in a row nor refused."""
    spans = [(row.char_start, row.char_end) for row in found.observations] + [(one.char_start, one.char_end) for one in found.refusals]
    spans += [match.span() for row in found.observations if row.deadline for match in re.finditer(re.escape(row.deadline), as_read(text))]
    below = text.index("\n")  # the title
    return [match[0] for match in NUMBER.finditer(text, below) if not any(low <= match.start() < high for low, high in spans)]


@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_number_is_a_row_or_has_a_reason(name: str, form: str, tmp_path: Path):
    """But for years in heads and the numbers of rows."""
    text, found = observed(tmp_path, name, FORMS[form](TABLES[name]))
    heads = [number for head in TABLES[name][0] for number in NUMBER.findall(head)]
    numbers = [row[0] for row in TABLES[name] if row[0].isdigit()]
    assert [one for one in without_reason(text, found) if one not in (*heads, *numbers)] == []


@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize("name", sorted(TABLES))
def test_the_rows_of_a_table_are_the_same_in_every_form(name: str, form: str, tmp_path: Path):
    def told(form: str) -> list[tuple[object, ...]]:
        _, found = observed(tmp_path, name, FORMS[form](TABLES[name]))
        return [
            (row.stage, row.period_start, row.year, row.indicator, row.measure, row.value, row.unit, row.role, row.lead_units, row.support_units)
            for row in found.observations
        ]

    assert told(form) == told("bars")
    assert len(told(form)) >= 3


def test_a_flattened_row_that_lacks_a_cell_makes_no_row(tmp_path: Path):
    """Nobody can tell into which column its numbers belong; the rows around it are whole."""
    cells = [cell for row in (*TARGETS[:2], ("一般公共预算收入", "亿元", "1856.4", "增长3%"), *TARGETS[3:]) for cell in row]
    text, found = observed(tmp_path, "targets", "\n".join(cells))
    assert {row.indicator for row in found.observations} == {"地区生产总值", "城镇调查失业率", "固定资产投资", "城镇新增就业"}
    assert set(without_reason(text, found)) <= {"2024", "2025"}


def test_a_cell_too_many_behind_an_empty_one_makes_no_row(tmp_path: Path):
    """Nobody can tell which of the two values of the first row is the target; lines above the heads are no heads."""
    lines = ("一、2025年主要目标", "指标", "2024年实际", "2025年目标", "地区生产总值增长", "", "5.5%", "6%左右", "社零增长", "5.1%", "4%")
    _, found = observed(tmp_path, "targets", "\n\n".join(lines))
    assert found.observations == []


@pytest.mark.parametrize(
    ("task", "goal", "rows"),
    [
        ("新增高新技术企业", "60家", [("高新技术企业", 60)]),
        ("新增高新技术企业", "60家以上", [("高新技术企业", 60)]),
        ("新增高新技术企业60家", "60家", [("高新技术企业", 60)]),
        ("新建学校，改善办学条件", "6所", []),
    ],
    ids=["named_by_the_task", "with_a_bound", "said_by_the_task", "a_sentence_names_nothing"],
)
def test_a_number_in_another_column_than_its_duty(task: str, goal: str, rows: list[tuple[str, float]], tmp_path: Path):
    table = (("序号", "工作任务", "目标值", "牵头单位"), ("1", task, goal, "区科技局"), ("2", "新增绿道3公里", "", "区水利局"))
    _, found = observed(tmp_path, "duties", FORMS["bars"](table))
    assert [(row.indicator, row.value) for row in found.observations if row.lead_units == ["区科技局"]] == rows


def test_the_text_that_says_what_is_done_names_what_other_columns_count(tmp_path: Path):
    """Also where the task is only a heading; a verb with a number of its own counts nothing that is sure (新增3家)."""
    table = (
        ("项目", "内容", "责任单位", "上半年目标", "全年目标"),
        ("养老服务", "新建居家养老服务中心", "市民政局", "6个", "15个"),
        ("医疗服务", "改扩建村卫生室", "市卫生健康委", "-", "新增3家"),
    )
    _, found = observed(tmp_path, "projects", FORMS["bars"](table))
    assert [(row.indicator, row.value, row.part_of_year) for row in found.observations] == [
        ("居家养老服务中心", 6, "上半年"), ("居家养老服务中心", 15, None), ("村卫生室", 3, None),
    ]  # fmt: skip


@pytest.mark.skipif(not SHARED.exists(), reason="without the material beside the project")
@pytest.mark.parametrize("case", sorted(SHARED.glob("cases/files/*.docx")), ids=lambda path: path.stem)
def test_every_number_of_tables_of_others_is_a_row_or_has_a_reason(case: Path):
    for document, _, found in read_and_observe(case, Facts(jurisdiction_code="330200", year=2025)):
        cells = [document.text[cell.start : cell.end] for table in document.tables for cell in table.cells if cell.row]
        inside = [number for cell in cells if not cell.isdigit() for number in NUMBER.findall(OF_ROW.sub("", cell))]
        of_rows = [match[1] for cell in cells if (match := OF_ROW.match(cell))]
        assert sorted(set(without_reason(document.text, found)) & set(inside) - set(of_rows)) == []


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_page_of_a_portal_gives_the_same_rows_through_every_kind_of_file(kind: str):
    """LibreOffice made the others of the web page: numbers set apart, merged cells as drawn lines, quotation marks of another font."""

    def told(kind: str) -> list[tuple[object, ...]]:
        ((_, _, found),) = read_and_observe(FILES / f"portal.{kind}", Facts())
        return [
            (row.stage, row.year, row.indicator, row.measure, row.value, row.unit, row.role, row.lead_units, row.support_units, row.officials)
            for row in found.observations
        ]

    assert told(kind) == told("html")
    assert len(told("html")) == 11


HEADS = (
    "合计",
    "其中:市区",
    "其中：县（市）",
    "2025年目标",
    "2024年完成",
    "2024年（预计）",
    "同比（%）",
    "年均增长",
    "1-11月",
    "排名",
    "备注",
    "投资（亿元）",
)
NAMES = ("口袋公园（个）", "其中：市区（个）", "绿地", "合计")


@settings(max_examples=40, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    heads=some.lists(some.sampled_from(HEADS), min_size=1, max_size=5, unique=True),
    two_rows=some.booleans(),
    names=some.lists(some.sampled_from(NAMES), min_size=2, max_size=3),
)
def test_every_number_of_a_generated_table_is_a_row_or_a_refusal(tmp_path: Path, heads: list[str], two_rows: bool, names: list[str]):
    """Each number stands once in a table, so that none is told in the place of another."""
    numbers = [[str(31 + len(heads) * row + column) for column in range(len(heads))] for row in range(len(names))]
    head = [("指标", *["2025年计划"] * len(heads)), ("", *heads)] if two_rows else [("指标", *heads)]
    text, found = observed(tmp_path, "generated", FORMS["bars"]([*head, *((name, *cells) for name, cells in zip(names, numbers, strict=True))]))
    spans = [(one.char_start, one.char_end) for one in (*found.observations, *found.refusals)]
    told = {text[low:high] for low, high in (match.span() for match in NUMBER.finditer(text)) if any(a <= low and high <= b for a, b in spans)}
    assert {number for cells in numbers for number in cells} <= told


CELLS = ("7", "20", "1,234", "-3.2", "6%左右", "5-6", "120个", "1.2万", "〔30〕", "20（含市级5）", "35 (其中新建8个)", "3/5", "增长5%以上", "≥60")


def test_no_number_of_a_cell_vanishes_whatever_it_is_written_like(tmp_path: Path):
    """A cell may hold another number behind its value, which is none of the value: 20（含市级5）."""
    head = ("序号", "项目", "单位", "2024年完成", "备注", "2025年目标")
    rows = [(str(at + 1), "口袋公园", "个", cell, cell, cell) for at, cell in enumerate(CELLS)]
    text, found = observed(tmp_path, "targets", FORMS["bars"]([head, *rows]))
    told = {at for one in (*found.observations, *found.refusals) for at in range(one.char_start, one.char_end)}
    values = [(row.start(), row[0]) for row in re.finditer(r"(?<=口袋公园).*", text)]
    assert len(values) == len(CELLS)
    assert [line for low, line in values for number in NUMBER.finditer(line) if low + number.start() not in told] == []
    assert ("5", "table_cell") in [(one.text, one.reason) for one in found.refusals]


def test_the_lines_of_a_paragraph_that_a_page_broke_are_no_cells(tmp_path: Path):
    """Each line was read by itself, as if a row had wide gaps there: 增高新技术企业."""
    lines = ["一、2024年工作回顾", "全年城镇新增就业71万人，工业机器人产量比上年增长81.4%，全市新"]
    lines += [f"增高新技术企业{number}00家，战略性新兴产业产值占规上工业比重提高，全市新" for number in range(1, 6)]
    _, found = observed(tmp_path, "report", "\n".join([*lines, "增口袋公园8个。"]))
    assert {row.indicator for row in found.observations if row.unit == "家"} == {"高新技术企业"}


def test_a_cell_whose_row_and_column_tell_different_units_is_refused(observe):
    rows = "|指标|单位|全年目标（亿元）|2024年±%|\n|地区生产总值增速|%|6|—|\n|一般公共预算收入|亿元|600|3.5|"
    found = observe(f"政府工作报告\n二、2025年主要目标\n{rows}\n")
    assert [(row.indicator, row.measure, row.value) for row in found.observations] == [
        ("一般公共预算收入", "amount", 6e10),
        ("一般公共预算收入", "growth", 3.5),
    ]
    assert ("6", "table_units") in [(one.text, one.reason) for one in found.refusals]


def test_a_bare_value_beside_a_goal_in_words_is_of_that_goal(observe):
    """Also where other cells of its column are sentences; what the goal says itself is said once."""
    rows = "|目标任务|年度目标|完成情况|\n|新建改建公厕|50座|52座|\n|新增停车位8000个|8000个|已新增8350个|\n"
    found = observe(f"宁波市2024年民生实事项目完成情况\n\n{rows}", year=2024, doc_type="progress_report")
    assert [(row.indicator, row.stage, row.value) for row in found.observations] == [
        ("公厕", "target", 50),
        ("公厕", "result", 52),
        ("停车位", "target", 8000),
        ("停车位", "result", 8350),
    ]
    assert [(one.text, one.reason) for one in found.refusals if one.reason != "date"] == [("8000", "table_cell")]


def test_a_target_below_a_title_of_the_year_before_is_of_that_year(observe):
    rows = "|项目|目标|完成|\n|新增养老床位（张）|1000|1200|\n"
    found = observe(f"政府工作报告\n一、2024年工作回顾\n2024年民生实事完成情况\n{rows}\n").observations
    assert [(row.stage, row.year, row.value) for row in found] == [("target", 2024, 1000), ("result", 2024, 1200)]


def test_a_column_of_names_in_a_table_of_duties_tells_what_its_figures_count(observe):
    """稳增长 and 促创新 are the duties that they serve."""
    head = "|工作任务|主要指标|主要指标|责任分工|责任分工|\n|工作任务|指标名称|目标值|牵头单位|配合单位|\n"
    rows = "|稳增长|地区生产总值增长|5.5%左右|市发改委|市统计局|\n|促创新|新增高新技术企业|600家|市科技局||\n"
    found = observe(f"宁波市2025年政府工作报告任务分解\n{head}{rows}", doc_type="task_breakdown").observations
    assert [(row.indicator, row.measure, row.value, row.lead_units) for row in found] == [
        ("地区生产总值", "growth", 5.5, ["市发改委"]),
        ("高新技术企业", "amount", 600, ["市科技局"]),
    ]


def test_a_mean_of_one_year_is_none(observe):
    rows = "|指标|2024年完成|2025年预期|年均增长|\n|地区生产总值（亿元）|18147|19100|5.6%|\n"
    found = observe(f"政府工作报告\n二、2025年主要目标\n{rows}\n")
    assert ("5.6", "table_column") in [(one.text, one.reason) for one in found.refusals]


def test_a_bare_value_among_words_is_that_of_its_row(observe):
    """1-12月 is the whole year."""
    rows = "|指标|单位|2024年1-12月完成情况|2025年目标|\n|单位GDP能耗降低|%|完成省下达目标|3|\n|城镇化率|%|79.9|80|\n"
    found = observe(f"政府工作报告\n二、2025年主要目标\n{rows}\n").observations
    assert [(row.stage, row.year, row.part_of_year, row.value) for row in found] == [
        ("target", 2025, None, 3),
        ("result", 2024, None, 79.9),
        ("target", 2025, None, 80),
    ]
