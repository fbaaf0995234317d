-- One row is one question to the judge (verdicts): what a target asks for and what was reached, on
-- one axis. tier is core (the target itself), stretch (its second tier: 力争20%) or relative (what
-- a target that is measured against something else asks for). blocked says why it must stay open. A
-- result that is told as a share of its plan has met it at 100 %; less of it may be a share of the
-- plan of several years, and settles nothing.
-- grain: tier of a target and plan year
-- reads: lines, second_tiers, relative_figures
with
    lined as (
        select
            l.jurisdiction_code, l.series_key, l.plan_year, l.plan, l.result, l.share,
            l.thing.direction as direction,
            unnest(
                [
                    {
                        tier: 'core', observation_id: l.plan.observation_id, bound: l.plan.bound,
                        figure: l.plan.figure, low: l.plan.low, high: l.plan.high, step: l.plan.step
                    },
                    {
                        tier: 'stretch', observation_id: t.observation_id, bound: t.bound,
                        figure: t.figure, low: t.low, high: t.high, step: t.step
                    }
                ]
            ) as asks,
            case
                when l.share.low < 100 or l.share.bound in ('le', 'lt') then 'share_of_plan'
                when l.plan.disputed or l.result.disputed then 'several_values'
                -- 9 projects are not 9 people, though both may count top talent.
                when l.plan.unit_dimension is not null
                    and l.result.unit_dimension is not null
                    and (l.plan.unit_dimension = 'person') <> (l.result.unit_dimension = 'person')
                    then 'unit_differs'
            end as blocked,
        from lines as l
        left join second_tiers as t
            on l.jurisdiction_code = t.jurisdiction_code
            and l.plan.observation_id = t.parent_id
        where l.plan is not null
            and (
                l.result is not null
                and l.plan.measure <> 'relative'
                and not (l.plan.measure = 'change' and l.plan.reference is not null)
                or l.share is not null
                and l.plan.sign > 0
                and l.thing.direction in ('higher', 'floor')
            )
    )
select
    jurisdiction_code, series_key, plan_year, asks.observation_id, asks.tier, direction,
    case when share is null then plan.measure else 'amount' end as measure,
    case when share is null then plan.dimension else 'percentage' end as dimension,
    asks.bound as asked_bound,
    case when share is null then asks.figure else 100 end as asked,
    case when share is null then asks.low else 100 end as asked_low,
    case when share is null then asks.high else 100 end as asked_high,
    case when share is null then asks.step else 0 end as asked_step,
    coalesce(share.bound, result.bound) as reached_bound,
    coalesce(share.figure, result.figure) as reached,
    coalesce(share.low, result.low) as reached_low,
    coalesce(share.high, result.high) as reached_high,
    coalesce(share.step, result.step) as reached_step, blocked,
from lined
where asks.tier = 'core' or asks.observation_id is not null and share is null
union all
select
    jurisdiction_code, series_key, year as plan_year, observation_id, 'relative' as tier,
    case when direction <> 'none' then direction when side < 0 then 'lower' else 'higher' end
        as direction, measure, 'percentage' as dimension,
    case
        when relation = 'with' or points > 0 and bound = 'approx' then 'approx'
        -- 高于全省不超过1个百分点 bounds the difference, 低于全省不超过1个百分点 from its other side.
        when relation = 'above' and points > 0 and bound in ('gt', 'le', 'lt') then bound
        when relation = 'below' and points > 0 and bound = 'gt' then 'lt'
        when relation = 'below' and points > 0 and bound = 'le' then 'ge'
        when relation = 'below' and points > 0 and bound = 'lt' then 'gt'
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
