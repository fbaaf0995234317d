"""Folding: one width, no tags and note marks, no spaces inside numbers, and the way back to the published characters."""

from __future__ import annotations

import hashlib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mubiao.read.fold import as_read, fold

TAGGED = st.text(alphabet="增长 5.％%１２万个\n\u200b<p>/br[1]①_{}，\u3000", max_size=40)
UNTAGGED = st.text(alphabet="增长 5.％%１２万个\n\u200b[1]①_{}，\u3000", max_size=40)


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("增长１５．７％，", "增长15.7%,"),
        ("（一）ＧＤＰ：", "(一)GDP:"),
        ("１，２３４．５亿元", "1,234.5亿元"),
        ("全市　新增", "全市 新增"),
        ("5％—5.5％、5–5.5、5～6", "5%—5.5%、5–5.5、5~6"),
        ("全市\t新增", "全市 新增"),
        ("PM\n2.5\n年平均浓度降至20，\nCO\n2\n排放下降5%。\n2\n", "PM2.5年平均浓度降至20,\nCO2排放下降5%。\n2\n"),
        ("二〇二五", "二0二五"),
        ("二〇二四年，一九九八年", "2024年,1998年"),
        ("比１季度快，前3季度", "比一季度快,前三季度"),
    ],
    ids=[
        "digits_and_signs",
        "letters_and_brackets",
        "thousands",
        "wide_space",
        "dashes",
        "tab",
        "lowered_figures",
        "circle_zero",
        "year_in_words",
        "quarter",
    ],
)
def test_width_and_signs_become_one(source: str, folded: str):
    assert fold(source).text == folded


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("增长15. 7%", "增长15.7%"),
        ("增长15\n.7%", "增长15.7%"),
        ("增长15.\n7%", "增长15.7%"),
        ("城镇新增就业20 万人", "城镇新增就业20万人"),
        ("固定资产投资增长 8%", "固定资产投资增长8%"),
        ("新建停车泊位 500 个", "新建停车泊位 500个"),
        ("占比达到20 %", "占比达到20%"),
    ],
)
def test_spaces_and_line_breaks_inside_a_number_go(source: str, folded: str):
    assert fold(source).text == folded


@pytest.mark.parametrize("source", ["表 1", "一、总体 要求", "新增绿地\n200公顷", "12 345", "24 年"])
def test_other_spaces_and_line_breaks_stay(source: str):
    assert fold(source).text == source


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("<b>增长</b>5%", "增长5%"),
        ("<p>增长5%</p><p>绿地</p>", "\n增长5%\n\n绿地\n"),
        ("增长5%<br/>绿地", "增长5%\n绿地"),
        ("5<6，且7>6", "5<6,且7>6"),
        ("单项冠军[12]18家", "单项冠军18家"),
        ("“小巨人”①企业", "“小巨人”企业"),
        ("未来工厂〔3〕5家", "未来工厂5家"),
        ("鄞政办发〔2024〕2号", "鄞政办发〔2024〕2号"),
        ("▶新增停车位20个\n●10条道路开工\n■新建公园", "新增停车位20个\n10条道路开工\n新建公园"),
        ("⒈新增企业。★生产总值增长", "新增企业。生产总值增长"),
        ("□10个、二○二四年", "□10个、2024年"),
        ("PM_{2.5}平均浓度", "PM2.5平均浓度"),
        ("生产\u200b总值\ufeff", "生产总值"),
    ],
    ids=[
        "tag",
        "paragraph_tags",
        "break_tag",
        "less_and_more",
        "note",
        "circled_note",
        "bracketed_note",
        "document_number",
        "bullet",
        "marked_item",
        "no_bullet",
        "subscript",
        "invisible",
    ],
)
def test_what_readers_do_not_read_goes(source: str, folded: str):
    assert fold(source).text == folded


