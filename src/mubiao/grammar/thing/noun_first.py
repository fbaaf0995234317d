"""The noun in front of a number, with what it takes over from the item before: 粮食播种面积172万亩、|产量|14.3亿斤."""

from __future__ import annotations

from mubiao.grammar.phrase.phrase import LISTED
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.earned import earner
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.head import borrow_head, is_qualifier, with_head
from mubiao.grammar.thing.pieces import WORD, Pieces, words_of
from mubiao.grammar.thing.relational import relational
from mubiao.grammar.words.classes import classes
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import heads, nouns, relating
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.rule import rule


@rule(
    "a level takes over the head of the item before",
    takes=["新增国家级高新技术企业9家、省级21家。", "县级以上文物保护单位68处，其中国家级6处。", "产值超十亿元的企业28家，超百亿元的7家。"],
    refuses=["新增国家级高新技术企业9家、省级研发中心21家。"],
)
def head_before(case: Case) -> Found | None:
    """国家级高新技术企业8家、省级20家: a level takes over the head of the item before."""
    if not case.named:
        return None
    verb = case.phrase.last_verb
    if verb and case.noun in nouns()["place_noun"] and case.said(verb) not in edges().commits:
        return one((verb[0], case.span[1]))  # 开通航线48条、|通航|城市|11个: the verb says which
    borrowed = borrow_head(case.text, *case.span, case.state.head if case.counts_the_head else case.state.subject)
    return one(*borrowed) if borrowed else None


@rule(
    "a noun that needs a head takes the one before",
    takes=[
        "实施重点项目128个、总投资1960亿元。",
        "新增市场主体2.3万户，总量突破15万户。",
        "新增国家级龙头企业1家、省级6家，总数达到126家。",
        "受理人大代表建议216件，办结率100%。",
        "园区新入园企业86户，入库税金12.8亿元。",
    ],
    refuses=["规上工业增加值增长5%。"],
)
def dependent(case: Case) -> Found | None:
    """项目120个、总投资300亿元: a noun that needs a head takes the one before."""
    state = case.state
    belongs = case.noun in nouns()["belongs"] or _of_product(case)
    share = case.noun.startswith(tuple(nouns()["share_of"]))  # 城镇人口46万人,|占总人口|51%
    if not case.named or not state.head or not (belongs or case.needs_head) or not (share or _agrees(case)):
        return None
    if not case.segment.number.of("rate") and expression("per_head_first").match(case.text, *state.head[0][:2]):
        return None  # 每千人口医师3.4人、床位6.1张: of so many people as well, not of the doctors
    if not share and words_of(case.text, state.head) in case.noun:
        return None  # 一般预算收入178亿元,|税收占一般预算收入比重|84.9%
    of_another = state.head[-1][0] < state.sentence[0] and case.noun not in nouns()["dependent"]
    if case.topic_nearer or (not share and (_is_sibling(case) or of_another)):
        return None
    added = case.phrase.action_class in ("add", "change") and case.noun in nouns()["of_plant"]  # 新建学校3所,新增|学位|2000个
    if (belongs or case.noun in nouns()["put_in"]) and case.phrase.action and case.segment.first and not (added or _invested(case)):
        return None  # 新建学校3所,完成投资3000万元: of more than the schools
    return one(*with_head(case.text, _measured(case) if share else _of_all_levels(case) or _all_of_them(case, earner(case)), case.span), heads=False)


def _all_of_them(case: Case, head: Pieces) -> Pieces:
    """黄石、咸宁等|全国文明城市|12个,|总数|22个: a whole is of all there are, not of the examples of those that are new."""
    if len(head) > 1 or case.segment.number.of("money") or not case.noun.startswith(tuple(load().words["particles"]["whole"])):
        return head
    found = expression("all_of_them").fullmatch(case.text, *head[0][:2])
    return (found.span("all"),) if found else head


def _of_all_levels(case: Case) -> Pieces:
    """国家级龙头企业1家、省级6家,|总数|126家: a total is of what the levels before have taken over from the first, and not of the last."""
    head, total = case.state.head, case.noun in nouns()["total"] or case.noun in nouns()["level"]
    borrowed = len(head) == 2 and head[1][0] < head[0][0] and is_qualifier(case.text, *head[0][:2])
    return head[1:] if total and borrowed else ()


def _measured(case: Case) -> Pieces:
    """产业产值50亿元,增加值12亿元,|占GDP|4%: a share is of the measure told last, where that is of the head; else the head."""
    head, subject = case.state.head, case.state.subject
    if len(subject) < 2 or subject[0][0] != head[0][0]:
        return head
    said = case.said(subject[-1])
    if said.endswith(tuple(nouns()["rate_end"])):
        return head  # 完成投资628亿元,完成率96%,|占全市投资|35%
    grown = said in nouns()["share_done"]  # 增量39.7亿斤,|占全国23.6%: of the increment
    return subject if grown or case.noun.endswith(said) or heads().metric.tail(case.text, *subject[-1][:2]) == said else head


