"""The same small report in every kind of file that is read: a title, a paragraph and a table of duties."""

from __future__ import annotations

import io
import json
import quopri
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

TITLE = "宁波市2025年政府工作报告目标任务分解"
SENTENCE = "以下任务年底前完成。"
ROWS = (
    ("序号", "目标任务", "责任单位", "配合单位"),
    ("1", "新增绿地200公顷", "市住建局", "市水利局"),
    ("2", "新增绿道100公里", "市水利局", "市住建局"),
)


def as_text(rows: Sequence[Sequence[str]] = ROWS) -> bytes:
    return "\n".join([TITLE, SENTENCE, *("\t".join(row) for row in rows)]).encode()


def as_docx(rows: Sequence[Sequence[str]] = ROWS) -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(SENTENCE)
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_html(rows: Sequence[Sequence[str]] = ROWS) -> bytes:
    table = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in rows)
    menu = "<ul class='nav'><li><a href='/'>首页</a></li><li><a href='/zwgk'>政务公开</a></li></ul>"
    return f"<html><body>{menu}<h1>{TITLE}</h1><p>{SENTENCE}</p><table>{table}</table></body></html>".encode()


def as_mht() -> bytes:
    page = quopri.encodestring(as_html())
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\n'
    return head + b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + page + b"\r\n--b--\r\n"


def as_sheet() -> list[list[str]]:
    return [[TITLE], [SENTENCE], *map(list, ROWS)]


def as_csv() -> bytes:
    return "\n".join(",".join(row) for row in as_sheet()).encode()


def as_xlsx() -> bytes:
    book = openpyxl.Workbook()
    for row in as_sheet():
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


PANEL = {"城市": "宁波市", "年份": 2025, "正文": as_text().decode(), "标题": TITLE}


def as_parquet() -> bytes:
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([PANEL]), buffer)
    return buffer.getvalue()


def committed(name: str) -> bytes:
    return (Path(__file__).parent / "files" / name).read_bytes()


SAMPLES: dict[str, Callable[[], bytes]] = {
    "html": as_html,
    "jsonl": lambda: json.dumps(PANEL).encode(),
    "mht": as_mht,
    "parquet": as_parquet,
    "picture": lambda: committed("table.png"),
    "pdf": lambda: committed("table.pdf"),
    "text": as_text,
    "xls": lambda: committed("table.xls"),
    "xlsx": as_xlsx,
    "csv": as_csv,
    "docx": as_docx,
}
