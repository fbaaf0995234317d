"""What is said once of all members of a list: the end that the last has (南区、北区|整治项目), a word in front (老旧|燃气、供水管网)."""

from __future__ import annotations

from mubiao.grammar.thing.head import is_qualifier, qualifier_at
from mubiao.grammar.thing.pieces import WORD
from mubiao.grammar.words.classes import classes
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import heads, is_branch
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary

CLOSING = "”"


def shared_end(text: str, parts: list[tuple[int, int]], counted: bool) -> tuple[int, int] | None:
    """The end of the last member that the others lack: behind the name in quotation marks (“保交楼”、“保交房”|交付率), behind the
    word that the first ends with (姜山片区、首南片区|整治项目), behind as many characters as they have (职工、居民|住院报销比例),
    where they are short and of one length, else its noun of measure."""
    low, high = parts[-1]
    metric = measure_at(text, low, high)
    begin, stop = parts[0]
    named = text.rfind(CLOSING, low, high) + 1
    if text[stop - 1] == CLOSING and low < named < high:
        return named, high
    if metric and (told := expression("end_from_verb").search(text, low + WORD, high)):
        return told.start(), high
    if not metric and len({text[stop - 1] for _, stop in parts}) == 1 and min(stop - begin for begin, stop in parts) > WORD:
        return None  # 增值税、营业税、耕地占用税: each has its end
    place = expression("place_member")
    if all(place.fullmatch(text, *part) for part in parts[:-1]) and (led := place.match(text, low, high)) and led.end() < high:
        return led.end(), high  # 忻城县、金秀瑶族自治县|工业投资
    age = expression("age_band")
    if all(age.fullmatch(text, *part) for part in parts[:-1]) and (band := age.match(text, low, high)) and band.end() < high:
        return band.end(), high  # 0-15岁、60岁及以上|常住人口
    if counted and not metric and (branch := _end_of_branch(text, parts)):
        return branch, high
    alike = text.rfind(text[max(begin, stop - WORD) : stop], low + 1, high) if stop - begin > WORD else -1
    if alike > 0 and high - alike - WORD >= WORD and not _parts_word(text, alike + WORD, low, high):
        return alike + WORD, high
    alike_parts = parts[:-1] if metric or len(parts) < 3 else parts[1:-1]  # 老旧供热、燃气、排水|管网: a modifier of all stands in front of the first
    lengths = {stop - begin for begin, stop in alike_parts if not heads().sure_end.tail(text, begin, stop)}
    prefixed = metric and text[high - len(metric) - 1] in load().words["nouns"]["relational_prefix"]  # 高中阶段|毛入学率
    if len(lengths) == 1 and metric and not prefixed and high - low - min(lengths) - len(metric) == 1:
        return high - len(metric), high  # 制造业、普惠小微|贷款余额: as many characters would cut a word in two
    if metric and len(metric) < high - low and branches(text, [*parts[:-1], (low, high - len(metric))]):
        return high - len(metric), high  # 采矿业、电力生产和供应业|增加值
    trade = expression("named_trade").search(text, low + 1, high) if metric else None
    if trade and not any(is_branch(text, *part) for part in parts[:-1]):
        return trade.start(), high  # 汽车、有色金属|行业增加值
    if all(is_qualifier(text, *part) for part in parts[:-1]) and 0 < (own := len(qualifier_at(text, low, high))) < high - low:
        return low + own, high  # 国家级、省级|专精特新企业: levels of different length
    if behind := _behind_people(text, parts):
        return behind, high
    cut = min(lengths, default=0)
    if low + cut < high and text[low + cut] in load().words["forms"]["rest_of_word"]:
        return (high - len(metric), high) if metric and len(metric) < high - low else None  # 氨氮、挥发|性有机物: the rest of a word
    if len(lengths) == 1 and (length := lengths.pop()) <= 4 and high - low >= length + 2 and (metric is None or high - low - length >= len(metric)):
        if _parts_word(text, low + length, low, high):
            return (high - len(metric), high) if metric and len(metric) < high - low else None
        if (behind_verb := _end_of_verb(text, low + length, low, high)) > low + length:
            return (behind_verb, high) if behind_verb < high else None  # 水利工程、电网建设、水环境整治|项目
        return (low + length, high) if metric or heads().end.tail(text, low, high) or high - low - length >= (2 if counted else 3) else None
    if metric is None and counted and parts[1:] == parts[-1:] and (rate := expression("any_rate").search(text, low + 1, high)):
        return rate.span()  # 自然村千兆光纤、移动网络|通达率
    return (high - len(metric), high) if metric and len(metric) < high - low else None


