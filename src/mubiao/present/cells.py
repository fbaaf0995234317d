"""Numbers and cells as people write them: 20万人, 6%左右, 高于规上工业2个百分点."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from mubiao.lexicon.bounds import SIGNS
from mubiao.lexicon.loader import load
from mubiao.present.labels import codes, en, zh

SIDES = ("plan", "result", "next")  # of a row of the comparison
ENGLISH_MAGNITUDES = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6))
COUNTED = "count"  # the dimension of 家, 个, 座: classifiers, of which English has none
CLOSE = ("%", "‰", "‱")  # signs that stand right behind their number


def number(value: float, unit: str | None, language: str = "zh") -> str:
    """A value in its unit with the magnitude that people write.

    >>> number(200000, "人"), number(300000000000, "元"), number(5.5, "%")
    ('20万人', '3000亿元', '5.5%')
    >>> number(1100000, "人", "en"), number(300000000000, "元", "en"), number(8800, "家", "en"), number(22, "微克/立方米", "en")
    ('1.1 million people', '300 billion yuan', '8,800', '22 µg/m³')
    """
    exact = Decimal(str(value))
    fitting = ((word, exact / worth) for word, worth in magnitudes(language) if abs(exact) >= worth and (exact / worth) == round(exact / worth, 4))
    word, told = next(fitting, ("", exact))
    if language == "zh":
        return f"{_digits(told)}{word}{unit or ''}"
    named = english_unit(unit or "", is_one=exact == 1)
    parts = [f"{_digits(told, ',')}", word, named]
    return "".join(parts) if named in CLOSE else " ".join(filter(None, parts))


def english_unit(unit: str, is_one: bool = False) -> str:
    """What a unit is called in English; "" for what only counts, the unit itself where it has no English name.

    >>> english_unit("人"), english_unit("户", is_one=True), english_unit("元/月"), english_unit("家"), english_unit("寻")
    ('people', 'household', 'yuan/month', '', '寻')
    """
    first, *per = [unit] if unit.startswith("/") else unit.split("/")  # 8.5/10万 deaths have nothing in front of the stroke
    known = load().units.get(first)
    named = en("unit", first)
    if named == first and known and known.dimension == COUNTED:
        named = ""
    one, _, many = named.partition("|")
    return "/".join([one if is_one or not many else many, *(en("unit", part).partition("|")[0] for part in per)])


@lru_cache(maxsize=2)
def magnitudes(language: str) -> Sequence[tuple[str, int]]:
    """亿 and 万, or billion and million: the magnitudes that tables of figures use, the largest first."""
    if language == "en":
        return ENGLISH_MAGNITUDES
    found = load().numerals["magnitude"]
    return sorted(((word, worth) for word, worth in found.items() if worth >= 10_000), key=lambda item: -item[1])


def _digits(value: Decimal, thousands: str = "") -> str:
    text = f"{round(value, 4):{thousands}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def said(row: Mapping[str, Any], side: str, language: str = "zh") -> str:
    """What a row of ``plan_result_next`` says on one side, or why it says nothing.

    Args:
        row: a row of the view, as a mapping from column to value.
        side: plan, result or next.
        language: zh as the source writes it, en with the number, its bound and unit in English, and in the words of labels.toml what is
            measured against something else; what these do not know stays in the words of the source.

    >>> floor = {"plan_value": 6.0, "plan_unit": "%", "plan_text": "6%左右", "plan_comparator": "approx", "plan_modifier": "左右"}
    >>> said(floor, "plan"), said(floor, "plan", "en")
    ('6%左右', 'about 6%')
    >>> fall = {"plan_value": -3.0, "plan_unit": "%", "plan_text": "3%以上", "plan_comparator": "ge", "plan_modifier": "以上"}
    >>> said(fall, "plan"), said(fall, "plan", "en")
    ('降3%以上', 'down at least 3%')
    >>> change = {"plan_value": 2.0, "plan_unit": "百分点", "plan_text": "2个百分点", "plan_reference": "规上工业", "measure": "change"}
    >>> said(change, "plan"), said(change, "plan", "en")
    ('高于规上工业2个百分点', '2 points above industry above designated size')
    >>> step = {"plan_text": "与经济增长同步", "plan_reference": "经济增长", "measure": "relative"}
    >>> said(step, "plan"), said(step, "plan", "en")
    ('与经济增长同步', 'in step with economic growth')
    >>> first = {"plan_value": 0.0, "plan_unit": "家", "plan_text": ">0家", "plan_comparator": "gt"}
    >>> said(first, "plan"), said(first, "plan", "en")
    ('实现零的突破', 'at least one')
    >>> span = {"plan_value": 5.0, "plan_value_high": 5.5, "plan_unit": "%"}
    >>> said(span, "plan"), said(span, "plan", "en")
    ('5—5.5%', '5% to 5.5%')
    >>> estimate = {"result_value": 5.1, "result_unit": "%", "result_status": "estimate"}
    >>> said(estimate, "result"), said(estimate, "result", "en")
    ('5.1% (预计)', '5.1% (estimate)')
    >>> said(estimate | {"result_corrected": "value: 51 -> 5.1 (Li, 2026-03-02: misprint)"}, "result")
    '5.1% (预计, 经更正)'
    """
    label = en if language == "en" else zh
    missing = _get(row, f"{side}_missing")
    value = _get(row, f"{side}_value")
    if missing and value is None:
        return f"({label('missing', missing)})"
    if value == 0 and _get(row, f"{side}_comparator") == "gt" and _is_counted(_get(row, f"{side}_unit")):
        text = label("sign", "first")
    else:
        text = _in_english(row, side, value) if language == "en" else _as_written(row, side, value)
    told = [label("status", status) for status in (_get(row, f"{side}_status"), "corrected" if _get(row, f"{side}_corrected") else None) if status]
    return f"{text} ({', '.join(told)})" if told else text


def _as_written(row: Mapping[str, Any], side: str, value: float | None) -> str:
    text, modifier = _get(row, f"{side}_text"), _get(row, f"{side}_modifier")
    if text is None:
        sign = "" if modifier else SIGNS.get(_get(row, f"{side}_comparator") or "", "")  # 以上 says what ≥ would say again
        text = "" if value is None else sign + _between(value, _get(row, f"{side}_value_high"), _get(row, f"{side}_unit"))
    text = _with_bound(text, modifier)
    if (value or 0) < 0 and not _is_signed(text):
        text = zh("sign", "fall") + text
    reference = _get(row, f"{side}_reference")
    if reference and _get(row, "measure") == "change":
        text = zh("sign", "below" if (value or 0) < 0 else "above") + reference + text.removeprefix(zh("sign", "fall"))
    return str(text)


def _between(value: float, high: float | None, unit: str | None) -> str:
    """A number without its sign, or the two of a range: 5—5.5%, 20万—25万人."""
    return number(abs(value), unit) if high is None else f"{number(abs(value), None)}—{number(abs(high), unit)}"


def _in_english(row: Mapping[str, Any], side: str, value: float | None) -> str:
    reference = _get(row, f"{side}_reference")
    if value is None:
        return _relative_in_english(_as_written(row, side, value), reference or "")
    comparator, modifier, unit = (_get(row, f"{side}_{name}") for name in ("comparator", "modifier", "unit"))
    high, is_signed = _get(row, f"{side}_value_high"), _is_signed(_get(row, f"{side}_text") or "")
    text = " to ".join(number(end if is_signed else abs(end), unit, "en") for end in (value, high) if end is not None)
    if modifier in codes("modifier"):
        text = f"{en('modifier', modifier)} {text}"
    elif comparator in SIGNS:
        text = f"{en('comparator', comparator)} {text}"
    if reference and _get(row, "measure") == "change":
        return f"{text} {en('sign', 'below' if value < 0 else 'above')} {en('reference', reference)}"
    return f"{en('sign', 'fall')} {text}" if value < 0 and not is_signed else text


def _relative_in_english(text: str, reference: str) -> str:
    """A target without a number, as the labels tell it; in its own words where they do not know all of it."""
    pattern = text if text == reference else text.replace(reference, "{}", 1)
    if pattern not in codes("relative") or ("{}" in pattern and reference not in codes("reference")):
        return text
    return en("relative", pattern).format(en("reference", reference))


def _is_signed(text: str) -> bool:
    return "-" in text or "−" in text


def _is_counted(unit: str | None) -> bool:
    known = load().units.get(unit or "")
    return known is not None and "counted" in known.traits


def _with_bound(text: str, modifier: str | None) -> str:
    """172万亩, whose 以上 stands behind the last item of its list."""
    missing = [part for part in (modifier or "").split("…") if part and part not in text]
    if not missing:
        return text
    return text + missing[-1] if missing[-1] in load().bounds["after"] else missing[0] + text


def _get(row: Mapping[str, Any], name: str) -> Any:
    """A value, None where the column is missing or empty (pandas writes NaN for that)."""
    value = row.get(name)
    return None if value is None or value != value else value
