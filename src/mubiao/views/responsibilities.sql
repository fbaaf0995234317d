-- One row is one leading unit of one place and year: its tasks, how many of them hold quantified
-- targets, how many targets, and their verdicts where they are known.
-- grain: leading unit, place and year
-- reads: tasks, observations, plan_result_next, jurisdictions
with
    led as (
        select jurisdiction_code, year, task_id, unnest(lead_units) as unit
        from tasks
        where part = 'plan' and len(lead_units) > 0
    ),
    targets as (
        select o.task_id, o.observation_id, p.attainment
        from observations as o
        left join plan_result_next as p on o.observation_id = p.plan_observation_id
        where o.stage = 'target' and o.role = 'core' and o.source_kind = 'document'
    )
select
    led.jurisdiction_code, j.jurisdiction, led.year, led.unit,
    count(distinct led.task_id) as tasks,
    count(distinct targets.task_id) as quantified_tasks,
    count(distinct targets.observation_id) as targets,
    count(distinct targets.observation_id) filter (targets.attainment = 'met') as met,
    count(distinct targets.observation_id) filter (targets.attainment = 'near') as near,
    count(distinct targets.observation_id) filter (targets.attainment = 'missed') as missed,
from led
left join targets on led.task_id = targets.task_id
left join jurisdictions as j on led.jurisdiction_code = j.jurisdiction_code
group by led.jurisdiction_code, j.jurisdiction, led.year, led.unit
