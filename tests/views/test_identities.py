"""What must hold for the five documents and the published figures of data/raw; each query returns the rows that break it."""

from __future__ import annotations

import pytest

from mubiao.warehouse import Warehouse

SIDES = [pytest.param(side, id=side) for side in ("plan", "result", "next")]


def found(warehouse: Warehouse, query: str) -> list[tuple[object, ...]]:
    """Rows that a query finds."""
    return warehouse.sql(query).fetchall()


def test_the_comparison_is_not_empty(five_documents: Warehouse) -> None:
    query = "select count(*) filter (plan_value is not null) > 300, count(*) filter (attainment in ('met', 'missed')) > 5 from plan_result_next"
    assert found(five_documents, query) == [(True, True)]


@pytest.mark.parametrize("side", SIDES)
def test_every_value_in_the_comparison_leads_back_to_its_observation(five_documents: Warehouse, side: str) -> None:
    query = f"""
        select p.indicator, p.{side}_observation_id
        from plan_result_next p
        left join observations o on o.observation_id = p.{side}_observation_id
        where p.{side}_observation_id is not null
          and (o.observation_id is null or o.quote <> p.{side}_quote or o.doc_id <> p.{side}_doc_id or o.sign * o.value <> p.{side}_value)
          and not ('{side}' = 'result' and p.measure = 'change' and p.plan_reference is not null)
    """
    assert found(five_documents, query) == []


@pytest.mark.parametrize("side", SIDES)
def test_a_side_has_either_a_value_or_a_reason_why_it_has_none(five_documents: Warehouse, side: str) -> None:
    said = {"plan": "plan_observation_id", "result": "result_value", "next": "next_observation_id"}[side]
    query = f"select indicator, plan_year from plan_result_next where ({said} is null) <> ({side}_missing is not null)"
    assert found(five_documents, query) == []


@pytest.mark.parametrize("side", SIDES)
def test_a_side_that_is_told_in_another_way_says_how(five_documents: Warehouse, side: str) -> None:
    query = f"""
        select indicator, plan_year from plan_result_next
        where ({side}_missing is not distinct from 'not_comparable') <> (len({side}_elsewhere) > 0)
    """
    assert found(five_documents, query) == []


def test_a_list_that_holds_nothing_is_empty_and_never_null(five_documents: Warehouse) -> None:
    lists = "select table_name, column_name from duckdb_columns() where database_name = 'mubiao' and data_type like '%[]'"
    nulls = {
        f"{table}.{column}": found(five_documents, f"select count(*) from {table} where {column} is null")
        for table, column in found(five_documents, lists)
    }
    assert {name: count for name, count in nulls.items() if count != [(0,)]} == {}


def test_every_quote_stands_in_its_document_up_to_white_space(five_documents: Warehouse) -> None:
    query = r"""
        select o.observation_id, o.quote
        from observations o
        join documents d using (doc_id)
        where d.text is not null and not contains(regexp_replace(d.text, '\s', '', 'g'), regexp_replace(o.quote, '\s', '', 'g'))
    """
    assert found(five_documents, query) == []


def test_every_span_gives_the_number_as_written(five_documents: Warehouse) -> None:
    query = """
        select o.observation_id, o.value_text, d.text[o.char_start + 1 : o.char_end]
        from observations o
        join documents d using (doc_id)
        where d.text is not null and o.value_text is not null and not contains(o.value_text, d.text[o.char_start + 1 : o.char_end])
    """
    assert found(five_documents, query) == []


def test_no_line_has_units_of_two_dimensions(five_documents: Warehouse) -> None:
    query = """
        select indicator, plan_year, plan_unit, result_unit, next_unit
        from plan_result_next p
        left join units a on a.unit = plan_unit
        left join units b on b.unit = result_unit
        left join units c on c.unit = next_unit
        where measure not in ('relative', 'change')
          and attainment_reason is distinct from 'unit_differs'
          and len(list_distinct(list_filter([
              coalesce(a.dimension, plan_unit), coalesce(b.dimension, result_unit), coalesce(c.dimension, next_unit)
          ], lambda x: x is not null))) > 1
    """
    assert found(five_documents, query) == []


def test_no_line_of_a_phrase_has_two_classifiers(five_documents: Warehouse) -> None:
    query = """
        select indicator, plan_year, plan_unit, next_unit
        from plan_result_next
        where matched_by = 'wording' and plan_unit <> next_unit and plan_unit in (select unit from units where dimension = 'count')
    """
    assert found(five_documents, query) == []


def test_without_both_sides_there_is_no_verdict(five_documents: Warehouse) -> None:
    query = """
        select indicator, plan_year, attainment
        from plan_result_next
        where (plan_observation_id is null or result_value is null) and attainment not in ('unknown', 'not_comparable')
    """
    assert found(five_documents, query) == []


