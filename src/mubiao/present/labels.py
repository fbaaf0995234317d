"""Labels in Chinese and English for the codes in the tables."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from mubiao.errors import LexiconError

FILE = "labels.toml"


@lru_cache(maxsize=1)
def _labels() -> dict[str, dict[str, tuple[str, str]]]:
    tables = tomllib.loads(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    for table, entries in tables.items():
        for code, pair in entries.items():
            if not isinstance(pair, list) or len(pair) != 2:
                raise LexiconError(f"{FILE} [{table}] {code}: want [Chinese, English]")
    return {table: {code: (pair[0], pair[1]) for code, pair in entries.items()} for table, entries in tables.items()}


def zh(kind: str, code: str | None) -> str:
    """Chinese label of a code; the code itself where it has none, "" for None.

    >>> zh("attainment", "missed")
    '未完成'
    """
    return _labels()[kind].get(code, (code, code))[0] if code else ""


def en(kind: str, code: str | None) -> str:
    """English label of a code; the code itself where it has none, "" for None."""
    return _labels()[kind].get(code, (code, code))[1] if code else ""


def in_one_language(note: str, language: str = "zh") -> str:
    """A note of the tables that says the same in two languages, in the one that is asked for.

    >>> in_one_language("高于才完成 · met above the number"), in_one_language("高于才完成 · met above the number", "en"), in_one_language("8.1%")
    ('高于才完成', 'met above the number', '8.1%')
    """
    chinese, _, english = note.partition(" · ")
    return english or chinese if language == "en" else chinese


def codes(kind: str) -> list[str]:
    """All codes of a kind, in the order in which people read them."""
    return list(_labels()[kind])
