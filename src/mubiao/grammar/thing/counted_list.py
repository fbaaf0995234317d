"""What counted things share and say once, behind the last: 3个国家级、20个省级|培训基地, 21台机组、95台锅炉|改造, 6万户、14万名|对象."""

from __future__ import annotations

from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import LISTED, trimmed
from mubiao.grammar.thing import objects
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.head import is_qualifier, qualifier_at
from mubiao.grammar.thing.left_out import WHOLE
from mubiao.grammar.thing.pieces import LITTLE, Piece, Pieces
from mubiao.grammar.thing.told_of_all import told_of_all
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import heads, nouns, sized_together
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule

LONGEST = 10  # characters of a noun whose work may be that of others, too; of a predicate, how many more than its noun
HOUSEHOLDS = ["household", "person"]  # dimensions of the two numbers that count the same families


def said_once(case: Case) -> Pieces:
    """The head, the work or the predicate that a member of the list shares with the last, () where it is complete."""
    return _shared_head(case) or _shared_noun(case) or told_of_all(case) or _shared_work(case) or _shared_predicate(case)


def _shared_head(case: Case) -> Pieces:
    """3个国家级、20个省级培训基地: a bare qualifier takes the head of the next item that has one."""
    if case.following is None or not is_qualifier(case.text, *case.behind) or case.said(case.behind) in nouns()["place_noun"]:
        return ()
    low, high = trimmed(case.text, *case.following.right)
    while is_qualifier(case.text, low, high) and (item := expression("next_item").match(case.text, high, case.segment.clause[1])):
        low, high = item.span("noun")
    low, high = low + len(qualifier_at(case.text, low, high)), objects.without_progress(case.text, low, high)
    return ((low, high),) if low < high else ()


def _shared_noun(case: Case) -> Pieces:
    """17条|稳就业、8条青年就业创业|政策措施: what is done is counted in the noun that the last of them has."""
    text, following = case.text, case.following
    if following is None or following.number.unit != case.segment.number.unit or following.left[0] < following.left[1]:
        return ()
    low, high = case.behind
    done = edges().actions.tail(text, low + 1, high) or text.endswith(tuple(edges().nominal), low + 1, high)
    if not done or text[high] != LISTED:
        return ()
    lent = expression("lent_noun").search(text, *trimmed(text, *following.right))
    return (lent.span(),) if lent else ()


def _shared_work(case: Case) -> Pieces:
    """完成21台|火电机组|、95台燃煤锅炉|超低排放改造: what was done to all that is counted is said once, behind the last."""
    text, (low, high), stop = case.text, case.behind, case.segment.clause[1]
    if text.endswith(tuple(nouns()["thin"]), low, high) or edges().actions.tail(text, low, high):
        return ()
    last = (high, high)
    while item := expression("next_item").match(text, last[1], stop):
        last = item.span("noun")
    work = expression("work_at_end").search(text, *last)
    return (work.span(),) if work and 0 < work.start() - last[0] <= LONGEST and _is_worked_on(case, work.span()) else ()


def _is_worked_on(case: Case, work: tuple[int, int]) -> bool:
    """Whether the verb of a list says that work was done, or its member before was worked on."""
    phrase, before = case.phrase, case.state.subject
    verbs = [*([case.said(phrase.action)] if phrase.action else []), *(word for word, _ in phrase.predicate), phrase.carried]
    return any(verb in edges().dispose.words for verb in verbs) or (len(before) > 1 and before[-1][:2] == work)


def _shared_predicate(case: Case) -> Pieces:
    """6个|企业品牌|、2个区域品牌|入选首批中国消费名品: what is said once of all that is counted, where no quotation ends in front of it."""
    text, (low, high), following = case.text, case.behind, case.following
    stop = case.segment.clause[1]
    if following is None or case.phrase.action or not case.phrase.empty or following.left[0] < following.left[1]:
        return ()
    position = objects.next_statement(text, following.right[0], stop)
    if position is None or expression("digit").search(text, position, stop) or expression("quotation_ends").match(text, following.right[0], position):
        return ()  # 以“1家国家实验室、8个大科学装置”为主体的科技力量|形成
    if expression("counts_examples").search(text, following.right[0], position):
        return ()  # 200公里管网更新、50座公厕改造|等8项任务|提前完成
    own = high - low > LITTLE  # a noun that says by itself what is counted needs no long predicate
    return () if own and stop - position > high - low + LONGEST else ((position, stop),)


def given_to(case: Case) -> Pieces:
    """为|7600名|高龄老人|提供|家庭互助服务: to whom and what, without the verb, also what has a number; nothing for other numbers."""
    front = case.segment.number.bounded_start
    if not case.text.startswith(tuple(nouns()["given_to"]), front - 1):
        return ()
    (low, high), following = case.behind, case.following
    found = expression("given").fullmatch(case.text, low, high)
    if found is None and following:  # 为1200家|企业|争取|贷款贴息|3600万元
        found = expression("given").fullmatch(case.text, low, following.number.bounded_start)
    if found and case.phrase.predicate and case.phrase.predicate[-1][0] in nouns()["given_to"]:
        case.phrase.predicate.pop()  # 养老机构|为|2000名老人提供上门服务: no verb that says what it is
    return (found.span("whom"), found.span("what")) if found else ()


