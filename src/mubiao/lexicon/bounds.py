"""Words that bound a number: which bound they make, and where they stand."""

from __future__ import annotations

from mubiao.lexicon.loader import load

SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "≈"}  # of a bound that no words tell
APART = "…"  # between the word in front of a number and the one behind it


def class_of(modifier: str) -> str | None:
    """The comparator that words make; None where nobody knows them.

    >>> class_of("左右"), class_of("控制在…以内"), class_of("控制在"), class_of("大概")
    ('approx', 'le', 'le', None)
    """
    bounds, deciding = load().bounds, modifier.rpartition(APART)[2]
    return next((bounds[where][deciding] for where in ("after", "before", "bound") if deciding in bounds[where]), None)


def bounded(text: str, modifier: str) -> str:
    """A number with its words around it.

    >>> bounded("5%", "左右"), bounded("5%", "不低于"), bounded("5%", "控制在…以内")
    ('5%左右', '不低于5%', '控制在5%以内')
    """
    before, _, after = modifier.rpartition(APART)
    return f"{before}{text}{after}" if before or after in load().bounds["after"] else f"{after}{text}"
