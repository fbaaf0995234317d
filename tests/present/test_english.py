"""Figures in English: the number, its bound and its unit are told anew; what has no number stays in the words of the source."""

from __future__ import annotations

from typing import Any

import pytest

from mubiao.lexicon.loader import load
from mubiao.present.cells import COUNTED, english_unit, number, said


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (1_714_660_000_000, "元", "1,714.66 billion yuan"),
        (2_000_000_000_000, "元", "2 trillion yuan"),
        (12_345_678, "人", "12,345,678 people"),
        (15_000, "套", "15,000"),
        (1_490_000, "头", "1.49 million"),
        (1, "户", "1 household"),
        (-0.5, "%", "-0.5%"),
        (0.5, "百分点", "0.5 points"),
        (1300, "元/月", "1,300 yuan/month"),
    ],
)
def test_a_value_has_the_magnitude_and_unit_that_are_written_in_english(value: float, unit: str, told: str) -> None:
    assert number(value, unit, "en") == told


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        ({"value": 5.0, "value_high": 5.5, "unit": "%", "text": "5%-5.5%"}, "5% to 5.5%"),
        ({"value": 5e9, "unit": "美元", "comparator": "ge", "modifier": "以上", "text": "50亿美元以上"}, "at least 5 billion US dollars"),
        ({"value": 6000.0, "unit": "场", "comparator": "approx", "modifier": "多", "text": "6000多场"}, "just over 6,000"),
        ({"value": -0.5, "unit": "%", "text": "-0.5%"}, "-0.5%"),
        ({"value": -3.0, "unit": "%", "comparator": "le", "modifier": "控制在…以内", "text": "3%以内"}, "down at most 3%"),
        ({"value": None, "text": "与经济增长同步", "reference": "经济增长"}, "in step with economic growth"),
        ({"value": None, "text": "继续缩小", "reference": "继续缩小"}, "narrow further"),
        ({"value": None, "text": "快于岛上渔业", "reference": "岛上渔业"}, "快于岛上渔业"),  # in no table
    ],
)
def test_a_cell_tells_the_bound_in_english(figure: dict[str, Any], told: str) -> None:
    assert said({f"plan_{name}": value for name, value in figure.items()}, "plan", "en") == told


def test_every_unit_has_an_english_name_or_only_counts() -> None:
    units = {unit.name for unit in load().units.values() if unit.dimension != COUNTED and not unit.name.isascii()}
    unnamed = sorted(name for name in units if english_unit(name) == name and name not in "%‰‱")
    assert unnamed == [], "name each in present/labels.toml, table [unit]"
