"""The time of a number, and the words that may tell it."""

from __future__ import annotations

from typing import NamedTuple

YEARS = 5  # 年均 without more is told of so many: a term of office, and a five-year plan
CLOSE = 12  # characters in front of a number that may call it a target


class When(NamedTuple):
    """Time of a reading: stage, first and last year, the part of a year as written, and the rules that said so."""

    stage: str
    year: int
    start: int
    part: str | None = None
    rules: tuple[str, ...] = ()

    def told_by(self, rule: str, before: When) -> When:
        """This time, as a rule tells it that knows more than what was known before."""
        return self._replace(rules=(*before.rules, rule))


class Words(NamedTuple):
    """Words that may say of the time of a number.

    Attributes:
        text: the words, up to the number or its comma.
        base: the time that is known from what stands around.
        year: the year that the document plans.
        compared: the number is told against something (低于年度控制目标1.3个百分点), which may be a target without being its own.
        whole: of several years it would be for all.
        level: the number is no growth and no change, so that what it is compared with does not say when it began (较2020年增长60%,达到600亿元).
        near: they stand in front of the number itself, not of the first comma of its sentence (未达预期目标，仅增长2.1%).
        now: the year that the document calls 今年: the one before where it is spoken before the planned one, or tells results of its own.
        position, among: which of the numbers that are told of one thing it is, from 0, and how many they are.
    """

    text: str
    base: When
    year: int
    compared: bool
    whole: bool
    level: bool
    near: bool = True
    position: int = 0
    among: int = 1
    now: int = 0
