"""Errors that mubiao raises; each message is one line that says what is wrong and what to do."""

from collections.abc import Iterable
from difflib import get_close_matches


class MubiaoError(Exception):
    """Base of all errors that a user can meet."""


class LexiconError(MubiaoError):
    """An entry of a word list is wrong; the message names file, table and word."""


class ReadError(MubiaoError):
    """A document cannot be read: missing, empty, binary, truncated, too large or of an unknown kind."""


class SourceError(MubiaoError):
    """A table that people write is wrong: a message for each wrong cell, which names file, row and column.

    >>> error = SourceError("a.csv, line 2, year: 24 is no year", "a.csv, line 3, unit: is\\nempty")
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
