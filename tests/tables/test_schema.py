"""The schemas of the tables, and the checks that every row passes before it is stored."""

from __future__ import annotations

from dataclasses import fields

import pyarrow as pa
import pytest

from mubiao.errors import WarehouseError
from mubiao.rows import TABLES, Refusal, TaskRow, UnitRow
from mubiao.tables.schema import TYPES, VERSION, check_observations, gives_back, schema, to_arrow

TEXT = "地区生产总值增长6%左右。"
TASK = TaskRow(
    task_id="t", doc_id="d", jurisdiction_code="330200", year=2025, kind="task", part="plan", text="x", char_start=0, char_end=2**40,
)  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_every_column_has_a_type_and_a_meaning(table: str):
    undocumented = [field.name for field in fields(TABLES[table]) if not field.metadata.get("doc") or field.metadata.get("type") not in TYPES]
    assert undocumented == []


@pytest.mark.parametrize("table", TABLES)
def test_the_meaning_of_a_column_travels_with_the_table(table: str):
    assert [field.name for field in schema(table) if not field.metadata[b"doc"]] == []


@pytest.mark.parametrize(
    ("column", "kind", "nullable"),
    [
        ("observation_id", pa.string(), False),
        ("year", pa.int16(), False),
        ("indicator_id", pa.string(), True),
        ("value", pa.float64(), True),
        ("cumulative", pa.bool_(), False),
        ("lead_units", pa.list_(pa.string()), False),
        ("char_start", pa.int32(), False),
        ("confidence", pa.float32(), False),
    ],
)
def test_the_types_that_other_programs_rely_on(column: str, kind: pa.DataType, nullable: bool):
    field = schema("observations").field(column)
    assert (field.type, field.nullable) == (kind, nullable)


def test_a_schema_names_its_table_and_version():
    assert schema("tasks").metadata == {b"mubiao.table": b"tasks", b"mubiao.version": VERSION.encode()}


def test_rows_become_a_table(row):
    table = to_arrow("observations", [row(), row(observation_id="fedcba9876543210", value=7.0)])
    assert table.column("value").to_pylist() == [6.0, 7.0]
    assert table.schema.equals(schema("observations"), check_metadata=True)


def test_no_rows_are_an_empty_table_with_all_columns():
    assert (to_arrow("units", []).num_rows, to_arrow("units", []).column_names) == (0, ["unit", "dimension", "factor", "counts", "classifier"])


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"value": "six"}, "value"),
        ({"year": 99_999}, "year"),
        ({"year": "2025"}, "year"),
        ({"lead_units": 5}, "lead_units"),
        ({"indicator": None}, "indicator"),
        ({"sign": 1000}, "sign"),
    ],
    ids=["text_for_a_number", "year_too_large", "year_as_text", "number_for_a_list", "empty", "sign_too_large"],
)
def test_a_row_that_does_not_fit_names_table_and_column(row, changes: dict[str, object], column: str):
    with pytest.raises(WarehouseError, match=rf"^observations\.{column}: "):
        to_arrow("observations", [row(**changes)])


@pytest.mark.parametrize(
    ("table", "wrong", "where"),
    [
        ("units", UnitRow("亩", "area", "much", False, False), "units.factor"),
        ("refusals", Refusal("report", None, 0, 5, None, "date", "2024年"), "refusals.text"),
        ("tasks", TASK, "tasks.char_end"),
    ],
    ids=["units", "refusals", "tasks"],
)
def test_rows_of_other_tables_are_checked_too(table: str, wrong: object, where: str):
    with pytest.raises(WarehouseError, match=f"^{where}: "):
        to_arrow(table, [wrong])


def test_a_good_row_passes(row):
    check_observations([row()], {"report": TEXT})


def test_a_relative_target_has_no_value(row):
    check_observations([row(measure="relative", value=None)], {"report": TEXT})


def test_a_published_figure_needs_no_text(row):
    check_observations([row(doc_id="figures:1", source_kind="statistics", value=5.4)], {})


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"measure": "sum"}, "measure, comparator or stage is none of the allowed words"),
        ({"comparator": "about"}, "measure, comparator or stage is none of the allowed words"),
        ({"stage": "plan"}, "measure, comparator or stage is none of the allowed words"),
        ({"value": None}, "only relative targets have no value"),
        ({"measure": "relative"}, "only relative targets have no value"),
        ({"period_start": 2030}, "its period begins after it ends"),
        ({"value_high": 5.0}, "range is reversed"),
        ({"value": 7.0}, "the span does not give the number back"),
        ({"value_high": 7.0}, "the span does not give the number back"),
        ({"char_start": 0, "char_end": 6}, "the span does not give the number back"),
    ],
    ids=[
        "measure", "comparator", "stage", "no_value", "value_of_a_relative_target", "period_reversed", "range_reversed",
        "another_number", "no_range", "other_words",
    ],
)  # fmt: skip
def test_a_broken_row_is_refused(row, changes: dict[str, object], message: str):
    with pytest.raises(WarehouseError) as error:
        check_observations([row(**changes)], {"report": TEXT})
    assert str(error.value) == f"observation 0123456789abcdef of report (地区生产总值增长6%左右): {message}"


@pytest.mark.parametrize(
    ("text", "written", "changes"),
    [
        ("城镇新增就业20万人以上。", "20万人", {"value": 200_000.0}),
        ("增长５．　５％左右。", "５．　５％", {"value": 5.5}),
        ("增长5%—5.5%。", "5%—5.5%", {"value": 5.0, "value_high": 5.5}),
        ("总量突破千万台。", "千万台", {"value": 10_000_000.0}),
        ("占比近八成。", "八成", {"value": 80.0}),
        ("产值翻一番。", "翻一番", {"value": 100.0}),
        ("数字化车间 1200 余个。", "1200 余个", {"value": 1200.0}),
        ("完善设施，12\n8\n个片区启动建设。", "12\n8\n个", {"value": 12.0}),
    ],
    ids=["magnitude", "full_width_with_space", "range", "numeral", "tenths", "doubling", "set_apart", "around_a_page_number"],
)
def test_the_span_of_a_row_reads_as_its_number(row, text: str, written: str, changes: dict[str, float]):
    start = text.index(written)
    assert gives_back(row(char_start=start, char_end=start + len(written), **changes), text)
