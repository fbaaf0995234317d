"""Lines that a page broke: which are joined, and which stand by themselves."""

from __future__ import annotations

import pytest

from mubiao.read.flat_doubts import flat_doubts
from mubiao.read.fold import fold
from mubiao.read.joiner import joints

BROKEN = "过去一年，全年社会消费品零售总额比上年增长4.8%，城镇居民人均可\n支配收入增长4.4%，农村居民人均可支配收入增长6.3%，粮食总产量达\n到75万吨。"


def read(text: str, pages: tuple[int, ...] = ()) -> list[str]:
    return fold(text, joints(text, pages)).text.split("\n")


def test_lines_that_fill_the_page_are_joined():
    assert read(BROKEN) == [
        "过去一年,全年社会消费品零售总额比上年增长4.8%,城镇居民人均可支配收入增长4.4%,农村居民人均可支配收入增长6.3%,粮食总产量达到75万吨。"
    ]


def test_lines_that_empty_lines_part_are_joined_where_they_fill_the_page():
    page = "\n".join([BROKEN] * 7)
    assert [line for line in read(page.replace("\n", "\n\n")) if line] == read(page)


def test_a_few_paragraphs_of_like_length_that_empty_lines_part_stay():
    paragraphs = [
        "全年地区生产总值增长5.4%，一般公共预算收入增长4.2%，固定资产投资增长6.1%，社会消费品零售总额增长5%",
        "全年新增高新技术企业120家，新增专精特新企业60家，规上工业增加值增长7%，进出口总额增长8%，出口增长9%",
    ]
    assert len(read("\n\n".join(paragraphs * 3))) == 11


def test_a_number_broken_by_the_line_is_whole():
    assert "增长4.8%" in "".join(read(BROKEN.replace("增长4.8%，城镇居民人均可\n", "增长4.\n8%，城镇居民人均可")))


def test_the_next_statement_of_a_full_line_and_what_tells_parts_go_on_with_the_line_above():
    full = BROKEN.split("\n")[0][:-1]
    assert read(f"{BROKEN}\n{full}；\n出口增长5%。")[-1].endswith(";出口增长5%。")
    assert read(f"{BROKEN}\n{full}；\n2.新增绿地")[-1] == "2.新增绿地"
    assert read(f"{BROKEN}\n其中，秋粮产量60万吨。")[-1].endswith("75万吨。其中,秋粮产量60万吨。")


def test_a_break_that_slipped_into_a_paragraph_in_front_of_its_figure_is_none():
    paragraph = "五年来，综合实力大幅提升。" * 6 + "全市生产总值达到"
    assert len(read(f"{paragraph}\n317亿元，人均生产总值3.7万元。")) == 1
    assert len(read(f"{paragraph}\n由4600美元增加到20800美元。")) == 1
    assert len(read(f"{paragraph}\n1.改造道路30公里。")) == 2
    assert len(read(f"{paragraph}\n从严控制支出，压减一般性支出5%。")) == 2


@pytest.mark.parametrize("below", ["一、2024年工作回顾", "（一）经济发展", "1.新增绿地", "　　城镇新增就业71万人。", "责任单位：市发改委"])
def test_a_line_that_begins_something_is_not_joined(below: str):
    assert fold(below).text.strip() in [line.strip() for line in read(f"{BROKEN[:-7]}\n{below}\n{BROKEN}")]


@pytest.mark.parametrize(
    "text",
    [
        "目标任务\n新增绿地200公顷\n区综合执法局\n新增绿道100公里\n区水利局",
        "新增绿地200公顷，绿道100公里。\n新增高新技术企业100家。\n新增城镇就业3万人。",
        "宁波市2025年政府工作报告\n一、2024年工作回顾\n地区生产总值增长5.4%。",
    ],
    ids=["cells", "sentences", "headings"],
)
def test_lines_that_no_page_broke_stay(text: str):
    assert read(text) == fold(text).text.split("\n")


def test_cells_below_the_heads_of_a_flattened_table_stay():
    """The widest of them are alike by chance, and no page broke them."""
    heads = "序号\n项目名称\n目标任务\n牵头单位"
    rows = "1\n养老服务\n新建社区食堂12家，新增养老床位600张\n市民政局\n2\n教育提质\n新建普惠性幼儿园3所，新增学位80个\n市教育局"
    text = f"宁波市2025年民生实事项目责任分解表\n{heads}\n{rows}"
    assert read(text) == fold(text).text.split("\n")


CELLS = """序号
目标任务
牵头单位
配合单位
1
开展项目投资提速行动，计划实施区级重点工程160个，全力推动总部等民间投资项目尽早
开工
区发改局
区经信局、区住建局、区交通运输局、区商务局、区文广旅体局等区级有关部门，各镇（街
道、园区）
2
引导外资企业利润再投资、头部企业扩产再增资，力争引进投资亿元以上的项目达到100个
区投促中心
区经信局、区科技局、区商务局、区金融发展服务中心等区级有关部门、镇街道、园区，
各镇（街道、园区）
"""


