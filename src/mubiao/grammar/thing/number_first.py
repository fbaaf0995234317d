"""The noun behind its number, and lists whose members share one number: 20个|片区更新, 入户率和办结率|均达100%."""

from __future__ import annotations

from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import LISTED, trimmed
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.counted_list import given_to, said_once, who_does
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.objects import without_progress
from mubiao.grammar.thing.pieces import LITTLE, Piece, Pieces
from mubiao.grammar.thing.relational import relational
from mubiao.grammar.words.classes import classes
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.numbers import verbs
from mubiao.grammar.words.things import nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.rule import rule

SHORT = 3  # a noun of so few characters needs what stands in front of the number (西延等5条|高铁)


@rule(
    "the noun behind the number",
    takes=[
        "新建20个未来社区。",
        "完成92家农贸市场改造。",
        "培育10家以上省级龙头企业。",
        "86个省控断面水质优良比例为93.1%。",
        "为7600名高龄老人提供家庭互助服务。",
        "县级养老机构为2000名老人提供上门服务。",
        "设立规模100亿元的产业发展基金。",
    ],
    refuses=["地区生产总值保持8%以上的增长速度。", "常住人口城镇化率实现70%的目标。"],
)
def number_first(case: Case) -> Found | None:
    """92家农贸市场: the noun stands behind its number; a modifier in front of the number is kept for the items that follow."""
    low, high = case.behind
    if not case.alone or low >= high or (not case.phrase.empty and expression("said_of_all").fullmatch(case.text, low, high)):
        return None
    if given := given_to(case):
        return one(*given)
    thing, state = _with_modifier(case), case.state
    if case.within:
        return one(*state.modifier, case.behind, *said_once(case), modifier=state.modifier)
    modifier = (_without_reach(case, thing[0]),) if len(thing) > 1 and _holds_for_others(case, thing[0]) else None
    if modifier is None and state.modifier and case.phrase.empty and not case.phrase.action:
        thing = (*state.modifier, *thing)
    return one(*thing, *said_once(case), modifier=modifier)


@rule(
    "places or firms of which each passed a level",
    takes=["3个镇财政收入超亿元。", "新增2家企业产值突破百亿元。"],
    refuses=["2家企业完成产值100亿元。", "新增2家企业。"],
    needs=["each_passes"],
    needed="3个 would count 镇财政",
)
def passing_each(case: Case) -> Found | None:
    """3个|镇|财政收入超亿元: what is counted, behind what each of them did."""
    if not case.alone or not case.segment.number.of("counted"):
        return None
    found = expression("each_passes").match(case.text, case.segment.number.bounded_end, case.state.sentence[1])
    return one(found.span("what"), found.span("who"), heads=False) if found else None


def _holds_for_others(case: Case, piece: Piece) -> bool:
    """Whether the words in front of a number may be said of what follows: examples (大河等|13条|河流) are not of other things that are counted."""
    span, following = piece[:2], case.following
    beside = following is not None and following.number.of("counted") and edges().joint.tail(case.text, *span) is not None
    return expression("digit").search(case.text, *span) is None and not beside


def _without_reach(case: Case, piece: Piece) -> Piece:
    """家庭共济改革|惠及|616万名近亲属、共济金额…: what is told of the next without the verb of this one."""
    goes_on = case.following is not None and case.following.number.of("money")  # but 覆盖|40个城市、90个站点
    verb = next((word for word in nouns()["reached"] if goes_on and case.text.endswith(word, *piece[:2])), "")
    return (piece[0], piece[1] - len(verb)) if verb and piece[1] - piece[0] > len(verb) else piece


def _with_modifier(case: Case) -> Pieces:
    """The noun behind the number, with the modifier in front of it."""
    text, right = case.text, case.behind
    low, high = case.phrase.start, _without_batches(case)
    verb = edges().actions.tail(text, low, high) if low < high else None
    if expression("kinds_in_front").fullmatch(text, low, high):
        return (right,)
    if aims := _aims(case, low, high):
        return (aims, right)
    if low < high and not case.segment.number.of("counted") and relational(text[low:high]):
        return (right, (low, high))  # 设立|规模|100亿元的|产业发展基金
    if verb and _says_what_is_done(case, verb) and (who := who_does(case, verb)):
        elsewhere = any(word in case.said(who) for word in edges().standing)
        if _is_general(text, right, False) or (expression("doer_end").match(text, who[1]) and not elsewhere):
            return (who, right)  # 自贸试验区|推出111项|全国首创举措, but 引导基金在大湾区|设立|500亿元区域基金
    if low < high and case.segment.number.of("counted") and text[high : case.segment.number.bounded_start] == LISTED:
        first = text.find(LISTED, *right)
        return ((right[0], first),) if first > right[0] else (right,)  # 贫困人口脱贫、|8502个|贫困村出列; 改造工程、|3个|亲水平台、景观带等项目
    if low >= high or expression("ends_in_joint").search(text, low, high) or (verb and _says_what_is_done(case, verb)):
        return (right,)  # a verb at the end says what is done, but for 试点覆盖|696万名|劳动者
    if verb and text[high - len(verb) - 1] == "、":  # 实施免费教育政策、惠及|168万名儿童; of 分级组建微信群、覆盖|21万家企业 only the noun
        stop = high - len(verb) - 1
        acts = any(verbs().head(text, position, stop) for position in range(low, stop - 1))
        return (right,) if acts else ((low, stop), (stop + 1, high), right)
    general = _is_general(text, right, edges().joint.tail(text, low, high) is not None) and not expression("digit").search(text, low, high)
    examples = not general and edges().joint.tail(text, low, high) is not None and high - low > right[1] - right[0] > SHORT
    if examples or (verb is None and not general and _lists_names(case, low, high)):
        return (right,)  # a long list of examples, or of names, says less than the noun that they are examples of
    return ((low, high), right)