@rule(
    "households and the persons in them, roads and how long they are: the noun behind both",
    takes=[
        "6471户1.97万人实现预脱贫。",
        "7.8万户、22.9万人稳定消除返贫致贫风险。",
        "对6.48万户23.24万农村人口进行遍访甄别。",
        "完成36条120公里农村公路改造。",
        "建设120公里36条农村公路。",
        "完成465幢23.25万平方米房屋改造。",
    ],
    refuses=["9028户搬迁、2.63万人就业。", "建成幼儿园3所、5所小学。", "建成5座120公里输水管道。"],
)
def households_and_persons(case: Case) -> Found | None:
    """6.1万户|14.2万名|防返贫监测对象: what stands behind them is said of both."""
    units = [unit for segment in case.group if (unit := segment.number.unit)]
    dimensions = [unit.dimension for unit in units]
    pairs = len(units) == len(case.group) and len(set(dimensions)) == len(HOUSEHOLDS)
    roads = pairs and any(sized_together(unit.name, size) for unit in units for size in dimensions)
    if case.alone or not case.phrase.empty or not (dimensions == HOUSEHOLDS or roads):
        return None
    low, high = trimmed(case.text, *case.group[-1].right)
    if roads:
        high = objects.without_progress(case.text, low, high)
    if case.phrase.preposition in edges().disposing:
        high = objects.cut_at_dispose(case.text, low, high)  # 对6.48万户23.24万|农村常住人口|进行遍访甄别
    what = expression("draws").match(case.text, high, case.segment.clause[1])  # 871户1784名|城镇居民|和1.2万户4万名农村居民|享受低保
    thing = ((low, high), *((what.span("what"),) if what else ()))
    return Found([[thing] for _ in case.group]) if low < high else None


@rule(
    "people and their cattle: what both get stands once, behind the cattle",
    takes=["解决了3.2万人、1.6万头大牲畜的饮水困难。", "解决3.2万人和1.6万头牲畜饮水安全问题。"],
    refuses=["解决3.2万人的饮水困难。", "存栏大牲畜1.6万头。"],
    needed="in reports of dry counties both numbers would be of nothing",
)
def people_and_cattle(case: Case) -> Found | None:
    """3.2万人、1.6万头|大牲畜|的|饮水困难."""
    last = case.group[-1].number
    found = expression("cattle_get").match(case.text, last.bounded_end, case.segment.clause[1])
    if found is None or len(case.group) != len(HOUSEHOLDS) or not case.segment.number.in_dimension("person"):
        return None
    return Found([[(found.span("what"),)], [(found.span("cattle"), found.span("what"))]])


@rule(
    "people named in front draw what stands behind the last of their list",
    takes=["农村居民18178人享受最低生活保障补助。", "全县有城镇居民1.6万人、农村居民1.8万人享受最低生活保障补助。"],
    refuses=["享受最低生活保障的农村居民1.8万人。", "农村居民1.8万人，享受最低生活保障补助。"],
    needed="in bulletins 1.6万人 would be all who live in towns",
)
def drawn(case: Case) -> Found | None:
    """城镇居民|1.6万人、农村居民1.8万人|享受最低生活保障补助."""
    number = case.segment.number
    if not case.named or case.phrase.action or not number.in_dimension("person", "household"):
        return None
    what = expression("draws").match(case.text, number.bounded_end, case.segment.clause[1])
    return one(case.span, what.span("what")) if what else None


def measure_of_counted(case: Case) -> Found | None:
    """16条|产业链|、18个|专业镇|营业收入分别增长15.6%、14%: what stands behind the last of them is measured of each that was counted."""
    things, size, (low, high) = case.state.listed.things, len(case.group), (case.phrase.start, case.phrase.end)
    told = [thing for thing in things[-size:] if thing and thing[0][0] >= case.segment.clause[0]]
    if "distributive" not in case.phrase.flags or len(told) < size or told[-1][-1][0] != low or not low < told[-1][-1][1] < high:
        return None
    measure = (told[-1][-1][1], high)
    if heads().metric.tail(case.text, *measure) is None:
        return None
    return Found([[(*thing, measure)] for thing in told], handed=True, listed=size)


def without_lent_noun(case: Case, found: list[Pieces]) -> list[Pieces]:
    """国际友城和外国驻穗|总领馆|分别增至214对和69家: things that are counted in other units are not called by one noun; 汽车、家电产品|以旧换新
    |分别达23万辆、269万台: a short name needs what is told of it."""
    units = {segment.number.unit for segment in case.group if segment.number.of("counted")}
    end = found[-1][-1][1]
    if len(units) < len(case.group) or heads().metric.tail(case.text, case.phrase.start, end):
        return found
    lent = [len(thing) > 1 and thing[-1][1] == end and thing[0][1] - thing[0][0] >= WHOLE for thing in found[:-1]]
    return [thing[:-1] if noun else thing for thing, noun in zip(found, [*lent, False], strict=True)]


def who_does(case: Case, verb: str) -> Piece | None:
    """沈阳浑南科技城|落户87个|项目: who does what the words in front of a number end with, where they are more than a word."""
    text, low = case.text, case.phrase.start
    high = phrases.strip(text, low, case.phrase.end - len(verb), False).end
    while more := edges().actions.tail(text, low, high):  # “高效办成一件事”|上线|运行70个
        high -= len(more)
    return (low, high) if high - low > LITTLE else None


def named_behind(case: Case) -> bool:
    """…问题整改;推进|2500公里3460个|入河排污口排查: whether a noun of their own stands behind numbers that follow one another."""
    low, high = trimmed(case.text, *case.group[-1].right)
    counts = all(segment.number.of("counted") or segment.number.in_dimension("length", "area") for segment in case.group)
    return not case.alone and low < high and counts


def lives_there(case: Case) -> bool:
    """惠及3个|村|、1200户、4500人: whether persons or households without a noun stand behind places that were counted, which they are none of."""
    head, number = case.state.subject, case.segment.number
    if not head or not case.phrase.empty or case.phrase.action or not number.in_dimension("person", "household"):
        return False
    return head[-1][0] >= case.segment.clause[0] and expression("place_at_end").search(case.text, *head[-1][:2]) is not None
