"""What the clause of a figure says of whose it is: the place that it opens with, where the thing was named in a clause before or
behind the verb, and whether this place has the thing or only gives it its name (全省重点实验室)."""

from __future__ import annotations

from collections.abc import Iterator

from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.words.edges import edges
from mubiao.lexicon.expressions import expression
from mubiao.observe.clauses import begin_of_clause
from mubiao.observe.place_named import asked_end, bare_thing, from_name, named, whole
from mubiao.read.places import Place, gazetteer
from mubiao.rule import Rules, rule


@rule(
    "a figure whose own clause names a place is of that place, not of the one that an earlier clause names (浙江省进出口增长8%，我市增长9%)",
    takes=[
        "浙江省进出口增长8%，我市增长9%。",
        "全省进出口增长8%，而我市仅增长4%。",
        "浙江省进出口增长8%，鄞州区增长9%。",
        "毗邻的绍兴市进出口增长8%，我们只有3%。",
        "进出口增长8%，全省增长9%。",
        "全省进出口8%，我市9%。",
        "全省新增高新技术企业3000家，我市新增300家。",
        "全省经济增长5.5%，我市增长5.4%，低于全省0.1个百分点。",
    ],
    refuses=["浙江省进出口增长8%，出口增长9%。", "进出口增长8%，我市增长9%。", "我市新增高新技术企业300家。", "新增全省重点实验室3家。"],
    needed="我市增长9% would be booked to the place of the clause before (浙江省), 全省增长9% to the city",
)
def place_of_its_clause(text: str, reading: Reading, phrase: str, own: Place) -> str | None:
    """The phrase with the place that the clause of its figure opens with: 进出口 of the city, 全省高新技术企业, 杭州市生产总值."""
    if not (reading.number and reading.pieces):
        return None
    thing = min(piece[0] for piece in reading.pieces)
    for start in _clauses_back(text, reading.number.start, reading.pieces[0][0]):
        place = _place_that_does(text, start, reading, own)
        if place is None:
            continue
        bare = phrase.removeprefix(place)
        rest, found = bare_thing(bare, own), named(place, own)
        if found and found.place == own:
            return rest if rest != bare and thing < start else None
        return place + rest if thing < start or not _lies_in(place, own) else None
    return None


@rule(
    "a place behind the thing that it has, or a model behind the own thing (居民收入|全省|增长5%, 研发投入强度|对标苏州|达到4%)",
    takes=["居民收入全省增长5%，我市增长6%。", "研发投入强度对标苏州达到4%。"],
    refuses=["居民收入增长5%。", "进出口占全省10%。"],
    needed="5% of the province would be told of 居民收入全省 in the city",
)
def place_behind_thing(text: str, reading: Reading, phrase: str, own: Place) -> str | None:
    found = expression("place_behind").match(phrase)
    return (found["place"] or "") + found["thing"] if found else None


@rule(
    "what a government above asks for is called without it, where it is done here (省里要求粮食产量稳定在60万吨，实际达到62万吨)",
    takes=["省里要求粮食产量稳定在60万吨以上，实际达到62万吨。"],
    refuses=["粮食产量稳定在60万吨以上，实际达到62万吨。"],
    needed="62万吨 of 省里要求粮食产量 would meet no plan for 粮食产量",
)
def asked_above(text: str, reading: Reading, phrase: str, own: Place) -> str | None:
    end = asked_end(phrase, own)
    here = reading.number is None or (bool(reading.pieces) and reading.pieces[0][0] >= begin_of_clause(text, reading.number.start))
    return None if not end or (here and end == len(phrase)) else phrase[end:]


OF_CLAUSE = Rules("thing", place_of_its_clause, place_behind_thing, asked_above)


def has_it(text: str, reading: Reading, phrase: str, own: Place) -> bool:
    """Whether the place that a phrase opens with has the thing, and does not only give it its name (全省重点实验室).

    It does something (全省|新增就业), its province stands in front of it (江苏|苏州), what the report's own has of the same stands
    beside it (全省28个，我市5个), or all of a larger place is what the clause is about (全省高新技术企业总数突破4万家).
    """
    if reading.number is None or not phrase:
        return False
    if _own_beside(text, reading.number.bounded_end, own):
        return True
    begin = min((piece[0] for piece in reading.pieces), default=0)
    if begin > reading.number.start or (reading.action and text.endswith(reading.action, 0, begin)):
        return False  # 帮扶|四川凉山资金: what is done to it is no deed of its own
    found = whole(phrase, own)
    if found is None or found.place == own:
        return from_name(phrase) != phrase
    adds = edges().adds.head(phrase, found.end, len(phrase)) is not None
    return adds or (found.sure and not expression("named_by_all").search(phrase, found.end))


def _clauses_back(text: str, at: int, thing: int) -> Iterator[int]:
    """Where the clause of a figure begins, and those in front of it, back to that of its thing."""
    start = begin_of_clause(text, at)
    yield start
    while start > thing:
        start = begin_of_clause(text, start - 1)
        yield start


def _place_that_does(text: str, clause: int, reading: Reading, own: Place) -> str | None:
    """The place that a clause opens with, where the thing, what it does or how much it has stands right behind: 我市|仅|增长, 全省|9%."""
    number, thing = reading.number, min(piece[0] for piece in reading.pieces)
    start = expression("held_against").match(text, clause).end()  # type: ignore[union-attr]
    found = named(text, own, start)
    if number is None or found is None or text.startswith(tuple(edges().standing), start):
        return None
    end = found.end
    behind = expression("only_in_place").match(text, end).end()  # type: ignore[union-attr]
    told = bool(reading.action) and (text.startswith(reading.action, end) or text.startswith(reading.action, behind))
    if clause <= thing:
        told = end <= thing and (told or end == thing or expression("place_does").fullmatch(text, end, thing) is not None)
    elif found.place and not told:
        own_clause = begin_of_clause(text, number.start) == clause
        told = behind == number.bounded_start if own_clause else expression("so_many").match(text, end) is not None
    return text[start:end] if told else None


def _own_beside(text: str, at: int, own: Place) -> bool:
    """…4万家|,我市突破5000家: whether the clause behind a figure tells what the report's own place has."""
    joined = expression("goes_on_beside").match(text, at)
    here = named(text, own, joined.end()) if joined else None
    return here is not None and here.place == own and expression("so_many").match(text, here.end) is not None


def _lies_in(name: str, own: Place) -> bool:
    """Whether a name is that of a part of the place."""
    return any(gazetteer().within(place, own) for place in gazetteer().bearers(name))
