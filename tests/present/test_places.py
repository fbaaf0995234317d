"""English names of places: those that are known for sure, each of a place of today."""

from __future__ import annotations

import pytest

from mubiao.present.places import code_of_english, english_place
from mubiao.read.places import NATION, gazetteer

PLACES = [place for place in gazetteer().by_code.values() if not place.dissolved and place.code != NATION]


def test_every_prefecture_has_an_english_name() -> None:
    assert [place.name for place in PLACES if place.level == "prefecture" and english_place(place.code, "") == ""] == []


def test_no_name_holds_chinese() -> None:
    assert [name for place in PLACES if (name := english_place(place.code, "")) and not name.replace("ü", "u").isascii()] == []


@pytest.mark.parametrize(
    ("code", "name", "told"),
    [
        pytest.param("211300", "朝阳市", "Chaoyang", id="one of two readings, which GeoNames knows"),
        pytest.param("610100", "西安市", "Xi'an", id="syllables that would be read as one"),
        pytest.param("150600", "鄂尔多斯市", "Ordos", id="no Chinese name"),
        pytest.param("411100", "漯河市", "Luohe", id="what the readings have wrong"),
        pytest.param("511523", "江安县", "Jiang'an County", id="a county"),
        pytest.param("511402", "东坡区", "Dongpo District", id="a district"),
        pytest.param("331102", "莲都区", "莲都区", id="two readings, and GeoNames is silent"),
    ],
)
def test_a_name_is_given_only_where_nothing_is_guessed(code: str, name: str, told: str) -> None:
    assert english_place(code, name) == told


def test_of_two_places_of_a_name_the_higher_is_meant() -> None:
    assert code_of_english("Jilin") == "220000"  # also a city in it
