"""What is odd about where kind, year and place of a document were found."""

from __future__ import annotations

from pathlib import Path

from mubiao.model import DOCUMENT_TYPES, Facts
from mubiao.read import headed_years, years
from mubiao.read.identify import FIRM, Fact, doc_type, kinds_of_title, titles
from mubiao.read.places import Place, gazetteer
from mubiao.read.speaker import places_of_name, speaks_as_another
from mubiao.read.titles import as_title, kind_of


def doubts(text: str, given: Facts, name: str, year: Fact[int] | None, place: Fact[Place] | None) -> tuple[str, ...]:
    """What is odd about where kind, year and place were found: only in sentences, or not as the sources table or file name has them.

    Args:
        given: what the sources table or the caller says.
        year, place: what was read.
    """
    result = []
    kind, filed = doc_type(text, name), given.doc_type or kind_of(as_title(Path(name).stem))
    if filed and kind.where in (FIRM if given.doc_type else FIRM[:1]) and kind.value != filed:
        result.append(f"kind_differs: {'given' if given.doc_type else 'filed'} as {filed}, but its {_says(kind.where)} {kind.value}")
    if given.doc_type is None and (unsure := _unsure(text, kind)):
        result.append(f"kind_unsure: read as {kind.value}, but {unsure}")
    in_name = years.of_file(name)
    if given.year is None and year and year.where == "text":
        result.append(f"year_from_text: only sentences tell the year {year.value}")
    if given.jurisdiction_code is None and place and place.where == "text":
        result.append(f"place_from_text: only the names in its sentences tell that it is of {place.value.name}")
    if year and year.where in FIRM and given.year not in (None, year.value):
        result.append(f"year_differs: given as {given.year}, but its {_says(year.where)} {year.value}")
    if year and year.where in FIRM and given.year is None and in_name is not None and str(year.value) not in name:
        result.append(f"year_differs: the file name says {in_name}, its {_says(year.where)} {year.value}")
    spoken = years.of_speech(text) if given.year is None and kind.value == "work_report" else None
    if year and year.where == "title" and spoken not in (None, year.value):
        result.append(f"year_differs: its title says {year.value}, its speech {spoken}")
    headed = headed_years.planned_year(text) if given.year is None and (given.doc_type or kind.value) == "work_report" else None
    if year and year.where != "headings" and spoken in (None, year.value) and headed not in (None, year.value):
        result.append(f"year_differs: its {_says(year.where)} {year.value}, its headings {headed}")
    elif year and given.year is None and not DOCUMENT_TYPES[kind.value].own_year and (planned := headed_years.planned_besides(text, year.value)):
        result.append(f"year_differs: its {_says(year.where)} {year.value}, but a heading plans {planned}")
    said = {entry.code for entry in places_of_name(name)} if given.jurisdiction_code is None else {given.jurisdiction_code}
    if place and place.where in FIRM and said and place.value.code not in said:
        names = "、".join(gazetteer().by_code[code].name for code in sorted(said))
        result.append(f"place_differs: {'given' if given.jurisdiction_code else 'filed'} as {names}, but its {_says(place.where)} {place.value.name}")
    elif said and (level := speaks_as_another(text, min(said))):
        names = gazetteer().by_code[min(said)].name
        result.append(f"place_differs: {'given' if given.jurisdiction_code else 'filed'} as {names}, but it speaks of itself as a {level} does")
    return tuple(result)


def _says(where: str) -> str:
    """What a part of a document does.

    >>> _says("title"), _says("headings")
    ('title says', 'headings say')
    """
    return f"{where} {'say' if where.endswith('s') else 'says'}"


def _unsure(text: str, kind: Fact[str]) -> str:
    """What makes the kind of a document unsure: title lines of several kinds, a list whose headings look back and ahead, a title of none."""
    named = kinds_of_title(text)
    if len(named) > 1:
        return f"its titles say {' and '.join(named)}"
    if DOCUMENT_TYPES[kind.value].is_list and headed_years.looks_both_ways(text):
        return "its headings look back and ahead"
    titled = next(titles(text), "") if kind.where == "default" and not headed_years.looks_both_ways(text) else ""
    return f"its title says no kind: {titled}" if titled else ""
