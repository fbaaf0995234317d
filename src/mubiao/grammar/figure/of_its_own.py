"""What follows classes of a whole and is none itself: 博士后工作站46家,其中国家级12家,|院士工作站|38家."""

from __future__ import annotations

from collections.abc import Sequence

from mubiao.grammar.clause.clauses import Segment
from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.phrase.phrase import Phrase
from mubiao.grammar.thing.of_class import is_class, passes_bound

OPENS = (",", ";")
BORROWS = ("head_before", "each")  # rules that name a part by its level or size alone


def of_its_own(text: str, segment: Segment, phrase: Phrase, cores: Sequence[Reading], parts: Sequence[Reading]) -> bool:
    """Whether what is counted opens a clause with a name of its own, where the parts so far are levels or sizes of the whole, or is counted
    in a word that neither the whole nor a part is (市场主体1.8万户,其中企业4200户,|新三板挂牌|2家).

    Args:
        cores, parts: the whole, and its parts in the sentence.
    """
    low, unit = segment.left[0], segment.number.unit
    opens = segment.first and text[low - 1 : low] in OPENS and not phrase.empty and phrase.action is None
    if not opens or unit is None or not segment.number.of("counted") or is_class(text, phrase.start, phrase.end):
        return False
    told = {reading.number.unit.name for reading in (*cores, *parts) if reading.number and reading.number.unit}
    return unit.name not in told or all(_classes(text, part) for part in parts)


def _classes(text: str, part: Reading) -> bool:
    """Whether a part is a level or size of the whole: |省级|20家, |营收超百亿元|企业."""
    return part.thing_rule in BORROWS or passes_bound(part.indicator(text))
