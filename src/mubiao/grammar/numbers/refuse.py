"""Numbers that are no quantity: named rules that look at what stands directly beside a number.

Each rule takes the passage and a number and answers whether it refuses; :data:`BESIDE` lists them in order, and the first
that fires gives the refusal its name. Rules that need the whole clause (a threshold, an attribute of a project) stand in
:mod:`mubiao.grammar.clause.attributes`. Refusals are kept: ``mubiao check`` lists them.
"""

from __future__ import annotations

from collections.abc import Sequence

from mubiao.grammar.numbers.codes import (
    broken_thousands,
    code,
    for_so_many,
    fraction,
    proportion,
    range_reversed,
    rough_fraction,
    share_kept,
    step,
    stood_still,
    too_many_digits,
    torn_digits,
)
from mubiao.grammar.numbers.names import grade, name, points, reckoned_at, tax_rate
from mubiao.grammar.numbers.number import LOOK, Number
from mubiao.grammar.numbers.order import grown_before, item_number, level_of_other, ordinal, rank
from mubiao.grammar.numbers.quotes import name_in_quotes
from mubiao.grammar.numbers.times import anniversary, date, duration
from mubiao.limits import SENTENCE_NUMBERS
from mubiao.rule import Rules, first, rule


@rule(
    "nothing is counted in it",
    takes=["全市行政事业单位共有230。", "实施亩均论英雄改革3.0。"],
    refuses=["全市行政事业单位共有230家。"],
)
def no_unit(text: str, number: Number) -> bool:
    return number.unit is None


@rule(
    "more numbers than a sentence has: a list or a table that lost the ends of its lines",
    takes=["各区增加值分别增长" + "5%、" * SENTENCE_NUMBERS + "5%。"],
    refuses=["各区增加值分别增长5%、6%、7%。"],
    needed="what each number belongs to is looked for in the whole sentence, which takes the square of its length",
)
def endless(numbers: Sequence[Number]) -> bool:
    return len(numbers) > SENTENCE_NUMBERS


# In the order in which they are asked.
BESIDE = Rules(
    "refusal",
    too_many_digits,
    torn_digits,
    broken_thousands,
    stood_still,
    date,
    ordinal,
    rank,
    code,
    fraction,
    rough_fraction,
    proportion,
    share_kept,
    reckoned_at,
    anniversary,
    step,
    for_so_many,
    points,
    tax_rate,
    grade,
    name,
    duration,
    item_number,
    level_of_other,
    grown_before,
    range_reversed,
    no_unit,
)
QUOTED = Rules("refusal", name_in_quotes)
TOGETHER = Rules("refusal", endless)
FAR = 2 * LOOK  # characters to either side of a number that a refusal may see


def refuse(text: str, number: Number, quoted: Sequence[tuple[int, int]]) -> str | None:
    """Give a number the name of the first rule that refuses it, None where it is a quantity.

    Args:
        quoted: quotations and book titles of the passage.
    """
    named = first(QUOTED, number.start, quoted)
    beside = None if named else first(BESIDE.within(text[max(0, number.start - FAR) : number.end + FAR]), text, number)
    number.refused = named[0].name if named else beside[0].name if beside else None
    return number.refused


def refuse_together(numbers: Sequence[Number]) -> bool:
    """Give the numbers of a sentence the name of the rule that refuses them all; False where they can be read."""
    named = first(TOGETHER, numbers)
    for number in numbers if named else ():
        number.refused = endless.name
    return named is not None
