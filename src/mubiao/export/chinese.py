"""Sheets of a workbook as people who read Chinese expect them; the last two lead back to columns and codes."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from mubiao.present.heads import code_heads, coded, head, heads_of_ways, in_chinese, meaning_in_chinese, sheet

SHOWN = {"comparison": "plan_result_next", "targets": "observations", "results": "observations", "sources": "documents"}  # sheet -> its table or view


def chinese(found: Mapping[str, pd.DataFrame], shown: Mapping[str, str] = SHOWN) -> dict[str, pd.DataFrame]:
    """Sheets with Chinese names and heads and with words for codes, numbers and quotes as they are.

    Args:
        found: name of a sheet -> its rows; the one called dictionary tells column and meaning, and table where there are several.
        shown: sheet -> the table or view that it shows.

    Returns:
        The same sheets; the dictionary tells the column behind each head and what it means, the last sheet the code behind each word.
    """
    told = {sheet(name): in_chinese(frame, shown.get(name, "")) for name, frame in found.items() if name != "dictionary"}
    words = found.get("dictionary")
    if words is None:
        return told
    first = next(iter(found))
    own = heads_of_ways(found[first])
    tables = words["table"] if "table" in words else [first] * len(words)
    heads = [own.get(column) or head(column, shown.get(table, table)) for table, column in zip(tables, words["column"], strict=True)]
    meanings = [own.get(column) or meaning_in_chinese(told) for column, told in zip(words["column"], words["meaning"], strict=True)]
    renamed = {name: head(name) for name in words.columns} | {"column": head("column_code"), "head": head("head")}
    led = words.assign(head=heads, meaning=meanings, **({"table": words["table"].map(sheet)} if "table" in words else {}))
    order = [name for name in ("table", "head", "column", "type", "meaning") if name in led]
    return {
        **told,
        sheet("dictionary"): led[order].rename(columns=renamed),
        sheet("codes"): pd.DataFrame(coded(), columns=code_heads()),
    }
