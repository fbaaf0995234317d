-- One row is one document and one year and stage of which its kind speaks: a report of the targets
-- of its year and of the results of the year before. has_gaps tells that this part is not whole.
-- grain: document, year and stage
-- reads: documents, document_types
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
