"""Published figures in a CSV file: units with their magnitude, and a line and column for each wrong cell."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from mubiao.errors import SourceError
from mubiao.read.entered_units import parse_unit
from mubiao.read.figures import COLUMNS, OPTIONAL, PublishedFigure, is_figures, read_figures

GOOD = {
    "jurisdiction_code": "330200", "jurisdiction": "宁波市", "year": "2024", "stage": "result", "indicator": "地区生产总值",
    "measure": "amount", "comparator": "eq", "value": "18147.7", "unit": "亿元", "status": "", "note": "",
    "source_title": "2024年宁波市国民经济和社会发展统计公报", "source_publisher": "宁波市统计局", "source_date": "2025-03-01",
    "source_url": "https://example.org/2024",
}  # fmt: skip


def write(folder: Path, *rows: dict[str, str], encoding: str = "utf-8") -> Path:
    path = folder / "figures.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


def one(folder: Path, **cells: str) -> PublishedFigure:
    (figure,), wrong = read_figures(write(folder, {**GOOD, **cells}))
    assert wrong == []
    return figure


def test_a_row_becomes_a_figure_with_its_source(tmp_path: Path):
    figure = one(tmp_path, note="初步核算", status="preliminary")
    assert (figure.place.code, figure.year, figure.stage, figure.indicator) == ("330200", 2024, "result", "地区生产总值")
    assert (figure.value, figure.unit, figure.status) == (1_814_770_000_000, "元", "preliminary")
    assert (figure.value_text, figure.text) == ("18147.7亿元", "地区生产总值 18147.7亿元（初步核算）")
    assert figure.source == ("2024年宁波市国民经济和社会发展统计公报", "宁波市统计局", "2025-03-01", "https://example.org/2024")


@pytest.mark.parametrize("blank", ["", "," * (len(COLUMNS) - 1), "," * len(COLUMNS), " ,\t,"], ids=["empty", "commas", "more_commas", "blanks"])
def test_a_blank_line_as_sheets_save_them_is_none(tmp_path: Path, blank: str):
    path = write(tmp_path, GOOD, {**GOOD, "year": "24"})
    head, first, second = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([head, blank, first, blank, second, blank]) + "\n", encoding="utf-8")
    figures, wrong = read_figures(path)
    assert len(figures) == 1
    assert wrong == [f"{path}, line 5, year: 24 is no year"]


@pytest.mark.parametrize(
    ("written", "scale", "unit"),
    [
        ("元", 1, "元"),
        ("亿元", 100_000_000, "元"),
        ("万亿元", 10**12, "元"),
        ("万人", 10_000, "人"),
        ("万标箱", 10_000, "标箱"),
        ("亿美元", 100_000_000, "美元"),
        ("百万吨", 1_000_000, "吨"),
        ("千瓦", 1, "千瓦"),
        ("万千瓦", 10_000, "千瓦"),
        ("%", 1, "%"),
        ("个百分点", 1, "百分点"),
        ("微克/立方米", 1, "微克/立方米"),
        ("万元/亩", 10_000, "元/亩"),
        (" 亿元 ", 100_000_000, "元"),
    ],
)
def test_the_magnitude_of_a_unit_goes_into_the_value(written: str, scale: int, unit: str):
    assert parse_unit(written) == (scale, unit)


def test_values_are_multiplied_exactly(tmp_path: Path):
    assert one(tmp_path, value="1.13", unit="万件").value == 11_300


def test_a_fall_is_written_with_a_minus(tmp_path: Path):
    assert one(tmp_path, indicator="进出口总额增长", measure="growth", value="-2.5", unit="%").value == -2.5


@pytest.mark.parametrize(("comparator", "text"), [("eq", "95%"), ("ge", "≥95%"), ("gt", ">95%"), ("le", "≤95%"), ("lt", "<95%"), ("approx", "≈95%")])
def test_a_bound_is_shown_as_a_sign(tmp_path: Path, comparator: str, text: str):
    assert one(tmp_path, comparator=comparator, measure="ratio", value="95", unit="%").value_text == text


def with_words(tmp_path: Path, *rows: tuple[str, str]) -> tuple[list[PublishedFigure], list[str]]:
    """Figures of 5 % with a comparator and the words that made it."""
    path = tmp_path / "figures.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, (*COLUMNS, "modifier"))
        writer.writeheader()
        writer.writerows({**GOOD, "measure": "growth", "value": "5", "unit": "%", "comparator": kind, "modifier": words} for kind, words in rows)
    return read_figures(path)


def test_a_bound_is_shown_in_the_words_of_its_source_where_they_are_given(tmp_path: Path):
    figures, _ = with_words(tmp_path, ("approx", "左右"), ("le", "控制在…以内"), ("ge", "不低于"), ("ge", ""))
    assert [figure.value_text for figure in figures] == ["5%左右", "控制在5%以内", "不低于5%", "≥5%"]


def test_words_that_make_another_bound_are_told(tmp_path: Path):
    figures, messages = with_words(tmp_path, ("ge", "左右"), ("eq", "以上"), ("approx", "大概"))
    assert (figures, [message.partition(", ")[2] for message in messages]) == (
        [],
        ["line 2, modifier: 左右 does not say ge", "line 3, modifier: 以上 does not say eq", "line 4, modifier: 大概 does not say approx"],
    )


@pytest.mark.parametrize("written", ["330200", "宁波", "宁波市"])
def test_a_place_is_given_by_code_or_name(tmp_path: Path, written: str):
    assert one(tmp_path, jurisdiction_code=written).place.code == "330200"


@pytest.mark.parametrize("written", ["宁波市", "宁波", ""])
def test_the_name_beside_the_code_may_be_short_or_missing(tmp_path: Path, written: str):
    assert one(tmp_path, jurisdiction=written).place.name == "宁波市"


def test_a_row_may_quote_its_source_and_name_what_it_answers(tmp_path: Path):
    path = tmp_path / "figures.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, (*COLUMNS, *OPTIONAL))
        writer.writeheader()
        writer.writerow({**GOOD, "quote": "全市生产总值18147.7亿元", "answers": "gdp", "scope": "市区", "basis": "现价"})
    (figure,), wrong = read_figures(path)
    assert wrong == []
    assert (figure.quote, figure.answers, figure.scope, figure.basis) == ("全市生产总值18147.7亿元", "gdp", "市区", "现价")


def test_a_file_without_these_columns_leaves_them_empty(tmp_path: Path):
    figure = one(tmp_path)
    assert (figure.quote, figure.answers, figure.scope, figure.basis) == ("", "", "", "")


def test_an_answer_that_looks_like_an_indicator_must_be_one(tmp_path: Path):
    path = tmp_path / "figures.csv"
    path.write_text(",".join([*COLUMNS, "answers"]) + "\n" + ",".join([*GOOD.values(), "gpd"]) + "\n", encoding="utf-8")
    says = "answers: gpd is no indicator; docs/indicators.md lists them, or give the words of the plan"
    assert read_figures(path) == ([], [f"{path}, line 2, {says}"])


@pytest.mark.parametrize("written", ["", "2025", "2025-03", "2025-03-20"])
def test_a_date_is_given_as_far_as_it_is_known(tmp_path: Path, written: str):
    assert one(tmp_path, source_date=written).source[2] == written


def test_a_cell_that_holds_a_whole_page_is_told_with_its_column(tmp_path: Path):
    path = write(tmp_path, GOOD, {**GOOD, "note": "初" * 200_000}, GOOD)
    figures, wrong = read_figures(path)
    assert (len(figures), wrong) == (2, [f"{path}, line 3, note: has 200,000 characters; at most 2,000"])


def test_figures_of_one_source_share_its_key(tmp_path: Path):
    (first, second, other), _ = read_figures(write(tmp_path, GOOD, {**GOOD, "indicator": "常住人口"}, {**GOOD, "source_date": "2025-06-01"}))
    assert first.doc_id == second.doc_id != other.doc_id


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (
            {"jurisdiction_code": "330201"},
            "jurisdiction_code: no jurisdiction has the code 330201; codes are those of GB/T 2260, as 330200 for 宁波市",
        ),
        ({"jurisdiction_code": "朝阳区"}, "jurisdiction_code: 朝阳区 could be 北京市朝阳区 110105, 吉林省长春市朝阳区 220104; give the code"),
        ({"jurisdiction": "杭州市"}, "jurisdiction: 杭州市 is not 330200, which is 宁波市"),
        ({"year": "24"}, "year: 24 is no year"),
        ({"year": "2024.5"}, "year: 2024.5 is no year"),
        ({"year": "2024年"}, "year: 2024年 is no number"),
        ({"year": ""}, "year: empty is no number"),
        ({"year": "2024.0"}, "year: 2024.0 is no year"),
        ({"year": "2024 "}, "year: “2024 ” has blanks around it; drop them"),
        ({"value": " 5"}, "value: “ 5” has blanks around it; drop them"),
        ({"stage": "plan"}, "stage: plan is none of target, result"),
        ({"indicator": " "}, "indicator: is empty"),
        ({"measure": "relative"}, "measure: relative is none of amount, growth, ratio, change"),
        ({"comparator": "="}, "comparator: = is none of eq, ge, gt, le, lt, approx"),
        ({"comparator": ""}, "comparator: empty is none of eq, ge, gt, le, lt, approx"),
        ({"value": ""}, "value: empty is no number"),
        ({"value": "约5"}, "value: 约5 is no number"),
        ({"value": "1,234.5"}, "value: 1,234.5 is no number"),
        ({"value": "nan"}, "value: nan is no number"),
        ({"value": "5_4"}, "value: 5_4 is no number"),
        ({"source_url": "javascript:alert(1)"}, "source_url: javascript:alert(1) is no address like https://www.stats.gov.cn"),
        ({"source_url": "https://gov.cn@example.org/"}, "source_url: https://gov.cn@example.org/ is no address like https://www.stats.gov.cn"),
        ({"source_date": "2999-01-01"}, "source_date: 2999-01-01 is no date as 2025, 2025-03 or 2025-03-20"),
        ({"note": "初步\0核算"}, "note: holds the sign U+0000, which nobody sees; drop it"),
        ({"source_title": "公报\x1b[2J"}, "source_title: holds the sign U+001B, which nobody sees; drop it"),
        ({"value": "1e308"}, "value: 1e308 is no number"),
        ({"value": "－5"}, "value: －5 is no number"),
        ({"value": "-5", "unit": "家"}, "value: -5 家 are less than none"),
        ({"unit": "元/////"}, "unit: 元///// is no unit"),
        ({"unit": "元/"}, "unit: 元/ is no unit"),
        ({"measure": "ratio"}, "unit: 亿元 is a sum, no ratio; write amount as the measure"),
        ({"measure": "growth", "value": "900000000000000", "unit": "%"}, "value: 900000000000000 % is more than 100,000; look at the unit"),
        ({"indicator": "地区\u2028生产总值"}, "indicator: holds the sign U+2028, which nobody sees; drop it"),
        ({"unit": "亿元" * 500}, f"unit: {'亿元' * 20}… is no unit"),
        ({"stage": "x" * 2000}, f"stage: {'x' * 40}… is none of target, result"),
        ({"measure": "growth"}, "unit: 亿元 is no unit of growth; write %, or amount or change as the measure"),
        ({"source_date": "tomorrow"}, "source_date: tomorrow is no date as 2025, 2025-03 or 2025-03-20"),
        ({"source_date": "2025-02-30"}, "source_date: 2025-02-30 is no date as 2025, 2025-03 or 2025-03-20"),
        ({"unit": ""}, "unit: is empty"),
        ({"status": "final"}, "status: final is none of estimate, preliminary, revised"),
        ({"source_title": ""}, "source_title: is empty"),
    ],
    ids=lambda value: "_".join(value) + "=" + "".join(value.values()).strip() if isinstance(value, dict) else "",
)
def test_a_wrong_cell_is_told_with_line_and_column(tmp_path: Path, cells: dict[str, str], message: str):
    path = write(tmp_path, GOOD, {**GOOD, **cells})
    figures, wrong = read_figures(path)
    assert wrong == [f"{path}, line 3, {message}"]
    assert [figure.indicator for figure in figures] == ["地区生产总值"]


@pytest.mark.parametrize(
    ("change", "amount"), [(lambda line: line.rpartition(",")[0], "fewer"), (lambda line: line + ",x", "more")], ids=["fewer", "more"]
)
def test_a_row_with_too_few_or_too_many_fields_is_told(tmp_path: Path, change, amount: str):
    path = write(tmp_path, GOOD)
    path.write_text(
        "\n".join(change(line) if at else line for at, line in enumerate(path.read_text(encoding="utf-8").splitlines())), encoding="utf-8"
    )
    assert read_figures(path) == ([], [f"{path}, line 2: has {amount} fields than the head; put quotes around commas"])


def test_a_comma_inside_quotes_belongs_to_its_cell(tmp_path: Path):
    assert one(tmp_path, source_publisher="宁波市统计局,国家统计局宁波调查队").source[1] == "宁波市统计局,国家统计局宁波调查队"


def test_a_column_that_stands_twice_is_told(tmp_path: Path):
    path = write(tmp_path, GOOD)
    path.write_text("\n".join(f"{row},{more}" for row, more in zip(path.read_text().splitlines(), ("value", "5"), strict=True)))
    with pytest.raises(SourceError, match=r"figures\.csv, line 1: the column value stands twice in the head; keep one"):
        read_figures(path)


def test_a_quotation_mark_that_is_not_closed_swallows_no_row_in_silence(tmp_path: Path):
    path = write(tmp_path, GOOD, GOOD)
    lines = path.read_text().splitlines()
    path.write_text("\n".join([*lines, lines[1].replace("https://", '"https://'), lines[1]]))
    figures, (wrong,) = read_figures(path)
    assert len(figures) == 2
    assert "line 4: a quotation mark is not closed" in wrong


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\u2028"])
def test_a_sign_that_nobody_sees_is_told_in_one_line(tmp_path: Path, sign: str):
    _, (wrong,) = read_figures(write(tmp_path, {**GOOD, "note": f"初步{sign}核算"}))
    assert f"note: holds the sign U+{ord(sign):04X}" in wrong
    assert len(wrong.splitlines()) == 1


@pytest.mark.parametrize("column", COLUMNS)
def test_a_missing_column_is_told(tmp_path: Path, column: str):
    path = write(tmp_path, GOOD)
    path.write_text(path.read_text(encoding="utf-8").replace(f"{column},", "", 1).replace(f",{column}\n", "\n"), encoding="utf-8")
    with pytest.raises(SourceError, match=rf"figures\.csv, line 1: the column {column} is missing; wanted are"):
        read_figures(path)


def test_a_column_that_is_nearly_called_like_one_is_told_as_its_cells_would_be_lost(tmp_path: Path):
    path = write(tmp_path, GOOD)
    path.write_text("\n".join(f"{row},{more}" for row, more in zip(path.read_text().splitlines(), ("valeu_high", "5"), strict=True)))
    with pytest.raises(SourceError, match=r"figures\.csv, line 1: no column is called valeu_high; did you mean value_high\?"):
        read_figures(path)


def test_a_column_of_ones_own_is_let_be(tmp_path: Path):
    path = write(tmp_path, GOOD)
    path.write_text("\n".join(f"{row},{more}" for row, more in zip(path.read_text().splitlines(), ("typed_by", "Li"), strict=True)))
    assert len(read_figures(path)[0]) == 1


def test_a_byte_order_mark_is_no_part_of_the_head(tmp_path: Path):
    assert len(read_figures(write(tmp_path, GOOD, encoding="utf-8-sig"))[0]) == 1


def test_another_encoding_is_told(tmp_path: Path):
    with pytest.raises(SourceError, match=r"figures\.csv: cannot be read as UTF-8$"):
        read_figures(write(tmp_path, GOOD, encoding="gb18030"))


def test_a_missing_file_is_told(tmp_path: Path):
    with pytest.raises(SourceError, match=r"figures\.csv: cannot be read"):
        read_figures(tmp_path / "figures.csv")


def test_a_file_of_figures_is_known_by_its_head(tmp_path: Path):
    assert is_figures(write(tmp_path, GOOD))


@pytest.mark.parametrize("text", ["", "comparator,direction\n", "a,b\n1,2\n"], ids=["empty", "rules", "another_table"])
def test_another_csv_file_is_no_file_of_figures(tmp_path: Path, text: str):
    path = tmp_path / "other.csv"
    path.write_text(text, encoding="utf-8")
    assert not is_figures(path)


def test_a_file_of_figures_in_another_encoding_is_known_too(tmp_path: Path):
    assert is_figures(write(tmp_path, GOOD, encoding="gb18030"))


@pytest.mark.parametrize(("written", "found"), [("％", (1, "%")), ("亿 元", (100_000_000, "元")), ("成", (10, "%"))])
def test_a_unit_is_read_as_the_grammar_reads_it(written: str, found: tuple[int, str]):
    assert parse_unit(written) == found


@pytest.mark.parametrize("unit", ["万", "foo", "亿"])
def test_a_unit_that_nobody_knows_is_told(tmp_path: Path, unit: str):
    path = write(tmp_path, {**GOOD, "unit": unit})
    assert read_figures(path)[1] == [f"{path}, line 2, unit: {unit} is no unit"]


def test_a_value_that_no_float_holds_is_told(tmp_path: Path):
    path = write(tmp_path, {**GOOD, "value": "1e400"})
    assert read_figures(path)[1] == [f"{path}, line 2, value: 1e400 is no number"]


def test_a_range_has_both_ends_and_no_other_bound(tmp_path: Path):
    path = tmp_path / "figures.csv"
    cells = {**GOOD, "measure": "growth", "value": "5", "unit": "%", "value_high": "5.5"}
    wrong = [cells | {"value_high": "4"}, cells | {"comparator": "ge"}, cells | {"value": "-1"}]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, (*COLUMNS, "value_high"))
        writer.writeheader()
        writer.writerows([cells, *wrong])
    (figure,), messages = read_figures(path)
    assert (figure.value, figure.value_high, figure.value_text) == (5.0, 5.5, "5—5.5%")
    assert ["line 3, value_high" in messages[0], "line 4, comparator" in messages[1], "line 5, value_high" in messages[2]] == [True] * 3


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: text.encode("utf-16"), "cannot be read as UTF-8"),
        (lambda text: text.encode("utf-16-be"), "cannot be read as UTF-8"),
        (lambda text: text.encode("gb18030"), "cannot be read as UTF-8"),
        (lambda text: text.replace(",", ";").encode(), "line 1: the cells are parted by ;; save it with commas between them"),
        (lambda text: text.replace(",", "\t").encode("utf-8-sig"), "line 1: the cells are parted by tabs; save it with commas between them"),
    ],
    ids=["utf-16", "utf-16_without_a_mark", "gb18030", "semicolons", "tabs"],
)
def test_figures_that_another_program_saved_are_known_and_told_what_is_wrong(tmp_path: Path, change, told: str):
    path = write(tmp_path, GOOD)
    path.write_bytes(change(path.read_text(encoding="utf-8")))
    assert is_figures(path)
    with pytest.raises(SourceError) as error:
        read_figures(path)
    assert str(error.value).startswith(str(path))
    assert str(error.value).endswith(told)


def test_a_name_stands_in_one_line(tmp_path: Path):
    _, (wrong,) = read_figures(write(tmp_path, {**GOOD, "indicator": "地区\n生产总值"}))
    assert wrong.endswith("indicator: holds the end of a line; write it in one")


def test_every_wrong_cell_of_a_row_is_told(tmp_path: Path):
    _, wrong = read_figures(write(tmp_path, GOOD | {"year": "24", "value": "5_4", "unit": "foo", "stage": "plan", "source_date": "tomorrow"}))
    assert [told.partition(", line 2, ")[2].partition(":")[0] for told in wrong] == ["stage", "source_date", "year", "value", "unit"]


def test_wrong_cells_are_told_up_to_a_limit(tmp_path: Path):
    _, wrong = read_figures(write(tmp_path, *(GOOD | {"value": "many"} for _ in range(130))))
    assert (len(wrong), wrong[-1]) == (101, f"{tmp_path / 'figures.csv'}: 30 wrong cells more")
