"""Load and validate the word lists of this folder.

The data files hold every Chinese word that the grammar knows, each with an example; this module is the only code beside
them. A wrong entry raises :class:`~mubiao.errors.LexiconError` that names file, table and word.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from unicodedata import category

from mubiao.errors import LexiconError

OWN = "MUBIAO_LEXICON"  # the variable that names a folder of a user's own words; processes of a build inherit it
COMPARATORS = ("eq", "ge", "gt", "le", "lt", "approx")
LARGEST = 1_000_000  # bytes of a user's own file; our longest has a tenth
LONGEST = 100  # characters of a word
LONGEST_LINE = 10_000  # characters
DEEPEST, DOTS = 20, 300  # names in names; points of a line, in quotes too
NESTED = re.compile(rf"(?:\.\s*[\w-]+\s*){{{DEEPEST}}}")  # a.b.c…
QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
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


@dataclass(frozen=True)
class Lexicon:
    """All word lists. ``words[file][table]`` is the set of a table's words; comparators and units are typed."""

    words: Mapping[str, Mapping[str, frozenset[str]]]
    bounds: Mapping[str, Mapping[str, str]]
    units: Mapping[str, Unit]
    guards: Mapping[str, str]
    numerals: Mapping[str, Mapping[str, int]]

    def scale(self, magnitude: str | None) -> int:
        """What 万, 亿, 十万 ... are worth; 1 for none."""
        worth = 1
        for char in magnitude or "":
            worth *= self.numerals["magnitude"][char]
        return worth

    def table(self, file: str, *tables: str) -> dict[str, str]:
        """Word -> name of its table, for some tables of a file (all where none is named)."""
        chosen = tables or tuple(self.words[file])
        return {word: table for table in chosen for word in self.words[file][table]}


def parsed(text: str) -> dict[str, Any]:
    """The tables of a TOML file that somebody else wrote.

    Raises:
        ValueError: no TOML, or a line that would keep the parser busy for long (names in names take it their square).
    """
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST_LINE:
            raise ValueError(f"line {number}: has {len(line):,} characters; at most {LONGEST_LINE:,}")
        if line.count(".") >= DEEPEST and (line.count(".") > DOTS or NESTED.search(QUOTED.sub("_", line))):
            raise ValueError(f"line {number}: names nested too deep")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def read_toml(name: str) -> dict[str, Any]:
    """One data file of this folder."""
    try:
        return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, OSError) as error:
        raise LexiconError(f"{name}: {error}") from error


def own_folder() -> Path | None:
    """The folder of a user's own words, named by the variable MUBIAO_LEXICON: its files have the names of those here."""
    named = os.environ.get(OWN)
    return Path(named) if named else None


def own_files() -> list[Path]:
    """The files of a user's own words, in order.

    Raises:
        LexiconError: there is no such folder, or a file of it is laid over nothing.
    """
    folder = own_folder()
    if folder is None:
        return []
    if not folder.is_dir():
        raise LexiconError(f"{folder}: no such folder; {OWN} names one with word lists")
    known = {f"{name}.toml" for name in (*WORD_FILES, *TYPED_FILES)}
    themes = {f"indicators/{path.name}" for path in files(__package__).joinpath("indicators").iterdir()}
    found = sorted(folder.rglob("*.toml"))
    for path in found:
        if path.name not in known and path.relative_to(folder).as_posix() not in themes:
            raise LexiconError(f"{path}: no word list is called so; there are {', '.join(sorted(known | themes))}")
        if not path.is_file():  # a pipe would be waited for, a device never ends
            raise LexiconError(f"{path}: is no file")
        if path.stat().st_size > LARGEST:
            raise LexiconError(f"{path}: has more than {LARGEST:,} bytes; no list of words is as long")
    return found


