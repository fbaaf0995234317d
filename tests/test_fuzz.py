"""Whatever a file holds, reading it gives rows or one line: no other exception, and no row whose span does not give its number.

``python tests/test_fuzz.py 1000`` tries so many inputs of each kind, and watches the processor's clock too.
"""

from __future__ import annotations

import io
import json
import os
import quopri
import random
import sys
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from mubiao.errors import MubiaoError
from mubiao.extracts import read_and_observe
from mubiao.model import Facts
from mubiao.tables.schema import gives_back

FACTS = Facts(jurisdiction_code="330200", year=2025, doc_type="work_report")
WORDS = """
地区生产总值 增长 新增 绿地 公顷 慈溪市 其中 左右 以上 不低于 力争 达到 由 提高到 分别 、 ， 。 ； （ ） “ ” % ‰ 个百分点 亿 万 千 个 家 0 1 20 3.5
1,234 - — ～ / + 第 月 年 2025 1. （一） 一、 | 零 二十 半 余 同步 全省平均水平 牵头单位： 上半年 全年 完成 累计
"""
PIECES = (*WORDS.split(), "\n", "\n\n", "\t", " ", "\u3000", "\u202e", "\0", "二、2025年主要任务\n", "一、2024年工作回顾\n")
FILES = Path(__file__).parent / "read" / "files"
LONGEST = 20  # seconds of one input on the processor's clock, which other programs do not hold up
TAGS = ["<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<br>", "<div>", "&nbsp;", "&#0;", "<!--", "-->", "<script>"]


def text_of(chance: random.Random) -> bytes:
    return "".join(chance.choices(PIECES, k=chance.randint(1, 60))).encode()


def word_of(chance: random.Random) -> bytes:
    """A Word file with paragraphs and a table of merged cells, now and then with some bytes changed."""
    document = docx.Document()
    for _ in range(chance.randint(0, 4)):
        document.add_paragraph(text_of(chance).decode().replace("\0", ""))
    table = document.add_table(rows=3, cols=3)
    for row in table.rows:
        for cell in row.cells:
            cell.text = text_of(chance).decode().replace("\0", "")
    table.cell(chance.randrange(3), chance.randrange(3)).merge(table.cell(chance.randrange(3), chance.randrange(3)))
    buffer = io.BytesIO()
    document.save(buffer)
    return damaged(buffer.getvalue(), chance)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Now and then with some bytes changed, or cut off."""
    changed = bytearray(data)
    for _ in range(chance.choice([0, 0, 1, 20])):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed[: chance.randrange(len(changed))] if chance.random() < 0.1 else changed)


def cells_of(chance: random.Random) -> list[list[str]]:
    return [[text_of(chance).decode().replace("\0", "") for _ in range(chance.randint(1, 5))] for _ in range(chance.randint(1, 6))]


def workbook_of(chance: random.Random) -> bytes:
    """Texts, numbers and formulas, some cells merged."""
    book = openpyxl.Workbook()
    for row in cells_of(chance):
        book.active.append([chance.choice([text, chance.random() * 10 ** chance.randint(-3, 20), None, True]) for text in row])
    if chance.random() < 0.5:
        book.active.merge_cells(start_row=1, start_column=1, end_row=chance.randint(1, 4), end_column=chance.randint(1, 4))
    buffer = io.BytesIO()
    book.save(buffer)
    return damaged(buffer.getvalue(), chance)


def archive_of(chance: random.Random) -> bytes:
    """Several files, which may lie outside, be archives themselves or have one name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(chance.randint(0, 3)):
            inside = chance.choice([kind for kind in KINDS if kind != ".zip"])
            archive.writestr(chance.choice([f"{number}{inside}", f"../{number}{inside}", f"目录/{number}.zip"]), KINDS[inside](chance))
    return damaged(buffer.getvalue(), chance)


def parquet_of(chance: random.Random) -> bytes:
    rows = cells_of(chance)
    buffer = io.BytesIO()
    pq.write_table(pa.table({chance.choice(["text", "content", "正文", f"x{at}"]): [row[0] for row in rows] for at in range(2)}), buffer)
    return damaged(buffer.getvalue(), chance)


def saved_page_of(chance: random.Random) -> bytes:
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\n'
    page = head + b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + quopri.encodestring(page_of(chance)) + b"\r\n--b--\r\n"
    return damaged(page, chance)


def lines_of(chance: random.Random) -> bytes:
    names = ("title", "content", "text", "url")
    return damaged("\n".join(json.dumps(dict(zip(names, row, strict=False))) for row in cells_of(chance)).encode(), chance)


def page_of(chance: random.Random) -> bytes:
    return "".join(chance.choices((*PIECES, *TAGS, "<td rowspan=3>", "<td colspan=999>"), k=chance.randint(1, 80))).encode()


KINDS: dict[str, Callable[[random.Random], bytes]] = {
    ".txt": text_of,
    ".docx": word_of,
    ".html": page_of,
    ".bin.txt": lambda chance: chance.randbytes(chance.randint(0, 300)),
    ".pdf": lambda chance: b"%PDF-1.7\n" + chance.randbytes(chance.randint(0, 300)),
    ".json": lambda chance: text_of(chance)[: chance.randint(0, 90)],
    ".jsonl": lines_of,
    ".csv": lambda chance: damaged("\n".join(",".join(row) for row in cells_of(chance)).encode(), chance),
    ".xlsx": workbook_of,
    ".xls": lambda chance: damaged((FILES / "table.xls").read_bytes(), chance),
    ".printed.pdf": lambda chance: damaged((FILES / chance.choice(["pages.pdf", "scan.pdf", "table.pdf"])).read_bytes(), chance),
    ".mht": saved_page_of,
    ".parquet": parquet_of,
    ".zip": archive_of,
}


def check(kind: str, seed: int, folder: Path) -> None:
    """One input of a kind."""
    read_whole(folder / f"a{kind}", KINDS[kind](random.Random(seed)))


@cache  # a file that no chance has damaged comes again and again: a scan takes seconds
def read_whole(path: Path, data: bytes) -> None:
    """Read some bytes as a file, and look at every row."""
    path.unlink(missing_ok=True)  # some file systems wait for the disk when a file is written over
    path.write_bytes(data)
    try:
        read = read_and_observe(path, FACTS)
    except MubiaoError:
        return
    for document, _, observed in read:
        for row in observed.observations:
            assert row.value is None or gives_back(row, document.text), row


def spent() -> float:
    """Seconds on the processor, of this process and of those that it has ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(seed=some.integers(0, 2**32))
def test_any_file_gives_rows_or_one_line(tmp_path: Path, kind: str, seed: int):
    check(kind, seed, tmp_path)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        for name in KINDS:
            longest = 0.0
            for number in range(int(sys.argv[1])):
                begin = spent()
                check(name, number, Path(place))
                longest = max(longest, spent() - begin)
            print(f"{name}: {sys.argv[1]} inputs, the longest took {longest:.1f} s", flush=True)
            assert longest < LONGEST