@pytest.mark.parametrize(
    ("source", "number", "published"),
    [
        ("增长１５．　７％，", "15.7%", "１５．　７％"),
        ("规上工业<b>增长</b> 8%。", "8%", "8%"),
        ("单项冠军[12]18家", "18家", "18家"),
        ("就业20 万人", "20万人", "20 万人"),
        ("PM_{2.5}浓度25微克", "2.5", "2.5"),
    ],
    ids=["width_and_space", "behind_a_tag", "behind_a_note", "space_before_magnitude", "subscript"],
)
def test_the_span_of_a_folded_number_leads_to_the_published_one(source: str, number: str, published: str):
    folded = fold(source)
    start = folded.text.index(number)
    begin, end = folded.span(start, start + len(number))
    assert source[begin:end] == published


def test_what_folding_took_out_is_not_part_of_the_original():
    source = "增长１５．　７％，"
    assert fold(source).original(source, 2, 7) == "１５．７％"


def test_a_span_may_be_empty():
    folded = fold("<b>增长</b>5%")
    assert folded.span(2, 2) == (9, 9)


@settings(deadline=None)
@given(TAGGED, st.data())
def test_a_folded_span_always_lies_inside_the_source(source: str, data: st.DataObject):
    folded = fold(source)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    begin, stop = folded.span(start, end)
    assert 0 <= begin <= stop <= len(source)


@settings(deadline=None)
@given(TAGGED)
def test_the_way_back_never_goes_backwards(source: str):
    folded = fold(source)
    positions = [folded.source(position) for position in range(len(folded.text))]
    assert positions == sorted(positions)


@settings(deadline=None)
@given(UNTAGGED, st.data())
def test_the_original_of_a_span_is_its_characters_in_their_old_width(source: str, data: st.DataObject):
    folded = fold(source)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    assert as_read(folded.original(source, start, end)) == folded.text[start:end]


@settings(deadline=None)
@given(UNTAGGED)
def test_every_folded_character_stands_in_the_source(source: str):
    folded = fold(source)
    assert [as_read(source[folded.source(at)]) for at in range(len(folded.text))] == list(folded.text)


def test_a_subscript_of_two_digits_goes_too():
    assert fold("PM_{10}平均浓度").text == "PM10平均浓度"


@pytest.mark.parametrize("unit", ["公顷", "家", "公里", "元", "人", "亩"])
def test_a_space_between_number_and_unit_goes_whatever_the_unit(unit: str):
    assert fold(f"新增 200 {unit}").text.endswith(f"200{unit}")


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("固定資產投資增幅16%以上", "固定资产投资增幅16%以上"),
        ("「十一五」時期，全縣糧食總產量不低於4.5億公斤", "“十一五”时期,全县粮食总产量不低于4.5亿公斤"),
        ("乾县、覆盖、藉田、瞭望", "乾县、覆盖、藉田、瞭望"),
    ],
    ids=["traditional", "quotation_marks", "simplified_writing_has_them_too"],
)
def test_traditional_characters_are_read_as_simplified_ones(source: str, folded: str):
    assert fold(source).text == folded
    assert fold(source).original(source, 0, len(folded)) == source


def test_no_word_of_the_lexicon_and_no_name_of_a_place_is_written_in_characters_that_are_exchanged():
    words = [path.read_text(encoding="utf-8") for path in files("mubiao.lexicon").iterdir() if path.name.endswith(".toml")]
    names = files("mubiao.read").joinpath("places.csv").read_text(encoding="utf-8")
    exchanged = {line[0] for line in table_of_characters().splitlines()[3:]}
    assert exchanged & set("".join([*words, names])) == set()


def test_the_table_of_characters_is_as_it_was_made():
    _, second, *rows = table_of_characters().splitlines(keepends=True)
    assert hashlib.sha256("".join(rows).encode()).hexdigest() == second.split()[-1]


def table_of_characters() -> str:
    return files("mubiao.read").joinpath("characters.csv").read_text(encoding="utf-8")
