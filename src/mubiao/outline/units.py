"""Units that stand in tables: in a head, in a cell, or above all values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.loader import load

PARTED = re.compile(r"[、,;]")


def is_unit(text: str) -> bool:
    """Whether a text is a unit, with or without a magnitude: 亿元, 万吨标准煤, 万元/人, 件.

    >>> is_unit("亿元"), is_unit("亿千瓦时"), is_unit("不含农户")
    (True, True, False)
    """
    counted = text.partition("/")[0]
    magnitudes = "".join(load().numerals["magnitude"])
    begins = len(counted) - len(counted.lstrip(magnitudes))  # some signs begin units too: 亿千瓦时
    return bool(counted) and (text in load().units or any(counted[at:] in load().units for at in range(begins + 1)))


@lru_cache(maxsize=1)
def _caption() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern(load().words['columns']['unit'])})\s*:\s*([^\s()。:]{{1,30}})")


def caption_unit(texts: Sequence[str]) -> str:
    """The unit that stands above a table for all of its values; "" where there is none or more than one that is no percentage.

    >>> caption_unit(["2025年主要指标", "(单位:亿元、%)"]), caption_unit(["单位:亿元、万人"])
    ('亿元', '')
    """
    found = [match[1] for text in texts for match in _caption().finditer(text)]
    units = {unit for said in found for unit in PARTED.split(said) if unit != "%"}
    return units.pop() if len(units) == 1 and is_unit(next(iter(units))) else ""
