"""What holds for every sentence, whatever it says: tried on many made at random."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mubiao.grammar.numbers.scan import scan
from mubiao.grammar.parse import parse
from mubiao.grammar.thing.relational import relational
from mubiao.grammar.thing.things import THINGS
from mubiao.grammar.words.numbers import bounds
from mubiao.lexicon.loader import load
from mubiao.read.fold import fold
from mubiao.tables.schema import gives_back

from .conftest import read

MAGNITUDES = {"": 1, "千": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8, "百亿": 10**10, "万亿": 10**12}
FULL_WIDTH = {ord(char): ord(char) + 0xFEE0 for char in "0123456789.,%()"}
SURFACES = sorted(surface for surface in load().units if "(" not in surface)
BEFORE, AFTER = sorted(bounds().before.words), sorted(bounds().after.words)

WORDS = sorted(
    {word for tables in load().words.values() for words in tables.values() for word in words if word}
    | set(SURFACES) | set(BEFORE) | set(AFTER) | set(MAGNITUDES) - {""}
)  # fmt: skip
ELLIPSES = {one.name for one in THINGS} - {"noun_first", "respectively", "each"}
MARKS = [*"，。；、：！？（）“”‘’《》〔〕—-~～·%％‰+/\n ", "——", "其中", "分别", "均", "由", "至"]
NUMBERS = st.one_of(
    st.integers(0, 10**6).map(str),
    st.decimals(0, 1000, places=1).map(str),
    st.sampled_from(["5%", "8.5%—9%", "1,234.5", "2024年", "16:48.7:35.3", "1/4", "30个", "20万人", "0.5个百分点", "100亿元", "3倍"]),
)
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(MARKS), NUMBERS), max_size=24).map("".join)
WORDED = st.lists(st.one_of(st.sampled_from(MARKS), st.tuples(st.sampled_from(WORDS), NUMBERS).map("".join)), max_size=24).map("".join)

EXAMPLES = [
    example["text"]
    for path in sorted(Path(__file__).with_name("examples").glob("*.toml"))
    for example in tomllib.loads(path.read_text(encoding="utf-8"))["example"]
]
# A shorter one may name a topic; parts, the end of a year and what opens a list (一是…；二是) hold over semicolons.
LONG = [
    text
    for text in EXAMPLES
    if len(text) > 24 and not text.startswith("年末") and not re.search("[。；，](?:其中|在[^。；，]{2,12}中)|其中：|二是", text)
]
many = settings(deadline=None, derandomize=True, max_examples=150)


@lru_cache(maxsize=1)
def whole() -> list[str]:
    """Examples that say all of themselves; read where they are asked for, and not by every process that collects the tests."""
    of_it = ("增产", "其中")  # 粮食产量…；粮食增产 is of it, and so may be parts
    found = [(text, read(text)) for text in EXAMPLES if not any(word in text for word in of_it)]
    return [
        text
        for text, told in found
        if "noun_first" in told.rules and not told.rules & {*ELLIPSES, "nothing"} and not any(relational(row[0]) for row in told.rows)
    ]


@st.composite
def surfaces(draw: st.DrawFn) -> SimpleNamespace:
    """A value and one of the ways to write it."""
    digits = draw(st.decimals(Decimal("0.01"), 999_999, places=draw(st.integers(0, 3))))
    written = f"{digits:,}" if draw(st.booleans()) else f"{digits}"
    magnitude, unit = draw(st.sampled_from(sorted(MAGNITUDES))), draw(st.sampled_from(SURFACES))
    if magnitude == "千" and unit[0] in "瓦米克伏卡焦帕":
        magnitude = "万"  # 千瓦 is a unit by itself
    before, after = draw(st.sampled_from(["", *BEFORE])), draw(st.sampled_from(["", *AFTER]))
    if after and after[0] in load().guards.get(unit, ""):
        after = ""  # 5分之上: the guard of 分 takes it for a fraction
    number = f"{written}{magnitude}{unit}"
    if draw(st.booleans()):
        number = number.translate(FULL_WIDTH)
    return SimpleNamespace(value=digits * MAGNITUDES[magnitude], unit=unit, before=before, after=after, text=f"指标{before}{number}{after}。")


@many
@given(surfaces())
def test_a_written_value_reads_back_as_the_same_value_unit_and_bounds(written: SimpleNamespace) -> None:
    (number,) = scan(fold(written.text).text)
    unit = load().units[written.unit]
    tenfold = unit.factor / load().units.get(unit.name, unit).factor  # 成 is ten per cent

    assert number.value == pytest.approx(float(written.value) * tenfold, rel=1e-12)
    assert (number.unit, number.before, number.after) == (unit, written.before, written.after)


@many
@given(st.decimals(Decimal("0.0001"), 10_000, places=4), st.sampled_from(sorted(MAGNITUDES)))
@example(Decimal("1.13"), "万")
@example(Decimal("0.29"), "亿")
@example(Decimal("4.35"), "百万")
def test_decimals_are_exact(digits: Decimal, magnitude: str) -> None:
    (number,) = scan(f"引进人才{digits}{magnitude}人")

    assert number.value == float(digits * MAGNITUDES[magnitude])


@many
@given(TEXTS)
def test_every_number_is_a_reading_or_refused(source: str) -> None:
    text = fold(source).text
    passage = parse(text)
    read_as_rows = {reading.number.start for reading in passage.readings if reading.number}
    refused = {number.start for number in passage.refused}

    assert read_as_rows | refused == {number.start for number in scan(text)}
    assert not read_as_rows & refused


def not_given_back(source: str) -> list[str]:
    """The numbers of a text whose spans, read again alone, give another value."""
    text = fold(source).text
    spans = [
        SimpleNamespace(char_start=number.start, char_end=number.end, value=abs(number.value or 0), value_high=number.high, value_text=None)
        for number in (reading.number for reading in parse(text).readings)
        if number
    ]
    return [text[span.char_start : span.char_end] for span in spans if not gives_back(span, text)]  # type: ignore[arg-type]


@many
@given(WORDED)
def test_every_span_gives_its_number_back(source: str) -> None:
    assert not_given_back(source) == []


def test_a_span_behind_a_comma_and_another_number_gives_its_number_back() -> None:
    assert not_given_back("恩格尔系数降至0.31，234个行政村集体经济收入达标。") == []


@many
@given(st.one_of(st.text(max_size=60), st.text(alphabet="".join(WORDS) + "".join(MARKS) + "0123456789", max_size=60)))
@example("总投资100亿元养殖场0")
def test_any_text_is_read_without_an_error(source: str) -> None:
    text = fold(source).text

    assert all(0 <= low <= high <= len(text) for low, high in (reading.span for reading in parse(text).readings))


@many
@given(st.sampled_from(EXAMPLES), st.sampled_from(EXAMPLES), st.sampled_from(EXAMPLES))
def test_a_sentence_is_read_alike_alone_and_between_others(first: str, sentence: str, last: str) -> None:
    alone, together = read(sentence), read(f"{first}\n{sentence}\n{last}")
    before, behind = len(read(first).rows), len(read(last).rows)

    assert together.rows[before : len(together.rows) - behind] == alone.rows


@many
@given(st.sampled_from(LONG), st.deferred(lambda: st.sampled_from(whole())))
def test_a_semicolon_carries_nothing_on_to_a_sentence_that_says_all(first: str, sentence: str) -> None:
    alone = read(sentence)

    assert read(f"{first.rstrip('。')}；{sentence}").rows[-len(alone.rows) :] == alone.rows


def test_the_helper_sees_every_field_of_a_row(read: Callable[[str], object]) -> None:
    assert read("地区生产总值增长7%以上、力争达到8%。").rows == [  # type: ignore[attr-defined]
        ["地区生产总值", 7, "%", "ge", "growth", {"modifier": "以上", "action": "增长"}],
        ["地区生产总值", 8, "%", "eq", "growth", {"action": "达到", "commitment": "力争", "role": "stretch", "of": "地区生产总值"}],
    ]
