"""Of which whole a part is told: 事故102起;死亡109人,其中交通运输业事故89起."""

from __future__ import annotations

from mubiao.grammar.figure.reading import Passage, Reading
from mubiao.grammar.thing.pieces import Pieces, words_of
from mubiao.grammar.thing.state import State
from mubiao.grammar.words.things import nouns

NEAR = 8  # wholes of a sentence that a part may belong to


def whole_of_part(text: str, reading: Reading, state: State, passage: Passage) -> int | None:
    """The whole of a part: the last that is counted in the same unit, and measured as it is (not by how much it changed), else the last."""
    told = _of_name(text, state.parts.named, passage) if state.parts.named else state.read.cores[-NEAR:]
    told = _of_same_part(reading, passage) or told
    wholes = [index for index in told if passage.readings[index].number is not reading.number and not passage.readings[index].refused]
    of_kind = [index for index in wholes if not _share_beside_growth(passage.readings[index], reading)]
    wholes = of_kind if reading.measure == "growth" else of_kind or wholes
    if reading.number and reading.number.of("counted"):  # 事故9起;死亡6人,其中交通运输业发生事故4起
        wholes = [*state.read.before, *wholes]
    wholes = [index for index in wholes if not _of_another_quantity(text, passage.readings[index], reading)]
    alike = [index for index in wholes if passage.readings[index].unit == reading.unit]
    measured = [index for index in alike if passage.readings[index].measure == reading.measure]
    return next(reversed(measured or alike or wholes), None)


def _of_same_part(reading: Reading, passage: Passage) -> list[int]:
    """其中交通运输业事故89起,|增长206.9%: the readings of the whole that the part is known to be of."""
    told = [r for r in passage.readings if r.sentence == reading.sentence and r.role == "sub" and r.pieces == reading.pieces]
    whole = passage.readings[told[-1].parent].pieces if told and told[-1].parent is not None else reading.pieces
    return [index for index, r in enumerate(passage.readings) if r.pieces == whole] if whole != reading.pieces else []


def _of_another_quantity(text: str, whole: Reading, reading: Reading) -> bool:
    """蔬菜面积2.8万亩,其中棚菜8550亩,|总产13.5万吨: tonnes are no part of an area, nor an income of each (农民人均纯收入) of an output; but people
    and works may be parts of what is counted.
    """
    if whole.number is None or reading.number is None or whole.measure != "amount" or reading.measure != "amount":
        return False
    of_each, of_all = (any(word in one.indicator(text) for word in nouns()["per_head"]) for one in (reading, whole))
    if of_each and not of_all:
        return True
    units = whole.number.unit, reading.number.unit
    kinds = {unit.dimension for unit in units if unit is not None}
    return len(kinds) == len(units) and not any(number.of("counted") for number in (whole.number, reading.number))


def _share_beside_growth(whole: Reading, reading: Reading) -> bool:
    """增长面为94.7%。其中,纺织业增长8.6%: what grew is no part of a share, nor a share of what grew, though both are told in per cent."""
    return whole.unit == reading.unit and {whole.measure, reading.measure} == {"growth", "ratio"}


def _of_name(text: str, named: Pieces, passage: Passage) -> list[int]:
    """固定资产投资80亿元,其中城镇投资60亿元…。在|城镇投资|中: the readings of the whole that a sentence names, a part itself or not."""
    name = words_of(text, named)
    names = [reading.indicator(text).partition("(")[0] for reading in passage.readings]
    ends = [index for index, said in enumerate(names) if said.endswith(name)]  # 全社会|固定资产投资
    return [index for index in ends if names[index] == name] or ends


def is_whole_again(reading: Reading, state: State, passage: Passage) -> bool:
    """进出口12亿美元,其中出口9亿美元,分别增长21%和18%: the first share is told of the whole."""
    return any(passage.readings[index].pieces == reading.pieces for index in state.read.cores[-NEAR:])
