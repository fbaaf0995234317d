"""An answer without rows: words that their column never holds are told, with what it holds."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("from comparison where attainment = '未完成'", "attainment is 'missed' here, not '未完成'"),
        ("from comparison where jurisdiction = '宁波'", "jurisdiction is '宁波市' here, not '宁波'"),
        ("from comparison where jurisdiction = 'Shandong'", "jurisdiction is '山东省' here"),
        ("from comparison where jurisdiction = '桃花源'", "jurisdiction is never '桃花源' in comparison"),
        ("from comparison where jurisdiction = '浙江'", "jurisdiction is never '浙江' in comparison, nor '浙江省'"),
        ("from series where indicator = 'GDP'", "indicator is '地区生产总值' here, not 'GDP'"),
        ("from observations where theme = 'housing'", "theme is never 'housing' in observations; there are 'economy', "),
        ("from comparison where plan_comparator = 'about'", "plan_comparator is 'approx' here, not 'about'"),
        ("from comparison where jurisdiction in ('宁波', '杭州')", "jurisdiction is '宁波市' here, not '宁波'"),
        ("from comparison where jurisdiction like '%Ningbo%'", "jurisdiction is '宁波市' here, not 'Ningbo'"),
        ("from observations where jurisdiction_code = '3302'", "jurisdiction_code is '330200' here, not '3302'"),
        ("from observations where indicator ilike 'gdp%'", "indicator is '地区生产总值' here, not 'gdp'"),
        ("from comparison where indicator like '%R&D%'", "'研究与试验发展经费投入强度'"),
        ("from responsibilities where unit like '宁波市发改委%'", "unit is never like '宁波市发改委%' in responsibilities; there are '市发改委'"),
        ("from comparison where plan_year between 1990 and '1999'", "plan_year is never between 1990 and '1999' in comparison; it is from 20"),
        ("from series where level = 'provinces'", "level is never 'provinces' in series; there are 'province', 'prefecture', 'county'"),
        ("from relative_targets where relation = 'faster'", "relation is never 'faster' in relative_targets; there are 'above', "),
        ("from warnings where name = 'x'", "name is empty in every row of warnings"),
        ("select count(*), avg(plan_value) from comparison where jurisdiction = '宁波'", "jurisdiction is '宁波市' here"),  # 0 and null
    ],
)
def test_a_word_that_its_column_never_holds_is_told(mubiao, data: str, query: str, told: str) -> None:
    answered = mubiao("sql", query, "--data", data)
    assert (answered.status, told in answered.stderr) == (0, True)


def test_of_conditions_that_hold_each_but_not_together_those_too_many_are_told(mubiao, data: str) -> None:
    answered = mubiao("sql", "from observations where indicator_id = 'gdp' and measure = 'ratio' and stage = 'target';", "--data", data)
    told = [line for line in answered.stderr.splitlines() if "there is an answer" in line]
    assert [line.partition("without ")[2] for line in told] == ["indicator_id = 'gdp'", "measure = 'ratio'"]


@pytest.mark.parametrize(
    "query",
    [
        "select '未完成' as told from comparison where attainment = 'missed' limit 1",
        "from tasks where lead_units = '市发改委' and false",  # no word is like a list
        "from comparison where attainment not in ('met') and false",
    ],
)
def test_nothing_is_told_of_others(run, data: str, query: str) -> None:
    run("sql", query, "--data", data)  # without a word on standard error
