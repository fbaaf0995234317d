"""Sheets whose rows are documents: a page for each row, with the place, year and title that the sheet gives it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from mubiao.errors import PlaceError
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.model import Facts
from mubiao.read.flat import tables
from mubiao.read.joiner import joints
from mubiao.read.page import Page, remarks_on
from mubiao.read.places import gazetteer

FIELDS = ("text", "year", "code", "province", "place", "county", "title", "issuer", "published", "url")
WHOSE = ("code", "province", "place", "county", "title")
YEAR = re.compile(r"((?:19|20)\d\d)(?:\.0|\D.*)?")
JOINT = re.compile(r"[\s_-]+")
CODE = re.compile(r"(\d{6})(?:\.0)?")
SENTENCE_END = re.compile(r"(?<=[。！？;；]) ?")
LONG = 300  # characters of a text that is a document, on average of a column
SHORT = 30  # of one beside a place and a year
LONGEST_PLACE = 20
HEADING = 40  # characters in which a heading ends


def columns_of(head: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> dict[str, int]:
    """Columns of a sheet by what they hold, by their heads and where nobody knows one by its cells; empty where its rows are no documents.

    Args:
        rows: of as many cells as the head.

    >>> columns_of(["城市", "年份", "内容"]), columns_of(["City", "Full_Text"])
    ({'text': 2, 'year': 1, 'place': 0}, {'text': 1, 'place': 0})
    >>> columns_of(["where", "when", "said"], [["宁波市", "2025", "城镇新增就业20万人。" * 40], ["杭州市", "2025", "新建口袋公园50个。" * 40]])
    {'text': 2, 'year': 1, 'place': 0}
    """
    words = load().words["sheets"]
    names = [JOINT.sub("", name).lower() for name in head]
    named = {field: at for field in FIELDS for at, name in reversed(list(enumerate(names))) if name in words[field]}
    found = {**_by_cells(head, rows, named), **named}
    if "text" not in found or not (any(field in found for field in WHOSE) or _are_of_one_place(named, rows)):
        return {}
    return found


def _are_of_one_place(named: Mapping[str, int], rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows of texts and years alone are the documents of a place that the name of their file, or each text, tells."""
    return "year" in named and "text" in named and bool(rows) and _are_texts([row[named["text"]].strip() for row in rows], LONG)


def _by_cells(head: Sequence[str], rows: Sequence[Sequence[str]], named: Mapping[str, int]) -> dict[str, int]:
    """Columns whose heads nobody knows by what their cells hold: texts, years, and codes or names of places."""
    if len(rows) < 2:  # one text beside one name is a table of anything
        return {}
    cells = {at: [cell.strip() for cell in column] for at, column in enumerate(zip(*rows, strict=True)) if at not in named.values()}
    found: dict[str, int] = {}
    if "year" not in named and (years := [at for at, told in cells.items() if all(map(YEAR.fullmatch, told))]):
        found["year"] = years[0]
    if not any(field in named for field in WHOSE if field != "title"):  # a title need not tell of whom it is
        codes = [at for at, told in cells.items() if all(cell[:6] in gazetteer().by_code and CODE.fullmatch(cell) for cell in told)]
        places = [at for at, told in cells.items() if at not in (*found.values(), *codes) and all(map(_is_place, told))]
        found |= dict(zip(("code",), codes, strict=False))
        found |= dict(zip({1: ("place",), 2: ("province", "place"), 3: ("province", "place", "county")}.get(len(places), ()), places, strict=False))
    dated = any(field in {**found, **named} for field in WHOSE) and "year" in {**found, **named}
    texts = [
        at for at, told in cells.items() if at not in found.values() and _are_texts(told, SHORT if dated and head[at] not in _duties() else LONG)
    ]
    return {"text": texts[0], **found} if len(texts) == 1 and "text" not in named else found


def _are_texts(cells: Sequence[str], least: int) -> bool:
    return sum(map(len, cells)) >= least * len(cells) and all(map(SENTENCE_END.search, filter(None, cells)))


@lru_cache(maxsize=1)
def _duties() -> dict[str, str]:
    """Heads of tables of duties: what stands below them are items of one document."""
    return load().table("duties", "task", "content")


