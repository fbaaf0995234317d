"""What mubiao explain prints: the derivation of a sentence, line by line."""

from __future__ import annotations

from textwrap import dedent

from mubiao.grammar.explain import explain


def told(sentence: str) -> str:
    """The derivation as it is printed."""
    return "\n".join(explain(sentence)) + "\n"


def test_a_row_is_told_with_its_words_and_the_rules_that_made_it() -> None:
    assert told("力争基础研究投入增长30%以上。") == dedent("""\
        30%  =  基础研究投入 | growth | ge 30 %
            phrase     基础研究投入
            modifier   以上
            action     增长
            commitment 力争
            noun_first: the noun in front of the number [基础研究投入]
            digits: digits, with thousands, decimals and magnitudes [30%]
            bound_behind: a word behind the number [增长30%以上]
            rate_of_growth: a percentage with a word of growth: growth [增长30%以上]
        """)


def test_a_phrase_put_together_shows_its_pieces() -> None:
    assert told("粮食播种面积和产量分别稳定在17万亩和9.5万吨。") == dedent("""\
        17万亩  =  粮食播种面积 | amount | eq 170,000 亩
            phrase     粮食播种面积
            action     稳定在
            respectively: the members of the list in front, one for each number [粮食播种面积]
            digits: digits, with thousands, decimals and magnitudes [17万亩]
            plain: no word bounds it [分别稳定在17万亩]
            counted: everything else: an amount [分别稳定在17万亩]
        9.5万吨  =  粮食产量 | amount | eq 95,000 吨
            phrase     粮食 + 产量
            action     稳定在
            respectively: the members of the list in front, one for each number [粮食播种面积和产量]
            digits: digits, with thousands, decimals and magnitudes [9.5万吨]
            plain: no word bounds it [分别稳定在17万亩和9.5万吨]
            counted: everything else: an amount [分别稳定在17万亩和9.5万吨]
        """)


def test_large_values_are_written_out() -> None:
    assert told("粮食播种面积稳定在172万亩。").startswith("172万亩  =  粮食播种面积 | amount | eq 1,720,000 亩\n")


def test_numbers_that_are_no_row_stand_between_the_rows_with_the_reason() -> None:
    assert told("新招引10亿元以上制造业项目40个。") == dedent("""\
        10亿元  is no row: threshold: says which class is counted
        40个  =  10亿元以上制造业项目 | amount | eq 40 个
            phrase     10亿元以上制造业项目
            action     新招引
            noun_first: the noun in front of the number [10亿元以上制造业项目]
            digits: digits, with thousands, decimals and magnitudes [40个]
            plain: no word bounds it [40个]
            counted: everything else: an amount [40个]
        """)


def test_a_part_and_a_range_are_told() -> None:
    assert told("新建绿道80—100公里，其中滨水绿道30公里。") == dedent("""\
        80—100公里  =  绿道 | amount | eq 80—100 公里
            phrase     绿道
            action     新建
            noun_first: the noun in front of the number [绿道]
            range: two numbers joined by a dash: kept as low and high, never as a mean [80—100公里]
            plain: no word bounds it [80—100公里]
            counted: everything else: an amount [80—100公里]
        30公里  =  滨水绿道 | amount | eq 30 公里
            phrase     滨水绿道
            role       sub
            noun_first: the noun in front of the number [滨水绿道]
            digits: digits, with thousands, decimals and magnitudes [30公里]
            plain: no word bounds it [30公里]
            counted: everything else: an amount [30公里]
        """)


def test_a_running_total_is_told() -> None:
    assert "    total      a running total\n" in told("高新技术企业总数达到1500家。")


def test_a_target_without_a_number_is_told_with_what_it_is_measured_against() -> None:
    assert told("城乡居民人均可支配收入与经济增长同步。") == dedent("""\
        城乡居民人均可支配收入与经济增长同步  =  城乡居民人均可支配收入 | relative | with 经济增长
            phrase     城乡居民人均可支配收入
            action     与经济增长同步
            reference  经济增长
            moves_with: a thing moves with another [城乡居民人均可支配收入与经济增长同步]
        """)


def test_a_sentence_without_targets_says_so() -> None:
    assert told("坚持稳中求进工作总基调。") == "nothing here states a quantity or a relative target\n"
