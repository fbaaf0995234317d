"""Whose table a sheet is and of which year: what its name and the lines above its table tell, where the sheets of a workbook differ in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.model import Facts
from mubiao.read.fold import as_read
from mubiao.read.named_places import places_in
from mubiao.read.speaker import names_place
from mubiao.read.titles import as_title, kind_of

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is a table: its name, the lines of one cell above its head, and the words of its head."""

    name: str
    lines: tuple[str, ...]
    head: tuple[str, ...]

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(as_title(as_read(line)) for line in (*self.lines, self.name) if line)


def facts_of(sheets: Sequence[Sheet], name: str) -> list[Facts] | None:
    """The facts of each sheet where one is of another year, part of a year or place than others; None where all may be of one document."""
    told = [(_year_of_title(sheet), _part_of_year(sheet), _place(sheet)) for sheet in sheets]
    if all(len({one[at] for one in told if one[at]}) < 2 for at in range(3)):
        return None
    stem = as_title(as_read(PurePath(name).stem))
    years: set[int | None] = {year for year, *_ in told if year}
    places: set[str | None] = {place for *_, place in told if place}
    years, places = years or {_year_in(stem)}, places or {_one_place(stem)}
    return [
        replace(
            kind(sheet, name),
            title=next(iter(sheet.titles), None),
            year=year or (next(iter(years)) if len(years) == 1 else None),
            jurisdiction_code=place or (next(iter(places)) if len(places) == 1 else _one_place(stem)),
        )
        for sheet, (year, _, place) in zip(sheets, told, strict=True)
    ]


def kind(sheet: Sheet, name: str) -> Facts:
    """The kind of a sheet: of results where its head names results, and neither head nor titles name targets; of what came of the targets of
    its year where its head names both, and no years of them."""
    words = load().words["columns"]
    titles = (*sheet.titles, as_title(as_read(PurePath(name).stem)))
    told = next(filter(None, map(kind_of, titles)), None)
    results = any(word in head for head in sheet.head for word in words["result"] | words["growth"])
    targets = any(word in text for text in (*sheet.head, *titles) for word in words["target"])
    if told is None and results and targets and not any(YEAR.search(head) for head in sheet.head):
        return Facts(doc_type="progress_report")
    return Facts(doc_type="bulletin" if told in (None, "plan_report") and results and not targets else told)


def of_title(sheet: Sheet, name: str) -> Facts:
    """The year that the titles of a sheet tell, and the place that these or the name of its file tell."""
    return Facts(year=_year_of_title(sheet), jurisdiction_code=_place(sheet) or _one_place(as_title(as_read(PurePath(name).stem))))


def _year_of_title(sheet: Sheet) -> int | None:
    """The year that a title names alone, of the lines first."""
    return next(filter(None, map(_year_in, sheet.titles)), None)


def _year_in(title: str) -> int | None:
    years = set(YEAR.findall(title))
    return int(years.pop()) if len(years) == 1 else None


def _part_of_year(sheet: Sheet) -> str | None:
    return next((found[0] for title in sheet.titles if (found := expression("part_of_year").search(title))), None)


def _place(sheet: Sheet) -> str | None:
    return next(filter(None, map(_one_place, sheet.titles)), None)


def _one_place(title: str) -> str | None:
    """Code of the place that a title names, None where it names several or none."""
    codes = {place.code for place in places_in(title, True)} if names_place(title) else set()
    return codes.pop() if len(codes) == 1 else None
