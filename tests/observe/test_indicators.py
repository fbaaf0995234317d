"""Which canonical indicator a phrase is: exact and inflected wordings only, never what merely looks alike."""

from __future__ import annotations

import pytest

from mubiao.observe import indicators, keys

from .conftest import Rows


@pytest.mark.parametrize(
    ("sentence", "indicator_id"),
    [
        pytest.param("地区生产总值增长6%。", "gdp", id="its name"),
        pytest.param("GDP增长6%。", "gdp", id="another name"),
        pytest.param("城镇新增就业目标20万人。", "urban_new_jobs", id="as a goal"),
        pytest.param("战略性新兴产业的比重达到30%。", "strategic_share", id="another word for a share"),
        pytest.param("ＧＤＰ增长6%。", "gdp", id="full width"),
        pytest.param("全市地区生产总值增长6%。", "gdp", id="the whole city"),
        pytest.param("规模以上工业增加值增长7%。", "industrial_value_added", id="规模以上"),
        pytest.param("规上工业增加值增速达到7%。", "industrial_value_added", id="规上, with 增速"),
        pytest.param("一般公共预算收入增幅达到5%。", "general_public_budget_revenue", id="with 增幅"),
        pytest.param("专精特新“小巨人”企业达到300家。", "little_giant_enterprises", id="quotation marks"),
        pytest.param("高新技术企业总数达到1500家。", "high_tech_enterprises", id="with 总数"),
        pytest.param("PM2.5年均浓度控制在22微克/立方米以下。", "pm25", id="with 年均浓度"),
        pytest.param("外贸进出口占全国比重达到3%。", "trade_national_share", id="a share of the nation"),
    ],
)
def test_wordings_of_one_indicator(rows: Rows, sentence: str, indicator_id: str) -> None:
    assert rows("plan", sentence, "indicator_id") == [(indicator_id,)]


@pytest.mark.parametrize(
    ("sentence", "phrase", "action", "indicator_id"),
    [
        pytest.param("新增城镇就业20万人。", "城镇就业", "新增", "urban_new_jobs", id="新增 + 城镇就业"),
        pytest.param("新增贷款5000亿元。", "贷款", "新增", "new_loans", id="新增 + 贷款"),
        pytest.param("新引进大学生26万人。", "大学生", "新引进", "graduates_attracted", id="新引进 + 大学生"),
    ],
)
def test_verb_and_noun_may_be_one_name(rows: Rows, sentence: str, phrase: str, action: str, indicator_id: str) -> None:
    assert rows("plan", sentence, "indicator action indicator_id") == [(phrase, action, indicator_id)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("城镇登记失业率3.5%。", "城镇调查失业率5%。", id="登记失业率, 调查失业率"),
        pytest.param("存款余额增长9%。", "贷款余额增长10%。", id="存款, 贷款"),
        pytest.param("新增贷款5000亿元。", "贷款余额5000亿元。", id="新增贷款, 贷款余额"),
        pytest.param("规上工业增加值增长7%。", "工业增加值增长7%。", id="规上工业, all of industry"),
        pytest.param("城镇居民人均可支配收入增长5%。", "农村居民人均可支配收入增长5%。", id="城镇, 农村"),
        pytest.param("居民人均可支配收入增长5%。", "城镇居民人均可支配收入增长5%。", id="all residents, 城镇"),
        pytest.param("进出口总额增长5%。", "服务进出口增长5%。", id="goods, services"),
        pytest.param("研发经费投入660亿元。", "研发经费投入强度3.3%。", id="研发投入, its intensity"),
        pytest.param("高新技术企业1500家。", "高新技术产业增加值增长8%。", id="高新技术企业, 高新技术产业增加值"),
        pytest.param("粮食播种面积172万亩。", "粮食产量14亿斤。", id="area, output"),
        pytest.param("新增就业岗位2万个。", "发布就业岗位2万个。", id="new posts, vacancies that are published"),
        pytest.param("居民人均收入增长5%。", "农村居民人均收入增长6%。", id="all residents, 农村, without 可支配"),
    ],
)
def test_what_must_not_be_confused(rows: Rows, one: str, other: str) -> None:
    (first,), (second,) = rows("plan", one, "indicator_id"), rows("plan", other, "indicator_id")

    assert first[0]
    assert second[0]
    assert first != second


def test_a_total_of_two_indicators_is_neither(rows: Rows) -> None:
    assert rows("plan", "新增省级新型研发机构、全省重点实验室5家以上。", "indicator indicator_id scope") == [
        ("省级新型研发机构、全省重点实验室", None, None)
    ]


