-- One row is one place, plan year and theme: how many targets were met, nearly met and missed, how many cannot be judged and
-- why, and the best and worst gap. An estimate counts, and is counted apart as well.
select
    jurisdiction_code, jurisdiction, plan_year, coalesce(theme, 'other') as theme,
    count(*) as targets,
    count(*) filter (attainment = 'met') as met,
    count(*) filter (attainment = 'near') as near,
    count(*) filter (attainment = 'missed') as missed,
    count(*) filter (attainment = 'not_comparable') as not_comparable,
    count(*) filter (attainment = 'unknown') as unknown,
    count(*) filter (result_status = 'estimate' and attainment in ('met', 'near', 'missed')) as judged_on_estimates,
    round(count(*) filter (attainment = 'met') / nullif(count(*) filter (attainment in ('met', 'near', 'missed')), 0), 3) as share_met,
    max(gap) filter (attainment in ('met', 'near', 'missed') and gap_unit = 'points') as best_gap_points,
    arg_max(indicator, gap) filter (attainment in ('met', 'near', 'missed') and gap_unit = 'points') as best_gap_indicator,
    min(gap) filter (attainment in ('met', 'near', 'missed') and gap_unit = 'points') as worst_gap_points,
    arg_min(indicator, gap) filter (attainment in ('met', 'near', 'missed') and gap_unit = 'points') as worst_gap_indicator,
from plan_result_next
where plan_observation_id is not null
group by jurisdiction_code, jurisdiction, plan_year, coalesce(theme, 'other')
