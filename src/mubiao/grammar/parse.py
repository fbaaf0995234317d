"""The driver: a passage in, readings and refusals out.

>>> passage = parse("新增绿地258公顷、绿道192公里。")
>>> [(r.indicator("新增绿地258公顷、绿道192公里。"), r.number.value, r.number.unit.name) for r in passage.readings]
[('绿地', 258.0, '公顷'), ('绿道', 192.0, '公里')]
"""

from __future__ import annotations

from mubiao.grammar.clause import clauses
from mubiao.grammar.figure import relative, structure
from mubiao.grammar.figure.reading import Passage, Reading
from mubiao.grammar.numbers.quotes import quoted_spans
from mubiao.grammar.numbers.refuse import refuse, refuse_together
from mubiao.grammar.numbers.scan import scan
from mubiao.grammar.sentence import Sentences
from mubiao.lexicon.expressions import expression


def parse(text: str, start: int = 0, end: int | None = None) -> Passage:
    """Read a passage of folded text."""
    stop = len(text) if end is None else end
    passage = Passage()
    found = list(scan(text, start, stop))
    hinted = expression("relative_hint").search(text, start, stop) is not None
    if not found and not hinted:
        return passage
    quoted = quoted_spans(text, start, stop)
    quantities = [number for number in found if not refuse(text, number, quoted)]
    sentences = Sentences(text, start, quoted, passage)
    shares: set[int] = set()  # where numbers stand that were refused one by one as a proportion, and are shares of a whole together
    structures: list[Reading] = []
    position = 0
    for low, high in clauses.sentences(text, start, stop, quoted):
        first, before = position, len(passage.readings)
        while position < len(quantities) and quantities[position].start < high:
            position += 1
        if first < position and not refuse_together(quantities[first:position]):
            sentences.read((low, high), quantities[first:position])
        told, structures = structures, list(structure.read(text, low, high))
        if told or structures:
            structure.name_shares(text, passage.readings[before:])
        shares.update(reading.span[0] for reading in structures)
        passage.readings.extend(structures)
        if hinted:
            passage.readings.extend(relative.read(text, low, high, passage.readings[before:], quoted))
    passage.refused = [number for number in found if number.refused and number.start not in shares]
    return passage
