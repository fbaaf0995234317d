"""The story of a place's page as a Word document: what was found, verdicts with their words, changes, what stays open, who leads, sources."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

import docx
import pandas as pd
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from mubiao import charts
from mubiao.charts.declare import EMPTY
from mubiao.charts.frames import JUDGED
from mubiao.present.visible import visible
from mubiao.report.changes import Change
from mubiao.report.comparison import Comparison, ToldFigure
from mubiao.report.place import place_page
from mubiao.report.words import Bilingual, label, listed, say, two
from mubiao.warehouse import Warehouse

MOMENT = datetime(2000, 1, 1)  # same rows, same bytes: no time of writing
FONT, LANGUAGE = "Noto Sans SC", "zh-CN"  # without the language, programs set full stops as Taiwan does
STYLES = ("Normal", "Title", "Heading 1", "Heading 2", "List Bullet")
WIDE = Cm(16.6)  # of a picture, and of a table
NAMES = 6  # of targets of a unit


def write_word(warehouse: Warehouse, jurisdiction: str, year: int, path: Path) -> None:
    """Write the document: what was found, the judged targets with their quotes, what changed, charts and sources.

    Args:
        jurisdiction: code or name.
        year: plan year t; its results and the targets of t + 1 stand beside it.
        path: ends in .docx.

    Raises:
        PlaceError: no such place. WarehouseError: the tables hold nothing for it.
    """
    page = place_page(warehouse, jurisdiction, year)
    document = _blank()
    document.add_heading(visible(say("word_title", place=page.place.zh, year=year).zh), 0)
    lead = [Bilingual(page.finding.title.zh + "。", ""), *page.finding.lead]
    document.add_paragraph(visible("".join(told.zh for told in lead)))
    if page.judged:
        _heading(document, say("word_judged", year=year))
        sides = (say("plan"), say("result"), say("target_of", year=year + 1))
        _table(document, (say("indicator"), *sides, say("verdict")), [_judged(line) for line in page.judged], (4.6, 3.4, 3.6, 3.0, 2.0))
        _picture(document, warehouse.compare(jurisdiction, year))
        _heading(document, say("word_evidence"))
        for line in page.judged:
            _evidence(document, line, year)
    if page.changes:
        _heading(document, say("changes", next=year + 1))
        years = (say("plan_of", year=year), say("next_of", year=year + 1))
        moved = [_changed(change) for held in page.changes.values() for change in held]
        _table(document, (say("indicator"), *years, say("word_change")), moved, (5.6, 3.8, 3.8, 3.4))
    if page.unanswered:
        _heading(document, say("unanswered_title"))
        document.add_paragraph(say("unanswered_lead", year=year, count=len(page.unanswered)).zh)
        rows = [(line.name, line.figures["plan"].told, line.why) for line in page.unanswered]
        _table(document, (say("indicator"), say("plan"), say("reason")), rows, (6.6, 4.6, 5.4))
    if page.duties:
        _heading(document, say("duties"))
        document.add_paragraph("".join(told.zh for told in page.duties_from))
        rows = [
            (Bilingual(unit, unit), say("count_targets", count=len(held)), listed([line.short for line in held], NAMES)) for unit, held in page.duties
        ]
        _table(document, (say("units_are"), say("word_count"), say("word_targets")), rows, (4.6, 1.6, 10.4))
    _heading(document, say("sources"))
    listed_sources = [[Bilingual(text, text) for text in (source.title, source.issuer, source.published)] for source in page.sources]
    _table(document, (say("title"), say("issuer"), say("date")), listed_sources, (8.0, 6.0, 2.6))
    _heading(document, say("method"))
    document.add_paragraph(say("method_lead").zh)
    for told in dict.fromkeys(two(str(rule["note"])).zh for rule in page.rules):
        document.add_paragraph(told, style="List Bullet")
    document.save(str(path))


def _blank() -> Document:
    """An empty document: A4, a Chinese font in Chinese, numbers of pages, no time of writing."""
    document = docx.Document()
    for name in STYLES:
        style = document.styles[name]
        style.font.name = FONT
        properties = style.element.get_or_add_rPr()
        properties.get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), LANGUAGE)
        spoken.set(qn("w:eastAsia"), LANGUAGE)
        properties.append(spoken)
    document.styles["Normal"].font.size = Pt(10.5)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    section.footer.paragraphs[0]._p.append(number)
    section.footer.paragraphs[0].alignment = 1
    document.core_properties.created = document.core_properties.modified = MOMENT
    document.core_properties.author, document.core_properties.title = "mubiao", ""
    return document


def _heading(document: Document, told: Bilingual) -> None:
    document.add_heading(visible(told.zh), 1)


def _judged(line: Comparison) -> Sequence[Bilingual]:
    return line.name, *(line.figures[side].told for side in ("plan", "result", "next")), label("attainment", line.verdict)


def _evidence(document: Document, line: Comparison, year: int) -> None:
    """The words behind a verdict: what plan and result say in their sentences, the arithmetic, the rule."""
    document.add_heading(visible(f"{line.name.zh}：{label('attainment', line.verdict).zh}"), 2)
    for side, head in (("plan", say("plan_of", year=year)), ("result", say("result_of", year=year))):
        if line.figures[side].text:
            _words(document.add_paragraph(f"{head.zh}：", style="List Bullet"), line.figures[side])
    for head, told in ((say("arithmetic"), line.arithmetic), (say("rule"), two(line.rule))):
        if told.zh:
            document.add_paragraph(visible(f"{head.zh}：{told.zh}"), style="List Bullet")


def _words(paragraph: Paragraph, figure: ToldFigure) -> None:
    """A figure in its sentence, in bold; of a published figure what its source quotes, or the figure alone."""
    if figure.passage:
        paragraph.add_run(visible(figure.passage.before))
        paragraph.add_run(visible(figure.passage.marked)).bold = True
        paragraph.add_run(visible(figure.passage.after))
    elif figure.quote:
        paragraph.add_run(visible(figure.quote))
    else:
        paragraph.add_run(visible(figure.text)).bold = True
    if figure.source:
        paragraph.add_run(visible(f"（{figure.source.title}）"))
    if figure.corrected:
        paragraph.add_run(visible(say("corrected", what=figure.corrected).zh))
    for second in figure.seconds:
        told = second.passage.before + second.passage.marked + second.passage.after if second.passage else second.quote
        title = f"（{second.source.title}）" if second.source else ""
        paragraph.add_run(visible(f"{say('second').zh}：{told}{title}"))


def _changed(change: Change) -> Sequence[Bilingual]:
    by = "" if change.move == "kept" else change.by.zh
    moved = label("move", change.move).zh
    return change.line.name, change.line.figures["plan"].told, change.line.figures["next"].told, Bilingual(f"{moved} {by}".strip(), "")


def _table(document: Document, head: Sequence[Bilingual], rows: Iterable[Sequence[Bilingual]], widths: Sequence[float]) -> None:
    """A table whose head is said again on every page.

    Args:
        widths: of its columns, in centimetres.
    """
    table = document.add_table(rows=1, cols=len(head), style="Light List")
    table.autofit = False
    for cell, told in zip(table.rows[0].cells, head, strict=True):
        cell.text = told.zh
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for row in rows:
        for cell, told in zip(table.add_row().cells, row, strict=True):
            cell.text = visible(told.zh)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for line in table.rows:
        for cell, width in zip(line.cells, widths, strict=True):
            cell.width = Cm(width)
            cell.paragraphs[0].paragraph_format.space_after = Pt(1)
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(9)


def _picture(document: Document, frame: pd.DataFrame) -> None:
    """The targets that can be checked as a chart, where there is anything to draw."""
    chart = charts.plan_result_next(frame[frame["attainment"].isin(JUDGED)])
    if chart.name == EMPTY:
        return
    with tempfile.TemporaryDirectory() as folder:
        drawn = charts.save(chart, Path(folder) / "chart.png")
        document.add_picture(io.BytesIO(Path(drawn).read_bytes()), width=WIDE)
    document.paragraphs[-1].paragraph_format.space_before = Pt(8)  # the table ends right above
