-- One row is one second tier of a target (力争20%): the first where several stand beside it.
-- grain: target that has a second tier
-- reads: staged
select
    jurisdiction_code, parent_id, observation_id, bound, figure, low, high, step, value_text,
from staged
where role = 'stretch' and stage = 'target' and value is not null
qualify row_number() over (
    partition by jurisdiction_code, parent_id order by char_start, observation_id
) = 1
