"""The noun in front of a number, with what it takes over from the item before: 粮食播种面积172万亩、|产量|14.3亿斤."""

from __future__ import annotations

from mubiao.grammar.phrase import phrases
from mubiao.grammar.thing import coordinate
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.coordinate import Pieces
from mubiao.grammar.thing.elided import needs_head, topic_nearer
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.relational import relational
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import heads, nouns, parallels
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule

ALIKE = 2  # characters that two items end with where they are built alike
BETWEEN = 6  # characters between a verb inside a phrase and its noun of measure (社会消费品|零售额)
KIND = 8  # characters of a noun that names a kind (蔬菜, 住宅)
OVERLAP = 2  # characters that two nouns share where one goes on with the other


@rule(
    "a level takes over the head of the item before",
    takes=["新增国家级高新技术企业9家、省级21家。"],
    refuses=["新增国家级高新技术企业9家、省级研发中心21家。"],
)
def head_before(case: Case) -> Found | None:
    """国家级高新技术企业8家、省级20家: a level takes over the head of the item before."""
    if not case.named:
        return None
    borrowed = coordinate.borrow_head(case.text, *case.span, case.state.subject)
    return one(*borrowed) if borrowed else None


@rule(
    "a noun that needs a head takes the one before",
    takes=["实施重点项目128个、总投资1960亿元。", "新增市场主体2.3万户，总量突破15万户。", "受理人大代表建议216件，办结率100%。"],
    refuses=["规上工业增加值增长5%。"],
)
def dependent(case: Case) -> Found | None:
    """项目120个、总投资300亿元: a noun that needs a head takes the one before."""
    state = case.state
    if not case.named or not state.head or not needs_head(case) or not _agrees(case):
        return None
    share = case.noun.startswith(tuple(nouns()["share_of"]))
    of_another = state.head[0][0] < state.sentence[0] and case.noun not in nouns()["dependent"]
    if topic_nearer(case) or (not share and (_is_sibling(case) or of_another)):
        return None
    if case.noun in nouns()["put_in"] and case.phrase.action and case.segment.first and not _invested(case):
        return None  # 新建学校3所,完成投资3000万元: of more than the schools
    return one(*coordinate.with_head(case.text, case.state.head, case.span), heads=False)


def _is_sibling(case: Case) -> bool:
    """建成里程100公里、总通车里程300公里: whether what stands in front is a noun of the same kind, and nothing that it may belong to."""
    head = coordinate.words_of(case.text, case.state.head)
    return relational(head) or (head[:-ALIKE] in edges().actions.words and head[-ALIKE:] == case.noun[-ALIKE:])


def _invested(case: Case) -> bool:
    """Whether the head is what money is put into as a whole."""
    head = coordinate.words_of(case.text, case.state.head)
    return any(word in head for word in nouns()["invested"])


def _agrees(case: Case) -> bool:
    """Whether the head may belong to a number: that of a rate is none of a sum or count (劳动生产率…;主营业务收入4254亿元)."""
    low, high = case.state.head[-1][:2]
    rate = case.text.endswith(tuple(nouns()["rate_noun"]), low, high)
    return not rate or case.segment.number.of("rate") or heads().metric.tail(case.text, low, high) is not None


@rule(
    "whom a thing reaches takes the thing in front",
    takes=["惠企政策兑付资金77.7亿元、惠及企业2.6万家。"],
    refuses=["培育企业2.6万家。"],
)
def reaching(case: Case) -> Found | None:
    """惠企政策|惠及|企业: who reaches, the verb, and whom it reaches."""
    state, verb = case.state, case.phrase.last_verb
    doer = state.topic or state.head
    if not case.named or verb is None or not doer or case.said(verb) not in nouns()["reached"] or case.segment.number.of("rate"):
        return None
    if doer[0][0] < state.sentence[0] or case.text.endswith(tuple(nouns()["rate_noun"]), *doer[-1][:2]):
        return None
    if case.noun not in nouns()["thin"] and case.noun not in nouns()["people"]:
        return None
    return one(*doer, verb, case.span, heads=False)


@rule(
    "the other of a pair takes the head of the first",
    takes=["年末金融机构存款余额1560亿元，贷款余额980亿元。"],
    refuses=["年末金融机构存款余额1560亿元，不良贷款率1.2%。"],
)
def parallel(case: Case) -> Found | None:
    """年末金融机构存款余额…, 年末贷款余额…: the other of a pair takes the place of the first."""
    head = case.state.head
    if not case.named or not head:
        return None
    text, (low, high) = case.text, case.span
    for word, other in parallels().items():
        rest = text[low : high - len(word)]
        if text.endswith(word, low, high) and text.endswith(other, *head[-1][:2]) and text.startswith(rest, head[0][0]):
            begin, stop = head[-1][:2]
            return one(*head[:-1], (begin, stop - len(other)), (high - len(word), high))
    return None


