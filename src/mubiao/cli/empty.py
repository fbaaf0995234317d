"""Why an answer may be empty: a word in the query that its column never holds (未完成 where the code is missed, 宁波 where it is 宁波市)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mubiao.errors import PlaceError
from mubiao.present.labels import codes, en, zh
from mubiao.read.places import gazetteer
from mubiao.warehouse import Warehouse

COMPARED = re.compile(r"(\w+)\s*=\s*'([^']+)'")
SIDES = ("plan_", "result_", "next_", "target_", "stretch_")
KINDS = {"level": "level_of_place", "reason": "reason"} | {
    kind: kind
    for kind in ("attainment", "change", "comparator", "doc_type", "hardness", "matched_by", "measure", "missing", "stage", "status", "theme")
}
NAMED = """
    select distinct name, indicator_id from indicators
    where lower($word) in (indicator_id, lower(name_en), lower(name)) or name like '%' || $word || '%' or list_contains(aliases, $word)
    order by length(name), name limit 3
"""


def hints(query: str, warehouse: Warehouse) -> list[str]:
    """A line for each word that its column never holds.

    Args:
        query: whose answer is empty.
    """
    found = [hint for column, word in dict.fromkeys(COMPARED.findall(query)) for hint in _of(column.lower(), word, warehouse)]
    return list(dict.fromkeys(found))


def _of(column: str, word: str, warehouse: Warehouse) -> Iterator[str]:
    if column == "jurisdiction":
        yield from _place(word)
    elif column == "indicator":
        yield from _indicator(word, warehouse)
    else:
        side = next((side for side in SIDES if column.startswith(side)), "")
        if kind := KINDS.get(column.removeprefix(side)):
            yield from _code(column, kind, word)


def _place(word: str) -> Iterator[str]:
    """A name of a place as the tables have it.

    >>> list(_place("宁波")), list(_place("Zhejiang")), list(_place("宁波市"))
    (["jurisdiction is '宁波市' here, not '宁波'"], ["jurisdiction is '浙江省' here, not 'Zhejiang'"], [])
    """
    english = {en("province", code).lower(): code for code in codes("province")}
    try:
        name = gazetteer().find(english.get(word.lower(), word)).name
    except PlaceError as error:
        yield str(error)
        return
    if name != word:
        yield f"jurisdiction is '{name}' here, not '{word}'"


def _indicator(word: str, warehouse: Warehouse) -> Iterator[str]:
    if not warehouse.sql("select 1 from observations where indicator = $word limit 1", word=word).fetchall():
        near: list[tuple[str, str]] = warehouse.sql(NAMED, word=word).fetchall()
        told = ", ".join(f"'{name}' ({code})" for name, code in near)
        yield f"no indicator is called '{word}'; " + (
            f"there are {told}" if told else f"indicator like '%{word}%' finds it in the words of documents"
        )


def _code(column: str, kind: str, word: str) -> Iterator[str]:
    """The code that is meant, or all that there are.

    >>> list(_code("attainment", "attainment", "未完成"))
    ["attainment is 'missed' here, not '未完成'"]
    """
    known = codes(kind)
    if word not in known:
        meant = [code for code in known if word.lower() in (zh(kind, code), en(kind, code).lower(), code.lower())]
        yield f"{column} is '{meant[0]}' here, not '{word}'" if meant else f"{column} is never '{word}'; there are {', '.join(known)}"
