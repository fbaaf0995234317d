"""Charts as PNG, SVG and PDF files, with the Chinese font that ships as a package."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import altair as alt
import pylopdf_fonts_zh_cn
import vl_convert
from fontTools import subset

from mubiao.charts.theme import FONT
from mubiao.errors import UsageError

SUFFIXES = (".png", ".svg", ".pdf")
VEGA_LITE = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])  # whose charts Altair writes
NOT_NEEDED = [
    "BASE",
    "DSIG",
    "GPOS",
    "GSUB",
    "VORG",
    "vhea",
    "vmtx",
]  # tables of a font for lines that run down a page, and for features that are left out
SCALE = 2  # pixels of a PNG for each of the chart's


def save(chart: alt.TopLevelMixin, path: str | Path) -> Path:
    """Write a chart to a file; its suffix says what kind: .png, .svg or .pdf.

    Args:
        chart: any chart of Altair; those of this package bring their font with them.
        path: PNG at twice the size, SVG with the characters of the font that it needs, or PDF.

    Returns:
        The path.

    Raises:
        UsageError: another suffix.
    """
    path = Path(path)
    _register_font()
    spec = chart.to_dict()
    if path.suffix == ".png":
        content = vl_convert.vegalite_to_png(spec, VEGA_LITE, scale=SCALE)
    elif path.suffix == ".svg":
        content = _with_font(vl_convert.vegalite_to_svg(spec, VEGA_LITE)).encode()
    elif path.suffix == ".pdf":
        content = vl_convert.vegalite_to_pdf(spec, VEGA_LITE)
    else:
        raise UsageError(f"{path}: pictures are written as {', '.join(SUFFIXES)}")
    path.write_bytes(content)
    return path


@lru_cache(maxsize=1)
def _register_font() -> None:
    vl_convert.register_font_directory(str(pylopdf_fonts_zh_cn.sans_path().parent))


def font_face(characters: Iterable[str]) -> str:
    """CSS that brings the Chinese font along, as WOFF2 that holds these characters only."""
    encoded = base64.b64encode(_subset("".join(sorted(set(characters))))).decode()
    return f"@font-face{{font-family:'{FONT}';src:url(data:font/woff2;base64,{encoded}) format('woff2')}}"


@lru_cache(maxsize=16)
def _subset(characters: str) -> bytes:
    options: Any = subset.Options(flavor="woff2", layout_features=[], hinting=False, notdef_outline=True, desubroutinize=True)
    options.drop_tables += NOT_NEEDED
    font = subset.load_font(str(pylopdf_fonts_zh_cn.sans_path()), options)
    chosen = subset.Subsetter(options)
    chosen.populate(text=characters)
    chosen.subset(font)
    buffer = io.BytesIO()
    subset.save_font(font, buffer, options)
    return buffer.getvalue()


def _with_font(svg: str) -> str:
    """An SVG that shows Chinese where no Chinese font is installed."""
    head, end, rest = svg.partition(">")
    return f"{head}{end}<style>{font_face(svg)}</style>{rest}"
