-- One row is one place, plan year and theme: how many targets were met, nearly met and missed, how
-- many cannot be judged, and the best and worst gap in points (margin: above zero is better than
-- the target, whatever side that is). An estimate counts, and is counted apart as well.
-- grain: place, plan year and theme
-- reads: plan_result_next, jurisdictions
with
    judged as (
        select
            jurisdiction_code, jurisdiction, plan_year, coalesce(theme, 'other') as theme,
            indicator, attainment, result_status,
            attainment in ('met', 'near', 'missed') as is_judged,
            case when is_judged and gap_unit = 'points' then margin end as margin_points,
        from plan_result_next
        where plan_observation_id is not null
    )
select
    jurisdiction_code, jurisdiction,
    (
        select place.level from jurisdictions as place
        where place.jurisdiction_code = judged.jurisdiction_code
    ) as level,
    plan_year, theme,
    count(*) as targets,
    count(*) filter (attainment = 'met') as met,
    count(*) filter (attainment = 'near') as near,
    count(*) filter (attainment = 'missed') as missed,
    count(*) filter (attainment = 'not_comparable') as not_comparable,
    count(*) filter (attainment = 'unknown') as unknown,
    count(*) filter (result_status = 'estimate' and is_judged) as judged_on_estimates,
    round(
        count(*) filter (attainment = 'met') / nullif(count(*) filter (is_judged), 0), 3
    ) as share_met,
    max(margin_points) as best_gap_points,
    arg_max(indicator, margin_points) as best_gap_indicator,
    min(margin_points) as worst_gap_points,
    arg_min(indicator, margin_points) as worst_gap_indicator,
from judged
group by jurisdiction_code, jurisdiction, plan_year, theme
