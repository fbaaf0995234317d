-- One row is one target that is measured against something else (与经济增长同步, 高于规上工业2个
-- 百分点) with the figures that settle it: its own result, that of the reference, and what the
-- target asks for once the reference is known. What is said of two things at once (城乡居民收入) is
-- settled by the worse of both, if both are known; a whole of which only both parts are known grows
-- at least as fast as the slower of them. Where the figures are not both known, a report may state
-- the difference itself (高于全国1.5个百分点: apart). Of a rate that is told in constant and in
-- current prices the one counts that is told in the prices of the other side. blocked says why it
-- stays open.
-- grain: target that is measured against something else
-- reads: figures, measured_targets, rates, indicators, units, silences
with
    -- In constant prices before current ones, as most references are.
    own_rates as (
        select
            jurisdiction_code, jurisdiction, thing_key, year, indicator_id, indicator, measure,
            figure, low, high, bound, step, status, basis, real_growth, quote, observation_id,
            doc_id, disputed,
        from rates
        qualify row_number() over (
            partition by jurisdiction_code, thing_key, year order by basis desc
        ) = 1
    ),
    apart as (
        select
            jurisdiction_code, thing_key, year, reference_code, quote, doc_id, observation_id,
            coalesce(
                reference_id, case when reference_code is not null then indicator_id end
            ) as reference_indicator,
            step, disputed, status,
            case when relation in ('below', 'at_most') then -1 else 1 end as turn,
            turn * figure as figure,
            case when turn > 0 then low else -high end as low,
            case when turn > 0 then high else -low end as high,
            case
                when turn > 0 then bound
                when bound in ('ge', 'gt') then 'le'
                when bound in ('le', 'lt') then 'ge'
                else bound
            end as bound,
        from figures
        where stage = 'result'
            and counts
            and measure = 'change'
            and reference is not null
            and scope = ''
    ),
    halves as (
        select
            asked.jurisdiction_code, asked.observation_id, own_rates as rate, asked.side,
            coalesce(half.parent = asked.indicator_id, false) as is_part,
        from measured_targets as asked
        inner join indicators as thing on asked.indicator_id = thing.indicator_id
        inner join own_rates
            on asked.jurisdiction_code = own_rates.jurisdiction_code
            and asked.year = own_rates.year
            and list_contains(thing.both_of, own_rates.indicator_id)
            and own_rates.measure = 'growth'
            and asked.scope = ''
        inner join indicators as half on own_rates.indicator_id = half.indicator_id
        qualify count(*) over (partition by asked.jurisdiction_code, asked.observation_id)
            = len(thing.both_of)
    ),
    worse_half as (
        select
            jurisdiction_code, observation_id,
            struct_update(
                arg_min(rate, side * rate.figure),
                bound := case
                    when bool_or(is_part) then 'ge'
                    else arg_min(rate.bound, side * rate.figure)
                end
            ) as rate,
            string_agg(format('{} {}%', rate.indicator, rate.figure), ', ' order by rate.indicator)
                as said,
        from halves
        group by jurisdiction_code, observation_id
    ),
    known as (
        select
            a.jurisdiction_code, a.jurisdiction, a.year, a.observation_id, a.series_key,
            a.indicator_id, a.indicator, a.direction, a.measure, a.reference, a.reference_id,
            a.reference_code, a.relation, a.bound, a.quote, a.points, a.side, a.thing_key,
            a.scope, a.reference_indicator,
            coalesce(money.dimension = 'money_cny', false) as in_money,
            case when whole.figure is not null then whole else half.rate end as own,
            coalesce(format('{} {}%', whole.indicator, whole.figure), half.said) as own_said,
        from measured_targets as a
        left join rates as whole
            on a.jurisdiction_code = whole.jurisdiction_code
            and a.thing_key = whole.thing_key
            and a.year = whole.year
            and a.scope = ''
        left join indicators as thing on a.indicator_id = thing.indicator_id
        left join units as money on thing.unit = money.unit
        left join worse_half as half
            on a.jurisdiction_code = half.jurisdiction_code
            and a.observation_id = half.observation_id
    ),
    settled as (
        select
            k.jurisdiction_code, k.jurisdiction, k.year, k.observation_id, k.series_key,
            k.indicator_id, k.indicator, k.direction, k.measure, k.reference, k.reference_id,
            k.reference_code, k.relation, k.bound, k.quote, k.points, k.side, k.in_money, k.own,
            k.own_said,
            case when ref.figure is not null then ref end as ref,
            case when apart.figure is not null then apart end as apart,
            (k.own.indicator_id is not distinct from ref.indicator_id) as of_one_thing,
            nullif(s.silence, 'stated') as silence,
        from known as k
        left join rates as ref
            on k.year = ref.year
            and coalesce(k.own.measure, 'growth') = ref.measure
            and coalesce(k.reference_code, k.jurisdiction_code) = ref.jurisdiction_code
            and k.reference_indicator = ref.indicator_id
        left join apart
            on k.jurisdiction_code = apart.jurisdiction_code
            and k.thing_key = apart.thing_key
            and k.year = apart.year
            and k.scope = ''
            and k.reference_code is not distinct from apart.reference_code
            and k.reference_indicator = apart.reference_indicator
        left join silences as s
            on k.jurisdiction_code = s.jurisdiction_code
            and k.year = s.year
            and s.stage = 'result'
        qualify row_number() over (
            partition by k.jurisdiction_code, k.observation_id
            order by
                of_one_thing and k.own.basis is distinct from ref.basis, k.own.basis desc,
                ref.basis desc
        ) = 1
    )
select
    jurisdiction_code, jurisdiction, year, observation_id, series_key, indicator_id, indicator,
    direction, measure, reference, reference_id, reference_code, relation, bound, quote, points,
    side,
    own, ref, apart, ref.figure + side * points as required,
    own is null or ref is null as by_difference,
    case
        when of_one_thing and own.basis <> ref.basis and ref.basis = 'real'
            or ref.real_growth and not own.real_growth and own.basis <> 'real' and in_money
            then 'nominal_against_real'
    end as bases,
    case
        when relation in ('set', 'share', 'trend') then 'no_number_known'
        when reference_id is null and reference_code is null then 'reference_unknown'
        when apart.disputed and by_difference then 'several_values'
        when apart is not null and by_difference then null
        when own is null then coalesce(silence, 'no_result')
        when ref is null then 'no_result_of_reference'
        when ref.bound not in ('eq', 'approx') then 'reference_is_a_bound'
        when own.disputed or ref.disputed then 'several_values'
    end as blocked,
    case
        when by_difference
            then apart.quote
        else format(
            '{}; {}{} {}%{}',
            own_said,
            case when reference_code is not null then ref.jurisdiction else '' end,
            ref.indicator,
            ref.figure,
            case
                when points > 0
                    then format(
                        ' {} {} = {}%', case when side > 0 then '+' else '-' end, points, required
                    )
                else ''
            end
        )
    end as arithmetic,
from settled
