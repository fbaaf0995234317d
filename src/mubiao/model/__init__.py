"""The values that pass from reading to observing; the rows that come out of it are in :mod:`mubiao.rows`."""

from mubiao.model.doctypes import DEFAULT_TYPE, DOCUMENT_TYPES, PARTS, DocumentType
from mubiao.model.documents import Cell, Document, Facts, Table
from mubiao.model.folded import Folded
from mubiao.model.tasks import Statement, Task, Time

__all__ = ["DEFAULT_TYPE", "DOCUMENT_TYPES", "PARTS", "Cell", "Document", "DocumentType", "Facts", "Folded", "Statement", "Table", "Task", "Time"]
