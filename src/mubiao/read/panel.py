"""Sheets whose rows are documents: a page for each row, with the place, year and title that the sheet gives it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from mubiao.errors import PlaceError
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.model import Facts
from mubiao.read.flat import tables
from mubiao.read.joiner import joints
from mubiao.read.page import Page, told
from mubiao.read.places import gazetteer

FIELDS = ("text", "year", "code", "province", "place", "county", "title", "issuer", "published", "url")
WHOSE = ("code", "province", "place", "county", "title")
YEAR = re.compile(r"((?:19|20)\d\d)(?:\.0|\D.*)?")
JOINT = re.compile(r"[\s_-]+")
CODE = re.compile(r"(\d{6})(?:\.0)?")
SENTENCE_END = re.compile(r"(?<=[。！？;；]) ?")
LONG = 300  # characters of a text that is a document, on average of a column
LONGEST_PLACE = 20
HEADING = 40  # characters in which a heading ends


def columns_of(head: Sequence[str]) -> dict[str, int]:
    """Columns of a head by what they hold; empty where its rows are no documents.

    >>> columns_of(["城市", "年份", "内容"]), columns_of(["City", "Full_Text"])
    ({'text': 2, 'year': 1, 'place': 0}, {'text': 1, 'place': 0})
    """
    words = load().words["sheets"]
    names = [JOINT.sub("", name).lower() for name in head]
    found = {field: at for field in FIELDS for at, name in reversed(list(enumerate(names))) if name in words[field]}
    return found if "text" in found and any(field in found for field in WHOSE) else {}


def columns_by_cells(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Columns whose heads nobody knows by what their cells hold: long texts, years, and codes or names of places."""
    if len(rows) < 2:  # one text beside one name is a table of anything
        return {}
    columns = [[cell.strip() for cell in column] for column in zip(*rows, strict=True)]
    texts = [
        at for at, cells in enumerate(columns) if sum(map(len, cells)) >= LONG * len(cells) and all(map(SENTENCE_END.search, filter(None, cells)))
    ]
    if len(texts) != 1:
        return {}
    years = [at for at, cells in enumerate(columns) if all(map(YEAR.fullmatch, cells)) and at not in texts]
    codes = [at for at, cells in enumerate(columns) if all(cell[:6] in gazetteer().by_code and CODE.fullmatch(cell) for cell in cells)]
    places = [at for at, cells in enumerate(columns) if at not in (*texts, *years, *codes) and all(map(_is_place, cells))]
    if not codes and not places:
        return {}
    found = {1: ("place",), 2: ("province", "place"), 3: ("province", "place", "county")}.get(len(places), ())
    return {
        "text": texts[0],
        **dict(zip(("year",), years, strict=False)),
        **dict(zip(("code",), codes, strict=False)),
        **dict(zip(found, places, strict=False)),
    }


def _is_place(name: str) -> bool:
    try:
        return len(name) <= LONGEST_PLACE and gazetteer().find(name) is not None
    except PlaceError:
        return False


def pages(head: Sequence[str], rows: Sequence[Sequence[str]], encoding: str) -> list[Page]:
    """A page for each row that holds a text."""
    columns = columns_of(head) or columns_by_cells(rows)
    said = ", ".join(f"{field} {head[at].strip()}" for field, at in columns.items())
    used: Counter[str] = Counter()
    result: list[Page] = []
    empty = 0
    for number, row in enumerate(rows, 2):
        cells = {field: row[at].strip() for field, at in columns.items() if at < len(row)}
        if not cells.get("text"):
            empty += 1
            continue
        facts = _facts(cells)
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
        result[0] = replace(result[0], remarks=(*result[0].remarks, *told({"rows without text": empty})))
    return result


def _facts(cells: dict[str, str]) -> Facts:
    year = YEAR.fullmatch(cells.get("year", ""))
    return Facts(
        title=cells.get("title") or None,
        issuer=cells.get("issuer") or None,
        published=cells.get("published") or None,
        url=cells.get("url") or None,
        year=int(year[1]) if year else None,
        jurisdiction_code=_place(cells),
    )


def _place(cells: dict[str, str]) -> str | None:
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
