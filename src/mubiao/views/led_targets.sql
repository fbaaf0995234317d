-- One row is one quantified target in a task of a plan that units lead: place and year of the task,
-- and those of the target, which may be of a place below and for a later year.
-- grain: target
-- reads: tasks, observations
-- made: table
select
    t.jurisdiction_code, t.year, o.task_id, o.observation_id,
    o.jurisdiction_code as target_code, o.year as target_year,
from tasks as t
inner join observations as o on t.task_id = o.task_id
where t.part = 'plan'
    and len(t.lead_units) > 0
    and o.stage = 'target'
    and o.role = 'core'
    and o.source_kind = 'document'
order by t.jurisdiction_code, t.year, o.observation_id
