-- One row is one place, thing, measure (flows apart from running totals, begun work apart from finished) and plan year: the
-- target for that year, its result, and the target for the year after. An empty value has its reason in *_missing:
-- no_document, partial (a source with gaps), not_stated, or not_comparable; then *_elsewhere says how it is told instead.
with
    targets as (select * from figures where stage = 'target' and counts),
    results as (
        select series_key, year, comparator, sign, value, value_high, unit, figure, status, source_kind, value_text, quote, observation_id, doc_id
        from figures
        where stage = 'result' and counts
        union all by name
        from derived
    ),
    lines as (
        select
            coalesce(p.series_key, n.series_key) as series_key, coalesce(p.thing_key, n.thing_key) as thing_key,
            coalesce(p.jurisdiction_code, n.jurisdiction_code) as jurisdiction_code, coalesce(p.jurisdiction, n.jurisdiction) as jurisdiction,
            coalesce(p.year, n.year - 1)::smallint as plan_year,
            coalesce(p.indicator_id, n.indicator_id) as indicator_id, coalesce(p.indicator, n.indicator) as indicator,
            coalesce(p.theme, n.theme) as theme, coalesce(p.direction, n.direction) as direction, coalesce(p.matched_by, n.matched_by) as matched_by,
            coalesce(p.measure, n.measure) as measure, coalesce(p.cumulative, n.cumulative) as cumulative, coalesce(p.activity, n.activity) as activity,
            p, n,
        from targets p
        full outer join targets n on p.series_key = n.series_key and n.year = p.year + 1
    ),
    told as (
        select
            thing_key, year, stage,
            list({series_key: series_key, measure: measure, cumulative: cumulative, activity: activity, text: coalesce(value_text, quote)}) as ways,
        from figures
        where counts
        group by thing_key, year, stage
    ),
    compared as (
        select
            l.*, r, rt, rule.note as attainment_rule, rule.strict, rule.better,
            case when rule.better = 'lower' then l.p.figure - r.figure else r.figure - l.p.figure end as margin,
            case when l.measure = 'amount' then rule.tolerance_share * abs(l.p.figure) else rule.tolerance_points end as tolerance,
            list_transform(
                list_filter(tp.ways, lambda x: x.series_key <> l.series_key and l.p.series_key is null),
                lambda x: {text: x.text, why: case when x.measure <> l.measure then 'measure_differs' when x.cumulative <> l.cumulative then 'running_total' when x.activity <> l.activity then 'activity_differs' else 'unit_differs' end}
            ) as plan_ways,
            list_transform(
                list_filter(tr.ways, lambda x: x.series_key <> l.series_key and r.series_key is null and rt.result_value is null),
                lambda x: {text: x.text, why: case when x.measure <> l.measure then 'measure_differs' when x.cumulative <> l.cumulative then 'running_total' when x.activity <> l.activity then 'activity_differs' else 'unit_differs' end}
            ) as result_ways,
            list_transform(
                list_filter(tn.ways, lambda x: x.series_key <> l.series_key and l.n.series_key is null),
                lambda x: {text: x.text, why: case when x.measure <> l.measure then 'measure_differs' when x.cumulative <> l.cumulative then 'running_total' when x.activity <> l.activity then 'activity_differs' else 'unit_differs' end}
            ) as next_ways,
            cp.silence as plan_silence, cr.silence as result_silence, cn.silence as next_silence,
        from lines l
        left join results r on r.series_key = l.series_key and r.year = l.plan_year
        left join relative_targets rt on rt.observation_id = l.p.observation_id
        left join attainment_rules rule on rule.comparator = l.p.comparator and rule.direction in (l.direction, 'any')
        left join told tp on tp.thing_key = l.thing_key and tp.year = l.plan_year and tp.stage = 'target'
        left join told tr on tr.thing_key = l.thing_key and tr.year = l.plan_year and tr.stage = 'result'
        left join told tn on tn.thing_key = l.thing_key and tn.year = l.plan_year + 1 and tn.stage = 'target'
        left join coverage cp on cp.jurisdiction_code = l.jurisdiction_code and cp.year = l.plan_year and cp.stage = 'target'
        left join coverage cr on cr.jurisdiction_code = l.jurisdiction_code and cr.year = l.plan_year and cr.stage = 'result'
        left join coverage cn on cn.jurisdiction_code = l.jurisdiction_code and cn.year = l.plan_year + 1 and cn.stage = 'target'
    )
