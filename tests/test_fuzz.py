"""Whatever a file holds, reading it gives rows or one line: no other exception, and no row whose span does not give its number.

``python tests/test_fuzz.py 10000`` tries so many inputs of each kind.
"""

from __future__ import annotations

import io
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import docx
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
    data = bytearray(buffer.getvalue())
    for _ in range(chance.choice([0, 0, 1, 20])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def page_of(chance: random.Random) -> bytes:
    return "".join(chance.choices((*PIECES, *TAGS, "<td rowspan=3>", "<td colspan=999>"), k=chance.randint(1, 80))).encode()


KINDS: dict[str, Callable[[random.Random], bytes]] = {
    ".txt": text_of,
    ".docx": word_of,
    ".html": page_of,
    ".bin.txt": lambda chance: chance.randbytes(chance.randint(0, 300)),
    ".pdf": lambda chance: b"%PDF-1.7\n" + chance.randbytes(chance.randint(0, 300)),
    ".json": lambda chance: text_of(chance)[: chance.randint(0, 90)],
}


def check(kind: str, seed: int, folder: Path) -> None:
    """One input of a kind."""
    path = folder / f"a{kind}"
    path.write_bytes(KINDS[kind](random.Random(seed)))
    try:
        read = read_and_observe(path, FACTS)
    except MubiaoError:
        return
    for document, _, observed in read:
        for row in observed.observations:
            assert row.value is None or gives_back(row, document.text), row


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(seed=some.integers(0, 2**32))
def test_any_file_gives_rows_or_one_line(tmp_path: Path, kind: str, seed: int):
    check(kind, seed, tmp_path)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        for name in KINDS:
            for number in range(int(sys.argv[1])):
                check(name, number, Path(place))
            print(name, sys.argv[1])
