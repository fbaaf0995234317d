"""Whose figure it is: the report's own place, another one, or nobody's that counts."""

from __future__ import annotations

import pytest

from mubiao.observe.part import part_told_of
from mubiao.read.places import gazetteer

from .conftest import Observe, Rows

NINGBO, YINZHOU, ANHUI, FANGCHENGGANG, BANNER = "330200", "330212", "340000", "450600", "152221"


@pytest.mark.parametrize(
    ("place", "sentence", "whose"),
    [
        pytest.param(NINGBO, "地区生产总值增长6%。", "宁波市", id="nobody named"),
        pytest.param(NINGBO, "全市生产总值增长6%。", "宁波市", id="the whole city"),
        pytest.param(NINGBO, "宁波市生产总值增长6%。", "宁波市", id="its own name"),
        pytest.param(NINGBO, "全省生产总值增长5.5%。", "浙江省", id="the province, in a city's report"),
        pytest.param(NINGBO, "全省单位GDP能耗下降3.5%。", "浙江省", id="the province, by an indicator that does not describe all of a place"),
        pytest.param(NINGBO, "我省生产总值增长5.5%。", "浙江省", id="our province, in a city's report"),
        pytest.param(ANHUI, "全省生产总值增长5.8%。", "安徽省", id="the province, in its own report"),
        pytest.param(ANHUI, "我省粮食产量达到830亿斤。", "安徽省", id="our province"),
        pytest.param(YINZHOU, "全市生产总值增长6%。", "宁波市", id="the city, in a district's report"),
        pytest.param(YINZHOU, "全区生产总值增长6%。", "鄞州区", id="the district, in its own report"),
        pytest.param(FANGCHENGGANG, "全区生产总值增长8%。", "广西壮族自治区", id="the autonomous region, in a city's report"),
        pytest.param(NINGBO, "浙江省生产总值增长5.5%。", "浙江省", id="the province by name"),
        pytest.param(NINGBO, "慈溪市规上工业增加值增长9%。", "慈溪市", id="a county of its own"),
        pytest.param(ANHUI, "合肥市生产总值增长6.1%。", "合肥市", id="a city of its own"),
    ],
)
def test_the_place_in_front_says_whose_figure_it_is(rows: Rows, place: str, sentence: str, whose: str) -> None:
    assert rows("review", sentence, "jurisdiction", place) == [(whose,)]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("宁波市生产总值增长6%。", id="its full name"),
        pytest.param("宁波地区生产总值增长6%。", id="its short name, and not the prefecture that was called 宁波地区"),
        pytest.param("宁波市的地区生产总值增长6%。", id="a genitive"),
    ],
)
def test_its_own_name_in_front_is_no_part_of_what_is_measured(rows: Rows, sentence: str) -> None:
    assert rows("review", sentence, "jurisdiction indicator_id scope", NINGBO) == [("宁波市", "gdp", None)]


def test_a_prefecture_that_is_no_more_is_not_meant_where_a_city_bears_its_name(rows: Rows) -> None:
    sentence = "苏州、无锡地区生产总值分别增长6%、5.8%。"
    assert rows("review", sentence, "jurisdiction indicator_id", "320000") == [("苏州市", "gdp"), ("无锡市", "gdp")]


def test_a_banner_calls_itself_so(rows: Rows) -> None:
    sentence = "全盟牲畜存栏1300万头，我旗400万头。"
    assert rows("review", sentence, "jurisdiction", BANNER) == [("兴安盟",), ("科尔沁右翼前旗",)]


def test_what_something_brings_to_the_place_is_not_all_that_it_has(rows: Rows) -> None:
    sentence = "口岸建设加快，带动宁波进出口415.4亿元、增长11.7%。"
    assert rows("review", sentence, "indicator_id scope", NINGBO) == [("trade_value", "宁波"), ("trade_value", "宁波")]


