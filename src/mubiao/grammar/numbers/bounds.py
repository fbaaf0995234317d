"""What stands beside a number and belongs to it: words that bound it, its sign, and a unit that is told by other words."""

from __future__ import annotations

from mubiao.grammar.numbers.number import Number
from mubiao.grammar.numbers.values import by, in_dimension
from mubiao.grammar.words.numbers import bounds, verbs
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import Unit, load

LOOK = 12  # characters in front of a number that may say what it counts
NAMED = 30  # characters in front of a number, and of where it began, in which what has no unit is named
FAR = 24  # characters in front of a number in which a bound may stand before its verb
CROWD = 10  # people counted without a classifier; fewer belong to a name (5老人员)
YEARS = (1900, 2100)  # digits that may be those of a year
RATIO = ":"  # 收入比从2.50:1
SIGNS = {"+": 1, "-": -1}
ENDS = ("", ",", "。", ";", "、", "\n", ")")
PRICE_INDEX = Unit("", "percentage", 1.0, frozenset({"rate"}))  # 居民消费价格指数102.1: per cent of the year before
INDEX = Unit("", "index", 1.0)  # 指数达到88.5
MULTIPLE = Unit("", "multiple", 1.0, frozenset({"rate"}))  # 收入比缩小到1.85
BASES = {"index_base": INDEX, "multiple_base": MULTIPLE}  # where a change began of what has no unit


def attach_modifiers(text: str, number: Number, start: int, end: int) -> None:
    """Give a number the words that bound it, and the unit that other words tell."""
    after = bounds().after
    number.bounded_start, number.bounded_end = number.start, number.end
    particle = expression("between_number_and_bound").match(text, number.end, end)
    stop = particle.end() if particle and after.head(text, particle.end(), end) else number.end
    word = after.head(text, stop, end)
    if word and (len(word) > 1 or stop + 1 >= end or not text[stop + 1].isalnum()):
        number.after, number.bounded_end = word, stop + len(word)
    _bound_in_front(text, number, start)
    if number.unit is None:
        _imply_unit(text, number)
    _bound_of_verb(text, number, start)
    _sign(text, number)
    _count_by(text, number, start)


def _bound_in_front(text: str, number: Number, start: int) -> None:
    """The word that bounds a number from the front; one character may end another word."""
    word = bounds().before.tail(text, start, number.bounded_start)
    if word and not (len(word) == 1 and bounds().neither.tail(text, start, number.bounded_start)):
        number.before, number.bounded_start = word, number.bounded_start - len(word)


def _bound_of_verb(text: str, number: Number, start: int) -> None:
    """规上企业|至少|达到300家: a bound that stands in front of the verb."""
    low = max(start, number.bounded_start - FAR)
    if not (number.before or number.after) and (match := expression("at_least").search(text, low, number.bounded_start)):
        number.before = match["word"]


def _imply_unit(text: str, number: Number) -> None:
    """10万产业工人 counts people, GDP突破5000亿 money, without their unit; an index and an income ratio have none at all."""
    low, named = (max(0, number.bounded_start - characters) for characters in (LOOK, NAMED))
    if text[number.start : number.end].removesuffix(number.fuzzy)[-1] in load().numerals["magnitude"]:
        if _is_money(text, low, number):
            number.unit = in_dimension("money_cny")
        elif expression("visits_before").search(text, low, number.bounded_start):
            number.unit = in_dimension("visit")
        elif expression("households_behind").match(text, number.end) or expression("accounts_before").search(text, low, number.bounded_start):
            number.unit = in_dimension("household")
        elif _is_people(text, low, number):
            number.unit = in_dimension("person")
    elif _is_crowd(number) and expression("people_beside").match(text, number.end):
        number.unit = in_dimension("person")
    elif _is_crowd(number) and expression("households_beside").match(text, number.end):
        number.unit = in_dimension("household")
    elif expression("places_beside").match(text, number.end) and not _is_year(number):
        number.unit = in_dimension("count")
    elif text[number.end : number.end + 1] != RATIO and (
        base := next((unit for name, unit in BASES.items() if expression(name).search(text, named, number.bounded_start)), None)
    ):
        number.unit = base
    elif text[number.bounded_end : number.bounded_end + 1] in ENDS or expression("base_of_index").match(text, number.bounded_end):
        if expression("price_index_before").search(text, low, number.bounded_start):
            number.unit = PRICE_INDEX
        elif expression("index_before").search(text, low, number.bounded_start):
            number.unit = INDEX
        elif expression("multiple_before").search(text, named, number.bounded_start):
            number.unit = MULTIPLE


def _is_crowd(number: Number) -> bool:
    """Whether people may be counted by digits alone: not by a few, and not by what may be a year (2024毕业生)."""
    return number.value is not None and number.value >= CROWD and not _is_year(number)


def _is_year(number: Number) -> bool:
    return number.value is not None and YEARS[0] <= number.value <= YEARS[1]


def _is_money(text: str, low: int, number: Number) -> bool:
    """Whether the words beside a bare magnitude tell of a sum of money; people behind it are what is counted."""
    if expression("money_behind").match(text, number.end):
        return True
    large = text[number.end - 1] == max(load().numerals["magnitude"], key=load().numerals["magnitude"].__getitem__)
    before = ("money_before", "large_money_before") if large else ("money_before",)
    return any(expression(name).search(text, low, number.bounded_start) for name in before)


def _is_people(text: str, low: int, number: Number) -> bool:
    """Whether people stand beside a bare magnitude, and no verb between (投入2亿|帮助群众)."""
    if expression("people_before").search(text, low, number.bounded_start):
        return True
    people = expression("people_behind").match(text, number.end)
    return people is not None and not any(verbs().head(text, at, people.end()) for at in range(number.end, people.start("who")))


def _sign(text: str, number: Number) -> None:
    """增长-3.5%, +7%, 贡献率为负8.6%: a sign in front, which is no dash between two numbers, no part of a code (8+4)."""
    sign, before = SIGNS.get(text[number.start - 1 : number.start], 0), text[number.start - 2 : number.start - 1]
    tied = before.isascii() and (before.isalnum() or before in "%+-)") and before
    if expression("below_nought").match(text, max(0, number.start - 1)):
        sign, tied = -1, ""
    if sign and number.value is not None and not tied and (number.of("rate") or (sign < 0 and number.unit and before.isalpha())):
        number.start, number.bounded_start, number.sign = number.start - 1, number.start - 1, sign


def _count_by(text: str, number: Number, start: int) -> None:
    """每立方米|23微克, 月人均|376元: what the unit is counted by stands in front."""
    if number.unit is None or number.of("rate"):
        return
    if match := expression("per_before").search(text, max(start, number.bounded_start - LOOK), number.bounded_start):
        per = match[1] or match[2]
        if "/" in number.unit.name and not number.unit.name.endswith(f"/{per}"):  # 每人每月60元/月 says it twice
            return
        number.unit = number.unit if "/" in number.unit.name else by(number.unit, per)
        number.bounded_start = match.start()
        if not number.before:
            _bound_in_front(text, number, start)  # 低保标准|超过|每人每月900元