def measure_at(text: str, low: int, high: int) -> str | None:
    """先进制造业|增加值占规上工业增加值比重: the measure that a member ends with, its share of something with that of which it is one."""
    share = expression("share_of_what").search(text, low, high)
    own = heads().metric.tail(text, low, share.start()) if share else None
    return text[share.start() - len(own) : high] if share and own else heads().metric.tail(text, low, high)


def _parts_word(text: str, cut: int, low: int, high: int) -> bool:
    """粮食生产、单位生产|总值二氧化碳减排: whether a cut would part the word for a thing measured in two."""
    return any(at + len(heads().metric.head(text, at, high) or "") > cut for at in range(max(low, cut - WORD), cut))


def _end_of_verb(text: str, cut: int, low: int, high: int) -> int:
    """水环境|整治|项目: where the verb ends that a cut would part in two, the cut itself where none would be."""
    ends = (at + len(edges().actions.head(text, at, high) or "") for at in range(max(low, cut - WORD), cut))
    return max((end for end in ends if end > cut), default=cut)


def _end_of_branch(text: str, parts: list[tuple[int, int]]) -> int:
    """住宿和餐饮|业: where the end of a branch begins that short names in front lack, 0 where they are none."""
    ending = next((word for word in load().words["nouns"]["sector_end"] if text.endswith(word, *parts[-1])), "")
    short = ending and all(stop - begin <= WORD and not is_branch(text, begin, stop) for begin, stop in parts[:-1])
    return parts[-1][1] - len(ending) if short else 0


def known_by_all(text: str, parts: list[tuple[int, int]], shared: tuple[int, int] | None) -> tuple[int, int] | None:
    """金融机构本外币存、贷|款余额: the end of the last member with which every other that is none by itself is a known indicator, where that
    found by form makes none of them."""
    low, high = parts[-1]
    forms, begins = vocabulary().forms, [plain(text[slice(*part)]) for part in parts[:-1]]
    end = plain(text[slice(*shared)]) if shared else ""
    if end and any(begin + end in forms for begin in begins):
        return shared
    ends = [(cut, plain(text[cut:high])) for cut in range(low + 1, high - WORD + 1)]
    for some in (begins, [begin for begin in begins if begin not in forms]):
        if cuts := [cut for cut, end in ends if some and all(begin + end in forms for begin in some)]:
            return cuts[0], high
    return shared


def _behind_people(text: str, parts: list[tuple[int, int]]) -> int:
    """城镇职工、城镇居民、农牧民|医疗保险: where the people end that the last member begins with, 0 where not all members are people."""
    people, (low, high) = classes().people, parts[-1]
    if not all(people.tail(text, *part) for part in parts[:-1]):
        return 0
    return next((at + len(word) for at in range(low, high) if (word := people.head(text, at, high - 1))), 0)


def branches(text: str, parts: list[tuple[int, int]]) -> bool:
    """Whether every member is a branch of the economy."""
    return all(is_branch(text, *part) for part in parts)


def known_end(text: str, member: tuple[int, int], shared: tuple[int, int]) -> tuple[int, int] | None:
    """The part of the shared end with which a member is a known indicator, where the whole was cut inside a word: 装备制造、战略性新兴产|业增加值."""
    known, begins = vocabulary().forms, plain(text[slice(*member)])
    return next(((cut, shared[1]) for cut in range(*shared) if begins + plain(text[cut : shared[1]]) in known), None)


def shared_front(text: str, parts: list[tuple[int, int]]) -> tuple[int, int] | None:
    """老旧|燃气、供水管网: what is said once of all members, where only the last has a noun."""
    low, high = parts[0]
    word = heads().shared_front.head(text, low, high)
    if word is None or len(word) == high - low or any(heads().shared_front.head(text, *part) for part in parts[1:]):
        return None
    return low, low + len(word)
