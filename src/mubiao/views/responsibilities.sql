-- One row is one leading unit of one place and year: its tasks, how many of them hold quantified
-- targets, how many targets, and their verdicts where they are known.
-- grain: leading unit, place and year
-- reads: tasks, led_targets, plan_result_next, jurisdictions
with
    led as (
        select jurisdiction_code, year, task_id, unnest(list_distinct(lead_units)) as unit
        from tasks
        where part = 'plan' and len(lead_units) > 0
    ),
    -- Counted task by task first: a task has many targets, and several units may lead it.
    counted as (
        select
            l.jurisdiction_code, l.task_id,
            count(*) as targets,
            count(*) filter (p.attainment = 'met') as met,
            count(*) filter (p.attainment = 'near') as near,
            count(*) filter (p.attainment = 'missed') as missed,
        from led_targets as l
        left join plan_result_next as p
            on l.target_code = p.jurisdiction_code
            and l.target_year = p.plan_year
            and l.observation_id = p.plan_observation_id
        group by l.jurisdiction_code, l.task_id
    )
select
    led.jurisdiction_code, j.jurisdiction, led.year, led.unit,
    count(*) as tasks,
    count(counted.task_id) as quantified_tasks,
    coalesce(sum(counted.targets), 0)::bigint as targets,
    coalesce(sum(counted.met), 0)::bigint as met,
    coalesce(sum(counted.near), 0)::bigint as near,
    coalesce(sum(counted.missed), 0)::bigint as missed,
from led
left join counted
    on led.jurisdiction_code = counted.jurisdiction_code
    and led.task_id = counted.task_id
left join jurisdictions as j on led.jurisdiction_code = j.jurisdiction_code
group by led.jurisdiction_code, j.jurisdiction, led.year, led.unit
