"""Take the pictures of the documentation anew, from the tables of data/raw: python docs/pictures.py

Needs Chromium and mubiao[browser]; other fonts and browsers give other bytes, so no test compares them.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

import mubiao
from mubiao import charts
from mubiao.report import write_national, write_report

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
DESKTOP, PHONE = {"width": 1100, "height": 800}, {"width": 390, "height": 844}


def main() -> None:
    """Write the five pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        mubiao.build(ROOT / "data" / "raw", Path(folder) / "parquet")
        with mubiao.open(Path(folder) / "parquet") as opened:
            place = write_report(opened, "宁波市", 2024, folder)
            provinces = write_national(opened, 2025, folder)
            asked = "from plan_result_next where plan_year = 2024 and jurisdiction = '宁波市' and attainment in ('met', 'near', 'missed')"
            charts.save(charts.plan_result_next(opened.sql(asked).df()), PICTURES / "chart-plan-result-next.png")
        browser = started.chromium.launch(executable_path=shutil.which("chromium") or shutil.which("google-chrome"))
        _screen(browser, place, DESKTOP, "place-page.png")
        _screen(browser, place, PHONE, "place-page-phone.png")
        _screen(browser, provinces, DESKTOP, "provinces-page.png")
        _screen(browser, provinces, DESKTOP, "provinces-heat.png", "section[aria-labelledby=heat]")
        browser.close()


def _screen(browser: Any, path: Path, size: dict[str, int], name: str, part: str = "") -> None:
    """The first screen of a page, or a part of it."""
    page = browser.new_page(viewport=size)
    page.goto(path.as_uri())
    (page.locator(part) if part else page).screenshot(path=PICTURES / name)
    page.close()


if __name__ == "__main__":
    main()
