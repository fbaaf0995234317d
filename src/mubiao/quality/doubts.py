"""What a person should look at first: one query for each kind of doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mubiao.warehouse import Warehouse


@dataclass(frozen=True, slots=True)
class Doubt:
    """One kind of doubt: its title, why it matters, and the query that lists it."""

    title: str
    why: str
    query: str


DOUBTS = (
    Doubt(
        "warnings",
        "what is odd about a document as a whole: it may be misread from its first row to its last (docs/guards.md)",
        """
        select doc_id, jurisdiction, year, doc_type, name, says
        from warnings
        order by doc_id, name
        """,
    ),
    Doubt(
        "documents",
        "few rows for their length point to a bad scan or an unknown layout; inferred facts may be wrong",
        """
        select
            d.doc_id, d.jurisdiction, d.year, d.doc_type, length(d.text) as characters, count(o.observation_id) as rows,
            round(1000 * count(o.observation_id) / length(d.text), 1) as rows_per_1000,
            round(100 * count(o.indicator_id) / greatest(count(o.observation_id), 1)) as mapped_percent, d.inferred
        from documents d
        left join observations o using (doc_id)
        where d.text is not null
        group by d.doc_id, d.jurisdiction, d.year, d.doc_type, d.text, d.inferred
        order by rows_per_1000, d.doc_id
        """,
    ),
    Doubt(
        "low confidence",
        "rows of these kinds were wrong most often on gold rows (docs/confidence.md)",
        """
        select observation_id, round(confidence::double, 2) as sure, indicator, value_text, quote
        from observations
        where source_kind = 'document'
        order by confidence, doc_id, char_start
        """,
    ),
    Doubt(
        "conflicts",
        "sources state the same thing with different values or bounds",
        """
        select
            jurisdiction, year, stage, indicator, measure, difference, difference_unit,
            list_transform(statements, lambda s: coalesce(s.quote, '')) as statements
        from conflicts
        order by jurisdiction, year, stage, indicator, measure
        """,
    ),
    Doubt(
        "lost subjects",
        "two values of one thing in one clause, or of one wording in one document: one of them is likely of something else",
        """
        select f.jurisdiction, f.year, f.stage, f.indicator, f.value_text, chosen.value_text as beside, f.quote, f.observation_id
        from figures f
        join figures chosen using (jurisdiction_code, series_key, year, stage)
        where f.other_thing and chosen.counts
        order by f.jurisdiction, f.year, f.stage, f.indicator, f.observation_id
        """,
    ),
    Doubt(
        "refusals",
        "numbers that are no rows, by the rule that refused them; the table refusals lists each",
        """
        select reason, count(*) as numbers, list(quote order by doc_id, char_start)[1:2] as examples
        from refusals
        group by reason
        order by count(*) desc, reason
        """,
    ),
    Doubt(
        "corrections",
        "rows that people corrected, added or dropped by hand (corrections.csv in the review folder), with what they changed",
        """
        select observation_id, doc_id, indicator, value, unit, corrected
        from (
            select observation_id, doc_id, char_start, indicator, value, unit, corrected from observations
            union all
            select null, doc_id, char_start, quote, null, null, corrected from refusals
        )
        where corrected is not null
        order by doc_id, char_start
        """,
    ),
    Doubt(
        "unmapped",
        "phrases without a canonical indicator; mubiao check --unmapped writes them with suggestions to a file",
        """
        select indicator_key, count(*) as rows, string_agg(distinct doc_id, ' ' order by doc_id) as documents
        from observations
        where indicator_id is null and role <> 'sub'
        group by indicator_key
        order by rows desc, indicator_key
        """,
    ),
)


def look(warehouse: Warehouse, doubt: Doubt, limit: int) -> tuple[list[str], list[tuple[Any, ...]], int]:
    """Columns, the first rows, and the number of all rows of a doubt."""
    relation = warehouse.sql(doubt.query)
    rows = relation.fetchall()
    return relation.columns, rows[:limit], len(rows)
