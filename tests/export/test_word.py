"""The Word document tells the same as the tables and the page."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import docx

from mubiao.export.word import write_word
from mubiao.report.place import place_page
from mubiao.warehouse import Warehouse


def rows(document, number: int) -> list[list[str]]:
    """Cells of a table without its head."""
    return [[cell.text for cell in row.cells] for row in document.tables[number].rows][1:]


def test_it_begins_with_the_finding_of_the_page(document, warehouse: Warehouse) -> None:
    finding = place_page(warehouse, "宁波市", 2024).finding
    assert document.paragraphs[0].text == "宁波市2024年目标与结果"
    assert document.paragraphs[1].text == finding.title.zh + "。" + "".join(told.zh for told in finding.lead)


def test_verdicts_are_those_of_the_view_and_what_fell_short_stands_first(document, warehouse: Warehouse) -> None:
    asked = "select count(*) from plan_result_next where jurisdiction = '宁波市' and plan_year = 2024 and attainment in ('met', 'near', 'missed')"
    verdicts = [row[4] for row in rows(document, 0)]
    assert len(verdicts) == warehouse.sql(asked).fetchall()[0][0]
    assert verdicts == sorted(verdicts, key=["未完成", "接近", "完成"].index)


def test_gdp_has_its_plan_result_and_next_target(document) -> None:
    (gdp,) = [row for row in rows(document, 0) if row[0] == "地区生产总值（增速）"]
    assert gdp[1:] == ["6%左右", "5.4%（初步核算）", "5.5%以上", "未完成"]


def test_the_number_is_bold_in_its_sentence(document) -> None:
    told = next(paragraph for paragraph in document.paragraphs if "地区生产总值增长6%左右" in paragraph.text)
    assert "6%" in [run.text for run in told.runs if run.bold]


def test_harder_is_told_by_the_better_side(document) -> None:
    (pm25,) = [row for row in rows(document, 1) if row[0] == "PM2.5平均浓度"]
    assert pm25[3].startswith("要求提高")


def test_the_story_has_headings(document) -> None:
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings == ["2024年目标完成情况", "依据", "2025年的目标是提高还是放宽", "无法核对的目标", "责任单位", "来源", "方法与规则"]


def test_large_amounts_are_told_as_people_write_them(document) -> None:
    cells = [cell for row in rows(document, 1) for cell in row]
    assert "2300亿元" in cells
    assert [text for text in cells if "e+" in text] == []


def test_every_target_without_a_verdict_has_its_reason(document) -> None:
    reasons = [row[2] for row in rows(document, 2)]
    assert len(reasons) > 100
    assert "" not in reasons


def test_its_language_is_that_of_the_mainland(written: Path) -> None:
    """Else programs set full stops in the middle of their square."""
    assert 'w:eastAsia="zh-CN"' in ZipFile(written).read("word/styles.xml").decode()


def test_no_english_stands_in_the_rules(document) -> None:
    rules = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "List Bullet"][-5:]
    assert [text for text in rules if " · " in text or "met" in text] == []


def test_a_document_in_english_has_its_own_words_in_english(warehouse: Warehouse, tmp_path: Path) -> None:
    write_word(warehouse, "宁波市", 2024, tmp_path / "a.docx", "en")
    written = docx.Document(str(tmp_path / "a.docx"))
    headings = [paragraph.text for paragraph in written.paragraphs if paragraph.style and paragraph.style.name.startswith(("Title", "Heading"))]
    heads = [cell.text for table in written.tables for cell in table.rows[0].cells]
    assert headings[:2] == ["Ningbo: targets and results of 2024", "Targets of 2024 that can be checked"]
    assert [text for text in headings + heads if not text.isascii() and "–" not in text] == []
    assert [row.cells[1].text for row in written.tables[0].rows[1:3]] == ["about 6%", "in step with economic growth"]
