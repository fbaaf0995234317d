"""The page in a real browser, without a network; the fixture skips where there is none."""

from __future__ import annotations

import re

from .conftest import Page

SVG = re.compile(r'<svg [^>]*class="marks"')


def test_every_chart_is_drawn(rendered: tuple[str, str], page: Page) -> None:
    assert len(SVG.findall(rendered[0])) == len(page.charts) > 3


def test_charts_hold_their_chinese_text(rendered: tuple[str, str]) -> None:
    assert re.search(r"<(text|tspan)[^>]*>◆ 2024计划</", rendered[0])


def test_nothing_goes_wrong(rendered: tuple[str, str]) -> None:
    assert [entry for entry in rendered[1].splitlines() if "CONSOLE" in entry] == []


def test_hostile_text_did_not_become_an_element(rendered: tuple[str, str]) -> None:
    assert re.findall(r"<script>\s*alert", rendered[0]) == []
