-- One row is one result that follows from others: a rate from the levels of two years, or a level from the level of the
-- year before and the year's rate. Only where no source states it, never from an estimate, only from figures in one unit and
-- of one scope (note), and never for rates in constant prices (real_growth), which levels in current prices do not give. The
-- base is quoted. What is new in a stock is no flow of which the stock's growth would follow.
with
    levels as (
        select *, coalesce(value_text, quote) as said
        from figures
        where stage = 'result' and counts and measure = 'amount' and bound = 'eq' and status is distinct from 'estimate'
          and matched_by <> 'wording' and not real_growth and low > 0 and cumulative = (nature = 'stock') and nature in ('flow', 'stock')
          and activity = ''
    ),
    rates as (
        select *, coalesce(value_text, quote) as said
        from figures
        where stage = 'result' and counts and measure = 'growth' and bound = 'eq' and status is distinct from 'estimate'
          and matched_by <> 'wording' and dimension = 'percentage' and not real_growth
    ),
    rate_from_levels as (
        select
            now.jurisdiction_code, now.year, now.series_id, 'growth' as measure, false as cumulative, '' as activity, 'percentage' as dimension,
            round(100 * (now.figure / base.figure - 1), 2) as value, '%' as unit, format('{} ÷ {} − 1', now.said, base.said) as quote, base.doc_id,
        from levels now
        join levels base on base.series_key = now.series_key and base.year = now.year - 1 and base.note is not distinct from now.note
    ),
    level_from_rate as (
        select
            base.jurisdiction_code, rates.year, base.series_id, 'amount' as measure, base.cumulative, base.activity, base.dimension,
            base.figure / base.factor * (1 + rates.figure / 100) as value, base.unit, format('{} × (1 + {})', base.said, rates.said) as quote, base.doc_id,
        from levels base
        join rates on rates.thing_key = base.thing_key and rates.year = base.year + 1 and rates.note is not distinct from base.note
    ),
    both_ways as (
        select *, hash(jurisdiction_code, series_id, measure, cumulative, activity, dimension) as series_key
        from (from rate_from_levels union all by name from level_from_rate)
    )
select
    b.series_key, b.jurisdiction_code, b.year, 'eq' as comparator, 'eq' as bound, 1 as sign, b.value, null::double as value_high, b.unit,
    b.value * coalesce(u.factor, 1) as figure, b.value * coalesce(u.factor, 1) as low, b.value * coalesce(u.factor, 1) as high,
    'derived' as status, 'derived' as source_kind, null::varchar as note, null::varchar as phrase, null::varchar as value_text, b.quote,
    null::varchar as observation_id, b.doc_id,
from both_ways b
left join units u using (unit)
where not exists (from figures stated where stated.stage = 'result' and stated.year = b.year and stated.series_key = b.series_key)