def test_what_is_called_by_the_short_name_of_the_place_may_be_a_part_of_it(rows: Rows) -> None:
    sentence = "全市港口货物吞吐量完成5626万吨，其中防城港货物吞吐量完成3701万吨。"
    assert rows("review", sentence, "indicator_id scope", FANGCHENGGANG) == [("port_cargo", None), ("port_cargo", "防城港")]


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        pytest.param("浙江省进出口增长8%，我市增长9%。", ["浙江省", "宁波市"], id="the city behind the province"),
        pytest.param("全国地区生产总值增长5%，全省增长5.5%，全市增长5.8%。", ["浙江省", "宁波市"], id="from the nation down"),
        pytest.param("杭州市地区生产总值增长5%，温州市增长5.2%，我市增长5.4%。", ["宁波市"], id="the city behind two others"),
        pytest.param("全省进出口增长8%，我市仅增长4%。", ["浙江省", "宁波市"], id="an adverb between the city and its verb"),
        pytest.param("杭州市进出口增长8%，我市仅增长4%。", ["宁波市"], id="held against another city"),
        pytest.param("浙江省进出口增长8%，鄞州区增长9%，我市增长5.4%。", ["浙江省", "鄞州区", "宁波市"], id="from the province to a district"),
        pytest.param("全省城镇新增就业100万人，其中我市20万人。", ["浙江省", "宁波市"], id="without a verb of its own"),
        pytest.param("全省新增就业100万人，我市20万人。", ["宁波市"], id="a figure of the province that only its text tells"),
        pytest.param("全省新增就业100万人，我市新增10万人。", ["宁波市"], id="the same behind a verb"),
        pytest.param("全省高新技术企业总数突破4万家。", ["浙江省"], id="a count of the province, whatever its theme"),
        pytest.param("全省共有国家级制造业单项冠军189家，我市104家。", ["浙江省", "宁波市"], id="what the province has, and the city of it"),
        pytest.param("全省新设经营主体160万户，增长5%。", ["浙江省"], id="the growth of what is new in the province"),
        pytest.param("全省经济增长5.5%，我市增长5.4%，低于全省0.1个百分点。", ["浙江省", "宁波市"], id="how far the city is behind the province"),
        pytest.param("城镇调查失业率全省控制在4.6%，我市控制在4.4%。", ["浙江省", "宁波市"], id="a place behind the thing"),
        pytest.param("全国共有单项冠军1557家，我市104家。", ["宁波市"], id="what the nation has, and the city of it"),
        pytest.param("温州民营企业数量超过50万家，我市只有40万家。", ["宁波市"], id="what another city has of a thing that nobody knows"),
        pytest.param("相邻的绍兴市进出口增长8%，我们只有3%。", ["宁波市"], id="held against a neighbour"),
        pytest.param("浙江省进出口增长8%，比全国高2个百分点。", ["浙江省"], id="a clause that names no place of its own"),
    ],
)
def test_a_clause_that_names_its_place_is_about_it(rows: Rows, sentence: str, owners: list[str]) -> None:
    told = {place for (place,) in rows("review", sentence, "jurisdiction", NINGBO)}
    assert told == set(owners)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("开发区生产总值增长8%。", id="开发区"),
        pytest.param("市区城镇居民人均可支配收入增长7%。", id="市区"),
        pytest.param("城区绿化覆盖率达到35%。", id="城区, which is the name of districts too"),
        pytest.param("新增全国文明村5个。", id="a title of the nation"),
        pytest.param("全省文明村达到120个。", id="a title of the province"),
        pytest.param("入选全省民营企业百强18家。", id="a list of the province"),
        pytest.param("全省劳动模范45人。", id="a title of people"),
        pytest.param("帮扶四川凉山资金5亿元。", id="money for a city far away"),
        pytest.param("在全省率先建成老年食堂30家。", id="the first in the province"),
        pytest.param("进出口占全省24.5%。", id="a share of the province"),
        pytest.param("杭州湾大桥改造30公里。", id="a name that begins like a place"),
    ],
)
def test_names_that_mean_no_other_government_leave_the_figure_where_it_is(rows: Rows, sentence: str) -> None:
    assert rows("review", sentence, "jurisdiction") == [("宁波市",)]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("江苏苏州进出口增长8%。", id="a city behind its province"),
        pytest.param("浙江温州民营企业数量超过50万家。", id="a count of a thing that nobody knows"),
        pytest.param("广东深圳高新技术企业达到2.4万家。", id="a count of a known thing"),
        pytest.param("湖南长沙地区生产总值增长7%。", id="a name that a county bears too"),
    ],
)
def test_a_city_called_by_its_short_name_is_another_place(rows: Rows, refused: Rows, sentence: str) -> None:
    assert rows("review", sentence, "jurisdiction") == []
    assert [reason for _, reason in refused("review", sentence)] == ["figure_of_another_place"]


