"""A noun that begins or ends like the one before goes on with it (采矿权出让26宗、|出让收益|8.5亿元)."""

from __future__ import annotations

from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.head import is_qualifier
from mubiao.grammar.thing.pieces import WORD
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import is_branch, nouns, parallels
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.rule import rule

STEM = 3  # characters of a short noun that may be of the kind of the one before; it may have one more


@rule(
    "the other of a pair takes the head of the first",
    takes=["年末金融机构存款余额1560亿元，贷款余额980亿元。", "小学招生6028人，毕业生4488人，在校学生30796人。"],
    refuses=["年末金融机构存款余额1560亿元，不良贷款率1.2%。"],
)
def parallel(case: Case) -> Found | None:
    """年末金融机构存款余额…, 年末贷款余额…: the other of a pair takes the place of the first."""
    head = case.state.head
    if not case.named or not head:
        return None
    text, (low, high) = case.text, case.span
    for word, others in parallels().items():
        rest = text[low : high - len(word)]
        other = next((other for other in others if text.endswith(other, *head[-1][:2])), "")
        if other and text.endswith(word, low, high) and text.startswith(rest, head[0][0]):
            begin, stop = head[-1][:2]
            if rest and text[head[0][0] + len(rest) : stop - len(other)] in load().words["particles"]["whole"]:
                return None  # 财政总收入…;|财政支出|: says itself of what it is, and not that it is all
            return one(*head[:-1], (begin, stop - len(other)), (high - len(word), high))
    return None


@rule(
    "a noun that begins as the one before ends goes on with it",
    takes=["采矿权出让26宗、出让收益8.5亿元。", "城市低保6195户，发放低保金3277万元。", "城市低保对象6195人，发放低保金3277万元。"],
    refuses=[
        "采矿权出让26宗、土地收益8.5亿元。",
        "新增高新技术企业30家、企业研发机构40家。",
        "享受低保6195户，发放低保金3277万元。",
        "城市低保对象1.2万人，农村低保对象5.6万人，发放低保金3.2亿元。",
    ],
    needed="8.5亿元 would be of any 出让, not of that of 采矿权",
)
def overlap(case: Case) -> Found | None:
    """土地出让30宗、出让收益60亿元: a noun that begins as the one before ends goes on with it."""
    head, (low, high), unit = case.state.head, case.span, case.segment.number.unit
    if not case.named or not head or high - low <= WORD or case.noun in nouns()["between_two"]:
        return None
    if case.segment.number.of("counted") and unit and unit.name == case.state.head_unit:
        return None  # 高新技术企业30家、|企业研发机构|40家: counted beside it
    begin, stop = head[-1][:2]
    if stop - WORD > begin and case.text[stop - WORD : stop] in nouns()["people"]:
        stop -= WORD  # 城市|低保|对象3862户,发放|低保金
    paid = case.segment.number.of("money") and is_qualifier(case.text, begin, stop - WORD)  # |城市|低保6195户,发放|低保金
    if paid and _is_of_both(case, stop - WORD):
        return None  # 城市低保对象1.2万人,农村低保对象5.6万人,发放|低保金
    if (case.segment.first or case.phrase.action) and not paid:
        return None
    if stop - begin <= WORD or case.text[stop - WORD : stop] != case.text[low : low + WORD]:
        return None
    return one(*head[:-1], (begin, stop - WORD), (low, high))


@rule(
    "a noun that begins as the topic in front ends goes on with it",
    takes=["边民补助提标扩面，补助标准提高到167元。", "边民服务提质增效，服务人口达到3200人。"],
    refuses=["边民补助提标扩面，低保标准提高到167元。", "现代农业稳步发展，农业增加值达到30亿元。"],
    needed="167元 would be of any 补助, not of that of 边民",
)
def overlaps_topic(case: Case) -> Found | None:
    """边民补助提标扩面,|补助标准: what a clause without a number spoke of."""
    topic, (low, high) = case.state.topic.said, case.span
    opens = case.segment.first or low == case.segment.clause[0]  # in front of where a change began, too
    if not case.named or not opens or case.phrase.action or len(topic) != 1 or high - low <= WORD:
        return None
    begin, stop = topic[0][:2]
    alike = stop - begin > WORD and case.text[stop - WORD : stop] == case.text[low : low + WORD]
    whole = plain(case.noun) in vocabulary().forms or is_branch(case.text, low, low + WORD)
    manner = case.text[begin : stop - WORD] in load().words["modifiers"]["adverb"]  # 依法行政有力推进,|行政复议案件
    if not alike or whole or manner or "、" in case.said(topic[0]):
        return None
    return one((begin, stop - WORD), (low, high))


@rule(
    "a short noun that begins like the one before is of the same kind",
    takes=["新增省级休闲农业示范镇3个、示范点5个。"],
    refuses=["新增省级休闲农业示范镇3个、旅游示范点5个。"],
    needed="示范点5个 would be of any kind, not 省级",
)
def same_stem(case: Case) -> Found | None:
    """省级休闲农业示范镇3个、|示范点|5个: of the same kind, at another place."""
    head, (low, high), unit = case.state.head, case.span, case.segment.number.unit
    if not case.named or case.segment.first or case.phrase.action or not head or not STEM <= high - low <= STEM + 1:
        return None
    begin, stop = head[-1][:2]
    cut = stop - (high - low)
    alike = cut > begin and case.text[cut : stop - 1] == case.text[low : high - 1] and case.text[stop - 1] != case.text[high - 1]
    return one(*head[:-1], (begin, cut), case.span) if alike and unit and unit.name == case.state.head_unit else None


