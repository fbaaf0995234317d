"""What is measured and what is done to it: verbs, promises and hedges off, the indicator phrase left.

力争完成基础设施投资 -> commitment 力争, action 完成, phrase 基础设施投资; 民间投资增长 -> phrase 民间投资, predicate 增长.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.expressions import expression
from mubiao.grammar.clauses import verbs
from mubiao.lexicon.loader import load

PUNCTUATION = " \t\u00a0\u3000·-—,、:;。"

@dataclass(slots=True)
class Phrase:
    """A stripped phrase.

    Attributes:
        start, end: the noun that is left (empty where start == end).
        predicate: growth, reach and bound words taken off the right edge, nearest to the number first, with classes.
        action: span of the verb(s) of the commitment, None where there is none; ``last_verb`` is the last of them.
        action_class: add, change or make.
        commitment: 力争, 确保 ...
        flags: distributive, cumulative, previous, span, each, which.
        time: spans of time expressions taken off.
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
    commitment: str = ""
    flags: set[str] = field(default_factory=set)
    time: list[tuple[int, int]] = field(default_factory=list)
    preposition: str = ""
    extra: tuple[int, int] | None = None
    carried: str = ""

    @property
    def empty(self) -> bool:
        """Whether no noun is left."""
        return self.start >= self.end


@dataclass(frozen=True)
class Words:
    """Edge words, compiled once."""

    predicates: Affixes
    until: frozenset[str]
    counts: frozenset[str]
    tail: Affixes
    head: Affixes
    actions: Affixes
    adds: Affixes
    protected: Affixes
    generic: frozenset[str]
    alone: frozenset[str]
    inner: frozenset[str]
    dispose: Affixes
    joint: Affixes
    joints: Affixes
    new: Affixes
    after_verb: Affixes
    noun_end: Affixes
    of: Affixes
    disposing: frozenset[str]


@lru_cache(maxsize=1)
def words() -> Words:
    """Compile the edge words."""
    lexicon = load()
    table = lexicon.words["predicates"]
    around = ("distributive", "cumulative", "previous", "span", "each", "commitment", "adverb", "which")
    return Words(
        predicates=Affixes(lexicon.table("predicates", "rise", "fall", "reach", "hold", "limit")),
        until=table["until"],
        counts=table["count_change"],
        tail=Affixes(lexicon.table("modifiers", *around) | lexicon.table("periods", "target_of")),
        head=Affixes(lexicon.table("modifiers", *around, "causative", "connective", "manner", "place", "preposition")),
        actions=Affixes(lexicon.table("actions", "make", "change", "add")),
        adds=Affixes(lexicon.table("actions", "add")),
        protected=Affixes(lexicon.table("nouns", "protected")),
        generic=lexicon.words["nouns"]["generic"],
        alone=lexicon.words["nouns"]["alone"],
        inner=lexicon.words["actions"]["inner"],
        dispose=Affixes(lexicon.table("modifiers", "dispose")),
        joint=Affixes(lexicon.table("nouns", "joint")),
        joints=Affixes(lexicon.table("particles", "joint")),
        new=Affixes(lexicon.table("particles", "new")),
        after_verb=Affixes(lexicon.table("particles", "after_verb")),
        noun_end=Affixes(lexicon.table("particles", "noun_end")),
        of=Affixes(lexicon.table("particles", "of")),
        disposing=lexicon.words["modifiers"]["disposing"],
    )


def strip(text: str, start: int, end: int, percent: bool) -> Phrase:
    """Take every known word off both edges of a span.

    Args:
        percent: whether the number is a percentage; growth words in front of other units (农村公路提升20条) belong to
            the noun, unless they are words of change (增加36个).
    """
    phrase = Phrase(start, end)
    _strip_tail(text, phrase, percent)
    _strip_head(text, phrase)
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
        if phrase.empty:
            return
        kind, word = _tail_word(text, phrase, percent or until, kit)
        if kind == "time":
            phrase.time.append((phrase.end - len(word), phrase.end))
        elif kind == "add":
            phrase.action = phrase.last_verb = (phrase.end - len(word), phrase.end)
            phrase.action_class = "add"
        elif kind in ("rise", "fall", "reach", "hold", "limit"):
            if until and kind in ("rise", "fall"):
                last, _ = phrase.predicate.pop()
                phrase.predicate.append((word + last, "fallen" if kind == "fall" else "risen"))
            else:
                phrase.predicate.append((word, kind))
        elif kind:
            _note(phrase, word, kind)
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


def _strip_head(text: str, phrase: Phrase) -> None:
    kit = words()
    while True:
        _trim(text, phrase)
        if phrase.empty:
            return
        if match := expression("time").match(text, phrase.start, phrase.end) or expression("occasion").match(text, phrase.start, phrase.end):
            phrase.time.append(match.span())
            phrase.start = match.end()
            continue
        held = kit.protected.head(text, phrase.start, phrase.end) or ""
        verb = _verb(text, phrase.start, phrase.end) or ""
        word = kit.head.head(text, phrase.start, phrase.end) or ""
        if held and len(held) >= max(len(verb), len(word)):
            return
        if verb and len(verb) >= len(word):
            _take_action(text, phrase)
            return
        if not word:
            return
        kind = kit.head.words[word]
        if (kind == "manner" or len(word) == 1 and kind in ("adverb", "connective")) and not _leads_to_verb(text, phrase, len(word)):
            return  # 再生水, 重点商务楼宇: the word may as well begin a noun
        if kind == "place" and not _place_goes(text, phrase, len(word)):
            return
        if kind == "preposition":
            _strip_preposition(text, phrase, word)
            return
        _note(phrase, word, kind)
        phrase.start += len(word)


