"""Money and what it is used for: 投入|100亿元|支持旅游产业发展, 安排资金|2000万元|用于乡村振兴."""

from __future__ import annotations

from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import LISTED, trimmed
from mubiao.grammar.phrase.verbs import action_at, verb_at
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.pieces import WORD, Piece, Pieces, words_of
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.rule import rule

LIST = 30  # characters of a list that money was laid out for, to be named as a whole


@rule(
    "money is named by what it is where that says enough, else by what it is used for",
    takes=[
        "投入100亿元支持旅游产业发展。",
        "县财政安排资金2000万元用于乡村振兴。",
        "安排前期工作周转金25亿元支持重大工业项目建设。",
        "出资5000万元设立中小企业发展基金。",
        "投资8300万元实施煤烟污染治理。",
        "集中2000万元财力有效推进项目前期工作。",
        "3亿元用于改善民生。",
        "安排3.5亿元，用于中小企业发展。",
        "投资1.4亿元，完成移民搬迁7236人。",
        "投资250亿元建设煤化工、硅基、大数据等4个绿电园区。",
        "投入48.96亿元、办成民生实事52件。",
        "落实资金7356万元，对2.85万名家庭经济困难学生进行补助。",
        "拨付3.2亿元，用于教育基础设施建设。",
        "安排3.5亿元，用于支持企业改造。",
    ],
    refuses=[
        "筹集3.36亿元廉租房保障资金。",
        "投入资金3亿元。",
        "发放扶持资金3亿元、惠及企业200家。",
        "完成投资120亿元，新建学校3所。",
        "投资1.4亿元，项目进展顺利。",
        "落实资金280亿元，带动商品销售2000亿元。",
    ],
)
def used_for(case: Case) -> Found | None:
    """安排资金|2000万元|用于乡村振兴: 乡村振兴资金; 上级资金|12亿元|用于基础设施建设: 上级资金."""
    if not case.alone or not case.segment.number.of("money"):
        return None
    low, high = _behind(case)
    if low >= high and (laid_out := _laid_out(case)):
        return laid_out
    if low >= high and (used := expression("used_behind").match(case.text, case.segment.number.bounded_end, case.state.sentence[1])):
        low, high = used.span("use")  # 安排3.5亿元,|用于支持中小企业发展
    use = expression("use_of_money").match(case.text, low, max(high, case.segment.clause[1])) if low < high else None
    if use is None and (behind := expression("use_behind").search(case.text, low + WORD, high)):
        noun = (low, behind.start())  # 市本级|2000万元|财力有效推进…
        return one((case.phrase.start, case.phrase.end), noun) if case.named else one(noun)
    front = case.phrase.action if case.phrase.empty else (case.phrase.start, case.phrase.end)
    if use is None or (front is None and not (case.segment.first and use["for"])):
        return None
    bare = expression("bare_money").fullmatch(case.text, *front) if front else None
    if bare is None and front:
        return one((case.phrase.start, case.phrase.end)) if case.named and not case.phrase.predicate else None
    purpose = _purpose(case, use.span("verb"), high)
    if purpose is None:
        return None
    return one(*purpose, *((bare.span("money"),) if bare and bare["money"] and not use["founds"] else ()))


@rule(
    "projects behind a sum of money are what it was given for",
    takes=[
        "苏陕协作资金到位5600万元，实施项目23个。",
        "新增专项债券额度521亿元，支持项目432个。",
        "城市更新攻坚行动累计完成投资286亿元，实施项目206个。",
    ],
    refuses=[
        "苏陕协作资金到位5600万元，实施扶贫项目23个。",
        "筹集各类资金5600万元，实施项目23个。",
        "新增规上企业12家，实施项目23个。",
        "固定资产投资增长10%，新开工项目23个。",
    ],
    needed="项目 would be of anything",
)
def funded(case: Case) -> Found | None:
    """苏陕协作资金到位5600万元,实施|项目|23个: the head without its money says which they are."""
    head = case.state.head
    if not case.named or not case.segment.first or case.noun not in nouns()["says_little"] or not head or head[0][0] < case.state.sentence[0]:
        return None
    begin, high = head[0][0], head[-1][1]
    if case.text.endswith(tuple(nouns()["laid_out"]), begin, high) and plain(words_of(case.text, head)) in vocabulary().forms:
        return None  # 固定资产投资增长10%,其中新开工|项目|120个: an indicator by itself names no projects
    money = expression("funds_end").search(case.text, begin, high)
    if money is None or money.start() == begin or expression("bare_money").fullmatch(case.text, begin, high):
        return None
    return one(*((low, min(stop, money.start())) for low, stop, *_ in head if low < money.start()), case.span)


