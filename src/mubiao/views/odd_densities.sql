-- One row is one document that gives far fewer or more rows than others of its kind.
-- grain: document
-- reads: densities
with
    usual as (
        select doc_type, median(per_1000) as per_1000, count(*) as documents
        from densities
        group by doc_type
    )
select
    dense.doc_id, dense.jurisdiction_code, 'rows_per_character' as name,
    printf(
        '%.1f rows in 1,000 characters, where others of its kind give %.1f',
        dense.per_1000, usual.per_1000
    ) as says,
from densities as dense
inner join usual on dense.doc_type = usual.doc_type
where
    usual.documents >= 5
    and (dense.per_1000 < usual.per_1000 / 4 or dense.per_1000 > usual.per_1000 * 4)
