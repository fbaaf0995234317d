"""What a chart declares: the view and columns that it reads, and what one picture may hold."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt
import pandas as pd

from mubiao.charts.frames import english_of, spoken
from mubiao.charts.theme import INK, across, down, themed
from mubiao.errors import UsageError
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.present.cells import english_unit, magnitudes, said
from mubiao.present.labels import en, zh
from mubiao.present.marks import full_width
from mubiao.present.places import english_place
from mubiao.present.visible import visible_frame

Language = Literal["zh", "en"]
Drawing = alt.Chart | alt.LayerChart | alt.VConcatChart
Draw = Callable[..., Drawing]
EMPTY = "empty"  # name of a chart that holds nothing but a sentence
_language: ContextVar[Language] = ContextVar("language", default="zh")


class Nothing(Exception):
    """A frame holds nothing that the chart can draw; code of the sentence that says so (labels.toml, empty)."""


@dataclass(frozen=True)
class Declared:
    """A chart by name.

    Attributes:
        view: whose rows it draws.
        columns: of the view that it cannot do without.
        asks: what one picture is of, as options of the command line: column of the view by option.
        draw: the public function.
    """

    name: str
    view: str
    columns: tuple[str, ...]
    asks: Mapping[str, str]
    draw: Callable[..., Drawing]

    @property
    def about(self) -> str:
        """First sentence of its documentation."""
        return (self.draw.__doc__ or "").strip().split("\n")[0]


CHARTS: dict[str, Declared] = {}


def declared(view: str, columns: tuple[str, ...], one: tuple[str, ...], asks: Mapping[str, str]) -> Callable[[Draw], Draw]:
    """Declare a chart: its function then takes ``language`` ("zh" or "en") as well, refuses frames of another view or of
    several places, and gives an empty chart with one sentence where there is nothing to draw.

    Args:
        one: columns of which one picture holds one value.
        asks: what the command line asks for: column of the view by option.
    """

    def declare(draw: Draw) -> Draw:
        name = draw.__name__

        @functools.wraps(draw)
        def drawn(frame: pd.DataFrame, *args: Any, language: Language = "zh", **given: Any) -> Drawing:
            missing = [column for column in columns if column not in frame.columns]
            if missing:
                raise UsageError(f"the frame has no column {', '.join(missing)}; take it from the view {view}")
            with speaking(language):
                try:
                    if frame.empty:
                        raise Nothing("no_rows")
                    single(frame, *one)
                    return draw(visible_frame(frame), *args, **given)
                except Nothing as nothing:
                    return empty(str(nothing))

        CHARTS[name] = Declared(name, view, columns, asks, drawn)
        return drawn

    return declare


def single(frame: pd.DataFrame, *columns: str) -> None:
    """Refuse a frame that mixes places or years which one chart cannot hold.

    Raises:
        UsageError: names the column and what it holds.
    """
    for column in columns:
        found = frame[column].dropna().unique()
        if len(found) > 1:
            raise UsageError(f"the frame holds several of {column} ({', '.join(map(str, found[:6]))}); give rows of one")


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """All labels in one language, until the block ends."""
    if language not in ("zh", "en"):
        raise UsageError(f"no language {language}; there are zh and en")
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def label(kind: str, code: str | None) -> str:
    """A label in the language of the chart; "" for None.

    >>> label("attainment", "missed")
    '未完成'
    >>> with speaking("en"): label("attainment", "missed")
    'missed'
    """
    return (zh if _language.get() == "zh" else en)(kind, code)


def cell_of(row: Mapping[str, Any], side: str) -> str:
    """What a row of ``plan_result_next`` says on one side, in the language of the chart."""
    return full_width(said(row, side)) if _language.get() == "zh" else said(row, side, "en")


def scale_of(unit: str | None, largest: float) -> tuple[int, str]:
    """Magnitude in which the values of an axis are told: what it is worth, and the unit with its word.

    >>> scale_of("元", 1_714_660_000_000), scale_of("%", 6)
    ((100000000, '亿元'), (1, '%'))
    >>> with speaking("en"): scale_of("元", 714_660_000_000), scale_of("家", 8800)
    ((1000000000, 'billion yuan'), (1, ''))
    """
    language = _language.get()
    named = english_unit(unit or "") if language == "en" else unit or ""
    between = " " if language == "en" and named else ""
    return next(((worth, f"{word}{between}{named}") for word, worth in magnitudes(language) if largest >= worth), (1, named))


def spoken_of(told: Mapping[str, Any]) -> str:
    """The same of one value outside of a comparison; see :func:`mubiao.charts.frames.spoken`."""
    return full_width(spoken(told)) if _language.get() == "zh" else spoken(told, "en")


def place_of(row: Mapping[str, Any], column: str = "jurisdiction") -> str:
    """A place's name in the language of the chart, in English where it has such a name."""
    name, code = str(row[column]), str(row.get(f"{column}_code"))
    return english_place(code, name) if _language.get() == "en" else name


def dated(year: int, text: str) -> str:
    """A word of a year: 2024年计划, 2024 plan."""
    return f"{year}年{text}" if _language.get() == "zh" else f"{year} {text}"


def headed(title: str, year: int) -> str:
    """A title with its year: 地区生产总值（增速），2025年."""
    return f"{title}，{year}年" if _language.get() == "zh" else f"{title}, {year}"


def above(title: str, year: int, what: str = "", notes: Sequence[str] = ()) -> alt.TitleParams:
    """The title over all panels of a picture, so that it can be taken away: whose it is, of which year, and what it shows.

    Args:
        what: code of a sentence (labels.toml, chart).
        notes: further lines below it.
    """
    return alt.TitleParams(headed(title, year), subtitle=[*([label("chart", what)] if what else []), *notes], frame="bounds", fontSize=16)


def indicator_of(row: Mapping[str, Any], name: str) -> str:
    """An indicator's name in the language of the chart: the English one of the vocabulary, where there is one.

    Args:
        name: as the view writes it, or with what tells it from its namesakes.
    """
    known = vocabulary().by_id.get(str(row.get("indicator_id"))) if _language.get() == "en" else None
    if not known or not known.name_en:
        return full_width(name)
    return english_of(row, known.name_en) if name != row["indicator"] else known.name_en


def empty(code: str) -> alt.Chart:
    """A chart that says in one sentence why there is nothing to see."""
    text = label("empty", code)
    drawn: alt.Chart = alt.Chart(alt.InlineData(values=[{}])).mark_text(text=text, align="left", fontSize=14, color=INK, baseline="middle")
    drawn = drawn.encode(x=across(4), y=down(24))
    return themed(drawn.properties(width=520, height=48, name=EMPTY), text)
