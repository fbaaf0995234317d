"""Figures that are neither promised nor told as facts of this place: negated, missed, superseded, supposed, asked for or quoted.

Each rule looks at the clause of a number; the first that applies gives the refusal its name. What a clause calls the target
of a year (…增长6.5%的目标) is no refusal: :mod:`mubiao.observe.time` makes it a target.
"""

from __future__ import annotations

from mubiao.grammar.figure.reading import Reading
from mubiao.observe.beside import beside
from mubiao.observe.clauses import around
from mubiao.observe.conditions import entitled, once_running, per_step, plan_of_several_years, reward, supposed, term_of_office, turned_from
from mubiao.observe.of_nothing import nothing_alone
from mubiao.observe.unmet import UNMET
from mubiao.observe.voices import abroad, against_another, demand_above, level_alone, level_of_another, model, quoted
from mubiao.read.places import Place
from mubiao.rule import Rules, first

# In the order in which they are asked.
RULES = Rules(
    "refusal", *UNMET, supposed, per_step, demand_above, model, quoted, reward, entitled, abroad, against_another, level_alone,
    level_of_another, turned_from, once_running, term_of_office, plan_of_several_years, nothing_alone,
)  # fmt: skip


def stance(text: str, reading: Reading, result: bool, own: Place, scope: str | None) -> str:
    """Name of the rule by which a reading is no target and no result, "" where none applies.

    Args:
        text: folded text of the document.
        result: whether it would be a result.
        scope: the part or the budget that the row would be of.
    """
    if reading.number is None:
        return ""
    said, passage = beside(text, reading, result, own, scope), around(text, reading)
    seen = passage if said.rest in passage else said.opening + said.rest
    found = first(RULES.within(seen), said)
    return found[0].name if found else ""