def _leads_to_verb(text: str, phrase: Phrase, length: int) -> bool:
    start = phrase.start + length
    return start >= phrase.end or _verb(text, start, phrase.end) is not None or words().head.head(text, start, phrase.end) is not None


def _place_goes(text: str, phrase: Phrase, length: int) -> bool:
    """全市 is taken off a verb phrase (全市新增停车泊位), not off a noun (全市生产总值)."""
    rest = Phrase(phrase.start + length, phrase.end)
    _strip_head(text, rest)
    return rest.action is not None or rest.empty or bool(rest.preposition)


def _verb(text: str, start: int, end: int) -> str | None:
    kit = words()
    word = kit.actions.head(text, start, end)
    if word and kit.noun_end.head(text, start + len(word), end):
        return None  # 完成率, 投资额, 梳理式: the verb is part of a noun
    new = kit.new.head(text, start, end)
    if new and (inner := kit.actions.head(text, start + len(new), end)) and len(new + inner) > len(word or ""):
        return new + inner
    return word


def _take_action(text: str, phrase: Phrase) -> None:
    """Take a chain of verbs (新建和改造提升), but leave a noun that can stand alone."""
    kit = words()
    steps = [phrase.start]
    position, joined = phrase.start, False
    while position < phrase.end:
        joint = kit.joints.head(text, position, phrase.end) or "" if len(steps) > 1 else ""
        if joint and (adverb := kit.head.head(text, position + len(joint), phrase.end)) and kit.head.words[adverb] == "adverb":
            joint += adverb
        verb = _verb(text, position + len(joint), phrase.end)
        held = kit.protected.head(text, position + len(joint), phrase.end)
        if verb is None or held and len(held) > len(verb):
            break
        position += len(joint) + len(verb)
        joined = joined or bool(joint)
        steps.append(position)
    first = _verb(text, phrase.start, phrase.end) or ""
    added = kit.new.head(first, 0, len(first)) is not None or kit.actions.words.get(first) == "add"
    if first in kit.adds.words and not joined and len(steps) > 3:  # 新增|盘活利用闲置农房: what is new is an activity
        del steps[2:]
    while len(steps) > 2 and _too_little(text[steps[-1] : phrase.end], kit):
        steps.pop()
    if len(steps) == 2 and text[steps[-1] : phrase.end] in kit.alone and text[phrase.start : steps[-1]] not in kit.inner:
        return
    stop = steps[-1] + len(kit.after_verb.head(text, steps[-1], phrase.end) or "")
    phrase.action, phrase.last_verb = (phrase.start, stop), (steps[-2], steps[-1])
    phrase.action_class = "add" if added else kit.actions.words.get(first, "make")
    phrase.start = stop + len(kit.of.head(text, stop, phrase.end) or "")
    _trim(text, phrase)
    place = kit.head.head(text, phrase.start, phrase.end)
    if place and kit.head.words[place] == "place" and phrase.start + len(place) == phrase.end:
        phrase.start = phrase.end


def _too_little(rest: str, kit: Words) -> bool:
    return len(rest) == 1 or rest in kit.generic


def _strip_preposition(text: str, phrase: Phrase, word: str) -> None:
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
        if _verb(text, position, phrase.end):
            _take_action(text, phrase)
        else:
            phrase.start += len(disposed or "")
        return
    place = kit.head.head(text, phrase.start, phrase.end)
    if place and kit.head.words[place] == "place" and phrase.start + len(place) == phrase.end:
        phrase.start = phrase.end


def object_of(text: str, start: int, end: int, active: bool) -> tuple[int, int]:
    """The noun at the left of what stands behind a number: 财力|有效推进一批项目, 零碳产业园区|启动建设.

    Args:
        active: whether a verb stands in front of the number; then the noun ends where the next verb begins, else only
            words that say how things go are taken off its end.
    """
    if active:
        for position in range(start + 2, end - 1):
            if statement().head(text, position, end):
                return start, without_adverbs(text, start, position)
        return start, end
    word = progress().tail(text, start, end)
    if word and end - len(word) - start >= 2:
        end -= len(word)
    return start, end


def without_adverbs(text: str, start: int, end: int) -> int:
    kit = words()
    while word := kit.head.tail(text, start, end):
        if kit.head.words[word] not in ("adverb", "manner") or end - len(word) - start < 2:
            break
        end -= len(word)
    return end


@lru_cache(maxsize=1)
def basis() -> Affixes:
    """…的基础上."""
    return Affixes(load().table("nouns", "basis"))


@lru_cache(maxsize=1)
def statement() -> Affixes:
    """Verbs that begin a new statement behind a noun."""
    return Affixes(load().table("actions", "clause_verb"))


@lru_cache(maxsize=1)
def progress() -> Affixes:
    """How things go."""
    return Affixes(load().table("actions", "progress"))