@rule(
    "a direction takes the head of the whole",
    takes=["出口增长9%，其中对欧盟增长8%。"],
    refuses=["进出口增长9%，其中出口增长8%。"],
)
def towards(case: Case) -> Found | None:
    """出口…，其中对欧盟增长8%: a direction takes the head of the whole."""
    state, phrase = case.state, case.phrase
    if not case.named or phrase.preposition not in nouns()["towards"] or not (phrase.predicate and state.sub and state.head):
        return None
    return one((case.span[0] - len(phrase.preposition), case.span[1]), *state.head)


@rule(
    "a modifier that the list states once",
    takes=["实际利用内资42亿元、外资2600万美元。"],
    refuses=["引进内资42亿元、外资2600万美元。"],
)
def carried(case: Case) -> Found | None:
    """实际利用内资20亿元、外资1200万美元; 每千人口床位数6张、执业医师3人: a modifier that the list states once."""
    state = case.state
    if not case.named or case.phrase.action is not None:
        return None
    if case.noun in nouns()["carried_to"] and state.subject:
        word = next((word for word in nouns()["carried"] if case.text.startswith(word, state.subject[0][0])), None)
        if word:
            return one((state.subject[0][0], state.subject[0][0] + len(word)), case.span)
    said_here = bool(state.head) and state.head[0][0] >= state.sentence[0]
    if said_here and not case.segment.first and (head := expression("per_head").match(case.text, *state.head[0][:2])):
        return one(head.span(), case.span)
    return None


@rule(
    "a noun that begins as the one before ends goes on with it",
    takes=["采矿权出让26宗、出让收益8.5亿元。"],
    refuses=["采矿权出让26宗、土地收益8.5亿元。"],
)
def overlap(case: Case) -> Found | None:
    """土地出让30宗、出让收益60亿元: a noun that begins as the one before ends goes on with it."""
    head, (low, high) = case.state.head, case.span
    if not case.named or case.segment.first or case.phrase.action or not head or high - low <= OVERLAP:
        return None
    begin, stop = head[-1][:2]
    if stop - begin <= OVERLAP or case.text[stop - OVERLAP : stop] != case.text[low : low + OVERLAP]:
        return None
    return one(*head[:-1], (begin, stop - OVERLAP), (low, high))


@rule(
    "the kind stands behind the verb",
    takes=["低保标准分别提高到城市每月780元、农村每月600元。"],
    refuses=["低保标准提高到每月780元。"],
)
def qualifier_behind(case: Case) -> Found | None:
    """低保标准分别提高到|城市|每月780元: the kind stands behind the verb, the thing in front of it."""
    if not case.named:
        return None
    low, high = case.span
    match = expression("reached_by_kind").search(case.text, low, high)
    if match is None or not coordinate.is_qualifier(case.text, match.end(), high):
        return None
    thing = phrases.strip(case.text, low, match.start(), True)
    return None if thing.empty else one((match.end(), high), (thing.start, thing.end))


@rule(
    "why a figure is as it is, inside a phrase, is left out",
    takes=["种植业受粮食结构调整影响产值实现308.2亿元。"],
    refuses=["受理群众诉求308件。"],
)
def influenced(case: Case) -> Found | None:
    """种植业|受粮食结构调整影响|产值."""
    if not case.named:
        return None
    match = expression("influence").search(case.text, *case.span)
    return one((case.span[0], match.start()), (match.end(), case.span[1])) if match and match.end() < case.span[1] else None


@rule(
    "the verb inside a phrase is taken out",
    takes=["房地产完成投资300亿元。", "规上企业实现利润120亿元。"],
    refuses=["完成房地产投资300亿元。"],
)
def inner_verb(case: Case) -> Found | None:
    """房地产|完成|投资: the verb in front of what is measured."""
    if not case.named:
        return None
    low, high = case.span
    metric = heads().metric.tail(case.text, low, high)
    stop = high - len(metric or "")
    for verb in nouns()["inner"] if metric else ():
        at = case.text.rfind(verb, low + 1, stop)
        if at > low + 1 and stop - at - len(verb) <= BETWEEN:
            return one((low, at), (at + len(verb), high))
    return None


