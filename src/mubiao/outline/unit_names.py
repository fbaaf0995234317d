"""Names of units as lists of duties write them, bare of what says whether they lead or help: 市建设局牵头,市财政局、市民政局配合."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.read.flat_lines import ends_of_units

MARK = re.compile(r"[、,;\s]+")
BRACKETS = re.compile(r"\([^()]*\)")
NONE = re.compile(r"[-—–―_/\\…·.*]{1,6}")  # what a cell holds that holds nothing
AROUND = "。;, "
ROLES = ("lead", "lead_below", "jointly", "support", "support_below", "answers")
LONGEST, SHORTEST = 20, 3  # characters of a name; 政府 and 部门 name none


@dataclass(slots=True)
class Told:
    """The units of a text: those that it says lead, those that it says help, and those of which it says neither."""

    lead: list[str] = field(default_factory=list)
    support: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    says: bool = False  # whether a word behind a name says that it answers for something

    @property
    def all(self) -> list[str]:
        return [*self.lead, *self.others, *self.support]


def is_blank(text: str) -> bool:
    """Whether a cell says that there is nobody and nothing.

    >>> is_blank("——"), is_blank("无"), is_blank("市发改委")
    (True, True, False)
    """
    return NONE.fullmatch(text) is not None or text in load().words["duties"]["nobody"]


def can_name(text: str) -> bool:
    """Whether a cell can name units or officials: it tells no number, no sentence and no label.

    >>> can_name("张三、李四"), can_name("已完成。新增学位3000个。"), can_name("分享到:")
    (True, False, False)
    """
    return not expression("digit").search(text) and not text.endswith(":") and "。" not in text.rstrip(AROUND)


def names(text: str) -> list[str]:
    """The parts of a text between 、 or spaces; brackets inside a name stay (市委组织部(市委人才办))."""
    holes = [match.span() for match in BRACKETS.finditer(text)]
    found, begin = [], 0
    for match in MARK.finditer(text):
        if not any(low <= match.start() < high for low, high in holes):
            found.append(text[begin : match.start()])
            begin = match.end()
    return [bare for name in (*found, text[begin:]) if (bare := name.strip(AROUND)) and not is_blank(bare)]


def told(text: str) -> Told:
    """Who of the units of a text leads and who helps.

    A word behind a name holds for the names in front of it that have none; in a bracket it holds for its own, but that of several who lead together.

    >>> told("市建设局牵头,市财政局、市民政局配合")
    Told(lead=['市建设局'], support=['市财政局', '市民政局'], others=[], says=True)
    >>> told("市住建局(牵头)、市财政局").others, told("市发改委、市财政局").says
    (['市财政局'], False)
    """
    found = Told()
    for name in names(text):
        match = _role().fullmatch(name)
        if match is None:
            found.others.append(name)
            continue
        found.says = True
        group = found.lead if match.lastgroup in ("lead", "led", "jointly") else found.support
        if match.lastgroup in ("lead", "support", "jointly"):
            group += found.others
            found.others.clear()
        elif match.lastgroup == "answers":
            group = found.others
        if match["name"]:
            group.append(match["name"])
    return found


def are_units(text: str) -> bool:
    """Whether a text names units and nothing else.

    >>> are_units("市建设局、市财政局(牵头)"), are_units("新建口袋公园")
    (True, False)
    """
    found = told(text).all
    return bool(found) and all(map(_is_unit, found))


def is_duty(text: str) -> bool:
    """Whether a text without labels says nothing but which units answer.

    >>> is_duty("市建设局牵头,市财政局配合"), is_duty("市人社局负责"), is_duty("党委领导、政府负责、社会协同"), is_duty("市财政局")
    (True, True, False, False)
    """
    if not _says().search(text):
        return False
    found = told(text)
    sure = found.lead or found.all  # 各区县(市)配合: who helps may be called by any name
    return found.says and all(len(name) >= SHORTEST and _is_unit(name) for name in sure) and all(map(_can_be, found.all))


def _can_be(name: str) -> bool:
    return len(name) <= LONGEST and not expression("digit").search(name)


def _is_unit(name: str) -> bool:
    plain = BRACKETS.sub("", name)
    return _can_be(plain) and ends_of_units().tail(plain, 0, len(plain)) is not None


@lru_cache(maxsize=1)
def _says() -> re.Pattern[str]:
    """Any word that says of a name whether it leads."""
    words = load().words["duties"]
    return re.compile(pattern(word for table in ROLES for word in words[table]))


@lru_cache(maxsize=1)
def _role() -> re.Pattern[str]:
    """A name with what says of it whether it leads: 由市建设局牵头, 市住建局(牵头单位), 财政部等按职责分工负责."""
    words = load().words["duties"]
    lead, support = (rf"(?:{pattern(words[below])})" for below in ("lead_below", "support_below"))
    ways = "|".join(
        [
            rf"\([^()]*(?P<jointly>{pattern(words['jointly'])})\)",
            rf"\((?P<led>{lead}|{pattern(words['lead'])})\)",
            rf"\((?P<helped>{support}|{pattern(words['support'])})\)",
            rf"(?P<lead>(?:{pattern(words['jointly'])}|{lead})(?:{pattern(words['answers'])})?)",
            rf"(?P<support>{support})",
            rf"(?P<answers>{pattern(words['answers'])})",
        ]
    )
    return re.compile(rf"(?:{pattern(words['by'])})?(?P<name>.*?)(?:{pattern(words['others'])})?(?:{ways})")
