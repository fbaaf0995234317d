"""TOML that somebody else wrote: its tables, and what its parser does not tell, where each key stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

LONGEST_LINE = 10_000  # characters
DEEPEST, DOTS = 20, 300  # names in names; points of a line, in quotes too
LISTS = 100  # lists in lists
NESTED = re.compile(rf"(?:\.\s*[\w-]+\s*){{{DEEPEST}}}")  # a.b.c…
DIGITS = re.compile(r"[0-9_]{4000}")  # of a number that Python does not take
QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
HEAD = re.compile(r"\s*\[\[?\s*[\"']?([\w.-]+)[\"']?\s*\]\]?\s*(?:#.*)?")
KEY = re.compile(r"\s*(?:\"([^\"]*)\"|'([^']*)'|([\w-]+))\s*[.=]")
MARKS = re.compile(r"\"{3}|'{3}")  # around a text of several lines
AT = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL)
TWICE = "Cannot overwrite"  # what the parser says of a key


@dataclass(slots=True)
class Section:
    """A head and what stands below it; of the lines in front of the first head the name is empty.

    Attributes:
        line: of the head.
        keys: key -> its line.
        again: line of each key that stood there before, and the key.
    """

    name: str
    line: int
    keys: dict[str, int] = field(default_factory=dict)
    again: list[tuple[int, str]] = field(default_factory=list)


def parsed(text: str) -> tuple[dict[str, Any], list[tuple[int, str]]]:
    """The tables of a file, and line and name of each key that stands twice in one, of which the first counts.

    Raises:
        ValueError: no TOML, or a line that would keep the parser busy for long (names in names take it their square); begins with the line.
    """
    _check(text)
    try:
        return tomllib.loads(text), []
    except RecursionError as error:
        raise ValueError("line 1 and below: nested too deep") from error
    except tomllib.TOMLDecodeError as error:
        if TWICE in str(error) and (again := [one for section in sections(text) for one in section.again]):
            return _without(text, {line for line, _ in again}), again
        raise ValueError(_placed(str(error), text)) from error


def _without(text: str, lines: set[int]) -> dict[str, Any]:
    """The tables without the keys that stand there again."""
    kept = ("" if number in lines else line for number, line in enumerate(text.splitlines(), 1))
    return parsed("\n".join(kept))[0]


def _placed(message: str, text: str) -> str:
    """A message of the parser with the place in front."""
    match = AT.fullmatch(message)
    if match is None:
        return f"line 1 and below: {message}"
    if match["line"] is None:
        return f"line {len(text.splitlines())}, the last: {match['what']}"
    return f"line {match['line']}, column {match['column']}: {match['what']}"


def _check(text: str) -> None:
    open_lists = 0
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST_LINE:
            raise ValueError(f"line {number}: has {len(line):,} characters; at most {LONGEST_LINE:,}")
        if DIGITS.search(line):
            raise ValueError(f"line {number}: holds a number of more than 4,000 digits")
        bare = QUOTED.sub("_", line)
        if line.count(".") >= DEEPEST and (line.count(".") > DOTS or NESTED.search(bare)):
            raise ValueError(f"line {number}: names nested too deep")
        open_lists += sum(bare.count(sign) for sign in "[{") - sum(bare.count(sign) for sign in "]}")
        open_lists = max(open_lists, 0)
        if open_lists > LISTS:
            raise ValueError(f"line {number}: lists nested too deep")


def sections(text: str) -> list[Section]:
    """The heads of a file and their keys, as far as that can be told line by line."""
    found = [Section("", 1)]
    for number, line in _lines(text):
        if head := HEAD.fullmatch(line):
            found.append(Section(head[1], number))
        elif match := KEY.match(line):
            key = next(part for part in match.groups() if part is not None)
            if found[-1].keys.setdefault(key, number) != number and match[0].endswith("="):
                found[-1].again.append((number, key))
    return found


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are not inside a text of several lines."""
    within = ""
    for number, line in enumerate(text.splitlines(), 1):
        if not within:
            yield number, line
        for mark in MARKS.findall(line):
            within = mark if not within else "" if mark == within else within
