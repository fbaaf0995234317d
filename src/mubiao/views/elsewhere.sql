-- One row is one series that has a target, and one year and stage for which the same thing is told
-- in ways that cannot stand in a line of the series: ways tells where, how, and why not. A target
-- of a whole indicator that a plan only names (保持基本稳定) is told without a number (no_number).
-- grain: series, year and stage
-- reads: figures, named_only
with
    here as (
        select distinct
            jurisdiction_code, thing_key, series_key, measure, dimension, flow, work_part,
            scope_part, indicator_id,
        from figures
        where stage = 'target' and counts
    )
select
    here.jurisdiction_code, here.series_key, way.year, way.stage,
    list(
        struct_pack(
            place := way.doc_id,
            value := coalesce(way.value_text, way.quote),
            why := case
                when way.measure <> here.measure then 'measure_differs'
                when way.dimension <> here.dimension then 'unit_differs'
                when 'unsaid' in (way.flow, here.flow) and way.flow <> here.flow
                    then 'new_or_total_unsaid'
                when way.flow <> here.flow then 'running_total'
                when way.work_part <> here.work_part then 'activity_differs'
                when way.scope_part <> here.scope_part then 'scope_differs'
                else 'basis_differs'
            end,
            quote := way.quote
        )
        order by coalesce(way.value_text, way.quote), way.observation_id
    ) as ways,
from here
inner join figures as way
    on here.jurisdiction_code = way.jurisdiction_code
    and here.thing_key = way.thing_key
    and here.series_key <> way.series_key
    and way.counts
    and not (here.measure = 'relative' and way.measure = 'relative')
    -- Two parts of a whole are two things; a part and its whole are told in two ways.
    and (here.scope_part = way.scope_part or '' in (here.scope_part, way.scope_part))
group by here.jurisdiction_code, here.series_key, way.year, way.stage
union all
select
    here.jurisdiction_code, here.series_key, named.year, 'target' as stage,
    list(
        struct_pack(
            place := named.doc_id,
            value := named.clause,
            why := 'no_number',
            quote := named.sentence
        )
        order by named.doc_id
    ) as ways,
from here
inner join named_only as named
    on here.jurisdiction_code = named.jurisdiction_code
    and here.indicator_id = named.indicator_id
    and here.scope_part = ''
group by here.jurisdiction_code, here.series_key, named.year