def test_only_what_is_told_in_another_way_is_not_comparable(five_documents: Warehouse) -> None:
    query = """
        select indicator, plan_year, attainment_reason
        from plan_result_next
        where attainment = 'not_comparable' and (plan_observation_id is null or result_missing is distinct from 'not_comparable')
    """
    assert found(five_documents, query) == []


def test_without_a_verdict_either_its_reason_or_that_of_the_missing_result_is_told(five_documents: Warehouse) -> None:
    query = """
        select indicator, plan_year from plan_result_next
        where attainment in ('unknown', 'not_comparable') and attainment_reason is null and result_missing is null
    """
    assert found(five_documents, query) == []


def test_every_verdict_names_its_rule(five_documents: Warehouse) -> None:
    query = "select indicator from plan_result_next where attainment in ('met', 'near', 'missed') and attainment_rule is null"
    assert found(five_documents, query) == []


def test_no_verdict_goes_against_its_gap(five_documents: Warehouse) -> None:
    query = """
        select indicator, plan_value, result_value, attainment
        from plan_result_next
        where measure <> 'relative' and direction = 'higher' and (attainment = 'met' and gap < 0 or attainment = 'missed' and gap > 0)
    """
    assert found(five_documents, query) == []


def test_every_observation_that_counts_stands_in_exactly_one_series(five_documents: Warehouse) -> None:
    query = """
        select f.observation_id, count(s.year)
        from figures f
        left join series s on f.observation_id in (s.target_observation_id, s.result_observation_id)
        where f.counts and f.measure <> 'relative'
        group by f.observation_id
        having count(s.year) <> 1
    """
    assert found(five_documents, query) == []


def test_every_target_that_counts_is_the_plan_of_exactly_one_line(five_documents: Warehouse) -> None:
    query = """
        select f.observation_id, count(p.plan_year)
        from figures f
        left join plan_result_next p on p.plan_observation_id = f.observation_id
        where f.counts and f.stage = 'target'
        group by f.observation_id
        having count(p.plan_year) <> 1
    """
    assert found(five_documents, query) == []


def test_every_line_year_and_stage_has_exactly_one_statement_that_counts(five_documents: Warehouse) -> None:
    query = "select series_key, year, stage from figures group by series_key, year, stage having count(*) filter (counts) <> 1"
    assert found(five_documents, query) == []


def test_an_estimate_counts_only_where_there_is_nothing_better(five_documents: Warehouse) -> None:
    query = """
        select e.observation_id
        from figures e
        join figures f using (series_key, year, stage)
        where e.counts and e.status = 'estimate' and f.status is distinct from 'estimate'
    """
    assert found(five_documents, query) == []


def test_the_summary_adds_up_to_the_comparison(five_documents: Warehouse) -> None:
    query = """
        with
            summed as (
                select jurisdiction, plan_year, sum(targets) as targets, sum(met) as met, sum(near) as near, sum(missed) as missed,
                    sum(not_comparable) as not_comparable, sum(unknown) as unknown
                from attainment_summary
                group by jurisdiction, plan_year
            ),
            counted as (
                select jurisdiction, plan_year, count(*) as targets, count(*) filter (attainment = 'met') as met,
                    count(*) filter (attainment = 'near') as near, count(*) filter (attainment = 'missed') as missed,
                    count(*) filter (attainment = 'not_comparable') as not_comparable, count(*) filter (attainment = 'unknown') as unknown
                from plan_result_next
                where plan_observation_id is not null
                group by jurisdiction, plan_year
            )
        (from summed except from counted) union all (from counted except from summed)
    """
    assert found(five_documents, query) == []


def test_the_verdicts_of_a_theme_add_up_to_its_targets(five_documents: Warehouse) -> None:
    query = "select theme from attainment_summary where met + near + missed + not_comparable + unknown <> targets"
    assert found(five_documents, query) == []


def test_a_place_stands_beside_the_one_above_it(five_documents: Warehouse) -> None:
    query = """
        select c.jurisdiction, c.parent
        from cascade c
        join jurisdictions j using (jurisdiction_code)
        where j.parent_code <> c.parent_code
    """
    assert found(five_documents, query) == []


def test_no_unit_has_more_quantified_tasks_than_tasks_or_targets(five_documents: Warehouse) -> None:
    query = "select unit from responsibilities where quantified_tasks > tasks or targets < quantified_tasks or met + near + missed > targets"
    assert found(five_documents, query) == []


def test_a_change_is_called_dropped_or_new_only_where_a_whole_source_is_silent(five_documents: Warehouse) -> None:
    query = """
        select t.indicator, t.plan_year, t.change, c.silence
        from target_changes t
        join coverage c on c.jurisdiction_code = t.jurisdiction_code and c.stage = 'target'
         and c.year = t.plan_year + (t.change = 'dropped')::int
        where t.change in ('dropped', 'new') and c.silence <> 'stated'
    """
    assert found(five_documents, query) == []
