"""What is measured and what is done to it: verbs, promises and hedges off, the indicator phrase left.

力争完成基础设施投资 -> commitment 力争, action 完成, phrase 基础设施投资; 民间投资增长 -> phrase 民间投资, predicate 增长.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from mubiao.grammar.clauses import verbs
from mubiao.grammar.edge_words import Words, words
from mubiao.grammar.verbs import action_at, verb_at
from mubiao.lexicon.expressions import expression

PUNCTUATION = " \t\u00a0\u3000·-—,、:;。"


@dataclass(slots=True)
class Phrase:
    """A stripped phrase.

    Attributes:
        start, end: the noun that is left (empty where start == end).
        predicate: growth, reach and bound words taken off the right edge, nearest to the number first, with classes.
        action: span of the verb(s) of the commitment, None where there is none; ``last_verb`` is the last of them.
        action_class: add, change or make.
        moves: rise or fall where the verb in front says that something grows or shrinks (减少红色预警学校3所).
        commitment: 力争, 确保 ...
        flags: distributive, cumulative, previous, span, each, which.
        carried: action of the list that the phrase stands in, where it has none of its own.
        preposition: what opened the phrase (对, 为), "" where nothing did; ``extra`` is what it governs, where that
            belongs to the indicator (对国省道实施路面提升).
    """

    start: int
    end: int
    predicate: list[tuple[str, str]] = field(default_factory=list)
    action: tuple[int, int] | None = None
    last_verb: tuple[int, int] | None = None
    action_class: str = ""
    moves: str = ""
    commitment: str = ""
    flags: set[str] = field(default_factory=set)
    preposition: str = ""
    extra: tuple[int, int] | None = None
    carried: str = ""

    @property
    def empty(self) -> bool:
        """Whether no noun is left."""
        return self.start >= self.end


def strip(text: str, start: int, end: int, percent: bool) -> Phrase:
    """Take every known word off both edges of a span.

    Args:
        percent: whether the number is a percentage or a sum of money; growth words in front of other units (农村公路提升20条) belong to
            the noun, unless they are words of change (增加36个).
    """
    phrase = Phrase(start, end)
    _strip_tail(text, phrase, percent)
    _strip_head(text, phrase, percent)
    if "previous" in phrase.flags and text[phrase.start : phrase.end] in words().gains:  # 比上年增收4亿元
        phrase.predicate.append((text[phrase.start : phrase.end], "rise"))
        phrase.start = phrase.end
    if phrase.empty and len(phrase.predicate) == 1 and phrase.predicate[0][0] in words().serving:  # 为2000名残疾人提供服务
        phrase.preposition = phrase.predicate.pop()[0]
    return phrase


def _trim(text: str, phrase: Phrase) -> None:
    while phrase.start < phrase.end and text[phrase.start] in PUNCTUATION:
        phrase.start += 1
    while phrase.end > phrase.start and text[phrase.end - 1] in PUNCTUATION:
        phrase.end -= 1


def _strip_tail(text: str, phrase: Phrase, percent: bool) -> None:
    kit = words()
    until = False
    while True:
        _trim(text, phrase)
        if percent and (of := kit.of.tail(text, phrase.start, phrase.end)):
            phrase.end -= len(of)
        if phrase.predicate and (each := expression("of_each").search(text, phrase.start, phrase.end)):
            phrase.end = each.start()
        if phrase.empty:
            return
        kind, word = _tail_word(text, phrase, percent or until, kit)
        if kind == "add":
            phrase.action = phrase.last_verb = (phrase.end - len(word), phrase.end)
            phrase.action_class = "add"
        elif kind in ("rise", "fall", "reach", "hold", "limit"):
            if until and kind in ("rise", "fall"):
                last, _ = phrase.predicate.pop()
                phrase.predicate.append((word + last, "fallen" if kind == "fall" else "risen"))
            else:
                phrase.predicate.append((word, kind))
        elif kind:
            _note(phrase, word, kind)  # a time says nothing here: the stage of observations reads it from the clause
        else:
            return
        until = word in kit.until
        phrase.end -= len(word)


def _tail_word(text: str, phrase: Phrase, growth: bool, kit: Words) -> tuple[str, str]:
    """Class and text of the longest known word at the right edge, ("", "") where a noun begins."""
    low, high = phrase.start, phrase.end
    predicate = kit.predicates.tail(text, low, high)
    if predicate and kit.predicates.words[predicate] in ("rise", "fall") and not growth and predicate not in kit.counts:
        predicate = None
    other = kit.tail.tail(text, low, high)
    add = _added_behind(text, low, high, kit)
    found = [(kit.predicates.words[predicate], predicate)] if predicate else []
    found += [(kit.tail.words[other], other)] if other else []
    found += [("add", add)] if add and not phrase.action else []
    if match := next((m for m in expression("time").finditer(text, max(low, high - 12), high) if m.end() == high), None):
        found.append(("time", match[0]))
    kind, word = max(found, key=lambda item: len(item[1]), default=("", ""))
    held = kit.protected.tail(text, low, high)
    return ("", "") if held and len(held) > len(word) else (kind, word)


def _added_behind(text: str, low: int, high: int, kit: Words) -> str | None:
    """新增, 新开建 behind their noun: 小微企业园新开建1个."""
    made = kit.actions.tail(text, low, high)
    if made and (new := kit.new.tail(text, low, high - len(made))):
        return new + made
    return kit.adds.tail(text, low, high)


def _note(phrase: Phrase, word: str, kind: str) -> None:
    if kind == "commitment":
        phrase.commitment = phrase.commitment or word
    elif kind in ("distributive", "cumulative", "previous", "span", "each", "which"):
        phrase.flags.add(kind)


def _strip_head(text: str, phrase: Phrase, percent: bool = False) -> None:
    kit = words()
    while True:
        _trim(text, phrase)
        if phrase.empty:
            return
        if match := expression("opening").match(text, phrase.start, phrase.end):
            phrase.start = match.end()
            continue
        held = kit.protected.head(text, phrase.start, phrase.end) or ""
        verb = verb_at(text, phrase.start, phrase.end) or ""
        word = kit.head.head(text, phrase.start, phrase.end) or ""
        if held and len(held) >= max(len(verb), len(word)):
            return
        if verb and len(verb) >= len(word):
            _take_action(text, phrase, percent)
            return
        if not word:
            return
        kind = kit.head.words[word]
        if (kind == "manner" or (len(word) == 1 and kind in ("adverb", "connective"))) and not _leads_to_verb(text, phrase, len(word)):
            return  # 再生水, 重点商务楼宇: the word may as well begin a noun
        if kind == "place" and not _place_goes(text, phrase, len(word)):
            return
        if kind == "preposition":
            _strip_preposition(text, phrase, word, percent)
            return
        _note(phrase, word, kind)
        phrase.start += len(word)


def _leads_to_verb(text: str, phrase: Phrase, length: int) -> bool:
    start = phrase.start + length
    return start >= phrase.end or verb_at(text, start, phrase.end) is not None or words().head.head(text, start, phrase.end) is not None


def _place_goes(text: str, phrase: Phrase, length: int) -> bool:
    """全市 is taken off a verb phrase (全市新增停车泊位), not off a noun (全市生产总值)."""
    rest = Phrase(phrase.start + length, phrase.end)
    _strip_head(text, rest)
    return rest.action is not None or rest.empty or bool(rest.preposition)


def _take_action(text: str, phrase: Phrase, percent: bool) -> None:
    action = action_at(text, phrase.start, phrase.end)
    if action is None:
        return
    phrase.action, phrase.last_verb, phrase.action_class, phrase.start = action.span, action.last, action.kind, action.rest
    moves = words().predicates.words.get(text[slice(*action.last)], "")
    if action.kind == "change" or (moves == "fall" and percent):
        phrase.moves = moves
    _trim(text, phrase)
    _drop_place(text, phrase)


def _drop_place(text: str, phrase: Phrase) -> None:
    """A place alone is no indicator: 服务全市|110万人次."""
    place = words().head.head(text, phrase.start, phrase.end)
    if place and words().head.words[place] == "place" and phrase.start + len(place) == phrase.end:
        phrase.start = phrase.end


def _strip_preposition(text: str, phrase: Phrase, word: str, percent: bool) -> None:
    """对国省道实施路面提升 -> 国省道 + 路面提升; 在全市中小学配备设备 -> 设备."""
    kit = words()
    phrase.preposition = word
    phrase.start += len(word)
    for position in range(phrase.start + 1, phrase.end - 1):
        disposed = kit.dispose.head(text, position, phrase.end)
        verb = disposed or verbs().head(text, position, phrase.end)
        if verb is None or len(kit.protected.head(text, position, phrase.end) or "") > len(verb):
            continue
        if disposed and word in kit.disposing:
            phrase.extra = (phrase.start, position)
        phrase.start = position
        if verb_at(text, position, phrase.end):
            _take_action(text, phrase, percent)
        else:
            phrase.start += len(disposed or "")
        return
    _drop_place(text, phrase)
