"""The Word document tells the same as the tables."""

from __future__ import annotations

import docx
import pytest

from mubiao.export.word import write_word
from mubiao.warehouse import Warehouse


@pytest.fixture(scope="module")
def document(warehouse: Warehouse, tmp_path_factory: pytest.TempPathFactory):
    path = tmp_path_factory.mktemp("word") / "ningbo.docx"
    write_word(warehouse, "宁波市", 2024, path)
    return docx.Document(str(path))


def test_it_begins_with_what_was_found(document, warehouse: Warehouse) -> None:
    asked = "select count(*) from plan_result_next where jurisdiction = '宁波市' and plan_year = 2024 and attainment in ('met', 'near', 'missed')"
    judged = warehouse.sql(asked).fetchall()[0][0]
    assert document.paragraphs[0].text == "宁波市 2024"
    assert document.paragraphs[1].text.startswith(f"2024年可核对的{judged}项目标中")


def test_what_fell_short_stands_first(document) -> None:
    verdicts = [row.cells[4].text for row in document.tables[0].rows][1:]
    order = ["未完成", "接近", "完成"]
    assert verdicts == sorted(verdicts, key=order.index)


def test_gdp_has_its_plan_result_and_next_target(document) -> None:
    rows = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in document.tables[0].rows}
    assert rows["地区生产总值 (增速)"][0] == "6%左右"
    assert rows["地区生产总值 (增速)"][1].startswith("5.4%")
    assert rows["地区生产总值 (增速)"][2] == "5.5%以上"


def test_no_empty_word_of_a_program_reaches_it(document) -> None:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    told = [paragraph.text for paragraph in document.paragraphs] + cells
    assert [text for text in told if text.strip() in ("None", "nan", "null", "none", "<NA>", "的")] == []
    assert [text for text in told if "None" in text or "nan" in text.split()] == []


def test_the_story_has_headings(document) -> None:
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings == ["2024年目标完成情况", "依据", "2025年目标的变化", "不能核对的目标", "来源", "判定规则"]


def test_large_amounts_are_told_as_people_write_them(document) -> None:
    changes = [cell.text for row in document.tables[1].rows for cell in row.cells]
    assert "2300亿元" in changes
    assert [text for text in changes if "e+" in text] == []


def test_every_target_without_a_verdict_has_its_reason(document) -> None:
    reasons = [row.cells[2].text for row in document.tables[2].rows][1:]
    assert len(reasons) > 100
    assert "" not in reasons
