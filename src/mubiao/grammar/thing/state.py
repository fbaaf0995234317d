"""What a sentence has said so far, for the words that it leaves out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from mubiao.grammar.thing.found import Found
from mubiao.grammar.thing.pieces import Pieces


class Verb(NamedTuple):
    """A verb as written, its kind (add, change or make), rise or fall where it tells of one, and whether it tells of a running total."""

    said: str = ""
    kind: str = ""
    moves: str = ""
    total: bool = False


NO_VERB = Verb()


@dataclass(slots=True)
class State:
    """What a sentence has said so far.

    Attributes:
        subject: pieces that an elided subject refers to; ``head``: what a dependent noun (总投资) belongs to.
        modifier: what a clause says once for all items of its list (对国省道…, 杭甬“双城记”…).
        heading: topic of a short sentence in front (经济发展贡献新担当。…全年增长4.8%).
        topic: noun of the last clause without a number; ``topic_acts`` where a verb stood in front of it.
        verb: what a list states once (新增绿地200公顷、绿道100公里).
        told: the words of growth of a label (固定资产投资增长:10%).
        topic_action: its verb, for the numbers in a bracket behind it.
        recent: things measured so far, for a 分别 that looks back; ``said_last``: those of the last clause with numbers.
        handed: things that the numbers of this clause belong to one by one.
        relation: how the number before in the clause is compared with something (高于全国3.2个、全省1.5个百分点).
        respectively: how many things the last list of things and numbers had (分别达到8万元和5万元，增长6%、7%).
        sub: inside 其中; ``whole``, ``whole_unit``: subject and head in front of it, and the unit told last; ``parts_go_on``: it opened the
            sentence, and holds over semicolons; ``parts_act``: a part has a verb of its own.
        estimated: the sentence has said 预计; ``at_end``: it tells how things stand at the end of the year.
        cores, last: indices of the wholes and of the last reading; ``last_unit``, ``head_unit``: units that it and the head were told in.
    """

    sentence: tuple[int, int]
    opaque: list[tuple[int, int]]
    subject: Pieces = ()
    head: Pieces = ()
    modifier: Pieces = ()
    verb: Verb = NO_VERB
    told: list[tuple[str, str]] = field(default_factory=list)
    heading: Pieces = ()
    topic: Pieces = ()
    topic_acts: bool = False
    topic_action: str = ""
    recent: list[Pieces] = field(default_factory=list)
    said_last: list[Pieces] = field(default_factory=list)
    handed: list[Pieces] = field(default_factory=list)
    relation: str = ""
    respectively: int = 0
    sub: bool = False
    parts_go_on: bool = False
    parts_act: bool = False
    whole: tuple[Pieces, Pieces] = ((), ())
    whole_unit: str = ""
    estimated: bool = False
    at_end: bool = False
    cores: list[int] = field(default_factory=list)
    last: int | None = None
    last_unit: str = ""
    head_unit: str = ""

    def keep(self, found: Found) -> None:
        """Keep what a thing says to those behind it."""
        self.respectively = found.listed
        if found.modifier is not None:
            self.modifier = found.modifier
        if found.handed and self.handed:
            self.handed.pop(0)

    def open_parts(self) -> None:
        """其中: what follows is a part; the whole is kept for the sentence behind the semicolon."""
        if not self.sub:
            self.sub, self.parts_act, self.whole, self.whole_unit = True, False, (self.subject, self.head), self.last_unit

    def close_parts(self) -> None:
        """A new verb behind the parts: what follows is none of them."""
        self.sub = False
        self.subject, self.head = self.whole
        self.last_unit = self.whole_unit
