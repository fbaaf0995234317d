-- One row is one line of a comparison before it is judged: for one place, series and plan year the target, the result (stated,
-- or derived), the target of the year after, and what else is said of the same thing in a way that cannot stand in the line.
with
    targets as (select * from figures where stage = 'target' and counts),
    results as (
        select
            series_key, year, comparator, bound, sign, value, value_high, unit, figure, low, high, status, source_kind, note, phrase, value_text, quote,
            observation_id, doc_id,
        from figures
        where stage = 'result' and counts
        union all by name
        from derived
    ),
    pairs as (
        select
            coalesce(p.series_key, n.series_key) as series_key, coalesce(p.thing_key, n.thing_key) as thing_key,
            coalesce(p.jurisdiction_code, n.jurisdiction_code) as jurisdiction_code, coalesce(p.jurisdiction, n.jurisdiction) as jurisdiction,
            coalesce(p.year, n.year - 1)::smallint as plan_year,
            coalesce(p.indicator_id, n.indicator_id) as indicator_id, coalesce(p.indicator, n.indicator) as indicator,
            coalesce(p.theme, n.theme) as theme, coalesce(p.direction, n.direction) as direction, coalesce(p.matched_by, n.matched_by) as matched_by,
            coalesce(p.measure, n.measure) as measure, coalesce(p.cumulative, n.cumulative) as cumulative,
            coalesce(p.activity, n.activity) as activity, coalesce(p.dimension, n.dimension) as dimension,
            p, n,
        from targets p
        full outer join targets n on p.series_key = n.series_key and n.year = p.year + 1
    ),
    told as (
        select
            thing_key, year, stage,
            list({
                series_key: series_key, measure: measure, cumulative: cumulative, activity: activity, text: coalesce(value_text, quote)
            } order by observation_id) as ways,
        from figures
        where counts
        group by thing_key, year, stage
    ),
    elsewhere as (
        select
            thing_key, year, stage, here.series_key,
            list({
                text: way.text,
                why: case
                    when way.measure <> here.measure then 'measure_differs'
                    when way.cumulative <> here.cumulative then 'running_total'
                    when way.activity <> here.activity then 'activity_differs'
                    else 'unit_differs'
                end
            } order by way.text) as ways,
        from told, unnest(ways) as one(way), (select distinct thing_key as thing, series_key, measure, cumulative, activity from pairs) here
        where here.thing = thing_key and way.series_key <> here.series_key
        group by thing_key, year, stage, here.series_key
    )
select
    l.*, r,
    case when l.p.series_key is null then tp.ways end as plan_ways,
    case when r.series_key is null then tr.ways end as result_ways,
    case when l.n.series_key is null then tn.ways end as next_ways,
    cp.silence as plan_silence, cr.silence as result_silence, cn.silence as next_silence,
from pairs l
left join results r on r.series_key = l.series_key and r.year = l.plan_year
left join elsewhere tp on tp.thing_key = l.thing_key and tp.series_key = l.series_key and tp.year = l.plan_year and tp.stage = 'target'
left join elsewhere tr on tr.thing_key = l.thing_key and tr.series_key = l.series_key and tr.year = l.plan_year and tr.stage = 'result'
left join elsewhere tn on tn.thing_key = l.thing_key and tn.series_key = l.series_key and tn.year = l.plan_year + 1 and tn.stage = 'target'
left join coverage cp on cp.jurisdiction_code = l.jurisdiction_code and cp.year = l.plan_year and cp.stage = 'target'
left join coverage cr on cr.jurisdiction_code = l.jurisdiction_code and cr.year = l.plan_year and cr.stage = 'result'
left join coverage cn on cn.jurisdiction_code = l.jurisdiction_code and cn.year = l.plan_year + 1 and cn.stage = 'target'
