-- One row is one place, thing, measure, year and stage that sources state with different values or bounds (1万个以上 and 1万个;
-- an estimate and the later bulletin): all statements, the one that counts first.
with
    pooled as (
        select
            series_key, jurisdiction_code, jurisdiction, year, stage, indicator_id, indicator, measure, cumulative, activity, dimension,
            list({
                observation_id: observation_id, doc_id: doc_id, value: sign * value, value_high: value_high, unit: unit, comparator: comparator,
                modifier: modifier, status: status, note: note, quote: quote
            } order by counts desc, observation_id) as statements,
            count(distinct bound) as bounds_stated, count(*) as times_stated,
            max(high) - min(low) as spread, max(high) - min(high) as high_spread, max(low) - min(low) as low_spread, max(abs(figure)) as largest,
            bool_or(status is not distinct from 'estimate') as has_estimate,
        from figures
        where measure <> 'relative'
        group by series_key, jurisdiction_code, jurisdiction, year, stage, indicator_id, indicator, measure, cumulative, activity, dimension
    ),
    compared as (
        select *, greatest(low_spread, high_spread) > 1e-9 * greatest(1, largest) as values_differ
        from pooled
        where times_stated > 1
    )
select
    jurisdiction_code, jurisdiction, year, stage, indicator_id, indicator, measure, cumulative, nullif(activity, '') as activity,
    times_stated, values_differ, bounds_stated,
    case when not values_differ then 0 when dimension in ('percentage', 'points') then round(spread, 6) else round(spread / nullif(largest, 0), 6) end
        as difference,
    case when dimension in ('percentage', 'points') then 'points' else 'share' end as difference_unit,
    has_estimate, statements,
from compared
where values_differ or bounds_stated > 1
