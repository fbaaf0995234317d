-- One row is one thing that is odd about a document as a whole: what reading it has said, and what
-- shows only beside the other documents: a second one for the same place, year and kind, or far
-- fewer or more rows than the rest.
-- grain: document, name of the guard and what it says
-- reads: documents, observations
with
    unnested as (
        select doc_id, unnest(warnings) as warning
        from documents
    ),
    said as (
        select
            doc_id, split_part(warning, ': ', 1) as name,
            substr(warning, length(split_part(warning, ': ', 1)) + 3) as says,
        from unnested
    ),
    alike as (
        select
            doc_id,
            list(doc_id) over (partition by jurisdiction_code, year, doc_type) as doc_ids,
        from documents
        where text is not null
    ),
    twice as (
        select
            doc_id, 'two_documents' as name,
            'the same place, year and kind as '
            || array_to_string(
                list_sort(list_filter(doc_ids, lambda other: other <> doc_id)), ', '
            ) as says,
        from alike
        where len(doc_ids) > 1
    ),
    dense as (
        select
            d.doc_id, d.doc_type,
            1000 * count(o.observation_id) / greatest(any_value(length(d.text)), 1) as per_1000,
        from documents as d
        left join observations as o on d.doc_id = o.doc_id
        where d.text is not null and length(d.text) >= 2000
        group by d.doc_id, d.doc_type
    ),
    usual as (
        select doc_type, median(per_1000) as per_1000, count(*) as documents
        from dense
        group by doc_type
    ),
    sparse as (
        select
            dense.doc_id, 'rows_per_character' as name,
            printf(
                '%.1f rows in 1,000 characters, where others of its kind give %.1f',
                dense.per_1000, usual.per_1000
            ) as says,
        from dense
        inner join usual on dense.doc_type = usual.doc_type
        where
            usual.documents >= 5
            and (dense.per_1000 < usual.per_1000 / 4 or dense.per_1000 > usual.per_1000 * 4)
    ),
    odd as (
        select doc_id, name, says from said
        union all
        select doc_id, name, says from twice
        union all
        select doc_id, name, says from sparse
    )
select
    odd.doc_id, d.jurisdiction_code, d.jurisdiction, d.year, d.doc_type, odd.name, odd.says,
from odd
inner join documents as d on odd.doc_id = d.doc_id
