-- One row is one thing that is odd about a document: what reading it has said, and what shows
-- beside the other documents that speak of a place: a second one of the same year and kind, or a
-- growth that the levels of two years contradict. jurisdiction_code is the place that they speak
-- of.
-- grain: document, name of the guard and what it says
-- reads: documents, observations
-- made: table
with
    unnested as (
        select doc_id, jurisdiction_code, unnest(warnings) as warning
        from documents
    ),
    said as (
        select
            doc_id, jurisdiction_code, split_part(warning, ': ', 1) as name,
            substr(warning, length(split_part(warning, ': ', 1)) + 3) as says,
        from unnested
    ),
    alike as (
        select
            doc_id, jurisdiction_code,
            list(doc_id) over (partition by jurisdiction_code, year, doc_type) as doc_ids,
        from documents
        where text is not null
    ),
    twice as (
        select
            doc_id, jurisdiction_code, 'two_documents' as name,
            'the same place, year and kind as '
            || array_to_string(
                list_sort(list_filter(doc_ids, lambda other: other <> doc_id)), ', '
            ) as says,
        from alike
        where len(doc_ids) > 1
    ),
    -- levels and growth of headlines; what is told twice with different values is left out
    told as (
        select
            jurisdiction_code, indicator_id, year, measure, unit,
            any_value(doc_id) as doc_id, min(doc_id) = max(doc_id) as in_one,
            min(signed_value) as value,
        from observations
        where
            stage = 'result' and role = 'core' and year = period_start
            and scope is null and part_of_year is null and not cumulative
            and measure in ('amount', 'growth')
            and indicator_id in (
                'gdp', 'general_public_budget_revenue', 'retail_sales', 'trade_value',
                'resident_income', 'urban_resident_income', 'rural_resident_income'
            )
        group by jurisdiction_code, indicator_id, year, measure, unit
        having min(signed_value) = max(signed_value)
    ),
    -- prices and later revisions move levels by less than 25 points; what one document tells
    -- of both years holds but for prices, which only the growth of gdp leaves out
    grown as (
        select
            growth.doc_id, growth.jurisdiction_code, 'growth_against_levels' as name,
            printf(
                '%s of %d: told to grow by %g%%, but its levels say %.1f%%',
                growth.indicator_id, growth.year, growth.value,
                100 * (level.value / before.value - 1)
            ) as says,
        from told as growth
        inner join told as level
            on
                growth.jurisdiction_code = level.jurisdiction_code
                and growth.indicator_id = level.indicator_id
                and growth.year = level.year
        inner join told as before
            on
                level.jurisdiction_code = before.jurisdiction_code
                and level.indicator_id = before.indicator_id
                and level.year = before.year + 1
                and level.unit = before.unit
        where
            growth.measure = 'growth' and level.measure = 'amount' and before.measure = 'amount'
            and before.value > 0
            and abs(100 * (level.value / before.value - 1) - growth.value)
            > case
                when
                    not (growth.in_one and level.in_one and before.in_one)
                    or growth.doc_id <> level.doc_id or level.doc_id <> before.doc_id
                    then 25
                when growth.indicator_id = 'gdp' then 10
                else 5
            end
    )
select doc_id, jurisdiction_code, name, says from said
union all
select doc_id, jurisdiction_code, name, says from twice
union all
select doc_id, jurisdiction_code, name, says from grown
