"""What a sentence has said so far, for the words that it leaves out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from mubiao.grammar.clause.clauses import Clause
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
class Topic:
    """What is spoken of without a number.

    Attributes:
        said: noun of the last clause without a number; ``acts`` where a verb stood in front of it.
        verb: its verb, for the numbers in a bracket behind it.
        heading: topic of a short sentence in front (经济发展贡献新担当。…全年增长4.8%).
        branch: a branch of the economy that a clause in front of it named (提质发展金属新材料产业,推进昊宾新材料等项目建设,产值…).
    """

    said: Pieces = ()
    acts: bool = False
    verb: str = ""
    heading: Pieces = ()
    branch: Pieces = ()


@dataclass(slots=True)
class Listed:
    """Things in a row, for numbers that look back at them.

    Attributes:
        things: measured so far, for a 分别 that looks back; ``before``: those of the last clause with numbers.
        handed: things that the numbers of this clause belong to one by one.
        several: how many the last list of things and numbers had (分别达到8万元和5万元，增长6%、7%).
    """

    things: list[Pieces] = field(default_factory=list)
    before: list[Pieces] = field(default_factory=list)
    handed: list[Pieces] = field(default_factory=list)
    several: int = 0

    def last(self, size: int) -> list[Pieces]:
        """The last things that were told of, each once (销售面积86万平方米,下降2%;销售额46亿元,下降5%,降幅分别…); fewer where there are no more."""
        told = [thing for index, thing in enumerate(self.things) if index == 0 or thing != self.things[index - 1]]
        return told[-size:]


@dataclass(slots=True)
class Parts:
    """What stands behind 其中.

    Attributes:
        open: inside it; ``go_on``: it opened the sentence, and holds over semicolons.
        act: a part has a verb of its own.
        listed: a colon opened them, so that sums behind semicolons go on with them.
        kin: the sentence opens, behind a semicolon, with what is of a kind with the last part.
        whole, unit: subject and head in front of it, and the unit told last.
        named: the whole that the sentence names whose parts it tells (在固定资产投资中).
    """

    open: bool = False
    go_on: bool = False
    act: bool = False
    listed: bool = False
    kin: bool = False
    whole: tuple[Pieces, Pieces] = ((), ())
    unit: str = ""
    named: Pieces = ()


@dataclass(slots=True)
class Tense:
    """What a sentence says of all its numbers: 预计, at its head (``opens``) or of all that follows (``onward``: 预计数,下同), or how
    things stand at the end of the year."""

    estimated: bool = False
    opens: bool = False
    onward: bool = False
    at_end: bool = False


@dataclass(slots=True)
class Read:
    """Readings of the passage so far: indices of the wholes (``before``: in front of a semicolon) and of the last one, and the unit that
    it was told in."""

    cores: list[int] = field(default_factory=list)
    before: list[int] = field(default_factory=list)
    last: int | None = None
    unit: str = ""


@dataclass(slots=True)
class State:
    """What a sentence has said so far.

    Attributes:
        subject: pieces that an elided subject refers to.
        head: what a dependent noun (总投资) belongs to; ``head_unit``: the unit that it was told in.
        counted: the thing that was counted last as a whole, with its unit, for what is counted again behind a sum of money.
        modifier: what a clause says once for all items of its list (对国省道…, 杭甬“双城记”…).
        verb: what a list states once (新增绿地200公顷、绿道100公里).
        told: the words of growth of a label (固定资产投资增长:10%).
        label: the measure that a label in front of a list names (主要产品产量:磷肥35万吨).
        branches: the measure by which branches of the economy were told last in the passage (规上工业|增加值).
        relation: how the number before in the clause is compared with something (高于全国3.2个、全省1.5个百分点).
        planned: the plan that a change is told against, of which the sum stood in front (比上年预算13亿元|增长5%).
        sorts: it sorts the whole that was told before (分产业看,…), as the sentence in front of its semicolon does.
        sorted: head and unit of that whole.
        waiting: clauses without numbers since the last that has one; those behind the last say nothing to anybody.
    """

    sentence: tuple[int, int]
    opaque: list[tuple[int, int]]
    subject: Pieces = ()
    head: Pieces = ()
    head_unit: str = ""
    counted: tuple[Pieces, str] = ((), "")
    modifier: Pieces = ()
    verb: Verb = NO_VERB
    told: list[tuple[str, str]] = field(default_factory=list)
    label: Pieces = ()
    branches: Pieces = ()
    relation: str = ""
    planned: str = ""
    sorts: bool = False
    sorted: tuple[Pieces, str] = ((), "")
    waiting: list[Clause] = field(default_factory=list)
    topic: Topic = field(default_factory=Topic)
    listed: Listed = field(default_factory=Listed)
    parts: Parts = field(default_factory=Parts)
    tense: Tense = field(default_factory=Tense)
    read: Read = field(default_factory=Read)

    def keep(self, found: Found) -> None:
        """Keep what a thing says to those behind it."""
        self.listed.several = found.listed
        if found.modifier is not None:
            self.modifier = found.modifier
        if found.handed and self.listed.handed:
            del self.listed.handed[: len(found.things)]

    def open_parts(self) -> None:
        """其中: what follows is a part; the whole is kept for the sentence behind the semicolon."""
        if not self.parts.open:
            parts = self.parts
            whole = (self.subject, self.head)
            self.parts = Parts(True, parts.go_on, listed=parts.listed, kin=parts.kin, whole=whole, unit=self.read.unit, named=parts.named)

    def close_parts(self) -> None:
        """A new verb behind the parts: what follows is none of them."""
        self.parts.open = False
        self.subject, self.head = self.parts.whole
        self.read.unit = self.parts.unit
