"""Errors that mubiao raises; each message is one line that says what is wrong and what to do."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

MOST = 100  # wrong cells that are told


class MubiaoError(Exception):
    """Base of all errors that a user can meet."""


class ReadError(MubiaoError):
    """A document cannot be read: missing, empty, binary, truncated, too large or of an unknown kind."""


class WrittenError(MubiaoError):
    """What people write is wrong: a message for each wrong cell, which names file, row and column.

    >>> error = WrittenError("a.csv, line 2, year: 24 is no year", "a.csv, line 3, unit: is\\nempty")
    >>> print(error)
    a.csv, line 2, year: 24 is no year (and 1 more)
    >>> error.lines[1]
    'a.csv, line 3, unit: is empty'
    """

    @property
    def lines(self) -> list[str]:
        """The messages, each in one line whatever the cells hold."""
        return [" ".join(str(message).splitlines()) for message in self.args]

    def __str__(self) -> str:
        first, *more = self.lines
        return first + (f" (and {len(more)} more)" if more else "")


class SourceError(WrittenError):
    """A table beside the documents is wrong; the messages name file, row and column."""


class LexiconError(WrittenError):
    """Entries of word lists are wrong; the messages name file, table and word, of a user's own file also the line."""


class Wrong:
    """What is wrong in a table: errors are kept, so that all can be told together.

    >>> wrong = Wrong()
    >>> with wrong:
    ...     raise SourceError("a.csv, line 2, year: 24 is no year")
    >>> wrong.lines
    ['a.csv, line 2, year: 24 is no year']
    """

    def __init__(self, where: Path | str = "", kind: type[WrittenError] = SourceError) -> None:
        self.where, self.kind = where, kind
        self.lines: list[str] = []

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: object, trace: object) -> bool:
        if isinstance(error, self.kind):
            self.lines += error.lines
        return isinstance(error, self.kind)

    def end(self) -> None:
        """Raise what was kept."""
        if self.lines:
            raise self.kind(*self.told())

    def told(self) -> list[str]:
        """What was kept, up to as many lines as somebody reads."""
        more = len(self.lines) - MOST
        return [*self.lines[:MOST], *([f"{self.where}: {more:,} wrong cells more"] if more > 0 else [])]


class PlaceError(MubiaoError):
    """A jurisdiction is unknown or ambiguous."""


class WarehouseError(MubiaoError):
    """The built tables are missing, of an older version or cannot be queried."""


class StorageError(WarehouseError):
    """Tables or extracts cannot be written: no space, no right, no such device."""


class UsageError(MubiaoError):
    """The command was given something that it cannot use."""


class BrokenError(MubiaoError):
    """The program failed on one document.

    Attributes:
        trace: where, for those who mend it.
    """

    def __init__(self, message: str, trace: str = "") -> None:
        super().__init__(message, trace)
        self.trace = trace

    def __str__(self) -> str:
        return str(self.args[0])


def unknown(kind: str, name: str, known: Iterable[str]) -> UsageError:
    """The error of a name that nobody knows: what may be meant, else all that there is.

    >>> print(unknown("chart", "verdict", ["heat", "verdicts"]))
    no chart is called verdict; did you mean verdicts?
    >>> print(unknown("chart", "pie", ["heat", "verdicts"]))
    no chart is called pie; there are heat, verdicts
    """
    there = list(known)
    near = get_close_matches(name.lower(), there)
    return UsageError(f"no {kind} is called {name}; " + (f"did you mean {', '.join(near)}?" if near else f"there are {', '.join(there)}"))
