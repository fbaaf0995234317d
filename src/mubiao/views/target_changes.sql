-- One row is one place, thing, measure and year with a target for it or for the year after: raised, lowered, kept, dropped
-- or new, against the last target and against the last result in two columns (points for rates, shares for amounts). A
-- planned fall is raised where it is deeper (下降3% and then 4%); a range moves where one of its ends does.
with
    sided as (
        select
            *,
            case when plan_value < 0 and next_value < 0 then -1 else 1 end as side,
            1e-9 * greatest(1, abs(plan_figure), abs(next_figure)) as rounding,
        from plan_result_next
        where measure <> 'relative'
    ),
    moved as (
        select
            *,
            side * (next_low - plan_low) as low_moved, side * (next_high - plan_high) as high_moved,
            side * (next_figure - plan_figure) as against_target_figure,
        from sided
    )
select
    jurisdiction_code, jurisdiction, plan_year, indicator_id, indicator, theme, matched_by, match_score, measure, cumulative, activity,
    plan_value, plan_value_high, plan_unit, plan_modifier, result_value, result_unit, result_status,
    next_value, next_value_high, next_unit, next_modifier,
    case
        when plan_figure is null then case when plan_missing = 'not_stated' then 'new' else 'unknown' end
        when next_figure is null then case when next_missing = 'not_stated' then 'dropped' else 'unknown' end
        when abs(low_moved) <= rounding and abs(high_moved) <= rounding then 'kept'
        when low_moved + high_moved > rounding then 'raised'
        when low_moved + high_moved < -rounding then 'lowered'
        else 'kept'
    end as change,
    case when plan_figure is null or next_figure is null then coalesce(plan_missing, next_missing) end as change_reason,
    plan_modifier is distinct from next_modifier and plan_figure is not null and next_figure is not null as modifier_changed,
    case when gap_unit = 'share' then round(against_target_figure / nullif(abs(plan_figure), 0), 6) else round(against_target_figure, 6) end as against_target,
    case
        when gap_unit = 'share' then round(side * (next_figure - result_figure) / nullif(abs(result_figure), 0), 6)
        else round(side * (next_figure - result_figure), 6)
    end as against_result,
    gap_unit as difference_unit,
    plan_quote, next_quote, plan_observation_id, next_observation_id,
from moved
