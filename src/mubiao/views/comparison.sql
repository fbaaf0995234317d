-- One row is one target with its result and the target of the year after as they are written and
-- as numbers, the verdict and why: the short form of plan_result_next, for reading. Where nothing
-- is written, *_missing says what that means.
-- grain: series and plan year
-- reads: side_by_side
select
    jurisdiction_code, jurisdiction, level,
    plan_year, indicator_id, indicator, theme, measure, cumulative,
    -- Two points above something else are no growth of two points: 规上工业+2个百分点.
    case
        when measure = 'change' and plan_reference is not null
            then concat(plan_reference, case when plan_value < 0 then '-' else '+' end, plan_text)
        else plan_text
    end as plan,
    coalesce(result_text, result_value || result_unit) as result, result_status,
    case
        when measure = 'change' and next_reference is not null
            then concat(next_reference, case when next_value < 0 then '-' else '+' end, next_text)
        else next_text
    end as next,
    plan_missing, result_missing, next_missing,
    attainment, attainment_reason, gap, gap_unit, plan_value, plan_value_high, plan_unit,
    plan_comparator, result_value, result_value_high, result_unit, result_comparator, next_value,
    next_value_high, next_unit, next_comparator,
    plan_quote, result_quote, next_quote,
    nullif(concat_ws('; ', plan_corrected, result_corrected, next_corrected), '') as corrected,
from side_by_side
