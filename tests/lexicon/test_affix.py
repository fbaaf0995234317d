"""The longest word at an edge of a phrase, and word lists as one regular expression."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mubiao.lexicon.affix import Affixes, pattern

BOUNDS = Affixes({"不": "not", "不低于": "at_least", "以上": "at_least", "上": "direction"})


def test_the_longest_word_at_the_head_is_found():
    assert BOUNDS.head("不低于5%", 0, 5) == "不低于"


def test_the_longest_word_at_the_tail_is_found():
    assert BOUNDS.tail("5%以上", 0, 4) == "以上"


def test_a_word_counts_only_as_far_as_the_span_goes():
    assert BOUNDS.head("不低于5%", 0, 2) == "不"
    assert BOUNDS.tail("5%以上", 3, 4) == "上"


def test_a_word_in_the_middle_is_no_affix():
    assert BOUNDS.head("增速不低于5%", 0, 7) is None
    assert BOUNDS.tail("5%以上水平", 0, 6) is None


def test_an_empty_span_has_no_affix():
    assert BOUNDS.head("不低于", 1, 1) is None
    assert BOUNDS.tail("不低于", 3, 3) is None
    assert BOUNDS.head("", 0, 0) is None


def test_each_word_keeps_the_name_of_its_class():
    assert BOUNDS.words[BOUNDS.head("不低于5%", 0, 5)] == "at_least"


def test_words_become_a_tree_that_shares_their_beginnings():
    assert pattern(["增长", "增加", "增"]) == "增(?:(?:加|长))?"


def test_signs_of_regular_expressions_stand_for_themselves():
    assert re.fullmatch(pattern(["(含)", "%"]), "(含)")


def test_the_longest_word_wins_whatever_the_order_of_the_list():
    assert re.match(pattern(["增", "增长率", "增长"]), "增长率达到5%")[0] == "增长率"


words = st.sets(st.text(alphabet="增长率加上", min_size=1, max_size=4), min_size=1, max_size=8)


@settings(deadline=None)
@given(words, st.text(alphabet="增长率加上", max_size=5))
def test_the_pattern_takes_a_text_whole_if_and_only_if_it_is_a_word(entries: set[str], text: str):
    assert bool(re.fullmatch(pattern(entries), text)) == (text in entries)


@settings(deadline=None)
@given(words, st.text(alphabet="增长率加上", max_size=8))
def test_the_pattern_and_the_word_list_find_the_same_word_at_the_head(entries: set[str], text: str):
    match = re.match(pattern(entries), text)
    assert Affixes(dict.fromkeys(entries, "word")).head(text, 0, len(text)) == (match[0] if match else None)


@pytest.mark.parametrize("text", ["增长", "率增长", "上上增长"], ids=["nothing_in_front", "one_character", "two_characters"])
def test_a_tail_is_found_from_any_beginning(text: str):
    assert Affixes({"增长": "rise"}).tail(text, 0, len(text)) == "增长"


def test_words_are_found_from_left_to_right_the_longest_at_each_place():
    text = "增速不低于5%以上不上"
    assert [text[low:high] for low, high in BOUNDS.spans(text)] == ["不低于", "以上", "不", "上"]
