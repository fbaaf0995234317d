"""The noun behind a number: 92家|农贸市场, 20支|台湾团队|参与乡建乡创."""

from __future__ import annotations

from mubiao.grammar.clause.clauses import Segment
from mubiao.grammar.phrase.phrase import LISTED, Phrase, trimmed
from mubiao.grammar.thing.pieces import WORD
from mubiao.grammar.thing.relational import bare_of
from mubiao.grammar.words.classes import classes
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.numbers import verbs
from mubiao.grammar.words.things import behind, heads, nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary

LONGEST = 30  # characters of what is done for those who are counted


def noun_behind(text: str, segment: Segment, phrase: Phrase) -> tuple[int, int]:
    """The noun behind a number, empty where what follows only carries it (8%的目标) or says something else."""
    low, high = segment.right
    if not phrase.empty and expression("already_behind").match(text, low, high):
        return high, high
    if state := _state_of_share(text, segment, phrase):
        return state
    low, high = trimmed(text, low + len(classes().of.head(text, low, high) or ""), high)
    carrier = _carrier(text, low, high)
    if carrier in load().words["refusals"]["carrier"] and segment.number.of("counted") and low == segment.right[0]:
        carrier = ""  # 督察反馈的23个|问题: counted itself; but 8%的|难题
    low, high = trimmed(text, low + len(carrier), high)
    high = _end_of_statement(text, low, high, phrase)
    if low >= high or expression("added_up").fullmatch(text, low, high):
        return high, high
    counted = segment.number.of("counted")
    low, high = _noun(text, low, high, phrase, counted)
    if counted:
        high = _end_of_counted(text, low, high)
        does = expression("what_they_do").search(text, low, high) if phrase.action else None
        if does and does.start() - low > WORD:
            high = does.start()  # 提升100家|县级供养机构|服务水平: nobody counts that
        chain = expression("chain_counted").match(text, segment.number.end)
        if chain and chain.end() < high:
            high = chain.end()  # 12条|重点产业链|项目占比: chains are counted so, and no projects
        if others := expression("other_works").search(text, segment.number.start, high):
            high = others.start("others")
    high -= len(behind().basis.tail(text, low, high) or "")
    stuff = classes().stuff.head(text, low, high)
    if not phrase.empty and not counted and not stuff and (carrier or phrase.predicate):
        return high, high
    return low, high


def _state_of_share(text: str, segment: Segment, phrase: Phrase) -> tuple[int, int] | None:
    """配套新能源80%|实现自发自用, 城市建成区实现100%|清洁取暖: what a share of the thing in front came to, or all of it; None behind a rate."""
    number, (low, high) = segment.number, (phrase.start, phrase.end)
    if phrase.empty or not number.of("rate") or heads().metric.tail(text, low, high):
        return None
    name = "state_of_all" if phrase.predicate and number.value == 100 else "state_of_some"
    state = expression(name).fullmatch(text, number.bounded_end, segment.right[1])
    return state.span() if state else None


def _carrier(text: str, low: int, high: int) -> str:
    """The word that only carries a number (8%的|目标), "" where it begins a longer noun."""
    carrier = classes().carrier.head(text, low, high) or ""
    return "" if len(edges().protected.head(text, low, high) or "") > len(carrier) else carrier


def _end_of_statement(text: str, low: int, high: int, phrase: Phrase) -> int:
    """Where another statement begins behind a number: what it serves as, or what goes on."""
    if phrase.preposition in edges().means and (serves := expression("serves_as").search(text, low + WORD, high)):
        high = serves.start()
    if another := expression("another_size").search(text, low + WORD, high):
        high = another.start()
    goes_on = expression("goes_on_behind").search(text, low + WORD, high)
    if goes_on and (not phrase.empty or text[low : goes_on.start()] not in nouns()["thin"]):
        return goes_on.start()
    return high


def _noun(text: str, low: int, high: int, phrase: Phrase, counted: bool) -> tuple[int, int]:
    """The noun of what stands behind a number, as the words in front of it ask for one: empty where a verb says what is done."""
    action = phrase.action
    if action and text[slice(*action)] in load().words["actions"]["pivot"]:
        return _object(text, low, high, False, phrase.empty)
    if (not phrase.empty or action) and _tells_what_is_done(text, low, high):
        if not (counted and (phrase.empty or action) and _is_new(text, low, high)):
            return high, high
        comma = -1 if phrase.empty else text.find("、", low, high)
        return low, comma if comma > 0 else high  # 续建|海湾新区10所新建学校|、理工职业学校二期等项目
    active = bool(action) or (phrase.empty and counted and (bool(phrase.predicate) or phrase.preposition in edges().serving))  # 完成|31村|整村推进
    cut = cut_at_dispose(text, low, high) if phrase.preposition in edges().disposing else high
    begin, end = _object(text, low, cut, active, phrase.empty)
    tells = counted and end < cut <= end + LONGEST and (phrase.action_class == "add" or text[begin:end] in nouns()["thin"])
    if tells and expression("taken_up_behind").match(text, end, cut):
        return begin, cut  # 新增12家|企业获得国家认定
    if counted and high - end <= LONGEST and _is_served(text, begin, end, phrase):
        return begin, high  # 为8000名|独居老人安装报警器: how many old people there are is something else
    return begin, end


def _is_served(text: str, start: int, end: int, phrase: Phrase) -> bool:
    """Whether something is done for those who are counted: for whom (为9000家|企业), or with people (对20万|妇女)."""
    people = phrase.preposition in edges().disposing and classes().names_people(text, start, end)
    return phrase.preposition in edges().serving or people


