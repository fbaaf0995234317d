"""Cases of one question, asked together: filling the views takes a tenth of a second, whatever the tables hold.

A test is written as for ``pytest.mark.parametrize``, and asks once. Its cases are told of a place each (宁波市 is 杭州市 in
the next, and so on), so that one answer holds those of all of them; every case that fails is told by its name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from mubiao.read.places import Place, gazetteer
from mubiao.rows import DocumentRow, Observation, TaskRow

from .conftest import Ask

Row = Observation | DocumentRow | TaskRow


class Asked(Exception):
    """The question of a case, which is answered later."""


def together(names: str | Sequence[str], cases: Sequence[Any]) -> Callable[[Callable[..., None]], Callable[[Ask], None]]:
    """One test of several cases (tuples, or ``pytest.param(…, id=…)``), which all put the same query to rows of one place each."""
    fields = [names] if isinstance(names, str) else list(names)

    def decorate(test: Callable[..., None]) -> Callable[[Ask], None]:
        def of_all_cases(ask: Ask) -> None:
            given = {_name(case): dict(zip(fields, case.values if _is_named(case) else case, strict=True)) for case in cases}
            assert len(given) == len(cases), "two cases have one name"
            answers = _answers(ask, {name: _question(test, values) for name, values in given.items()})
            wrong = [error for name, values in given.items() if (error := _failure(test, name, values, answers[name]))]
            if wrong:
                raise ExceptionGroup(f"{len(wrong)} of {len(cases)} cases", wrong)

        of_all_cases.__name__, of_all_cases.__doc__ = test.__name__, test.__doc__
        return of_all_cases

    return decorate


def _is_named(case: Any) -> bool:
    return hasattr(case, "values")


def _name(case: Any) -> str:
    return str(case.id) if _is_named(case) else " and ".join(map(str, case))


def _question(test: Callable[..., None], values: dict[str, Any]) -> tuple[list[Row], str]:
    def asked(rows: list[Row], query: str) -> None:
        raise Asked(rows, query)

    try:
        test(asked, **values)
    except Asked as told:
        return told.args[0], told.args[1]
    raise AssertionError("the test asks nothing")


def _failure(test: Callable[..., None], name: str, values: dict[str, Any], answer: list[tuple[Any, ...]]) -> AssertionError | None:
    try:
        test(lambda rows, query: answer, **values)
    except AssertionError as error:
        error.add_note(f"case: {name}")
        return error
    return None


def _answers(ask: Ask, questions: dict[str, tuple[list[Row], str]]) -> dict[str, list[tuple[Any, ...]]]:
    """What a query answers to the rows of each case."""
    (query,) = {query for _, query in questions.values()}
    rows: list[Row] = []
    codes: dict[str, str] = {}
    for number, (name, (given, _)) in enumerate(questions.items()):
        (own,) = {row.jurisdiction_code for row in given}
        place = _places(gazetteer().by_code[own].level)[number]
        codes[place.code] = name
        rows += [_moved(row, f"row {at} of {name}", place) for at, row in enumerate(given, 1)]
    found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for code, *answer in ask(rows, query.replace("select ", "select jurisdiction_code, ", 1)):
        found[codes[code]].append(tuple(answer))
    return found


@cache
def _places(level: str) -> Sequence[Place]:
    return [place for place in gazetteer().by_code.values() if place.level == level and not place.dissolved]


def _moved(row: Row, name: str, place: Place) -> Row:
    """A row as one of another place."""
    if isinstance(row, Observation):
        assert not row.observation_id, "rows that name one another are asked alone"
        return replace(row, observation_id=name, doc_id=f"{row.doc_id} of {place.name}", jurisdiction_code=place.code, jurisdiction=place.name)
    row = replace(row, jurisdiction_code=place.code, doc_id=f"{row.doc_id} of {place.name}")
    return replace(row, jurisdiction=place.name, code_in_year=place.code) if isinstance(row, DocumentRow) else row
