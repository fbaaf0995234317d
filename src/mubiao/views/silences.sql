-- One row is one place, year and stage that the tables know of, and what a silence there means:
-- stated, partial (a source has gaps, silence says nothing), or no_document.
-- grain: place, year and stage
-- reads: spoken, figures
with
    sources as (
        select
            jurisdiction_code, year, stage, list(doc_id order by doc_id) as doc_ids,
            bool_and(has_gaps) as all_have_gaps,
        from spoken
        group by jurisdiction_code, year, stage
    ),
    places as (
        select jurisdiction_code, unnest(range(min(year) - 1, max(year) + 2)) as year
        from figures
        group by jurisdiction_code
    ),
    asked as (
        select jurisdiction_code, year, unnest(['target', 'result']) as stage
        from places
    )
select
    asked.jurisdiction_code, asked.year::smallint as year, asked.stage,
    case
        when sources.doc_ids is null then 'no_document'
        when sources.all_have_gaps then 'partial'
        else 'stated'
    end as silence,
    coalesce(sources.doc_ids, []) as doc_ids,
from asked
left join sources
    on asked.jurisdiction_code = sources.jurisdiction_code
    and asked.year = sources.year
    and asked.stage = sources.stage
