-- One row is one line of a comparison before it is judged: for one place, series and plan year the
-- target, the result (stated, or derived), the target of the year after, and what else is said of
-- the same thing in a way that cannot stand in the line. plan, result and later are whole rows of
-- figures, *_ways lists of what is told elsewhere, *_silence what it means that nothing is. share
-- is the percentage of its own plan that a result is told as (完成年计划的118.2%), where it is told
-- in no other way.
-- grain: series and plan year
-- reads: figures, derived, elsewhere, silences, staged, units
with
    results as (
        select
            jurisdiction_code, series_key, year, comparator, bound, signed_value,
            signed_value_high, unit, unit_dimension, figure, low, high, step, status, standing,
            source_kind, note, corrected, phrase, action, value_text, quote, observation_id, doc_id,
            statements, disputed,
        from figures
        where stage = 'result' and counts
        union all
        select
            d.jurisdiction_code, d.series_key, d.year, 'eq' as comparator, 'eq' as bound,
            d.value as signed_value, null as signed_value_high, d.unit,
            u.dimension as unit_dimension, d.figure, d.figure as low, d.figure as high, d.step,
            d.status, false as standing, d.source_kind, null as note, null as corrected,
            null as phrase, null as action, null as value_text, d.quote,
            null as observation_id, d.doc_id, 0 as statements, false as disputed,
        from derived as d
        left join units as u on d.unit = u.unit
    ),
    shares as (
        select
            s.jurisdiction_code, p.series_key, s.year,
            first(s) as share,
        from staged as s
        inner join figures as p
            on s.jurisdiction_code = p.jurisdiction_code
            and s.year = p.year
            and p.stage = 'target'
            and p.counts
            and p.measure = 'amount'
            and p.scope = s.scope
            and coalesce(s.indicator_id, s.phrase) = coalesce(p.indicator_id, p.phrase)
        where s.stage = 'result'
            and s.relation = 'fulfilment'
            and s.period_start = s.year
        group by s.jurisdiction_code, p.series_key, s.year, s.indicator_id, s.phrase
        having count(distinct s.signed_value) = 1
    ),
    -- Lines begin from their keys, so that a filter on place reaches every table below; what is
    -- read twice is a view or a table: into a CTE that is read twice no filter goes.
    keys as (
        select jurisdiction_code, series_key, thing_key, year as plan_year
        from figures
        where stage = 'target' and counts
        union
        select jurisdiction_code, series_key, thing_key, year - 1 as plan_year
        from figures
        where stage = 'target' and counts
    ),
    pairs as (
        select
            k.jurisdiction_code, k.series_key, k.thing_key, k.plan_year::smallint as plan_year,
            -- A row that an outer join does not find is a struct of nulls, not null.
            case when p.series_key is not null then p end as plan,
            case when n.series_key is not null then n end as later,
            coalesce(plan, later) as thing,
        from keys as k
        left join figures as p
            on k.jurisdiction_code = p.jurisdiction_code
            and k.series_key = p.series_key
            and k.plan_year = p.year
            and p.stage = 'target'
            and p.counts
        left join figures as n
            on k.jurisdiction_code = n.jurisdiction_code
            and k.series_key = n.series_key
            and k.plan_year + 1 = n.year
            and n.stage = 'target'
            and n.counts
    )
select
    l.jurisdiction_code, l.series_key, l.plan_year, l.thing, l.plan,
    case when r.series_key is not null then r end as result,
    l.later,
    case when l.plan is null then coalesce(tp.ways, []) else [] end as plan_ways,
    case when r.series_key is null and l.plan is not null then sh.share end as share,
    case
        when r.series_key is null and sh.share is not null then list_prepend(
            struct_pack(
                place := sh.share.doc_id,
                value := sh.share.value_text,
                why := 'share_of_plan',
                quote := sh.share.quote
            ),
            coalesce(tr.ways, [])
        )
        when r.series_key is null then coalesce(tr.ways, [])
        else []
    end as result_ways,
    case when l.later is null then coalesce(tn.ways, []) else [] end as later_ways,
    cp.silence as plan_silence, cr.silence as result_silence, cn.silence as later_silence,
from pairs as l
left join results as r
    on l.jurisdiction_code = r.jurisdiction_code
    and l.series_key = r.series_key
    and l.plan_year = r.year
left join shares as sh
    on l.jurisdiction_code = sh.jurisdiction_code
    and l.series_key = sh.series_key
    and l.plan_year = sh.year
left join elsewhere as tp
    on l.jurisdiction_code = tp.jurisdiction_code
    and l.series_key = tp.series_key
    and l.plan_year = tp.year
    and tp.stage = 'target'
left join elsewhere as tr
    on l.jurisdiction_code = tr.jurisdiction_code
    and l.series_key = tr.series_key
    and l.plan_year = tr.year
    and tr.stage = 'result'
left join elsewhere as tn
    on l.jurisdiction_code = tn.jurisdiction_code
    and l.series_key = tn.series_key
    and l.plan_year + 1 = tn.year
    and tn.stage = 'target'
left join silences as cp
    on l.jurisdiction_code = cp.jurisdiction_code
    and l.plan_year = cp.year
    and cp.stage = 'target'
left join silences as cr
    on l.jurisdiction_code = cr.jurisdiction_code
    and l.plan_year = cr.year
    and cr.stage = 'result'
left join silences as cn
    on l.jurisdiction_code = cn.jurisdiction_code
    and l.plan_year + 1 = cn.year
    and cn.stage = 'target'
