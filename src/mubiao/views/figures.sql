-- One row is one observation that can be compared: a whole figure of a single year (not a part of one, nor a second tier),
-- in the reference unit of its dimension.
-- series_key is the same for two rows if and only if they may stand in one line of a comparison: same place, thing,
-- measure, flow or stock, kind of building work, and dimension of the unit. counts is true for the one statement of a
-- series, year and stage that counts: a final figure beats an estimate, a published one beats a report, a later an earlier.
with
    -- 服务业领军企业 and 省级服务业领军企业 are one line where a place speaks of only one level of it.
    wordings as (
        select jurisdiction_code, indicator_stem, count(distinct indicator_key) as keys, bool_or(indicator_key = indicator_stem) as unlevelled
        from observations
        where indicator_id is null
        group by jurisdiction_code, indicator_stem
    ),
    comparable as (
        select
            o.observation_id, o.doc_id, o.source_kind, o.jurisdiction_code, o.jurisdiction, o.year, o.stage,
            o.indicator_id, o.indicator as phrase, coalesce(i.name, o.indicator) as indicator, i.theme, i.nature, i.direction, i.real_growth,
            coalesce(
                o.indicator_id, 'wording:' || case when w.keys = 2 and w.unlevelled then o.indicator_stem else o.indicator_key end
            ) as series_id,
            case when o.indicator_id is null then 'wording' when list_contains(o.rules, 'reviewed') then 'review' else 'indicator' end as matched_by,
            o.measure, o.comparator, o.modifier, o.commitment, o.value, o.value_high, o.sign, o.unit, o.status, o.reference, o.reference_id, o.reference_code, o.relation,
            case
                when i.nature = 'rate' or o.measure in ('growth', 'relative') then false
                when i.nature = 'stock' then o.activity is null and coalesce(o.action, '') not like '新%'
                else o.cumulative
            end as cumulative,
            case when o.measure = 'amount' and coalesce(i.nature, 'count') = 'count' then coalesce(o.activity, '') else '' end as activity,
            case
                when u.dimension in ('count', 'household', 'person') and o.indicator_id is not null then 'count'
                when u.dimension = 'count' then 'count:' || o.unit
                else coalesce(u.dimension, o.unit, '')
            end as dimension,
            coalesce(u.factor, 1) as factor,
            o.sign * o.value * coalesce(u.factor, 1) as figure,
            o.sign * o.value_high * coalesce(u.factor, 1) as figure_high,
            case when o.measure = 'relative' then o.action else o.value_text end as value_text, o.quote, o.lead_units, o.section, o.confidence, o.char_start, d.doc_type, d.published,
        from observations o
        left join indicators i on i.indicator_id = o.indicator_id
        left join wordings w on w.jurisdiction_code = o.jurisdiction_code and w.indicator_stem = o.indicator_stem
        left join units u on u.unit = o.unit
        left join documents d on d.doc_id = o.doc_id
        left join observations whole on whole.observation_id = o.parent_id
        where o.period_start = o.year
          and o.part_of_year is null
          and o.relation is distinct from 'fulfilment'
          and (o.role = 'core' or o.role = 'sub' and o.indicator_id is not null and o.indicator_id is distinct from whole.indicator_id)
    ),
    keyed as (
        select
            *,
            hash(jurisdiction_code, series_id, measure, cumulative, activity, dimension) as series_key,
            hash(jurisdiction_code, series_id) as thing_key,
        from comparable
    )
select
    *,
    row_number() over (
        partition by series_key, year, stage
        order by
            status is not distinct from 'estimate', source_kind = 'document', published desc nulls last, status is not distinct from 'preliminary',
            confidence desc, doc_id, char_start, observation_id
    ) = 1 as counts,
from keyed
order by jurisdiction_code, year, stage, series_id, observation_id
