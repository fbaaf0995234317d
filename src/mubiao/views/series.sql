-- One row is one place, thing, measure, kind of building work and year: the target and the result
-- of the year side by side, for lines through all years; stage says which of them there is (target,
-- result, or both). A range has its other end in *_high. Select one place and one indicator.
-- grain: series and year
-- reads: figures, jurisdictions
-- made: table
with
    counted as (
        select
            jurisdiction_code, jurisdiction, series_key, year, stage, indicator_id, indicator,
            theme, matched_by, measure, cumulative, activity, scope, basis, comparator, modifier,
            signed_value, signed_value_high, unit, status, corrected, figure,
            signed_value_high * factor as figure_high, quote, observation_id,
        from figures
        where counts and measure <> 'relative'
    ),
    paired as (
        select
            jurisdiction_code,
            any_value(jurisdiction) as jurisdiction,
            year,
            case when count(*) = 2 then 'both' else any_value(stage) end as stage,
            any_value(indicator_id) as indicator_id,
            coalesce(
                any_value(indicator) filter (stage = 'target'), any_value(indicator)
            ) as indicator,
            any_value(theme) as theme,
            coalesce(
                any_value(matched_by) filter (stage = 'target'), any_value(matched_by)
            ) as matched_by,
            any_value(measure) as measure,
            any_value(cumulative) as cumulative,
            nullif(any_value(activity), '') as activity,
            nullif(any_value(scope), '') as scope,
            nullif(any_value(basis), '') as basis,
            any_value(comparator) filter (stage = 'target') as target_comparator,
            any_value(modifier) filter (stage = 'target') as target_modifier,
            any_value(signed_value) filter (stage = 'target') as target,
            any_value(signed_value_high) filter (stage = 'target') as target_value_high,
            any_value(unit) filter (stage = 'target') as target_unit,
            any_value(comparator) filter (stage = 'result') as result_comparator,
            any_value(modifier) filter (stage = 'result') as result_modifier,
            any_value(signed_value) filter (stage = 'result') as result,
            any_value(signed_value_high) filter (stage = 'result') as result_value_high,
            any_value(unit) filter (stage = 'result') as result_unit,
            any_value(status) filter (stage = 'result') as result_status,
            any_value(corrected) filter (stage = 'target') as target_corrected,
            any_value(corrected) filter (stage = 'result') as result_corrected,
            any_value(figure) filter (stage = 'target') as target_figure,
            any_value(figure) filter (stage = 'result') as result_figure,
            any_value(figure_high) filter (stage = 'target') as target_figure_high,
            any_value(figure_high) filter (stage = 'result') as result_figure_high,
            any_value(quote) filter (stage = 'target') as target_quote,
            any_value(quote) filter (stage = 'result') as result_quote,
            any_value(observation_id) filter (stage = 'target') as target_observation_id,
            any_value(observation_id) filter (stage = 'result') as result_observation_id,
        from counted
        group by jurisdiction_code, series_key, year
    )
select
    p.jurisdiction_code, p.jurisdiction, j.level, p.year, p.stage, p.indicator_id, p.indicator,
    p.theme, p.matched_by, p.measure, p.cumulative, p.activity, p.scope, p.basis,
    p.target_comparator, p.target_modifier, p.target, p.target_value_high, p.target_unit,
    p.result_comparator, p.result_modifier, p.result, p.result_value_high, p.result_unit,
    p.result_status, p.target_corrected, p.result_corrected, p.target_figure, p.result_figure,
    p.target_figure_high, p.result_figure_high, p.target_quote, p.result_quote,
    p.target_observation_id, p.result_observation_id,
from paired as p
left join jurisdictions as j on p.jurisdiction_code = j.jurisdiction_code
order by p.jurisdiction_code, p.year, p.indicator