def test_the_own_city_behind_its_province_stays_the_own_one(rows: Rows) -> None:
    assert rows("review", "浙江宁波进出口增长8%。", "jurisdiction indicator_id") == [("宁波市", "trade_value")]


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        pytest.param("省里要求粮食产量稳定在60万吨以上，我市达到62万吨。", "粮食产量", id="what was asked for from above"),
        pytest.param("研发投入强度对标苏州达到4%。", "研发投入强度", id="a model behind it"),
    ],
)
def test_who_asked_for_it_and_whose_way_is_followed_are_no_part_of_its_name(rows: Rows, sentence: str, indicator: str) -> None:
    assert rows("plan", sentence, "jurisdiction indicator") == [("宁波市", indicator)]


def test_the_same_words_stay_mapped_when_the_figure_is_another_places(rows: Rows) -> None:
    assert rows("review", "慈溪市规上工业增加值增长9%。", "jurisdiction_code indicator indicator_id") == [
        ("330282", "慈溪市规上工业增加值", "industrial_value_added")
    ]


@pytest.mark.parametrize("sentence", ["全国国内生产总值增长5%。", "我国经济总量突破130万亿元。", "长三角地区生产总值达到30万亿元。"])
def test_figures_of_the_nation_are_refused(rows: Rows, refused: Rows, sentence: str) -> None:
    assert rows("review", sentence, "indicator") == []
    assert [reason for _, reason in refused("review", sentence)] == ["figure_of_the_nation"]


@pytest.mark.parametrize(
    "sentence",
    ["国家安排中央预算内资金40亿元。", "国家实施积极的财政政策，投资4万亿元。", "中央财政下达补助资金3亿元。", "省政府安排专项资金3亿元。"],
)
def test_what_a_government_above_does_is_refused(rows: Rows, refused: Rows, sentence: str) -> None:
    assert rows("review", sentence, "indicator") == []
    assert [reason for _, reason in refused("review", sentence)] == ["superior_acts"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("中央财政下达资金20亿元，我市配套3亿元。", [(300_000_000, "result")], id="what the city adds"),
        pytest.param("中央下达我市国债资金50亿元。", [(5_000_000_000, "result")], id="money that the city is given"),
        pytest.param("国家下达我市高标准农田任务5万亩。", [(50_000, "target")], id="a task that it is given"),
    ],
)
def test_what_a_government_above_hands_to_the_city_is_the_citys(rows: Rows, sentence: str, told: list[tuple[float, str]]) -> None:
    assert rows("review", sentence, "value stage") == told


def test_what_a_province_does_is_its_own_in_its_own_report(rows: Rows) -> None:
    assert rows("review", "省政府安排专项资金3亿元。", "jurisdiction value", ANHUI) == [("安徽省", 300_000_000)]


@pytest.mark.parametrize(
    ("place", "sentence", "code"),
    [
        pytest.param(NINGBO, "居民收入增速高于全省平均水平。", "330000", id="the province"),
        pytest.param(YINZHOU, "居民收入增速高于全市平均水平。", "330200", id="the city"),
        pytest.param(NINGBO, "居民收入增速高于全国平均水平。", "000000", id="the nation"),
        pytest.param(NINGBO, "居民收入增速高于经济增速。", None, id="no place at all"),
    ],
)
def test_a_yardstick_that_is_a_place_has_its_code(rows: Rows, place: str, sentence: str, code: str | None) -> None:
    assert rows("plan", sentence, "reference_code", place) == [(code,)]


def test_a_county_as_part_of_the_whole_has_its_own_figure(rows: Rows) -> None:
    assert rows("review", "全市生产总值增长6%，其中鄞州区增长7%。", "jurisdiction indicator_id value") == [("宁波市", "gdp", 6), ("鄞州区", "gdp", 7)]


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("建成海曙区、江北区、鄞州区生活垃圾中转站共6座。", "海曙区、江北区、鄞州区"),
        ("海曙区和鄞州区新建公园6个。", "海曙区和鄞州区"),
        ("建成海曙区、东钱湖旅游度假区生活垃圾中转站共6座。", None),
        ("建成余姚市和谐社区6个。", "余姚市"),
    ],
)
def test_a_figure_of_several_parts_is_not_that_of_the_first(rows: Rows, sentence: str, scope: str | None) -> None:
    assert rows("review", sentence, "scope") == [(scope,)]


