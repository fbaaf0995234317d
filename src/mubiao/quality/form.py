"""What is never right in an indicator, known by its form alone: no word list, no look at the document."""

from __future__ import annotations

import re

PAIRS = (("（(", "）)"), ("“", "”"), ("《", "》"), ("‘", "’"))
BAR = re.compile(r"[|｜\t\n]")
ITEM = re.compile(r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、]")
QUANTITY = re.compile(r"\d(?:\.\d+)?(?:万|亿|万亿)?(?:%|％|元|人次|户|家|个百分点|人(?!制|均))")


def malformed(indicator: str) -> frozenset[str]:
    """The faults that an indicator shows: bar, item (a number in front), half (of a pair of marks), quantity (another row's number).

    >>> sorted(malformed("（2）残疾人、40万人"))
    ['item', 'quantity']
    >>> sorted(malformed("民族团结进步示范村（社区"))
    ['half']
    """
    text = indicator.strip()
    found = {
        "bar": BAR.search(text),
        "item": ITEM.match(text),
        "half": any(_count(text, opening) != _count(text, closing) for opening, closing in PAIRS),
        "quantity": QUANTITY.search(text),
    }
    return frozenset(name for name, there in found.items() if there)


def _count(text: str, marks: str) -> int:
    return sum(text.count(mark) for mark in marks)
