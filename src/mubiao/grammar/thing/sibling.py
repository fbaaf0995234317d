"""Whether a statement behind a semicolon tells the next part of a whole whose first 其中 told: 其中城镇人口142万人;|乡村人口|88万人."""

from __future__ import annotations

from mubiao.grammar.phrase import phrases
from mubiao.grammar.thing.pieces import LITTLE, WORD, words_of
from mubiao.grammar.thing.state import State
from mubiao.grammar.words.things import fused, heads, nouns, relating
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.vocabulary import plain, vocabulary


def goes_on_with_parts(text: str, before: State, low: int, high: int) -> bool:
    """Whether the noun that opens a statement is of a kind with the last part that the statement before its semicolon told."""
    digit, whole = expression("digit").search(text, low, high), before.parts.whole[1]
    if not (before.parts.open and before.head and whole and digit) or expression("at_year_end").match(text, low, high):
        return False  # 授权专利…,其中发明专利312件;|年末有效发明专利: how things stand at the end is told anew
    phrase = phrases.strip(text, low, digit.start(), True)
    if base := expression("base").search(text, phrase.start, phrase.end):
        phrase.end = base.start()  # 常住人口城镇化率|由上年末的58.3%提高到60%
    part, own, of = words_of(text, before.head), text[phrase.start : phrase.end], words_of(text, whole)
    if len(own) < WORD or "," in own or _other_of_word(of, own):
        return False  # 城镇零售额…,其中城区零售额…;|乡村零售额; 人均GDP突破一万美元大关,居民收入增长7.5%: another clause opens it
    rates = tuple(nouns()["rate_end"])
    if own.endswith(rates) and not of.endswith(rates):
        return False  # 人均消费支出…,其中居住…;|常住人口城镇化率: no rate is a part of an amount
    alike = _people_too(of, own) or _other_of_word(part, own) or _ends_alike(part, of, own) or _built_alike(part, own) or _known_parts(part, of, own)
    return alike or _built_alike(text[slice(*before.head[0][:2])], own) or _measured_alike(part, of, own) or _from_alike(part, own)


def tells_more_of_part(text: str, before: State, low: int, high: int) -> bool:
    """事故102起;死亡109人,其中交通运输业事故89起;|死亡95人: what was told of the whole already, behind its first part, is told of that."""
    digit = expression("digit").search(text, low, high)
    if not (before.parts.open and before.head and digit):
        return False
    phrase = phrases.strip(text, low, digit.start(), True)
    measures = [words_of(text, thing[-1:]) for thing in before.listed.things if len(thing) > 1]
    again = text[phrase.start : phrase.end] == words_of(text, before.parts.whole[1])  # 企业350家,其中国家级20家;新增|企业|15家
    return not phrase.empty and not again and text[phrase.start : phrase.end] in measures


def _people_too(whole: str, own: str) -> bool:
    """户籍人口260万人,其中城镇人口142万人;|乡村人口: people of the whole, called by what they are."""
    return expression("part_of_people").fullmatch(own) is not None and expression("kind_of_people").search(whole) is not None


def _other_of_word(part: str, own: str) -> bool:
    """其中第一产业增加值58亿元;|第二产业增加值: the other of what one word tells as two or three (三次产业, 进出口, 城乡)."""
    others = (part.replace(said, other) for shares in fused().values() for said in shares if said in part for other in shares)
    return any(other != part and other.startswith(own) for other in others)


def _ends_alike(part: str, whole: str, own: str) -> bool:
    """全社会用电量…,其中工业用电量…;|城乡居民生活用电量: not where it is known by itself (户籍人口…,其中城镇人口…;|常住人口), nor
    where it shares less (存款余额…,其中住户存款余额…;|贷款余额)."""
    end = next((whole[-size:] for size in range(min(len(part), len(whole)), 1, -1) if part.endswith(whole[-size:])), "")
    says_little = len(end) <= WORD and relating().end.tail(end, 0, len(end)) is not None  # 参加养老保险人数…;|参加医疗保险人数
    other = own.endswith(tuple(nouns()["traded"])) or plain(own) in vocabulary().forms  # 户籍人口…;|出生人口: within the year, not of the stock
    return bool(end) and not says_little and own != end and own.endswith(end) and not other


def _built_alike(part: str, own: str) -> bool:
    """其中男性132万人;|女性|128万人, |女性人口|128万人; of 其中出口12亿美元;|港口货物吞吐量 the other is known, 进口."""
    own = own[: len(part)]
    if any(part in shares for shares in fused().values()):
        return False
    return WORD <= len(own) == len(part) <= LITTLE and own != part and own[1:] == part[1:]


def _measured_alike(part: str, whole: str, own: str) -> bool:
    """工业企业营业收入…,其中煤炭行业实现营业收入…;|电力行业实现营业收入: a verb stands in front of what is measured."""
    tails = {heads().metric.tail(noun, 0, len(noun)) or "" for noun in (part, whole, own)}
    tail = min(tails)
    return len(tails) == 1 and len(tail) > WORD and own.removesuffix(tail).endswith(tuple(nouns()["inner"]))


def _from_alike(part: str, own: str) -> bool:
    """入境旅游者…,其中外国人…;|香港、澳门和台湾同胞: visitors of the one origin and the other."""
    origin = expression("origin_of_visitors")
    return origin.fullmatch(part) is not None and origin.fullmatch(own) is not None


def _known_parts(part: str, whole: str, own: str) -> bool:
    """固定资产投资…,其中基础设施投资…;|工业投资: both are indicators of which the whole is known to be made."""
    known, place = vocabulary(), expression("whole_place").match(whole)
    of, *parts = (known.forms.get(plain(name)) for name in (whole[place.end() if place else 0 :], part, own))
    return of is not None and all(each is not None and known.by_id[each].parent == of for each in parts)
