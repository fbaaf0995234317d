"""What verbs and names tell of what is counted: new or all there is, and for building work begun, finished or renewed."""

from __future__ import annotations

import re
from functools import lru_cache

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load

KINDS = ("started", "continued", "finished", "renewed", "built")


@lru_cache(maxsize=1)
def kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """One expression for each kind."""
    return tuple((kind, re.compile(pattern(load().words["actions"][kind]))) for kind in KINDS)


@lru_cache(maxsize=4096)
def activity(words: str) -> str | None:
    """started, finished or renewed; mixed for what is begun and finished together; extended for what is built new and
    renewed, or built new and gone on with, together; None for other words.

    What is built new has no kind of its own: it is the plain case that a plan of 新建 and a result of 建成 share.

    >>> activity("改扩建"), activity("新改扩建"), activity("新建、改扩建"), activity("新(改)建"), activity("新、改、扩建")
    ('renewed', 'extended', 'extended', 'extended', 'extended')
    >>> activity("建成和开工建设"), activity("新建和改造提升"), activity("建设改造"), activity("更新改造"), activity("新建"), activity("新建续建")
    ('mixed', 'extended', 'extended', 'renewed', None, 'extended')
    >>> activity("城市建成区停车泊位"), activity("职业技能提升培训")
    (None, None)
    """
    words = expression("verbs_cut_short").sub("", expression("no_work").sub(" ", words))
    spans = {kind: [match.span() for match in expression.finditer(words)] for kind, expression in kinds()}
    # The 新改 of 更新改造 stands inside a word for renewing.
    spans["built"] = [(start, end) for start, end in spans["built"] if not any(low < start and end <= high for low, high in spans["renewed"])]
    found = {kind for kind, places in spans.items() if places}
    if "started" in found:
        return "mixed" if "finished" in found else "started"
    if "continued" in found:
        return "mixed" if "finished" in found else "extended" if "built" in found else "started"
    if "renewed" in found:
        return "extended" if "built" in found else "renewed"
    return "finished" if "finished" in found else None


def begun(phrase: str) -> str | None:
    """started where a phrase ends with it (老旧小区改造|开工), whatever the thing itself is called."""
    return "started" if _how_far(phrase) == "started" else None


def _how_far(phrase: str) -> str | None:
    """What a phrase ends with of how far the work came: 重点项目|建成投产."""
    tail = expression("done_behind").search(phrase)
    return activity(tail[0]) if tail else None


def worked_on(behind: str) -> str | None:
    """What is done to a thing where a verb and its noun say so behind it: 对2000套公租房|进行维修改造.

    >>> worked_on("进行维修改造"), worked_on("实施了更新改造"), worked_on("进行复耕"), worked_on("")
    ('renewed', 'renewed', None, None)
    """
    told = expression("work_told_behind").match(behind)
    return activity(told["done"]) if told else None


def gone(behind: str) -> str | None:
    """How far things came, where that stands behind them: 30个省级重点项目|全部开工.

    >>> gone("全部开工"), gone("建成投用、25个项目竣工"), gone("扎实推进"), gone("开工建设安置住房"), gone("")
    ('started', 'finished', None, None, None)
    """
    told = _done().match(behind)
    return activity(told[0]) if told and expression("told_alone").match(behind, told.end()) else None


def done_to(phrase: str, known: str) -> str | None:
    """What is done to a thing by the name of its indicator, by its own words where it has none or that name tells of several kinds.

    >>> done_to("小区改造", "城镇老旧小区改造"), done_to("竣工项目", "开工和竣工项目"), done_to("在建工程", "")
    ('renewed', 'finished', 'started')
    >>> done_to("重点项目建成投产", "重点项目")
    'finished'
    """
    named = activity(known or phrase)
    return activity(phrase) if named == "mixed" else named or _how_far(phrase)


def verb_kind(action: str, kind: str, phrase: str, behind: str) -> str | None:
    """What the words around a number say of it: add, make, change, reach; None where they leave open whether it came new.

    Args:
        action: the verb as written.
        kind: what the grammar knows of it, "" for nothing.
        phrase: the thing; what is named after an activity is done (农牧民转移就业66万人).
        behind: what follows number and thing in the clause (7家国家区域医疗中心|基本建成).

    >>> verb_kind("实现新增", "make", "煤炭产能", ""), verb_kind("首次站上", "", "高新技术企业", "")
    ('add', 'reach')
    >>> verb_kind("", "", "国家区域医疗中心", "基本建成"), verb_kind("", "", "高新技术企业", "")
    ('make', None)
    """
    words = load().words["actions"]
    if kind == "make" and any(word in action for word in words["add"]):
        return "add"
    if kind:
        return kind
    if action.endswith(tuple(load().words["comparable"]["reaching"])):
        return "reach"
    if action in words["make"]:
        return "make"
    done = phrase.endswith(_deeds()) or expression("done_behind").search(phrase) or _done().match(behind)
    return "make" if done else None


@lru_cache(maxsize=1)
def _deeds() -> tuple[str, ...]:
    """Words for what is done, which end the name of it."""
    words = load().words["actions"]
    return tuple(sorted(words["activity"] | words["activity_of"] | words["renewed"]))


@lru_cache(maxsize=1)
def _done() -> re.Pattern[str]:
    """How things went, perhaps behind an adverb."""
    words = load().words
    return re.compile(
        rf"(?:{pattern(words['modifiers']['adverb'])}){{0,2}}(?:{pattern(words['actions']['progress'] | words['actions']['finished'])})+"
    )
