"""How a number is bounded: an ordered list of rules, the first that applies gives the comparator."""

from __future__ import annotations

from typing import NamedTuple

from mubiao.grammar.numbers.number import Number
from mubiao.grammar.phrase.phrase import Phrase
from mubiao.lexicon.loader import load
from mubiao.rule import Rules, decided, rule


class Bound(NamedTuple):
    """A comparator with the word(s) that say it, None where none does."""

    comparator: str
    literal: str | None


class BoundCase(NamedTuple):
    """A number with what may bound it.

    Attributes:
        bounded: the number whose modifier holds: its own, or that which closes or opens its group.
        phrase: the words in front.
    """

    number: Number
    bounded: Number
    phrase: Phrase

    @property
    def limit(self) -> str:
        """The verb of limiting in front of the number."""
        return next((word for word, kind in self.phrase.predicate if kind == "limit"), "")


@rule(
    "the word that closes or opens a group holds for all its numbers",
    takes=[
        "数字贸易、服务贸易分别增长13%、20%以上。",
        "城镇和农村居民人均可支配收入分别增长5%和6%左右。",
        "粮食播种面积和产量分别稳定在172万亩和14.3亿斤以上。",
    ],
    refuses=["新增规上工业企业80家以上、限上商贸企业100家、规上服务业企业60家以上。", "新增高新技术企业150家、科技型中小企业500家以上。"],
)
def bound_of_group(case: BoundCase) -> Bound | None:
    if case.bounded is case.number:
        return None
    return bound(BoundCase(case.bounded, case.bounded, case.phrase))[1]


@rule(
    "a word behind the number",
    takes=["固定资产投资增长8%以上。", "新增规上工业企业100家及以上。", "城镇登记失业率3.5%以内。"],
    refuses=["新增省级以上绿色工厂20家。"],
)
def bound_behind(case: BoundCase) -> Bound | None:
    after = case.number.after
    if not after:
        return None
    return Bound(load().bounds["after"][after], f"{case.limit}…{after}" if case.limit else after)


@rule(
    "a word in front of it",
    takes=["新增普惠托位不少于850个。", "民营企业贷款占比不低于30%。", "每年举办展会至少10场。"],
    refuses=["近岸海域水质优良率85%。"],
)
def bound_in_front(case: BoundCase) -> Bound | None:
    before = case.number.before
    return Bound(load().bounds["before"][before], before) if before else None


@rule(
    "a word for some between digits and unit",
    takes=["实施140余个重点工程。", "盘活闲置农房3500多宗。", "培训农村电商人才10余万人次。"],
    refuses=["引进项目30个。"],
)
def bound_inside(case: BoundCase) -> Bound | None:
    return Bound("approx", case.number.fuzzy) if case.number.fuzzy else None


@rule(
    "a verb of limiting",
    takes=["城镇调查失业率控制在5.5%。", "商品住房空置率控制到10%。"],
    refuses=["城镇调查失业率为5.5%。"],
)
def bound_verb(case: BoundCase) -> Bound | None:
    return Bound(load().bounds["bound"][case.limit], case.limit) if case.limit else None


@rule(
    "no word bounds it",
    takes=["新改建农村公路120公里。"],
    refuses=["新改建农村公路约120公里。"],
)
def plain(case: BoundCase) -> Bound | None:
    return Bound("eq", None)


BOUNDS = Rules("bound", bound_of_group, bound_behind, bound_in_front, bound_inside, bound_verb, plain)


def bound(case: BoundCase) -> tuple[str, Bound]:
    """The name of the rule that bounds a number, and what it says."""
    return decided(BOUNDS, case)
