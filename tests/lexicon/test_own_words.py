"""A user's own words are laid over ours: validated in the same way, told by their own file where they are wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mubiao.errors import LexiconError
from mubiao.lexicon.loader import OWN, load
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
        pytest.param("inflections.toml", '[front]\n"全镇" = "生产总值"\n', r"\[front\] 全镇: the example must hold the word", id="a false example"),
        pytest.param(
            "inflections.toml", '[fronts]\n"全镇" = "全镇"\n', r"\[fronts\]: no table is called so; there are front, ", id="an unknown table"
        ),
        pytest.param("inflections.toml", "[front", r": ", id="no TOML"),
        pytest.param("endings.toml", "", r": no word list is called so; there are ", id="an unknown list"),
    ],
)
def test_what_is_wrong_is_told_with_its_own_file(own: Write, name: str, text: str, message: str):
    path = own(name, text)
    with pytest.raises(LexiconError, match=rf"^{path}[ :]*{message}"):
        load()


def test_a_folder_that_does_not_exist_is_told(monkeypatch: pytest.MonkeyPatch, own: Write, tmp_path: Path):
    own("inflections.toml", "")
    monkeypatch.setenv(OWN, str(tmp_path / "nowhere"))
    with pytest.raises(LexiconError, match="no such folder; MUBIAO_LEXICON names one with word lists"):
        load()
