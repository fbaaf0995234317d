"""Sheets of a workbook as people who read Chinese expect them; the last two lead back to columns and codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from mubiao.charts.frames import spoken
from mubiao.present.flat import in_one_cell
from mubiao.present.heads import code_heads, coded, head, heads_of_ways, in_chinese, meaning_in_chinese, sheet
from mubiao.present.labels import zh
from mubiao.present.marks import full_width

SHOWN = {"comparison": "plan_result_next", "targets": "observations", "results": "observations", "sources": "documents"}  # sheet -> its table or view


def in_one_cell_in_chinese(value: object) -> object:
    """A list or record as one text, with Chinese words for codes: what a conflict or a figure that is told elsewhere says, how, and where.

    >>> in_one_cell_in_chinese([{"place": "review", "value": "8800家", "why": "running_total", "quote": "累计8800家"}])
    '8800家（一为当年新增，一为累计总量；累计8800家；review）'
    >>> told = {"doc_id": "bulletin", "value": 5.4, "unit": "%", "comparator": "eq", "status": "preliminary", "note": "初步核算", "quote": None}
    >>> in_one_cell_in_chinese([told, told | {"value": 5.5, "status": None, "note": "区本级"}])
    '5.4%（初步核算）（bulletin）、5.5%（区本级；bulletin）'
    """
    if isinstance(value, Mapping):
        text = (value["value"] or "") if "why" in value else full_width(spoken(value))
        how = zh("reason", value["why"]) if "why" in value else value.get("note")
        told = (part for part in (how, value["quote"], value.get("place") or value.get("doc_id")) if part and part not in text)
        return f"{text}（{'；'.join(told)}）"
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return in_one_cell([in_one_cell_in_chinese(item) for item in value])
    return value


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
