-- One row is one line whose target and result are both known, and whether the target was met. On the axis on which more is
-- better the result lies between worst and best (a bound leaves one end open): it is met when even worst reaches what was
-- asked, missed when even best falls short, and open in between.
with
    ruled as not materialized (
        select
            l.series_key, l.jurisdiction_code, l.plan_year, l.measure, l.p, l.r, rule.note as attainment_rule, rule.strict, rule.better,
            case rule.better when 'lower' then -1 when 'higher' then 1 else 0 end as side,
            case when l.measure = 'amount' then rule.tolerance_share * abs(l.p.figure) else rule.tolerance_points end as tolerance,
            1e-9 * greatest(1, abs(l.p.figure)) as rounding,
        from lines l
        left join attainment_rules rule on rule.comparator = l.p.bound and rule.direction in (l.direction, 'any')
        where l.p.series_key is not null and l.r.series_key is not null and l.measure <> 'relative'
    ),
    placed as not materialized (
        select
            *,
            case when side < 0 then -p.high else p.low end as asked,
            case
                when side < 0 then case when r.bound in ('ge', 'gt') then '-inf'::double else -r.high end
                else case when r.bound in ('le', 'lt') then '-inf'::double else r.low end
            end as worst,
            case
                when side < 0 then case when r.bound in ('le', 'lt') then 'inf'::double else -r.low end
                else case when r.bound in ('ge', 'gt') then 'inf'::double else r.high end
            end as best,
            r.bound = case when side < 0 then 'lt' else 'gt' end as above_worst,
            r.bound = case when side < 0 then 'gt' else 'lt' end as below_best,
        from ruled
    ),
    judged as not materialized (
        select
            *,
            case
                when side is null then 'no_rule'
                when side = 0 and (abs(r.low - p.low) > rounding or abs(r.high - p.high) > rounding or r.bound <> 'eq') then 'no_direction'
                when side = 0 then 'met'
                when r.bound = 'approx' and p.bound <> 'approx' and abs(worst - asked) <= rounding then 'result_is_approximate'
                when worst > asked + rounding or worst >= asked - rounding and (not strict or above_worst) then 'met'
                when not (best < asked - rounding or best <= asked + rounding and (strict or below_best)) then 'result_is_a_bound'
                when tolerance > 0 and worst >= asked - tolerance - rounding then 'near'
                when tolerance > 0 and best >= asked - tolerance - rounding then 'result_is_a_bound'
                else 'missed'
            end as verdict,
        from placed
    )
select
    series_key, jurisdiction_code, plan_year,
    case when verdict in ('met', 'near', 'missed') then verdict else 'unknown' end as attainment,
    case when verdict in ('met', 'near', 'missed') then null else verdict end as attainment_reason,
    attainment_rule,
    case when side <> 0 then side * (r.figure - p.figure) end as margin,
from judged
