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
    """The sources table or a figures file is wrong; the message names the file and the row, in one line whatever its cells hold."""

    def __str__(self) -> str:
        return " ".join(super().__str__().splitlines())


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
