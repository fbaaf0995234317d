"""The sentence in which a figure stands, with its number marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mubiao.warehouse import Warehouse

REACH = 150  # characters to either side that are read
ENDS = re.compile(r"[。！？；\n\r\t]")
PASSAGES = """
    select
        o.observation_id, o.char_start > $reach as is_cut,
        substr(d.text, greatest(o.char_start - $reach, 0) + 1, least($reach, o.char_start)) as before,
        substr(d.text, o.char_start + 1, o.char_end - o.char_start) as marked,
        substr(d.text, o.char_end + 1, $reach) as after
    from observations o
    join documents d using (doc_id)
    where list_contains($ids, o.observation_id) and o.source_kind = 'document'
"""


@dataclass(frozen=True)
class Excerpt:
    """A sentence of a document: what stands before the number, the number with its unit, and what follows."""

    before: str
    marked: str
    after: str


def passages(warehouse: Warehouse, ids: Iterable[str], reach: int) -> dict[str, Excerpt]:
    """Passages by ``observation_id``; published figures have none.

    Args:
        reach: so many characters to either side at most.
    """
    rows = warehouse.sql(PASSAGES, ids=sorted(ids), reach=reach).fetchall()
    return {key: sentence(before, marked, after, bool(is_cut), len(after) == reach) for key, is_cut, before, marked, after in rows}


def sentence(before: str, marked: str, after: str, is_cut: bool = False, goes_on: bool = False) -> Excerpt:
    """The sentence around a number; where it goes on beyond what was read, an ellipsis says so.

    Args:
        is_cut, goes_on: the document has more before, and after, than was read.

    >>> sentence("稳中求进。地区生产总值增长", "6%", "左右，就业20万人。其他")
    Excerpt(before='地区生产总值增长', marked='6%', after='左右，就业20万人。')
    """
    opened = max((found.end() for found in ENDS.finditer(before)), default=-1)
    closed = ENDS.search(after)
    head = before[opened:] if opened >= 0 else ("…" if is_cut else "") + before
    tail = after[: closed.end()] if closed else after + ("…" if goes_on else "")
    return Excerpt(head.lstrip(), marked, tail.rstrip())