@rule(
    "an item built like the one before takes over its end",
    takes=["职工医保参保人数7万人、居民医保4.6万人。", "第二产业增加值320亿元，第三产业450亿元。"],
    refuses=["职工医保参保人数7万人、基金支出5.9亿元。", "工业企业营业收入增长15.6%；省级认定的高新技术企业300家。"],
)
def tail_before(case: Case) -> Found | None:
    """养老保险参保人数9万人、失业保险4万人; 城镇居民人均可支配收入增长5%,农村居民增长6%: an item built like the one before
    takes over what that ends with."""
    if not case.named or case.phrase.action or not case.state.head:
        return None
    rates = case.segment.number.of("rate")
    if not rates and case.text.endswith(tuple(nouns()["rate_noun"]), *case.state.head[-1][:2]):
        return None  # 研发投入占比1.26%、高新技术企业8200家
    unit = case.segment.number.unit
    if case.segment.number.of("counted") and unit and unit.name != case.state.head_unit:
        return None  # 企业营业收入增长15.6%;…认定的企业300家: what is counted is not what was measured in another unit
    tail = _list_tail(case, case.state.head) or _same_kind(case, case.state.head)
    return one(case.span, tail) if tail else None


def _same_kind(case: Case, head: Pieces) -> tuple[int, int] | None:
    """粮食产量650万吨;蔬菜120万吨; 商品房销售面积…,其中住宅443万平方米: what is measured by weight or area like the one before is
    measured in the same way."""
    number, (low, high) = case.segment.number, head[-1][:2]
    bears = number.of("money") and case.noun.endswith(tuple(nouns()["bearer"]))
    made = case.text.endswith(tuple(nouns()["flow_end"]), low, high)  # 整车产量200万辆、新能源汽车140万辆
    weighed = bears or made or (number.of("scale") and not number.of("counted") and not number.of("money"))
    if not weighed or not number.unit or number.unit.name != case.state.head_unit or _fixed(case) or len(case.noun) > KIND:
        return None
    tail = heads().metric.tail(case.text, low, high)
    return (high - len(tail), high) if tail and (len(tail) < high - low or len(head) > 1) else None


def _fixed(case: Case) -> bool:
    """Whether a noun says by itself how it is measured, or a word of growth stands behind it."""
    grown = any(kind in ("rise", "fall", "limit") for _, kind in case.phrase.predicate)
    return grown or heads().metric.tail(case.text, *case.span) is not None or heads().end.tail(case.text, *case.span) is not None


def _list_tail(case: Case, head: Pieces) -> tuple[int, int] | None:
    text, (low, high) = case.text, case.span
    begin, stop = head[0][:2]
    metric = heads().metric
    own = metric.tail(text, low, high)
    if len(head) == 2 and not own and text[stop - ALIKE : stop] == text[high - ALIKE : high]:
        return head[1][:2]  # the item before has taken it over, too
    alike = text.rfind(text[high - ALIKE : high], begin + 1, stop - ALIKE) + ALIKE
    if high - low < 3 or alike <= ALIKE or own:
        return None
    rest = metric.tail(text, alike, stop)
    bearer = text[low:high].endswith(tuple(nouns()["bearer"]))
    return (alike, stop) if rest and (bearer if case.phrase.predicate else len(rest) == stop - alike) else None


@rule(
    "what is worked on and what is done to it",
    takes=["对国省道实施路面提升40公里。"],
    refuses=["为中小学配备心理教师300名。"],
)
def disposed(case: Case) -> Found | None:
    """对国省道实施路面提升40公里: what is worked on and what is done to it."""
    extra = case.phrase.extra
    return one(extra, case.span, modifier=(extra,)) if case.named and extra else None


@rule(
    "what a clause says once for all items of its list",
    takes=["对国省道实施路面提升40公里、隐患整治25处。"],
    refuses=["实施国省道路面提升40公里、隐患整治25处。"],
)
def modifier_before(case: Case) -> Found | None:
    """What a clause says once for all items of its list."""
    if not case.named or not case.state.modifier or case.phrase.action is not None or case.phrase.predicate:
        return None
    return one(*case.state.modifier, case.span)


@rule(
    "the noun in front of the number",
    takes=["新增高新技术企业1500家。", "“四好农村路”总里程达到1.2万公里。", "省级以上“专精特新”中小企业达到300家。"],
    refuses=["新增1500家高新技术企业。"],
)
def noun_first(case: Case) -> Found | None:
    """绿地200公顷: the noun in front of the number."""
    return one(case.span) if case.named else None
