"""A tiny warehouse from two reports, one of them hostile, and its page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import mubiao
from mubiao.report import write_report
from mubiao.warehouse import Warehouse

HOSTILE = "“</script><script>alert(1)</script><!--”"
PLAN = f"""宁波市政府工作报告（2024）

一、2023年工作回顾

过去一年，全市经济稳步增长。

二、2024年主要目标

地区生产总值增长6%左右，城镇新增就业20万人。
新增绿地200公顷，高新技术企业新增1500家。
建设{HOSTILE}驿站20个。
"""
REVIEW = f"""宁波市政府工作报告（2025）

一、2024年工作回顾

预计地区生产总值增长5.8%。城镇新增就业26万人，新增绿地210公顷。高新技术企业累计8800家。

二、2025年主要目标

地区生产总值增长5.5%以上，城镇新增就业22万人。
新增绿地220公顷。
建设{HOSTILE}驿站30个。
"""
SOURCES = """
[[document]]
file = "plan.txt"
title = "<script>alert(2)</script>报告"
published = "2024-01-10"
doc_type = "work_report"
jurisdiction_code = "330200"
year = 2024

[[document]]
file = "review.txt"
title = "宁波市政府工作报告（2025）"
published = "2025-01-10"
doc_type = "work_report"
jurisdiction_code = "330200"
year = 2025
url = "https://www.ningbo.gov.cn/2025"
"""


@dataclass
class Page(HTMLParser):
    """What a test asks of a page: its text, the text of some elements, its rows, links, and scripts by their kind."""

    text: str = ""
    title: str = ""
    quotes: set[str] = field(default_factory=set)
    summaries: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    scripts: dict[str, list[str]] = field(default_factory=dict)
    languages: list[str] = field(default_factory=list)
    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    english: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.held = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element refers to."""
        told = dict(attrs)
        if "data-v" in told:
            self.rows[told["id"] or ""] = {name: value or "" for name, value in told.items()}
        if "data-en" in told:
            self.english.append(told["data-en"] or "")
        if tag == "a":
            self.links.append(told.get("href") or "")
        else:
            self.loaded += [told[name] or "" for name in ("src", "href", "srcset", "data") if name in told]
        if tag == "html":
            self.languages.append(told.get("lang") or "")
        if tag in ("script", "style", "blockquote", "summary", "h1"):
            self.open.append((tag, told.get("type") or "text/javascript"))
            self.held = ""

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.held += data
        if not self.open or self.open[-1][0] not in ("script", "style"):
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        """Put the text where it belongs."""
        if self.open and self.open[-1][0] == tag:
            _, kind = self.open.pop()
            if tag == "script":
                self.scripts.setdefault(kind, []).append(self.held)
            elif tag == "blockquote":
                self.quotes.add(self.held)
            elif tag == "h1":
                self.title = self.held
            elif tag == "summary":
                self.summaries.append(self.held)


def parsed(html: str) -> Page:
    """A page as the tests ask it."""
    page = Page()
    page.feed(html)
    return page


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the two reports."""
    folder = tmp_path_factory.mktemp("tiny")
    raw = folder / "raw"
    raw.mkdir()
    for name, text in (("plan.txt", PLAN), ("review.txt", REVIEW), ("sources.toml", SOURCES)):
        (raw / name).write_text(text, encoding="utf-8")
    report = mubiao.build(raw, folder / "parquet")
    assert report.bad == []
    return folder / "parquet"


@pytest.fixture
def copied(tables: Path, tmp_path: Path) -> Path:
    """The tables for a command of the same process: DuckDB has a file open only once, with one configuration."""
    return Path(shutil.copytree(tables, tmp_path / "copied"))


@pytest.fixture(scope="session")
def warehouse(tables: Path) -> Warehouse:
    """The same, opened."""
    return mubiao.open(tables)


@pytest.fixture(scope="session")
def written(warehouse: Warehouse, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of 2024."""
    return write_report(warehouse, "宁波市", 2024, tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="session")
def page(written: Path) -> Page:
    """The report of 2024, parsed."""
    return parsed(written.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The machine's Chromium without a network, started once; none is downloaded."""
    sync = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install mubiao[test]")
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("needs Chromium, which is not installed here")
    with sync.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=found, args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"])
        yield opened
        opened.close()