@pytest.mark.parametrize(
    ("sentence", "indicator_id", "scope"),
    [
        pytest.param("对欧盟出口增长8%。", "exports", "欧盟", id="with whom trade is"),
        pytest.param("欧盟出口增长8%。", "exports", "欧盟", id="with whom trade is, without a preposition"),
        pytest.param("省级绿色工厂达到120家。", "provincial_green_factories", None, id="a level that has its own indicator"),
        pytest.param("新增省级以上绿色工厂120家。", "green_factories", "省级以上", id="a level of an indicator"),
        pytest.param("办理省人大代表建议214件。", "npc_suggestions", "省", id="whose deputies"),
        pytest.param("集成电路出口增长12%。", "exports", "集成电路", id="exports of one product"),
        pytest.param("稀土产业产值突破1000亿元。", "industry_output", "稀土", id="an industry"),
        pytest.param("非常规天然气产量增长12%。", "gas_output", "非常规", id="the narrower indicator comes first"),
        pytest.param("上海港集装箱吞吐量达到5000万标准箱。", "port_containers", "上海港", id="one port"),
        pytest.param("引进总投资10亿元以上项目50个。", "projects_any", "总投资10亿元以上", id="a part is not cut out of a number"),
        pytest.param("重点园区2025年营业收入突破2.5万亿元。", "sector_revenue", "重点园区", id="the year is no part"),
        pytest.param("货物出口增长12%。", "exports", None, id="the whole"),
        pytest.param("中欧班列（西安）开行6000列。", "china_europe_trains", "西安", id="a place in brackets"),
        pytest.param("生活污水治理（管控）率达到57%。", "sewage_rate_general", None, id="other words in brackets"),
        ("7家企业落户工业园区。", None, None),
        pytest.param("深入实施园区三年提升计划，规上工业增加值达到106亿元。", "industrial_value_added", None, id="a verb in front of zones"),
    ],
)
def test_a_part_of_an_indicator_keeps_what_it_is_a_part_of(rows: Rows, sentence: str, indicator_id: str, scope: str | None) -> None:
    assert rows("plan", sentence, "indicator_id scope") == [(indicator_id, scope)]


def test_a_part_that_may_be_called_as_its_whole_is_not_all_of_it(rows: Rows) -> None:
    sentence = "农林牧渔业总产值82.3亿元，其中农业总产值41.5亿元、增长3.2%。"
    whole, part = ("agri_output_value", None), ("agri_output_value", "农业总产值")
    assert rows("review", sentence, "indicator_id scope") == [whole, part, part]
    assert rows("review", "农业总产值41.5亿元。", "indicator_id scope") == [whole]


@pytest.mark.parametrize(
    ("sentence", "cumulative"),
    [
        pytest.param("新增国家级制造业单项冠军8家。", False, id="new ones"),
        pytest.param("国家级制造业单项冠军总数突破120家。", True, id="all there are"),
    ],
)
def test_new_ones_and_all_there_are_share_the_indicator_and_differ_in_cumulative(rows: Rows, sentence: str, cumulative: bool) -> None:
    assert rows("plan", sentence, "indicator_id cumulative") == [("champion_enterprises", cumulative)]


def test_jobs_of_the_year_are_no_stock(rows: Rows) -> None:
    assert rows("plan", "城镇新增就业达到20万人。", "indicator_id cumulative") == [("urban_new_jobs", False)]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("失业率控制在5%以内。", id="which of the two is not said"),
        pytest.param("规上工业增加值率达到25%。", id="率 makes another thing of it"),
        pytest.param("利润总额增长8%。", id="whose is not said"),
        pytest.param("高新技术企业纳税额增长8%。", id="a longer name is another thing"),
        pytest.param("省级书香校园3所。", id="nobody knows it"),
        pytest.param("畅通通道、安全出口2000处。", id="an exit is no export"),
        pytest.param("新增义务教育和普通高中学位5万个。", id="the end of a list is no part"),
        pytest.param("新增产值365亿元。", id="whose is not said, once more"),
        pytest.param("建设项目107个。", id="the name of a family says no part of it"),
        pytest.param("组织职业技能和创业培训23万人次。", id="the number is of both kinds of training"),
        pytest.param("支持14个潜力地区因地制宜发展特色产业集群。", id="regions are counted, not what they develop"),
    ],
)
def test_a_phrase_that_is_no_wording_stays_without_an_indicator(rows: Rows, sentence: str) -> None:
    assert rows("plan", sentence, "indicator_id") == [(None,)]


