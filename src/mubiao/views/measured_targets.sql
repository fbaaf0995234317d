-- One row is one target that is measured against something else (与经济增长同步, 高于规上工业2个
-- 百分点), and what it asks for: so many points on a side of the reference.
-- grain: target that is measured against something else
-- reads: figures
select
    jurisdiction_code, jurisdiction, year, observation_id, series_key, thing_key,
    indicator_id, indicator, scope, direction, measure, reference, reference_id, reference_code,
    relation, bound, quote, value_text,
    case when measure = 'relative' then 0 else value end as points,
    case when relation in ('below', 'at_most') then -1 else 1 end as side,
    coalesce(
        reference_id, case when reference_code is not null then indicator_id end
    ) as reference_indicator,
from figures
where stage = 'target'
    and counts
    and (measure = 'relative' or measure = 'change' and reference is not null)
