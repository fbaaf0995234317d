"""Files for other programs open again and hold what the tables hold."""

from __future__ import annotations

import csv
import io
from functools import partial
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pyreadstat
import pytest

from mubiao.errors import UsageError
from mubiao.export.comparison import sheets
from mubiao.export.files import save
from mubiao.export.inert import STARTS, inert, read_back
from mubiao.export.stata import LONGEST_NAME, names_within_limits
from mubiao.export.workbook import write_workbook
from mubiao.present.visible import visible
from mubiao.warehouse import Warehouse

FRAME = pd.DataFrame(
    {
        "place": ["宁波市", "鄞州区"],
        "value": [5.5, None],
        "count": [1, 2],
        "units": [["市发改委", "市统计局"], []],
        "quote": ["=HYPERLINK(1)", "增长5.5%"],
    }
)
LABELS = {"value": "GDP growth (%)"}


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".dta", ".parquet", ".json", ".jsonl"])
def test_every_form_gives_the_same_bytes_again(tmp_path: Path, ending: str) -> None:
    for name in ("one", "two"):
        save(FRAME, tmp_path / f"{name}{ending}", LABELS)
    assert (tmp_path / f"one{ending}").read_bytes() == (tmp_path / f"two{ending}").read_bytes()


def test_another_ending_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"x\.ods: cannot write this kind; the name must end in \.csv, \.xlsx"):
        save(FRAME, tmp_path / "x.ods")
    assert list(tmp_path.iterdir()) == []


def test_csv_opens_in_excel_and_runs_nothing(tmp_path: Path) -> None:
    save(FRAME, tmp_path / "x.csv")

    assert (tmp_path / "x.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    found = pd.read_csv(tmp_path / "x.csv")
    assert found["quote"].tolist() == ["'=HYPERLINK(1)", "增长5.5%"]
    assert [read_back(text) for text in found["quote"]] == FRAME["quote"].tolist()
    assert found["units"].tolist()[0] == "市发改委、市统计局"


HOSTILE = [
    "=1",
    "+1",
    "-1",
    "@x",
    "\tx",
    "\r=1",
    "\n=1",
    "a\r=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "'x",
    "x",
    "a\0b",
    "\u202eb",
    'a"b,c',
    "a\r\n-b",
    "\u2028=1",
]


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".dta", ".parquet", ".json", ".jsonl"])
def test_whatever_a_text_holds_reads_back_and_stays_in_its_row(tmp_path: Path, ending: str) -> None:
    save(pd.DataFrame({"=name": HOSTILE, "number": range(len(HOSTILE))}), tmp_path / f"x{ending}")
    if ending == ".csv":
        head, *rows = csv.reader(io.StringIO((tmp_path / "x.csv").read_bytes().decode("utf-8-sig"), newline=""))
        assert (head, [read_back(row[0]) for row in rows]) == (["'=name", "number"], HOSTILE)
        assert not any(row[0].startswith(STARTS) for row in rows)
    elif ending == ".xlsx":
        cells = [row[0] for row in openpyxl.load_workbook(tmp_path / "x.xlsx")["data"].iter_rows()]
        assert {cell.data_type for cell in cells} == {"s"}
        assert [cell.value.replace("_x000D_", "\r") for cell in cells] == ["=name", *map(visible, HOSTILE)]
    else:
        read = {".dta": pd.read_stata, ".parquet": pd.read_parquet, ".json": pd.read_json, ".jsonl": partial(pd.read_json, lines=True)}[ending]
        kept = [text.replace("\0", "[U+0000]") for text in HOSTILE] if ending == ".dta" else HOSTILE  # of Stata, which ends a text there
        assert read(tmp_path / f"x{ending}").iloc[:, 0].tolist() == kept


def test_a_text_that_is_longer_than_a_cell_may_be_is_cut_and_says_so(tmp_path: Path) -> None:
    save(pd.DataFrame({"text": ["字" * 40_000]}), tmp_path / "x.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "x.xlsx")["data"]["A2"].value
    assert (len(cell), cell[-7:]) == (32_767, "… [cut]")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "'x", "x", ""])
def test_what_was_made_harmless_reads_back(text: str) -> None:
    assert read_back(inert(text)) == text
    assert not inert(text).startswith(("=", "+", "-", "@", "\t"))