@rule(
    "a part of what was applied for or granted was so, too",
    takes=["申请专利6824件，增长42.3%，其中发明专利2186件。", "授权专利386件，其中发明专利36件。"],
    refuses=["申请专利6824件，其中发明专利申请2186件。", "拥有有效专利386件，其中发明专利36件。", "申请专利6824件，发明专利达到386件。"],
    needed="发明专利2186件 would not say whether they were applied for, granted or held",
)
def same_act(case: Case) -> Found | None:
    """|申请|专利6824件,其中|发明专利|2186件: what was done to the whole is said once."""
    head = case.state.head
    if not case.named or not case.state.parts.open or len(head) != 1 or case.phrase.action:
        return None
    low, high = head[0][:2]
    word = next((word for word in nouns()["applied"] if case.text.startswith(word, low, high)), "")
    whole = case.text[low + len(word) : high]
    return one((low, low + len(word)), case.span) if word and case.noun.removesuffix(whole) not in ("", case.noun) else None


@rule(
    "a class told by a bound takes what the class before it is measured by",
    takes=["产值超百亿元企业2家、超50亿元企业5家。", "年营业收入10亿元以上企业达到12家，50亿元以上企业3家。"],
    refuses=["产值超百亿元企业2家、超10亿元项目5个。"],
    needed="超50亿元企业 would not say what passes 50亿元",
)
def same_measured(case: Case) -> Found | None:
    """产值|超百亿元企业2家、|超50亿元企业|5家: what passes the bound was said of the class before."""
    head = case.state.head
    here = case.named and len(head) == 1 and head[0][0] >= case.state.sentence[0]
    own = expression("class_by_bound").fullmatch(case.noun) if here else None
    before = expression("class_by_bound").fullmatch(case.said(head[0])) if own and not own["measured"] else None
    if own is None or before is None or not before["measured"] or before["thing"] != own["thing"]:
        return None
    begin = head[0][0]
    return one((begin, begin + before.end("measured")), case.span)


@rule(
    "things told at one stage after another are the same things",
    takes=["招商引资新签约项目215个，新开工项目88个，新投产项目34个。", "安排重大项目320项，总投资3260亿元；其中新开工项目96项。"],
    refuses=[
        "招商引资新签约项目215个，新开工重点项目88个。",
        "在建项目215个，竣工项目88个。",
        "招商引资新签约项目215个，新增企业88家。",
        "引进亿元以上项目110个、10亿元以上项目14个；新开工项目139个。",
        "引进亿元以上项目110个；全年新开工项目139个。",
    ],
    needed="开工88个 would be 88 of any 项目, not of those of 招商引资",
)
def at_next_stage(case: Case) -> Found | None:
    """招商引资新签约项目215个,新开工|项目|88个: whose projects they are was said of those before."""
    head, verb, unit = case.state.head, case.phrase.last_verb, case.segment.number.unit
    if not case.named or verb is None or not head or case.noun not in nouns()["thin"] or not _is_stage(case.said(verb)):
        return None
    if head[0][0] < case.state.sentence[0] and not case.state.parts.open:
        return None  # 引进亿元以上项目110个;全年新开工|项目|139个: of all that there are
    low, high = head[-1][:2]
    cut = high - len(case.noun)
    if not case.text.endswith(case.noun, low, high) or not unit or unit.name != case.state.head_unit or _one_of_classes(case):
        return None
    if cut == low:
        return one(*head[:-1], case.span) if len(head) > 1 else None
    while cut > low and (word := edges().actions.tail(case.text, low, cut) or edges().new.tail(case.text, low, cut)):
        cut -= len(word)
    stage = expression("stage_of_work").match(case.text, low, high)  # 在建|项目223个,竣工项目60个: the one is none of the other
    return one(*head[:-1], (low, cut), case.span) if cut > (stage.end() if stage else low) else None


def _one_of_classes(case: Case) -> bool:
    """亿元以上项目110个、|10亿元以上项目|14个: whether the thing before is one of several classes, of none of which what follows tells."""
    told = case.state.listed.things[-2:]
    classes = [expression("class_by_bound").fullmatch(case.said(thing[-1])) for thing in told if thing]
    return len(classes) == 2 and all(classes)


def _is_stage(verb: str) -> bool:
    """新开工, 投产: whether a verb tells how far things went."""
    return any(verb.endswith(word) for word in edges().stages)


def _is_of_both(case: Case, at: int) -> bool:
    """Whether the thing in front of the head is of a kind with it: what they are called from a position of the head on ends that, too."""
    told, head = case.state.listed.things[-2:-1], case.state.head[-1]
    return any(thing and thing[-1] != head and case.said(thing[-1]).endswith(case.text[at : head[1]]) for thing in told)