def test_the_cells_of_a_flattened_table_that_a_page_broke_are_whole():
    """A line that fills the page goes on, but not with the number of a row nor, behind a text, with a unit."""
    assert read(CELLS, (0,))[4:] == [
        "1",
        "开展项目投资提速行动,计划实施区级重点工程160个,全力推动总部等民间投资项目尽早开工",
        "区发改局",
        "区经信局、区住建局、区交通运输局、区商务局、区文广旅体局等区级有关部门,各镇(街道、园区)",
        "2",
        "引导外资企业利润再投资、头部企业扩产再增资,力争引进投资亿元以上的项目达到100个",
        "区投促中心",
        "区经信局、区科技局、区商务局、区金融发展服务中心等区级有关部门、镇街道、园区,各镇(街道、园区)",
        "",
    ]


def test_the_numbers_of_rows_at_the_ends_of_pages_stay_and_those_of_pages_go():
    """Nor is a cell that stands inside pages too a running head."""
    heads = "序号\n目标任务\n完成时限\n牵头单位\n"
    rows = ["4\n新建食堂4家\n11月底\n区民政局\n", "9\n新建食堂9家\n11月底\n区民政局\n", "14\n新建食堂7家\n11月底\n区民政局\n"]
    inside = "7\n新建食堂6家\n11月底\n区民政局\n8\n新建食堂3家\n11月底\n"
    sheets = [f"{heads if not page else ''}{row}{inside}区民政局\n{page + 1}\n" for page, row in enumerate(rows)]
    text = "".join(sheets).strip()
    lines = read(text, tuple(text.index(sheet.strip()) for sheet in sheets))
    assert [line for line in lines if line.isdecimal()] == ["4", "7", "8", "9", "7", "8", "14", "7", "8"]
    assert lines.count("11月底") == 9


def test_a_bracket_of_duties_that_a_page_broke_is_whole():
    text = "全市各义务段学校上课日为有需要的学生提供托管服务，全大市全年服务一百一十万余人次。\n（牵头领导：张三，责任单位：市教育局）\n"
    text += "改造农村水环境一百五十余公里，建成美丽河湖二十条、水美乡村三十个。（牵头领导：李四，\n责任单位：市水利局）\n"
    text += "新建基层体育场地设施，包括百姓健身房十二个、社区多功能运动场三十五个、村级健身广场及体\n育公园十三个。"
    assert read(text, (0,)) == [
        "全市各义务段学校上课日为有需要的学生提供托管服务,全大市全年服务一百一十万余人次。(牵头领导:张三,责任单位:市教育局)",
        "改造农村水环境一百五十余公里,建成美丽河湖二十条、水美乡村三十个。(牵头领导:李四,责任单位:市水利局)",
        "新建基层体育场地设施,包括百姓健身房十二个、社区多功能运动场三十五个、村级健身广场及体育公园十三个。",
    ]


def test_blanks_that_line_ends_left_inside_words_go():
    assert read("新增制造 业单项冠军示范企业3家，新 增小微企业2.6万家，地区生 产总值增 长5%。") == [
        "新增制造业单项冠军示范企业3家,新增小微企业2.6万家,地区生产总值增长5%。"
    ]


def test_blanks_between_names_stay():
    assert read("责任单位：市发改委 市经信局，新 增绿地，增 长5%。") == ["责任单位:市发改委 市经信局,新 增绿地,增 长5%。"]


def test_heads_and_numbers_of_pages_go_and_the_title_stays():
    sheets = [f"安徽省政府工作报告\n增长{number}%。\n- {number} -\n" for number in (1, 2, 3)]
    text = "".join(sheets)
    assert [line for line in read(text, tuple(text.index(sheet) for sheet in sheets)) if line] == [
        "安徽省政府工作报告",
        "增长1%。",
        "增长2%。",
        "增长3%。",
    ]


def test_a_line_that_comes_again_at_the_ends_of_some_pages_is_no_running_head():
    """Nor is one that names a unit, on however many pages it stands."""
    sheets = [
        f"{'各区政府、开发园区管委会' if number in (1, 5, 9) else f'市水利局等{number}家'}\n增长{number}%。\n牵头单位:市发改委\n"
        for number in range(1, 10)
    ]
    text = "".join(sheets)
    lines = read(text, tuple(text.index(sheet) for sheet in sheets))
    assert (lines.count("各区政府、开发园区管委会"), lines.count("牵头单位:市发改委")) == (3, 9)


@pytest.mark.parametrize(("bracket", "lines"), [("(责任单位:市交通局(牵头)、市公安局)", 2), ("(含市公安局、市交通局(牵头)、各区)", 1)])
def test_a_bracket_that_names_units_ends_its_paragraph(bracket: str, lines: int):
    """Also where it fills the line: 。 is missing behind it."""
    first = f"对全市现有800公里绿波带进行优化并新增100公里绿波带全市总里程达到\n九百公里整，达到全省前列{bracket}"
    text = f"{first}\n新改建农村公路55公里，建成后可惠及沿线行政村五百个以上，实现村村\n通公交。"
    assert len(read(text, (0,))) == lines


