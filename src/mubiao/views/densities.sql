-- One row is one document of some length and how many rows it gives in 1,000 characters: what is
-- usual for its kind shows beside the others (odd_densities).
-- grain: document of at least 2,000 characters
-- reads: documents, observations
-- made: table
select
    d.doc_id, d.jurisdiction_code, d.doc_type,
    1000 * count(o.observation_id) / greatest(any_value(length(d.text)), 1) as per_1000,
from documents as d
left join observations as o on d.doc_id = o.doc_id
where d.text is not null and length(d.text) >= 2000
group by d.doc_id, d.jurisdiction_code, d.doc_type
