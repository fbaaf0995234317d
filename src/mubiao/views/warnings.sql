-- One row is one thing that is odd about a document as a whole: what reading it has said, and what
-- shows only beside the other documents: a second one for the same place, year and kind, far
-- fewer or more rows than the rest, or a growth that the levels of two years contradict.
-- grain: document, name of the guard and what it says
-- reads: documents, observations
with
    unnested as (
        select doc_id, unnest(warnings) as warning
        from documents
    ),
    said as (
        select
            doc_id, split_part(warning, ': ', 1) as name,
            substr(warning, length(split_part(warning, ': ', 1)) + 3) as says,
        from unnested
    ),
    alike as (
        select
            doc_id,
            list(doc_id) over (partition by jurisdiction_code, year, doc_type) as doc_ids,
        from documents
        where text is not null
    ),
    twice as (
        select
            doc_id, 'two_documents' as name,
            'the same place, year and kind as '
            || array_to_string(
                list_sort(list_filter(doc_ids, lambda other: other <> doc_id)), ', '
            ) as says,
        from alike
        where len(doc_ids) > 1
    ),
    dense as (
        select
            d.doc_id, d.doc_type,
            1000 * count(o.observation_id) / greatest(any_value(length(d.text)), 1) as per_1000,
        from documents as d
        left join observations as o on d.doc_id = o.doc_id
        where d.text is not null and length(d.text) >= 2000
        group by d.doc_id, d.doc_type
    ),
    usual as (
        select doc_type, median(per_1000) as per_1000, count(*) as documents
        from dense
        group by doc_type
    ),
    sparse as (
        select
            dense.doc_id, 'rows_per_character' as name,
            printf(
                '%.1f rows in 1,000 characters, where others of its kind give %.1f',
                dense.per_1000, usual.per_1000
            ) as says,
        from dense
        inner join usual on dense.doc_type = usual.doc_type
        where
            usual.documents >= 5
            and (dense.per_1000 < usual.per_1000 / 4 or dense.per_1000 > usual.per_1000 * 4)
    ),
    -- levels and growth of headlines; what is told twice with different values is left out
    told as (
        select
            jurisdiction_code, indicator_id, year, measure, unit,
            any_value(doc_id) as doc_id, min(signed_value) as value,
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
    -- prices and later revisions move levels by less than this many points
    grown as (
        select
            growth.doc_id, 'growth_against_levels' as name,
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
            and abs(100 * (level.value / before.value - 1) - growth.value) > 25
    ),
    odd as (
        select doc_id, name, says from said
        union all
        select doc_id, name, says from twice
        union all
        select doc_id, name, says from sparse
        union all
        select doc_id, name, says from grown
    )
select
    odd.doc_id, d.jurisdiction_code, d.jurisdiction, d.year, d.doc_type, odd.name, odd.says,
from odd
inner join documents as d on odd.doc_id = d.doc_id
