-- One row is one observation that can be compared: a whole figure of a single year (not a part of one, nor a second tier),
-- on one axis: low and high are its ends with their sign, in the reference unit of its dimension, and bound is the
-- comparator as it holds there (下降3%以上 is at most -3).
-- series_key is the same for two rows if and only if they may stand in one line of a comparison: same place, thing,
-- measure, flow or stock, kind of building work, and dimension of the unit. counts is true for the one statement of a
-- series, year and stage that counts: a final figure beats an estimate, a report's own words beat an entered target, a
-- published result beats a report's, a later source an earlier.
with
    -- 服务业领军企业 and 省级服务业领军企业 are one line where a place speaks of only one level of it, and never of both at once.
    spoken as (
        select jurisdiction_code, indicator_stem, year, stage, count(distinct indicator_key) as keys
        from observations
        where indicator_id is null
        group by jurisdiction_code, indicator_stem, year, stage
    ),
    wordings as (
        select
            jurisdiction_code, indicator_stem, count(distinct indicator_key) = 2 and bool_or(indicator_key = indicator_stem) as one_level_left_out
        from observations
        where indicator_id is null
        group by jurisdiction_code, indicator_stem
    ),
    apart as (
        select distinct jurisdiction_code, indicator_stem from spoken where keys > 1
    ),
    comparable as (
        select
            o.observation_id, o.doc_id, o.source_kind, o.jurisdiction_code, o.jurisdiction, o.year, o.stage,
            o.indicator_id, o.indicator as phrase, coalesce(i.name, o.indicator) as indicator, i.theme, i.nature, i.real_growth,
            coalesce(
                i.direction, case when o.measure = 'amount' and o.action_kind in ('add', 'make') then 'higher' else 'none' end
            ) as direction,
            case
                when o.indicator_id is not null then o.indicator_id
                when w.one_level_left_out and a.indicator_stem is null then 'wording:' || o.indicator_stem
                else 'wording:' || o.indicator_key
            end as series_id,
            case when o.indicator_id is null then 'wording' when list_contains(o.rules, 'reviewed') then 'review' else 'indicator' end as matched_by,
            o.measure, o.comparator, o.modifier, o.commitment, o.value, o.value_high, o.sign, o.unit, o.status, o.note,
            o.reference, o.reference_id, o.reference_code, o.relation,
            case
                when o.sign > 0 then o.comparator
                else coalesce(map {'ge': 'le', 'gt': 'lt', 'le': 'ge', 'lt': 'gt'}[o.comparator], o.comparator)
            end as bound,
            case
                when o.measure <> 'amount' or i.nature = 'rate' then false
                when i.nature = 'flow' then list_contains(o.rules, 'said_total')
                when i.nature = 'stock' then o.activity is null and o.action_kind is distinct from 'add'
                else o.cumulative
            end as cumulative,
            case when o.measure = 'amount' and i.nature is distinct from 'stock' and o.activity in ('started', 'renewed', 'mixed', 'extended') then o.activity else '' end
                as activity,
            case
                when u.dimension = 'count' and o.indicator_id is null then 'count:' || o.unit
                when u.dimension = 'count' and own.dimension in ('person', 'household') then own.dimension
                else coalesce(u.dimension, o.unit, '')
            end as dimension,
            coalesce(u.factor, 1) as factor,
            o.sign * o.value * coalesce(u.factor, 1) as figure,
            least(o.sign * o.value, o.sign * coalesce(o.value_high, o.value)) * coalesce(u.factor, 1) as low,
            greatest(o.sign * o.value, o.sign * coalesce(o.value_high, o.value)) * coalesce(u.factor, 1) as high,
            case when o.measure = 'relative' then o.action else o.value_text end as value_text,
            o.quote, o.lead_units, o.section, o.confidence, o.char_start, d.doc_type, d.published,
        from observations o
        left join indicators i on i.indicator_id = o.indicator_id
        left join units own on own.unit = i.unit
        left join wordings w on w.jurisdiction_code = o.jurisdiction_code and w.indicator_stem = o.indicator_stem and o.indicator_id is null
        left join apart a on a.jurisdiction_code = o.jurisdiction_code and a.indicator_stem = o.indicator_stem and o.indicator_id is null
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
        partition by jurisdiction_code, series_key, year, stage
        order by
            status is not distinct from 'estimate', source_kind = case stage when 'target' then 'statistics' else 'document' end,
            published desc nulls last, status is not distinct from 'preliminary', confidence desc, doc_id, char_start, observation_id
    ) = 1 as counts,
from keyed
order by jurisdiction_code, year, stage, series_id, observation_id
