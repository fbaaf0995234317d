"""Lines and brackets that say who is responsible: 牵头单位:市发改局,配合单位:市经信局."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression, patterns
from mubiao.lexicon.loader import load
from mubiao.outline import unit_names
from mubiao.outline.duty_labels import beside, label
from mubiao.outline.unit_names import Told

TITLES = re.compile(r"[、,\s]+")
SPREAD = re.compile(r"(?<=(?<![\u4e00-\u9fff])[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff](?![\u4e00-\u9fff]))")  # 李 四, set as wide as three
COLON = ":"
AROUND = " ,;。、"
OPENING, CLOSING = "([【", ")]】"
BEHIND_SENTENCE = "。;"


@dataclass(slots=True)
class Duty:
    """Who answers for a task, as written."""

    lead_units: list[str] = field(default_factory=list)
    support_units: list[str] = field(default_factory=list)
    support_text: str | None = None
    officials: list[str] = field(default_factory=list)
    deadline: str | None = None


def duty_at(text: str) -> tuple[int, int] | None:
    """Where a line's duties begin and what they are: 0 for a line of labels, also a numbered one ((一)责任领导:), later for a bracket or a
    label at its end, None.

    Without a label, units say at the end of a line what they do: (市建设局牵头,市财政局配合).
    """
    if COLON not in text:
        return _unlabelled_at(text)
    if match := label().match(text, len(text) - len(without_number(text))):
        return 0, match.start()
    for match in label().finditer(text):
        before = text[match.start() - 1]
        if before in OPENING:
            return match.start() - 1, match.start()
        if before in BEHIND_SENTENCE:
            return match.start(), match.start()
    return None


def _unlabelled_at(text: str) -> tuple[int, int] | None:
    begin = max(text.rfind(sign, 0, len(text) - len(CLOSING)) for sign in (*OPENING, *BEHIND_SENTENCE)) + 1
    end = text.rstrip(BEHIND_SENTENCE)
    opened = begin > 0 and text[begin - 1] in OPENING
    if opened != end.endswith(tuple(CLOSING)) or not unit_names.is_duty(end[begin:].rstrip("".join(CLOSING))):
        return None
    return begin - opened, begin


def end_of(text: str, start: int) -> int:
    """Where the duties of a line end: those of a bracket behind its closing mark, where more than other duties is told behind it.

    >>> end_of("(责任单位:城管局)(配合单位:住建局)", 1)
    20
    >>> text = "打造游园9个。(责任单位:城管局(园林处))。新建绿道5公里。"
    >>> text[end_of(text, 8):]
    '新建绿道5公里。'
    """
    opened = start > 0 and text[start - 1] in OPENING
    depth = 1
    for at in range(start, len(text) if opened else start):
        depth += (text[at] in OPENING) - (text[at] in CLOSING)
        if not depth:
            behind = text[at + 1 :].lstrip(AROUND)
            more = duty_at(behind)
            return len(text) - len(behind) + (end_of(behind, more[1]) if more and not more[0] else 0)
    return len(text)


def first_leads_in(text: str) -> bool:
    """Whether a text says that the first of the units that it names leads the others.

    >>> first_leads_in("责任单位(列第一位的为牵头单位)"), first_leads_in("责任单位")
    (True, False)
    """
    return patterns("duties")["first_leads"].search(text) is not None


def kinds(text: str) -> set[str]:
    """What the labels of a line tell: lead, support, official, deadline.

    >>> sorted(kinds("牵头单位:市发改委,完成时限:12月底"))
    ['deadline', 'lead']
    """
    return {(match.lastgroup or "").removesuffix("_below") for match in label().finditer(text)}


def without_number(text: str) -> str:
    """(二)|牵头单位:市发改委: a line without the number of its item."""
    numbered = expression("item_opening").match(text)
    return text[numbered.end() :] if numbered else text


def is_of_labels(text: str) -> bool:
    """Whether a line begins with a label."""
    return label().match(without_number(text)) is not None


def is_bare(text: str) -> bool:
    """Whether a line is a label without its value."""
    return label().fullmatch(without_number(text)) is not None


def duty_of(text: str, first_leads: bool = False, duty: Duty | None = None) -> Duty:
    """Read the labels of a line or bracket, or units that say what they do without one.

    Args:
        first_leads: the document says that the first of the 责任单位 leads.
        duty: what is known already, to which the labels add.
    """
    duty = duty or Duty()
    found = list(label().finditer(text))
    if not found:
        share(duty, "lead", _balanced(text.strip(AROUND)))
    labels = [match[match.lastgroup or 0] for match in found]
    kinds = beside([(match.lastgroup or "").removesuffix("_below") for match in found], labels)
    for index, (match, kind) in enumerate(zip(found, kinds, strict=True)):
        value = text[match.end() : found[index + 1].start() if index + 1 < len(found) else len(text)]
        give(duty, kind, _balanced(value.strip(AROUND)), match[0], first_leads)
    return duty


def give(duty: Duty, kind: str, value: str, head: str = "", first_leads: bool = False) -> None:
    """Take in what stands behind a label or in a column.

    Args:
        head: the label or the head of the column, which may say that the first of its units leads.
    """
    if unit_names.is_blank(value):
        return
    if kind in ("lead", "support"):
        if when := expression("deadline_behind_units").search(value):  # 责任单位:市住建局,2024年11月底前完成
            duty.deadline, value = duty.deadline or when["when"], value[: when.start()]
        shared = head.startswith(tuple(load().words["duties"]["shared"]))
        share(duty, kind, value, shared and (first_leads or first_leads_in(head)))
    elif kind == "official":
        duty.officials = [*duty.officials, *(name for name in _people(value) if name not in duty.officials)]
    else:
        duty.deadline = value


def _people(text: str) -> list[str]:
    """The officials of a cell; none where it tells something else, or nobody knows where a name ends (陆 明俞 悦).

    >>> _people("张三、李 四"), _people("已完成。新增学位3000个。"), _people("陆 明俞 悦")
    (['张三', '李四'], [], [])
    """
    found = [name for name in TITLES.split(SPREAD.sub("", text)) if name]
    return found if unit_names.can_name(text) and all(len(name) > 1 for name in found) else []


def share(duty: Duty, kind: str, text: str, first_leads: bool = False) -> None:
    """Take in the units of a column or behind a label.

    Args:
        kind: lead or support, of those of which the text says neither.
        first_leads: of those the first leads, the others help.
    """
    found = unit_names.told(text)
    if not found.says and kind == "lead" and first_leads:
        found = Told(found.others[:1], found.others[1:])
    elif kind == "lead" and not found.lead:
        found = Told(found.others, found.support)
    support = [*found.support, *found.others]
    duty.lead_units = [*duty.lead_units, *(name for name in found.lead if name not in duty.lead_units)]
    if support:
        written = text if kind == "support" and not found.says else "、".join(support)
        duty.support_text = "; ".join(dict.fromkeys(filter(None, [duty.support_text, written])))
        duty.support_units = [*duty.support_units, *(name for name in support if name not in duty.support_units)]


def _balanced(text: str) -> str:
    """Drop the closing bracket that belongs to the bracket around the labels."""
    for opening, closing in zip(OPENING, CLOSING, strict=True):
        while text.count(closing) > text.count(opening) and text.endswith(closing):
            text = text[:-1]
    return text


def official_of_heading(text: str) -> str | None:
    """The official that a heading names: 胡海达常务副市长负责主抓工作 -> 胡海达."""
    match = _heading_of_official().match(text)
    return match["name"] if match and match["name"] not in load().words["duties"]["title"] else None


@lru_cache(maxsize=1)
def _heading_of_official() -> re.Pattern[str]:
    words = load().words["duties"]
    title = pattern(words["title"])
    return re.compile(rf"^(?P<front>(?:{title})+)?(?P<name>[\u4e00-\u9fff·]{{2,5}}?)(?P<back>(?:{title})+)?{pattern(words['duty'])}")
