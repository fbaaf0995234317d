"""The result of reading a passage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from mubiao.grammar.numbers.number import Number
from mubiao.grammar.thing.pieces import Pieces, words_of


class Fired(NamedTuple):
    """A rule that made a reading, with the span of the folded text that it speaks of."""

    name: str
    start: int
    end: int


@dataclass(slots=True)
class Reading:
    """One quantity with everything that the sentence says of it; spans are of the folded text.

    Attributes:
        number: the number; None for a relative target, whose phrase is ``span``.
        span: number and unit, or the phrase of a relative target.
        pieces: spans that make up the indicator.
        action, commitment, modifier, reference: as written; "" or None where there is none.
        relation: how the thing stands to the reference: with, above, below, at_least, at_most, set, share, trend, fulfilment or of_earlier.
        action_kind: add, change or make; "" where there is no verb.
        carried: the action stands at the head of the list, not in front of this item.
        measure, comparator, cumulative, role: as in the data model.
        parent: index of the reading of which this is a part or the second tier, else None.
        sign: -1 where the verb tells of a fall.
        fallen: the number was reached by a fall (降至): a bound where it is a target.
        estimated: its sentence says 预计, here or in front.
        flags: what the words around it say of time: previous, span, each.
        clause, sentence: spans of the text that the reading was made from.
        thing_rule, number_rule, bound_rule, measure_rule: names of the rules that found the thing (or the relative target), read
            the number, its bound and its measure; "" where none did; ``more_rules``: those that added to it.
        told: span from behind the noun in front to the end of the number: the words that bound it and say what it measures.
        refused: name of the rule that found it to be no quantity after all, "" where none did.
        position, among: which of the numbers that are told of one thing it is (2023年、2024年增长5%、6%), and how many they are.
        base_value: the N1 of 由N1提高到N2, in the unit of the number.
        basis: how it is measured (按可比价格计算), as written; ``note``: what else a bracket behind it says.
    """

    number: Number | None
    span: tuple[int, int]
    pieces: Pieces
    clause: tuple[int, int]
    sentence: tuple[int, int]
    action: str = ""
    action_kind: str = ""
    carried: bool = False
    commitment: str = ""
    measure: str = "amount"
    comparator: str = "eq"
    modifier: str | None = None
    cumulative: bool = False
    reference: str | None = None
    relation: str | None = None
    role: str = "core"
    parent: int | None = None
    sign: int = 1
    fallen: bool = False
    estimated: bool = False
    flags: set[str] = field(default_factory=set)
    thing_rule: str = ""
    number_rule: str = ""
    bound_rule: str = ""
    measure_rule: str = ""
    more_rules: list[str] = field(default_factory=list)
    told: tuple[int, int] | None = None
    refused: str = ""
    position: int = 0
    among: int = 1
    base_value: float | None = None
    basis: str | None = None
    note: str | None = None

    @property
    def unit(self) -> str | None:
        """Name of the unit of its number; None where it has no number, or the number no unit."""
        return self.number.unit.name if self.number and self.number.unit else None

    @property
    def rules(self) -> list[str]:
        """Names of the rules that made it, in order."""
        return [name for name in (self.thing_rule, self.number_rule, self.bound_rule, self.measure_rule, *self.more_rules) if name]

    def fired(self) -> Iterator[Fired]:
        """The rules that made it, in order, each where it was fired: the thing at its words, the number at its digits and unit,
        bound and measure at the words up to the end of the number, what added to it in its clause."""
        starts, ends = [piece[0] for piece in self.pieces], [piece[1] for piece in self.pieces]
        thing = (min(starts), max(ends)) if self.pieces and self.number else self.span
        told = self.told or self.span
        spans = (thing, self.span, told, told, *[self.clause] * len(self.more_rules))
        names = (self.thing_rule, self.number_rule, self.bound_rule, self.measure_rule, *self.more_rules)
        yield from (Fired(name, *span) for name, span in zip(names, spans, strict=True) if name)

    def indicator(self, text: str) -> str:
        """The indicator in the words of ``text``."""
        return words_of(text, self.pieces)


@dataclass(slots=True)
class Passage:
    """All that was read in a passage: quantities, and the numbers that are none."""

    readings: list[Reading] = field(default_factory=list)
    refused: list[Number] = field(default_factory=list)
