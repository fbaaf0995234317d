"""What a sum or an average takes together that is of several kinds: 元 and 平方米, growth and amounts, units of several places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mubiao.errors import WarehouseError
from mubiao.warehouse import Warehouse

TAKEN = re.compile(r"\b(?:sum|avg|mean|median)\s*\(\s*(\w+\.)?(\w+)\s*\)", re.IGNORECASE)
VALUE = re.compile(r"(?P<side>(?:\w+_)?)(?:signed_)?value|(?P<whole>target|result)", re.IGNORECASE)
TOGETHER = "taken together: "  # opens the error of a query that was asked anew


def mixtures(query: str, columns: Sequence[str], warehouse: Warehouse) -> Iterator[str]:
    """A line for each sum or average that takes several kinds together.

    The query is asked anew with an aggregate that fails over rows of more than one kind: the same rows, in the same groups.

    Args:
        columns: of the answer.
    """
    for found in TAKEN.finditer(query):
        for kind in _kinds(found[2], query, columns):
            column = f"{found[1] or ''}{kind}"
            of = f"filter ({found[1] or ''}{found[2]} is not null)"
            listed = f"string_agg(distinct {column}, ', ' order by {column}) {of}"
            strict = f"if(count(distinct {column}) {of} > 1, error('{TOGETHER}' || {listed}), {found[0]})"
            try:
                warehouse.sql(query[: found.start()] + strict + query[found.end() :])
            except WarehouseError as error:
                _, told, values = str(error).partition(TOGETHER)
                if told:
                    yield f"{found[0]} takes rows of more than one {kind} together ({values}); group by {kind} too, or ask for one"


def _kinds(taken: str, query: str, columns: Sequence[str]) -> tuple[str, ...]:
    """Columns that must be one where a column is taken together.

    >>> _kinds("plan_value", "", []), _kinds("target", "", []), _kinds("gap", "", []), _kinds("jobs", "", [])
    (('plan_unit', 'measure'), ('target_unit', 'measure'), ('gap_unit',), ())
    >>> _kinds("tasks", "select unit, sum(tasks) from responsibilities group by 1", ["unit", "sum(tasks)"])
    ('jurisdiction',)
    """
    if taken.lower() == "gap":
        return ("gap_unit",)
    if value := VALUE.fullmatch(taken):
        side = f"{value['whole']}_" if value["whole"] else value["side"]
        return (f"{side}unit", "measure", *(() if side else ("stage",)))
    return ("jurisdiction",) if "unit" in columns and re.search(r"\bresponsibilities\b", query) else ()
