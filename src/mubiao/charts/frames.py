"""Rows of frames, and figures of one series on one scale."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from mubiao.lexicon.bounds import SIGNS
from mubiao.lexicon.loader import load
from mubiao.present.cells import said
from mubiao.present.labels import codes, en, zh

JUDGED = ("missed", "near", "met")  # verdicts that say something, the worst first
PERCENTAGE = "percentage"  # dimension of % and ‰
TURNED = str.maketrans("≥>≤<", "≤<≥>")  # 下降3%以上 is at most −3


def by_theme(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows in the order of themes and then of indicators; those without a theme are of the theme other."""
    order = {code: place for place, code in enumerate(codes("theme"))}
    themed = frame.assign(theme=frame["theme"].fillna("other"))
    return themed.sort_values(["theme", "indicator"], key=lambda column: column.map(order) if column.name == "theme" else column, kind="stable")


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame as mappings from column to value."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def name_of(row: Mapping[str, Any]) -> str:
    """An indicator with what tells it from its namesakes: running total, kind of work, and growth for rates of growth.

    >>> name_of({"indicator": "高新技术企业", "measure": "amount", "cumulative": True, "activity": None})
    '高新技术企业(累计)'
    """
    told = [zh(kind, code) for kind, code in _told_apart_by(row)]
    return f"{row['indicator']}({'、'.join(told)})" if told else str(row["indicator"])


def english_of(row: Mapping[str, Any], name: str) -> str:
    """The same in English.

    Args:
        name: of the indicator, in English.

    >>> english_of({"measure": "growth", "cumulative": False, "activity": None}, "Gross regional product")
    'Gross regional product (growth)'
    """
    told = [en(kind, code) for kind, code in _told_apart_by(row)]
    return f"{name} ({', '.join(told)})" if told else name


def _told_apart_by(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What tells an indicator from its namesakes: kinds and codes of labels."""
    activity = value_of(row, "activity")
    return [
        *([("measure", "growth")] if row["measure"] == "growth" else []),
        *([("flow", "cumulative")] if row["cumulative"] else []),
        *([("activity", str(activity))] if activity else []),
    ]


def spoken(told: Mapping[str, Any], language: str = "zh") -> str:
    """One value outside of a comparison.

    Args:
        told: value, value_high, unit, comparator, modifier, and perhaps status and corrected.
        language: zh or en.

    >>> spoken({"value": 10000, "unit": "个", "comparator": "ge", "modifier": "以上"})
    '1万个以上'
    """
    return said({f"own_{name}": value for name, value in told.items()}, "own", language)


def bound_of(row: Mapping[str, Any], prefix: str) -> str:
    """The sign beside the mark of a value that is a bound or about a number, as it holds on the axis; "" for the number itself.

    Args:
        prefix: of its columns.

    >>> bound_of({"plan_value": 6.0, "plan_comparator": "approx"}, "plan_"), bound_of({"value": -3.0, "comparator": "ge"}, "")
    ('≈', '≤')
    """
    sign = SIGNS.get(value_of(row, f"{prefix}comparator") or "", "")
    return sign.translate(TURNED) if (value_of(row, f"{prefix}value") or 0) < 0 else sign


def far_end(row: Mapping[str, Any], prefix: str, drawn: float) -> float | None:
    """Where the other end of a range stands on an axis on which its value stands at ``drawn``; None where there is none.

    >>> far_end({"plan_value": 5.0, "plan_value_high": 5.5}, "plan_", 100.0)
    110.0
    """
    own, high = row[f"{prefix}value"], value_of(row, f"{prefix}value_high")
    return round(drawn * high / own, 6) if high and own else None


def value_of(row: Mapping[str, Any], name: str) -> Any:
    """A value, None where the column is missing or empty (pandas writes NaN or NA for that) or a list holds nothing."""
    value = row.get(name)
    if value is None or value is pd.NA or (hasattr(value, "tolist") and not len(value)):
        return None
    return value if hasattr(value, "__len__") or value == value else None


def signed(value: float, unit: str) -> str:
    """A difference with its sign, to one decimal for percent and two for points.

    >>> signed(-0.6, ""), signed(11.1111, "%")
    ('−0.6', '+11.1%')
    """
    rounded = round(value, 1 if unit else 2)
    return f"{rounded:+g}{unit}".replace("-", "−") if rounded else f"0{unit}"


def on_scale(value: float, unit: str | None) -> float:
    """A value in the reference unit of its dimension: what the column figure of the views holds.

    >>> on_scale(2, "公里"), on_scale(6, "‰")
    (2000.0, 0.6)
    """
    known = load().units.get(unit or "")
    return float(Decimal(str(value)) * Decimal(str(known.factor if known else 1)))


def dimension(unit: str | None) -> str:
    """Dimension of a unit (percentage, area, count …); the unit itself where the lexicon has none for it."""
    known = load().units.get(unit or "")
    return known.dimension if known else unit or ""
