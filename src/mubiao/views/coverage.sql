-- One row is one place, year and stage that the tables know of: which sources speak of it, how many
-- figures they give, and what a silence there means: stated, partial (a source has gaps, silence
-- says nothing), or no_document; and what is odd about these sources.
-- grain: place, year and stage
-- reads: documents, document_types, figures, jurisdictions, warnings
with
    spoken as not materialized (
        select
            d.jurisdiction_code, d.year, 'target' as stage, d.doc_id,
            d.coverage = 'partial' and list_contains(d.partial_parts, 'plan') as has_gaps,
        from documents as d
        inner join document_types as kind on d.doc_type = kind.doc_type
        where kind.looks_ahead
        union all
        select
            d.jurisdiction_code, case when kind.own_year then d.year else d.year - 1 end as year,
            'result' as stage, d.doc_id,
            d.coverage = 'partial'
            and (kind.own_year or list_contains(d.partial_parts, 'review')) as has_gaps,
        from documents as d
        inner join document_types as kind on d.doc_type = kind.doc_type
        where kind.looks_back
    ),
    sources as not materialized (
        select
            jurisdiction_code, year, stage, list(doc_id order by doc_id) as doc_ids,
            bool_and(has_gaps) as all_have_gaps,
        from spoken
        group by jurisdiction_code, year, stage
    ),
    odd as not materialized (
        select
            s.jurisdiction_code, s.year, s.stage,
            list(distinct w.name || ': ' || w.says order by w.name || ': ' || w.says) as warnings,
        from spoken as s
        inner join warnings as w on s.doc_id = w.doc_id
        group by s.jurisdiction_code, s.year, s.stage
    ),
    counted as not materialized (
        select
            jurisdiction_code, year, stage, count(*) as figures, count(indicator_id) as mapped,
            count(*) filter (source_kind = 'statistics') as published,
        from figures
        group by jurisdiction_code, year, stage
    ),
    places as not materialized (
        select jurisdiction_code, unnest(range(min(year) - 1, max(year) + 2)) as year
        from figures
        group by jurisdiction_code
    ),
    asked as not materialized (
        select jurisdiction_code, year, unnest(['target', 'result']) as stage
        from places
    )
select
    asked.jurisdiction_code, j.jurisdiction, asked.year::smallint as year, asked.stage,
    case
        when sources.doc_ids is null then 'no_document'
        when sources.all_have_gaps then 'partial'
        else 'stated'
    end as silence,
    coalesce(counted.figures, 0) as figures, coalesce(counted.mapped, 0) as mapped,
    coalesce(counted.published, 0) as published,
    sources.doc_ids, coalesce(odd.warnings, []) as warnings,
from asked
left join sources
    on asked.jurisdiction_code = sources.jurisdiction_code
    and asked.year = sources.year
    and asked.stage = sources.stage
left join counted
    on asked.jurisdiction_code = counted.jurisdiction_code
    and asked.year = counted.year
    and asked.stage = counted.stage
left join odd
    on asked.jurisdiction_code = odd.jurisdiction_code
    and asked.year = odd.year
    and asked.stage = odd.stage
left join jurisdictions as j on asked.jurisdiction_code = j.jurisdiction_code
