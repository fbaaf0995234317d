-- One row is one thing that is odd about a document as a whole: what reading it has said, and what
-- shows only beside the other documents: a second one for the same place, year and kind, far
-- fewer or more rows than the rest, or a growth that the levels of two years contradict.
-- grain: document, name of the guard and what it says
-- reads: documents, told_warnings, odd_densities
with
    odd as (
        select doc_id, name, says from told_warnings
        union all
        select doc_id, name, says from odd_densities
    )
select
    odd.doc_id, d.jurisdiction_code, d.jurisdiction, d.year, d.doc_type, odd.name, odd.says,
from odd
inner join documents as d on odd.doc_id = d.doc_id
