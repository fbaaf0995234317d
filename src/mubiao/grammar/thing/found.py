"""What the rules of a thing answer."""

from __future__ import annotations

from dataclasses import dataclass

from mubiao.grammar.thing.pieces import Piece, Pieces


@dataclass(frozen=True, slots=True)
class Found:
    """What the numbers of a case measure.

    Attributes:
        things: for each number its thing(s).
        modifier: what is said once for the items that follow, None where nothing is.
        handed: whether the numbers are handed out to things said before.
        goes_on: whether the thing is the subject said before.
        heads: whether a noun that needs a head may follow and belong to the thing.
        listed: how many members a list had that got a number each.
    """

    things: list[list[Pieces]]
    modifier: Pieces | None = None
    handed: bool = False
    goes_on: bool = False
    heads: bool = True
    listed: int = 0


def one(*thing: Piece, modifier: Pieces | None = None, goes_on: bool = False, heads: bool = True) -> Found:
    """The answer of a rule where one number measures one thing."""
    return Found([[thing]], modifier=modifier, goes_on=goes_on, heads=heads)
