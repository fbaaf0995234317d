"""The vocabulary of canonical indicators: loaded, validated, and expanded into the forms that phrases take.

Aliases are small patterns: ``[x]`` may stand or not, ``[x|y]`` one of them or nothing, ``(x|y)`` one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import product
from math import prod
from typing import Any

from mubiao.errors import LexiconError, Wrong
from mubiao.lexicon.layers import layers, line_of, own_files

THEMES = (
    "economy", "agriculture", "industry", "innovation", "investment", "consumption", "opening", "finance", "talent", "employment",
    "education", "health", "social", "culture", "urban", "environment", "digital", "governance",
)  # fmt: skip
ALLOWED = {
    "theme": THEMES,
    "nature": ("flow", "stock", "rate", "count"),
    "direction": ("higher", "lower", "ceiling", "floor", "band", "none"),
    "parts": ("none", "may", "must"),
}
TABLE = "indicator"
LISTS = ("measures", "aliases", "confused_with")
MOST = 10_000  # wordings of one alias
PHRASES = 8192  # phrases that are remembered: reports name the same things again and again
OPTIONAL = {"parts": "none", "real_growth": False}
MEASURES = ("amount", "growth", "ratio", "change", "relative")
TOKEN = re.compile(r"\[([^\[\]()]+)\]|\(([^\[\]()]+)\)|([^\[\]()|]+)")
MARKS = re.compile(r"[“”‘’「」『』《》〈〉\"'\s·—]")
WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # full-width signs to ASCII


@dataclass(frozen=True, slots=True)
class Indicator:
    """A canonical indicator.

    Attributes:
        id, name, name_en: identifier, Chinese and English name (the National Bureau of Statistics' term where one exists).
        theme: chapter of the vocabulary.
        measures: usual measures.
        unit: base unit of its amount or ratio, "" where it varies.
        nature: flow (a year's own quantity), stock (a level at a time), rate, or count (added in a year, also told as total).
        direction: higher or lower is better, ceiling or floor (the target bounds it), band (a ceiling, of which a lower one asks for no more), none.
        aliases: patterns of other wordings.
        parent: id of the indicator of which this is a part, "" for none.
        source, definition: where it is defined, and how, in one sentence.
        confused_with: ids that a careless reader would take for it.
        example: a phrase as reports write it.
        parts: whether words in front of a form may, or must, say of which part it is told (集成电路|出口; 稀土|产业产值).
        real_growth: its growth is told in constant prices (可比价格), so that it does not follow from levels in current prices.
    """

    id: str
    name: str
    name_en: str
    theme: str
    measures: tuple[str, ...]
    unit: str
    nature: str
    direction: str
    aliases: tuple[str, ...]
    parent: str
    source: str
    definition: str
    confused_with: tuple[str, ...]
    example: str
    parts: str = "none"
    real_growth: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """All indicators by id, the id of every form that names one by itself, and of every form that may follow the name of a part."""

    by_id: dict[str, Indicator]
    forms: dict[str, str]
    heads: dict[str, str]


@lru_cache(maxsize=PHRASES)
def plain(phrase: str) -> str:
    """A phrase without quotation marks, spaces and width: how forms are compared."""
    return MARKS.sub("", phrase.translate(WIDTH)).upper()


def expand(alias: str) -> Iterator[str]:
    """All wordings of an alias.

    >>> sorted(expand("[地区]生产总值"))
    ['地区生产总值', '生产总值']
    """
    parts: list[tuple[str, ...]] = []
    position = 0
    for match in TOKEN.finditer(alias):
        if match.start() != position:
            raise LexiconError(f"alias {alias}: unbalanced brackets")
        position = match.end()
        optional, choice, text = match.groups()
        parts.append(("", *optional.split("|")) if optional else tuple(choice.split("|")) if choice else (text,))
    if position != len(alias):
        raise LexiconError(f"alias {alias}: unbalanced brackets")
    if prod(map(len, parts)) > MOST:
        raise LexiconError(f"alias {alias}: stands for more than {MOST:,} wordings")
    for combination in product(*parts):
        yield "".join(combination)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary, loaded once.

    Raises:
        LexiconError: a field is missing or wrong, an id comes twice, or an alias leads to two indicators.
    """
    own_files()  # what is no list of words is told before all else
    wrong = Wrong("indicators", LexiconError)
    by_id: dict[str, Indicator] = {}
    stands: dict[str, tuple[str, int]] = {}  # id -> its file and which it is there
    for theme in THEMES:
        with wrong:
            for file, tables in layers(f"indicators/{theme}.toml", wrong):
                own: set[str] = set()
                for which, entry in enumerate(_entries(file, tables)):
                    with wrong:
                        indicator = _checked(file, which, entry)
                        if indicator.id in own or (indicator.id in by_id and by_id[indicator.id].theme != theme):
                            raise LexiconError(f"{file}{line_of(file, TABLE, 'id', which)}: id {indicator.id} comes twice")
                        own.add(indicator.id)
                        by_id[indicator.id], stands[indicator.id] = indicator, (file, which)
    forms = _forms(by_id, stands, wrong)
    wrong.end()
    return Vocabulary(
        by_id,
        forms={form: found for form, found in forms.items() if by_id[found].parts != "must"},
        heads={form: found for form, found in forms.items() if by_id[found].parts != "none"},
    )


def _forms(by_id: dict[str, Indicator], stands: dict[str, tuple[str, int]], wrong: Wrong) -> dict[str, str]:
    """The id of every form that names an indicator."""
    forms: dict[str, str] = {}
    for indicator in by_id.values():
        file, which = stands[indicator.id]
        others = [("confused_with", other) for other in indicator.confused_with] + [("parent", indicator.parent)] * bool(indicator.parent)
        for name, other in others:
            if other not in by_id:
                wrong.lines.append(f"{file}{line_of(file, TABLE, name, which)} {indicator.id}: names {other}, which does not exist")
        for alias in (indicator.name, *indicator.aliases):
            try:
                for form in expand(alias):
                    key = plain(form)
                    if forms.setdefault(key, indicator.id) != indicator.id:
                        raise LexiconError(f"{form} leads to {forms[key]} and to {indicator.id}")
            except LexiconError as error:
                wrong.lines.append(f"{file}{line_of(file, TABLE, 'aliases', which)} {indicator.id}: {error}")
    return forms


def _entries(file: str, tables: dict[str, Any]) -> list[dict[str, Any]]:
    entries = tables.get(TABLE)
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise LexiconError(f"{file}: wants [[indicator]] for each")
    return entries


def _checked(file: str, which: int, entry: dict[str, Any]) -> Indicator:
    names = {field.name for field in fields(Indicator)}
    entry = {**OPTIONAL, **entry}
    if set(entry) != names:
        stands = f"{file}{line_of(file, TABLE, 'id', which)} {entry.get('id', '?')}"
        raise LexiconError(f"{stands}: wants exactly the fields {', '.join(sorted(names ^ set(entry)))}")
    if wrong := [f"{file}{line_of(file, TABLE, name, which)} {entry['id']}: {name} {told}" for name, told in _wrong(entry)]:
        raise LexiconError(*wrong)
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}
    return Indicator(**values)


def _wrong(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Fields that are wrong, and what they must be."""
    for name, value in entry.items():
        texts = value if name in LISTS and isinstance(value, list) else [value]
        if name == "real_growth":
            if not isinstance(value, bool):
                yield name, "must be true or false"
        elif not all(isinstance(text, str) and (text.isprintable() or name == "definition") for text in texts):
            yield name, f"must be {'a list of texts' if name in LISTS else 'a text'}, all of whose signs are seen"
        elif name in LISTS and not isinstance(value, list):
            yield name, "must be a list of texts"
        elif name in ALLOWED and value not in ALLOWED[name]:
            yield name, f"must be one of {', '.join(ALLOWED[name])}"
        elif name == "measures" and not set(value) <= set(MEASURES):
            yield name, f"must be among {', '.join(MEASURES)}"
