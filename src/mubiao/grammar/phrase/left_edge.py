"""The left edge of a phrase: times, promises, verbs and prepositions in front of the noun (力争|完成|基础设施投资)."""

from __future__ import annotations

from mubiao.grammar.phrase.phrase import LISTED, Phrase, note, trim
from mubiao.grammar.phrase.verbs import action_at, next_verb, noun_at, verb_at
from mubiao.grammar.words.classes import classes
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.numbers import verbs
from mubiao.grammar.words.things import heads
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary

BEFORE_VERB = ("adverb", "connective", "distributive")  # of one character such a word may as well begin a noun: 再生水, 各级财政
LEVEL = ("reach", "risen", "fallen")  # a predicate behind which a level stands


def strip_left(text: str, phrase: Phrase, percent: bool = False) -> None:
    """Take known words off the left edge until a noun is left; the verb of the commitment is kept.

    Args:
        percent: whether a verb of falling may speak of the number (压减一般性支出5%).
    """
    kit = edges()
    while True:
        trim(text, phrase)
        if phrase.empty:
            return
        if basis := expression("basis_in_front").match(text, phrase.start, phrase.end):
            phrase.basis, phrase.start = basis["basis"] or basis[0], basis.end()
            continue
        if its := expression("its_share").fullmatch(text, phrase.start, phrase.end):
            phrase.start = its.start("share")  # 增加值120亿元,其|占GDP比重
            return
        if match := expression("opening").match(text, phrase.start, phrase.end) or expression("share_it_has").match(text, phrase.start, phrase.end):
            phrase.start = match.end()
            continue
        if not (percent or phrase.predicate) and (has := expression("has").match(text, phrase.start, phrase.end)):
            note(phrase, "", "cumulative")
            phrase.start = has.end()
            continue
        held = noun_at(text, phrase.start, phrase.end)
        verb = verb_at(text, phrase.start, phrase.end) or ""
        word = _known_word(text, phrase)
        if level := _level_of_new(text, phrase):
            phrase.extra, phrase.start = (phrase.start, phrase.start + len(level)), phrase.start + len(level)
            _take_action(text, phrase, percent)
            return
        if held and len(held) >= max(len(verb), len(word)):
            return
        if verb and len(verb) >= len(word):
            _take_action(text, phrase, percent)
            return
        if not word:
            return
        kind = kit.head.words[word]
        if (kind == "manner" or (len(word) == 1 and kind in BEFORE_VERB)) and not _leads_to_verb(text, phrase, len(word)):
            return  # 再生水, 重点商务楼宇: the word may as well begin a noun
        if kind == "place" and not _place_goes(text, phrase, len(word)):
            return
        if kind == "preposition":
            _strip_preposition(text, phrase, word, percent)
            return
        note(phrase, word, kind)
        phrase.start += len(word)


def _level_of_new(text: str, phrase: Phrase) -> str:
    """农村|新建|公厕120座, 县城|建成|公园3个: the level or kind in front of a verb of what is new or done, "" for one name (城镇新增就业)."""
    level = heads().qualifier.head(text, phrase.start, phrase.end) or ""
    behind = phrase.start + len(level)
    verb = verb_at(text, behind, phrase.end) if level else None
    first = text[phrase.start : phrase.end].partition(LISTED)[0]
    if verb is None or plain(first) in vocabulary().forms:
        return ""
    done = verb in load().words["actions"]["progress"] and not noun_at(text, behind, phrase.end)  # 市本级|完成|节能改造, not 城市建成区
    return level if (done or edges().new.head(verb, 0, len(verb))) and behind + len(verb) < phrase.end else ""


def _known_word(text: str, phrase: Phrase) -> str:
    """The longest word known at the left edge that leaves the noun behind it whole: 年末|有效灌溉面积, not 年末有|效灌溉面积."""
    kit = edges()
    word = kit.head.head(text, phrase.start, phrase.end) or ""
    last = phrase.start + len(word) - 1
    if word and len(kit.protected.head(text, last, phrase.end) or "") > 1:
        word = kit.head.head(text, phrase.start, last) or word
    return word


def _leads_to_verb(text: str, phrase: Phrase, length: int) -> bool:
    start = phrase.start + length
    return start >= phrase.end or verb_at(text, start, phrase.end) is not None or edges().head.head(text, start, phrase.end) is not None


def _place_goes(text: str, phrase: Phrase, length: int) -> bool:
    """全市 is taken off a verb phrase (全市新增停车泊位, 全市共有养老机构), not off a noun (全市生产总值)."""
    if any(expression(when).match(text, phrase.start + length, phrase.end) for when in ("time", "whole_year")):
        return True  # 我市|2024年|合同利用外资, 全市|全年|空气质量优良率
    rest = Phrase(phrase.start + length, phrase.end)
    strip_left(text, rest)
    if rest.empty and not phrase.predicate and text.endswith(tuple(load().words["nouns"]["treasury"]), phrase.start, rest.start):
        return False  # 中央专项资金38亿元,|市级财政|24亿元
    return rest.action is not None or rest.empty or bool(rest.preposition) or "cumulative" in rest.flags


