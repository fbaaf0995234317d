"""Charts as files: the right kind, not blank, Chinese as Chinese."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import altair as alt
import pandas as pd
import pytest

from mubiao import charts
from mubiao.charts.pictures import font_face
from mubiao.errors import UsageError

from .frames import drawn, line, table

AT_THE_EDGE = table(line("绿地", "amount", "公顷", (200.0, 4000.0, None), plan_value_high=240.0))
GALLERY: dict[str, Callable[[], alt.TopLevelMixin]] = {
    **{name: partial(drawn, name) for name in charts.CHARTS},
    "a range at the edge": partial(charts.plan_result_next, AT_THE_EDGE),
    "nothing to draw": partial(charts.plan_result_next, AT_THE_EDGE.head(0)),
}


@pytest.fixture(scope="module", params=list(GALLERY))
def chart(request: pytest.FixtureRequest) -> alt.TopLevelMixin:
    """Drawn once for all that is asked of it."""
    return GALLERY[request.param]()


def label(text: str) -> alt.Chart:
    """A chart that is nothing but a text."""
    return charts.theme.themed(alt.Chart(pd.DataFrame({"text": [text]})).mark_text(fontSize=40).encode(text="text:N"), text)


def pixels(png: bytes) -> set[int]:
    """The different bytes in the image data of a PNG."""
    data, place = b"", 8
    while place < len(png):
        length, kind = int.from_bytes(png[place : place + 4], "big"), png[place + 4 : place + 8]
        data += png[place + 8 : place + 8 + length] if kind == b"IDAT" else b""
        place += length + 12
    return set(zlib.decompress(data))


def test_every_chart_is_a_png_that_is_not_blank(chart: alt.TopLevelMixin, tmp_path: Path) -> None:
    png = charts.save(chart, tmp_path / "chart.png").read_bytes()
    assert (png[:8], len(pixels(png)) > 16) == (b"\x89PNG\r\n\x1a\n", True)


def test_every_chart_is_set_in_the_packaged_font(chart: alt.TopLevelMixin) -> None:
    assert "Noto Sans SC" in chart.to_dict()["config"]["font"]


def test_nothing_of_the_machine_is_drawn(chart: alt.TopLevelMixin, tmp_path: Path) -> None:
    svg = charts.save(chart, tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert re.findall(r"(?<![\w-])(?:null|None|nan|NaN|undefined)(?![\w-])", "".join(re.findall(r">([^<]*)</text>", svg))) == []


def test_the_theme_is_not_registered_for_other_charts() -> None:
    plain = alt.Chart(pd.DataFrame({"x": [1]})).mark_point().encode(x="x:Q").to_dict()
    assert "Noto Sans SC" not in str(plain["config"])


def test_different_characters_give_different_pictures_so_none_is_a_box(tmp_path: Path) -> None:
    first, second = (charts.save(label(text), tmp_path / f"{number}.png").read_bytes() for number, text in enumerate("鄞慈"))
    assert first != second


def test_an_svg_brings_its_characters_along(tmp_path: Path) -> None:
    svg = charts.save(label("鄞州"), tmp_path / "chart.svg").read_text()
    assert ("@font-face{font-family:'Noto Sans SC'" in svg, "鄞州" in svg) == (True, True)


def test_a_pdf_is_a_pdf(tmp_path: Path) -> None:
    assert charts.save(label("鄞州"), tmp_path / "chart.pdf").read_bytes().startswith(b"%PDF-")


def test_a_font_holds_only_the_characters_that_are_asked_for() -> None:
    assert len(font_face("鄞州")) < len(font_face("鄞州区慈溪市宁波市余姚市")) < 20_000


@pytest.mark.parametrize("name", ["chart.jpg", "chart", "chart.PNG.zip"])
def test_other_kinds_of_files_are_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.png, \.svg, \.pdf"):
        charts.save(label("鄞州"), tmp_path / name)
