"""The data files of this folder, and those that a user lays over them."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from mubiao.errors import LexiconError, Wrong
from mubiao.lexicon.written import parsed, sections

OWN = "MUBIAO_LEXICON"  # the variable that names a folder of a user's own words; processes of a build inherit it
LARGEST = 1_000_000  # bytes of a user's own file; our longest has a tenth
WORD_FILES = (
    "actions", "columns", "comparable", "doctypes", "duties", "forms", "headings", "inflections", "modifiers", "nouns", "particles",
    "periods", "places", "portal", "predicates", "refusals", "relatives", "sheets", "stance",
)  # fmt: skip
TYPED_FILES = ("comparators", "units", "numerals")


def read_toml(name: str) -> dict[str, Any]:
    """One data file of this folder."""
    try:
        return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, OSError) as error:
        raise LexiconError(f"{name}: {error}") from error


def names_in(folder: str) -> list[str]:
    """The data files of a folder within this one, in the order of their names."""
    return sorted(f"{folder}/{path.name}" for path in files(__package__).joinpath(folder).iterdir())


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
    themes = set(names_in("indicators"))
    found = sorted(folder.rglob("*.toml"))
    wrong = Wrong(folder, LexiconError)
    for path in found:
        with wrong:
            if path.name not in known and path.relative_to(folder).as_posix() not in themes:
                raise LexiconError(f"{path}: no word list is called so; there are {', '.join(sorted(known | themes))}")
            if not path.is_file():  # a pipe would be waited for, a device never ends
                raise LexiconError(f"{path}: is no file")
            if path.stat().st_size > LARGEST:
                raise LexiconError(f"{path}: has more than {LARGEST:,} bytes; no list of words is as long")
    wrong.end()
    return found


def layers(name: str, wrong: Wrong) -> Iterator[tuple[str, dict[str, Any]]]:
    """A data file of this folder, and a user's own file of its name over it: where each comes from, and its tables.

    Args:
        wrong: keeps what is wrong in it, so that the rest can be looked at.
    """
    ours = read_toml(name)
    yield name, ours
    path = (own_folder() or Path()) / name
    if path not in own_files():
        return
    try:
        theirs, again = parsed(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        wrong.lines.append(f"{path}: cannot be read as UTF-8")
    except (ValueError, OSError) as error:
        wrong.lines.append(f"{path}, {error}")
    else:
        wrong.lines += [f"{path}, line {line}: {key} stands twice; keep one" for line, key in again]
        unknown = [table for table in theirs if table not in ours]
        wrong.lines += [f"{where(str(path), table)}: no table is called so; there are {', '.join(ours)}" for table in unknown]
        yield str(path), {table: entries for table, entries in theirs.items() if table in ours}


def where(file: str, table: str, key: str = "") -> str:
    """How an error names an entry: its file, of a user's own file the line too, its table and its key."""
    return " ".join(filter(None, (f"{file}{line_of(file, table, key)}", f"[{table}]", key)))


def line_of(file: str, table: str, key: str = "", which: int | None = None) -> str:
    """Where an entry stands in a user's own file (", line 3"), "" in ours or where nobody can tell.

    Args:
        which: of several tables of one name; where it lacks the key, its head tells.
    """
    if own_folder() is None or not file.startswith(str(own_folder())):
        return ""
    found = [section for section in sections(Path(file).read_text(encoding="utf-8")) if section.name == table]
    lines = [section.keys.get(key, 0 if key and which is None else section.line) for section in found]
    line = max(lines, default=0) if which is None else lines[which]
    return f", line {line}" if line else ""


def tables(name: str, wrong: Wrong) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The tables of a data file in order, ours before a user's own: where each comes from, its name and entries."""
    for file, tables in layers(name, wrong):
        for table, entries in tables.items():
            if isinstance(entries, dict):
                yield file, table, entries
            else:
                wrong.lines.append(f"{file}{line_of(file, '', table)} {table}: stands outside of every table")
