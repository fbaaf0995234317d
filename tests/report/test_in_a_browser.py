"""What people do with the pages, in a headless Chromium without a network: search, filter by keys, open a row, copy its link, change the language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

PLACE, PROVINCES = "330200-2024.html", "province-2025.html"
SERIOUS = ("serious", "critical")


@pytest.fixture(scope="module")
def folder(example_pages: Path) -> Path:
    """The pages of data/raw."""
    return example_pages


class Opened:
    """A page with what it asked of the network and what it complained of."""

    def __init__(self, browser: Any, path: Path, width: int = 1366) -> None:
        self.context = browser.new_context(offline=True, viewport={"width": width, "height": 900})
        self.page = self.context.new_page()
        self.asked: list[str] = []
        self.wrong: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.wrong.append(message.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.goto(path.as_uri())


@pytest.fixture
def place(browser: Any, folder: Path) -> Iterator[Opened]:
    opened = Opened(browser, folder / PLACE)
    yield opened
    assert opened.wrong == []
    assert [url for url in opened.asked if not url.startswith(("file:", "data:", "blob:"))] == []
    opened.context.close()


def rows(opened: Opened) -> Any:
    return opened.page.locator(".row[data-v]:visible")


def test_hostile_text_did_not_become_an_element(browser: Any, written: Path) -> None:
    opened = Opened(browser, written)
    assert re.findall(r"<script>\s*alert", opened.page.content()) == []
    assert opened.page.locator(".tools").is_visible(), "tools are hidden until the script has run, which the policy of the page allows"
    assert opened.wrong == []
    opened.context.close()


def test_search_finds_affordable_rental_housing(place: Opened) -> None:
    place.page.fill("#search", "保障性租赁住房")
    assert rows(place).count() >= 1
    assert "保障性租赁住房" in rows(place).first.text_content()


@pytest.mark.parametrize("name", [PLACE, PROVINCES])
def test_of_a_search_without_a_hit_one_sentence_and_a_way_back_are_left(browser: Any, folder: Path, name: str) -> None:
    opened = Opened(browser, folder / name)
    whole = opened.page.inner_text("main")
    opened.page.fill("#search", "没有这样的指标")
    assert (opened.page.inner_text("main").strip(), opened.page.inner_text("#found")) == ("", "没有匹配的目标")
    opened.page.click("#clear")
    assert (opened.page.inner_text("main"), opened.page.input_value("#search")) == (whole, "")
    opened.context.close()


def test_charts_and_links_go_with_what_they_show(place: Opened) -> None:
    """Charts of several years by their name, links from a bureau with the rows that they lead to."""
    place.page.fill("#search", "保障性租赁住房")
    heads = place.page.locator("h2:visible").all_inner_texts()
    assert (place.page.locator("figure:visible").count(), "历年情况" in heads, "资料来源" in heads) == (0, False, False)
    assert set(place.page.locator(".unit:visible .name").all_inner_texts()) == {"市住建局"}
    place.page.fill("#search", "固定资产投资")
    assert place.page.locator("figure:visible figcaption").all_inner_texts() == ["固定资产投资（增速）"]


def test_beside_a_heading_stands_how_many_of_its_rows_a_search_shows(place: Opened) -> None:
    heads = place.page.locator("h2:visible .count")
    before = heads.all_inner_texts()
    place.page.fill("#search", "保障性租赁住房")
    told = [re.fullmatch(r"(\d+)项中的(\d+)项", text) for text in heads.locator("visible=true").all_inner_texts()]
    assert sum(int(found[2]) for found in told if found) == rows(place).count()
    assert place.page.inner_text("#found") == f"{place.page.locator('.row[data-v]').count()}行中符合的有{rows(place).count()}行"
    assert not place.page.locator("#changes").is_visible(), "its lists are not searched, and its counts would be of all"
    place.page.fill("#search", "")
    assert heads.locator("visible=true").all_inner_texts() == [text for text in before if text]


def test_a_board_tells_how_many_of_its_places_fit(browser: Any, folder: Path) -> None:
    opened = Opened(browser, folder / PROVINCES)
    opened.page.click("#language")
    opened.page.fill("#search", "fujian")
    told = opened.page.locator(".board > summary .count").locator("visible=true").all_inner_texts()
    assert told
    assert all(re.fullmatch(r"1 of \d+", text) for text in told)
    opened.page.fill("#search", "nothing of the kind")
    assert not opened.page.locator("#others").is_visible()
    opened.context.close()


def test_on_paper_a_search_hides_nothing(place: Opened) -> None:
    whole = pdfium.PdfDocument(place.page.pdf())
    place.page.fill("#search", "保障性租赁住房")
    searched = pdfium.PdfDocument(place.page.pdf())
    assert len(searched) == len(whole)
    assert rows(place).count() < 10, "on the screen the search goes on"


def test_the_filter_works_by_keys_alone(place: Opened) -> None:
    place.page.focus("#search")
    for _ in range(2):
        place.page.keyboard.press("Tab")
    place.page.keyboard.press("Enter")  # opens the filters
    place.page.keyboard.press("Tab")
    assert place.page.evaluate("document.activeElement.id") == "filter-v"
    place.page.keyboard.press("ArrowDown")  # missed
    verdicts = {row.get_attribute("data-v") for row in rows(place).all()}
    assert verdicts == {"missed"}


def test_a_row_opens_by_a_key_and_shows_its_sentence_with_the_number_marked(place: Opened) -> None:
    row = place.page.locator(".row", has_text="地区生产总值（增速）").first
    row.locator("summary").focus()
    place.page.keyboard.press("Enter")
    assert row.locator("mark").first.is_visible()
    assert row.locator("mark").first.inner_text() == "6%"


def test_a_click_shows_both_quotes(place: Opened) -> None:
    row = place.page.locator(".row", has_text="集装箱海铁联运量").first
    row.locator("summary").click()
    assert row.locator("blockquote:visible").count() == 2
    assert row.locator("blockquote mark").first.inner_text() == "180万标箱"


def test_a_copied_link_leads_back_to_its_row(place: Opened) -> None:
    place.context.grant_permissions(["clipboard-read", "clipboard-write"])
    row = place.page.locator(".row", has_text="地区生产总值（增速）").first
    row.locator("summary").click()
    row.locator(".copy").click()
    key = row.get_attribute("id")
    assert place.page.url.endswith(f"#{key}")
    place.page.reload()
    assert place.page.evaluate("document.activeElement.closest('details').id") == key


@pytest.mark.parametrize("name", [PLACE, PROVINCES])
def test_the_switch_of_language_leaves_no_chinese_of_the_page_itself(browser: Any, folder: Path, name: str) -> None:
    opened = Opened(browser, folder / name)
    opened.page.click("#language")
    told = opened.page.locator("h2, .verdict, .legend, .kicker ~ h1, .tools, #method, thead, #found").all_inner_texts()
    words = ["未完成", "接近", "无法核对", "来源", "方法", "计划", "结果", "判定", "筛选", "预计", "个百分点"]
    assert [text for text in told for word in words if word in text] == []
    opened.page.click("#language")
    assert "来源" in " ".join(opened.page.locator("h2").all_inner_texts())
    assert opened.wrong == []
    opened.context.close()


@pytest.mark.parametrize("name", [PLACE, PROVINCES])
def test_figures_read_as_english_in_the_english_page(browser: Any, folder: Path, name: str) -> None:
    opened = Opened(browser, folder / name)
    opened.page.click("#language")
    figures = opened.page.locator(".cell, .fromto, .told, .pairs li, .spreads td.number, .small-multiples text").all_text_contents()
    assert [text for text in figures if re.search(r"\d+(\.\d+)?[万亿元人家个户亩]", text)] == []
    assert any("people" in text or "billion yuan" in text for text in figures)
    opened.context.close()


def test_all_rows_are_downloaded_with_their_quotes(place: Opened) -> None:
    place.page.click(".filters > summary")
    with place.page.expect_download() as waiting:
        place.page.click("#download")
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    assert text.splitlines()[0].startswith('"row","indicator"')
    assert "新引进大学生25万人" in text


@pytest.mark.parametrize("width", [390, 1366])
@pytest.mark.parametrize("name", [PLACE, PROVINCES])
def test_nothing_stands_beyond_the_edge(browser: Any, folder: Path, name: str, width: int) -> None:
    opened = Opened(browser, folder / name, width)
    assert opened.page.evaluate("document.documentElement.scrollWidth") == width
    cut = "held => held.filter(one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 2).map(one => one.textContent)"
    assert opened.page.locator(".row > summary > *, h1, h2, .scroll").evaluate_all(cut) == []
    opened.context.close()


def test_a_row_that_is_open_changes_its_language_with_the_page(place: Opened) -> None:
    row = rows(place).first
    row.locator("summary").click()
    place.page.locator("#language").click()
    assert row.locator(".copy").inner_text() == "Copy a link to this row"


@pytest.mark.parametrize("name", [PLACE, PROVINCES])
def test_axe_finds_no_serious_fault(browser: Any, folder: Path, name: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python: pip install mubiao[test]")
    context = browser.new_context(offline=True, viewport={"width": 1366, "height": 900}, bypass_csp=True)  # axe is run inside the page
    page = context.new_page()
    page.goto((folder / name).as_uri())
    page.evaluate("for (const held of [...document.querySelectorAll('details.row')].slice(0, 20)) held.open = true")
    found = axe.Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in SERIOUS] == []
    context.close()


def test_a_page_is_below_550_kilobytes(folder: Path) -> None:
    assert max((folder / name).stat().st_size for name in (PLACE, PROVINCES)) < 550_000


def test_verdicts_keep_their_fill_on_paper(browser: Any, folder: Path) -> None:
    opened = Opened(browser, folder / PROVINCES)
    opened.page.emulate_media(media="print")
    assert opened.page.locator(".heat td.cell-met").first.evaluate("cell => getComputedStyle(cell).printColorAdjust") == "exact"
    opened.context.close()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", ("能核对的", "各地各项指标的判定", "谁加码", "目标的分布和措辞")),
        ("en", ("places that can", "Verdicts by place", "Who asks for more", "Spread and wording")),
    ],
)
def test_two_sheets_of_paper_stand_before_the_annex(browser: Any, folder: Path, language: str, told: tuple[str, ...]) -> None:
    opened = Opened(browser, folder / PROVINCES)
    if language == "en":
        opened.page.click("#language")
    pages = pdfium.PdfDocument(opened.page.pdf(prefer_css_page_size=True, print_background=True))
    heads = [pages[number].get_textpage().get_text_bounded() for number in range(3)]
    assert [words for words, head in zip(told, (heads[0], heads[1], heads[1], heads[2]), strict=True) if words not in head] == []
    assert f"3 / {len(pages)}" in heads[2]
    opened.context.close()


@pytest.mark.parametrize("width", [390, 1366])
@pytest.mark.parametrize("name", [PLACE, PROVINCES])
def test_no_title_breaks_inside_a_word(browser: Any, folder: Path, name: str, width: int) -> None:
    opened = Opened(browser, folder / name, width)
    lines = """heads => heads.flatMap(head => {
        const words = document.createTreeWalker(head, NodeFilter.SHOW_TEXT), broken = [];
        while (words.nextNode()) for (const found of words.currentNode.textContent.matchAll(/未完成|生产总值|零售总额|消费价格|新增就业|完成/g)) {
            const range = document.createRange();
            range.setStart(words.currentNode, found.index);
            range.setEnd(words.currentNode, found.index + found[0].length);
            if (new Set([...range.getClientRects()].map(rect => rect.top)).size > 1) broken.push(head.textContent);
        }
        return broken; })"""
    assert opened.page.locator("h1, h2, h3, .heat thead th").evaluate_all(lines) == []
    opened.page.emulate_media(media="print")
    opened.page.set_viewport_size({"width": 688, "height": 1000})  # of a sheet of A4 without its margins
    assert opened.page.locator("h1, h2, h3, .heat thead th").evaluate_all(lines) == []
    opened.context.close()


@pytest.mark.parametrize("name", [PLACE, PROVINCES])
def test_what_is_read_aloud_changes_its_language_and_comes_back(browser: Any, folder: Path, name: str) -> None:
    opened = Opened(browser, folder / name)
    heads, title = opened.page.locator("h1, h2, th").all_inner_texts(), opened.page.title()
    opened.page.click("#language")
    told = opened.page.locator("[aria-label]").evaluate_all("held => held.map(one => one.getAttribute('aria-label'))")
    assert [text for text in told if re.search("计划|未完成|增速|谁加码|搜索", text)] == []
    assert "未完成" not in opened.page.title()
    opened.page.click("#language")
    assert (opened.page.locator("h1, h2, th").all_inner_texts(), opened.page.title()) == (heads, title)
    opened.context.close()
