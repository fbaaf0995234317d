-- One row is one target that is measured against something else (与经济增长同步, 高于规上工业2个百分点): what it asks for once
-- the reference is known, what was reached, and the arithmetic. Without a known reference it stands as written.
with
    asked as (
        select
            f.*, o.reference_id, o.action,
            case when f.measure = 'relative' then 0 else f.figure end as points,
            case
                when f.measure = 'relative' and (o.action like '%高于%' or o.action like '%快于%' or o.action like '%领先%') then 'above'
                when f.measure = 'relative' and (o.action like '%低于%' and o.action not like '%不低于%') then 'below'
                else 'with'
            end as relation,
        from figures f
        join observations o using (observation_id)
        where f.stage = 'target' and f.counts and (f.measure = 'relative' or f.measure = 'change' and f.reference is not null)
    ),
    rates as (
        select * from figures where stage = 'result' and counts and measure = 'growth' and dimension = 'percentage'
    ),
    resolved as (
        select
            asked.*, own.figure as own_figure, own.status as own_status, own.quote as own_quote, own.observation_id as own_observation_id, own.doc_id as own_doc_id,
            ref.figure as reference_figure, ref.indicator as reference_indicator, ref.quote as reference_quote,
            ref.figure + asked.points as required,
        from asked
        left join rates own on own.thing_key = asked.thing_key and own.year = asked.year
        left join rates ref
            on ref.jurisdiction_code = asked.jurisdiction_code and ref.indicator_id = asked.reference_id and ref.year = asked.year
    )
select
    jurisdiction_code, jurisdiction, year, indicator_id, indicator, measure, reference, reference_id, reference_indicator, relation, points,
    reference_figure, required, own_figure as result_value, own_status as result_status,
    case
        when reference_id is null then 'unknown'
        when required is null or own_figure is null then 'unknown'
        when relation = 'above' and own_figure > required or relation = 'with' and own_figure >= required or relation = 'below' and own_figure < required then 'met'
        when relation = 'with' and points = 0 and own_figure >= required - 0.5 then 'near'
        else 'missed'
    end as attainment,
    case
        when reference_id is null then 'reference_unknown'
        when reference_figure is null then 'no_result_of_reference'
        when own_figure is null then 'no_result'
    end as attainment_reason,
    case
        when required is not null and own_figure is not null
            then format('{} {}% against {} {}%{}', indicator, own_figure, reference_indicator, reference_figure, case when points <> 0 then format(' + {} = {}%', points, required) else '' end)
    end as arithmetic,
    quote, own_quote as result_quote, reference_quote, observation_id, own_observation_id as result_observation_id, own_doc_id as result_doc_id,
from resolved