select
    jurisdiction_code, jurisdiction, plan_year, indicator_id, indicator, theme, matched_by,
    case when matched_by = 'indicator' then 1.0 else round(coalesce(jaro_winkler_similarity(p.phrase, n.phrase), 1.0), 3) end as match_score,
    measure, cumulative, nullif(activity, '') as activity, direction,
    p.comparator as plan_comparator, p.modifier as plan_modifier, p.sign * p.value as plan_value, p.value_high as plan_value_high, p.unit as plan_unit,
    p.value_text as plan_text, p.reference as plan_reference,
    case when p.series_key is null then case when len(plan_ways) > 0 then 'not_comparable' when plan_silence = 'stated' then 'not_stated' else plan_silence end end as plan_missing,
    r.comparator as result_comparator, coalesce(r.sign * r.value, rt.result_value) as result_value, r.value_high as result_value_high,
    coalesce(r.unit, case when rt.result_value is not null then '%' end) as result_unit,
    coalesce(r.status, rt.result_status) as result_status, r.source_kind as result_source, r.value_text as result_text,
    case
        when r.series_key is null and rt.result_value is null
            then case when len(result_ways) > 0 then 'not_comparable' when result_silence = 'stated' then 'not_stated' else result_silence end
    end as result_missing,
    n.comparator as next_comparator, n.modifier as next_modifier, n.sign * n.value as next_value, n.value_high as next_value_high, n.unit as next_unit,
    n.value_text as next_text,
    case when n.series_key is null then case when len(next_ways) > 0 then 'not_comparable' when next_silence = 'stated' then 'not_stated' else next_silence end end as next_missing,
    case
        when p.series_key is null then 'unknown'
        when rt.observation_id is not null then rt.attainment
        when r.series_key is null then case when len(result_ways) > 0 then 'not_comparable' else 'unknown' end
        when margin is null then 'unknown'
        when margin < 0 and r.comparator in ('ge', 'gt') and better = 'higher' then 'unknown'
        when margin < 0 and r.comparator in ('le', 'lt') and better = 'lower' then 'unknown'
        when margin > 0 or margin = 0 and (not strict or r.comparator in ('gt', 'lt')) then 'met'
        when margin >= -tolerance - 1e-9 then 'near'
        else 'missed'
    end as attainment,
    coalesce(rt.arithmetic, attainment_rule) as attainment_rule,
    case
        when p.series_key is null then 'no_plan'
        when rt.observation_id is not null then rt.attainment_reason
        when r.series_key is null then case when len(result_ways) > 0 then result_ways[1].why end
        when margin is null then 'no_direction'
        when margin < 0 and r.comparator in ('ge', 'gt', 'le', 'lt') then 'result_is_a_bound'
    end as attainment_reason,
    case when measure = 'amount' then round(r.figure / nullif(p.figure, 0) - 1, 6) else round(r.figure - p.figure, 6) end as gap,
    case when measure = 'amount' then 'share' else 'points' end as gap_unit,
    list_transform(plan_ways, lambda x: x.why || ': ' || x.text) as plan_elsewhere, list_transform(result_ways, lambda x: x.why || ': ' || x.text) as result_elsewhere,
    list_transform(next_ways, lambda x: x.why || ': ' || x.text) as next_elsewhere,
    p.quote as plan_quote, coalesce(r.quote, rt.result_quote) as result_quote, n.quote as next_quote,
    p.observation_id as plan_observation_id, coalesce(r.observation_id, rt.result_observation_id) as result_observation_id, n.observation_id as next_observation_id,
    p.doc_id as plan_doc_id, coalesce(r.doc_id, rt.result_doc_id) as result_doc_id, n.doc_id as next_doc_id,
    p.figure as plan_figure, r.figure as result_figure, n.figure as next_figure, p.commitment as plan_commitment, n.commitment as next_commitment,
from compared