def _of_product(case: Case) -> bool:
    """猕猴桃综合产值增长8.5%、|出口|增长53.6%: trade of what is made, not of the place, where no indicator by itself stands in front
    (规上工业总产值); growth behind a comma may be of the place (茶叶综合产值50亿元,|出口|增长5%), what is counted or weighed is not.
    光伏电站86兆瓦,|发电量|1.1亿度, 小学3所,新增|学位|2000个: and so is what a plant makes or a school has."""
    if not case.state.head or case.state.head[0][0] < case.state.sentence[0]:
        return False
    whose, number = words_of(case.text, case.state.head), case.segment.number
    if _holds(case):
        return number.of("scale") and not relational(whose) and not heads().metric.tail(whose, 0, len(whose))
    if case.noun in nouns()["of_plant"] and whose.endswith(tuple(nouns()["plant"])):
        begin = case.state.head[0][0]
        return expression("member_mark").fullmatch(case.text, begin - 1, begin) is None  # 学校6所和|幼儿园5所,新增|学位|: of both
    if case.noun not in nouns()["of_product"]:
        return False
    if not whose.endswith(tuple(nouns()["made_of"])):
        return False
    if not (number.of("money") or number.of("rate")):
        return True
    return plain(whose) not in vocabulary().forms and (number.of("money") or case.text[case.segment.left[0] - 1] == LISTED)


def _holds(case: Case) -> bool:
    """新建煤矿5处、|产能|1200万吨, 污水处理厂5座,|日处理能力|12万吨: what works can take or make; but 污水管网2000公里、|污水处理能力|30万吨."""
    if not case.noun.endswith(tuple(nouns()["capacity"])) or case.phrase.action or plain(case.noun) in vocabulary().forms:
        return False
    return not case.segment.first or relating().prefix.head(case.noun, 0, len(case.noun)) is not None


def _is_sibling(case: Case) -> bool:
    """建成里程100公里、总通车里程300公里: whether what stands in front is a noun of the same kind, and nothing that it may belong to."""
    head = words_of(case.text, case.state.head)
    level = min((case.noun.partition(share)[0] for share in nouns()["share_of"]), key=len)  # 总量|占全省
    by_itself = level in nouns()["level"] and plain(head) in vocabulary().forms  # 生产总值增长10%,|总量|突破5000亿元
    bare = not by_itself and (relational(head) or heads().metric.tail(head, 0, len(head)) == head)
    return bare or (head[:-WORD] in edges().actions.words and head[-WORD:] == case.noun[-WORD:])


def _invested(case: Case) -> bool:
    """Whether the head is what money is put into as a whole."""
    head = words_of(case.text, case.state.head)
    return any(word in head for word in nouns()["invested"])


def _agrees(case: Case) -> bool:
    """Whether the head may belong to a number: that of a rate is none of a sum or count (劳动生产率…;主营业务收入4254亿元), and
    people are none of people (在校小学生…,专任教师2.3万人)."""
    low, high = case.state.head[-1][:2]
    there, whole = tuple(nouns()["people_there"]), words_of(case.text, case.state.head[-1:])
    if expression("per_sum").match(whole):
        return False  # 每百元营业收入中的成本下降0.8元,|资产负债率|54.2%
    if case.noun.endswith(there) and any(word in whole for word in there):
        return False  # 教职工人数2万人,其中|专任教师|1.8万人
    if classes().names_people(case.text, low, high) and classes().names_people(case.text, *case.span):
        return False
    rate = case.text.endswith(tuple(nouns()["rate_noun"]), low, high)
    return not rate or case.segment.number.of("rate") or heads().metric.tail(case.text, low, high) is not None


@rule(
    "a direction takes the head of the whole",
    takes=["出口增长9%，其中对欧盟增长8%。"],
    refuses=["进出口增长9%，其中出口增长8%。"],
    needed="对欧盟增长8% would be growth of 欧盟, not of exports to it",
)
def towards(case: Case) -> Found | None:
    """出口…，其中对欧盟增长8%: a direction takes the head of the whole."""
    state, phrase = case.state, case.phrase
    if not case.named or phrase.preposition not in nouns()["towards"] or not (phrase.predicate and state.parts.open and state.head):
        return None
    (low, high), head = state.head[0][:2], state.head
    place = edges().head.head(case.text, low, high) or ""
    if edges().head.words.get(place) == "place":
        head = ((low + len(place), high), *head[1:])  # 全省|进出口总值增长12%,其中|对中亚五国|增长48%
    return one((case.span[0] - len(phrase.preposition), case.span[1]), *head)


@rule(
    "the noun in front of the number",
    takes=["新增高新技术企业1500家。", "“四好农村路”总里程达到1.2万公里。", "省级以上“专精特新”中小企业达到300家。"],
    refuses=["新增1500家高新技术企业。"],
)
def noun_first(case: Case) -> Found | None:
    """绿地200公顷: the noun in front of the number; a level behind it (农业产业化龙头企业|省级|2家) is told in front of it."""
    if case.named and len(case.state.head) > 1 and case.state.head[-1] == case.span:
        return one(*case.state.head)  # 办结率、满意率等|10个|指标|达到100%: that which the number in front counts
    level = expression("level_of_class").search(case.text, *case.span) if case.named else None
    if level and case.segment.number.of("counted"):
        return one(level.span("level"), (case.span[0], level.start("level")))
    if not case.named:
        return None
    low, high = case.span
    at = case.text.rfind(LISTED, low, high)
    if at > low and case.said((at + 1, high)) in nouns()["reached"]:
        case.phrase.action, high = (at + 1, high), at  # 提高基础养老金、|惠及|549万人
    return one((low, high))
