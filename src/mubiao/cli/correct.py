"""mubiao correct: write a correction that survives rebuilds."""

from __future__ import annotations

import csv
import json
import os
from dataclasses import fields
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import click

from mubiao.cli.output import counted, data_option, review_option
from mubiao.errors import SourceError, UsageError
from mubiao.model import Document, Facts, Folded
from mubiao.read.own import rows_of, text_of
from mubiao.rows import Observation
from mubiao.tables.corrected import LOOK_AGAIN, corrected
from mubiao.tables.corrections import ADD, COLUMNS, DROP, FILE, SAID, checked, read_corrections, together
from mubiao.tables.people import remembered
from mubiao.tables.settable import NEEDED, SETTABLE, shown
from mubiao.warehouse import Warehouse

AROUND = 20  # characters on both sides of a row to add, by which it is found again
HERE = "correction"  # where a line stands that is not written yet


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
    given = dict(_column_and_value(setting) for setting in settings)
    if bool(given) == drop:
        raise UsageError("give FIELD=VALUE, or --drop")
    shared = {"reason": reason, "who": who, "when": date.today().isoformat()}
    with Warehouse(data) as warehouse:
        found = _added(warehouse, key, given, span) if span else _changed(warehouse, key, given, drop)
        lines = [dict.fromkeys((*COLUMNS, *SAID), "") | line | shared for line in found]
        _check(warehouse, lines)
    folder = review or remembered(data)
    _write(folder, lines)
    reads = "mubiao build --review with this folder" if review else "the next build of these documents"
    click.echo(f"{counted(len(lines), 'correction')} written -> {folder / FILE}; {reads} applies {'it' if len(lines) == 1 else 'them'}", err=True)


def _column_and_value(setting: str) -> tuple[str, str]:
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
    about = {name: shown(now[name]) for name in SAID}
    about |= {"doc_id": now["doc_id"], "observation_id": key, "char_start": str(now["char_start"]), "char_end": str(now["char_end"])}
    if now["source_kind"] != "document":
        raise UsageError(f"{key} is a published figure; correct it in its file of figures")
    if drop:
        return [about | {"field": DROP, "expect": shown(now["value"])}]
    return [about | {"field": name, "value": value, "expect": shown(now[name])} for name, value in given.items()]


def _added(warehouse: Warehouse, key: str, given: dict[str, str], span: tuple[int, int]) -> list[dict[str, str]]:
    if missing := [name for name in NEEDED if name not in given]:
        raise UsageError(f"a row to add needs {missing[0]}=…")
    found = warehouse.sql("select text from documents where doc_id = $key", key=key).fetchall()
    if not found or found[0][0] is None:
        raise UsageError(f"no document {key}")
    text = found[0][0]
    if span[1] > len(text):
        raise UsageError(f"the document ends before {span[1]}")
    value = json.dumps(given, ensure_ascii=False, sort_keys=True)
    around = text[: span[0]].rpartition("\n")[2][-AROUND:] + text[slice(*span)] + text[span[1] :].partition("\n")[0][:AROUND]
    place = {"char_start": str(span[0]), "char_end": str(span[1]), "quote": around}
    return [{"doc_id": key, "field": ADD, "value": value, "expect": text[slice(*span)]} | place]


def _check(warehouse: Warehouse, lines: list[dict[str, str]]) -> None:
    """Refuse what a build would not apply.

    Raises:
        UsageError: a value is none of its column, or the row or the text of the document is not so that it could be applied.
    """
    try:
        corrections = [checked(line, HERE) for line in lines]
    except SourceError as error:
        raise UsageError(str(error).removeprefix(f"{HERE}, ")) from error
    doc_id = corrections[0].doc_id
    found = warehouse.sql("select text, jurisdiction_code, doc_type from documents where doc_id = $key", key=doc_id).fetchall()
    ((text, code, doc_type),) = found
    names = [field.name for field in fields(Observation) if field.init]
    query = f"select {', '.join(names)} from observations where doc_id = $key"
    rows = [Observation(**dict(zip(names, row, strict=True))) for row in warehouse.sql(query, key=doc_id).fetchall()]
    document = Document(doc_id, "", text, Folded(text), "", "", Facts(jurisdiction_code=code, doc_type=doc_type))
    if lost := corrected(document, rows, corrections).lost:
        raise UsageError(lost[0].removeprefix(f"{HERE}: ").removesuffix(f"; {LOOK_AGAIN}"))


def _write(review: Path, lines: list[dict[str, str]]) -> None:
    """Write lines behind those that are there, in the columns of their file.

    Raises:
        SourceError: what is there is wrong, or says otherwise.
    """
    path = review / FILE
    together([*read_corrections(review), *(checked(line, HERE) for line in lines)])
    before = text_of(path) if path.exists() else ""
    head = rows_of(before, str(path), COLUMNS, SAID).fieldnames if before.strip() else None
    written = StringIO()
    writer = csv.DictWriter(written, head or (*COLUMNS, *SAID), extrasaction="ignore", lineterminator="\n")  # older files lack what rows said
    if not head:
        writer.writeheader()
    writer.writerows(lines)
    review.mkdir(parents=True, exist_ok=True)
    end = "\n" if before.strip() and not before.endswith("\n") else ""
    beside = path.with_name(f".{FILE}.part")
    beside.write_text(before + end + written.getvalue() if head else written.getvalue(), encoding="utf-8", newline="")
    os.replace(beside, path)
