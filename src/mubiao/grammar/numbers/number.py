"""The record of a number as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass

from mubiao.lexicon.loader import Unit, load

LOOK = 16  # characters to either side that a refusal may see


@dataclass(slots=True)
class Number:
    """A number as it stands in a text.

    Attributes:
        start, end: span of digits, magnitude and unit, modifiers left out.
        value, high: worth in ``unit``; ``high`` is the upper end of a range, else None.
        unit: None where no unit follows.
        fuzzy: 余, 多, 几 or 来 between digits and unit (140余个), else "".
        before, after: modifier in front (不低于) and behind (以上), "" where there is none.
        bounded_start, bounded_end: the span with these modifiers.
        sign: 1 or -1 where a sign stands in front (增长-3.5%, +7%), else 0; the value goes without it.
        refused: name of the rule that says that this is no quantity, or None.
        rule: name of the rule that read it.
    """

    start: int
    end: int
    value: float | None
    high: float | None
    unit: Unit | None
    fuzzy: str = ""
    before: str = ""
    after: str = ""
    bounded_start: int = 0
    bounded_end: int = 0
    sign: int = 0
    refused: str | None = None
    rule: str = ""

    def of(self, trait: str) -> bool:
        """Whether it has a unit with a trait of units.toml: rate, counted, scale and their like."""
        return self.unit is not None and trait in self.unit.traits

    @property
    def passed(self) -> bool:
        """Whether a word in front says that it was passed (突破1900万户)."""
        return bool(self.before) and load().bounds["before"][self.before] == "gt"

    def in_dimension(self, *dimensions: str) -> bool:
        """Whether it has a unit of one of these dimensions."""
        return self.unit is not None and self.unit.dimension in dimensions
