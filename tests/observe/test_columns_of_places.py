"""Tables whose columns are places, and those of places or branches of which the title above tells what is measured."""

from __future__ import annotations

import pytest

from mubiao.observe.observe import Observed

BULLETIN = "宁波市2024年国民经济和社会发展统计公报"
PLAN = "宁波市2025年国民经济和社会发展计划"


def bars(*rows: str) -> str:
    return "\n".join(f"|{row}|" for row in rows)


def told(found: Observed) -> list[tuple[object, ...]]:
    return [(row.jurisdiction, row.scope, row.measure, row.stage, row.year, row.value) for row in found.observations]


def reasons(found: Observed) -> dict[str, str]:
    return {row.text: row.reason for row in found.refusals}


@pytest.fixture
def bulletin(observe):
    return lambda text: observe(f"{BULLETIN}\n{text}\n", year=2024, doc_type="bulletin")


@pytest.fixture
def plan(observe):
    return lambda text: observe(f"{PLAN}\n{text}\n", doc_type="plan_report")


def test_the_figures_below_a_place_are_its_own(bulletin):
    """市本级 and 前湾新区 are none that anybody knows; 海曙 is short for a place of this one."""
    found = bulletin(bars("指标|单位|全市|市本级|海曙|江北区|前湾新区", "地区生产总值|亿元|18000|170|1500|900|800", "口袋公园|个|160|17|15|9|8"))
    assert told(found) == [
        ("宁波市", None, "amount", "result", 2024, 1.8e12),
        ("海曙区", None, "amount", "result", 2024, 1.5e11),
        ("江北区", None, "amount", "result", 2024, 9e10),
        ("宁波市", None, "amount", "result", 2024, 160),
        ("宁波市", "海曙区", "amount", "result", 2024, 15),
        ("宁波市", "江北区", "amount", "result", 2024, 9),
    ]
    assert {reasons(found)[value] for value in ("170", "800", "17", "8")} == {"table_column"}


@pytest.mark.parametrize("own", ["本地区", "本市", "我市"])
def test_a_head_may_name_the_own_place_without_its_name(bulletin, own: str):
    found = bulletin(bars(f"指标|单位|{own}|全省", "地区生产总值|亿元|18000|90000", "地区生产总值增长|%|5.4|5.5"))
    assert [one for one in told(found) if one[0] == "宁波市"] == [
        ("宁波市", None, "amount", "result", 2024, 1.8e12),
        ("宁波市", None, "growth", "result", 2024, 5.4),
    ]


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (("指标|海曙区|海曙区|江北区|江北区", "指标|2024年完成|2025年目标|2024年完成|2025年目标"), "地区生产总值（亿元）|1500|1600|900|950"),
        (("指标|2024年完成|2025年目标|2024年完成|2025年目标", "指标|海曙区|海曙区|江北区|江北区"), "地区生产总值（亿元）|1500|1600|900|950"),
    ],
    ids=["place_above", "year_above"],
)
def test_a_place_above_or_below_a_year_says_whose_it_is(plan, heads: tuple[str, str], row: str):
    assert told(plan(bars(*heads, row))) == [
        ("海曙区", None, "amount", "result", 2024, 1.5e11),
        ("海曙区", None, "amount", "target", 2025, 1.6e11),
        ("江北区", None, "amount", "result", 2024, 9e10),
        ("江北区", None, "amount", "target", 2025, 9.5e10),
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ("指标|2025年目标|2025年目标", "指标|首南街道|中河街道"),
        ("指标|首南街道2025年目标|中河街道2025年目标",),
        ("指标|首南街道|首南街道", "|2024年完成|2025年目标"),
        ("指标|高新区2024年完成|高新区2025年目标",),
    ],
    ids=["in_two_rows", "in_one", "one_over_all", "a_zone_over_all"],
)
def test_parts_that_nobody_knows_are_refused_and_none_of_the_whole_place(plan, heads: tuple[str, ...]):
    found = plan(bars(*heads, "口袋公园（个）|5|6", "公办幼儿园（所）|7|8"))
    assert not found.observations
    assert {reasons(found)[value] for value in "5678"} == {"table_left"}


def test_a_single_place_is_no_less_one_than_two(plan):
    found = plan(bars("指标|海曙区|海曙区", "|2024年完成|2025年目标", "地区生产总值（亿元）|1500|1600"))
    assert told(found) == [("海曙区", None, "amount", "result", 2024, 1.5e11), ("海曙区", None, "amount", "target", 2025, 1.6e11)]


def test_a_bracket_behind_a_head_tells_whose_it_is(plan):
    found = plan(bars("指标|2024年完成（市）|2025年目标（省下达）|2025年目标（市）", "口袋公园（个）|5|6|7", "绿道（公里）|30|40|50"))
    assert [row[3:] for row in told(found)] == [("result", 2024, 5), ("target", 2025, 7), ("result", 2024, 30), ("target", 2025, 50)]
    assert reasons(found)["6"] == "table_column"