def _laid_out(case: Case) -> Found | None:
    """投资|1.4亿元,完成|移民搬迁|7236人: money that opens a clause is for what the next clause, or statement, says was made with it."""
    text, (start, end), topic = case.text, case.state.sentence, case.state.topic
    if topic.said and topic.said[0][0] >= start and not topic.acts:
        return None  # 温暖工程年度任务全面完成,投入近200亿元: of what went on
    money = expression("money_laid_out").fullmatch(text, *trimmed(text, *case.segment.left)) if case.segment.first else None
    clause = expression("clause_behind").match(text, _end_of_money(case), end) if money else None
    if money is None or clause is None:
        return None
    named = tuple(money.span(name) for name in ("money", "alone") if money[name])
    begin, stop = clause.span("clause")
    if worked := expression("worked_on").fullmatch(text, begin, stop):
        return one(*_without_numbers(text, *worked.span("whom")), worked.span("done"), *named)
    number = expression("number").search(text, begin, stop)
    phrase = phrases.strip(text, begin, number.start() if number else stop, False)
    if (phrase.last_verb is None and not clause["use"]) or phrase.preposition or phrase.predicate:
        return None
    if phrase.last_verb and case.said(phrase.last_verb) in nouns()["moving"]:
        return None  # 落实资金280亿元,|带动|商品销售2000亿元: what came of it
    pieces = _without_numbers(text, phrase.start, stop)
    if not pieces or text[slice(*pieces[0][:2])] in nouns()["thin"]:
        return None
    return one(*pieces, *(_done(text, phrase.last_verb) if phrase.last_verb else ()), *named)


def _end_of_money(case: Case) -> int:
    """Where a statement behind money may begin: behind a mark of lists (投入3亿元|、办成实事52件), or behind the clause."""
    end, following = case.segment.number.bounded_end, case.following
    return end if following and not following.number.of("money") and case.text.startswith(LISTED, end) else case.segment.clause[1]


def _without_numbers(text: str, low: int, high: int) -> Pieces:
    """60所|农村初中校舍改造、|161所|中小学校舍安全工程: the words of a list without its numbers; of a long list the first item alone."""
    mark = text.find(LISTED, low, high)
    if mark >= 0 and (high - low > LIST or verb_at(text, mark + 1, high)):
        high = mark
    pieces: list[Piece] = []
    for number in expression("number").finditer(text, low, high):
        pieces.append((low, number.start()))
        low = number.end()
    low, high = trimmed(text, low, high)
    return tuple(piece for piece in (*pieces, (low, high)) if piece[0] < piece[1])


def _done(text: str, verb: Piece) -> Pieces:
    """新建 -> nothing, 建设 and 改造 -> themselves: what was done, where the verb is a noun as well."""
    actions, word = load().words["actions"], text[slice(*verb[:2])]
    return (verb,) if word in actions["built"] and word in actions["noun_like"] else ()


def _behind(case: Case) -> tuple[int, int]:
    """The words behind a sum of money, also those in front of what is counted there (投入3亿元|新建学校|10所)."""
    low, high = trimmed(case.text, *case.segment.right)
    following = case.following
    if low < high or following is None or following.left[0] != case.segment.number.bounded_end:
        return low, high
    begin, end = following.left
    return (begin, end) if expression("makes_with_it").match(case.text, begin, end) else (high, high)


def _of_examples(case: Case) -> Piece | None:
    """建设煤化工、硅基、数据等|4个|绿电园区: the noun that is counted behind examples of it, None where no such list goes on."""
    text, following = case.text, case.following
    if following is None or not following.number.of("counted") or LISTED not in text[case.segment.right[1] : following.left[0] + 1]:
        return None
    low, high = trimmed(text, *following.right)
    return (low, high) if low < high and edges().joint.tail(text, *following.left) else None


def _purpose(case: Case, verb: tuple[int, int], high: int) -> Pieces | None:
    """What money is used for: the object of its verb, with the verb behind it where that is a noun as well (学校|建设)."""
    text, following = case.text, case.following
    if verb_at(text, verb[0], high) and (chain := action_at(text, verb[0], high)):
        verb = chain.last  # 改造提升|老旧小区
    begin, end = trimmed(text, verb[1], high)
    pieces: Pieces = ((begin, end),) if begin < end else ()
    if following and high == following.number.bounded_start and (noun := trimmed(text, *following.right)) and noun[0] < noun[1]:
        pieces = (*pieces, noun)  # 建设海湾新区|10所|学校
    elif examples := _of_examples(case):
        pieces = (examples,)
    if not pieces or expression("ends_in_money").search(text, *pieces[-1][:2]):
        return None  # 投入2亿元|保障资金
    return (*pieces, *_done(text, verb))
