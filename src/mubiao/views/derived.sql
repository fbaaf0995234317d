-- One row is one result that follows from others: a rate from the levels of two years, or a level from the level of the
-- year before and the year's rate. Only where no source states it, only from final figures in one unit, and never for
-- rates in constant prices (real_growth), which levels in current prices do not give. The base is quoted.
with
    levels as (
        select * from figures
        where stage = 'result' and counts and measure = 'amount' and not cumulative and comparator = 'eq' and status is distinct from 'estimate'
          and matched_by = 'indicator' and nature in ('flow', 'stock') and not real_growth and figure > 0
    ),
    rates as (
        select * from figures
        where stage = 'result' and counts and measure = 'growth' and comparator = 'eq' and status is distinct from 'estimate'
          and matched_by = 'indicator' and dimension = 'percentage' and not real_growth
    ),
    rate_from_levels as (
        select
            now.jurisdiction_code, now.jurisdiction, now.year, now.indicator_id, now.series_id,
            'growth' as measure, false as cumulative, '' as activity, 'percentage' as dimension,
            round(100 * (now.figure / base.figure - 1), 2) as figure, '%' as unit,
            format('{} ÷ {} − 1', now.value_text_or_quote, base.value_text_or_quote) as quote, base.doc_id,
        from (select *, coalesce(value_text, quote) as value_text_or_quote from levels) now
        join (select *, coalesce(value_text, quote) as value_text_or_quote from levels) base
            on base.series_key = now.series_key and base.year = now.year - 1
    ),
    level_from_rate as (
        select
            base.jurisdiction_code, base.jurisdiction, rates.year, base.indicator_id, base.series_id,
            'amount' as measure, base.cumulative, base.activity, base.dimension,
            base.figure / base.factor * (1 + rates.figure / 100) as figure, base.unit,
            format('{} × (1 + {})', coalesce(base.value_text, base.quote), coalesce(rates.value_text, rates.quote)) as quote, base.doc_id,
        from levels base
        join rates on rates.thing_key = base.thing_key and rates.year = base.year + 1
    ),
    both_ways as (
        from rate_from_levels union all by name from level_from_rate
    )
select
    hash(b.jurisdiction_code, b.series_id, b.measure, b.cumulative, b.activity, b.dimension) as series_key,
    b.jurisdiction_code, b.year, 'eq' as comparator, 1 as sign, b.figure as value, null::double as value_high, b.unit,
    b.figure * coalesce(u.factor, 1) as figure, 'derived' as status, 'derived' as source_kind, null::varchar as value_text,
    b.quote, null::varchar as observation_id, b.doc_id,
from both_ways b
left join units u using (unit)
where not exists (
    from figures stated
    where stated.stage = 'result' and stated.year = b.year
      and stated.series_key = hash(b.jurisdiction_code, b.series_id, b.measure, b.cumulative, b.activity, b.dimension)
)
