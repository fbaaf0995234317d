"""The right edge of a phrase, nearest to the number: words of growth, reaching and bounding (民间投资|增长)."""

from __future__ import annotations

import re

from mubiao.grammar.phrase.phrase import MOVES, Phrase, note, trim
from mubiao.grammar.words.edges import Edges, edges
from mubiao.grammar.words.figures import measures
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.signs import may_end

YEARS = 8  # characters that may say how many years together
CLOSING = ")"
BASIS = 16  # characters that may say how it is measured


def strip_right(text: str, phrase: Phrase, percent: bool) -> None:
    """Take known words off the right edge until a noun is left.

    Args:
        percent: whether words of growth may speak of the number.
    """
    kit = edges()
    until = False
    if tier := expression("tier_in_front").search(text, phrase.start, phrase.end) if percent else None:
        phrase.commitment, phrase.end = tier["promise"], tier.start()
    while True:
        trim(text, phrase)
        phrase.end = _without_name(text, phrase)
        of = kit.of.tail(text, phrase.start, phrase.end) or ""
        if of and (percent or time_before(text, phrase.start, phrase.end - len(of))):
            phrase.end -= len(of)
        each = expression("of_each").search(text, phrase.start, phrase.end)
        if each and (phrase.predicate or each["reached"]):
            phrase.end = each.start()
        than = expression("than_alone").search(text, phrase.start, phrase.end) if percent and phrase.predicate else None
        if than:
            note(phrase, than[0], "previous")
            phrase.end = than.start()
        then = expression("than_then").search(text, phrase.start, phrase.end) if phrase.predicate else None
        phrase.end = then.start() if then else phrase.end
        if phrase.empty:
            return
        if basis := _basis_before(text, phrase):
            phrase.basis, phrase.end = basis["basis"] or basis[0], basis.start()
            continue
        if phrase.predicate and (years := _years_before(text, phrase)):
            note(phrase, years[0], "span")
            phrase.end = years.start()
            continue
        if phrase.predicate and expression("in_each_year").search(text, phrase.start, phrase.end):
            note(phrase, text[phrase.end - 1], "each")
            phrase.end -= 1
            continue
        if until and (word := kit.reshaped.tail(text, phrase.start, phrase.end) or ""):
            last, level = phrase.predicate.pop()
            phrase.predicate.append((word + last, level))  # 实验室|优化重组至|172家
            phrase.end -= len(word)
            continue
        kind, word = _tail_word(text, phrase, percent or until, kit)
        if not kind:
            return
        _take(phrase, kind, word, until)
        until = word in kit.until
        phrase.end -= len(word)


def _take(phrase: Phrase, kind: str, word: str, until: bool) -> None:
    """Keep what a word at the right edge says of the number.

    Args:
        until: what was taken before it says until where (降|至|4%).
    """
    if kind == "add":
        phrase.action = phrase.last_verb = (phrase.end - len(word), phrase.end)
        phrase.action_class = "add"
    elif kind not in ("rise", "fall", "reach", "hold", "limit"):
        note(phrase, word, kind)  # a time says nothing here: the stage of observations reads it from the clause
    elif until and kind in MOVES and word not in measures().rate.words:  # 降至|4%, but not 降幅|为|4%
        last, _ = phrase.predicate.pop()
        phrase.predicate.append((word + last, "fallen" if kind == "fall" else "risen"))
    else:
        phrase.predicate.append((word, kind))


def take_done(text: str, phrase: Phrase) -> None:
    """重大项目|已开工|66项: how far building work went is the verb of the noun in front, with what stands before it; verbs without one stay
    as they are."""
    kit, low = edges(), phrase.start
    begin = noun = phrase.end
    while word := kit.done.tail(text, low, noun):
        begin = noun - len(word)
        noun = begin - len(kit.joints.tail(text, low, begin) or "")
    if begin == phrase.end:
        return
    adverbs: list[str] = []
    while adverb := kit.tail.tail(text, low, noun):
        adverbs.append(adverb)
        noun -= len(adverb)
    if low < noun:
        for adverb in adverbs:  # 高标准农田|累计|建成|186万亩
            note(phrase, adverb, kit.tail.words[adverb])
        phrase.action = phrase.last_verb = (begin, phrase.end)
        phrase.action_class, phrase.end = "make", noun