def test_what_stands_beside_the_own_figure_of_a_year_is_another(plan):
    """Of the province, of the nation, or of a part that the head names."""
    found = plan(bars("指标|2024年完成|2024年全省|2024年全国|2025年目标|2025年农村", "地区生产总值增长（%）|5.1|5.5|5|6|7"))
    assert [(row[0], row[3:]) for row in told(found)] == [
        ("宁波市", ("result", 2024, 5.1)),
        ("浙江省", ("result", 2024, 5.5)),
        ("宁波市", ("target", 2025, 6)),
    ]
    assert (reasons(found)["5"], reasons(found)["7"]) == ("table_column", "table_column")


def test_the_nation_alone_in_a_year_is_not_the_place(plan):
    found = plan(bars("指标|2024年全国|2025年全年", "地区生产总值增长（%）|5.1|5.5"))
    assert told(found) == [("宁波市", None, "growth", "target", 2025, 5.5)]
    assert reasons(found)["5.1"] == "table_column"


def test_a_title_that_names_the_year_before_tells_results_in_a_plan_too(plan):
    rows = bars("指标|海曙区|江北区", "地区生产总值（亿元）|1500|900")
    assert {row[3:5] for row in told(plan(f"2024年各区主要指标\n{rows}"))} == {("result", 2024)}
    assert {row[3:5] for row in told(plan(f"2025年各区主要目标\n{rows}"))} == {("target", 2025)}


@pytest.mark.parametrize("sign", ["\n", "  "], ids=["cell_a_line", "row_a_line"])
def test_flattened_tables_of_places_are_read(bulletin, sign: str):
    columns = [["指标", "海曙区", "江北区"], ["地区生产总值（亿元）", "1500.5", "900"], ["进出口总额（亿元）", "100", "90"]]
    rows = [["地区", "地区生产总值（亿元）", "增长（%）"], ["海曙区", "1500.5", "5.2"], ["江北区", "900", "-6"]]
    for table, values in ((columns, [1.505e11, 9e10, 1e10, 9e9]), (rows, [1.5005e11, 5.2, 9e10, 6])):
        found = bulletin("\n".join(sign.join(row) for row in table))
        assert [row.jurisdiction for row in found.observations] == (["海曙区", "江北区"] * 2 if table is columns else ["海曙区"] * 2 + ["江北区"] * 2)
        assert [round(row.value) if row.value > 10 else row.value for row in found.observations][1:] == values[1:]


def test_what_no_head_tells_the_title_does(bulletin):
    """规模以上工业 leaves out what the title says; the sum says of what."""
    found = bulletin(
        f"表2 2024年规模以上工业增加值分行业增长速度\n{bars('行业|比上年增长（%）|占比（%）', '规模以上工业|5.5|100', '汽车制造业|8.1|15')}"
    )
    assert [(row.indicator, row.scope, row.value) for row in found.observations] == [
        ("规模以上工业增加值", None, 5.5),
        ("汽车制造业规模以上工业增加值", "汽车制造业", 8.1),
    ]
    assert reasons(found)["15"] == "table_column"


def test_a_title_of_several_things_tells_none(bulletin):
    found = bulletin(f"2024年各区地区生产总值和一般公共预算收入\n{bars('地区|增长（%）', '海曙区|8.1', '江北区|9.1')}")
    assert not found.observations
    assert reasons(found)["9.1"] == "table_left"


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (["海曙区", "江北区"], ["2024年完成", "2025年目标"]),
        (["海曙区", "江北区"], ["2024年", "2025年"]),
        (["2024年", "2025年"], ["海曙区", "江北区"]),
    ],
    ids=["stages_below_places", "years_below_places", "places_below_years"],
)
@pytest.mark.parametrize("sign", [" ", "\n"], ids=["a_row_a_line", "a_cell_a_line"])
def test_flattened_heads_of_places_in_two_rows_are_read(plan, upper: list[str], lower: list[str], sign: str):
    rows = [["指标", "单位", *upper], lower * 2, ["地区生产总值", "亿元", "1", "2", "3", "4"], ["工业投资", "亿元", "5", "6", "7", "8"]]
    found = plan("\n".join(sign.join(row) for row in rows)).observations[:4]
    whose = [(row.jurisdiction, row.stage, row.year) for row in sorted(found, key=lambda row: row.char_start)]
    first, second = [("海曙区", "result", 2024), ("海曙区", "target", 2025)], [("江北区", "result", 2024), ("江北区", "target", 2025)]
    assert whose == ([first[0], second[0], first[1], second[1]] if upper[0] == "2024年" else [*first, *second])
    assert [row.value for row in found] == [1e8, 2e8, 3e8, 4e8]


def test_flattened_heads_below_places_that_are_not_the_same_below_each_make_no_row(plan):
    """海曙区 may have three of the four."""
    rows = [["指标", "单位", "海曙区", "江北区"], ["2023年", "2024年完成", "2024年增长", "2025年目标"]]
    table = [*rows, ["地区生产总值", "亿元", "1500", "1600", "900", "950"], ["工业投资", "亿元", "150", "160", "90", "95"]]
    assert told(plan("\n".join(" ".join(row) for row in table))) == []
