"""Mappings that a person confirmed: checked, kept from build to build, and applied to rows that have no indicator."""

from __future__ import annotations

from pathlib import Path

import pytest

from mubiao.errors import SourceError
from mubiao.tables.decisions import Decision, apply_decisions, read_decisions
from mubiao.tables.schema import schema, to_arrow

HEAD = "indicator_key,decision,who,when,why\n"
FOOTPATHS = HEAD + "甬漫廊道,greenways,李雷,2026-01-31,与绿道口径一致\n"


def write(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "unmapped.csv").write_text(text, encoding="utf-8")
    return folder


def decided(decision: str) -> dict[str, Decision]:
    return {"甬漫廊道": Decision("甬漫廊道", decision, "李雷", "2026-01-31", "与绿道口径一致")}


@pytest.fixture
def footpath(row):
    """100 kilometres of 甬漫廊道, which no alias knows; with some fields changed."""
    return lambda **changes: row(
        **{
            "indicator_id": None, "indicator": "甬漫廊道", "indicator_key": "甬漫廊道", "measure": "amount", "value": 100.0, "unit": "公里",
            "rules": ["noun_first"], **changes,
        }
    )  # fmt: skip


def test_a_folder_without_decisions_has_none(tmp_path: Path):
    assert read_decisions(tmp_path) == {}


def test_a_decision_says_who_when_and_why(tmp_path: Path):
    assert read_decisions(write(tmp_path, FOOTPATHS)) == decided("greenways")


def test_a_person_may_decide_that_no_indicator_fits(tmp_path: Path):
    assert read_decisions(write(tmp_path, FOOTPATHS.replace("greenways", "-"))) == decided("-")


def test_rows_without_a_decision_wait(tmp_path: Path):
    assert read_decisions(write(tmp_path, HEAD + "甬漫廊道,,,,\n登山步道\n")) == {}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "甬漫廊道,trees,李雷,2026-01-31,x",
            "decision: no indicator has the id trees; write an id of the table indicators, or - where none fits",
        ),
        ("甬漫廊道,greenways,,2026-01-31,x", "who: is empty"),
        ("甬漫廊道,greenways,李雷,2026-01-31,", "why: is empty"),
        ("甬漫廊道,greenways", "who: is empty"),
        ("甬漫廊道,greenways,李雷,31.1.2026,x", "when: 31.1.2026 is no date like 2026-01-31"),
        ("甬漫廊道,greenways,李雷,,x", "when: empty is no date like 2026-01-31"),
    ],
    ids=["unknown_indicator", "nobody", "no_reason", "short_row", "no_date", "date_missing"],
)
def test_a_wrong_decision_is_told_with_its_line(tmp_path: Path, line: str, message: str):
    with pytest.raises(SourceError) as error:
        read_decisions(write(tmp_path, HEAD + line + "\n"))
    assert error.value.lines[0] == f"{tmp_path / 'unmapped.csv'}, line 2, {message}"


@pytest.mark.parametrize("column", ["indicator_key", "decision", "who", "when", "why"])
def test_a_missing_column_is_told(tmp_path: Path, column: str):
    head = ",".join(name for name in HEAD.strip().split(",") if name != column)
    with pytest.raises(SourceError, match=rf"unmapped\.csv, line 1: the column {column} is missing; mubiao check --unmapped writes the file anew$"):
        read_decisions(write(tmp_path, head + "\n"))


def test_another_encoding_is_told(tmp_path: Path):
    (tmp_path / "unmapped.csv").write_bytes(FOOTPATHS.encode("gb18030"))
    with pytest.raises(SourceError, match=r"unmapped\.csv: cannot be read as UTF-8$"):
        read_decisions(tmp_path)


def applied(rows, decision: str) -> list[tuple[str | None, list[str]]]:
    table = apply_decisions(to_arrow("observations", rows), decided(decision))
    return list(zip(table.column("indicator_id").to_pylist(), table.column("rules").to_pylist(), strict=True))


def test_a_decided_phrase_gets_its_indicator_and_says_so(footpath):
    assert applied([footpath()], "greenways") == [("greenways", ["noun_first", "reviewed"])]


def test_other_phrases_stay_as_they_are(footpath):
    assert applied([footpath(indicator_key="登山步道")], "greenways") == [(None, ["noun_first"])]


def test_a_row_that_has_an_indicator_keeps_it(footpath):
    assert applied([footpath(indicator_id="pocket_parks")], "greenways") == [("pocket_parks", ["noun_first"])]


def test_a_phrase_that_is_counted_in_another_unit_means_something_else(footpath):
    assert applied([footpath(unit="公顷")], "greenways") == [(None, ["noun_first"])]


def test_the_decision_that_none_fits_leaves_the_row_without(footpath):
    assert applied([footpath()], "-") == [(None, ["noun_first"])]


def test_the_schema_stays_the_same(footpath):
    table = apply_decisions(to_arrow("observations", [footpath()]), decided("greenways"))
    assert table.schema.equals(schema("observations"), check_metadata=True)


@pytest.mark.usefixtures("without_views")
def test_a_build_applies_the_decisions_beside_the_raw_folder(build):
    report = {"raw/宁波市2025.txt": "二、2025年主要任务\n新增甬漫廊道100公里。"}
    query = "select indicator, indicator_id from observations"
    assert build(report).sql(query).fetchall() == [("甬漫廊道", None)]
    assert build({"review/unmapped.csv": FOOTPATHS}).sql(query).fetchall() == [("甬漫廊道", "greenways")]


def test_two_decisions_on_one_phrase_are_told(tmp_path: Path):
    with pytest.raises(SourceError):
        read_decisions(write(tmp_path, FOOTPATHS + "甬漫廊道,green_space,韩梅梅,2026-02-01,x\n"))
