-- One row is one row of plan_result_next with what others ask besides: the level of its place, and
-- told_alike: where the target of one of the two years is missing, whether that year has a document
-- of a kind that tells the other. Looked up anew for each question it takes longer than all else.
-- grain: series and plan year
-- reads: lines, verdicts, relative_targets, second_tiers, alike, jurisdictions
-- made: table
with
    joined as (
        select
            l.jurisdiction_code, l.plan_year, l.thing, l.plan, l.result, l.later, l.plan_ways,
            l.result_ways, l.later_ways, l.plan_silence, l.result_silence, l.later_silence,
            v as core, rt as relative, s as stretch, vs.attainment as stretch_attainment,
            l.thing.measure = 'relative' or rt.observation_id is not null as is_relative,
            list_filter(
                [
                    concat(l.plan.action, l.plan.phrase),
                    concat(l.result.action, l.result.phrase),
                    concat(l.later.action, l.later.phrase)
                ],
                lambda words: words <> ''
            ) as wordings,
            case
                when l.thing.matched_by = 'wording' or l.thing.scope <> '' then 'not_matched'
                else 'not_stated'
            end as unheard,
            case
                when l.thing.measure <> 'change' then rt.result_value
                when rt.result_bound in ('eq', 'approx') and rt.reference_bound in ('eq', 'approx')
                    then rt.result_value - rt.reference_figure
            end as relative_result,
            l.thing.measure = 'amount'
            or l.thing.dimension not in ('percentage', 'points') as is_measured_by_share,
            place.level, alike.name is not null as told_alike,
        from lines as l
        left join verdicts as v
            on l.jurisdiction_code = v.jurisdiction_code
            and l.series_key = v.series_key
            and l.plan_year = v.plan_year
            and v.tier = 'core'
        left join second_tiers as s
            on l.jurisdiction_code = s.jurisdiction_code
            and l.plan.observation_id = s.parent_id
        left join verdicts as vs
            on l.jurisdiction_code = vs.jurisdiction_code
            and l.plan_year = vs.plan_year
            and s.observation_id = vs.observation_id
            and vs.tier = 'stretch'
        left join relative_targets as rt
            on l.jurisdiction_code = rt.jurisdiction_code
            and l.plan_year = rt.year
            and l.plan.observation_id = rt.observation_id
        left join jurisdictions as place on l.jurisdiction_code = place.jurisdiction_code
        left join alike
            on l.jurisdiction_code = alike.jurisdiction_code
            and coalesce(l.thing.indicator_id, l.thing.indicator) = alike.name
            and l.thing.measure = alike.measure
            and l.plan_year + (l.plan.figure is null)::int = alike.year
            and l.plan_year + (l.plan.figure is not null)::int = alike.other_year
    )