@pytest.mark.parametrize(
    ("sentence", "indicator_id"),
    [
        pytest.param("高新技术企业达到1500家。", "high_tech_enterprises", id="counted"),
        pytest.param("高新技术企业5000万元。", None, id="not counted in money"),
        pytest.param("固定资产投资980亿元。", "fixed_asset_investment", id="money"),
        pytest.param("固定资产投资10亿平方米。", None, id="not measured in area"),
        pytest.param("粮食产量14.3亿斤。", "grain_output", id="斤"),
        pytest.param("粮食产量71.5万吨。", "grain_output", id="吨 converts into 斤"),
        pytest.param("提高城乡居民基础养老金、惠及549万人。", None, id="people whom a standard reaches"),
        pytest.param("新建全民健身工程200个。", "sports_facilities", id="works"),
        pytest.param("全民健身工程惠及2300万人次。", None, id="people whom works reach"),
    ],
)
def test_a_unit_that_does_not_agree_keeps_the_phrase_unmapped(rows: Rows, sentence: str, indicator_id: str | None) -> None:
    assert rows("plan", sentence, "indicator_id") == [(indicator_id,)]


@pytest.mark.parametrize(
    ("sentence", "measure", "rule"),
    [
        pytest.param("地区生产总值6%左右。", "growth", "only_growth", id="never a share"),
        pytest.param("居民消费价格2%左右。", "growth", "only_growth", id="prices"),
        pytest.param("常住人口城镇化率80%。", "ratio", "share", id="a share"),
    ],
)
def test_a_bare_percentage_is_growth_where_the_indicator_can_be_nothing_else(rows: Rows, sentence: str, measure: str, rule: str) -> None:
    ((found, rules),) = rows("plan", sentence, "measure rules")

    assert (found, rules[-1]) == (measure, rule)


@pytest.mark.parametrize(
    ("sentence", "reference", "reference_id"),
    [
        pytest.param("居民收入与经济增长同步。", "经济增长", "gdp", id="经济增长"),
        pytest.param("居民收入增速快于地区生产总值增速。", "地区生产总值增速", "gdp", id="with 增速"),
        pytest.param("战略性新兴产业增加值增速高于规上工业2个百分点。", "规上工业", "industrial_value_added", id="规上工业 means its value added"),
        pytest.param("规上工业增加值增速高于全省平均水平2个百分点。", "全省平均水平", None, id="a place is no indicator"),
    ],
)
def test_what_a_target_is_measured_against_is_an_indicator_too(rows: Rows, sentence: str, reference: str, reference_id: str | None) -> None:
    assert rows("plan", sentence, "reference reference_id") == [(reference, reference_id)]


@pytest.mark.parametrize(
    ("phrase", "key", "stem"),
    [
        pytest.param("服务业领军企业", "服务业领军企业", "服务业领军企业", id="as it is"),
        pytest.param("“四好农村路”", "四好农村路", "四好农村路", id="quotation marks"),
        pytest.param("“独角兽”、“瞪羚”企业", "独角兽瞪羚企业", "独角兽瞪羚企业", id="names in quotes side by side"),
        pytest.param("山塘（水库）", "山塘", "山塘", id="brackets"),
        pytest.param("全市口袋公园总数", "口袋公园", "口袋公园", id="inflection"),
        pytest.param("数字贸易占比", "数字贸易比重", "数字贸易比重", id="another word for a share"),
        pytest.param("数字贸易的比重", "数字贸易比重", "数字贸易比重", id="a share of"),
        pytest.param("省级服务业领军企业", "省级服务业领军企业", "服务业领军企业", id="a level"),
        pytest.param("5G基站", "5G基站", "5G基站", id="letters"),
        pytest.param("５Ｇ基站", "5G基站", "5G基站", id="full width"),
    ],
)
def test_phrases_are_lined_up_by_key_and_stem(phrase: str, key: str, stem: str) -> None:
    assert (keys.key(phrase), keys.stem(phrase)) == (key, stem)


def test_rows_carry_key_and_stem(rows: Rows) -> None:
    assert rows("plan", "新增省级“服务业”领军企业3家。", "indicator indicator_key indicator_stem") == [
        ("省级“服务业”领军企业", "省级服务业领军企业", "服务业领军企业")
    ]


def test_a_share_may_leave_out_that_it_is_one(rows: Rows) -> None:
    assert rows("review", "民生支出占一般公共预算支出的82%。", "indicator_id measure value") == [("livelihood_spending_share", "ratio", 82)]


@pytest.mark.parametrize(
    ("phrase", "scope"),
    [("房地产业增加值", "房地产业"), ("食品加工业增加值", "食品加工业"), ("批发和零售业增加值", "批发和零售业"), ("稀土产业增加值", "稀土")],
)
def test_the_name_of_a_part_is_not_cut_inside_a_word(phrase: str, scope: str) -> None:
    assert indicators.named(phrase, None, False, "growth", "%") == indicators.Named("sector_value_added", scope)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一产业增加值18亿元，完成年计划的100%。", "primary_value_added"),
        ("第三产业增加值294亿元，为年计划的89.1%。", "tertiary_value_added"),
        ("服务业增加值达到294亿元，占年计划的89.1%。", "tertiary_value_added"),
        ("第三产业增加值294亿元，占地区生产总值的48.1%。", "tertiary_share"),
    ],
)
def test_how_much_of_a_plan_was_fulfilled_is_no_share_of_the_economy(rows: Rows, text: str, expected: str) -> None:
    assert rows("review", text, "indicator_id measure")[-1] == (expected, "ratio")