def test_the_autonomous_regions_figure_is_not_the_citys(rows: Rows) -> None:
    assert rows("review", "自治区生产总值增长8%。", "jurisdiction", FANGCHENGGANG) == [("广西壮族自治区",)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("上思县资源型产业发展取得新突破，全社会固定资产投资增速超过37%。", "上思县"),
        ("港口区全力服务三大项目等重大工程，财政收入增长28%以上。", "港口区"),
        ("每个市级工业园区力争完成固定资产投资5亿元，生产总值增长18%以上。", "每个市级工业园区"),
        ("县域经济发展迅速，生产总值158.3亿元，增长18.4%。", "县域经济"),
        ("上思县资源型产业发展取得新突破，全市固定资产投资增长37%。", None),
        ("支持每个乡镇至少办好1所优质初中、每个县至少增1所。", "每个县"),
        ("各市县新增3所。", "各市县"),
        ("财政收入增长28%以上。", None),
        ("宁波市主动服务，财政收入增长28%。", None),
    ],
)
def test_a_sentence_about_a_part_of_the_place_tells_of_that_part(text: str, part: str | None) -> None:
    assert part_told_of(text, 0, text.rindex("增"), gazetteer().find("防城港市")) == part


@pytest.mark.parametrize(
    ("heads", "part"),
    [
        ("雄安新区建设取得新进展。4所疏解高校开工建设。", "雄安新区"),
        ("(一)试验区建设步伐加快。推动第一批13项权限下放。", "试验区"),
        ("雄安新区建设取得新进展。协同发展呈现新气象。", None),
        ("雄安新区建设取得新进展。\n", None),
        ("高质量建设零碳园区。", None),
    ],
    ids=["named_two_sentences_above", "with_its_item", "headed_by_something_else_since", "of_another_paragraph", "work_to_do"],
)
def test_a_short_sentence_about_a_zone_heads_the_figures_behind_it(heads: str, part: str | None):
    """So that growth of investment there is not told of the whole province."""
    text = heads + "固定资产投资增长16%。"
    assert part_told_of(text, len(heads), text.rindex("增"), gazetteer().find("河北省")) == part


def test_a_short_name_of_a_county_far_away_is_a_word(rows: Rows) -> None:
    assert rows("plan", "实施港口重点项目20个。", "indicator jurisdiction") == [("港口重点项目", "宁波市")]


@pytest.mark.parametrize(
    ("sentence", "scopes"),
    [
        ("余姚市河姆渡村等2个村被评为文明村镇，市检察院等4家单位被评为文明单位。", [("余姚市",), (None,)]),
        ("鄞州区新建学校3所，余姚市新建学校2所。", [("鄞州区",), ("余姚市",)]),
        ("其中，鄞州区新建学校3所；新建公园2个。", [("鄞州区",)] * 2),
        ("余姚市全力服务重大项目，新建学校3所。", [("余姚市",)]),
        ("高新区完成基础设施投资6.9亿元，工业增加值增长20.3%。", [("高新区",)] * 2),
        ("高新区完成基础设施投资6.9亿元；实现财政收入3亿元。", [("高新区",)] * 2),
        ("高新区完成基础设施投资6.9亿元；工业增加值增长20.3%。", [("高新区",), (None,)]),
        ("全市产业园完成固定资产投资100亿元，规上工业增加值增长10%。", [("产业园",)] * 2),
        ("陆埠镇实现产值12亿元，固定资产投资增长20%。", [("陆埠镇",)] * 2),
        ("杭州湾工业园区固定资产投资增长6%。", [("杭州湾工业园区",)]),
        ("杭州湾新区新增企业120家，研发投入强度达到6%。", [("杭州湾新区",)] * 2),
        ("宁波片区全年进出口增长12%。", [("宁波片区",)]),
        ("奉化区、宁海县分别新增农家乐120家和150家。", [("奉化区",), ("宁海县",)]),
        ("陆埠镇粮食产量突破1万吨，农民人均纯收入达到1.2万元。", [("陆埠镇",)] * 2),
        ("开发区亩均税收增长9%，新增国家级开发区1家。", [("开发区",), (None,)]),
        ("高新区完成投资6.9亿元，全市工业增加值增长5%。", [("高新区",), (None,)]),
        ("23个建制镇完成投资4700万元，工业增加值增长5%。", [(None,), ("建制镇",), (None,)]),
        ("高新区完成优化整合，工业增加值增长5%。", [(None,)]),
        ("高新区逐渐成为“副中心”，完成工业投资28.3亿元。", [("高新区",)]),
        ("入选国家首批试点，园区规上工业企业突破100家、工业总产值突破400亿元。", [("园区",)] * 2),
        ("国家级高新区增加到9家，高新技术企业突破1万家。", [(None,)] * 2),
    ],
    ids=[
        "an office of the whole city",
        "another part",
        "the part that the list is of",
        "the same part",
        "zone",
        "what a zone did behind a semicolon",
        "a subject of its own behind a semicolon",
        "zones",
        "town",
        "a park by its whole name",
        "what is new in a zone",
        "a zone in all of the year",
        "parts one after the other",
        "its harvest",
        "zones by themselves",
        "and the whole",
        "towns",
        "no figure",
        "what it became",
        "behind another clause",
        "zones that are counted",
    ],
)
def test_a_later_clause_is_of_the_part_that_it_names(rows: Rows, sentence: str, scopes: list[tuple[str | None]]) -> None:
    assert rows("review", sentence, "scope") == scopes