def _take_action(text: str, phrase: Phrase, percent: bool) -> None:
    action = action_at(text, phrase.start, phrase.end)
    if action is None:
        return
    phrase.action, phrase.last_verb, phrase.action_class, phrase.start = action.span, action.last, action.kind, action.rest
    kit = edges()
    moves = kit.predicates.words.get(text[slice(*action.last)], "")
    bettered = text[slice(*action.last)] in load().words["actions"]["renewed"]  # 改善|民生支出140亿元 is no fall of it
    if action.kind == "change" or (moves == "fall" and percent and not bettered):
        phrase.moves = moves
    trim(text, phrase)
    if above := expression("set_above").match(text, phrase.start, phrase.end):
        phrase.start = above.end()
    if when := expression("year_behind_verb").match(text, phrase.start, phrase.end):
        phrase.start = when.end()
    if text[slice(*action.last)] in kit.asking and (asked := expression("asked_of").match(text, phrase.start, phrase.end)):
        phrase.start = asked.end()
        _take_action(text, phrase, percent)
        return
    if (last := next_verb(text, phrase.start, phrase.end)) is not None:  # 完善制度体系、|培育|龙头企业: the number is that of the last verb
        phrase.front, phrase.start = (phrase.start, last - 1), last
        strip_left(text, phrase, percent)
        return
    _drop_place(text, phrase)
    if _says_which(text, phrase):
        phrase.start, phrase.action, phrase.last_verb, phrase.action_class = phrase.action[0], None, None, ""


def _says_which(text: str, phrase: Phrase) -> bool:
    """通航城市|达到|25个: where a verb of reaching stands behind a noun that says too little, the verb in front says which are meant."""
    kit, verb = edges(), phrase.action
    if verb is None or not phrase.predicate or phrase.predicate[-1][1] not in LEVEL or phrase.moves:
        return False
    noun = text[phrase.start : phrase.end].partition("(")[0]
    needs_head = text[slice(*verb)] in kit.inner and noun in load().words["nouns"]["dependent"]  # 实现|总量|达到60万套: of what stands in front
    return noun in kit.vague and not needs_head and text[slice(*verb)] not in kit.commits


def _drop_place(text: str, phrase: Phrase) -> None:
    """A place alone is no indicator, nor a preposition: 服务全市|110万人次, 加大对|10个试点县|的支持力度."""
    word = text[phrase.start : phrase.end]
    kind = edges().head.words.get(word)
    if kind == "place" or word in edges().disposing:
        phrase.start = phrase.end
    if kind == "preposition" and phrase.empty:
        phrase.preposition = word


def _strip_preposition(text: str, phrase: Phrase, word: str, percent: bool) -> None:
    """对国省道实施路面提升 -> 国省道 + 路面提升; 在全市中小学配备设备 -> 设备."""
    kit = edges()
    if any(expression(how).match(text, phrase.start, phrase.end) for how in ("trade_with", "sold_through")):
        return  # 对东盟进出口: imports of 东盟 are other ones; 通过公共网络实现零售额: and so are all retail sales
    phrase.start += len(word)
    if word in load().words["modifiers"]["adverb"] and not phrase.predicate and verb_at(text, phrase.start, phrase.end):
        strip_left(text, phrase, percent)  # 今年将|新建学校20所, but 将改造标准|提高到30元
        return
    phrase.preposition = word
    if word in kit.means and (means := expression("with_as").match(text, phrase.start, phrase.end)):
        phrase.start = means.end()
        strip_left(text, phrase, percent)
        return
    if word in kit.standing and (place := expression("in_place").match(text, phrase.start, phrase.end)):
        phrase.start = place.end()
        _take_action(text, phrase, percent)
        return
    whom = phrase.start + len(classes().people.head(text, phrase.start, phrase.end) or "")
    if word in kit.serving and whom > phrase.start and verb_at(text, whom, phrase.end):
        phrase.served, phrase.start = (phrase.start, whom), whom  # 为居民|改造燃气管阀
        _take_action(text, phrase, percent)
        return
    if _leaves_verb(text, phrase, word, percent):
        return
    _drop_place(text, phrase)
    whole = expression("whole_place").match(text, phrase.start, phrase.end)  # 在全省规上工业利润下降6%的背景下
    if word in kit.standing and expression("says_where").search(text, phrase.start, phrase.end):
        phrase.start = phrase.end  # 在鹰潭、萍乡等|9个|市县
    amid = expression("amid").match(text, phrase.end)
    if word in kit.standing and not (phrase.empty or whole or amid):  # 在川两院院士: without a verb behind, it belongs to the noun
        phrase.start, phrase.preposition = phrase.start - len(word), ""


def _leaves_verb(text: str, phrase: Phrase, word: str, percent: bool) -> bool:
    """对国省道|实施路面提升: take off what a preposition governs, up to the verb behind it; False where none is."""
    kit = edges()
    held = phrase.start + len(kit.protected.head(text, phrase.start, phrase.end) or "")  # 与|国开行|签订: no verb is inside a noun
    for position in range(max(phrase.start + 1, held), phrase.end - 1):
        disposed = kit.dispose.head(text, position, phrase.end)
        verb = disposed or verbs().head(text, position, phrase.end)
        if verb is None or len(kit.protected.head(text, position, phrase.end) or "") > len(verb):
            continue
        if disposed and word in kit.disposing:
            phrase.extra = (phrase.start, position)
        if word in kit.serving and classes().person.tail(text, phrase.start, position):
            phrase.served = (phrase.start, position)
        phrase.start = position
        if verb_at(text, position, phrase.end):
            _take_action(text, phrase, percent)
        else:
            phrase.start += len(disposed or "")
        return True
    return False
