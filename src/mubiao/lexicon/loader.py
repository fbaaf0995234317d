"""Load and validate the word lists of this folder.

The data files hold every Chinese word that the grammar knows, each with an example. A wrong entry raises
:class:`~mubiao.errors.LexiconError` that names file, table and word, in a user's own file with the line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar
from unicodedata import category

from mubiao.errors import LexiconError, Wrong
from mubiao.lexicon import layers
from mubiao.lexicon.layers import where

COMPARATORS = ("eq", "ge", "gt", "le", "lt", "approx")
LONGEST = 100  # characters of a word
HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")  # kinds of signs that nobody sees: controls, also of direction, halves and ends of lines
HIGHEST = 10**20  # of what a unit or numeral is worth
DIMENSIONS = "dimensions"  # the table of units.toml that is none of units
TRAITS = frozenset(
    {"rate", "growth", "compared", "money", "counted", "stock", "extent", "scale", "class", "accumulates"}
)  # of dimensions; units.toml says what they mean


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: ``factor`` reference units of its ``dimension``, which is what its ``traits`` say (see units.toml)."""

    name: str
    dimension: str
    factor: float
    traits: frozenset[str] = frozenset()


Held = TypeVar("Held")


class Tables(dict[str, Held]):
    """The tables of a data file by their names; one that code asks for and the file does not have is told."""

    def __init__(self, file: str, tables: Mapping[str, Held]) -> None:
        super().__init__(tables)
        self.file = file

    def __missing__(self, table: str) -> Held:
        raise LexiconError(f"{self.file}: has no table [{table}], which the code asks for; write it, with its words")


@dataclass(frozen=True)
class Lexicon:
    """All word lists. ``words[file][table]`` is the set of a table's words; comparators and units are typed."""

    words: Mapping[str, Mapping[str, frozenset[str]]]
    bounds: Mapping[str, Mapping[str, str]]
    units: Mapping[str, Unit]
    guards: Mapping[str, str]
    numerals: Mapping[str, Mapping[str, int]]

    def scale(self, magnitude: str | None) -> int:
        """What 万, 亿, 十万, 千余万 ... are worth; 1 for none."""
        worth = 1
        for char in magnitude or "":
            worth *= self.numerals["magnitude"].get(char, 1)
        return worth

    def table(self, file: str, *tables: str) -> dict[str, str]:
        """Word -> name of its table, for some tables of a file (all where none is named)."""
        chosen = tables or tuple(self.words[file])
        return {word: table for table in chosen for word in self.words[file][table]}


def _checked(file: str, table: str, word: str, example: object) -> str:
    if not word.strip() or len(word) > LONGEST or any(category(sign) in HIDDEN for sign in word):
        raise LexiconError(f"{where(file, table, repr(word[:LONGEST]))}: a word is seen, and has at most {LONGEST} characters")
    if not isinstance(example, str) or word not in example:
        raise LexiconError(f"{where(file, table, word)}: the example must hold the word")
    return word


def _words(name: str, wrong: Wrong) -> Tables[frozenset[str]]:
    words: dict[str, set[str]] = {}
    for file, table, entries in layers.tables(name, wrong):
        for word, example in entries.items():
            with wrong:
                words.setdefault(table, set()).add(_checked(file, table, word, example))
    return Tables(name, {table: frozenset(found) for table, found in words.items()})


def _bounds(name: str, wrong: Wrong) -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {}
    for file, table, entries in layers.tables(name, wrong):
        for word, entry in entries.items():
            with wrong:
                if not isinstance(entry, list) or len(entry) != 2 or entry[0] not in COMPARATORS:
                    raise LexiconError(f"{where(file, table, word)}: want [class, example], class one of {COMPARATORS}")
                tables.setdefault(table, {})[_checked(file, table, word, entry[1])] = entry[0]
    return tables


