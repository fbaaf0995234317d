"""Short quotations and book titles: names, whose numbers count nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from mubiao.rule import rule

NAME_LENGTH = 30  # a quotation longer than this is speech, not a name
QUOTED = re.compile(
    "|".join(
        rf"{opening}[^{opening}{closing}\n]{{{least},{most}}}{closing}"
        for opening, closing, least, most in (
            ("“", "”", 0, NAME_LENGTH),
            ("‘", "’", 0, NAME_LENGTH),
            ("「", "」", 0, NAME_LENGTH),
            ("《", "》", 0, 120),
            ('"', '"', 1, NAME_LENGTH),
            ("〔", "〕", 0, 12),
        )
    )
)


def quoted_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of short quotations and book titles."""
    return [match.span() for match in QUOTED.finditer(text, start, end)]


def inside(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a position lies in one of the sorted spans."""
    index = bisect_left(spans, (position + 1, 0)) - 1
    return index >= 0 and spans[index][0] <= position < spans[index][1]


@rule(
    "inside quotation marks or a book title: part of a name",
    takes=["深入实施“2070”空间布局。", "出台《关于支持30项重点任务的意见》。", "落实鄞政办发〔2024〕2号文件。"],
    refuses=["落实“千村示范、万村整治”工程，建成和美乡村20个。"],
)
def name_in_quotes(position: int, quoted: Sequence[tuple[int, int]]) -> bool:
    return inside(position, quoted)
