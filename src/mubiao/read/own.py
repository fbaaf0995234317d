"""Tables that people write beside the documents (sources, figures, corrections, decisions, rules): their text and their rows."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from unicodedata import category, normalize

from mubiao.errors import SourceError
from mubiao.lexicon.loader import HIDDEN

NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")  # what float takes besides (5_4, 1e308, nan, ５) is a slip of the keyboard here
DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
REVIEW = "review"  # the folder beside documents and tables of what people decide: corrections, mappings
YEARS = range(1949, 2101)
ADDRESS = re.compile(r"https?://[^\s<>\"'/@]{1,300}(?:[/?#][^\s<>\"']{0,1000})?")  # no user@ that leads elsewhere than it looks
LONGEST = 10_000  # characters of a cell
LARGEST = 100_000_000  # bytes of a table
SHOWN = 40  # characters of a wrong cell that a message shows
NEAR = 0.8  # how alike the name of a column is to one that was meant (difflib)
TAB = "\t"
OTHERS = f";{TAB}|"  # what other programs part cells by
UNQUOTED = 'a quotation mark is not closed, or has text behind it; write "" for a mark inside a cell'


def is_there(path: Path) -> bool:
    """Whether a table stands there; a link that leads nowhere is one that cannot be read, not none."""
    return path.exists() or path.is_symlink()


def text_of(path: Path) -> str:
    """The text of a table.

    Raises:
        SourceError: a folder, pipe, device or link to nowhere stands there, a file that is too large, or no text in UTF-8.
    """
    if is_there(path) and not path.is_file():
        raise SourceError(f"{path}: is no file")
    try:
        if path.stat().st_size > LARGEST:
            raise SourceError(f"{path}: has more than {LARGEST // 1_000_000} MB; split it")
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: cannot be read as UTF-8") from error


def rows_of(text: str, where: str, wanted: Sequence[str] = (), optional: Sequence[str] = (), missing: str = "") -> csv.DictReader[str]:
    """The rows of a CSV text by its head.

    Args:
        wanted: columns that it must have; ``optional`` are those that it may have, beside others that nobody reads.
        missing: what to do where one is missing; else all are named.

    Raises:
        SourceError: a column is missing, stands twice, of which one would win in silence, or is nearly called like one that it may have.
    """
    reader = csv.DictReader(io.StringIO(text), strict=True)
    try:
        names = list(reader.fieldnames or ())
    except csv.Error as error:
        raise SourceError(f"{where}, line 1: {UNQUOTED}") from error
    if len(names) == 1 and (sign := next((sign for sign in OTHERS if sign in names[0]), "")):
        raise SourceError(f"{where}, line 1: the cells are parted by {'tabs' if sign == TAB else sign}; save it with commas between them")
    wrong = [f"{where}, line 1: the column {cut(name)} stands twice in the head; keep one" for name, count in Counter(names).items() if count > 1]
    for name in names:
        if name not in (*wanted, *optional) and (near := get_close_matches(name.strip().lower(), optional, 1, NEAR)):
            wrong.append(f"{where}, line 1: no column is called {cut(name)}; did you mean {near[0]}?")
    if lost := [name for name in wanted if name not in names]:
        wrong.append(f"{where}, line 1: the column {lost[0]} is missing; {missing or 'wanted are ' + ', '.join(wanted)}")
    if wrong:
        raise SourceError(*wrong)
    return reader


def check_row(row: Mapping[Any, Any], where: str, fewer: bool = False, longest: int = LONGEST) -> None:
    """Refuse a row that has another number of cells than the head, or a cell that nobody typed.

    Args:
        fewer: it may have fewer; the rest is empty.
        longest: characters of a cell.

    Raises:
        SourceError: names the line, and the column of such a cell.
    """
    if None in row or (None in row.values() and not fewer):
        raise SourceError(f"{where}: has {'more' if None in row else 'fewer'} fields than the head; put quotes around commas")
    wrong = []
    for name, cell in row.items():
        if len(cell or "") > longest:
            wrong.append(f"{where}, {cut(name)}: has {len(cell):,} characters; at most {longest:,}")
        elif sign := unseen(cell or ""):
            wrong.append(f"{where}, {cut(name)}: holds the sign U+{ord(sign):04X}, which nobody sees; drop it")
    if wrong:
        raise SourceError(*wrong)


def cut(cell: object) -> str:
    """A wrong cell as a message shows it.

    >>> cut("5_4"), cut(" "), cut("12345" * 20)
    ('5_4', 'empty', '1234512345123451234512345123451234512345…')
    """
    text = str(cell)
    return text[:SHOWN] + "…" * (len(text) > SHOWN) if text.strip() else "empty"


def composed(name: str) -> str:
    """A name of a file in the form that people type: some systems part é into e and an accent (NFD), and would give it another key.

    >>> composed("re\u0301sume\u0301.txt") == "r\u00e9sum\u00e9.txt"
    True
    """
    return normalize("NFC", name)


def unseen(text: str) -> str:
    """The first sign of a text that nobody sees, "" for none; tabs and ends of lines are seen.

    >>> unseen("5.4\\0"), unseen("5.4\\u202e"), unseen("5.4\\n")
    ('\\x00', '\\u202e', '')
    """
    return "" if text.isprintable() else next((sign for sign in text if category(sign) in HIDDEN and sign not in "\t\n\r"), "")


def is_date(text: str, whole: bool = False) -> bool:
    """Whether a text is a date of our time as far as it is known: 2025, 2025-03, 2025-03-20.

    Args:
        whole: down to the day.

    >>> is_date("2025-03"), is_date("2025-02-30"), is_date("2999"), is_date("2025-03", whole=True)
    (True, False, False, False)
    """
    match = DATE.fullmatch(text)
    if match is None or int(match[1]) not in YEARS or (whole and not match[3]):
        return False
    try:
        date(*(int(part or 1) for part in match.groups()))
    except ValueError:
        return False
    return True


def is_address(text: str) -> bool:
    """Whether a text leads to a page, and does nothing else.

    >>> is_address("https://www.ningbo.gov.cn/a?b=1"), is_address("javascript:alert(1)"), is_address("https://www.gov.cn@example.org")
    (True, False, False)
    """
    return ADDRESS.fullmatch(text) is not None


def whole_rows(reader: csv.DictReader[str], size: int, where: str) -> Iterator[dict[str, str]]:
    """The rows of a text of a size, however long their cells are: what is too long can be told with its column. Blank rows (,,,) are none.

    Raises:
        SourceError: a quotation mark would swallow the rows behind it; names file and line.
    """
    before = csv.field_size_limit(size + 1)
    try:
        yield from filter(_is_filled, reader)
    except csv.Error as error:
        raise SourceError(f"{where}, line {reader.line_num + 1}: {UNQUOTED}") from error  # line_num is that of the row before
    finally:
        csv.field_size_limit(before)


def _is_filled(row: Mapping[Any, Any]) -> bool:
    """Whether a cell of a row holds something; those behind the columns of the head stand in a list."""
    return any(cell and not cell.isspace() for told in row.values() for cell in (told if isinstance(told, list) else [told]))
