"""An item built like the one before takes over the measure that it ends with (养老保险参保人数9万人、|失业保险|4万人)."""

from __future__ import annotations

from mubiao.grammar.phrase.verbs import verb_at
from mubiao.grammar.thing.branches import is_of_branches
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.pieces import WORD, Pieces
from mubiao.grammar.words.classes import classes
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import heads, is_branch, nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.rule import rule

KIND = 8  # characters of a noun that names a kind (蔬菜, 住宅)
PART = 12  # characters of a part of a sum (健康险和意外伤害险业务)
BULK = ({"mass", "volume"}, {"mass", "container"})  # dimensions in which goods are told beside each other


@rule(
    "an item built like the one before takes over its end",
    takes=[
        "职工医保参保人数7万人、居民医保4.6万人。",
        "第二产业增加值320亿元，第三产业450亿元。",
        "采矿业增加值增长5%，制造业增长7%。",
        "国有企业增加值增长3%，私营企业增长4%。",
        "主要工业产品中，新能源汽车产量增长17%，集成电路增长10%。",
        "新增规上单位147家，其中工业4家、建筑业56家。",
        "探明石油储量3000万吨、天然气200亿立方米。",
        "货物周转量28亿吨公里，其中铁路18亿吨公里。",
        "批发和零售业增加值48亿元；交通运输、仓储和邮政业24亿元。",
        "原煤产量1658万吨，其中县属企业1094万吨。",
        "主要产品中，原煤产量增长5%，粗钢增长3%。",
        "汽车保有量3230万辆，其中新能源汽车356万辆。",
        "油田项目完成投资150亿元；石化公司1.1亿元。",
    ],
    refuses=["职工医保参保人数7万人、基金支出5.9亿元。", "工业企业营业收入增长15.6%；省级认定的高新技术企业300家。", "原煤产量增长5%，粗钢增长3%。"],
)
def tail_before(case: Case) -> Found | None:
    """养老保险参保人数9万人、失业保险4万人; 城镇居民人均可支配收入增长5%,农村居民增长6%: an item built like the one before
    takes over what that ends with."""
    if not case.named or case.phrase.action or not case.state.head or case.noun.startswith(tuple(nouns()["moved"])):
        return None
    if case.noun.endswith(tuple(nouns()["people_there"])):
        return None  # 研究生招生2万人,…;|在校研究生|6万人
    if expression("per_head_at_end").search(case.text, *case.span) or expression("per_head_first").match(case.text, *case.span):
        return None  # 税收收入80亿元;企业退休人员养老金|月人均|1186元; 5G基站总数2000个,|每万人拥有5G基站|18个
    if verb_at(case.text, *case.span):
        return None  # 国有企业营业收入增长16.8%;新设立|企业|增长24.3%
    number = case.segment.number
    if case.text.endswith(case.text[case.state.head[-1][1] - WORD : case.state.head[-1][1]], *case.span):
        return None  # 失业人员实现再就业3.1万人,其中|就业困难人员再就业|0.9万人
    rates = number.of("rate")
    if not rates and case.text.endswith(tuple(nouns()["rate_noun"]), *case.state.head[-1][:2]):
        return None  # 研发投入占比1.26%、高新技术企业8200家
    unit = number.unit
    if number.of("counted") and unit and unit.name != case.state.head_unit:
        return None  # 企业营业收入增长15.6%;…认定的企业300家: what is counted is not what was measured in another unit
    before = load().units.get(case.state.head_unit)
    if number.of("scale") and unit and before and unit.dimension != before.dimension and {unit.dimension, before.dimension} not in BULK:
        return None  # 糖料蔗种植面积177万亩,|进厂糖料蔗|850万吨
    told = case.state.subject if case.state.parts.open and _measured_since(case) else case.state.head
    tails = (how(case, told) for how in (_counted_in_branch, _kind_of_whole, _list_tail, _same_kind, _of_sector))
    tail = next(filter(None, tails), None)
    return one(case.span, tail) if tail else None


