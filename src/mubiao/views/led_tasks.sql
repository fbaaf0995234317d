-- One row is one task of a plan and one of the units that lead it, with the quantified targets that
-- the task holds.
-- grain: task and leading unit
-- reads: tasks, led_targets
-- made: table
with
    told as (
        select jurisdiction_code, task_id, count(*) as targets
        from led_targets
        group by jurisdiction_code, task_id
    )
select
    t.jurisdiction_code, t.year, t.task_id, unnest(list_distinct(t.lead_units)) as unit,
    coalesce(told.targets, 0)::integer as targets,
from tasks as t
left join told
    on t.jurisdiction_code = told.jurisdiction_code
    and t.task_id = told.task_id
where t.part = 'plan' and len(t.lead_units) > 0
order by t.jurisdiction_code, t.year, unit, t.task_id
