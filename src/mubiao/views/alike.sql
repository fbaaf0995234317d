-- One row is one thing that a place has a target for, and a year before or after in which the place
-- has a document of the same kind: what is not told there was left out of it.
-- grain: place, thing, measure, year and other year
-- reads: figures, spoken, documents
with
    kinds as (
        select distinct s.jurisdiction_code, s.year, d.doc_type
        from spoken as s
        inner join documents as d on s.doc_id = d.doc_id
        where s.stage = 'target'
    )
select distinct
    f.jurisdiction_code, f.year, coalesce(f.indicator_id, f.indicator) as name,
    f.measure, kinds.year as other_year,
from figures as f
inner join kinds
    on f.jurisdiction_code = kinds.jurisdiction_code
    and f.doc_type = kinds.doc_type
    and abs(f.year - kinds.year) = 1
where f.stage = 'target'
