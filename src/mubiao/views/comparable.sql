-- One row is one whole figure of a single year (not a part of one, nor a second tier) with its
-- keys. series_key is the same for two rows if and only if they may stand in one line of a
-- comparison: same place, thing, measure, new or total, kind of building work, dimension of the
-- unit, scope and basis, and what it is measured against; thing_key where only place and thing are
-- the same.
-- grain: observation that can be compared
-- reads: staged, observations
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
    )
select
    s.observation_id, s.doc_id, s.source_kind, s.jurisdiction_code, s.jurisdiction,
    s.year, s.stage, s.indicator_id, s.phrase, s.indicator, s.theme, s.nature,
    s.real_growth, s.direction, s.matched_by, s.measure, s.comparator, s.modifier,
    s.commitment, s.value, s.signed_value, s.signed_value_high, s.sign, s.unit, s.status,
    s.note, s.standing, s.reference, s.reference_id, s.reference_code, s.relation,
    s.bound, s.flow, s.activity, s.dimension, s.unit_dimension, s.scope, s.basis,
    s.factor, s.figure, s.low, s.high, s.step, s.value_text, s.action, s.quote,
    s.lead_units, s.section, s.confidence, s.char_start, s.doc_type, s.published,
    s.doc_year, s.role,
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
    hash(
        s.jurisdiction_code, series_id, s.measure, s.flow, s.activity, s.dimension, s.scope,
        s.basis, against
    ) as series_key,
    hash(s.jurisdiction_code, series_id) as thing_key,
from staged as s
left join joined as j
    on s.jurisdiction_code = j.jurisdiction_code
    and s.indicator_stem = j.indicator_stem
    and s.indicator_id is null
left join observations as part_of on s.parent_id = part_of.observation_id
where s.period_start = s.year
    and s.part_of_year is null
    and s.relation is distinct from 'fulfilment'
    and (
        s.role = 'core'
        or s.role = 'sub'
        and s.indicator_id is not null
        and s.indicator_id is distinct from part_of.indicator_id
    )
