"""The vocabulary of canonical indicators: complete, without contradictions, and expanded into the forms of phrases."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mubiao.errors import LexiconError
from mubiao.extracts import read_and_observe
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import MEASURES, expand, plain, vocabulary
from mubiao.model import Facts

# The identifiers of the headline indicators, which other people's queries rely on.
HEADLINES = [
    "gdp", "primary_value_added", "secondary_value_added", "tertiary_value_added", "industrial_value_added", "general_public_budget_revenue",
    "fixed_asset_investment", "manufacturing_investment", "private_investment", "retail_sales", "trade_value", "cpi", "urban_new_jobs",
    "surveyed_unemployment_rate", "registered_unemployment_rate", "resident_income", "urban_resident_income", "rural_resident_income",
    "rd_intensity", "rd_expenditure", "basic_research_spending", "high_tech_enterprises", "champion_enterprises", "little_giant_enterprises",
    "technology_transactions", "graduates_attracted", "skilled_workers", "top_talent", "domestic_investment_attracted", "foreign_investment_used",
    "sea_rail_containers", "affordable_rental_housing", "grain_area", "grain_output", "high_standard_farmland", "pm25", "air_quality_days_ratio",
    "surface_water_quality_ratio", "carbon_intensity", "urbanization_rate", "new_loans", "online_retail_sales", "construction_land_supply",
    "dead_end_roads", "pocket_parks", "green_space", "greenways", "sponge_city", "water_pipe_renewal", "idle_farmhouses", "future_communities",
    "minimum_living_standard", "childcare_places",
]  # fmt: skip

# Indicators whose own words the grammar does not read yet.
NOT_READ = {
    "industrial_structure",  # 12.1：57.4：30.5 is read as the three shares
    "agri_processing_ratio",  # 2.5：1
    "maternal_mortality",  # 12/10万
    "highway_density",  # 公里/百平方公里
    "safety_death_rate",  # a number without a unit
    "rd_personnel_per_10k",  # 人年
    "valid_trademarks",  # 有效 is taken off the phrase
}

ENTRY = """
[[indicator]]
id = "rooftop_gardens"
name = "屋顶花园"
name_en = "Rooftop gardens"
theme = "urban"
measures = ["amount"]
unit = "个"
nature = "count"
direction = "higher"
aliases = ["楼顶花园"]
parent = ""
source = ""
definition = "Gardens on roofs."
confused_with = []
example = "新增屋顶花园20个"
"""


@pytest.mark.parametrize("indicator", HEADLINES)
def test_every_headline_indicator_exists(indicator: str):
    assert indicator in vocabulary().by_id


def test_there_are_at_least_two_hundred_indicators():
    assert len(vocabulary().by_id) >= 200


@pytest.mark.parametrize(
    ("phrase", "indicator"),
    [
        ("地区生产总值", "gdp"),
        ("规上工业增加值", "industrial_value_added"),
        ("规模以上工业增加值", "industrial_value_added"),
        ("社会消费品零售总额", "retail_sales"),
        ("城镇新增就业", "urban_new_jobs"),
        ("PM2.5平均浓度", "pm25"),
        ("专精特新“小巨人”企业", "little_giant_enterprises"),
    ],
    ids=["name", "short", "long", "retail", "jobs", "latin_letters", "quotation_marks"],
)
def test_a_phrase_leads_to_its_indicator(phrase: str, indicator: str):
    assert vocabulary().forms[plain(phrase)] == indicator


@pytest.mark.parametrize(
    ("alias", "wordings"),
    [
        ("绿地", ["绿地"]),
        ("[地区]生产总值", ["地区生产总值", "生产总值"]),
        ("[城市|城镇]绿地", ["城市绿地", "城镇绿地", "绿地"]),
        ("(规上|规模以上)工业", ["规上工业", "规模以上工业"]),
        ("[全市]新增(绿地|绿道)", ["全市新增绿地", "全市新增绿道", "新增绿地", "新增绿道"]),
    ],
    ids=["plain", "optional", "one_of_two_or_nothing", "one_of_two", "both"],
)
def test_an_alias_stands_for_all_its_wordings(alias: str, wordings: list[str]):
    assert sorted(expand(alias)) == sorted(wordings)


@pytest.mark.parametrize(
    "alias",
    ["[地区生产总值", "地区]生产总值", "(规上工业", "规上|规模以上", "[[地区]]生产总值"],
    ids=["left_open", "never_opened", "round_bracket_left_open", "choice_without_brackets", "bracket_in_a_bracket"],
)
def test_an_alias_with_unbalanced_brackets_is_told(alias: str):
    with pytest.raises(LexiconError, match="unbalanced brackets"):
        list(expand(alias))


@pytest.mark.parametrize(
    ("written", "form"),
    [("专精特新“小巨人”", "专精特新小巨人"), ("ＰＭ２．５浓度", "PM2.5浓度"), ("pm2.5 浓度", "PM2.5浓度"), ("《专利法》宣传", "专利法宣传")],
    ids=["quotation_marks", "full_width", "small_letters_and_spaces", "title_marks"],
)
def test_forms_are_compared_without_quotes_spaces_and_width(written: str, form: str):
    assert plain(written) == form


def test_no_form_leads_to_two_indicators():
    claims: dict[str, set[str]] = {}
    for indicator in vocabulary().by_id.values():
        for alias in (indicator.name, *indicator.aliases):
            for form in expand(alias):
                claims.setdefault(plain(form), set()).add(indicator.id)
    assert {form: ids for form, ids in claims.items() if len(ids) > 1} == {}


def test_parents_exist():
    known = vocabulary().by_id
    assert [indicator.id for indicator in known.values() if indicator.parent and indicator.parent not in known] == []


def test_no_indicator_is_a_part_of_itself():
    known = vocabulary().by_id

    def above(name: str, seen: tuple[str, ...] = ()) -> bool:
        return name in seen or (bool(known[name].parent) and above(known[name].parent, (*seen, name)))

    assert [name for name in known if above(name)] == []


def test_indicators_that_may_be_confused_exist_and_are_others():
    known = vocabulary().by_id
    wrong = [(i.id, other) for i in known.values() for other in i.confused_with if other not in known or other == i.id]
    assert wrong == []


def test_every_indicator_is_found_by_its_own_example(tmp_path: Path):
    examples = {found.example: found.id for found in vocabulary().by_id.values()}
    text = "政府工作报告\n二、2025年工作安排\n" + "".join(f"{example}。\n" for example in examples)
    path = tmp_path / "examples.txt"
    path.write_text(text, encoding="utf-8")
    ((document, _, observed),) = read_and_observe(path, Facts(jurisdiction_code="330200", year=2025, doc_type="work_report"))
    found: dict[str, set[str | None]] = {}
    for row in observed.observations:
        start = document.text.rfind("\n", 0, row.char_start) + 1
        found.setdefault(document.text[start : document.text.find("\n", row.char_start)].removesuffix("。"), set()).add(row.indicator_id)
    missed = {wanted for example, wanted in examples.items() if wanted not in found.get(example, ())}
    assert missed <= NOT_READ


def test_every_unit_of_an_indicator_is_a_unit_that_the_grammar_reads():
    units = load().units
    assert [i.id for i in vocabulary().by_id.values() if i.unit not in ("", *units) and i.unit.partition("/")[0] not in units] == []


def test_every_indicator_has_a_measure_and_a_definition():
    assert [i.id for i in vocabulary().by_id.values() if not i.measures or not set(i.measures) <= set(MEASURES) or not i.definition] == []


def test_a_new_indicator_is_known_by_its_name_and_aliases(add: Callable[[str, str], None]):
    add("indicators/urban.toml", ENTRY)
    assert vocabulary().by_id["rooftop_gardens"].unit == "个"
    assert vocabulary().forms["楼顶花园"] == "rooftop_gardens"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('nature = "count"\n', "", "indicators/urban.toml rooftop_gardens: wants exactly the fields nature"),
        ('unit = "个"', 'unit = "个"\ncolour = "green"', "indicators/urban.toml rooftop_gardens: wants exactly the fields colour"),
        ('nature = "count"', 'nature = "sum"', "indicators/urban.toml rooftop_gardens: nature must be one of flow, stock, rate, count"),
        ('direction = "higher"', 'direction = "up"', "indicators/urban.toml rooftop_gardens: direction must be one of"),
        ('theme = "urban"', 'theme = "town"', "indicators/urban.toml rooftop_gardens: theme must be one of"),
        ('measures = ["amount"]', 'measures = ["sum"]', "indicators/urban.toml rooftop_gardens: measures must be among"),
        ('id = "rooftop_gardens"', 'id = "gdp"', "indicators/urban.toml: id gdp comes twice"),
        ('aliases = ["楼顶花园"]', 'aliases = ["地区生产总值"]', "indicators/urban.toml rooftop_gardens: 地区生产总值 leads to gdp and"),
        ('aliases = ["楼顶花园"]', 'aliases = ["[楼顶花园"]', "indicators/urban.toml rooftop_gardens: alias [楼顶花园: unbalanced brackets"),
        ('parent = ""', 'parent = "gardens"', "indicators/urban.toml rooftop_gardens: names gardens, which does not exist"),
        ("confused_with = []", 'confused_with = ["gardens"]', "indicators/urban.toml rooftop_gardens: names gardens, which does not exist"),
    ],
    ids=[
        "field_missing", "field_unknown", "nature", "direction", "theme", "measure", "id_twice", "alias_of_two_indicators", "alias_brackets",
        "parent_unknown", "confused_with_unknown",
    ],
)  # fmt: skip
def test_a_wrong_indicator_is_told(add: Callable[[str, str], None], old: str, new: str, message: str):
    add("indicators/urban.toml", ENTRY.replace(old, new))
    with pytest.raises(LexiconError) as error:
        vocabulary()
    assert str(error.value).startswith(message)


def test_a_vocabulary_file_that_is_no_toml_is_named(add: Callable[[str, str], None]):
    add("indicators/urban.toml", "[not closed")
    with pytest.raises(LexiconError, match=r"indicators/urban\.toml"):
        vocabulary()
