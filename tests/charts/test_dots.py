"""Lines of marks: the sign of a bound stands where no other mark does."""

from __future__ import annotations

import pandas as pd
import pytest

from mubiao.charts.dots import _bounds


@pytest.mark.parametrize(
    ("other", "align"),
    [
        pytest.param(5.3, "right", id="a dot stands where the sign would"),
        pytest.param(6.0, "left", id="the dot is far enough away"),
        pytest.param(5.0, "left", id="the dot stands under the mark"),
        pytest.param(4.9, "left", id="the dot stands to the left"),
    ],
)
def test_the_sign_of_a_bound_gives_way_to_another_mark(other: float, align: str) -> None:
    drawn = pd.DataFrame([{"line": 1, "drawn": 5.0, "bound": "≥"}, {"line": 1, "drawn": other, "bound": ""}, {"line": 2, "drawn": 5.1, "bound": ""}])
    (sign,) = _bounds(drawn, 40, {})
    assert sign.to_dict()["mark"]["align"] == align
