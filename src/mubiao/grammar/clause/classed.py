"""Numbers that are part of what a thing is called: 1类|创新药, 存栏2000头|奶牛场, 100张床位以上|养老机构, 辐射2000万人口的|商圈."""

from __future__ import annotations

from mubiao.grammar.clause.beside import LOOK, Beside
from mubiao.grammar.words.classes import classes
from mubiao.grammar.words.numbers import verbs
from mubiao.grammar.words.things import heads
from mubiao.lexicon.expressions import expression


def classed(case: Beside) -> bool:
    """Whether the number only says which class or size the things are of that are told of."""
    told = (_is_livestock, _is_class_of_one, _is_of_size, _is_reached, _is_property, _is_passed, _bounds_those_behind)
    return any(one(case) for one in told)


def passed_by_those(case: Beside) -> bool:
    """10户|产值过百亿元的企业: whether those that are counted are told of by the sum that they passed."""
    following = case.following
    passed = following is not None and bool(following.before) and following.of("money")
    return passed and case.number.of("counted") and not case.of and heads().metric.tail(case.text, case.begin, case.end) is not None


def _is_class_of_one(case: Beside) -> bool:
    """首个|1类|创新药, 2个|1类|创新药: which class what was counted is of."""
    if classes().kinds.tail(case.text, case.number.start, case.number.end) is None or case.nothing_behind:
        return False
    counted = case.before is not None and case.before.refused is None and case.before.of("counted") and case.before.bounded_end == case.front
    return counted or expression("first_of_kind_before").search(case.text, case.low, case.front) is not None


def _is_livestock(case: Beside) -> bool:
    """存栏2000头|奶牛场: how many animals a farm is for."""
    unit = case.number.unit
    animals = unit is not None and unit.name in classes().livestock.words
    return animals and expression("farm").match(case.text, case.begin, case.end) is not None


def _is_of_size(case: Beside) -> bool:
    """5家|100张床位以上|的机构, 新建|100张床位以上|养老机构5家."""
    text, number = case.text, case.number
    counted_in_front = case.after_count and expression("size_behind").match(text, number.end, case.high)
    return bool(counted_in_front or expression("capacity_behind").match(text, number.end, case.high))


def _is_reached(case: Beside) -> bool:
    """辐射周边|2000万人口|的商圈: how many people live around a thing, for whom it is meant."""
    if not case.number.in_dimension("person") or not expression("people_of_thing").match(case.text, case.number.bounded_end, case.high):
        return False
    return expression("radiates").search(case.text, max(case.low, case.front - LOOK), case.front) is not None


def _is_property(case: Beside) -> bool:
    """人均纯收入|1万元以下|且有劳动能力的脱贫户, 含油量|66%|的油菜品种: one of several properties of a thing, or what it holds."""
    if case.number.after and expression("and_of_class").match(case.text, case.number.bounded_end, case.high):
        return True
    if expression("size_behind_sum").match(case.text, case.number.bounded_end, case.high):
        return True  # 投资近千亿元|、全长1.3万公里的|旅游公路
    return case.of and not case.nothing_behind and expression("holds_so_much").search(case.text, case.low, case.front) is not None


def _is_passed(case: Beside) -> bool:
    """5家|营收超|100亿元|企业, 270个|总投资|6854亿元|重点项目: the sum that those have passed, or cost, which are counted in front."""
    before, number, text = case.before, case.number, case.text
    if before is None or before.refused is not None or not before.of("counted") or not number.of("money"):
        return False
    measure = heads().metric if number.before else classes().total
    if measure.tail(text, before.bounded_end, case.front) is None or verbs().head(text, case.begin, case.end):
        return False
    return any(classes().class_noun.head(text, position, case.end) for position in range(case.begin, case.end))


def _bounds_those_behind(case: Beside) -> bool:
    """培育利税超|亿元|企业,由2家增加到5家: the sum that those have passed who stand right behind it, whatever is told of them."""
    number, text = case.number, case.text
    if case.counted_behind or not (number.before and number.of("money") and heads().metric.tail(text, case.low, case.front)):
        return False
    return classes().class_noun.head(text, case.begin, case.end) is not None