@pytest.mark.parametrize(
    ("phrase", "unit", "expected"),
    [
        ("省级区域医疗中心投入运行", None, "省级区域医疗中心"),
        ("老楼加装电梯完工", "部", "老楼加装电梯"),
        ("非直供电小区改造惠及群众", "户", "非直供电小区改造"),
        ("高龄津贴惠及老年人", "人", "高龄津贴惠及老年人"),
        ("煤矿达到安全生产标准化二级以上水平", None, "煤矿达到安全生产标准化二级以上"),
        ("杜家坎等市级疏堵工程", "项", "市级疏堵工程"),
        ("盐湖化工等产业集群产值", "元", "盐湖化工等产业集群产值"),
        ("串联酒庄的旅游环线等重点项目", "个", "串联酒庄的旅游环线等重点项目"),
        ("工业企业开展技术改造", "家", "工业企业技术改造"),
    ],
)
def test_a_key_leaves_out_how_it_went_and_examples_of_what_is_counted(phrase: str, unit: str | None, expected: str) -> None:
    assert keys.key(phrase, unit) == expected


def test_whom_something_is_done_for_is_not_how_many_there_are() -> None:
    assert indicators.named("经营主体", "惠及", True, "amount", "户") is None
    assert indicators.named("经营主体", "达到", True, "amount", "户") == indicators.Named("market_entities")


@pytest.mark.parametrize(
    ("sentence", "ids"),
    [
        pytest.param("为473户市场主体办理延期还本付息69.6亿元。", [None, None], id="for them"),
        pytest.param("21.6万户市场主体享受税收优惠120.1亿元。", [None, None], id="they were given it"),
        pytest.param("全市市场主体21.6万户。", ["market_entities"], id="how many there are"),
    ],
)
def test_for_how_many_it_was_done_is_not_how_many_there_are(rows: Rows, sentence: str, ids: list[str | None]) -> None:
    assert rows("review", sentence, "indicator_id") == [(each,) for each in ids]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("全省水平", None), ("全区", None), ("国家", None), ("城镇", "urban_resident_income"), ("规上工业", "industrial_value_added")],
)
def test_a_reference_that_names_only_a_place_names_no_indicator(phrase: str, expected: str | None) -> None:
    assert indicators.reference(phrase) == expected


def test_a_percentage_of_what_is_counted_is_its_share() -> None:
    """空气优良天数300天 counts days, 空气优良天数93% is their share."""
    assert indicators.named("空气优良天数", "保持在", True, "ratio", "%") == indicators.Named("air_quality_days_ratio")
    assert indicators.named("空气优良天数", "达到", True, "amount", "天") == indicators.Named("good_air_days")
    assert indicators.named("农村卫生户厕", "提高", True, "change", "百分点") == indicators.Named("rural_toilet_rate")


def test_a_bracket_may_call_a_share_by_its_name_but_no_count() -> None:
    assert indicators.named("城镇人口占总人口比重（常住人口城镇化率）", None, False, "ratio", "%") == indicators.Named("urbanization_rate")
    assert indicators.named("布局调整中小学（幼儿园）", None, False, "amount", "所") is None


def test_a_joint_total_of_two_levels_is_none_of_them(rows: Rows) -> None:
    assert rows("review", "推进省市重点项目300个。", "indicator indicator_id scope") == [("省市重点项目", None, None)]


def test_a_difference_in_another_unit_is_of_something_else(rows: Rows) -> None:
    assert rows("review", "发放金融贷款1亿元，巩固提高5959户。", "indicator_id measure") == [("sector_loans", "amount"), (None, "change")]
    assert rows("review", "空气质量优良天数比例提高3天。", "indicator_id") == [(None,)]


def test_what_people_get_may_leave_out_that_it_is_a_standard(rows: Rows) -> None:
    assert rows("review", "农村低保由年人均785元提高到1196元。", "indicator_id") == [("rural_minimum_standard",)]
    assert rows("review", "农村低保3.79万人。", "indicator_id") == [(None,)]
    assert rows("review", "发放残疾人两项补贴12.4亿元。", "indicator_id") == [(None,)]


def test_a_share_of_things_is_not_their_number(rows: Rows) -> None:
    assert rows("review", "标准化村卫生室达到95%。", "indicator_id") == [(None,)]
    assert rows("review", "新建公厕50座，完成年度计划的120%。", "indicator_id relation") == [
        ("public_toilets", None),
        ("public_toilets", "fulfilment"),
    ]
    assert rows("review", "空气优良天数保持在93%。", "indicator_id") == [("air_quality_days_ratio",)]