def test_blanks_that_a_word_processor_set_around_numbers_go():
    """Without them 突破 4 万亿元 is bound by nothing, and PM2.5 平均浓度 is cut."""
    text = "2024 年全省生产总值突破 4 万亿元，增长 5.5%，PM2.5 平均浓度为 20 微克，新增就业 50 万人，建成 5G 基站 9 万个。"
    assert read(text) == ["2024年全省生产总值突破4万亿元,增长5.5%,PM2.5平均浓度为20微克,新增就业50万人,建成5G基站9万个。"]


def test_the_blanks_between_the_cells_of_a_row_stay():
    text = "序号 目标任务 牵头单位 配合单位\n1 新增绿地200公顷 市住建局 市水利局\n2 新增绿道100公里 市水利局 市住建局"
    assert read(text) == text.split("\n")


def test_a_line_whose_signs_were_spread_is_read_without_its_blanks():
    assert read("一 般 公 共 预 算 收 入 增 长 5%。") == ["一般公共预算收入增长5%。"]


def test_a_closing_mark_at_the_end_of_a_line_ends_no_paragraph():
    broken = BROKEN.replace("粮食总产量达\n到75万吨", "发放消费券并组织“乐购全川”\n系列消费促进活动2万场")
    assert "“乐购全川”系列消费促进活动2万场" in "".join(read(broken))


def test_a_number_that_did_not_fit_into_the_line_above_is_joined_to_it():
    """The line is shorter than the page by less than the number is long."""
    broken = BROKEN.replace("粮食总产量达\n到75万吨", "粮食总产\n123456.78万吨")
    assert "粮食总产123456.78万吨" in "".join(read(broken))


def test_a_sign_whose_comma_begins_no_line_is_joined_to_the_line_above():
    """Of 6%左|右， the sign stands on the next line since its comma may not begin that one."""
    lines = ["今年主要预期目标是：经济增长6%左", "右，城镇新增就业71万人，居民消费价格", "涨幅2%左右，粮食产量继续保持500亿斤。"]
    assert read("\n".join(lines), (0,)) == ["今年主要预期目标是:经济增长6%左右,城镇新增就业71万人,居民消费价格涨幅2%左右,粮食产量继续保持500亿斤。"]


@pytest.mark.parametrize(("below", "joined"), [("新建幼儿园20所。责任单位：市教育局", False), ("市水利局、市教育局。", True), ("、市教育局。", True)])
def test_a_line_that_ends_with_who_does_it_goes_on_with_units_only(below: str, joined: bool):
    """Else the next task would be a unit, and its target lost."""
    above = "改造道路30公里，新建口袋公园50个。责任单位：市住建局、市财政局"
    assert (len(read(f"{BROKEN}\n{above}\n{below}", (0,))) == 2) is joined


def test_one_line_that_fills_the_page_of_a_file_with_pages_is_joined():
    """A PDF file of one page: its lines were broken, however few show it; of a text file nobody knows."""
    text = "今年目标:地区生产总值增长5.5%左右,城镇新增就业2.8万人以上,新建口\n袋公园10个。\n"
    assert read(text, (0,)) == ["今年目标:地区生产总值增长5.5%左右,城镇新增就业2.8万人以上,新建口袋公园10个。", ""]
    assert read(text) == text.split("\n")


def test_cells_that_were_put_together_and_numbers_that_count_no_rows_are_told():
    heads = "序号\n重点工作任务\n牵头单位\n责任单位\n完成时限\n"
    long = "新建改建农村公路120公里，完成养护工程300公里，提升改造国省干线一百"
    rows = "".join(f"{at}\n{long}\n余公里并通过验收\n市交通局\n市财政局\n2025年12月底\n" for at in range(1, 7))
    assert [line.split(":")[0] for line in _flat_doubts(f"{heads}{rows}")] == ["cells_joined"]
    assert not _flat_doubts(f"{heads}1\n新建幼儿园5所\n市教育局\n市财政局\n2025年9月底\n2\n新增就业15万人\n市人力社保局\n市财政局\n2025年12月底\n")
    known = f"{heads}1\n新建幼儿园5所\n7\n2\n新增就业15万人\n市人力社保局\n市财政局\n2025年12月底\n"
    assert flat_doubts(known, [])
    assert not flat_doubts(known, [], [(0, len(known))])
    paged = "1\n新建幼儿园5所\n2\n市教育局\n市财政局\n2025年9月底\n2\n新增就业15万人\n市人力社保局\n3\n市财政局\n2025年12月底\n"
    assert "as of pages: 2;" in _flat_doubts(f"{heads}{paged}")[0]


def _flat_doubts(text: str) -> tuple[str, ...]:
    return flat_doubts(text, joints(text))
