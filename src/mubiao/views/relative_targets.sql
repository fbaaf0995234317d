-- One row is one target that is measured against something else (与经济增长同步, 高于规上工业2个百分点): what it asks for once
-- the reference is known, what was reached, and the arithmetic. Without a known reference it stands as written, and a
-- reference or result that is only a bound settles nothing.
with
    asked as not materialized (
        select
            *,
            case when measure = 'relative' then 0 else value end as points,
            case when relation in ('below', 'at_most') then -1 else 1 end as side,
        from figures
        where stage = 'target' and counts and (measure = 'relative' or measure = 'change' and reference is not null)
    ),
    -- Of a thing that grows and has a share as well, the growth is meant; the share only where nothing grows.
    rates as not materialized (
        select *
        from figures
        where stage = 'result' and counts and measure in ('growth', 'ratio') and dimension = 'percentage'
        qualify row_number() over (partition by jurisdiction_code, thing_key, year order by measure) = 1
    ),
    known as not materialized (
        select
            asked.*, own.figure as own_figure, own.bound as own_bound, own.status as own_status, own.quote as own_quote,
            own.observation_id as own_observation_id, own.doc_id as own_doc_id,
            ref.figure as reference_figure, ref.bound as reference_bound, ref.status as reference_status, ref.jurisdiction as reference_place,
            ref.indicator as reference_indicator, ref.quote as reference_quote, ref.figure + side * points as required,
        from asked
        left join rates own on own.jurisdiction_code = asked.jurisdiction_code and own.thing_key = asked.thing_key and own.year = asked.year
        left join rates ref
            on ref.year = asked.year and ref.measure = coalesce(own.measure, 'growth')
           and ref.jurisdiction_code = coalesce(asked.reference_code, asked.jurisdiction_code)
           and ref.indicator_id = coalesce(asked.reference_id, case when asked.reference_code is not null then asked.indicator_id end)
    ),
    judged as not materialized (
        select
            known.*, rule.tolerance_points, side * (own_figure - required) as margin,
            case
                when relation in ('set', 'share', 'trend') then 'no_number_known'
                when reference_id is null and reference_code is null then 'reference_unknown'
                when own_figure is null then 'no_result'
                when reference_figure is null then 'no_result_of_reference'
                when own_bound not in ('eq', 'approx') then 'result_is_a_bound'
                when reference_bound not in ('eq', 'approx') then 'reference_is_a_bound'
            end as attainment_reason,
        from known
        left join attainment_rules rule on rule.comparator = 'approx' and rule.direction = 'higher'
    )
select
    jurisdiction_code, jurisdiction, year, indicator_id, indicator, measure, reference, reference_id, reference_code, reference_indicator, relation, points,
    reference_figure, reference_bound, reference_status, required, own_figure as result_value, own_bound as result_bound,
    case when 'estimate' in (own_status, reference_status) then 'estimate' else own_status end as result_status,
    case
        when attainment_reason is not null then 'unknown'
        when margin > 1e-9 or abs(margin) <= 1e-9 and (relation in ('with', 'at_least', 'at_most') or points > 0) then 'met'
        when relation = 'with' and margin >= -tolerance_points - 1e-9 then 'near'
        else 'missed'
    end as attainment,
    attainment_reason,
    case
        when margin is not null
            then format(
                '{} {}%; {}{} {}%{}', indicator, own_figure, case when reference_code is not null then reference_place else '' end, reference_indicator,
                reference_figure, case when points > 0 then format(' {} {} = {}%', case when side > 0 then '+' else '-' end, points, required) else '' end
            )
    end as arithmetic,
    quote, own_quote as result_quote, reference_quote, observation_id, own_observation_id as result_observation_id, own_doc_id as result_doc_id,
from judged
