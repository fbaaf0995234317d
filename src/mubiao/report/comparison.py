"""A row of the comparison as people read it: its figures, each with its sentence and source, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mubiao.charts.frames import JUDGED
from mubiao.report.bars import Bar
from mubiao.report.passages import Excerpt
from mubiao.report.sources import Cited
from mubiao.report.words import Bilingual, label, say


@dataclass(frozen=True)
class Elsewhere:
    """A value of the same thing that cannot stand in the line, and why; pair shows it beside the line's own value."""

    text: str
    reason: str
    pair: Bilingual
    quote: str
    source: Cited | None


@dataclass(frozen=True)
class SecondSource:
    """Another source that says the same as a figure: its sentence, or what it quotes."""

    quote: str
    passage: Excerpt | None
    source: Cited | None


@dataclass(frozen=True)
class ToldFigure:
    """One cell: a value with its sentence and source, or why there is none (missing).

    Attributes:
        quote: words of the source; "" for a published figure whose source is not quoted, and for what was derived.
        derived: how a figure that no source states follows from others.
        seconds: other sources that say the same.
        corrected: what a person corrected of it, who, when and why; "" where nobody did.
        english: the same in English.
    """

    text: str
    missing: str = ""
    english: str = ""
    status: str = ""
    quote: str = ""
    passage: Excerpt | None = None
    derived: str = ""
    source: Cited | None = None
    observation_id: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()
    seconds: tuple[SecondSource, ...] = ()
    corrected: str = ""

    @property
    def told(self) -> Bilingual:
        """The text in both languages; a stroke where there is none."""
        return Bilingual(self.text or "—", self.english or self.text or "—")


@dataclass(frozen=True)
class Comparison:
    """A row of ``plan_result_next`` as people read it."""

    key: str
    name: Bilingual
    short: Bilingual  # without what tells it from its namesakes
    indicator_id: str
    theme: str
    measure: str
    score: float | None  # of the match by wording, where two wordings were matched
    figures: Mapping[str, ToldFigure]
    bar: Bar | None
    units: tuple[str, ...]  # that lead it
    units_side: str  # plan or next: the target whose document names them; that of the year after only where the plan's own names none
    verdict: str
    margin: float | None
    rule: str
    arithmetic: Bilingual
    note: Bilingual | None  # what to mind with the verdict
    reason: str
    is_estimate: bool
    stretch: str  # of a target with two tiers
    stretch_verdict: str

    @property
    def is_judged(self) -> bool:
        """Whether a verdict was reached."""
        return self.verdict in JUDGED

    @property
    def why(self) -> Bilingual:
        """Why a target has no answer."""
        if self.reason:
            return label("reason", self.reason)
        missing = self.figures["result"].missing
        return say("result_is", why=label("missing", missing)) if missing else label("attainment", "unknown")
