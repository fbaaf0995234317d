-- One row is one place, thing, measure and year with a target for it or for the year after: raised,
-- lowered, kept, dropped or new, against the last target and against the last result in two columns
-- (points for rates, shares for amounts). A planned fall is raised where it is deeper (下降3% and
-- then 4%); a range moves where one of its ends does, but for the one that a bound leaves open
-- (5%以上 and then 5%—5.5% is kept). Only the whole of a canonical indicator is called dropped or
-- new: what is lined up by its wording, or by the wording of a part of it (scope), may go on under
-- other words, and is not_matched. Where no document of the other year is of a kind that tells it,
-- nothing was dropped or is new (other_kind): a list of tasks names hundreds of targets that a
-- report to the congress leaves out. What the other year's plan names without a number (保持基本稳定) is
-- neither (unknown, not_comparable). Between people and things nothing is harder or easier
-- (unit_differs). Of published figures only the comparator is known: as long as it stays, nothing
-- tells whether the words that made it do (modifier_changed is null). Raised and lowered are
-- said of the number: a raised ceiling (unemployment) is easier to keep, which asks_for_more tells.
-- grain: series and plan year
-- reads: side_by_side
with
    moved as (
        select
            jurisdiction_code, jurisdiction, level, plan_year, indicator_id, indicator, theme,
            matched_by, match_score, measure, cumulative, activity, plan_value, plan_value_high,
            plan_unit, plan_text, plan_comparator, plan_modifier, plan_reference, plan_figure,
            plan_quote, plan_observation_id, result_value, result_unit, result_status,
            result_figure, next_value, next_value_high, next_unit, next_text, next_comparator,
            next_modifier, next_reference, next_figure, next_quote, next_observation_id, gap_unit,
            plan_corrected, result_corrected, next_corrected, told_alike, direction,
            case
                when (plan_dimension = 'person') <> (next_dimension = 'person')
                    then 'unit_differs'
                when plan_figure is null then plan_missing
                else next_missing
            end as missing,
            1e-9 * greatest(1, abs(plan_figure), abs(next_figure)) as rounding,
            case when plan_value < 0 and next_value < 0 then -1 else 1 end as side,
            side * (next_low - plan_low) as low_moved,
            side * (next_high - plan_high) as high_moved,
            case
                when plan_comparator in ('ge', 'gt') or next_comparator in ('ge', 'gt')
                    then case when side > 0 then low_moved else high_moved end
                when plan_comparator in ('le', 'lt') or next_comparator in ('le', 'lt')
                    then case when side > 0 then high_moved else low_moved end
                else low_moved + high_moved
            end as ends_moved,
            case when missing is null then side * (next_figure - plan_figure) end as over_target,
            case
                when (result_dimension = 'person') = (next_dimension = 'person')
                    or result_dimension is null
                    or next_dimension is null
                    then side * (next_figure - result_figure)
            end as over_result,
        from side_by_side
        where measure <> 'relative'
    )
select
    jurisdiction_code, jurisdiction, level, plan_year, indicator_id, indicator, theme, matched_by,
    match_score, measure, cumulative, activity, plan_text as plan, next_text as next,
    plan_value, plan_value_high, plan_unit, plan_text, plan_comparator, plan_modifier,
    plan_reference, result_value, result_unit, result_status, next_value, next_value_high,
    next_unit, next_text, next_comparator, next_modifier, next_reference,
    case
        when missing = 'not_matched' then 'not_matched'
        when missing is not null and missing <> 'not_stated' then 'unknown'
        when plan_figure is null or next_figure is null
            then case
                when not told_alike then 'other_kind'
                when plan_figure is null then 'new'
                else 'dropped'
            end
        when ends_moved > rounding then 'raised'
        when ends_moved < -rounding then 'lowered'
        else 'kept'
    end as change,
    missing as change_reason,
    case
        when change not in ('raised', 'lowered', 'kept') then null
        when direction in ('higher', 'floor')
            then change = case when side > 0 then 'raised' else 'lowered' end
        when direction in ('lower', 'ceiling')
            then change = case when side > 0 then 'lowered' else 'raised' end
    end as asks_for_more,
    case
        when plan_comparator is null or next_comparator is null then null
        when plan_comparator <> next_comparator then true
        when plan_comparator <> 'eq' and (plan_modifier is null or next_modifier is null) then null
        else coalesce(plan_modifier, '') <> coalesce(next_modifier, '')
    end as modifier_changed,
    case
        when gap_unit = 'share' then round(over_target / nullif(abs(plan_figure), 0), 6)
        else round(over_target, 6)
    end as against_target,
    case
        when gap_unit = 'share' then round(over_result / nullif(abs(result_figure), 0), 6)
        else round(over_result, 6)
    end as against_result,
    gap_unit as difference_unit,
    plan_quote, next_quote, plan_observation_id, next_observation_id,
    plan_corrected, result_corrected, next_corrected,
from moved
