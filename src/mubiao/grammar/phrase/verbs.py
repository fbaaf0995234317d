"""Verbs at the head of a phrase: which word is one, and how long a chain of them goes (新建和改造提升|10公里)."""

from __future__ import annotations

from typing import NamedTuple

from mubiao.grammar.phrase.phrase import LISTED
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.numbers import verbs
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load

WORD = 2  # characters of a short word


class Action(NamedTuple):
    """The verb(s) of a commitment.

    Attributes:
        span: the whole chain; ``last`` is its last verb.
        kind: add, change or make.
        rest: where the noun begins.
    """

    span: tuple[int, int]
    last: tuple[int, int]
    kind: str
    rest: int


def verb_at(text: str, start: int, end: int) -> str | None:
    """The verb that begins at a place, None where no word there is one."""
    kit = edges()
    word = kit.actions.head(text, start, end)
    new = kit.new.head(text, start, end) or ""
    inner = kit.actions.head(text, start + len(new), end) if new else None
    made = new + inner if inner else ""
    for verb in (word, made):
        if verb and kit.noun_end.head(text, start + len(verb), end):
            return None  # 完成率, 投资额, 梳理式, 新开工率: the verb is part of a noun
    if len(made) > len(word or ""):
        held = kit.protected.head(text, start + len(word or ""), end)
        if word and held and len(word + held) > len(made):
            return word  # 新增|设施农业, not 新增设|施农业
        return made
    return word


def noun_at(text: str, start: int, end: int) -> str:
    """The noun at a place that only looks like a verb, "" where none is one, or its last character begins another noun (建成|区域中心)."""
    kit = edges()
    held = kit.protected.head(text, start, end) or ""
    last = start + len(held) - 1
    behind = kit.protected.head(text, last, end) if held and text[start:last] in kit.actions.words else None
    return "" if behind and len(behind) > 1 else held


def action_at(text: str, start: int, end: int) -> Action | None:
    """The chain of verbs that a span begins with; None where what is left would say too little (拉动消费)."""
    kit = edges()
    steps, joined = _chain(text, start, end)
    if len(steps) == 1:
        return None  # 养殖|场: what begins like a verb is a noun
    first = text[start : steps[1]]
    if first in kit.adds.words and not joined and len(steps) > 3:  # 新增|盘活利用闲置农房: what is new is an activity
        del steps[2:]
    while len(steps) > 2 and (_too_little(text[steps[-1] : end]) or _joins_nouns(text, steps[-1], end) or _says_whose(text, steps[-2], end)):
        steps.pop()
    if len(steps) == 2 and (_joins_nouns(text, steps[-1], end) or _says_whose(text, start, end)):
        return None
    if len(steps) == 2 and text[steps[-1] : end] in kit.alone and text[start : steps[-1]] not in kit.inner:
        return None
    particle = "" if kit.protected.head(text, steps[-1], end) else kit.after_verb.head(text, steps[-1], end) or ""
    stop = _behind_bracket(text, steps[-1] + len(particle), end)
    added = kit.new.head(first, 0, len(first)) is not None or kit.actions.words.get(first) == "add"
    last = text[steps[-2] : steps[-1]]
    cuts = kit.actions.words.get(last) == "change" and kit.predicates.words.get(last) == "fall"  # 新增|削减|化学需氧量132吨: less came, not more
    kind = "change" if cuts else "add" if added else kit.actions.words.get(first, "make")
    return Action((start, stop), (steps[-2], steps[-1]), kind, stop + len(kit.of.head(text, stop, end) or ""))


def _chain(text: str, start: int, end: int) -> tuple[list[int], bool]:
    """Where the verbs of a chain begin and end, and whether marks join them (新建、改造)."""
    kit = edges()
    steps, joined = [start], False
    while steps[-1] < end:
        position = steps[-1]
        joint = kit.joints.head(text, position, end) or "" if len(steps) > 1 else ""
        verb = verb_at(text, position + len(joint), end)
        adverb = kit.head.head(text, position + len(joint), end) if joint and verb is None else None  # 新增、|更新, not 更|新
        if adverb and kit.head.words[adverb] == "adverb":
            joint += adverb
            verb = verb_at(text, position + len(joint), end)
        if verb is None or len(noun_at(text, position + len(joint), end)) > len(verb):
            break
        if len(steps) > 1 and not joint and verb in kit.first_only and position + len(verb) < end:
            break  # 发放|创新扶持资金
        joined = joined or bool(joint)
        steps.append(position + len(joint) + len(verb))
    return steps, joined


def _behind_bracket(text: str, start: int, end: int) -> int:
    """新增|(改造)|停车泊位: where a bracket ends that holds another verb of the chain; the start itself where none does."""
    close = text.find(")", start, end)
    if close < 0 or not text.startswith("(", start):
        return start
    return close + 1 if _chain(text, start + 1, close)[0][-1] == close else start


def _joins_nouns(text: str, start: int, end: int) -> bool:
    """完成造林|与生态修复, 办理|和查询量: what a joint follows is a noun like what stands behind it."""
    return expression("and_noun").match(text, start, end) is not None and not edges().protected.head(text, start, end)


def _says_whose(text: str, start: int, end: int) -> bool:
    """新增|取得技能证书的劳动者: whether the verb says which people or firms are counted, who did it or have it."""
    return expression("those_who").fullmatch(text, start, end) is not None


def _too_little(rest: str) -> bool:
    return (len(rest) == 1 and rest not in edges().after_verb.words) or rest in edges().generic


def next_verb(text: str, start: int, end: int) -> int | None:
    """Where the last of several statements begins, each with a verb and a noun of its own; None where there is but one."""
    at = text.rfind(LISTED, start + WORD, end - WORD)
    while at > 0:
        begin = expression("since_then").match(text, at + 1).end()  # type: ignore[union-attr]
        opened = begin > at + 1  # 十大民生实事、|近五年累计|投入资金: what stands behind it is no noun
        verb = verb_at(text, begin, end) if opened else verbs().head(text, begin, end) or _lowers(text, begin, end)
        held = edges().protected.head(text, begin, end) or ""
        whole = begin + len(verb or "") < end and (opened or (verb not in edges().nominal and len(held) <= len(verb or "")))
        if verb and whole and verb_at(text, begin, end):
            return at + 1
        at = text.rfind(LISTED, start + WORD, at)
    return None


def _lowers(text: str, start: int, end: int) -> str:
    """优化支出结构、|压减|一般性支出: a verb of change in front of more than a word that says too little (压减资金), "" where there is none."""
    verb = verb_at(text, start, end) or ""
    return verb if verb in load().words["actions"]["change"] and end - start - len(verb) > WORD else ""
