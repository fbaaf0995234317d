"""The comparison of a place and year as a Word document: what was found, verdicts, changes, what stays open, sources, rules."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
import pandas as pd
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from mubiao import charts
from mubiao.charts.declare import EMPTY
from mubiao.charts.frames import records
from mubiao.export.comparison import SHEETS
from mubiao.present.cells import number, said
from mubiao.present.labels import zh
from mubiao.present.visible import visible_frame
from mubiao.warehouse import Warehouse, code_of

VERDICTS = ("missed", "near", "met")  # what fell short stands first
MOMENT = datetime(2000, 1, 1)  # same rows, same bytes: no time of writing
FONT = "Noto Sans SC"
WIDE = Cm(16)  # of a picture
HEAD = ("指标", "计划", "结果", "次年目标", "判定")


def write_word(warehouse: Warehouse, jurisdiction: str, year: int, path: Path) -> None:
    """Write the document.

    Raises:
        PlaceError: no such place. WarehouseError: the tables hold nothing for it.
    """
    frame = warehouse.compare(jurisdiction, year)
    code = code_of(jurisdiction)
    rows = _shown(frame)
    judged = [row for verdict in VERDICTS for row in rows if row["attainment"] == verdict]
    place = str(frame["jurisdiction"].iloc[0])
    document = _blank()
    document.add_heading(f"{place} {year}", 0)
    document.add_paragraph(_finding(year, judged, rows))
    document.add_heading(f"{year}年目标完成情况", 1)
    _table(document, HEAD, [_line(row) for row in judged])
    _picture(document, frame)
    document.add_heading("依据", 1)
    for row in judged:
        _evidence(document, row)
    document.add_heading(f"{year + 1}年目标的变化", 1)
    changes = warehouse.sql(
        "from target_changes where jurisdiction_code = $code and plan_year = $year and change in ('raised', 'lowered') order by change, indicator",
        code=code,
        year=year,
    ).df()
    _table(document, ("指标", f"{year}", f"{year + 1}", "变化"), [_moved(row) for row in _shown(changes)])
    document.add_heading("不能核对的目标", 1)
    unknown = [row for row in rows if row["attainment"] not in VERDICTS and _text(row["plan_text"])]
    _table(document, ("指标", "计划", "原因"), [(_name(row), said(row, "plan"), _reason(row)) for row in unknown])
    document.add_heading("来源", 1)
    sources = warehouse.sql(SHEETS["sources"], code=code, year=year).df()
    _table(document, ("标题", "发布", "日期"), [[_text(row[name]) for name in ("title", "issuer", "published")] for row in _shown(sources)])
    document.add_heading("判定规则", 1)
    for rule in _shown(warehouse.sql("select note from attainment_rules order by comparator, direction").df()):
        document.add_paragraph(str(rule["note"]), style="List Bullet")
    document.save(str(path))


def _shown(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return records(visible_frame(frame))


def _blank() -> Document:
    """An empty document with a Chinese font, A4 margins and no time of writing."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(10.5)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    for name in ("Title", "Heading 1", "Heading 2"):
        document.styles[name].element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    document.core_properties.created = document.core_properties.modified = MOMENT
    document.core_properties.author, document.core_properties.title = "mubiao", ""
    return document


def _finding(year: int, judged: Sequence[Mapping[str, Any]], rows: Sequence[Mapping[str, Any]]) -> str:
    missed = [_name(row) for row in judged if row["attainment"] == "missed"]
    planned = sum(1 for row in rows if _text(row["plan_text"]))
    told = f"{year}年可核对的{len(judged)}项目标中，{len(missed)}项未完成" + (f"：{'、'.join(missed)}。" if missed else "。")
    return f"{told}另有{planned - len(judged)}项目标没有可比的结果，原因列于文后。"


def _line(row: Mapping[str, Any]) -> tuple[str, ...]:
    return _name(row), said(row, "plan"), said(row, "result"), said(row, "next"), zh("attainment", row["attainment"])


def _evidence(document: Document, row: Mapping[str, Any]) -> None:
    document.add_heading(_name(row), 2)
    for side, label in (("plan", "计划"), ("result", "结果")):
        quote = _text(row[f"{side}_quote"])
        document.add_paragraph(f"{label}：" + (f"“{quote}”" if quote else said(row, side)), style="List Bullet")
    document.add_paragraph(f"{zh('attainment', row['attainment'])}：{_text(row['attainment_rule'])}", style="List Bullet")


def _moved(row: Mapping[str, Any]) -> tuple[str, ...]:
    return _name(row), *(number(row[f"{side}_value"], row[f"{side}_unit"]) for side in ("plan", "next")), zh("change", row["change"])


def _name(row: Mapping[str, Any]) -> str:
    kind = zh("measure", row["measure"]) + ("·累计" if row["cumulative"] else "")
    return f"{row['indicator']} ({kind})"


def _reason(row: Mapping[str, Any]) -> str:
    reason = _text(row["attainment_reason"])
    return zh("reason", reason) if reason else zh("missing", _text(row["result_missing"]))


def _text(value: Any) -> str:
    return "" if value is None or value != value else str(value)


def _table(document: Document, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table whose head is said again on every page."""
    table = document.add_table(rows=1, cols=len(head), style="Light Grid Accent 1")
    for cell, text in zip(table.rows[0].cells, head, strict=True):
        cell.text = text
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _picture(document: Document, frame: pd.DataFrame) -> None:
    """The headline targets as a chart, where there is anything to draw."""
    chart = charts.plan_result_next(frame, "economy")
    if chart.name == EMPTY:
        return
    with tempfile.TemporaryDirectory() as folder:
        drawn = charts.save(chart, Path(folder) / "chart.png")
        document.add_picture(io.BytesIO(Path(drawn).read_bytes()), width=WIDE)