@rule(
    "the animals of a list are sold or kept like the first",
    takes=[
        "出栏生猪45万头、肉牛3.2万头。",
        "生猪出栏45万头、肉牛3.2万头、家禽1000万羽。",
        "存栏生猪30万头，牛4万头。",
        "畜牧业出栏生猪168万头、牛21.6万头。",
    ],
    refuses=["生猪出栏45万头、肉牛存栏3.2万头。", "生猪45万头、肉牛3.2万头。", "出栏生猪45万头，新引进种牛2000头。"],
    needed="肉牛3.2万头 would be all that there are",
)
def sold_or_kept(case: Case) -> Found | None:
    """出栏生猪45万头、|肉牛|3.2万头; 生猪出栏45万头、|肉牛|3.2万头: 出栏 is said once of a list."""
    number, head, words = case.segment.number, case.state.subject, nouns()["herd"]
    animals = number.unit is not None and number.unit.name in classes().livestock.words
    if not case.named or not animals or case.phrase.action or not head or head[0][0] < case.state.sentence[0]:
        return None
    if any(word in case.noun for word in words | nouns()["traded"]):
        return None
    (low, _, *_), (_, high, *_) = head[0], head[-1]
    for word in words:
        at = case.text.find(word, low, head[0][1])
        animal = case.text[at + len(word) : head[0][1]]
        if at >= 0 and (len(head) > 1 or (animal and animal not in nouns()["total"])):
            return one((at, at + len(word)), case.span)  # 生态畜牧业|出栏|生猪168万头、牛21.6万头
        if case.text.endswith(word, head[-1][0], high):
            return one(case.span, (high - len(word), high))
    return None


def _measured_since(case: Case) -> bool:
    """规上工业完成总产值1542亿元;完成增加值469亿元,其中|轻工业|172亿元: whether another measure of the head was told last, of which the parts are."""
    (low, *_), *rest = case.state.subject
    return len(rest) == 1 and low == case.state.head[0][0] and heads().metric.tail(case.text, *rest[0][:2]) == case.said(rest[0])


def _counted_in_branch(case: Case, head: Pieces) -> tuple[int, int] | None:
    """“四上”单位147家。其中|工业|4家: how many of what was counted there are in a branch of the economy."""
    whole, counts = case.state.parts.whole[1], case.segment.number.of("counted") and _same_unit(case)
    branch = is_branch(case.text, *case.span) and not case.noun.endswith(tuple(nouns()["owner"]))
    if not case.state.parts.open or not counts or len(whole) != 1 or not branch:
        return None
    low, high = whole[0][:2]
    place = edges().head.head(case.text, low, high)
    return low + len(place) if place and edges().head.words[place] == "place" else low, high


def _kind_of_whole(case: Case, head: Pieces) -> tuple[int, int] | None:
    """汽车|保有量|3230万辆,其中|新能源汽车|356万辆: a part that ends as the whole does in front of its measure."""
    low, high = head[-1][:2]
    tail = heads().metric.tail(case.text, low, high) if case.state.parts.open and len(head) == 1 else None
    stem = case.text[low : high - len(tail or "")]
    if not tail or len(stem) < WORD or case.noun == stem or not case.noun.endswith(stem):
        return None
    return high - len(tail), high


def _list_tail(case: Case, head: Pieces) -> tuple[int, int] | None:
    text, (low, high) = case.text, case.span
    begin, stop = head[0][:2]
    metric = heads().metric
    own = metric.tail(text, low, high)
    if len(head) == 2 and not own and text[stop - WORD : stop] == text[high - WORD : high]:
        return head[1][:2]  # the item before has taken it over, too
    alike = text.rfind(text[high - WORD : high], begin + 1, stop - WORD) + WORD
    if high - low < 3 or alike <= WORD or own:
        return None
    rest = metric.tail(text, alike, stop)
    bearer = text[low:high].endswith(tuple(nouns()["bearer"]))
    whole = len(rest or "") == stop - alike or heads().per_head.head(text, alike, stop) is not None  # 居民|人均生活消费支出
    return (alike, stop) if rest and (bearer if case.phrase.predicate else whole) else None


