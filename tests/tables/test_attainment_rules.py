"""When a target counts as met is a small table: the one of the raw folder beats the one of the package."""

from __future__ import annotations

from pathlib import Path

import pytest

from mubiao.errors import SourceError
from mubiao.rows import AttainmentRule
from mubiao.tables.attainment import read_rules

HEAD = "comparator,direction,better,strict,tolerance_points,tolerance_share,note\n"
PLAN = "宁波市2024年政府工作报告\n二、2024年主要任务\n地区生产总值增长6%左右。\n"
RESULT = "宁波市2025年政府工作报告\n一、2024年工作回顾\n地区生产总值增长5.4%。\n"


def write(folder: Path, text: str) -> Path:
    (folder / "attainment_rules.csv").write_text(text, encoding="utf-8")
    return folder


def test_the_package_has_a_rule_for_every_comparator():
    assert {rule.comparator for rule in read_rules()} == {"eq", "ge", "gt", "le", "lt", "approx"}


def test_a_folder_without_rules_has_those_of_the_package(tmp_path: Path):
    assert read_rules(tmp_path) == read_rules()


def test_a_folder_may_have_rules_of_its_own(tmp_path: Path):
    assert read_rules(write(tmp_path, HEAD + "approx,higher,higher,false,1,0.1,左右：低1个百分点以内为接近\n")) == [
        AttainmentRule("approx", "higher", "higher", False, 1.0, 0.1, "左右：低1个百分点以内为接近")
    ]


def test_the_tolerance_of_the_folder_decides_and_stands_beside_the_verdicts(build):
    """5.4 is near about 6 where 0.6 points less are."""
    rules = HEAD + "approx,higher,higher,false,0.6,0.05,自定规则\n"
    warehouse = build({"raw/2024.txt": PLAN, "raw/2025.txt": RESULT, "raw/attainment_rules.csv": rules})
    found = warehouse.sql("select plan_value, result_value, attainment from plan_result_next where indicator_id = 'gdp' and plan_year = 2024")
    assert found.fetchall() == [(6.0, 5.4, "near")]
    assert warehouse.sql("select comparator, tolerance_points, note from attainment_rules").fetchall() == [("approx", 0.6, "自定规则")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", ", line 1: the columns must be comparator, direction, better, strict, tolerance_points, tolerance_share, note"),
        ("comparator,direction\napprox,higher\n", ", line 1: the columns must be comparator, direction"),
        (HEAD + "about,higher,higher,false,0,0,x\n", ", line 2, comparator: about is none of eq, ge, gt, le, lt, approx"),
        (HEAD + "eq,up,higher,false,0,0,x\n", ", line 2, direction: up is none of higher, lower, ceiling, floor, band, none, any"),
        (HEAD + "eq,any,more,false,0,0,x\n", ", line 2, better: more is none of higher, lower"),
        (HEAD + "eq,any,higher,no,0,0,x\n", ", line 2, strict: no is none of true, false"),
        (HEAD + "eq,any,higher,false,0,0,x\nge,any,higher,false,half,0,x\n", ", line 3, tolerance_points: half is no number from 0 up"),
    ],
    ids=["empty", "columns", "comparator", "direction", "better", "strict", "tolerance"],
)
def test_a_wrong_file_is_told(tmp_path: Path, text: str, message: str):
    with pytest.raises(SourceError) as error:
        read_rules(write(tmp_path, text))
    assert str(error.value).startswith(f"{tmp_path / 'attainment_rules.csv'}{message}")


def test_a_row_with_too_few_fields_is_told(tmp_path: Path):
    with pytest.raises(SourceError):
        read_rules(write(tmp_path, HEAD + "eq,any,higher,false\n"))


def test_another_encoding_is_told(tmp_path: Path):
    (tmp_path / "attainment_rules.csv").write_bytes((HEAD + "eq,any,higher,false,0,0,完成\n").encode("gb18030"))
    with pytest.raises(SourceError):
        read_rules(tmp_path)


@pytest.mark.parametrize("tolerance", ["-1", "nan", "inf"])
def test_a_tolerance_must_be_a_number_from_nothing_up(tmp_path: Path, tolerance: str):
    with pytest.raises(SourceError):
        read_rules(write(tmp_path, HEAD + f"eq,any,higher,false,{tolerance},0,x\n"))


def test_two_rules_for_one_kind_of_target_are_told(tmp_path: Path):
    with pytest.raises(SourceError):
        read_rules(write(tmp_path, HEAD + "ge,any,higher,false,0,0,x\nge,higher,higher,false,0,0,y\n"))