def _is_place(name: str) -> bool:
    try:
        return len(name) <= LONGEST_PLACE and gazetteer().find(name) is not None
    except PlaceError:
        return False


def _is_document(head: Sequence[str], columns: Mapping[str, int]) -> bool:
    """Whether the first row of a sheet is a document as those below it, since nothing stands above the columns."""
    return "year" in columns and YEAR.fullmatch(head[columns["year"]].strip()) is not None and _are_texts([head[columns["text"]]], SHORT)


def pages(head: Sequence[str], rows: Sequence[Sequence[str]], encoding: str, used: Counter[str], sheet: Facts) -> list[Page]:
    """A page for each row that holds a text.

    Args:
        used: how often the sheets before it used the key of a page; kept up here.
        sheet: the year that the name of the sheet tells, for rows that tell none, and its place, where no column tells places.
    """
    columns = columns_of(head, rows)
    if any(field in columns for field in WHOSE):
        sheet = replace(sheet, jurisdiction_code=None)
    said = ", ".join(f"{field} {head[at].strip()}" for field, at in columns.items())
    first = 2  # the number of the first row
    if _is_document(head, columns):
        rows, first = [head, *rows], 1
        said = f"without heads, by what the cells hold: {', '.join(f'{field} in column {at + 1}' for field, at in columns.items())}"
    result: list[Page] = []
    empty = 0
    for number, row in enumerate(rows, first):
        cells = {field: row[at].strip() for field, at in columns.items() if at < len(row)}
        if not cells.get("text"):
            empty += 1
            continue
        facts = _facts(cells, sheet)
        key = "-".join(filter(None, [facts.jurisdiction_code or cells.get("place") or cells.get("title"), str(facts.year or "")])) or f"row-{number}"
        used[key] += 1
        part = key if used[key] == 1 else f"{key}-{used[key]}"
        title = cells.get("title", "")
        text = _paragraphs(cells["text"])
        text = f"{title}\n{text}" if title and not text.startswith(title) else text
        result.append(
            Page(
                text,
                encoding,
                tuple(tables(text)),
                joints=tuple(joints(text)),
                facts=facts,
                part=part,
                remarks=(f"a row of a sheet of documents: {said}",),
            )
        )
    if result and empty:
        result[0] = replace(result[0], remarks=(*result[0].remarks, *remarks_on({"rows without text": empty})))
    return result


def _facts(cells: dict[str, str], sheet: Facts) -> Facts:
    year = YEAR.fullmatch(cells.get("year", ""))
    return Facts(
        title=cells.get("title") or None,
        issuer=cells.get("issuer") or None,
        published=cells.get("published") or None,
        url=cells.get("url") or None,
        year=int(year[1]) if year else sheet.year,
        jurisdiction_code=_code_of_row(cells) or sheet.jurisdiction_code,
    )


def _code_of_row(cells: dict[str, str]) -> str | None:
    """Code of the place of a row: its code, else its names from the highest to the lowest; None where nobody knows it."""
    places = gazetteer()
    code = CODE.fullmatch(cells.get("code", ""))
    if code and code[1] in places.by_code:
        return code[1]
    names = [name for field in ("province", "place", "county") if (name := cells.get(field, ""))]
    for at in range(len(names)):
        for query in ("".join(names[at:]), names[-1] if at == len(names) - 1 else ""):
            try:
                return places.find(query).code if query else None
            except PlaceError:
                continue
    return None


def _paragraphs(text: str) -> str:
    """A text that a sheet keeps in one line: headings stand in lines of their own."""
    if "\n" in text:
        return text
    parts = SENTENCE_END.split(text)
    lines = [parts[0]]
    for part in parts[1:]:
        lines[-1:] = [lines[-1], part] if expression("heading_1").match(part) else [lines[-1] + part]
    return "\n".join(_headed(line) for line in lines)


def _headed(line: str) -> str:
    """A line that begins with a heading and goes on behind a blank."""
    if not expression("heading_1").match(line):
        return line
    head, blank, rest = line.partition(" ")
    return f"{head}\n{rest}" if blank and len(head) <= HEADING else line
