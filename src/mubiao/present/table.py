"""A comparison as a table to read in Jupyter: values as people write them, verdicts coloured, quotes folded."""

from __future__ import annotations

from hashlib import blake2b
from html import escape
from typing import Any

import pandas as pd
from pandas.io.formats.style import Styler

from mubiao.present.cells import SIDES, said
from mubiao.present.labels import en, zh
from mubiao.present.visible import visible

# Blue and orange are told apart by everybody; the word stands beside the colour.
COLOURS = {"met": "#dbe9f6", "near": "#fff3d6", "missed": "#fbdccb"}


def readable(frame: pd.DataFrame) -> Styler:
    """The rows of ``Warehouse.compare`` as a table to read; a click on a figure opens the words that it stands in.

    Args:
        frame: rows of the view plan_result_next.

    >>> readable(wh.compare("宁波市", 2024).head(20))  # doctest: +SKIP
    """
    rows = frame.to_dict("records")
    shown = pd.DataFrame(
        {
            _both("heading", "indicator"): [f"{escape(visible(str(row['indicator'])))} ({zh('measure', row['measure'])})" for row in rows],
            **{_both("heading", side): [_figure(row, side) for row in rows] for side in SIDES},
            _both("heading", "verdict"): [_both("attainment", row["attainment"]) for row in rows],
        }
    )
    verdicts = [row["attainment"] for row in rows]
    last = shown.columns[-1]
    own = blake2b(shown.to_csv().encode(), digest_size=5).hexdigest()  # the same rows, the same bytes; pandas would draw lots
    coloured = Styler(shown, uuid=own).apply(
        lambda _: [f"background-color: {COLOURS.get(verdict, 'transparent')}" for verdict in verdicts], subset=[last]
    )
    return coloured.hide(axis="index").set_properties(None, **{"text-align": "left", "vertical-align": "top"})


def _both(kind: str, code: str) -> str:
    return f"{zh(kind, code)} {en(kind, code)}"


def _figure(row: dict[Any, Any], side: str) -> str:
    """What one side says, folded over its quote; text of documents is escaped."""
    told, quote = escape(visible(said(row, side))), row.get(f"{side}_quote")
    if not isinstance(quote, str) or not quote:
        return told
    return f"<details><summary>{told}</summary><small>“{escape(visible(quote))}”</small></details>"
