-- One row is one place, thing, measure (flows apart from running totals, begun work apart from finished) and plan year: the
-- target for that year, its result, and the target for the year after. An empty value has its reason in *_missing:
-- no_document, partial (a source with gaps), not_stated, or not_comparable; then *_elsewhere says how it is told instead.
-- A target that is measured against something else has its result from relative_targets. The second tier of a target
-- (力争20%) stands beside it and is judged apart, met or missed, by the side that is better for the indicator.
with
    second_tiers as not materialized (
        select
            o.jurisdiction_code, o.parent_id, o.value_text, o.comparator in ('gt', 'lt') as strict, o.sign * o.value * coalesce(u.factor, 1) as figure,
        from observations o
        left join units u on u.unit = o.unit
        where o.role = 'stretch' and o.stage = 'target' and o.value is not null
        qualify row_number() over (partition by o.jurisdiction_code, o.parent_id order by o.char_start, o.observation_id) = 1
    ),
    joined as not materialized (
        select
            l.*, v.attainment, v.attainment_reason, v.attainment_rule, v.margin, rt,
            l.measure = 'relative' or rt.observation_id is not null as is_relative, s,
            case when l.direction in ('lower', 'ceiling') then -1 when l.direction in ('higher', 'floor') then 1 end as side,
            case
                when l.measure <> 'change' then rt.result_value
                when rt.result_bound in ('eq', 'approx') and rt.reference_bound in ('eq', 'approx') then rt.result_value - rt.reference_figure
            end as relative_result,
        from lines l
        left join verdicts v on v.jurisdiction_code = l.jurisdiction_code and v.series_key = l.series_key and v.plan_year = l.plan_year
        left join second_tiers s on s.jurisdiction_code = l.jurisdiction_code and s.parent_id = l.p.observation_id
        left join relative_targets rt on rt.jurisdiction_code = l.jurisdiction_code and rt.year = l.plan_year and rt.observation_id = l.p.observation_id
    )
select
    jurisdiction_code, jurisdiction, plan_year, indicator_id, indicator, theme, matched_by,
    case
        when matched_by <> 'wording' then 1.0
        -- Phrases of one line differ by a level, quotes or an inflection only, so that the share of the longest that all have is its length.
        else round(
            least(length(p.phrase), length(n.phrase), length(r.phrase)) / greatest(length(p.phrase), length(n.phrase), length(r.phrase)), 3
        )
    end as match_score,
    measure, cumulative, nullif(activity, '') as activity, direction,
    p.comparator as plan_comparator, p.modifier as plan_modifier, p.sign * p.value as plan_value, p.value_high as plan_value_high, p.unit as plan_unit,
    p.value_text as plan_text, p.reference as plan_reference,
    case
        when p.series_key is not null then null
        when len(plan_ways) > 0 then 'not_comparable'
        when plan_silence = 'stated' then 'not_stated'
        else plan_silence
    end as plan_missing,
    coalesce(r.comparator, rt.result_bound) as result_comparator, coalesce(r.sign * r.value, relative_result) as result_value, r.value_high as result_value_high,
    coalesce(r.unit, case when relative_result is not null then coalesce(p.unit, '%') end) as result_unit,
    coalesce(r.status, case when relative_result is not null then rt.result_status end) as result_status, r.note as result_note,
    r.source_kind as result_source, r.value_text as result_text,
    case
        when r.series_key is not null or relative_result is not null then null
        when len(result_ways) > 0 then 'not_comparable'
        when result_silence = 'stated' then 'not_stated'
        else result_silence
    end as result_missing,
    n.comparator as next_comparator, n.modifier as next_modifier, n.sign * n.value as next_value, n.value_high as next_value_high, n.unit as next_unit,
    n.value_text as next_text, n.reference as next_reference,
    case
        when n.series_key is not null then null
        when len(next_ways) > 0 then 'not_comparable'
        when next_silence = 'stated' then 'not_stated'
        else next_silence
    end as next_missing,
    case
        when p.series_key is null then 'unknown'
        when is_relative then coalesce(rt.attainment, 'unknown')
        when r.series_key is null then case when len(result_ways) > 0 then 'not_comparable' else 'unknown' end
        else attainment
    end as attainment,
    case
        when p.series_key is null then 'no_plan'
        when is_relative then rt.attainment_reason
        when r.series_key is null then result_ways[1].why
        else attainment_reason
    end as attainment_reason,
    coalesce(rt.arithmetic, attainment_rule) as attainment_rule,
    case when measure = 'amount' then round(r.figure / nullif(p.figure, 0) - 1, 6) else round(r.figure - p.figure, 6) end as gap,
    case when measure = 'amount' or dimension not in ('percentage', 'points') then 'share' else 'points' end as gap_unit,
    round(margin, 6) as margin, s.value_text as plan_stretch_text,
    case
        when s.figure is null then null
        when r.series_key is null or side is null or r.bound not in ('eq', 'approx') then 'unknown'
        when side * (r.figure - s.figure) > 1e-9 * greatest(1, abs(s.figure)) then 'met'
        when abs(r.figure - s.figure) <= 1e-9 * greatest(1, abs(s.figure)) and not s.strict then 'met'
        else 'missed'
    end as stretch_attainment,
    list_transform(plan_ways, lambda x: x.why || ': ' || x.text) as plan_elsewhere,
    case when not is_relative or relative_result is null then list_transform(result_ways, lambda x: x.why || ': ' || x.text) end as result_elsewhere,
    list_transform(next_ways, lambda x: x.why || ': ' || x.text) as next_elsewhere,
    p.quote as plan_quote, coalesce(r.quote, case when relative_result is not null then rt.result_quote end) as result_quote, n.quote as next_quote,
    p.observation_id as plan_observation_id,
    coalesce(r.observation_id, case when relative_result is not null then rt.result_observation_id end) as result_observation_id,
    n.observation_id as next_observation_id,
    p.doc_id as plan_doc_id, coalesce(r.doc_id, case when relative_result is not null then rt.result_doc_id end) as result_doc_id, n.doc_id as next_doc_id,
    p.figure as plan_figure, r.figure as result_figure, n.figure as next_figure,
    p.low as plan_low, p.high as plan_high, n.low as next_low, n.high as next_high,
    p.commitment as plan_commitment, n.commitment as next_commitment,
from joined
order by jurisdiction_code, plan_year, indicator_id nulls last, indicator, measure, cumulative, activity, plan_observation_id, next_observation_id