def _is_general(text: str, noun: tuple[int, int], of_examples: bool) -> bool:
    """北环路等|12个|项目|完工, 办结率、满意率等|10个|关键性指标: whether a noun says nothing without the examples in front."""
    if of_examples and expression("general_counted").match(text, *noun):
        return True
    return noun[1] - noun[0] <= LITTLE and text.endswith(tuple(nouns()["thin"]), *noun)


def _aims(case: Case, low: int, high: int) -> Piece | None:
    """出台|推动产业发展|10条|措施: what measures are for, where nothing but that says which they are."""
    text, last, right = case.text, case.phrase.last_verb, case.behind
    policy = classes().policy.tail(text, *right)
    if low >= high or last is None or policy not in nouns()["thin"] or right[1] - right[0] > LITTLE or not case.segment.number.of("counted"):
        return None
    if expression("digit").search(text, low, high) or expression("ends_in_joint").search(text, low, high):
        return None
    if case.said(last) not in load().words["actions"]["pivot"]:
        return low, high
    if case.phrase.action and case.phrase.action[0] < last[0]:
        case.phrase.action = (case.phrase.action[0], last[0])  # 出台|支持制造业数字化转型|11条措施: what the measures do is not done here
    return last[0], high


def _lists_names(case: Case, low: int, high: int) -> bool:
    """卜奎南大街、301国道及中心城区|57条|无灯巷道亮化工程: whether the words in front only name what a noun that says enough counts."""
    text, (begin, stop) = case.text, case.behind
    if not case.segment.number.of("counted") or case.phrase.flags or "、" not in text[low:high]:
        return False
    noun = next((position for position in range(begin, stop - 1) if verbs().head(text, position, stop)), stop)
    return noun - begin > SHORT


def _without_batches(case: Case) -> int:
    """“川渝通办”|累计发布四批次|355项事项: where the words in front of a number end, without in how many batches it was done."""
    low, high = case.phrase.start, case.phrase.end
    batches = expression("batches").search(case.text, low, high)
    if batches is None or batches.start() == low:
        return high
    phrase = phrases.strip(case.text, low, batches.start(), False)
    verb = edges().actions.tail(case.text, phrase.start, phrase.end) or ""
    whose = phrases.strip(case.text, low, phrase.end - len(verb), False)
    case.phrase.flags |= whose.flags
    return whose.end


def _says_what_is_done(case: Case, verb: str) -> bool:
    """Whether a verb at the end of the words in front is that of the number, not part of a noun whose number moves (县中托管|帮扶|扩大到57个县)."""
    if len(verb) == case.phrase.end - case.phrase.start:
        return True
    if expression("undertaking_in_front").search(case.text, case.phrase.start, case.phrase.end):
        return False
    plan = verb in load().words["actions"]["noun_like"] and expression("programme_counted").match(case.said(case.behind))
    if plan and case.phrase.action:
        return False  # 推出科技创新|10个|行动计划
    moves = any(kind in ("risen", "fallen") for _, kind in case.phrase.predicate)
    return not moves and verb not in nouns()["reached"]


@rule(
    "a sum of all the things that are counted behind it",
    takes=["推进总投资2万亿元的389个省重点项目。", "总投资318亿元的23个重点项目开工建设。"],
    refuses=["推进总投资2万亿元以上的省重点项目389个。", "推进省重点项目389个、总投资2万亿元。"],
    needed="2万亿元 would be all that is invested, not what is in the projects that are named",
)
def total_of_following(case: Case) -> Found | None:
    """总投资2万亿元|的389个|省重点项目: a sum of what is counted behind it."""
    if not case.alone or case.following is None or case.noun not in nouns()["total_of"] or case.following.left[0] < case.following.left[1]:
        return None
    low, high = trimmed(case.text, *case.following.right)
    if low < high and (fate := expression("fate_behind").search(case.text, low, high)):
        high = fate.start()  # 总投资860亿元的28个|项目|落户
    return one((low, without_progress(case.text, low, high)), case.span, heads=False) if low < high else None
