"""Lists and records as one text each, for forms that know neither: CSV, workbooks, Stata, tables on a screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def told(value: object) -> object:
    """A list as 甲、乙, a record as its values, both without what is not there; everything else as it is.

    >>> told(["市发改委", "市统计局"]), told({"value": "8800家", "why": "running_total", "quote": None}), told(5.5), told(None)
    ('市发改委、市统计局', '8800家: running_total', 5.5, None)
    >>> told([None, "增长6%"]), told([None, None])
    ('增长6%', '')
    """
    if isinstance(value, Mapping):
        return ": ".join(str(told(item)) for item in value.values() if item is not None)
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return "、".join(str(told(item)) for item in value if item is not None)
    return value