def _without_name(text: str, phrase: Phrase) -> int:
    """Where a phrase ends without a bracket that says how something is called from here on: 比2022年增长|(以下简称“增长”)|22.2%."""
    called = expression("called_in_short").search(text, phrase.start, phrase.end) if text[phrase.end - 1 : phrase.end] == CLOSING else None
    return called.start() if called else phrase.end


def _basis_before(text: str, phrase: Phrase) -> re.Match[str] | None:
    """生产总值|按可比价格计算|增长: how it is measured, in front of the word of growth."""
    if text[phrase.end - 1] == CLOSING:
        bracket = expression("basis_in_bracket").search(text, phrase.start, phrase.end)  # 下降|(同口径)|19.59%
        if bracket and expression("basis_in_name").fullmatch(bracket[0]) and not edges().predicates.tail(text, phrase.start, bracket.start()):
            return None  # 收入(同口径)|完成3亿元,增长2%: of the revenue, whatever is told of it
        return bracket
    if not may_end("basis_in_front", text[phrase.end - 1]):
        return None
    found = expression("basis_in_front").finditer(text, max(phrase.start, phrase.end - BASIS), phrase.end)
    return next((match for match in found if match.end() == phrase.end), None)


def _years_before(text: str, phrase: Phrase) -> re.Match[str] | None:
    """生产总值|5年|增长18.7%: the years that a growth is of, which the observation reads from the clause."""
    return expression("years_together").search(text, max(phrase.start, phrase.end - YEARS), phrase.end)


def _tail_word(text: str, phrase: Phrase, growth: bool, kit: Edges) -> tuple[str, str]:
    """Class and text of the longest known word at the right edge, ("", "") where a noun begins."""
    low, high = phrase.start, phrase.end
    if text[high - 1] not in kit.closing and not may_end("time", text[high - 1]):
        return "", ""
    predicate = kit.predicates.tail(text, low, high)
    if predicate and expression("ends_in_ratio").search(text, low, high - len(predicate) + 1):
        predicate = kit.predicates.tail(text, high - len(predicate) + 1, high)  # 一般贸易占比|增至40.4%, and not 占|比增
    if predicate and len(predicate) == 1 and len(kit.actions.tail(text, low, high) or "") > 1:
        predicate = None  # 通|达
    if predicate and kit.predicates.words[predicate] in MOVES and not growth and predicate not in kit.counts:
        predicate = None
    other = kit.tail.tail(text, low, high)
    if other and kit.tail.words[other] == "aim" and not growth:
        other = None  # 确定重点目标20个
    if other and kit.tail.words[other] == "cumulative" and text.endswith(tuple(kit.disposing), low, high - len(other)):
        return "", ""  # 对|现有|800公里绿波带: which of them it is done to
    add = added_at_end(text, low, high)
    found = [(kit.predicates.words[predicate], predicate)] if predicate else []
    found += [(kit.tail.words[other], other)] if other else []
    found += [("add", add)] if add and not phrase.action else []
    if time := time_before(text, low, high):
        found.append(("time", time))
    kind, word = max(found, key=lambda item: len(item[1]), default=("", ""))
    held = kit.protected.tail(text, low, high)
    return ("", "") if held and len(held) > len(word) else (kind, word)


def time_before(text: str, low: int, high: int) -> str:
    """The time that a span ends with, "" where there is none; of 增加|到|2024年 the 到 belongs to the verb."""
    if not may_end("time", text[high - 1]):
        return ""
    kit = edges()
    match = next((m for m in expression("time").finditer(text, max(low, high - 12), high) if m.end() == high), None)
    if match is None:
        return ""
    reached = match[0][0] in kit.until and kit.predicates.tail(text, low, match.start())
    return match[0][1:] if reached else match[0]


def added_at_end(text: str, low: int, high: int) -> str | None:
    """新增, 新开建 at the end of a span: 小微企业园|新开建|1个, |新登记|市场主体."""
    kit = edges()
    made = kit.actions.tail(text, low, high)
    rest = high - len(made or "")
    if made and (new := kit.new.tail(text, low, rest)) and len(kit.actions.tail(text, low, rest) or "") <= len(new):  # 城市|更新|投入
        return new + made
    return kit.adds.tail(text, low, high)
