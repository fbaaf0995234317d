-- One row is one place, year and stage that the tables know of: which sources speak of it, how many
-- figures they give, and what a silence there means: stated, partial (a source has gaps, silence
-- says nothing), or no_document; and what is odd about these sources.
-- grain: place, year and stage
-- reads: silences, spoken, figures, jurisdictions, warnings
with
    odd as (
        select
            s.jurisdiction_code, s.year, s.stage,
            list(distinct w.name || ': ' || w.says order by w.name || ': ' || w.says) as warnings,
        from spoken as s
        inner join warnings as w
            on s.jurisdiction_code = w.jurisdiction_code
            and s.doc_id = w.doc_id
        group by s.jurisdiction_code, s.year, s.stage
    ),
    counted as (
        select
            jurisdiction_code, year, stage, count(*) as figures, count(indicator_id) as mapped,
            count(*) filter (source_kind = 'statistics') as published,
        from figures
        group by jurisdiction_code, year, stage
    )
select
    known.jurisdiction_code, j.jurisdiction, known.year, known.stage, known.silence,
    coalesce(counted.figures, 0) as figures, coalesce(counted.mapped, 0) as mapped,
    coalesce(counted.published, 0) as published,
    known.doc_ids, coalesce(odd.warnings, []) as warnings,
from silences as known
left join counted
    on known.jurisdiction_code = counted.jurisdiction_code
    and known.year = counted.year
    and known.stage = counted.stage
left join odd
    on known.jurisdiction_code = odd.jurisdiction_code
    and known.year = odd.year
    and known.stage = odd.stage
left join jurisdictions as j on known.jurisdiction_code = j.jurisdiction_code
