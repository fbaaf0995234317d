"""English names of places: of provinces by hand (labels.toml), of cities and counties as tools/make_english_places.py finds them (places.csv)."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files

from mubiao.present.labels import codes, en

COMMENTS = 1  # lines above the header: the sources


def english_place(code: str, name: str) -> str:
    """The English name of a place; the Chinese one where none is known for sure.

    >>> english_place("330000", "浙江省"), english_place("330200", "宁波市"), english_place("330212", "鄞州区")
    ('Zhejiang', 'Ningbo', 'Yinzhou District')
    >>> english_place("330902", "定海区"), english_place("330683", "嵊州市")
    ('Dinghai District', '嵊州市')
    """
    return _english().get(code, name)


def code_of_english(name: str) -> str:
    """Code of the place with an English name, the highest where there are several; "" where there is none.

    >>> code_of_english("ningbo"), code_of_english("Jilin"), code_of_english("Shangri-La")
    ('330200', '220000', '')
    """
    return _codes().get(name.lower(), "")


@lru_cache(maxsize=1)
def _english() -> dict[str, str]:
    lines = files(__package__).joinpath("places.csv").read_text(encoding="utf-8").splitlines()
    named = {row["code"]: row["name"] for row in csv.DictReader(lines[COMMENTS:])}
    return {code: en("province", code) for code in codes("province")} | named


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    return {name.lower(): code for code, name in reversed(_english().items())}
