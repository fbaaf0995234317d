"""docs/queries.md: every query gives the rows that the page shows.

``python tests/test_queries.py`` writes the outputs of the page anew.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from unicodedata import east_asian_width

import pytest

import mubiao
from mubiao.warehouse import Warehouse

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "queries.md"
QUESTION = re.compile(r"^## (?P<title>.+)\n\n(?P<says>.+)\n\n```sql\n(?P<sql>[^`]+)```\n\n```text\n(?P<output>[^`]*)```$", re.MULTILINE)
SHOWN = 10  # rows


@pytest.fixture(scope="module")
def warehouse(example_tables: Path) -> Iterator[Warehouse]:
    with mubiao.open(example_tables) as opened:
        yield opened


def questions() -> list[re.Match[str]]:
    """Title, explanation, SQL and output of every query of the page."""
    return list(QUESTION.finditer(PAGE.read_text(encoding="utf-8")))


@pytest.mark.parametrize("question", [pytest.param(question, id=question["title"]) for question in questions()])
def test_a_query_gives_the_rows_that_the_page_shows(warehouse: Warehouse, question: re.Match[str]) -> None:
    assert answer(warehouse, question["sql"]) == question["output"]


def test_the_page_holds_twenty_queries_in_order() -> None:
    assert [question["title"].partition(".")[0] for question in questions()] == [str(number) for number in range(1, 21)]


def test_every_heading_of_the_page_is_a_query() -> None:
    assert re.findall(r"^## (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE) == [question["title"] for question in questions()]


@pytest.mark.parametrize("question", [pytest.param(question, id=question["title"]) for question in questions()])
def test_a_query_finds_something_in_the_five_documents(question: re.Match[str]) -> None:
    assert not question["output"].endswith("(0 rows)\n")


def answer(warehouse: Warehouse, sql: str) -> str:
    """The first rows of a query as a table of text."""
    found = warehouse.sql(sql)
    rows = found.fetchall()
    table = [list(found.columns), *([_cell(value) for value in row] for row in rows[:SHOWN])]
    widths = [max(_width(row[column]) for row in table) for column in range(len(found.columns))]
    lines = [table[0], ["-" * width for width in widths], *table[1:]]
    count = f"({SHOWN} of {len(rows)} rows)" if len(rows) > SHOWN else f"({len(rows)} row{'' if len(rows) == 1 else 's'})"
    return "\n".join([*(_line(line, widths) for line in lines), count]) + "\n"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _cell(value: object) -> str:
    if value is None:
        return "-"
    text = f"{value:.10g}" if isinstance(value, float) else str(value)
    return " ".join(text.split())


def _width(text: str) -> int:
    """Columns that a text takes up: a Chinese character takes two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def refresh() -> None:
    """Write the outputs of the page anew."""
    with tempfile.TemporaryDirectory() as out:
        mubiao.build(ROOT / "data" / "raw", out)
        with mubiao.open(out) as opened:
            page = PAGE.read_text(encoding="utf-8")
            for question in reversed(questions()):
                page = page[: question.start("output")] + answer(opened, question["sql"]) + page[question.end("output") :]
            PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    refresh()
