-- One row is one whole figure of a single year, or of a part of it (no second tier), with its
-- keys. series_key is the same for two rows if and only if they may stand in one line of a
-- comparison: same place, thing, measure, new or total, kind of building work, dimension of the
-- unit, scope and basis, and what it is measured against; thing_key where only place and thing are
-- the same. What a place says of one thing in two ways, and never in both at once, is one line: a
-- level left out (市级中试平台 and 中试平台: scope_part), 新建和改造 and 改造 (work_part). Not so the
-- nation, nor a level above the place's own that is all that is said of the thing: of a city's
-- 企业研发机构 some are 省级企业研发机构; 服务业领军企业 and 省级服务业领军企业 are one title. In money
-- of budgets a level is never left out.
-- grain: observation that can be compared
-- reads: staged, observations, jurisdictions
with
    -- 服务业领军企业 and 省级服务业领军企业 are one line where a place speaks of only one level
    -- of it, and never of both at once.
    spoken as (
        select
            jurisdiction_code, indicator_stem, year, stage,
            count(distinct indicator_key) as wordings,
        from observations
        where indicator_id is null
        group by jurisdiction_code, indicator_stem, year, stage
    ),
    levels as (
        select
            jurisdiction_code, indicator_stem,
            count(distinct indicator_key) = 2 and bool_or(indicator_key = indicator_stem)
                as one_left_out,
        from observations
        where indicator_id is null
        group by jurisdiction_code, indicator_stem
    ),
    joined as (
        select jurisdiction_code, indicator_stem
        from levels
        where one_left_out
        except
        select jurisdiction_code, indicator_stem
        from spoken
        where wordings > 1
    ),
    chosen as (
        select
            s.observation_id, s.doc_id, s.source_kind, s.jurisdiction_code, s.jurisdiction,
            s.year, s.stage, s.indicator_id, s.phrase, s.indicator, s.theme, s.nature,
            s.real_growth, s.direction, s.matched_by, s.measure, s.comparator, s.modifier,
            s.commitment, s.value, s.signed_value, s.signed_value_high, s.sign, s.unit, s.status,
            s.note, s.corrected, s.standing, s.exemplified, s.reference, s.reference_id,
            s.reference_code,
            s.relation, s.bound, s.flow, s.activity, s.dimension, s.unit_dimension, s.scope,
            s.basis, s.factor, s.figure, s.low, s.high, s.step, s.value_text, s.action, s.quote,
            s.lead_units, s.section, s.confidence, s.char_start, s.doc_type, s.published,
            s.doc_year, s.role, s.scope_level, s.scope_key, s.scope_stem,
            -- built tells that nothing but new work counts, bare has no verb at all.
            case
                when s.activity <> '' then s.activity
                when s.action is null then 'bare'
                when s.action_kind = 'add' then 'built'
                else 'plain'
            end as work,
            case
                when s.indicator_id is not null then s.indicator_id
                when j.indicator_stem is not null then 'wording:' || s.indicator_stem
                else 'wording:' || s.indicator_key
            end as series_id,
            -- A thing that is measured against two others has two targets.
            case
                when s.measure = 'relative' or s.measure = 'change' and s.reference is not null
                    then concat_ws('/', s.reference_code, s.reference_id)
                else ''
            end as against,
            s.scope_level = 'nation'
            or s.scope_stem = ''
            and list_position(
                ['nation', 'province', 'city', 'county'], replace(s.scope_level, '_up', '')
            )
            < list_position(['nation', 'province', 'prefecture', 'county'], place.level)
                as from_above,
        from staged as s
        left join jurisdictions as place on s.jurisdiction_code = place.jurisdiction_code
        left join joined as j
            on s.jurisdiction_code = j.jurisdiction_code
            and s.indicator_stem = j.indicator_stem
            and s.indicator_id is null
        left join observations as part_of on s.parent_id = part_of.observation_id
        where s.period_start = s.year
            and coalesce(s.relation, '') not in ('fulfilment', 'of_earlier')
            and (
                s.role = 'core'
                or s.role = 'sub'
                and s.indicator_id is not null
                and s.indicator_id is distinct from part_of.indicator_id
            )
    ),
    at_once as (
        select
            observation_id, doc_id, source_kind, jurisdiction_code, jurisdiction, year, stage,
            indicator_id, phrase, indicator, theme, nature, real_growth, direction, matched_by,
            measure, comparator, modifier, commitment, value, signed_value, signed_value_high,
            sign, unit, status, note, corrected, standing, exemplified, reference, reference_id,
            reference_code,
            relation, bound, flow, activity, dimension, unit_dimension, scope, basis, factor,
            figure, low, high, step, value_text, action, quote, lead_units, section, confidence,
            char_start, doc_type, published, doc_year, role, scope_level, scope_key, scope_stem,
            work, series_id, against, from_above,
            min(scope_key) over levels_of_year <> max(scope_key) over levels_of_year as two_levels,
            min(work) over works_of_year <> max(work) over works_of_year as two_works,
        from chosen
        window
            levels_of_year as (
                partition by jurisdiction_code, series_id, measure, scope_stem, year, stage
            ),
            works_of_year as (
                partition by
                    jurisdiction_code, series_id, measure, dimension, scope_stem, year, stage
            )
    )
select
    observation_id, doc_id, source_kind, jurisdiction_code, jurisdiction, year, stage,
    indicator_id, phrase, indicator, theme, nature, real_growth, direction, matched_by, measure,
    comparator, modifier, commitment, value, signed_value, signed_value_high, sign, unit, status,
    note, corrected, standing, exemplified, reference, reference_id, reference_code, relation,
    bound, flow,
    activity,
    dimension, unit_dimension, scope, basis, factor, figure, low, high, step, value_text, action,
    quote, lead_units, section, confidence, char_start, doc_type, published, doc_year, role,
    series_id, against,
    case
        -- What a government has in its own budget (省级) is not what the whole place has.
        when theme = 'finance' then scope_key
        when not bool_or(two_levels) over one_stem
            and not bool_or(coalesce(from_above, false)) over one_stem
            and max(scope_level) over one_stem = min(scope_level) over one_stem
            then scope_stem
        else scope_key
    end as scope_part,
    case
        when bool_or(two_works) over one_work then activity
        when bool_and(work in ('renewed', 'extended', 'bare')) over one_work
            or bool_and(work in ('extended', 'plain', 'bare')) over one_work
            then ''
        else activity
    end as work_part,
    hash(
        jurisdiction_code, series_id, measure, flow, work_part, dimension, scope_part, basis,
        against
    ) as series_key,
    hash(jurisdiction_code, series_id) as thing_key,
from at_once
window
    one_stem as (partition by jurisdiction_code, series_id, measure, scope_stem),
    one_work as (partition by jurisdiction_code, series_id, measure, dimension, scope_stem)
