-- One row is one target with its result and the target of the year after as they are written, the
-- verdict and why: the short form of plan_result_next, for reading.
-- grain: series and plan year
-- reads: plan_result_next
select
    jurisdiction_code, jurisdiction, plan_year, indicator_id, indicator, theme, measure, cumulative,
    coalesce(plan_text, plan_missing) as plan,
    coalesce(result_text, result_value || result_unit, result_missing) as result,
    coalesce(next_text, next_missing) as next,
    attainment, attainment_reason, gap, gap_unit, plan_quote, result_quote, next_quote,
from plan_result_next
