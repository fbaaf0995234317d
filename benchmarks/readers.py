"""How much of a document each reader reads: characters, cells in their places, rows against those of the DOCX, seconds and memory.

    python benchmarks/readers.py [REPORT.docx ...]

One document, made here of a report of data/raw and two tables, is written as web page of a portal, DOCX, PDF (LibreOffice), sheet and scan;
reports that are given are made PDF too. Beside mubiao's readers stand trafilatura, markitdown, pdfplumber and plain text, where installed.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import docx

from measure import Measured, best_of
from mubiao.extracts import read_and_observe
from mubiao.model import Facts
from mubiao.read.fold import as_read

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "data" / "raw" / "330200-ningbo-2022-work-report.txt"
PARAGRAPHS = 60
GRAM = 5  # characters in a row that must stand together
FACTS = Facts(jurisdiction_code="330200", year=2022, doc_type="work_report")
DUTIES = [
    ["序号", "目标任务", "牵头单位", "配合单位"],
    ["1", "新增绿地200公顷", "市住建局", "市水利局、市综合执法局"],
    ["2", "新增绿道100公里", "市住建局", "市财政局"],
    ["3", "新增高新技术企业600家", "市科技局", "市经信局"],
]
TARGETS = [
    ["指标", "单位", "2021年", "2021年", "2022年"],
    ["指标", "单位", "完成", "增长（%）", "目标"],
    ["一般公共预算收入", "亿元", "1723.1", "14.1", "1800"],
    ["进出口总额", "亿元", "11926.1", "21.6", "12500"],
    ["城镇新增就业", "万人", "29.1", "-", "20"],
]
MERGED = {0: {(1, 2): (2, 1)}, 1: {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)}}  # table -> place -> rows and columns
KINDS = {
    "html": ("mubiao", "trafilatura", "markitdown", "plain"),
    "docx": ("mubiao", "markitdown"),
    "pdf": ("mubiao", "markitdown", "pdfplumber"),
    "xlsx": ("mubiao", "markitdown"),
    "png": ("mubiao",),
}


def paragraphs() -> list[str]:
    lines = [line.strip() for line in REPORT.read_text(encoding="utf-8").splitlines() if line.strip()]
    return lines[:PARAGRAPHS]


def spans(table: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Rows and columns of each cell that is written; those that another covers are not."""
    rows = (DUTIES, TARGETS)[table]
    merged = MERGED[table]
    covered = {(r + i, c + j) for (r, c), (high, wide) in merged.items() for i in range(high) for j in range(wide)} - set(merged)
    return {(r, c): merged.get((r, c), (1, 1)) for r in range(len(rows)) for c in range(len(rows[0])) if (r, c) not in covered}


def as_docx(path: Path) -> None:
    document = docx.Document()
    for line in paragraphs():
        document.add_paragraph(line)
    for at, rows in enumerate((DUTIES, TARGETS)):
        table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
        for (row, column), (high, wide) in spans(at).items():
            cell = table.cell(row, column).merge(table.cell(row + high - 1, column + wide - 1))
            cell.text = rows[row][column]
        document.add_paragraph("以上任务由各牵头单位负责。")
    document.save(str(path))


def as_html(path: Path) -> None:
    menu = "".join(f"<li><a href='/{n}'>栏目{n}</a></li>" for n in range(30))
    body = "".join(f"<p>{line}</p>" for line in paragraphs())
    for at, rows in enumerate((DUTIES, TARGETS)):
        cells = spans(at)
        body += "<table border=1>"
        for row in range(len(rows)):
            tds = (f"<td rowspan={cells[row, c][0]} colspan={cells[row, c][1]}>{rows[row][c]}</td>" for c in range(len(rows[0])) if (row, c) in cells)
            body += f"<tr>{''.join(tds)}</tr>"
        body += "</table><p>以上任务由各牵头单位负责。</p>"
    article = f"<ul class=nav>{menu}</ul><div id=zoom>{body}</div><div class=footer>版权所有</div>"
    path.write_bytes(f"<html><head><meta charset=gb2312></head><body>{article}</body></html>".encode("gb18030"))


