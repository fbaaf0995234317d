"""Corrections by hand: applied after extraction, marked in the row, and loud where what they expect is gone."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from mubiao.errors import SourceError
from mubiao.gathered import BuildReport
from mubiao.pipeline import build
from mubiao.quality.doubts import DOUBTS
from mubiao.tables.corrections import COLUMNS, FILE, SAID, read_corrections

TEXT = "宁波市2025年政府工作报告\n二、2025年工作安排\n新增绿地200公顷。新增绿道100公里。\n"
GREEN = (TEXT.index("200"), TEXT.index("200") + 5)
WAYS = (TEXT.index("100"), TEXT.index("100") + 5)


def line(field: str, value: str = "", expect: str = "", span: tuple[int, int] = GREEN, **other: str) -> str:
    cells = {"doc_id": "good", "char_start": str(span[0]), "char_end": str(span[1]), "field": field, "value": value, "expect": expect}
    cells |= {"reason": "misprint", "who": "Li", "when": "2026-01-31"} | other
    return ",".join('"' + cells.get(name, "").replace('"', '""') + '"' for name in (*COLUMNS, *(SAID if cells.keys() & set(SAID) else ())))


def added(**written: str) -> str:
    """A line that adds a row, of which some values are written otherwise."""
    given = {"indicator": '"公园"', "value": "3", "unit": '"个"', "stage": '"target"', "year": "2025"} | written
    return line("add", "{" + ", ".join(f'"{name}": {value}' for name, value in given.items()) + "}")


@pytest.fixture
def built(tmp_path: Path, without_database: None):
    """Lines of corrections.csv -> the report of a build, and its rows."""

    def run(*lines: str, text: str = TEXT) -> tuple[BuildReport, list[tuple[object, ...]]]:
        (tmp_path / "raw").mkdir(exist_ok=True)
        (tmp_path / "review").mkdir(exist_ok=True)
        (tmp_path / "raw" / "good.txt").write_text(text, encoding="utf-8")
        (tmp_path / "review" / FILE).write_text("\n".join([",".join((*COLUMNS, *SAID)), *lines]), encoding="utf-8")
        report = build(tmp_path / "raw", tmp_path / "out")
        rows = pq.read_table(tmp_path / "out" / "observations").sort_by("char_start").select(["indicator", "value", "unit", "corrected"]).to_pylist()
        return report, [tuple(row.values()) for row in rows]

    return run


def test_a_field_is_set_and_the_row_says_so(built):
    report, rows = built(line("value", "210", "200"))
    assert report.lost == []
    assert rows == [("绿地", 210, "公顷", "value: 200 -> 210 (Li, 2026-01-31: misprint)"), ("绿道", 100, "公里", None)]


def test_several_fields_of_a_row_are_set(built):
    assert built(line("value", "210", "200"), line("unit", "亩", "公顷"))[1][0][:3] == ("绿地", 210, "亩")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([line("value", "32000000", "200"), line("unit", "元", "公顷")], "3200万元"),
        ([line("value", "5.5", "200"), line("unit", "%", "公顷"), line("measure", "ratio", "amount"), line("modifier", "以上", "")], "5.5%以上"),
        ([line("value_text", "约210公顷", "200公顷"), line("value", "210", "200")], "约210公顷"),
        ([line("value", "210", "200"), line("value_text", "约210公顷", "200公顷")], "约210公顷"),
        ([line("value_high", "300", "")], "200-300公顷"),
    ],
)
def test_the_words_of_a_corrected_figure_say_what_it_is_now(built, tmp_path: Path, lines: list[str], told: str):
    built(*lines)
    rows = pq.read_table(tmp_path / "out" / "observations").sort_by("char_start").column("value_text").to_pylist()
    assert rows[0] == told


@pytest.mark.parametrize("lines", [[line("year", "2024", "2025")], [line("year", "2024", "2025"), line("period_start", "2024", "2025")]])
def test_a_figure_of_one_year_moves_with_its_year(built, tmp_path: Path, lines: list[str]):
    assert built(*lines)[0].lost == []
    row = pq.read_table(tmp_path / "out" / "observations").sort_by("char_start").select(["year", "period_start"]).to_pylist()[0]
    assert row == {"year": 2024, "period_start": 2024}


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([line("value_high", "100", "")], "line 2: the upper end 100 is not above the value 200"),
        ([line("value", "-5", "200")], "line 2: the value -5 is below zero; a fall has the sign -1"),
        ([line("unit", "%", "公顷")], "line 2: % is no unit of an amount; set measure to growth or ratio, or change"),
        (
            [line("indicator_id", "pm25", "green_space")],
            "line 2: 公顷 is no unit of PM2.5平均浓度, which is told in 微克/立方米; set unit or indicator_id",
        ),
        ([line("measure", "growth", "amount")], "line 2: 公顷 is no unit of growth; set unit to %, or measure to amount or change"),
        ([line("year", "2024", "2025"), line("period_start", "2025", "2025")], "line 3: its period begins after it ends"),
        ([line("sign", "-1", "1"), line("unit", "个", "公顷")], "line 3: -200 个 are less than none"),
    ],
)
def test_a_correction_that_makes_no_row_leaves_it_out(built, lines: list[str], told: str):
    report, rows = built(*lines)
    assert report.lost == [f"good.txt: corrections.csv, {told}; look at the correction again"]
    assert [row[0] for row in rows] == ["绿道"]


def test_a_row_is_dropped_and_check_lists_it(built, tmp_path: Path):
    assert [row[0] for row in built(line("drop", expect="200"))[1]] == ["绿道"]
    (doubt,) = (one for one in DOUBTS if one.title == "corrections")
    tables = duckdb.connect()
    for name in ("observations", "refusals"):
        tables.register(name, pq.read_table(tmp_path / "out" / name))
    assert tables.sql(doubt.query).fetchall() == [(None, "good", "新增绿地200公顷", None, None, "drop (Li, 2026-01-31: misprint)")]


def test_a_row_is_added(built):
    given = json.dumps({"indicator": "公园", "value": 3, "unit": "个", "stage": "target", "year": 2025}, ensure_ascii=False)
    report, rows = built(line("add", given, "100公里", WAYS))
    assert report.lost == []
    assert ("公园", 3, "个") in [row[:3] for row in rows]


AGAIN = "; look at the correction again"


def test_a_row_whose_expected_value_is_gone_is_left_out_and_everything_says_so(built, tmp_path: Path):
    """What a person called wrong must not come back in silence; the other rows of the document stay."""
    report, rows = built(line("value", "210", "205"))
    says = "corrections.csv, line 2: expects 205, but it is 200 now" + AGAIN
    assert report.lost == [f"good.txt: {says}"]
    assert [row[0] for row in rows] == ["绿道"]
    (refusal,) = (row for row in pq.read_table(tmp_path / "out" / "refusals").to_pylist() if row["reason"] == "correction_lost")
    assert refusal["text"] == "200公顷"
    assert refusal["corrected"] == "value: 205 -> 210 (Li, 2026-01-31: misprint): expects 205, but it is 200 now"
    (document,) = pq.read_table(tmp_path / "out" / "documents").to_pylist()
    assert document["warnings"] == [f"correction_lost: {says}"]
    assert (document["coverage"], "plan" in document["partial_parts"], says in document["gaps"]) == ("partial", True, True)


def test_a_lost_correction_is_told_again_by_a_build_that_changes_nothing(built):
    again = [built(line("value", "210", "205"))[0] for _ in range(2)]
    assert again[1].reused == 1
    assert again[0].lost == again[1].lost


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ({"span": (1, 2)}, "0 rows of good stand there now"),
        # newer rules call the row otherwise: it has another id
        ({"char_start": "", "char_end": "", "observation_id": "0a1b2c3d4e5f6071"}, "no row of good has the id 0a1b2c3d4e5f6071 now"),
    ],
    ids=["by_span", "by_id"],
)
def test_a_row_that_is_gone_is_loud_and_silence_says_nothing(built, tmp_path: Path, named: dict[str, object], told: str):
    report, rows = built(line("value", "210", "200", **named))
    assert report.lost == [f"good.txt: corrections.csv, line 2: {told}{AGAIN}"]
    assert len(rows) == 2
    assert pq.read_table(tmp_path / "out" / "documents").to_pylist()[0]["partial_parts"] == ["plan", "review"]


def test_a_row_that_newer_rules_call_otherwise_is_found_by_its_span_too(built):
    assert built(line("value", "210", "200", observation_id="0a1b2c3d4e5f6071"))[1][0][1] == 210


GREEN_SAID = {"quote": "新增绿地200公顷", "indicator": "绿地", "value_text": "200公顷", "observation_id": "0a1b2c3d4e5f6071"}


@pytest.mark.parametrize(
    "edited",
    [
        TEXT.replace("工作安排", "工作的安排"),
        TEXT.replace("新增绿地", "计划新增绿地"),
        TEXT.replace("新增绿地200公顷。新增绿道100公里", "新增绿道100公里。新增绿地200公顷"),
    ],
    ids=["in_front_of_it", "in_its_sentence", "another_order"],
)
def test_a_row_that_moved_is_found_by_what_it_said(built, edited: str):
    report, rows = built(line("value", "210", "200", **GREEN_SAID), text=edited)
    assert report.lost == []
    assert sorted(row[:3] for row in rows) == [("绿地", 210, "公顷"), ("绿道", 100, "公里")]


def test_of_two_rows_that_say_the_same_the_one_in_its_place_is_corrected_else_none(built):
    twice = TEXT + "新增绿地200公顷。\n"
    report, rows = built(line("value", "210", "200", **GREEN_SAID), text=twice)
    assert (report.lost, [row[1] for row in rows]) == ([], [210, 100, 200])
    report, rows = built(line("value", "210", "200", **GREEN_SAID), text=twice.replace("安排", "的安排"))
    assert report.lost == [f"good.txt: corrections.csv, line 2: 2 rows of good say so now; name one by its observation_id{AGAIN}"]
    assert [row[1] for row in rows] == [100]


def test_a_row_that_moved_and_says_something_else_now_is_loud(built):
    report, rows = built(line("value", "210", "200", **GREEN_SAID), text=TEXT.replace("安排", "的安排").replace("200公顷", "220公顷"))
    assert report.lost == [f"good.txt: corrections.csv, line 2: 0 rows of good say so now{AGAIN}"]
    assert [row[3] for row in rows] == [None, None]


def test_a_row_to_add_moves_with_the_words_around_it(built):
    given = json.dumps({"indicator": "公园", "value": 3, "unit": "个", "stage": "target", "year": 2025}, ensure_ascii=False)
    moved = TEXT.replace("安排", "的安排")
    report, rows = built(line("add", given, "100公里", WAYS, quote="新增绿道100公里"), text=moved)
    assert (report.lost, ("公园", 3, "个") in [row[:3] for row in rows]) == ([], True)
    report, rows = built(line("add", given, "100公里", WAYS, quote="新增绿道100公里"), text=f"{moved}新增绿道100公里。\n")
    assert report.lost == [f"good.txt: corrections.csv, line 2: expects 100公里, but 道100公 stands there now{AGAIN}"]
    assert len(rows) == 3


def test_two_people_may_say_the_same_of_a_row_by_its_id_and_by_its_span(built, tmp_path: Path):
    built()
    known = pq.read_table(tmp_path / "out" / "observations").sort_by("char_start").column("observation_id").to_pylist()[0]
    by_id = line("value", "210", "200", char_start="", char_end="", observation_id=known)
    assert built(line("value", "210", "200"), by_id)[0].lost == []
    report, rows = built(line("value", "220", "200"), by_id)
    assert report.lost == ["good.txt: corrections.csv, line 3: expects 200, but it is 220 now" + AGAIN]
    assert [row[0] for row in rows] == ["绿道"]


def test_a_row_to_add_that_no_longer_fits_leaves_all_others(built):
    report, rows = built(added().replace(str(GREEN[1]), "999"))
    assert report.lost == ["good.txt: corrections.csv, line 2: the document ends before 999" + AGAIN]
    assert len(rows) == 2


def test_a_row_to_add_that_is_read_now_is_not_added_twice(built):
    report, rows = built(added(indicator='"绿地"', value="200", unit='"公顷"'))
    assert report.lost == ["good.txt: corrections.csv, line 2: its row is read now" + AGAIN]
    assert len(rows) == 2


def test_a_document_that_is_gone_is_loud(built):
    report, rows = built(line("value", "210", "200", doc_id="gone"))
    assert report.lost == ["corrections.csv, line 2: no document gone"]
    assert len(rows) == 2


def test_a_correction_of_a_copy_is_loud(built, tmp_path: Path):
    """Of two files with one text the first is kept: what was set in the other would be lost in silence."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(TEXT, encoding="utf-8")
    report, rows = built(line("value", "210", "200"))
    assert report.lost == ["corrections.csv, line 2: good is the same document as a; name that one"]
    assert rows[0][1] == 200


