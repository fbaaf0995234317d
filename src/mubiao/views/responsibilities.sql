-- One row is one leading unit of one place and year: its tasks, how many of them hold quantified
-- targets, how many targets, and their verdicts where they are known. Verdicts come from the few
-- targets that have one: what is only counted stands in led_tasks.
-- grain: leading unit, place and year
-- reads: led_tasks, led_targets, plan_result_next, jurisdictions
with
    judged as (
        select
            t.jurisdiction_code, t.year, t.unit,
            count(*) filter (p.attainment = 'met') as met,
            count(*) filter (p.attainment = 'near') as near,
            count(*) filter (p.attainment = 'missed') as missed,
        from led_targets as l
        inner join plan_result_next as p
            on l.target_code = p.jurisdiction_code
            and l.target_year = p.plan_year
            and l.observation_id = p.plan_observation_id
        inner join led_tasks as t
            on l.jurisdiction_code = t.jurisdiction_code
            and l.task_id = t.task_id
        where p.attainment in ('met', 'near', 'missed')
        group by t.jurisdiction_code, t.year, t.unit
    ),
    led as (
        select
            jurisdiction_code, year, unit,
            count(*) as tasks,
            count(*) filter (targets > 0) as quantified_tasks,
            sum(targets)::bigint as targets,
        from led_tasks
        group by jurisdiction_code, year, unit
    )
select
    led.jurisdiction_code, j.jurisdiction, led.year, led.unit, led.tasks, led.quantified_tasks,
    led.targets,
    coalesce(judged.met, 0) as met,
    coalesce(judged.near, 0) as near,
    coalesce(judged.missed, 0) as missed,
from led
left join judged
    on led.jurisdiction_code = judged.jurisdiction_code
    and led.year = judged.year
    and led.unit = judged.unit
left join jurisdictions as j on led.jurisdiction_code = j.jurisdiction_code
