"""An answer without rows: words that their column never holds are told, with what it holds."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("from comparison where attainment = '未完成'", "attainment is 'missed' here, not '未完成'"),
        ("from comparison where jurisdiction = '宁波'", "jurisdiction is '宁波市' here, not '宁波'"),
        ("from comparison where jurisdiction = 'Shandong'", "jurisdiction is '山东省' here"),
        ("from comparison where jurisdiction = '桃花源'", "no jurisdiction is called 桃花源"),
        ("from series where indicator = 'GDP'", "no indicator is called 'GDP'; there are '地区生产总值' (gdp)"),
        ("from series where indicator = '绿野仙踪'", "indicator like '%绿野仙踪%'"),
        ("from observations where theme = 'housing'", "theme is never 'housing'; there are economy, "),
        ("from comparison where plan_comparator = 'about'", "plan_comparator is 'approx' here, not 'about'"),
    ],
)
def test_a_word_that_its_column_never_holds_is_told(mubiao, data: str, query: str, told: str) -> None:
    answered = mubiao("sql", query, "--data", data)
    assert (answered.status, told in answered.stderr) == (0, True)


@pytest.mark.parametrize(
    "query",
    [
        "from comparison where jurisdiction = '宁波市' and plan_year = 1999",  # nothing is wrong with its words
        "from observations where indicator = '海铁联运' and year = 1999",
        "select '未完成' as told from comparison where attainment = 'missed' limit 1",
    ],
)
def test_nothing_is_told_of_others(run, data: str, query: str) -> None:
    run("sql", query, "--data", data)  # without a word on standard error
