"""A user's own words are laid over ours: validated in the same way, told by their own file where they are wrong."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mubiao.errors import LexiconError
from mubiao.lexicon.layers import OWN
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import vocabulary

from .conftest import CACHES
from .test_vocabulary import ENTRY

Write = Callable[[str, str], Path]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Writes a file of a user's own words."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        monkeypatch.setenv(OWN, str(tmp_path))
        forget()
        return path

    yield write
    monkeypatch.undo()
    forget()


def forget() -> None:
    for cached in CACHES:
        cached.cache_clear()


def test_a_word_is_added_to_a_table(own: Write):
    before = load().words["inflections"]["front"]
    own("inflections.toml", '[front]\n"全镇" = "全镇生产总值"\n')
    assert load().words["inflections"]["front"] == before | {"全镇"}


def test_a_unit_and_a_bound_are_added(own: Write):
    own("units.toml", '[mass]\n"市担" = ["吨", 50, "粮食产量5万市担"]\n')
    assert load().units["市担"].dimension == "mass"
    assert "吨" in load().units


def test_an_indicator_is_added(own: Write):
    own("indicators/urban.toml", ENTRY)
    assert vocabulary().forms["楼顶花园"] == "rooftop_gardens"
    assert "gdp" in vocabulary().by_id


def test_an_indicator_of_ours_is_replaced_by_one_of_its_id(own: Write):
    own("indicators/urban.toml", ENTRY.replace("rooftop_gardens", "pocket_parks"))
    assert vocabulary().by_id["pocket_parks"].name == "屋顶花园"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param("inflections.toml", '[front]\n"全镇" = "生产总值"\n', r", line 2 \[front\] 全镇: the example must hold", id="a false example"),
        pytest.param(
            "inflections.toml", '[fronts]\n"全镇" = "全镇"\n', r", line 1 \[fronts\]: no table is called so; there are front, ", id="an unknown table"
        ),
        pytest.param("inflections.toml", "[front", r", line 1, the last: ", id="no TOML"),
        pytest.param("inflections.toml", "front = " + "[" * 5000, r", line 1: lists nested too deep", id="lists in lists"),
        pytest.param("nouns.toml", f"[total]\na{'.a' * 4000}.b = 1\n", r", line 2: names nested too deep", id="names in names"),
        pytest.param(
            "units.toml",
            f'[count]\n"座座" = ["座", {"1" * 5000}, "5座座"]',
            r", line 2: holds a number of more than 4,000 digits",
            id="a number of 5000 digits",
        ),
        pytest.param("units.toml", f'[count]\n"座座" = ["座", {"1" * 400}, "5座座"]', r", line 2 \[count\] 座座: want", id="a factor without end"),
        pytest.param("units.toml", '[count]\n"座座" = ["座", nan, "5座座"]', r", line 2 \[count\] 座座: want", id="a factor that is none"),
        pytest.param("units.toml", '[count]\n"座座" = ["座", 1, "5座座", "形 (", "座座形"]', r", line 2 \[count\] 座座: 形 \( ", id="a broken guard"),
        pytest.param("numerals.toml", '[magnitude]\n"垓" = [-5, "一垓"]', r", line 2 \[magnitude\] 垓: want", id="a negative magnitude"),
        pytest.param("nouns.toml", '[total]\n"" = "新增"', r"\[total\] '': a word is seen", id="an empty word"),
        pytest.param("nouns.toml", '[total]\n"a\\u202e" = "a\\u202e"', r"\[total\] 'a\\u202e': a word is seen", id="a sign that nobody sees"),
        pytest.param("inflections.toml", "#" * 1_000_001, r": has more than 1,000,000 bytes", id="a huge file"),
        pytest.param("indicators/nothing.toml", "", r": no word list is called so", id="an unknown theme"),
        pytest.param("endings.toml", "", r": no word list is called so; there are ", id="an unknown list"),
    ],
)
def test_what_is_wrong_is_told_with_its_own_file(own: Write, name: str, text: str, message: str):
    path = own(name, text)
    with pytest.raises(LexiconError, match=rf"^{path} ?{message}"):
        load()


def test_all_that_is_wrong_is_told_each_in_a_line(own: Write, tmp_path: Path):
    own("units.toml", '[count]\n"座座" = ["座"]\n"栋栋" = ["栋", 1, "5栋栋"]\n"栋栋" = ["栋", 2, "5栋栋"]\n')
    own("nouns.toml", '[total]\n"总数" = "新增"\n[totals]\n')
    own("indicators/urban.toml", ENTRY.replace('nature = "count"', 'nature = "sum"').replace('theme = "urban"', 'theme = "town"'))
    with pytest.raises(LexiconError) as words:
        load()
    with pytest.raises(LexiconError) as indicators:
        vocabulary()
    assert [
        line.removeprefix(f"{tmp_path}/").partition(";")[0].partition(" one of")[0] for line in (*words.value.lines, *indicators.value.lines)
    ] == [
        "units.toml, line 4: 栋栋 stands twice",
        "units.toml, line 2 [count] 座座: want [unit, factor > 0, example], perhaps with [.., characters, example]",
        "nouns.toml, line 3 [totals]: no table is called so",
        "nouns.toml, line 2 [total] 总数: the example must hold the word",
        "indicators/urban.toml, line 6 rooftop_gardens: theme must be",
        "indicators/urban.toml, line 9 rooftop_gardens: nature must be",
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda text: text.replace("[[indicator]]", "[indicator]"), r"wants \[\[indicator\]\] for each"),
        (lambda text: re.sub("(?m)^measures = .*$", 'measures = "amount"', text), "measures must be a list of texts"),
        (lambda text: re.sub("(?m)^name = .*$", "name = 5", text), "name must be a text"),
        (lambda text: re.sub("(?m)^aliases = .*$", f'aliases = ["{"(甲|乙)" * 30}"]', text), "stands for more than 10,000 wordings"),
    ],
    ids=["a table", "no list", "no text", "a bomb"],
)
def test_an_indicator_that_is_none_is_told(own: Write, change: Callable[[str], str], message: str):
    own("indicators/urban.toml", change(ENTRY))
    with pytest.raises(LexiconError, match=message):
        vocabulary()


@pytest.mark.parametrize("make", [Path.mkdir, getattr(os, "mkfifo", Path.mkdir), lambda path: path.symlink_to("/dev/null")])
def test_what_is_no_file_is_told_and_not_read(own: Write, make: Callable[[Path], None]):
    path = own("inflections.toml", "").with_name("nouns.toml")
    make(path)
    with pytest.raises(LexiconError, match=rf"^{path}: is no file$"):
        load()


def test_a_folder_that_does_not_exist_is_told(monkeypatch: pytest.MonkeyPatch, own: Write, tmp_path: Path):
    own("inflections.toml", "")
    monkeypatch.setenv(OWN, str(tmp_path / "nowhere"))
    with pytest.raises(LexiconError, match="no such folder; MUBIAO_LEXICON names one with word lists"):
        load()
