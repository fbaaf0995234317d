-- One row is one place, thing, measure, year and stage that sources state with different values or bounds (1万个以上 and 1万个;
-- an estimate and the later bulletin): all statements, the one that counts first.
with
    pooled as (
        select
            series_key, jurisdiction_code, jurisdiction, year, stage, indicator_id, indicator, measure, cumulative,
            list({
                observation_id: observation_id, doc_id: doc_id, value: sign * value, value_high: value_high, unit: unit, comparator: comparator,
                modifier: modifier, status: status, quote: quote
            } order by counts desc, observation_id) as statements,
            count(distinct figure) as values_stated, count(distinct comparator) as bounds_stated,
            max(figure) - min(figure) as spread, max(abs(figure)) as largest,
            bool_or(status is not distinct from 'estimate') as has_estimate,
        from figures
        where measure <> 'relative'
        group by series_key, jurisdiction_code, jurisdiction, year, stage, indicator_id, indicator, measure, cumulative
    )
select
    jurisdiction_code, jurisdiction, year, stage, indicator_id, indicator, measure, cumulative, values_stated, bounds_stated,
    case when measure = 'amount' then round(spread / nullif(largest, 0), 6) else round(spread, 6) end as difference,
    case when measure = 'amount' then 'share' else 'points' end as difference_unit,
    has_estimate, statements,
from pooled
where values_stated > 1 or bounds_stated > 1
