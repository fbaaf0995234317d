"""Labels, heads of columns and titles that tell who answers for a task: 牵头单位:, 责任单位, 责任分解."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mubiao.lexicon.affix import Affixes, pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load

LONGEST_HEAD = 12  # characters of a head that is known by its last word only
_BELOW = ("lead_below", "support_below")
LONGEST_TITLE = 40  # characters; with 20, tasks and with them 437 of 2,186 rows are parted otherwise (docs/thresholds.csv)


@lru_cache(maxsize=1)
def label() -> re.Pattern[str]:
    """A label with its colon: 牵头单位:, 责任单位(列第一位的为牵头单位):."""
    words = load().words["duties"]
    groups = "|".join(f"(?P<{kind}>{pattern(words[kind])})" for kind in ("lead", "support", "official", "deadline"))
    short = "|".join(f"(?P<{kind}>{pattern(words[kind])})" for kind in _BELOW)  # 牵头:市发改委, which may end other words
    return re.compile(rf"(?:{groups}|(?<![\u4e00-\u9fff])(?:{short}))(?:\([^()]*\))?\s*:\s*")


@lru_cache(maxsize=1)
def kinds_by_head() -> dict[str, str]:
    """Head of a table column -> its kind."""
    return load().table("duties", "lead", "support", "official", "deadline", "number", "task", "content", "other")


@lru_cache(maxsize=1)
def _head_ends() -> Affixes:
    return Affixes(kinds_by_head())


def kind_by_end(head: str) -> str:
    """What a column holds by the word that its head ends with; "" where nobody knows.

    >>> kind_by_end("市直牵头单位"), kind_by_end("乡镇配合单位"), kind_by_end("排名")
    ('lead', 'support', '')
    """
    word = _head_ends().tail(head, 0, len(head)) if len(head) <= LONGEST_HEAD and not expression("no_head_of_duties").search(head) else None
    return kinds_by_head()[word] if word else ""


@lru_cache(maxsize=1)
def _short() -> dict[str, str]:
    return load().table("duties", *_BELOW)


def kind_below(head: str) -> str:
    """What a column holds whose head stands below one of units: 牵头 and 配合 below 责任单位.

    >>> kind_below("配合"), kind_below("排名")
    ('support', '')
    """
    return _short().get(head, "").removesuffix("_below")


def beside(kinds: Sequence[str], heads: Sequence[str]) -> list[str]:
    """Kinds of columns or labels, where one that holds for all units (责任单位) stands beside one that leads: then it tells who helps.

    >>> beside(["task", "lead", "lead"], ["重点任务", "牵头单位", "责任单位"]), beside(["task", "lead"], ["重点任务", "责任单位"])
    (['task', 'lead', 'support'], ['task', 'lead'])
    """
    shared = load().words["duties"]["shared"]
    names = [head.partition("(")[0] for head in heads]
    if not any(kind == "lead" and name not in shared for kind, name in zip(kinds, names, strict=True)):
        return list(kinds)
    return ["support" if kind == "lead" and name in shared else kind for kind, name in zip(kinds, names, strict=True)]


@lru_cache(maxsize=1)
def _titles() -> re.Pattern[str]:
    words = load().words["doctypes"]
    return re.compile(rf"{pattern(words['task_breakdown'] | words['livelihood_projects'])}[^。,;:]*$")


def is_title(text: str) -> bool:
    """Whether a line can be the title of a list of tasks.

    >>> is_title("2024年鄞州区民生实事项目责任分解")
    True
    """
    return len(text) <= LONGEST_TITLE and _titles().search(text) is not None
