"""The expressions of the folder expressions: word tables filled in, compiled once, and checked against their own examples."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from mubiao.errors import LexiconError
from mubiao.lexicon.affix import pattern
from mubiao.lexicon.layers import names_in, read_toml
from mubiao.lexicon.loader import Tables, guarded, load
from mubiao.lexicon.opened import opened

FOLDER = "expressions"
PLACEHOLDER = re.compile(r"\{([a-z][a-z_0-9]*)(?:\.([^{}]+))?\}")
DEPTH = 5  # expressions that name one another


@lru_cache(maxsize=1)
def entries() -> dict[str, dict[str, object]]:
    """Name of an expression -> its table, of all data files of the folder.

    Raises:
        LexiconError: two files have an expression of one name.
    """
    found: dict[str, dict[str, object]] = {}
    for file in names_in(FOLDER):
        ours = read_toml(file)
        if twice := found.keys() & ours.keys():
            raise LexiconError(f"{file} [{min(twice)}]: another file has an expression of that name")
        found |= ours
    return found


@cache  # there are as many as the data file has
def expression(name: str) -> re.Pattern[str]:
    """An expression by its name, ready for use.

    Raises:
        LexiconError: it names what does not exist, is no regular expression, or does not do what its examples say.
    """
    entry = entries().get(name)
    if entry is None or set(entry) != {"rule", "expression", "takes", "refuses"}:
        raise LexiconError(f"{FOLDER} [{name}]: wants rule, expression, takes and refuses")
    try:
        compiled = re.compile(opened(_filled(source(entry), name, DEPTH)))
    except re.error as error:
        raise LexiconError(f"{FOLDER} [{name}]: {error}") from error
    for example in entry["takes"]:  # type: ignore[attr-defined]
        if not compiled.search(example):
            raise LexiconError(f"{FOLDER} [{name}]: does not take {example}")
    for example in entry["refuses"]:  # type: ignore[attr-defined]
        if compiled.search(example):
            raise LexiconError(f"{FOLDER} [{name}]: takes {example}")
    return compiled


@cache  # one for each data file
def patterns(name: str) -> Mapping[str, re.Pattern[str]]:
    """The tables of a file of words, each as an expression for any of its words.

    >>> patterns("periods")["last_year"].search("去年增长5%")[0]
    '去年'
    """
    return Tables(f"{name}.toml", {table: re.compile(pattern(words)) for table, words in load().words[name].items()})


def source(entry: Mapping[str, object]) -> str:
    """The expression of a table: one, or any of several."""
    one = entry["expression"]
    return "|".join(one) if isinstance(one, list) else str(one)


def _filled(text: str, name: str, depth: int) -> str:
    if not depth:
        raise LexiconError(f"{FOLDER} [{name}]: the expressions name one another in a circle")
    return PLACEHOLDER.sub(lambda match: _filling(match, name, depth), text)


def _filling(match: re.Match[str], name: str, depth: int) -> str:
    lexicon = load()
    file, table = match.groups()
    if table is None:
        if file == "unit":
            return _unit()
        if file not in entries():
            raise LexiconError(f"{FOLDER} [{name}]: no expression is called {file}")
        return f"(?:{_filled(source(entries()[file]), file, depth - 1)})"
    tables = {"comparators": lexicon.bounds, "numerals": lexicon.numerals, "guards": lexicon.guards}.get(file, lexicon.words.get(file, {}))
    if table not in tables:
        raise LexiconError(f"{FOLDER} [{name}]: no table {table} in {file}.toml")
    return lexicon.guards[table].partition(" ")[0] if file == "guards" else f"(?:{pattern(tables[table])})"


def _unit() -> str:
    """Any unit: those that a guard allows, and latin ones where no letter follows."""
    lexicon = load()
    plain = [word for word in lexicon.units if word not in lexicon.guards and not word.isascii()]
    latin = [word for word in lexicon.units if word.isascii() and word != "%"]
    longest_first = sorted(lexicon.guards.items(), key=lambda entry: -len(entry[0]))  # 人年 before 人
    checked = [f"{re.escape(word)}(?!{guarded(chars)})" for word, chars in longest_first]
    return "(?:%|" + "|".join([pattern(plain), *checked, rf"(?:{pattern(latin)})(?![A-Za-z])"]) + ")"
