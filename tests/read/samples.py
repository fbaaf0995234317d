"""The same small report in every kind of file that is read: a title, a paragraph and a table of duties."""

from __future__ import annotations

import io
import quopri
from collections.abc import Callable, Sequence
from pathlib import Path

import docx

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


SAMPLES: dict[str, Callable[[], bytes]] = {
    "html": as_html,
    "mht": as_mht,
    "pdf": lambda: (Path(__file__).parent / "files" / "table.pdf").read_bytes(),
    "text": as_text,
    "docx": as_docx,
}
