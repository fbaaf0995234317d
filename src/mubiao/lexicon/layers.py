"""The data files of this folder, and those that a user lays over them."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from mubiao.errors import LexiconError

OWN = "MUBIAO_LEXICON"  # the variable that names a folder of a user's own words; processes of a build inherit it
LARGEST = 1_000_000  # bytes of a user's own file; our longest has a tenth
LONGEST_LINE = 10_000  # characters
DEEPEST, DOTS = 20, 300  # names in names; points of a line, in quotes too
NESTED = re.compile(rf"(?:\.\s*[\w-]+\s*){{{DEEPEST}}}")  # a.b.c…
QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
WORD_FILES = (
    "actions", "columns", "comparable", "doctypes", "forms", "headings", "inflections", "labels", "modifiers", "nouns", "particles",
    "periods", "places", "portal", "predicates", "refusals", "relatives", "sheets", "stance",
)  # fmt: skip
TYPED_FILES = ("comparators", "units", "numerals")


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


def tables(name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The tables of a data file in order, ours before a user's own: where each comes from, its name and entries."""
    for file, tables in layers(name):
        for table, entries in tables.items():
            if not isinstance(entries, dict):
                raise LexiconError(f"{file} {table}: stands outside of every table")
            yield file, table, entries