def as_xlsx(path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        for at, rows in enumerate((DUTIES, TARGETS)):
            sheet = book.add_worksheet()
            for (row, column), (high, wide) in spans(at).items():
                if (high, wide) == (1, 1):
                    sheet.write(row, column, rows[row][column])
                else:
                    sheet.merge_range(row, column, row + high - 1, column + wide - 1, rows[row][column])


def converted(path: Path, kind: str, folder: Path) -> Path | None:
    """A file made by LibreOffice, None where it is not installed."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return None
    command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return folder / f"{path.stem}.{kind}"


def as_png(pdf: Path, path: Path) -> None:
    """The last page of a PDF file as a picture: the tables."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    document[len(document) - 1].render(scale=2).to_pil().save(path)


def characters(text: str, of: str) -> float:
    """Share of the sequences of characters of a text that another holds, blanks and line breaks left out."""
    wanted, found = (
        Counter(plain[at : at + GRAM] for at in range(len(plain) - GRAM + 1)) for plain in ("".join(as_read(one).split()) for one in (of, text))
    )
    return sum((wanted & found).values()) / max(1, sum(wanted.values()))


def cells(tables: list[list[list[str]]]) -> tuple[int, int]:
    """Cells of our two tables that stand in their place in some table that was read, and how many there are."""
    right = 0
    for rows in (DUTIES, TARGETS):
        right += max([sum(_same(table, r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)) for table in tables] or [0])
    return right, sum(len(rows) * len(rows[0]) for rows in (DUTIES, TARGETS))


def _same(table: list[list[str]], row: int, column: int, text: str) -> bool:
    return row < len(table) and column < len(table[row]) and "".join(table[row][column].split()) == text


def rows_of(path: Path, facts: Facts) -> Counter[tuple[object, ...]]:
    ((_, _, observed),) = read_and_observe(path, facts)
    return Counter(
        (row.stage, row.year, row.indicator, row.measure, row.comparator, row.value, row.unit, *row.lead_units) for row in observed.observations
    )


def of_text(text: str, folder: Path, facts: Facts) -> Counter[tuple[object, ...]]:
    path = folder / "read.txt"
    path.write_text(text, encoding="utf-8")
    return rows_of(path, facts)


def line(kind: str, size: int, reader: str, done: Measured, read: str, placed: str, same: str) -> None:
    print(f"| {kind} | {size / 1000:,.0f} | {reader} | {read} | {placed} | {same} | {done.seconds:.2f} | {done.start:.2f} | {done.megabytes:.0f} |")


def made(folder: Path) -> None:
    """The document in each kind, through each reader."""
    files = {kind: folder / f"report.{kind}" for kind in KINDS}
    as_docx(files["docx"]), as_html(files["html"]), as_xlsx(files["xlsx"])
    if converted(files["docx"], "pdf", folder):
        as_png(files["pdf"], files["png"])
    text = "\n".join(paragraphs())
    expected = rows_of(files["docx"], FACTS)
    print("| file | kB | reader | characters | cells | rows of the DOCX | seconds | start-up | MB |\n|---|---:|---|---:|---:|---:|---:|---:|---:|")
    for kind, readers in KINDS.items():
        if not files[kind].exists() or (kind == "png" and not find_spec("rapidocr")):
            continue
        for reader in readers:
            if reader not in ("mubiao", "plain") and not find_spec(reader):
                continue
            done = best_of("readers_work.py", reader, files[kind])
            told, tables = done.result
            rows = rows_of(files[kind], FACTS) if reader == "mubiao" else of_text(told, folder, FACTS) if told.strip() else Counter()
            whole = kind not in ("xlsx", "png")
            same = f"{sum((rows & expected).values())} of {sum(expected.values())}, {sum((rows - expected).values())} others" if whole else ""
            right, of = cells(tables)
            line(kind, files[kind].stat().st_size, reader, done, f"{characters(told, text):.1%}" if whole else "", f"{right} of {of}", same)


def given(reports: list[Path], folder: Path) -> None:
    """Reports as PDF: the rows that are those of the DOCX."""
    print("\n| report | kB of the PDF | reader | rows of the DOCX | others | seconds | MB |\n|---|---:|---|---:|---:|---:|---:|")
    for report in reports:
        pdf = converted(report, "pdf", folder)
        if pdf is None:
            print("LibreOffice is not installed")
            return
        expected = rows_of(report, Facts())
        for reader in ("mubiao", "pdfplumber", "markitdown"):
            if reader != "mubiao" and not find_spec(reader):
                continue
            done = best_of("readers_work.py", reader, pdf, runs=1)
            rows = rows_of(pdf, Facts()) if reader == "mubiao" else of_text(done.result[0], folder, read_facts(report))
            same, total = sum((rows & expected).values()), sum(expected.values())
            print(
                f"| {report.stem} | {pdf.stat().st_size / 1000:,.0f} | {reader} | {same} of {total} ({same / total:.1%}) "
                f"| {sum((rows - expected).values())} | {done.seconds:.2f} | {done.megabytes:.0f} |"
            )


def read_facts(report: Path) -> Facts:
    """Place, year and kind of a report, for texts that lost its title."""
    ((document, _, _),) = read_and_observe(report, Facts())
    return Facts(jurisdiction_code=document.facts.jurisdiction_code, year=document.facts.year, doc_type=document.facts.doc_type)


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("reports", type=Path, nargs="*", help="reports as DOCX")
    reports = asked.parse_args().reports
    with tempfile.TemporaryDirectory() as work:
        made(Path(work))
        if reports:
            given(reports, Path(work))
