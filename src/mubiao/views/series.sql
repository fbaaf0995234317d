-- One row is one place, thing, measure, kind of building work and year: the target and the result of the year side by side,
-- for lines through all years. Select one place and one indicator.
with
    counted as (select * from figures where counts and measure <> 'relative')
select
    coalesce(t.jurisdiction_code, r.jurisdiction_code) as jurisdiction_code, coalesce(t.jurisdiction, r.jurisdiction) as jurisdiction,
    coalesce(t.year, r.year) as year, coalesce(t.indicator_id, r.indicator_id) as indicator_id, coalesce(t.indicator, r.indicator) as indicator,
    coalesce(t.matched_by, r.matched_by) as matched_by, coalesce(t.measure, r.measure) as measure, coalesce(t.cumulative, r.cumulative) as cumulative,
    nullif(coalesce(t.activity, r.activity), '') as activity,
    t.comparator as target_comparator, t.modifier as target_modifier, t.sign * t.value as target, t.unit as target_unit,
    r.comparator as result_comparator, r.sign * r.value as result, r.unit as result_unit, r.status as result_status,
    t.figure as target_figure, r.figure as result_figure, t.quote as target_quote, r.quote as result_quote,
    t.observation_id as target_observation_id, r.observation_id as result_observation_id,
from (from counted where stage = 'target') t
full outer join (from counted where stage = 'result') r on r.series_key = t.series_key and r.year = t.year
