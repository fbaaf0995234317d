"""The place that the clause of a figure names, where the thing was named in a clause before, perhaps with another place."""

from __future__ import annotations

from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.phrase.verbs import verb_at
from mubiao.lexicon.expressions import expression
from mubiao.observe.clauses import begin_of_clause
from mubiao.observe.whose import from_name
from mubiao.read.named_places import names_in_front
from mubiao.read.places import Place
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
    ],
    refuses=["浙江省进出口增长8%，出口增长9%。", "进出口增长8%，我市增长9%。"],
    needs=["only_in_place"],
    needed="我市增长9% would be booked to the place of the clause before (浙江省), 全省增长9% to the city",
)
def place_of_its_clause(text: str, reading: Reading, phrase: str, own: Place) -> str | None:
    """The phrase with the place that the clause of its figure names: 进出口 of the city, 杭州市生产总值."""
    if not (reading.number and reading.pieces):
        return None
    start = begin_of_clause(text, reading.number.start)
    if all(piece[0] >= start for piece in reading.pieces):
        return None
    start = expression("held_against").match(text, start).end()  # type: ignore[union-attr]
    said = expression("clause_of_place").match(text, start, reading.number.start)
    place = said[0] if said else names_in_front().head(text, start, reading.number.start) or ""
    end = start + len(place)
    only = expression("only_in_place").match(text, end)
    behind = only.end() if only else end
    verb = reading.action and (text.startswith(reading.action, end) or text.startswith(reading.action, behind))
    if not place or not (verb or (said and behind == reading.number.bounded_start)):
        return None
    bare = phrase.removeprefix(place)
    rest = _without_places(bare)
    if (said["kind"] is None or own.name.endswith(said["kind"])) if said else place in own.names:
        return rest if rest != bare else None
    return place + rest


OF_CLAUSE = Rules("thing", place_of_its_clause)


@rule(
    "what all of a larger place did (全省新增高新技术企业3000家，我市新增300家)",
    takes=["全省新增高新技术企业3000家，我市新增300家。", "全省新建公园3000个，我市新建120个。", "全国新增高新技术企业5万家。"],
    refuses=["全市新增高新技术企业300家。", "新增全省重点实验室3家。", "我市新增高新技术企业300家。"],
    needed="3000家 of the province would be booked to the city",
)
def done_by_larger_place(text: str, reading: Reading, own: Place) -> bool:
    if not (reading.number and reading.pieces):
        return False
    start = begin_of_clause(text, reading.number.start)
    nation = expression("of_the_nation").match(text, start, reading.number.start)
    if nation and reading.pieces[0][0] == start and verb_at(text, nation.end(), reading.number.start):
        return True
    said = expression("clause_of_place").match(text, start, reading.number.start)
    if said is None or said["kind"] is None:
        return False
    return bool(reading.action) and not own.name.endswith(said["kind"]) and text.startswith(reading.action, said.end())


LARGER = Rules("refusal", done_by_larger_place)


def _without_places(phrase: str) -> str:
    """A phrase without the places that it opens with: 上海市生产总值, 全省生产总值."""
    phrase = from_name(phrase)
    while True:
        found = (expression(name).match(phrase) for name in ("of_the_nation", "whole_place"))
        named = max((match.end() for match in found if match), default=len(names_in_front().head(phrase, 0, len(phrase)) or ""))
        if not named:
            return phrase
        phrase = phrase[expression("own_suffix").match(phrase, named).end() :]  # type: ignore[union-attr]