def _end_of_counted(text: str, low: int, high: int) -> int:
    """Where a noun that is counted ends: 16个前期工作|和建材、副食品供应等后勤保障工作, 112个重点项目|年底前全部开工."""
    if others := expression("others_behind").search(text, low, high):
        high = others.start()
    if (item := expression("next_item").search(text, low + 1, high)) and text.startswith(LISTED, item.start()):
        high = item.start()  # 28个|重点项目|、16个民生工程: what a number that is no row counts
    first = text.find(LISTED, low, high)
    if first > low and (done := without_progress(text, low, first)) < first:
        return done  # 2个|万头牧场主体工程|竣工、沙兰万头牧场开工建设
    if first > low and expression("each_called").fullmatch(text, low, high):
        return first  # 8万个|事项“一次办”|、锂产业“一窗办”
    until = expression("deadline_behind").search(text, low, high)
    return _without_adverbs(text, low, until.start()) if until and until.start() >= low + WORD else high


def _tells_what_is_done(text: str, low: int, high: int) -> bool:
    """Whether what stands behind a number begins with a verb, perhaps with a word in front that says how (2000万元|有效推进…)."""
    how = edges().head.head(text, low, high)
    if how and len(how) > 1 and edges().head.words[how] in ("adverb", "manner"):
        low += len(how)
    return verbs().head(text, low, high) is not None and edges().protected.head(text, low, high) is None


def _is_new(text: str, low: int, high: int) -> bool:
    """抓好6条|续建高铁建设: whether the verb behind a count only says whether the things are new."""
    verb = verbs().head(text, low, high)
    actions = load().words["actions"]
    return verb is not None and high - low - len(verb) >= WORD and (verb in actions["continued"] or verb in actions["built"])


def cut_at_dispose(text: str, low: int, high: int) -> int:
    """对30处交通堵点|进行有效整治."""
    kit = edges().dispose
    stop = next((position for position in range(low + 2, high) if kit.head(text, position, high)), high)
    return _without_adverbs(text, low, stop) if stop < high else high


def _object(text: str, start: int, end: int, active: bool, alone: bool) -> tuple[int, int]:
    """The noun at the left of what stands behind a number: 财力|有效推进一批项目, 零碳产业园区|启动建设.

    Args:
        active: whether a verb stands in front of the number; then the noun ends where the next verb begins, else only
            words that say how things go are taken off its end.
        alone: whether nothing stands in front of the number.
    """
    if active:
        stop = next_statement(text, start, end)
        if stop is not None and (here := expression("comes_here").search(text, start + WORD, stop)):
            stop = here.start()  # 74家|企业|常态化到我区|开展测试
        return start, end if stop is None else _without_adverbs(text, start, stop)
    return start, without_progress(text, start, end, alone)


def next_statement(text: str, start: int, end: int) -> int | None:
    """Where a verb behind a noun begins a new statement: 台湾团队|参与乡建乡创, 村|入选, but no verb is part of a noun (社会组织)."""
    kit = edges()
    shortest = 1 if text[start] in load().words["forms"]["one_character"] else WORD
    for position in range(start + shortest, end - 1):
        held = kit.protected.head(text, position, end) or kit.inside_noun(text, start, position, end)
        verb = behind().statement.head(text, position, end)
        noun = verb in load().words["actions"]["noun_like"] and position + len(verb) == end  # 重大事项获国家|支持
        if verb and not held and not noun:
            return position
    return None


def without_progress(text: str, start: int, end: int, alone: bool = False) -> int:
    """Where a noun ends behind which stands how things go (10个园区|正式启用).

    Args:
        alone: whether nothing stands in front of its number; one that says too little alone keeps how it goes (3900个项目投产达效).
    """
    stop = end
    while word := behind().progress.tail(text, start, stop):  # “揭榜挂帅”项目|启动|实施
        come = expression("comes_to").search(text, start, stop - len(word))
        stop = _without_adverbs(text, start, come.start() if come else stop - len(word))  # 60万平方米标房入驻46家企业|陆续投产
    if stop == end:
        return end
    if expression("told_in_verbs").search(text, start + WORD, stop):
        return end
    if alone and text[start:stop] in nouns()["thin"]:
        return end
    return stop if stop - start >= WORD else end


def without_measure(text: str, start: int, end: int) -> int:
    """147个|国考断面|水质优良率|达98.6%: where things end that are counted, of which a measure stands in front of the next number."""
    places = (match.end() for match in expression("place_counted").finditer(text, start, end))
    if place := next((place for place in places if heads().metric.tail(text, place, end) and plain(text[place:end]) in vocabulary().forms), None):
        return place  # 30个|贫困县|农民人均纯收入, but 137个|市重点项目
    if given := expression("given_by_bodies").search(text, start + WORD, end):
        return given.start()  # 37家|中央定点帮扶单位|援助资金31亿元
    bare = _without_adverbs(text, start, end)
    if not text.endswith(tuple(load().words["nouns"]["counts_none"]), start, bare):
        return end
    if whose := expression("measure_of").search(text, start + WORD, bare):
        return whose.start()
    stop, tail = bare, heads().shared.tail(text, start, bare)
    while tail and stop - len(tail) - start >= WORD:
        stop -= len(tail)
        tail = heads().shared.tail(text, start, stop)
    begin = bare_of(text, start, bare) if stop == bare else stop
    return begin if begin - start >= WORD else stop  # 22条|入黄排水沟|整治率


def _without_adverbs(text: str, start: int, end: int) -> int:
    kit = edges()
    while word := kit.head.tail(text, start, end):
        if kit.head.words[word] not in ("adverb", "manner") or word in kit.protected.words or end - len(word) - start < WORD:
            break
        end -= len(word)
    return end
