"""What is measured and what is done to it: verbs, promises and hedges off, the indicator phrase left.

力争完成基础设施投资 -> commitment 力争, action 完成, phrase 基础设施投资; 民间投资增长 -> phrase 民间投资, predicate 增长.
"""

from __future__ import annotations

from mubiao.grammar.phrase.left_edge import strip_left
from mubiao.grammar.phrase.phrase import PUNCTUATION, Phrase
from mubiao.grammar.phrase.right_edge import strip_right
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.figures import comparing
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load


def strip(text: str, start: int, end: int, percent: bool) -> Phrase:
    """Take every known word off both edges of a span.

    Args:
        percent: whether the number is a percentage or a sum of money; growth words in front of other units (农村公路提升20条) belong to
            the noun, unless they are words of change (增加36个).
    """
    opening = expression("item_opening").match(text, start, end)  # 五是|完成…, before 是 may be taken for a verb
    phrase = Phrase(opening.end() if opening else start, end)
    strip_right(text, phrase, percent)
    strip_left(text, phrase, percent)
    told = comparing().previous.match(text, phrase.start, phrase.end)  # 同比 alone may begin a name (同比增速)
    gain = text[told.end() if told else phrase.start : phrase.end]
    whole = expression("against_year").sub("", text[start:end].strip(PUNCTUATION), count=1)
    by_itself = percent and whole == gain  # 完成28583万元,|增收|2798万元; 比2017年|增收|
    if (told or by_itself or "previous" in phrase.flags) and gain in edges().gains:  # 比上年|增收|4亿元, 同比|增收|900元
        phrase.flags.add("previous")
        phrase.predicate.append((gain, "rise"))
        phrase.start = phrase.end
    elif percent and (more := expression("revenue_gained").search(text, phrase.start, phrase.end)):  # 税收|增收|13.3亿元
        phrase.predicate.append((more["gain"], "rise"))
        phrase.end = more.start("gain")
    if percent and expression("in_fact").fullmatch(text, phrase.start, phrase.end):  # 教育支出预算27亿元,|实际支出|25亿元
        phrase.predicate.append((text[phrase.start : phrase.end], "reach"))
        phrase.start = phrase.end
    if not percent and not phrase.action and (makes := expression("produces").match(text, phrase.start, phrase.end)):
        phrase.action = phrase.last_verb = makes.span()  # 全年|生产|皮鞋1200万双
        phrase.action_class, phrase.start = "make", makes.end()
    if phrase.preposition in edges().partners and not phrase.action and phrase.predicate and phrase.predicate[-1][0] in edges().actions.words:
        _take_agreement(text, phrase, end)
    if not percent and phrase.empty and len(phrase.predicate) == 1 and phrase.predicate[0][0] in edges().serving:  # 为2000名残疾人提供服务
        phrase.preposition = phrase.predicate.pop()[0]
    return phrase


def tell_which(text: str, phrase: Phrase) -> None:
    """新登记|企业|增长8%, 服务|进出口总额|下降3%: of a share or of growth, a verb that says which things are meant is a part of their name."""
    verb = _verb_in_front(text, phrase)
    if verb and not (phrase.empty or phrase.front or phrase.preposition) and (phrase.action_class == "add" or verb in edges().telling):
        _into_name(phrase)


def tell_how_long(text: str, phrase: Phrase) -> None:
    """开办企业时间|压缩至|0.5天: of the time that something takes, the verb in front says what takes it, and is a part of its name."""
    if not _verb_in_front(text, phrase) or phrase.action_class != "make" or not phrase.predicate:
        return
    span = next((word for word in load().words["nouns"]["time_of"] if text.endswith(word, phrase.start, phrase.end)), "")
    if span and edges().actions.tail(text, phrase.start, phrase.end - len(span)) is None:  # 上线运行|重点事项办理时限
        _into_name(phrase)


def _verb_in_front(text: str, phrase: Phrase) -> str:
    """The verb that stands right in front of a phrase."""
    return text[slice(*phrase.action)] if phrase.action and phrase.action[1] == phrase.start else ""


def _into_name(phrase: Phrase) -> None:
    """Let a phrase begin with the verb in front of it."""
    if phrase.action:
        phrase.start, phrase.action, phrase.last_verb, phrase.action_class = phrase.action[0], None, None, ""


def _take_agreement(text: str, phrase: Phrase, end: int) -> None:
    """与开行、建行初步|达成|600亿元合作意向: what was agreed stands behind the number; with whom is no thing."""
    verb, _ = phrase.predicate.pop()
    at = text.index(verb, phrase.end, end)
    phrase.action = phrase.last_verb = (at, at + len(verb))
    phrase.action_class, phrase.start = "make", phrase.end


def without_predicate(text: str, start: int, end: int) -> int:
    """Where a noun ends whose words of growth or reaching speak of the number behind it."""
    phrase = Phrase(start, end)
    strip_right(text, phrase, True)
    return phrase.end if phrase.predicate and not phrase.empty else end


def verb_of_change(text: str, start: int, end: int) -> list[tuple[str, str]]:
    """提高到, 优化整合为: the words between where a change began and where it ended, as a predicate."""
    phrase = Phrase(start, end)
    strip_right(text, phrase, True)
    found = phrase.predicate or [(text[start:end], "reach")]
    if not phrase.empty and found[-1][1] == "reach":
        return [*found[:-1], (text[phrase.start : phrase.end] + found[-1][0], "reach")]
    return found
