"""One self-contained HTML file for a place and year."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Callable
from functools import lru_cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import altair as alt
import jinja2
import pandas as pd
import vl_convert

import mubiao
from mubiao import charts
from mubiao.charts.frames import records
from mubiao.charts.pictures import VEGA_LITE, font_face
from mubiao.errors import UsageError
from mubiao.present.labels import codes, en, zh
from mubiao.report import sections
from mubiao.report.evidence import Evidence
from mubiao.report.gather import evidence
from mubiao.tables.schema import VERSION
from mubiao.warehouse import Warehouse, code_of

TEMPLATE = "page.html.j2"
OF_YEAR = "from {view} where jurisdiction_code = $code and {column} = $year"


def write_report(warehouse: Warehouse, jurisdiction: str, year: int, folder: Path | str) -> Path:
    """Write the report of a place and plan year: ``{code}-{year}.html``.

    The file needs no network; the same tables give the same bytes.

    Args:
        jurisdiction: code or name.
        year: plan year t; its results and the targets of t + 1 stand beside it.
        folder: made where it does not exist.

    Raises:
        PlaceError: no such place, or several of the name.
        WarehouseError: the tables hold nothing for it; says which places and years they hold.
    """
    frame = warehouse.compare(jurisdiction, year)
    code = code_of(jurisdiction)
    page = _page(warehouse, frame, code, year)
    path = Path(folder) / f"{code}-{year}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    beside.write_text(render(page), encoding="utf-8", newline="\n")
    os.replace(beside, path)
    return path


def render(page: dict[str, Any]) -> str:
    """The page with its styles, scripts and the characters of the font that it needs.

    Args:
        page: what page.html.j2 shows.
    """
    script = _script()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    template = _environment().get_template(TEMPLATE)
    style = _file("page.css")
    bare = template.render(page, style=style, script=script, digest=digest)
    return template.render(page, style=font_face(bare) + style, script=script, digest=digest)


def _page(warehouse: Warehouse, frame: pd.DataFrame, code: str, year: int) -> dict[str, Any]:
    known = evidence(warehouse, frame, code, year)
    moved = _of_year(warehouse, "target_changes", "plan_year", code, year)
    summary = warehouse.sql(sections.SUMMARY, code=code, year=year).df()
    led = {when: _of_year(warehouse, "responsibilities", "year", code, when) for when in (year, year + 1)}
    return {
        "code": code,
        "year": year,
        "place": str(frame["jurisdiction"].iloc[0]),
        "full_name": warehouse.sql("select full_name from jurisdictions where jurisdiction_code = $code", code=code).fetchall()[0][0],
        "sources": [source for source in known.sources.values() if source.figures or source.asked],
        "by_id": known.sources,
        "coverage": records(warehouse.sql(sections.COVERAGE, code=code, year=year).df()),
        "summary": records(summary)[0],
        "unknown": records(warehouse.sql(sections.UNKNOWN, code=code, year=year).df()),
        "headlines": sections.headline_lines(frame, known),
        "themes": _themes(frame, known),
        "changes": sections.changes(moved, frame, known),
        "duties": {when: records(rows) for when, rows in led.items()},
        "conflicts": sections.conflicts(warehouse, known, code, year),
        "rules": records(warehouse.sql("from attainment_rules order by comparator, direction").df()),
        "charts": _charts(frame, known, moved, led, _of_year(warehouse, "attainment_summary", "plan_year", code, year)),
        "versions": {"mubiao": mubiao.__version__, "tables": VERSION},
    }


def _of_year(warehouse: Warehouse, view: str, column: str, code: str, year: int) -> pd.DataFrame:
    rows: pd.DataFrame = warehouse.sql(OF_YEAR.format(view=view, column=column), code=code, year=year).df()
    return rows


def _themes(frame: pd.DataFrame, known: Evidence) -> dict[str, dict[str, Any]]:
    named, worded = (sections.theme_lines(frame, known, wording) for wording in (False, True))
    return {theme: {"lines": named.get(theme, []), "worded": worded.get(theme, [])} for theme in codes("theme") if theme in named or theme in worded}


def _charts(
    frame: pd.DataFrame, known: Evidence, moved: pd.DataFrame, led: dict[int, pd.DataFrame], verdicts: pd.DataFrame
) -> dict[str, dict[str, Any]]:
    """Specifications of the charts for which there is something to draw, by the name of their place in the page."""
    titles = {doc_id: f"{source.title} {source.published}".strip() for doc_id, source in known.sources.items()}
    titled = frame.assign(**{f"{side}_doc_id": frame[f"{side}_doc_id"].map(titles) for side in ("plan", "result", "next")})
    wanted: dict[str, Callable[[], alt.VConcatChart | alt.LayerChart]] = {
        "verdicts": partial(charts.attainment, verdicts),
        "changes": partial(charts.target_changes, moved),
        **{f"duties-{when}": partial(charts.responsibilities, rows) for when, rows in led.items()},
        **{f"theme-{theme}": partial(charts.plan_result_next, titled, theme) for theme in codes("theme")},
    }
    drawn = {}
    for name, draw in wanted.items():
        try:
            drawn[name] = draw().to_dict(validate=False)  # the tests validate every kind
        except UsageError:
            continue  # nothing to draw there: the tables say what is known
    return drawn


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader(__package__, "."), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    environment.globals.update(zh=zh, en=en)
    return environment


@lru_cache(maxsize=1)
def _script() -> str:
    """Vega and what draws the charts, in one block of which the page's policy names the digest: no other script runs."""
    bundle: str = vl_convert.javascript_bundle(_file("page.js"), VEGA_LITE)
    return bundle.replace("</script", "<\\/script")


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
