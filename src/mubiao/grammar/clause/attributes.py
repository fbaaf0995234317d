"""Numbers that only say which class of thing is counted, refused by rules that look at the clause around them.

10亿元以上先进制造业项目40个: the sum is a threshold, 40个 is the quantity.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mubiao.grammar.clause.clauses import verbs
from mubiao.grammar.numbers.number import Number
from mubiao.grammar.phrase import phrases
from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load

LOOK = 24  # characters in front of a number that may say what is asked for


@lru_cache(maxsize=1)
def words() -> dict[str, Affixes]:
    """Nouns that tell a quantity from a threshold."""
    lexicon = load()
    stuff = lexicon.table("nouns", "money_of", "land_of", "people")
    carriers = dict.fromkeys(lexicon.words["nouns"]["kind"] | lexicon.words["refusals"]["carrier"], "kind")
    return {
        "stuff": Affixes(stuff),
        "carrier": Affixes(carriers),
        "kinds": Affixes(dict.fromkeys(lexicon.words["refusals"]["kinds"], "kinds")),
        "list": Affixes(dict.fromkeys(lexicon.words["refusals"]["list"], "list")),
        "policy": Affixes(dict.fromkeys(lexicon.words["refusals"]["policy"], "policy")),
        "article": Affixes(dict.fromkeys(lexicon.words["refusals"]["article"], "article")),
        "of": Affixes(dict.fromkeys(lexicon.words["particles"]["of"], "of")),
    }


def refuse_attributes(text: str, low: int, high: int, numbers: Sequence[Number]) -> list[Number]:
    """The numbers of a clause that are quantities; the others get the name of their refusal."""
    kept: list[Number] = []
    for index, number in enumerate(numbers):
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        number.refused = _attribute(text, low, high, number, following)
        if number.refused is None:
            kept.append(number)
        elif number.refused == "threshold" and kept and kept[-1] is numbers[index - 1] and _shares_threshold(text, kept[-1], number):
            kept.pop().refused = "threshold"
    return kept


def _shares_threshold(text: str, before: Number, number: Number) -> bool:
    """总收入120万元以上、经营性收入50万元以上行政村: a threshold joined to the next by 、 is one too."""
    return bool(before.after) and before.unit == number.unit and text.startswith("、", before.bounded_end)


def _is_class(text: str, low: int, number: Number) -> bool:
    """能耗超2000吨标准煤重点企业: a measure bounded in front, of nothing but the class that follows."""
    return number.of("class")


def _attribute(text: str, low: int, high: int, number: Number, following: Number | None) -> str | None:
    kit = words()
    front = number.bounded_start
    begin = number.bounded_end + len(kit["of"].head(text, number.bounded_end, high) or "")
    of = begin > number.bounded_end
    limit = following.bounded_start if following else high
    mark = expression("mark").search(text, begin, limit)
    end = mark.start() if mark else limit
    noun = text[begin:end]
    if following and end == following.bounded_start and not noun and number.unit and number.unit.name in kit["kinds"].words:
        return "kinds"
    if following and end == following.bounded_start and not noun and (of or number.after) and number.of("scale"):
        return "threshold"
    if expression("requirement").search(text, max(low, front - LOOK), front) and expression("required_behind").match(text, number.bounded_end):
        return "requirement"
    if expression("steps").match(text, number.end):
        return "milestone"
    if kit["list"].head(text, begin, high + 1):
        return "list_count"
    if not noun.strip() and number.unit is not None and number.unit.name in kit["article"].words and kit["policy"].tail(text, low, front):
        return "policy_count"
    if (phrases.strip(text, begin, end, True).empty and not verbs().head(text, begin, end)) or kit["carrier"].head(text, begin, high):
        return None
    counted_behind = following is not None and end == following.bounded_start
    if number.of("rate"):
        return "threshold" if number.after and of and counted_behind else None
    if not number.of("scale") or _is_stuff(noun, kit["stuff"]):
        return None
    if number.after:
        return "threshold"
    verb_behind = verbs().head(text, begin, end) is not None
    if of and text[low:front].strip() and not kit["carrier"].tail(text, begin, end) and not _is_solved_for(text, low, number):
        return "attribute"
    if number.before and text[low:front].strip() and not verb_behind and following is None and _is_class(text, low, number):
        return "attribute"
    if counted_behind and len(noun) <= 14 and not any(verbs().head(text, p, end) for p in range(begin, end - 1)):
        return "threshold"
    return None


def _is_solved_for(text: str, low: int, number: Number) -> bool:
    """解决了|1.8万人|的饮水困难: people whose trouble is what was counted."""
    front = phrases.strip(text, low, number.bounded_start, False)
    return front.empty and front.action is not None and number.in_dimension("person", "household")


def _is_stuff(noun: str, stuff: Affixes) -> bool:
    """Whether the noun is what the unit measures: 3亿元社会资本, 2万名老年人."""
    return any(stuff.head(noun, position, len(noun)) for position in range(min(len(noun), 6)))
