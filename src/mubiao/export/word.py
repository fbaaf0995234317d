"""The story of a place's page as a Word document: what was found, verdicts with their words, changes, what stays open, who leads, sources."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from mubiao import charts
from mubiao.charts.declare import EMPTY, Language
from mubiao.charts.frames import JUDGED
from mubiao.export.paper import BULLET, Paper, blank
from mubiao.present.visible import visible
from mubiao.report.changes import Change
from mubiao.report.comparison import Comparison, ToldFigure
from mubiao.report.place import place_page
from mubiao.report.words import Bilingual, label, listed, say, sentences, two
from mubiao.warehouse import Warehouse

WIDE = Cm(16.6)  # of a picture, and of a table
NAMES = 6  # of targets of a unit


def write_word(warehouse: Warehouse, jurisdiction: str, year: int, path: Path, language: Language = "zh") -> None:
    """Write the document: what was found, the judged targets with their quotes, what changed, charts and sources.

    Args:
        jurisdiction: code or name.
        year: plan year t; its results and the targets of t + 1 stand beside it.
        path: ends in .docx.
        language: zh or en; quotes and titles stay in the words of their sources.

    Raises:
        PlaceError: no such place. WarehouseError: the tables hold nothing for it.
    """
    page = place_page(warehouse, jurisdiction, year)
    paper = Paper(blank(language), language)
    paper.heading(say("word_title", place=page.place, year=year), 0)
    paper.paragraph(sentences([say("sentence", text=page.finding.title), *page.finding.lead]))
    if page.judged:
        paper.heading(say("word_judged", year=year))
        sides = (say("plan"), say("result"), say("target_of", year=year + 1))
        paper.table((say("indicator"), *sides, say("verdict")), [_judged(line) for line in page.judged], (4.6, 3.4, 3.6, 3.0, 2.0))
        _picture(paper, warehouse.compare(jurisdiction, year))
        paper.heading(say("word_evidence"))
        for line in page.judged:
            _evidence(paper, line, year)
    if page.changes:
        paper.heading(say("changes", next=year + 1))
        years = (say("plan_of", year=year), say("next_of", year=year + 1))
        moved = [_changed(change) for held in page.changes.values() for change in held]
        paper.table((say("indicator"), *years, say("word_change")), moved, (5.6, 3.8, 3.8, 3.4))
    if page.unanswered:
        paper.heading(say("unanswered_title"))
        paper.paragraph(say("unanswered_lead", year=year, count=len(page.unanswered)))
        rows = [(line.name, line.figures["plan"].told, line.why) for line in page.unanswered]
        paper.table((say("indicator"), say("plan"), say("reason")), rows, (6.6, 4.6, 5.4))
    if page.duties:
        paper.heading(say("duties"))
        paper.paragraph(sentences(page.duties_from))
        rows = [
            (Bilingual(unit, unit), say("count_targets", count=len(held)), listed([line.short for line in held], NAMES)) for unit, held in page.duties
        ]
        paper.table((say("units_are"), say("word_count"), say("word_targets")), rows, (4.6, 1.6, 10.4))
    paper.heading(say("sources"))
    listed_sources = [[Bilingual(text, text) for text in (source.title, source.issuer, source.published)] for source in page.sources]
    paper.table((say("title"), say("issuer"), say("date")), listed_sources, (8.0, 6.0, 2.6))
    paper.heading(say("method"))
    paper.paragraph(say("method_lead"))
    for told in dict.fromkeys(two(str(rule["note"])) for rule in page.rules):
        paper.paragraph(told, BULLET)
    paper.document.save(str(path))


def _judged(line: Comparison) -> Sequence[Bilingual]:
    return line.name, *(line.figures[side].told for side in ("plan", "result", "next")), label("attainment", line.verdict)


def _evidence(paper: Paper, line: Comparison, year: int) -> None:
    """The words behind a verdict: what plan and result say in their sentences, the arithmetic, the rule."""
    paper.heading(say("of_what", what=line.name, told=label("attainment", line.verdict)), 2)
    for side, head in (("plan", say("plan_of", year=year)), ("result", say("result_of", year=year))):
        if line.figures[side].text:
            _words(paper, paper.paragraph(say("of_what", what=head, told=""), BULLET), line.figures[side])
    for head, told in ((say("arithmetic"), line.arithmetic), (say("rule"), two(line.rule))):
        if told.zh:
            paper.paragraph(say("of_what", what=head, told=told), BULLET)


def _words(paper: Paper, paragraph: Paragraph, figure: ToldFigure) -> None:
    """A figure in its sentence, in bold; of a published figure what its source quotes, or the figure alone."""
    if figure.passage:
        paragraph.add_run(visible(figure.passage.before))
        paragraph.add_run(visible(figure.passage.marked)).bold = True
        paragraph.add_run(visible(figure.passage.after))
    elif figure.quote:
        paragraph.add_run(visible(figure.quote))
    else:
        paragraph.add_run(paper.told(figure.told)).bold = True
    if figure.source:
        paragraph.add_run(paper.told(say("from_source", title=figure.source.title)))
    if figure.corrected:
        paragraph.add_run(paper.told(say("corrected", what=figure.corrected)))
    for second in figure.seconds:
        told = second.passage.before + second.passage.marked + second.passage.after if second.passage else second.quote
        title = say("from_source", title=second.source.title) if second.source else ""
        paragraph.add_run(paper.told(say("second_says", second=say("second"), told=told, title=title)))


def _changed(change: Change) -> Sequence[Bilingual]:
    moved = label("move", change.move)
    by = Bilingual("", "") if change.move == "kept" else change.by
    told = Bilingual(f"{moved.zh} {by.zh}".strip(), f"{moved.en} {by.en}".strip())
    return change.line.name, change.line.figures["plan"].told, change.line.figures["next"].told, told


def _picture(paper: Paper, frame: pd.DataFrame) -> None:
    """The targets that can be checked as a chart, where there is anything to draw."""
    chart = charts.plan_result_next(frame[frame["attainment"].isin(JUDGED)], language=paper.language)
    if chart.name == EMPTY:
        return
    with tempfile.TemporaryDirectory() as folder:
        drawn = charts.save(chart, Path(folder) / "chart.png")
        paper.document.add_picture(io.BytesIO(Path(drawn).read_bytes()), width=WIDE)
    paper.document.paragraphs[-1].paragraph_format.space_before = Pt(8)  # the table ends right above
