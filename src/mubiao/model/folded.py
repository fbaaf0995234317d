"""Text as the grammar reads it, with the way back to the text as published."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Folded:
    """Folded text with the way back.

    Attributes:
        text: what the grammar reads.
        breaks, shifts: from folded position ``breaks[i]`` on, the source stands ``shifts[i]`` characters further.
    """

    text: str
    breaks: list[int] = field(default_factory=lambda: [0])
    shifts: list[int] = field(default_factory=lambda: [0])

    def source(self, position: int) -> int:
        """Position in the source of a character of the folded text."""
        return position + self.shifts[bisect_right(self.breaks, position) - 1]

    @cached_property
    def _sources(self) -> list[int]:
        return [begin + shift for begin, shift in zip(self.breaks, self.shifts, strict=True)]

    def folded(self, position: int) -> int:
        """Position in the folded text of a character of the source; of one that folding took out, the place where it stood."""
        index = bisect_right(self._sources, position) - 1
        last = self.breaks[index + 1] if index + 1 < len(self.breaks) else len(self.text)
        return min(position - self.shifts[index], last)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Half-open span in the source of a half-open span of the folded text."""
        return self.source(start), self.source(end - 1) + 1 if end > start else self.source(start)

    def original(self, source: str, start: int, end: int) -> str:
        """The source characters behind a folded span, without those that folding took out."""
        parts = []
        index = bisect_right(self.breaks, start) - 1
        while start < end:
            stop = min(end, self.breaks[index + 1]) if index + 1 < len(self.breaks) else end
            parts.append(source[start + self.shifts[index] : stop + self.shifts[index]])
            start, index = stop, index + 1
        return "".join(parts)