def test_a_correction_that_is_taken_back_is_undone(built):
    built(line("value", "210", "200"))
    assert built()[1][0][1] == 200


def test_two_peoples_files_merge(built):
    assert built(line("value", "210", "200"), line("value", "210", "200", who="Wang"))[1][0][1] == 210


def test_each_person_may_have_a_file(built, tmp_path: Path):
    (tmp_path / "review" / "corrections").mkdir(parents=True)
    head = ",".join(COLUMNS)
    (tmp_path / "review" / "corrections" / "wang.csv").write_text(f"{head}\n{line('value', '110', '100', WAYS, who='Wang')}\n", encoding="utf-8")
    assert [row[1] for row in built(line("value", "210", "200"))[1]] == [210, 110]
    with pytest.raises(SourceError, match=r"corrections/wang.csv, line 2: says otherwise than corrections.csv, line 2; keep one"):
        built(line("value", "120", "100", WAYS))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([line("colour", "red")], "line 2, field: colour is none of drop, add, "),
        ([line("value", "many", "200")], "line 2, value: many is no number"),
        ([line("value", "1e308", "200")], "line 2, value: 1e308 is no number"),
        ([line("value", "nan", "200")], "line 2, value: nan is no number"),
        ([line("unit", "foo", "元")], "line 2, value: foo is no unit that rows are told in"),
        ([line("unit", "亿元", "元")], "line 2, value: 亿元 is no unit that rows are told in"),
        ([line("value", "5_4", "200")], "line 2, value: 5_4 is no number"),
        ([line("value", "５", "200")], "line 2, value: ５ is no number"),
        ([line("year", "99999", "2024")], "line 2, value: 99999 is no year"),
        ([line("sign", "-7", "1")], "line 2, value: -7 is no sign; write 1 or -1"),
        ([line("value", "1", "200", span=("²", "5"))], "line 2, char_start: ² to 5 is no span"),
        ([line("value", "1", "200") + ",more"], "line 2: has more fields than the head"),
        ([line("stage", "plan", "target")], "line 2, value: plan is none of target, result"),
        ([line("indicator_id", "nothing")], "line 2, value: no indicator has the id nothing"),
        ([line("reference_id", "nothing")], "line 2, value: no indicator has the id nothing"),
        ([line("reference_code", "330299")], "line 2, value: no jurisdiction has the code 330299"),
        ([line("status", "final")], "line 2, value: final is none of estimate, preliminary, revised"),
        ([line("relation", "near")], "line 2, value: near is none of with, above, below, "),
        ([line("value", "1", "200", who="")], "line 2, who: is empty"),
        ([line("value", "1", "200", when="yesterday")], "line 2, when: yesterday is no date"),
        ([line("value", "1", "200", char_start="", char_end="")], "line 2: name the row by observation_id, or by"),
        ([line("value", "1", "200", span=(5, 3))], "line 2, char_start: 5 to 3 is no span"),
        ([line("value", "9" * 5000, "200")], f"line 2, value: {'9' * 40}… is no number"),
        ([added(value='3, "value": 4')], "line 2, value: a row to add is a JSON object with indicator, .*, each once"),
        ([added(indicator='" "')], "line 2, value: an indicator is empty"),
        ([added(indicator='"公\\u202e园"')], r"line 2, value: holds the sign U\+202E in indicator, which no row has; drop it"),
        ([added(indicator='"公\\n园"')], r"line 2, value: holds the sign U\+000A in indicator, which no row has; drop it"),
        ([added(indicator='{"a": 1}')], r"line 2, value: \{'a': 1\} does not fit the column indicator"),
        ([added(value="[3]")], r"line 2, value: \[3\] does not fit the column value"),
        ([added(value="NaN")], "line 2, value: nan is no number"),
        ([added(value="1e400")], "line 2, value: inf is no number"),
        ([line("add", "[" * 5000)], "line 2, value: a row to add is a JSON object with indicator"),
        ([line("add", "{}")], "line 2, value: a row to add is a JSON object with indicator"),
        ([line("value", "1", "200"), line("value", "2", "200")], "line 3: says otherwise than corrections.csv, line 2; keep one"),
    ],
)
def test_a_wrong_line_ends_the_build_with_one_line(tmp_path: Path, lines: list[str], told: str):
    (tmp_path / FILE).write_text("\n".join([",".join(COLUMNS), *lines]), encoding="utf-8")
    with pytest.raises(SourceError, match=told):
        read_corrections(tmp_path)


def test_all_wrong_lines_are_told_up_to_a_limit(tmp_path: Path):
    lines = [line("value", "many", "200", when="yesterday"), *(line("colour", str(at)) for at in range(200))]
    (tmp_path / FILE).write_text("\n".join([",".join(COLUMNS), *lines]), encoding="utf-8")
    with pytest.raises(SourceError) as error:
        read_corrections(tmp_path)
    first, second, third, *_, last = error.value.lines
    assert (first[:29], second, third[:31], last) == (
        "corrections.csv, line 2, when",
        "corrections.csv, line 2, value: many is no number",
        "corrections.csv, line 3, field:",
        f"{tmp_path / FILE}: 102 wrong cells more",
    )
