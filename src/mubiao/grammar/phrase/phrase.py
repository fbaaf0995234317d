"""The words in front of a number, taken apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from mubiao.lexicon.loader import load

PUNCTUATION = " \t\u00a0\u3000·-—,、:;。"
LISTED = "、"  # between the members of a list
MOVES = ("rise", "fall")  # kinds of predicates that tell of growth


@dataclass(slots=True)
class Phrase:
    """A stripped phrase.

    Attributes:
        start, end: the noun that is left (empty where start == end).
        predicate: growth, reach and bound words taken off the right edge, nearest to the number first, with classes.
        action: span of the verb(s) of the commitment, None where there is none; ``last_verb`` is the last of them.
        action_class: add, change or make.
        moves: rise or fall where the verb in front says that something grows or shrinks (减少红色预警学校3所).
        commitment: 力争, 确保 ...
        flags: distributive, cumulative, previous, span, each, which, mean.
        carried: action of the list that the phrase stands in, where it has none of its own.
        preposition: what opened the phrase (对, 为), "" where nothing did; ``extra`` is what it governs, where that
            belongs to the indicator (对国省道实施路面提升).
        served: for whom something is done (为老年人|提供健康体检3万人次).
        basis: how it is measured (按可比价格计算).
        front: the noun of the statement in front, where a verb begins another (城市更新行动、|完成|投资).
    """

    start: int
    end: int
    predicate: list[tuple[str, str]] = field(default_factory=list)
    action: tuple[int, int] | None = None
    last_verb: tuple[int, int] | None = None
    action_class: str = ""
    moves: str = ""
    commitment: str = ""
    flags: set[str] = field(default_factory=set)
    preposition: str = ""
    extra: tuple[int, int] | None = None
    carried: str = ""
    served: tuple[int, int] | None = None
    basis: str = ""
    front: tuple[int, int] | None = None

    @property
    def empty(self) -> bool:
        """Whether no noun is left."""
        return self.start >= self.end

    @property
    def grows(self) -> bool:
        """Whether a word of growth stands in front of the number (增长, 下降)."""
        return any(kind in MOVES for _, kind in self.predicate)


def trim(text: str, phrase: Phrase) -> None:
    """Take punctuation off both edges."""
    while phrase.start < phrase.end and text[phrase.start] in PUNCTUATION:
        phrase.start += 1
    while phrase.end > phrase.start and text[phrase.end - 1] in PUNCTUATION:
        phrase.end -= 1


def trimmed(text: str, low: int, high: int) -> tuple[int, int]:
    """A span without punctuation and brackets at its edges."""
    while low < high and text[low] in PUNCTUATION:
        low += 1
    while high > low and text[high - 1] in PUNCTUATION + ")(":
        high -= 1
    return low, high


def note(phrase: Phrase, word: str, kind: str) -> None:
    """Keep what an edge word says: the strength of a promise, or a flag; mean where the word tells one of years."""
    if kind == "commitment":
        phrase.commitment = phrase.commitment or word
    elif kind in ("distributive", "cumulative", "previous", "span", "each", "which"):
        phrase.flags.add(kind)
        if word in load().words["modifiers"]["mean"]:
            phrase.flags.add("mean")
