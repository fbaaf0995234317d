-- One row is one question to the judge (verdicts): what a target asks for and what was reached, on
-- one axis. tier is core (the target itself), stretch (its second tier: 力争20%) or relative (what
-- a target that is measured against something else asks for). blocked says why it must stay open. A
-- result that is told as a share of its plan has met it at 100 %; less of it may be a share of the
-- plan of several years, and settles nothing.
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
    jurisdiction_code, series_key, plan_year, plan.observation_id as observation_id,
    'core' as tier, thing.direction as direction, 'amount' as measure,
    'percentage' as dimension, plan.bound as asked_bound, 100 as asked, 100 as asked_low,
    100 as asked_high, 0 as asked_step, share.bound as reached_bound, share.figure as reached,
    share.low as reached_low, share.high as reached_high, share.step as reached_step,
    case when share.low < 100 or share.bound in ('le', 'lt') then 'share_of_plan' end as blocked,
from lines
where share is not null and plan.sign > 0 and thing.direction in ('higher', 'floor')
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
    case when by_difference then side * points else required end as asked,
    asked as asked_low, asked as asked_high,
    case when by_difference then 0 else ref.step end as asked_step,
    case
        when by_difference then apart.bound
        when own.bound = 'eq' and ref.bound = 'approx' then 'approx'
        else own.bound
    end as reached_bound,
    case when by_difference then apart.figure else own.figure end as reached,
    case when by_difference then apart.low else own.low end as reached_low,
    case when by_difference then apart.high else own.high end as reached_high,
    case when by_difference then apart.step else own.step end as reached_step, blocked,
from relative_figures
