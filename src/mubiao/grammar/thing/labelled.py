"""An item that is measured as a label or a class in front says: 主要产品产量:磷肥35万吨, 食品烟酒价格上涨0.4%,|衣着|上涨1.2%."""

from __future__ import annotations

from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.pieces import Piece, Pieces
from mubiao.grammar.thing.state import NO_VERB
from mubiao.grammar.words.classes import classes
from mubiao.grammar.words.things import heads, is_branch, nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.rule import rule

FAR = 300  # characters in front of a class of goods in which its prices or the spending on it are named


@rule(
    "an item of a list is measured as the label in front of the list says",
    takes=["主要产品产量：磷肥35万吨、水泥120万吨。", "限额以上单位中，汽车类零售额增长5%。", "各类学校在校学生数：小学35000人，初中18000人。"],
    refuses=["主要产品产量：磷肥产值35亿元。", "主要经济指标：粮食35万吨。", "主要产品产量：保障性租赁住房3万套。"],
    needed="in bulletins 水泥120万吨 would be cement, and not how much is made of it",
)
def labelled(case: Case) -> Found | None:
    """主要产品产量:|磷肥|35万吨: the measure of the label stands behind the item."""
    label, number = _label(case), case.segment.number
    if not case.named or not label or case.phrase.action or _says_all(case):
        return None
    if heads().metric.tail(case.text, *case.span):  # 限额以上单位零售额中,|汽车类零售额|增长8%
        return one(label[0], case.span) if len(label) > 1 and case.text.endswith(case.said(label[-1]), *case.span) else None
    grown = number.of("growth") and bool(case.phrase.predicate)
    paid = case.text.endswith(tuple(nouns()["paid"]), *label[-1][:2])
    told = grown or (not number.of("rate") and number.of("money") == paid)
    measure = label[-1] if label[-1][0] < label[-1][1] else measure_of_class(case, case.span)  # 零售总额…。限额以上单位中,|汽车类|增长6%
    return one(*label[:-1], case.span, *((measure,) if measure else ())) if told else None


def _label(case: Case) -> Pieces:
    """限额以上单位中,粮油类零售额增长5%,|饮料类|增长3%: the measure of the item before, where the label tells no more than the scale."""
    label, before = case.state.label, case.state.subject
    if len(label) < 2 or label[-1][0] < label[-1][1] or before[:1] != label[:1]:
        return label
    high = before[-1][1]
    return (*label[:-1], (high - len(heads().metric.tail(case.text, *before[-1][:2]) or ""), high))


def _says_all(case: Case) -> bool:
    """…;|老旧管网|100公里, …;|水稻年产|15万吨, …,|保障性租赁住房|3万套, …,新增就业|大学生|1.2万人: behind a semicolon what is not weighed,
    an indicator by itself, and persons where the label counts none (在校学生数)."""
    (low, high), number = case.state.label[-1][:2], case.segment.number
    listed = case.state.sorts or case.state.head[-1:] == case.state.label[-1:]
    scaled = len(case.state.label) > 1 and case.state.subject[:1] == case.state.label[:1]  # 限额以上单位汽车类零售额…;|石油类零售额
    told = case.phrase.predicate or case.state.verb != NO_VERB  # …;建成幼儿园3所、|小学|5所
    made = number.unit is None or number.unit.name not in nouns()["made_of_nothing"]  # …;|创新成果|30项
    goes_on = number.in_dimension("mass") or scaled or (listed and made and (number.of("growth") or not told))
    if (";" in case.text[high : case.span[0]] and not goes_on) or expression("made_by").search(case.text, *case.span):
        return True
    if number.in_dimension("person"):
        return not any(classes().person.head(case.text, at, high) for at in range(low, high))
    known = vocabulary().forms
    return plain(case.noun) in known and plain(case.noun + case.text[low:high]) not in known and not is_branch(case.text, *case.span)


@rule(
    "a class of goods is measured by its prices, by what is spent on it or by how much of it is sold, as was said before",
    takes=[
        "食品烟酒价格上涨0.4%，衣着上涨1.2%，居住下降0.3%。",
        "食品类价格上涨5.8%，交通和通讯类下降1.0%。",
        "限上零售额增长5%。分商品看，汽车类增长6%。",
        "汽车类零售额12亿元，增长3%；石油类8亿元，增长2%。",
    ],
    refuses=["衣着上涨1.2%。", "汽车类增长6%。", "食品烟酒价格上涨0.4%，工业品下降0.3%。"],
    needed="in bulletins 衣着上涨1.2% would be clothing that grows, and not its price",
)
def class_of_goods(case: Case) -> Found | None:
    """居民消费价格上涨0.2%。其中,|衣着类|上涨1.3%: the word nearest in front says what is told of the classes."""
    measure = measure_of_class(case, case.span) if case.named else None
    return one(case.span, measure) if measure else None


def measure_of_class(case: Case, span: tuple[int, int]) -> Piece | None:
    """价格, 消费支出 or 零售额 for a span that is a class of goods and nothing else: the word nearest in front, None where none was said."""
    bought, sold = (expression(name).fullmatch(case.text, *span) for name in ("class_of_goods", "class_of_retail"))
    said = list(expression("class_measure").finditer(case.text, max(0, span[0] - FAR), span[0])) if bought or sold else []
    if not said or not (bought or said[-1]["sold"]):
        return None
    measure, number = said[-1], case.segment.number
    if number.of("rate") and measure["level"] and not case.phrase.grows:
        return measure.span()  # 价格总指数101.8%,其中|食品烟酒类|103.2%
    paid = number.of("money") and (measure["paid"] or measure["sold"])  # 汽车类零售额12亿元;|石油类|8亿元
    return (measure.start(), measure.end() - len(measure["level"] or "")) if case.phrase.grows or paid else None