def layers(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """A data file of this folder, and a user's own file of its name over it: where each comes from, and its tables."""
    ours = read_toml(name)
    yield name, ours
    path = (own_folder() or Path()) / name
    if path in own_files():
        try:
            theirs = parsed(path.read_text(encoding="utf-8"))
        except (ValueError, OSError) as error:  # no TOML or UTF-8, numbers of thousands of digits, lists in lists
            raise LexiconError(f"{path}: {error}") from error
        if unknown := set(theirs) - set(ours):
            raise LexiconError(f"{path} [{min(unknown)}]: no table is called so; there are {', '.join(ours)}")
        yield str(path), theirs


def _tables(name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The tables of a data file in order, ours before a user's own: where each comes from, its name and entries."""
    for file, tables in layers(name):
        for table, entries in tables.items():
            if not isinstance(entries, dict):
                raise LexiconError(f"{file} {table}: stands outside of every table")
            yield file, table, entries


def _checked(file: str, table: str, word: str, example: object) -> str:
    if not word.strip() or len(word) > LONGEST or any(category(sign) in HIDDEN for sign in word):
        raise LexiconError(f"{file} [{table}] {word[:LONGEST]!r}: a word is seen, and has at most {LONGEST} characters")
    if not isinstance(example, str) or word not in example:
        raise LexiconError(f"{file} [{table}] {word}: the example must hold the word")
    return word


def _words(name: str) -> dict[str, frozenset[str]]:
    words: dict[str, frozenset[str]] = {}
    for file, table, entries in _tables(name):
        words[table] = words.get(table, frozenset()) | {_checked(file, table, word, example) for word, example in entries.items()}
    return words


def _bounds(name: str) -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {}
    for file, table, entries in _tables(name):
        for word, entry in entries.items():
            if not isinstance(entry, list) or len(entry) != 2 or entry[0] not in COMPARATORS:
                raise LexiconError(f"{file} [{table}] {word}: want [class, example], class one of {COMPARATORS}")
            tables.setdefault(table, {})[_checked(file, table, word, entry[1])] = entry[0]
    return tables


def _units(name: str) -> tuple[dict[str, Unit], dict[str, str]]:
    """Surface -> unit, and surface -> the characters that may not follow it."""
    units: dict[str, Unit] = {}
    guards: dict[str, str] = {}
    tables = list(_tables(name))
    traits = _traits(name, {table: entries for file, table, entries in tables if file == name})
    for file, dimension, entries in tables:
        if dimension == DIMENSIONS:
            if file != name:
                raise LexiconError(f"{file} [{DIMENSIONS}]: what holds of a dimension is not laid over")
            continue
        for surface, entry in entries.items():
            if not isinstance(entry, list) or len(entry) not in (3, 5) or not isinstance(entry[0], str) or not _worth(entry[1]):
                raise LexiconError(f"{file} [{dimension}] {surface}: want [unit, factor > 0, example], perhaps with [.., characters, example]")
            if surface in units:
                raise LexiconError(f"{file} [{dimension}] {surface}: stands in [{units[surface].dimension}] too")
            for example in entry[2::2]:
                _checked(file, dimension, surface, example)
            units[surface] = Unit(str(entry[0]), dimension, float(entry[1]), traits.get(dimension, frozenset()))
            if entry[3:]:
                guards[surface] = _guard(f"{file} [{dimension}] {surface}", surface, *entry[3:])
    return units, guards


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


def behind(guard: str) -> str:
    """A guard as an expression: its characters, and behind a blank what else may not follow."""
    characters, *more = guard.split(" ")
    return "|".join([f"[{characters}]", *more])


def _guard(where: str, surface: str, characters: object, example: str) -> str:
    try:
        told = isinstance(characters, str) and characters and re.search(f"{re.escape(surface)}(?:{behind(characters)})", example)
    except re.error as error:
        raise LexiconError(f"{where}: {characters} cannot be read ({error})") from error
    if not told or not isinstance(characters, str):
        raise LexiconError(f"{where}: want characters that may not follow it, and an example with one of them")
    return characters


def _numerals(name: str) -> dict[str, dict[str, int]]:
    tables: dict[str, dict[str, int]] = {}
    for file, table, entries in _tables(name):
        for word, entry in entries.items():
            if not isinstance(entry, list) or len(entry) != 2 or not isinstance(entry[0], int) or not 0 <= entry[0] <= HIGHEST:
                raise LexiconError(f"{file} [{table}] {word}: want [whole number, example]")
            tables.setdefault(table, {})[_checked(file, table, word, entry[1])] = entry[0]
    return tables


WORD_FILES = (
    "actions", "columns", "comparable", "doctypes", "forms", "headings", "inflections", "labels", "modifiers", "nouns", "particles",
    "periods", "places", "portal", "predicates", "refusals", "relatives", "sheets", "stance",
)  # fmt: skip


TYPED_FILES = ("comparators", "units", "numerals")


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """The lexicon, loaded once.

    Raises:
        LexiconError: a data file is missing or an entry of it is wrong.
    """
    units, guards = _units("units.toml")
    return Lexicon(
        words={name: _words(f"{name}.toml") for name in WORD_FILES},
        bounds=_bounds("comparators.toml"),
        units=units,
        guards=guards,
        numerals=_numerals("numerals.toml"),
    )
