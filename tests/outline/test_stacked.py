"""Tables below one another in one grid."""

from __future__ import annotations

import pytest

from mubiao.outline import stacked
from mubiao.outline.grids import Grid, GridCell


def grid_of(*rows: tuple[str, ...]) -> Grid:
    """A grid of texts, each cell in a place of its own."""
    return [
        [GridCell(text, at * 100 + column, at * 100 + column + 1, (0, 1), True, 1) for column, text in enumerate(row)] for at, row in enumerate(rows)
    ]


def test_only_a_row_that_may_be_a_head_is_held_against_those_above_it(monkeypatch: pytest.MonkeyPatch):
    """Else a table of twice the rows takes four times as long."""
    monkeypatch.setattr(stacked, "_is_same", lambda *_: 1 / 0)
    rows = grid_of(("指标", "单位", "2025年目标"), *(("新增绿地", "公顷", str(at)) for at in range(5)))
    assert stacked.stacked(rows) == [([], rows)]
