-- One row is one verdict, by the rule of attainment_rules that holds for its comparator and its
-- direction: this is the one judge of core targets, second tiers and relative targets. On the axis
-- on which more is better the result lies between worst and best (a bound leaves one end open): it
-- is met when even worst reaches what was asked, missed when even best falls short, and open in
-- between. A result that is rounded more coarsely than its target misses nothing by less than half
-- of its last digit, nor does one in 万, 亿 or whole percent that says the very number that should be
-- passed (超1万家 and 1万家, 超过60% and 60%).
-- grain: tier of a target and plan year
-- reads: trials, attainment_rules
-- made: table
with
    ruled as (
        select
            t.jurisdiction_code, t.series_key, t.plan_year, t.observation_id, t.tier, t.blocked,
            t.asked_bound, t.asked, t.asked_low, t.asked_high, t.asked_step, t.reached_bound,
            t.reached, t.reached_low, t.reached_high, t.reached_step,
            rule.note as attainment_rule, rule.strict, t.dimension = 'percentage' as in_percent,
            case rule.better when 'lower' then -1 when 'higher' then 1 when 'equal' then 0 end
                as side,
            case
                when t.dimension in ('percentage', 'points') and t.measure <> 'amount'
                    then rule.tolerance_points
                else rule.tolerance_share * abs(t.asked)
            end as tolerance,
            1e-9 * greatest(1, abs(t.asked)) as rounding,
        from trials as t
        left join attainment_rules as rule
            on t.asked_bound = rule.comparator
            and rule.direction in (t.direction, 'any')
    ),
    placed as (
        select
            jurisdiction_code, series_key, plan_year, observation_id, tier, blocked,
            attainment_rule, strict, side, tolerance, rounding, asked_bound, reached_bound,
            side * (reached - asked) as margin,
            abs(reached_low - asked_low) <= rounding
            and abs(reached_high - asked_high) <= rounding
            and reached_bound = 'eq' as equal,
            case when side < 0 then -asked_high else asked_low end as needed,
            case
                when side < 0 and reached_bound in ('ge', 'gt') then '-inf'::double
                when side < 0 then -reached_high
                when reached_bound in ('le', 'lt') then '-inf'::double
                else reached_low
            end as worst,
            case
                when side < 0 and reached_bound in ('le', 'lt') then 'inf'::double
                when side < 0 then -reached_low
                when reached_bound in ('ge', 'gt') then 'inf'::double
                else reached_high
            end as best,
            reached_bound = case when side < 0 then 'lt' else 'gt' end as above_worst,
            reached_bound = case when side < 0 then 'gt' else 'lt' end as below_best,
            case
                when
                    reached_step > asked_step
                    or strict and reached_step > 1
                    or strict and reached_step = 1 and in_percent
                    then reached_step / 2
                else 0
            end as blur,
        from ruled
    ),
    judged as (
        select
            jurisdiction_code, series_key, plan_year, observation_id, tier, attainment_rule, side,
            margin,
            case
                when blocked is not null then blocked
                when side is null then 'no_rule'
                when side = 0 then case when equal then 'met' else 'no_direction' end
                when reached_bound = 'approx' and asked_bound <> 'approx'
                    and abs(worst - needed) <= rounding then 'result_is_approximate'
                when worst > needed + rounding
                    or worst >= needed - rounding and (not strict or above_worst) then 'met'
                when best > needed + rounding
                    or best >= needed - rounding and not (strict or below_best)
                    then 'result_is_a_bound'
                when best <= needed + rounding and best + blur > needed + rounding
                    then 'result_is_rounded'
                when tolerance > 0 and worst >= needed - tolerance - rounding then 'near'
                when tolerance > 0 and best >= needed - tolerance - rounding
                    then 'result_is_a_bound'
                else 'missed'
            end as verdict,
        from placed
    )
select
    jurisdiction_code, series_key, plan_year, observation_id, tier,
    case when verdict in ('met', 'near', 'missed') then verdict else 'unknown' end as attainment,
    case when verdict not in ('met', 'near', 'missed') then verdict end as attainment_reason,
    attainment_rule,
    case when side <> 0 then margin end as margin,
from judged