def test_a_workbook_has_numbers_as_numbers_and_texts_as_texts(tmp_path: Path) -> None:
    save(FRAME, tmp_path / "x.xlsx", LABELS)

    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    sheet = book["data"]
    assert [cell.value for cell in sheet[2]] == ["宁波市", 5.5, 1, "市发改委、市统计局", "=HYPERLINK(1)"]
    assert sheet["E2"].data_type == "s"
    assert sheet["B3"].value is None
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:E3")
    assert [cell.value for cell in book["dictionary"][2]] == ["value", "GDP growth (%)"]


def test_a_sheet_on_paper_is_as_wide_as_can_be_read_and_says_what_did_not_fit(tmp_path: Path) -> None:
    save(pd.DataFrame({f"column_{number}": ["四十八个字符宽的一句话，写满这一列为止，再多也不加宽"] for number in range(6)}), tmp_path / "x.xlsx")

    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx")["data"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == ("landscape", 9, 0)
    assert (sheet.print_title_rows, sheet.print_area) == ("$1:$1", "'data'!$A$1:$C$2")
    assert (sheet.oddFooter.center.text, sheet.oddFooter.right.text) == ("&P / &N", "columns 1 to 3 of 6")


def test_stata_keeps_labels_of_columns_and_codes(tmp_path: Path) -> None:
    frame = FRAME.assign(attainment=["missed", None], gdp_growth_target_comparator=["approx", None])
    save(frame, tmp_path / "x.dta", LABELS)

    found, about = pyreadstat.read_dta(str(tmp_path / "x.dta"))
    assert about.column_names_to_labels["value"] == "GDP growth (%)"
    assert found["place"].tolist() == ["宁波市", "鄞州区"]
    number = int(found["attainment"][0])
    assert about.variable_value_labels["attainment"][number] == "未完成 missed"
    assert about.variable_value_labels["gdp_growth_target_comparator"][int(found["gdp_growth_target_comparator"][0])] == "左右 about"


def test_two_long_names_never_become_one() -> None:
    long = ["high_tech_manufacturing_share_amount_target", "high_tech_manufacturing_share_amount_result"]
    short = names_within_limits(long)
    assert len(set(short.values())) == 2
    assert max(map(len, short.values())) <= LONGEST_NAME


def test_parquet_keeps_lists_and_says_what_a_column_is(tmp_path: Path) -> None:
    save(FRAME, tmp_path / "x.parquet", LABELS)

    found = pq.read_table(tmp_path / "x.parquet")
    assert found["units"].to_pylist() == [["市发改委", "市统计局"], []]
    assert found.schema.field("value").metadata[b"label"] == b"GDP growth (%)"


def test_a_comparison_has_its_rows_sources_and_words(warehouse: Warehouse, tmp_path: Path) -> None:
    found = sheets(warehouse, "宁波市", 2024)
    write_workbook(found, tmp_path / "x.xlsx")

    book = openpyxl.load_workbook(tmp_path / "x.xlsx", read_only=True)
    assert book.sheetnames == ["comparison", "targets", "results", "sources", "dictionary"]
    told = {row[1]: row[3] for row in book["dictionary"].values if row[0] == "comparison"}
    assert list(told) == [cell.value for cell in book["comparison"][1]]
    assert [name for name, meaning in told.items() if not meaning] == []
    asked = "select count(*) from plan_result_next where jurisdiction = '宁波市' and plan_year = 2024"
    assert len(found["comparison"]) == warehouse.sql(asked).fetchall()[0][0]
    assert set(found["targets"]["year"]) == {2024, 2025}


def test_long_numbers_are_parted_by_thousands_and_years_are_not(tmp_path: Path) -> None:
    save(pd.DataFrame({"year": [2024], "value": [230_000_000_000.0], "rate": [12345.5]}), tmp_path / "x.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx")["data"]
    assert [cell.number_format for cell in sheet[2]] == ["General", "#,##0", "General"]


def test_a_long_sentence_has_the_height_that_it_needs(tmp_path: Path) -> None:
    save(
        pd.DataFrame({"a": [1], "b": [2]}),
        tmp_path / "x.xlsx",
        {"a": "what a column means, told at such a length that it takes three lines of its sheet " * 3, "b": "short"},
    )
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx")["dictionary"]
    assert sheet.row_dimensions[2].height > 3 * 15
    assert sheet.row_dimensions[3].height == 18
