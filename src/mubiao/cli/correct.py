"""mubiao correct: write a correction that survives rebuilds."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from mubiao.cli.output import data_option, review_option
from mubiao.errors import UsageError
from mubiao.read.own import REVIEW
from mubiao.tables.corrections import ADD, COLUMNS, DROP, FILE, NEEDED, SETTABLE, read_corrections, shown
from mubiao.warehouse import Warehouse


@click.command()
@click.argument("key", metavar="OBSERVATION_ID|DOC_ID")
@click.argument("settings", nargs=-1, metavar="[FIELD=VALUE…]")
@click.option("--drop", is_flag=True, help="The row is none: leave it out.")
@click.option(
    "--add", "span", nargs=2, type=click.IntRange(0), help="Add a row to the document DOC_ID, with the span of its number.", metavar="START END"
)
@click.option("--reason", required=True, help="Why, in a few words.")
@click.option("--who", required=True, help="Who corrects.")
@review_option
@data_option
def correct(
    key: str, settings: tuple[str, ...], drop: bool, span: tuple[int, int] | None, reason: str, who: str, review: Path | None, data: Path
) -> None:
    """Write a correction to corrections.csv in the review folder; mubiao build applies it, now and after every rebuild.

    What the row says now is written down as expected: where that changes, the build says so instead of correcting something else.

    \b
    Examples:
      mubiao correct 0a1b2c3d4e5f6071 value=5.5 --reason "misprint, see p. 3" --who Li
      mubiao correct 0a1b2c3d4e5f6071 --drop --reason "a figure of the province" --who Li
      mubiao correct 330200-ningbo-2025 --add 120 124 indicator=绿地 value=200 unit=公顷 stage=target year=2025 --reason missed --who Li
    """
    given = dict(_parted(setting) for setting in settings)
    if bool(given) == drop:
        raise UsageError("give FIELD=VALUE, or --drop")
    shared = {"reason": reason, "who": who, "when": date.today().isoformat()}
    with Warehouse(data) as warehouse:
        lines = _added(warehouse, key, given, span) if span else _changed(warehouse, key, given, drop)
    review = review or data.parent / REVIEW
    _write(review, [dict.fromkeys(COLUMNS, "") | line | shared for line in lines])
    click.echo(f"{len(lines)} corrections written -> {review / FILE}; mubiao build applies them", err=True)


def _parted(setting: str) -> tuple[str, str]:
    name, sign, value = setting.partition("=")
    if not sign or name not in SETTABLE:
        raise UsageError(f"{setting}: wants FIELD=VALUE with a field of {', '.join(SETTABLE)}")
    return name, value


def _changed(warehouse: Warehouse, key: str, given: dict[str, str], drop: bool) -> list[dict[str, str]]:
    found = warehouse.sql("select * from observations where observation_id = $key", key=key)
    rows = found.fetchall()
    if not rows:
        raise UsageError(f"no observation {key}; mubiao sql finds its id")
    now: dict[str, Any] = dict(zip(found.columns, rows[0], strict=True))
    about = {"doc_id": now["doc_id"], "observation_id": key}
    if drop:
        return [about | {"field": DROP, "expect": shown(now["value"])}]
    return [about | {"field": name, "value": value, "expect": shown(now[name])} for name, value in given.items()]


def _added(warehouse: Warehouse, key: str, given: dict[str, str], span: tuple[int, int]) -> list[dict[str, str]]:
    if missing := [name for name in NEEDED if name not in given]:
        raise UsageError(f"a row to add needs {missing[0]}=…")
    found = warehouse.sql("select text from documents where doc_id = $key", key=key).fetchall()
    if not found or found[0][0] is None:
        raise UsageError(f"no document {key}")
    value = json.dumps(given, ensure_ascii=False, sort_keys=True)
    place = {"char_start": str(span[0]), "char_end": str(span[1])}
    return [{"doc_id": key, "field": ADD, "value": value, "expect": found[0][0][slice(*span)]} | place]


def _write(review: Path, lines: list[dict[str, str]]) -> None:
    """Append lines; what would be no correction is not written."""
    path = review / FILE
    review.mkdir(parents=True, exist_ok=True)
    before = path.read_bytes() if path.exists() else None
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        if not before:
            writer.writeheader()
        writer.writerows(lines)
    try:
        read_corrections(review)
    except Exception:
        path.write_bytes(before) if before is not None else path.unlink()
        raise
