-- One row is one line of a comparison before it is judged: for one place, series and plan year the
-- target, the result (stated, or derived), the target of the year after, and what else is said of
-- the same thing in a way that cannot stand in the line. plan, result and later are whole rows of
-- figures, *_ways lists of what is told elsewhere, *_silence what it means that nothing is. share
-- is the percentage of its own plan that a result is told as (完成年计划的118.2%), where it is told
-- in no other way.
-- grain: series and plan year
-- reads: figures, derived, coverage, staged
with
    targets as not materialized (
        select figures as said, jurisdiction_code, series_key, thing_key, year
        from figures
        where stage = 'target' and counts
    ),
    results as not materialized (
        select
            jurisdiction_code, series_key, year, comparator, bound, signed_value,
            signed_value_high, unit, unit_dimension, figure, low, high, step, status, standing,
            source_kind, note, phrase, action, value_text, quote, observation_id, doc_id,
            statements, disputed,
        from figures
        where stage = 'result' and counts
        union all
        select
            jurisdiction_code, series_key, year, 'eq' as comparator, 'eq' as bound,
            value as signed_value, null as signed_value_high, unit, null as unit_dimension, figure,
            figure as low, figure as high, step, status, false as standing, source_kind,
            null as note, null as phrase, null as action, null as value_text, quote,
            null as observation_id, doc_id, 0 as statements, false as disputed,
        from derived
    ),
    shares as not materialized (
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
            and s.part_of_year is null
            and s.period_start = s.year
        group by s.jurisdiction_code, p.series_key, s.year, s.indicator_id, s.phrase
        having count(distinct s.signed_value) = 1
    ),
    -- Lines begin from their keys, so that a filter on place reaches every table below.
    keys as not materialized (
        select jurisdiction_code, series_key, thing_key, year as plan_year from targets
        union
        select jurisdiction_code, series_key, thing_key, year - 1 as plan_year from targets
    ),
    pairs as not materialized (
        select
            k.jurisdiction_code, k.series_key, k.thing_key, k.plan_year::smallint as plan_year,
            p.said as plan, n.said as later, coalesce(p.said, n.said) as thing,
        from keys as k
        left join targets as p
            on k.jurisdiction_code = p.jurisdiction_code
            and k.series_key = p.series_key
            and k.plan_year = p.year
        left join targets as n
            on k.jurisdiction_code = n.jurisdiction_code
            and k.series_key = n.series_key
            and k.plan_year + 1 = n.year
    ),
    here as not materialized (
        select distinct
            jurisdiction_code, thing_key, series_key, said.measure as measure,
            said.dimension as dimension, said.flow as flow, said.work_part as work_part,
            said.scope_part as scope_part,
        from targets
    ),
    elsewhere as not materialized (
        select
            here.jurisdiction_code, here.series_key, way.year, way.stage,
            list(
                struct_pack(
                    place := way.doc_id,
                    value := coalesce(way.value_text, way.quote),
                    why := case
                        when way.measure <> here.measure then 'measure_differs'
                        when way.dimension <> here.dimension then 'unit_differs'
                        when 'unsaid' in (way.flow, here.flow) and way.flow <> here.flow
                            then 'new_or_total_unsaid'
                        when way.flow <> here.flow then 'running_total'
                        when way.work_part <> here.work_part then 'activity_differs'
                        when way.scope_part <> here.scope_part then 'scope_differs'
                        else 'basis_differs'
                    end,
                    quote := way.quote
                )
                order by coalesce(way.value_text, way.quote), way.observation_id
            ) as ways,
        from here
        inner join figures as way
            on here.jurisdiction_code = way.jurisdiction_code
            and here.thing_key = way.thing_key
            and here.series_key <> way.series_key
            and way.counts
            and not (here.measure = 'relative' and way.measure = 'relative')
            -- Two parts of a whole are two things; a part and its whole are told in two ways.
            and (here.scope_part = way.scope_part or '' in (here.scope_part, way.scope_part))
        group by here.jurisdiction_code, here.series_key, way.year, way.stage
    )
select
    l.jurisdiction_code, l.series_key, l.plan_year, l.thing, l.plan,
    -- A row that an outer join does not find is a struct of nulls, not null.
    case when r.series_key is not null then r end as result,
    l.later,
    case when l.plan is null then tp.ways end as plan_ways,
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
        when r.series_key is null then tr.ways
    end as result_ways,
    case when l.later is null then tn.ways end as later_ways,
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
left join coverage as cp
    on l.jurisdiction_code = cp.jurisdiction_code
    and l.plan_year = cp.year
    and cp.stage = 'target'
left join coverage as cr
    on l.jurisdiction_code = cr.jurisdiction_code
    and l.plan_year = cr.year
    and cr.stage = 'result'
left join coverage as cn
    on l.jurisdiction_code = cn.jurisdiction_code
    and l.plan_year + 1 = cn.year
    and cn.stage = 'target'