def _same_kind(case: Case, head: Pieces) -> tuple[int, int] | None:
    """粮食产量650万吨;蔬菜120万吨; 商品房销售面积…,其中住宅443万平方米: what is measured by weight or area like the one before is
    measured in the same way."""
    number, (low, high) = case.segment.number, head[-1][:2]
    bears = number.of("money") and case.noun.endswith((*nouns()["bearer"], *nouns()["owner"]))  # 油田项目投资150亿元;|石化公司|1.1亿元
    made = not number.of("rate") and case.text.endswith(tuple(nouns()["flow_end"]), low, high)  # 整车产量200万辆、新能源汽车140万辆
    given = case.noun.endswith((*nouns()["belongs"], *nouns()["treasury"], *nouns()["lent"]))  # 总投资277亿元,其中|中央专项资金|38亿元
    part = number.of("money") and case.state.parts.open and not case.segment.bracket and not given  # 房地产开发投资310亿元,其中|住宅|240亿元
    branch = number.of("money") and is_branch(case.text, *case.span) and is_of_branches(case.text, head)  # 规上工业利润50亿元;|制造业|45亿元
    carries = number.in_dimension("transport", "passenger_transport")  # 货物周转量28亿吨公里,其中|铁路|18亿吨公里
    weighed = bears or made or part or branch or carries or (number.of("scale") and not number.of("counted") and not number.of("money"))
    if not weighed or not _same_unit(case) or _fixed(case) or (len(case.noun) > (PART if part else KIND) and not branch):
        return None
    if carries:
        carried = next((word for word in nouns()["carried_to"] if case.text.endswith(word, low, high)), "")
        return (high - len(carried), high) if carried and case.state.parts.open else None
    tail = heads().metric.tail(case.text, low, high)
    if tail and plain(case.noun) in vocabulary().forms and plain(case.noun + tail) not in vocabulary().forms:
        return None  # 专利申请量…,授权量856件,其中|发明专利授权|36件: known by itself, and not by that measure
    if tail and case.state.parts.open and len(head) == 1 and case.noun.endswith(tuple(nouns()["owner"])) and not number.of("money"):
        return low, high  # 原煤产量1658万吨,其中|县属企业|1094万吨
    has_it = case.noun.endswith(case.text[high - WORD : high])  # 到位资金600亿元,其中|省外资金|450亿元
    tail = tail and tail.removeprefix(
        next((tail[:size] for size in range(len(tail) - 1, 1, -1) if case.noun.endswith(tail[:size])), "")
    )  # 工业用电|量
    return (high - len(tail), high) if tail and not has_it and (len(tail) < high - low or len(head) > 1 or case.state.parts.open) else None


def _same_unit(case: Case) -> bool:
    """石油储量3000万吨、|天然气|200亿立方米: gases are told by volume beside what is weighed, and goods in boxes by these."""
    unit, before = case.segment.number.unit, load().units.get(case.state.head_unit)
    if unit is None or before is None or unit.name == before.name:
        return unit is not None and unit.name == case.state.head_unit
    return {unit.dimension, before.dimension} in BULK and len(case.noun) > WORD and case.noun.endswith(tuple(nouns()["by_volume"]))


def _of_sector(case: Case, head: Pieces) -> tuple[int, int] | None:
    """采矿业增加值增长5%,|制造业|增长7%: a sector grows by the measure of the sector before; 主要产品中,原煤产量增长5%,|粗钢|增长3%: so does a
    product."""
    low, high = head[-1][:2]
    alike = is_branch(case.text, *case.span) and len(case.noun) > WORD and is_of_branches(case.text, head)
    tail = heads().metric.tail(case.text, low, high) if case.phrase.grows and (alike or _among_products(case, head)) else None
    if not tail:
        return None
    known = vocabulary().forms  # 农林牧渔业总产值增长5%、|第一产业|增长4.8%: known by itself, and not by that measure
    alone = plain(case.noun) in known and plain(case.noun + tail) not in known
    return None if alone and not expression("firms_of_owner").fullmatch(case.noun) else (high - len(tail), high)


def _among_products(case: Case, head: Pieces) -> bool:
    """主要产品中,原煤产量增长5%,|粗钢|增长3%: whether a sentence about products goes on with one that no measure of its own has."""
    made = case.text.endswith(tuple(nouns()["flow_end"]), *head[-1][:2])
    own = heads().metric.tail(case.text, *case.span) or heads().end.tail(case.text, *case.span)
    return made and not own and expression("tells_products").match(case.text, *case.state.sentence) is not None


def _fixed(case: Case) -> bool:
    """Whether a noun says by itself how it is measured, or a word of growth stands behind it; 投资(不含农户) says so in front of its bracket."""
    low, high = case.span
    high = case.text.find("(", low + 1, high) if case.noun.endswith(")") else high
    grown = case.phrase.grows or any(kind == "limit" for _, kind in case.phrase.predicate)
    made = expression("made_by").search(case.text, low, high) is not None  # 水稻年产|15万吨
    return grown or made or heads().metric.tail(case.text, low, high) is not None or heads().end.tail(case.text, low, high) is not None