def test_towns_that_are_counted_themselves_take_nothing_over(rows: Rows) -> None:
    assert rows("review", "35个贫困村出列。12个乡镇摘帽。", "indicator role") == [("贫困村出列", "core"), ("乡镇摘帽", "core")]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("合肥、芜湖唱好“双城记”，经济总量分别突破1.3万亿元、5000亿元。", [("合肥",), ("芜湖",)]),
        ("合肥、芜湖唱好“双城记”，新增专利3万件。", [("合肥、芜湖",)]),
        ("合肥、芜湖等市唱好“双城记”，新增专利3万件。", [(None,)]),
        ("合肥唱好“双城记”，新增专利3万件。", [(None,)]),
        ("革命老区9县农民收入增长8%。", [(None,)]),
        ("滨海新区、经开区引擎作用增强，工业产值占全市比重达到62%。", [("滨海新区、经开区",)]),
        ("滨海新区和经开区引擎作用增强，工业增加值分别增长6%、9%。", [("滨海新区",), ("经开区",)]),
    ],
)
def test_cities_and_zones_named_together_have_their_own_numbers(rows: Rows, sentence: str, parts: list[tuple[str | None]]) -> None:
    assert rows("review", sentence, "scope", ANHUI) == parts


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("蒙能集团要当好我区能源企业的“顶梁柱”，力争电力总装机超过4500万千瓦。", "蒙能集团"),
        ("蒙能集团要争先，带动全区电力总装机超过4500万千瓦。", None),
    ],
)
def test_a_firm_of_the_place_speaks_on_where_only_an_attribute_names_the_whole(observe: Observe, sentence: str, scope: str | None) -> None:
    (row,) = observe(f"二、2025年工作安排\n{sentence}", "150000").observations
    assert row.scope == scope


def test_a_zone_is_called_without_what_opens_its_sentence(rows: Rows) -> None:
    assert rows("review", "全区财政收入30亿元。其中经济开发区财政收入10亿元。", "scope") == [(None,), ("经济开发区",)]


def test_what_is_done_in_a_zone_is_no_part_that_a_sentence_is_about(rows: Rows) -> None:
    text = "深入实施创新创业园区“1555”工程，标准厂房投入使用，入园企业达53家，规模以上企业发展到17家。"
    assert rows("review", text, "value scope") == [(53, None), (17, None)]


def test_what_each_is_to_have_is_told_of_all_that_is_listed(rows: Rows) -> None:
    text = "每个乡镇至少培育2个特色产业、1个龙头企业，每个县建成1个以上特色产业园区。"
    assert rows("plan", text, "value scope") == [(2, "每个乡镇"), (1, "每个乡镇"), (1, "每个县特色")]
