"""Numbers and cells as people write them: 20万人, 6%左右, 高于规上工业2个百分点."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from mubiao.lexicon.loader import load
from mubiao.present.labels import en, zh

HAN = re.compile("[\u3400-\u9fff]")
SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "≈"}


def number(value: float, unit: str | None) -> str:
    """A value in its unit with the magnitude that people write.

    >>> number(200000, "人"), number(300000000000, "元"), number(5.5, "%")
    ('20万人', '3000亿元', '5.5%')
    """
    exact = Decimal(str(value))
    for word, worth in _magnitudes():
        if abs(exact) >= worth and (exact / worth) == round(exact / worth, 4):
            return f"{_plain(exact / worth)}{word}{unit or ''}"
    return f"{_plain(exact)}{unit or ''}"


@lru_cache(maxsize=1)
def _magnitudes() -> list[tuple[str, int]]:
    """亿 and 万: the magnitudes that tables of figures use."""
    found = load().numerals["magnitude"]
    return sorted(((word, worth) for word, worth in found.items() if worth >= 10_000), key=lambda item: -item[1])


def _plain(value: Decimal) -> str:
    text = f"{round(value, 4):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def said(row: Mapping[str, Any], side: str, language: str = "zh") -> str:
    """What a row of ``plan_result_next`` says on one side, or why it says nothing.

    Args:
        row: a row of the view, as a mapping from column to value.
        side: plan, result or next.
        language: of what is added to the words of the source (预计, estimate); zh or en.

    >>> said({"plan_value": 6.0, "plan_unit": "%", "plan_text": "6%左右", "plan_comparator": "approx", "plan_modifier": "左右"}, "plan")
    '6%左右'
    >>> said({"plan_value": -3.0, "plan_unit": "%", "plan_text": "3%以上", "plan_comparator": "ge", "plan_modifier": "以上"}, "plan")
    '降3%以上'
    >>> change = {"plan_value": 2.0, "plan_unit": "百分点", "plan_text": "2个百分点", "plan_reference": "规上工业", "measure": "change"}
    >>> said(change, "plan"), said(change, "plan", "en")
    ('高于规上工业2个百分点', '高于规上工业2个百分点')
    >>> estimate = {"result_value": 5.1, "result_unit": "%", "result_status": "estimate"}
    >>> said(estimate, "result"), said(estimate, "result", "en")
    ('5.1% (预计)', '5.1% (estimate)')
    >>> said(estimate | {"result_corrected": "value: 51 -> 5.1 (Li, 2026-03-02: misprint)"}, "result")
    '5.1% (预计, 经更正)'
    """
    label = en if language == "en" else zh

    def sign(code: str, words: str) -> str:
        return (zh if HAN.search(words) else label)("sign", code)  # words of a source stay in their language as a whole

    missing = _get(row, f"{side}_missing")
    value, text = _get(row, f"{side}_value"), _get(row, f"{side}_text")
    if missing and value is None:
        return f"({label('missing', missing)})"
    if text is None:
        text = "" if value is None else SIGNS.get(_get(row, f"{side}_comparator") or "", "") + number(abs(value), _get(row, f"{side}_unit"))
    text = _with_bound(text, _get(row, f"{side}_modifier"))
    if (value or 0) < 0 and "-" not in text and "−" not in text:
        text = sign("fall", text) + text
    reference = _get(row, f"{side}_reference")
    if reference and _get(row, "measure") == "change":
        below = (value or 0) < 0
        text = sign("below" if below else "above", reference) + reference + text.removeprefix(sign("fall", text))
    told = [label("status", status) for status in (_get(row, f"{side}_status"), "corrected" if _get(row, f"{side}_corrected") else None) if status]
    return f"{text} ({', '.join(told)})" if told else text


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
