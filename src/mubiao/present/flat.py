"""Lists and records as one text each, for forms that know neither: CSV, workbooks, Stata, tables on a screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def in_one_cell(value: object) -> object:
    """A list as 甲、乙, a record as its values, both without what is not there; everything else as it is.

    >>> in_one_cell(["市发改委", "市统计局"]), in_one_cell({"value": "8800家", "why": "running_total", "quote": None})
    ('市发改委、市统计局', '8800家: running_total')
    >>> in_one_cell(5.5), in_one_cell(None)
    (5.5, None)
    >>> in_one_cell([None, "增长6%"]), in_one_cell([None, None])
    ('增长6%', '')
    """
    if isinstance(value, Mapping):
        return ": ".join(str(in_one_cell(item)) for item in value.values() if item is not None)
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return "、".join(str(in_one_cell(item)) for item in value if item is not None)
    return value