select
    jurisdiction_code, thing.jurisdiction as jurisdiction, plan_year,
    thing.indicator_id as indicator_id, thing.indicator as indicator, thing.theme as theme,
    thing.matched_by as matched_by,
    -- Of verb and phrase, the share of characters that all sides have in common.
    case
        when thing.matched_by <> 'wording' then 1.0
        else round(
            list_sum(
                list_transform(
                    list_distinct(string_split(wordings[1], '')),
                    lambda letter: list_min(
                        list_transform(
                            wordings,
                            lambda words: length(words) - length(replace(words, letter, ''))
                        )
                    )
                )
            ) / list_max(list_transform(wordings, lambda words: length(words))),
            3
        )
    end as match_score,
    thing.measure as measure, thing.cumulative as cumulative,
    nullif(thing.activity, '') as activity, nullif(thing.scope, '') as scope,
    nullif(thing.basis, '') as basis, thing.direction as direction,
    plan.comparator as plan_comparator, plan.modifier as plan_modifier,
    plan.signed_value as plan_value, plan.signed_value_high as plan_value_high,
    plan.unit as plan_unit, plan.value_text as plan_text, plan.reference as plan_reference,
    coalesce(plan.statements, 0) as plan_statements,
    case
        when plan is not null then null
        when len(plan_ways) > 0 then 'not_comparable'
        when plan_silence = 'stated' then unheard
        else plan_silence
    end as plan_missing,
    plan.corrected as plan_corrected,
    coalesce(result.comparator, relative.result_bound) as result_comparator,
    coalesce(result.signed_value, relative_result) as result_value,
    result.signed_value_high as result_value_high,
    coalesce(
        result.unit, case when relative_result is not null then coalesce(plan.unit, '%') end
    ) as result_unit,
    coalesce(
        result.status,
        case when result.standing then 'standing' end,
        case when relative_result is not null then relative.result_status end
    ) as result_status,
    result.note as result_note, result.source_kind as result_source,
    result.value_text as result_text,
    coalesce(result.statements, 0) as result_statements,
    case
        when result is not null or relative_result is not null then null
        when len(result_ways) > 0 then 'not_comparable'
        when result_silence = 'stated' then unheard
        else result_silence
    end as result_missing,
    result.corrected as result_corrected,
    later.comparator as next_comparator, later.modifier as next_modifier,
    later.signed_value as next_value, later.signed_value_high as next_value_high,
    later.unit as next_unit, later.value_text as next_text, later.reference as next_reference,
    coalesce(later.statements, 0) as next_statements,
    case
        when later is not null then null
        when len(later_ways) > 0 then 'not_comparable'
        when later_silence = 'stated' then unheard
        else later_silence
    end as next_missing,
    later.corrected as next_corrected,
    case
        when plan is null then 'unknown'
        when is_relative then coalesce(relative.attainment, 'unknown')
        when core.attainment is null and len(result_ways) > 0 then 'not_comparable'
        else coalesce(core.attainment, 'unknown')
    end as attainment,
    case
        when plan is null then 'no_plan'
        when is_relative then relative.attainment_reason
        when core.attainment is null then result_ways[1].why
        else core.attainment_reason
    end as attainment_reason,
    coalesce(
        case when relative.margin is not null then relative.arithmetic end, core.attainment_rule
    ) as attainment_rule,
    relative.bases as attainment_note,
    case
        when (plan.unit_dimension = 'person') <> (result.unit_dimension = 'person') then null
        when is_measured_by_share then round(result.figure / nullif(plan.figure, 0) - 1, 6)
        else round(result.figure - plan.figure, 6)
    end as gap,
    case when is_measured_by_share then 'share' else 'points' end as gap_unit,
    round(core.margin, 6) as margin,
    stretch.value_text as plan_stretch_text,
    case when stretch.observation_id is not null then coalesce(stretch_attainment, 'unknown') end
        as stretch_attainment,
    plan_ways as plan_elsewhere,
    case when is_relative and relative_result is not null then [] else result_ways end
        as result_elsewhere,
    later_ways as next_elsewhere,
    plan.quote as plan_quote,
    coalesce(
        result.quote, case when relative_result is not null then relative.result_quote end
    ) as result_quote,
    later.quote as next_quote,
    plan.observation_id as plan_observation_id,
    coalesce(
        result.observation_id,
        case when relative_result is not null then relative.result_observation_id end
    ) as result_observation_id,
    later.observation_id as next_observation_id,
    plan.doc_id as plan_doc_id,
    coalesce(
        result.doc_id, case when relative_result is not null then relative.result_doc_id end
    ) as result_doc_id,
    later.doc_id as next_doc_id,
    plan.figure as plan_figure, coalesce(result.figure, relative_result) as result_figure,
    later.figure as next_figure,
    plan.signed_value_high * plan.factor as plan_figure_high,
    later.signed_value_high * later.factor as next_figure_high,
    plan.unit_dimension as plan_dimension,
    coalesce(
        result.unit_dimension, case when relative_result is not null then 'percentage' end
    ) as result_dimension,
    later.unit_dimension as next_dimension,
    plan.low as plan_low, plan.high as plan_high, later.low as next_low, later.high as next_high,
    plan.commitment as plan_commitment, later.commitment as next_commitment,
    level, told_alike,
from joined
order by
    jurisdiction_code, plan_year, indicator_id nulls last, indicator, measure, cumulative,
    activity, scope, basis, plan_observation_id, next_observation_id
