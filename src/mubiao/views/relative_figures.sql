-- One row is one target that is measured against something else (与经济增长同步, 高于规上工业2个
-- 百分点) with the figures that settle it: its own result, that of the reference, and what the
-- target asks for once the reference is known. What is said of two things at once (城乡居民收入) is
-- settled by the worse of both, if both are known; a whole of which only both parts are known grows
-- at least as fast as the slower of them. blocked says why it stays open.
-- grain: target that is measured against something else
-- reads: figures, indicators, units
with
    asked as not materialized (
        select
            jurisdiction_code, jurisdiction, year, observation_id, series_key, thing_key,
            indicator_id, indicator, direction, measure, reference, reference_id, reference_code,
            relation, quote, value_text,
            case when measure = 'relative' then 0 else value end as points,
            case when relation in ('below', 'at_most') then -1 else 1 end as side,
        from figures
        where stage = 'target'
            and counts
            and (measure = 'relative' or measure = 'change' and reference is not null)
    ),
    -- Of a thing that grows and has a share as well, the growth is meant; the share only where
    -- nothing grows. In constant prices before current ones, as most references are.
    rates as not materialized (
        select
            jurisdiction_code, jurisdiction, thing_key, year, indicator_id, indicator, measure,
            figure, low, high, bound, step, status, basis, real_growth, quote, observation_id,
            doc_id, disputed,
        from figures
        where stage = 'result'
            and counts
            and measure in ('growth', 'ratio')
            and dimension = 'percentage'
            and scope = ''
        qualify row_number() over (
            partition by jurisdiction_code, thing_key, year order by measure, basis desc
        ) = 1
    ),
    halves as not materialized (
        select
            asked.jurisdiction_code, asked.observation_id, rates as rate, asked.side,
            coalesce(half.parent = asked.indicator_id, false) as is_part,
        from asked
        inner join indicators as thing on asked.indicator_id = thing.indicator_id
        inner join rates
            on asked.jurisdiction_code = rates.jurisdiction_code
            and asked.year = rates.year
            and list_contains(thing.both_of, rates.indicator_id)
            and rates.measure = 'growth'
        inner join indicators as half on rates.indicator_id = half.indicator_id
        qualify count(*) over (partition by asked.jurisdiction_code, asked.observation_id)
            = len(thing.both_of)
    ),
    worse_half as not materialized (
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
    known as not materialized (
        select
            a.jurisdiction_code, a.jurisdiction, a.year, a.observation_id, a.series_key,
            a.indicator_id, a.indicator, a.direction, a.measure, a.reference, a.reference_id,
            a.reference_code, a.relation, a.quote, a.points, a.side,
            coalesce(money.dimension = 'money_cny', false) as in_money,
            case when whole.figure is not null then whole else half.rate end as own,
            case when ref.figure is not null then ref end as ref,
            coalesce(format('{} {}%', whole.indicator, whole.figure), half.said) as own_said,
        from asked as a
        left join rates as whole
            on a.jurisdiction_code = whole.jurisdiction_code
            and a.thing_key = whole.thing_key
            and a.year = whole.year
        left join indicators as thing on a.indicator_id = thing.indicator_id
        left join units as money on thing.unit = money.unit
        left join worse_half as half
            on a.jurisdiction_code = half.jurisdiction_code
            and a.observation_id = half.observation_id
        left join rates as ref
            on a.year = ref.year
            and coalesce(whole.measure, 'growth') = ref.measure
            and coalesce(a.reference_code, a.jurisdiction_code) = ref.jurisdiction_code
            and coalesce(
                a.reference_id, case when a.reference_code is not null then a.indicator_id end
            ) = ref.indicator_id
    )
select
    jurisdiction_code, jurisdiction, year, observation_id, series_key, indicator_id, indicator,
    direction, measure, reference, reference_id, reference_code, relation, quote, points, side,
    own, ref, ref.figure + side * points as required,
    case
        when ref.real_growth and not own.real_growth and own.basis <> 'real' and in_money
            then 'nominal_against_real'
    end as bases,
    case
        when relation in ('set', 'share', 'trend') then 'no_number_known'
        when reference_id is null and reference_code is null then 'reference_unknown'
        when own is null then 'no_result'
        when ref is null then 'no_result_of_reference'
        when ref.bound not in ('eq', 'approx') then 'reference_is_a_bound'
        when own.disputed or ref.disputed then 'several_values'
    end as blocked,
    format(
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
    ) as arithmetic,
from known
