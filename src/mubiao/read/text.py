"""Text files: what is written is the page, or the pages where several reports stand in one file."""

from __future__ import annotations

from itertools import pairwise

from mubiao.errors import PlaceError
from mubiao.model import Facts
from mubiao.read.decode import decode
from mubiao.read.flat import tables
from mubiao.read.joiner import joints
from mubiao.read.page import Page
from mubiao.read.places import gazetteer
from mubiao.read.several import reports


def read_text(data: bytes, name: str) -> list[Page]:
    """The pages of a text file in UTF-8, UTF-16, GB18030 or Big5.

    Raises:
        ReadError: empty, too large, binary, in no encoding known here, or without Chinese text.
    """
    text, encoding = decode(data, name)
    found = reports(text)
    if len(found) < 2:
        return [_page(text, encoding)]
    starts = [0, *(start for start, *_ in found[1:]), len(text)]
    pieces = [text[low:high] for low, high in pairwise(starts)]
    names = ", ".join(f"{place} {year}" if year else place for _, place, year in found)
    said = (f"one of {len(found)} reports in the file: {names}",)
    return [
        _page(piece, encoding, f"{number}-{place}", Facts(jurisdiction_code=_code(place)), said)
        for number, (piece, (_, place, _)) in enumerate(zip(pieces, found, strict=True), 1)
    ]


def _page(text: str, encoding: str, part: str = "", facts: Facts | None = None, said: tuple[str, ...] = ()) -> Page:
    return Page(text, encoding, tuple(tables(text)), joints=tuple(joints(text)), facts=facts or Facts(), remarks=said, part=part)


def _code(place: str) -> str | None:
    try:
        return gazetteer().find(place).code
    except PlaceError:
        return None
