"""A Word document in one language: headings, paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from mubiao.charts.declare import Language
from mubiao.present.visible import visible
from mubiao.report.words import Bilingual

MOMENT = datetime(2000, 1, 1)  # same rows, same bytes: no time of writing
FONT = "Noto Sans SC"
LANGUAGES = {"zh": "zh-CN", "en": "en-GB"}  # without the language, programs set full stops as Taiwan does
BULLET = "List Bullet"
STYLES = ("Normal", "Title", "Heading 1", "Heading 2", BULLET)


@dataclass(frozen=True)
class Paper:
    """A document that is written in one language."""

    document: Document
    language: Language

    def told(self, told: Bilingual) -> str:
        """A text in the language of the document."""
        return visible(told.en if self.language == "en" else told.zh)

    def heading(self, told: Bilingual, level: int = 1) -> None:
        """A heading."""
        self.document.add_heading(self.told(told), level)

    def paragraph(self, told: Bilingual, style: str | None = None) -> Paragraph:
        """A paragraph."""
        return self.document.add_paragraph(self.told(told), style=style)

    def table(self, head: Sequence[Bilingual], rows: Iterable[Sequence[Bilingual]], widths: Sequence[float]) -> None:
        """A table whose head is said again on every page.

        Args:
            widths: of its columns, in centimetres.
        """
        table = self.document.add_table(rows=1, cols=len(head), style="Light List")
        table.autofit = False
        for cell, told in zip(table.rows[0].cells, head, strict=True):
            cell.text = self.told(told)
        repeat = OxmlElement("w:tblHeader")
        repeat.set(qn("w:val"), "true")
        table.rows[0]._tr.get_or_add_trPr().append(repeat)
        for row in rows:
            for cell, told in zip(table.add_row().cells, row, strict=True):
                cell.text = self.told(told)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for line in table.rows:
            for cell, width in zip(line.cells, widths, strict=True):
                cell.width = Cm(width)
                cell.paragraphs[0].paragraph_format.space_after = Pt(1)
                for run in cell.paragraphs[0].runs:
                    run.font.size = Pt(9)


def blank(language: Language) -> Document:
    """An empty document: A4, a Chinese font in Chinese, numbers of pages, no time of writing."""
    document = docx.Document()
    for name in STYLES:
        style = document.styles[name]
        style.font.name = FONT
        properties = style.element.get_or_add_rPr()
        properties.get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), LANGUAGES[language])
        spoken.set(qn("w:eastAsia"), LANGUAGES["zh"])
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
