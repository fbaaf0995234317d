-- One row is one place, thing, measure and year with a target for it or for the year after: raised, lowered, kept, dropped
-- or new, against the last target and against the last result in two columns (points for rates, shares for amounts).
select
    jurisdiction_code, jurisdiction, plan_year, indicator_id, indicator, theme, matched_by, match_score, measure, cumulative, activity,
    plan_value, plan_unit, plan_modifier, result_value, result_unit, result_status, next_value, next_unit, next_modifier,
    case
        when plan_figure is null then case when plan_missing = 'not_stated' then 'new' else 'unknown' end
        when next_figure is null then case when next_missing = 'not_stated' then 'dropped' else 'unknown' end
        when next_figure > plan_figure then 'raised'
        when next_figure < plan_figure then 'lowered'
        else 'kept'
    end as change,
    case when plan_figure is null or next_figure is null then coalesce(plan_missing, next_missing) end as change_reason,
    plan_modifier is distinct from next_modifier and plan_figure is not null and next_figure is not null as modifier_changed,
    case when measure = 'amount' then round(next_figure / nullif(plan_figure, 0) - 1, 6) else round(next_figure - plan_figure, 6) end as against_target,
    case when measure = 'amount' then round(next_figure / nullif(result_figure, 0) - 1, 6) else round(next_figure - result_figure, 6) end as against_result,
    gap_unit as difference_unit,
    plan_quote, next_quote, plan_observation_id, next_observation_id,
from plan_result_next
where measure <> 'relative'
