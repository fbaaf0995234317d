-- One row is one target that is measured against something else (与经济增长同步, 高于规上工业2个
-- 百分点): what it asks for once the reference is known, what was reached, and the arithmetic.
-- Without a known reference it stands as written. bases says where a rate in current prices is
-- held against one in constant prices.
-- grain: target that is measured against something else
-- reads: relative_figures, verdicts
-- made: table
select
    f.jurisdiction_code, f.jurisdiction, f.year, f.indicator_id, f.indicator, f.measure,
    f.reference, f.reference_id, f.reference_code, f.ref.indicator as reference_indicator,
    f.relation, f.points, f.ref.figure as reference_figure, f.ref.bound as reference_bound,
    f.ref.status as reference_status, f.apart.figure as stated_difference, f.required,
    f.own.figure as result_value,
    f.own.bound as result_bound,
    case when 'estimate' in (f.own.status, f.ref.status) then 'estimate' else f.own.status end
        as result_status,
    f.bases, v.attainment, v.attainment_reason, v.attainment_rule, v.margin,
    f.arithmetic, f.quote, f.own.quote as result_quote, f.ref.quote as reference_quote,
    f.observation_id, f.own.observation_id as result_observation_id,
    f.own.doc_id as result_doc_id,
from relative_figures as f
left join verdicts as v
    on f.jurisdiction_code = v.jurisdiction_code
    and f.year = v.plan_year
    and f.observation_id = v.observation_id
    and v.tier = 'relative'
