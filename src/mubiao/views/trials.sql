-- One row is one question to the judge (verdicts): what a target asks for and what was reached, on
-- one axis. tier is core (the target itself), stretch (its second tier: 力争20%) or relative (what
-- a target that is measured against something else asks for). blocked says why it must stay open.
-- grain: tier of a target and plan year
-- reads: lines, staged, relative_figures
with
    lined as not materialized (
        select
            jurisdiction_code, series_key, plan_year, plan, result, thing,
            case
                when plan.disputed or result.disputed then 'several_values'
                -- 9 projects are not 9 people, though both may count top talent.
                when plan.unit_dimension is not null
                    and result.unit_dimension is not null
                    and (plan.unit_dimension = 'person') <> (result.unit_dimension = 'person')
                    then 'unit_differs'
            end as blocked,
        from lines
        where plan is not null
            and result is not null
            and plan.measure <> 'relative'
            and not (plan.measure = 'change' and plan.reference is not null)
    ),
    second_tiers as not materialized (
        select
            jurisdiction_code, parent_id, observation_id, bound, figure, low, high, step,
        from staged
        where role = 'stretch' and stage = 'target' and value is not null
        qualify row_number() over (
            partition by jurisdiction_code, parent_id order by char_start, observation_id
        ) = 1
    )
select
    jurisdiction_code, series_key, plan_year, plan.observation_id as observation_id,
    'core' as tier, thing.direction as direction, plan.measure as measure,
    plan.dimension as dimension, plan.bound as asked_bound, plan.figure as asked,
    plan.low as asked_low, plan.high as asked_high, plan.step as asked_step,
    result.bound as reached_bound, result.figure as reached, result.low as reached_low,
    result.high as reached_high, result.step as reached_step, blocked,
from lined
union all
select
    l.jurisdiction_code, l.series_key, l.plan_year, t.observation_id,
    'stretch' as tier, l.thing.direction as direction, l.plan.measure as measure,
    l.plan.dimension as dimension, t.bound as asked_bound, t.figure as asked, t.low as asked_low,
    t.high as asked_high, t.step as asked_step, l.result.bound as reached_bound,
    l.result.figure as reached, l.result.low as reached_low, l.result.high as reached_high,
    l.result.step as reached_step, l.blocked,
from lined as l
inner join second_tiers as t
    on l.jurisdiction_code = t.jurisdiction_code
    and l.plan.observation_id = t.parent_id
union all
select
    jurisdiction_code, series_key, year as plan_year, observation_id, 'relative' as tier,
    case when direction = 'none' then 'higher' else direction end as direction, measure,
    'percentage' as dimension,
    case
        when relation = 'with' then 'approx'
        when relation = 'at_least' or relation = 'above' and points > 0 then 'ge'
        when relation = 'at_most' or relation = 'below' and points > 0 then 'le'
        when relation = 'below' then 'lt'
        else 'gt'
    end as asked_bound,
    required as asked, required as asked_low, required as asked_high, ref.step as asked_step,
    case when own.bound = 'eq' and ref.bound = 'approx' then 'approx' else own.bound end
        as reached_bound,
    own.figure as reached, own.low as reached_low, own.high as reached_high,
    own.step as reached_step, blocked,
from relative_figures
