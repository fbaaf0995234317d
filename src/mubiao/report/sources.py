"""The documents and sources of published figures that a page rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mubiao.charts.frames import records, value_of
from mubiao.present.heads import in_words
from mubiao.present.labels import codes
from mubiao.present.marks import full_width
from mubiao.report.words import Bilingual, label, two
from mubiao.warehouse import Warehouse

COLUMNS = ("doc_id", "title", "issuer", "published", "doc_type", "coverage", "gaps", "url")
LINKS = ("https://", "http://")  # an address of another kind (javascript:) would run in the reader's browser
SOURCES = """
    select
        doc_id, title, issuer, published, doc_type, coverage, gaps, url,
        array(
            select distinct w.name || ': ' || w.says as line from warnings as w where w.doc_id = documents.doc_id order by line
        ) as warnings
    from documents
    where list_contains($ids, doc_id)
    order by doc_type = 'statistics', published, doc_id
"""


@dataclass(frozen=True)
class Cited:
    """A document, or a source of published figures; see the table ``documents``."""

    doc_id: str
    title: str
    issuer: str
    published: str
    doc_type: str
    coverage: str
    gaps: Bilingual
    url: str
    warnings: tuple[Bilingual, ...] = ()
    figures: int = 0  # so many of the page's figures stand in it
    asked: bool = False  # a document that speaks of one of the page's years, whatever it says

    @property
    def is_document(self) -> bool:
        """Whether its text is in the tables; of published figures only single numbers are."""
        return self.doc_type != "statistics"

    @staticmethod
    def of(row: Mapping[str, Any]) -> Cited:
        """The source that a row of ``documents`` describes; an address that is no web address is left out."""
        doc_id, title, issuer, published, doc_type, coverage, gaps, url = (str(value_of(row, name) or "") for name in COLUMNS)
        warnings = value_of(row, "warnings")
        told = tuple(_warning(str(line)) for line in ([] if warnings is None else warnings))
        return Cited(
            doc_id,
            full_width(title or doc_id),
            full_width(issuer),
            published,
            doc_type,
            coverage,
            _gaps(gaps),
            url if url.startswith(LINKS) else "",
            told,
        )


def sources(warehouse: Warehouse, ids: set[str]) -> dict[str, Cited]:
    """Sources by ``doc_id``, documents before published figures, the older first."""
    found = [Cited.of(row) for row in records(warehouse.sql(SOURCES, ids=sorted(ids)).df())]
    return {source.doc_id: source for source in found}


def _gaps(gaps: str) -> Bilingual:
    """What is missing: as the sources table tells it in two languages, or what reading says, each with its label."""
    said = in_words("gap", gaps)
    return Bilingual(said, gaps) if said else two(gaps)


def _warning(line: str) -> Bilingual:
    """A warning of the table in two languages: Chinese by its code, English as it is written."""
    code, mark, said = line.partition(": ")
    known = mark and code in codes("warning")
    return Bilingual(label("warning", code if known else "other").zh, said if known else line)
