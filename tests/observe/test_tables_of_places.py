"""Tables whose rows are places or branches: their heads tell what is measured of each, their rows of whom."""

from __future__ import annotations

import pytest

from mubiao.observe.observe import Observed

BULLETIN = "宁波市2024年国民经济和社会发展统计公报"
DUTIES = "宁波市2025年民生实事项目目标任务分解"


def bars(*rows: str) -> str:
    return "\n".join(f"|{row}|" for row in rows)


def told(found: Observed) -> list[tuple[object, ...]]:
    return [(row.jurisdiction, row.scope, row.indicator, row.measure, row.stage, row.value, row.unit) for row in found.observations]


def reasons(found: Observed) -> dict[str, str]:
    return {row.text: row.reason for row in found.refusals}


@pytest.fixture
def bulletin(observe):
    return lambda *rows: observe(f"{BULLETIN}\n\n{bars(*rows)}\n", year=2024, doc_type="bulletin")


def test_the_figures_of_a_place_are_its_own_as_in_a_sentence(bulletin):
    found = bulletin("地区|地区生产总值（亿元）|增长（%）", "海曙区|1500.5|5.2", "慈溪市|2800|-6")
    assert told(found) == [
        ("海曙区", None, "海曙区地区生产总值", "amount", "result", 150_050_000_000, "元"),
        ("海曙区", None, "海曙区地区生产总值", "growth", "result", 5.2, "%"),
        ("慈溪市", None, "慈溪市地区生产总值", "amount", "result", 280_000_000_000, "元"),
        ("慈溪市", None, "慈溪市地区生产总值", "growth", "result", 6, "%"),
    ]
    assert found.observations[-1].signed_value == -6


def test_what_a_part_of_the_place_is_to_do_is_of_that_part(observe):
    found = observe(f"{DUTIES}\n\n{bars('区县（市）|新建口袋公园（个）', '海曙区|5', '合计|13')}\n", doc_type="livelihood_projects")
    assert told(found) == [("宁波市", "海曙区", "海曙区新建口袋公园", "amount", "target", 5, "个")]
    assert reasons(found)["13"] == "table_sum"


@pytest.mark.parametrize(
    "head",
    [
        ("地区|地区生产总值|地区生产总值|位次", "地区|绝对数（亿元）|增长（%）|位次"),
        ("地区|2024年地区生产总值（亿元）|比上年增长（%）|位次",),
        ("地区|地区生产总值完成（亿元）|位次|同比增长（%）",),
    ],
    ids=["in_two_rows", "with_its_year", "a_rank_between"],
)
def test_heads_are_bare_of_year_unit_and_kind(bulletin, head: tuple[str, ...]):
    values = "1500|3|5" if "位次|同比" in head[0] else "1500|5|3"
    found = bulletin(*head, f"海曙区|{values}", f"江北区|{values}")
    assert {row[2] for row in told(found)} == {"海曙区地区生产总值", "江北区地区生产总值"}
    assert [row[5] for row in told(found)] == [150_000_000_000, 5] * 2
    assert reasons(found)["3"] == "table_column"


def test_a_head_that_ends_like_a_result_tells_no_stage_in_a_list_of_targets(observe):
    found = observe(f"{DUTIES}\n\n{bars('乡镇（街道）|粮食总产量（万吨）', '全市|68.2', '慈溪市|9')}\n", doc_type="task_breakdown")
    assert {(row.stage, row.year) for row in found.observations} == {("target", 2025)}


def test_the_year_and_the_word_of_a_head_say_more_than_the_list_that_it_stands_in(observe):
    rows = bars("地区|2024年粮食产量（万吨）|2025年计划投资（亿元）", "海曙区|4.1|30", "慈溪市|9|20.5")
    found = observe(f"{DUTIES}\n\n{rows}\n", doc_type="task_breakdown").observations
    assert [(row.stage, row.year, row.indicator) for row in found[:2]] == [("result", 2024, "海曙区粮食产量"), ("target", 2025, "海曙区投资")]


def test_branches_have_what_the_head_tells(bulletin):
    found = bulletin("行业|增加值（亿元）|增长（%）", "石油加工业|300|5.2", "汽车制造业|500|-1.2")
    assert {row[2] for row in told(found)} == {"石油加工业增加值", "汽车制造业增加值"}


def test_a_unit_above_the_table_is_none_of_another_thing(observe):
    found = observe(f"{BULLETIN}\n\n单位：亿元\n{bars('地区|地区生产总值|常住人口', '海曙区|1500|100')}\n", year=2024, doc_type="bulletin")
    assert [row[2] for row in told(found)] == ["海曙区地区生产总值"]
    assert reasons(found)["100"] == "table_cell"


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("地区|增速（%）", "海曙区|5.5"),
        ("地区|2023年|2024年", "海曙区|1500.5|1600.5"),
        ("地区|得分", "海曙区|95.5"),
        ("产业|重点企业|产值（亿元）", "海曙区汽车产业|吉利汽车|300.5"),
    ],
    ids=["growth_of_what", "years_of_what", "no_unit", "of_whom_another_column_tells"],
)
def test_what_a_head_does_not_tell_is_refused(bulletin, head: str, row: str):
    found = bulletin(head, row, row.replace("海曙", "江北"))
    assert not found.observations
    assert {reasons(found)[value] for value in row.split("|")[1:] if value[0].isdigit()} <= {"table_left", "table_cell", "table_column"}


def test_in_a_report_that_tells_and_plans_only_a_title_says_which(observe):
    rows = bars("地区|新建口袋公园（个）", "海曙区|5", "江北区|8")
    said = [observe(f"政府工作报告\n二、2025年工作安排\n{title}\n{rows}\n") for title in ("各地口袋公园", "2025年各地口袋公园目标")]
    assert [row.stage for row in said[1].observations] == ["target", "target"]
    assert not said[0].observations
    assert reasons(said[0])["8"] == "table_left"


def test_numbers_of_rows_and_remarks_are_no_figures_of_a_place(observe):
    """What is counted the title says."""
    rows = bars("序号|区县（市）|任务数（个）|备注", "1|海曙区|5|含续建2个", "2|慈溪市|8|", "合计||13|")
    found = observe(f"{DUTIES}\n2025年新建口袋公园任务分解表\n{rows}\n", doc_type="task_breakdown")
    assert [row[1:3] + row[5:] for row in told(found)] == [("海曙区", "海曙区口袋公园", 5, "个"), ("慈溪市", "慈溪市口袋公园", 8, "个")]
    assert (reasons(found)["2"], reasons(found)["13"]) == ("table_column", "table_cell")
