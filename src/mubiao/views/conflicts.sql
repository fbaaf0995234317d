-- One row is one place, thing, measure, year and stage for which a source says what cannot be true
-- together with what another, or another passage, says (an estimate and the later bulletin): all
-- statements, the one that counts first. A bound that the other value satisfies is no conflict, nor
-- is a value that is only rounded. Two values in one clause, or of one wording in one document,
-- point to a lost subject: mubiao check lists them.
-- grain: series, year and stage that is stated in ways that cannot all be true
-- reads: figures
with
    disagreeing as (
        select distinct jurisdiction_code, series_key, year, stage
        from figures
        where differs and not other_thing
    )
select
    f.jurisdiction_code, f.jurisdiction, f.year, f.stage, f.indicator_id,
    any_value(f.indicator) as indicator, f.measure, f.cumulative,
    nullif(f.activity, '') as activity,
    count(*) as times_stated,
    true as values_differ,
    count(distinct f.bound) as bounds_stated,
    case
        when f.dimension in ('percentage', 'points') then round(max(f.high) - min(f.low), 6)
        else round((max(f.high) - min(f.low)) / nullif(max(abs(f.figure)), 0), 6)
    end as difference,
    case when f.dimension in ('percentage', 'points') then 'points' else 'share' end
        as difference_unit,
    bool_or(f.status is not distinct from 'estimate') as has_estimate,
    list(
        struct_pack(
            observation_id := f.observation_id,
            doc_id := f.doc_id,
            value := f.signed_value,
            value_high := f.signed_value_high,
            unit := f.unit,
            comparator := f.comparator,
            modifier := f.modifier,
            status := f.status,
            note := f.note,
            quote := f.quote
        )
        order by f.counts desc, f.observation_id
    ) as statements,
from figures as f
semi join disagreeing as d
    on f.jurisdiction_code = d.jurisdiction_code
    and f.series_key = d.series_key
    and f.year = d.year
    and f.stage = d.stage
group by
    f.jurisdiction_code, f.jurisdiction, f.series_key, f.year, f.stage, f.indicator_id, f.measure,
    f.cumulative, f.activity, f.dimension