def _units(name: str, wrong: Wrong) -> tuple[dict[str, Unit], dict[str, str]]:
    """Surface -> unit, and surface -> the characters that may not follow it."""
    units: dict[str, Unit] = {}
    guards: dict[str, str] = {}
    tables = list(layers.tables(name, wrong))
    traits = _traits(name, {table: entries for file, table, entries in tables if file == name})
    for file, dimension, entries in tables:
        if dimension != DIMENSIONS:
            for surface, entry in entries.items():
                with wrong:
                    units[surface], guard = _unit(file, dimension, surface, entry, units, traits)
                    if guard:
                        guards[surface] = guard
        elif file != name:
            wrong.lines.append(f"{where(file, DIMENSIONS)}: what holds of a dimension is not laid over")
    return units, guards


def _unit(file: str, dimension: str, surface: str, entry: Any, units: Mapping[str, Unit], traits: Mapping[str, frozenset[str]]) -> tuple[Unit, str]:
    """The unit of a surface, and the characters that may not follow it, "" where any may."""
    if not isinstance(entry, list) or len(entry) not in (3, 5) or not isinstance(entry[0], str) or not _worth(entry[1]):
        raise LexiconError(f"{where(file, dimension, surface)}: want [unit, factor > 0, example], perhaps with [.., characters, example]")
    if surface in units:
        raise LexiconError(f"{where(file, dimension, surface)}: stands in [{units[surface].dimension}] too")
    for example in entry[2::2]:
        _checked(file, dimension, surface, example)
    unit = Unit(entry[0], dimension, float(entry[1]), traits.get(dimension, frozenset()))
    return unit, _guard(where(file, dimension, surface), surface, *entry[3:]) if entry[3:] else ""


def _worth(value: object) -> bool:
    """Whether a unit or numeral can be worth so much."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= HIGHEST


def _traits(file: str, tables: dict[str, dict[str, Any]]) -> dict[str, frozenset[str]]:
    """What holds of each dimension."""
    traits = {dimension: frozenset(told) for dimension, told in tables.get(DIMENSIONS, {}).items()}
    for dimension, told in traits.items():
        if dimension not in tables or not told <= TRAITS:
            raise LexiconError(f"{file} [dimensions] {dimension}: want a table of units = a list of {', '.join(sorted(TRAITS))}")
    return traits


def guarded(guard: str) -> str:
    """A guard as an expression: its characters, and behind a blank what else may not follow."""
    characters, *more = guard.split(" ")
    return "|".join([f"[{characters}]", *more])


def _guard(where: str, surface: str, characters: object, example: str) -> str:
    try:
        told = isinstance(characters, str) and characters and re.search(f"{re.escape(surface)}(?:{guarded(characters)})", example)
    except re.error as error:
        raise LexiconError(f"{where}: {characters} cannot be read ({error})") from error
    if not told or not isinstance(characters, str):
        raise LexiconError(f"{where}: want characters that may not follow it, and an example with one of them")
    return characters


def _numerals(name: str, wrong: Wrong) -> dict[str, dict[str, int]]:
    tables: dict[str, dict[str, int]] = {}
    for file, table, entries in layers.tables(name, wrong):
        for word, entry in entries.items():
            with wrong:
                if not isinstance(entry, list) or len(entry) != 2 or not isinstance(entry[0], int) or not 0 <= entry[0] <= HIGHEST:
                    raise LexiconError(f"{where(file, table, word)}: want [whole number, example]")
                tables.setdefault(table, {})[_checked(file, table, word, entry[1])] = entry[0]
    return tables


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """The lexicon, loaded once.

    Raises:
        LexiconError: a data file is missing or entries are wrong: a message for each.
    """
    layers.own_files()  # what is no list of words is told before all else
    wrong = Wrong("lexicon", LexiconError)
    units, guards = _units("units.toml", wrong)
    found = Lexicon(
        words={name: _words(f"{name}.toml", wrong) for name in layers.WORD_FILES},
        bounds=_bounds("comparators.toml", wrong),
        units=units,
        guards=guards,
        numerals=_numerals("numerals.toml", wrong),
    )
    wrong.end()
    return found
