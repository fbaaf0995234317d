"""Pages as files: one self-contained HTML file each."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import jinja2

import mubiao
from mubiao.charts.pictures import font_face
from mubiao.present.visible import visible_cell
from mubiao.report.lean import cited_once, lean, translated_once
from mubiao.report.national import NationalPage, national_page
from mubiao.report.place import PlacePage, place_page
from mubiao.report.words import label, listed, say, sentences, two
from mubiao.tables.schema import VERSION
from mubiao.warehouse import Warehouse

TEMPLATES = "templates"
PAGES = (".html", ".htm")


def write_report(warehouse: Warehouse, jurisdiction: str, year: int, out: Path | str) -> Path:
    """Write the page of a place and plan year: ``{code}-{year}.html``.

    The file needs no network; the same tables give the same bytes.

    Args:
        jurisdiction: code or name.
        year: plan year t; its results and the targets of t + 1 stand beside it.
        out: a folder, made where it does not exist, or the name of the file, which ends in .html.

    Raises:
        PlaceError: no such place, or several of the name.
        WarehouseError: the tables hold nothing for it; says which places and years they hold.
    """
    page = place_page(warehouse, jurisdiction, year)
    return put(_file_in(Path(out), f"{page.code}-{year}.html"), render("place.html.j2", page))


def write_national(warehouse: Warehouse, year: int, out: Path | str, level: str = "province", places: Sequence[str] = ()) -> Path:
    """Write the page of many places: ``{level}-{year}.html``, or ``places-{year}.html`` for places that are named.

    Args:
        out: a folder, made where it does not exist, or the name of the file, which ends in .html.
        level: province, prefecture or county.
        places: codes or names, instead of a level.

    Raises:
        PlaceError: no such place, or several of the name.
        UsageError: no such level.
        WarehouseError: fewer than three of the places have targets for the year.
    """
    page = national_page(warehouse, year, level, places)
    return put(_file_in(Path(out), f"{page.level}-{year}.html"), render("national.html.j2", page))


def _file_in(out: Path, name: str) -> Path:
    """The file that is named, or one of this name in the folder that is."""
    return out if out.suffix.lower() in PAGES and not out.is_dir() else out / name


def put(path: Path, html: str) -> Path:
    """Write a page whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    beside.write_text(html, encoding="utf-8", newline="\n")
    os.replace(beside, path)
    return path


def render(template: str, page: PlacePage | NationalPage) -> str:
    """A page with its style, its script and the characters of the font that it needs.

    Args:
        page: what the template shows.
    """
    script, style = lean(_file("page.js")), lean(_file("page.css"))
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    versions = {"mubiao": mubiao.__version__, "tables": VERSION}
    html = cited_once(translated_once(lean(_environment().get_template(template).render(vars(page), digest=digest, versions=versions))))
    # Put in last: nothing above may change a character of what the policy allows by its digest.
    html = html.replace("<style></style>", f"<style>{font_face(html + script)}{style}</style>")
    return html.replace("<script></script>", f"<script>{script}</script>")


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader(__package__, TEMPLATES),
        autoescape=True,
        finalize=visible_cell,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(say=say, label=label, listed=listed, sentences=sentences, two=two)
    return environment


def _file(name: str) -> str:
    return files(__package__).joinpath(TEMPLATES, name).read_text(encoding="utf-8")
