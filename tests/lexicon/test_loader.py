"""Word lists are checked when they are loaded: a wrong entry is told with file, table and word."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from mubiao.errors import LexiconError
from mubiao.lexicon.expressions import patterns
from mubiao.lexicon.layers import WORD_FILES, read_toml
from mubiao.lexicon.loader import load

Add = Callable[[str, str], None]


def test_a_word_that_is_added_is_known(add: Add):
    add("units.toml", '[money_chf]\n"瑞士法郎" = ["瑞士法郎", 1, "融资10亿瑞士法郎"]')
    assert load().units["瑞士法郎"].dimension == "money_chf"


def test_words_are_asked_by_file_and_table():
    assert "牵头单位" in load().words["duties"]["lead"]


def test_a_table_that_code_asks_for_and_nobody_wrote_is_told():
    with pytest.raises(LexiconError, match=r"doctypes\.toml: has no table \[inspection\]"):
        load().words["doctypes"]["inspection"]
    with pytest.raises(LexiconError, match=r"doctypes\.toml: has no table \[inspection\]"):
        patterns("doctypes")["inspection"]


def test_a_table_of_words_says_of_each_word_where_it_stands():
    found = load().table("duties", "lead", "support")
    assert (found["牵头单位"], found["配合单位"]) == ("lead", "support")


def test_bounds_have_a_class():
    assert load().bounds["before"]["不低于"] == "ge"


@pytest.mark.parametrize(
    ("magnitude", "worth"),
    [("万", 10_000), ("亿", 100_000_000), ("十万", 100_000), ("万亿", 10**12), ("", 1), (None, 1)],
    ids=["wan", "yi", "ten_wan", "wan_yi", "empty", "none"],
)
def test_magnitudes_are_multiplied(magnitude: str | None, worth: int):
    assert load().scale(magnitude) == worth


def test_surfaces_of_one_unit_share_its_name():
    units = load().units
    assert units["个百分点"].name == units["百分点"].name == "百分点"


@pytest.mark.parametrize("name", WORD_FILES)
def test_the_example_of_a_word_must_hold_the_word(add: Add, name: str):
    add(f"{name}.toml", '[new_table]\n"绿地" = "新增公园5个"')
    with pytest.raises(LexiconError, match=rf"{name}\.toml \[new_table\] 绿地: the example must hold the word"):
        load()


@pytest.mark.parametrize("name", WORD_FILES)
def test_a_word_needs_an_example(add: Add, name: str):
    add(f"{name}.toml", '[new_table]\n"绿地" = 5')
    with pytest.raises(LexiconError, match=rf"{name}\.toml \[new_table\] 绿地"):
        load()


@pytest.mark.parametrize(
    ("name", "lines", "message"),
    [
        ("comparators", '[new_table]\n"不少于" = ["at_least", "不少于5家"]', "[new_table] 不少于: want [class, example], class one of"),
        ("comparators", '[new_table]\n"不少于" = "不少于5家"', "[new_table] 不少于: want [class, example]"),
        ("comparators", '[new_table]\n"不少于" = ["ge", "至少5家"]', "[new_table] 不少于: the example must hold the word"),
        ("units", '[new_table]\n"垧" = ["垧", 0, "土地3垧"]', "[new_table] 垧: want [unit, factor > 0, example]"),
        ("units", '[new_table]\n"垧" = ["垧", "土地3垧"]', "[new_table] 垧: want [unit, factor > 0, example]"),
        ("units", '[new_table]\n"垧" = ["垧", 1, "土地3亩"]', "[new_table] 垧: the example must hold the word"),
        ("units", '[new_table]\n"公顷" = ["公顷", 1, "绿地3公顷"]', "[new_table] 公顷: stands in [area] too"),
        ("units", '[new_table]\n"垧" = ["垧", 1, "土地3垧", "", "3垧地"]', "[new_table] 垧: want characters that may not follow it"),
        ("units", '[new_table]\n"垧" = ["垧", 1, "土地3垧", "地", "3垧田"]', "[new_table] 垧: want characters that may not follow it"),
        ("numerals", '[new_table]\n"廿" = ["20", "廿家"]', "[new_table] 廿: want [whole number, example]"),
        ("numerals", '[new_table]\n"廿" = [20, "二十家"]', "[new_table] 廿: the example must hold the word"),
    ],
    ids=[
        "bound_of_no_class", "bound_without_class", "bound_not_in_its_example",
        "unit_worth_nothing", "unit_without_factor", "unit_not_in_its_example", "unit_in_two_tables",
        "guard_without_characters", "guard_not_in_its_example",
        "numeral_that_is_text", "numeral_not_in_its_example",
    ],
)  # fmt: skip
def test_a_wrong_entry_is_told_with_file_table_and_word(add: Add, name: str, lines: str, message: str):
    add(f"{name}.toml", lines)
    with pytest.raises(LexiconError) as error:
        load()
    assert str(error.value).startswith(f"{name}.toml {message}")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        pytest.param("units", '[new_table]\n"垧" = ["垧", "1", "土地3垧"]', id="factor_that_is_text"),
        pytest.param("units", '[new_table]\n"垧" = ["垧", 1, "土地3垧", "地"]', id="guard_without_example"),
    ],
)
def test_an_entry_of_a_wrong_kind_is_told_with_its_file_too(add: Add, name: str, lines: str):
    add(f"{name}.toml", lines)
    with pytest.raises(LexiconError, match=rf"{name}\.toml"):
        load()


def test_a_word_outside_every_table_is_told(word_lists: Path):
    (word_lists / "places.toml").write_text('"全国" = "全国生产总值"\n', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"places\.toml"):
        load()


@pytest.mark.parametrize("name", ["duties.toml", "units.toml", "expressions/shared.toml", "periods.toml"])
def test_a_file_that_is_no_toml_is_named(add: Add, name: str):
    add(name, "[not closed")
    with pytest.raises(LexiconError, match=rf"^{name}: "):
        read_toml(name)


def test_a_missing_file_is_named(word_lists: Path):
    (word_lists / "duties.toml").unlink()
    with pytest.raises(LexiconError, match=r"^duties\.toml: "):
        load()


def test_every_share_of_confidence_lies_between_nothing_and_everything():
    shares = [share for table in read_toml("confidence.toml").values() for share in table.values()]
    assert [share for share in shares if not 0 < share <= 1] == []


BY_PATTERN = ("_form", "self_", "meta_")  # tables whose names code puts together
SOURCES = Path(str(files("mubiao")))


def test_every_table_of_words_is_asked_for():
    asking = [*SOURCES.rglob("*.py"), *(SOURCES / "lexicon" / "expressions").iterdir()]
    code = "".join(path.read_text(encoding="utf-8") for path in asking)
    asked = set(re.findall(r"\w+", code))
    tables = [table for name in (*WORD_FILES, "comparators") for table in read_toml(f"{name}.toml")]
    assert [table for table in tables if table not in asked and not any(part in table for part in BY_PATTERN)] == []
