-- One row is one line of a comparison before it is judged: for one place, series and plan year the target, the result (stated,
-- or derived), the target of the year after, and what else is said of the same thing in a way that cannot stand in the line.
with
    targets as not materialized (select * from figures where stage = 'target' and counts),
    results as not materialized (
        select
            series_key, jurisdiction_code, year, comparator, bound, sign, value, value_high, unit, figure, low, high, status, source_kind, note, phrase,
            value_text, quote, observation_id, doc_id,
        from figures
        where stage = 'result' and counts
        union all by name
        from derived
    ),
    -- Lines begin from their keys, so that a filter on place reaches every table below.
    keys as not materialized (
        select series_key, jurisdiction_code, year as plan_year from targets
        union
        select series_key, jurisdiction_code, year - 1 from targets
    ),
    pairs as not materialized (
        select
            k.series_key, coalesce(p.thing_key, n.thing_key) as thing_key,
            k.jurisdiction_code, coalesce(p.jurisdiction, n.jurisdiction) as jurisdiction, k.plan_year::smallint as plan_year,
            coalesce(p.indicator_id, n.indicator_id) as indicator_id, coalesce(p.indicator, n.indicator) as indicator,
            coalesce(p.theme, n.theme) as theme, coalesce(p.direction, n.direction) as direction, coalesce(p.matched_by, n.matched_by) as matched_by,
            coalesce(p.measure, n.measure) as measure, coalesce(p.cumulative, n.cumulative) as cumulative,
            coalesce(p.activity, n.activity) as activity, coalesce(p.dimension, n.dimension) as dimension,
            p, n,
        from keys k
        left join targets p on p.jurisdiction_code = k.jurisdiction_code and p.series_key = k.series_key and p.year = k.plan_year
        left join targets n on n.jurisdiction_code = k.jurisdiction_code and n.series_key = k.series_key and n.year = k.plan_year + 1
    ),
    here as not materialized (
        select distinct jurisdiction_code, thing_key, series_key, measure, cumulative, activity from targets
    ),
    elsewhere as not materialized (
        select
            here.jurisdiction_code, way.year, way.stage, here.series_key,
            list({
                text: coalesce(way.value_text, way.quote),
                why: case
                    when way.measure <> here.measure then 'measure_differs'
                    when way.cumulative <> here.cumulative then 'running_total'
                    when way.activity <> here.activity then 'activity_differs'
                    else 'unit_differs'
                end
            } order by coalesce(way.value_text, way.quote)) as ways,
        from here
        join figures way
            on way.jurisdiction_code = here.jurisdiction_code and way.thing_key = here.thing_key and way.series_key <> here.series_key and way.counts
        group by here.jurisdiction_code, way.year, way.stage, here.series_key
    )
select
    l.*, r,
    case when l.p.series_key is null then tp.ways end as plan_ways,
    case when r.series_key is null then tr.ways end as result_ways,
    case when l.n.series_key is null then tn.ways end as next_ways,
    cp.silence as plan_silence, cr.silence as result_silence, cn.silence as next_silence,
from pairs l
left join results r on r.jurisdiction_code = l.jurisdiction_code and r.series_key = l.series_key and r.year = l.plan_year
left join elsewhere tp
    on tp.jurisdiction_code = l.jurisdiction_code and tp.series_key = l.series_key and tp.year = l.plan_year and tp.stage = 'target'
left join elsewhere tr
    on tr.jurisdiction_code = l.jurisdiction_code and tr.series_key = l.series_key and tr.year = l.plan_year and tr.stage = 'result'
left join elsewhere tn
    on tn.jurisdiction_code = l.jurisdiction_code and tn.series_key = l.series_key and tn.year = l.plan_year + 1 and tn.stage = 'target'
left join coverage cp on cp.jurisdiction_code = l.jurisdiction_code and cp.year = l.plan_year and cp.stage = 'target'
left join coverage cr on cr.jurisdiction_code = l.jurisdiction_code and cr.year = l.plan_year and cr.stage = 'result'
left join coverage cn on cn.jurisdiction_code = l.jurisdiction_code and cn.year = l.plan_year + 1 and cn.stage = 'target'
