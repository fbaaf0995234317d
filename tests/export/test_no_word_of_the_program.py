"""No None, null, nan or lone 的 reaches what people read, in whatever form it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import openpyxl
import pandas as pd
import pyreadstat
import pytest
from click.testing import CliRunner
from docx.document import Document

from mubiao.cli.main import cli
from mubiao.export.comparison import sheets
from mubiao.export.files import save
from mubiao.export.workbook import write_workbook
from mubiao.warehouse import Warehouse

CODE = ["direction"]  # none is a code of it: no side is better
WORDS = ("None", "null", "none", "nan", "NaN", "NaT", "<NA>", "undefined", "的")
INSIDE = re.compile(r"(?<![A-Za-z_])(?:None|NaN|nan|NaT|<NA>|undefined)(?![A-Za-z_])|Bilingual\(|ToldFigure\(|\{\{|\{[a-z]+\}")


def wrong(texts: Iterable[object]) -> list[str]:
    """Texts that are a word of the program, or hold one."""
    told = [str(text).strip() for text in texts]
    return [text for text in told if text in WORDS or INSIDE.search(text)]


def shown(html: str) -> Iterator[str]:
    """What a page shows and says, in both languages, without its scripts and styles."""
    body = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)
    yield from re.findall(r">([^<>]+)<", body)
    yield from re.findall(r'(?:data-en|aria-label|title|placeholder)="([^"]*)"', body)


def codes(texts: Iterable[str]) -> list[str]:
    """Texts that are a code of the tables (no_document)."""
    return [text for text in texts if re.fullmatch(r"[a-z]+(?:_[a-z]+)+", text.strip())]


@pytest.fixture(scope="module")
def pages(example_pages: Path) -> dict[str, str]:
    """Pages of places and of many places."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(example_pages.glob("*.html"))}


def cells(document: Document) -> list[str]:
    return [cell.text for table in document.tables for row in table.rows for cell in row.cells]


def test_no_code_of_the_tables_reaches_a_page_or_word(pages: dict[str, str], document: Document) -> None:
    assert codes([*cells(document), *(text for page in pages.values() for text in shown(page))]) == []


def test_a_page(pages: dict[str, str]) -> None:
    assert {name: found for name, page in pages.items() if (found := wrong(shown(page)))} == {}


def test_a_word_document(document: Document) -> None:
    assert wrong([*cells(document), *(paragraph.text for paragraph in document.paragraphs)]) == []


def test_a_workbook(warehouse: Warehouse, tmp_path: Path) -> None:
    found = {name: frame.drop(columns=CODE, errors="ignore") for name, frame in sheets(warehouse, "宁波市", 2024).items() if name != "dictionary"}
    write_workbook(found, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx", read_only=True)
    assert wrong(cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None) == []


@pytest.mark.parametrize("view", ["comparison", "plan_result_next", "target_changes", "series", "coverage", "conflicts"])
def test_files_for_other_programs(warehouse: Warehouse, tmp_path: Path, view: str) -> None:
    frame = warehouse.sql(f"from {view}").df().drop(columns=CODE, errors="ignore")
    for ending in (".csv", ".dta"):
        save(frame, tmp_path / f"a{ending}")
    text = pd.read_csv(tmp_path / "a.csv", dtype=str, keep_default_na=False)
    stata, _ = pyreadstat.read_dta(str(tmp_path / "a.dta"))
    assert wrong(value for column in text for value in text[column]) == []
    assert wrong(value for column in stata.select_dtypes(["object", "string"]) for value in stata[column].dropna()) == []


@pytest.mark.parametrize(
    ("command", "given"),
    [
        ("compare", ["--jurisdiction", "宁波市", "--year", "2024"]),
        ("compare", ["--jurisdiction", "宁波市", "--year", "2024", "--format", "csv"]),
        ("sql", ["from comparison limit 60"]),
        ("sql", ["from conflicts", "--format", "csv"]),
        ("tables", []),
        ("schema", ["plan_result_next"]),
    ],
    ids=["compare", "compare as CSV", "sql", "sql as CSV", "tables", "schema"],
)
def test_what_commands_print(example_tables: Path, command: str, given: list[str]) -> None:
    result = CliRunner().invoke(cli, [command, *given, "--data", str(example_tables)])
    assert result.exit_code == 0
    assert wrong(re.split(r"\s{2,}|,|\n", result.stdout)) == []
