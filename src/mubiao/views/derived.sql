-- One row is one result that follows from others: a rate from the levels of two years, or a level
-- from the level of the year before and the year's rate. Only where no source states it, never from
-- an estimate, only from figures in one unit and of one scope (note), and never for rates in
-- constant prices (real_growth), which levels in current prices do not give. The base is quoted.
-- What is new in a stock is no flow of which the stock's growth would follow.
-- grain: series and year of a result that no source states
-- reads: figures, units
-- made: table
with
    -- Not materialized, so that whoever asks for some places reads the rows of these.
    levels as not materialized (
        select
            jurisdiction_code, year, series_key, thing_key, series_id, flow,
            work_part as activity, dimension, scope_part as scope, basis, note, unit, factor,
            figure, step, doc_id,
            coalesce(value_text, quote) as said,
        from figures
        where stage = 'result'
            and counts
            and measure = 'amount'
            and bound = 'eq'
            and status is distinct from 'estimate'
            and matched_by <> 'wording'
            and not real_growth
            and not disputed
            and low > 0
            and (nature = 'flow' and flow = 'new' or nature = 'stock' and flow = 'total')
            and work_part = ''
    ),
    rates as (
        select
            jurisdiction_code, year, thing_key, series_id, scope_part as scope, basis, note, figure,
            step, coalesce(value_text, quote) as said,
        from figures
        where stage = 'result'
            and counts
            and measure = 'growth'
            and flow = ''
            and bound = 'eq'
            and status is distinct from 'estimate'
            and matched_by <> 'wording'
            and dimension = 'percentage'
            and not real_growth
            and not disputed
    ),
    rate_from_levels as (
        select
            now.jurisdiction_code, now.year, now.series_id, 'growth' as measure, '' as flow,
            '' as activity, 'percentage' as dimension, now.scope, now.basis, '%' as unit,
            round(100 * (now.figure / base.figure - 1), 2) as value,
            100 * (now.step / base.figure + now.figure * base.step / base.figure ** 2) as step,
            format('{} ÷ {} − 1', now.said, base.said) as quote,
            base.doc_id,
        from levels as now
        inner join levels as base
            on now.jurisdiction_code = base.jurisdiction_code
            and now.series_key = base.series_key
            and now.year = base.year + 1
            and now.note is not distinct from base.note
    ),
    level_from_rate as (
        select
            base.jurisdiction_code, rates.year, base.series_id, 'amount' as measure, base.flow,
            base.activity, base.dimension, base.scope, base.basis, base.unit,
            base.figure / base.factor * (1 + rates.figure / 100) as value,
            base.step * (1 + rates.figure / 100) + base.figure * rates.step / 100 as step,
            format('{} × (1 + {})', base.said, rates.said) as quote,
            base.doc_id,
        from levels as base
        inner join rates
            on base.jurisdiction_code = rates.jurisdiction_code
            and base.thing_key = rates.thing_key
            and base.year = rates.year - 1
            and base.scope = rates.scope
            and base.basis = rates.basis
            and base.note is not distinct from rates.note
    ),
    both_ways as (
        select
            jurisdiction_code, year, series_id, measure, flow, activity, dimension, scope, basis,
            unit, value, step, quote, doc_id,
        from rate_from_levels
        union all
        select
            jurisdiction_code, year, series_id, measure, flow, activity, dimension, scope, basis,
            unit, value, step, quote, doc_id,
        from level_from_rate
    ),
    keyed as (
        select
            jurisdiction_code, year, unit, value, step, quote, doc_id,
            hash(
                jurisdiction_code, series_id, measure, flow, activity, dimension, scope, basis, ''
            ) as series_key,
        from both_ways
    )
select
    k.series_key, k.jurisdiction_code, k.year, 'eq' as comparator, 1 as sign, k.value, k.unit,
    k.value * coalesce(u.factor, 1) as figure,
    k.step, 'derived' as status, 'derived' as source_kind, k.quote,
    null::varchar as observation_id, k.doc_id,
from keyed as k
left join units as u on k.unit = u.unit
anti join figures as stated
    on stated.stage = 'result'
    and k.jurisdiction_code = stated.jurisdiction_code
    and k.year = stated.year
    and k.series_key = stated.series_key
